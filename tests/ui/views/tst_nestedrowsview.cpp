// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "support/testmain.h"
#include "ui/paintwatcher.h"
#include "ui/views/poolsviewtest.h"

#include <QAccessible>
#include <QHeaderView>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// A view of pools and what lies below them: what is open, what is in sight, and what is kept of it.
class NestedRowsViewTest : public PoolsViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheDefaultColumns();
    void screenReadersHearWhatIsOpen();
    void opensAndClosesAll();
    void theStarOpensAll();
    void staysOpenOverNewOrders();
    void showsAPool();
    void showsPoolsWithoutMembersAtTheTopToo();
    void showsAMember();
    void staysWhereOneWasLed();
    void tellsWhatIsSeen();
    void tellsWhatIsOpen();
    void searchesNames();
    void keepsWhatThePersonLooksAt();
    void paintsOnlyWhatChangedOnScreen();
    void sentencesRunOverEmptyCells();
    void keepsTheLayout();
    void opensWhatWasOpenAsItComes();
    void refusesLayoutsOfOthers();
    void seesRowsFromTheRightToo();
};

void NestedRowsViewTest::startsWithTheDefaultColumns()
{
    const QList<ColumnIndex> shown = view->shownColumns();
    QCOMPARE(shown.constFirst(), nameColumn);
    QCOMPARE(shown, poolsTable.columnsShownAtFirst());
    QCOMPARE(view->treePosition(), nameColumn);
    QVERIFY(view->rootIsDecorated());
    QCOMPARE(view->header()->sortIndicatorSection(), int(nameColumn));
}

/// Qt tells of rows below others in the first column of a model only.
void NestedRowsViewTest::screenReadersHearWhatIsOpen()
{
    list(2, 2);
    QAccessibleInterface *tree = QAccessible::queryAccessibleInterface(view.get());
    QVERIFY(tree != nullptr && tree->tableInterface() != nullptr);
    const auto name = [tree](int row) { return tree->tableInterface()->cellAt(row, 0); };
    QCOMPARE(name(0)->text(QAccessible::Name), u"pool1"_s);
    QVERIFY(name(0)->state().expandable);
    QVERIFY(!name(0)->state().expanded);
    view->expand(pool(1));
    QVERIFY(name(0)->state().expanded);
    QCOMPARE(name(1)->text(QAccessible::Name), u"m101"_s);
    QVERIFY(!name(1)->state().expandable);
}

void NestedRowsViewTest::opensAndClosesAll()
{
    list(3, 2);
    QVERIFY(!view->isExpanded(model->index(0, 0))); // closed at first
    view->openAll();
    for (int place = 0; place < 3; ++place)
        QVERIFY(view->isExpanded(model->index(place, 0)));
    view->closeAll();
    for (int place = 0; place < 3; ++place)
        QVERIFY(!view->isExpanded(model->index(place, 0)));
}

/// Not what is below the current row alone.
void NestedRowsViewTest::theStarOpensAll()
{
    list(3, 2);
    view->setCurrentIndex(pool(2));
    QTest::keyClick(view.get(), Qt::Key_Asterisk);
    for (int place = 0; place < 3; ++place)
        QVERIFY(view->isExpanded(model->index(place, 0)));
    QCOMPARE(view->currentIndex(), pool(2));
}

void NestedRowsViewTest::staysOpenOverNewOrders()
{
    list(4, 2);
    view->expand(pool(2, 0));
    view->setCurrentIndex(member(keyOf(2, 2)));
    view->selectionModel()->select(pool(3, 0), selectRow);
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(pool(4).row(), 0);
    QVERIFY(view->isExpanded(pool(2, 0)));
    QVERIFY(!view->isExpanded(pool(3, 0)));
    QCOMPARE(view->currentIndex(), member(keyOf(2, 2)));
    QCOMPARE(view->selectedTableRows(), QList<int>{2});

    // A filter takes it away, and gives it back.
    model->setFilter(u"pool2"_s);
    QTRY_COMPARE(model->rowCount(), 1);
    QVERIFY(view->isExpanded(pool(2, 0)));

    // So do lists of another load, which another pool is missing from.
    model->setFilter({});
    QTRY_COMPARE(model->rowCount(), 4);
    pools->beginLoad();
    members->beginLoad();
    pools->listRows({namedPool(2, "pool2"), namedPool(4, "pool4"), namedPool(5, "pool5")});
    members->listRows({memberOf(2, keyOf(2, 2), "m202")});
    members->removeRowsNotListed(RowKind::BareMetal);
    pools->removeRowsNotListed(RowKind::Pool);
    QTRY_COMPARE(model->rowCount(), 3);
    QVERIFY(view->isExpanded(pool(2, 0)));
    QCOMPARE(view->currentIndex(), member(keyOf(2, 2)));
    QVERIFY(!view->isExpanded(pool(5, 0)));
}

