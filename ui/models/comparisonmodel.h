// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "models/flatmodel.h"
#include "models/inventoryroles.h"
#include "models/tablecells.h"

namespace layerscope {

/// Servers against each other: a row for each property of the catalogue, a column for each server of a small
/// store. What differs stands first, in catalogue order, then what is the same. The order is made when the
/// model is, and again by arrange(): values that arrive later move no row by themselves. Properties that no
/// server has, and the row state, are left out. GUI thread; the store outlives it, its rows never change
/// their number.
class ComparisonModel final : public FlatModel
{
    Q_OBJECT

public:
    enum Role : int {
        DiffersRole = Qt::UserRole + 100, ///< bool: two servers are known to differ in this property.
    };

    explicit ComparisonModel(const InventoryStore &store, QObject *parent = nullptr);

    /// Puts the rows in order by what is known now. Resets the model if that changes anything.
    void arrange();
    /// Leaves out what is the same. Off at first.
    void setOnlyDifferences(bool only);
    [[nodiscard]] int differingCount() const;
    [[nodiscard]] int sameCount() const;

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation,
                                      int role = Qt::DisplayRole) const override;

protected:
    [[nodiscard]] int rows() const override { return static_cast<int>(m_properties.size()); }
    [[nodiscard]] int columns() const override { return m_servers; }
    [[nodiscard]] QVariant cell(int row, int column, int role) const override;

private:
    [[nodiscard]] const InventoryTable &table() const { return m_store.table(); }
    [[nodiscard]] bool differs(ColumnIndex column) const;
    [[nodiscard]] bool isShown(ColumnIndex column) const;
    [[nodiscard]] QList<ColumnIndex> orderNow() const;
    void takeChanges();

    const InventoryStore &m_store;
    TableCells m_cells;
    QList<ColumnIndex> m_properties; ///< By row.
    ColumnSet m_differing;
    int m_servers = 0;
    bool m_onlyDifferences = false;
};

} // namespace layerscope
