// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "api/apijob.h"
#include "support/clienttest.h"
#include "support/faultproxy.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTcpServer>
#include <QTest>
#include <QTimer>

using namespace layerscope;
using namespace std::chrono_literals;
using State = ApiJob::State;

namespace {

/// For a test that fails: why.
QString reasonOf(const ApiError &error)
{
    return error.message + u'\n' + error.detail + u'\n' + error.code + u'\n' + error.jsonPath;
}

} // namespace

/// What the client makes of servers and networks that do not behave.
class TestApiTrouble : public ClientTest
{
    Q_OBJECT

    /// So that a single call's own policy shows, however long nothing gets through.
    void useNoBreaker();

private Q_SLOTS:
    void timesOutWhileConnecting();
    void doesNotTakeWaitingForConnecting();
    void timesOutWhileWaiting();
    void timesOutOnASlowDrip();
    void triesAgain_data();
    void triesAgain();
    void survivesBrokenConnections_data();
    void survivesBrokenConnections();
    void givesUpAtOnce_data();
    void givesUpAtOnce();
    void pausesEverythingOnARateLimit();
    void neverLosesARowToRateLimits();
    void doesNotCountRateLimitsIntoTheDeadline();
    void saysWhichHostIsMissing();
};

void TestApiTrouble::useNoBreaker()
{
    ApiClient::Options options = withoutAsking();
    options.leavesDownAlone = false;
    useClient(options);
}

// --- trouble
// -----------------------------------------------------------------------------------------------------------

void TestApiTrouble::timesOutWhileConnecting()
{
    QTcpServer mute; // takes the connection and never says a word of TLS
    QVERIFY(mute.listen(QHostAddress::LocalHost));
    ApiClient client(
        connectionTo(QUrl(QStringLiteral("https://127.0.0.1:%1/rest/v3.1/").arg(mute.serverPort()))),
        withoutAsking(), *m_clock);
    CallOutcome outcome;
    QPointer<ApiJob> job = client.submit(idCall(outcome));
    QTRY_VERIFY(mute.hasPendingConnections());
    m_clock->advance(9'999ms);
    QVERIFY(job->state() == State::Sent);
    m_clock->advance(1ms);
    QVERIFY(job->state() == State::Waiting);
    QCOMPARE(client.scheduler().inFlight(), 0);

    skipPauses(job, *m_clock);
    QSignalSpy begun(&mute, &QTcpServer::newConnection);
    m_clock->advance(1s);
    // The client hears of its connection a little later or earlier than this server does.
    QTRY_VERIFY((m_clock->advance(10s), outcome.failedAs(ApiError::Kind::Timeout)));
    QVERIFY(outcome.error->isUnreached);
    // As often as one whose connection is refused: it cost the time of a connection, not that of a call.
    QCOMPARE(outcome.error->attempts, RetryPolicy::maximumAttempts);
    QCOMPARE(begun.size(), RetryPolicy::maximumAttempts - 1); // none went to the mute one again
    QVERIFY(outcome.error->message.contains(QStringLiteral("127.0.0.1")));
}

void TestApiTrouble::doesNotTakeWaitingForConnecting()
{
    m_server->setScript([](const Request &request) {
        return request.query("resultLimit").startsWith('1') ? hold() : rows();
    });
    CallOutcome slow;
    QPointer<ApiJob> job = m_client->submit(idCall(slow, listRequest(1)));
    QTRY_COMPARE(m_server->heldCount(), 1);
    CallOutcome
        quick; // on the same lane: when it is answered, the news that the first was sent has come, too
    m_client->submit(idCall(quick, listRequest(2)));
    QTRY_VERIFY(quick.succeeded());
    m_clock->advance(119s);
    QVERIFY(job->state() == State::Sent);
    m_server->answerHeld(rows());
    QTRY_VERIFY(slow.succeeded());
    QCOMPARE(slow.reply->attempts, 1);
}

void TestApiTrouble::timesOutWhileWaiting()
{
    m_server->setScript([](const Request &) { return hold(); });
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_server->setScript([](const Request &) { return rows(); });
    m_clock->advance(120s);
    QVERIFY(job->state() == State::Waiting);
    // First it is asked whether the server is there at all; while that is under way, nothing is due before a
    // whole second is over. Then comes the pause before another attempt, which is shorter.
    QTRY_VERIFY(m_clock->untilNext() > 0ms && m_clock->untilNext() < 1s);
    m_clock->advance(1s);
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(outcome.reply->attempts, 2);
}

void TestApiTrouble::timesOutOnASlowDrip()
{
    useNoBreaker();
    m_server->setScript([](const Request &) { return hold(); });
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_server->sendRaw("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[");
    QTRY_VERIFY(job->record().firstByte);
    for (int i = 0; i < 11; ++i) { // a byte every ten seconds: never idle for long, and never done
        m_clock->advance(10s);
        m_server->sendRaw(" ");
        QVERIFY(job->state() == State::Sent);
    }
    m_clock->advance(10s);
    QVERIFY(job->state() == State::Waiting);
    job->cancel();
    QTRY_COMPARE(m_server->heldCount(), 0);
}

void TestApiTrouble::triesAgain_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("failures");
    QTest::newRow("bad gateway, a page") << 502 << QByteArray("<html><title>Bad Gateway</title></html>") << 3;
    QTest::newRow("unavailable") << 503 << QByteArray() << 3;
    QTest::newRow("gateway timeout") << 504 << QByteArray("{}") << 3;
    QTest::newRow("empty") << 200 << QByteArray() << 3;
    QTest::newRow("cut off") << 200 << QByteArray(R"([{"id":1},{"i)") << 3;
    QTest::newRow("page with success") << 200 << QByteArray("<html><title>Log in</title></html>") << 3;
    QTest::newRow("XML") << 200 << QByteArray("<?xml version='1.0'?><x/>") << 3;
    QTest::newRow("internal error")
        << 500 << QByteArray(R"({"error":"Internal Error","code":"SoftLayer_Exception_Public"})") << 1;
    QTest::newRow("500 in unknown words")
        << 500 << QByteArray(R"({"error":"Sorry.","code":"SoftLayer_Exception_Something"})") << 1;
    QTest::newRow("internal error with success")
        << 200 << QByteArray(R"({"error":"Internal Error","code":"SoftLayer_Exception_Public"})") << 1;
    QTest::newRow("rate limit")
        << 500
        << QByteArray(R"({"error":"Rate limit","code":"SoftLayer_Exception_WebService_RateLimitExceeded"})")
        << 12;
    QTest::newRow("rate limit with success")
        << 200
        << QByteArray(R"({"error":"Rate limit","code":"SoftLayer_Exception_WebService_RateLimitExceeded"})")
        << 12;
    QTest::newRow("429, alien body") << 429 << QByteArray("<html><title>Too Many Requests</title></html>")
                                     << 12;
    QTest::newRow("429, no body") << 429 << QByteArray() << 12;
}

