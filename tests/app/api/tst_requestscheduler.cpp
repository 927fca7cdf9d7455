// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/requestscheduler.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <deque>
#include <functional>

using namespace layerscope;
using namespace std::chrono_literals;
using std::chrono::milliseconds;
using Feedback = RequestScheduler::Feedback;

namespace {

/// A source that writes down what it starts.
class ScriptedSource : public CallSource
{
public:
    ScriptedSource(RequestScheduler &scheduler, QStringList &log, QString name)
        : m_scheduler(scheduler)
        , m_log(log)
        , m_name(std::move(name))
    {
        m_scheduler.addSource(this);
    }

    ~ScriptedSource() override { m_scheduler.removeSource(this); }

    void add(Priority priority, const QString &call)
    {
        waiting[static_cast<std::size_t>(priority)].push_back(call);
    }
    void add(Priority priority, int count)
    {
        for (int i = 1; i <= count; ++i)
            add(priority, m_name + QString::number(i));
    }

    std::optional<Priority> mostUrgent() const override
    {
        for (std::size_t i = 0; i < waiting.size(); ++i) {
            if (!waiting[i].empty())
                return static_cast<Priority>(i);
        }
        return std::nullopt;
    }

    void startOne() override
    {
        auto &queue = waiting[static_cast<std::size_t>(*mostUrgent())];
        m_log += queue.front();
        queue.pop_front();
        if (onStart)
            onStart();
    }

    std::array<std::deque<QString>, 3> waiting;
    std::function<void()> onStart;

private:
    RequestScheduler &m_scheduler;
    QStringList &m_log;
    QString m_name;
};

QStringList words(const char *text)
{
    return QString::fromLatin1(text).split(u' ');
}

constexpr CallLimits unlimited{1'000, 1'000, 1'000};

} // namespace

class TestRequestScheduler : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsNothingInsideACall();
    void startsAtMostEightATurn();
    void startsNoMoreInATurnThatTookItsShare();
    void keepsTheWindow();
    void followsPriorities();
    void reordersUntilDispatch();
    void servesSourcesOfEqualUrgencyInTurn();
    void keepsTheRateOverALongRun();
    void growsAndHalves();
    void pausesEverything();
    void keepsTheLongerPause();
    void survivesSourcesThatComeAndGo();
    void tellsLoadAtMostOnceATurn();
};

void TestRequestScheduler::startsNothingInsideACall()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, unlimited);
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Visible, 3);
    scheduler.wake();
    QVERIFY(log.isEmpty());
    clock.runOneTurn();
    QCOMPARE(log, words("a1 a2 a3"));
    source.add(Priority::Visible, 1);
    scheduler.slotFreed(Feedback::Answered);
    QCOMPARE(log.size(), 3);
    clock.runOneTurn();
    QCOMPARE(log.size(), 4);
    QCOMPARE(scheduler.inFlight(), 3);
}

void TestRequestScheduler::startsAtMostEightATurn()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, unlimited);
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Sweep, 20);
    QList<qsizetype> startsPerTurn;
    scheduler.wake();
    for (qsizetype before = 0; clock.runOneTurn(); before = log.size())
        startsPerTurn += log.size() - before;
    QCOMPARE(startsPerTurn, QList<qsizetype>({8, 8, 4}));
}

/// What is left goes on in the next turn, and not later.
void TestRequestScheduler::startsNoMoreInATurnThatTookItsShare()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, unlimited);
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Sweep, 5);
    source.onStart = [&clock] { clock.advance(1ms); };
    QList<qsizetype> startsPerTurn;
    scheduler.wake();
    for (qsizetype before = 0; clock.runOneTurn(); before = log.size())
        startsPerTurn += log.size() - before;
    QCOMPARE(startsPerTurn, QList<qsizetype>({2, 2, 1}));
}

void TestRequestScheduler::keepsTheWindow()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, {4, 4, 1'000});
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Sweep, 10);
    scheduler.wake();
    clock.advance(1'000ms);
    QCOMPARE(log.size(), 4);
    scheduler.slotFreed(Feedback::Abandoned);
    scheduler.slotFreed(Feedback::Abandoned);
    clock.advance(0ms);
    QCOMPARE(log.size(), 6);
    QCOMPARE(scheduler.inFlight(), 4);
}

void TestRequestScheduler::followsPriorities()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, {1, 1, 1'000});
    QStringList log;
    ScriptedSource a(scheduler, log, QStringLiteral("a"));
    ScriptedSource b(scheduler, log, QStringLiteral("b"));
    a.add(Priority::Sweep, QStringLiteral("a-sweep"));
    a.add(Priority::Visible, QStringLiteral("a-visible"));
    b.add(Priority::ReadAhead, QStringLiteral("b-ahead"));
    b.add(Priority::Visible, QStringLiteral("b-visible"));
    clock.advance(0ms);
    for (int i = 0; i < 3; ++i) {
        scheduler.slotFreed(Feedback::Answered);
        clock.advance(0ms);
    }
    QCOMPARE(log, words("a-visible b-visible b-ahead a-sweep"));
}

void TestRequestScheduler::reordersUntilDispatch()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, {1, 1, 1'000});
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Sweep, 3);
    clock.advance(0ms);
    scheduler.slotFreed(Feedback::Answered); // a turn is on its way already when the person scrolls
    source.waiting[0].push_back(source.waiting[2].back());
    source.waiting[2].pop_back();
    clock.advance(0ms);
    scheduler.slotFreed(Feedback::Answered);
    clock.advance(0ms);
    QCOMPARE(log, words("a1 a3 a2"));
}

