// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/detailbacklog.h"
#include "loaders/groupsearches.h"
#include "loaders/grouptrials.h"
#include "loaders/quietrows.h"

#include <array>
#include <optional>

namespace layerscope {

/// Which cell groups are to blame for what is refused: the searches that accuse them (GroupSearches), the
/// trials that clear them or prove it (GroupTrials), which rows are to blame instead because nothing of them
/// is ever answered (QuietRows), and what is held back meanwhile because it would be
/// refused just so. Its questions go into the backlog as all others do. GUI thread; backlog and experience
/// outlive it.
class GroupInquiry
{
public:
    GroupInquiry(DetailBacklog &backlog, DetailExperience &experience);

    /// It was refused, and which of its groups are to blame is to be found out: for all rows, while all else
    /// waits (`holdsTheRest`), or for its only row.
    void search(const DetailRequest &ask, const ApiError &error, bool holdsTheRest);
    /// These are to blame: they are tried by themselves from now on.
    void accuse(RowKind kind, GroupSet groups);
    /// These were refused to an earlier load: they are tried by themselves before anything else is asked for
    /// them.
    void recall(RowKind kind, GroupSet groups);
    /// No answer came to it. All of its groups are tried by themselves from now on, side by side: a search
    /// would take the time of a call for each step.
    void doubt(const DetailRequest &ask);
    /// A question was answered, whatever it was asked for. Its rows are in the store.
    void answered(const DetailRequest &ask, bool anyRowCame);
    /// A question of a search is asked for fewer rows than the search is about: they tell enough, and the
    /// others are given back.
    void probeNarrowed(const DetailRequest &probe);
    /// False: it is of a search that was dropped, so its cells are given back, and may be asked for by
    /// others.
    [[nodiscard]] bool isAwaited(const DetailRequest &ask) const;
    /// Beside answered(), of a question of a search.
    void probeCame(const DetailRequest &probe) { goOn(probe, true); }
    void probeFailed(const DetailRequest &probe) { goOn(probe, false); }
    void trialFailed(const DetailRequest &trial, const ApiError &error);
    void quietFailed(const DetailRequest &ask, const ApiError &error);
    /// It ended without a word on anything.
    void cancelled(const DetailRequest &ask);
    /// A row by itself was refused it, as often as it takes to believe that.
    void rowWasRefused(const DetailRequest &ask);
    /// Groups became suspect, were cleared, went apart or were given up: what waits is put together anew.
    void regroup();

    /// All but what is under way of trials stops; what was found out stays known.
    void dropSearches();
    void stop();
    /// The same, and its questions that wait are given back, since they may be about other groups now.
    void breakOff();
    void forget()
    {
        m_trials.forget();
        m_quiet.forget();
    }

    /// Puts those trials into the backlog for which there is a row now. Cheap if none waits for one, else
    /// O(rows).
    void askDueTrials();
    /// Asks suspect rows for all that they lack, or settles them. Cheap if there are none.
    void lookAtQuietRows();
    /// Details of the kind are in flight with these groups.
    void setUnderWay(RowKind kind, GroupSet groups);
    /// Tells the backlog what it is not to ask for now. O(kinds).
    void holdBack();

    [[nodiscard]] bool isRestHeld() const { return m_searches.isRestHeld(); }
    [[nodiscard]] bool isAllDoubted(RowKind kind) const { return m_trials.isAllDoubted(kind); }
    /// Some row lacks what is held back. O(rows) if anything is.
    [[nodiscard]] bool isAnyRowHeld() const;

private:
    void goOn(const DetailRequest &probe, bool came);
    void end(const GroupSearches::Search &search);
    void askTrials();
    void recallDoubts(RowKind kind);
    [[nodiscard]] std::optional<ApiError> proofOfRow(const DetailRequest &trial, const ApiError &error);
    void doubtProofs(RowKind kind, GroupSet groups);
    void askQuietRow(RowKey key);
    [[nodiscard]] GroupSet heldOf(RowKind kind) const;

    DetailBacklog &m_backlog;
    DetailExperience &m_experience;
    GroupSearches m_searches;
    GroupTrials m_trials;
    QuietRows m_quiet;
    std::array<GroupSet, rowKindCount> m_mixedUnderWay; ///< And refused when last asked for.
};

} // namespace layerscope
