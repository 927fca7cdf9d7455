// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"

#include <QHash>
#include <QSet>

#include <algorithm>
#include <deque>
#include <optional>
#include <vector>

namespace layerscope {

/// Rows of a list by their positions, asked for by one call. Together with the row before them, so that
/// neighbours share a row.
struct Slice
{
    /// Never asked for less: the API is not to be trusted with a limit of 1 (softlayer-api §0.5).
    static constexpr int minLimit = 2;

    qint64 offset = 0;
    int count = 0;
    qint64 page = 0; ///< Where the page began that it is a piece of.
    /// The row before it, if the page before was read already: by it one sees whether rows came or went.
    std::optional<qint64> afterId;
    bool isProbe = false; ///< Taken while nothing succeeded.
    /// The round of last tries in which it was taken; 0: in none. See SliceQueue::isLastTry().
    int lastTry = 0;

    [[nodiscard]] qint64 end() const { return offset + count; }
    [[nodiscard]] qint64 from() const { return offset > 0 ? offset - 1 : 0; }
    /// With the row before.
    [[nodiscard]] ResultLimit limit() const;
    /// The fewest rows that can be asked for from there on.
    [[nodiscard]] static int leastCount(qint64 offset) { return offset > 0 ? minLimit - 1 : minLimit; }
    /// Some row is asked for by both, those before them included: it can keep both from coming.
    [[nodiscard]] bool sharesRowWith(const Slice &other) const
    {
        return from() < other.end() && other.from() < end();
    }
};

/// What is still to be asked of a list, and how much of it at once. No number that a server names makes it
/// ask without end: pages go out a bounded way ahead of the rows that were seen, a page that fails is halved
/// so often that one bad row can be found in it, and while nothing succeeds only one call at a time tries
/// less.
///
/// A page to which no answer comes at all costs the whole time of a call, so it is not halved and halved but
/// cut into eighths, and a *round of last tries* begins: each page that had no answer gets one try, and at
/// least two are made, which share no row, the second of another page if there is one. If one of them brings
/// rows, or whatever else does, the round is over and everything goes out side by side; what had no answer in
/// it gets another one. If none does, the list is silent: neither one row nor one page can make it so. A
/// value; no thread of its own.
class SliceQueue
{
public:
    /// More than any account has: numbers above it are nonsense.
    static constexpr qint64 maxRows = 1'000'000;

    explicit SliceQueue(int pageSize);

    /// Begins anew, from this row on; nothing is believed of the server.
    void restart(qint64 from = 0);
    /// So many rows are believed to be there. What waits behind them is dropped.
    void planTo(qint64 total);
    /// The same if it is more than was believed.
    void planAtLeastTo(qint64 total) { planTo(std::max(m_target, total)); }
    /// One page behind those planned so far.
    void planOneMore() { planTo(m_planned + 1); }
    /// A page that ended there had rows.
    void seen(qint64 end);
    /// Asks for this range whatever was planned. Returns in how many pieces.
    int push(qint64 from, qint64 to);
    /// What a page that came short left out, before everything else.
    void pushRest(const Slice &rest) { m_waiting.push_front(rest); }

    [[nodiscard]] qint64 planned() const { return m_planned; }
    [[nodiscard]] bool hasNext(int inFlight) const;
    [[nodiscard]] Slice take();
    void clear();

    void succeeded(const Slice &slice, qint64 received);
    enum class AfterFailure {
        Again,   ///< It waits again, in halves.
        Least,   ///< It cannot be halved any further.
        TooOften ///< Its page failed so often that halving does not find the reason. None of it waits now.
    };
    [[nodiscard]] AfterFailure failed(const Slice &slice);
    /// No answer came in all the time that a call has.
    [[nodiscard]] AfterFailure unanswered(const Slice &slice);
    /// The same, of what was asked for with more than it will be from now on: that may be why. It waits
    /// again, in a few pieces.
    void unansweredWithMore(const Slice &slice);
    /// Some page had no answer, and nothing came since. What is taken now is a last try.
    [[nodiscard]] bool isLastTry() const { return m_round != 0; }
    /// Something else than rows was answered.
    void endLastTries() { m_round = 0; }
    /// With so many calls under way: every last try was made, and no answer came to any.
    [[nodiscard]] bool isSilent(int inFlight) const;
    /// Nothing got through, in spite of asking for less and less, since the last success.
    [[nodiscard]] bool isHopeless() const { return m_failedProbes > m_maxHalvings + 1; }
    /// Nothing but what is under way, until some call succeeds: perhaps none can.
    void hold() { m_isProbing = true; }
    /// Its whole page again, at once: it is asked for differently now.
    void askDifferently(const Slice &slice);

private:
    [[nodiscard]] bool hasFresh() const;
    void believeNothing();
    void takeFresh();
    void putBackInPieces(const Slice &slice, int most);

    void noteSilence(const Slice &slice);
    void beginRound(qint64 page);
    [[nodiscard]] bool isOwed(const Slice &slice) const { return m_owed.contains(slice.page); }
    [[nodiscard]] bool isClear(const Slice &slice) const;
    [[nodiscard]] bool isApart(const Slice &slice) const;
    [[nodiscard]] bool isElsewhere(const Slice &slice) const;
    [[nodiscard]] bool hasLastTry() const;
    void chooseLastTry();

    const int m_pageSize;
    const int m_maxHalvings;
    std::deque<Slice> m_waiting;
    qint64 m_planned = 0; ///< Where the pages taken so far end.
    qint64 m_target = 0;
    qint64 m_seenEnd = 0;
    int m_bearable; ///< Rows a page that the server is believed to bear.
    bool m_isProbing = false;
    int m_failedProbes = 0;
    int m_unansweredPieces = 0;

    // Of the round of last tries.
    int m_round = 0;            ///< Its number; 0: there is none.
    int m_rounds = 0;           ///< So far.
    QSet<qint64> m_silent;      ///< Pages of which something had no answer.
    QSet<qint64> m_owed;        ///< Of these: had no try yet.
    std::vector<Slice> m_tries; ///< Under way or in vain. What came empty was none.
    int m_failedTries = 0;

    QHash<qint64, int> m_failuresOfPage;
};

} // namespace layerscope
