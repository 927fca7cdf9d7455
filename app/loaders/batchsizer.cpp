// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsizer.h"

#include <algorithm>

namespace layerscope {

void BatchSizer::answered(int rows, std::chrono::milliseconds duration)
{
    if (duration > slow) {
        m_size = std::max(smallest, std::min(m_size, rows * 2 / 3));
        return;
    }
    if (m_answersToWait > 0) {
        --m_answersToWait;
        return;
    }
    // A smaller batch than the present size proves nothing about a larger one.
    if (duration < quick && rows >= m_size)
        m_size = std::min(largest, m_size + m_size / 2);
}

void BatchSizer::wasTooMuch(int rows)
{
    m_size = std::clamp(rows / 2, smallest, m_size);
    m_answersToWait = answersBeforeGrowth;
}

} // namespace layerscope
