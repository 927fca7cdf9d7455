// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowsmodel.h"

#include "models/arrangementsteps.h"
#include "models/arranger.h"
#include "models/parentid.h"
#include "models/rowsignals.h"

#include <QHash>

#include <algorithm>
#include <functional>
#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const QList<int> &rolesOfValues()
{
    static const QList<int> roles{Qt::DisplayRole, Qt::ToolTipRole, Qt::AccessibleTextRole,
                                  SortRole,        CellStateRole,   ErrorRole,
                                  RawTextRole,     StateMarkRole};
    return roles;
}

struct GroupKey
{
    QString text;
    bool isUnknown;
    bool isEmpty;
    bool operator==(const GroupKey &) const = default;
    friend size_t qHash(const GroupKey &key, size_t seed = 0)
    {
        return qHashMulti(seed, key.text, key.isUnknown, key.isEmpty);
    }
    static GroupKey of(const Arrangement::Group &group)
    {
        return {group.key, group.isUnknown, group.isEmpty};
    }
};

/// True if the same indexes mean the same rows and groups.
bool hasSameOrder(const Arrangement &a, const Arrangement &b)
{
    return a.isGrouped == b.isGrouped && a.spec.groupColumn == b.spec.groupColumn &&
           std::equal(a.groups.cbegin(), a.groups.cend(), b.groups.cbegin(), b.groups.cend(),
                      [](const Arrangement::Group &x, const Arrangement::Group &y) {
                          return GroupKey::of(x) == GroupKey::of(y) && x.rows == y.rows;
                      });
}

} // namespace

class RowsModel::Private
{
public:
    Private(RowsModel *model, InventoryStore &inventory, QThreadPool &workers);

    /// Puts an arrangement in place; `newRowOf` tells the new number of a table row of the former one.
    void replace(std::shared_ptr<const Arrangement> next, const std::function<int(int)> &newRowOf);
    void take(const std::shared_ptr<const Arrangement> &made);
    void onRowsAppended(int first, int count);
    void onRowsChanged(const QList<int> &rows, GroupSet groups);
    void onRowsRemapped(const QList<int> &newRowOfOld);
    void onCleared();

    void announceTableRows(const QList<int> &rows) const;
    void announceGroups() const;
    void announceAll(const QList<int> &roles) const;
    [[nodiscard]] GroupSet decidingGroups() const;
    void updateHold() { arranger.setHold(isHeld && arrangement->visibleRows > 0); }

    [[nodiscard]] QModelIndex makeIndex(Arrangement::Place place, int column) const;

    RowsModel *q;
    InventoryStore &store;
    Arranger arranger;
    TableCells cells;
    ArrangementSpec spec;
    ColumnSet stateColumns;
    std::shared_ptr<const Arrangement> arrangement;
    bool isHeld = false;
};

RowsModel::Private::Private(RowsModel *model, InventoryStore &inventory, QThreadPool &workers)
    : q(model)
    , store(inventory)
    , arranger(inventory, workers, arrangeInterval)
    , cells(inventory.table())
    , spec(ArrangementSpec::of(inventory.table().catalogue()))
{
    auto first = emptyArrangement(spec);
    appendRows(*first, store.table().rowCount());
    arrangement = std::move(first);
}

// ---- what the store and the arranger say
// --------------------------------------------------------------------

void RowsModel::Private::replace(std::shared_ptr<const Arrangement> next,
                                 const std::function<int(int)> &newRowOf)
{
    const std::shared_ptr<const Arrangement> former = arrangement;
    // Only rows move. Without this hint a selection model keeps each cell of each selected row by itself.
    Q_EMIT q->layoutAboutToBeChanged({}, QAbstractItemModel::VerticalSortHint);

    QHash<GroupKey, int> groupOfKey;
    if (next->isGrouped && next->spec.groupColumn == former->spec.groupColumn) {
        for (int g = 0; g < next->groups.size(); ++g)
            groupOfKey.insert(GroupKey::of(next->groups.at(g)), g);
    }
    const QModelIndexList from = q->persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    for (const QModelIndex &index : from) {
        if (const Arrangement::Group *group = q->group(index)) {
            const int g = groupOfKey.value(GroupKey::of(*group), -1);
            to.append(g < 0 ? QModelIndex() : q->createIndex(g, index.column(), ParentId::top));
            continue;
        }
        const std::optional<int> formerRow = q->tableRow(index);
        const int row = formerRow ? newRowOf(*formerRow) : -1;
        const Arrangement::Place place = next->places.value(row); // {-1, -1} outside
        const quintptr id = next->isGrouped ? ParentId::of(place.group) : ParentId::top;
        to.append(place.group >= 0 ? q->createIndex(place.row, index.column(), id) : QModelIndex());
    }
    arrangement = std::move(next);
    q->changePersistentIndexList(from, to);
    Q_EMIT q->layoutChanged({}, QAbstractItemModel::VerticalSortHint);
}

