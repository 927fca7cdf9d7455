// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/comparisonload.h"

#include "app/inventory/tablebuilder.h"
#include "app/loaders/quickclock.h"
#include "demo/simulatedserver.h"
#include "support/testmain.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestComparisonLoad : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();
    void asksForWhatIsMissing();
    void takesTheFirstTwenty();
    void refusedColumnsCostThemselves();
    void retries();
    void destructionAborts();

private:
    static constexpr int patience = 60'000; // ms; sanitizers are slow

    void makeServer(FaultPlan faults = {});
    [[nodiscard]] RowKey metal(int index) const
    {
        return {RowKind::BareMetal, m_server->account().hardwareId(index)};
    }
    [[nodiscard]] RowKey guest(int index) const
    {
        return {RowKind::Virtual, m_server->account().guestId(index)};
    }

    QuickClock m_clock;
    std::unique_ptr<SimulatedServer> m_server;
    std::unique_ptr<ApiClient> m_client;
};

void TestComparisonLoad::makeServer(FaultPlan faults)
{
    m_client.reset();
    faults.callsPerSecond = 0;
    m_server = std::make_unique<SimulatedServer>(100, LatencyModel(), faults);
    QVERIFY(m_server->start());
    ApiClient::Options options;
    options.limits = {30, 30, 100'000};
    options.connectTimeout = std::chrono::minutes(5);
    options.transferTimeout = std::chrono::minutes(20);
    options.asksBeside = false; // a slow machine is no lost answer
    m_client = std::make_unique<ApiClient>(
        Connection{m_server->restUrl(),
                   {Credentials::Scheme::Basic, m_server->userName(), m_server->apiKey()},
                   QNetworkProxy(QNetworkProxy::NoProxy)},
        options, m_clock);
}

void TestComparisonLoad::init()
{
    makeServer();
}

void TestComparisonLoad::cleanup()
{
    m_client.reset();
    m_server.reset();
}

void TestComparisonLoad::asksForWhatIsMissing()
{
    // Of the first one the memory is known already, and wrong on purpose: it must not be asked again.
    const InventoryTable known = makeTable({makePatch(RowKind::BareMetal, metal(0).id,
                                                      {{ServerColumn::Fqdn, text("known.example.com")},
                                                       {ServerColumn::MemoryGb, decimal("7")},
                                                       {ServerColumn::Cores, CellValue(qint64(3))}})});
    ComparisonLoad load(*m_client, known, {metal(0), guest(1)});
    QSignalSpy done(&load, &ComparisonLoad::done);
    QVERIFY(done.wait(patience));
    QVERIFY(load.isDone());
    const InventoryTable &table = load.table();
    QCOMPARE(table.rowCount(), 2);
    QCOMPARE(table.key(0), metal(0));
    QCOMPARE(table.text(0, ServerColumn::Fqdn), u"known.example.com"_s);
    QCOMPARE(table.decimal(0, ServerColumn::MemoryGb), *Decimal::fromText(u"7"));
    QCOMPARE(table.text(0, ServerColumn::Serial),
             m_server->account().hardwareValue(0, u"serialNumber"_s).toString());
    QCOMPARE(table.text(1, ServerColumn::Fqdn),
             m_server->account().guestValue(1, u"fullyQualifiedDomainName"_s).toString());
    for (int row = 0; row < 2; ++row) {
        for (ColumnIndex column = 0; column < ServerColumn::RowState; ++column) {
            const CellState state = table.cellState(row, column);
            QVERIFY(state == CellState::Value || state == CellState::Empty);
        }
    }
    for (const LoggedCall &call : m_server->log().calls()) {
        if (call.method == u"getHardware")
            QVERIFY(!call.mask.contains(u"memoryCapacity"_s));
    }
}

void TestComparisonLoad::takesTheFirstTwenty()
{
    QList<RowKey> keys;
    for (int index = 0; index < ComparisonLoad::maxServers + 5; ++index)
        keys.append(metal(index));
    const InventoryTable nothing(serverCatalogue());
    ComparisonLoad load(*m_client, nothing, keys);
    QCOMPARE(load.table().rowCount(), ComparisonLoad::maxServers);
    QCOMPARE(load.table().key(ComparisonLoad::maxServers - 1), keys.at(ComparisonLoad::maxServers - 1));
    QSignalSpy done(&load, &ComparisonLoad::done);
    QVERIFY(done.wait(patience));
    QVERIFY(load.table().hasValue(0, ServerColumn::Fqdn));
}

void TestComparisonLoad::refusedColumnsCostThemselves()
{
    makeServer({{{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}}}});
    const InventoryTable nothing(serverCatalogue());
    ComparisonLoad load(*m_client, nothing, {metal(0), metal(1)});
    QSignalSpy done(&load, &ComparisonLoad::done);
    QVERIFY(done.wait(patience));
    QCOMPARE(load.table().cellState(0, ServerColumn::FeeMonthUsd), CellState::Refused);
    QCOMPARE(load.table().cellState(0, ServerColumn::Cores), CellState::Value);
}

void TestComparisonLoad::retries()
{
    makeServer({{{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}}}});
    const InventoryTable nothing(serverCatalogue());
    ComparisonLoad load(*m_client, nothing, {metal(0), metal(1)});
    QSignalSpy done(&load, &ComparisonLoad::done);
    QVERIFY(done.wait(patience));
    m_server->setFaultPlan({});
    load.retry();
    QVERIFY(done.wait(patience));
    QVERIFY(load.table().cellState(0, ServerColumn::FeeMonthUsd) != CellState::Refused);
}

void TestComparisonLoad::destructionAborts()
{
    makeServer({{{Fault::Kind::Hang, {}, 0, {}, {}}}});
    const InventoryTable nothing(serverCatalogue());
    {
        ComparisonLoad load(*m_client, nothing, {metal(0), guest(1)});
        QTRY_VERIFY_WITH_TIMEOUT(m_client->scheduler().inFlight() > 0, patience);
    }
    QCOMPARE(m_client->scheduler().inFlight(), 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestComparisonLoad)
#include "tst_comparisonload.moc"
