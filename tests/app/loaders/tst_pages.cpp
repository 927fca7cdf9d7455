// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "app/loaders/pagestest.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <optional>
#include <span>
#include <utility>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// A list that comes with more than the identity of its rows, or without, and one that changes while it is
/// read. (Pages by themselves are looked at through the account in tst_accountloader, tst_faultyaccount and
/// tst_wholeaccount.)
class TestPages : public PagesTest
{
    Q_OBJECT

private Q_SLOTS:
    void rowsComeWithTheirGroups();
    void rowsComeWithoutWhatIsNotGiven_data();
    void rowsComeWithoutWhatIsNotGiven();
    void aListThatIsRefusedAnywayIsAskedTwice();
    void membersAreAskedOfTheirPool();

    void calmListsCostAsManyCallsAsPages_data();
    void calmListsCostAsManyCallsAsPages();
    void aRowThatIsInTheListTwiceIsOne_data();
    void aRowThatIsInTheListTwiceIsOne();
    void rowsThatComeAndGoLoseNoOther_data();
    void rowsThatComeAndGoLoseNoOther();
    void aListThatNeverRestsSaysSo();
    void inNoOrderOnlyANumberProvesTheEnd_data();
    void inNoOrderOnlyANumberProvesTheEnd();
    void rowsAtRandomTimes();

private:
    [[nodiscard]] static Pages::Query poolsWithTerms()
    {
        Pages::Query query;
        query.kind = RowKind::Pool;
        query.groups = groupSet(PoolGroup::Terms);
        return query;
    }
};

void TestPages::rowsComeWithTheirGroups()
{
    m_server->setScript([](const Request &) {
        return ScriptedServer::json(R"([{"id":1,"name":"a","bandwidthAllotmentTypeId":2,
            "locationGroup":{"id":9,"name":"US/Canada"},"totalBandwidthAllocated":250}])");
    });
    const Pages::Outcome outcome = run(poolsWithTerms());
    QVERIFY(outcome.isComplete());
    QCOMPARE(m_rows.size(), 1);
    QVERIFY(m_rows.first().loaded.test(PoolGroup::Terms));
    QVERIFY(m_rows.first().loaded.test(PoolGroup::Identity));
    const QByteArray mask = m_server->requests().first().query("objectMask");
    QVERIFY2(mask.contains("locationGroup[id,name]") && mask.contains("totalBandwidthAllocated"),
             mask.constData());
    QVERIFY2(!mask.contains("Count") && !mask.contains("billingItem"), mask.constData()); // slow in a list
}

void TestPages::rowsComeWithoutWhatIsNotGiven_data()
{
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<QByteArray>("body");
    QTest::newRow("access denied")
        << 500 << QByteArray(R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
    QTest::newRow("404")
        << 404
        << QByteArray(R"({"error":"Unable to find object","code":"SoftLayer_Exception_ObjectNotFound"})");
    QTest::newRow("no such property")
        << 500
        << QByteArray(
               R"({"error":"Property 'locationGroup' not valid","code":"SoftLayer_Exception_WebService_ObjectMask"})");
    QTest::newRow("too much") << 500
                              << QByteArray(
                                     R"({"error":"Internal Error","code":"SoftLayer_Exception_Public"})");
}

void TestPages::rowsComeWithoutWhatIsNotGiven()
{
    QFETCH(int, statusCode);
    QFETCH(QByteArray, body);
    m_server->setScript([=](const Request &request) {
        if (request.query("objectMask").contains("locationGroup"))
            return failure(statusCode, body);
        Answer answer = ScriptedServer::json(R"([{"id":1,"name":"a","bandwidthAllotmentTypeId":2},
                                                  {"id":2,"name":"b","bandwidthAllotmentTypeId":2}])");
        answer.headers.append({"SoftLayer-Total-Items", QByteArray("2")});
        return answer;
    });
    Pages::Query query = poolsWithTerms();
    query.pageSize = 4;
    const Pages::Outcome outcome = run(query);
    QVERIFY(outcome.isComplete());
    QCOMPARE(outcome.listed, 2);
    QCOMPARE(outcome.errors.size(), 0);
    QCOMPARE(m_rows.size(), 2);
    for (const RowPatch &row : std::as_const(m_rows)) {
        QCOMPARE(row.loaded, groupSet(PoolGroup::Identity)); // the terms are still to be asked for
        QVERIFY(row.failed.empty());
    }
}

