// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowlinks.h"

#include "inventory/kinds.h"
#include "models/rowsmodel.h"
#include "views/relationactions.h"

#include <QAction>
#include <QMenu>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// What the cell in this column of the index's row leads to; nullopt: nothing, or it is not known.
std::optional<RowKey> linkOfCell(const RowsModel &model, const QModelIndex &index, ColumnIndex column)
{
    const std::optional<int> row = model.tableRow(index);
    if (!row)
        return std::nullopt;
    const std::optional<ColumnSpec::Link> &link = model.catalogue().column(column).link;
    if (!link || !model.table().hasValue(*row, link->idColumn))
        return std::nullopt;
    return RowKey{link->kind, model.table().bits(*row, link->idColumn)};
}

void addLink(QMenu &menu, RowKey key, QString name, const std::function<void(RowKey)> &show)
{
    const KindSpec &kind = kindSpec(key.kind);
    QAction *action = menu.addAction(kind.goToText(name.replace(u'&', "&&"_L1)));
    action->setObjectName(u"goTo_"_s + QLatin1StringView(kind.key));
    QObject::connect(action, &QAction::triggered, action, [show, key] { show(key); });
}

} // namespace

std::optional<RowKey> linkOf(const RowsModel &model, const QModelIndex &index)
{
    const std::optional<RowKey> below = linkOfChild(model, index);
    return below ? below : linkOfCell(model, index, index.column());
}

std::optional<RowKey> linkOfChild(const RowsModel &model, const QModelIndex &index)
{
    const std::optional<int> row = model.childRow(index);
    return row ? rowOfOwnTable(model.children()->key(*row)) : std::nullopt;
}

void addLinkActions(QMenu &menu, const RowsModel &model, const QModelIndex &index,
                    const std::function<void(RowKey)> &show, const std::function<void(const Jump &)> &jump)
{
    if (const std::optional<RowKey> key = linkOfChild(model, index)) {
        menu.addSeparator();
        addLink(menu, *key, index.siblingAtColumn(model.catalogue().nameColumn()).data().toString(), show);
    }
    bool isFirst = true;
    for (ColumnIndex column = 0; column < model.catalogue().columnCount(); ++column) {
        const std::optional<RowKey> key = linkOfCell(model, index, column);
        if (!key)
            continue;
        if (std::exchange(isFirst, false))
            menu.addSeparator();
        addLink(menu, *key, index.siblingAtColumn(column).data().toString(), show);
    }
    if (const std::optional<int> row = model.tableRow(index))
        addRelationActions(menu, model, model.table().key(*row), jump);
}

} // namespace layerscope
