// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/pages.h"

#include "api/retrypolicy.h"
#include "app/inventory/tablebuilder.h"
#include "inventory/kinds.h"
#include "quickclock.h"
#include "support/apicalls.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>
#include <optional>
#include <span>
#include <utility>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A list of an account whose rows come and go while it is read.
class ChangingList
{
public:
    using Answer = ScriptedServer::Answer;
    using Request = ScriptedServer::Request;

    explicit ChangingList(int count)
    {
        for (int nth = 0; nth < count; ++nth)
            ids.append(firstId + nth);
    }

    QList<qint64> ids;
    bool tellsTotal = true;
    std::optional<qint64> wrongTotal;
    int maxRows = 1'000'000;                          ///< A page has no more, whatever was asked.
    std::function<void(ChangingList &)> beforeAnswer; ///< `calls` counts the one at hand.
    std::function<std::optional<Answer>(qint64 offset, int limit)> fault;
    int calls = 0;
    QSet<qint64> everListed; ///< Ids that were answered at least once.

    void create(int count)
    {
        for (int nth = 0; nth < count; ++nth)
            ids.append(ids.isEmpty() ? firstId : ids.constLast() + 1);
    }

    Answer answer(const Request &request)
    {
        ++calls;
        const QList<QByteArray> limit = request.query("resultLimit").split(',');
        const qint64 offset = limit.value(0).toLongLong();
        const int count = std::min(limit.value(1).toInt(), maxRows);
        if (beforeAnswer)
            beforeAnswer(*this);
        if (fault) {
            if (const std::optional<Answer> wrong = fault(offset, count))
                return *wrong;
        }
        QByteArrayList rows;
        for (qint64 row = offset; row < std::min<qint64>(offset + count, ids.size()); ++row) {
            everListed.insert(ids[row]);
            rows.append("{\"id\":" + QByteArray::number(ids[row]) + '}');
        }
        Answer answer = ScriptedServer::json('[' + rows.join(',') + ']');
        if (tellsTotal)
            answer.headers.append(
                {"SoftLayer-Total-Items", QByteArray::number(wrongTotal.value_or(ids.size()))});
        return answer;
    }

private:
    static constexpr qint64 firstId = 1001;
};

ScriptedServer::Answer internalError()
{
    return {500,
            R"({"error":"Internal Error","code":"SoftLayer_Exception_Public"})",
            {},
            ScriptedServer::Answer::Fault::None};
}

} // namespace

/// A list that comes with more than the identity of its rows, or without. (Pages by themselves are looked at
/// through the account in tst_accountloader, tst_faultyaccount and tst_wholeaccount.)
class TestPages : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init() { m_server = std::make_unique<ScriptedServer>(); }
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
    void wrongTotals_data();
    void wrongTotals();
    void limitsThatAreNotKept();
    void anEmptyPageInTheMiddleIsAskedAgain();
    void aLostPageCostsNoOther_data();
    void aLostPageCostsNoOther();
    void oneBadRowIsFoundByHalving();
    void anOutageMidwayIsLeftAlone_data();
    void anOutageMidwayIsLeftAlone();
    void goesOnAfterAStop_data();
    void goesOnAfterAStop();
    void asksAgainForWhatFailed();

private:
    static constexpr int patience = 60'000; // ms; sanitizers are slow

    using Answer = ScriptedServer::Answer;
    using Request = ScriptedServer::Request;

    static Answer failure(int statusCode, const QByteArray &body)
    {
        return {statusCode, body, {}, Answer::Fault::None};
    }
    /// The run of a list with groups besides the identity; what it came to.
    Pages::Outcome run(Pages::Query query, int callsAtOnce = 30);
    /// Of servers, pages of 100 rows.
    Pages::Outcome run(ChangingList &list, std::optional<qint64> expected, int callsAtOnce = 30);
    [[nodiscard]] QSet<qint64> listedIds() const;
    [[nodiscard]] static Pages::Query poolsWithTerms()
    {
        Pages::Query query;
        query.kind = RowKind::Pool;
        query.groups = groupSet(PoolGroup::Terms);
        return query;
    }

    std::unique_ptr<ScriptedServer> m_server;
    QList<RowPatch> m_rows;
};

