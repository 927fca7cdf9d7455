// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/poolsmodel.h"

#include "models/arrangementsteps.h"
#include "models/arranger.h"
#include "models/parentid.h"
#include "models/poolcells.h"
#include "models/rowsignals.h"

#include <QSet>

#include <functional>
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

} // namespace

class PoolsModel::Private
{
public:
    Private(PoolsModel *model, InventoryStore &poolStore, InventoryStore &memberStore, QThreadPool &workers);

    /// A new order of the members is there.
    void takeMemberOrder(const std::shared_ptr<const Arrangement> &order);
    /// Puts together what is to be seen now; `newPool` and `newMember` tell the new numbers of former rows.
    void rebuild(const std::function<int(int)> &newPool = {}, const std::function<int(int)> &newMember = {});
    void replace(PoolTree next, const std::function<int(int)> &newPool,
                 const std::function<int(int)> &newMember);
    [[nodiscard]] QModelIndex poolNow(const PoolTree::Pool &former, int column,
                                      const std::function<int(int)> &newPool) const;
    [[nodiscard]] QModelIndex childNow(const PoolTree::Pool &former, int child, int column,
                                       const std::function<int(int)> &newPool,
                                       const std::function<int(int)> &newMember) const;
    void onPoolsChanged(const QList<int> &rows, GroupSet groups);
    void onMembersChanged(const QList<int> &rows, GroupSet groups);
    void announceAll(const QList<int> &roles) const;
    void updateHold() { poolArranger.setHold(isHeld && !tree.pools.isEmpty()); }
    [[nodiscard]] ArrangementSpec memberSpec() const;
    [[nodiscard]] bool isPending(const PoolTree::Pool &pool) const;
    [[nodiscard]] bool lacksMembers(int poolRow) const;
    [[nodiscard]] bool scopeLooksAt(GroupSet poolGroups, GroupSet memberGroups) const;

    PoolsModel *q;
    InventoryStore &pools;
    InventoryStore &members;
    Arranger poolArranger;
    Arranger memberArranger;
    PoolCells cells;
    ArrangementSpec spec;
    PoolScope scope;
    std::shared_ptr<const Arrangement> poolOrder;
    std::shared_ptr<const Arrangement> memberOrder;
    PoolTree tree;
    QSet<qint64> settled;
    bool isHeld = false;
    bool keepsMemberOrder = false;  ///< At the next rebuild()
    bool isMemberOrderKept = false; ///< What is on screen is older than memberOrder.
};

PoolsModel::Private::Private(PoolsModel *model, InventoryStore &poolStore, InventoryStore &memberStore,
                             QThreadPool &workers)
    : q(model)
    , pools(poolStore)
    , members(memberStore)
    , poolArranger(poolStore, workers, arrangeInterval)
    , memberArranger(memberStore, workers, arrangeInterval)
    , cells(poolStore.table(), memberStore.table())
    , spec(ArrangementSpec::of(poolCatalogue()))
    , poolOrder(emptyArrangement(spec))
    , memberOrder(emptyArrangement(memberSpec()))
{}

// ---- putting it together
// ------------------------------------------------------------------------------------------

ArrangementSpec PoolsModel::Private::memberSpec() const
{
    ArrangementSpec ofMembers = ArrangementSpec::of(memberCatalogue());
    ofMembers.groupColumn = MemberColumn::PoolId;
    ofMembers.sortOrder = spec.sortOrder;
    if (const std::optional<ColumnIndex> column = PoolCells::memberColumn(spec.sortColumn))
        ofMembers.sortColumn = *column;
    else
        ofMembers.sortOrder = Qt::AscendingOrder;
    return ofMembers;
}

bool PoolsModel::Private::isPending(const PoolTree::Pool &pool) const
{
    return pool.members.isEmpty() && !scope.isFiltered() && scope.kind != PoolScope::Kind::Leaving &&
           lacksMembers(pool.row);
}

/// Its member lists are not through, and it may have some.
bool PoolsModel::Private::lacksMembers(int poolRow) const
{
    const InventoryTable &table = pools.table();
    if (settled.contains(table.key(poolRow).id))
        return false;
    return !table.hasValue(poolRow, PoolColumn::Devices) || table.bits(poolRow, PoolColumn::Devices) != 0;
}

