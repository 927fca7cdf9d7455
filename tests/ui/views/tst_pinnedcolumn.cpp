// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pinnedcolumn.h"

#include "support/testmain.h"
#include "ui/views/serversviewtest.h"

#include <QAction>
#include <QHeaderView>
#include <QImage>
#include <QMenu>
#include <QMouseEvent>
#include <QPixmap>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// The name stays in place while the other columns are scrolled sideways beneath it.
class PinnedColumnTest : public ServersViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void namesStayInPlace();
    void theirTitleDoes();
    void clicksMeanWhatIsSeen();
    void arrowsOpenWhereTheyAreSeen_data();
    void arrowsOpenWhereTheyAreSeen();
    void keysCloseHoweverItIsScrolled_data() { arrowsOpenWhereTheyAreSeen_data(); }
    void keysCloseHoweverItIsScrolled();
    void itsEdgeCanBeSeized();
    void namesLeadNowhereSideways();
    void cellsComeOutFromBeneath();
    void wideNamesLeaveRoom();
    void isMirrored();

private:
    static constexpr int nameWidth = 200;

    /// 20 servers in a narrow view, whose columns are 150 pixels wide each.
    void openNarrow();
    [[nodiscard]] int scrolled() const { return view->horizontalScrollBar()->value(); }
    void scrollTo(int position) const { view->horizontalScrollBar()->setValue(position); }
    [[nodiscard]] int middleOf(qint64 id) const { return view->visualRect(at(id)).center().y(); }
    static void move(QWidget *widget, QPoint to, Qt::MouseButton held)
    {
        QMouseEvent event(QEvent::MouseMove, to, widget->mapToGlobal(to), Qt::NoButton, held, Qt::NoModifier);
        QCoreApplication::sendEvent(widget, &event);
    }
    /// What is to be seen of the first column, without the line at its edge.
    [[nodiscard]] static QImage firstColumnOf(QWidget *viewport)
    {
        return viewport->grab(QRect(0, 0, nameWidth - 3, viewport->height())).toImage();
    }
};

void PinnedColumnTest::openNarrow()
{
    list(20);
    settle();
    QTRY_COMPARE(model->rowCount(), 20);
    view->resize(600, 480);
    for (const ColumnIndex column : view->shownColumns())
        view->header()->resizeSection(column, column == nameColumn ? nameWidth : 150);
    QTRY_VERIFY(view->horizontalScrollBar()->maximum() > 400);
}

void PinnedColumnTest::namesStayInPlace()
{
    openNarrow();
    const QRect before = view->visualRect(at(3));
    const QImage names = firstColumnOf(view->viewport());
    for (const int position : {1, 70, 400}) {
        scrollTo(position);
        QCOMPARE(view->visualRect(at(3)), before);
        QCOMPARE(firstColumnOf(view->viewport()), names);
    }
    // The others go.
    const ColumnIndex second = view->shownColumns().at(1);
    QCOMPARE(view->visualRect(at(3, second)).left(), nameWidth - 400);
}

void PinnedColumnTest::theirTitleDoes()
{
    openNarrow();
    const QImage title = firstColumnOf(view->header()->viewport());
    scrollTo(400);
    QCOMPARE(firstColumnOf(view->header()->viewport()), title);

    // It sorts, and the arrow beside it turns.
    QCOMPARE(model->spec().sortOrder, Qt::AscendingOrder);
    QTest::mouseClick(view->header()->viewport(), Qt::LeftButton, {}, QPoint(nameWidth / 2, 5));
    QCOMPARE(model->spec().sortColumn, nameColumn);
    QCOMPARE(model->spec().sortOrder, Qt::DescendingOrder);
    const QImage turned = firstColumnOf(view->header()->viewport());
    QVERIFY(turned != title);
    scrollTo(0);
    QCOMPARE(firstColumnOf(view->header()->viewport()), turned);

    // The menu there is the name's, which cannot be hidden.
    scrollTo(400);
    Q_EMIT view->header()->customContextMenuRequested({nameWidth / 2, 5});
    auto *menu = view->findChild<QMenu *>(u"columnMenu"_s);
    QVERIFY(menu != nullptr);
    const auto *hide = menu->findChild<QAction *>(u"hideColumn"_s);
    QVERIFY(hide != nullptr);
    QVERIFY(!hide->isEnabled());
    menu->close();
}

