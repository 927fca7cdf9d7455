// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/columncatalogue.h"
#include "inventory/rowkey.h"
#include "loaders/mixedgroups.h"

#include <array>

namespace layerscope {

/// What is known of each cell group of each kind: a relation that this key may not see at all must not cost a
/// call for each of thousands of rows. What counts is the recent run: how many questions with the group in
/// them failed since one came; a success long ago protects nothing.
///
/// A group that was found guilty of a refusal (groupsearch.h) is *suspect*: it is left out of the batches,
/// and rows from all over the table are tried one at a time, with it alone. If one comes, it is cleared. If
/// `rows` were refused in vain, and `questions` in all, it is *given up*; the questions about all kinds of a
/// group that never came for any count together, since it is one permission that is missing. A group that is
/// found guilty a second time, although it was cleared, goes *apart*: in batches of its own, so that the
/// others come whatever happens to it, until some of those came whole.
///
/// What comes for one row and is refused for another is *mixed* (MixedGroups), and goes apart as well. Rows
/// that are refused one after the other prove the less the more often it is refused, so more of them are
/// needed before such a group is given up. So it is if it comes for another kind of row: then it is no
/// permission that is missing altogether, and what was given up before that was known is a suspect again.
///
/// A question to which no answer comes costs the whole time of a call, so no search is made by such: all of
/// its groups are *doubted*, that is suspect without being accused of anything, and tried side by side, each
/// by itself. Few rows without an answer are enough to give one up, and if it is so of all of them, the first
/// are. As soon as few groups are in doubt, each is tried on as many rows as that takes at the same time, so
/// that it takes the time of one call.
///
/// On a bad day, that is when anything that was refused came when it was asked for once more, more is asked
/// for before anything is believed; so it is, until single rows tell more, if it came for another row; so it
/// is of the first rows that are refused by themselves. Pure.
class GroupHealth
{
public:
    /// What has to fail in a row before it is believed.
    struct Proof
    {
        int questions; ///< With the group in them, of whatever rows.
        int rows;      ///< By themselves, with the group alone.
        int again;     ///< Of one row, before it is settled: asked for once more so often.
    };
    static constexpr Proof onGoodDays{10, 3, 1};
    static constexpr Proof onBadDays{30, 12, 6}; // at 30 % of all calls failing: 1 in 10^15
    /// So many of the rows of a proof may be refused several groups together.
    static constexpr int rowsTogether = onGoodDays.rows - 1;
    /// A day is good, as far as single rows go, when so many were refused again and again, and none came.
    static constexpr int rowsUntilGoodDay = 3;
    /// Of what was given up for another kind: it is refused to the account, most likely.
    static constexpr int rowsIfElsewhere = rowsTogether;
    /// By themselves, of what never came for the kind, but for another.
    static constexpr int rowsIfItComesElsewhere = 12;
    /// So many questions of all that is asked together failed without one that came: it is not that one.
    static constexpr int failuresUntilDoubted = 2;

    /// These came for so many rows. Clears the suspects among them, and brings back what was given up.
    void succeeded(RowKind kind, GroupSet groups, int rows);
    /// A question with all of these failed.
    void failed(RowKind kind, GroupSet groups, const ApiError &error);
    /// A row by itself was refused these. If they were asked for together, that proves little of each: one of
    /// them is enough to have all refused. True: some were given up for that.
    bool rowFailed(RowKind kind, GroupSet groups);
    /// A row by itself was refused this, again and again: if it came for others, it is mixed. True: it was
    /// not known to be.
    bool rowWasRefused(RowKind kind, GroupSet groups);
    /// They came for this kind. Where they never did and were given up for it, it takes more rows to be sure:
    /// they are suspects again. Those of the other kind.
    GroupSet doubtProof(RowKind kind, RowKind other, GroupSet groups);
    /// These came for a row that was tried with them. Of them and of the suspects that share a relation with
    /// them, those that were refused for other rows: they are mixed, or it was passing.
    [[nodiscard]] GroupSet mixedWith(const Catalogue &catalogue, RowKind kind, GroupSet groups) const;
    /// They come for some rows only, so they go apart.
    void mix(RowKind kind, GroupSet groups);
    /// What had been refused came when it was asked for once more.
    void wasPassing() { m_isBadDay = true; }
    /// What had been refused came for another row: so it may have been passing, or is refused for some rows
    /// only. A bad day until single rows prove the contrary.
    void mayHaveBeenPassing() { m_mayBeBadDay = true; }
    /// A row was refused as often as proof().again asks for.
    void wasConfirmed() { ++m_confirmed; }
    [[nodiscard]] bool wasAnyPassing() const { return m_isBadDay; }
    /// They were given up in an earlier load (refusals()): suspects from the start, whose run is long enough.
    void recall(RowKind kind, GroupSet groups);
    /// Of these, those that were recalled and that nothing was refused for since.
    [[nodiscard]] GroupSet onlyRecalled(RowKind kind, GroupSet groups) const;
    /// What a later load should recall: refused for good, row by row, or recalled and not cleared.
    [[nodiscard]] GroupSet refusals(RowKind kind) const;
    /// Found guilty: they are suspects now, or go apart.
    void suspect(RowKind kind, GroupSet groups);
    /// One of these, or the rows, are to blame that no answer came. They are suspects now.
    void doubt(RowKind kind, GroupSet groups);
    /// To be told after failed(): no answer came for a row by itself, asked for these. True: some were given
    /// up for that.
    bool rowWasUnanswered(RowKind kind, GroupSet groups);
    /// So many questions about the kind in a row had no answer that no other will have one.
    [[nodiscard]] bool isSilent(RowKind kind) const { return of(kind).unanswered >= enoughUnanswered; }
    /// The last question about the kind had no answer.
    [[nodiscard]] bool isLastUnanswered(RowKind kind) const { return of(kind).unanswered > 0; }
    /// Suspects that nothing was found out about.
    [[nodiscard]] GroupSet doubted(RowKind kind) const { return of(kind).doubted; }
    [[nodiscard]] bool isDoubted(RowKind kind, GroupSet groups) const
    {
        return groups.any() && (groups & ~doubted(kind)).none();
    }
    /// On how many rows these are to be tried at the same time.
    [[nodiscard]] int rowsAtOnce(RowKind kind, GroupSet groups) const;
    /// Whatever was proved of them one by one.
    void giveUp(RowKind kind, GroupSet groups, const ApiError &error);

