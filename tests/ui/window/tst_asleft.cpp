// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "ui/window/windowparts.h"

#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// That a window comes back as it was left, whatever came in between.
class TestAsLeft : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remembersTheLayout();
    void comesBackAsItWasLeft();
    void theRowComesBackAfterALookAtAnotherTable();
    void theRowComesBackAtAnotherNodeOfItsTable();
    void aRowThatComesLateLeavesThePersonAlone();
    void keepsNoKeyThatWasTypedIntoTheFilter();
    void survivesGarbageInTheSettings();
};

void TestAsLeft::remembersTheLayout()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    RowsView *view = &serversView(fixture);
    view->setColumnShown(ServerColumn::Serial, true);
    view->setColumnShown(ServerColumn::Os, false);
    view->header()->resizeSection(ServerColumn::Fqdn, 321);
    view->sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    fixture.trigger(u"groupBy_datacenter"_s);
    fixture.trigger(u"showVirtual"_s);
    const QList<ColumnIndex> shown = view->shownColumns();
    const QSize size(777, 555);
    fixture.window->resize(size);

    fixture.makeWindow();
    fixture.open();
    view = &serversView(fixture);
    QCOMPARE(view->shownColumns(), shown);
    QCOMPARE(view->header()->sectionSize(ServerColumn::Fqdn), 321);
    QCOMPARE(serversModel(fixture).spec().sortColumn, ColumnIndex(ServerColumn::Cores));
    QCOMPARE(serversModel(fixture).spec().sortOrder, Qt::DescendingOrder);
    QCOMPARE(serversModel(fixture).spec().groupColumn, std::optional<ColumnIndex>(ServerColumn::Datacenter));
    QCOMPARE(fixture.window->page()->navigator().currentNode(), u"virtual"_s);
    QCOMPARE(serversModel(fixture).spec().kind, std::optional(RowKind::Virtual));
    QCOMPARE(fixture.window->size(), size);
}

/// The words of each table, the rows that were selected and the pools that were open: also where the start
/// begins.
void TestAsLeft::comesBackAsItWasLeft()
{
    WindowFixture fixture(60);
    fixture.liftLimits();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    const auto filter = [&fixture] { return fixture.window->findChild<FilterEdit *>(); };
    fixture.trigger(u"showPools"_s);
    QTest::keyClicks(filter(), u"over:no"_s);
    fixture.trigger(u"showServers"_s);
    QTest::keyClicks(filter(), u"kind:virtual"_s);
    const int guests = fixture.server->account().guestCount();
    QTRY_COMPARE(serversModel(fixture).rowCount(), guests);
    const RowKey left = serversModel(fixture).index(3, 0).data(KeyRole).value<RowKey>();
    QVERIFY(serversView(fixture).showRow(left));
    for (const int row : {1, 5})
        serversView(fixture).selectionModel()->select(
            serversModel(fixture).index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    const QList<RowKey> selected = fixture.window->page()->currentPage().selectedKeys();
    QCOMPARE(selected.size(), 3);
    QTRY_VERIFY(!poolsModel(fixture).isArranging() && poolsModel(fixture).rowCount() > 0);
    const int lastPool = poolsModel(fixture).rowCount() - 1;
    const RowKey pool = poolsModel(fixture).index(lastPool, 0).data(KeyRole).value<RowKey>();
    poolsView(fixture).expand(poolsModel(fixture).indexOfKey(pool));
    QVERIFY(poolsView(fixture).isExpanded(poolsModel(fixture).indexOfKey(pool)));

    for (int start = 0; start < 2; ++start) { // of which the second keeps what nobody touched
        fixture.makeWindow();
        fixture.open();
        QCOMPARE(filter()->text(), u"kind:virtual"_s); // before anything has come
        QCOMPARE(fixture.window->page()->rows(serversTable).filter(), u"kind:virtual"_s);
        if (start == 0)
            QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    }
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QTRY_COMPARE(serversModel(fixture).rowCount(), guests);
    QTRY_COMPARE(fixture.window->page()->currentPage().selectedKeys(), selected);
    QCOMPARE(serversView(fixture).currentIndex().data(KeyRole).value<RowKey>(), left);
    QVERIFY(serversView(fixture).viewport()->rect().intersects(
        serversView(fixture).visualRect(serversView(fixture).currentIndex())));
    fixture.trigger(u"showPools"_s);
    QCOMPARE(filter()->text(), u"over:no"_s);
    QTRY_VERIFY(poolsView(fixture).isExpanded(poolsModel(fixture).indexOfKey(pool)));
    for (int row = 0; row < lastPool; ++row)
        QVERIFY(!poolsView(fixture).isExpanded(poolsModel(fixture).index(row, 0)));
    QVERIFY(fixture.window->page()->currentPage().selectedKeys().isEmpty());
    fixture.trigger(u"showServers"_s); // another time, the person's own selection counts
    serversView(fixture).clearSelection();
    fixture.trigger(u"showBareMetal"_s);
    QVERIFY(fixture.window->page()->currentPage().selectedKeys().isEmpty());
}

/// While the rows are still to come.
void TestAsLeft::theRowComesBackAfterALookAtAnotherTable()
{
    WindowFixture fixture(60);
    fixture.liftLimits();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    const RowKey left = serversModel(fixture).index(3, 0).data(KeyRole).value<RowKey>();
    QVERIFY(serversView(fixture).showRow(left));
    for (int start = 0; start < 2; ++start) {
        fixture.makeWindow();
        fixture.open();
        QVERIFY(fixture.window->page()->currentPage().selectedKeys().isEmpty());
        fixture.trigger(u"showPools"_s); // from where the first of these starts is left again
    }
    fixture.trigger(u"showServers"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QTRY_COMPARE(fixture.window->page()->currentPage().selectedKeys(), QList<RowKey>{left});
}

/// It is the same table, and the rows may be among those of the other node.
void TestAsLeft::theRowComesBackAtAnotherNodeOfItsTable()
{
    WindowFixture fixture(60);
    fixture.liftLimits();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    fixture.trigger(u"showVirtual"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), fixture.server->account().guestCount());
    const RowKey left = serversModel(fixture).index(3, 0).data(KeyRole).value<RowKey>();
    QVERIFY(serversView(fixture).showRow(left));
    fixture.makeWindow();
    fixture.open();
    QVERIFY(fixture.window->page()->currentPage().selectedKeys().isEmpty());
    fixture.trigger(u"showServers"_s);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window->page()->currentPage().selectedKeys(), QList<RowKey>{left},
                              loadTimeout);
}