void TestRequestScheduler::servesSourcesOfEqualUrgencyInTurn()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, unlimited);
    QStringList log;
    ScriptedSource a(scheduler, log, QStringLiteral("a"));
    ScriptedSource b(scheduler, log, QStringLiteral("b"));
    a.add(Priority::Sweep, 4);
    b.add(Priority::Sweep, 2);
    clock.advance(0ms);
    QCOMPARE(log, words("a1 b1 a2 b2 a3 a4"));
    log.clear();
    b.add(Priority::Sweep, 1); // who was served longest ago goes first
    a.add(Priority::Sweep, 1);
    scheduler.wake();
    clock.advance(0ms);
    QCOMPARE(log, words("b1 a1"));
}

void TestRequestScheduler::keepsTheRateOverALongRun()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, CallLimits{});
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Sweep, 1'000);
    std::vector<milliseconds> starts;
    int largestInFlight = 0;
    int maxReported = 0;
    source.onStart = [&] {
        starts.push_back(clock.now());
        largestInFlight = std::max(largestInFlight, scheduler.inFlight());
        maxReported = std::max(maxReported, scheduler.startsInLastSecond());
        clock.callAfter(80ms, this, [&] { scheduler.slotFreed(Feedback::Answered); });
    };
    scheduler.wake();
    clock.advance(30s);
    QCOMPARE(starts.size(), std::size_t(1'000));
    for (std::size_t i = 45; i < starts.size(); ++i)
        QVERIFY(starts[i] - starts[i - 45] > 1'000ms);
    QVERIFY(starts.back() - starts.front() < 23s); // 1 000 starts at 45 a second: nothing is wasted
    QVERIFY(largestInFlight <= 30);
    QCOMPARE(maxReported, 45);
}

void TestRequestScheduler::growsAndHalves()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, {8, 30, 1'000'000});
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Sweep, 10'000);
    clock.advance(0ms);
    QCOMPARE(scheduler.inFlight(), 8);
    for (int i = 0; i < 22; ++i)
        scheduler.slotFreed(Feedback::Answered), clock.advance(0ms);
    QCOMPARE(scheduler.windowSize(), 30);
    QCOMPARE(scheduler.inFlight(), 30);

    for (int i = 0; i < 30; ++i)
        scheduler.slotFreed(Feedback::Trouble); // the network is gone for a moment: all of them
    QCOMPARE(scheduler.windowSize(), 15);
    clock.advance(0ms);
    QCOMPARE(scheduler.inFlight(), 15);
    scheduler.slotFreed(Feedback::RateLimited);
    QCOMPARE(scheduler.windowSize(), 7);
    scheduler.slotFreed(Feedback::Abandoned);
    QCOMPARE(scheduler.windowSize(), 7);
    scheduler.report(Feedback::Trouble); // of a call that was in flight as well when it began
    QCOMPARE(scheduler.windowSize(), 7);
}

void TestRequestScheduler::pausesEverything()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, unlimited);
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    scheduler.pauseFor(1s);
    QVERIFY(scheduler.isPaused());
    source.add(Priority::Visible, 2);
    scheduler.wake();
    clock.advance(999ms);
    scheduler.wake();
    clock.runOneTurn();
    QVERIFY(log.isEmpty());
    QSignalSpy changed(&scheduler, &RequestScheduler::loadChanged);
    QVERIFY(changed.wait(1'000)); // the one of the pause itself
    clock.advance(1ms);
    QVERIFY(!scheduler.isPaused());
    QCOMPARE(log, words("a1 a2"));
}

void TestRequestScheduler::keepsTheLongerPause()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, unlimited);
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Visible, 1);
    scheduler.pauseFor(10s);
    scheduler.pauseFor(1s);
    clock.advance(9'999ms);
    QVERIFY(log.isEmpty());
    clock.advance(1ms);
    QCOMPARE(log, words("a1"));

    QSignalSpy changed(&scheduler, &RequestScheduler::loadChanged);
    scheduler.pauseFor(5s); // its end is announced although nothing waits
    QTRY_COMPARE(changed.size(), 1);
    clock.advance(5s);
    QTRY_COMPARE(changed.size(), 2);
    QVERIFY(!scheduler.isPaused());
}

void TestRequestScheduler::survivesSourcesThatComeAndGo()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, unlimited);
    QStringList log;
    ScriptedSource first(scheduler, log, QStringLiteral("a"));
    auto second = std::make_unique<ScriptedSource>(scheduler, log, QStringLiteral("b"));
    std::unique_ptr<ScriptedSource> third;
    second->add(Priority::Sweep, 5);
    first.add(Priority::Sweep, 2);
    first.onStart = [&] {
        second.reset();
        if (!third) {
            third = std::make_unique<ScriptedSource>(scheduler, log, QStringLiteral("c"));
            third->add(Priority::Visible, 1);
        }
    };
    clock.advance(0ms);
    QCOMPARE(log, words("a1 c1 a2"));
}

void TestRequestScheduler::tellsLoadAtMostOnceATurn()
{
    FakeClock clock;
    RequestScheduler scheduler(clock, unlimited);
    QStringList log;
    ScriptedSource source(scheduler, log, QStringLiteral("a"));
    source.add(Priority::Sweep, 8);
    QSignalSpy changed(&scheduler, &RequestScheduler::loadChanged);
    clock.runOneTurn();
    for (int i = 0; i < 4; ++i)
        scheduler.slotFreed(Feedback::Answered);
    QCOMPARE(changed.size(), 0);
    QTRY_COMPARE(changed.size(), 1);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestRequestScheduler)
#include "tst_requestscheduler.moc"
