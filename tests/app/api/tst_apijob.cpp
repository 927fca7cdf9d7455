// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apijob.h"

#include "support/clienttest.h"
#include "support/testmain.h"

#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <array>
#include <atomic>
#include <memory>

using namespace layerscope;
using namespace std::chrono_literals;
using State = ApiJob::State;

namespace {

/// The states a job goes through, as one line.
class StateLog
{
public:
    explicit StateLog(ApiJob *job)
    {
        QObject::connect(job, &ApiJob::stateChanged, job, [this](State state) {
            m_states += QString::fromLatin1(QMetaEnum::fromType<State>().valueToKey(static_cast<int>(state)));
        });
        QObject::connect(job, &ApiJob::finished, job, [this] { m_states += QStringLiteral("finished"); });
    }
    [[nodiscard]] QString text() const { return m_states.join(u' '); }

private:
    QStringList m_states;
};

} // namespace

class TestApiJob : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughItsStates();
    void waitsAndTriesAgain();
    void failsAfterItsAttempts();
    void callsBackFromTheEventLoopOnly();
    void cancelsWhileQueued();
    void cancelsWhileSent();
    void cancelsWhileWaiting();
    void cancelsWhileDecoding();
    void cancelsBeforeAWorkerIsFree();
    void cancelsNothingOnceItIsOver();
    void isSilentWhenDestroyed();
    void mayBeDestroyedByItsCaller();
    void changesItsPlaceWithItsPriority();
    void holdsNoSlotWhileWaiting();
    void keepsItsRecord();
    void countsWhoIsTurnedAwayAfterTheFirst();
};

void TestApiJob::goesThroughItsStates()
{
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    StateLog log(job);
    QVERIFY(job->state() == State::Queued);
    QTRY_VERIFY(!job);
    QCOMPARE(log.text(), QStringLiteral("Sent Decoding Done finished"));
    QVERIFY(outcome.succeeded());
    QCOMPARE(outcome.reply->value, QList<qint64>({1, 2}));
    QCOMPARE(outcome.reply->attempts, 1);
    QCOMPARE(outcome.reply->bytes, qint64(rows().body.size()));
}

void TestApiJob::waitsAndTriesAgain()
{
    int failures = 2;
    m_server->setScript([&](const Request &) {
        return failures-- > 0 ? Answer{503, "{}", {}, Answer::Fault::None} : rows();
    });
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    StateLog log(job);
    skipPauses(job, *m_clock);
    QTRY_VERIFY(!job);
    QCOMPARE(log.text(),
             QStringLiteral("Sent Waiting Queued Sent Waiting Queued Sent Decoding Done finished"));
    QVERIFY(outcome.succeeded());
    QCOMPARE(outcome.reply->attempts, 3);
}

void TestApiJob::failsAfterItsAttempts()
{
    m_server->setScript([](const Request &) { return Answer{503, "{}", {}, Answer::Fault::None}; });
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    skipPauses(job, *m_clock);
    QTRY_VERIFY(!job);
    QVERIFY(outcome.failedAs(ApiError::Kind::Server));
    QCOMPARE(outcome.error->attempts, RetryPolicy::maximumAttempts);
    QCOMPARE(m_server->requests().size(), RetryPolicy::maximumAttempts);
    QCOMPARE(m_client->scheduler().inFlight(), 0);
}

void TestApiJob::callsBackFromTheEventLoopOnly()
{
    CallOutcome cancelled;
    m_client->submit(idCall(cancelled))->cancel();
    QCOMPARE(cancelled.timesDone, 0);

    CallOutcome refused;
    ApiRequest forbidden = listRequest();
    forbidden.method = "deleteObject";
    m_client->submit(idCall(refused, forbidden));
    QCOMPARE(refused.timesDone, 0);

    QTRY_VERIFY(cancelled.failedAs(ApiError::Kind::Cancelled));
    QTRY_VERIFY(refused.failedAs(ApiError::Kind::InvalidRequest));
}

void TestApiJob::cancelsWhileQueued()
{
    m_server->setScript([](const Request &) { return hold(); });
    useOneSlot();
    CallOutcome running;
    CallOutcome queued;
    m_client->submit(idCall(running));
    QPointer<ApiJob> job = m_client->submit(idCall(queued));
    QTRY_COMPARE(m_server->heldCount(), 1);
    QVERIFY(job->state() == State::Queued);
    job->cancel();
    job->cancel();
    QVERIFY(job->state() == State::Cancelled);
    QTRY_VERIFY(!job);
    QVERIFY(queued.failedAs(ApiError::Kind::Cancelled));

    m_server->answerHeld(rows());
    QTRY_VERIFY(running.succeeded());
    QCOMPARE(m_server->requests().size(), 1); // it was never sent
}

void TestApiJob::cancelsWhileSent()
{
    m_server->setScript([](const Request &) { return hold(); });
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_COMPARE(m_server->heldCount(), 1);
    QCOMPARE(m_client->scheduler().inFlight(), 1);
    job->cancel();
    QCOMPARE(m_client->scheduler().inFlight(), 0);
    QTRY_VERIFY(!job);
    QVERIFY(outcome.failedAs(ApiError::Kind::Cancelled));
    QTRY_COMPARE(m_server->heldCount(), 0); // the connection was closed
}

