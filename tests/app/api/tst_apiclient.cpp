// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "api/apijob.h"
#include "api/redactor.h"
#include "support/clienttest.h"

#include <QElapsedTimer>
#include <QProcess>
#include <QTest>

#include <atomic>
#include <thread>

using namespace layerscope;
using namespace std::chrono_literals;
using State = ApiJob::State;

class TestApiClient : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void asksAsTheApiWantsIt();
    void postsParameters();
    void takesATokenToo();
    void redactsItsOwnSecrets();
    void unpacksGzip();
    void readsTheTotal();
    void reportsWrongTypesWithTheirPath();

    void keepsTheWindowFull();
    void opensTheWindowSlowly();
    void dispatchesForOtherSources();

    void cancelsAll();
    void isSilentWhenDestroyed();
    void waitsForItsWorkersWhenDestroyed();
    void quitsInTheMiddleOfALoad();
};

// --- on the wire
// -------------------------------------------------------------------------------------------------------

void TestApiClient::asksAsTheApiWantsIt()
{
    ApiClient::Options options;
    options.userAgent = "Tester/1.0";
    useClient(options);
    ApiRequest request;
    request.service = "SoftLayer_Hardware_Server";
    request.method = "getObject";
    request.objectId = QStringLiteral("1403101");
    request.mask = {"id", "datacenter.name"};
    request.filter.equals("hardware.notes", QStringLiteral("a+b c"));
    CallOutcome outcome;
    m_client->submit(idCall(outcome, request));
    QTRY_VERIFY(outcome.succeeded());

    const Request seen = m_server->requests().first();
    QCOMPARE(seen.verb, "GET");
    QCOMPARE(
        seen.target,
        "/rest/v3.1/SoftLayer_Hardware_Server/1403101/"
        "getObject.json?objectMask=mask%5Bid%2Cdatacenter%5Bname%5D%5D"
        "&objectFilter=%7B%22hardware%22%3A%7B%22notes%22%3A%7B%22operation%22%3A%22a%2Bb%20c%22%7D%7D%7D");
    QCOMPARE(seen.headers.value("authorization"),
             QByteArray("Basic " + QByteArray("123456_ops:" + testSecret.toLatin1()).toBase64()));
    QCOMPARE(seen.headers.value("user-agent"), "Tester/1.0");
    QCOMPARE(seen.headers.value("accept"), "application/json");
    QVERIFY(seen.headers.value("accept-encoding").contains("gzip"));
    QVERIFY(!seen.headers.contains("content-type"));
    QVERIFY(!seen.headers.contains("upgrade")); // HTTP/2 is off
    QVERIFY(seen.body.isEmpty());
}

void TestApiClient::postsParameters()
{
    ApiRequest request = listRequest();
    request.mask = {"id"};
    request.parameters = {QStringLiteral("2026-01-01T00:00:00"), QJsonValue(), QJsonArray{1, 2}};
    CallOutcome outcome;
    m_client->submit(idCall(outcome, request));
    QTRY_VERIFY(outcome.succeeded());
    const Request seen = m_server->requests().first();
    QCOMPARE(seen.verb, "POST");
    QCOMPARE(seen.body, R"({"parameters":["2026-01-01T00:00:00",null,[1,2]]})");
    QCOMPARE(seen.headers.value("content-type"), "application/json");
    QCOMPARE(seen.query("objectMask"), "mask[id]");
    QCOMPARE(seen.query("resultLimit"), "0,100");
}

void TestApiClient::takesATokenToo()
{
    Connection connection = connectionTo(m_server->restBase());
    connection.credentials = {Credentials::Scheme::Bearer, {}, QStringLiteral("abc.def")};
    ApiClient client(connection, *m_clock);
    CallOutcome outcome;
    client.submit(idCall(outcome));
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(m_server->requests().first().headers.value("authorization"), "Bearer abc.def");
}

void TestApiClient::redactsItsOwnSecrets()
{
    const Connection connection = connectionTo(m_server->restBase());
    const ApiClient client(connection, *m_clock);
    const QString text = QStringLiteral("key %1").arg(connection.credentials.secret);
    QCOMPARE(client.redactor().redacted(text), QStringLiteral("key ") + Redactor::placeholder());
}

