// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/columncatalogue.h"
#include "inventory/rowkey.h"

#include <array>

namespace layerscope {

/// What is known of each cell group of each kind: a relation that this key may not see at all must not cost a
/// call for each of thousands of rows. A group that failed for one row by itself, and never succeeded, is
/// suspect: it is asked for apart from the others, so that they come in batches again. After
/// `rowsUntilGivenUp` such rows it is given up. One success clears it for good. Pure.
class GroupTrust
{
public:
    static constexpr int rowsUntilGivenUp = 20;

    void succeeded(RowKind kind, GroupSet groups);
    /// This group of one row could not be had by itself. True: with that it became suspect, or was given up.
    bool failed(RowKind kind, int group, const ApiError &error);

    [[nodiscard]] GroupSet suspects(RowKind kind) const { return of(kind).suspects; }
    [[nodiscard]] GroupSet givenUp(RowKind kind) const { return of(kind).givenUp; }
    /// Why; only of a group that was given up.
    [[nodiscard]] const ApiError &reason(RowKind kind, int group) const;

    /// All get another chance.
    void forget() { *this = GroupTrust(); }

private:
    struct Kind
    {
        GroupSet succeeded;
        GroupSet suspects;
        GroupSet givenUp;
        std::array<int, GroupSet().size()> failures{};
        std::array<ApiError, GroupSet().size()> errors;
    };
    [[nodiscard]] Kind &of(RowKind kind) { return m_kinds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const Kind &of(RowKind kind) const { return m_kinds[static_cast<std::size_t>(kind)]; }

    std::array<Kind, rowKindCount> m_kinds;
};

} // namespace layerscope
