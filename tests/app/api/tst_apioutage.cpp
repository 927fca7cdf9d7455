// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "api/apijob.h"
#include "support/clienttest.h"
#include "support/testmain.h"
#include "support/turn.h"

#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <deque>
#include <functional>
#include <numeric>
#include <utility>

using namespace layerscope;
using namespace std::chrono_literals;

/// What the client does when its server stays down.
class TestApiOutage : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void holdsEverythingWhileNothingGetsThrough();
    void goesOnByItselfAndLosesNoCall();
    void blocksOnHangingCalls();
    void doesNotBlockForBadCallsAlone();
    void aCallThatFailsByItselfUsesUpItsAttempts_data();
    void aCallThatFailsByItselfUsesUpItsAttempts();
    void aCallThatBringsTheServerDownEnds();
    void aCallThatFailsInAnOutageKeepsItsAttempts();
    void aCallThatIsCancelledMeanwhileStaysSo();
    void probesAgainWhateverBecameOfOne_data();
    void probesAgainWhateverBecameOfOne();
    void lessIsAskedForOfAServerThatBearsLittle();
    void triesAtOnceForAPerson();
    void survivesItsClientsEnd();
    void isOffForACheck();

private:
    /// Submits so many calls.
    void call(int count);
    /// Lets the clock run in steps while the network works, until `isDone` or this much time has passed.
    void run(
        std::chrono::milliseconds span, const std::function<bool()> &isDone = [] { return false; });
    [[nodiscard]] bool hasAllArrived() const;
    [[nodiscard]] int ended() const;
    [[nodiscard]] qsizetype probes() const;

    std::deque<CallOutcome> m_outcomes;
};

void TestApiOutage::call(int count)
{
    for (int i = 0; i < count; ++i)
        m_client->submit(
            idCall(m_outcomes.emplace_back(), listRequest(static_cast<qint64>(m_outcomes.size()))));
}

void TestApiOutage::run(std::chrono::milliseconds span, const std::function<bool()> &isDone)
{
    // Time passes when all that could happen has happened: nothing is in flight but calls that are held.
    const auto end = m_clock->now() + span;
    while (m_clock->now() < end && !isDone()) {
        QTRY_VERIFY(m_client->scheduler().inFlight() == m_server->heldCount() &&
                    m_client->workers().activeThreadCount() == 0 &&
                    (m_server->heldCount() == 0 || hasAllArrived()));
        turnOnce();
        m_clock->advance(100ms);
    }
}

/// A call that was held and is given up counts as held until the server hears of that: meanwhile another may
/// be on its way.
bool TestApiOutage::hasAllArrived() const
{
    const QList<CallRecord> &calls = m_client->history().records();
    const int sent = std::accumulate(calls.cbegin(), calls.cend(), 0,
                                     [](int sum, const CallRecord &call) { return sum + call.attempts; });
    return m_server->requests().size() >= sent;
}

int TestApiOutage::ended() const
{
    return static_cast<int>(std::count_if(m_outcomes.begin(), m_outcomes.end(),
                                          [](const CallOutcome &o) { return o.timesDone > 0; }));
}

qsizetype TestApiOutage::probes() const
{
    const QList<Request> &requests = m_server->requests();
    return std::count_if(requests.cbegin(), requests.cend(), [](const Request &request) {
        return request.path().endsWith("SoftLayer_Account/getObject.json");
    });
}

void TestApiOutage::holdsEverythingWhileNothingGetsThrough()
{
    m_outcomes.clear();
    call(1);
    QTRY_COMPARE(ended(), 1);
    m_server->setScript([](const Request &) { return status(503, "<html>busy</html>"); });
    QSignalSpy blocked(m_client.get(), &ApiClient::blocked);
    const auto start = m_clock->now();
    const qsizetype before = m_server->requests().size();
    call(200);
    run(10min, [this] { return m_client->isBlocked(); });
    QVERIFY(m_client->isBlocked());
    QTRY_COMPARE(blocked.size(), 1);
    QCOMPARE(blocked.first().first().value<ApiError>().httpStatus, 503);
    QCOMPARE(m_client->blockedBy().httpStatus, 503);
    QCOMPARE_LE(m_clock->now() - start, std::chrono::milliseconds(240s));
    QCOMPARE_LE(m_server->requests().size() - before, 60);
    QCOMPARE(m_client->blockedSince(), m_clock->utcNow().addMSecs((start - m_clock->now()).count()));
    QCOMPARE(ended(), 1); // all others wait

    const qsizetype sent = m_server->requests().size();
    const qsizetype probesSent = probes();
    run(10min);
    QCOMPARE_LE(m_server->requests().size() - sent, 13);
    QCOMPARE(probes() - probesSent, m_server->requests().size() - sent); // and nothing else
    QCOMPARE(ended(), 1);
    QCOMPARE(blocked.size(), 1);
    QCOMPARE(m_client->failureCauses().first().words, QStringLiteral("503 Service Unavailable"));
}

