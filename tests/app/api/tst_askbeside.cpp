// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"
#include "api/apijob.h"
#include "api/latencybook.h"
#include "support/clienttest.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>
#include <QTimer>

#include <vector>

using namespace layerscope;
using namespace std::chrono_literals;
using State = ApiJob::State;

/// Asking again beside a call that takes many times as long as its like. The clock stands, so that a call
/// takes exactly as long as a test lets it.
class TestAskBeside : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void takesTheFirstAnswer();
    void letsTheFirstAttemptWin();
    void asksNoSooner();
    void waitsForWhatIsKnownToBeSlow();
    void replacesOneThatIsLostAsWell();
    void asksAtMostSixTimes();
    void keepsTheTimeLimit();
    void findsRoomInAFullWindow();
    void keepsTheWindowOpen();
    void doesNotStormAServerThatHangs();
    void leavesATransientFailureToTheOther();
    void takesARefusalAsTheAnswer();
    void pausesOnARateLimitBeside();
    void endsBothWhenCancelled();
    void isForgottenWhileItWaits();
    void mayBeSwitchedOff();

private:
    /// What could happen by now has happened.
    static void letItTurn()
    {
        QTimer timer;
        QSignalSpy turned(&timer, &QTimer::timeout);
        timer.start(0);
        QVERIFY(turned.wait());
    }
    void useAsking(CallLimits limits = {8, 30, 1'000});
    /// One call that is answered after this long: from then on its like is known.
    void teach(std::chrono::milliseconds duration);
    void holdEverything()
    {
        m_server->setScript([](const Request &) { return hold(); });
    }
    void answerAtOnce()
    {
        m_server->setScript([](const Request &) { return rows(); });
    }
};

void TestAskBeside::useAsking(CallLimits limits)
{
    ApiClient::Options options;
    options.limits = limits;
    options.leavesDownAlone = false;
    options.connectTimeout = 1h; // the news that a request is out may come after the clock was moved
    useClient(std::move(options));
}

void TestAskBeside::teach(std::chrono::milliseconds duration)
{
    holdEverything();
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(duration);
    m_server->answerHeld(rows());
    QTRY_VERIFY(outcome.succeeded());
}

void TestAskBeside::takesTheFirstAnswer()
{
    useAsking();
    teach(200ms);
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome, listRequest(7)));
    QTRY_COMPARE(m_server->heldCount(), 1);
    answerAtOnce();
    const qsizetype before = m_server->requests().size();
    m_clock->advance(1'600ms); // eight times as long as its like
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(outcome.reply->value, QList<qint64>({1, 2}));
    QCOMPARE(m_server->requests().size(), before + 1);
    QCOMPARE(m_server->requests().last().target, m_server->requests().at(before - 1).target);
    QTRY_COMPARE(m_server->heldCount(), 0); // the other one was aborted
    QCOMPARE(m_client->scheduler().inFlight(), 0);

    const CallRecord record = m_client->history().records().last();
    QCOMPARE(record.attempts, 2);
    QCOMPARE(record.asksBeside, 1);
    QCOMPARE(outcome.reply->attempts, 2);
    QCOMPARE(outcome.reply->duration, 0ms); // of the attempt that was answered
}

