// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cellvalue.h"
#include "inventory/columncatalogue.h"
#include "inventory/groupstates.h"
#include "inventory/numberindex.h"
#include "inventory/rowfailures.h"
#include "inventory/rowkey.h"
#include "inventory/rowpatch.h"
#include "inventory/rowvalues.h"
#include "inventory/storedcells.h"

#include <QDateTime>
#include <QList>

#include <optional>

namespace layerscope {

/// The rows of an account in columns: 8 bytes a cell, texts in a pool, a state byte for each group of cells.
/// A value with implicit sharing: a copy costs O(columns) and is an unchanging snapshot that any thread may
/// read, for sorting, filtering and writing files; the next write to a cell then copies the 4 KB around it
/// once (RowValues). Writing: one thread, that of the InventoryStore which owns the live one.
/// Columns nobody asked for take no memory. Rows keep their number while a load runs; only removeRows()
/// changes numbers.
class InventoryTable
{
public:
    explicit InventoryTable(const Catalogue &catalogue);

    // ---- reading; O(1) each -------------------------------------------------------------------------------
    [[nodiscard]] const Catalogue &catalogue() const { return *m_catalogue; }
    [[nodiscard]] int rowCount() const { return m_rowCount; }
    [[nodiscard]] RowKey key(int row) const { return m_keys.at(row); }
    [[nodiscard]] std::optional<int> find(RowKey key) const;

    /// monostate if nothing is known or nothing is there; the old value while Stale or Loading again. What
    /// was known once stays so until something newer comes: a call that fails takes nothing away. Text as it
    /// was sent. The columns "kind" and "id" always have the row's key (but NotVisible rows no id);
    /// "row_state" never has a value, see rowState().
    [[nodiscard]] CellValue value(int row, ColumnIndex column) const;
    /// As people see it: without blanks around it, a list sorted. Of a Text column only; empty if there is
    /// none. For hot loops, without making a CellValue.
    [[nodiscard]] const QString &text(int row, ColumnIndex column) const;
    /// The 8 bytes as stored: text handle, integer, Decimal bits, flag or msecs. Only if hasValue().
    /// Text handles are below textCount(); in columns that repeat, equal texts have equal handles.
    [[nodiscard]] qint64 bits(int row, ColumnIndex column) const { return m_cells.bits(row, column); }
    [[nodiscard]] bool hasValue(int row, ColumnIndex column) const;
    /// Whether it is told what stands there, be it nothing: a value or truly empty, also of a former load.
    [[nodiscard]] bool isKnown(int row, ColumnIndex column) const;
    /// Integer or Decimal column, only if hasValue().
    [[nodiscard]] Decimal decimal(int row, ColumnIndex column) const { return m_cells.decimal(row, column); }

    [[nodiscard]] quint32 textCount() const { return m_cells.texts().size(); }
    [[nodiscard]] const QString &textOfHandle(qint64 handle) const
    {
        return m_cells.texts().at(static_cast<quint32>(handle));
    }

    /// As the API sent it, blanks, order of a list and all: for files.
    [[nodiscard]] const QString &sentTextOfHandle(qint64 handle) const
    {
        return m_cells.texts().sentAt(static_cast<quint32>(handle));
    }

