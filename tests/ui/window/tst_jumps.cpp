// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/selectiondetails.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "panels/poolpanel.h"
#include "panels/rowpanel.h"
#include "support/testmain.h"
#include "ui/window/loadedaccount.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"

#include <QJsonArray>
#include <QMenu>
#include <QSet>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Where rows lead to, in the same table or elsewhere, and the way back.
class TestJumps : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void leadsFromAServerToItsPool();
    void leadsThereByTheContextMenu();
    void leadsFromAMemberToItsServer();
    void hourlyServersAreFoundToo();
    void leadsNowhereFromOtherRows();
    void goesBackAndForward();
    void backBringsWhatAJumpReplaced();
    void keysGoBackAndForward();
    void vlansLeadToTheirServersAndBack();
    void subnetsLeadToTheServersInThem();
    void poolsLeadToTheirServers();
};

void TestJumps::leadsFromAServerToItsPool()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    const QPersistentModelIndex cell = loaded.pooledServer();
    QVERIFY(cell.isValid());
    const qint64 id = loaded.poolOf(cell);
    loaded.serversView().scrollTo(cell);
    LoadedAccount::doubleClick(loaded.serversView(), cell.sibling(cell.row(), ServerColumn::Fqdn));
    QVERIFY(&loaded.page().currentTable() != &poolsTable); // only the pool's own cell leads there
    loaded.serversView().scrollTo(cell);

    // A filter of the pools does not hide where one is led to.
    loaded.trigger(u"showPools"_s);
    loaded.type(u"used>1000"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), 0);
    loaded.trigger(u"showServers"_s);
    LoadedAccount::doubleClick(loaded.serversView(), cell);
    QVERIFY(&loaded.page().currentTable() == &poolsTable);
    QCOMPARE(loaded.node(), u"pool:"_s + QString::number(id));
    QTRY_COMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, id}));
    QVERIFY(loaded.poolsView().isExpanded(loaded.poolsModel().indexOfKey({RowKind::Pool, id})));
    QCOMPARE(loaded.filter().text(), QString());
}

void TestJumps::leadsThereByTheContextMenu()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    const QPersistentModelIndex cell = loaded.pooledServer();
    const qint64 id = loaded.poolOf(cell);
    loaded.serversView().setCurrentIndex(cell.sibling(cell.row(), ServerColumn::Fqdn));
    LoadedAccount::openContextMenu(loaded.serversView());
    auto *go = loaded.serversView().findChild<QAction *>(u"goTo_pool"_s);
    QVERIFY(go);
    QVERIFY2(go->text().contains(cell.data().toString()), qPrintable(go->text()));
    go->trigger();
    QCOMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, id}));
    loaded.serversView().findChild<QMenu *>()->close();
}

void TestJumps::leadsFromAMemberToItsServer()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    loaded.type(u"nosuchserver"_s); // does not hide where one is led to
    loaded.trigger(u"showPools"_s);
    const QPersistentModelIndex member = loaded.member(RowKind::Virtual);
    QVERIFY(member.isValid());
    const auto key = member.data(KeyRole).value<RowKey>();
    loaded.poolsView().expand(member.parent());
    loaded.poolsView().setCurrentIndex(member);
    QTest::keyClick(&loaded.poolsView(), Qt::Key_Return);
    QVERIFY(&loaded.page().currentTable() != &poolsTable);
    QCOMPARE(loaded.node(), u"servers"_s);
    QCOMPARE(loaded.filter().text(), QString());
    QTRY_COMPARE(loaded.currentServer(), key);
    QVERIFY(loaded.serversView().viewport()->rect().intersects(
        loaded.serversView().visualRect(loaded.serversView().currentIndex())));
    QCOMPARE(loaded.rowsModel().rowCount(), LoadedAccount::servers);

    // So does a double click, and the context menu; and groups open.
    loaded.trigger(u"groupBy_datacenter"_s);
    QTRY_VERIFY(loaded.rowsModel().arrangement()->isGrouped);
    loaded.trigger(u"collapseGroups"_s);
    loaded.trigger(u"showPools"_s);
    loaded.poolsView().scrollTo(member);
    LoadedAccount::doubleClick(loaded.poolsView(), member);
    QTRY_COMPARE(loaded.currentServer(), key);
    QVERIFY(loaded.serversView().isExpanded(loaded.serversView().currentIndex().parent()));

    loaded.trigger(u"showPools"_s);
    loaded.poolsView().setCurrentIndex(member);
    LoadedAccount::openContextMenu(loaded.poolsView());
    auto *go = loaded.poolsView().findChild<QAction *>(u"goTo_virtual"_s);
    QVERIFY(go);
    QVERIFY2(go->text().contains(u"server"_s), qPrintable(go->text()));
    go->trigger();
    QVERIFY(&loaded.page().currentTable() != &poolsTable);
    loaded.poolsView().findChild<QMenu *>()->close();
}