Pages::Outcome TestPages::run(Pages::Query query, int callsAtOnce)
{
    m_rows.clear();
    const Catalogue &catalogue = query.kind == RowKind::Pool ? poolCatalogue()
                                 : query.source.has_value()  ? memberCatalogue()
                                                             : serverCatalogue();
    QuickClock clock;
    ApiClient::Options options;
    options.limits = {callsAtOnce, callsAtOnce, 100'000};
    options.leavesDownAlone = false; // what a list does by itself
    options.asksBeside = false;
    ApiClient client(connectionTo(m_server->restBase()), options, clock);
    Pages pages(client, catalogue, std::move(query));
    connect(&pages, &Pages::rowsArrived, this, [this](const QList<RowPatch> &rows) { m_rows += rows; });
    Pages::Outcome outcome;
    QSignalSpy finished(&pages, &Pages::finished);
    connect(&pages, &Pages::finished, this, [&outcome](const Pages::Outcome &came) { outcome = came; });
    pages.start();
    if (!finished.wait(patience))
        outcome.wasCancelled = true;
    return outcome;
}

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
    const std::span<const ListBelow> lists = poolMembersTable.nesting->lists;
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

Pages::Outcome TestPages::run(ChangingList &list, std::optional<qint64> expected, int callsAtOnce)
{
    m_server->setScript([&list](const Request &request) { return list.answer(request); });
    Pages::Query query;
    query.kind = RowKind::BareMetal;
    query.pageSize = 100;
    query.expectedTotal = expected;
    return run(std::move(query), callsAtOnce);
}

QSet<qint64> TestPages::listedIds() const
{
    QSet<qint64> ids;
    for (const RowPatch &row : m_rows)
        ids.insert(row.key.id);
    return ids;
}

// --- a list at rest
// ---------------------------------------------------------------------------------------------

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

// --- a list that changes while it is read
// -----------------------------------------------------------------------

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

// --- numbers that cannot be
// -------------------------------------------------------------------------------------

void TestPages::wrongTotals_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<qint64>("expected"); // the account's
    QTest::addColumn<qint64>("total");    // the list's; -1: the right one
    QTest::addColumn<int>("calls");
    constexpr qint64 million = 1'000'000;
    QTest::newRow("3 000 too high") << 500 << qint64{3500} << qint64{3500} << 6;
    QTest::newRow("3 000 too high, half a page") << 550 << qint64{3550} << qint64{3550} << 7;
    QTest::newRow("the account's is") << 550 << qint64{3550} << qint64{-1} << 6;
    QTest::newRow("the list's is") << 550 << qint64{-1} << qint64{3550} << 7;
    QTest::newRow("10^15") << 550 << million * million * 1000 << million * million * 1000 << 7;
    QTest::newRow("2^62") << 550 << (qint64{1} << 62) << (qint64{1} << 62) << 7;
    QTest::newRow("2^62 of none") << 0 << (qint64{1} << 62) << (qint64{1} << 62) << 2;
    QTest::newRow("a million") << 550 << million << million << 7;
    QTest::newRow("as if full pages were all") << 550 << qint64{500} << qint64{500} << 6;
    QTest::newRow("none") << 550 << qint64{0} << qint64{0} << 7;
    QTest::newRow("less than none") << 550 << qint64{-5} << qint64{-5} << 7;
}

void TestPages::wrongTotals()
{
    QFETCH(int, rows);
    QFETCH(qint64, expected);
    QFETCH(qint64, total);
    QFETCH(int, calls);
    for (const int callsAtOnce : {1, 30}) {
        ChangingList list(rows);
        if (total != -1)
            list.wrongTotal = total;
        const Pages::Outcome outcome = run(list, expected, callsAtOnce);
        QCOMPARE(outcome.listed, rows);
        QCOMPARE(outcome.errors.size(), 0);
        QCOMPARE(outcome.isComplete(), total < rows); // what was announced and did not come is said
        // And those that were under way when the end was seen, for an answer is still being read when the
        // next question goes out: ten pages may go ahead. Then none of the full ones was seen to be the last,
        // and the tail is read again in two calls.
        const int atMost = calls + 10 + 2;
        QVERIFY2(list.calls >= calls && list.calls <= atMost, qPrintable(QString::number(list.calls)));
    }
}

