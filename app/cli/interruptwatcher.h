// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

namespace layerscope {

/// Ctrl+C and a polite kill as a signal of the event loop, so that a command can end in order: nothing half
/// written, no temporary file left. A second one ends the program at once. At most one at a time; does
/// nothing where there are no POSIX signals.
class InterruptWatcher : public QObject
{
    Q_OBJECT

public:
    explicit InterruptWatcher(QObject *parent = nullptr);
    ~InterruptWatcher() override;

Q_SIGNALS:
    void interrupted();
};

} // namespace layerscope
