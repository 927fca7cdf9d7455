// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/poolsview.h"

#include "inventory/kinds.h"
#include "views/visiblerows.h"

#include <QKeyEvent>
#include <QMenu>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr quint32 layoutMagic = 0x4c535031; // "LSP1"

} // namespace

PoolsView::PoolsView(QWidget *parent)
    : TreeTableView(poolCatalogue(), layoutMagic, parent)
{
    setAccessibleName(poolsTable.translatedTitle());
    connect(this, &QTreeView::doubleClicked, this, [this](const QModelIndex &index) { goToServer(index); });
}

PoolsView::~PoolsView() = default;

void PoolsView::setPoolsModel(PoolsModel *model)
{
    m_model = model;
    setInventoryModel(model);
}

// ---- what is on screen
// ---------------------------------------------------------------------------------------------

QList<int> PoolsView::poolsBetween(int top, int bottom) const
{
    QList<int> rows;
    for (const QModelIndex &index : indexesBetween(*this, top, bottom)) {
        const std::optional<int> row = m_model->poolRow(index.parent().isValid() ? index.parent() : index);
        if (row && !rows.contains(*row))
            rows.append(*row);
    }
    return rows;
}

void PoolsView::reportOrder()
{
    ViewOrder order;
    const int screen = viewport()->height();
    order.visible = poolsBetween(0, screen);
    order.nearby = poolsBetween(screen, 2 * screen);
    if (verticalOffset() > 0)
        order.nearby += poolsBetween(-screen, 0);
    QList<qint64> open;
    for (int place = 0; place < m_model->rowCount(); ++place) {
        const PoolTree::Pool &pool = m_model->tree().pools.at(place);
        order.all.append(pool.row);
        if (isExpanded(m_model->index(place, 0)))
            open.append(m_model->pools().key(pool.row).id);
    }
    if (order != m_reported) {
        m_reported = order;
        Q_EMIT viewOrderChanged(order);
    }
    if (open != m_openPools) {
        m_openPools = open;
        Q_EMIT openPoolsChanged(open);
    }
}

void PoolsView::openAllPools()
{
    // One by one: QTreeView::expandAll() takes seconds for some ten thousand rows (limits §3).
    for (int place = 0; place < m_model->rowCount(); ++place)
        expand(m_model->index(place, 0));
}

void PoolsView::closeAllPools()
{
    collapseAll();
}

bool PoolsView::showPool(qint64 poolId)
{
    const QModelIndex index = m_model->indexOfPool(poolId, treePosition());
    if (!index.isValid())
        return false;
    expand(index.siblingAtColumn(0));
    setCurrentIndex(index);
    scrollTo(index, PositionAtTop);
    return true;
}

bool PoolsView::showMember(RowKey key)
{
    const QModelIndex index = m_model->indexOfMember(key, treePosition());
    if (!index.isValid())
        return false;
    expand(index.parent());
    setCurrentIndex(index);
    scrollTo(index);
    return true;
}

// ---- selection and copying
// -----------------------------------------------------------------------------------------

QModelIndexList PoolsView::selectedInOrder() const
{
    if (m_model == nullptr)
        return {};
    QModelIndexList rows = selectionModel()->selectedRows();
    const auto placeOf = [](const QModelIndex &index) {
        const QModelIndex parent = index.parent();
        return parent.isValid() ? std::pair(parent.row(), index.row()) : std::pair(index.row(), -1);
    };
    std::sort(rows.begin(), rows.end(),
              [&](const QModelIndex &a, const QModelIndex &b) { return placeOf(a) < placeOf(b); });
    return rows;
}

QList<int> PoolsView::selectedPools() const
{
    QList<int> rows;
    for (const QModelIndex &index : selectedInOrder()) {
        if (const std::optional<int> row = m_model->poolRow(index))
            rows.append(*row);
    }
    return rows;
}

QList<int> PoolsView::selectedMembers() const
{
    QList<int> rows;
    int wholePool = -1;
    for (const QModelIndex &index : selectedInOrder()) {
        if (m_model->poolRow(index)) {
            wholePool = index.row();
            rows += m_model->tree().pools.at(wholePool).members;
        } else if (const std::optional<int> row = m_model->memberRow(index);
                   row && index.parent().row() != wholePool) {
            rows.append(*row);
        }
    }
    return rows;
}

QString PoolsView::selectionAsTsv() const
{
    const QList<ColumnIndex> columns = shownColumns();
    QStringList fields;
    for (const ColumnIndex column : columns)
        fields.append(poolCatalogue().column(column).translatedTitle());
    QString text = fields.join(u'\t') + u'\n';
    for (const QModelIndex &index : selectedInOrder()) {
        fields.clear();
        for (const ColumnIndex column : columns)
            fields.append(index.siblingAtColumn(column).data().toString().replace(u'\t', u' '));
        text += fields.join(u'\t') + u'\n';
    }
    return text;
}

