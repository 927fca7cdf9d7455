// SPDX-License-Identifier: GPL-3.0-or-later
#include "session/accountsession.h"

#include "demo/simulatedserver.h"
#include "details/rowloader.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int patience = 60'000; // ms; sanitizers are slow

/// With room for one call at a time.
ApiClient::Options oneCallAtATime()
{
    ApiClient::Options options;
    options.limits = {1, 1, 100'000};
    options.connectTimeout = std::chrono::minutes(5);
    options.transferTimeout = std::chrono::minutes(20);
    options.leavesDownAlone = false;
    options.asksBeside = false;
    return options;
}

Connection connectionTo(const SimulatedServer &server)
{
    return {server.restUrl(),
            {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
            QNetworkProxy(QNetworkProxy::NoProxy)};
}

} // namespace

class TestAccountSession : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersApartMayBeTheLastThatALoadWaitsFor();
    void whatFailedCountsWhileItIsWanted();
};

/// The load has rows left to ask for and no room for a call; then their details come another way.
void TestAccountSession::answersApartMayBeTheLastThatALoadWaitsFor()
{
    FaultPlan plan;
    plan.callsPerSecond = 0;
    SimulatedServer server(10, {}, plan);
    QVERIFY(server.start());
    AccountSession session(connectionTo(server), oneCallAtATime());
    AccountLoader &loader = session.loader();
    loader.start();
    QTRY_COMPARE_WITH_TIMEOUT(loader.state(), AccountLoader::State::Finished, patience);

    const TableSpec &vlans = *tableOfKey(u"vlans");
    const Catalogue &catalogue = vlans.catalogue();
    const InventoryTable &table = session.store(vlans).table();
    const ColumnIndex router = catalogue.find(u"router").value();
    QVERIFY(table.rowCount() > 1);
    QVERIFY(!table.isKnown(0, router));
    const RowKey subnet{RowKind::Subnet, server.account().subnetId(0)};
    plan.faults = {{Fault::Kind::Hang, {.id = subnet.id}, 0, {}, {}}};
    server.setFaultPlan(plan);
    RowLoader hanging(session.client());
    hanging.show(subnet);
    QTRY_COMPARE_WITH_TIMEOUT(session.client().scheduler().inFlight(), 1, patience);

    ColumnSet wanted;
    wanted.set(static_cast<std::size_t>(router));
    session.setScreenColumns(vlans, wanted);
    QTRY_COMPARE_WITH_TIMEOUT(loader.state(), AccountLoader::State::Detailing, patience);
    const auto group = static_cast<std::size_t>(catalogue.column(router).group);
    for (int row = 0; row < table.rowCount(); ++row) {
        QCOMPARE(loader.state(), AccountLoader::State::Detailing);
        RowPatch answer;
        answer.key = table.key(row);
        answer.loaded.set(group);
        answer.values.emplace_back(router, u"bcr01a.dal10"_s);
        session.addAnswer(vlans, answer);
    }
    QTRY_COMPARE_WITH_TIMEOUT(loader.state(), AccountLoader::State::Finished, patience);
    QCOMPARE(session.client().scheduler().inFlight(), 1); // still
    QVERIFY(hanging.isLoading());
}

/// Whoever then wants to see it is offered to ask again.
void TestAccountSession::whatFailedCountsWhileItIsWanted()
{
    FaultPlan plan;
    plan.callsPerSecond = 0;
    SimulatedServer server(10, {}, plan);
    QVERIFY(server.start());
    AccountSession session(connectionTo(server), oneCallAtATime());
    AccountLoader &loader = session.loader();
    loader.start();
    QTRY_COMPARE_WITH_TIMEOUT(loader.state(), AccountLoader::State::Finished, patience);
    QVERIFY(!session.canGoOn());

    const TableSpec &vlans = *tableOfKey(u"vlans");
    const ColumnIndex router = vlans.catalogue().find(u"router").value();
    const InventoryTable &table = session.store(vlans).table();
    for (int row = 0; row < table.rowCount(); ++row) {
        RowPatch answer;
        answer.key = table.key(row);
        answer.failed.emplace_back(vlans.catalogue().column(router).group,
                                   ApiError::make(ApiError::Kind::Server));
        session.addAnswer(vlans, answer);
    }
    QVERIFY(!session.canGoOn()); // nobody wants it

    QSignalSpy changed(&session, &AccountSession::canGoOnChanged);
    ColumnSet wanted;
    wanted.set(static_cast<std::size_t>(router));
    session.setScreenColumns(vlans, wanted);
    QCOMPARE(loader.state(), AccountLoader::State::Finished); // it was asked for
    QVERIFY(session.canGoOn());
    QCOMPARE(changed.count(), 1);
    session.setScreenColumns(vlans, wanted);
    QCOMPARE(changed.count(), 1);
    session.setScreenColumns(vlans, {});
    QVERIFY(!session.canGoOn());
    QCOMPARE(changed.count(), 2);

    session.setExportColumns(vlans, wanted);
    QVERIFY(session.canGoOn());
    session.goOn();
    QVERIFY(loader.isRunning());
    QTRY_COMPARE_WITH_TIMEOUT(loader.state(), AccountLoader::State::Finished, patience);
    QVERIFY(!session.canGoOn());
    QVERIFY(table.isKnown(0, router));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountSession)
#include "tst_accountsession.moc"