void PoolsModel::Private::rebuild(const std::function<int(int)> &newPool,
                                  const std::function<int(int)> &newMember)
{
    PoolTree next = PoolTree::make(pools.table(), *poolOrder, members.table(), *memberOrder, scope,
                                   [this](int row) { return lacksMembers(row); });
    isMemberOrderKept = keepsMemberOrder && next.keepMemberOrderOf(tree);
    const bool isRenumbered = newPool || newMember;
    for (PoolTree::Pool &pool : next.pools)
        pool.isPending = isPending(pool);
    if (!isRenumbered && next.hasSameOrder(tree)) {
        tree = std::move(next);
    } else {
        const auto same = [](int row) { return row; };
        replace(std::move(next), newPool ? newPool : same, newMember ? newMember : same);
    }
    updateHold();
    Q_EMIT q->arranged();
}

void PoolsModel::Private::replace(PoolTree next, const std::function<int(int)> &newPool,
                                  const std::function<int(int)> &newMember)
{
    Q_EMIT q->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);
    const QModelIndexList from = q->persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    const PoolTree former = std::exchange(tree, std::move(next));
    for (const QModelIndex &index : from) {
        if (ParentId::isTop(index)) {
            to.append(poolNow(former.pools.at(index.row()), index.column(), newPool));
        } else {
            const int pool = ParentId::numberOf(index);
            to.append(childNow(former.pools.at(pool), index.row(), index.column(), newPool, newMember));
        }
    }
    q->changePersistentIndexList(from, to);
    Q_EMIT q->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

/// Where a pool of the former tree is now; invalid: nowhere.
QModelIndex PoolsModel::Private::poolNow(const PoolTree::Pool &former, int column,
                                         const std::function<int(int)> &newPool) const
{
    const int row = newPool(former.row);
    const int place = row >= 0 ? tree.placeOfPool.value(row, -1) : -1;
    return place >= 0 ? q->createIndex(place, column, ParentId::top) : QModelIndex();
}

/// The same of a row below it. The one that stood in for its members becomes the first of them: who waits on
/// it is then among them and not lost.
QModelIndex PoolsModel::Private::childNow(const PoolTree::Pool &former, int child, int column,
                                          const std::function<int(int)> &newPool,
                                          const std::function<int(int)> &newMember) const
{
    if (child >= former.members.size()) {
        const QModelIndex pool = poolNow(former, 0, newPool);
        return pool.isValid() ? q->index(0, column, pool) : QModelIndex();
    }
    const int row = newMember(former.members.at(child));
    const PoolTree::Place place = row >= 0 ? tree.placeOfMember.value(row) : PoolTree::Place();
    return place.pool >= 0 ? q->createIndex(place.member, column, ParentId::of(place.pool)) : QModelIndex();
}

void PoolsModel::Private::takeMemberOrder(const std::shared_ptr<const Arrangement> &order)
{
    // Nothing moves while the person reads; but members of a pool that was opened to see them come up.
    keepsMemberOrder = isHeld && order->spec == memberOrder->spec;
    memberOrder = order;
    rebuild();
    keepsMemberOrder = false;
}

// ---- what the stores say
// -----------------------------------------------------------------------------------------

/// Filter and scope are looked at here and not by the arrangers.
bool PoolsModel::Private::scopeLooksAt(GroupSet poolGroups, GroupSet memberGroups) const
{
    ColumnSet ofPools;
    ColumnSet ofMembers;
    if (scope.isFiltered()) {
        ofPools = scope.poolFilter.namedColumns() | scope.searchedPoolColumns;
        ofMembers = scope.memberFilter.namedColumns() | scope.searchedMemberColumns;
    }
    if (scope.kind == PoolScope::Kind::Over || scope.kind == PoolScope::Kind::ProjectedOver)
        ofPools.set(PoolColumn::Over);
    if (scope.kind == PoolScope::Kind::Leaving) {
        ofPools.set(PoolColumn::Ends);
        ofMembers.set(MemberColumn::Leaves);
    }
    ofPools.set(PoolColumn::Devices); // decides whether members are still to come
    return (poolCatalogue().groupsOf(ofPools) & poolGroups).any() ||
           (memberCatalogue().groupsOf(ofMembers) & memberGroups).any();
}

