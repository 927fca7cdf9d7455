// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFuture>
#include <QFutureWatcher>
#include <QObject>

#include <utility>

namespace layerscope {

/// Calls `action` once with the future's result, from the event loop of `context`'s thread, unless `context`
/// is gone by then or the work was dropped before it gave a result. Call it on that thread. Instead of
/// QFuture::then(context, …): Qt 6.4's looks at the context from the worker's thread, and asserts that it
/// lives.
template<class T, class Action>
void whenDone(const QFuture<T> &future, QObject *context, Action action)
{
    auto *watcher = new QFutureWatcher<T>(context);
    QObject::connect(watcher, &QFutureWatcherBase::finished, context,
                     [watcher, action = std::move(action)]() mutable {
                         watcher->deleteLater();
                         if (watcher->future().resultCount() > 0)
                             action(watcher->result());
                     });
    watcher->setFuture(future);
}

} // namespace layerscope