void NestedRowsViewTest::showsAPool()
{
    list(60, 2);
    QVERIFY(view->showRow({RowKind::Pool, 50}));
    QVERIFY(view->isExpanded(pool(50, 0)));
    QCOMPARE(view->currentIndex(), pool(50));
    QCOMPARE(view->selectedTableRows(), QList<int>{49});
    QVERIFY(view->viewport()->rect().contains(view->visualRect(pool(50)).center()));
    QVERIFY(!view->showRow({RowKind::Pool, 99}));
    QCOMPARE(view->currentIndex(), pool(50));
}

void NestedRowsViewTest::showsPoolsWithoutMembersAtTheTopToo()
{
    list(60, 0);
    QVERIFY(!model->hasChildren(pool(20, 0)));
    QVERIFY(view->showRow({RowKind::Pool, 20}));
    QCOMPARE(view->visualRect(pool(20)).top(), 0);
}

void NestedRowsViewTest::showsAMember()
{
    list(60, 2);
    QVERIFY(view->showRow(keyOf(50, 2)));
    QVERIFY(view->isExpanded(pool(50, 0)));
    QCOMPARE(view->currentIndex(), member(keyOf(50, 2)));
    QVERIFY(view->viewport()->rect().contains(view->visualRect(view->currentIndex()).center()));
    QVERIFY(!view->showRow(virtualKey(5002)));
}

/// A new order that moves nothing and comes after it does not lead away again.
void NestedRowsViewTest::staysWhereOneWasLed()
{
    list(60, 2);
    model->setFilter(u"pool"_s); // hides none
    QTRY_VERIFY(!model->isArranging());
    model->setFilter({});
    QVERIFY(model->isArranging());
    QVERIFY(view->showRow({RowKind::Pool, 50}));
    QTRY_VERIFY(!model->isArranging());
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(pool(50))));

    // None is made for a column that has no say.
    view->setColumnShown(PoolColumn::Over, false);
    model->setStateColumns(view->shownColumnSet());
    model->setSpec(model->spec());
    QVERIFY(!model->isArranging());
}

void NestedRowsViewTest::tellsWhatIsSeen()
{
    QList<ViewOrder> log;
    connect(view.get(), &RowsView::viewOrderChanged, this,
            [&log](const ViewOrder &order) { log.append(order); });
    list(100, 3);
    QTRY_VERIFY(!log.isEmpty() && log.constLast().all.size() == 100);
    const int rowHeight = view->visualRect(pool(1)).height();
    const int screen = (view->viewport()->height() + rowHeight - 1) / rowHeight;
    QCOMPARE(log.constLast().visible.size(), screen);
    QCOMPARE(log.constLast().visible.constFirst(), 0);
    QVERIFY(!log.constLast().nearby.isEmpty());

    // An open pool with its members takes the place of others; a row of a member is one of its pool.
    log.clear();
    view->openAll();
    QTRY_VERIFY(!log.isEmpty());
    QCOMPARE(log.constLast().visible.size(), (screen + 3) / 4);

    log.clear();
    view->verticalScrollBar()->setValue(4 * 50 * rowHeight + 2 * rowHeight);
    QTRY_VERIFY(!log.isEmpty());
    QCOMPARE(log.constLast().visible.constFirst(), 50); // its first row on screen is a member
    QVERIFY(log.constLast().nearby.contains(49));

    log.clear();
    view->hide();
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(pool(100).row(), 0);
    QVERIFY(log.isEmpty()); // nobody sees it
    view->show();
    QTRY_VERIFY(!log.isEmpty());
    QCOMPARE(log.constLast().all.constFirst(), 99);
}