void PoolsModel::Private::onPoolsChanged(const QList<int> &rows, GroupSet groups)
{
    QModelIndexList indexes;
    indexes.reserve(rows.size());
    for (const int row : rows)
        indexes.append(q->index(tree.placeOfPool.value(row, -1), 0)); // -1: invalid
    announceRows(*q, indexes, rolesOfValues());
    const bool decides = (groups & poolCatalogue().groupsOf(spec.usedColumns())).any();
    if (decides || scopeLooksAt(groups, {}))
        poolArranger.valuesChanged();
}

void PoolsModel::Private::onMembersChanged(const QList<int> &rows, GroupSet groups)
{
    QModelIndexList indexes;
    indexes.reserve(rows.size());
    for (const int row : rows) {
        const PoolTree::Place place = tree.placeOfMember.value(row);
        if (place.pool >= 0)
            indexes.append(q->index(place.member, 0, q->index(place.pool, 0)));
    }
    announceRows(*q, indexes, rolesOfValues());
    const bool decides = (groups & memberCatalogue().groupsOf(memberSpec().usedColumns())).any();
    if (decides || scopeLooksAt({}, groups))
        memberArranger.valuesChanged();
}

void PoolsModel::Private::announceAll(const QList<int> &roles) const
{
    const int poolRows = static_cast<int>(tree.pools.size());
    if (poolRows > 0)
        Q_EMIT q->dataChanged(q->index(0, 0), q->index(poolRows - 1, q->columnCount() - 1), roles);
    for (int place = 0; place < poolRows; ++place) {
        const QModelIndex parent = q->index(place, 0);
        if (const int rows = q->rowCount(parent); rows > 0)
            Q_EMIT q->dataChanged(q->index(0, 0, parent), q->index(rows - 1, q->columnCount() - 1, parent),
                                  roles);
    }
}

// ---- the model
// -----------------------------------------------------------------------------------------------

PoolsModel::PoolsModel(InventoryStore &pools, InventoryStore &members, QThreadPool &workers, QObject *parent)
    : InventoryModel(parent)
    , d(std::make_unique<Private>(this, pools, members, workers))
{
    using Order = std::shared_ptr<const Arrangement>;
    connect(&d->poolArranger, &Arranger::made, this, [this](const Order &order) {
        const bool isBehind = order->tableRows < d->pools.table().rowCount();
        d->poolOrder = order;
        d->rebuild();
        if (isBehind)
            d->poolArranger.valuesChanged();
    });
    connect(&d->memberArranger, &Arranger::made, this, [this](const Order &order) {
        const bool isBehind = order->tableRows < d->members.table().rowCount();
        d->takeMemberOrder(order);
        if (isBehind)
            d->memberArranger.valuesChanged();
    });
    connect(&pools, &InventoryStore::rowsAppended, this, [this] { d->poolArranger.valuesChanged(); });
    connect(&members, &InventoryStore::rowsAppended, this, [this] { d->memberArranger.valuesChanged(); });
    connect(&pools, &InventoryStore::rowsChanged, this,
            [this](const QList<int> &rows, GroupSet groups) { d->onPoolsChanged(rows, groups); });
    connect(&members, &InventoryStore::rowsChanged, this,
            [this](const QList<int> &rows, GroupSet groups) { d->onMembersChanged(rows, groups); });
    connect(&pools, &InventoryStore::rowsRemapped, this, [this](const QList<int> &newRowOfOld) {
        d->poolOrder = renumbered(*d->poolOrder, newRowOfOld, d->pools.table().rowCount());
        d->rebuild([&newRowOfOld](int row) { return newRowOfOld.value(row, -1); });
        d->poolArranger.rowsRenumbered();
    });
    connect(&members, &InventoryStore::rowsRemapped, this, [this](const QList<int> &newRowOfOld) {
        d->memberOrder = renumbered(*d->memberOrder, newRowOfOld, d->members.table().rowCount());
        d->rebuild({}, [&newRowOfOld](int row) { return newRowOfOld.value(row, -1); });
        d->memberArranger.rowsRenumbered();
    });
    for (InventoryStore *store : {&pools, &members}) {
        connect(store, &InventoryStore::cleared, this, [this] {
            beginResetModel();
            d->poolArranger.forget();
            d->memberArranger.forget();
            d->poolOrder = emptyArrangement(d->spec);
            d->memberOrder = emptyArrangement(d->memberSpec());
            d->tree = {};
            endResetModel();
            d->poolArranger.setSpec(d->spec);
            d->memberArranger.setSpec(d->memberSpec());
            Q_EMIT arranged();
        });
    }
    d->poolArranger.setSpec(d->spec);
    d->memberArranger.setSpec(d->memberSpec());
}