void TestApiOutage::goesOnByItselfAndLosesNoCall()
{
    m_outcomes.clear();
    call(1);
    QTRY_COMPARE(ended(), 1);
    m_server->setScript([](const Request &) { return ScriptedServer::fault(Fault::Drop); });
    QSignalSpy unblocked(m_client.get(), &ApiClient::unblocked);
    call(100);
    run(10min, [this] { return m_client->isBlocked(); });
    run(5min);
    QVERIFY(m_client->isBlocked());
    m_server->setScript([](const Request &) { return rows(); });
    run(61s, [this] { return !m_client->isBlocked(); });
    QVERIFY(!m_client->isBlocked());
    QTRY_COMPARE(unblocked.size(), 1);
    run(1min, [this] { return ended() == 101; });
    for (const CallOutcome &outcome : m_outcomes)
        QVERIFY(outcome.succeeded());
}

void TestApiOutage::blocksOnHangingCalls()
{
    m_outcomes.clear();
    Connection connection = connectionTo(m_server->restBase());
    connection.timeout = 2s;
    m_client = std::make_unique<ApiClient>(connection, *m_clock);
    call(1);
    QTRY_COMPARE(ended(), 1);
    m_server->setScript([](const Request &) { return hold(); });
    const auto start = m_clock->now();
    call(50);
    QTRY_VERIFY(m_server->heldCount() >= 8);
    run(10s, [this] { return m_client->isBlocked(); });
    QVERIFY(m_client->isBlocked());
    QCOMPARE_LE(m_clock->now() - start, std::chrono::milliseconds(4s));
}

/// A load's last calls, each of which fails for good, with a server that is well.
void TestApiOutage::doesNotBlockForBadCallsAlone()
{
    m_outcomes.clear();
    m_server->setScript([](const Request &request) {
        return request.path().endsWith("getHardware.json") ? status(503, "<html>busy</html>") : rows();
    });
    QSignalSpy blocked(m_client.get(), &ApiClient::blocked);
    call(10);
    run(10min, [this] { return ended() == 10; });
    for (const CallOutcome &outcome : m_outcomes) {
        QVERIFY(outcome.failedAs(ApiError::Kind::Server));
        QCOMPARE(outcome.error->attempts, RetryPolicy::maximumAttempts); // also those while it was in doubt
    }
    QVERIFY(blocked.isEmpty());
    QCOMPARE_LE(probes(), 5);
}

void TestApiOutage::aCallThatFailsByItselfUsesUpItsAttempts_data()
{
    QTest::addColumn<QString>("way");
    QTest::addColumn<bool>("isTriedOnceInSilence");
    QTest::addColumn<int>("attempts");
    QTest::addColumn<int>("limits"); // that it may take
    QTest::newRow("no answer") << QStringLiteral("hold") << false << 2 << 2;
    QTest::newRow("no answer, and less can be asked for") << QStringLiteral("hold") << true << 1 << 1;
    QTest::newRow("503") << QStringLiteral("503") << false << 4 << 0;
    QTest::newRow("dropped") << QStringLiteral("drop") << false << 4 << 0;
}

