// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/mixedgroups.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace layerscope {

template<class Change>
void MixedGroups::change(RowKind kind, GroupSet groups, Change change)
{
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group))
            change(m_kinds[static_cast<std::size_t>(kind)][group]);
    }
}

void MixedGroups::came(RowKind kind, GroupSet groups, int rows)
{
    change(kind, groups, [rows](Group &group) {
        group.came += rows;
        group.refused += std::exchange(group.trials, 0);
        group.gap += rows;
        group.run = 0;
    });
}

void MixedGroups::rowRefused(RowKind kind, GroupSet groups)
{
    change(kind, groups, [](Group &group) {
        group.wasRefused = true;
        ++group.refused;
        ++group.run;
        group.gap = 0;
    });
}

void MixedGroups::trialRefused(RowKind kind, GroupSet groups)
{
    change(kind, groups, [](Group &group) {
        group.wasRefused = true;
        ++group.trials;
        ++group.run;
        group.gap = 0;
    });
}

/// Up and down by so much that two of three such questions come.
void MixedGroups::batchCame(RowKind kind, GroupSet groups, int rows)
{
    change(kind, groups, [rows](Group &group) {
        group.wasLastRefused = false;
        if (rows >= static_cast<int>(group.rows))
            group.rows = std::min<double>(1.3 * group.rows, rowsUntilCalm);
    });
}

void MixedGroups::batchRefused(RowKind kind, GroupSet groups, int rows)
{
    change(kind, groups, [rows](Group &group) {
        group.wasLastRefused = true;
        group.wasRefused = true;
        group.gap = 0;
        const double fewest =
            std::max(1.0, 0.25 * rows); // others that were asked at the same time fail as well
        group.rows = std::min(group.rows, std::max(fewest, 0.6 * std::min<double>(group.rows, rows)));
    });
}

/// The trials themselves say nothing of how often it came before.
int MixedGroups::rowsOfProof(RowKind kind, int group) const
{
    constexpr double chance = 1e-5;
    const Group &known = of(kind, group);
    const double came = std::max(1, known.came);
    // The first that came may have come early: the fewer there are, the more are taken to be refused.
    const double refused = known.refused + std::max(1.0, 5.0 - came / 10);
    const double share = came / (came + refused);
    return static_cast<int>(std::ceil(std::log(chance) / std::log1p(-share)));
}

bool MixedGroups::isRunLong(RowKind kind, int group) const
{
    return of(kind, group).run >= std::max(fewestOfRun, rowsOfProof(kind, group) / 2);
}

bool MixedGroups::isCalm(RowKind kind, int group) const
{
    const Group &known = of(kind, group);
    return !known.wasRefused || known.gap >= rowsUntilCalm;
}

int MixedGroups::batchRows(RowKind kind, GroupSet groups) const
{
    double rows = rowsUntilCalm;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group))
            rows = std::min(rows, of(kind, static_cast<int>(group)).rows);
    }
    return static_cast<int>(rows);
}

bool MixedGroups::wasLastRefused(RowKind kind, GroupSet groups) const
{
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (groups.test(group) && of(kind, static_cast<int>(group)).wasLastRefused)
            return true;
    }
    return false;
}

} // namespace layerscope
