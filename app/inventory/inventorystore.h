// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/clock.h"
#include "inventory/inventorytable.h"

#include <QObject>

#include <chrono>
#include <functional>

namespace layerscope {

/// The one live InventoryTable of an account, and word of what changed in it, in batches: loaders write
/// thousands of rows a second, views want to hear of it 20 times a second. GUI thread. Signals come from the
/// event loop in this order: rowsAppended before any rowsChanged of those rows; rowsRemapped at once, with
/// what was pending flushed before it.
class InventoryStore : public QObject
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds batchInterval{50};

    explicit InventoryStore(const Catalogue &catalogue, Clock &clock = Clock::system(),
                            QObject *parent = nullptr);

    /// The live table. It may have rows that rowsAppended has not told of yet, at its end. Copy it for a
    /// snapshot (O(columns)).
    [[nodiscard]] const InventoryTable &table() const { return m_table; }

    void beginLoad();
    /// One page of the id list. Rows that are new are appended, in the page's order.
    void listRows(const QList<RowPatch> &patches);
    void apply(const QList<RowPatch> &patches);
    void setLoading(const QList<int> &rows, GroupSet groups);
    void clearLoading(const QList<int> &rows, GroupSet groups);
    void setFailure(const QList<int> &rows, GroupSet groups, CellState state, const ApiError &error);
    void clearFailures(const QList<int> &rows, GroupSet groups);
    void setGone(const QList<int> &rows);
    /// Removes the rows of this kind that this load did not list. The one rule for rows that vanished: they
    /// go only after the list that would have brought them came to its end without a gap or an error; until
    /// then what is known of them stays, stale.
    void removeRowsNotListed(RowKind kind);
    /// The same of those rows that were in such a list, wherever that was. O(rows).
    void removeRowsNotListed(const std::function<bool(int row)> &wasListWhole);
    /// Ascending numbers.
    void removeRows(const QList<int> &rows);
    void clear();
    /// Sends out what is pending now, instead of at the batch's end.
    void flush();

Q_SIGNALS:
    /// Stands also for every change of these rows until now.
    void rowsAppended(int first, int count);
    /// Rows ascending, each once; `groups` is the union of the groups whose cells or states changed.
    void rowsChanged(const QList<int> &rows, layerscope::GroupSet groups);
    /// Rows were removed: for each old row its new number, -1 for those that are gone.
    void rowsRemapped(const QList<int> &newRowOfOld);
    /// Everything is other: forget all.
    void cleared();

private:
    void markChanged(int row, GroupSet groups);
    void scheduleFlush();

    InventoryTable m_table;
    Clock &m_clock;
    QList<int> m_changedRows; // may repeat; made unique when flushed
    GroupSet m_changedGroups;
    int m_announcedRows = 0;
    bool m_flushPending = false;
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::GroupSet)
