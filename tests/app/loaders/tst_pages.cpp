// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/pages.h"

#include "quickclock.h"
#include "support/apicalls.h"
#include "support/scriptedserver.h"

#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms; sanitizers are slow

GroupSet only(int group)
{
    return GroupSet().set(static_cast<std::size_t>(group));
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

private:
    using Answer = ScriptedServer::Answer;
    using Request = ScriptedServer::Request;

    static Answer failure(int statusCode, const QByteArray &body)
    {
        return {statusCode, body, {}, Answer::Fault::None};
    }
    /// The run of a list with groups besides the identity; what it came to.
    Pages::Outcome run(Pages::Query query);
    [[nodiscard]] static Pages::Query poolsWithTerms()
    {
        Pages::Query query;
        query.kind = RowKind::Pool;
        query.groups = only(PoolGroup::Terms);
        return query;
    }

    std::unique_ptr<ScriptedServer> m_server;
    QList<RowPatch> m_rows;
};

Pages::Outcome TestPages::run(Pages::Query query)
{
    m_rows.clear();
    const Catalogue &catalogue = query.kind == RowKind::Pool ? poolCatalogue() : memberCatalogue();
    QuickClock clock;
    ApiClient client(connectionTo(m_server->restBase()), {}, clock);
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
        QCOMPARE(row.loaded, only(PoolGroup::Identity)); // the terms are still to be asked for
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
    Pages::Query query;
    query.kind = RowKind::BareMetalInstance;
    query.source = ListSource::ofPool(309001, RowKind::BareMetalInstance);
    QVERIFY(run(query).errors.isEmpty());
    const Request request = m_server->requests().first();
    QVERIFY2(request.path().endsWith(
                 "/SoftLayer_Network_Bandwidth_Version1_Allotment/309001/getBareMetalInstances.json"),
             request.path().constData());
    QVERIFY(request.query("objectMask").startsWith("mask(SoftLayer_Hardware_Server)["));
    QCOMPARE(m_rows.first().key, (RowKey{RowKind::BareMetalInstance, 5}));
}

QTEST_GUILESS_MAIN(TestPages)
#include "tst_pages.moc"
