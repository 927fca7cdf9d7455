// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/slicequeue.h"

#include <algorithm>
#include <bit>
#include <limits>

namespace layerscope {

namespace {

constexpr int minLimit = 2;
/// Pages ahead of the rows seen; doubles as they come. 10 000 servers are to stand after three round trips,
/// and a wrong total costs so many calls at most.
constexpr qint64 pagesAhead = 10;
/// Of what had no answer. One row to which none ever comes is found in the third or fourth of them.
constexpr int piecesIfUnanswered = 8;
/// Two, so that one row cannot silence both.
constexpr int lastTriesAtOnce = 2;
/// Each of them may cost the whole time of a call: beyond this, what has no answer is left as it is.
constexpr int maxUnansweredPieces = 16;

} // namespace

ResultLimit Slice::limit() const
{
    return {from(), std::max(static_cast<int>(end() - from()), minLimit)};
}

SliceQueue::SliceQueue(int pageSize)
    : m_pageSize(std::max(pageSize, minLimit))
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

int SliceQueue::mostInFlight() const
{
    if (m_isLastTry)
        return lastTriesAtOnce;
    return m_isProbing ? 1 : std::numeric_limits<int>::max();
}

bool SliceQueue::hasNext(int inFlight) const
{
    if (inFlight >= mostInFlight())
        return false;
    return !m_waiting.empty() || hasFresh();
}

Slice SliceQueue::take()
{
    if (m_waiting.empty()) {
        m_waiting.push_back({m_planned, m_pageSize, m_planned, {}, false});
        m_planned += m_pageSize;
    }
    Slice slice = m_waiting.front();
    m_waiting.pop_front();
    if (slice.count > m_bearable) {
        m_waiting.push_front({slice.offset + m_bearable, slice.count - m_bearable, slice.page, {}, false});
        slice.count = m_bearable;
    }
    slice.isProbe = m_isProbing;
    slice.isLastTry = m_isLastTry;
    return slice;
}

void SliceQueue::clear()
{
    m_waiting.clear();
    m_target = 0;
}

void SliceQueue::succeeded(const Slice &slice, qint64 received)
{
    m_isProbing = false;
    m_failedProbes = 0;
    if (received > 0 || !slice.isLastTry) // behind the end of a list an answer costs nothing
        m_isLastTry = false;
    if (received >= slice.count)
        m_bearable = std::min(std::max(m_bearable, 2 * slice.count), m_pageSize);
}

SliceQueue::AfterFailure SliceQueue::failed(const Slice &slice)
{
    m_failedProbes += slice.isProbe ? 1 : 0;
    m_isProbing = true;
    m_isLastTry = false;
    // One bad row costs a failure for each halving; two of them twice as many.
    if (++m_failuresOfPage[slice.page] > 2 * m_maxHalvings) {
        std::erase_if(m_waiting, [&slice](const Slice &other) { return other.page == slice.page; });
        return AfterFailure::TooOften;
    }
    const int least = slice.offset > 0 ? minLimit - 1 : minLimit;
    if (slice.count <= least)
        return AfterFailure::Least;
    const int half = (slice.count + 1) / 2;
    m_bearable = std::max(minLimit, std::min(m_bearable, half));
    m_waiting.push_front({slice.offset + half, slice.count - half, slice.page, {}, false});
    m_waiting.push_front({slice.offset, half, slice.page, slice.afterId, false});
    return AfterFailure::Again;
}

SliceQueue::AfterFailure SliceQueue::unanswered(const Slice &slice)
{
    m_isLastTry = true;
    if (slice.count < m_pageSize && ++m_unansweredPieces > maxUnansweredPieces)
        return AfterFailure::TooOften;
    const int least = slice.offset > 0 ? minLimit - 1 : minLimit;
    if (slice.count <= least)
        return AfterFailure::Least;
    // By the rows that it has, as far as anybody knows.
    const qint64 known = m_target - slice.offset;
    const int rows = known > minLimit ? static_cast<int>(std::min<qint64>(known, slice.count)) : slice.count;
    const int piece = std::max((rows + piecesIfUnanswered - 1) / piecesIfUnanswered, minLimit - 1);
    m_bearable = std::max(minLimit, std::min(m_bearable, piece));
    std::deque<Slice> pieces;
    for (qint64 offset = slice.offset; offset < slice.end();) {
        const bool isLast = static_cast<int>(pieces.size()) == piecesIfUnanswered - 1;
        const qint64 count = std::max(piece, offset > 0 ? minLimit - 1 : minLimit);
        const qint64 end = isLast ? slice.end() : std::min(offset + count, slice.end());
        pieces.push_back({offset, static_cast<int>(end - offset), slice.page, {}, false, false});
        offset = end;
    }
    pieces.front().afterId = slice.afterId;
    m_waiting.insert(m_waiting.begin(), pieces.begin(), pieces.end());
    return AfterFailure::Again;
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
    m_isLastTry = false;
    m_unansweredPieces = 0;
    m_failuresOfPage.clear();
}

} // namespace layerscope
