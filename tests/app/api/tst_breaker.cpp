// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/breaker.h"
#include "support/testmain.h"

#include <QTest>

#include <optional>

using namespace layerscope;
using namespace std::chrono_literals;
using Sign = Breaker::Sign;
using std::chrono::milliseconds;

namespace {

/// A breaker with a clock, and a server that answers probes in one way only.
struct GuardedAccount
{
    explicit GuardedAccount(milliseconds callLimit)
        : breaker(callLimit)
    {}

    /// Attempts that go out one after another, and end so at once.
    void attempts(int count, Sign sign, std::optional<milliseconds> pause = std::nullopt)
    {
        for (int i = 0; i < count; ++i) {
            breaker.sent(now);
            breaker.ended(sign, pause, now);
            look();
        }
    }

    /// What the client does after each event; nullopt as the sign: probes hang.
    void look()
    {
        breaker.look(now);
        if (!breaker.wantsProbe(now))
            return;
        ++probes;
        lastProbe = now;
        breaker.probeSent();
        if (probeSign)
            breaker.probeEnded(*probeSign, probePause, now);
    }

    /// Time passes, to this moment at most; false: nothing more is to be looked at before it.
    bool step(milliseconds end)
    {
        const std::optional<milliseconds> next = breaker.nextLook();
        if (!next || *next > end) {
            now = end;
            return false;
        }
        if (*next < now)
            qFatal("it asks to be looked at in the past, for ever");
        now = *next;
        look();
        return true;
    }
    void pass(milliseconds span)
    {
        const milliseconds end = now + span;
        while (step(end)) {
        }
    }
    /// How long it takes to be blocked; nullopt: not within an hour.
    std::optional<milliseconds> untilBlocked()
    {
        const milliseconds start = now;
        while (breaker.state() != Breaker::State::Blocked && step(start + 1h)) {
        }
        return breaker.state() == Breaker::State::Blocked ? std::optional(now - start) : std::nullopt;
    }

    Breaker breaker;
    milliseconds now{1'000'000};
    std::optional<Sign> probeSign = Sign::Trouble;
    std::optional<milliseconds> probePause;
    int probes = 0;
    milliseconds lastProbe{0};
};

/// That has answered once.
GuardedAccount accountThatAnswered(milliseconds callLimit = 120s)
{
    GuardedAccount account(callLimit);
    account.attempts(1, Sign::Success);
    return account;
}

} // namespace

class TestBreaker : public QObject
{
    Q_OBJECT

    using State = Breaker::State;

private Q_SLOTS:
    void readsSigns_data();
    void readsSigns();
    void staysClosedWhileSomethingGetsThrough();
    void checksAfterTroublesInARow();
    void blocksAServerThatIsDown_data();
    void blocksAServerThatIsDown();
    void blocksCallsThatHang_data();
    void blocksCallsThatHang();
    void waitsForAServerThatNeverAnswered_data();
    void waitsForAServerThatNeverAnswered();
    void goesOnWhenTheProbeIsAnswered_data();
    void goesOnWhenTheProbeIsAnswered();
    void tellsBadCallsFromAServerThatIsDown();
    void givesUpOnAFewBadCallsWithoutBlocking();
    void blocksWhenAllCallsFailAndProbesDoNot();
    void triesOneCallNowAndThen();
    void bearsRefusals();
    void blocksAServerThatRefusesEverything();
    void keepsThePauseThatTheServerAsksFor();
    void takesIdleTimeForNoSilence();
    void probesLessAndLessOften();
    void triesAtOnceForAPerson();
    void isOpenedByASuccessOnItsWay();
    void goesOnWithoutAnAbandonedProbe();
    void goesOnWithoutAnAbandonedProbeWhenBlocked();
};

void TestBreaker::readsSigns_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<int>("sign");
    const auto row = [](const char *name, ApiError::Kind kind, Sign sign, int status = 0) {
        ApiError error = ApiError::make(kind);
        error.httpStatus = status;
        QTest::newRow(name) << error << static_cast<int>(sign);
    };
    row("cancelled", ApiError::Kind::Cancelled, Sign::None);
    row("offline", ApiError::Kind::Offline, Sign::Trouble);
    row("timeout", ApiError::Kind::Timeout, Sign::Trouble);
    row("503", ApiError::Kind::Server, Sign::Trouble, 503);
    row("302", ApiError::Kind::Server, Sign::Trouble, 302);
    row("500", ApiError::Kind::Server, Sign::Trouble, 500);
    row("Internal Error", ApiError::Kind::TooMuch, Sign::Trouble, 500);
    row("429", ApiError::Kind::RateLimited, Sign::Trouble, 429);
    row("no JSON", ApiError::Kind::BadResponse, Sign::Trouble, 200);
    row("404", ApiError::Kind::NotFound, Sign::Refusal, 404);
    row("403", ApiError::Kind::Forbidden, Sign::Refusal, 403);
    row("invalid", ApiError::Kind::InvalidRequest, Sign::Refusal, 500);
    row("401", ApiError::Kind::Unauthorized, Sign::Refusal, 401);
    row("certificate", ApiError::Kind::Tls, Sign::None);
    row("proxy", ApiError::Kind::Proxy, Sign::None);
    QTest::newRow("wrong type") << ApiError::wrongType(QStringLiteral("[0].id"), u"number", u"object")
                                << static_cast<int>(Sign::Success);
}

