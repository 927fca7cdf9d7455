// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "models/arrangementmodel.h"
#include "models/cellformat.h"
#include "models/inventoryroles.h"
#include "models/rowcells.h"

#include <QThreadPool>

#include <chrono>
#include <memory>
#include <optional>

namespace layerscope {

/// The rows of one table as a tree view wants them: flat, in groups with sums, or, of a table that has
/// another one below it (Nesting), with the rows of that below its own; filtered, sorted. Columns are
/// catalogue columns, all of them always (the view hides some); rows below show in them what is the same of
/// them. Reads the stores, never asks for data. The order is an Arrangement made on a worker from a snapshot
/// and put in place by one layoutChanged (ArrangementModel); no QSortFilterProxyModel, which costs seconds at
/// 100 000 rows (limits §3). Rows may come and go with a layoutChanged, when the filter or the scope changes
/// or rows are removed. A row whose rows below are still to come has one that says so.
///
/// New rows appear at the end at once (rowsInserted) when the view is flat and unfiltered, else with the next
/// arrangement. While rows load, a new arrangement is made at most every `arrangeInterval`, and not while the
/// person reads (setHoldOrder); a change of the spec is answered at once. A changed cell is one dataChanged a
/// row (announceRows); the view cuts out what it shows. GUI thread. Owns nothing but itself; stores and pool
/// outlive it.
class RowsModel : public ArrangementModel
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds arrangeInterval{500};

    RowsModel(InventoryStore &store, QThreadPool &workers, QObject *parent = nullptr);
    /// `children`: of the table whose rows lie below; nullptr: there is none.
    RowsModel(InventoryStore &store, InventoryStore *children, QThreadPool &workers,
              QObject *parent = nullptr);
    ~RowsModel() override;

    // ---- QAbstractItemModel
    // ---------------------------------------------------------------------------------
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    /// Titles, descriptions and alignments of the catalogue's columns.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    /// Sets the spec's sort column and order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    // ---- what is shown
    // ----------------------------------------------------------------------------------------
    [[nodiscard]] const Catalogue &catalogue() const;
    /// What is wished; arrangedSpec() is what is on screen.
    [[nodiscard]] const ArrangementSpec &spec() const;
    /// Answered at once, whatever setHoldOrder says. Its shownColumns are always those of setShownColumns,
    /// and words without a column always look everywhere (ArrangementSpec::searchEverywhere()).
    void setSpec(const ArrangementSpec &spec);
    /// The words of the quick filter (RowFilter), for both tables.
    void setFilter(const QString &text);
    /// What the navigator's nodes of row states are about: all that is asked for, shown or not.
    void setStateColumns(const ColumnSet &columns);
    /// Columns on screen: what row_state is about; slow ones are searched only here. The view calls it.
    void setShownColumns(const ColumnSet &columns);
    /// Columns of the table, and of that below it, that the screen, the filter and the order look at.
    [[nodiscard]] ColumnSet usedColumns() const;
    [[nodiscard]] ColumnSet usedChildColumns() const;
    /// Puts rows that came in order now instead of at the next interval: the list is whole, the screen can be
    /// known.
    void arrangeNow();
    /// Whether a load runs: cells that nobody asked for yet then wait (and look like it), else they say "not
    /// loaded". True at first.
    void setLoadRunning(bool running);
    /// A load begins: of no row it is known that all below it have come.
    void setNoneSettled();
    /// All that can be loaded of the rows below the row with this number are there.
    void setSettled(qint64 id);
    /// While true, values that arrive do not reorder rows (the person is reading or has a menu open); catches
    /// up after. Does not keep the first rows from an empty view, nor rows below others from coming up.
    void setHoldOrder(bool hold);
    /// True from a change of the spec until its arrangement is on screen.
    [[nodiscard]] bool isArranging() const;

    // ---- the tables
    // -------------------------------------------------------------------------------------------
    [[nodiscard]] const InventoryTable &table() const;
    /// That below it; nullptr: there is none.
    [[nodiscard]] const InventoryTable *children() const;
    /// Of a row of either table.
    [[nodiscard]] QModelIndex indexOfKey(RowKey key, int column = 0) const;
    /// What the model formats with.
    [[nodiscard]] const CellFormat &format() const;
    /// What cells say, over a snapshot of the table, for another thread. The snapshot must outlive it.
    [[nodiscard]] TableCells cellsOf(const InventoryTable &snapshot) const;
    /// The same with the rows below.
    [[nodiscard]] RowCells cellsOf(const ArrangedTables &snapshot) const;
    /// Unchanging copies of what the model reads. O(columns).
    [[nodiscard]] ArrangedTables snapshot() const;

Q_SIGNALS:
    /// A new order is in place (after layoutChanged), or rows were appended or removed, or all is gone.
    void arranged();

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
