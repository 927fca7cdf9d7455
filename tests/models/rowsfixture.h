// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "inventory/kinds.h"
#include "models/rowsmodel.h"
#include "models/treeprint.h"

#include <QAbstractItemModelTester>
#include <QIdentityProxyModel>
#include <QSortFilterProxyModel>
#include <QThreadPool>

#include <memory>
#include <vector>

namespace layerscope {

/// What tests of RowsModel have in common: the store of a table, that of the table below it if there is one,
/// the workers, and the model over them with these columns shown. Whatever is put into a store is told at
/// once.
class RowsFixture
{
public:
    RowsFixture(const TableSpec &table, const ColumnSet &shown)
        : store(table.catalogue())
        , below(storeBelow(table))
        , model(store, below.get(), workers)
    {
        model.setShownColumns(shown);
    }
    ~RowsFixture() { workers.waitForDone(); }
    Q_DISABLE_COPY_MOVE(RowsFixture)

    void list(const QList<RowPatch> &patches) { listIn(store, patches); }
    void apply(const QList<RowPatch> &patches) { applyTo(store, patches); }
    /// Another spec: this one, changed.
    template<class Change>
    void respec(Change change)
    {
        ArrangementSpec spec = model.spec();
        change(spec);
        model.setSpec(spec);
    }
    /// The tree of the rows' names.
    [[nodiscard]] QStringList names() const { return printTree(model, {model.catalogue().nameColumn()}); }

    InventoryStore store;
    std::unique_ptr<InventoryStore> below;
    QThreadPool workers;
    RowsModel model;

protected:
    static void listIn(InventoryStore &store, const QList<RowPatch> &patches)
    {
        store.listRows(patches);
        store.flush();
    }
    static void applyTo(InventoryStore &store, const QList<RowPatch> &patches)
    {
        store.apply(patches);
        store.flush();
    }

private:
    static std::unique_ptr<InventoryStore> storeBelow(const TableSpec &table)
    {
        const TableSpec *children = childTable(table);
        return children != nullptr ? std::make_unique<InventoryStore>(children->catalogue()) : nullptr;
    }
};

/// A model that is watched, by itself and behind two proxies.
class WatchedModel
{
public:
    /// `sorted` goes by this column, the largest first.
    WatchedModel(QAbstractItemModel &model, int column)
    {
        sorted.setSourceModel(&model);
        sorted.setSortRole(SortRole);
        sorted.sort(column, Qt::DescendingOrder);
        identity.setSourceModel(&model);
        using Mode = QAbstractItemModelTester::FailureReportingMode;
        for (QAbstractItemModel *watched : {&model, static_cast<QAbstractItemModel *>(&sorted),
                                            static_cast<QAbstractItemModel *>(&identity)})
            m_testers.push_back(std::make_unique<QAbstractItemModelTester>(watched, Mode::Fatal));
    }

    QSortFilterProxyModel sorted;
    QIdentityProxyModel identity;

private:
    std::vector<std::unique_ptr<QAbstractItemModelTester>> m_testers;
};

/// Of a column, to the left or to the right.
[[nodiscard]] inline Qt::Alignment alignmentOf(const QAbstractItemModel &model, int column)
{
    return Qt::Alignment(model.headerData(column, Qt::Horizontal, Qt::TextAlignmentRole).toInt()) &
           Qt::AlignHorizontal_Mask;
}

} // namespace layerscope
