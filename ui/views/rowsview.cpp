// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowsview.h"

#include "core/whendone.h"
#include "inventory/kinds.h"
#include "views/groupexpansion.h"
#include "views/relationactions.h"
#include "views/visiblerows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QKeyEvent>
#include <QMenu>
#include <QtConcurrent>

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr qsizetype copiedAtOnce = 2000; // rows whose text takes a few milliseconds; more go to a worker

/// What a saved layout begins with, so that no other table's is taken for it.
quint32 layoutMagic(const TableSpec &table)
{
    constexpr quint32 ofServers = 0x4c535631; // "LSV1"
    constexpr quint32 ofPools = 0x4c535031;   // "LSP1"
    constexpr quint32 ofOthers = 0x4c520000;  // "LR", and what its key comes to
    if (&table == &serversTable)
        return ofServers;
    return &table == &poolsTable ? ofPools : ofOthers | qChecksum(QByteArrayView(table.key));
}

} // namespace

RowsView::RowsView(const TableSpec &table, QWidget *parent)
    : TreeTableView(table.catalogue(), layoutMagic(table), parent)
{
    setAccessibleName(table.translatedTitle());
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        const std::optional<RowKey> below = linkOfChild(index);
        if (const std::optional<RowKey> key = below ? below : linkOf(index, index.column()))
            Q_EMIT rowWanted(*key);
    });
}

RowsView::~RowsView() = default;

void RowsView::setRowsModel(RowsModel *model)
{
    m_groups.reset();
    m_model = model;
    if (model != nullptr)
        m_groups = std::make_unique<GroupExpansion>(*this, *model, nullptr);
    TreeTableView::setRowsModel(model);
}

void RowsView::openAfterArranging()
{
    m_groups->apply();
}

void RowsView::openAll()
{
    if (m_model == nullptr)
        return;
    if (m_model->children() == nullptr) {
        m_groups->openAll();
        return;
    }
    // One by one: QTreeView::expandAll() takes seconds for some ten thousand rows (limits §3).
    for (int row = 0; row < m_model->rowCount(); ++row)
        expand(m_model->index(row, 0));
}

void RowsView::closeAll()
{
    collapseAll(); // says so of each
}

bool RowsView::showRow(RowKey key)
{
    const QModelIndex index = m_model->indexOfKey(key, treePosition());
    if (!index.isValid())
        return false;
    const bool canBeOpened = m_model->hasChildren(index.siblingAtColumn(0));
    if (index.parent().isValid())
        expand(index.parent());
    if (canBeOpened)
        expand(index.siblingAtColumn(0));
    setCurrentIndex(index);
    // With room for what lies below it, if anything does.
    const bool isParent = m_model->children() != nullptr && !index.parent().isValid();
    scrollTo(index, isParent ? PositionAtTop : PositionAtCenter);
    return true;
}

// ---- what is on screen
// ---------------------------------------------------------------------------------------------

std::optional<int> RowsView::ownRow(const QModelIndex &index) const
{
    const std::optional<int> row = m_model->tableRow(index);
    return row ? row : m_model->tableRow(index.parent());
}

QList<int> RowsView::tableRowsBetween(int top, int bottom) const
{
    QList<int> rows;
    for (const QModelIndex &index : indexesBetween(*this, top, bottom)) {
        const std::optional<int> row = ownRow(index);
        if (row && (rows.isEmpty() || rows.constLast() != *row))
            rows.append(*row);
    }
    return rows;
}

void RowsView::reportOrder()
{
    ViewOrder order;
    const int screen = viewport()->height();
    order.visible = tableRowsBetween(0, screen);
    order.nearby = tableRowsBetween(screen, 2 * screen);
    if (verticalOffset() > 0)
        order.nearby += tableRowsBetween(-screen, 0);
    const std::shared_ptr<const Arrangement> arrangement = m_model->arrangement();
    const bool isSame = arrangement == m_orderedArrangement;
    order.all = isSame ? m_reported.all : arrangement->rowsInOrder();
    m_orderedArrangement = arrangement;
    if (order != m_reported) {
        m_reported = order;
        Q_EMIT viewOrderChanged(order);
    }
    if (m_model->children() != nullptr)
        reportOpenRows();
}

void RowsView::reportOpenRows()
{
    QList<qint64> open;
    for (int row = 0; row < m_model->rowCount(); ++row) {
        const QModelIndex index = m_model->index(row, 0);
        if (isExpanded(index))
            open.append(m_model->table().key(*m_model->tableRow(index)).id);
    }
    if (open == m_openRows)
        return;
    m_openRows = open;
    Q_EMIT openRowsChanged(open);
}

// ---- selection and copying
// -----------------------------------------------------------------------------------------

