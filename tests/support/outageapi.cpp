// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outageapi.h"

#include "demo/simulatedaccount.h"

#include <QTimer>

#include <utility>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Answer = ScriptedServer::Answer;

Answer status(int code, const QByteArray &body, const QByteArray &header = {}, const QByteArray &value = {})
{
    Answer answer{code, body, {}, Answer::Fault::None};
    if (!header.isEmpty())
        answer.headers.append({header, value});
    return answer;
}

Answer apiError(int code, const QByteArray &text, const QByteArray &exception)
{
    return status(code, R"({"error":")" + text + R"(","code":")" + exception + R"("})");
}

/// As many as a load may send: the limit of calls a second is not what is tested here.
FaultPlan noLimit()
{
    FaultPlan plan;
    plan.callsPerSecond = 0;
    return plan;
}

} // namespace

OutageApi::OutageApi(int servers, int pools, Way way, int goodCalls, std::optional<int> badCalls)
    : m_way(way)
    , m_goodCalls(goodCalls)
    , m_badCalls(badCalls)
    , m_credentials{u"SL123456"_s, u"0a0b0c0d0e0f"_s, {}}
    , m_api(SimulatedAccount(servers, SimulatedAccount::defaultSeed, pools), LatencyModel(), noLimit(),
            m_credentials)
    , m_server(std::make_unique<ScriptedServer>())
    , m_restBase(m_server->restBase())
{
    m_sinceStart.start();
    m_sinceSuccess.start();
    m_server->setScript([this](const ScriptedServer::Request &request) { return answer(request); });
}

void OutageApi::setConcerned(std::function<bool(const ScriptedServer::Request &)> isConcerned)
{
    m_isConcerned = std::move(isConcerned);
}

void OutageApi::recover()
{
    m_way = Way::None;
}

Connection OutageApi::connection() const
{
    return {m_restBase,
            {Credentials::Scheme::Basic, m_credentials.userName, m_credentials.apiKey},
            QNetworkProxy(QNetworkProxy::NoProxy)};
}

QProcessEnvironment OutageApi::environment() const
{
    QProcessEnvironment environment;
    environment.insert(u"SL_USERNAME"_s, m_credentials.userName);
    environment.insert(u"SL_API_KEY"_s, m_credentials.apiKey);
    environment.insert(u"SL_ENDPOINT_URL"_s, m_restBase.toString());
    return environment;
}

Answer OutageApi::answer(const ScriptedServer::Request &request)
{
    ++m_calls;
    if (std::optional<Answer> wrong = trouble(request)) {
        ++m_callsSinceSuccess;
        ++m_callsThatFailed;
        return *wrong;
    }
    Answer well = wellAnswered(request);
    if (well.status == 200) {
        m_callsSinceSuccess = 0;
        m_sinceSuccess.restart();
    }
    if (m_way == Way::Refused && m_calls == m_goodCalls) {
        // Not from within its own call; what it still has to send goes with it.
        QTimer::singleShot(0, m_server.get(), [this] { m_server.reset(); });
    }
    return well;
}

Answer OutageApi::wellAnswered(const ScriptedServer::Request &request)
{
    const qsizetype mark = request.target.indexOf('?');
    demo::SimulatedRequest asked;
    asked.verb = request.verb;
    asked.path = request.path();
    asked.query = mark < 0 ? QByteArray() : request.target.mid(mark + 1);
    asked.authorization = request.headers.value("authorization");
    asked.body = request.body;
    asked.now = std::chrono::milliseconds(m_sinceStart.elapsed());
    const demo::SimulatedResponse response = m_api.answer(asked);
    Answer answer = status(response.status, response.body, "Content-Type", response.contentType);
    answer.headers += response.headers;
    return answer;
}

std::optional<Answer> OutageApi::trouble(const ScriptedServer::Request &request)
{
    if (m_isConcerned && !m_isConcerned(request))
        return std::nullopt;
    if (m_way == Way::BillingFails) {
        if (!request.query("objectMask").contains("billingItem"))
            return std::nullopt;
        return apiError(500, "Internal Error", "SoftLayer_Exception_Public");
    }
    if (m_calls <= m_goodCalls || (m_badCalls && m_calls > m_goodCalls + *m_badCalls))
        return std::nullopt;
    switch (m_way) {
    case Way::Unavailable:
        return status(503, "<html><head><title>503 Service Unavailable</title></head></html>");
    case Way::InternalError:
        return apiError(500, "Internal Error", "SoftLayer_Exception_Public");
    case Way::OtherError:
        return apiError(500, "The database is being moved.", "SoftLayer_Exception_Public");
    case Way::NotFound:
        return apiError(404, "Unable to find object.", "SoftLayer_Exception_ObjectNotFound");
    case Way::Forbidden:
        return apiError(403, "Access Denied.", "SoftLayer_Exception_AccessDenied");
    case Way::Redirect:
        return status(302, {}, "Location", "https://elsewhere.example/");
    case Way::TooManyRequests:
        return status(429, "slow down", "Retry-After", "1");
    case Way::TooManyForLong:
        return status(429, "slow down", "Retry-After", "100000");
    case Way::Hangs:
        return ScriptedServer::fault(Answer::Fault::Hold);
    case Way::Dropped:
        return ScriptedServer::fault(Answer::Fault::Drop);
    case Way::Unauthorized:
        return apiError(401, "Invalid API token.", "SoftLayer_Exception_Public");
    case Way::None:
    case Way::BillingFails:
    case Way::Refused:
        break;
    }
    return std::nullopt;
}

} // namespace layerscope
