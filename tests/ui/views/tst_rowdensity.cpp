// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/celldelegate.h"
#include "support/testmain.h"
#include "ui/views/serversviewtest.h"

#include <QHeaderView>
#include <QScrollBar>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Rows that are compact or comfortable.
class RowDensityTest : public ServersViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAndHeaderFollow();
    void whatOneLooksAtStays();
    void theSelectedRowStays();
    void aHiddenViewFollows();

private:
    [[nodiscard]] static int heightOf(const RowsView &view, RowDensity density)
    {
        return CellDelegate::rowHeight(view.fontMetrics(), density);
    }
    [[nodiscard]] int headerHeight(RowDensity density) const
    {
        return CellDelegate::rowHeight(view->header()->fontMetrics(), density);
    }
    [[nodiscard]] int rowHeight() const { return view->visualRect(at(1)).height(); }
};

void RowDensityTest::rowsAndHeaderFollow()
{
    list(3);
    settle();
    QTRY_COMPARE(model->rowCount(), 3);
    const int comfortable = heightOf(*view, RowDensity::Comfortable);
    const int compact = heightOf(*view, RowDensity::Compact);
    QVERIFY(compact < comfortable);
    QCOMPARE(rowHeight(), comfortable);
    QTRY_COMPARE(view->header()->height(), headerHeight(RowDensity::Comfortable));
    view->setDensity(RowDensity::Compact);
    QTRY_COMPARE(rowHeight(), compact);
    QTRY_COMPARE(view->header()->height(), headerHeight(RowDensity::Compact));
    QCOMPARE(yOf(3), 2 * compact);
    view->setDensity(RowDensity::Comfortable);
    QTRY_COMPARE(rowHeight(), comfortable);
    QTRY_COMPARE(view->header()->height(), headerHeight(RowDensity::Comfortable));
}

void RowDensityTest::whatOneLooksAtStays()
{
    list(500);
    settle();
    QTRY_COMPARE(model->rowCount(), 500);
    QTRY_VERIFY(view->verticalScrollBar()->maximum() > 0);
    view->scrollTo(at(200), QAbstractItemView::PositionAtTop);
    QCOMPARE(yOf(200), 0);
    view->setDensity(RowDensity::Compact);
    QTRY_COMPARE(rowHeight(), heightOf(*view, RowDensity::Compact));
    QCOMPARE(yOf(200), 0);
    view->setDensity(RowDensity::Comfortable); // and back before it was laid out, …
    view->setDensity(RowDensity::Compact);
    QTRY_COMPARE(rowHeight(), heightOf(*view, RowDensity::Compact));
    QCOMPARE(yOf(200), 0);

    view->verticalScrollBar()->setValue(0); // … and at the top one wants to see what is first
    view->setDensity(RowDensity::Comfortable);
    QTRY_COMPARE(rowHeight(), heightOf(*view, RowDensity::Comfortable));
    QCOMPARE(view->verticalScrollBar()->value(), 0);
}

void RowDensityTest::theSelectedRowStays()
{
    list(500);
    settle();
    QTRY_COMPARE(model->rowCount(), 500);
    QTRY_VERIFY(view->verticalScrollBar()->maximum() > 0);
    view->scrollTo(at(200), QAbstractItemView::PositionAtCenter);
    view->setCurrentIndex(at(200));
    const int y = yOf(200);
    QVERIFY(y > 0);
    view->setDensity(RowDensity::Compact);
    QTRY_COMPARE(rowHeight(), heightOf(*view, RowDensity::Compact));
    QCOMPARE(yOf(200), y);
    QCOMPARE(view->currentIndex(), at(200));
    QCOMPARE(view->selectedTableRows().size(), 1);
}

void RowDensityTest::aHiddenViewFollows()
{
    list(500);
    settle();
    QTRY_COMPARE(model->rowCount(), 500);
    view->scrollTo(at(200), QAbstractItemView::PositionAtTop);
    view->hide();
    view->setDensity(RowDensity::Compact);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    QCOMPARE(rowHeight(), heightOf(*view, RowDensity::Compact));
    QCOMPARE(yOf(200), 0);
}

LAYERSCOPE_TEST(QTEST_MAIN, RowDensityTest)
#include "tst_rowdensity.moc"
