// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/inventorystore.h"
#include "models/cellformat.h"
#include "models/inventorymodel.h"
#include "models/inventoryroles.h"
#include "models/tablecells.h"

#include <QThreadPool>

#include <chrono>
#include <memory>
#include <optional>

namespace layerscope {

/// The rows of one table without children as a tree view wants them: flat, or in groups with sums; filtered,
/// sorted; columns are catalogue columns, all of them always (the view hides some). Reads the store, never
/// asks for data. The order is an Arrangement made on a worker from a snapshot and put in place by one
/// layoutChanged, persistent indexes remapped by row (groups by their key), so selection, current row,
/// expansion and scroll survive; no QSortFilterProxyModel, which costs seconds at 100 000 rows (limits §3).
/// Rows may come and go with a layoutChanged, when the filter or the scope changes or rows are removed.
///
/// New rows appear at the end at once (rowsInserted) when the view is flat and unfiltered, else with the next
/// arrangement. While rows load, a new arrangement is made at most every `arrangeInterval`, and not while the
/// person reads (setHoldOrder); a change of the spec is answered at once. A changed cell is one dataChanged a
/// row (announceRows); the view cuts out what it shows. GUI thread. Owns nothing but itself; store and pool
/// outlive it.
class RowsModel : public InventoryModel
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds arrangeInterval{500};

    RowsModel(InventoryStore &store, QThreadPool &workers, QObject *parent = nullptr);
    ~RowsModel() override;

    // ---- QAbstractItemModel
    // ---------------------------------------------------------------------------------
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< ItemNeverHasChildren on rows.
    /// Sets the spec's sort column and order.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    // ---- what is shown
    // ----------------------------------------------------------------------------------------
    [[nodiscard]] const Catalogue &catalogue() const override;
    [[nodiscard]] const ArrangementSpec &spec() const override;
    [[nodiscard]] const ArrangementSpec &arrangedSpec() const override;
    /// Answered at once, whatever setHoldOrder says. Its searchedColumns are always those of setShownColumns.
    void setSpec(const ArrangementSpec &spec);
    /// What the navigator's nodes of row states are about: all that is asked for, shown or not.
    void setStateColumns(const ColumnSet &columns);
    void setShownColumns(const ColumnSet &columns) override;
    /// Puts rows that came in order now instead of at the next interval: the list is whole, the screen can be
    /// known.
    void arrangeNow();
    /// Whether a load runs: cells that nobody asked for yet then wait (and look like it), else they say "not
    /// loaded". True at first.
    void setLoadRunning(bool running);
    /// The arrangement on screen; never null.
    [[nodiscard]] std::shared_ptr<const Arrangement> arrangement() const;
    void setHoldOrder(bool hold) override;
    /// True from a change of the spec until its arrangement is on screen.
    [[nodiscard]] bool isArranging() const;

    // ---- between indexes and rows -------------------------------------------------------------------------
    [[nodiscard]] const InventoryTable &table() const;
    /// Table row of an index; nullopt for group rows and invalid indexes.
    [[nodiscard]] std::optional<int> tableRow(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfTableRow(int row, int column = 0) const;
    [[nodiscard]] QModelIndex indexOfKey(RowKey key, int column = 0) const;
    /// nullptr for rows and invalid indexes.
    [[nodiscard]] const Arrangement::Group *group(const QModelIndex &index) const;
    /// What the model formats with.
    [[nodiscard]] const CellFormat &format() const;
    /// What cells say, over a snapshot of the table, for another thread. The snapshot must outlive it.
    [[nodiscard]] TableCells cellsOf(const InventoryTable &snapshot) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