QString PoolsView::selectionAsOneLine() const
{
    const ColumnIndex column = copiedColumn();
    QStringList texts;
    for (const QModelIndex &index : selectedInOrder()) {
        const QString text = index.siblingAtColumn(column).data(RawTextRole).toString().simplified();
        if (!text.isEmpty())
            texts.append(text);
    }
    return texts.join(u' ');
}

// ---- what a row can do
// -----------------------------------------------------------------------------------------------

QList<int> PoolsView::poolsToRetry() const
{
    const auto lacks = [](const InventoryTable &table, int row) {
        const RowState state = table.rowState(row, GroupSet().set());
        return state == RowState::Failed || state == RowState::Refused;
    };
    QList<int> rows;
    for (const QModelIndex &index : selectedInOrder()) {
        const std::optional<int> member = m_model->memberRow(index);
        const std::optional<int> pool = m_model->poolRow(member ? index.parent() : index);
        if (!pool || rows.contains(*pool))
            continue;
        const QList<int> &members = m_model->tree().pools.at((member ? index.parent() : index).row()).members;
        const bool isLacking = member ? lacks(m_model->members(), *member)
                                      : lacks(m_model->pools(), *pool) ||
                                            std::any_of(members.cbegin(), members.cend(), [&](int row) {
                                                return lacks(m_model->members(), row);
                                            });
        if (isLacking)
            rows.append(*pool);
    }
    return rows;
}

bool PoolsView::canRetrySelection() const
{
    return !poolsToRetry().isEmpty();
}

void PoolsView::retrySelection()
{
    if (const QList<int> rows = poolsToRetry(); !rows.isEmpty())
        Q_EMIT retryRequested(rows);
}

void PoolsView::retryIndex(const QModelIndex &index)
{
    if (const std::optional<int> row = m_model->poolRow(index.parent().isValid() ? index.parent() : index))
        Q_EMIT retryRequested({*row});
}

std::optional<RowKey> PoolsView::serverOf(const QModelIndex &index) const
{
    const std::optional<int> row = m_model != nullptr ? m_model->memberRow(index) : std::nullopt;
    return row ? serverOfMember(m_model->members().key(*row)) : std::nullopt;
}

std::optional<RowKey> PoolsView::serverOfMember(RowKey member)
{
    if (member.kind == RowKind::BareMetalInstance)
        member.kind = RowKind::BareMetal; // among the servers they are not told apart
    const bool isServer = member.kind == RowKind::BareMetal || member.kind == RowKind::Virtual;
    return isServer ? std::optional(member) : std::nullopt;
}

void PoolsView::goToServer(const QModelIndex &index)
{
    if (const std::optional<RowKey> server = serverOf(index))
        Q_EMIT serverWanted(*server);
}

void PoolsView::addRowActions(QMenu *menu)
{
    if (!serverOf(currentIndex()))
        return;
    menu->addSeparator();
    QAction *action = menu->addAction(tr("Go to server"));
    action->setObjectName(u"goToServer"_s);
    connect(action, &QAction::triggered, this, [this] { goToServer(currentIndex()); });
}

void PoolsView::keyPressEvent(QKeyEvent *event)
{
    const bool isEnter = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    if (isEnter && event->modifiers() == Qt::NoModifier && serverOf(currentIndex())) {
        goToServer(currentIndex());
        event->accept();
        return;
    }
    TreeTableView::keyPressEvent(event);
}

void PoolsView::keyboardSearch(const QString &search)
{
    // The base class searches column 0, which is not the name.
    const QModelIndex first = m_model != nullptr ? m_model->index(0, 0) : QModelIndex();
    if (!first.isValid() || search.isEmpty())
        return;
    m_search.type(search);
    const bool isCurrentSeen = visualRect(currentIndex().siblingAtColumn(treePosition())).isValid();
    const QModelIndex start = isCurrentSeen ? currentIndex().siblingAtColumn(0) : first;
    const auto next = [this, &first](const QModelIndex &index) {
        const QModelIndex below = indexBelow(index).siblingAtColumn(0);
        return below.isValid() ? below : first;
    };
    QModelIndex index = isCurrentSeen && m_search.startsAfterCurrent() ? next(start) : start;
    const QModelIndex end = index;
    do {
        const QModelIndex name = index.siblingAtColumn(treePosition());
        if (name.data().toString().startsWith(m_search.word(), Qt::CaseInsensitive)) {
            setCurrentIndex(name);
            return;
        }
        index = next(index);
    } while (index != end);
}

} // namespace layerscope
