// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/loadprogressmeter.h"

#include <algorithm>

namespace layerscope {

void LoadProgressMeter::settled(qint64 rows, Milliseconds now)
{
    if (m_samples.empty())
        m_firstRows = rows;
    m_samples.emplace_back(now, rows);
    // The first one is the oldest within the window, or the last before it.
    while (m_samples.size() > 2 && m_samples[1].first <= now - window) {
        m_samples.pop_front();
        m_isBeginning = false;
    }
}

bool LoadProgressMeter::isFallingOff() const
{
    const auto &[begin, rowsAtBegin] = m_samples.front();
    const auto &[end, rowsAtEnd] = m_samples.back();
    const Milliseconds middle = begin + (end - begin) / 2;
    const auto later =
        std::upper_bound(m_samples.cbegin(), m_samples.cend(), middle,
                         [](Milliseconds moment, const Sample &sample) { return moment < sample.first; });
    const Sample &half = *(later - 1); // the first one is not behind the middle
    // The later half at less than half the pace of both.
    return m_isBeginning && 2 * (rowsAtEnd - half.second) * (end - begin).count() <
                                (rowsAtEnd - rowsAtBegin) * (end - half.first).count();
}

std::optional<std::chrono::seconds> LoadProgressMeter::timeLeft(qint64 rowsLeft) const
{
    if (m_samples.size() < 2 || rowsLeft <= 0 || rowsLeft > maxRows)
        return std::nullopt;
    const Milliseconds time = m_samples.back().first - m_samples.front().first;
    const qint64 rows = m_samples.back().second - m_samples.front().second;
    if (time < minTime || rows < minRows || isFallingOff())
        return std::nullopt;
    if (rowsLeft / maxShareLeft > m_samples.back().second - m_firstRows)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(Milliseconds(time.count() * rowsLeft / rows));
}

} // namespace layerscope
