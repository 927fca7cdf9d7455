// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/slicequeue.h"

#include <algorithm>
#include <bit>

namespace layerscope {

namespace {

constexpr int minLimit = 2;
/// Pages ahead of the rows seen; doubles as they come. 10 000 servers are to stand after three round trips,
/// and a wrong total costs so many calls at most.
constexpr qint64 pagesAhead = 10;

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

bool SliceQueue::hasNext(int inFlight) const
{
    if (m_isProbing && inFlight > 0)
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
    if (received >= slice.count)
        m_bearable = std::min(std::max(m_bearable, 2 * slice.count), m_pageSize);
}

SliceQueue::AfterFailure SliceQueue::failed(const Slice &slice)
{
    m_failedProbes += slice.isProbe ? 1 : 0;
    m_isProbing = true;
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
    m_failuresOfPage.clear();
}

} // namespace layerscope
