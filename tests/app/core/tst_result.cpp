// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/canceltoken.h"
#include "core/result.h"
#include "support/testmain.h"

#include <QTest>

#include <memory>
#include <thread>

using namespace layerscope;

namespace {

Result<int> half(int number)
{
    if (number % 2 != 0)
        return Unexpected(ApiError::make(ApiError::Kind::InvalidRequest));
    return number / 2;
}

} // namespace

class TestResult : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsAValue();
    void holdsAnError();
    void canHoldTheSameTypeTwice();
    void movesOut();
    void tokenIsSharedByCopies();
};

void TestResult::holdsAValue()
{
    const Result<int> result = half(8);
    QVERIFY(result);
    QVERIFY(result.has_value());
    QCOMPARE(*result, 4);
    QCOMPARE(result.value_or(-1), 4);
}

void TestResult::holdsAnError()
{
    const Result<int> result = half(7);
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::InvalidRequest);
    QCOMPARE(result.value_or(-1), -1);
}

void TestResult::canHoldTheSameTypeTwice()
{
    const Result<QString, QString> good(QStringLiteral("value"));
    const Result<QString, QString> bad(Unexpected(QStringLiteral("error")));
    QVERIFY(good && !bad);
    QCOMPARE(good->size(), 5);
    QCOMPARE(bad.error(), QStringLiteral("error"));
}

void TestResult::movesOut()
{
    Result<std::unique_ptr<int>> result(std::make_unique<int>(5));
    const std::unique_ptr<int> taken = *std::move(result);
    QCOMPARE(*taken, 5);
    QCOMPARE(Result<Done>(Done{}).value(), Done{});
}

void TestResult::tokenIsSharedByCopies()
{
    const CancelToken token;
    const CancelToken copy = token;
    QVERIFY(!copy.isCancelled());
    std::thread([token] { token.cancel(); }).join();
    QVERIFY(copy.isCancelled());
    QVERIFY(!CancelToken().isCancelled());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestResult)
#include "tst_result.moc"