PoolsModel::~PoolsModel() = default;

// An index's internal id is that of the top on pools and, on members, that of their pool's place.

QModelIndex PoolsModel::index(int row, int column, const QModelIndex &parent) const
{
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= columnCount(parent))
        return {};
    return createIndex(row, column, ParentId::of(parent.row()));
}

QModelIndex PoolsModel::parent(const QModelIndex &child) const
{
    if (ParentId::isTop(child))
        return {};
    return createIndex(ParentId::numberOf(child), 0, ParentId::top);
}

int PoolsModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return static_cast<int>(d->tree.pools.size());
    if (!ParentId::isTop(parent) || parent.column() != 0 || parent.row() >= d->tree.pools.size())
        return 0;
    const PoolTree::Pool &pool = d->tree.pools.at(parent.row());
    return pool.isPending ? 1 : static_cast<int>(pool.members.size());
}

int PoolsModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return poolCatalogue().columnCount();
}

bool PoolsModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags PoolsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    if (ParentId::isTop(index))
        return Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    const bool isMember = memberRow(index).has_value();
    return isMember ? Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemNeverHasChildren
                    : Qt::ItemIsEnabled | Qt::ItemNeverHasChildren;
}

std::optional<int> PoolsModel::poolRow(const QModelIndex &index) const
{
    if (!index.isValid() || !ParentId::isTop(index) || index.row() >= d->tree.pools.size())
        return std::nullopt;
    return d->tree.pools.at(index.row()).row;
}

std::optional<int> PoolsModel::memberRow(const QModelIndex &index) const
{
    if (ParentId::isTop(index))
        return std::nullopt;
    const PoolTree::Pool &pool = d->tree.pools.at(ParentId::numberOf(index));
    return index.row() < pool.members.size() ? std::optional(pool.members.at(index.row())) : std::nullopt;
}

QModelIndex PoolsModel::indexOfPool(qint64 poolId, int column) const
{
    const std::optional<int> row = pools().find({RowKind::Pool, poolId});
    const int place = row ? d->tree.placeOfPool.value(*row, -1) : -1;
    return place >= 0 ? index(place, column) : QModelIndex();
}

QModelIndex PoolsModel::indexOfMember(RowKey key, int column) const
{
    const std::optional<int> row = members().find(key);
    const PoolTree::Place place = row ? d->tree.placeOfMember.value(*row) : PoolTree::Place();
    return place.pool >= 0 ? index(place.member, column, index(place.pool, 0)) : QModelIndex();
}

const InventoryTable &PoolsModel::pools() const
{
    return d->pools.table();
}

const InventoryTable &PoolsModel::members() const
{
    return d->members.table();
}

const CellFormat &PoolsModel::format() const
{
    return d->cells.ofPools().format();
}

// ---- what is shown
// -------------------------------------------------------------------------------------------

const Catalogue &PoolsModel::catalogue() const
{
    return poolCatalogue();
}

const ArrangementSpec &PoolsModel::spec() const
{
    return d->spec;
}

const ArrangementSpec &PoolsModel::arrangedSpec() const
{
    return d->poolOrder->spec;
}

ArrangementSpec PoolsModel::memberSpec() const
{
    return d->memberSpec();
}