void TestBreaker::readsSigns()
{
    QFETCH(ApiError, error);
    QFETCH(int, sign);
    QCOMPARE(static_cast<int>(Breaker::signOf(error)), sign);
}

void TestBreaker::staysClosedWhileSomethingGetsThrough()
{
    GuardedAccount account = accountThatAnswered();
    for (int i = 0; i < 1'000; ++i) {
        account.attempts(Breaker::troublesUntilCheck - 1, Sign::Trouble);
        account.pass(5s);
        account.attempts(1, Sign::Success);
    }
    QVERIFY(account.breaker.state() == State::Closed);
    QCOMPARE(account.probes, 0);
}

void TestBreaker::checksAfterTroublesInARow()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = std::nullopt;
    account.attempts(Breaker::troublesUntilCheck - 1, Sign::Trouble);
    QVERIFY(account.breaker.state() == State::Closed);
    account.attempts(1, Sign::Trouble);
    QVERIFY(account.breaker.state() == State::Checking);
    QCOMPARE(account.probes, 1);
    QVERIFY(!account.breaker.mayTryOne());
}

void TestBreaker::blocksAServerThatIsDown_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("earliest");
    QTest::newRow("120 s") << 120'000 << 60'000;
    QTest::newRow("30 s") << 30'000 << 30'000;
    QTest::newRow("2 s") << 2'000 << 2'000;
}

/// The reach: within twice a call's limit after the last success, and few calls.
void TestBreaker::blocksAServerThatIsDown()
{
    QFETCH(int, limit);
    QFETCH(int, earliest);
    GuardedAccount account = accountThatAnswered(milliseconds(limit));
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    const std::optional<milliseconds> took = account.untilBlocked();
    QVERIFY(took);
    QCOMPARE_GE(took->count(), earliest); // a restart of the server's is survived
    QCOMPARE_LE(took->count(), 2 * limit);
    QCOMPARE_GE(account.probes, 2);
    QCOMPARE_LE(account.probes, 15);
}

void TestBreaker::blocksCallsThatHang_data()
{
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("inFlight");
    QTest::newRow("120 s, one") << 120'000 << 1;
    QTest::newRow("120 s, 30") << 120'000 << 30;
    QTest::newRow("2 s, one") << 2'000 << 1;
    QTest::newRow("2 s, 30") << 2'000 << 30;
}

void TestBreaker::blocksCallsThatHang()
{
    QFETCH(int, limit);
    QFETCH(int, inFlight);
    GuardedAccount account = accountThatAnswered(milliseconds(limit));
    account.probeSign = std::nullopt; // hangs, too
    for (int i = 0; i < inFlight; ++i)
        account.breaker.sent(account.now);
    const milliseconds start = account.now;
    account.pass(milliseconds(limit));
    QVERIFY(account.breaker.state() == State::Closed); // it may still answer
    for (int i = 0; i < inFlight; ++i) {
        account.breaker.ended(Sign::Trouble, std::nullopt, account.now);
        account.look();
    }
    QVERIFY(account.breaker.state() == State::Checking);
    QVERIFY(account.untilBlocked());
    QCOMPARE((account.now - start).count(), limit * 3 / 2);
    QCOMPARE(account.probes, 1);
}

void TestBreaker::waitsForAServerThatNeverAnswered_data()
{
    QTest::addColumn<int>("limit");
    QTest::newRow("120 s") << 120'000;
    QTest::newRow("2 s") << 2'000;
}

/// Not for long, but for a while even if the person wants no call to take long.
void TestBreaker::waitsForAServerThatNeverAnswered()
{
    QFETCH(int, limit);
    GuardedAccount account{milliseconds(limit)};
    account.breaker.sent(account.now);
    const milliseconds start = account.now;
    account.attempts(Breaker::troublesUntilBlocked, Sign::Trouble);
    QVERIFY(account.untilBlocked());
    QCOMPARE_GE(account.now - start, milliseconds(10s));
    QCOMPARE_LT(account.now - start, milliseconds(20s));
}

void TestBreaker::goesOnWhenTheProbeIsAnswered_data()
{
    QTest::addColumn<int>("sign");
    QTest::newRow("well") << static_cast<int>(Sign::Success);
    QTest::newRow("by a refusal") << static_cast<int>(Sign::Refusal);
    QTest::newRow("by a proxy that refuses: the calls shall say so") << static_cast<int>(Sign::None);
}