void RowsModel::Private::take(const std::shared_ptr<const Arrangement> &made)
{
    std::shared_ptr<const Arrangement> next = made;
    const int tableRows = store.table().rowCount();
    bool isBehind = made->tableRows < tableRows;
    if (isBehind && takesRowsAtEnd(*made) && arrangement->tableRows > made->tableRows) {
        // Rows that were appended on screen meanwhile must not vanish again.
        auto longer = std::make_shared<Arrangement>(*made);
        appendRows(*longer, std::min(arrangement->tableRows, tableRows));
        next = std::move(longer);
    }
    if (hasSameOrder(*arrangement, *next)) {
        arrangement = next;
        announceGroups();
    } else {
        replace(next, [](int row) { return row; });
    }
    updateHold();
    if (isBehind)
        arranger.valuesChanged();
    Q_EMIT q->arranged();
}

void RowsModel::Private::onRowsAppended(int first, int count)
{
    const int tableRows = first + count;
    // The snapshot of an arrangement may have had them already, and what changed in them since is not told
    // elsewhere.
    QList<int> standing;
    for (int row = first; row < std::min(tableRows, arrangement->tableRows); ++row)
        standing.append(row);
    announceTableRows(standing);
    if (arrangement->tableRows < tableRows && takesRowsAtEnd(*arrangement)) {
        auto next = std::make_shared<Arrangement>(*arrangement);
        appendRows(*next, tableRows);
        q->beginInsertRows({}, arrangement->visibleRows, next->visibleRows - 1);
        arrangement = std::move(next);
        q->endInsertRows();
        updateHold();
        Q_EMIT q->arranged();
    }
    arranger.valuesChanged();
}

/// The cell groups whose values and states have a say in order, sums or counts of what is on screen.
GroupSet RowsModel::Private::decidingGroups() const
{
    const Catalogue &catalogue = store.table().catalogue();
    ColumnSet used = spec.usedColumns();
    if (spec.groupColumn) {
        used |= cells.shownColumns(); // "120 loaded"
        for (const ColumnIndex column : cells.summable())
            used.set(static_cast<std::size_t>(column));
    }
    const bool areStatesUsed = used.test(static_cast<std::size_t>(catalogue.rowStateColumn()));
    return areStatesUsed ? GroupSet().set() : catalogue.groupsOf(used);
}

void RowsModel::Private::onRowsChanged(const QList<int> &rows, GroupSet groups)
{
    announceTableRows(rows);
    if ((groups & decidingGroups()).any())
        arranger.valuesChanged();
}

void RowsModel::Private::announceTableRows(const QList<int> &rows) const
{
    QModelIndexList indexes;
    indexes.reserve(rows.size());
    for (const int row : rows)
        indexes.append(q->indexOfTableRow(row));
    announceRows(*q, indexes, rolesOfValues());
}

void RowsModel::Private::announceGroups() const
{
    QModelIndexList indexes;
    for (int g = 0; arrangement->isGrouped && g < arrangement->groups.size(); ++g)
        indexes.append(q->index(g, 0));
    announceRows(*q, indexes, {Qt::DisplayRole, Qt::AccessibleTextRole, GroupDetailRole});
}

void RowsModel::Private::announceAll(const QList<int> &roles) const
{
    const int lastColumn = q->columnCount() - 1;
    for (int g = 0; g < arrangement->groups.size(); ++g) {
        const auto rows = static_cast<int>(arrangement->groups.at(g).rows.size());
        if (rows > 0)
            Q_EMIT q->dataChanged(makeIndex({g, 0}, 0), makeIndex({g, rows - 1}, lastColumn), roles);
    }
}

void RowsModel::Private::onRowsRemapped(const QList<int> &newRowOfOld)
{
    replace(renumbered(*arrangement, newRowOfOld, store.table().rowCount()),
            [&newRowOfOld](int row) { return newRowOfOld.value(row, -1); });
    updateHold();
    arranger.rowsRenumbered();
    Q_EMIT q->arranged();
}