const PoolScope &PoolsModel::scope() const
{
    return d->scope;
}

const PoolTree &PoolsModel::tree() const
{
    return d->tree;
}

ColumnSet PoolsModel::usedPoolColumns() const
{
    ColumnSet columns =
        d->cells.ofPools().shownColumns() | d->spec.usedColumns() | d->scope.poolFilter.namedColumns();
    for (const ColumnIndex column : {PoolColumn::Over, PoolColumn::Ends}) // counted in the navigator
        columns.set(static_cast<std::size_t>(column));
    return columns;
}

ColumnSet PoolsModel::usedMemberColumns() const
{
    ColumnSet columns = d->cells.ofMembers().shownColumns() | d->memberSpec().usedColumns() |
                        d->scope.memberFilter.namedColumns();
    for (const ColumnIndex column : {MemberColumn::Kind, MemberColumn::Leaves})
        columns.set(static_cast<std::size_t>(column));
    return columns;
}

void PoolsModel::setShownColumns(const ColumnSet &columns)
{
    if (columns == d->cells.ofPools().shownColumns())
        return;
    d->cells.setShownColumns(columns);
    d->scope.searchedPoolColumns = columns;
    d->scope.searchedMemberColumns = d->cells.ofMembers().shownColumns();
    if (d->scope.isFiltered())
        d->rebuild();
    if (columns.test(PoolColumn::RowState))
        d->announceAll({Qt::DisplayRole, Qt::AccessibleTextRole, SortRole, RawTextRole});
}

void PoolsModel::setScope(PoolScope::Kind kind)
{
    if (std::exchange(d->scope.kind, kind) != kind)
        d->rebuild();
}

void PoolsModel::setFilter(const QString &text)
{
    PoolScope wished = d->scope;
    wished.poolFilter = RowFilter::parse(text, poolCatalogue());
    wished.memberFilter = RowFilter::parse(text, memberCatalogue());
    if (wished == d->scope)
        return;
    d->scope = wished;
    d->rebuild();
}

void PoolsModel::setHoldOrder(bool hold)
{
    d->isHeld = hold;
    d->updateHold();
    if (!hold && d->isMemberOrderKept)
        d->rebuild();
}

void PoolsModel::setLoadRunning(bool running)
{
    if (d->cells.setLoadRunning(running))
        d->announceAll({Qt::DisplayRole, Qt::AccessibleTextRole});
}

void PoolsModel::setNoneSettled()
{
    d->settled.clear();
}

void PoolsModel::setMembersSettled(qint64 poolId)
{
    d->settled.insert(poolId);
    d->memberArranger.valuesChanged();
}

void PoolsModel::sort(int column, Qt::SortOrder order)
{
    if (column < 0 || column >= columnCount() || (d->spec.sortColumn == column && d->spec.sortOrder == order))
        return;
    d->spec.sortColumn = column;
    d->spec.sortOrder = order;
    d->poolArranger.setSpec(d->spec);
    d->memberArranger.setSpec(d->memberSpec());
}

// ---- data
// ------------------------------------------------------------------------------------------------------

QVariant PoolsModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    const bool isAlignment = orientation == Qt::Horizontal && role == Qt::TextAlignmentRole;
    return isAlignment && section >= 0 && section < columnCount()
               ? QVariant(alignmentOfColumn(section))
               : InventoryModel::headerData(section, orientation, role);
}

/// A bar begins at its column's left edge, with the number beside it.
int PoolsModel::alignmentOfColumn(ColumnIndex column)
{
    return column == PoolColumn::UsedPercent ? static_cast<int>(Qt::AlignLeft | Qt::AlignVCenter)
                                             : alignmentOf(poolCatalogue().column(column));
}

QVariant PoolsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOfColumn(index.column());
    if (const std::optional<int> row = poolRow(index))
        return *row < pools().rowCount() ? d->cells.poolData(*row, index.column(), role) : QVariant();
    if (const std::optional<int> row = memberRow(index))
        return *row < members().rowCount() ? d->cells.memberData(*row, index.column(), role) : QVariant();
    return d->cells.pendingData(index.column(), role);
}

} // namespace layerscope
