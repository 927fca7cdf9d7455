// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/grouphealth.h"

#include "loaders/groupsearch.h"

#include <algorithm>

namespace layerscope {

void GroupHealth::succeeded(RowKind kind, GroupSet groups, int rows)
{
    Kind &known = of(kind);
    known.everCame |= groups;
    m_mixed.came(kind, groups, rows);
    known.unanswered = 0;
    known.cleared |= known.suspects & groups & ~known.doubted & ~onlyRecalled(kind, groups);
    known.suspects &= ~groups;
    known.doubted &= ~groups;
    known.givenUp &= ~groups;
    known.recalled &= ~groups;
    known.refusedByRows &= ~groups;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (!groups.test(group))
            continue;
        known.questions[group] = 0;
        known.rows[group] = 0;
        known.rowsUnanswered[group] = 0;
        if (known.apart.test(group) && rows > 1 && ++known.batchesThatCame[group] >= batchesUntilTrusted &&
            m_mixed.isCalm(kind, static_cast<int>(group))) {
            known.apart.reset(group);
            known.cleared.reset(group);
        }
    }
}

void GroupHealth::failed(RowKind kind, GroupSet groups, const ApiError &error)
{
    Kind &known = of(kind);
    known.unanswered = error.isSilence() ? known.unanswered + 1 : 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (!groups.test(group))
            continue;
        ++known.questions[group];
        if (!error.isSilence())
            known.rowsUnanswered[group] = 0;
        known.batchesThatCame[group] = 0;
        known.errors[group] = error;
    }
}

bool GroupHealth::rowFailed(RowKind kind, GroupSet groups)
{
    Kind &known = of(kind);
    m_mixed.trialRefused(kind, groups);
    GroupSet given;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (!groups.test(group) || known.givenUp.test(group))
            continue;
        if (groups.count() == 1 || known.rows[group] < rowsTogether)
            ++known.rows[group];
        const int enough = enoughRowsRefused(kind, static_cast<int>(group));
        if (known.rows[group] >= enough && isRunLong(kind, static_cast<int>(group)))
            given.set(group);
    }
    known.giveUp(given);
    known.refusedByRows |= given;
    return given.any();
}

int GroupHealth::enoughRowsRefused(RowKind kind, int group) const
{
    if (of(kind).everCame.test(static_cast<std::size_t>(group)))
        return std::max(proof().rows, m_mixed.rowsOfProof(kind, group));
    if (comesElsewhere(kind, group))
        return rowsIfItComesElsewhere;
    return !isBadDay() && isGivenUpElsewhere(kind, group) ? rowsIfElsewhere : proof().rows;
}

bool GroupHealth::comesElsewhere(RowKind kind, int group) const
{
    for (std::size_t other = 0; other < m_kinds.size(); ++other) {
        if (other != static_cast<std::size_t>(kind) &&
            m_kinds[other].everCame.test(static_cast<std::size_t>(group)))
            return true;
    }
    return false;
}

bool GroupHealth::cameForAny(RowKind kind, GroupSet groups) const
{
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group) && !of(kind).everCame.test(group) &&
            !comesElsewhere(kind, static_cast<int>(group)))
            return false;
    }
    return groups.any();
}

bool GroupHealth::rowWasRefused(RowKind kind, GroupSet groups)
{
    m_mixed.rowRefused(kind, groups);
    const Kind &known = of(kind);
    const GroupSet added = groups & known.everCame & ~(known.apart | known.givenUp);
    mix(kind, added);
    return added.any();
}

void GroupHealth::mix(RowKind kind, GroupSet groups)
{
    Kind &known = of(kind);
    const GroupSet mixed = groups & ~known.givenUp;
    known.apart |= mixed;
    known.suspects &= ~mixed;
    known.doubted &= ~mixed;
}

GroupSet GroupHealth::doubtProof(RowKind kind, RowKind other, GroupSet groups)
{
    Kind &doubted = of(other);
    GroupSet back = groups & of(kind).everCame & doubted.givenUp & doubted.refusedByRows & ~doubted.everCame;
    for (std::size_t group = 0; group < back.size(); ++group) {
        if (back.test(group) && doubted.rows[group] >= rowsIfItComesElsewhere)
            back.reset(group);
    }
    doubted.givenUp &= ~back;
    doubted.refusedByRows &= ~back;
    doubted.suspects |= back;
    for (std::size_t group = 0; group < back.size(); ++group) {
        if (back.test(group))
            doubted.rows[group] = 0;
    }
    return back;
}

GroupSet GroupHealth::mixedWith(const Catalogue &catalogue, RowKind kind, GroupSet groups) const
{
    const Kind &known = of(kind);
    const GroupSet accused = known.suspects & ~known.doubted;
    GroupSet mixed;
    for (const GroupSet together : setsOfRelations(catalogue, kind, accused | groups)) {
        if ((together & groups).any())
            mixed |= together;
    }
    for (std::size_t group = 0; group < mixed.size(); ++group) {
        if (known.questions[group] == 0)
            mixed.reset(group);
    }
    return mixed;
}

