// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowsmodel.h"

#include "inventory/kinds.h"
#include "models/arrangementsteps.h"
#include "models/arranger.h"
#include "models/rowsignals.h"
#include "models/treeshape.h"

#include <algorithm>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const QList<int> &rolesOfValues()
{
    static const QList<int> roles{
        Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole, SortRole,  CellStateRole,
        ErrorRole,       RawTextRole,     StateMarkRole,          UsageRole, IsSecondaryRole};
    return roles;
}

TreePlace placeOf(const QModelIndex &index)
{
    return index.isValid() ? TreePlace{index.row(), index.internalId()} : TreePlace();
}

/// The cell groups that have a say where these columns have one: a row's state follows from all of them.
GroupSet groupsDecidingBy(const Catalogue &catalogue, const ColumnSet &used)
{
    const bool areStatesUsed = used.test(static_cast<std::size_t>(catalogue.rowStateColumn()));
    return areStatesUsed ? GroupSet().set() : catalogue.groupsOf(used);
}

} // namespace

class RowsModel::Private
{
public:
    Private(RowsModel *model, InventoryStore &inventory, InventoryStore *below, QThreadPool &workers);

    /// Puts an arrangement in place; with the new numbers of rows if those are other ones.
    void replace(std::shared_ptr<const Arrangement> next, const QList<int> *newRowOfOld = nullptr,
                 const QList<int> *newChildOfOld = nullptr);
    void put(std::shared_ptr<const Arrangement> next);
    void take(const std::shared_ptr<const Arrangement> &made);
    void onRowsAppended(int first, int count);
    void onChildrenAppended(int first, int count);
    void onRowsChanged(const QList<int> &rows, GroupSet groups);
    void onChildrenChanged(const QList<int> &rows, GroupSet groups);
    void onRowsRemapped(const QList<int> &newRowOfOld);
    void onChildrenRemapped(const QList<int> &newRowOfOld);
    void onCleared();

    void announceTableRows(const QList<int> &rows) const;
    void announceChildren(const QList<int> &rows) const;
    void announceGroups() const;
    void announceAll(const QList<int> &roles) const;
    void announceBelow(const QModelIndex &parent, const QList<int> &roles) const;
    [[nodiscard]] GroupSet decidingGroups() const;
    [[nodiscard]] GroupSet decidingChildGroups() const;
    [[nodiscard]] ArrangementSpec childSpec() const { return spec.ofChildren(*childTable); }
    [[nodiscard]] bool isBehind(const Arrangement &made) const;
    void updateHold() { arranger.setHold(isHeld && arrangement().visibleRows > 0); }

    [[nodiscard]] const Arrangement &arrangement() const { return *shape.arrangement(); }
    [[nodiscard]] TreeNode nodeAt(const QModelIndex &index) const { return shape.nodeAt(placeOf(index)); }
    [[nodiscard]] QModelIndex makeIndex(TreePlace place, int column) const
    {
        return place.isValid() ? q->createIndex(place.row, column, place.id) : QModelIndex();
    }

    RowsModel *q;
    InventoryStore &store;
    InventoryStore *children;
    const TableSpec *childTable;
    Arranger arranger;
    RowCells cells;
    ArrangementSpec spec;
    ColumnSet stateColumns;
    QSet<qint64> settled;
    TreeShape shape;
    bool isHeld = false;
};

RowsModel::Private::Private(RowsModel *model, InventoryStore &inventory, InventoryStore *below,
                            QThreadPool &workers)
    : q(model)
    , store(inventory)
    , children(below)
    , childTable(below != nullptr ? &tableSpec(below->table().catalogue()) : nullptr)
    , arranger(inventory, below, workers, arrangeInterval)
    , cells(inventory.table(), below != nullptr ? &below->table() : nullptr)
    , spec(ArrangementSpec::of(inventory.table().catalogue()))
    , shape(emptyArrangement(spec, below != nullptr))
{
    Q_ASSERT(childTable == nullptr || childTable->nesting);
    auto first = emptyArrangement(spec, below != nullptr);
    if (takesRowsAtEnd(*first))
        appendRows(*first, store.table().rowCount());
    put(std::move(first));
}

