// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inventory/tablebuilder.h"
#include "inventory/inventorystore.h"
#include "models/rowsmodel.h"
#include "views/rowsview.h"

#include <QObject>
#include <QThreadPool>

#include <memory>
#include <optional>

namespace layerscope {

/// What tests of RowsView with servers have in common: for each test function a store, the model over it, and
/// a view of that on screen.
class ServersViewTest : public QObject
{
    Q_OBJECT

protected:
    static constexpr ColumnIndex nameColumn = ServerColumn::Fqdn;

    void openView();
    void closeView();

    /// So many servers, with ids from 1 and names in their order, from s0001.
    void list(int count);
    void apply(const QList<RowPatch> &patches);
    void group(std::optional<ColumnIndex> column);
    void settle();
    [[nodiscard]] static RowPatch without(RowPatch patch, int group);
    /// One cell of a server that is listed.
    [[nodiscard]] static RowPatch detail(qint64 id, ColumnIndex column, const CellValue &value);
    [[nodiscard]] QModelIndex at(qint64 id, int column = nameColumn) const
    {
        return model->indexOfKey({RowKind::BareMetal, id}, column);
    }
    [[nodiscard]] int yOf(qint64 id) const { return view->visualRect(at(id)).top(); }

    std::unique_ptr<InventoryStore> store;
    std::unique_ptr<QThreadPool> workers;
    std::unique_ptr<RowsModel> model;
    std::unique_ptr<RowsView> view;

private Q_SLOTS:
    void init() { openView(); }
    void cleanup() { closeView(); }
};

} // namespace layerscope
