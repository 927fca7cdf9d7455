// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/listloader.h"

#include "demoload.h"
#include "quickclock.h"
#include "support/apicalls.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// One list by itself, over its runs. (Its pages are looked at in tst_pages.)
class TestListLoader : public QObject
{
    Q_OBJECT

    using State = ListLoader::State;

private Q_SLOTS:
    void init();
    void cleanup();

    void aWholeListHasNothingToRetry();
    void othersMayAnnounceMore();
    void ofAFailedListWhatIsMissing();
    void goesOnWhereItWasStopped();
    void strangersAreNotCounted();
    void twinsCountOnce_data();
    void twinsCountOnce();
    void aWrongKeyIsFatal();

private:
    using Answer = ScriptedServer::Answer;
    using Request = ScriptedServer::Request;

    void makeList(RowKind kind, std::optional<qint64> expected = {}, int pageSize = 1000);
    void waitForEnd();
    /// So many rows, from 1, of the page that is asked for.
    static Answer rows(const Request &request, qint64 count);

    std::unique_ptr<ScriptedServer> m_server;
    std::unique_ptr<QuickClock> m_clock;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<ListLoader> m_list;
    std::unique_ptr<QSignalSpy> m_ends;
    QSet<qint64> m_ids;
};

void TestListLoader::init()
{
    m_server = std::make_unique<ScriptedServer>();
    m_clock = std::make_unique<QuickClock>();
    ApiClient::Options options;
    options.leavesDownAlone = false;
    options.asksBeside = false;
    m_client = std::make_unique<ApiClient>(connectionTo(m_server->restBase()), options, *m_clock);
    m_ids.clear();
}

void TestListLoader::cleanup()
{
    m_list.reset();
    m_client.reset();
}

void TestListLoader::makeList(RowKind kind, std::optional<qint64> expected, int pageSize)
{
    Pages::Query query;
    query.kind = kind;
    query.expectedTotal = expected;
    query.pageSize = pageSize;
    const Catalogue &catalogue = kind == RowKind::Pool ? poolCatalogue() : serverCatalogue();
    m_list = std::make_unique<ListLoader>(*m_client, catalogue, std::move(query));
    m_ends = std::make_unique<QSignalSpy>(m_list.get(), &ListLoader::ended);
    connect(m_list.get(), &ListLoader::rowsArrived, this, [this](const QList<RowPatch> &rows) {
        for (const RowPatch &row : rows)
            m_ids.insert(row.key.id);
    });
    QCOMPARE(m_list->state(), State::Idle);
}

void TestListLoader::waitForEnd()
{
    const qsizetype before = m_ends->size();
    QTRY_VERIFY_WITH_TIMEOUT(m_ends->size() > before, 30'000);
    QCOMPARE(m_list->state(), State::Ended);
}

ScriptedServer::Answer TestListLoader::rows(const Request &request, qint64 count)
{
    const QList<QByteArray> limit = request.query("resultLimit").split(',');
    QByteArrayList found;
    const qint64 from = limit.value(0).toLongLong();
    for (qint64 nth = from; nth < std::min(count, from + limit.value(1).toLongLong()); ++nth)
        found.append("{\"id\":" + QByteArray::number(nth + 1) + '}');
    Answer answer = ScriptedServer::json('[' + found.join(',') + ']');
    answer.headers.append({"SoftLayer-Total-Items", QByteArray::number(count)});
    return answer;
}

void TestListLoader::aWholeListHasNothingToRetry()
{
    m_server->setScript([](const Request &request) { return rows(request, 250); });
    makeList(RowKind::BareMetal, 250, 100);
    m_list->start();
    QVERIFY(m_list->isListing());
    waitForEnd();
    QVERIFY(m_list->isWhole() && !m_list->isShort());
    QCOMPARE(m_list->listed(), 250);
    QCOMPARE(m_ids.size(), 250);
    QVERIFY(m_list->outcome().isComplete());

    const qsizetype calls = m_server->requests().size();
    m_list->retry();
    m_list->resume();
    QCOMPARE(m_list->state(), State::Ended);
    QVERIFY(letItTurn());
    QCOMPARE(m_server->requests().size(), calls);
}

void TestListLoader::othersMayAnnounceMore()
{
    qint64 count = 2;
    m_server->setScript([&count](const Request &request) { return rows(request, count); });
    makeList(RowKind::Virtual, 3);
    m_list->start();
    waitForEnd();
    QVERIFY(m_list->isWhole() && m_list->isShort());
    QCOMPARE(m_list->announced(), std::optional<qint64>(3));
    QVERIFY(!m_list->outcome().isComplete());

    count = 3;
    m_list->retry(); // all of it: nobody knows where the third is
    waitForEnd();
    QVERIFY(!m_list->isShort());
    QCOMPARE(m_list->listed(), 3);

    m_list->setExpected(4);
    QVERIFY(m_list->isShort());
    m_list->setExpected(std::nullopt);
    QVERIFY(!m_list->isShort());
}

void TestListLoader::ofAFailedListWhatIsMissing()
{
    bool isWell = false;
    m_server->setScript([&isWell](const Request &request) {
        if (isWell || request.query("resultLimit").startsWith("0,"))
            return rows(request, 300);
        return Answer{500,
                      R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})",
                      {},
                      Answer::Fault::None};
    });
    makeList(RowKind::BareMetal, 300, 100);
    m_list->start();
    waitForEnd();
    QVERIFY(!m_list->isWhole());
    QCOMPARE(m_list->listed(), 100);
    QVERIFY(!m_list->errors().isEmpty());
    QVERIFY(!m_list->fatalError());

    isWell = true;
    m_ids.clear();
    m_list->retry();
    waitForEnd();
    QVERIFY(m_list->isWhole());
    QCOMPARE(m_list->listed(), 300);
    QCOMPARE(m_ids.size(), 200); // the others stand
    QVERIFY(m_list->errors().isEmpty());
}