    [[nodiscard]] CellState cellState(int row, ColumnIndex column) const;
    /// NotAsked, Loading, Value, Refused, Failed, Gone, Stale. Stale is also what was known from an earlier
    /// load and could not be loaded in this one: then failure() says why, and the row's state is Failed or
    /// Refused. Failed is also a group of which a wrong type cost only some cells; cellState() tells which. A
    /// group that the row's kind does not have is Value from the start. In a gone row, what came
    /// in this load stays Value and everything else is Gone.
    [[nodiscard]] CellState groupState(int row, int group) const;
    [[nodiscard]] bool isGone(int row) const;
    /// When the load began that brought this group's values, UTC: the age of what is Stale. Invalid if
    /// nothing is known, or nobody told the time. Of values older than eight loads the eighth last's.
    [[nodiscard]] QDateTime loadTime(int row, int group) const;
    /// Why cells of this group could not be loaded in this load; nullptr if they could, or were not asked
    /// for.
    [[nodiscard]] const ApiError *failure(int row, int group) const { return m_failures.at(row, group); }
    [[nodiscard]] bool hasFailures() const { return !m_failures.isEmpty(); }
    /// Rows with cells that have a failure(), ascending. O(rows); O(1) if there are none.
    [[nodiscard]] QList<int> rowsWithFailures() const { return m_failures.rows(); }
    /// Partial also if all is there but a text was not valid UTF-8 (hasUnreadableText).
    [[nodiscard]] RowState rowState(int row, GroupSet wanted) const;
    /// Whether among these groups is one with a text that was not valid UTF-8: it stands as far as it could
    /// be read, with U+FFFD for the rest.
    [[nodiscard]] bool hasUnreadableText(int row, GroupSet wanted) const
    {
        return m_states.hasUnreadableText(row, wanted);
    }
    /// The groups among `wanted` that still have to be asked for in this load: NotAsked or Stale.
    [[nodiscard]] GroupSet missingGroups(int row, GroupSet wanted) const;
    /// Grows whenever a value of this column comes, changes or goes, in any row, and when rows come or go.
    /// Only numbers of one table and its snapshots can be compared: equal ones mean that sorting by this
    /// column gives the same order.
    [[nodiscard]] quint64 revision(ColumnIndex column) const;
    [[nodiscard]] quint64 revision(const ColumnSet &columns) const; ///< The largest of them.
    /// Grows with every write, those of states included.
    [[nodiscard]] quint64 revision() const { return m_revision; }
    /// Grows whenever missingGroups() of a row may have come to more than before. New rows are behind all
    /// others and need no telling.
    [[nodiscard]] quint64 lackRevision() const { return m_lackRevision; }

    // ---- writing
    // --------------------------------------------------------------------------------------------
    /// Everything known so far becomes Stale (its values stay); failures are forgotten. `now`: UTC.
    void beginLoad(const QDateTime &now = {});
    /// A new row, or the one with this key, listed in this load. Returns its number; `isNew` says which it
    /// was.
    int listRow(const RowPatch &patch, bool *isNew);
    /// Puts values and states; a loaded group's columns without a value become empty. Of a failed group the
    /// cells that came are put, too, if the patch says which are wrong. Returns the row, or
    /// nullopt for a key that is not in the table (dropped, counted by the caller).
    std::optional<int> apply(const RowPatch &patch);
    void setLoading(int row, GroupSet groups);
    /// Back to what it was before setLoading (a cancelled call): NotAsked or Stale.
    void clearLoading(int row, GroupSet groups);
    /// `state` is Refused or Failed.
    void setFailure(int row, GroupSet groups, CellState state, const ApiError &error);
    /// Failed and Refused groups become NotAsked (or Stale) again, for "retry". Returns whether any did.
    bool clearFailures(int row, GroupSet groups);
    /// Until it is listed or an answer brings it after all.
    void setGone(int row);
    /// Rows of this kind that this load did not list. Only meaningful after a complete list.
    [[nodiscard]] QList<int> rowsNotListed(RowKind kind) const;
    [[nodiscard]] bool isListed(int row) const; ///< In this load.
    /// Removes rows (ascending numbers). Returns for each old row its new number, -1 for removed ones. O(rows
    /// × columns).
    QList<int> removeRows(const QList<int> &rows);
    void clear();

private:
    using Stored = GroupStates::Stored;

    /// Whether values of this group are to be seen.
    [[nodiscard]] bool isShown(int row, int group) const
    {
        return m_states.at(row, group).hasValues(isGone(row));
    }
    [[nodiscard]] bool kindHasGroup(int row, int group) const;
    [[nodiscard]] GroupSet groupsOf(int row) const; ///< Those that its kind has.
    void setState(int row, int group, GroupStates::State state);
    void setStored(int row, int group, Stored stored); ///< What is known of it stays.
    void put(int row, ColumnIndex column, const CellValue &value);
    void putPatch(int row, const RowPatch &patch);
    void putPartly(int row, const RowPatch &patch);
    void touchRows() { m_rowsRevision = ++m_revision; }

    const Catalogue *m_catalogue;
    std::optional<ColumnIndex> m_kindColumn;
    std::optional<ColumnIndex> m_idColumn;
    int m_rowCount = 0;
    RowValues<RowKey> m_keys;
    NumberIndex m_rowOfKey;
    StoredCells m_cells;
    GroupStates m_states;
    RowValues<quint8> m_rowFlags; // gone, listed in this load
    RowFailures m_failures;
    QList<QDateTime> m_loadTimes; // the newest first
    quint64 m_revision = 0;
    quint64 m_rowsRevision = 0;
    quint64 m_lackRevision = 0;
    QList<quint64> m_columnRevisions; // when a stored value changed
    QList<quint64> m_groupRevisions;  // when stored values came into sight or went out of it
};

} // namespace layerscope
