// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

namespace layerscope {

/// Qt ends a program without a display by abort() and a riddle. Between construction and destruction, which
/// is where the QApplication is made, this says it in a sentence, names the command that needs no display,
/// and exits with code 1.
class DisplayCheck
{
public:
    DisplayCheck();
    ~DisplayCheck();
    DisplayCheck(const DisplayCheck &) = delete;
    DisplayCheck &operator=(const DisplayCheck &) = delete;
};

} // namespace layerscope
