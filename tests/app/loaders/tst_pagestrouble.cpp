// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/retrypolicy.h"
#include "app/loaders/pagestest.h"
#include "inventory/kinds.h"
#include "quickclock.h"
#include "support/apicalls.h"
#include "support/testmain.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <optional>
#include <utility>

using namespace layerscope;

namespace {

ScriptedServer::Answer internalError()
{
    return {500,
            R"({"error":"Internal Error","code":"SoftLayer_Exception_Public"})",
            {},
            ScriptedServer::Answer::Fault::None};
}

} // namespace

/// A list whose numbers cannot be, whose pages fail, or that was stopped: how it comes to its end all the
/// same.
class TestPagesTrouble : public PagesTest
{
    Q_OBJECT

private Q_SLOTS:
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
};

void TestPagesTrouble::wrongTotals_data()
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

void TestPagesTrouble::wrongTotals()
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

void TestPagesTrouble::limitsThatAreNotKept()
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

void TestPagesTrouble::anEmptyPageInTheMiddleIsAskedAgain()
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

void TestPagesTrouble::aLostPageCostsNoOther_data()
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
void TestPagesTrouble::aLostPageCostsNoOther()
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

void TestPagesTrouble::oneBadRowIsFoundByHalving()
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

void TestPagesTrouble::anOutageMidwayIsLeftAlone_data()
{
    QTest::addColumn<int>("callsAtOnce");
    QTest::newRow("one at a time") << 1;
    QTest::newRow("thirty at a time") << 30;
}

/// What came stays, and the list is not asked row by row.
void TestPagesTrouble::anOutageMidwayIsLeftAlone()
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

void TestPagesTrouble::goesOnAfterAStop_data()
{
    QTest::addColumn<int>("answered");
    QTest::addColumn<int>("vanished"); // while it stood still
    QTest::addColumn<int>("calls");    // of 6 pages, the one that was aborted included
    QTest::newRow("at once") << 0 << 0 << 7;
    QTest::newRow("in the middle") << 3 << 0 << 7;
    QTest::newRow("before the last page") << 5 << 0 << 7;
    QTest::newRow("and rows went meanwhile") << 3 << 5 << 9;
}

void TestPagesTrouble::goesOnAfterAStop()
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

void TestPagesTrouble::asksAgainForWhatFailed()
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

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPagesTrouble)
#include "tst_pagestrouble.moc"