void TestAskBeside::letsTheFirstAttemptWin()
{
    useAsking();
    teach(200ms);
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(1'600ms);
    QTRY_COMPARE(m_server->heldCount(), 2);
    QCOMPARE(m_client->scheduler().inFlight(), 2);
    m_server->answerHeld(rows()); // the oldest
    QTRY_VERIFY(outcome.succeeded());
    QTRY_COMPARE(m_server->heldCount(), 0);
    QCOMPARE(m_client->scheduler().inFlight(), 0);
    QCOMPARE(outcome.reply->duration, 1'600ms);
    QCOMPARE(outcome.timesDone, 1);
}

void TestAskBeside::asksNoSooner()
{
    useAsking();
    holdEverything();
    CallOutcome first; // nothing is known of the account
    m_client->submit(idCall(first));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(LatencyBook::patienceAtFirst - 1ms);
    QCOMPARE(m_client->scheduler().inFlight(), 1);
    m_clock->advance(1ms);
    QTRY_COMPARE(m_server->heldCount(), 2);
    m_server->answerAllHeld(rows());
    QTRY_VERIFY(first.succeeded());
    QTRY_COMPARE(m_client->scheduler().inFlight(), 0);
}

void TestAskBeside::waitsForWhatIsKnownToBeSlow()
{
    useAsking();
    teach(9s);
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(71'999ms);
    QCOMPARE(m_client->scheduler().inFlight(), 1);
    m_server->answerHeld(rows());
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(outcome.reply->attempts, 1);
}

void TestAskBeside::replacesOneThatIsLostAsWell()
{
    useAsking();
    teach(100ms);
    CallOutcome outcome;
    m_client->submit(idCall(outcome, listRequest(1)));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(1s);
    QTRY_COMPARE(m_server->heldCount(), 2);
    const qsizetype before = m_server->requests().size();
    m_clock->advance(1'499ms); // half as long again
    QCOMPARE(m_client->scheduler().inFlight(), 2);
    QCOMPARE(m_server->requests().size(), before);
    m_clock->advance(1ms);
    QTRY_COMPARE(m_server->requests().size(), before + 1);
    QTRY_COMPARE(m_server->heldCount(), 2); // never more than two at once, and the first one stays
    QCOMPARE(m_client->scheduler().inFlight(), 2);
    m_server->answerHeld(rows());
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(outcome.reply->duration, 2'500ms); // it was the first one's
    QCOMPARE(outcome.reply->attempts, 3);
}

void TestAskBeside::asksAtMostSixTimes()
{
    useAsking();
    teach(100ms);
    const qsizetype before = m_server->requests().size();
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    for (int asks = 1; asks <= 5; ++asks) {
        while (m_clock->untilNext() && job->record().asksBeside < asks)
            m_clock->advance(100ms);
        QTRY_COMPARE(m_server->requests().size(), before + 1 + asks);
    }
    m_clock->advance(90s);
    letItTurn();
    QCOMPARE(m_server->requests().size(), before + 6);
    QVERIFY(job->state() == State::Sent);
    QCOMPARE(m_client->scheduler().inFlight(), 2);
}

void TestAskBeside::keepsTheTimeLimit()
{
    useAsking();
    teach(100ms);
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(119s);
    QVERIFY(job->state() == State::Sent);
    m_clock->advance(1s);
    QVERIFY(job->state() == State::Waiting);
    QCOMPARE(m_client->scheduler().inFlight(), 0);
    job->cancel();
}

void TestAskBeside::findsRoomInAFullWindow()
{
    useAsking({1, 1, 1'000});
    teach(100ms);
    CallOutcome outcome;
    CallOutcome next;
    m_client->submit(idCall(outcome, listRequest(1)));
    m_client->submit(idCall(next, listRequest(2)));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(999ms);
    QCOMPARE(m_client->scheduler().inFlight(), 1);
    answerAtOnce();
    m_clock->advance(1ms);
    QTRY_VERIFY(outcome.succeeded());
    QTRY_VERIFY(next.succeeded());
}

void TestAskBeside::keepsTheWindowOpen()
{
    useAsking({8, 8, 1'000});
    teach(100ms);
    for (int i = 0; i < 5; ++i) {
        holdEverything();
        CallOutcome outcome;
        m_client->submit(idCall(outcome));
        QTRY_COMPARE(m_server->heldCount(), 1);
        answerAtOnce();
        m_clock->advance(1s);
        QTRY_VERIFY(outcome.succeeded());
        QCOMPARE(m_client->scheduler().windowSize(), 8);
        QTRY_COMPARE(m_server->heldCount(), 0); // else the next round would take the lost one for its own
    }
}

void TestAskBeside::doesNotStormAServerThatHangs()
{
    useAsking({30, 30, 1'000});
    teach(100ms);
    const qsizetype before = m_server->requests().size();
    std::vector<CallOutcome> outcomes(30);
    for (CallOutcome &outcome : outcomes)
        m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 30);
    for (int i = 0; i < 100; ++i) {
        m_clock->advance(1s);
        letItTurn();
        QVERIFY(m_client->scheduler().inFlight() <= 30 + RequestScheduler::roomBeside);
    }
    const qsizetype asked = m_server->requests().size() - before - 30;
    QVERIFY2(asked > 0 && asked <= 8 + 100 / 5, qPrintable(QString::number(asked)));
}

void TestAskBeside::leavesATransientFailureToTheOther()
{
    useAsking();
    teach(100ms);
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(1s);
    QTRY_COMPARE(m_server->heldCount(), 2);
    m_server->answerHeld(status(503));
    QTRY_COMPARE(m_client->scheduler().inFlight(), 1);
    QVERIFY(job->state() == State::Sent);
    m_server->answerHeld(rows());
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(m_client->scheduler().inFlight(), 0);
}

void TestAskBeside::takesARefusalAsTheAnswer()
{
    useAsking();
    teach(100ms);
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_server->setScript([](const Request &) {
        return status(404, R"({"error":"Unable","code":"SoftLayer_Exception_ObjectNotFound"})");
    });
    m_clock->advance(1s);
    QTRY_VERIFY(outcome.failedAs(ApiError::Kind::NotFound));
    QTRY_COMPARE(m_server->heldCount(), 0);
    QCOMPARE(m_client->scheduler().inFlight(), 0);
}

void TestAskBeside::pausesOnARateLimitBeside()
{
    useAsking();
    teach(100ms);
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_server->setScript([](const Request &) { return status(429, "slow down", "Retry-After", "30"); });
    m_clock->advance(1s);
    QTRY_VERIFY(m_client->scheduler().isPaused());
    QVERIFY(job->state() == State::Sent);
    answerAtOnce();
    const qsizetype before = m_server->requests().size();
    m_clock->advance(29s);
    letItTurn();
    QCOMPARE(m_server->requests().size(), before);
    m_server->answerHeld(rows());
    QTRY_VERIFY(outcome.succeeded());
}

void TestAskBeside::endsBothWhenCancelled()
{
    useAsking();
    teach(100ms);
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(1s);
    QTRY_COMPARE(m_server->heldCount(), 2);
    job->cancel();
    QCOMPARE(m_client->scheduler().inFlight(), 0);
    QTRY_VERIFY(outcome.failedAs(ApiError::Kind::Cancelled));
    QTRY_COMPARE(m_server->heldCount(), 0);
}

void TestAskBeside::isForgottenWhileItWaits()
{
    useAsking();
    teach(100ms);
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_client->scheduler().pauseFor(1min); // so it waits for being asked again
    m_clock->advance(2s);
    const qsizetype before = m_server->requests().size();
    delete job;
    m_clock->advance(1min);
    letItTurn();
    QCOMPARE(m_server->requests().size(), before);
    QCOMPARE(m_client->scheduler().inFlight(), 0);
}

void TestAskBeside::mayBeSwitchedOff()
{
    ApiClient::Options options = withoutAsking();
    options.connectTimeout = 1h;
    useClient(std::move(options));
    teach(100ms);
    const qsizetype before = m_server->requests().size();
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(119s);
    letItTurn();
    QCOMPARE(m_server->requests().size(), before + 1);
    m_server->answerHeld(rows());
    QTRY_VERIFY(outcome.succeeded());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAskBeside)
#include "tst_askbeside.moc"
