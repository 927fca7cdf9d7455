// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/latencybook.h"

#include "api/apirequest.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;

namespace {

ApiRequest pageRequest(const char *method, int rows, std::initializer_list<QByteArrayView> mask = {"id"})
{
    ApiRequest request;
    request.service = "SoftLayer_Account";
    request.method = method;
    request.limit = ResultLimit{0, rows};
    request.mask = ObjectMask(mask);
    return request;
}

QByteArray like(const char *method, int rows = 100)
{
    return LatencyBook::likeOf(pageRequest(method, rows));
}

} // namespace

class TestLatencyBook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsKindsOfCallsApart();
    void isPatientWithTheUnknown();
    void expectsWhatItsLikeTook();
    void isNotMisledByAFewOutliers();
    void waitsForWhatIsKnownToBeSlow();
    void followsAServerThatChanges();
    void budgetBoundsAServerThatBecameSlow();
    void budgetCarriesOnWhileItHelps();
    void budgetIsNeverHoarded();
};

void TestLatencyBook::tellsKindsOfCallsApart()
{
    QCOMPARE(like("getHardware", 100), like("getHardware", 120)); // about as many rows
    QVERIFY(like("getHardware", 100) != like("getHardware", 1'000));
    QVERIFY(like("getHardware") != like("getVirtualGuests"));
    QVERIFY(
        LatencyBook::likeOf(pageRequest("getHardware", 100)) !=
        LatencyBook::likeOf(pageRequest("getHardware", 100, {"id", "datacenter.name", "billingItem.id"})));
    ApiRequest one = pageRequest("getHardware", 100);
    one.objectId = QStringLiteral("1");
    ApiRequest other = one;
    other.objectId = QStringLiteral("2");
    QCOMPARE(LatencyBook::likeOf(one), LatencyBook::likeOf(other));

    ApiRequest few = pageRequest("getHardware", 0);
    few.limit.reset();
    ApiRequest many = few;
    few.filter.in("hardware.id", {100'000'001, 100'000'002});
    QList<qint64> ids;
    for (qint64 id = 100'000'000; id < 100'000'100; ++id)
        ids += id;
    many.filter.in("hardware.id", ids);
    QVERIFY(LatencyBook::likeOf(few) != LatencyBook::likeOf(many));
}

void TestLatencyBook::isPatientWithTheUnknown()
{
    LatencyBook book;
    QCOMPARE(book.patience(like("getHardware")), LatencyBook::patienceAtFirst);
    book.learn(like("getObject"), 100ms);
    QCOMPARE(book.patience(like("getHardware")), LatencyBook::patienceWithStrangers);
    book.learn(like("getObject"), 2s); // what one call takes, another one may take as well
    QCOMPARE(book.patience(like("getHardware")), 16s);
}

void TestLatencyBook::expectsWhatItsLikeTook()
{
    LatencyBook book;
    book.learn(like("getHardware"), 300ms);
    QCOMPARE(book.patience(like("getHardware")), 2'400ms);
    book.learn(like("getObject"), 5ms);
    QCOMPARE(book.patience(like("getObject")), LatencyBook::shortestPatience);
    QCOMPARE(book.patience(like("getHardware")), 2'400ms); // each kind apart
}

void TestLatencyBook::isNotMisledByAFewOutliers()
{
    LatencyBook book;
    for (int i = 0; i < 32; ++i)
        book.learn(like("getHardware"), i % 8 == 0 ? 60s : 200ms);
    QCOMPARE(book.patience(like("getHardware")), 1'600ms);
}

void TestLatencyBook::waitsForWhatIsKnownToBeSlow()
{
    LatencyBook book;
    for (int i = 0; i < 32; ++i)
        book.learn(like("getHardware"), i % 2 == 0 ? 9s : 200ms); // half of them are slow
    QVERIFY(book.patience(like("getHardware")) >= 72s);
}

void TestLatencyBook::followsAServerThatChanges()
{
    LatencyBook book;
    for (int i = 0; i < 1'000; ++i)
        book.learn(like("getHardware"), 9s);
    for (int i = 0; i < 32; ++i)
        book.learn(like("getHardware"), 200ms);
    QCOMPARE(book.patience(like("getHardware")), 1'600ms);
}

void TestLatencyBook::budgetBoundsAServerThatBecameSlow()
{
    BesideBudget budget;
    int asked = 0;
    for (int call = 0; call < 1'000; ++call) { // each takes too long, is asked twice, and answers itself
        asked += budget.take(1s) ? 1 : 0;
        budget.answered();
    }
    QVERIFY2(asked >= 100 && asked <= 110, qPrintable(QString::number(asked)));
    BesideBudget silent;
    int unanswered = 0;
    while (silent.take(1s))
        ++unanswered;
    QCOMPARE(unanswered, 8); // a server that answers nothing
    QVERIFY(!silent.take(5'999ms));
    QVERIFY(silent.take(6s)); // one now and then, or calls that wait for lost answers would wait together
    QVERIFY(!silent.take(6s));
}

void TestLatencyBook::budgetCarriesOnWhileItHelps()
{
    BesideBudget budget;
    for (int call = 0; call < 1'000; ++call) { // four of ten answers are lost
        if (call % 10 < 4)
            QVERIFY2(budget.take(1s), qPrintable(QString::number(call)));
        if (call % 10 % 3 == 0)
            QVERIFY2(budget.take(1s), qPrintable(QString::number(call))); // and four of ten of those and more
        budget.answered();
        if (call % 10 < 4)
            budget.helped();
    }
}

void TestLatencyBook::budgetIsNeverHoarded()
{
    BesideBudget budget;
    for (int i = 0; i < 10'000; ++i)
        budget.answered();
    int asked = 0;
    while (budget.take(1s))
        ++asked;
    QCOMPARE(asked, 16);
    budget.giveBack();
    QVERIFY(budget.take(1s));
    QVERIFY(!budget.take(1s));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestLatencyBook)
#include "tst_latencybook.moc"
