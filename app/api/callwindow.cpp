// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/callwindow.h"

#include <algorithm>

namespace layerscope {

CallWindow::CallWindow(CallLimits limits)
    : m_most(std::max(1, limits.maxCalls))
{
    m_size = std::clamp(limits.initialCalls, 1, m_most);
}

void CallWindow::answered()
{
    callEnded();
    if (++m_answersSinceGrowth < (m_troubleSeen ? m_size : 1))
        return;
    m_answersSinceGrowth = 0;
    m_size = std::min(m_size + 1, m_most);
}

void CallWindow::trouble(int stillInFlight)
{
    m_troubleSeen = true;
    m_answersSinceGrowth = 0;
    if (m_oldCalls > 0) {
        callEnded();
        return;
    }
    m_oldCalls = stillInFlight;
    m_size = std::max(1, m_size / 2);
}

void CallWindow::callEnded()
{
    m_oldCalls = std::max(0, m_oldCalls - 1);
}

} // namespace layerscope
