// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfixture.h"

#include "docks/selectiondetails.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/missingrownote.h"
#include "pages/rowspage.h"
#include "panels/rowpanel.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"

#include <QContextMenuEvent>
#include <QJsonArray>
#include <QMenu>
#include <QSet>
#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int loadTimeout = 60'000;
constexpr int servers = 120;
constexpr int pools = 8;

/// A window on an account with servers in pools, loaded.
class Loaded : public WindowFixture
{
public:
    explicit Loaded(const QString &node = {})
        : WindowFixture(servers, 0ms, {}, pools)
    {
        startAt(node);
        liftLimits();
        open();
        window->activateWindow();
    }

    [[nodiscard]] bool stands() const
    {
        const bool isLoaded = QTest::qWaitFor(
            [this] {
                return isFinished() && page().pools().totalRows() == pools &&
                       poolsModel().arrangement()->children->rows.size() ==
                           window->session()->members().table().rowCount() &&
                       rowsModel().rowCount() > 0;
            },
            loadTimeout);
        return isLoaded && QTest::qWaitForWindowActive(window.get());
    }

    [[nodiscard]] AccountPage &page() const { return *window->page(); }
    [[nodiscard]] RowsModel &poolsModel() const { return window->session()->poolsModel(); }
    [[nodiscard]] RowsModel &rowsModel() const { return window->session()->servers(); }
    [[nodiscard]] RowsView &poolsView() const { return *page().pools().view(); }
    [[nodiscard]] RowsView &serversView() const { return *page().servers().view(); }
    [[nodiscard]] QString node() const { return page().navigator().currentNode(); }
    [[nodiscard]] FilterEdit &filter() const { return *window->findChild<FilterEdit *>(); }
    [[nodiscard]] QAction &action(const QString &name) const { return *window->findChild<QAction *>(name); }

    void type(const QString &words) const
    {
        filter().setText(words);
        QTest::keyClick(&filter(), Qt::Key_Return);
    }
    /// The pool cell of the first server that is in a pool.
    [[nodiscard]] QModelIndex pooledServer() const
    {
        for (int row = 0; row < rowsModel().rowCount(); ++row) {
            const QModelIndex cell = rowsModel().index(row, ServerColumn::Pool);
            if (!cell.data().toString().isEmpty())
                return cell;
        }
        return {};
    }
    [[nodiscard]] qint64 poolOf(const QModelIndex &serverCell) const
    {
        return serverCell.siblingAtColumn(ServerColumn::PoolId).data(SortRole).toLongLong();
    }
    /// The first member of this kind, by name.
    [[nodiscard]] QModelIndex member(RowKind kind) const
    {
        for (int place = 0; place < poolsModel().rowCount(); ++place) {
            const QModelIndex parent = poolsModel().index(place, 0);
            for (int row = 0; row < poolsModel().rowCount(parent); ++row) {
                const QModelIndex name = poolsModel().index(row, PoolColumn::Name, parent);
                if (name.data(KeyRole).value<RowKey>().kind == kind)
                    return name;
            }
        }
        return {};
    }
    [[nodiscard]] RowKey currentServer() const
    {
        return serversView().currentIndex().data(KeyRole).value<RowKey>();
    }
    [[nodiscard]] RowKey currentPoolRow() const
    {
        return poolsView().currentIndex().data(KeyRole).value<RowKey>();
    }

    static void doubleClick(const TreeTableView &view, const QModelIndex &cell)
    {
        const QPoint place = view.visualRect(cell).center();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
    }
    static void openContextMenu(TreeTableView &view)
    {
        QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
        QCoreApplication::sendEvent(view.viewport(), &event);
    }
};

} // namespace

class TestAccountPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysChooseTables();
    void tabsRememberTheirNodes();
    void eachTableHasItsFilter();
    void poolNodesShowTheirPool();
    void leadsFromAServerToItsPool();
    void leadsThereByTheContextMenu();
    void leadsFromAMemberToItsServer();
    void hourlyServersAreFoundToo();
    void leadsNowhereFromOtherRows();
    void goesBackAndForward();
    void backBringsWhatAJumpReplaced();
    void keysGoBackAndForward();
    void restoringTheNodeIsNoStep();
    void aPoolOfTheLastSessionComesLate();
    void whatWasWishedElsewhereIsForgotten();
    void tablesBesideHaveTheirPages();
    void tablesThatWereNotSeenKeepTheirLayouts();
    void vlansLeadToTheirServersAndBack();
    void subnetsLeadToTheServersInThem();
    void rowsThatAreNotListedAreToldOf();
    void rowsThatAreNotListedYetComeLater();
    void aClosedNoteIsNoWish();
    void whatThePersonChoosesEndsAWish();
    void aChosenPoolIsAboveTheFilter();
};

void TestAccountPage::keysChooseTables()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    auto *group = loaded.window->findChild<QToolButton *>(u"groupButton"_s);
    QVERIFY(!loaded.page().isShowingPools() && group->isVisible());
    QTest::keyClick(loaded.window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(loaded.page().isShowingPools());
    QVERIFY(loaded.poolsView().isVisible() && !loaded.serversView().isVisible());
    QVERIFY(loaded.page().pools().heading()->isVisible());
    QVERIFY(!loaded.page().servers().heading()->isVisible());
    QVERIFY(loaded.poolsView().hasFocus());
    QCOMPARE(loaded.node(), u"pools"_s);
    QCOMPARE(loaded.window->findChild<QTabBar *>(u"tableTabs"_s)->currentIndex(), 1);
    QTRY_VERIFY(!group->isVisible()); // pools have no groups
    QVERIFY(!loaded.action(u"groupBy_datacenter"_s).associatedObjects().isEmpty());
    QTest::keyClick(loaded.window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(!loaded.page().isShowingPools());
    QVERIFY(loaded.serversView().isVisible());
    QTRY_VERIFY(group->isVisible());
}

void TestAccountPage::tabsRememberTheirNodes()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    auto *tabs = loaded.window->findChild<QTabBar *>(u"tableTabs"_s);
    loaded.trigger(u"showVirtual"_s);
    tabs->setCurrentIndex(1);
    QCOMPARE(loaded.node(), u"pools"_s);
    loaded.page().navigator().setCurrentNode(u"over"_s);
    QCOMPARE(tabs->currentIndex(), 1);
    tabs->setCurrentIndex(0);
    QCOMPARE(loaded.node(), u"virtual"_s);
    tabs->setCurrentIndex(1);
    QCOMPARE(loaded.node(), u"over"_s);
    QCOMPARE(loaded.poolsModel().spec().scopeColumn, std::optional<ColumnIndex>(PoolColumn::Over));
    QCOMPARE(loaded.poolsModel().spec().scopeText, u"now"_s);
}

void TestAccountPage::eachTableHasItsFilter()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    const QString hint = loaded.filter().placeholderText();
    loaded.type(u"kind:virtual"_s);
    loaded.trigger(u"showPools"_s);
    QCOMPARE(loaded.filter().text(), QString());
    QVERIFY(loaded.filter().placeholderText() != hint);
    QVERIFY(!loaded.action(u"clearFilter"_s).isEnabled());
    QCOMPARE(loaded.poolsModel().rowCount(), pools);
    loaded.type(u"used>1000"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), 0);

    loaded.trigger(u"showServers"_s);
    QCOMPARE(loaded.filter().text(), u"kind:virtual"_s);
    QCOMPARE(loaded.filter().placeholderText(), hint);
    QTRY_COMPARE(loaded.rowsModel().rowCount(), loaded.server->account().guestCount());
    loaded.trigger(u"clearFilter"_s);
    loaded.trigger(u"showPools"_s);
    QCOMPARE(loaded.filter().text(), u"used>1000"_s);
    QCOMPARE(loaded.poolsModel().rowCount(), 0);
}

