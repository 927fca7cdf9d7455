// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/detailrequest.h"

#include <QList>

#include <array>
#include <deque>
#include <functional>
#include <optional>

namespace layerscope {

/// The smaller questions that failed ones turned into, the most urgent first, and at the same urgency the
/// newest first: what became of one question is cleared up before the next.
///
/// Parts of a refused batch are special: if all else is refused just so, all of them are, and hundreds would
/// be asked in vain before that is known. So they go one at a time, until one came. Pure.
class FinerRequests
{
public:
    /// Goes before what waits at the same urgency, in this order.
    void push(const QList<DetailRequest> &asks);

    /// nullopt: nothing that may be asked now.
    [[nodiscard]] std::optional<Priority> mostUrgent() const;
    /// Only after mostUrgent() named a priority.
    [[nodiscard]] DetailRequest take();
    /// To be told of each question that take() gave away: whether its rows came.
    void ended(const DetailRequest &ask, bool came);

    [[nodiscard]] bool isEmpty() const;
    /// Takes out those that `isMeant`, in no particular order.
    [[nodiscard]] QList<DetailRequest> takeIf(const std::function<bool(const DetailRequest &)> &isMeant);
    /// Takes out all, and forgets what was given away.
    [[nodiscard]] QList<DetailRequest> takeAll();

private:
    using Queue = std::deque<DetailRequest>;

    /// The parts of refused batches of one kind.
    struct Rows
    {
        std::array<Queue, 3> waiting; // by priority
        int underWay = 0;
        bool lastCame = false;
        [[nodiscard]] bool mayGo() const { return underWay == 0 || lastCame; }
    };

    [[nodiscard]] static bool isRowOfBatch(const DetailRequest &ask);
    [[nodiscard]] Rows &rowsOf(const DetailRequest &ask)
    {
        return m_rows[static_cast<std::size_t>(ask.kind)];
    }
    [[nodiscard]] const Queue *nextQueue() const;

    std::array<Queue, 3> m_others;         // by priority
    std::array<Rows, rowKindCount> m_rows; // by kind
};

} // namespace layerscope
