// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/groupsearch.h"

#include <algorithm>
#include <string_view>
#include <utility>

namespace layerscope {

namespace {

/// A property of the row, and a group of which a column comes from it or from below it.
struct Use
{
    std::string_view relation;
    std::size_t group = 0;
};

/// Of "billingItem.id,billingItem.nextBillDate" the uses of "billingItem". Each row has "id" anyway.
void addUses(std::vector<Use> &uses, std::string_view mask, int group)
{
    while (!mask.empty()) {
        const std::string_view path = mask.substr(0, mask.find(','));
        mask.remove_prefix(std::min(path.size() + 1, mask.size()));
        const std::string_view relation = path.substr(0, path.find('.'));
        if (relation != "id")
            uses.push_back({relation, static_cast<std::size_t>(group)});
    }
}

GroupSet groupSetOf(const QList<int> &groups)
{
    GroupSet set;
    for (const int group : groups)
        set.set(static_cast<std::size_t>(group));
    return set;
}

/// By group: those of which a column's mask begins with the same property, itself included. Each search asks
/// for it anew, so it takes no text apart but looks at it.
std::vector<GroupSet> sharingGroups(const Catalogue &catalogue, RowKind kind)
{
    std::vector<GroupSet> sharing;
    for (int group = 0; group < catalogue.groupCount(); ++group)
        sharing.push_back(GroupSet().set(static_cast<std::size_t>(group)));

    std::vector<Use> uses;
    for (const ColumnSpec &column : catalogue.columns()) {
        if (const char *mask = column.mask(kind))
            addUses(uses, mask, column.group);
    }
    std::sort(uses.begin(), uses.end(), [](const Use &a, const Use &b) { return a.relation < b.relation; });
    for (auto first = uses.cbegin(); first != uses.cend();) {
        const auto end = std::find_if(first, uses.cend(),
                                      [first](const Use &use) { return use.relation != first->relation; });
        GroupSet together;
        std::for_each(first, end, [&together](const Use &use) { together.set(use.group); });
        std::for_each(first, end, [&](const Use &use) { sharing[use.group] |= together; });
        first = end;
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
