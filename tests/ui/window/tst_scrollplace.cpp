// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "ui/window/windowparts.h"

#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "views/rowsview.h"
#include "views/scrollreturn.h"

#include <QAction>
#include <QScrollBar>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int manyServers = 300;

/// A window that is too small for its tables, as it stands after a load.
class ScrolledWindow : public WindowFixture
{
public:
    explicit ScrolledWindow(std::optional<int> pools = std::nullopt)
        : WindowFixture(manyServers, std::chrono::milliseconds(0), {}, pools)
    {
        liftLimits();
        open();
        window->resize(900, 500);
    }

    /// Nothing comes any more, and all that came is on screen.
    [[nodiscard]] bool stands() const
    {
        return QTest::qWaitFor(
            [this] {
                const RowsModel &rows = *view().rowsModel();
                return isFinished() && !rows.isArranging() && rows.rowCount() > 0 &&
                       rows.arrangement()->tableRows == rows.table().rowCount();
            },
            loadTimeout);
    }

    /// The next day.
    void startAgain()
    {
        makeWindow();
        open();
    }

    [[nodiscard]] RowsView &view() const { return *window->page()->currentPage().view(); }
    [[nodiscard]] int height() const { return view().verticalScrollBar()->value(); }
    [[nodiscard]] int sideways() const { return view().horizontalScrollBar()->value(); }
    /// To the side as well.
    void scrollTo(int height, int aside = 0) const
    {
        view().verticalScrollBar()->setValue(height);
        view().horizontalScrollBar()->setValue(aside);
    }
    [[nodiscard]] RowKey keyOf(int row) const
    {
        return view().rowsModel()->index(row, 0).data(KeyRole).value<RowKey>();
    }
    [[nodiscard]] QList<RowKey> selected() const { return window->page()->currentPage().selectedKeys(); }
};

} // namespace

/// Where a table was scrolled to, and that it is so the next day.
class TestScrollPlace : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isTheSameTheNextDay();
    void isFoundInAnyOrder_data();
    void isFoundInAnyOrder();
    void theBeginningStaysInSight();
    void aRowBelowAPoolIsFound();
    void isThatOfEachTable();
    void isThePersonsFromThenOn_data();
    void isThePersonsFromThenOn();
    void aRowThatIsGoneIsNoPlace();
    void aPlaceIsKeptThroughALoadThatFailed();
    void fitsOtherRows();
};

/// To the pixel; and what was selected is selected, in sight or not.
void TestScrollPlace::isTheSameTheNextDay()
{
    ScrolledWindow scrolled;
    QVERIFY(scrolled.stands());
    const RowKey current = scrolled.keyOf(5);
    QVERIFY(scrolled.view().showRow(current));
    scrolled.scrollTo(1234, 57);
    QCOMPARE(scrolled.height(), 1234);
    QCOMPARE(scrolled.sideways(), 57);
    for (int day = 0; day < 2; ++day) { // of which the second keeps what nobody touched
        scrolled.startAgain();
        QVERIFY(scrolled.stands());
        QTRY_COMPARE(scrolled.selected(), QList<RowKey>{current});
        QCOMPARE(scrolled.height(), 1234);
        QCOMPARE(scrolled.sideways(), 57);
        QCOMPARE(scrolled.view().currentIndex().data(KeyRole).value<RowKey>(), current);
    }
}

void TestScrollPlace::isFoundInAnyOrder_data()
{
    QTest::addColumn<int>("sortColumn");
    QTest::addColumn<QString>("group");
    QTest::newRow("what comes with the details") << int(ServerColumn::FeeMonthUsd) << u""_s;
    QTest::newRow("groups") << int(ServerColumn::Fqdn) << u"groupBy_datacenter"_s;
    QTest::newRow("groups that have a row several times") << int(ServerColumn::Fqdn) << u"groupBy_tags"_s;
}

void TestScrollPlace::isFoundInAnyOrder()
{
    QFETCH(int, sortColumn);
    QFETCH(QString, group);
    ScrolledWindow scrolled;
    QVERIFY(scrolled.stands());
    scrolled.view().sortByColumn(sortColumn, Qt::DescendingOrder);
    if (!group.isEmpty())
        scrolled.trigger(group);
    QVERIFY(scrolled.stands());
    scrolled.scrollTo(2000);
    QCOMPARE(scrolled.height(), 2000);
    scrolled.startAgain();
    QVERIFY(scrolled.stands());
    QTRY_COMPARE(scrolled.height(), 2000);
}

