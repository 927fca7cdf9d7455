// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/firstpaint.h"

#include <QEvent>
#include <QTimer>
#include <QWidget>

#include <utility>

using namespace std::chrono_literals;

namespace layerscope {

namespace {

class FirstPaint final : public QObject
{
public:
    FirstPaint(QWidget &widget, std::chrono::milliseconds patience, std::function<void()> then)
        : QObject(&widget)
        , m_then(std::move(then))
    {
        widget.installEventFilter(this);
        QTimer::singleShot(patience, this, [this] { call(); });
    }

    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) {
            watched->removeEventFilter(this);
            // The rest of the frame first. Not a queued call: those go before events of the window system.
            QTimer::singleShot(0ms, this, [this] { call(); });
        }
        return false;
    }

private:
    void call()
    {
        deleteLater(); // what is called may destroy the widget, and this with it
        if (const auto then = std::exchange(m_then, nullptr))
            then();
    }

    std::function<void()> m_then;
};

} // namespace

void callAfterFirstPaint(QWidget &widget, std::chrono::milliseconds patience, std::function<void()> then)
{
    new FirstPaint(widget, patience, std::move(then)); // goes by itself
}

} // namespace layerscope