/// Pools tell them apart from other bare metal, the table of servers does not.
void TestJumps::hourlyServersAreFoundToo()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    const QPersistentModelIndex member = loaded.member(RowKind::BareMetalInstance);
    QVERIFY(member.isValid());
    loaded.trigger(u"showPools"_s);
    loaded.poolsView().expand(member.parent());
    loaded.poolsView().setCurrentIndex(member);
    QTest::keyClick(&loaded.poolsView(), Qt::Key_Enter);
    QTRY_COMPARE(loaded.currentServer(),
                 (RowKey{RowKind::BareMetal, member.data(KeyRole).value<RowKey>().id}));
    QCOMPARE(loaded.serversView().currentIndex().data().toString(), member.data().toString());
}

void TestJumps::leadsNowhereFromOtherRows()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    loaded.trigger(u"showPools"_s);
    const QModelIndex controller = loaded.member(RowKind::Controller);
    const QModelIndex hidden = loaded.member(RowKind::NotVisible);
    QVERIFY(controller.isValid() && hidden.isValid());
    for (const QModelIndex &index :
         {controller, hidden, controller.parent().siblingAtColumn(PoolColumn::Name)}) {
        loaded.poolsView().expand(controller.parent());
        loaded.poolsView().expand(hidden.parent());
        loaded.poolsView().setCurrentIndex(index);
        QTest::keyClick(&loaded.poolsView(), Qt::Key_Return);
        QVERIFY(&loaded.page().currentTable() == &poolsTable);
        LoadedAccount::openContextMenu(loaded.poolsView());
        for (const RowKind kind : {RowKind::BareMetal, RowKind::Virtual})
            QVERIFY(
                !loaded.poolsView().findChild<QAction *>(u"goTo_"_s + QLatin1StringView(kindSpec(kind).key)));
        delete loaded.poolsView().findChild<QMenu *>();
    }
}

void TestJumps::goesBackAndForward()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    QVERIFY(!loaded.action(u"goBack"_s).isEnabled() && !loaded.action(u"goForward"_s).isEnabled());
    const QPersistentModelIndex cell = loaded.pooledServer();
    const auto start = cell.data(KeyRole).value<RowKey>();
    const RowKey pool{RowKind::Pool, loaded.poolOf(cell)};
    loaded.serversView().setCurrentIndex(cell);
    loaded.page().goToRow(pool);
    const QPersistentModelIndex member = loaded.member(RowKind::Virtual);
    const auto memberKey = member.data(KeyRole).value<RowKey>();
    loaded.poolsView().expand(member.parent());
    loaded.poolsView().setCurrentIndex(member);
    QTest::keyClick(&loaded.poolsView(), Qt::Key_Return);
    QTRY_COMPARE(loaded.currentServer(), memberKey);

    loaded.trigger(u"goBack"_s); // to the member that was left
    QVERIFY(&loaded.page().currentTable() == &poolsTable);
    QCOMPARE(loaded.currentPoolRow(), memberKey);
    QVERIFY(loaded.poolsView().hasFocus());
    loaded.trigger(u"goBack"_s);
    QVERIFY(&loaded.page().currentTable() != &poolsTable);
    QCOMPARE(loaded.currentServer(), start);
    QVERIFY(!loaded.action(u"goBack"_s).isEnabled());

    loaded.trigger(u"goForward"_s);
    QCOMPARE(loaded.node(), u"pool:"_s + QString::number(pool.id));
    QCOMPARE(loaded.currentPoolRow(), memberKey); // as it was left
    loaded.trigger(u"goForward"_s);
    QCOMPARE(loaded.currentServer(), memberKey);
    QVERIFY(!loaded.action(u"goForward"_s).isEnabled());

    loaded.trigger(u"goBack"_s);
    loaded.trigger(u"showVirtual"_s); // forgets what was ahead
    QVERIFY(!loaded.action(u"goForward"_s).isEnabled());
    loaded.trigger(u"goBack"_s);
    QVERIFY(&loaded.page().currentTable() == &poolsTable);
}

