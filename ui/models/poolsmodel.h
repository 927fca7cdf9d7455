// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "models/cellformat.h"
#include "models/inventorymodel.h"
#include "models/inventoryroles.h"
#include "models/pooltree.h"

#include <QThreadPool>

#include <chrono>
#include <memory>
#include <optional>

namespace layerscope {

/// Bandwidth pools with their members, as a tree: columns are those of the pools, and members show in them
/// what is the same of a member (its share of the pool's use under the pool's use, for instance). Reads two
/// stores, never asks for data. Orders are made on a worker (Arranger), put together into a PoolTree and put
/// in place by one layoutChanged, persistent indexes remapped by row. A pool whose members are still to come
/// has one row that says so. GUI thread; stores and pool of workers outlive it.
class PoolsModel : public InventoryModel
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds arrangeInterval{500};

    PoolsModel(InventoryStore &pools, InventoryStore &members, QThreadPool &workers,
               QObject *parent = nullptr);
    ~PoolsModel() override;

    // ---- QAbstractItemModel
    // ---------------------------------------------------------------------------------
    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< ItemNeverHasChildren on members.
    void sort(int column, Qt::SortOrder order = Qt::AscendingOrder) override;

    // ---- what is shown
    // ----------------------------------------------------------------------------------------
    [[nodiscard]] const Catalogue &catalogue() const override;
    [[nodiscard]] const ArrangementSpec &spec() const override; ///< Of the pools
    [[nodiscard]] const ArrangementSpec &arrangedSpec() const override;
    /// Of the members: in the same order as the pools, as far as they have such a column; grouped by pool.
    [[nodiscard]] ArrangementSpec memberSpec() const;
    void setShownColumns(const ColumnSet &columns) override;
    void setHoldOrder(bool hold) override;

    void setScope(PoolScope::Kind kind);
    void setFilter(const QString &text);
    [[nodiscard]] const PoolScope &scope() const;
    [[nodiscard]] const PoolTree &tree() const;
    /// Columns of the pools, and of their members, that the screen, the filter and the order look at.
    [[nodiscard]] ColumnSet usedPoolColumns() const;
    [[nodiscard]] ColumnSet usedMemberColumns() const;

    /// Whether a load runs: what nobody asked for yet then waits, else it says "not loaded". True at first.
    void setLoadRunning(bool running);
    /// A load begins: no pool's members are known to be complete.
    void setNoneSettled();
    /// All members of this pool that can be had are there.
    void setMembersSettled(qint64 poolId);

    // ---- between indexes and rows -------------------------------------------------------------------------
    [[nodiscard]] const InventoryTable &pools() const;
    [[nodiscard]] const InventoryTable &members() const;
    [[nodiscard]] std::optional<int> poolRow(const QModelIndex &index) const;
    [[nodiscard]] std::optional<int> memberRow(const QModelIndex &index) const;
    [[nodiscard]] QModelIndex indexOfPool(qint64 poolId, int column = 0) const;
    [[nodiscard]] QModelIndex indexOfMember(RowKey key, int column = 0) const;
    [[nodiscard]] const CellFormat &format() const;

private:
    [[nodiscard]] static int alignmentOfColumn(ColumnIndex column);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
