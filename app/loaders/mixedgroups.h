// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "inventory/rowkey.h"

#include <array>

namespace layerscope {

/// Groups that are *mixed*: they come for some rows of a kind and are refused for others. How often they do
/// which says how many rows to ask for at once, and how many have to be refused in a row before that is no
/// chance. Pure.
class MixedGroups
{
public:
    void came(RowKind kind, GroupSet groups, int rows);
    /// A row by itself was refused these, among others that were asked for details, or to prove that all are.
    void rowRefused(RowKind kind, GroupSet groups);
    void trialRefused(RowKind kind, GroupSet groups);
    /// A question with so many rows, about nothing but these.
    void batchCame(RowKind kind, GroupSet groups, int rows);
    void batchRefused(RowKind kind, GroupSet groups, int rows);

    /// So many rows in a row have to be refused before it is given up, although it came: a chance of one in
    /// 10^5 for what came as often as this did before they began. 17 rows if it came for half of those asked
    /// for, 110 for a tenth, 3 if none was refused of 50; a few more while few are known.
    [[nodiscard]] int rowsOfProof(RowKind kind, int group) const;
    /// So many were refused in a row that it is worth to look whether any other comes.
    [[nodiscard]] bool isRunLong(RowKind kind, int group) const;
    /// It was refused by itself.
    [[nodiscard]] bool wasRefused(RowKind kind, int group) const { return of(kind, group).wasRefused; }
    /// So many rows came since one of them was refused that it is not worth to ask for it in batches of its
    /// own.
    [[nodiscard]] bool isCalm(RowKind kind, int group) const;
    /// Of how many rows a question is most worth: more than half of such come, and not all of them.
    [[nodiscard]] int batchRows(RowKind kind, GroupSet groups) const;
    /// The last question was refused: others like it most likely are, so they go one at a time.
    [[nodiscard]] bool wasLastRefused(RowKind kind, GroupSet groups) const;

private:
    struct Group
    {
        int came = 0;
        int refused = 0;
        int trials = 0;          ///< That were refused since it came.
        int run = 0;             ///< Refused in a row.
        int gap = 0;             ///< That came since one was refused.
        double rows = firstRows; ///< See batchRows().
        bool wasLastRefused = false;
        bool wasRefused = false; ///< Be it for rows or for a batch of them.
    };
    /// Rows to begin with: few enough to find the refused one among them soon, too many to ask for all of a
    /// large table so.
    static constexpr double firstRows = 44;
    static constexpr int rowsUntilCalm = 600;
    static constexpr int fewestOfRun = 10;

    template<class Change>
    void change(RowKind kind, GroupSet groups, Change change);
    [[nodiscard]] const Group &of(RowKind kind, int group) const
    {
        return m_kinds[static_cast<std::size_t>(kind)][static_cast<std::size_t>(group)];
    }

    std::array<std::array<Group, GroupSet().size()>, rowKindCount> m_kinds;
};

} // namespace layerscope
