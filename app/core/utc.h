// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QTimeZone>

namespace layerscope {

// Moments in UTC. Qt 6.5 has a name for that which costs nothing; before, there is only the time
// specification that later versions deprecate, for a QTimeZone of 6.4 asks the system's time zones. Any
// thread.

[[nodiscard]] inline QDateTime utcFromMSecs(qint64 sinceEpoch)
{
#if QT_VERSION >= QT_VERSION_CHECK(6, 5, 0)
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch, QTimeZone(QTimeZone::UTC));
#else
    return QDateTime::fromMSecsSinceEpoch(sinceEpoch, Qt::UTC);
#endif
}

[[nodiscard]] inline QDateTime utcFromSecs(qint64 sinceEpoch)
{
    return utcFromMSecs(sinceEpoch * 1000);
}

} // namespace layerscope