QList<ShownRow> RowsView::selectedRows() const
{
    return m_model != nullptr ? shownRowsOf(*m_model, selectionModel()->selection()) : QList<ShownRow>();
}

QList<int> RowsView::selectedTableRows() const
{
    return m_model != nullptr ? tableRowsOf(*m_model, selectionModel()->selection()) : QList<int>();
}

QList<int> RowsView::selectedChildRows() const
{
    return m_model != nullptr ? childRowsOf(*m_model, selectionModel()->selection()) : QList<int>();
}

QString RowsView::selectionAsTsv() const
{
    if (m_model == nullptr)
        return {};
    const ArrangedTables tables = m_model->snapshot();
    return toTsv(m_model->cellsOf(tables), m_model->catalogue(), selectedRows(), shownColumns());
}

QString RowsView::selectionAsOneLine() const
{
    if (m_model == nullptr)
        return {};
    const ArrangedTables tables = m_model->snapshot();
    return toOneLine(m_model->cellsOf(tables), selectedRows(), copiedColumn());
}

void RowsView::copySelection(bool asOneLine)
{
    if (m_model == nullptr)
        return;
    const QList<ShownRow> rows = selectedRows();
    if (rows.size() <= copiedAtOnce) {
        TreeTableView::copySelection(asOneLine);
        return;
    }
    // 100 000 rows are a second of formatting: on a worker, over a snapshot.
    const int number = nextCopyNumber();
    auto tables = std::make_shared<const ArrangedTables>(m_model->snapshot());
    const auto write = [tables, cells = m_model->cellsOf(*tables), rows, shown = shownColumns(),
                        column = copiedColumn(), asOneLine] {
        return asOneLine ? toOneLine(cells, rows, column)
                         : toTsv(cells, tables->rows.catalogue(), rows, shown);
    };
    whenDone(QtConcurrent::run(write), this, [this, number](const QString &text) {
        if (isNewestCopy(number))
            QGuiApplication::clipboard()->setText(text);
    });
}

// ---- what a row can do
// -----------------------------------------------------------------------------------------------

/// Of a row with rows below it also if one of those does.
bool RowsView::lacksSomething(ShownRow row) const
{
    const auto lacks = [](const InventoryTable &table, int tableRow, GroupSet groups) {
        const RowState state = table.rowState(tableRow, groups);
        return state == RowState::Failed || state == RowState::Refused;
    };
    // The rows below come with all that is asked for of them, whatever is shown.
    const auto childLacks = [this, &lacks](int child) {
        return lacks(*m_model->children(), child, GroupSet().set());
    };
    if (row.isChild)
        return childLacks(row.row);
    const InventoryTable &table = m_model->table();
    // Rows above others are asked for more than is shown: what the navigator counts, and what those need.
    const GroupSet looked =
        m_model->children() != nullptr ? GroupSet().set() : table.catalogue().groupsOf(shownColumnSet());
    if (lacks(table, row.row, looked))
        return true;
    const std::shared_ptr<const Arrangement> arrangement = m_model->arrangement();
    if (!arrangement->children)
        return false;
    const QList<int> below = arrangement->children->rowsBelow(arrangement->places.at(row.row).row);
    return std::any_of(below.cbegin(), below.cend(), childLacks);
}

QList<int> RowsView::rowsToRetry() const
{
    const std::shared_ptr<const Arrangement> arrangement = m_model->arrangement();
    QList<int> rows;
    for (const ShownRow &selected : selectedRows()) {
        if (!lacksSomething(selected))
            continue;
        const int row = selected.isChild ? arrangement->groups.constFirst().rows.at(
                                               arrangement->children->places.at(selected.row).group)
                                         : selected.row;
        if (rows.isEmpty() || rows.constLast() != row)
            rows.append(row);
    }
    return rows;
}

bool RowsView::canRetrySelection() const
{
    return !rowsToRetry().isEmpty();
}

void RowsView::retrySelection()
{
    if (const QList<int> rows = rowsToRetry(); !rows.isEmpty())
        Q_EMIT retryRequested(rows);
}

void RowsView::retryIndex(const QModelIndex &index)
{
    if (const std::optional<int> row = ownRow(index))
        Q_EMIT retryRequested({*row});
}

std::optional<RowKey> RowsView::linkOf(const QModelIndex &index, ColumnIndex column) const
{
    const std::optional<int> row = m_model != nullptr ? m_model->tableRow(index) : std::nullopt;
    if (!row)
        return std::nullopt;
    const std::optional<ColumnSpec::Link> &link = m_model->catalogue().column(column).link;
    if (!link || !m_model->table().hasValue(*row, link->idColumn))
        return std::nullopt;
    return RowKey{link->kind, m_model->table().bits(*row, link->idColumn)};
}