void NestedRowsViewTest::tellsWhatIsOpen()
{
    list(3, 2);
    QSignalSpy opened(view.get(), &RowsView::openRowsChanged);
    const auto last = [&opened] { return opened.constLast().constFirst().value<QList<qint64>>(); };
    view->expand(pool(2, 0));
    QTRY_COMPARE(opened.count(), 1);
    QCOMPARE(last(), QList<qint64>{2});
    view->openAll();
    QTRY_COMPARE(opened.count(), 2); // once for all
    QCOMPARE(last(), QList<qint64>({1, 2, 3}));
    view->collapse(pool(1, 0));
    QTRY_COMPARE(last(), QList<qint64>({2, 3}));
    view->closeAll();
    QTRY_COMPARE(last(), QList<qint64>());
}

void NestedRowsViewTest::searchesNames()
{
    pools->listRows({namedPool(1, "Asia"), namedPool(2, "Europe"), namedPool(3, "Everest")});
    members->listRows({memberOf(2, bareMetalKey(1), "api01"), memberOf(2, bareMetalKey(2), "apple")});
    QTRY_COMPARE(model->rowCount(), 3);
    QTRY_COMPARE(seenMembers(), 2);
    view->setCurrentIndex(pool(1));
    view->keyboardSearch(u"E"_s);
    QCOMPARE(view->currentIndex(), pool(2));
    view->keyboardSearch(u"v"_s);
    QCOMPARE(view->currentIndex(), pool(3)); // "ev", not another one with "v"
    view->keyboardSearch(u"x"_s);
    QCOMPARE(view->currentIndex(), pool(3)); // no such name

    // Only rows that can be seen are found; one that is hidden is no place to start from.
    closeView();
    openView();
    pools->listRows({namedPool(1, "Asia"), namedPool(2, "Europe")});
    members->listRows({memberOf(2, bareMetalKey(1), "api01")});
    QTRY_COMPARE(seenMembers(), 1);
    view->expand(pool(2, 0));
    view->setCurrentIndex(member(bareMetalKey(1)));
    view->collapse(pool(2, 0));
    view->keyboardSearch(u"ap"_s);
    QVERIFY(view->currentIndex() != pool(1));
    view->expand(pool(2, 0));
    view->setCurrentIndex(pool(2));
    view->keyboardSearch(u"i"_s); // "api"
    QCOMPARE(view->currentIndex(), member(bareMetalKey(1)));
}

void NestedRowsViewTest::keepsWhatThePersonLooksAt()
{
    list(200, 2);
    view->expand(pool(100, 0));
    view->scrollTo(pool(100), QAbstractItemView::PositionAtTop);
    const int y = view->visualRect(pool(100)).top();
    QVERIFY(view->verticalScrollBar()->value() > 0);
    QList<RowPatch> patches;
    for (int id = 150; id < 170; ++id)
        patches.append(namedPool(id, "a first one"));
    pools->listRows(patches); // twenty names go from below to the top
    QTRY_COMPARE(pool(169).row() < 20, true);
    QCOMPARE(pool(100).row(), 119);
    QCOMPARE(view->visualRect(pool(100)).top(), y);
    QVERIFY(view->isExpanded(pool(100, 0)));
}

/// Rows of two levels have the same numbers: each is itself.
void NestedRowsViewTest::paintsOnlyWhatChangedOnScreen()
{
    list(3, 3);
    view->openAll();
    view->viewport()->repaint();
    PaintWatcher watcher;
    view->viewport()->installEventFilter(&watcher);
    members->apply({memberCells(keyOf(2, 2), {{MemberColumn::OutPublicGb, decimal("1")}})});
    members->flush();
    QTRY_VERIFY(!watcher.painted.isEmpty());
    const QRect row = view->visualRect(member(keyOf(2, 2)));
    QCOMPARE(watcher.painted.boundingRect().top(), row.top());
    QCOMPARE(watcher.painted.boundingRect().height(), row.height());

    watcher.painted = QRegion();
    pools->apply({poolCells(2, {{PoolColumn::FeeMonthUsd, decimal("1")}})});
    pools->flush();
    QTRY_VERIFY(!watcher.painted.isEmpty());
    QCOMPARE(watcher.painted.boundingRect().top(), view->visualRect(pool(2)).top());
    QCOMPARE(watcher.painted.boundingRect().height(), row.height());
}

