// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestscheduler.h"
#include "core/apierror.h"

#include <QList>
#include <QObject>
#include <QString>

#include <chrono>
#include <optional>

namespace layerscope {

/// The story of one call, for the Activity view and for tests. Times are the Clock's, from its own zero.
struct CallRecord
{
    using Time = std::chrono::milliseconds;

    quint64 id = 0; ///< Rises with each call of the client.
    QString label;  ///< "SoftLayer_Account::getHardware"
    Priority priority = Priority::Sweep;
    Time queued{0};
    std::optional<Time> sent;      ///< Of the attempt that counts: the last, or the one that was answered.
    std::optional<Time> firstByte; ///< Of the same.
    std::optional<Time> done;      ///< Once the call is over.
    int attempts = 0;              ///< All that were sent, those beside another included.
    int asksBeside = 0;            ///< Of the attempts, those sent while another one took too long.
    qint64 bytes = 0;
    int rows = 0;                  ///< Elements of the answer if it is an array, 1 for an object.
    std::optional<ApiError> error; ///< Unset while it runs and when it succeeded.
};

/// The last calls of one client, oldest first, at most `capacity`. Client's thread.
class CallHistory : public QObject
{
    Q_OBJECT

public:
    static constexpr int capacity = 5000; // about 2 MB; a full load of 20 000 servers is some 500 calls

    using QObject::QObject;

    void put(const CallRecord &record); ///< Adds, or replaces the one with the same id. O(1) amortised.
    [[nodiscard]] const QList<CallRecord> &records() const { return m_records; }

Q_SIGNALS:
    void recordPut(const layerscope::CallRecord &record);

private:
    QList<CallRecord> m_records;
};

} // namespace layerscope
