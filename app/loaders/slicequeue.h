// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"

#include <QHash>

#include <algorithm>
#include <deque>
#include <optional>

namespace layerscope {

/// Rows of a list by their positions, asked for by one call. Together with the row before them, so that
/// neighbours share a row.
struct Slice
{
    qint64 offset = 0;
    int count = 0;
    qint64 page = 0; ///< Where the page began that it is a piece of.
    /// The row before it, if the page before was read already: by it one sees whether rows came or went.
    std::optional<qint64> afterId;
    bool isProbe = false;   ///< Taken while nothing succeeded.
    bool isLastTry = false; ///< Taken after a page to which no answer came, while none came to any other.

    [[nodiscard]] qint64 end() const { return offset + count; }
    [[nodiscard]] qint64 from() const { return offset > 0 ? offset - 1 : 0; }
    /// With the row before. Never 1: the API is not to be trusted with that (softlayer-api §0.5).
    [[nodiscard]] ResultLimit limit() const;
};

/// What is still to be asked of a list, and how much of it at once. No number that a server names makes it
/// ask without end: pages go out a bounded way ahead of the rows that were seen, a page that fails is halved
/// so often that one bad row can be found in it, and while nothing succeeds only one call at a time tries
/// less. A page to which no answer comes at all costs the whole time of a call, so it is not halved and
/// halved: it goes out again in eighths, side by side, once two of those were tried. A value; no thread of
/// its own.
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
    /// No answer came to anything since some page had none. What is taken now is the last that is tried.
    [[nodiscard]] bool isLastTry() const { return m_isLastTry; }
    void beLastTry() { m_isLastTry = true; }
    /// Nothing got through, in spite of asking for less and less, since the last success.
    [[nodiscard]] bool isHopeless() const { return m_failedProbes > m_maxHalvings + 1; }
    /// Nothing but what is under way, until some call succeeds: perhaps none can.
    void hold() { m_isProbing = true; }
    /// Its whole page again, at once: it is asked for differently now.
    void askDifferently(const Slice &slice);

private:
    [[nodiscard]] bool hasFresh() const;
    void believeNothing();
    [[nodiscard]] int mostInFlight() const;

    const int m_pageSize;
    const int m_maxHalvings;
    std::deque<Slice> m_waiting;
    qint64 m_planned = 0; ///< Where the pages taken so far end.
    qint64 m_target = 0;
    qint64 m_seenEnd = 0;
    int m_bearable; ///< Rows a page that the server is believed to bear.
    bool m_isProbing = false;
    int m_failedProbes = 0;
    bool m_isLastTry = false;
    int m_unansweredPieces = 0;
    QHash<qint64, int> m_failuresOfPage;
};

} // namespace layerscope