void TestAccountPage::poolNodesShowTheirPool()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    const qint64 id = loaded.poolsModel().table().key(3).id;
    loaded.page().navigator().setCurrentNode(u"pool:"_s + QString::number(id));
    QVERIFY(loaded.page().isShowingPools());
    QCOMPARE(loaded.poolsModel().rowCount(), pools); // among the others
    QCOMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, id}));
    QVERIFY(loaded.poolsView().isExpanded(loaded.poolsModel().indexOfKey({RowKind::Pool, id})));
    QVERIFY(loaded.poolsView().viewport()->rect().intersects(
        loaded.poolsView().visualRect(loaded.poolsView().currentIndex())));
}

void TestAccountPage::leadsFromAServerToItsPool()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    const QPersistentModelIndex cell = loaded.pooledServer();
    QVERIFY(cell.isValid());
    const qint64 id = loaded.poolOf(cell);
    loaded.serversView().scrollTo(cell);
    Loaded::doubleClick(loaded.serversView(), cell.sibling(cell.row(), ServerColumn::Fqdn));
    QVERIFY(!loaded.page().isShowingPools()); // only the pool's own cell leads there
    loaded.serversView().scrollTo(cell);

    // A filter of the pools does not hide where one is led to.
    loaded.trigger(u"showPools"_s);
    loaded.type(u"used>1000"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), 0);
    loaded.trigger(u"showServers"_s);
    Loaded::doubleClick(loaded.serversView(), cell);
    QVERIFY(loaded.page().isShowingPools());
    QCOMPARE(loaded.node(), u"pool:"_s + QString::number(id));
    QTRY_COMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, id}));
    QVERIFY(loaded.poolsView().isExpanded(loaded.poolsModel().indexOfKey({RowKind::Pool, id})));
    QCOMPARE(loaded.filter().text(), QString());
}

void TestAccountPage::leadsThereByTheContextMenu()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    const QPersistentModelIndex cell = loaded.pooledServer();
    const qint64 id = loaded.poolOf(cell);
    loaded.serversView().setCurrentIndex(cell.sibling(cell.row(), ServerColumn::Fqdn));
    Loaded::openContextMenu(loaded.serversView());
    auto *go = loaded.serversView().findChild<QAction *>(u"goTo_pool"_s);
    QVERIFY(go);
    QVERIFY2(go->text().contains(cell.data().toString()), qPrintable(go->text()));
    go->trigger();
    QCOMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, id}));
    loaded.serversView().findChild<QMenu *>()->close();
}

void TestAccountPage::leadsFromAMemberToItsServer()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    loaded.type(u"nosuchserver"_s); // does not hide where one is led to
    loaded.trigger(u"showPools"_s);
    const QPersistentModelIndex member = loaded.member(RowKind::Virtual);
    QVERIFY(member.isValid());
    const auto key = member.data(KeyRole).value<RowKey>();
    loaded.poolsView().expand(member.parent());
    loaded.poolsView().setCurrentIndex(member);
    QTest::keyClick(&loaded.poolsView(), Qt::Key_Return);
    QVERIFY(!loaded.page().isShowingPools());
    QCOMPARE(loaded.node(), u"servers"_s);
    QCOMPARE(loaded.filter().text(), QString());
    QTRY_COMPARE(loaded.currentServer(), key);
    QVERIFY(loaded.serversView().viewport()->rect().intersects(
        loaded.serversView().visualRect(loaded.serversView().currentIndex())));
    QCOMPARE(loaded.rowsModel().rowCount(), servers);

    // So does a double click, and the context menu; and groups open.
    loaded.trigger(u"groupBy_datacenter"_s);
    QTRY_VERIFY(loaded.rowsModel().arrangement()->isGrouped);
    loaded.trigger(u"collapseGroups"_s);
    loaded.trigger(u"showPools"_s);
    loaded.poolsView().scrollTo(member);
    Loaded::doubleClick(loaded.poolsView(), member);
    QTRY_COMPARE(loaded.currentServer(), key);
    QVERIFY(loaded.serversView().isExpanded(loaded.serversView().currentIndex().parent()));

    loaded.trigger(u"showPools"_s);
    loaded.poolsView().setCurrentIndex(member);
    Loaded::openContextMenu(loaded.poolsView());
    auto *go = loaded.poolsView().findChild<QAction *>(u"goTo_virtual"_s);
    QVERIFY(go);
    QVERIFY2(go->text().contains(u"server"_s), qPrintable(go->text()));
    go->trigger();
    QVERIFY(!loaded.page().isShowingPools());
    loaded.poolsView().findChild<QMenu *>()->close();
}

