// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"
#include "loaders/detailrequest.h"
#include "loaders/vieworder.h"

#include <QList>
#include <QSet>

#include <array>
#include <deque>
#include <optional>
#include <vector>

namespace layerscope {

/// Which rows and groups to ask for next: what is on the screen, then what is near it, then all of the view
/// from the top, then the rows that the view does not know. Nothing is decided before it is taken. Batches
/// are of one kind and one set of groups; to fill one, it looks at most `lookahead` rows beyond the first. A
/// row counts as taken when the table says Loading: the taker sees to that at once. Reads the live table; GUI
/// thread. Cost: each row is looked at once a pass, however many batches there are; a new order or restart()
/// begins a new pass. Where many rows lack nothing, a pass costs what it costs to look through the table in
/// its own order, a tenth of what it would in that of the view.
class DetailQueue
{
public:
    explicit DetailQueue(const InventoryTable &table);

    void setWanted(GroupSet groups);
    [[nodiscard]] GroupSet wanted() const { return m_wanted; }
    /// These groups of this kind are not to be asked for now, wanted or not.
    void setHeld(RowKind kind, GroupSet groups);
    /// Nothing of these rows is to be asked for now.
    void setHeldRows(const QSet<RowKey> &rows);
    void setViewOrder(const ViewOrder &order);
    /// Rows that were passed may lack groups again: they are looked at when the present pass is finished,
    /// those near the screen at once. New rows at the table's end are seen without it. O(rows on and near the
    /// screen).
    void restart();
    /// Rows have new numbers (InventoryStore::rowsRemapped).
    void remap(const QList<int> &newRowOfOld);

    struct Front
    {
        Priority priority;
        RowKind kind;
    };
    /// Of the row that take() would begin with; nullopt: no row lacks anything.
    [[nodiscard]] std::optional<Front> front();
    /// The next batch, of at most `most` rows. Only if there is a front().
    [[nodiscard]] DetailRequest take(int most);

    static constexpr int lookahead = 1200; ///< Kinds take turns in the view, and a batch is of one.

private:
    struct Candidate
    {
        int row;
        quint64 place; ///< Rises along the view.
    };
    struct Bucket
    {
        RowKind kind;
        GroupSet groups;
        std::deque<Candidate> rows;
    };
    /// One stretch of the order, with how far it was looked through.
    struct Tier
    {
        Priority priority;
        bool isTable = false; ///< All rows of the table by number, instead of `rows`.
        QList<int> rows;
        qsizetype cursor = 0;
        int waiting = 0; ///< Candidates in the buckets.
        std::vector<Bucket> buckets;
    };

    static void rewind(Tier &tier);
    void rewindAll();
    [[nodiscard]] GroupSet missing(int row) const;
    [[nodiscard]] Tier *firstWithWork();
    [[nodiscard]] bool isNothingMissing();
    /// The bucket of the first row in view order, filled up to `most` as far as it may look; nullptr: the
    /// tier is finished.
    [[nodiscard]] Bucket *frontBucket(Tier &tier, int most);
    void dropOutdated(Tier &tier);
    [[nodiscard]] bool lookAtNext(Tier &tier);
    /// By m_mayLack, where that is known.
    [[nodiscard]] bool mayLack(int row) const
    {
        const auto place = static_cast<std::size_t>(row);
        return place >= m_mayLack.size() || m_mayLack[place];
    }
    void markLacking();
    void file(Tier &tier, int row, GroupSet missing, quint64 place);

    const InventoryTable &m_table;
    GroupSet m_wanted;
    std::array<GroupSet, rowKindCount> m_held;
    QSet<RowKey> m_heldRows;
    std::array<Tier, 4> m_tiers;
    quint64 m_lastPlace = 0;
    bool m_needsNewPass = false;
    /// Of the first rows of the table, those that may lack something in this pass; empty until that matters.
    std::vector<bool> m_mayLack;
    /// That no row lacked anything.
    struct Done
    {
        int rows = 0; ///< Of the table, then.
        quint64 lackRevision = 0;
    };
    std::optional<Done> m_done;
};

} // namespace layerscope
