// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>

#include <functional>
#include <utility>

namespace layerscope {

/// A function that the event loop calls, once however often that was asked for since it was called last. Part
/// of its context, a QObject, and gone with it; whoever is called may destroy both. GUI thread.
class QueuedCall
{
public:
    QueuedCall(QObject &context, std::function<void()> call)
        : m_context(context)
        , m_call(std::move(call))
    {}
    Q_DISABLE_COPY_MOVE(QueuedCall)

    void ask()
    {
        if (std::exchange(m_isPending, true))
            return;
        QMetaObject::invokeMethod(
            &m_context,
            [this] {
                m_isPending = false;
                const std::function<void()> call = m_call; // this may be gone before its end
                call();
            },
            Qt::QueuedConnection);
    }

private:
    QObject &m_context;
    std::function<void()> m_call;
    bool m_isPending = false;
};

} // namespace layerscope
