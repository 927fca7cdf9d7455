// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowsmodel.h"

#include "inventory/kinds.h"
#include "models/arrangementsteps.h"
#include "models/arrangementwish.h"
#include "models/arranger.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const QList<int> &rolesOfValues()
{
    static const QList<int> roles{Qt::DisplayRole, Qt::ToolTipRole,      Qt::AccessibleTextRole,
                                  SortRole,        CellStateRole,        ErrorRole,
                                  RawTextRole,     StateMarkRole,        UsageRole,
                                  IsSecondaryRole, IsRepeatedFailureRole};
    return roles;
}

} // namespace

class RowsModel::Private
{
public:
    Private(RowsModel *model, InventoryStore &inventory, InventoryStore *below, QThreadPool &workers);

    void take(const std::shared_ptr<const Arrangement> &made);
    void onRowsAppended(int first, int count);
    void onChildrenAppended(int first, int count);
    void onRowsChanged(const QList<int> &rows, GroupSet groups);
    void onChildrenChanged(const QList<int> &rows, GroupSet groups);
    void onRowsRemapped(const QList<int> &newRowOfOld);
    void onChildrenRemapped(const QList<int> &newRowOfOld);
    void onCleared();

    [[nodiscard]] bool isBehind(const Arrangement &made) const;
    void updateHold() { arranger.setHold(isHeld && q->shown().visibleRows > 0); }

    RowsModel *q;
    InventoryStore &store;
    InventoryStore *children;
    Arranger arranger;
    RowCells cells;
    ArrangementWish wish;
    bool isHeld = false;
};

RowsModel::Private::Private(RowsModel *model, InventoryStore &inventory, InventoryStore *below,
                            QThreadPool &workers)
    : q(model)
    , store(inventory)
    , children(below)
    , arranger(inventory, below, workers, arrangeInterval)
    , cells(inventory.table(), below != nullptr ? &below->table() : nullptr)
    , wish(inventory.table().catalogue(), below != nullptr ? &tableSpec(below->table().catalogue()) : nullptr,
           cells)
{
    Q_ASSERT(below == nullptr || tableSpec(below->table().catalogue()).nesting);
    arranger.setShown(q->arrangement());
}

// ---- what the stores and the arranger say
// ---------------------------------------------------------------------------

bool RowsModel::Private::isBehind(const Arrangement &made) const
{
    return made.tableRows < store.table().rowCount() ||
           (children != nullptr && made.children->tableRows < children->table().rowCount());
}

void RowsModel::Private::take(const std::shared_ptr<const Arrangement> &made)
{
    std::shared_ptr<const Arrangement> next = made;
    // Rows that were appended on screen meanwhile must not vanish again.
    if (isBehind(*made) && takesRowsAtEnd(*made) && q->shown().tableRows > made->tableRows)
        next = withRowsAtEnd(*made, std::min(q->shown().tableRows, store.table().rowCount()));
    arranger.setShown(next);
    if (q->putIfSameOrder(next))
        q->announceGroups({Qt::DisplayRole, Qt::AccessibleTextRole, GroupDetailRole});
    else
        q->replace(next);
    updateHold();
    if (isBehind(*made))
        arranger.valuesChanged();
    Q_EMIT q->arranged();
}

void RowsModel::Private::onRowsAppended(int first, int count)
{
    const int tableRows = first + count;
    // The snapshot of an arrangement may have had them already, and what changed in them since is not told
    // elsewhere.
    QList<int> standing;
    for (int row = first; row < std::min(tableRows, q->shown().tableRows); ++row)
        standing.append(row);
    q->announceTableRows(standing, rolesOfValues());
    if (q->shown().tableRows < tableRows && takesRowsAtEnd(q->shown())) {
        std::shared_ptr<const Arrangement> next = withRowsAtEnd(q->shown(), tableRows);
        arranger.setShown(next);
        q->grow(std::move(next));
        updateHold();
        Q_EMIT q->arranged();
    }
    arranger.valuesChanged();
}

void RowsModel::Private::onChildrenAppended(int first, int count)
{
    QList<int> standing;
    for (int row = first; row < std::min(first + count, q->shown().children->tableRows); ++row)
        standing.append(row);
    q->announceChildren(standing, rolesOfValues());
    arranger.valuesChanged(true);
}