/// One call alone: if it gets no answer, the server is in doubt each time, but the probe is answered.
void TestApiOutage::aCallThatFailsByItselfUsesUpItsAttempts()
{
    QFETCH(const QString, way);
    QFETCH(const bool, isTriedOnceInSilence);
    QFETCH(const int, attempts);
    QFETCH(const int, limits);
    m_outcomes.clear();
    Connection connection = connectionTo(m_server->restBase());
    connection.timeout = 60s;
    m_client = std::make_unique<ApiClient>(connection, withoutAsking(), *m_clock);
    int asked = 0;
    m_server->setScript([&](const Request &request) {
        if (!request.path().endsWith("getHardware.json"))
            return rows();
        ++asked;
        return way == QLatin1String("hold")   ? hold()
               : way == QLatin1String("drop") ? ScriptedServer::fault(Fault::Drop)
                                              : status(503, "<html>busy</html>");
    });
    QSignalSpy blocked(m_client.get(), &ApiClient::blocked);
    const auto start = m_clock->now();
    ApiCall lone = idCall(m_outcomes.emplace_back(), listRequest(1));
    lone.isTriedOnceInSilence = isTriedOnceInSilence;
    // Those that count: each ends in a pause, or the call. What was dropped is sent again at once as well.
    int counted = 1;
    auto last = ApiJob::State::Queued;
    QObject listener;
    connect(m_client->submit(std::move(lone)), &ApiJob::stateChanged, &listener, [&](ApiJob::State state) {
        if (state == ApiJob::State::Waiting && last != ApiJob::State::Waiting)
            ++counted;
        last = state;
    });
    run(10min, [this] { return ended() == 1; });
    QCOMPARE(ended(), 1);
    QVERIFY(m_outcomes.front().error.has_value());
    // One without an answer is in doubt before it ends, which looks like one more pause.
    QCOMPARE(way == QLatin1String("drop") ? counted : asked, attempts);
    QCOMPARE_LE(asked, 24);
    QCOMPARE_LE(m_clock->now() - start, std::chrono::milliseconds(limits * 60s + 8s)); // with the pauses
    QVERIFY(blocked.isEmpty());
    QVERIFY(!m_client->isBlocked());
}

/// A server that goes down for a while each time that it is asked this: the first probe fails, the next is
/// answered.
void TestApiOutage::aCallThatBringsTheServerDownEnds()
{
    m_outcomes.clear();
    Connection connection = connectionTo(m_server->restBase());
    connection.timeout = 60s;
    m_client = std::make_unique<ApiClient>(connection, withoutAsking(), *m_clock);
    int asked = 0;
    bool isUp = true;
    m_server->setScript([&](const Request &request) {
        if (request.path().endsWith("getHardware.json")) {
            ++asked;
            isUp = false;
            return hold();
        }
        return std::exchange(isUp, true) ? rows() : status(503);
    });
    call(1);
    run(10min, [this] { return ended() == 1; });
    QCOMPARE(ended(), 1);
    QVERIFY(m_outcomes.front().failedAs(ApiError::Kind::Timeout));
    QCOMPARE_LE(asked, 5);
}

/// All that was under way fails while the server is down, for longer than it is worth to count.
void TestApiOutage::aCallThatFailsInAnOutageKeepsItsAttempts()
{
    m_outcomes.clear();
    Connection connection = connectionTo(m_server->restBase());
    connection.timeout = 60s;
    m_client = std::make_unique<ApiClient>(connection, withoutAsking(), *m_clock);
    call(1);
    QTRY_COMPARE(ended(), 1);
    bool isUp = false;
    int sinceUp = 0;
    m_server->setScript([&](const Request &request) {
        if (!isUp)
            return hold();
        if (request.path().endsWith("getHardware.json") && sinceUp++ == 0)
            return hold(); // its first of two
        return rows();
    });
    call(1);
    run(5min, [this] { return m_client->isBlocked(); });
    QVERIFY(m_client->isBlocked());
    isUp = true;
    run(5min, [this] { return ended() == 2; });
    QCOMPARE(ended(), 2);
    QVERIFY(m_outcomes.back().succeeded());
    QCOMPARE(sinceUp, 2);
}

/// Two calls are in doubt; whoever hears what became of one cancels the other.
void TestApiOutage::aCallThatIsCancelledMeanwhileStaysSo()
{
    m_outcomes.clear();
    Connection connection = connectionTo(m_server->restBase());
    connection.timeout = 60s;
    m_client = std::make_unique<ApiClient>(connection, withoutAsking(), *m_clock);
    m_server->setScript(
        [](const Request &request) { return request.path().endsWith("getHardware.json") ? hold() : rows(); });
    const auto submit = [this](qint64 mark) {
        ApiCall call = idCall(m_outcomes.emplace_back(), listRequest(mark));
        call.isTriedOnceInSilence = true;
        return m_client->submit(std::move(call));
    };
    ApiJob *cancelled = submit(1);
    ApiJob *heard = submit(2); // the later one hears first
    QList<ApiJob::State> states;
    QSignalSpy finished(cancelled, &ApiJob::finished);
    QObject listener;
    connect(cancelled, &ApiJob::stateChanged, &listener,
            [&states](ApiJob::State state) { states.append(state); });
    connect(heard, &ApiJob::stateChanged, &listener, [cancelled](ApiJob::State state) {
        if (state == ApiJob::State::Failed)
            cancelled->cancel();
    });
    run(10min, [this] { return ended() == 2; });
    QCOMPARE(ended(), 2);
    QVERIFY(m_outcomes[0].failedAs(ApiError::Kind::Cancelled));
    QVERIFY(m_outcomes[1].failedAs(ApiError::Kind::Timeout));
    turnOnce();
    QCOMPARE(states,
             QList<ApiJob::State>({ApiJob::State::Sent, ApiJob::State::Waiting, ApiJob::State::Cancelled}));
    QCOMPARE(finished.size(), 1);
}