void TestBreaker::goesOnWhenTheProbeIsAnswered()
{
    QFETCH(int, sign);
    GuardedAccount account = accountThatAnswered();
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    account.pass(20s);
    QVERIFY(account.breaker.state() == State::Checking);
    account.probeSign = static_cast<Sign>(sign);
    account.pass(10s);
    QVERIFY(account.breaker.state() == State::Closed);
    QVERIFY(!account.breaker.nextLook());
    QVERIFY(account.breaker.wasDown()); // probes had failed before
}

/// Calls that fail while probes are answered have themselves to blame.
void TestBreaker::tellsBadCallsFromAServerThatIsDown()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = std::nullopt;
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    QVERIFY(account.breaker.state() == State::Checking);
    account.breaker.probeEnded(Sign::Success, std::nullopt, account.now);
    QVERIFY(account.breaker.state() == State::Closed);
    QVERIFY(!account.breaker.wasDown());

    account.probeSign = Sign::Trouble;
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    account.pass(10min);
    QVERIFY(account.breaker.state() == State::Blocked);
    account.probeSign = Sign::Success;
    account.pass(2min);
    QVERIFY(account.breaker.state() == State::Closed);
    QVERIFY(account.breaker.wasDown());

    account.probeSign = std::nullopt;
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    account.attempts(1, Sign::Success); // that was on its way
    QVERIFY(account.breaker.state() == State::Closed);
    QVERIFY(!account.breaker.wasDown());
}

/// A load's last few calls that fail for good, each tried four times: their rows are lost, not the account.
void TestBreaker::givesUpOnAFewBadCallsWithoutBlocking()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = Sign::Success;
    for (int i = 0; i < 4; ++i) {
        account.attempts(10, Sign::Trouble);
        account.pass(2s);
        QVERIFY(account.breaker.state() == State::Closed);
    }
    QCOMPARE_LE(account.probes, 4);
}

void TestBreaker::blocksWhenAllCallsFailAndProbesDoNot()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = Sign::Success;
    account.attempts(Breaker::maxTroubles - 1, Sign::Trouble);
    QVERIFY(account.breaker.state() == State::Closed);
    account.attempts(1, Sign::Trouble);
    QVERIFY(account.breaker.state() == State::Blocked);
    QVERIFY(account.breaker.isTrial());
    QCOMPARE_LE(account.probes, Breaker::maxTroubles / Breaker::troublesUntilCheck);
}

void TestBreaker::triesOneCallNowAndThen()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = Sign::Success;
    account.attempts(Breaker::maxTroubles, Sign::Trouble);
    const int probes = account.probes;
    account.pass(9s);
    QVERIFY(!account.breaker.mayTryOne());
    account.pass(1s);
    QVERIFY(account.breaker.mayTryOne());

    account.breaker.sent(account.now);
    QVERIFY(!account.breaker.mayTryOne());
    account.breaker.ended(Sign::Trouble, std::nullopt, account.now);
    account.look();
    QVERIFY(account.breaker.state() == State::Blocked);
    account.pass(19s);
    QVERIFY(!account.breaker.mayTryOne());
    account.pass(1s);
    QVERIFY(account.breaker.mayTryOne());

    account.breaker.sent(account.now);
    account.breaker.ended(Sign::None, std::nullopt, account.now); // its owner does not want it any more
    account.pass(40s);
    QVERIFY(account.breaker.mayTryOne());
    QCOMPARE(account.probes, probes); // which are answered, and so tell nothing

    account.breaker.sent(account.now);
    account.breaker.ended(Sign::Success, std::nullopt, account.now);
    QVERIFY(account.breaker.state() == State::Closed);

    account.attempts(Breaker::maxTroubles, Sign::Trouble);
    QVERIFY(account.breaker.state() == State::Blocked);
    account.pass(10s);
    account.breaker.nothingWaits(account.now);
    QVERIFY(account.breaker.state() == State::Closed);
}

/// A key that may see little.
void TestBreaker::bearsRefusals()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = Sign::Success;
    account.attempts(Breaker::maxRefusals - 1, Sign::Refusal);
    QCOMPARE(account.probes, 0);
    for (int i = 0; i < 10; ++i) {
        account.attempts(Breaker::maxRefusals, Sign::Refusal);
        QVERIFY(account.breaker.state() == State::Closed);
    }
    QCOMPARE_LE(account.probes, 10);
    QCOMPARE_GE(account.probes, 9);
}

