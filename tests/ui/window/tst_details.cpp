// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfixture.h"

#include "api/allowlist.h"
#include "details/rowloader.h"
#include "docks/paneldocks.h"
#include "docks/selectiondetails.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "panels/bandwidthchart.h"
#include "panels/bandwidthpanel.h"
#include "panels/detailspanel.h"
#include "panels/factview.h"
#include "panels/poolpanel.h"
#include "panels/rowpanel.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"

#include <QAction>
#include <QJsonArray>
#include <QScrollArea>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int bandwidthTab = 4;

AccountPage &pageOf(const WindowFixture &fixture)
{
    return *fixture.window->page();
}

SelectionDetails &detailsOf(const WindowFixture &fixture)
{
    return pageOf(fixture).details();
}

BandwidthPanel &trafficOf(const WindowFixture &fixture)
{
    return *detailsOf(fixture).servers().findChild<BandwidthPanel *>();
}

int callsOf(const WindowFixture &fixture, const QString &method)
{
    const QList<LoggedCall> calls = fixture.server->log().calls();
    return static_cast<int>(std::count_if(
        calls.cbegin(), calls.cend(), [&method](const LoggedCall &call) { return call.method == method; }));
}

/// A bare metal server: of these every part is there.
void selectServer(const WindowFixture &fixture, qint64 id)
{
    RowsView &view = *pageOf(fixture).rows(serversTable).view();
    view.setCurrentIndex(view.rowsModel()->indexOfKey({RowKind::BareMetal, id}, view.treePosition()));
}

} // namespace

/// What stands beside the tables, in the whole window and against the demo account.
class TestDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void selectedServerIsShownInFull();
    void hiddenDetailsAskForNothing();
    void detailsBehindATabAskForNothing();
    void trafficIsAskedForOnlyWhileItIsSeen();
    void selectedPoolIsShownWithItsTraffic();
    void lowWindowLosesNothingOfAPool();
    void selectedMemberIsShownAsServer();
    void poolOfAServerIsAJumpAway();
    void tabAndVisibilityComeBack();
    void selectedVlanIsShownInFull();
    void serverTellsTheTableItsVlans();
    void nothingEverAsksForASecret();

private:
    std::unique_ptr<WindowFixture> m_fixture;
};

void TestDetails::init()
{
    m_fixture = std::make_unique<WindowFixture>(60);
    m_fixture->open();
    m_fixture->trigger(u"showDetails"_s); // as they are after the first selection
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isFinished(), loadTimeout);
}

void TestDetails::cleanup()
{
    m_fixture.reset();
}

void TestDetails::selectedServerIsShownInFull()
{
    const qint64 id = m_fixture->server->account().hardwareId(3);
    selectServer(*m_fixture, id);
    DetailsPanel &panel = detailsOf(*m_fixture).servers();
    QTRY_COMPARE(panel.server(), (RowKey{RowKind::BareMetal, id}));
    QTRY_VERIFY_WITH_TIMEOUT(!panel.loader().isLoading(), loadTimeout);
    const QJsonObject truth = m_fixture->server->account().hardware(3);
    QTRY_VERIFY2(panel.text().contains(truth.value(u"fullyQualifiedDomainName"_s).toString()),
                 qPrintable(panel.text()));
    QVERIFY(panel.text().contains(truth.value(u"globalIdentifier"_s).toString()));
}

void TestDetails::hiddenDetailsAskForNothing()
{
    m_fixture->trigger(u"showDetails"_s); // off
    QVERIFY(!detailsOf(*m_fixture).isVisible());
    m_fixture->server->log().clear();
    selectServer(*m_fixture, m_fixture->server->account().hardwareId(3));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_fixture->server->log().calls().size(), 0);

    m_fixture->trigger(u"showDetails"_s); // on: what is selected is shown at once
    QTRY_COMPARE_WITH_TIMEOUT(callsOf(*m_fixture, u"getTagReferences"_s), 1, loadTimeout);
}

