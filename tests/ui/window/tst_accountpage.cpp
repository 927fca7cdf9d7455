// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/selectiondetails.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "panels/rowpanel.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "ui/window/loadedaccount.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"

#include <QTabBar>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// The tables of an account and their pages: how one gets to them, and what each of them keeps.
class TestAccountPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysChooseTables();
    void tabsRememberTheirNodes();
    void eachTableHasItsFilter();
    void poolNodesShowTheirPool();
    void restoringTheNodeIsNoStep();
    void tablesBesideHaveTheirPages();
    void tablesThatWereNotSeenKeepTheirLayouts();
};

void TestAccountPage::keysChooseTables()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    auto *group = loaded.window->findChild<QToolButton *>(u"groupButton"_s);
    QVERIFY(&loaded.page().currentTable() != &poolsTable && group->isVisible());
    QTest::keyClick(loaded.window.get(), Qt::Key_4, Qt::ControlModifier);
    QVERIFY(&loaded.page().currentTable() == &poolsTable);
    QVERIFY(loaded.poolsView().isVisible() && !loaded.serversView().isVisible());
    QVERIFY(loaded.page().rows(poolsTable).heading()->isVisible());
    QVERIFY(!loaded.page().rows(serversTable).heading()->isVisible());
    QVERIFY(loaded.poolsView().hasFocus());
    QCOMPARE(loaded.node(), u"pools"_s);
    QCOMPARE(loaded.window->findChild<QTabBar *>(u"tableTabs"_s)->currentIndex(), 1);
    QTRY_VERIFY(!group->isVisible()); // pools have no groups
    QVERIFY(!loaded.action(u"groupBy_datacenter"_s).associatedObjects().isEmpty());
    QTest::keyClick(loaded.window.get(), Qt::Key_1, Qt::ControlModifier);
    QVERIFY(&loaded.page().currentTable() != &poolsTable);
    QVERIFY(loaded.serversView().isVisible());
    QTRY_VERIFY(group->isVisible());
}

void TestAccountPage::tabsRememberTheirNodes()
{
    const LoadedAccount loaded;
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
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    const QString hint = loaded.filter().placeholderText();
    loaded.type(u"kind:virtual"_s);
    loaded.trigger(u"showPools"_s);
    QCOMPARE(loaded.filter().text(), QString());
    QVERIFY(loaded.filter().placeholderText() != hint);
    QVERIFY(!loaded.action(u"clearFilter"_s).isEnabled());
    QCOMPARE(loaded.poolsModel().rowCount(), LoadedAccount::pools);
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
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    const qint64 id = loaded.poolsModel().table().key(3).id;
    loaded.page().navigator().setCurrentNode(u"pool:"_s + QString::number(id));
    QVERIFY(&loaded.page().currentTable() == &poolsTable);
    QCOMPARE(loaded.poolsModel().rowCount(), LoadedAccount::pools); // among the others
    QCOMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, id}));
    QVERIFY(loaded.poolsView().isExpanded(loaded.poolsModel().indexOfKey({RowKind::Pool, id})));
    QVERIFY(loaded.poolsView().viewport()->rect().intersects(
        loaded.poolsView().visualRect(loaded.poolsView().currentIndex())));
}

void TestAccountPage::restoringTheNodeIsNoStep()
{
    const LoadedAccount loaded(u"virtual"_s);
    QVERIFY(loaded.stands());
    QCOMPARE(loaded.node(), u"virtual"_s);
    QVERIFY(!loaded.action(u"goBack"_s).isEnabled());
    loaded.trigger(u"showServers"_s);
    QVERIFY(loaded.action(u"goBack"_s).isEnabled());
}

/// A node, a tab, a page with details, and a place in the history.
void TestAccountPage::tablesBesideHaveTheirPages()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    loaded.trigger(u"showDetails"_s); // also in a small window
    auto *tabs = loaded.window->findChild<QTabBar *>(u"tableTabs"_s);
    QCOMPARE(tabs->count(), 2 + AccountLoader::tablesBeside().size());
    QCOMPARE(page.pages().size(), 2); // the others are made when they are seen
    for (int tab = 2; tab < tabs->count(); ++tab)
        QCOMPARE(tabs->isTabVisible(tab), !AccountLoader::tablesBeside().at(tab - 2)->isListedOnDemand);
    int tab = 2;
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        page.navigator().setCurrentNode(QString::fromLatin1(table->key));
        QCOMPARE(&page.currentTable(), table);
        QCOMPARE(tabs->currentIndex(), tab);
        QVERIFY(tabs->isTabVisible(tab++)); // also of one that has none before somebody looks
        RowsPage &rows = page.rows(*table);
        QVERIFY(rows.view()->isVisible());
        QTRY_VERIFY_WITH_TIMEOUT(loaded.isFinished() && rows.filteredRows() == rows.totalRows(),
                                 LoadedAccount::patience);
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
    const LoadedAccount loaded;
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

LAYERSCOPE_TEST(QTEST_MAIN, TestAccountPage)
#include "tst_accountpage.moc"
