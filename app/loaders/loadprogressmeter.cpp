// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/loadprogressmeter.h"

namespace layerscope {

void LoadProgressMeter::settled(qint64 rows, Milliseconds now)
{
    m_samples.emplace_back(now, rows);
    // The first one is the oldest within the window, or the last before it.
    while (m_samples.size() > 2 && m_samples[1].first <= now - window)
        m_samples.pop_front();
}

std::optional<std::chrono::seconds> LoadProgressMeter::timeLeft(qint64 rowsLeft) const
{
    if (m_samples.size() < 2 || rowsLeft <= 0 || rowsLeft > maxRows)
        return std::nullopt;
    const Milliseconds time = m_samples.back().first - m_samples.front().first;
    const qint64 rows = m_samples.back().second - m_samples.front().second;
    if (time < minTime || rows < minRows)
        return std::nullopt;
    return std::chrono::ceil<std::chrono::seconds>(Milliseconds(time.count() * rowsLeft / rows));
}

} // namespace layerscope
