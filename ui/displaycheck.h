// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace layerscope {

/// Qt ends a program without a display by abort() and a riddle. Between construction and destruction, which
/// is where the QApplication is made, this says it in a sentence, names the command that needs no display,
/// and exits with code 1. What Qt logs meanwhile is dropped; then whoever had the log has it again.
class DisplayCheck
{
public:
    /// `isPlatformNamed`: by an option that Qt takes, so that the environment need not name a display.
    explicit DisplayCheck(bool isPlatformNamed);
    ~DisplayCheck();
    DisplayCheck(const DisplayCheck &) = delete;
    DisplayCheck &operator=(const DisplayCheck &) = delete;

private:
    QtMessageHandler m_before = nullptr;
};

} // namespace layerscope