void TestDetails::detailsBehindATabAskForNothing()
{
    PanelDocks &docks = pageOf(*m_fixture).panels();
    docks.tabifyDockWidget(docks.dock(u"navigator"_s), docks.dock(u"details"_s));
    docks.dock(u"navigator"_s)->raise();
    QTRY_VERIFY(!detailsOf(*m_fixture).isVisible());
    m_fixture->server->log().clear();
    selectServer(*m_fixture, m_fixture->server->account().hardwareId(3));
    QCoreApplication::sendPostedEvents();
    QCOMPARE(m_fixture->server->log().calls().size(), 0);

    m_fixture->trigger(u"showDetails"_s); // to the front
    QVERIFY(detailsOf(*m_fixture).isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(callsOf(*m_fixture, u"getTagReferences"_s), 1, loadTimeout);
    QVERIFY(m_fixture->window->findChild<QAction *>(u"showDetails"_s)->isChecked());
    docks.dock(u"navigator"_s)->raise();
    QTRY_VERIFY(!detailsOf(*m_fixture).servers().server()); // what is under way is not waited for
}

void TestDetails::trafficIsAskedForOnlyWhileItIsSeen()
{
    selectServer(*m_fixture, m_fixture->server->account().hardwareId(3));
    DetailsPanel &panel = detailsOf(*m_fixture).servers();
    QTRY_VERIFY_WITH_TIMEOUT(panel.server() && !panel.loader().isLoading(), loadTimeout);
    QCOMPARE(callsOf(*m_fixture, u"getMetricTrackingObjectId"_s), 0);

    panel.setCurrentTab(bandwidthTab);
    QTRY_COMPARE_WITH_TIMEOUT(trafficOf(*m_fixture).loader().state(), BandwidthHistoryLoader::State::Value,
                              loadTimeout);
    QCOMPARE(callsOf(*m_fixture, u"getBandwidthData"_s), 1);
    QVERIFY(trafficOf(*m_fixture).showsChart());
    QVERIFY2(trafficOf(*m_fixture).summary().contains(u"out"), qPrintable(trafficOf(*m_fixture).summary()));
}

void TestDetails::selectedPoolIsShownWithItsTraffic()
{
    m_fixture->trigger(u"showPools"_s);
    RowsView &view = *pageOf(*m_fixture).rows(poolsTable).view();
    const qint64 id = m_fixture->server->account().poolId(0);
    QTRY_VERIFY(view.showRow({RowKind::Pool, id}));
    PoolPanel &panel = detailsOf(*m_fixture).pool();
    QTRY_COMPARE(panel.pool(), id);
    QVERIFY(panel.isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(panel.bandwidth().loader().state(), BandwidthHistoryLoader::State::Value,
                              loadTimeout);
    const QJsonObject truth = m_fixture->server->account().pool(0);
    QVERIFY2(panel.text().startsWith(truth.value(u"name"_s).toString()), qPrintable(panel.text()));
    QVERIFY(panel.text().contains(truth.value(u"locationGroup"_s).toObject().value(u"name"_s).toString()));
}

void TestDetails::lowWindowLosesNothingOfAPool()
{
    m_fixture->window->resize(1024, 400);
    m_fixture->trigger(u"showPools"_s);
    QTRY_VERIFY(pageOf(*m_fixture)
                    .rows(poolsTable)
                    .view()
                    ->showRow({RowKind::Pool, m_fixture->server->account().poolId(0)}));
    const auto *area = detailsOf(*m_fixture).pool().findChild<QScrollArea *>(u"poolScroll"_s);
    QTRY_VERIFY(area->verticalScrollBar()->maximum() > 0);
    const auto *facts = area->findChild<FactView *>();
    QTRY_VERIFY(!facts->facts().isEmpty());
    QTRY_VERIFY(facts->geometry().bottom() <= area->widget()->height()); // the layout follows the facts
    QTRY_VERIFY(facts->height() >= facts->sizeHint().height());
}

void TestDetails::selectedMemberIsShownAsServer()
{
    m_fixture->trigger(u"showPools"_s);
    RowsView &view = *pageOf(*m_fixture).rows(poolsTable).view();
    RowsModel &model = m_fixture->window->session()->poolsModel();
    const auto firstGuest = [&] {
        for (int pool = 0; pool < model.rowCount(); ++pool) {
            const QModelIndex parent = model.index(pool, 0);
            for (int row = 0; row < model.rowCount(parent); ++row) {
                const QModelIndex index = model.index(row, view.treePosition(), parent);
                if (index.data(KeyRole).isValid() &&
                    index.data(KeyRole).value<RowKey>().kind == RowKind::Virtual)
                    return index;
            }
        }
        return QModelIndex();
    };
    QTRY_VERIFY(firstGuest().isValid());
    const QPersistentModelIndex member = firstGuest();
    view.expand(member.parent());
    view.setCurrentIndex(member);
    QTRY_COMPARE(detailsOf(*m_fixture).servers().server(), member.data(KeyRole).value<RowKey>());
}

void TestDetails::poolOfAServerIsAJumpAway()
{
    const SimulatedAccount &account = m_fixture->server->account();
    const qint64 pool = account.poolId(0);
    Q_EMIT detailsOf(*m_fixture).servers().rowWanted({RowKind::Pool, pool});
    QTRY_VERIFY(&pageOf(*m_fixture).currentTable() == &poolsTable); // when the navigator has it
    const RowsModel &model = m_fixture->window->session()->poolsModel();
    const RowsView &view = *pageOf(*m_fixture).rows(poolsTable).view();
    QTRY_COMPARE(view.currentIndex().siblingAtColumn(0), model.indexOfKey({RowKind::Pool, pool}));
    m_fixture->trigger(u"goBack"_s);
    QVERIFY(&pageOf(*m_fixture).currentTable() != &poolsTable);
    m_fixture->trigger(u"goForward"_s);
    QVERIFY(&pageOf(*m_fixture).currentTable() == &poolsTable);
}

void TestDetails::tabAndVisibilityComeBack()
{
    detailsOf(*m_fixture).servers().setCurrentTab(2);
    m_fixture->trigger(u"showDetails"_s);
    m_fixture->makeWindow();
    m_fixture->open();
    QVERIFY(!detailsOf(*m_fixture).isVisible());
    QCOMPARE(detailsOf(*m_fixture).servers().currentTab(), 2);
}

/// Also in columns that are not shown; the table keeps them.
void TestDetails::selectedVlanIsShownInFull()
{
    const TableSpec &vlans = *tableOfKey(u"vlans");
    const SimulatedAccount &account = m_fixture->server->account();
    const auto looks = [this] { // the load itself asks for lists and batches
        const QList<LoggedCall> calls = m_fixture->server->log().calls();
        return std::count_if(calls.cbegin(), calls.cend(), [](const LoggedCall &call) {
            return call.service == u"SoftLayer_Network_Vlan"_s && call.method == u"getObject"_s;
        });
    };
    pageOf(*m_fixture).navigator().setCurrentNode(u"vlans"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isFinished(), loadTimeout);
    m_fixture->server->log().clear();
    const RowKey key{RowKind::Vlan, account.vlanId(2)};
    pageOf(*m_fixture).goToRow(key);
    const auto *loader = detailsOf(*m_fixture).findChild<RowLoader *>();
    QTRY_VERIFY_WITH_TIMEOUT(loader->row() == key && !loader->isLoading(), loadTimeout);
    QCOMPARE(looks(), 1);
    const InventoryTable &table = m_fixture->window->session()->store(vlans).table();
    const ColumnIndex router = table.catalogue().find(u"router").value();
    QVERIFY(!pageOf(*m_fixture).rows(vlans).view()->shownColumns().contains(router));
    const QString expected = account.vlanValue(2, u"primaryRouter"_s)[u"hostname"].toString();
    QCOMPARE(table.text(table.find(key).value(), router), expected);
    RowPanel &panel = detailsOf(*m_fixture).row();
    QTRY_VERIFY2(panel.text().contains(expected), qPrintable(panel.text()));
    QVERIFY(!panel.text().contains(u"not loaded"_s));

    // A new load is about what is seen, too.
    m_fixture->server->log().clear();
    m_fixture->trigger(u"refresh"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isFinished() && !loader->isLoading(), loadTimeout);
    QCOMPARE(looks(), 1);

    m_fixture->trigger(u"showDetails"_s); // off
    QVERIFY(!loader->row());
    m_fixture->server->log().clear();
    pageOf(*m_fixture).goToRow({RowKind::Vlan, account.vlanId(3)});
    QCoreApplication::sendPostedEvents();
    QCOMPARE(looks(), 0);
}

/// Whose column is not shown: so its row can lead to them.
void TestDetails::serverTellsTheTableItsVlans()
{
    const SimulatedAccount &account = m_fixture->server->account();
    const RowKey key{RowKind::BareMetal, account.hardwareId(3)};
    const InventoryTable &table = m_fixture->window->session()->store().table();
    const int row = table.find(key).value();
    QVERIFY(!table.isKnown(row, ServerColumn::VlanId));
    selectServer(*m_fixture, key.id);
    QTRY_VERIFY_WITH_TIMEOUT(table.hasValue(row, ServerColumn::VlanId), loadTimeout);
    for (const QJsonValue &vlan : account.hardwareValue(3, u"networkVlans"_s).toArray())
        QVERIFY(table.text(row, ServerColumn::VlanId).contains(QString::number(vlan[u"id"].toInteger())));
    QVERIFY(!table.text(row, ServerColumn::PrivateVlan).isEmpty());
}

/// Everything the window can do, and what the server was asked meanwhile.
void TestDetails::nothingEverAsksForASecret()
{
    const SimulatedAccount &account = m_fixture->server->account();
    RowsView &servers = *pageOf(*m_fixture).rows(serversTable).view();
    servers.selectAll();
    const int before = static_cast<int>(m_fixture->server->log().calls().size());
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->server->log().calls().size() > before, loadTimeout); // compared
    for (const ColumnIndex column : serverCatalogue().allColumns())
        servers.setColumnShown(column, true);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isFinished(), loadTimeout);

    DetailsPanel &panel = detailsOf(*m_fixture).servers();
    panel.setCurrentTab(bandwidthTab);
    for (const RowKey key :
         {RowKey{RowKind::BareMetal, account.hardwareId(3)}, RowKey{RowKind::Virtual, account.guestId(3)}}) {
        servers.setCurrentIndex(servers.rowsModel()->indexOfKey(key, servers.treePosition()));
        QTRY_VERIFY_WITH_TIMEOUT(panel.server() == key && !panel.loader().isLoading(), loadTimeout);
        QTRY_COMPARE_WITH_TIMEOUT(trafficOf(*m_fixture).loader().state(),
                                  BandwidthHistoryLoader::State::Value, loadTimeout);
    }
    m_fixture->trigger(u"showPools"_s);
    RowsView &pools = *pageOf(*m_fixture).rows(poolsTable).view();
    for (const ColumnIndex column : poolCatalogue().allColumns())
        pools.setColumnShown(column, true);
    QTRY_VERIFY(pools.showRow({RowKind::Pool, account.poolId(0)}));
    QTRY_COMPARE_WITH_TIMEOUT(detailsOf(*m_fixture).pool().bandwidth().loader().state(),
                              BandwidthHistoryLoader::State::Value, loadTimeout);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isFinished(), loadTimeout); // the pools' columns
    const auto *row = detailsOf(*m_fixture).findChild<RowLoader *>();
    for (const RowKey key :
         {RowKey{RowKind::Vlan, account.vlanId(2)}, RowKey{RowKind::Subnet, account.subnetId(2)}}) {
        pageOf(*m_fixture).goToRow(key);
        QTRY_VERIFY_WITH_TIMEOUT(row->row() == key && !row->isLoading(), loadTimeout);
        QVERIFY(!row->hasFailures());
    }
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isFinished(), loadTimeout); // the columns of those tables
    m_fixture->trigger(u"refresh"_s);
    QTRY_VERIFY_WITH_TIMEOUT(m_fixture->isFinished(), loadTimeout);

    const QList<LoggedCall> calls = m_fixture->server->log().calls();
    QVERIFY(calls.size() > 40);
    for (const LoggedCall &call : calls) {
        const bool isAllowed = std::any_of(
            allowedMethods().begin(), allowedMethods().end(), [&call](const AllowedMethod &entry) {
                return call.service == QLatin1StringView(entry.service.data(), entry.service.size()) &&
                       call.method == QLatin1StringView(entry.method.data(), entry.method.size());
            });
        QVERIFY2(isAllowed, qPrintable(call.service + u"::" + call.method));
        for (const char *secret :
             {"password", "remotemanagementaccount", "userdata", "licenseinstance", "activationcode"}) {
            QVERIFY2(!call.mask.toLower().contains(QLatin1StringView(secret)), qPrintable(call.mask));
        }
    }
}

LAYERSCOPE_TEST(QTEST_MAIN, TestDetails)
#include "tst_details.moc"