/// Whoever looks at something else by then is not taken away from it.
void TestAsLeft::aRowThatComesLateLeavesThePersonAlone()
{
    WindowFixture fixture(200);
    fixture.liftLimits();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    const RowKey left = serversModel(fixture).index(3, 0).data(KeyRole).value<RowKey>();
    QVERIFY(serversView(fixture).showRow(left));
    for (const bool scrolls : {false, true}) {
        LayoutSettings &settings = *fixture.settings;
        fixture.makeWindow();
        AccountLayout layout = settings.accountLayout(u"demo"_s);
        layout.tables[u"servers"_s].filter = u"id:1"_s; // which hides the row until it goes
        layout.tables[u"servers"_s].rows = {left};
        settings.setAccountLayout(u"demo"_s, layout);
        fixture.open();
        QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
        RowsPage &page = fixture.window->page()->rows(serversTable);
        page.setFilter(u"-id:%1"_s.arg(left.id));
        QTRY_VERIFY(!serversModel(fixture).isArranging() && serversModel(fixture).rowCount() > 100);
        QVERIFY(!serversModel(fixture).indexOfKey(left).isValid());
        QVERIFY(page.selectedKeys().isEmpty());
        QSignalSpy selected(&serversView(fixture), &RowsView::selectedRowsChanged);
        if (scrolls) {
            serversView(fixture).verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
        } else {
            serversView(fixture).setCurrentIndex(serversModel(fixture).index(7, 0));
            QTRY_VERIFY(!selected.isEmpty());
        }
        const QList<RowKey> ofPerson = page.selectedKeys();
        QCOMPARE(ofPerson.isEmpty(), scrolls);
        page.setFilter({});
        QTRY_COMPARE(serversModel(fixture).rowCount(), serversModel(fixture).table().rowCount());
        QCOMPARE(page.selectedKeys(), ofPerson);
        QVERIFY(!serversView(fixture).currentIndex().isValid() ||
                serversView(fixture).currentIndex().data(KeyRole).value<RowKey>() != left);
    }
}

void TestAsLeft::keepsNoKeyThatWasTypedIntoTheFilter()
{
    WindowFixture fixture(7);
    fixture.open();
    fixture.window->findChild<FilterEdit *>()->setText(u"web "_s + fixture.server->apiKey().toUpper());
    QTest::keyClick(fixture.window->findChild<FilterEdit *>(), Qt::Key_Return);
    fixture.makeWindow();
    QVERIFY(!fixture.settings->accountLayout(u"demo"_s).tables.isEmpty());
    QCOMPARE(fixture.settings->accountLayout(u"demo"_s).tables.value(u"servers"_s).filter, QString());
}

void TestAsLeft::survivesGarbageInTheSettings()
{
    WindowFixture fixture(60);
    AccountLayout garbage;
    garbage.tables[u"servers"_s] = {"garbage", u"fqdn"_s};
    garbage.panels.docks = "\xff\x01";
    garbage.panels.open[u"nothing"_s] = true;
    garbage.panels.states[u"details"_s] = u"garbage"_s;
    garbage.node = u"datacenter:nowhere"_s;
    fixture.settings->setAccountLayout(u"demo"_s, garbage);
    fixture.makeWindow();
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QCOMPARE(serversView(fixture).shownColumns(), serversTable.columnsShownAtFirst());
    QTRY_COMPARE(serversModel(fixture).rowCount(), 60);
    QVERIFY(serversView(fixture).isVisible());
    QVERIFY(fixture.window->page()->navigator().width() > 0);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestAsLeft)
#include "tst_asleft.moc"
