// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/kepttables.h"

#include "inventory/kinds.h"
#include "models/rowsmodel.h"
#include "pages/rowspage.h"
#include "views/groupmenu.h"
#include "views/rowsview.h"

#include <QItemSelectionModel>

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

QString layoutKeyOf(const TableSpec &table)
{
    return QString::fromLatin1(table.key);
}

/// First of all of them, if it is one of them.
QList<RowKey> withCurrentFirst(QList<RowKey> keys, const RowsView &view)
{
    const QVariant current = view.currentIndex().data(KeyRole);
    const qsizetype at = current.isValid() ? keys.indexOf(current.value<RowKey>()) : -1;
    if (at > 0)
        keys.move(at, 0);
    return keys;
}

/// Of either table, unless they are too many: then the one that the person stands on.
QList<RowKey> selectedRowsOf(const RowsPage &page)
{
    const RowsView &view = *page.view();
    const bool isAbove = page.selectedRows() > 0;
    const qsizetype count = isAbove ? page.selectedRows() : view.selectedChildRows().size();
    if (count <= TableLayout::mostRows)
        return withCurrentFirst(isAbove ? page.selectedKeys() : page.selectedChildKeys(), view);
    const QVariant current = view.currentIndex().data(KeyRole);
    return current.isValid() ? QList<RowKey>{current.value<RowKey>()} : QList<RowKey>();
}

bool areSame(const QList<RowKey> &one, const QList<RowKey> &other)
{
    return one.size() == other.size() &&
           std::is_permutation(one.cbegin(), one.cend(), other.cbegin(), other.cend());
}

/// Nothing else, and opens what they lie in. `leads`: the first one becomes the current one, and comes into
/// sight.
void selectRows(const QList<RowKey> &keys, RowsView &view, bool leads)
{
    QItemSelection rows;
    for (const RowKey key : keys) {
        const QModelIndex index = view.rowsModel()->indexOfKey(key, view.treePosition());
        if (index.parent().isValid())
            view.expand(index.parent());
        rows.select(index, index);
    }
    const QModelIndex first = view.rowsModel()->indexOfKey(keys.constFirst(), view.treePosition());
    if (leads)
        view.setCurrentIndex(first);
    view.selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
    if (leads)
        view.scrollTo(first, QAbstractItemView::PositionAtCenter);
}

} // namespace

void KeptTables::setLayouts(const QMap<QString, TableLayout> &layouts)
{
    m_layouts = layouts;
}

void KeptTables::restore(RowsPage &page)
{
    const TableSpec &table = page.table();
    const TableLayout layout = m_layouts.value(layoutKeyOf(table));
    page.view()->restoreLayout(layout.view);
    page.setGroup(GroupMenu::columnOfKey(table, layout.groupKey));
    if (page.filter() != layout.filter)
        page.setFilter(layout.filter);
    if (!layout.rows.isEmpty())
        m_coming.insert(&table, {layout.rows, {}});
}

void KeptTables::showRows(const RowsPage &page, bool isListOver)
{
    const auto coming = m_coming.find(&page.table());
    if (coming == m_coming.end())
        return;
    const RowsModel &model = *page.view()->rowsModel();
    QList<RowKey> there;
    for (const RowKey key : std::as_const(coming->rows)) {
        if (model.indexOfKey(key).isValid())
            there.append(key);
    }
    const bool isTime = !there.isEmpty() && (isListOver || there.constFirst() == coming->rows.constFirst());
    if (isTime && there != coming->shown) {
        const bool isFirstTime = std::exchange(coming->shown, there).isEmpty();
        selectRows(there, *page.view(), isFirstTime);
    }
    if (coming->shown.size() == coming->rows.size())
        m_coming.erase(coming);
}

void KeptTables::noteSelection(const RowsPage &page)
{
    const auto coming = m_coming.constFind(&page.table());
    if (coming != m_coming.cend() && !areSame(selectedRowsOf(page), coming->shown))
        m_coming.erase(coming);
}

void KeptTables::noteScrolling(const RowsPage &page)
{
    const auto coming = m_coming.constFind(&page.table());
    if (coming != m_coming.cend() && coming->shown.isEmpty()) // else nothing scrolls any more
        m_coming.erase(coming);
}

void KeptTables::keep(const RowsPage &page, std::optional<RowKey> wished, const QString &secret)
{
    const TableSpec &table = page.table();
    TableLayout layout;
    layout.view = page.view()->saveLayout();
    if (const std::optional<ColumnIndex> group = page.group())
        layout.groupKey = QString::fromLatin1(table.catalogue().column(*group).key);
    if (secret.isEmpty() || !page.filter().contains(secret, Qt::CaseInsensitive))
        layout.filter = page.filter();
    layout.rows = selectedRowsOf(page);
    const auto coming = m_coming.constFind(&table);
    if (coming != m_coming.cend() && areSame(layout.rows, coming->shown))
        layout.rows = coming->rows;
    else if (layout.rows.isEmpty() && wished)
        layout.rows = {*wished};
    m_layouts.insert(layoutKeyOf(table), layout);
}

} // namespace layerscope
