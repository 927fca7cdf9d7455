// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QTimer>
#include <QWidget>

#include <chrono>
#include <utility>

class QLabel;

namespace layerscope {

/// Says to those who listen to the screen what happened where they are not: a load or an export ended, a
/// message appeared, a filter left so many rows. A notification in the tree of screen readers, of one point
/// and painting nothing. Never takes the focus. One a window; child of it.
class Announcer final : public QWidget
{
    Q_OBJECT

public:
    /// What is to be said in so short a time is said together; of one widget only the last.
    static constexpr std::chrono::milliseconds pause{400};

    explicit Announcer(QWidget *window);

    /// By the announcer of the window that a widget, or the dialog it is in, belongs to; nothing without one.
    static void say(const QWidget &source, const QString &sentence);
    /// What was said last.
    [[nodiscard]] QString said() const;

private:
    void sayLater(const QWidget &source, const QString &sentence);
    void sayPending();

    QLabel *m_label;
    QTimer m_pause;
    QList<std::pair<const QWidget *, QString>> m_pending; ///< By whom, who may be gone by now
};

} // namespace layerscope