void TestApiTrouble::triesAgain()
{
    QFETCH(const int, code);
    QFETCH(const QByteArray, body);
    QFETCH(const int, failures);
    useNoBreaker();
    int left = failures;
    m_server->setScript([&](const Request &) { return left-- > 0 ? status(code, body) : rows(); });
    CallOutcome outcome;
    skipPauses(m_client->submit(idCall(outcome)), *m_clock);
    QTRY_COMPARE(outcome.timesDone, 1);
    QVERIFY2(outcome.reply, outcome.error ? qPrintable(reasonOf(*outcome.error)) : "");
    QCOMPARE(outcome.reply->value, QList<qint64>({1, 2}));
    QCOMPARE(outcome.reply->attempts, failures + 1);
}

void TestApiTrouble::survivesBrokenConnections_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("needsAnotherTry");
    QTest::newRow("dropped") << int(FaultProxy::Fault::Drop) << true;
    QTest::newRow("half a body") << int(FaultProxy::Fault::HalfBody) << true;
    QTest::newRow("slow drip") << int(FaultProxy::Fault::Drip) << false;
}

void TestApiTrouble::survivesBrokenConnections()
{
    QFETCH(const int, fault);
    QFETCH(const bool, needsAnotherTry);
    FaultProxy proxy(m_server->port());
    bool isBroken = true;
    proxy.setPlan([&] { return isBroken ? FaultProxy::Fault(fault) : FaultProxy::Fault::None; });
    ApiClient client(connectionTo(proxy.restBase()), *m_clock);
    CallOutcome outcome;
    ApiJob *job = client.submit(idCall(outcome));
    connect(job, &ApiJob::stateChanged, this, [&](State state) {
        if (state == State::Waiting)
            isBroken = false; // until then it was sent again at once
    });
    skipPauses(job, *m_clock);
    QTRY_COMPARE(outcome.timesDone, 1);
    QVERIFY2(outcome.reply, outcome.error ? qPrintable(reasonOf(*outcome.error)) : "");
    QCOMPARE(outcome.reply->value, QList<qint64>({1, 2}));
    QVERIFY(needsAnotherTry ? outcome.reply->attempts >= 2 : outcome.reply->attempts == 1);
    QVERIFY(proxy.faultCount() > 0);
}

