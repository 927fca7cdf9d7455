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

RowLinks::RowLinks(QObject *parent)
    : QObject(parent)
{}

std::optional<RowKey> RowLinks::linkOf(const QModelIndex &index) const
{
    const std::optional<RowKey> below = linkOfChild(index);
    return below ? below : linkOfCell(index, index.column());
}

std::optional<RowKey> RowLinks::linkOfChild(const QModelIndex &index) const
{
    const std::optional<int> row = m_model != nullptr ? m_model->childRow(index) : std::nullopt;
    return row ? rowOfOwnTable(m_model->children()->key(*row)) : std::nullopt;
}

std::optional<RowKey> RowLinks::linkOfCell(const QModelIndex &index, ColumnIndex column) const
{
    const std::optional<int> row = m_model != nullptr ? m_model->tableRow(index) : std::nullopt;
    if (!row)
        return std::nullopt;
    const std::optional<ColumnSpec::Link> &link = m_model->catalogue().column(column).link;
    if (!link || !m_model->table().hasValue(*row, link->idColumn))
        return std::nullopt;
    return RowKey{link->kind, m_model->table().bits(*row, link->idColumn)};
}

void RowLinks::addActions(QMenu *menu, const QModelIndex &index)
{
    if (m_model == nullptr)
        return;
    if (const std::optional<RowKey> key = linkOfChild(index)) {
        menu->addSeparator();
        addLink(menu, *key, index.siblingAtColumn(m_model->catalogue().nameColumn()).data().toString());
    }
    bool isFirst = true;
    for (ColumnIndex column = 0; column < m_model->catalogue().columnCount(); ++column) {
        const std::optional<RowKey> key = linkOfCell(index, column);
        if (!key)
            continue;
        if (std::exchange(isFirst, false))
            menu->addSeparator();
        addLink(menu, *key, index.siblingAtColumn(column).data().toString());
    }
    if (const std::optional<int> row = m_model->tableRow(index))
        addRelationActions(*menu, *m_model, m_model->table().key(*row),
                           [this](const Jump &jump) { Q_EMIT jumpWanted(jump); });
}

void RowLinks::addLink(QMenu *menu, RowKey key, QString name)
{
    const KindSpec &kind = kindSpec(key.kind);
    QAction *action = menu->addAction(kind.goToText(name.replace(u'&', "&&"_L1)));
    action->setObjectName(u"goTo_"_s + QLatin1StringView(kind.key));
    connect(action, &QAction::triggered, this, [this, key] { Q_EMIT rowWanted(key); });
}

} // namespace layerscope
