// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/calllog.h"

#include <QMutexLocker>

#include <algorithm>

namespace layerscope {

qsizetype CallLog::started(const demo::WireCall &call, bool isStruck, std::chrono::milliseconds now)
{
    const QMutexLocker lock(&m_mutex);
    m_calls.append({call.service, call.method, call.id, call.mask, call.filter, call.limit,
                    !call.parameters.isEmpty(), isStruck, 0, 0, now, now});
    m_maxConcurrent = std::max(m_maxConcurrent, ++m_concurrent);
    return m_firstNumber + m_calls.size() - 1;
}

void CallLog::finished(qsizetype number, int status, int rows, std::chrono::milliseconds now)
{
    const QMutexLocker lock(&m_mutex);
    --m_concurrent;
    const qsizetype position = number - m_firstNumber;
    if (position < 0)
        return;
    LoggedCall &call = m_calls[position];
    call.status = status;
    call.rows = rows;
    call.finishedAt = now;
}

void CallLog::clear()
{
    const QMutexLocker lock(&m_mutex);
    m_firstNumber += m_calls.size();
    m_calls.clear();
    m_maxConcurrent = m_concurrent;
}

QList<LoggedCall> CallLog::calls() const
{
    const QMutexLocker lock(&m_mutex);
    return m_calls;
}

int CallLog::maxConcurrent() const
{
    const QMutexLocker lock(&m_mutex);
    return m_maxConcurrent;
}

} // namespace layerscope