void RowsModel::Private::onRowsChanged(const QList<int> &rows, GroupSet groups)
{
    q->announceTableRows(rows, rolesOfValues());
    if ((groups & wish.decidingGroups()).any())
        arranger.valuesChanged();
}

void RowsModel::Private::onChildrenChanged(const QList<int> &rows, GroupSet groups)
{
    if (cells.areChildBarsMeasuredBy(groups))
        q->announceSiblings(rows, rolesOfValues());
    else
        q->announceChildren(rows, rolesOfValues());
    if ((groups & wish.decidingChildGroups()).any())
        arranger.valuesChanged(true);
}

void RowsModel::Private::onRowsRemapped(const QList<int> &newRowOfOld)
{
    std::shared_ptr<const Arrangement> next = renumbered(q->shown(), newRowOfOld, store.table().rowCount());
    arranger.setShown(next);
    q->replace(std::move(next), &newRowOfOld);
    updateHold();
    arranger.rowsRenumbered();
    Q_EMIT q->arranged();
}

void RowsModel::Private::onChildrenRemapped(const QList<int> &newRowOfOld)
{
    std::shared_ptr<const Arrangement> next =
        withChildrenRenumbered(q->shown(), newRowOfOld, children->table().rowCount());
    arranger.setShown(next);
    q->replace(std::move(next), nullptr, &newRowOfOld);
    arranger.rowsRenumbered();
    Q_EMIT q->arranged();
}

void RowsModel::Private::onCleared()
{
    arranger.forget();
    std::shared_ptr<const Arrangement> nothing = emptyArrangement(wish.spec(), children != nullptr);
    arranger.setShown(nothing);
    q->reset(std::move(nothing));
    updateHold();
    if (store.table().rowCount() > 0)
        arranger.setSpec(wish.spec()); // only what is below its rows went: they come back at once
    Q_EMIT q->arranged();
}

// ---- the model
// -----------------------------------------------------------------------------------------------

RowsModel::RowsModel(InventoryStore &store, QThreadPool &workers, QObject *parent)
    : RowsModel(store, nullptr, workers, parent)
{}

RowsModel::RowsModel(InventoryStore &store, InventoryStore *children, QThreadPool &workers, QObject *parent)
    : ArrangementModel(firstArrangement(store.table(), children != nullptr),
                       store.table().catalogue().columnCount(), parent)
    , d(std::make_unique<Private>(this, store, children, workers))
{
    connect(&d->arranger, &Arranger::made, this,
            [this](const std::shared_ptr<const Arrangement> &arrangement) { d->take(arrangement); });
    connect(&store, &InventoryStore::rowsAppended, this,
            [this](int first, int count) { d->onRowsAppended(first, count); });
    connect(&store, &InventoryStore::rowsChanged, this,
            [this](const QList<int> &rows, GroupSet groups) { d->onRowsChanged(rows, groups); });
    connect(&store, &InventoryStore::rowsRemapped, this,
            [this](const QList<int> &newRowOfOld) { d->onRowsRemapped(newRowOfOld); });
    connect(&store, &InventoryStore::cleared, this, [this] { d->onCleared(); });
    if (children != nullptr) {
        connect(children, &InventoryStore::rowsAppended, this,
                [this](int first, int count) { d->onChildrenAppended(first, count); });
        connect(children, &InventoryStore::rowsChanged, this,
                [this](const QList<int> &rows, GroupSet groups) { d->onChildrenChanged(rows, groups); });
        connect(children, &InventoryStore::rowsRemapped, this,
                [this](const QList<int> &newRowOfOld) { d->onChildrenRemapped(newRowOfOld); });
        connect(children, &InventoryStore::cleared, this, [this] { d->onCleared(); });
    }
    d->arranger.setSpec(spec());
}

RowsModel::~RowsModel() = default;

QModelIndex RowsModel::indexOfKey(RowKey key, int column) const
{
    if (const std::optional<int> row = table().find(key))
        return indexOfTableRow(*row, column);
    const std::optional<int> child = children() != nullptr ? children()->find(key) : std::nullopt;
    return child ? indexOfChildRow(*child, column) : QModelIndex();
}

const Catalogue &RowsModel::catalogue() const
{
    return d->store.table().catalogue();
}