// ---- what the stores and the arranger say
// ---------------------------------------------------------------------------

void RowsModel::Private::put(std::shared_ptr<const Arrangement> next)
{
    arranger.setShown(next);
    shape = TreeShape(std::move(next));
}

void RowsModel::Private::replace(std::shared_ptr<const Arrangement> next, const QList<int> *newRowOfOld,
                                 const QList<int> *newChildOfOld)
{
    // Only rows move. Without this hint a selection model keeps each cell of each selected row by itself.
    Q_EMIT q->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const TreeShape former = shape;
    put(std::move(next));
    const TreeMove move(former, shape, newRowOfOld, newChildOfOld);
    const QModelIndexList from = q->persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from)
        to.append(makeIndex(move(placeOf(index)), index.column()));
    q->changePersistentIndexList(from, to);
    Q_EMIT q->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

bool RowsModel::Private::isBehind(const Arrangement &made) const
{
    return made.tableRows < store.table().rowCount() ||
           (children != nullptr && made.children->tableRows < children->table().rowCount());
}

void RowsModel::Private::take(const std::shared_ptr<const Arrangement> &made)
{
    std::shared_ptr<const Arrangement> next = made;
    const int tableRows = store.table().rowCount();
    if (isBehind(*made) && takesRowsAtEnd(*made) && arrangement().tableRows > made->tableRows) {
        // Rows that were appended on screen meanwhile must not vanish again.
        auto longer = std::make_shared<Arrangement>(*made);
        appendRows(*longer, std::min(arrangement().tableRows, tableRows));
        next = std::move(longer);
    }
    if (shape.hasSameOrder(TreeShape(next))) {
        put(next);
        announceGroups();
    } else {
        replace(next);
    }
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
    for (int row = first; row < std::min(tableRows, arrangement().tableRows); ++row)
        standing.append(row);
    announceTableRows(standing);
    if (arrangement().tableRows < tableRows && takesRowsAtEnd(arrangement())) {
        auto next = std::make_shared<Arrangement>(arrangement());
        appendRows(*next, tableRows);
        q->beginInsertRows({}, arrangement().visibleRows, next->visibleRows - 1);
        put(std::move(next));
        q->endInsertRows();
        updateHold();
        Q_EMIT q->arranged();
    }
    arranger.valuesChanged();
}

void RowsModel::Private::onChildrenAppended(int first, int count)
{
    QList<int> standing;
    for (int row = first; row < std::min(first + count, arrangement().children->tableRows); ++row)
        standing.append(row);
    announceChildren(standing);
    arranger.valuesChanged(true);
}

/// The cell groups whose values and states have a say in order, sums or counts of what is on screen.
GroupSet RowsModel::Private::decidingGroups() const
{
    ColumnSet used = spec.usedColumns();
    if (spec.groupColumn) {
        used |= cells.shownColumns(); // "120 loaded"
        for (const ColumnIndex column : cells.own().summable())
            used.set(static_cast<std::size_t>(column));
    }
    if (childTable != nullptr) // whether rows below are still to come
        used.set(static_cast<std::size_t>(childTable->nesting->countColumn));
    return groupsDecidingBy(store.table().catalogue(), used);
}

GroupSet RowsModel::Private::decidingChildGroups() const
{
    return groupsDecidingBy(children->table().catalogue(), childSpec().usedColumns());
}

void RowsModel::Private::onRowsChanged(const QList<int> &rows, GroupSet groups)
{
    announceTableRows(rows);
    if ((groups & decidingGroups()).any())
        arranger.valuesChanged();
}

void RowsModel::Private::onChildrenChanged(const QList<int> &rows, GroupSet groups)
{
    announceChildren(rows);
    if ((groups & decidingChildGroups()).any())
        arranger.valuesChanged(true);
}

void RowsModel::Private::announceTableRows(const QList<int> &rows) const
{
    QModelIndexList indexes;
    indexes.reserve(rows.size());
    for (const int row : rows)
        indexes.append(q->indexOfTableRow(row));
    announceRows(*q, indexes, rolesOfValues());
}

