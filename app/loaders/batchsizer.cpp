// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsizer.h"

#include <algorithm>

namespace layerscope {

void BatchSizer::answered(int rows, std::chrono::milliseconds duration)
{
    m_borne = std::max(m_borne, rows);
    if (duration > slow) {
        m_size = std::min(m_size, std::max(smallest, rows * 2 / 3));
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
    if (rows <= m_borne) {
        m_borne = rows - 1; // a second one would be no accident
        return;
    }
    m_size = std::min(m_size, std::max(least, rows / 2));
    m_answersToWait = m_nextWait;
    m_nextWait = std::min(2 * m_nextWait, maxAnswersBeforeGrowth);
}

} // namespace layerscope
