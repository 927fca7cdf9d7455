// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/memberlists.h"

#include <algorithm>
#include <array>
#include <utility>

namespace layerscope {

namespace {

/// Members come with several relations each; slcli's page size for such rows (softlayer-api §4.4).
constexpr int memberPageSize = 100;

ListSource ofKind(qint64 poolId, RowKind kind)
{
    return ListSource::ofPool(poolId, kind);
}

ListSource ofPrivateOnly(qint64 poolId, RowKind)
{
    return ListSource::ofPrivateOnly(poolId);
}

struct Relation
{
    RowKind kind;
    ColumnIndex countColumn;
    ListSource (*source)(qint64 poolId, RowKind kind);
};
constexpr std::array relations{
    Relation{RowKind::BareMetal, PoolColumn::HardwareCount, ofKind},
    Relation{RowKind::BareMetal, PoolColumn::PrivateNetworkOnlyCount, ofPrivateOnly},
    Relation{RowKind::Virtual, PoolColumn::VirtualCount, ofKind},
    Relation{RowKind::BareMetalInstance, PoolColumn::BareMetalInstanceCount, ofKind},
    Relation{RowKind::Controller, PoolColumn::ControllerCount, ofKind}};

std::optional<qint64> countOf(const InventoryTable &pools, qint64 poolId, ColumnIndex column)
{
    const std::optional<int> row = pools.find({RowKind::Pool, poolId});
    if (!row || pools.groupState(*row, PoolGroup::Devices) != CellState::Value)
        return std::nullopt;
    return pools.hasValue(*row, column) ? std::optional(pools.bits(*row, column)) : std::nullopt;
}

bool areAllCountsZero(const InventoryTable &pools, qint64 poolId)
{
    return std::all_of(relations.cbegin(), relations.cend(), [&](const Relation &member) {
        return countOf(pools, poolId, member.countColumn) == 0;
    });
}

} // namespace

MemberLists::MemberLists(ApiClient &client, const InventoryTable &pools, qint64 poolId, GroupSet groups,
                         Priority priority, const QList<PoolRemainder::List> &former, bool isNamed)
    : m_poolId(poolId)
{
    const bool areCountsWrong = isNamed && areAllCountsZero(pools, poolId);
    for (const Relation &member : relations) {
        const std::optional<qint64> count = countOf(pools, poolId, member.countColumn);
        if (count == 0 && !areCountsWrong)
            continue;
        ListSource source = member.source(poolId, member.kind);
        const auto came = std::find_if(former.cbegin(), former.cend(), [&source](const auto &list) {
            return list.method == source.method && !list.isMissingSome();
        });
        if (came != former.cend()) {
            m_lists.push_back({nullptr, *came});
            continue;
        }
        Pages::Query query;
        query.kind = member.kind;
        query.source = source;
        query.groups = groups & memberCatalogue().groupsOfKind(member.kind);
        query.pageSize = memberPageSize;
        query.expectedTotal = count;
        query.priority = priority;
        m_lists.push_back({std::make_unique<ListLoader>(client, memberCatalogue(), std::move(query)),
                           {member.kind, count, 0, {}, source.method}});
    }
    for (List &list : m_lists) { // not before all stand: their addresses are taken
        if (!list.loader)
            continue;
        connect(list.loader.get(), &ListLoader::rowsArrived, this, &MemberLists::rowsArrived);
        connect(list.loader.get(), &ListLoader::ended, this, [this, &list] { endList(list); });
    }
}

MemberLists::~MemberLists() = default;

void MemberLists::start()
{
    for (const List &list : m_lists) {
        if (list.loader)
            list.loader->start();
    }
    endIfAllAreOver();
}

QList<PoolRemainder::List> MemberLists::came() const
{
    QList<PoolRemainder::List> came;
    for (const List &list : m_lists)
        came.append(list.came);
    return came;
}

std::bitset<rowKindCount> MemberLists::wholeKinds() const
{
    std::bitset<rowKindCount> whole = std::bitset<rowKindCount>().set();
    for (const List &list : m_lists) {
        if (list.loader && !list.loader->isWhole())
            whole.reset(static_cast<std::size_t>(list.came.kind));
    }
    return whole;
}

void MemberLists::endList(List &list)
{
    list.came.listed = list.loader->listed();
    list.came.announced = list.loader->announced();
    if (!list.loader->errors().isEmpty())
        list.came.error = list.loader->errors().constFirst();
    if (const std::optional<ApiError> fatal = list.loader->fatalError())
        Q_EMIT blocked(*fatal);
    else
        endIfAllAreOver();
}

void MemberLists::endIfAllAreOver()
{
    if (m_isOver ||
        !std::all_of(m_lists.cbegin(), m_lists.cend(), [](const List &list) { return list.isOver(); }))
        return;
    m_isOver = true;
    Q_EMIT finished();
}

} // namespace layerscope
