// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/apijob.h"
#include "support/fakeclock.h"

#include <QCoreApplication>
#include <QList>

#include <optional>
#include <utility>

namespace layerscope {

/// How a call ended, as its caller heard it.
struct CallOutcome
{
    int timesDone = 0;
    std::optional<Reply<QList<qint64>>> reply;
    std::optional<ApiError> error;

    [[nodiscard]] bool succeeded() const { return timesDone == 1 && reply; }
    [[nodiscard]] bool failedAs(ApiError::Kind kind) const
    {
        return timesDone == 1 && error && error->kind == kind;
    }
};

inline const QString testSecret = QStringLiteral("feedface0123456789feedface0123456789");

inline Connection connectionTo(const QUrl &restBase)
{
    return {restBase,
            {Credentials::Scheme::Basic, QStringLiteral("123456_ops"), testSecret},
            QNetworkProxy(QNetworkProxy::NoProxy)};
}

/// SoftLayer_Account::getHardware, marked by its offset so that a server can tell calls apart.
inline ApiRequest listRequest(qint64 mark = 0)
{
    ApiRequest request;
    request.service = "SoftLayer_Account";
    request.method = "getHardware";
    request.limit = ResultLimit{mark, 100};
    return request;
}

/// The ids of an array of objects.
inline QList<qint64> decodeIds(const JsonReader &root)
{
    QList<qint64> ids;
    root.forEach([&ids](const JsonReader &row) {
        if (const auto id = row["id"].integer())
            ids += *id;
    });
    return ids;
}

/// A call whose end is written into `outcome`, which must outlive it.
inline ApiCall idCall(CallOutcome &outcome, ApiRequest request = listRequest(),
                      Priority priority = Priority::Visible, Decode<QList<qint64>> decode = decodeIds)
{
    return ApiCall::make<QList<qint64>>(std::move(request), priority, std::move(decode),
                                        [&outcome](Result<Reply<QList<qint64>>> result) {
                                            ++outcome.timesDone;
                                            if (result)
                                                outcome.reply = *result;
                                            else
                                                outcome.error = result.error();
                                        });
}

/// Each pause of this job before another attempt passes at once.
inline void skipPauses(ApiJob *job, FakeClock &clock)
{
    QObject::connect(job, &ApiJob::stateChanged, &clock, [&clock](ApiJob::State state) {
        if (state == ApiJob::State::Waiting)
            QMetaObject::invokeMethod(
                &clock, [&clock] { clock.advance(RetryPolicy::longestPause); }, Qt::QueuedConnection);
    });
}

} // namespace layerscope
