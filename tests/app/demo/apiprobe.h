// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/simulatedapi.h"

#include <QJsonArray>
#include <QJsonDocument>

namespace layerscope::demo {

/// A simulated API without a server, and short words to ask it.
class ApiProbe
{
public:
    struct Question
    {
        QString mask = {};
        QString filter = {};
        QString limit = {};
    };

    explicit ApiProbe(int servers = 60, FaultPlan plan = {}, LatencyModel latency = {},
                      std::optional<int> pools = std::nullopt)
        : account(servers, SimulatedAccount::defaultSeed, pools)
        , api(account, latency, std::move(plan),
              {QStringLiteral("user"), QStringLiteral("key"), QStringLiteral("token")})
    {}

    /// `path` below the REST root, e.g. "SoftLayer_Account/getHardware.json". A second passes between
    /// questions.
    SimulatedResponse ask(const QByteArray &path) { return ask(path, Question{}); }
    SimulatedResponse ask(const QByteArray &path, const Question &question)
    {
        request.path = "/rest/v3.1/" + path;
        request.query.clear();
        for (const auto &[name, value] : {std::pair{"objectMask", question.mask},
                                          {"objectFilter", question.filter},
                                          {"resultLimit", question.limit}}) {
            if (!value.isEmpty())
                request.query += QByteArray(request.query.isEmpty() ? "" : "&") + name + '=' +
                                 value.toUtf8().toPercentEncoding();
        }
        request.now += step;
        return api.answer(request);
    }

    SimulatedAccount account;
    SimulatedApi api;
    SimulatedRequest request{"GET", {}, {}, "Basic " + QByteArray("user:key").toBase64(), {}, false, {}};
    std::chrono::milliseconds step{1000};
};

/// Of a method of one object.
[[nodiscard]] inline QByteArray objectPath(const QByteArray &service, qint64 id, const QByteArray &method)
{
    return service + '/' + QByteArray::number(id) + '/' + method + ".json";
}

/// As many calls a second as one wants, and these faults.
[[nodiscard]] inline FaultPlan withoutLimit(const QList<Fault> &faults = {})
{
    FaultPlan plan;
    plan.callsPerSecond = 0;
    plan.faults = faults;
    return plan;
}

[[nodiscard]] inline QJsonArray rowsOf(const SimulatedResponse &response)
{
    return QJsonDocument::fromJson(response.body).array();
}

[[nodiscard]] inline QJsonObject objectOf(const SimulatedResponse &response)
{
    return QJsonDocument::fromJson(response.body).object();
}

[[nodiscard]] inline QString codeOf(const SimulatedResponse &response)
{
    return objectOf(response).value(QLatin1String("code")).toString();
}

/// Empty if the answer has no such header.
[[nodiscard]] inline QByteArray headerOf(const SimulatedResponse &response, const QByteArray &name)
{
    for (const auto &[key, value] : response.headers) {
        if (key == name)
            return value;
    }
    return {};
}

} // namespace layerscope::demo
