// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "loaders/answeredrows.h"
#include "loaders/detailexperience.h"
#include "loaders/detailqueue.h"
#include "loaders/detailrequest.h"
#include "loaders/finerrequests.h"

#include <functional>
#include <optional>

namespace layerscope {

/// What is still to be asked for, be it new (DetailQueue) or left over from questions that failed
/// (FinerRequests), and what the cells of each question show until it is over: "loading" from when it is
/// taken, until they have a value, are settled, or are given back and wait again. Whatever makes cells wait
/// again has the queue look at its rows again, too, so that none of them is forgotten. Works on the store;
/// GUI thread; store and experience outlive it.
class DetailBacklog
{
public:
    DetailBacklog(InventoryStore &store, DetailExperience &experience);

    [[nodiscard]] const InventoryTable &table() const { return m_store.table(); }
    [[nodiscard]] GroupSet wanted() const { return m_queue.wanted(); }

    // ---- what is to be asked ------------------------------------------------------------------------------
    /// The groups to ask for from now on. What waits already is looked at by dropUnwanted().
    void setWanted(GroupSet groups) { m_queue.setWanted(groups); }
    void dropUnwanted();
    /// See DetailQueue.
    void setHeld(RowKind kind, GroupSet groups) { m_queue.setHeld(kind, groups); }
    void setHeldRows(const QSet<RowKey> &rows) { m_queue.setHeldRows(rows); }
    void setViewOrder(const ViewOrder &order) { m_queue.setViewOrder(order); }
    void lookAgain() { m_queue.restart(); }
    void lookAtNewRows();
    /// Rows have new numbers (InventoryStore::rowsRemapped).
    void remap(const QList<int> &newRowOfOld);

    /// nullopt: nothing is to be asked now.
    [[nodiscard]] std::optional<Priority> mostUrgent();
    /// The next question. `mostRows` says how many rows a batch that begins so may have. Only after
    /// mostUrgent() named a priority.
    [[nodiscard]] DetailRequest take(const std::function<int(DetailQueue::Front)> &mostRows);
    /// To be told of each question that was taken: whether its rows came.
    void ended(const DetailRequest &ask, bool came) { m_finer.ended(ask, came); }
    /// Instead of one that was taken. Leaves out what is not wanted any more, or was given up meanwhile.
    void askLater(const QList<DetailRequest> &asks);
    /// Takes out those that wait and are meant. Their cells stay as they are.
    [[nodiscard]] QList<DetailRequest> takeIf(const std::function<bool(const DetailRequest &)> &isMeant)
    {
        return m_finer.takeIf(isMeant);
    }
    /// Nothing is left over from any question.
    void giveAllBack();

    // ---- the cells of a question --------------------------------------------------------------------------
    void setLoading(const DetailRequest &ask);
    /// As if it had never been asked; but what was given up meanwhile is settled so. What waited for it is
    /// asked for afresh.
    void giveBack(const DetailRequest &ask);
    /// What was refused or failed of these in all rows of the kind is to be asked for again.
    void reopen(RowKind kind, GroupSet groups);
    void settle(const DetailRequest &ask, CellState state, const ApiError &error);
    /// Those of these groups that these rows lack.
    void settleLacking(RowKind kind, const QList<qint64> &ids, GroupSet groups, const ApiError &error);
    /// The rows do not exist any more.
    void setGone(const DetailRequest &ask);
    /// A question about wrong types ended without a word on them: what waited for it is asked for afresh.
    void endRecheck(const DetailRequest &ask);
    /// What failed or was refused in these rows is to be asked for again, and whatever waits for a recheck.
    void askAfresh(const QList<int> &rows);
    /// Cells of groups that were given up for their kind are settled so. O(rows).
    void settleGivenUp() { settleGivenUp(0, table().rowCount()); }

    /// Rows with every wanted group answered.
    [[nodiscard]] int settledRows() const { return m_settled.count(); }
    /// Some of these changed.
    void recount(const DetailRequest &ask);

private:
    [[nodiscard]] DetailRequest takeNew(const std::function<int(DetailQueue::Front)> &mostRows);
    void askMixed(DetailRequest &ask) const;
    [[nodiscard]] QList<int> rowsOf(const DetailRequest &ask) const;
    void settleGivenUp(int from, int to); ///< Of each kind.
    void settleGivenUp(RowKind kind, int from, int to);

    InventoryStore &m_store;
    DetailExperience &m_experience;
    DetailQueue m_queue;
    FinerRequests m_finer;
    AnsweredRows m_settled;
};

} // namespace layerscope
