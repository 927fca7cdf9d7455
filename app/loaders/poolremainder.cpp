// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/poolremainder.h"

#include "core/saturatingsum.h"
#include "inventory/cellreading.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(PoolRemainder)
};

/// What the pool has in one column and its visible members in another leaves for the others; nullopt if not
/// all of it is known, or if the two were not measured at the same time and contradict each other.
std::optional<Decimal> rest(const InventoryTable &pools, int pool, ColumnIndex ofPool,
                            const InventoryTable &members, const QList<int> &rows, ColumnIndex ofMembers)
{
    if (!pools.hasValue(pool, ofPool))
        return std::nullopt;
    Decimal left = pools.decimal(pool, ofPool);
    for (const int row : rows) {
        if (members.hasValue(row, ofMembers))
            left += -members.decimal(row, ofMembers);
        else if (members.cellState(row, ofMembers) != CellState::Empty)
            return std::nullopt;
    }
    return left.isNegative() ? std::nullopt : std::optional(left);
}

} // namespace

PoolRemainder::PoolRemainder(const QList<List> &lists, qint64 known)
{
    for (const List &list : lists) {
        m_devices = saturatingSum(m_devices, std::max<qint64>(0, list.announced.value_or(0) - list.listed));
        if (list.error && !list.error->isRefusal())
            m_failure = list.error;
        else if (list.error && !list.announced)
            m_failure = list.error; // nobody told how many there are: perhaps none, but that is not known
    }
    m_devices = std::max<qint64>(0, m_devices - known);
}

QString PoolRemainder::name() const
{
    const auto devices = static_cast<int>(std::min<qint64>(m_devices, 1'000'000'000));
    if (m_devices == 0)
        return Text::tr("Some members could not be listed");
    return m_failure ? Text::tr("%Ln device(s) could not be listed", nullptr, devices)
                     : Text::tr("%Ln device(s) not visible to this key", nullptr, devices);
}

void PoolRemainder::put(qint64 poolId, const InventoryTable &pools, const QList<int> &shown,
                        InventoryStore &members) const
{
    const std::optional<int> pool = pools.find({RowKind::Pool, poolId});
    if (!pool)
        return;
    RowPatch patch;
    patch.key = {RowKind::NotVisible, poolId};
    patch.loaded.set(MemberGroup::Identity);
    patch.values.emplace_back(MemberColumn::PoolId, poolId);
    patch.values.emplace_back(MemberColumn::Pool, pools.value(*pool, PoolColumn::Name));
    patch.values.emplace_back(MemberColumn::Fqdn, name());

    const InventoryTable &table = members.table();
    const auto putRest = [&](int group, ColumnIndex ofPool, ColumnIndex ofMembers) {
        const std::optional<Decimal> left = rest(pools, *pool, ofPool, table, shown, ofMembers);
        if (!left)
            return;
        patch.loaded.set(static_cast<std::size_t>(group));
        patch.values.emplace_back(ofMembers, *left);
        if (ofMembers != MemberColumn::OutPublicGb)
            return;
        if (const std::optional<Decimal> share = percentage(left, pools.decimal(*pool, ofPool))) {
            patch.loaded.set(MemberGroup::Share);
            patch.values.emplace_back(MemberColumn::PoolSharePercent, *share);
        }
    };
    putRest(MemberGroup::Allotment, PoolColumn::AllocationGb, MemberColumn::AllocationGb);
    putRest(MemberGroup::Outbound, PoolColumn::OutPublicGb, MemberColumn::OutPublicGb);
    putRest(MemberGroup::Inbound, PoolColumn::InPublicGb, MemberColumn::InPublicGb);

    members.listRows({patch});
    GroupSet others;
    for (std::size_t group = 0; group < MemberGroup::Count; ++group)
        others.set(group, !patch.loaded.test(group));
    members.setFailure({*members.table().find(patch.key)}, others,
                       m_failure ? CellState::Failed : CellState::Refused,
                       m_failure.value_or(ApiError::make(ApiError::Kind::Forbidden)));
}

} // namespace layerscope