    /// All of them came lately, so these rows are to blame if they do not.
    [[nodiscard]] bool comes(RowKind kind, GroupSet groups) const;
    /// Whether it was given up for another kind.
    [[nodiscard]] bool isGivenUpElsewhere(RowKind kind, int group) const;
    /// Those that came at some time.
    [[nodiscard]] GroupSet everCame(RowKind kind) const { return of(kind).everCame; }
    /// All of them did, be it for another kind of row.
    [[nodiscard]] bool cameForAny(RowKind kind, GroupSet groups) const;
    /// Enough questions with this group in them failed in a row, as far as questions prove anything.
    [[nodiscard]] bool isRunLong(RowKind kind, int group) const;
    [[nodiscard]] GroupSet suspects(RowKind kind) const { return of(kind).suspects; }
    [[nodiscard]] GroupSet apart(RowKind kind) const { return of(kind).apart; }
    [[nodiscard]] GroupSet givenUp(RowKind kind) const { return of(kind).givenUp; }
    [[nodiscard]] Proof proof() const;
    /// Whether a row should be asked for groups that are suspect together, after so many rows.
    [[nodiscard]] bool isTriedTogether(int rows) const { return !isBadDay() && rows < rowsTogether; }
    /// Why; only of a group that failed.
    [[nodiscard]] const ApiError &reason(RowKind kind, int group) const;

    [[nodiscard]] const MixedGroups &mixed() const { return m_mixed; }
    [[nodiscard]] MixedGroups &mixed() { return m_mixed; }

    /// All get another chance.
    void forget() { *this = GroupHealth(); }

private:
    /// Of batches of a group that is asked for apart, in a row.
    static constexpr int batchesUntilTrusted = 3;
    static constexpr int enoughUnanswered = 6;
    [[nodiscard]] bool isBadDay() const
    {
        return m_isBadDay || (m_mayBeBadDay && m_confirmed < rowsUntilGoodDay);
    }
    /// By themselves, before this group is given up.
    [[nodiscard]] int enoughRowsRefused(RowKind kind, int group) const;
    [[nodiscard]] bool comesElsewhere(RowKind kind, int group) const;
    /// Of a group by itself, in a row.
    static constexpr int rowsUnanswered = 3;
    static constexpr int rowsUnansweredOnBadDays = 6;
    [[nodiscard]] int enoughRowsUnanswered() const
    {
        return isBadDay() ? rowsUnansweredOnBadDays : rowsUnanswered;
    }
    /// Of all doubted groups of a kind, if these are fewer. Twice what makes it silent: a group that is only
    /// slow may be among them.
    static constexpr int doubtsAtOnce = 2 * enoughUnanswered;

    struct Kind
    {
        GroupSet everCame;
        GroupSet suspects;
        GroupSet doubted; ///< Of these.
        GroupSet cleared; ///< Were suspects, and came.
        GroupSet apart;
        GroupSet givenUp;
        GroupSet recalled;
        GroupSet refusedByRows; ///< Given up because single rows were refused.
        std::array<int, GroupSet().size()> questions{};
        std::array<int, GroupSet().size()> rows{};
        std::array<int, GroupSet().size()> rowsUnanswered{};
        std::array<int, GroupSet().size()> batchesThatCame{};
        std::array<ApiError, GroupSet().size()> errors;
        int unanswered = 0; ///< Questions in a row.

        /// What is given up is no suspect any more.
        void giveUp(GroupSet groups)
        {
            givenUp |= groups;
            suspects &= ~groups;
            doubted &= ~groups;
        }
    };
    [[nodiscard]] Kind &of(RowKind kind) { return m_kinds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const Kind &of(RowKind kind) const { return m_kinds[static_cast<std::size_t>(kind)]; }

    std::array<Kind, rowKindCount> m_kinds;
    MixedGroups m_mixed;
    bool m_isBadDay = false;
    bool m_mayBeBadDay = false;
    int m_confirmed = 0;
};

} // namespace layerscope
