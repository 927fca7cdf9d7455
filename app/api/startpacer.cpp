// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/startpacer.h"

#include <algorithm>

namespace layerscope {

namespace {

using std::chrono::milliseconds;

/// A second and the millisecond that two truncated readings of a clock may lack.
constexpr milliseconds span{1001};

} // namespace

StartPacer::StartPacer(int mostStartsPerSecond)
    : m_most(static_cast<std::size_t>(std::max(1, mostStartsPerSecond)))
{}

milliseconds StartPacer::delay(milliseconds now) const
{
    if (m_starts.size() < m_most)
        return milliseconds(0);
    return std::max(milliseconds(0), m_starts.front() + span - now);
}

void StartPacer::started(milliseconds now)
{
    if (m_starts.size() == m_most)
        m_starts.pop_front();
    m_starts.push_back(now);
}

int StartPacer::startsInLastSecond(milliseconds now) const
{
    return static_cast<int>(std::count_if(m_starts.begin(), m_starts.end(),
                                          [now](milliseconds start) { return start + span > now; }));
}

} // namespace layerscope
