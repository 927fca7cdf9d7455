// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inventory/poolbuilder.h"
#include "inventory/inventorystore.h"
#include "models/rowsmodel.h"
#include "views/rowsview.h"

#include <QItemSelectionModel>
#include <QObject>
#include <QTest>
#include <QThreadPool>

#include <memory>

namespace layerscope {

/// What tests of RowsView with pools and their members have in common: for each test function the stores, the
/// model over them, and a view of that on screen.
class PoolsViewTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr ColumnIndex nameColumn = PoolColumn::Name;
    static constexpr auto selectRow = QItemSelectionModel::Select | QItemSelectionModel::Rows;

    void openView();
    void closeView();

    /// "pool1" with "m101", "m102" …, and so on; waits until they stand.
    void list(int pools, int membersEach);
    [[nodiscard]] QModelIndex pool(qint64 id, int column = nameColumn) const
    {
        return model->indexOfKey({RowKind::Pool, id}, column);
    }
    [[nodiscard]] QModelIndex member(RowKey key, int column = nameColumn) const
    {
        return model->indexOfKey(key, column);
    }
    /// Of the pool, by number.
    [[nodiscard]] static RowKey keyOf(qint64 poolId, int number)
    {
        return bareMetalKey(poolId * 100 + number);
    }
    [[nodiscard]] qsizetype seenMembers() const { return model->arrangement()->children->rows.size(); }
    void click(const QModelIndex &index) const
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }

    std::unique_ptr<InventoryStore> pools;
    std::unique_ptr<InventoryStore> members;
    std::unique_ptr<QThreadPool> workers;
    std::unique_ptr<RowsModel> model;
    std::unique_ptr<RowsView> view;

private Q_SLOTS:
    void init() { openView(); }
    void cleanup() { closeView(); }
};

} // namespace layerscope
