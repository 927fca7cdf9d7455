// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/jsonvalue.h"
#include "demo/poolindex.h"

#include <QSet>
#include <QStringList>

#include <memory>

namespace layerscope::demo {

/// One pool as a call sees it: with those of its members that still exist. A cheap value.
class PoolView
{
public:
    PoolView(const AccountShape &shape, int number, PoolMembers members, PoolTotals totals)
        : m_shape(shape)
        , m_pool(shape, number)
        , m_members(std::move(members))
        , m_totals(totals)
    {}

    [[nodiscard]] const AccountShape &shape() const { return m_shape; }
    [[nodiscard]] const Pool &pool() const { return m_pool; }
    /// Without the hidden ones.
    [[nodiscard]] const PoolMembers &members() const { return m_members; }
    /// With the hidden ones.
    [[nodiscard]] const PoolTotals &totals() const { return m_totals; }
    /// Members with an allotment detail, in the order of the details' ids; without the hidden ones.
    [[nodiscard]] QList<Device> membersWithDetail() const;

private:
    AccountShape m_shape;
    Pool m_pool;
    PoolMembers m_members;
    PoolTotals m_totals;
};

/// All pools of an account as a call sees them.
class PoolViews
{
public:
    /// Ids of devices and pools that no longer exist; strangers among them do not matter.
    PoolViews(std::shared_ptr<const PoolIndex> index, const AccountShape &shape,
              const QList<qint64> &vanishedHardware = {}, const QList<qint64> &vanishedGuests = {},
              const QList<qint64> &vanishedPools = {});

    /// Numbers of the pools that exist, ascending. `first`: 0 with the default rack, 1 without.
    [[nodiscard]] QList<int> numbers(int first) const;
    /// The number of a pool that exists.
    [[nodiscard]] std::optional<int> numberOf(qint64 id) const;
    /// Cost: that of a copy, or O(members) if some of them vanished.
    [[nodiscard]] PoolView view(int number) const;

private:
    std::shared_ptr<const PoolIndex> m_index;
    AccountShape m_shape;
    QSet<int> m_vanishedHardware; ///< Indexes.
    QSet<int> m_vanishedGuests;
    QSet<int> m_touchedPools; ///< Numbers of those that lost members.
    QSet<int> m_vanishedPools;
};

/// One property of a pool as it stands on the wire; Undefined where the API omits the key. Relations to
/// members bring whole objects, or those parts of them that are wanted. Empty: all.
[[nodiscard]] JsonValue property(const PoolView &view, const QString &name, const QStringList &wanted = {});
/// All of them but the devices themselves, with counts.
[[nodiscard]] JsonObject everything(const PoolView &view);
/// "hardware" and its like.
[[nodiscard]] std::optional<PoolRelation> poolRelationNamed(const QString &name);

} // namespace layerscope::demo