void TestApiOutage::probesAgainWhateverBecameOfOne_data()
{
    QTest::addColumn<QString>("way");
    for (const char *way : {"no answer", "dropped", "half", "no JSON", "moved", "too large", "cancelled"})
        QTest::newRow(way) << QString::fromLatin1(way);
}

/// However a probe ends, the next one is sent, and the account is open as soon as one is answered.
void TestApiOutage::probesAgainWhateverBecameOfOne()
{
    QFETCH(const QString, way);
    m_outcomes.clear();
    call(1);
    QTRY_COMPARE(ended(), 1);
    m_server->setScript([](const Request &) { return status(503); });
    call(20);
    run(10min, [this] { return m_client->isBlocked(); });
    QVERIFY(m_client->isBlocked());

    m_server->setScript([&way](const Request &) {
        return way == QLatin1String("dropped")   ? ScriptedServer::fault(Fault::Drop)
               : way == QLatin1String("half")    ? ScriptedServer::fault(Fault::HalfBody)
               : way == QLatin1String("no JSON") ? status(200, "<html>busy</html>")
               : way == QLatin1String("moved")   ? status(302, {}, "Location", "https://elsewhere.example/")
                                                 : hold();
    });
    const qsizetype before = probes();
    run(5min, [this, &way] {
        if (m_server->heldCount() > 0 && way == QLatin1String("too large"))
            m_server->sendRaw("HTTP/1.1 200 OK\r\nContent-Length: 99999999999\r\n\r\n");
        if (m_server->heldCount() > 0 && way == QLatin1String("cancelled"))
            m_client->cancelAll();
        return false;
    });
    QVERIFY(m_client->isBlocked());
    QCOMPARE_GE(probes() - before, 3);
    m_server->setScript([](const Request &) { return rows(); });
    run(81s, [this] { return !m_client->isBlocked(); }); // the longest pause, and a probe that hangs
    QVERIFY(!m_client->isBlocked());
}

void TestApiOutage::lessIsAskedForOfAServerThatBearsLittle()
{
    m_outcomes.clear();
    m_server->setScript([](const Request &request) {
        return request.path().endsWith("getHardware.json")
                   ? status(500, R"({"error":"Internal Error","code":"SoftLayer_Exception_Public"})")
                   : rows();
    });
    call(12);
    run(10min, [this] { return ended() == 12; });
    QCOMPARE(ended(), 12); // told to whoever can ask for less
    for (const CallOutcome &outcome : m_outcomes)
        QVERIFY(outcome.failedAs(ApiError::Kind::TooMuch));
    QVERIFY(!m_client->isBlocked());
}

void TestApiOutage::triesAtOnceForAPerson()
{
    m_outcomes.clear();
    m_server->setScript([](const Request &) { return status(503); });
    call(20);
    run(10min, [this] { return m_client->isBlocked(); });
    QVERIFY(m_client->isBlocked());
    QVERIFY(m_client->nextTryIn());
    m_server->setScript([](const Request &) { return rows(); });
    m_client->tryNow();
    QTRY_VERIFY(!m_client->isBlocked());
    run(1min, [this] { return ended() == 20; });
    QCOMPARE(ended(), 20);
}

void TestApiOutage::survivesItsClientsEnd()
{
    m_outcomes.clear();
    m_server->setScript([](const Request &) { return status(503); });
    call(20);
    run(10min, [this] { return m_client->isBlocked(); });
    connect(m_client.get(), &ApiClient::unblocked, this, [this] { m_client->cancelAll(); });
    m_client->tryNow();
    m_client.reset();
    m_clock->advance(10min);
    QCOMPARE(ended(), 0);
}

void TestApiOutage::isOffForACheck()
{
    m_outcomes.clear();
    ApiClient::Options options;
    options.leavesDownAlone = false;
    useClient(options);
    m_server->setScript([](const Request &) { return status(503); });
    call(20);
    run(10min, [this] { return ended() == 20; });
    QCOMPARE(ended(), 20);
    QCOMPARE(probes(), 0);
    QVERIFY(!m_client->isBlocked());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestApiOutage)
#include "tst_apioutage.moc"