void TestPages::limitsThatAreNotKept()
{
    ChangingList less(550);
    less.maxRows = 40;
    QVERIFY(run(less, 550).isComplete());
    QCOMPARE(listedIds().size(), 550);

    // All at once whatever was asked; and always the same.
    ChangingList all(250);
    m_server->setScript([&all](const Request &) {
        ++all.calls;
        QByteArrayList rows;
        for (const qint64 id : std::as_const(all.ids))
            rows.append("{\"id\":" + QByteArray::number(id) + '}');
        return ScriptedServer::json('[' + rows.join(',') + ']');
    });
    Pages::Query query;
    query.pageSize = 100;
    const Pages::Outcome outcome = run(std::move(query));
    QCOMPARE(outcome.listed, 250);
    QVERIFY(outcome.isComplete());
    QVERIFY2(all.calls <= 12, qPrintable(QString::number(all.calls)));
}

void TestPages::anEmptyPageInTheMiddleIsAskedAgain()
{
    ChangingList list(550);
    bool wasEmpty = false;
    list.fault = [&wasEmpty](qint64 offset, int) -> std::optional<Answer> {
        if (offset != 199 || std::exchange(wasEmpty, true))
            return std::nullopt;
        return ScriptedServer::json("[]");
    };
    const Pages::Outcome outcome = run(list, 550, 1);
    QVERIFY(outcome.isComplete());
    QCOMPARE(listedIds().size(), 550);
}

// --- pages that fail
// --------------------------------------------------------------------------------------------

void TestPages::aLostPageCostsNoOther_data()
{
    QTest::addColumn<int>("statusCode"); // 0: the connection is cut
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<int>("lost");
    QTest::newRow("cut") << 0 << QByteArray() << 0;
    QTest::newRow("503") << 503 << QByteArray("Service Unavailable") << 0;
    QTest::newRow("access denied")
        << 500 << QByteArray(R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})")
        << 100;
    QTest::newRow("not said why") << 500
                                  << QByteArray(
                                         R"({"error":"Sorry.","code":"SoftLayer_Exception_Something"})")
                                  << 0;
}

/// The third page comes only in halves.
void TestPages::aLostPageCostsNoOther()
{
    QFETCH(int, statusCode);
    QFETCH(QByteArray, body);
    QFETCH(int, lost);
    ChangingList list(550);
    list.fault = [=](qint64 offset, int limit) -> std::optional<Answer> {
        if (offset != 199 || limit < 100)
            return std::nullopt;
        return statusCode == 0 ? ScriptedServer::fault(Answer::Fault::Drop) : failure(statusCode, body);
    };
    const Pages::Outcome outcome = run(list, 550);
    QCOMPARE(outcome.listed, 550 - lost + (lost > 0 ? 1 : 0)); // its last row is the next page's first
    QCOMPARE(outcome.errors.size(), lost > 0 ? 1 : 0);
    QCOMPARE(outcome.isComplete(), lost == 0);
}

void TestPages::oneBadRowIsFoundByHalving()
{
    ChangingList list(550);
    constexpr qint64 bad = 237;
    list.fault = [](qint64 offset, int limit) -> std::optional<Answer> {
        return offset <= bad && bad < offset + limit ? std::optional(internalError()) : std::nullopt;
    };
    const Pages::Outcome outcome = run(list, 550);
    QVERIFY(!outcome.isComplete());
    QVERIFY2(outcome.listed >= 548, qPrintable(QString::number(outcome.listed)));
    const int attempts = RetryPolicy::maximumAttempts;
    QVERIFY2(list.calls <= 6 + 2 * 8 * attempts, qPrintable(QString::number(list.calls)));
}

void TestPages::anOutageMidwayIsLeftAlone_data()
{
    QTest::addColumn<int>("callsAtOnce");
    QTest::newRow("one at a time") << 1;
    QTest::newRow("thirty at a time") << 30;
}

