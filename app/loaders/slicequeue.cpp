// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/slicequeue.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace layerscope {

namespace {

/// Pages ahead of the rows seen; doubles as they come. 10 000 servers are to stand after three round trips,
/// and a wrong total costs so many calls at most.
constexpr qint64 pagesAhead = 10;
/// Of what had no answer. One row to which none ever comes is found in the third or fourth of them.
constexpr int piecesIfUnanswered = 8;
/// Of what had none with more than it will be asked for. The first and the last share no row.
constexpr int piecesIfMoreWasAsked = 3;
/// So many of a round, if not more are owed: one row, or one page, cannot silence two.
constexpr std::size_t leastLastTries = 2;
/// Each of them may cost the whole time of a call: beyond this, what has no answer is left as it is.
constexpr int maxUnansweredPieces = 16;

} // namespace

ResultLimit Slice::limit() const
{
    return {from(), std::max(static_cast<int>(end() - from()), minLimit)};
}

SliceQueue::SliceQueue(int pageSize)
    : m_pageSize(std::max(pageSize, Slice::minLimit))
    , m_maxHalvings(std::bit_width(static_cast<unsigned>(m_pageSize)))
    , m_bearable(m_pageSize)
{}

void SliceQueue::restart(qint64 from)
{
    clear();
    m_planned = from;
    believeNothing();
}

void SliceQueue::planTo(qint64 total)
{
    m_target = std::min(total, maxRows);
    std::erase_if(m_waiting, [this](const Slice &slice) { return slice.offset >= m_target; });
}

void SliceQueue::seen(qint64 end)
{
    m_seenEnd = std::max(m_seenEnd, end);
}

int SliceQueue::push(qint64 from, qint64 to)
{
    int pieces = 0;
    for (qint64 offset = from; offset < to; offset += m_pageSize, ++pieces) {
        const auto count = static_cast<int>(std::min<qint64>(m_pageSize, to - offset));
        m_waiting.push_back({offset, count, offset, {}, false});
    }
    return pieces;
}

bool SliceQueue::hasFresh() const
{
    return m_planned < m_target && m_planned < m_seenEnd + std::max(pagesAhead * m_pageSize, m_seenEnd);
}

bool SliceQueue::hasNext(int inFlight) const
{
    if (isLastTry())
        return hasLastTry();
    if (m_isProbing && inFlight > 0)
        return false;
    return !m_waiting.empty() || hasFresh();
}

/// The next page of those that nobody asked for yet, in front of what waits.
void SliceQueue::takeFresh()
{
    m_waiting.push_front({m_planned, m_pageSize, m_planned, {}, false});
    m_planned += m_pageSize;
}

Slice SliceQueue::take()
{
    if (isLastTry())
        chooseLastTry();
    if (m_waiting.empty())
        takeFresh();
    Slice slice = m_waiting.front();
    m_waiting.pop_front();
    if (slice.count > m_bearable) {
        m_waiting.push_front({slice.offset + m_bearable, slice.count - m_bearable, slice.page, {}, false});
        slice.count = m_bearable;
    }
    slice.isProbe = m_isProbing;
    slice.lastTry = m_round;
    if (isLastTry()) {
        m_owed.remove(slice.page);
        m_tries.push_back(slice);
    }
    return slice;
}

void SliceQueue::clear()
{
    m_waiting.clear();
    m_target = 0;
    endLastTries();
}

void SliceQueue::succeeded(const Slice &slice, qint64 received)
{
    m_isProbing = false;
    m_failedProbes = 0;
    if (received > 0)
        endLastTries();
    else if (isLastTry() &&
             slice.lastTry == m_round) // behind the end of a list an answer costs nothing, and proves nothing
        std::erase_if(m_tries, [&slice](const Slice &other) { return other.offset == slice.offset; });
    if (received >= slice.count)
        m_bearable = std::min(std::max(m_bearable, 2 * slice.count), m_pageSize);
}

SliceQueue::AfterFailure SliceQueue::failed(const Slice &slice)
{
    m_failedProbes += slice.isProbe ? 1 : 0;
    m_isProbing = true;
    endLastTries();
    // One bad row costs a failure for each halving; two of them twice as many.
    if (++m_failuresOfPage[slice.page] > 2 * m_maxHalvings) {
        std::erase_if(m_waiting, [&slice](const Slice &other) { return other.page == slice.page; });
        return AfterFailure::TooOften;
    }
    if (slice.count <= Slice::leastCount(slice.offset))
        return AfterFailure::Least;
    const int half = (slice.count + 1) / 2;
    m_bearable = std::max(Slice::minLimit, std::min(m_bearable, half));
    m_waiting.push_front({slice.offset + half, slice.count - half, slice.page, {}, false});
    m_waiting.push_front({slice.offset, half, slice.page, slice.afterId, false});
    return AfterFailure::Again;
}

void SliceQueue::putBackInPieces(const Slice &slice, int most)
{
    // By the rows that it has, as far as anybody knows.
    const qint64 known = m_target - slice.offset;
    const int rows =
        known > Slice::minLimit ? static_cast<int>(std::min<qint64>(known, slice.count)) : slice.count;
    const int piece = std::max((rows + most - 1) / most, Slice::minLimit - 1);
    m_bearable = std::max(Slice::minLimit, std::min(m_bearable, piece));
    std::deque<Slice> pieces;
    for (qint64 offset = slice.offset; offset < slice.end();) {
        const bool isLast = static_cast<int>(pieces.size()) == most - 1;
        const qint64 count = std::max(piece, Slice::leastCount(offset));
        const qint64 end = isLast ? slice.end() : std::min(offset + count, slice.end());
        pieces.push_back({offset, static_cast<int>(end - offset), slice.page, {}, false});
        offset = end;
    }
    pieces.front().afterId = slice.afterId;
    m_waiting.insert(m_waiting.begin(), pieces.begin(), pieces.end());
}