/// Although the row that is selected is far below.
void TestScrollPlace::theBeginningStaysInSight()
{
    ScrolledWindow scrolled;
    QVERIFY(scrolled.stands());
    const RowKey current = scrolled.keyOf(200);
    QVERIFY(scrolled.view().showRow(current));
    QVERIFY(scrolled.height() > 0);
    scrolled.scrollTo(0);
    scrolled.startAgain();
    QVERIFY(scrolled.stands());
    QTRY_COMPARE(scrolled.selected(), QList<RowKey>{current});
    QCOMPARE(scrolled.height(), 0);
}

void TestScrollPlace::aRowBelowAPoolIsFound()
{
    ScrolledWindow scrolled(8);
    scrolled.trigger(u"showPools"_s);
    QVERIFY(scrolled.stands());
    scrolled.view().openAll();
    QTRY_VERIFY(scrolled.view().verticalScrollBar()->maximum() > 777);
    scrolled.scrollTo(777);
    QCOMPARE(scrolled.height(), 777);
    const std::optional<ScrollPlace> place = ScrollReturn::placeOf(scrolled.view());
    QVERIFY(place && place->row);
    QVERIFY(scrolled.view().rowsModel()->indexOfKey(*place->row).parent().isValid());
    scrolled.startAgain();
    QTRY_COMPARE_WITH_TIMEOUT(&scrolled.window->page()->currentTable(), &poolsTable, loadTimeout);
    QVERIFY(scrolled.stands());
    QTRY_COMPARE(scrolled.height(), 777);
}

/// Also of one that is looked at after all of it came.
void TestScrollPlace::isThatOfEachTable()
{
    ScrolledWindow scrolled(80);
    QVERIFY(scrolled.stands());
    scrolled.scrollTo(345, 21);
    scrolled.trigger(u"showPools"_s);
    QVERIFY(scrolled.stands());
    scrolled.scrollTo(222);
    scrolled.trigger(u"showVlans"_s);
    QVERIFY(scrolled.stands());
    scrolled.scrollTo(99);
    const int ofVlans = scrolled.height();
    scrolled.trigger(u"showServers"_s);
    scrolled.startAgain();
    QVERIFY(scrolled.stands());
    QTRY_COMPARE(scrolled.height(), 345);
    QCOMPARE(scrolled.sideways(), 21);
    scrolled.trigger(u"showPools"_s);
    QVERIFY(scrolled.stands());
    QTRY_COMPARE(scrolled.height(), 222);
    scrolled.trigger(u"showVlans"_s);
    QVERIFY(scrolled.stands());
    QTRY_COMPARE(scrolled.height(), ofVlans);
}

void TestScrollPlace::isThePersonsFromThenOn_data()
{
    QTest::addColumn<QString>("what");
    for (const auto *what : {"nothing", "scrolls", "scrolls sideways", "selects", "filters", "sorts"})
        QTest::newRow(what) << QString::fromLatin1(what);
}