/// What came stays, and the list is not asked row by row.
void TestPages::anOutageMidwayIsLeftAlone()
{
    QFETCH(int, callsAtOnce);
    ChangingList list(20'000); // 200 pages
    QSet<QByteArray> questions;
    list.fault = [&list](qint64, int) -> std::optional<Answer> {
        return list.calls > 5 ? std::optional(internalError()) : std::nullopt;
    };
    m_server->setScript([&](const Request &request) {
        questions.insert(request.query("resultLimit"));
        return list.answer(request);
    });
    Pages::Query query;
    query.pageSize = 100;
    query.expectedTotal = 20'000;
    const Pages::Outcome outcome = run(std::move(query), callsAtOnce);
    QCOMPARE(outcome.errors.size(), 1);
    QVERIFY(outcome.listed >= 500 && outcome.listed <= 505); // with the rows that pages share
    // Those that were under way, then less and less, one at a time.
    QVERIFY2(questions.size() <= 5 + 15 + 10, qPrintable(QString::number(questions.size())));
}

// --- going on
// ---------------------------------------------------------------------------------------------------

void TestPages::goesOnAfterAStop_data()
{
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("vanished"); // while it stood still
    QTest::addColumn<int>("calls");    // of 6 pages, the one that was aborted included
    QTest::newRow("at once") << 0 << 0 << 7;
    QTest::newRow("in the middle") << 3 << 0 << 7;
    QTest::newRow("before the last page") << 5 << 0 << 7;
    QTest::newRow("and rows went meanwhile") << 3 << 5 << 9;
}

void TestPages::goesOnAfterAStop()
{
    QFETCH(int, answered);
    QFETCH(int, vanished);
    QFETCH(int, calls);
    ChangingList list(550);
    bool isHeld = true;
    list.fault = [&](qint64, int) -> std::optional<Answer> {
        return isHeld && list.calls > answered ? std::optional(ScriptedServer::fault(Answer::Fault::Hold))
                                               : std::nullopt;
    };
    m_server->setScript([&list](const Request &request) { return list.answer(request); });
    QuickClock clock;
    ApiClient::Options options;
    options.limits = {1, 1, 100'000};
    ApiClient client(connectionTo(m_server->restBase()), options, clock);
    Pages::Query query;
    query.pageSize = 100;
    query.expectedTotal = 550;
    Pages pages(client, serverCatalogue(), query);
    m_rows.clear();
    connect(&pages, &Pages::rowsArrived, this, [this](const QList<RowPatch> &rows) { m_rows += rows; });
    QSignalSpy finished(&pages, &Pages::finished);
    Pages::Outcome outcome;
    connect(&pages, &Pages::finished, this, [&outcome](const Pages::Outcome &came) { outcome = came; });
    pages.start();
    QTRY_COMPARE(m_server->heldCount(), 1);
    QTRY_COMPARE(m_rows.size(), 100 * answered); // the last answer is still read when the next call is sent
    pages.stop();
    QVERIFY(!pages.isRunning());
    QTRY_COMPARE(m_server->heldCount(), 0);
    QCOMPARE(finished.count(), 0);

    list.ids.remove(0, vanished);
    isHeld = false;
    pages.resume();
    QVERIFY(pages.isRunning());
    QVERIFY(finished.wait(patience));
    QVERIFY(outcome.isComplete());
    QCOMPARE(m_rows.size(), listedIds().size()); // none twice
    QVERIFY((QSet<qint64>(list.ids.cbegin(), list.ids.cend()) - listedIds()).isEmpty());
    QCOMPARE(list.calls, calls);
}

void TestPages::asksAgainForWhatFailed()
{
    ChangingList list(550);
    bool isRefused = true;
    list.fault = [&isRefused](qint64 offset, int) -> std::optional<Answer> {
        if (!isRefused || offset != 199)
            return std::nullopt;
        return failure(500, R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
    };
    m_server->setScript([&list](const Request &request) { return list.answer(request); });
    QuickClock clock;
    ApiClient client(connectionTo(m_server->restBase()), {}, clock);
    Pages::Query query;
    query.pageSize = 100;
    query.expectedTotal = 550;
    Pages pages(client, serverCatalogue(), query);
    QSignalSpy finished(&pages, &Pages::finished);
    Pages::Outcome outcome;
    connect(&pages, &Pages::finished, this, [&outcome](const Pages::Outcome &came) { outcome = came; });
    pages.start();
    QVERIFY(finished.wait(patience));
    QCOMPARE(outcome.errors.size(), 1);
    QCOMPARE(list.calls, 6);

    pages.resume(); // it is refused still
    QVERIFY(finished.wait(patience));
    QCOMPARE(outcome.errors.size(), 1);
    QCOMPARE(list.calls, 7);

    isRefused = false;
    pages.resume();
    QVERIFY(finished.wait(patience));
    QVERIFY(outcome.isComplete());
    QCOMPARE(outcome.listed, 550);
    QCOMPARE(list.calls, 8);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPages)
#include "tst_pages.moc"