void RowsModel::Private::onCleared()
{
    q->beginResetModel();
    arranger.forget();
    arrangement = emptyArrangement(spec);
    q->endResetModel();
    updateHold();
    Q_EMIT q->arranged();
}

// ---- the model
// -----------------------------------------------------------------------------------------------

RowsModel::RowsModel(InventoryStore &store, QThreadPool &workers, QObject *parent)
    : InventoryModel(parent)
    , d(std::make_unique<Private>(this, store, workers))
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
    d->arranger.setSpec(d->spec);
}

RowsModel::~RowsModel() = default;

// An index's internal id is that of the top on groups, and on rows that are in none; else that of their
// group's row.

QModelIndex RowsModel::Private::makeIndex(Arrangement::Place place, int column) const
{
    return q->createIndex(place.row, column,
                          arrangement->isGrouped ? ParentId::of(place.group) : ParentId::top);
}

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
        return static_cast<int>(d->arrangement->isGrouped ? d->arrangement->groups.size()
                                                          : d->arrangement->groups.constFirst().rows.size());
    const Arrangement::Group *rows = parent.column() == 0 ? group(parent) : nullptr;
    return rows != nullptr ? static_cast<int>(rows->rows.size()) : 0;
}

int RowsModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return d->store.table().catalogue().columnCount();
}

bool RowsModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags RowsModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const Qt::ItemFlags flags = Qt::ItemIsEnabled | Qt::ItemIsSelectable;
    return group(index) != nullptr ? flags : flags | Qt::ItemNeverHasChildren;
}

std::optional<int> RowsModel::tableRow(const QModelIndex &index) const
{
    if (!index.isValid() || group(index) != nullptr)
        return {};
    const int g = d->arrangement->isGrouped ? ParentId::numberOf(index) : 0;
    const QList<int> &rows = d->arrangement->groups.at(g).rows;
    return index.row() < rows.size() ? std::optional(rows.at(index.row())) : std::nullopt;
}

const Arrangement::Group *RowsModel::group(const QModelIndex &index) const
{
    const bool isGroup = index.isValid() && d->arrangement->isGrouped && ParentId::isTop(index) &&
                         index.row() < d->arrangement->groups.size();
    return isGroup ? &d->arrangement->groups.at(index.row()) : nullptr;
}

QModelIndex RowsModel::indexOfTableRow(int row, int column) const
{
    if (row < 0 || row >= d->arrangement->places.size() || d->arrangement->places.at(row).group < 0)
        return {};
    return d->makeIndex(d->arrangement->places.at(row), column);
}

QModelIndex RowsModel::indexOfKey(RowKey key, int column) const
{
    const std::optional<int> row = d->store.table().find(key);
    return row ? indexOfTableRow(*row, column) : QModelIndex();
}

const Catalogue &RowsModel::catalogue() const
{
    return d->store.table().catalogue();
}

const ArrangementSpec &RowsModel::arrangedSpec() const
{
    return d->arrangement->spec;
}

const InventoryTable &RowsModel::table() const
{
    return d->store.table();
}

const CellFormat &RowsModel::format() const
{
    return d->cells.format();
}

TableCells RowsModel::cellsOf(const InventoryTable &snapshot) const
{
    return {snapshot, d->cells};
}

const ArrangementSpec &RowsModel::spec() const
{
    return d->spec;
}

void RowsModel::setSpec(const ArrangementSpec &spec)
{
    ArrangementSpec wished = spec;
    wished.searchedColumns = d->cells.shownColumns();
    wished.stateColumns = d->stateColumns;
    if (wished == d->spec)
        return;
    d->spec = wished;
    d->arranger.setSpec(d->spec);
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

void RowsModel::setLoadRunning(bool running)
{
    if (d->cells.setLoadRunning(running))
        d->announceAll({Qt::DisplayRole, Qt::AccessibleTextRole});
}

std::shared_ptr<const Arrangement> RowsModel::arrangement() const
{
    return d->arrangement;
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

QVariant RowsModel::data(const QModelIndex &index, int role) const
{
    if (!index.isValid())
        return {};
    if (role == Qt::TextAlignmentRole)
        return alignmentOf(catalogue().column(index.column()));
    if (const Arrangement::Group *rows = group(index))
        return d->cells.groupData(*rows, d->arrangement->spec.groupColumn, index.column(), role);
    const std::optional<int> row = tableRow(index);
    // Between a change of the table and word of it, rows may be out of reach.
    if (!row || *row >= table().rowCount())
        return {};
    return d->cells.rowData(*row, index.column(), role);
}

} // namespace layerscope