/// Pools tell them apart from other bare metal, the table of servers does not.
void TestAccountPage::hourlyServersAreFoundToo()
{
    const Loaded loaded;
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

void TestAccountPage::leadsNowhereFromOtherRows()
{
    const Loaded loaded;
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
        QVERIFY(loaded.page().isShowingPools());
        Loaded::openContextMenu(loaded.poolsView());
        for (const RowKind kind : {RowKind::BareMetal, RowKind::Virtual})
            QVERIFY(
                !loaded.poolsView().findChild<QAction *>(u"goTo_"_s + QLatin1StringView(kindSpec(kind).key)));
        delete loaded.poolsView().findChild<QMenu *>();
    }
}

void TestAccountPage::goesBackAndForward()
{
    const Loaded loaded;
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
    QVERIFY(loaded.page().isShowingPools());
    QCOMPARE(loaded.currentPoolRow(), memberKey);
    QVERIFY(loaded.poolsView().hasFocus());
    loaded.trigger(u"goBack"_s);
    QVERIFY(!loaded.page().isShowingPools());
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
    QVERIFY(loaded.page().isShowingPools());
}

/// Node, filter and row, whether the jump led to another table or stayed in this one.
void TestAccountPage::backBringsWhatAJumpReplaced()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    const TableSpec &vlans = *tableOfKey(u"vlans");
    const QString ofPerson = u"kind:virtual"_s;
    const int guests = loaded.server->account().guestCount();
    loaded.type(ofPerson);
    QTRY_COMPARE(loaded.page().servers().filteredRows(), guests);
    loaded.serversView().setCurrentIndex(loaded.rowsModel().index(2, ServerColumn::Fqdn));
    const RowKey start = loaded.currentServer();
    QCOMPARE(start.kind, RowKind::Virtual);
    const auto isAtStart = [&] {
        return loaded.page().servers().filteredRows() == guests && loaded.currentServer() == start;
    };

    const QString ofVlans = u"id="_s + QString::number(loaded.server->account().vlanId(0));
    loaded.page().goTo({&vlans, {}, ofVlans});
    QCOMPARE(loaded.filter().text(), ofVlans);
    QTRY_COMPARE(loaded.page().rows(vlans).filteredRows(), 1);
    const QString ofJump = u"kind:bare_metal"_s;
    loaded.page().goTo({&serversTable, {}, ofJump});
    QCOMPARE(loaded.filter().text(), ofJump);
    QTRY_COMPARE(loaded.page().servers().filteredRows(), servers - guests);

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
    QTRY_COMPARE(loaded.page().servers().filteredRows(), servers - guests);
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

void TestAccountPage::keysGoBackAndForward()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    loaded.trigger(u"showPools"_s);
    QTest::keyClick(loaded.window.get(), Qt::Key_Left, Qt::AltModifier);
    QVERIFY(!loaded.page().isShowingPools());
    QTest::keyClick(loaded.window.get(), Qt::Key_Right, Qt::AltModifier);
    QVERIFY(loaded.page().isShowingPools());
}

void TestAccountPage::restoringTheNodeIsNoStep()
{
    const Loaded loaded(u"virtual"_s);
    QVERIFY(loaded.stands());
    QCOMPARE(loaded.node(), u"virtual"_s);
    QVERIFY(!loaded.action(u"goBack"_s).isEnabled());
    loaded.trigger(u"showServers"_s);
    QVERIFY(loaded.action(u"goBack"_s).isEnabled());
}