void RowsModel::Private::announceChildren(const QList<int> &rows) const
{
    QModelIndexList indexes;
    indexes.reserve(rows.size());
    for (const int row : rows)
        indexes.append(q->indexOfChildRow(row));
    announceRows(*q, indexes, rolesOfValues());
}

void RowsModel::Private::announceGroups() const
{
    QModelIndexList indexes;
    for (int g = 0; arrangement().isGrouped && g < arrangement().groups.size(); ++g)
        indexes.append(q->index(g, 0));
    announceRows(*q, indexes, {Qt::DisplayRole, Qt::AccessibleTextRole, GroupDetailRole});
}

void RowsModel::Private::announceAll(const QList<int> &roles) const
{
    if (!arrangement().isGrouped)
        announceBelow({}, roles);
    for (int top = 0; shape.hasTwoLevels() && top < shape.countAtTop(); ++top)
        announceBelow(q->index(top, 0), roles);
}

void RowsModel::Private::announceBelow(const QModelIndex &parent, const QList<int> &roles) const
{
    if (const int rows = q->rowCount(parent); rows > 0)
        Q_EMIT q->dataChanged(q->index(0, 0, parent), q->index(rows - 1, q->columnCount() - 1, parent),
                              roles);
}

void RowsModel::Private::onRowsRemapped(const QList<int> &newRowOfOld)
{
    replace(renumbered(arrangement(), newRowOfOld, store.table().rowCount()), &newRowOfOld);
    updateHold();
    arranger.rowsRenumbered();
    Q_EMIT q->arranged();
}

void RowsModel::Private::onChildrenRemapped(const QList<int> &newRowOfOld)
{
    replace(withChildrenRenumbered(arrangement(), newRowOfOld, children->table().rowCount()), nullptr,
            &newRowOfOld);
    arranger.rowsRenumbered();
    Q_EMIT q->arranged();
}

void RowsModel::Private::onCleared()
{
    q->beginResetModel();
    arranger.forget();
    put(emptyArrangement(spec, children != nullptr));
    q->endResetModel();
    updateHold();
    if (store.table().rowCount() > 0)
        arranger.setSpec(spec); // only what is below its rows went: they come back at once
    Q_EMIT q->arranged();
}

// ---- the model
// -----------------------------------------------------------------------------------------------

RowsModel::RowsModel(InventoryStore &store, QThreadPool &workers, QObject *parent)
    : RowsModel(store, nullptr, workers, parent)
{}

RowsModel::RowsModel(InventoryStore &store, InventoryStore *children, QThreadPool &workers, QObject *parent)
    : QAbstractItemModel(parent)
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
    d->arranger.setSpec(d->spec);
}

RowsModel::~RowsModel() = default;

// An index's internal id is that of the top on what stands there, and below that of the row above it.

QModelIndex RowsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount(parent))
        return {};
    return createIndex(row, column, ParentId::of(parent.row()));
}

QModelIndex RowsModel::parent(const QModelIndex &child) const
{
    if (ParentId::isTop(child))
        return {};
    return createIndex(ParentId::numberOf(child), 0, ParentId::top);
}

int RowsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return d->shape.countAtTop();
    return parent.column() == 0 && ParentId::isTop(parent) ? d->shape.countBelow(parent.row()) : 0;
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return catalogue().columnCount();
}

bool RowsModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isLast = !d->shape.hasTwoLevels() || !ParentId::isTop(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled;
    flags.setFlag(Qt::ItemNeverHasChildren, isLast);
    flags.setFlag(Qt::ItemIsSelectable, d->nodeAt(index).kind != TreeNode::Kind::StandIn);
    return flags;
}

std::optional<int> RowsModel::tableRow(const QModelIndex &index) const
{
    const TreeNode node = d->nodeAt(index);
    return node.kind == TreeNode::Kind::Row ? std::optional(node.number) : std::nullopt;
}

std::optional<int> RowsModel::childRow(const QModelIndex &index) const
{
    const TreeNode node = d->nodeAt(index);
    return node.kind == TreeNode::Kind::Child ? std::optional(node.number) : std::nullopt;
}