void TestPages::aListThatIsRefusedAnywayIsAskedTwice()
{
    m_server->setScript([](const Request &) {
        return failure(500, R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
    });
    const Pages::Outcome outcome = run(poolsWithTerms());
    QCOMPARE(outcome.errors.size(), 1);
    QVERIFY(outcome.errors.first().isRefusal());
    QCOMPARE(m_server->requests().size(), 2);
    QVERIFY(m_server->requests()[0].query("objectMask").contains("locationGroup"));
    QVERIFY(!m_server->requests()[1].query("objectMask").contains("locationGroup"));
    QCOMPARE(m_rows.size(), 0);
}

void TestPages::membersAreAskedOfTheirPool()
{
    m_server->setScript([](const Request &) {
        return ScriptedServer::json(R"([{"id":5,"fullyQualifiedDomainName":"a.b"}])");
    });
    const std::span<const ListBelow> lists = poolmembersTable.nesting->lists;
    const auto instances = std::find_if(lists.begin(), lists.end(), [](const ListBelow &list) {
        return list.kind == RowKind::BareMetalInstance;
    });
    QVERIFY(instances != lists.end());
    Pages::Query query;
    query.kind = RowKind::BareMetalInstance;
    query.source = ListSource::below({RowKind::Pool, 309001}, *instances);
    QVERIFY(run(query).errors.isEmpty());
    const Request request = m_server->requests().first();
    QVERIFY2(request.path().endsWith(
                 "/SoftLayer_Network_Bandwidth_Version1_Allotment/309001/getBareMetalInstances.json"),
             request.path().constData());
    QVERIFY(request.query("objectMask").startsWith("mask(SoftLayer_Hardware_Server)["));
    QCOMPARE(m_rows.first().key, (RowKey{RowKind::BareMetalInstance, 5}));
}

void TestPages::calmListsCostAsManyCallsAsPages_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("expected");
    QTest::addColumn<bool>("tellsTotal");
    QTest::addColumn<int>("calls");
    QTest::newRow("none") << 0 << -1 << true << 1;
    QTest::newRow("one") << 1 << -1 << true << 1;
    QTest::newRow("a page") << 100 << -1 << true << 2; // its total may be lower than the truth
    QTest::newRow("a page and a row") << 101 << -1 << true << 2;
    QTest::newRow("five pages") << 500 << -1 << true << 6;
    QTest::newRow("five pages, expected") << 500 << 500 << true << 6;
    QTest::newRow("five pages and a half") << 550 << 550 << true << 6;
    QTest::newRow("fifty pages") << 5000 << 5000 << true << 51;
    QTest::newRow("fewer than expected") << 250 << 500 << true << 5;
    QTest::newRow("more than expected") << 550 << 250 << true << 6;
    QTest::newRow("none, no total") << 0 << -1 << false << 1;
    QTest::newRow("half a page, no total") << 50 << -1 << false << 2;
    QTest::newRow("a page, no total") << 100 << -1 << false << 2;
    QTest::newRow("five pages, no total") << 500 << -1 << false << 6;
    QTest::newRow("five pages, expected, no total") << 500 << 500 << false << 6;
}

void TestPages::calmListsCostAsManyCallsAsPages()
{
    QFETCH(int, rows);
    QFETCH(int, expected);
    QFETCH(bool, tellsTotal);
    QFETCH(int, calls);
    ChangingList list(rows);
    list.tellsTotal = tellsTotal;
    const Pages::Outcome outcome = run(list, expected < 0 ? std::nullopt : std::optional<qint64>(expected));
    QVERIFY(outcome.isComplete());
    QCOMPARE(outcome.listed, rows);
    QCOMPARE(m_rows.size(), rows); // none twice
    QCOMPARE(listedIds(), QSet<qint64>(list.ids.cbegin(), list.ids.cend()));
    QCOMPARE(list.calls, calls);
}