void SliceQueue::askDifferently(const Slice &slice)
{
    believeNothing();
    std::erase_if(m_waiting, [&slice](const Slice &other) { return other.page == slice.page; });
    m_waiting.push_front({slice.page, m_pageSize, slice.page, {}, false});
}

void SliceQueue::believeNothing()
{
    m_bearable = m_pageSize;
    m_isProbing = false;
    m_failedProbes = 0;
    m_unansweredPieces = 0;
    m_failuresOfPage.clear();
    endLastTries();
}

// --- what has no answer
// ---------------------------------------------------------------------------------------------

SliceQueue::AfterFailure SliceQueue::unanswered(const Slice &slice)
{
    noteSilence(slice);
    if (slice.count < m_pageSize && ++m_unansweredPieces > maxUnansweredPieces)
        return AfterFailure::TooOften;
    if (slice.count <= Slice::leastCount(slice.offset))
        return AfterFailure::Least;
    putBackInPieces(slice, piecesIfUnanswered);
    return AfterFailure::Again;
}

void SliceQueue::unansweredWithMore(const Slice &slice)
{
    noteSilence(slice);
    putBackInPieces(slice, piecesIfMoreWasAsked);
}

/// A try of a round that is over by now speaks for nothing: something came since.
void SliceQueue::noteSilence(const Slice &slice)
{
    if (!isLastTry()) {
        beginRound(slice.page);
        return;
    }
    m_silent.insert(slice.page);
    if (slice.lastTry == m_round)
        ++m_failedTries;
    else
        m_owed.insert(slice.page);
}

void SliceQueue::beginRound(qint64 page)
{
    m_round = ++m_rounds;
    m_silent = {page};
    m_owed = {page};
    m_tries.clear();
    m_failedTries = 0;
}

/// No other page that is silent has any of its rows, the one before them included: that one belongs to the
/// page before.
bool SliceQueue::isClear(const Slice &slice) const
{
    return std::none_of(m_silent.cbegin(), m_silent.cend(), [&](qint64 page) {
        return page != slice.page && slice.from() < page + m_pageSize && page < slice.end();
    });
}

/// None of its rows is in any try of this round.
bool SliceQueue::isApart(const Slice &slice) const
{
    return std::none_of(m_tries.cbegin(), m_tries.cend(),
                        [&slice](const Slice &other) { return slice.sharesRowWith(other); });
}

/// It is of a page that is not silent, nor has the last row of one.
bool SliceQueue::isElsewhere(const Slice &slice) const
{
    return !m_silent.contains(slice.page) && isClear(slice);
}

bool SliceQueue::hasLastTry() const
{
    const auto isAnyWaiting = [this](auto isMeant) {
        return std::any_of(m_waiting.cbegin(), m_waiting.cend(), isMeant);
    };
    if (m_tries.size() < leastLastTries)
        return !m_waiting.empty() || hasFresh();
    if (isAnyWaiting([this](const Slice &slice) { return isOwed(slice); }))
        return true;
    const bool isOnePage = // which does not speak for others
        std::all_of(m_tries.cbegin(), m_tries.cend(),
                    [this](const Slice &slice) { return slice.page == m_tries.front().page; });
    return isOnePage &&
           (hasFresh() || isAnyWaiting([this](const Slice &slice) { return isElsewhere(slice); }));
}

bool SliceQueue::isSilent(int inFlight) const
{
    return isLastTry() && inFlight == 0 && m_failedTries > 0 && !hasLastTry();
}

/// Brings to the front what is owed a try; or else what tells most: another page, another part of the same.
void SliceQueue::chooseLastTry()
{
    const auto bringFirst = [this](auto isMeant) {
        const auto meant = std::find_if(m_waiting.cbegin(), m_waiting.cend(), isMeant);
        if (meant == m_waiting.cend())
            return false;
        const Slice slice = *meant;
        m_waiting.erase(meant);
        m_waiting.push_front(slice);
        return true;
    };
    if (bringFirst([this](const Slice &slice) { return isOwed(slice) && isClear(slice); }) ||
        bringFirst([this](const Slice &slice) { return isOwed(slice); }) ||
        bringFirst([this](const Slice &slice) { return isElsewhere(slice); }))
        return;
    if (!hasFresh()) {
        const bool isFound = bringFirst([this](const Slice &slice) { return isApart(slice); });
        if (!isFound && !m_waiting.empty() && m_failedTries == static_cast<int>(m_tries.size()))
            beginRound(m_waiting.front().page); // the rest was in one try: as if that had been the page
        return;
    }
    takeFresh();
    if (isClear(m_waiting.front()))
        return;
    Slice first = m_waiting.front(); // with the last row of a page that is silent
    m_waiting.pop_front();
    first.count = Slice::minLimit - 1;
    m_waiting.push_front(first);
    m_waiting.push_front({first.end(), m_pageSize - first.count, first.page, {}, false});
}

} // namespace layerscope