void TestApiJob::cancelsWhileWaiting()
{
    m_server->setScript([](const Request &) { return Answer{503, "{}", {}, Answer::Fault::None}; });
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QTRY_VERIFY(job->state() == State::Waiting);
    job->cancel();
    m_clock->advance(1h);
    QTRY_VERIFY(!job);
    QVERIFY(outcome.failedAs(ApiError::Kind::Cancelled));
    // Whether the server is back may be looked at meanwhile.
    const QList<Request> requests = m_server->requests();
    const QByteArray path = requests.first().path();
    QCOMPARE(std::count_if(requests.cbegin(), requests.cend(),
                           [&path](const Request &request) { return request.path() == path; }),
             1);
}

void TestApiJob::cancelsWhileDecoding()
{
    std::atomic_bool entered = false;
    QSemaphore proceed;
    CallOutcome outcome;
    QPointer<ApiJob> job =
        m_client->submit(idCall(outcome, listRequest(), Priority::Visible, [&](const JsonReader &root) {
            entered = true;
            proceed.acquire();
            return decodeIds(root);
        }));
    QTRY_VERIFY(entered);
    QTRY_VERIFY(job->state() == State::Decoding);
    QCOMPARE(m_client->scheduler().inFlight(), 0); // the server is done with it
    job->cancel();
    QTRY_VERIFY(outcome.failedAs(ApiError::Kind::Cancelled));
    proceed.release();
    QTRY_VERIFY(!job);
    QTRY_COMPARE(m_client->workers().activeThreadCount(), 0);
    QCoreApplication::sendPostedEvents();
    QCOMPARE(outcome.timesDone, 1); // the late result is dropped
    QVERIFY(!outcome.reply);
}

void TestApiJob::cancelsBeforeAWorkerIsFree()
{
    QSemaphore proceed;
    std::atomic_int running = 0;
    const int workers = m_client->workers().maxThreadCount();
    std::vector<CallOutcome> busy(static_cast<std::size_t>(workers));
    for (CallOutcome &outcome : busy) {
        m_client->submit(idCall(outcome, listRequest(), Priority::Visible, [&](const JsonReader &root) {
            ++running;
            proceed.acquire();
            return decodeIds(root);
        }));
    }
    QTRY_COMPARE(running.load(), workers);

    std::atomic_bool decoded = false;
    CallOutcome outcome;
    QPointer<ApiJob> job =
        m_client->submit(idCall(outcome, listRequest(), Priority::Visible, [&](const JsonReader &root) {
            decoded = true;
            return decodeIds(root);
        }));
    QTRY_VERIFY(job->state() == State::Decoding);
    job->cancel();
    proceed.release(workers);
    QTRY_VERIFY(outcome.failedAs(ApiError::Kind::Cancelled));
    for (const CallOutcome &other : busy)
        QTRY_VERIFY(other.succeeded());
    m_client.reset(); // waits for its workers
    QVERIFY(!decoded);
}

void TestApiJob::cancelsNothingOnceItIsOver()
{
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    connect(job, &ApiJob::stateChanged, job, [job](State state) {
        if (state == State::Done)
            job->cancel();
    });
    QTRY_VERIFY(!job);
    QVERIFY(outcome.succeeded());
}

void TestApiJob::isSilentWhenDestroyed()
{
    m_server->setScript([](const Request &) { return hold(); });
    useOneSlot();
    CallOutcome sent;
    CallOutcome queued;
    CallOutcome next;
    ApiJob *sentJob = m_client->submit(idCall(sent));
    ApiJob *queuedJob = m_client->submit(idCall(queued));
    m_client->submit(idCall(next));
    QTRY_COMPARE(m_server->heldCount(), 1);
    delete queuedJob;
    delete sentJob;
    QTRY_COMPARE(m_server->requests().size(), 2); // the slot is free again
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_server->answerHeld(rows());
    QTRY_VERIFY(next.succeeded());
    QCOMPARE(sent.timesDone, 0);
    QCOMPARE(queued.timesDone, 0);
}

void TestApiJob::mayBeDestroyedByItsCaller()
{
    QPointer<ApiJob> job;
    int timesDone = 0;
    job = m_client->submit(ApiCall::make<QList<qint64>>(listRequest(), Priority::Visible, decodeIds,
                                                        [&](Result<Reply<QList<qint64>>>) {
                                                            ++timesDone;
                                                            delete job;
                                                        }));
    QTRY_COMPARE(timesDone, 1);
    QVERIFY(!job);

    timesDone = 0;
    m_client->submit(ApiCall::make<QList<qint64>>(listRequest(), Priority::Visible, decodeIds,
                                                  [&](Result<Reply<QList<qint64>>>) {
                                                      ++timesDone;
                                                      m_client.reset();
                                                  }));
    QTRY_COMPARE(timesDone, 1);
    QVERIFY(!m_client);
}