void TestApiTrouble::givesUpAtOnce_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<QString>("kind");
    const auto row = [](const char *name, int code, const char *body, const char *kind) {
        QTest::newRow(name) << code << QByteArray(body) << QString::fromLatin1(kind);
    };
    row("wrong key", 401, R"({"error":"Invalid API token.","code":"SoftLayer_Exception_Public"})",
        "Unauthorized");
    row("wrong key, alien body", 401, "<html><title>401</title></html>", "Unauthorized");
    row("expired token", 500,
        R"({"error":"","code":"SoftLayer_Exception_Account_Authentication_AccessTokenValidation"})",
        "Unauthorized");
    row("inactive account", 500,
        R"({"error":"Account 1 is not ACTIVE. No.","code":"SoftLayer_Exception_Public"})", "Inactive");
    row("not found", 404,
        R"({"error":"Unable to find object with id of '1'.","code":"SoftLayer_Exception_ObjectNotFound"})",
        "NotFound");
    row("not found with success", 200, R"({"error":"Unable","code":"SoftLayer_Exception_ObjectNotFound"})",
        "NotFound");
    row("bad mask", 500, R"({"error":"Property 'x'","code":"SoftLayer_Exception_WebService_ObjectMask"})",
        "InvalidRequest");
    row("forbidden", 500, R"({"error":"No","code":"SoftLayer_Exception_PermissionDenied"})", "Forbidden");
}

void TestApiTrouble::givesUpAtOnce()
{
    QFETCH(const int, code);
    QFETCH(const QByteArray, body);
    QFETCH(const QString, kind);
    m_server->setScript(
        [&](const Request &) { return status(code, body, "WWW-Authenticate", "Basic realm=\"x\""); });
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_COMPARE(outcome.timesDone, 1);
    QVERIFY(outcome.error);
    QCOMPARE(toString(outcome.error->kind), kind);
    QCOMPARE(outcome.error->httpStatus, code);
    QCOMPARE(m_server->requests().size(), 1);
}

void TestApiTrouble::pausesEverythingOnARateLimit()
{
    m_server->setScript([](const Request &request) {
        return request.query("resultLimit").startsWith('1') ? status(429, "slow down", "Retry-After", "30")
                                                            : rows();
    });
    useLimits({1, 1, 1'000});
    CallOutcome limited;
    CallOutcome other;
    QPointer<ApiJob> job = m_client->submit(idCall(limited, listRequest(1)));
    m_client->submit(idCall(other, listRequest(2)));
    QTRY_VERIFY(job->state() == State::Waiting);
    QVERIFY(m_client->scheduler().isPaused());
    m_clock->advance(29'999ms);
    QCOMPARE(m_server->requests().size(), 1);
    m_server->setScript([](const Request &) { return rows(); });
    m_clock->advance(1ms);
    QTRY_VERIFY(limited.succeeded());
    QTRY_VERIFY(other.succeeded());
    QVERIFY(!m_client->scheduler().isPaused());
}

void TestApiTrouble::neverLosesARowToRateLimits()
{
    // A server that takes three calls a second, and a client that may send a thousand.
    auto second = m_clock->now();
    int calls = 0;
    m_server->setScript([&](const Request &) {
        if (m_clock->now() - second >= 1s) {
            second = m_clock->now();
            calls = 0;
        }
        return ++calls <= 3
                   ? rows()
                   : status(
                         500,
                         R"({"error":"Rate limit","code":"SoftLayer_Exception_WebService_RateLimitExceeded"})");
    });
    useLimits({8, 30, 1'000});
    std::vector<CallOutcome> outcomes(60);
    for (CallOutcome &outcome : outcomes)
        m_client->submit(idCall(outcome, listRequest(), Priority::Sweep));
    QTimer wait; // time passes whenever everything that could happen has happened
    connect(&wait, &QTimer::timeout, this, [this] { m_clock->advance(250ms); });
    wait.start(5);
    for (const CallOutcome &outcome : outcomes) {
        QTRY_COMPARE_WITH_TIMEOUT(outcome.timesDone, 1, 60'000);
        QVERIFY(outcome.reply);
    }
}

void TestApiTrouble::doesNotCountRateLimitsIntoTheDeadline()
{
    useNoBreaker();
    int calls = 0;
    m_server->setScript([&](const Request &) {
        ++calls;
        return calls < RetryPolicy::maximumRateLimits       ? status(429)
               : calls < RetryPolicy::maximumRateLimits + 3 ? status(503)
                                                            : rows();
    });
    const auto start = m_clock->now();
    CallOutcome outcome;
    skipPauses(m_client->submit(idCall(outcome)), *m_clock);
    QTRY_COMPARE(outcome.timesDone, 1);
    QVERIFY2(outcome.reply, outcome.error ? qPrintable(reasonOf(*outcome.error)) : "");
    QVERIFY(m_clock->now() - start > RetryPolicy::deadline);
}

void TestApiTrouble::saysWhichHostIsMissing()
{
    ApiClient client(connectionTo(QUrl(QStringLiteral("https://layerscope-test.invalid/rest/v3.1/"))),
                     *m_clock);
    CallOutcome outcome;
    skipPauses(client.submit(idCall(outcome)), *m_clock);
    QTRY_COMPARE_WITH_TIMEOUT(outcome.timesDone, 1, 60'000);
    QVERIFY(outcome.failedAs(ApiError::Kind::Offline));
    QVERIFY(outcome.error->message.contains(QStringLiteral("layerscope-test.invalid")));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestApiTrouble)
#include "tst_apitrouble.moc"