/// Node, filter and row, whether the jump led to another table or stayed in this one.
void TestJumps::backBringsWhatAJumpReplaced()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    const TableSpec &vlans = *tableOfKey(u"vlans");
    const QString ofPerson = u"kind:virtual"_s;
    const int guests = loaded.server->account().guestCount();
    loaded.type(ofPerson);
    QTRY_COMPARE(loaded.page().rows(serversTable).filteredRows(), guests);
    loaded.serversView().setCurrentIndex(loaded.rowsModel().index(2, ServerColumn::Fqdn));
    const RowKey start = loaded.currentServer();
    QCOMPARE(start.kind, RowKind::Virtual);
    const auto isAtStart = [&] {
        return loaded.page().rows(serversTable).filteredRows() == guests && loaded.currentServer() == start;
    };

    const QString ofVlans = u"id="_s + QString::number(loaded.server->account().vlanId(0));
    loaded.page().goTo({&vlans, {}, ofVlans});
    QCOMPARE(loaded.filter().text(), ofVlans);
    QTRY_COMPARE(loaded.page().rows(vlans).filteredRows(), 1);
    const QString ofJump = u"kind:bare_metal"_s;
    loaded.page().goTo({&serversTable, {}, ofJump});
    QCOMPARE(loaded.filter().text(), ofJump);
    QTRY_COMPARE(loaded.page().rows(serversTable).filteredRows(), LoadedAccount::servers - guests);

    loaded.trigger(u"goBack"_s);
    QCOMPARE(&loaded.page().currentTable(), &vlans);
    QCOMPARE(loaded.filter().text(), ofVlans);
    loaded.trigger(u"goBack"_s);
    QCOMPARE(loaded.node(), u"servers"_s);
    QCOMPARE(loaded.filter().text(), ofPerson);
    QTRY_VERIFY(isAtStart());
    loaded.trigger(u"goForward"_s);
    loaded.trigger(u"goForward"_s);
    QCOMPARE(loaded.filter().text(), ofJump);
    QTRY_COMPARE(loaded.page().rows(serversTable).filteredRows(), LoadedAccount::servers - guests);
    loaded.trigger(u"goBack"_s);
    loaded.trigger(u"goBack"_s);
    QTRY_VERIFY(isAtStart());
    QVERIFY(!loaded.action(u"goBack"_s).isEnabled());

    // In the same table, to many rows and to one.
    loaded.page().goTo({&serversTable, {}, ofJump});
    QCOMPARE(loaded.filter().text(), ofJump);
    loaded.trigger(u"goBack"_s);
    QCOMPARE(loaded.filter().text(), ofPerson);
    QTRY_VERIFY(isAtStart());
    const RowKey other{RowKind::BareMetal, loaded.server->account().hardwareId(1)};
    loaded.page().goToRow(other);
    QVERIFY(loaded.filter().text().isEmpty());
    QTRY_COMPARE(loaded.currentServer(), other);
    loaded.trigger(u"goBack"_s);
    QCOMPARE(loaded.filter().text(), ofPerson);
    QTRY_VERIFY(isAtStart());
}

