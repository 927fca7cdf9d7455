// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/retrypolicy.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;
using Kind = ApiError::Kind;
using Pauses = QList<qint64>;

namespace {

RetryPolicy policyWithRandom(double value)
{
    return RetryPolicy([value] { return value; });
}

/// The pauses of a call that fails like this every time, until the policy gives up.
Pauses pausesOf(const ApiError &error, double random = 0, RetryPolicy::Milliseconds attemptTakes = 0ms)
{
    const RetryPolicy policy = policyWithRandom(random);
    FailedAttempts attempts;
    RetryPolicy::Milliseconds elapsed = 0ms;
    Pauses pauses;
    while (true) {
        elapsed += attemptTakes;
        attempts.count(error);
        const auto pause = policy.pauseAfter(error, attempts, elapsed);
        if (!pause)
            return pauses;
        pauses += pause->count();
        elapsed += *pause;
    }
}

ApiError failure(Kind kind, int status = 0, const char *code = "")
{
    ApiError error = ApiError::make(kind);
    error.httpStatus = status;
    error.code = QString::fromLatin1(code);
    return error;
}

} // namespace

class TestRetryPolicy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void retriesOnlyWhatMayPass_data();
    void retriesOnlyWhatMayPass();
    void spreadsAtRandom();
    void keepsToTheDeadline();
    void neverGivesARateLimitUpSoon();
    void countsRateLimitsApart();
    void honoursTheServersPause();
};

void TestRetryPolicy::retriesOnlyWhatMayPass_data()
{
    QTest::addColumn<ApiError>("error");
    QTest::addColumn<Pauses>("expected");
    const Pauses fourAttempts{500, 1000, 2000};
    QTest::newRow("offline") << failure(Kind::Offline) << fourAttempts;
    QTest::newRow("timeout") << failure(Kind::Timeout) << Pauses{500};
    ApiError unreached = failure(Kind::Timeout);
    unreached.isUnreached = true;
    QTest::newRow("no connection in time") << unreached << fourAttempts;
    QTest::newRow("408") << failure(Kind::Timeout, 408) << fourAttempts; // told by somebody, and at once
    QTest::newRow("502") << failure(Kind::Server, 502) << fourAttempts;
    QTest::newRow("503") << failure(Kind::Server, 503) << fourAttempts;
    QTest::newRow("504") << failure(Kind::Server, 504) << fourAttempts;
    QTest::newRow("cut off") << failure(Kind::BadResponse, 200) << fourAttempts;
    QTest::newRow("internal error, once")
        << failure(Kind::TooMuch, 500, "SoftLayer_Exception_Public") << Pauses{500};
    QTest::newRow("result too large")
        << failure(Kind::TooMuch, 500, "SoftLayer_Exception_MaximumResultLimit") << Pauses{};
    QTest::newRow("500 in unknown words, once") << failure(Kind::Server, 500) << Pauses{500};
    QTest::newRow("wrong key") << failure(Kind::Unauthorized, 401) << Pauses{};
    QTest::newRow("forbidden") << failure(Kind::Forbidden, 500) << Pauses{};
    QTest::newRow("not found") << failure(Kind::NotFound, 404) << Pauses{};
    QTest::newRow("bad mask") << failure(Kind::InvalidRequest, 500) << Pauses{};
    QTest::newRow("wrong type") << ApiError::wrongType(QStringLiteral("[0].id"), u"number", u"object")
                                << Pauses{};
    QTest::newRow("certificate") << failure(Kind::Tls) << Pauses{};
    QTest::newRow("proxy") << failure(Kind::Proxy, 407) << Pauses{};
    QTest::newRow("cancelled") << failure(Kind::Cancelled) << Pauses{};
}

void TestRetryPolicy::retriesOnlyWhatMayPass()
{
    QFETCH(const ApiError, error);
    QFETCH(const Pauses, expected);
    QCOMPARE(pausesOf(error), expected);
}

void TestRetryPolicy::spreadsAtRandom()
{
    QCOMPARE(pausesOf(failure(Kind::Offline), 0.5), Pauses({625, 1250, 2500}));
    QCOMPARE(pausesOf(failure(Kind::Offline), 1.0), Pauses({750, 1500, 3000}));
}

void TestRetryPolicy::keepsToTheDeadline()
{
    // Two minutes of silence, another try, and then three minutes are over.
    QCOMPARE(pausesOf(failure(Kind::Timeout), 0, 120s), Pauses({500}));
}

void TestRetryPolicy::neverGivesARateLimitUpSoon()
{
    const Pauses pauses = pausesOf(failure(Kind::RateLimited, 500), 0.9);
    QCOMPARE(pauses.size(), RetryPolicy::maximumRateLimits - 1);
    qint64 total = 0;
    for (const qint64 pause : pauses) {
        QVERIFY(pause >= 1'000); // the limit counts calls a second
        QVERIFY(pause <= 10'000);
        total += pause;
    }
    QVERIFY(total > 120'000);
    QCOMPARE(pausesOf(failure(Kind::RateLimited, 429), 0, 60s).size(),
             RetryPolicy::maximumRateLimits - 1); // no deadline
}

void TestRetryPolicy::countsRateLimitsApart()
{
    const RetryPolicy policy = policyWithRandom(0);
    FailedAttempts attempts;
    for (int i = 0; i < 10; ++i)
        attempts.count(failure(Kind::RateLimited, 500));
    attempts.count(failure(Kind::Server, 503));
    QCOMPARE(policy.pauseAfter(failure(Kind::Server, 503), attempts, 60s),
             std::optional(500ms)); // its first real failure
}

void TestRetryPolicy::honoursTheServersPause()
{
    const RetryPolicy policy = policyWithRandom(0);
    FailedAttempts attempts;
    ApiError error = failure(Kind::Server, 503);
    attempts.count(error);
    error.retryAfter = 30s;
    QCOMPARE(policy.pauseAfter(error, attempts, 0ms), std::optional<RetryPolicy::Milliseconds>(30s));
    error.retryAfter = 0s;
    QCOMPARE(policy.pauseAfter(error, attempts, 0ms), std::optional(500ms));
    error.retryAfter = 1h; // longer than anyone waits
    QVERIFY(!policy.pauseAfter(error, attempts, 0ms));
    error.retryAfter = 100s; // beyond the deadline
    QVERIFY(!policy.pauseAfter(error, attempts, 100s));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestRetryPolicy)
#include "tst_retrypolicy.moc"
