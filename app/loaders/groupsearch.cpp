// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/groupsearch.h"

#include <QByteArray>
#include <QByteArrayList>
#include <QSet>

#include <utility>

namespace layerscope {

namespace {

/// "billingItem" of "billingItem.id,billingItem.nextBillDate". Each row has "id" anyway.
QSet<QByteArray> relationsOf(const Catalogue &catalogue, RowKind kind, int group)
{
    QSet<QByteArray> relations;
    for (const ColumnSpec &column : catalogue.columns()) {
        const char *mask = column.group == group ? column.mask(kind) : nullptr;
        if (mask == nullptr)
            continue;
        for (const QByteArray &path : QByteArray(mask).split(',')) {
            const QByteArray relation = path.split('.').first();
            if (relation != "id")
                relations.insert(relation);
        }
    }
    return relations;
}

GroupSet groupSetOf(const QList<int> &groups)
{
    GroupSet set;
    for (const int group : groups)
        set.set(static_cast<std::size_t>(group));
    return set;
}

/// By group: those of which a column's mask begins with the same property, itself included.
std::vector<GroupSet> sharingGroups(const Catalogue &catalogue, RowKind kind)
{
    std::vector<QSet<QByteArray>> relations;
    for (int group = 0; group < catalogue.groupCount(); ++group)
        relations.push_back(relationsOf(catalogue, kind, group));
    std::vector<GroupSet> sharing;
    for (std::size_t group = 0; group < relations.size(); ++group) {
        GroupSet others = GroupSet().set(group);
        for (std::size_t other = 0; other < relations.size(); ++other) {
            if (relations[other].intersects(relations[group]))
                others.set(other);
        }
        sharing.push_back(others);
    }
    return sharing;
}

QList<GroupSet> setsOf(const std::vector<GroupSet> &sharing, GroupSet groups)
{
    QList<GroupSet> sets;
    for (std::size_t group = 0; group < sharing.size(); ++group) {
        if (!groups.test(group))
            continue;
        sets.append(groups & sharing[group]);
        groups &= ~sharing[group];
    }
    return sets;
}

} // namespace

QList<GroupSet> setsOfRelations(const Catalogue &catalogue, RowKind kind, GroupSet groups)
{
    return setsOf(sharingGroups(catalogue, kind), groups);
}

GroupSearch::GroupSearch(const Catalogue &catalogue, RowKind kind, GroupSet groups, bool startsWithId)
    : m_sharing(sharingGroups(catalogue, kind))
    , m_isIdOwed(startsWithId)
{
    for (int group = 0; group < catalogue.groupCount(); ++group) {
        if (!groups.test(static_cast<std::size_t>(group)) || m_suspected.contains(group))
            continue;
        const GroupSet sharing = m_sharing[static_cast<std::size_t>(group)] & groups;
        for (int other = group; other < catalogue.groupCount(); ++other) {
            if (sharing.test(static_cast<std::size_t>(other)) && !m_suspected.contains(other))
                m_suspected.append(other);
        }
    }
    chooseProbe();
}

QList<GroupSet> GroupSearch::guiltyTogether() const
{
    return setsOf(m_sharing, m_guilty);
}

void GroupSearch::answered(bool came)
{
    const GroupSet probed = *std::exchange(m_probe, std::nullopt);
    m_anyCame |= came;
    if (probed.none()) { // the bare id
        m_isIdOwed = false;
        m_isWhole = !came;
        if (!m_isWhole)
            chooseProbe();
        return;
    }
    if (m_suspected.size() > 1) {
        const qsizetype cut = middle();
        const QList<int> first = m_suspected.first(cut);
        const QList<int> second = m_suspected.sliced(cut);
        if (!came)
            m_rest += second;
        m_suspected = came ? second : first;
        m_isDeduced = came;
    } else if (m_suspected.size() == 1) {
        const int group = m_suspected.takeFirst();
        if (!came)
            blame(group);
    } else if (!m_related.isEmpty()) {
        const int group = m_related.takeFirst();
        if (!came)
            blame(group);
    } else if (came) {
        m_rest.clear();
    } else {
        m_suspected = std::exchange(m_rest, {});
        m_isDeduced = false;
    }
    chooseProbe();
}

void GroupSearch::blame(int group)
{
    m_guilty.set(static_cast<std::size_t>(group));
    m_isIdOwed |= !m_anyCame;
    const GroupSet sharing = m_sharing[static_cast<std::size_t>(group)];
    for (const int other : std::as_const(m_rest)) {
        if (sharing.test(static_cast<std::size_t>(other)))
            m_related.append(other);
    }
    m_rest.removeIf([this](int other) { return m_related.contains(other); });
}

/// Where to cut the suspected in two, without parting those that share a relation if it can be helped.
qsizetype GroupSearch::middle() const
{
    const qsizetype size = m_suspected.size();
    const auto mayCutAt = [&](qsizetype at) {
        return at > 0 && at < size &&
               !m_sharing[static_cast<std::size_t>(m_suspected[at - 1])].test(
                   static_cast<std::size_t>(m_suspected[at]));
    };
    for (qsizetype away = 0; away < size / 2; ++away) {
        if (mayCutAt(size / 2 - away))
            return size / 2 - away;
        if (mayCutAt(size / 2 + away))
            return size / 2 + away;
    }
    return size / 2;
}

void GroupSearch::chooseProbe()
{
    if (m_suspected.size() == 1 && !m_isDeduced && !m_isIdOwed)
        blame(m_suspected.takeFirst()); // was refused as it stands
    if (m_isIdOwed) {
        m_probe = GroupSet();
        return;
    }
    if (m_suspected.size() > 1)
        m_probe = groupSetOf(m_suspected.first(middle()));
    else if (!m_suspected.isEmpty())
        m_probe = groupSetOf(m_suspected);
    else if (!m_related.isEmpty())
        m_probe = groupSetOf({m_related.first()});
    else if (!m_rest.isEmpty())
        m_probe = groupSetOf(m_rest);
}

} // namespace layerscope