/// Whoever does something before the row comes is not taken elsewhere.
void TestScrollPlace::isThePersonsFromThenOn()
{
    QFETCH(QString, what);
    ScrolledWindow scrolled;
    QVERIFY(scrolled.stands());
    // To a row that the page of bare metal has not.
    const auto placeAt = [&scrolled](int height) {
        scrolled.scrollTo(height);
        return ScrollReturn::placeOf(scrolled.view());
    };
    int there = 3000;
    std::optional<ScrollPlace> place = placeAt(there);
    while (place.value().row.value().kind != RowKind::Virtual)
        place = placeAt(there += 20);
    QCOMPARE(scrolled.height(), there);
    scrolled.trigger(u"showBareMetal"_s);
    LayoutSettings &settings = *scrolled.settings;
    scrolled.makeWindow();
    AccountLayout layout = settings.accountLayout(u"demo"_s);
    layout.tables[u"servers"_s].place = place;
    settings.setAccountLayout(u"demo"_s, layout);
    // Of a load that goes on and on.
    scrolled.server->setFaultPlan({{{Fault::Kind::Hang, {.mask = u"datacenter"_s}, 0, {}, {}}}, 0, false});
    scrolled.open();
    const RowsModel &rows = *scrolled.view().rowsModel();
    QTRY_COMPARE_WITH_TIMEOUT(rows.rowCount(), scrolled.server->account().hardwareCount(), loadTimeout);
    QTRY_COMPARE_WITH_TIMEOUT(rows.table().rowCount(), manyServers, loadTimeout);
    if (what == u"scrolls") {
        scrolled.view().verticalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    } else if (what == u"scrolls sideways") {
        scrolled.view().horizontalScrollBar()->triggerAction(QAbstractSlider::SliderPageStepAdd);
    } else if (what == u"selects") {
        scrolled.view().setCurrentIndex(rows.index(1, 0));
        QTRY_VERIFY(scrolled.view().copyAction()->isEnabled());
    } else if (what == u"filters") {
        scrolled.window->page()->currentPage().setFilter(u"-name:nowhere"_s);
    } else if (what == u"sorts") {
        scrolled.view().sortByColumn(ServerColumn::Id, Qt::AscendingOrder);
    }
    QVERIFY(scrolled.window->session()->loader().isRunning());
    scrolled.trigger(u"showServers"_s);
    QTRY_COMPARE_WITH_TIMEOUT(rows.rowCount(), manyServers, loadTimeout);
    if (what == u"nothing")
        QCOMPARE(scrolled.height(), there);
    else
        QVERIFY2(scrolled.height() < 1000, qPrintable(QString::number(scrolled.height())));
}

/// Then the current row is what somebody comes back for.
void TestScrollPlace::aRowThatIsGoneIsNoPlace()
{
    ScrolledWindow scrolled;
    QVERIFY(scrolled.stands());
    const RowKey current = scrolled.keyOf(200);
    QVERIFY(scrolled.view().showRow(current));
    scrolled.scrollTo(700);
    LayoutSettings &settings = *scrolled.settings;
    scrolled.makeWindow();
    AccountLayout layout = settings.accountLayout(u"demo"_s);
    layout.tables[u"servers"_s].place->row = RowKey{RowKind::Virtual, 4711};
    settings.setAccountLayout(u"demo"_s, layout);
    scrolled.open();
    QVERIFY(scrolled.stands());
    QTRY_COMPARE(scrolled.selected(), QList<RowKey>{current});
    QTRY_VERIFY(scrolled.view().viewport()->rect().contains(
        scrolled.view().visualRect(scrolled.view().currentIndex()).center()));
}

void TestScrollPlace::aPlaceIsKeptThroughALoadThatFailed()
{
    ScrolledWindow scrolled;
    QVERIFY(scrolled.stands());
    scrolled.scrollTo(1500);
    scrolled.makeWindow();
    Connection wrongKey = scrolled.connection();
    wrongKey.credentials.secret = u"wrong"_s;
    scrolled.openAs(wrongKey);
    QTRY_COMPARE_WITH_TIMEOUT(loadState(scrolled), AccountLoader::State::Failed, loadTimeout);
    scrolled.startAgain();
    QVERIFY(scrolled.stands());
    QTRY_COMPARE(scrolled.height(), 1500);
}

/// Half a row is half a row, however high rows are now.
void TestScrollPlace::fitsOtherRows()
{
    ScrolledWindow scrolled;
    QVERIFY(scrolled.stands());
    const int high = scrolled.view().visualRect(scrolled.view().rowsModel()->index(0, 0)).height();
    scrolled.scrollTo(100 * high + high / 2);
    scrolled.makeWindow();
    scrolled.settings->setRowDensity(RowDensity::Compact);
    scrolled.makeWindow();
    scrolled.open();
    QVERIFY(scrolled.stands());
    const int low = scrolled.view().visualRect(scrolled.view().rowsModel()->index(0, 0)).height();
    QVERIFY(low < high);
    QTRY_VERIFY2(qAbs(scrolled.height() - (100 * low + low / 2)) <= 1,
                 qPrintable(QString::number(scrolled.height())));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestScrollPlace)
#include "tst_scrollplace.moc"