void TestAccountPage::aPoolOfTheLastSessionComesLate()
{
    qint64 id = 0;
    {
        const SimulatedAccount account(servers, SimulatedAccount::defaultSeed, pools);
        id = account.poolId(2);
    }
    const QString node = u"pool:"_s + QString::number(id);
    const Loaded loaded(node);
    QCOMPARE(loaded.node(), u"servers"_s);             // meanwhile
    QCOMPARE(loaded.page().layoutToKeep().node, node); // whoever closes it now has gone nowhere
    QVERIFY(loaded.stands());
    QTRY_COMPARE(loaded.node(), node);
    QVERIFY(loaded.page().isShowingPools());
    QTRY_COMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, id}));
    QVERIFY(loaded.poolsView().isExpanded(loaded.poolsModel().indexOfKey({RowKind::Pool, id})));
    QVERIFY(!loaded.action(u"goBack"_s).isEnabled()); // the person went nowhere
}

/// A filter hides the pool; later nobody wants to be taken there any more.
void TestAccountPage::whatWasWishedElsewhereIsForgotten()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    const RowKey pool = loaded.poolsModel().table().key(3);
    loaded.trigger(u"showPools"_s);
    loaded.type(u"used>1000"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), 0);
    loaded.page().navigator().setCurrentNode(u"pool:"_s + QString::number(pool.id));
    QVERIFY(loaded.currentPoolRow() != pool);
    loaded.trigger(u"showPools"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), pools);
    QVERIFY(loaded.currentPoolRow() != pool);
    QVERIFY(!loaded.poolsView().isExpanded(loaded.poolsModel().indexOfKey({RowKind::Pool, pool.id})));

    // But as long as the person is there it is shown, and no filter hides it.
    loaded.type(u"used>1000"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), 0);
    loaded.page().navigator().setCurrentNode(u"pool:"_s + QString::number(pool.id));
    QTRY_COMPARE(loaded.currentPoolRow(), pool);
}

/// A node, a tab, a page with details, and a place in the history.
void TestAccountPage::tablesBesideHaveTheirPages()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    auto *tabs = loaded.window->findChild<QTabBar *>(u"tableTabs"_s);
    QCOMPARE(tabs->count(), 2 + AccountLoader::tablesBeside().size());
    QCOMPARE(page.pages().size(), 2); // the others are made when they are seen
    int tab = 2;
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        page.navigator().setCurrentNode(QString::fromLatin1(table->key));
        QCOMPARE(&page.currentTable(), table);
        QCOMPARE(tabs->currentIndex(), tab++);
        RowsPage &rows = page.rows(*table);
        QVERIFY(rows.view()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(loaded.isFinished() && rows.filteredRows() == rows.totalRows(), loadTimeout);
        QVERIFY2(rows.totalRows() > 0, table->key);

        const RowKey key = loaded.window->session()->rows(*table).table().key(0);
        loaded.type(u"nothing-is-called-this"_s);
        QTRY_COMPARE(rows.filteredRows(), 0);
        loaded.trigger(u"showServers"_s);
        QCOMPARE(&page.currentTable(), &serversTable);
        page.goToRow(key);
        QCOMPARE(&page.currentTable(), table);
        QVERIFY(rows.filter().isEmpty() && loaded.filter().text().isEmpty());
        QTRY_COMPARE(rows.view()->currentIndex().data(KeyRole).value<RowKey>(), key);
        QTRY_COMPARE(page.details().row().row(), std::optional(key));
        loaded.trigger(u"goBack"_s);
        QCOMPARE(&page.currentTable(), &serversTable);
        loaded.trigger(u"goForward"_s);
        QCOMPARE(&page.currentTable(), table);
    }
}

void TestAccountPage::tablesThatWereNotSeenKeepTheirLayouts()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        const QString key = QString::fromLatin1(table->key);
        const ColumnIndex rowState = table->catalogue().rowStateColumn();
        RowsView other(*table);
        other.setRowsModel(&loaded.window->session()->rows(*table));
        other.setColumnShown(rowState, true);
        AccountLayout layout = page.layoutToKeep();
        layout.tables[key] = {other.saveLayout(), {}};
        page.restoreLayout(layout);
        QCOMPARE(page.layoutToKeep().tables.value(key), layout.tables.value(key));
        QVERIFY(page.rows(*table).view()->shownColumns().contains(rowState)); // now it is seen
    }
}

