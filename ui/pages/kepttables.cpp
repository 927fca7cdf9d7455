// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/kepttables.h"

#include "inventory/kinds.h"
#include "pages/rowspage.h"
#include "views/groupmenu.h"
#include "views/rowsview.h"

namespace layerscope {

namespace {

QString layoutKeyOf(const TableSpec &table)
{
    return QString::fromLatin1(table.key);
}

/// Of either table, if it is the only one.
std::optional<RowKey> selectedRowOf(const RowsPage &page)
{
    if (page.selectedRows() == 1)
        return page.selectedKeys().constFirst();
    if (page.selectedRows() > 1)
        return std::nullopt;
    const QList<RowKey> below = page.selectedChildKeys();
    return below.size() == 1 ? std::optional(below.constFirst()) : std::nullopt;
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
    if (layout.row)
        m_rows.insert(&table, *layout.row);
}

std::optional<RowKey> KeptTables::takeRow(const TableSpec &table)
{
    const auto row = m_rows.constFind(&table);
    if (row == m_rows.cend())
        return std::nullopt;
    const RowKey key = *row;
    m_rows.erase(row);
    return key;
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
    layout.row = selectedRowOf(page);
    if (!layout.row && page.selectedRows() == 0) {
        const auto row = m_rows.constFind(&table);
        layout.row = row != m_rows.cend() ? std::optional(*row) : wished;
    }
    m_layouts.insert(layoutKeyOf(table), layout);
}

} // namespace layerscope