void TestPages::aRowThatIsInTheListTwiceIsOne_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<QList<int>>("twins"); // places
    QTest::newRow("of three") << 3 << QList<int>{1};
    QTest::newRow("three times") << 3 << QList<int>{1, 1};
    QTest::newRow("the last") << 3 << QList<int>{2};
    QTest::newRow("in the middle of a page") << 450 << QList<int>{150};
    QTest::newRow("where pages meet") << 450 << QList<int>{98, 200, 303};
    QTest::newRow("three times where pages meet") << 450 << QList<int>{98, 98};
    QTest::newRow("three times before pages meet") << 450 << QList<int>{97, 97};
    QTest::newRow("three times behind where pages meet") << 450 << QList<int>{99, 99};
    QTest::newRow("many times where pages meet") << 450 << QList<int>{96, 96, 96, 96, 96};
}

/// The total counts it twice, but no row is missing for that, and nothing is read again.
void TestPages::aRowThatIsInTheListTwiceIsOne()
{
    QFETCH(int, rows);
    QFETCH(QList<int>, twins);
    ChangingList list(rows);
    const QSet<qint64> ids(list.ids.cbegin(), list.ids.cend());
    for (qsizetype nth = twins.size(); nth-- > 0;)
        list.ids.insert(twins[nth], list.ids[twins[nth]]);
    ChangingList calm(static_cast<int>(list.ids.size()));
    QVERIFY(run(calm, std::nullopt).isComplete());

    const Pages::Outcome outcome = run(list, std::nullopt);
    QVERIFY(outcome.isComplete());
    QCOMPARE(outcome.listed, rows);
    QCOMPARE(outcome.twins, twins.size());
    QCOMPARE(outcome.announced, std::optional<qint64>(list.ids.size()));
    QCOMPARE(m_rows.size(), rows);
    QCOMPARE(listedIds(), ids);
    QCOMPARE(list.calls, calm.calls);
}

void TestPages::rowsThatComeAndGoLoseNoOther_data()
{
    QTest::addColumn<int>("removed"); // at the front
    QTest::addColumn<int>("created"); // at the end
    QTest::addColumn<int>("afterCalls");
    QTest::addColumn<bool>("tellsTotal");
    QTest::addColumn<int>("calls"); // of 6 pages
    QTest::newRow("one each") << 1 << 1 << 3 << true << 8;
    QTest::newRow("one each, no total") << 1 << 1 << 3 << false << 10;
    QTest::newRow("five each") << 5 << 5 << 3 << true << 8;
    QTest::newRow("forty each") << 40 << 40 << 3 << true << 8;
    QTest::newRow("ninety each") << 90 << 90 << 3 << true << 11;
    QTest::newRow("five went") << 5 << 0 << 3 << true << 8;
    QTest::newRow("five came") << 0 << 5 << 3 << true << 6;
    QTest::newRow("at the last page") << 3 << 3 << 5 << true << 8;
    QTest::newRow("the last page went") << 60 << 0 << 5 << true << 10;
    QTest::newRow("came when all was read") << 0 << 3 << 6 << true << 6;
}

void TestPages::rowsThatComeAndGoLoseNoOther()
{
    QFETCH(int, removed);
    QFETCH(int, created);
    QFETCH(int, afterCalls);
    QFETCH(bool, tellsTotal);
    QFETCH(int, calls);
    ChangingList list(550);
    list.tellsTotal = tellsTotal;
    list.beforeAnswer = [=](ChangingList &changing) {
        if (changing.calls != afterCalls + 1)
            return;
        changing.ids.remove(0, removed);
        changing.create(created);
    };
    const Pages::Outcome outcome = run(list, 550, 1); // one after the other
    QVERIFY2(outcome.isComplete(),
             outcome.errors.isEmpty() ? "" : qPrintable(outcome.errors.first().message));
    QCOMPARE(m_rows.size(), listedIds().size());
    // All that is there at the end, those that were created meanwhile included.
    const QSet<qint64> now(list.ids.cbegin(), list.ids.cend());
    QVERIFY((now - listedIds()).isEmpty());
    QCOMPARE(list.calls, calls);
}

void TestPages::aListThatNeverRestsSaysSo()
{
    ChangingList list(550);
    list.beforeAnswer = [](ChangingList &changing) {
        changing.ids.remove(0, 60); // faster than any page is read again
        changing.create(60);
    };
    const Pages::Outcome outcome = run(list, 550, 1);
    QVERIFY(!outcome.isComplete());
    QCOMPARE(outcome.errors.size(), 1);
    QVERIFY2(outcome.errors.first().message.contains(u"changed"_s),
             qPrintable(outcome.errors.first().message));
    QVERIFY2(list.calls <= 6 + 3 * 10, qPrintable(QString::number(list.calls)));
}

