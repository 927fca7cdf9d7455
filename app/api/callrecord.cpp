// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/callrecord.h"

#include <algorithm>

namespace layerscope {

void CallHistory::put(const CallRecord &record)
{
    const auto at = std::lower_bound(m_records.begin(), m_records.end(), record.id,
                                     [](const CallRecord &known, quint64 id) { return known.id < id; });
    if (at != m_records.end() && at->id == record.id) {
        *at = record;
    } else if (at == m_records.end()) {
        m_records.append(record);
        if (m_records.size() > capacity)
            m_records.removeFirst();
    } else {
        return; // dropped already to make room
    }
    Q_EMIT recordPut(record);
}

} // namespace layerscope