void TestJumps::keysGoBackAndForward()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    loaded.trigger(u"showPools"_s);
    QTest::keyClick(loaded.window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(&loaded.page().currentTable() != &poolsTable);
    QTest::keyClick(loaded.window.get(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(&loaded.page().currentTable() == &poolsTable);
}

/// By the buttons of the details and by the menu of the row, as the demo account itself has it.
void TestJumps::vlansLeadToTheirServersAndBack()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    const SimulatedAccount &account = loaded.server->account();
    int vlan = 0; // one with servers of both kinds
    const auto count = [&](const QString &name) { return account.vlanValue(vlan, name).toInt(); };
    while (count(u"hardwareCount"_s) == 0 || count(u"virtualGuestCount"_s) == 0)
        QVERIFY(++vlan < account.vlanCount());
    QSet<RowKey> expected;
    const auto expectThose = [&](RowKind kind, qint64 id, const QJsonArray &vlans) {
        for (const QJsonValue &one : vlans) {
            if (one[u"id"].toInteger() == account.vlanId(vlan))
                expected.insert({kind, id});
        }
    };
    for (int i = 0; i < account.hardwareCount(); ++i)
        expectThose(RowKind::BareMetal, account.hardwareId(i),
                    account.hardwareValue(i, u"networkVlans"_s).toArray());
    for (int i = 0; i < account.guestCount(); ++i)
        expectThose(RowKind::Virtual, account.guestId(i), account.guestValue(i, u"networkVlans"_s).toArray());
    QVERIFY(!expected.isEmpty() && expected.size() < LoadedAccount::servers);

    const RowKey key{RowKind::Vlan, account.vlanId(vlan)};
    loaded.trigger(u"showDetails"_s); // also in a small window
    page.goToRow(key);
    auto *details = page.details().row().findChild<QWidget *>(u"relationLinks"_s);
    const auto button = [details](const char *name) {
        return details->findChild<QToolButton *>(u"relation_"_s + QLatin1StringView(name));
    };
    QTRY_VERIFY_WITH_TIMEOUT(button("servers") != nullptr && button("servers")->isVisible(),
                             LoadedAccount::patience);
    button("servers")->click();
    QCOMPARE(&page.currentTable(), &serversTable);
    QCOMPARE(loaded.node(), u"servers"_s);
    const QString words = u"vlan_id="_s + QString::number(key.id);
    QCOMPARE(loaded.filter().text(), words);
    QVERIFY(loaded.serversView().hasFocus());
    const auto shown = [&page] {
        QSet<RowKey> keys;
        const RowsModel &model = *page.currentPage().view()->rowsModel();
        for (const int row : model.arrangement()->rowsInOrder())
            keys.insert(model.table().key(row));
        return keys;
    };
    QTRY_COMPARE_WITH_TIMEOUT(shown(), expected, LoadedAccount::patience); // their VLANs are asked for now

    // One of them leads back, as one of its VLANs; the details of the server told which they are.
    const RowKey server = *expected.cbegin();
    QVERIFY(page.rows(serversTable).showRow(server));
    LoadedAccount::openContextMenu(loaded.serversView());
    auto *toVlans = loaded.serversView().findChild<QAction *>(u"relation_vlans"_s);
    QVERIFY(toVlans != nullptr);
    toVlans->trigger();
    loaded.serversView().findChild<QMenu *>()->close();
    QCOMPARE(&page.currentTable(), tableOfKey(u"vlans"));
    QTRY_VERIFY(shown().contains(key));

    // And the VLAN to its subnets, whatever the page of the VLANs is filtered by.
    loaded.trigger(u"goBack"_s);
    page.goToRow(key);
    QVERIFY(loaded.filter().text().isEmpty());
    QTRY_VERIFY(page.currentPage().view()->currentIndex().data(KeyRole).value<RowKey>() == key);
    LoadedAccount::openContextMenu(*page.currentPage().view());
    auto *menu = page.currentPage().view()->findChild<QMenu *>();
    menu->findChild<QAction *>(u"relation_subnets"_s)->trigger();
    menu->close();
    QCOMPARE(&page.currentTable(), tableOfKey(u"subnets"));
    QCOMPARE(loaded.filter().text(), words);
    QTRY_COMPARE_WITH_TIMEOUT(shown().size(), qsizetype(count(u"subnetCount"_s)), LoadedAccount::patience);
    loaded.trigger(u"goBack"_s);
    QCOMPARE(&page.currentTable(), tableOfKey(u"vlans"));
    QTRY_COMPARE(page.currentPage().view()->currentIndex().data(KeyRole).value<RowKey>(), key);
}

void TestJumps::subnetsLeadToTheServersInThem()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    const SimulatedAccount &account = loaded.server->account();
    const auto serversIn = [&account](int subnet) {
        return account.subnetValue(subnet, u"hardwareCount"_s).toInt() +
               account.subnetValue(subnet, u"virtualGuestCount"_s).toInt();
    };
    int subnet = 0;
    for (int i = 1; i < account.subnetCount(); ++i)
        subnet = serversIn(i) > serversIn(subnet) ? i : subnet;
    QVERIFY(serversIn(subnet) > 0);
    loaded.trigger(u"showDetails"_s); // also in a small window
    page.goToRow({RowKind::Subnet, account.subnetId(subnet)});
    const auto button = [&page] {
        return page.details().row().findChild<QToolButton *>(u"relation_servers"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(button() != nullptr && button()->isVisible() && button()->isEnabled(),
                             LoadedAccount::patience);
    button()->click();
    QCOMPARE(&page.currentTable(), &serversTable);
    QTRY_COMPARE_WITH_TIMEOUT(page.rows(serversTable).filteredRows(), serversIn(subnet),
                              LoadedAccount::patience);
}

/// By the button of the details and by the menu of the row: where the servers' addresses are.
void TestJumps::poolsLeadToTheirServers()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    const qint64 pool = loaded.poolOf(loaded.pooledServer());
    QSet<RowKey> expected;
    const InventoryTable &servers = loaded.rowsModel().table();
    for (int row = 0; row < servers.rowCount(); ++row) {
        if (servers.hasValue(row, ServerColumn::PoolId) && servers.bits(row, ServerColumn::PoolId) == pool)
            expected.insert(servers.key(row));
    }
    QVERIFY(!expected.isEmpty() && expected.size() < LoadedAccount::servers);
    const auto shown = [&page] {
        QSet<RowKey> keys;
        const RowsModel &model = *page.rows(serversTable).view()->rowsModel();
        for (const int row : model.arrangement()->rowsInOrder())
            keys.insert(model.table().key(row));
        return keys;
    };
    const QString words = u"pool_id="_s + QString::number(pool);

    loaded.trigger(u"showDetails"_s); // also in a small window
    page.goToRow({RowKind::Pool, pool});
    const auto button = [&page] {
        return page.details().pool().findChild<QToolButton *>(u"relation_servers"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(button() != nullptr && button()->isVisible() && button()->isEnabled(),
                             LoadedAccount::patience);
    button()->click();
    QCOMPARE(&page.currentTable(), &serversTable);
    QCOMPARE(loaded.filter().text(), words);
    QVERIFY(loaded.serversView().hasFocus());
    QTRY_COMPARE_WITH_TIMEOUT(shown(), expected, LoadedAccount::patience);

    loaded.trigger(u"goBack"_s);
    QCOMPARE(&page.currentTable(), &poolsTable);
    QTRY_COMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, pool}));
    LoadedAccount::openContextMenu(loaded.poolsView());
    auto *menu = loaded.poolsView().findChild<QMenu *>();
    auto *toServers = menu->findChild<QAction *>(u"relation_servers"_s);
    QVERIFY(toServers != nullptr);
    toServers->trigger();
    menu->close();
    QCOMPARE(loaded.filter().text(), words);
    QTRY_COMPARE_WITH_TIMEOUT(shown(), expected, LoadedAccount::patience);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestJumps)
#include "tst_jumps.moc"
