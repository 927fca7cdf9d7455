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

QModelIndex indexOf(RowKey key, const RowsView &view)
{
    return view.rowsModel()->indexOfKey(key, view.treePosition());
}

/// Nothing else, and opens what they lie in. `leads`: the first one becomes the current one, which scrolls
/// nothing.
void selectRows(const QList<RowKey> &keys, RowsView &view, bool leads)
{
    QItemSelection rows;
    for (const RowKey key : keys) {
        const QModelIndex index = indexOf(key, view);
        if (index.parent().isValid())
            view.expand(index.parent());
        rows.select(index, index);
    }
    const bool scrolls = view.hasAutoScroll();
    view.setAutoScroll(false);
    if (leads)
        view.setCurrentIndex(indexOf(keys.constFirst(), view));
    view.setAutoScroll(scrolls);
    view.selectionModel()->select(rows, QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows);
}

/// Of one below the rows of the table nothing says so before the load is over.
bool isGoneFrom(const RowsPage &page, std::optional<RowKey> row)
{
    return row && std::ranges::find(page.table().kinds, row->kind) != page.table().kinds.end() &&
           !page.hasRow(*row);
}

void showFirst(const QList<RowKey> &keys, RowsView &view)
{
    view.scrollTo(indexOf(keys.constFirst(), view), QAbstractItemView::PositionAtCenter);
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
    std::optional<ScrollReturn> way;
    if (layout.place)
        way.emplace(*layout.place);
    if (!layout.rows.isEmpty() || way)
        m_coming.insert(&table, {layout.rows, {}, way, viewedIn(page)});
}

KeptTables::ViewedRows KeptTables::viewedIn(const RowsPage &page)
{
    const ArrangementSpec &spec = page.view()->rowsModel()->spec();
    return {page.filter(), page.group(), spec.sortColumn, spec.sortOrder};
}

void KeptTables::showRows(const RowsPage &page, Progress progress)
{
    const auto coming = m_coming.find(&page.table());
    if (coming == m_coming.end())
        return;
    if (viewedIn(page) != coming->viewed)
        coming->way.reset(); // the person asked for other rows, which are seen from their beginning
    const RowsModel &model = *page.view()->rowsModel();
    QList<RowKey> there;
    for (const RowKey key : std::as_const(coming->rows)) {
        if (model.indexOfKey(key).isValid())
            there.append(key);
    }
    const bool isTime = !there.isEmpty() &&
                        (progress != Progress::Listing || there.constFirst() == coming->rows.constFirst());
    if (isTime && there != coming->shown) {
        const bool isFirstTime = std::exchange(coming->shown, there).isEmpty();
        selectRows(there, *page.view(), isFirstTime);
        if (isFirstTime && !coming->way)
            showFirst(there, *page.view());
    }
    if (coming->way)
        goBack(*coming, page, progress);
    if (!coming->way && coming->shown.size() == coming->rows.size())
        m_coming.erase(coming);
}

void KeptTables::goBack(Coming &coming, const RowsPage &page, Progress progress)
{
    const bool isThere = coming.way->go(*page.view());
    const bool isGone =
        !isThere && progress != Progress::Listing && isGoneFrom(page, coming.way->place().row);
    if (progress == Progress::LoadIsOver || isGone) {
        coming.way.reset();
        if (!isThere && !coming.shown.isEmpty())
            showFirst(coming.shown, *page.view());
    }
}

void KeptTables::noteSelection(const RowsPage &page)
{
    const auto coming = m_coming.constFind(&page.table());
    if (coming != m_coming.cend() && !areSame(selectedRowsOf(page), coming->shown))
        m_coming.erase(coming);
}

void KeptTables::noteScrolling(const RowsPage &page)
{
    const auto coming = m_coming.find(&page.table());
    if (coming == m_coming.end())
        return;
    coming->way.reset();
    if (coming->shown.isEmpty()) // else nothing scrolls any more
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
    // Where the rows are still to come, it is the way that was begun.
    if (coming != m_coming.cend() && coming->way)
        layout.place = coming->way->place();
    else if ((coming == m_coming.cend() || !coming->shown.isEmpty()) && !wished)
        layout.place = ScrollReturn::placeOf(*page.view());
    m_layouts.insert(layoutKeyOf(table), layout);
}

} // namespace layerscope
