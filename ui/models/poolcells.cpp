// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/poolcells.h"

#include "models/inventoryroles.h"

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// What members show under the pools' columns; -1: nothing.
constexpr std::array<ColumnIndex, PoolColumn::Count> memberColumns = [] {
    std::array<ColumnIndex, PoolColumn::Count> columns{};
    columns.fill(-1);
    columns[PoolColumn::Id] = MemberColumn::Id;
    columns[PoolColumn::Name] = MemberColumn::Fqdn;
    columns[PoolColumn::Region] = MemberColumn::Datacenter;
    columns[PoolColumn::Type] = MemberColumn::Kind;
    columns[PoolColumn::AllocationGb] = MemberColumn::AllocationGb;
    columns[PoolColumn::OutPublicGb] = MemberColumn::OutPublicGb;
    columns[PoolColumn::InPublicGb] = MemberColumn::InPublicGb;
    columns[PoolColumn::UsedPercent] = MemberColumn::PoolSharePercent;
    columns[PoolColumn::ProjectedPublicGb] = MemberColumn::ProjectedPublicGb;
    columns[PoolColumn::Created] = MemberColumn::Since;
    columns[PoolColumn::Ends] = MemberColumn::Leaves;
    columns[PoolColumn::RowState] = MemberColumn::RowState;
    return columns;
}();

ColumnSet toMemberColumns(const ColumnSet &poolColumns)
{
    ColumnSet columns;
    for (std::size_t column = 0; column < memberColumns.size(); ++column) {
        if (poolColumns.test(column) && memberColumns[column] >= 0)
            columns.set(static_cast<std::size_t>(memberColumns[column]));
    }
    return columns;
}

double share(const InventoryTable &table, int row, ColumnIndex percent)
{
    return table.decimal(row, percent).toDouble() / 100.0;
}

} // namespace

PoolCells::PoolCells(const InventoryTable &pools, const InventoryTable &members)
    : m_poolTable(pools)
    , m_memberTable(members)
    , m_pools(pools)
    , m_members(members)
{}

std::optional<ColumnIndex> PoolCells::memberColumn(ColumnIndex poolColumn)
{
    const ColumnIndex column = memberColumns.at(static_cast<std::size_t>(poolColumn));
    return column >= 0 ? std::optional(column) : std::nullopt;
}

void PoolCells::setShownColumns(const ColumnSet &columns)
{
    m_pools.setShownColumns(columns);
    m_members.setShownColumns(toMemberColumns(columns));
}

bool PoolCells::setLoadRunning(bool running)
{
    m_isLoadRunning = running;
    m_members.setLoadRunning(running);
    return m_pools.setLoadRunning(running);
}

QVariant PoolCells::poolData(int row, ColumnIndex column, int role) const
{
    const InventoryTable &table = m_poolTable;
    if (role == IsSecondaryRole) // a pool that is not over
        return column == PoolColumn::Over && CellFormat::mark(table, row) == StateMark::Unknown;
    if (column != PoolColumn::UsedPercent)
        return m_pools.rowData(row, column, role);
    if (!table.hasValue(row, column))
        return m_pools.rowData(row, column, role);
    const bool hasProjection = table.hasValue(row, PoolColumn::ProjectedPercent);
    if (role == UsageRole) {
        Usage usage{share(table, row, column), std::nullopt, CellFormat::mark(table, row)};
        if (hasProjection)
            usage.projected = share(table, row, PoolColumn::ProjectedPercent);
        return QVariant::fromValue(usage);
    }
    const bool isWhole = role == Qt::ToolTipRole || role == Qt::AccessibleTextRole;
    if (!isWhole || !hasProjection)
        return m_pools.rowData(row, column, role);
    const QString used = m_pools.rowData(row, column, Qt::DisplayRole).toString();
    const QString projected = m_pools.rowData(row, PoolColumn::ProjectedPercent, Qt::DisplayRole).toString();
    //: Of a bandwidth pool's allocation; both are percentages, as in "78 %"
    return tr("%1 used, %2 projected").arg(used, projected);
}

QVariant PoolCells::memberData(int row, ColumnIndex column, int role) const
{
    const InventoryTable &table = m_memberTable;
    if (role == IsSecondaryRole)
        return column == PoolColumn::Region || column == PoolColumn::Type;
    const bool isNotVisible = table.key(row).kind == RowKind::NotVisible;
    if (isNotVisible && column == PoolColumn::Name)
        return notVisibleData(row, role);
    if (column == PoolColumn::Region)
        return placeData(row, role);
    const std::optional<ColumnIndex> own = memberColumn(column);
    if (role == KeyRole)
        return QVariant::fromValue(table.key(row));
    if (role == IsGroupRole)
        return false;
    if (!own)
        return role == CellStateRole ? QVariant::fromValue(CellState::Value) : QVariant();
    if (own != MemberColumn::PoolSharePercent || !table.hasValue(row, *own))
        return m_members.rowData(row, *own, role);
    switch (role) {
    case UsageRole:
        return QVariant::fromValue(Usage{share(table, row, *own), std::nullopt, StateMark::Unknown});
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        //: The share of a pool's traffic that one of its members has: "44 % of pool"
        return tr("%1 of pool").arg(m_members.rowData(row, *own, Qt::DisplayRole).toString());
    default:
        return m_members.rowData(row, *own, role);
    }
}

/// What it is and where it stands, under the pools' region.
QVariant PoolCells::placeData(int row, int role) const
{
    const bool isText = role == Qt::DisplayRole || role == Qt::AccessibleTextRole;
    if (!isText)
        return m_members.rowData(row, MemberColumn::Datacenter, role);
    if (m_memberTable.key(row).kind == RowKind::NotVisible)
        return QString();
    const QString kind = m_members.rowData(row, MemberColumn::Kind, Qt::DisplayRole).toString();
    const QString place = m_members.rowData(row, MemberColumn::Datacenter, Qt::DisplayRole).toString();
    return place.isEmpty() ? kind : QString(kind % u" · " % place);
}

QVariant PoolCells::notVisibleData(int row, int role) const
{
    switch (role) {
    case StateMarkRole:
        return static_cast<int>(StateMark::Attention);
    case CellStateRole: // a list that failed can be tried again
        return QVariant::fromValue(m_memberTable.groupState(row, MemberGroup::Place) == CellState::Failed
                                       ? CellState::Failed
                                       : CellState::Value);
    case ErrorRole:
    case Qt::ToolTipRole: {
        const ApiError *error = m_memberTable.failure(row, MemberGroup::Place);
        return error != nullptr ? error->message : QString();
    }
    default:
        return m_members.rowData(row, MemberColumn::Fqdn, role);
    }
}

QVariant PoolCells::pendingData(ColumnIndex column, int role) const
{
    if (role == CellStateRole)
        return QVariant::fromValue(column == PoolColumn::Name ? CellState::NotAsked : CellState::Value);
    if (role == IsGroupRole)
        return false;
    if (column != PoolColumn::Name || (role != Qt::DisplayRole && role != Qt::AccessibleTextRole))
        return {};
    return m_isLoadRunning ? tr("Loading members …") : tr("Members were not loaded");
}

} // namespace layerscope