void TestListLoader::goesOnWhereItWasStopped()
{
    m_server->setScript([](const Request &request) {
        return request.query("resultLimit").startsWith("0,") ? rows(request, 300)
                                                             : ScriptedServer::fault(Answer::Fault::Hold);
    });
    makeList(RowKind::BareMetal, 300, 100);
    m_list->start();
    QTRY_COMPARE(m_ids.size(), 100);
    m_list->stop();
    QCOMPARE(m_list->state(), State::Cut);
    m_server->setScript([](const Request &request) { return rows(request, 300); });
    m_list->resume();
    waitForEnd();
    QVERIFY(m_list->isWhole());
    QCOMPARE(m_ids.size(), 300);

    m_list->setCut(); // as if nothing could have been loaded
    m_list->resume();
    waitForEnd();
    QVERIFY(m_list->isWhole());
    QCOMPARE(m_list->listed(), 300);
}

void TestListLoader::strangersAreNotCounted()
{
    m_server->setScript([](const Request &) {
        Answer answer = ScriptedServer::json(R"([{"id":1,"name":"rack","bandwidthAllotmentTypeId":1},
                                                 {"id":2,"name":"pool","bandwidthAllotmentTypeId":2}])");
        answer.headers.append({"SoftLayer-Total-Items", QByteArray("2")});
        return answer;
    });
    makeList(RowKind::Pool);
    m_list->start();
    waitForEnd();
    QVERIFY(m_list->isWhole());
    QCOMPARE(m_list->listed(), 1);
    QCOMPARE(m_list->announced(), std::optional<qint64>(1));
    QCOMPARE(m_ids, QSet<qint64>{2});
}

void TestListLoader::twinsCountOnce_data()
{
    QTest::addColumn<QByteArray>("total"); // "": not told
    QTest::addColumn<std::optional<qint64>>("expected");
    QTest::addColumn<qint64>("announced");
    QTest::newRow("by the list") << QByteArray("3") << std::optional<qint64>() << qint64(2);
    QTest::newRow("by others as by the list") << QByteArray("3") << std::optional<qint64>(3) << qint64(2);
    QTest::newRow("others count each once") << QByteArray("3") << std::optional<qint64>(2) << qint64(2);
    QTest::newRow("others know of one more") << QByteArray("3") << std::optional<qint64>(4) << qint64(3);
    QTest::newRow("only others tell") << QByteArray() << std::optional<qint64>(3) << qint64(2);
}

/// A row that is in the list twice is one, and none is missing for it.
void TestListLoader::twinsCountOnce()
{
    QFETCH(QByteArray, total);
    QFETCH(std::optional<qint64>, expected);
    QFETCH(qint64, announced);
    m_server->setScript([&total](const Request &request) {
        const bool isBehind = !request.query("resultLimit").startsWith("0,");
        Answer answer = ScriptedServer::json(isBehind ? R"([{"id":7}])" : R"([{"id":5},{"id":5},{"id":7}])");
        if (!total.isEmpty())
            answer.headers.append({"SoftLayer-Total-Items", total});
        return answer;
    });
    makeList(RowKind::BareMetal, expected);
    m_list->start();
    waitForEnd();
    QCOMPARE(m_list->listed(), 2);
    QCOMPARE(m_ids.size(), 2);
    QCOMPARE(m_list->announced(), std::optional<qint64>(announced));
    QVERIFY(m_list->isWhole());
    QCOMPARE(m_list->isShort(), announced > 2);
}

void TestListLoader::aWrongKeyIsFatal()
{
    m_server->setScript([](const Request &) {
        return Answer{
            401, R"({"error":"Invalid API token.","code":"SoftLayer_Exception"})", {}, Answer::Fault::None};
    });
    makeList(RowKind::BareMetal);
    m_list->start();
    waitForEnd();
    QVERIFY(m_list->fatalError());
    QVERIFY(!m_list->isWhole());
    QCOMPARE(m_list->listed(), 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestListLoader)
#include "tst_listloader.moc"