/// By the buttons of the details and by the menu of the row, as the demo account itself has it.
void TestAccountPage::vlansLeadToTheirServersAndBack()
{
    const Loaded loaded;
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
    QVERIFY(!expected.isEmpty() && expected.size() < servers);

    const RowKey key{RowKind::Vlan, account.vlanId(vlan)};
    page.goToRow(key);
    auto *details = page.details().row().findChild<QWidget *>(u"relationLinks"_s);
    const auto button = [details](const char *name) {
        return details->findChild<QToolButton *>(u"relation_"_s + QLatin1StringView(name));
    };
    QTRY_VERIFY_WITH_TIMEOUT(button("servers") != nullptr && button("servers")->isVisible(), loadTimeout);
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
    QTRY_COMPARE_WITH_TIMEOUT(shown(), expected, loadTimeout); // their VLANs are asked for now

    // One of them leads back, as one of its VLANs; the details of the server told which they are.
    const RowKey server = *expected.cbegin();
    QVERIFY(page.servers().showRow(server));
    Loaded::openContextMenu(loaded.serversView());
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
    Loaded::openContextMenu(*page.currentPage().view());
    auto *menu = page.currentPage().view()->findChild<QMenu *>();
    menu->findChild<QAction *>(u"relation_subnets"_s)->trigger();
    menu->close();
    QCOMPARE(&page.currentTable(), tableOfKey(u"subnets"));
    QCOMPARE(loaded.filter().text(), words);
    QTRY_COMPARE_WITH_TIMEOUT(shown().size(), qsizetype(count(u"subnetCount"_s)), loadTimeout);
    loaded.trigger(u"goBack"_s);
    QCOMPARE(&page.currentTable(), tableOfKey(u"vlans"));
    QTRY_COMPARE(page.currentPage().view()->currentIndex().data(KeyRole).value<RowKey>(), key);
}

void TestAccountPage::subnetsLeadToTheServersInThem()
{
    const Loaded loaded;
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
    page.goToRow({RowKind::Subnet, account.subnetId(subnet)});
    const auto button = [&page] {
        return page.details().row().findChild<QToolButton *>(u"relation_servers"_s);
    };
    QTRY_VERIFY_WITH_TIMEOUT(button() != nullptr && button()->isVisible() && button()->isEnabled(),
                             loadTimeout);
    button()->click();
    QCOMPARE(&page.currentTable(), &serversTable);
    QTRY_COMPARE_WITH_TIMEOUT(page.servers().filteredRows(), serversIn(subnet), loadTimeout);
}

void TestAccountPage::rowsThatAreNotListedAreToldOf()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    const TableSpec &vlans = *tableOfKey(u"vlans");
    const auto *note = page.findChild<MissingRowNote *>();
    page.goToRow({RowKind::Vlan, loaded.server->account().vlanId(0)});
    QVERIFY(!note->isVisible());
    page.goToRow({RowKind::Vlan, 4711});
    QCOMPARE(&page.currentTable(), &vlans);
    QVERIFY(!page.rows(vlans).view()->currentIndex().isValid()); // nothing looks like it
    QVERIFY(note->isVisible());
    QVERIFY2(note->sentence().contains(u"4711"_s) && note->sentence().contains(vlans.translatedPlural()) &&
                 note->sentence().contains(u"no row"_s),
             qPrintable(note->sentence()));
    // It is about that row alone.
    page.goToRow({RowKind::Vlan, loaded.server->account().vlanId(1)});
    QVERIFY(!note->isVisible());
    page.goToRow({RowKind::Pool, 4711}); // which has no node
    QVERIFY(note->isVisible());
    QVERIFY2(note->sentence().contains(poolsTable.translatedPlural()), qPrintable(note->sentence()));
    loaded.trigger(u"showServers"_s);
    QVERIFY(!note->isVisible());
}