/// What is not visible is told by a sentence, which a name's column is too narrow for.
void NestedRowsViewTest::sentencesRunOverEmptyCells()
{
    list(1, 1);
    members->apply({memberCells(keyOf(1, 1), {{MemberColumn::AllocationGb, decimal("250")}})});
    members->listRows({memberOf(1, remainderKey(1), "312 devices that are not visible to this key at all",
                                {{MemberColumn::AllocationGb, decimal("250")}})});
    QTRY_VERIFY(member(remainderKey(1)).isValid());
    view->openAll();
    view->resizeColumnToContents(nameColumn);
    view->header()->resizeSection(nameColumn, view->columnWidth(nameColumn) / 2);
    const auto hasInk = [this](const QModelIndex &index) {
        const QRect cell = view->visualRect(index).adjusted(2, 2, -2, -2);
        const QImage image = view->viewport()->grab(cell).toImage();
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x) {
                if (image.pixel(x, y) != image.pixel(image.width() - 1, 0))
                    return true;
            }
        }
        return false;
    };
    QVERIFY(hasInk(member(remainderKey(1), PoolColumn::Region)));
    QVERIFY(!hasInk(member(remainderKey(1), PoolColumn::Devices))); // it ends before
    QVERIFY(hasInk(member(remainderKey(1), PoolColumn::AllocationGb)));
    QVERIFY(hasInk(member(keyOf(1, 1), PoolColumn::Region))); // "Bare metal"
}

void NestedRowsViewTest::keepsTheLayout()
{
    view->setColumnShown(PoolColumn::InPublicGb, true);
    view->setColumnShown(PoolColumn::Region, false);
    view->moveColumn(PoolColumn::Over, -3);
    view->header()->resizeSection(PoolColumn::UsedPercent, 333);
    view->sortByColumn(PoolColumn::UsedPercent, Qt::DescendingOrder);
    const QList<ColumnIndex> columns = view->shownColumns();
    const QByteArray layout = view->saveLayout();
    closeView();
    openView();
    QVERIFY(view->restoreLayout(layout));
    QCOMPARE(view->shownColumns(), columns);
    QVERIFY(qAbs(view->columnWidth(PoolColumn::UsedPercent) - 333) <= 1);
    QCOMPARE(model->spec().sortColumn, ColumnIndex(PoolColumn::UsedPercent));
    QCOMPARE(model->spec().sortOrder, Qt::DescendingOrder);
    QCOMPARE(view->header()->sortIndicatorSection(), int(PoolColumn::UsedPercent));
}

void NestedRowsViewTest::opensWhatWasOpenAsItComes()
{
    list(3, 2);
    view->expand(pool(2));
    const QByteArray layout = view->saveLayout();
    for (const bool closesAll : {false, true}) {
        closeView();
        openView();
        QVERIFY(view->restoreLayout(layout));
        const QByteArray again = view->saveLayout(); // nothing has come, and nothing is lost
        closeView();
        openView();
        QVERIFY(view->restoreLayout(again));
        if (closesAll)
            view->closeAll();
        list(3, 2);
        QVERIFY(!view->isExpanded(pool(1)));
        QCOMPARE(view->isExpanded(pool(2)), !closesAll);
        view->collapse(pool(2));
        model->sort(PoolColumn::Name, Qt::DescendingOrder);
        QTRY_VERIFY(!model->isArranging());
        QVERIFY(!view->isExpanded(pool(2))); // once it came it is the person's
    }
}

void NestedRowsViewTest::refusesLayoutsOfOthers()
{
    const QByteArray good = view->saveLayout();
    QByteArray ofServers = good;
    ofServers[3] = static_cast<char>(ofServers[3] ^ 0x06);
    QVERIFY(!view->restoreLayout(ofServers));
    QVERIFY(!view->restoreLayout({}));
    QVERIFY(!view->restoreLayout("columns=name"));
    QVERIFY(view->restoreLayout(good));
}

/// Read from the right, the left edge of a wide view is beyond all columns.
void NestedRowsViewTest::seesRowsFromTheRightToo()
{
    QList<ViewOrder> log;
    connect(view.get(), &RowsView::viewOrderChanged, this,
            [&log](const ViewOrder &order) { log.append(order); });
    view->setLayoutDirection(Qt::RightToLeft);
    view->resize(4000, 480);
    list(3, 1);
    QTRY_VERIFY(!log.isEmpty() && log.constLast().all.size() == 3);
    QCOMPARE(log.constLast().visible, QList<int>({0, 1, 2}));
}

LAYERSCOPE_TEST(QTEST_MAIN, NestedRowsViewTest)
#include "tst_nestedrowsview.moc"