const InventoryTable &RowsModel::table() const
{
    return d->store.table();
}

const InventoryTable *RowsModel::children() const
{
    return d->children != nullptr ? &d->children->table() : nullptr;
}

const CellFormat &RowsModel::format() const
{
    return d->cells.format();
}

TableCells RowsModel::cellsOf(const InventoryTable &snapshot) const
{
    return {snapshot, d->cells.own()};
}

RowCells RowsModel::cellsOf(const ArrangedTables &snapshot) const
{
    return {snapshot, d->cells};
}

ArrangedTables RowsModel::snapshot() const
{
    ArrangedTables snapshot{table()};
    if (children() != nullptr)
        snapshot.children = *children();
    return snapshot;
}

// ---- what is shown
// -------------------------------------------------------------------------------------------

const ArrangementSpec &RowsModel::spec() const
{
    return d->wish.spec();
}

void RowsModel::setSpec(const ArrangementSpec &spec)
{
    if (d->wish.setSpec(spec))
        arrangeNow();
}

void RowsModel::setFilter(const QString &text)
{
    setSpec(d->wish.withFilter(text));
}

void RowsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    ArrangementSpec wished = spec();
    wished.sortColumn = column;
    wished.sortOrder = order;
    setSpec(wished);
}

void RowsModel::arrangeNow()
{
    d->arranger.setSpec(spec());
}

void RowsModel::setStateColumns(const ColumnSet &columns)
{
    if (d->wish.setStateColumns(columns))
        setSpec(spec());
}

void RowsModel::setShownColumns(const ColumnSet &columns)
{
    if (columns == d->cells.shownColumns())
        return;
    d->cells.setShownColumns(columns);
    if (d->wish.isAboutShownColumns()) {
        setSpec(spec());
    } else {
        d->wish.takeShownColumns(); // nothing to see of it until something else is asked for
        d->arranger.setShownColumns(columns);
    }
    if (columns.test(static_cast<std::size_t>(catalogue().rowStateColumn())))
        announceAll({Qt::DisplayRole, Qt::AccessibleTextRole, SortRole, RawTextRole});
}

ColumnSet RowsModel::usedColumns() const
{
    return d->wish.usedColumns();
}

ColumnSet RowsModel::usedChildColumns() const
{
    return d->wish.usedChildColumns();
}

void RowsModel::setLoadRunning(bool running)
{
    if (d->cells.setLoadRunning(running))
        announceAll({Qt::DisplayRole, Qt::AccessibleTextRole});
}

void RowsModel::setNoneSettled()
{
    d->arranger.setNoneSettled();
}

void RowsModel::setSettled(qint64 id)
{
    d->arranger.setSettled(id);
    d->arranger.valuesChanged(true);
}

void RowsModel::setHoldOrder(bool hold)
{
    d->isHeld = hold;
    d->updateHold();
}

bool RowsModel::isArranging() const
{
    return d->arranger.isAnsweringSpec();
}

// ---- data
// ------------------------------------------------------------------------------------------------------

QVariant RowsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    switch (role) {
    case Qt::DisplayRole:
        return catalogue().column(section).translatedTitle();
    case Qt::ToolTipRole:
        return catalogue().column(section).translatedDescription();
    case Qt::TextAlignmentRole:
        return d->cells.own().alignment(section);
    default:
        return {};
    }
}

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    const int column = index.column();
    if (role == Qt::TextAlignmentRole)
        return d->cells.own().alignment(column);
    const TreeNode node = nodeAt(index);
    switch (node.kind) {
    case TreeNode::Kind::Nothing:
        break;
    case TreeNode::Kind::Group:
        return d->cells.groupData(shown().groups.at(node.number), shown().spec.groupColumn, column, role);
    // Between a change of the table and word of it, rows may be out of reach.
    case TreeNode::Kind::Row:
        return node.number < table().rowCount() ? d->cells.rowData(node.number, column, role) : QVariant();
    case TreeNode::Kind::Child:
        return node.number < children()->rowCount() ? d->cells.childData(node.number, column, role)
                                                    : QVariant();
    case TreeNode::Kind::StandIn:
        return d->cells.standInData(column, role);
    }
    return {};
}

} // namespace layerscope