void TestAccountPage::whatThePersonChoosesEndsAWish()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    const auto *note = page.findChild<MissingRowNote *>();
    page.goToRow({RowKind::Vlan, 4711});
    QVERIFY(note->isVisible());
    RowsView &view = *page.rows(*tableOfKey(u"vlans")).view();
    QTRY_VERIFY(view.rowsModel()->rowCount() > 1);
    view.setCurrentIndex(view.rowsModel()->index(1, 0));
    QTRY_VERIFY(!note->isVisible());
}

void TestAccountPage::aChosenPoolIsAboveTheFilter()
{
    const Loaded loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    const RowKey pool{RowKind::Pool, loaded.server->account().poolId(0)};
    page.pools().setFilter(u"id:%1"_s.arg(loaded.server->account().poolId(1)));
    const RowsView &view = *page.pools().view();
    QTRY_COMPARE(view.rowsModel()->rowCount(), 1);
    page.navigator().setCurrentNode(NavigatorModel::nodeIdOf(pool));
    QTRY_COMPARE(view.currentIndex().data(KeyRole).value<RowKey>(), pool);
    QVERIFY(page.pools().filter().isEmpty());
    // One that it lets through leaves it as it is.
    const RowKey other{RowKind::Pool, loaded.server->account().poolId(1)};
    page.pools().setFilter(u"id:%1"_s.arg(other.id));
    QTRY_COMPARE(view.rowsModel()->rowCount(), 1);
    page.navigator().setCurrentNode(NavigatorModel::nodeIdOf(other));
    QTRY_COMPARE(view.currentIndex().data(KeyRole).value<RowKey>(), other);
    QVERIFY(!page.pools().filter().isEmpty());
}

void TestAccountPage::rowsThatAreNotListedYetComeLater()
{
    WindowFixture fixture(servers, 0ms, {}, pools);
    fixture.liftLimits();
    fixture.open();
    AccountPage &page = *fixture.window->page();
    const auto *note = page.findChild<MissingRowNote *>();
    const RowKey key{RowKind::Vlan, fixture.server->account().vlanId(0)};
    page.goToRow(key);
    QVERIFY(note->isVisible());
    QVERIFY2(note->sentence().contains(u"loading"_s), qPrintable(note->sentence()));
    const RowsView &view = *page.rows(*tableOfKey(u"vlans")).view();
    QTRY_COMPARE_WITH_TIMEOUT(view.currentIndex().data(KeyRole).value<RowKey>(), key, loadTimeout);
    QVERIFY(!note->isVisible());

    // One that the list turns out not to have.
    fixture.makeWindow();
    fixture.open();
    AccountPage &again = *fixture.window->page();
    again.goToRow({RowKind::Vlan, 4711});
    note = again.findChild<MissingRowNote *>();
    QVERIFY(note->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(note->sentence().contains(u"no row"_s), loadTimeout);
    QVERIFY(note->isVisible());
}

/// What comes later then comes as any other row does.
void TestAccountPage::aClosedNoteIsNoWish()
{
    WindowFixture fixture(servers, 0ms, {}, pools);
    fixture.liftLimits();
    fixture.open();
    AccountPage &page = *fixture.window->page();
    const TableSpec &vlans = *tableOfKey(u"vlans");
    const RowKey key{RowKind::Vlan, fixture.server->account().vlanId(0)};
    page.goToRow(key);
    const auto *note = page.findChild<MissingRowNote *>();
    QVERIFY(note->isVisible());
    note->findChild<QToolButton *>(u"bannerClose"_s)->click();
    QVERIFY(!note->isVisible());
    const RowsModel &rows = *page.rows(vlans).view()->rowsModel();
    QTRY_VERIFY_WITH_TIMEOUT(rows.indexOfKey(key, 0).isValid(), loadTimeout);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished() && !rows.isArranging(), loadTimeout);
    QVERIFY(page.rows(vlans).selectedKeys().isEmpty());
    QVERIFY(!note->isVisible());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestAccountPage)
#include "tst_accountpage.moc"