void TestPages::inNoOrderOnlyANumberProvesTheEnd_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("expected"); // by others; -1: they do not say
    QTest::addColumn<bool>("tellsTotal");
    QTest::addColumn<bool>("isMixed"); // another order with each page
    QTest::addColumn<bool>("isComplete");
    QTest::newRow("mixed, no number") << 550 << -1 << false << true << false;
    QTest::newRow("mixed, no number that may be") << 550 << 10 << false << true << false;
    QTest::newRow("mixed, two pages") << 150 << -1 << false << true << false;
    QTest::newRow("mixed, one page") << 90 << -1 << false << true << true;
    QTest::newRow("mixed, a full page") << 100 << -1 << false << true << true;
    QTest::newRow("backwards, no number") << 550 << -1 << false << false << false;
    QTest::newRow("backwards, the list's own number") << 550 << -1 << true << false << true;
    QTest::newRow("backwards, a number by others") << 550 << 550 << false << false << true;
}

void TestPages::inNoOrderOnlyANumberProvesTheEnd()
{
    QFETCH(int, rows);
    QFETCH(int, expected);
    QFETCH(bool, tellsTotal);
    QFETCH(bool, isMixed);
    QFETCH(bool, isComplete);
    ChangingList list(rows);
    list.tellsTotal = tellsTotal;
    std::reverse(list.ids.begin(), list.ids.end());
    QRandomGenerator draw(20261130);
    if (isMixed) {
        list.beforeAnswer = [&draw](ChangingList &changing) {
            std::shuffle(changing.ids.begin(), changing.ids.end(), draw);
        };
    }
    const Pages::Outcome outcome = run(list, expected < 0 ? std::nullopt : std::optional<qint64>(expected));
    QCOMPARE(outcome.isComplete(), isComplete);
    QCOMPARE(outcome.errors.size(), isComplete ? 0 : 1);
    if (isComplete)
        QCOMPARE(outcome.listed, rows);
    else
        QVERIFY2(outcome.errors.first().message.contains(u"no order"_s),
                 qPrintable(outcome.errors.first().message));
}

/// Whatever comes and goes when: a list that calls itself complete has each row that was there all the while.
void TestPages::rowsAtRandomTimes()
{
    QRandomGenerator draw(20260203);
    int complete = 0;
    for (int round = 0; round < 150; ++round) {
        ChangingList list(static_cast<int>(150 + draw.bounded(500)));
        QSet<qint64> allTheWhile(list.ids.cbegin(), list.ids.cend());
        list.tellsTotal = draw.bounded(4) != 0;
        if (draw.bounded(4) == 0)
            list.maxRows = 30 + draw.bounded(50);
        const int changesUpTo = draw.bounded(12);
        list.beforeAnswer = [&](ChangingList &changing) {
            if (changing.calls > changesUpTo || draw.bounded(2) != 0)
                return;
            for (int nth = draw.bounded(4); nth > 0; --nth) {
                const int row = draw.bounded(static_cast<int>(changing.ids.size()));
                allTheWhile.remove(changing.ids.takeAt(row));
            }
            changing.create(draw.bounded(4));
        };
        const std::optional<qint64> expected =
            draw.bounded(2) == 0 ? std::nullopt : std::optional<qint64>(list.ids.size());
        const Pages::Outcome outcome = run(list, expected, 1 + draw.bounded(6));
        QCOMPARE(m_rows.size(), outcome.listed);
        if (!outcome.isComplete()) {
            QVERIFY(!outcome.errors.isEmpty() || outcome.listed < *outcome.announced);
            continue;
        }
        ++complete;
        const QSet<qint64> lost = allTheWhile - listedIds();
        QVERIFY2(lost.isEmpty(), qPrintable(QStringLiteral("round %1 lost %2").arg(round).arg(lost.size())));
    }
    QVERIFY2(complete > 140, qPrintable(QString::number(complete)));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPages)
#include "tst_pages.moc"