void PinnedColumnTest::clicksMeanWhatIsSeen()
{
    openNarrow();
    scrollTo(400);
    const QPoint onName(nameWidth / 2, middleOf(7));
    QCOMPARE(view->indexAt(onName), at(7));
    QSignalSpy clicked(view.get(), &QTreeView::clicked);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, onName);
    QCOMPARE(clicked.count(), 1);
    QCOMPARE(clicked.constFirst().constFirst().toModelIndex(), at(7));
    QCOMPARE(view->currentIndex(), at(7));
    QCOMPARE(view->selectedTableRows().size(), 1);

    // Beside it is what has come there.
    const QModelIndex beside = view->indexAt({nameWidth + 10, onName.y()});
    QCOMPARE(beside.row(), at(7).row());
    QCOMPARE(beside.column(), view->header()->logicalIndexAt(nameWidth + 10));
    QVERIFY(beside.column() != nameColumn);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, Qt::ShiftModifier, {nameWidth / 2, middleOf(9)});
    QCOMPARE(view->selectedTableRows().size(), 3);
}

void PinnedColumnTest::arrowsOpenWhereTheyAreSeen_data()
{
    QTest::addColumn<Qt::LayoutDirection>("direction");
    QTest::newRow("to the right") << Qt::LeftToRight;
    QTest::newRow("to the left") << Qt::RightToLeft;
}

void PinnedColumnTest::arrowsOpenWhereTheyAreSeen()
{
    QFETCH(const Qt::LayoutDirection, direction);
    view->setLayoutDirection(direction);
    openNarrow();
    QList<RowPatch> places;
    for (int id = 1; id <= 20; ++id)
        places.append(detail(id, ServerColumn::Datacenter, text("dal10")));
    apply(places);
    group(ServerColumn::Datacenter);
    QTRY_COMPARE(model->rowCount(), 1);
    const QModelIndex top = model->index(0, 0);
    QTRY_VERIFY(view->isExpanded(top));
    const auto click = [&](int fromEdge) {
        const int y = view->visualRect(top.siblingAtColumn(nameColumn)).center().y();
        const int x = direction == Qt::RightToLeft ? view->viewport()->width() - 1 - fromEdge : fromEdge;
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, QPoint(x, y));
    };
    for (const int position : {5, 400}) {
        scrollTo(position);
        for (const bool isOpen : {false, true}) {
            click(view->indentation() - 2);
            QCOMPARE(view->isExpanded(top), isOpen);
        }
        QVERIFY(view->selectedTableRows().isEmpty()); // an arrow selects nothing
        click(nameWidth / 2);
        QVERIFY(view->isExpanded(top));
        QCOMPARE(view->currentIndex(), top.siblingAtColumn(nameColumn));
        view->clearSelection();
        QTRY_VERIFY(view->selectedTableRows().isEmpty());
    }
}

/// As they open.
void PinnedColumnTest::keysCloseHoweverItIsScrolled()
{
    QFETCH(const Qt::LayoutDirection, direction);
    view->setLayoutDirection(direction);
    openNarrow();
    group(ServerColumn::Kind);
    const QModelIndex top = model->index(0, 0);
    QTRY_VERIFY(view->isExpanded(top));
    const bool isRightToLeft = direction == Qt::RightToLeft;
    for (const int position : {0, 400}) {
        view->setCurrentIndex(top.siblingAtColumn(nameColumn));
        scrollTo(position);
        QTest::keyClick(view.get(), isRightToLeft ? Qt::Key_Right : Qt::Key_Left);
        QVERIFY(!view->isExpanded(top));
        QTest::keyClick(view.get(), isRightToLeft ? Qt::Key_Left : Qt::Key_Right);
        QVERIFY(view->isExpanded(top));
        QCOMPARE(scrolled(), position);
    }
}

