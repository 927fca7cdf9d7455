// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "support/testmain.h"
#include "ui/views/serversviewtest.h"
#include "views/scrollreturn.h"

#include <QScrollBar>
#include <QTest>

using namespace layerscope;

/// The way back to where a table was scrolled to.
class ScrollReturnTest : public ServersViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void saysWhereAViewIs();
    void goesOnAsRowsCome();
    void goesToAnotherPlaceOfItsRow();
    void findsNoRowThatIsNotThere();

private:
    static constexpr RowKey keyOf(qint64 id) { return {RowKind::BareMetal, id}; }
    [[nodiscard]] int height() const { return view->visualRect(at(1)).height(); }
    [[nodiscard]] int scrolled() const { return view->verticalScrollBar()->value(); }
};

void ScrollReturnTest::saysWhereAViewIs()
{
    QVERIFY(!ScrollReturn::placeOf(*view)); // there is nothing
    list(300);
    QTRY_COMPARE(model->rowCount(), 300);
    QCOMPARE(ScrollReturn::placeOf(*view), std::optional(ScrollPlace()));
    view->verticalScrollBar()->setValue(100 * height() + height() / 2);
    const std::optional<ScrollPlace> place = ScrollReturn::placeOf(*view);
    QVERIFY(place);
    QCOMPARE(place->row, std::optional(keyOf(101)));
    QVERIFY2(place->offset <= -400 && place->offset >= -500, qPrintable(QString::number(place->offset)));
}

/// Also where all that came at first was on screen without scrolling.
void ScrollReturnTest::goesOnAsRowsCome()
{
    list(6);
    QTRY_COMPARE(model->rowCount(), 6);
    ScrollReturn way({keyOf(4), 0, 0});
    QVERIFY(way.go(*view));
    QCOMPARE(view->verticalScrollBar()->maximum(), 0);
    list(300);
    QTRY_COMPARE(model->rowCount(), 300);
    QVERIFY(way.go(*view));
    QCOMPARE(scrolled(), 3 * height());
    QVERIFY(way.go(*view)); // from where it is
    QCOMPARE(scrolled(), 3 * height());
}

void ScrollReturnTest::goesToAnotherPlaceOfItsRow()
{
    list(300);
    QTRY_COMPARE(model->rowCount(), 300);
    ScrollReturn way({keyOf(100), 0, 0});
    QVERIFY(way.go(*view));
    QCOMPARE(scrolled(), 99 * height());
    view->sortByColumn(nameColumn, Qt::DescendingOrder);
    settle();
    QVERIFY(way.go(*view));
    QCOMPARE(at(100).row(), 200);
    QCOMPARE(scrolled(), 200 * height());
}

void ScrollReturnTest::findsNoRowThatIsNotThere()
{
    list(300);
    QTRY_COMPARE(model->rowCount(), 300);
    ScrollReturn way({keyOf(4711), 0, 0});
    QVERIFY(!way.go(*view));
    QCOMPARE(scrolled(), 0);
}

LAYERSCOPE_TEST(QTEST_MAIN, ScrollReturnTest)
#include "tst_scrollreturn.moc"