const Arrangement::Group *RowsModel::group(const QModelIndex &index) const
{
    const TreeNode node = d->nodeAt(index);
    return node.kind == TreeNode::Kind::Group ? &d->arrangement().groups.at(node.number) : nullptr;
}

QModelIndex RowsModel::indexOfTableRow(int row, int column) const
{
    return d->makeIndex(d->shape.placeOfRow(row), column);
}

QModelIndex RowsModel::indexOfChildRow(int row, int column) const
{
    return d->makeIndex(d->shape.placeOfChild(row), column);
}

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

const ArrangementSpec &RowsModel::arrangedSpec() const
{
    return d->arrangement().spec;
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
    return d->spec;
}

void RowsModel::setSpec(const ArrangementSpec &spec)
{
    ArrangementSpec wished = spec;
    wished.searchedColumns = d->cells.shownColumns();
    // Of no other node do they have a say.
    wished.stateColumns = spec.scopeColumn == catalogue().rowStateColumn() ? d->stateColumns : ColumnSet();
    if (d->children != nullptr)
        wished.groupColumn.reset(); // there are two levels already
    if (wished == d->spec)
        return;
    d->spec = wished;
    d->arranger.setSpec(d->spec);
}

void RowsModel::setFilter(const QString &text)
{
    ArrangementSpec wished = d->spec;
    wished.filter = RowFilter::parse(text, catalogue());
    if (d->children != nullptr)
        wished.childFilter = RowFilter::parse(text, d->childTable->catalogue());
    setSpec(wished);
}

void RowsModel::arrangeNow()
{
    d->arranger.setSpec(d->spec);
}

void RowsModel::setStateColumns(const ColumnSet &columns)
{
    if (columns == d->stateColumns)
        return;
    d->stateColumns = columns;
    if (d->spec.scopeColumn == catalogue().rowStateColumn())
        setSpec(d->spec);
}

void RowsModel::setShownColumns(const ColumnSet &columns)
{
    if (columns == d->cells.shownColumns())
        return;
    d->cells.setShownColumns(columns);
    const ColumnIndex rowState = catalogue().rowStateColumn();
    const bool matters = !d->spec.filter.isEmpty() || d->spec.groupColumn || d->spec.sortColumn == rowState ||
                         d->spec.scopeColumn == rowState;
    if (matters) {
        setSpec(d->spec);
    } else {
        d->spec.searchedColumns = columns; // nothing to see of it until something else is asked for
        d->arranger.setSearchedColumns(columns);
    }
    if (columns.test(static_cast<std::size_t>(rowState)))
        d->announceAll({Qt::DisplayRole, Qt::AccessibleTextRole, SortRole, RawTextRole});
}

ColumnSet RowsModel::usedColumns() const
{
    return d->cells.shownColumns() | d->spec.usedColumns();
}

ColumnSet RowsModel::usedChildColumns() const
{
    if (d->children == nullptr)
        return {};
    return d->cells.shownChildColumns() | d->childSpec().usedColumns();
}

void RowsModel::setLoadRunning(bool running)
{
    if (d->cells.setLoadRunning(running))
        d->announceAll({Qt::DisplayRole, Qt::AccessibleTextRole});
}

void RowsModel::setNoneSettled()
{
    d->settled.clear();
    d->arranger.setSettled(d->settled);
}

void RowsModel::setSettled(qint64 id)
{
    d->settled.insert(id);
    d->arranger.setSettled(d->settled);
    d->arranger.valuesChanged(true);
}

std::shared_ptr<const Arrangement> RowsModel::arrangement() const
{
    return d->shape.arrangement();
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

void RowsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount())
        return;
    ArrangementSpec wished = d->spec;
    wished.sortColumn = column;
    wished.sortOrder = order;
    setSpec(wished);
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
    const TreeNode node = d->nodeAt(index);
    switch (node.kind) {
    case TreeNode::Kind::Nothing:
        break;
    case TreeNode::Kind::Group:
        return d->cells.groupData(d->arrangement().groups.at(node.number), d->arrangement().spec.groupColumn,
                                  column, role);
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