void PinnedColumnTest::itsEdgeCanBeSeized()
{
    openNarrow();
    scrollTo(400);
    QWidget *viewport = view->header()->viewport();
    const QPoint edge(nameWidth - 1, 5);
    move(viewport, edge - QPoint(30, 0), Qt::NoButton);
    QVERIFY(view->header()->cursor().shape() != Qt::SplitHCursor);
    move(viewport, edge, Qt::NoButton);
    QCOMPARE(view->header()->cursor().shape(), Qt::SplitHCursor);
    QTest::mousePress(viewport, Qt::LeftButton, {}, edge);
    move(viewport, edge + QPoint(50, 0), Qt::LeftButton);
    QCOMPARE(view->columnWidth(nameColumn), nameWidth + 50);
    move(viewport, {-2000, 5}, Qt::LeftButton);
    QCOMPARE(view->columnWidth(nameColumn), view->header()->minimumSectionSize());
    QTest::mouseRelease(viewport, Qt::LeftButton, {}, edge);
    QCOMPARE(model->spec().sortOrder, Qt::AscendingOrder); // it was no click
}

void PinnedColumnTest::namesLeadNowhereSideways()
{
    openNarrow();
    scrollTo(400);
    view->setCurrentIndex(at(5));
    QCOMPARE(scrolled(), 400);
    QTest::keyClick(view.get(), Qt::Key_Down);
    QCOMPARE(view->currentIndex(), at(6));
    QCOMPARE(scrolled(), 400);
    view->resize(600, 200);
    QVERIFY(view->showRow({RowKind::BareMetal, 20}));
    QCOMPARE(scrolled(), 400);
    QVERIFY(view->viewport()->rect().contains(view->visualRect(at(20)))); // downwards they do
}

void PinnedColumnTest::cellsComeOutFromBeneath()
{
    openNarrow();
    const QList<ColumnIndex> columns = view->shownColumns();
    QVERIFY(columns.size() > 6);
    const auto isSeen = [this](ColumnIndex column) {
        const QRect cell = view->visualRect(at(5, column));
        return cell.left() >= nameWidth && cell.right() < view->viewport()->width();
    };
    view->setCurrentIndex(at(5));
    for (qsizetype i = 1; i < columns.size(); ++i) {
        view->scrollTo(at(5, columns.at(i)));
        QVERIFY(isSeen(columns.at(i)));
    }
    QCOMPARE(scrolled(), view->horizontalScrollBar()->maximum());
    for (qsizetype i = columns.size() - 1; i > 0; --i) {
        view->scrollTo(at(5, columns.at(i)));
        QVERIFY(isSeen(columns.at(i)));
    }
    QCOMPARE(scrolled(), 0);
}

void PinnedColumnTest::wideNamesLeaveRoom()
{
    openNarrow();
    view->header()->resizeSection(nameColumn, 550);
    const int screen = view->viewport()->width();
    QTRY_VERIFY(view->horizontalScrollBar()->maximum() > 900);
    scrollTo(100); // its end goes like any column
    QCOMPARE(view->visualRect(at(3)).right(), 449);
    scrollTo(900);
    QCOMPARE(view->visualRect(at(3)).right() + 1, screen / 2);
    QCOMPARE(PinnedColumn(*view->header()).width(), screen / 2);
    const ColumnIndex second = view->shownColumns().at(1);
    view->scrollTo(at(3, second));
    QCOMPARE(view->visualRect(at(3, second)).left(), screen / 2);
}

void PinnedColumnTest::isMirrored()
{
    view->setLayoutDirection(Qt::RightToLeft);
    openNarrow();
    const int screen = view->viewport()->width();
    const QRect before = view->visualRect(at(3));
    QCOMPARE(view->header()->sectionViewportPosition(nameColumn), screen - nameWidth);
    scrollTo(400);
    QVERIFY(view->header()->sectionViewportPosition(nameColumn) >= screen);
    QCOMPARE(view->visualRect(at(3)), before);
    QCOMPARE(view->indexAt({screen - nameWidth / 2, middleOf(3)}), at(3));
    QVERIFY(view->indexAt({screen - nameWidth - 10, middleOf(3)}).column() != nameColumn);
    for (const ColumnIndex column : view->shownColumns()) {
        view->scrollTo(at(3, column));
        const QRect cell = view->visualRect(at(3, column));
        QVERIFY(cell.left() >= 0);
        QVERIFY(column == nameColumn || cell.right() < screen - nameWidth);
    }
}

LAYERSCOPE_TEST(QTEST_MAIN, PinnedColumnTest)
#include "tst_pinnedcolumn.moc"