void TestApiClient::unpacksGzip()
{
    m_server->setScript([](const Request &) {
        return status(
            200, QByteArray::fromHex("1f8b08000000000002ff8bae56ca4c51b232acd581308c6a6301ead147fa13000000"),
            "Content-Encoding", "gzip");
    });
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(outcome.reply->value, QList<qint64>({1, 2}));
}

void TestApiClient::readsTheTotal()
{
    m_server->setScript([](const Request &) { return status(200, "[]", "softlayer-total-items", "1204"); });
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(outcome.reply->totalItems, std::optional<qint64>(1204));
}

void TestApiClient::reportsWrongTypesWithTheirPath()
{
    m_server->setScript([](const Request &) { return ScriptedServer::json(R"([{"id":1},{"id":{"x":2}}])"); });
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_VERIFY(outcome.failedAs(ApiError::Kind::BadResponse));
    QCOMPARE(outcome.error->jsonPath, QStringLiteral("[1].id"));
    QCOMPARE(outcome.error->httpStatus, 200);
    QCOMPARE(m_server->requests().size(), 1); // it would come again just so
}

// --- side by side
// ------------------------------------------------------------------------------------------------------

void TestApiClient::keepsTheWindowFull()
{
    m_server->setScript([](const Request &) { return hold(); });
    useLimits({30, 30, 1'000});
    std::vector<CallOutcome> outcomes(40);
    for (CallOutcome &outcome : outcomes)
        m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 30); // all of them at the server at once, over six connections a lane
    QCOMPARE(m_client->scheduler().inFlight(), 30);
    m_server->answerAllHeld(rows());
    QTRY_COMPARE(m_server->heldCount(), 10);
    m_server->answerAllHeld(rows());
    for (const CallOutcome &outcome : outcomes)
        QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(m_server->requests().size(), 40);
}

void TestApiClient::opensTheWindowSlowly()
{
    m_server->setScript([](const Request &) { return hold(); });
    useLimits({8, 30, 1'000});
    std::vector<CallOutcome> outcomes(40);
    for (CallOutcome &outcome : outcomes)
        m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 8);
    m_server->answerAllHeld(rows());
    QTRY_COMPARE(m_server->heldCount(), 16);
    m_server->answerAllHeld(rows());
    QTRY_COMPARE(m_server->heldCount(), 16); // forty less twenty-four: all that is left
    m_server->answerAllHeld(rows());
    for (const CallOutcome &outcome : outcomes)
        QTRY_VERIFY(outcome.succeeded());
}

void TestApiClient::dispatchesForOtherSources()
{
    /// Makes its calls when it is asked, not before.
    class Source : public CallSource
    {
    public:
        explicit Source(ApiClient &client)
            : m_client(client)
        {}
        std::optional<Priority> mostUrgent() const override
        {
            return left > 0 ? std::optional(Priority::Sweep) : std::nullopt;
        }
        void startOne() override
        {
            --left;
            ApiRequest request = listRequest(left);
            if (left == 1)
                request.method = "deleteObject";
            job =
                m_client.dispatch(idCall(outcomes[static_cast<std::size_t>(left)], request, Priority::Sweep));
            states += job->state();
            QCOMPARE(outcomes[static_cast<std::size_t>(left)].timesDone, 0);
        }
        int left = 3;
        std::array<CallOutcome, 3> outcomes;
        QPointer<ApiJob> job;
        QList<State> states;

    private:
        ApiClient &m_client;
    } source(*m_client);

    m_client->scheduler().addSource(&source);
    QTRY_VERIFY(source.outcomes[0].succeeded());
    QTRY_VERIFY(source.outcomes[2].succeeded());
    QTRY_VERIFY(source.outcomes[1].failedAs(ApiError::Kind::InvalidRequest));
    QCOMPARE(source.states, QList<State>({State::Sent, State::Failed, State::Sent}));
    QCOMPARE(m_client->scheduler().inFlight(), 0);
    m_client->scheduler().removeSource(&source);
}

// --- the end
// -----------------------------------------------------------------------------------------------------------

void TestApiClient::cancelsAll()
{
    m_server->setScript([](const Request &request) {
        return request.query("resultLimit").startsWith('9') ? status(503) : hold();
    });
    useLimits({4, 4, 1'000});
    std::array<CallOutcome, 20> outcomes;
    QPointer<ApiJob> waiting = m_client->submit(idCall(outcomes[0], listRequest(9)));
    QTRY_VERIFY(waiting->state() == State::Waiting);
    for (std::size_t i = 1; i < outcomes.size(); ++i)
        m_client->submit(idCall(outcomes[i]));
    QTRY_VERIFY(m_server->heldCount() > 0);
    m_client->cancelAll();
    for (const CallOutcome &outcome : outcomes)
        QTRY_VERIFY(outcome.failedAs(ApiError::Kind::Cancelled));
    QCOMPARE(m_client->scheduler().inFlight(), 0);

    m_server->setScript([](const Request &) { return rows(); });
    CallOutcome next; // it still works
    m_client->submit(idCall(next));
    QTRY_VERIFY(next.succeeded());
}

void TestApiClient::isSilentWhenDestroyed()
{
    m_server->setScript([n = 0](const Request &) mutable {
        return ++n % 3 == 0 ? status(503) : n % 3 == 1 ? hold() : rows();
    });
    std::vector<CallOutcome> outcomes(60);
    for (CallOutcome &outcome : outcomes)
        m_client->submit(idCall(outcome));
    QTRY_VERIFY(m_server->requests().size() >= 8);
    const auto timesDone = [&] {
        int sum = 0;
        for (const CallOutcome &outcome : outcomes)
            sum += outcome.timesDone;
        return sum;
    };
    const int before = timesDone();
    m_client.reset();
    m_clock->advance(1h);
    QTRY_COMPARE(m_server->heldCount(), 0); // every connection was closed
    QCOMPARE(timesDone(), before);
}

void TestApiClient::waitsForItsWorkersWhenDestroyed()
{
    std::atomic_bool entered = false;
    std::atomic_bool destroying = false;
    std::atomic_bool left = false;
    CallOutcome outcome;
    m_client->submit(idCall(outcome, listRequest(), Priority::Visible, [&](const JsonReader &root) {
        entered = true;
        while (!destroying)
            std::this_thread::yield();
        QElapsedTimer busy; // long enough that a destructor which does not wait is over first
        busy.start();
        while (busy.elapsed() < 30)
            std::this_thread::yield();
        left = true;
        return decodeIds(root);
    }));
    QTRY_VERIFY(entered);
    destroying = true;
    m_client.reset();
    QVERIFY(left);
    QCOMPARE(outcome.timesDone, 0);
}

/// In a process of its own, since it is about the end of one: see main() below.
void TestApiClient::quitsInTheMiddleOfALoad()
{
    m_server->setScript([n = 0](const Request &) mutable { return ++n > 20 ? hold() : rows(); });
    QProcess program;
    program.start(QCoreApplication::applicationFilePath(),
                  {QStringLiteral("--load-and-quit"), m_server->restBase().toString()});
    QTRY_COMPARE_WITH_TIMEOUT(program.state(), QProcess::NotRunning, 30'000);
    QCOMPARE(program.exitStatus(), QProcess::NormalExit);
    QCOMPARE(program.readAllStandardError(), QByteArray());
    QCOMPARE(program.exitCode(), 0);
    QVERIFY(m_server->requests().size() >= 20);
}

namespace {

int loadAndQuit(const QString &restBase)
{
    int answers = 0;
    ApiClient client(connectionTo(QUrl(restBase)));
    for (int i = 0; i < 200; ++i) {
        client.submit(ApiCall::make<QList<qint64>>(listRequest(i), Priority::Sweep, decodeIds,
                                                   [&](Result<Reply<QList<qint64>>>) {
                                                       if (++answers == 20)
                                                           QCoreApplication::quit();
                                                   }));
    }
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    if (app.arguments().value(1) == QLatin1String("--load-and-quit"))
        return loadAndQuit(app.arguments().value(2));
    TestApiClient test;
    return QTest::qExec(&test, argc, argv);
}

#include "tst_apiclient.moc"
