// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pooltree.h"

#include "inventory/rowmatcher.h"

#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

bool isInScope(const InventoryTable &pools, int row, PoolScope::Kind kind)
{
    switch (kind) {
    case PoolScope::Kind::All:
        return true;
    case PoolScope::Kind::Over:
        return pools.text(row, PoolColumn::Over) == "now"_L1;
    case PoolScope::Kind::ProjectedOver:
        return pools.text(row, PoolColumn::Over) == "projected"_L1;
    case PoolScope::Kind::Leaving:
        return pools.hasValue(row, PoolColumn::Ends);
    }
    return false;
}

/// Not in it, as far as is known, but what decides is not known.
bool isScopeUndecided(const InventoryTable &pools, int row, PoolScope::Kind kind)
{
    switch (kind) {
    case PoolScope::Kind::All:
        return false;
    case PoolScope::Kind::Over:
    case PoolScope::Kind::ProjectedOver:
        return !pools.isKnown(row, PoolColumn::Over);
    case PoolScope::Kind::Leaving:
        return !pools.isKnown(row, PoolColumn::Ends);
    }
    return false;
}

/// The members of each pool, by its id. What is not visible comes last.
QHash<qint64, QList<int>> membersByPool(const InventoryTable &table, const Arrangement &members)
{
    QHash<qint64, QList<int>> byPool;
    for (const Arrangement::Group &group : members.groups) {
        QList<int> rows;
        rows.reserve(group.rows.size());
        for (const int row : group.rows) {
            if (row < table.rowCount())
                rows.append(row);
        }
        if (rows.isEmpty() || !table.hasValue(rows.constFirst(), MemberColumn::PoolId))
            continue;
        std::stable_partition(rows.begin(), rows.end(),
                              [&table](int row) { return table.key(row).kind != RowKind::NotVisible; });
        byPool.insert(table.bits(rows.constFirst(), MemberColumn::PoolId), rows);
    }
    return byPool;
}

} // namespace

PoolTree PoolTree::make(const InventoryTable &poolTable, const Arrangement &pools,
                        const InventoryTable &memberTable, const Arrangement &members, const PoolScope &scope,
                        const std::function<bool(int)> &lacksMembers)
{
    PoolTree tree;
    const QHash<qint64, QList<int>> byPool = membersByPool(memberTable, members);
    RowMatcher poolMatcher(scope.poolFilter, poolTable, scope.searchedPoolColumns);
    RowMatcher memberMatcher(scope.memberFilter, memberTable, scope.searchedMemberColumns);
    for (const int row : pools.groups.constFirst().rows) {
        if (row >= poolTable.rowCount())
            continue;
        QList<int> rows = byPool.value(poolTable.key(row).id);
        const auto leaveOut = [&tree, row](bool isUndecided) {
            if (isUndecided)
                tree.undecidedPools.append(row);
        };
        const bool areMembersToCome = lacksMembers && lacksMembers(row);
        if (!isInScope(poolTable, row, scope.kind)) {
            const bool isUndecided = isScopeUndecided(poolTable, row, scope.kind);
            if (scope.kind != PoolScope::Kind::Leaving) {
                leaveOut(isUndecided);
                continue;
            }
            const bool isAnyUndecided = std::any_of(rows.cbegin(), rows.cend(), [&memberTable](int member) {
                return memberTable.key(member).kind != RowKind::NotVisible &&
                       !memberTable.isKnown(member, MemberColumn::Leaves);
            });
            rows.removeIf(
                [&memberTable](int member) { return !memberTable.hasValue(member, MemberColumn::Leaves); });
            if (rows.isEmpty()) {
                leaveOut(isUndecided || isAnyUndecided || areMembersToCome);
                continue;
            }
        }
        ++tree.scopePools;
        if (scope.isFiltered()) {
            const RowMatcher::Verdict verdict = poolMatcher.verdict(row);
            if (!verdict.isMatch) {
                bool isAnyUndecided = verdict.isUndecided || areMembersToCome;
                rows.removeIf([&memberTable, &memberMatcher, &isAnyUndecided](int member) {
                    const RowMatcher::Verdict ofMember = memberMatcher.verdict(member);
                    // The row for what is not visible says so by itself, and will never say more.
                    isAnyUndecided |=
                        ofMember.isUndecided && memberTable.key(member).kind != RowKind::NotVisible;
                    return !ofMember.isMatch;
                });
                if (rows.isEmpty()) {
                    leaveOut(isAnyUndecided);
                    continue;
                }
            }
        }
        const auto place = static_cast<int>(tree.pools.size());
        tree.placeOfPool.insert(row, place);
        for (int i = 0; i < rows.size(); ++i)
            tree.placeOfMember.insert(rows.at(i), {place, i});
        tree.visibleMembers += static_cast<int>(rows.size());
        tree.pools.append({row, rows, false});
    }
    return tree;
}

bool PoolTree::keepMemberOrderOf(const PoolTree &former)
{
    bool isOther = false;
    for (int place = 0; place < pools.size(); ++place) {
        QList<int> &rows = pools[place].members;
        const int formerPlace = former.placeOfPool.value(pools.at(place).row, -1);
        const QList<int> before = formerPlace >= 0 ? former.pools.at(formerPlace).members : QList<int>();
        if (before.isEmpty() || before == rows)
            continue;
        const QSet<int> known(before.cbegin(), before.cend());
        const QSet<int> wanted(rows.cbegin(), rows.cend());
        QList<int> kept = before;
        kept.removeIf([&wanted](int row) { return !wanted.contains(row); });
        std::copy_if(rows.cbegin(), rows.cend(), std::back_inserter(kept),
                     [&known](int row) { return !known.contains(row); });
        if (kept == rows)
            continue;
        rows = kept;
        for (int i = 0; i < rows.size(); ++i)
            placeOfMember.insert(rows.at(i), {place, i});
        isOther = true;
    }
    return isOther;
}

bool PoolTree::hasSameOrder(const PoolTree &other) const
{
    return pools == other.pools;
}

} // namespace layerscope
