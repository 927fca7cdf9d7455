// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowsview.h"

#include "core/whendone.h"
#include "inventory/kinds.h"
#include "views/groupexpansion.h"
#include "views/selectiontext.h"
#include "views/visiblerows.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QtConcurrent>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr qsizetype copiedAtOnce = 2000; // rows whose text takes a few milliseconds; more go to a worker

/// What a saved layout begins with, so that no other table's is taken for it.
quint32 layoutMagic(const TableSpec &table)
{
    constexpr quint32 ofServers = 0x4c535631; // "LSV1"
    constexpr quint32 ofOthers = 0x4c520000;  // "LR", and what its key comes to
    return &table == &serversTable ? ofServers : ofOthers | qChecksum(QByteArrayView(table.key));
}

} // namespace

RowsView::RowsView(const TableSpec &table, QWidget *parent)
    : TreeTableView(table.catalogue(), layoutMagic(table), parent)
{
    setAccessibleName(table.translatedTitle());
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) {
        if (const std::optional<RowKey> key = linkOf(index, index.column()))
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
    setInventoryModel(model);
}

void RowsView::openAfterArranging()
{
    m_groups->apply();
}

void RowsView::openAllGroups()
{
    if (m_groups)
        m_groups->openAll();
}

void RowsView::closeAllGroups()
{
    if (m_groups)
        m_groups->closeAll();
}

// ---- what is on screen
// ---------------------------------------------------------------------------------------------

QList<int> RowsView::tableRowsBetween(int top, int bottom) const
{
    QList<int> rows;
    for (const QModelIndex &index : indexesBetween(*this, top, bottom)) {
        if (const std::optional<int> row = m_model->tableRow(index))
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
    if (order == m_reported)
        return;
    m_reported = order;
    Q_EMIT viewOrderChanged(order);
}

// ---- selection and copying
// -----------------------------------------------------------------------------------------

QList<int> RowsView::selectedTableRows() const
{
    return m_model != nullptr ? tableRowsOf(*m_model, selectionModel()->selection()) : QList<int>();
}

QString RowsView::selectionAsTsv() const
{
    if (m_model == nullptr)
        return {};
    const InventoryTable &table = m_model->table();
    return toTsv(m_model->cellsOf(table), table.catalogue(), selectedTableRows(), shownColumns());
}

QString RowsView::selectionAsOneLine() const
{
    if (m_model == nullptr)
        return {};
    return toOneLine(m_model->cellsOf(m_model->table()), selectedTableRows(), copiedColumn());
}

void RowsView::copySelection(bool asOneLine)
{
    if (m_model == nullptr)
        return;
    const QList<int> rows = selectedTableRows();
    if (rows.size() <= copiedAtOnce) {
        TreeTableView::copySelection(asOneLine);
        return;
    }
    // 100 000 rows are a second of formatting: on a worker, over a snapshot.
    const int number = nextCopyNumber();
    auto table = std::make_shared<const InventoryTable>(m_model->table());
    const auto write = [table, cells = m_model->cellsOf(*table), rows, shown = shownColumns(),
                        column = copiedColumn(), asOneLine] {
        return asOneLine ? toOneLine(cells, rows, column) : toTsv(cells, table->catalogue(), rows, shown);
    };
    whenDone(QtConcurrent::run(write), this, [this, number](const QString &text) {
        if (isNewestCopy(number))
            QGuiApplication::clipboard()->setText(text);
    });
}

// ---- what a row can do
// -----------------------------------------------------------------------------------------------

QList<int> RowsView::rowsToRetry() const
{
    const InventoryTable &table = m_model->table();
    const GroupSet shown = table.catalogue().groupsOf(shownColumnSet());
    QList<int> rows = selectedTableRows();
    rows.removeIf([&](int row) {
        const RowState state = table.rowState(row, shown);
        return state != RowState::Failed && state != RowState::Refused;
    });
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
    if (const std::optional<int> row = m_model->tableRow(index))
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

void RowsView::addRowActions(QMenu *menu)
{
    if (m_model == nullptr)
        return;
    bool isFirst = true;
    for (ColumnIndex column = 0; column < m_model->catalogue().columnCount(); ++column) {
        const std::optional<RowKey> key = linkOf(currentIndex(), column);
        if (!key)
            continue;
        if (std::exchange(isFirst, false))
            menu->addSeparator();
        const KindSpec &kind = kindSpec(key->kind);
        QString name = currentIndex().siblingAtColumn(column).data().toString();
        QAction *action = menu->addAction(kind.goToText(name.replace(u'&', "&&"_L1)));
        action->setObjectName(u"goTo_"_s + QLatin1StringView(kind.key));
        connect(action, &QAction::triggered, this, [this, key] { Q_EMIT rowWanted(*key); });
    }
    if (m_model->tableRow(currentIndex()))
        addRelations(menu);
}

void RowsView::addRelations(QMenu *menu)
{
    const InventoryTable &table = m_model->table();
    const int row = m_model->tableRow(currentIndex()).value();
    bool isFirst = true;
    for (const Relation &relation : tableSpec(m_model->catalogue()).relations) {
        const std::optional<Jump> jump = jumpFrom(table, row, relation);
        if (!jump)
            continue;
        if (std::exchange(isFirst, false))
            menu->addSeparator();
        QAction *action = menu->addAction(relation.translatedTitle().replace(u'&', "&&"_L1));
        action->setObjectName(u"relation_"_s + QLatin1StringView(relation.key));
        connect(action, &QAction::triggered, this, [this, jump] { Q_EMIT jumpWanted(*jump); });
    }
}

void RowsView::keyboardSearch(const QString &search)
{
    // The base class searches column 0, and walks an index for each of 100 000 rows.
    if (m_model == nullptr || search.isEmpty())
        return;
    m_search.type(search);
    const std::shared_ptr<const Arrangement> arrangement = m_model->arrangement();
    QList<int> rows; // in view order, those of closed groups left out
    for (int g = 0; g < arrangement->groups.size(); ++g) {
        if (!arrangement->isGrouped || isExpanded(m_model->index(g, 0)))
            rows += arrangement->groups.at(g).rows;
    }
    const std::optional<int> current = m_model->tableRow(currentIndex());
    const qsizetype start = current ? std::max<qsizetype>(rows.indexOf(*current), 0) : 0;
    const ColumnIndex nameColumn = m_model->catalogue().nameColumn();
    const qsizetype offset = current && m_search.startsAfterCurrent() ? 1 : 0;
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const int row = rows.at((start + offset + i) % rows.size());
        if (!m_model->table().text(row, nameColumn).startsWith(m_search.word(), Qt::CaseInsensitive))
            continue;
        setCurrentIndex(m_model->indexOfTableRow(row, nameColumn));
        return;
    }
}

void RowsView::saveOwn(QDataStream &out) const
{
    m_groups->save(out);
}

bool RowsView::restoreOwn(QDataStream &in)
{
    return m_groups->restore(in);
}

} // namespace layerscope
