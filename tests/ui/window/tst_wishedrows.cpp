// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/missingrownote.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "ui/window/loadedaccount.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"

#include <QTest>
#include <QToolButton>

using namespace std::chrono_literals;
using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Rows that somebody wants to see before they can be shown: not listed yet, or not there, or hidden by a
/// filter.
class TestWishedRows : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasWishedElsewhereIsForgotten();
    void aPoolOfTheLastSessionComesLate();
    void aPlaceIsKeptThroughALoadThatFailed();
    void rowsThatAreNotListedAreToldOf();
    void rowsThatAreNotListedYetComeLater();
    void aClosedNoteIsNoWish();
    void whatThePersonChoosesEndsAWish();
    void aChosenPoolIsAboveTheFilter();
};

/// A filter hides the pool; later nobody wants to be taken there any more.
void TestWishedRows::whatWasWishedElsewhereIsForgotten()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    const RowKey pool = loaded.poolsModel().table().key(3);
    loaded.trigger(u"showPools"_s);
    loaded.type(u"used>1000"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), 0);
    loaded.page().navigator().setCurrentNode(u"pool:"_s + QString::number(pool.id));
    QVERIFY(loaded.currentPoolRow() != pool);
    loaded.trigger(u"showPools"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), LoadedAccount::pools);
    QVERIFY(loaded.currentPoolRow() != pool);
    QVERIFY(!loaded.poolsView().isExpanded(loaded.poolsModel().indexOfKey({RowKind::Pool, pool.id})));

    // But as long as the person is there it is shown, and no filter hides it.
    loaded.type(u"used>1000"_s);
    QTRY_COMPARE(loaded.poolsModel().rowCount(), 0);
    loaded.page().navigator().setCurrentNode(u"pool:"_s + QString::number(pool.id));
    QTRY_COMPARE(loaded.currentPoolRow(), pool);
}

void TestWishedRows::aPoolOfTheLastSessionComesLate()
{
    qint64 id = 0;
    {
        const SimulatedAccount account(LoadedAccount::servers, SimulatedAccount::defaultSeed,
                                       LoadedAccount::pools);
        id = account.poolId(2);
    }
    const QString node = u"pool:"_s + QString::number(id);
    const LoadedAccount loaded(node);
    QCOMPARE(loaded.node(), u"servers"_s);             // meanwhile
    QCOMPARE(loaded.page().layoutToKeep().node, node); // whoever closes it now has gone nowhere
    QVERIFY(loaded.stands());
    QTRY_COMPARE(loaded.node(), node);
    QVERIFY(&loaded.page().currentTable() == &poolsTable);
    QTRY_COMPARE(loaded.currentPoolRow(), (RowKey{RowKind::Pool, id}));
    QVERIFY(loaded.poolsView().isExpanded(loaded.poolsModel().indexOfKey({RowKind::Pool, id})));
    QVERIFY(!loaded.action(u"goBack"_s).isEnabled()); // the person went nowhere
}

/// The person comes back to it with the next load, and the one after a start that could load nothing.
void TestWishedRows::aPlaceIsKeptThroughALoadThatFailed()
{
    WindowFixture fixture(LoadedAccount::servers, 0ms, {}, LoadedAccount::pools);
    fixture.liftLimits();
    const RowKey pool{RowKind::Pool, fixture.server->account().poolId(2)};
    const QString node = NavigatorModel::nodeIdOf(pool);
    fixture.startAt(node);
    Connection wrongKey = fixture.connection();
    wrongKey.credentials.secret = u"wrong"_s;
    fixture.openAs(wrongKey);
    fixture.window->show();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window->session()->loader().state(), AccountLoader::State::Failed,
                              LoadedAccount::patience);
    QCOMPARE(fixture.window->page()->navigator().currentNode(), u"servers"_s); // meanwhile
    fixture.makeWindow();
    QCOMPARE(fixture.settings->accountLayout(u"demo"_s).node, node);
    fixture.open();
    const AccountPage &page = *fixture.window->page();
    QTRY_COMPARE_WITH_TIMEOUT(page.navigator().currentNode(), node, LoadedAccount::patience);
    QCOMPARE(&page.currentTable(), &poolsTable);
}

void TestWishedRows::rowsThatAreNotListedAreToldOf()
{
    const LoadedAccount loaded;
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

void TestWishedRows::rowsThatAreNotListedYetComeLater()
{
    WindowFixture fixture(LoadedAccount::servers, 0ms, {}, LoadedAccount::pools);
    fixture.liftLimits();
    fixture.open();
    AccountPage &page = *fixture.window->page();
    const auto *note = page.findChild<MissingRowNote *>();
    const RowKey key{RowKind::Vlan, fixture.server->account().vlanId(0)};
    page.goToRow(key);
    QVERIFY(note->isVisible());
    QVERIFY2(note->sentence().contains(u"loading"_s), qPrintable(note->sentence()));
    const RowsView &view = *page.rows(*tableOfKey(u"vlans")).view();
    QTRY_COMPARE_WITH_TIMEOUT(view.currentIndex().data(KeyRole).value<RowKey>(), key,
                              LoadedAccount::patience);
    QVERIFY(!note->isVisible());

    // One that the list turns out not to have.
    fixture.makeWindow();
    fixture.open();
    AccountPage &again = *fixture.window->page();
    again.goToRow({RowKind::Vlan, 4711});
    note = again.findChild<MissingRowNote *>();
    QVERIFY(note->isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(note->sentence().contains(u"no row"_s), LoadedAccount::patience);
    QVERIFY(note->isVisible());
}

/// What comes later then comes as any other row does.
void TestWishedRows::aClosedNoteIsNoWish()
{
    WindowFixture fixture(LoadedAccount::servers, 0ms, {}, LoadedAccount::pools);
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
    QTRY_VERIFY_WITH_TIMEOUT(rows.indexOfKey(key, 0).isValid(), LoadedAccount::patience);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished() && !rows.isArranging(), LoadedAccount::patience);
    QVERIFY(page.rows(vlans).selectedKeys().isEmpty());
    QVERIFY(!note->isVisible());
}

void TestWishedRows::whatThePersonChoosesEndsAWish()
{
    const LoadedAccount loaded;
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

void TestWishedRows::aChosenPoolIsAboveTheFilter()
{
    const LoadedAccount loaded;
    QVERIFY(loaded.stands());
    AccountPage &page = loaded.page();
    const RowKey pool{RowKind::Pool, loaded.server->account().poolId(0)};
    page.rows(poolsTable).setFilter(u"id:%1"_s.arg(loaded.server->account().poolId(1)));
    const RowsView &view = *page.rows(poolsTable).view();
    QTRY_COMPARE(view.rowsModel()->rowCount(), 1);
    page.navigator().setCurrentNode(NavigatorModel::nodeIdOf(pool));
    QTRY_COMPARE(view.currentIndex().data(KeyRole).value<RowKey>(), pool);
    QVERIFY(page.rows(poolsTable).filter().isEmpty());
    // One that it lets through leaves it as it is.
    const RowKey other{RowKind::Pool, loaded.server->account().poolId(1)};
    page.rows(poolsTable).setFilter(u"id:%1"_s.arg(other.id));
    QTRY_COMPARE(view.rowsModel()->rowCount(), 1);
    page.navigator().setCurrentNode(NavigatorModel::nodeIdOf(other));
    QTRY_COMPARE(view.currentIndex().data(KeyRole).value<RowKey>(), other);
    QVERIFY(!page.rows(poolsTable).filter().isEmpty());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestWishedRows)
#include "tst_wishedrows.moc"
