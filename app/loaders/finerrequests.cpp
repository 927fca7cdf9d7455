// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/finerrequests.h"

#include <algorithm>
#include <utility>

namespace layerscope {

bool FinerRequests::isRowOfBatch(const DetailRequest &ask)
{
    return ask.purpose == DetailRequest::Purpose::Narrow;
}

void FinerRequests::push(const QList<DetailRequest> &asks)
{
    for (auto ask = asks.crbegin(); ask != asks.crend(); ++ask) {
        std::array<Queue, 3> &queues = isRowOfBatch(*ask) ? rowsOf(*ask).waiting : m_others;
        queues[static_cast<std::size_t>(ask->priority)].push_front(*ask);
    }
}

const FinerRequests::Queue *FinerRequests::nextQueue() const
{
    for (std::size_t priority = 0; priority < m_others.size(); ++priority) {
        if (!m_others[priority].empty())
            return &m_others[priority];
        for (const Rows &rows : m_rows) {
            if (rows.mayGo() && !rows.waiting[priority].empty())
                return &rows.waiting[priority];
        }
    }
    return nullptr;
}

std::optional<Priority> FinerRequests::mostUrgent() const
{
    const Queue *queue = nextQueue();
    return queue != nullptr ? std::optional(queue->front().priority) : std::nullopt;
}

DetailRequest FinerRequests::take()
{
    auto *queue = const_cast<Queue *>(nextQueue()); // of this object, which is not const here
    DetailRequest ask = std::move(queue->front());
    queue->pop_front();
    if (isRowOfBatch(ask))
        ++rowsOf(ask).underWay;
    return ask;
}

void FinerRequests::ended(const DetailRequest &ask, bool came)
{
    if (!isRowOfBatch(ask))
        return;
    Rows &rows = rowsOf(ask);
    rows.underWay = std::max(0, rows.underWay - 1);
    rows.lastCame = came;
}

bool FinerRequests::isEmpty() const
{
    const auto areEmpty = [](const std::array<Queue, 3> &queues) {
        return std::all_of(queues.cbegin(), queues.cend(), [](const Queue &queue) { return queue.empty(); });
    };
    return areEmpty(m_others) && std::all_of(m_rows.cbegin(), m_rows.cend(),
                                             [&](const Rows &rows) { return areEmpty(rows.waiting); });
}

QList<DetailRequest> FinerRequests::takeIf(const std::function<bool(const DetailRequest &)> &isMeant)
{
    QList<DetailRequest> taken;
    const auto takeFrom = [&](std::array<Queue, 3> &queues) {
        for (Queue &queue : queues) {
            if (queue.empty())
                continue;
            const auto meant = std::stable_partition(queue.begin(), queue.end(), std::not_fn(isMeant));
            std::move(meant, queue.end(), std::back_inserter(taken));
            queue.erase(meant, queue.end());
        }
    };
    takeFrom(m_others);
    for (Rows &rows : m_rows)
        takeFrom(rows.waiting);
    return taken;
}

QList<DetailRequest> FinerRequests::takeAll()
{
    QList<DetailRequest> taken = takeIf([](const DetailRequest &) { return true; });
    *this = FinerRequests();
    return taken;
}

} // namespace layerscope