void TestApiJob::changesItsPlaceWithItsPriority()
{
    m_server->setScript([](const Request &) { return hold(); });
    useOneSlot();
    std::array<CallOutcome, 5> outcomes;
    std::array<ApiJob *, 5> jobs{};
    for (std::size_t i = 0; i < jobs.size(); ++i)
        jobs[i] = m_client->submit(idCall(outcomes[i], listRequest(static_cast<qint64>(i)), Priority::Sweep));
    QTRY_COMPARE(m_server->heldCount(), 1);
    jobs[4]->setPriority(Priority::ReadAhead);
    jobs[3]->setPriority(Priority::Visible);
    jobs[0]->setPriority(Priority::Sweep); // in flight: stays where it is
    for (const CallOutcome &outcome : outcomes) {
        Q_UNUSED(outcome)
        QTRY_COMPARE(m_server->heldCount(), 1);
        m_server->answerHeld(rows());
    }
    QTRY_COMPARE(
        std::count_if(outcomes.begin(), outcomes.end(), [](const CallOutcome &o) { return o.succeeded(); }),
        5);
    QByteArray order;
    for (const Request &request : m_server->requests())
        order += request.query("resultLimit").first(1);
    QCOMPARE(order, "03412");
}

void TestApiJob::holdsNoSlotWhileWaiting()
{
    m_server->setScript([](const Request &request) {
        return request.query("resultLimit").startsWith('1') ? Answer{503, "{}", {}, Answer::Fault::None}
                                                            : rows();
    });
    useOneSlot();
    CallOutcome failing;
    CallOutcome other;
    QPointer<ApiJob> job = m_client->submit(idCall(failing, listRequest(1)));
    m_client->submit(idCall(other, listRequest(2)));
    QTRY_VERIFY(other.succeeded());
    QVERIFY(job->state() == State::Waiting);
}

void TestApiJob::keepsItsRecord()
{
    QSignalSpy put(&m_client->history(), &CallHistory::recordPut);
    m_server->setScript([](const Request &) { return hold(); });
    CallOutcome outcome;
    QPointer<ApiJob> job = m_client->submit(idCall(outcome));
    QCOMPARE(put.size(), 1);
    const auto queued = job->record().queued;
    QTRY_COMPARE(m_server->heldCount(), 1);
    m_clock->advance(70ms);
    m_server->answerHeld(rows());
    QTRY_VERIFY(outcome.succeeded());
    QCOMPARE(m_client->history().records().size(), 1);
    const CallRecord record = m_client->history().records().first();
    QCOMPARE(record.label, QStringLiteral("SoftLayer_Account::getHardware"));
    QVERIFY(record.priority == Priority::Visible);
    QCOMPARE(record.queued, queued);
    QCOMPARE(record.sent, std::optional(queued));
    QCOMPARE(record.firstByte, std::optional(queued + 70ms));
    QCOMPARE(record.done, std::optional(queued + 70ms));
    QCOMPARE(record.attempts, 1);
    QCOMPARE(record.rows, 2);
    QCOMPARE(record.bytes, qint64(rows().body.size()));
    QVERIFY(!record.error);
    QCOMPARE(outcome.reply->duration, 70ms);

    CallOutcome cancelled;
    m_client->submit(idCall(cancelled))->cancel();
    QTRY_COMPARE(cancelled.timesDone, 1);
    QVERIFY(m_client->history().records().last().error->kind == ApiError::Kind::Cancelled);
}

/// A token expires midway: the first that is told so stops everything, and the server refused all the same.
void TestApiJob::countsWhoIsTurnedAwayAfterTheFirst()
{
    m_server->setScript([](const Request &) { return hold(); });
    constexpr int calls = 4;
    std::array<CallOutcome, calls> outcomes;
    std::array<QPointer<ApiJob>, calls> jobs;
    for (std::size_t i = 0; i < jobs.size(); ++i)
        jobs.at(i) = m_client->submit(idCall(outcomes.at(i)));
    QTRY_COMPARE(m_server->heldCount(), calls);
    const Answer refusal{
        401, R"({"error":"Access Denied. ","code":"SoftLayer_Exception_Public"})", {}, Answer::Fault::None};
    m_server->answerHeld(refusal);
    const auto isRefused = [](const CallOutcome &outcome) {
        return outcome.failedAs(ApiError::Kind::Unauthorized);
    };
    QTRY_COMPARE(std::count_if(outcomes.cbegin(), outcomes.cend(), isRefused), 1);
    for (const QPointer<ApiJob> &job : jobs) {
        if (job)
            job->cancel(); // as a load does that learns of it
    }
    QCOMPARE(m_client->scheduler().inFlight(), 0);
    m_server->answerAllHeld(refusal);
    const CauseTally::Cause cause{QStringLiteral("401 Unauthorized (SoftLayer_Exception_Public)"), calls};
    QTRY_COMPARE(m_client->failureCauses(), QList<CauseTally::Cause>{cause});
    QCOMPARE(std::count_if(outcomes.cbegin(), outcomes.cend(), isRefused), 1);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestApiJob)
#include "tst_apijob.moc"
