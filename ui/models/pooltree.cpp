// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/pooltree.h"

#include "inventory/rowmatcher.h"

#include <QSet>

#include <algorithm>
#include <iterator>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// What is known of a condition; "and" is the least of several, "or" the most.
enum class Truth { No, Maybe, Yes };

struct Answer
{
    bool isMatch = true; ///< What the screen goes by
    Truth truth = Truth::Yes;
};

Answer answerOf(bool holds, bool isKnown)
{
    return {holds, holds ? Truth::Yes : isKnown ? Truth::No : Truth::Maybe};
}

Answer answerOf(RowMatcher::Verdict verdict)
{
    return {verdict.isMatch, verdict.isUndecided ? Truth::Maybe : verdict.isMatch ? Truth::Yes : Truth::No};
}

Answer either(Answer a, Answer b)
{
    return {a.isMatch || b.isMatch, std::max(a.truth, b.truth)};
}

Answer both(Answer a, Answer b)
{
    return {a.isMatch && b.isMatch, std::min(a.truth, b.truth)};
}

Answer isInScope(const InventoryTable &pools, int row, PoolScope::Kind kind)
{
    switch (kind) {
    case PoolScope::Kind::All:
        return {};
    case PoolScope::Kind::Over:
        return answerOf(pools.text(row, PoolColumn::Over) == "now"_L1, pools.isKnown(row, PoolColumn::Over));
    case PoolScope::Kind::ProjectedOver:
        return answerOf(pools.text(row, PoolColumn::Over) == "projected"_L1,
                        pools.isKnown(row, PoolColumn::Over));
    case PoolScope::Kind::Leaving:
        return answerOf(pools.hasValue(row, PoolColumn::Ends), pools.isKnown(row, PoolColumn::Ends));
    }
    return {};
}

/// Of a member for itself, where its pool is not in scope.
Answer isMemberInScope(const InventoryTable &members, int row, PoolScope::Kind kind)
{
    if (kind != PoolScope::Kind::Leaving)
        return {false, Truth::No};
    return answerOf(members.hasValue(row, MemberColumn::Leaves), members.isKnown(row, MemberColumn::Leaves));
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
        const Answer scopeOfPool = isInScope(poolTable, row, scope.kind);
        const Answer filterOfPool = scope.isFiltered() ? answerOf(poolMatcher.verdict(row)) : Answer();
        Answer ofPool = both(scopeOfPool, filterOfPool);
        bool isAnyInScope = scopeOfPool.isMatch;
        QList<int> rows;
        for (const int member : byPool.value(poolTable.key(row).id)) {
            const Answer scopeOfMember =
                either(scopeOfPool, isMemberInScope(memberTable, member, scope.kind));
            if (scopeOfMember.truth == Truth::No)
                continue;
            Answer filterOfMember = filterOfPool;
            if (filterOfPool.truth != Truth::Yes)
                filterOfMember = either(filterOfPool, answerOf(memberMatcher.verdict(member)));
            const Answer ofMember = both(scopeOfMember, filterOfMember);
            isAnyInScope |= scopeOfMember.isMatch;
            if (ofMember.isMatch)
                rows.append(member);
            if (ofMember.truth == Truth::Maybe)
                tree.undecidedMembers.append(member);
            // The row for what is not visible says that by itself, and no load will tell more of it.
            if (ofMember.isMatch || memberTable.key(member).kind != RowKind::NotVisible)
                ofPool = either(ofPool, ofMember);
        }
        if (lacksMembers && lacksMembers(row)) { // one of them may be what is looked for
            const Answer toCome{false, Truth::Maybe};
            ofPool = either(ofPool, scopeOfPool.truth == Truth::No && scope.kind != PoolScope::Kind::Leaving
                                        ? Answer{false, Truth::No}
                                        : toCome);
        }
        if (ofPool.truth == Truth::Maybe)
            tree.undecidedPools.append(row);
        if (isAnyInScope)
            ++tree.scopePools;
        if (!ofPool.isMatch)
            continue;
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
