// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedserver.h"

#include "demo/httpserverglue.h"
#include "demo/simulatedapi.h"

#include <QElapsedTimer>
#include <QRandomGenerator>
#include <QSslConfiguration>
#include <QThread>
#include <QTimer>

#include <algorithm>
#include <map>

namespace layerscope {

using namespace Qt::Literals::StringLiterals;
using namespace demo;

namespace {

QString randomHex(int words)
{
    QString text;
    for (int i = 0; i < words; ++i)
        text += QString::number(QRandomGenerator::system()->generate(), 16).rightJustified(8, u'0');
    return text;
}

Credentials drawCredentials()
{
    // A classic key has 64 digits.
    return {u"1234567_demo@example.com"_s, randomHex(8), randomHex(16)};
}

QByteArray verbOf(const QHttpServerRequest &request)
{
    switch (request.method()) {
    case QHttpServerRequest::Method::Get:
        return "GET";
    case QHttpServerRequest::Method::Post:
        return "POST";
    case QHttpServerRequest::Method::Put:
        return "PUT";
    case QHttpServerRequest::Method::Delete:
        return "DELETE";
    default:
        return "OTHER";
    }
}

} // namespace

/// Lives in the server's thread, with everything Qt needs there.
class SimulatedServer::Worker final : public QObject
{
public:
    Worker(SimulatedApi api, CallLog &log)
        : m_api(std::move(api))
        , m_log(log)
    {
        m_sinceStart.start();
    }

    quint16 listen()
    {
        m_server = std::make_unique<LoopbackServer>(
            [this](const QHttpServerRequest &request, std::unique_ptr<PendingAnswer> answer) {
                handle(request, std::move(answer));
            });
        return m_server->listen();
    }

    void rememberRows(qsizetype most) { m_api.rememberRows(most); }
    void setFaultPlan(const FaultPlan &plan) { m_api.setFaultPlan(plan); }

private:
    struct Pending
    {
        std::unique_ptr<PendingAnswer> answer;
        SimulatedResponse response;
    };

    void handle(const QHttpServerRequest &request, std::unique_ptr<PendingAnswer> answer)
    {
        const QUrl url = request.url();
        SimulatedRequest asked;
        asked.verb = verbOf(request);
        asked.path = url.path(QUrl::FullyEncoded).toUtf8();
        asked.query = url.query(QUrl::FullyEncoded).toUtf8();
        asked.authorization = headerOf(request, "Authorization");
        asked.body = request.body();
        asked.acceptsGzip = headerOf(request, "Accept-Encoding").contains("gzip");
        asked.now = now();

        SimulatedResponse response = m_api.answer(asked);
        const qsizetype number = m_log.started(response.call, response.isStruck, asked.now);
        // The answer's own making took time already: the delay counts from the arrival.
        const auto left = asked.now + response.delay - now();
        const bool hangs = response.hangs;
        const bool drops = response.drops;
        m_pending.emplace(number, Pending{std::move(answer), std::move(response)});
        if (hangs)
            return;
        if (drops) // from the event loop: the connection must not go while its request is being read
            QTimer::singleShot(std::max(left, std::chrono::milliseconds(0)), Qt::PreciseTimer, this,
                               [this, number] { hangUp(number); });
        else if (left.count() <= 0)
            reply(number);
        else
            QTimer::singleShot(left, Qt::PreciseTimer, this, [this, number] { reply(number); });
    }

    void reply(qsizetype number)
    {
        const auto pending = m_pending.extract(number);
        const SimulatedResponse &response = pending.mapped().response;
        // First, so that whoever has the answer finds it in the log.
        m_log.finished(number, response.status, response.rows, now());
        pending.mapped().answer->send(response.status, response.contentType, response.headers, response.body);
    }

    void hangUp(qsizetype number)
    {
        const auto pending = m_pending.extract(number);
        m_log.finished(number, 0, 0, now());
        pending.mapped().answer->hangUp();
    }

    [[nodiscard]] std::chrono::milliseconds now() const
    {
        return std::chrono::milliseconds(m_sinceStart.elapsed());
    }

    SimulatedApi m_api;
    CallLog &m_log;
    QElapsedTimer m_sinceStart;
    std::unique_ptr<LoopbackServer> m_server;
    /// By number. Answers must be gone before the server is, so no timer may own one.
    std::map<qsizetype, Pending> m_pending;
};

struct SimulatedServer::Private
{
    explicit Private(const SimulatedAccount &simulated)
        : account(simulated)
    {}

    SimulatedAccount account;
    Credentials credentials = drawCredentials();
    CallLog log;
    QThread thread;
    std::unique_ptr<Worker> worker;
    quint16 port = 0;
};

SimulatedServer::SimulatedServer(const SimulatedAccount &account, LatencyModel latency, FaultPlan faults)
    : d(std::make_unique<Private>(account))
{
    SimulatedApi api(account, latency, std::move(faults), d->credentials);
    d->worker = std::make_unique<Worker>(std::move(api), d->log);
    d->worker->moveToThread(&d->thread);
    d->thread.setObjectName(u"simulated api"_s);
    d->thread.start();
}

SimulatedServer::SimulatedServer(int servers, LatencyModel latency, FaultPlan faults,
                                 std::optional<int> pools)
    : SimulatedServer(SimulatedAccount(servers, SimulatedAccount::defaultSeed, pools), latency,
                      std::move(faults))
{}

SimulatedServer::~SimulatedServer()
{
    // Sockets and timers must go in the thread they live in.
    QMetaObject::invokeMethod(
        d->worker.get(), [this] { d->worker.reset(); }, Qt::BlockingQueuedConnection);
    d->thread.quit();
    d->thread.wait();
}

void SimulatedServer::rememberRows(qsizetype most)
{
    QMetaObject::invokeMethod(
        d->worker.get(), [this, most] { d->worker->rememberRows(most); }, Qt::BlockingQueuedConnection);
}

Result<Done> SimulatedServer::start()
{
    // Its server makes a TLS configuration, though it speaks plain HTTP. The first one in a program sets up
    // OpenSSL for the thread it is made in; that thread's share is lost if the program ends in the very
    // moment the thread does. So the first one is made here.
    const QSslConfiguration first;
    QMetaObject::invokeMethod(
        d->worker.get(), [this] { d->port = d->worker->listen(); }, Qt::BlockingQueuedConnection);
    if (d->port == 0)
        return Unexpected(ApiError::make(ApiError::Kind::Offline, u"no free port on 127.0.0.1"_s));
    return Done{};
}

QUrl SimulatedServer::restUrl() const
{
    return QUrl(u"http://127.0.0.1:%1/rest/v3.1/"_s.arg(d->port));
}

QString SimulatedServer::userName() const
{
    return d->credentials.userName;
}

QString SimulatedServer::apiKey() const
{
    return d->credentials.apiKey;
}

QString SimulatedServer::accessToken() const
{
    return d->credentials.accessToken;
}

const SimulatedAccount &SimulatedServer::account() const
{
    return d->account;
}

void SimulatedServer::setFaultPlan(const FaultPlan &plan)
{
    QMetaObject::invokeMethod(
        d->worker.get(), [this, &plan] { d->worker->setFaultPlan(plan); }, Qt::BlockingQueuedConnection);
}

CallLog &SimulatedServer::log()
{
    return d->log;
}

const CallLog &SimulatedServer::log() const
{
    return d->log;
}

} // namespace layerscope
