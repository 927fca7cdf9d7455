// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/steadyestimate.h"

#include <algorithm>

namespace layerscope {

std::optional<std::chrono::seconds> SteadyEstimate::say(std::optional<std::chrono::seconds> estimate,
                                                        std::chrono::milliseconds now)
{
    if (!estimate) {
        clear();
        return std::nullopt;
    }
    if (!m_lowest || *estimate > *m_lowest * maxGrowth + slack) {
        m_lowest = estimate;
        m_since = now;
    }
    m_lowest = std::min(*m_lowest, *estimate);
    return now - m_since < settling ? std::nullopt : estimate;
}

} // namespace layerscope