void GroupHealth::recall(RowKind kind, GroupSet groups)
{
    Kind &known = of(kind);
    const GroupSet added = groups & ~(known.suspects | known.givenUp);
    known.suspects |= added;
    known.recalled |= added;
}

GroupSet GroupHealth::onlyRecalled(RowKind kind, GroupSet groups) const
{
    const Kind &known = of(kind);
    GroupSet recalled = groups & known.recalled;
    for (std::size_t group = 0; group < recalled.size(); ++group) {
        if (known.questions[group] > 0)
            recalled.reset(group);
    }
    return recalled;
}

GroupSet GroupHealth::refusals(RowKind kind) const
{
    const Kind &known = of(kind);
    GroupSet refused = known.givenUp & known.refusedByRows & ~known.everCame;
    if (known.everCame.none()) // then it is the rows that are refused, not these or those groups of them
        refused &= known.recalled;
    for (std::size_t group = 0; group < refused.size(); ++group) {
        if (refused.test(group) && !known.errors[group].isRefusal())
            refused.reset(group);
    }
    return refused | (known.recalled & known.suspects);
}

void GroupHealth::doubt(RowKind kind, GroupSet groups)
{
    Kind &known = of(kind);
    const GroupSet added = groups & ~(known.suspects | known.givenUp);
    known.suspects |= added;
    known.doubted |= added;
}

bool GroupHealth::rowWasUnanswered(RowKind kind, GroupSet groups)
{
    Kind &known = of(kind);
    known.doubted |= groups & known.recalled & known.suspects; // silence is another trouble than it was
    const int enough = enoughRowsUnanswered();
    GroupSet given;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group) && !known.givenUp.test(group) && ++known.rowsUnanswered[group] >= enough)
            given.set(group);
    }
    known.giveUp(given);
    return given.any();
}

int GroupHealth::rowsAtOnce(RowKind kind, GroupSet groups) const
{
    if (!isDoubted(kind, groups))
        return 1;
    const Kind &known = of(kind);
    int unanswered = 0;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group))
            unanswered = std::max(unanswered, known.rowsUnanswered[group]);
    }
    const int most = std::max(1, enoughRowsUnanswered() - unanswered);
    return std::clamp(doubtsAtOnce / static_cast<int>(known.doubted.count()), 1, most);
}

void GroupHealth::suspect(RowKind kind, GroupSet groups)
{
    Kind &known = of(kind);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (!groups.test(group) || known.givenUp.test(group))
            continue;
        const bool goesApart = known.cleared.test(group) && !known.apart.test(group);
        known.batchesThatCame[group] = 0;
        if (goesApart)
            known.apart.set(group);
        else if (!known.apart.test(group) || isRunLong(kind, static_cast<int>(group)))
            known.suspects.set(group);
    }
}

void GroupHealth::giveUp(RowKind kind, GroupSet groups, const ApiError &error)
{
    Kind &known = of(kind);
    known.giveUp(groups);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group))
            known.errors[group] = error;
    }
}

/// What was given up for another kind needs no long run for this one. What never came for any counts
/// together: it is one permission that is missing.
bool GroupHealth::isRunLong(RowKind kind, int group) const
{
    const auto bit = static_cast<std::size_t>(group);
    if (of(kind).recalled.test(bit) && !isBadDay())
        return true;
    int questions = of(kind).questions[bit];
    if (!of(kind).everCame.test(bit)) {
        for (const Kind &other : m_kinds)
            questions += &other != &of(kind) && !other.everCame.test(bit) ? other.questions[bit] : 0;
    }
    return questions >= proof().questions || isGivenUpElsewhere(kind, group);
}

bool GroupHealth::isGivenUpElsewhere(RowKind kind, int group) const
{
    for (std::size_t other = 0; other < m_kinds.size(); ++other) {
        if (other != static_cast<std::size_t>(kind) &&
            m_kinds[other].givenUp.test(static_cast<std::size_t>(group)))
            return true;
    }
    return false;
}

GroupHealth::Proof GroupHealth::proof() const
{
    if (isBadDay())
        return onBadDays;
    Proof proof = onGoodDays;
    if (m_confirmed < rowsUntilGoodDay)
        proof.again = onBadDays.again;
    return proof;
}

bool GroupHealth::comes(RowKind kind, GroupSet groups) const
{
    const Kind &known = of(kind);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group) &&
            (!known.everCame.test(group) || known.questions[group] >= failuresUntilDoubted))
            return false;
    }
    return true;
}

const ApiError &GroupHealth::reason(RowKind kind, int group) const
{
    return of(kind).errors[static_cast<std::size_t>(group)];
}

} // namespace layerscope