std::optional<RowKey> RowsView::linkOfChild(const QModelIndex &index) const
{
    const std::optional<int> row = m_model != nullptr ? m_model->childRow(index) : std::nullopt;
    return row ? rowOfOwnTable(m_model->children()->key(*row)) : std::nullopt;
}

void RowsView::addRowActions(QMenu *menu)
{
    if (m_model == nullptr)
        return;
    const QModelIndex current = currentIndex();
    if (const std::optional<RowKey> key = linkOfChild(current)) {
        menu->addSeparator();
        addLink(menu, *key, current.siblingAtColumn(treePosition()).data().toString());
    }
    bool isFirst = true;
    for (ColumnIndex column = 0; column < m_model->catalogue().columnCount(); ++column) {
        const std::optional<RowKey> key = linkOf(current, column);
        if (!key)
            continue;
        if (std::exchange(isFirst, false))
            menu->addSeparator();
        addLink(menu, *key, current.siblingAtColumn(column).data().toString());
    }
    if (const std::optional<int> row = m_model->tableRow(current))
        addRelationActions(*menu, *m_model, m_model->table().key(*row),
                           [this](const Jump &jump) { Q_EMIT jumpWanted(jump); });
}

void RowsView::addLink(QMenu *menu, RowKey key, QString name)
{
    const KindSpec &kind = kindSpec(key.kind);
    QAction *action = menu->addAction(kind.goToText(name.replace(u'&', "&&"_L1)));
    action->setObjectName(u"goTo_"_s + QLatin1StringView(kind.key));
    connect(action, &QAction::triggered, this, [this, key] { Q_EMIT rowWanted(key); });
}

void RowsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const std::optional<RowKey> key = isEnter ? linkOfChild(currentIndex()) : std::nullopt;
    if (key && event->modifiers() == Qt::NoModifier) {
        Q_EMIT rowWanted(*key);
        event->accept();
        return;
    }
    TreeTableView::keyPressEvent(event);
}

// ---- names
// ---------------------------------------------------------------------------------------------------------

QList<ShownRow> RowsView::rowsInSight() const
{
    const std::shared_ptr<const Arrangement> arrangement = m_model->arrangement();
    QList<ShownRow> rows;
    rows.reserve(arrangement->visibleRows);
    for (int g = 0; g < arrangement->groups.size(); ++g) {
        if (arrangement->isGrouped && !isExpanded(m_model->index(g, 0)))
            continue;
        const QList<int> &ofGroup = arrangement->groups.at(g).rows;
        for (int place = 0; place < ofGroup.size(); ++place) {
            rows.append({ofGroup.at(place), false});
            if (!arrangement->children || arrangement->children->countBelow(place) == 0 ||
                !isExpanded(m_model->index(place, 0)))
                continue;
            for (const int child : arrangement->children->rowsBelow(place))
                rows.append({child, true});
        }
    }
    return rows;
}

void RowsView::keyboardSearch(const QString &search)
{
    // The base class writes out a text for each of 100 000 rows, of whatever column is the current one.
    if (m_model == nullptr || search.isEmpty())
        return;
    m_search.type(search);
    const QList<ShownRow> rows = rowsInSight();
    const std::optional<int> ownCurrent = m_model->tableRow(currentIndex());
    const std::optional<int> childCurrent = m_model->childRow(currentIndex());
    const ShownRow current{ownCurrent.value_or(childCurrent.value_or(-1)), childCurrent.has_value()};
    const qsizetype found = rows.indexOf(current); // -1: out of sight, no place to start from
    const qsizetype start =
        found >= 0 && m_search.startsAfterCurrent() ? found + 1 : std::max<qsizetype>(found, 0);
    const ColumnIndex nameColumn = m_model->catalogue().nameColumn();
    const auto nameOf = [this, nameColumn](ShownRow row) -> const QString & {
        const InventoryTable &table = row.isChild ? *m_model->children() : m_model->table();
        return table.text(row.row, row.isChild ? table.catalogue().nameColumn() : nameColumn);
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const ShownRow row = rows.at((start + i) % rows.size());
        if (!nameOf(row).startsWith(m_search.word(), Qt::CaseInsensitive))
            continue;
        setCurrentIndex(row.isChild ? m_model->indexOfChildRow(row.row, nameColumn)
                                    : m_model->indexOfTableRow(row.row, nameColumn));
        return;
    }
}

void RowsView::saveOwn(QDataStream &out) const
{
    if (m_model->children() == nullptr)
        m_groups->save(out);
}

bool RowsView::restoreOwn(QDataStream &in)
{
    return m_model->children() != nullptr || m_groups->restore(in);
}

} // namespace layerscope