void TestBreaker::blocksAServerThatRefusesEverything()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = Sign::Refusal;
    account.attempts(Breaker::maxRefusals - 1, Sign::Refusal);
    QVERIFY(account.breaker.state() == State::Closed);
    account.attempts(1, Sign::Refusal);
    QVERIFY(account.breaker.state() == State::Blocked);
    account.pass(1h);
    QVERIFY(account.breaker.state() == State::Blocked);
    account.probeSign = Sign::Success;
    account.pass(1min);
    QVERIFY(account.breaker.state() == State::Closed);
}

void TestBreaker::keepsThePauseThatTheServerAsksFor()
{
    GuardedAccount account = accountThatAnswered(2s);
    account.probeSign = Sign::Success;
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble, 30s);
    account.pass(29'999ms);
    QCOMPARE(account.probes, 0);
    QVERIFY(account.breaker.state() == State::Checking); // though the call limit is long over
    account.pass(1ms);
    QCOMPARE(account.probes, 1);
    QVERIFY(account.breaker.state() == State::Closed);

    GuardedAccount impatient = accountThatAnswered(2s);
    impatient.attempts(Breaker::troublesUntilCheck, Sign::Trouble, 100'000s);
    impatient.pass(2s);
    QCOMPARE(impatient.probes, 1);

    // But not a pause that nobody would wait, nor one after the other for ever.
    GuardedAccount forEver = accountThatAnswered();
    forEver.probePause = 100'000s;
    forEver.attempts(Breaker::troublesUntilCheck, Sign::Trouble, 100'000s);
    const std::optional<milliseconds> took = forEver.untilBlocked();
    QVERIFY(took);
    QCOMPARE_LE(*took, milliseconds(240s));
    QCOMPARE_GE(forEver.probes, 1);
}

void TestBreaker::takesIdleTimeForNoSilence()
{
    GuardedAccount account = accountThatAnswered(2s);
    account.attempts(4, Sign::Trouble);
    account.breaker.ended(Sign::Success, std::nullopt, account.now);
    account.attempts(1, Sign::Trouble); // the last call of a load; nobody asks for anything then
    account.now += 1h;
    account.breaker.sent(account.now);
    account.breaker.ended(Sign::Trouble, std::nullopt, account.now);
    account.look();
    QVERIFY(account.breaker.state() == State::Closed);
    QCOMPARE(account.probes, 0);
}

void TestBreaker::probesLessAndLessOften()
{
    GuardedAccount account = accountThatAnswered();
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    QVERIFY(account.untilBlocked());
    QList<qint64> pauses;
    milliseconds last = account.now;
    while (pauses.size() < 5) {
        const int before = account.probes;
        while (account.probes == before)
            QVERIFY(account.step(account.now + 1h));
        pauses += (account.lastProbe - last).count();
        last = account.lastProbe;
    }
    QCOMPARE(pauses, (QList<qint64>{10'000, 20'000, 40'000, 60'000, 60'000}));
}

void TestBreaker::triesAtOnceForAPerson()
{
    GuardedAccount account = accountThatAnswered();
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    QVERIFY(account.untilBlocked());
    account.probeSign = Sign::Success;
    account.breaker.tryNow(account.now);
    account.look();
    QVERIFY(account.breaker.state() == State::Closed);
}

void TestBreaker::isOpenedByASuccessOnItsWay()
{
    GuardedAccount account = accountThatAnswered();
    account.breaker.sent(account.now);
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    QVERIFY(account.untilBlocked());
    account.breaker.ended(Sign::Success, std::nullopt, account.now);
    account.look();
    QVERIFY(account.breaker.state() == State::Closed);
    QVERIFY(!account.breaker.nextLook());
}

void TestBreaker::goesOnWithoutAnAbandonedProbe()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = std::nullopt;
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    account.breaker.probeAbandoned(account.now);
    account.probeSign = Sign::Success;
    account.pass(10s);
    QVERIFY(account.breaker.state() == State::Closed);
}

/// Each time, and also if the account was blocked while it was on its way.
void TestBreaker::goesOnWithoutAnAbandonedProbeWhenBlocked()
{
    GuardedAccount account = accountThatAnswered();
    account.probeSign = std::nullopt;
    account.attempts(Breaker::troublesUntilCheck, Sign::Trouble);
    QVERIFY(account.untilBlocked());
    QCOMPARE(account.probes, 1); // and it hangs
    for (int abandoned = 1; abandoned < 10; ++abandoned) {
        account.breaker.probeAbandoned(account.now);
        account.pass(Breaker::longestPauseWhenBlocked);
        QCOMPARE(account.probes, abandoned + 1);
        QVERIFY(account.breaker.state() == State::Blocked);
    }
    account.breaker.probeAbandoned(account.now);
    account.probeSign = Sign::Success;
    account.pass(Breaker::longestPauseWhenBlocked);
    QVERIFY(account.breaker.state() == State::Closed);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestBreaker)
#include "tst_breaker.moc"
