// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "inventory/kinds.h"
#include "support/testmain.h"
#include "ui/paintwatcher.h"
#include "ui/views/serversviewtest.h"
#include "views/navigatorview.h"

#include <QFont>
#include <QGuiApplication>
#include <QHeaderView>
#include <QScrollBar>
#include <QSet>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QTimer>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// How a table of servers looks, what stands where, and what of it is kept.
class RowsViewTest : public ServersViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithTheDefaultColumns();
    void fitsAUsualScreenAtFirst_data();
    void fitsAUsualScreenAtFirst();
    void tellsKindsOnlyWhereThereAreSeveral();
    void keepsAKindThatWasShownOnPurpose();
    void freeRoomGoesToWhatIsCut();
    void hidesShowsAndMovesColumns();
    void keepsWhatThePersonLooksAt();
    void staysAtTheTop();
    void staysWhereOneWasLed();
    void anotherColumnLeadsNowhereElse();
    void groupsAreOpenUnlessClosed();
    void tellsWhatIsSeen();
    void paintsOnlyWhatChangedOnScreen();
    void paintsManyRowsInAnotherTurnThanItLaysThemOut();
    void searchesNames();
    void searchesNamesUnderEachTag();
    void showsARowOfSeveralGroupsWhereOneIs();
    void tellsRowsOfSeveralGroupsOnce();
    void keysOpenAndCloseGroups();
    void holdsTheOrderWhileThePointerMoves();
    void keepsTheLayout();
    void refusesBrokenLayouts_data();
    void refusesBrokenLayouts();
    void sortsByHeaderClicks();
    void showsAnotherTable();
};

void RowsViewTest::startsWithTheDefaultColumns()
{
    const QList<ColumnIndex> shown = view->shownColumns();
    QCOMPARE(shown.constFirst(), nameColumn);
    QCOMPARE(QSet<int>(shown.cbegin(), shown.cend()).size(), shown.size());
    QCOMPARE(shown, serversTable.columnsShownAtFirst());
    QCOMPARE(view->treePosition(), nameColumn);
    QCOMPARE(model->spec().shownColumns.count(), static_cast<std::size_t>(shown.size()));
}

void RowsViewTest::fitsAUsualScreenAtFirst_data()
{
    QTest::addColumn<const TableSpec *>("table");
    QTest::addColumn<int>("mustBeSeen"); // in a window of 1024
    QTest::newRow("servers: what is paid") << &serversTable << int(ServerColumn::FeeMonthUsd);
    QTest::newRow("servers: where they are reached") << &serversTable << int(ServerColumn::PrivateIp);
    QTest::newRow("pools: which go over") << &poolsTable << int(PoolColumn::Over);
}

/// With Details closed: beside the navigator, in a font of nine points at 96 dots an inch.
void RowsViewTest::fitsAUsualScreenAtFirst()
{
    QFETCH(const TableSpec *, table);
    QFETCH(int, mustBeSeen);
    QFont font = QGuiApplication::font();
    font.setPixelSize(12);
    NavigatorView navigator;
    navigator.setFont(font);
    InventoryStore noRows(table->catalogue());
    QThreadPool threads;
    RowsModel rows(noRows, threads);
    RowsView other(*table);
    other.setFont(font);
    other.setRowsModel(&rows);
    const int room = 1440 - navigator.sizeHint().width() - other.verticalScrollBar()->sizeHint().width();
    QVERIFY2(other.header()->length() <= room, qPrintable(QString::number(other.header()->length())));

    const QHeaderView &header = *other.header();
    const int smallRoom = room - (1440 - 1024);
    const int end = header.sectionPosition(mustBeSeen) + header.sectionSize(mustBeSeen);
    QVERIFY2(end <= smallRoom, qPrintable(QString::number(end)));
    const int name = header.sectionSize(table->catalogue().nameColumn());
    QVERIFY2(name >= 160 && name <= 240, qPrintable(QString::number(name)));
}

void RowsViewTest::tellsKindsOnlyWhereThereAreSeveral()
{
    constexpr ColumnIndex kind = ServerColumn::Kind;
    const QList<ColumnIndex> all = view->shownColumns();
    QVERIFY(all.contains(kind));
    view->header()->resizeSection(kind, 155);
    QSignalSpy changed(view.get(), &RowsView::shownColumnsChanged);
    view->setOneKind(true);
    view->setOneKind(true);
    QCOMPARE(changed.count(), 1);
    QList<ColumnIndex> others = all;
    others.removeOne(kind);
    QCOMPARE(view->shownColumns(), others);
    QVERIFY(!model->spec().searchedColumns.test(kind));

    // What is kept is what the person wants where there are several.
    const QByteArray layout = view->saveLayout();
    view->setOneKind(false);
    QCOMPARE(view->shownColumns(), all);
    QCOMPARE(view->columnWidth(kind), 155);
    view->setColumnShown(kind, false);
    QVERIFY(view->restoreLayout(layout));
    QCOMPARE(view->shownColumns(), all);
    QVERIFY(qAbs(view->columnWidth(kind) - 155) <= 1);
    view->setOneKind(true);
    QVERIFY(view->restoreLayout(layout));
    QCOMPARE(view->shownColumns(), others);

    // One that wants it all the same keeps it …
    view->setColumnShown(kind, true);
    view->setOneKind(false);
    view->setOneKind(true);
    QCOMPARE(view->shownColumns(), all);
    view->resetColumns(); // … until it is all as at first.
    QCOMPARE(view->shownColumns(), others);
    view->setColumnShown(kind, false); // not even where there are several, says who hides it now
    view->setOneKind(false);
    QCOMPARE(view->shownColumns(), others);
    view->resetColumns();
    view->setOneKind(true);
    // One that does not want it does not get it.
    view->setOneKind(false);
    view->setColumnShown(kind, false);
    view->setOneKind(true);
    view->setOneKind(false);
    QCOMPARE(view->shownColumns(), others);
}

/// Over a restart at a node of one kind, too.
void RowsViewTest::keepsAKindThatWasShownOnPurpose()
{
    constexpr ColumnIndex kind = ServerColumn::Kind;
    view->setOneKind(true);
    const QByteArray without = view->saveLayout();
    view->setColumnShown(kind, true);
    const QByteArray layout = view->saveLayout();
    closeView();
    openView();
    QVERIFY(view->restoreLayout(layout));
    view->setOneKind(true);
    QVERIFY(view->shownColumns().contains(kind));
    QCOMPARE(view->saveLayout(), layout);

    // Where it was not, it is not; also where the node was there first.
    QVERIFY(view->restoreLayout(without));
    QVERIFY(!view->shownColumns().contains(kind));
    QVERIFY(view->restoreLayout(layout));
    QVERIFY(view->shownColumns().contains(kind));

    // Who hides it does not want it any more.
    view->setOneKind(false);
    view->setColumnShown(kind, false);
    view->setColumnShown(kind, true);
    view->setOneKind(true);
    QVERIFY(!view->shownColumns().contains(kind));
    QVERIFY(view->wantedColumns().contains(kind));
    view->setOneKind(false);
    view->setColumnShown(kind, false);
    QVERIFY(!view->wantedColumns().contains(kind));
}

void RowsViewTest::freeRoomGoesToWhatIsCut()
{
    const QHeaderView &header = *view->header();
    const auto widths = [this, &header] {
        QMap<ColumnIndex, int> all;
        for (const ColumnIndex column : view->shownColumns())
            all.insert(column, header.sectionSize(column));
        return all;
    };
    view->resize(600, 480);
    const QMap<ColumnIndex, int> usual = widths();
    const int length = header.length();
    QVERIFY(length > view->viewport()->width()); // there is none

    view->resize(length + 60, 480);
    QMap<ColumnIndex, int> wider = widths();
    QVERIFY(header.length() > length && header.length() <= view->viewport()->width());
    QVERIFY(wider.value(ServerColumn::Os) > usual.value(ServerColumn::Os));
    QVERIFY(wider.value(ServerColumn::Tags) > usual.value(ServerColumn::Tags));
    QCOMPARE(wider.value(ServerColumn::PublicIp), usual.value(ServerColumn::PublicIp)); // fits

    // No more than they want, and what is free then stays free.
    view->resize(length + 3000, 480);
    wider = widths();
    QVERIFY(header.length() < length + 1500);
    view->setColumnShown(ServerColumn::Notes, true);
    QCOMPARE(header.sectionSize(ServerColumn::Os), wider.value(ServerColumn::Os));
    view->setColumnShown(ServerColumn::Notes, false);
    QCOMPARE(widths(), wider);

    // It is no part of what is kept: there it depends on the window again.
    const QByteArray layout = view->saveLayout();
    view->resize(600, 480);
    QCOMPARE(widths(), usual);
    QCOMPARE(view->saveLayout(), layout);
    QVERIFY(view->restoreLayout(layout));
    view->resize(length + 3000, 480);
    QCOMPARE(widths(), wider);

    // Who sets a width has them all as they are.
    view->header()->resizeSection(ServerColumn::Cores, 99);
    wider.insert(ServerColumn::Cores, 99);
    view->resize(600, 480);
    QCOMPARE(widths(), wider);
    const QByteArray ofPerson = view->saveLayout();
    view->resetColumns();
    QCOMPARE(widths(), usual);
    QVERIFY(view->restoreLayout(ofPerson));
    QVERIFY(qAbs(header.sectionSize(ServerColumn::Os) - wider.value(ServerColumn::Os)) <= 1);
    view->resize(length + 3000, 480);
    QVERIFY(qAbs(header.sectionSize(ServerColumn::Cores) - 99) <= 1);
}

void RowsViewTest::hidesShowsAndMovesColumns()
{
    QSignalSpy changed(view.get(), &RowsView::shownColumnsChanged);
    const QList<ColumnIndex> before = view->shownColumns();
    view->setColumnShown(ServerColumn::Notes, true);
    QCOMPARE(changed.count(), 1);
    QVERIFY(view->shownColumns().contains(ServerColumn::Notes));
    QVERIFY(view->columnWidth(ServerColumn::Notes) > view->header()->minimumSectionSize());
    view->setColumnShown(ServerColumn::Notes, false);
    QCOMPARE(view->shownColumns(), before);
    view->setColumnShown(nameColumn, false);
    QCOMPARE(view->shownColumns(), before); // the name carries the tree

    view->moveColumn(before.at(2), -1);
    QCOMPARE(view->shownColumns().at(1), before.at(2));
    view->moveColumn(before.at(2), -5); // not past the name
    QCOMPARE(view->shownColumns().at(0), nameColumn);
    view->moveColumn(before.at(2), 1);
    QCOMPARE(view->shownColumns(), before);
    view->header()->moveSection(3, 0); // from elsewhere
    QCOMPARE(view->shownColumns().at(0), nameColumn);
    view->resetColumns();
    QCOMPARE(view->shownColumns(), before);
}

void RowsViewTest::keepsWhatThePersonLooksAt()
{
    list(500);
    settle();
    QTRY_COMPARE(at(500).row(), 499);
    view->scrollTo(at(250), QAbstractItemView::PositionAtCenter);
    view->setCurrentIndex(at(250));
    const int y = yOf(250);
    QVERIFY(y > 0);

    // Another order by the person: the selected row stays where it is.
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(at(500).row(), 0);
    QCOMPARE(yOf(250), y);
    QCOMPARE(view->selectedTableRows(), QList<int>{249});
    QCOMPARE(view->currentIndex(), at(250));

    // A reload that values bring: so does the first row on screen, though nothing is selected.
    view->clearSelection();
    model->sort(nameColumn, Qt::AscendingOrder);
    QTRY_COMPARE(at(500).row(), 499);
    view->scrollTo(at(250), QAbstractItemView::PositionAtTop);
    const int topY = yOf(250);
    QList<RowPatch> patches;
    for (int i = 400; i < 420; ++i)
        patches.append(bareMetal(i, {{nameColumn, u"a%1"_s.arg(i)}}));
    apply(patches); // twenty names go from below to the top
    QTRY_COMPARE(at(419).row(), 19);
    QCOMPARE(at(250).row(), 269);
    QCOMPARE(yOf(250), topY);
}

void RowsViewTest::staysAtTheTop()
{
    list(500);
    QTRY_COMPARE(at(1).row(), 0);
    apply({bareMetal(600, {{nameColumn, text("a0000")}})});
    QTRY_COMPARE(at(600).row(), 0);
    QCOMPARE(view->verticalScrollBar()->value(), 0);
    view->verticalScrollBar()->setValue(1000);
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(at(600).row(), 500);
    QCOMPARE(view->verticalScrollBar()->value(), 0); // another order is read from its beginning
}

/// A new order that moves nothing and comes after it does not lead away again.
void RowsViewTest::staysWhereOneWasLed()
{
    list(500);
    QTRY_COMPARE(at(500).row(), 499);
    model->setFilter(u"s0"_s); // hides none
    settle();
    model->setFilter({});
    QVERIFY(model->isArranging());
    QVERIFY(view->showRow({RowKind::BareMetal, 400}));
    settle();
    QVERIFY(view->viewport()->rect().intersects(view->visualRect(at(400))));
}

/// At a node of row states a column that is hidden takes rows away.
void RowsViewTest::anotherColumnLeadsNowhereElse()
{
    list(500);
    QTRY_COMPARE(at(500).row(), 499);
    const auto refuse = [this](int group, const QList<int> &rows) {
        store->setFailure(rows, GroupSet().set(static_cast<std::size_t>(group)), CellState::Refused,
                          ApiError::make(ApiError::Kind::Forbidden));
    };
    QList<int> byPlace;
    QList<int> byFee;
    for (int row = 0; row < 500; ++row)
        (row % 5 == 0 ? byPlace : byFee).append(row);
    refuse(ServerGroup::Datacenter, byPlace);
    refuse(ServerGroup::Fee, byFee);
    store->flush();
    ArrangementSpec spec = model->spec();
    spec.scopeColumn = serverCatalogue().rowStateColumn();
    spec.scopeText = u"refused"_s;
    model->setSpec(spec);
    model->setStateColumns(view->shownColumnSet());
    settle();
    QCOMPARE(model->rowCount(), 500);

    view->scrollTo(at(252), QAbstractItemView::PositionAtTop);
    const int y = yOf(252);
    QVERIFY(view->verticalScrollBar()->value() > 0);
    view->setColumnShown(ServerColumn::Datacenter, false);
    model->setStateColumns(view->shownColumnSet());
    QTRY_COMPARE(model->rowCount(), 400);
    settle();
    QVERIFY(view->verticalScrollBar()->value() > 0);
    QCOMPARE(yOf(252), y);
}

void RowsViewTest::groupsAreOpenUnlessClosed()
{
    list(4);
    apply({detail(1, ServerColumn::Datacenter, text("dal10")),
           detail(2, ServerColumn::Datacenter, text("fra02"))});
    group(ServerColumn::Datacenter);
    QCOMPARE(model->rowCount(), 3);
    for (int row = 0; row < 3; ++row)
        QVERIFY(view->isExpanded(model->index(row, 0)));
    view->collapse(model->index(0, 0)); // dal10

    apply({detail(3, ServerColumn::Datacenter, text("ams03"))}); // before it
    QTRY_COMPARE(model->rowCount(), 4);
    QVERIFY(view->isExpanded(model->index(0, 0)));
    QVERIFY(!view->isExpanded(model->index(1, 0)));
    QVERIFY(view->isExpanded(model->index(2, 0)));

    group(std::nullopt);
    QVERIFY(!view->rootIsDecorated());
    group(ServerColumn::Datacenter);
    QVERIFY(view->rootIsDecorated());
    QVERIFY(!view->isExpanded(model->index(1, 0))); // still closed after having been away
}

void RowsViewTest::tellsWhatIsSeen()
{
    QList<ViewOrder> log;
    connect(view.get(), &RowsView::viewOrderChanged, this,
            [&log](const ViewOrder &order) { log.append(order); });
    list(300);
    QTRY_VERIFY(!log.isEmpty() && log.constLast().all.size() == 300);
    const auto first = [](const QList<int> &rows) { return rows.value(0, -1); };
    const auto screen = static_cast<int>(log.constLast().visible.size());
    const int rowHeight = view->visualRect(at(1)).height();
    QCOMPARE(screen, (view->viewport()->height() + rowHeight - 1) / rowHeight);
    QCOMPARE(first(log.constLast().visible), 0);
    QVERIFY(first(log.constLast().nearby) == screen || first(log.constLast().nearby) == screen - 1);

    log.clear();
    view->verticalScrollBar()->setValue(100 * rowHeight);
    QTRY_VERIFY(!log.isEmpty());
    QCOMPARE(log.size(), 1);
    QCOMPARE(first(log.constLast().visible), 100);
    QVERIFY(log.constLast().nearby.contains(100 - screen / 2)); // one screen above
    QVERIFY(log.constLast().nearby.indexOf(100 + screen) < log.constLast().nearby.indexOf(100 - screen / 2));
    QCOMPARE(log.constLast().all.size(), 300);

    log.clear();
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!log.isEmpty() && first(log.constLast().all) == 299);
    QCOMPARE(first(log.constLast().visible), 299);

    log.clear();
    view->hide();
    model->sort(nameColumn, Qt::AscendingOrder);
    QTRY_COMPARE(at(1).row(), 0);
    QVERIFY(log.isEmpty()); // nobody sees it
    view->show();
    QTRY_VERIFY(!log.isEmpty());
    QCOMPARE(first(log.constLast().visible), 0);
}

void RowsViewTest::paintsOnlyWhatChangedOnScreen()
{
    QSignalSpy arranged(model.get(), &RowsModel::arranged);
    list(2000);
    QTRY_COMPARE(arranged.count(), 2); // appended, then sorted
    view->viewport()->repaint();
    PaintWatcher watcher;
    view->viewport()->installEventFilter(&watcher);
    QList<RowPatch> patches;
    for (int i = 1000; i < 2000; ++i)
        patches.append(detail(i, ServerColumn::FeeMonthUsd, decimal("1")));
    patches.append(detail(3, ServerColumn::FeeMonthUsd, decimal("1")));
    apply(patches);
    QTRY_VERIFY(watcher.count > 0);
    const QRect row = view->visualRect(at(3));
    QCOMPARE(watcher.painted.boundingRect().top(), row.top());
    QCOMPARE(watcher.painted.boundingRect().height(), row.height());
}

void RowsViewTest::paintsManyRowsInAnotherTurnThanItLaysThemOut()
{
    QSignalSpy arranged(model.get(), &RowsModel::arranged);
    list(30'000);
    QTRY_COMPARE(arranged.count(), 2); // appended, then sorted
    PaintWatcher watcher;
    QTRY_VERIFY(view->viewport()->updatesEnabled());
    view->viewport()->repaint();
    view->viewport()->installEventFilter(&watcher);

    QTimer click; // which may come as soon as rows are laid out
    click.setSingleShot(true);
    int paintedBeforeClick = -1;
    connect(&click, &QTimer::timeout, this, [&] { paintedBeforeClick = watcher.count; });
    connect(model.get(), &RowsModel::arranged, &click, [&click] { click.start(0); });
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_VERIFY(paintedBeforeClick >= 0);
    QCOMPARE(paintedBeforeClick, 0);
    QTRY_COMPARE(watcher.painted.boundingRect(), view->viewport()->rect());
}

void RowsViewTest::searchesNames()
{
    apply({bareMetal(1, {{nameColumn, text("db01")}}), bareMetal(2, {{nameColumn, text("web01")}}),
           bareMetal(3, {{nameColumn, text("web12")}}), bareMetal(4, {{nameColumn, text("wiki")}})});
    QTRY_COMPARE(at(4).row(), 3);
    view->setCurrentIndex(at(1));
    view->keyboardSearch(u"W"_s);
    QCOMPARE(view->currentIndex(), at(2));
    view->keyboardSearch(u"e"_s);
    QCOMPARE(view->currentIndex(), at(2)); // still what was typed
    view->keyboardSearch(u"b"_s);
    view->keyboardSearch(u"1"_s);
    QCOMPARE(view->currentIndex(), at(3));
    view->keyboardSearch(u"x"_s);
    QCOMPARE(view->currentIndex(), at(3)); // no such name
}

/// From where one is: a row under two tags is passed twice, and leads on from either place.
void RowsViewTest::searchesNamesUnderEachTag()
{
    apply({bareMetal(1, {{nameColumn, text("web01")}, {ServerColumn::Tags, text("x;y")}}),
           bareMetal(2, {{nameColumn, text("web02")}, {ServerColumn::Tags, text("y")}})});
    group(ServerColumn::Tags);
    QCOMPARE(model->rowCount(), 2);
    const auto in = [this](int group, int row) {
        return model->index(row, nameColumn, model->index(group, 0));
    };
    view->setCurrentIndex(in(0, 0));
    view->keyboardSearch(u"w"_s);
    QCOMPARE(view->currentIndex(), in(1, 0));
    view->keyboardSearch(u"w"_s); // again: the next one
    QCOMPARE(view->currentIndex(), in(1, 1));
    view->collapse(model->index(0, 0));
    view->keyboardSearch(u"w"_s);
    QCOMPARE(view->currentIndex(), in(1, 0)); // what is closed is passed over
    QVERIFY(!view->isExpanded(model->index(0, 0)));
}

/// And not where it comes up first.
void RowsViewTest::showsARowOfSeveralGroupsWhereOneIs()
{
    apply({bareMetal(1, {{nameColumn, text("a")}, {ServerColumn::Tags, text("x;y")}}),
           bareMetal(2, {{nameColumn, text("b")}, {ServerColumn::Tags, text("x")}})});
    group(ServerColumn::Tags);
    view->collapse(model->index(0, 0));
    const QModelIndex second = model->index(0, nameColumn, model->index(1, 0));
    view->setCurrentIndex(second);
    QVERIFY(view->showRow({RowKind::BareMetal, 1}));
    QCOMPARE(view->currentIndex(), second);
    QVERIFY(!view->isExpanded(model->index(0, 0)));
    QVERIFY(view->showRow({RowKind::BareMetal, 2}));
    QCOMPARE(view->currentIndex(), at(2));
    QVERIFY(view->showRow({RowKind::BareMetal, 1}));
    QCOMPARE(view->currentIndex(), at(1));
}

/// Or they would be asked for twice.
void RowsViewTest::tellsRowsOfSeveralGroupsOnce()
{
    QList<ViewOrder> log;
    connect(view.get(), &RowsView::viewOrderChanged, this,
            [&log](const ViewOrder &order) { log.append(order); });
    apply({bareMetal(1, {{nameColumn, text("a")}, {ServerColumn::Tags, text("x;y;z")}}),
           bareMetal(2, {{nameColumn, text("b")}, {ServerColumn::Tags, text("x;y")}})});
    group(ServerColumn::Tags);
    QCOMPARE(model->rowCount(), 3);
    view->sortByColumn(nameColumn, Qt::DescendingOrder);
    QTRY_VERIFY(!log.isEmpty() && log.constLast().visible == (QList<int>{1, 0}));
    QCOMPARE(log.constLast().all, (QList<int>{1, 0}));
}

void RowsViewTest::keysOpenAndCloseGroups()
{
    list(2);
    group(ServerColumn::Kind);
    view->setCurrentIndex(model->index(0, nameColumn));
    QTest::keyClick(view.get(), Qt::Key_Left);
    QVERIFY(!view->isExpanded(model->index(0, 0)));
    QTest::keyClick(view.get(), Qt::Key_Right);
    QVERIFY(view->isExpanded(model->index(0, 0)));
}

void RowsViewTest::holdsTheOrderWhileThePointerMoves()
{
    list(2);
    settle();
    QTRY_COMPARE(at(2).row(), 1);
    QTest::mouseMove(view->viewport(), QPoint(20, 20));
    QTest::mouseMove(view->viewport(), QPoint(30, 25));
    QSignalSpy arranged(model.get(), &RowsModel::arranged);
    apply({bareMetal(1, {{nameColumn, text("z")}})});
    QVERIFY(!arranged.wait(static_cast<int>(2 * RowsModel::arrangeInterval.count())));
    QCOMPARE(at(1).row(), 0);
    QTRY_COMPARE(at(1).row(), 1); // once the pointer rests
}

void RowsViewTest::keepsTheLayout()
{
    list(3);
    group(ServerColumn::Kind);
    view->collapse(model->index(0, 0));
    view->setColumnShown(ServerColumn::Notes, true);
    view->setColumnShown(ServerColumn::Os, false);
    view->moveColumn(ServerColumn::Cores, -3);
    view->header()->resizeSection(ServerColumn::Tags, 222);
    view->sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    const QList<ColumnIndex> columns = view->shownColumns();
    const QByteArray layout = view->saveLayout();

    closeView();
    openView();
    list(3);
    group(ServerColumn::Kind);
    QSignalSpy changed(view.get(), &RowsView::shownColumnsChanged);
    QVERIFY(view->restoreLayout(layout));
    QCOMPARE(changed.count(), 1);
    QCOMPARE(view->shownColumns(), columns);
    QVERIFY(qAbs(view->columnWidth(ServerColumn::Tags) - 222) <= 1);
    QCOMPARE(model->spec().sortColumn, ColumnIndex(ServerColumn::Cores));
    QCOMPARE(model->spec().sortOrder, Qt::DescendingOrder);
    QCOMPARE(view->header()->sortIndicatorSection(), int(ServerColumn::Cores));
    QVERIFY(!view->isExpanded(model->index(0, 0)));
}

void RowsViewTest::refusesBrokenLayouts_data()
{
    QTest::addColumn<QByteArray>("layout");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("text") << QByteArray("columns=fqdn,os");
    QTest::newRow("zeroes") << QByteArray(500, '\0');
    QTest::newRow("ones") << QByteArray(500, '\xff');
}

void RowsViewTest::refusesBrokenLayouts()
{
    QFETCH(QByteArray, layout);
    const QList<ColumnIndex> columns = view->shownColumns();
    QVERIFY(!view->restoreLayout(layout));
    const QByteArray good = view->saveLayout();
    for (qsizetype length = 0; length < good.size(); ++length)
        QVERIFY2(!view->restoreLayout(good.left(length)), qPrintable(QString::number(length)));
    for (qsizetype i = 0; i < good.size(); ++i) {
        QByteArray damaged = good;
        damaged[i] = static_cast<char>(damaged[i] ^ 0x10);
        QVERIFY2(!view->restoreLayout(damaged), qPrintable(QString::number(i)));
    }
    QCOMPARE(view->shownColumns(), columns);
    QVERIFY(view->restoreLayout(good));
}

void RowsViewTest::sortsByHeaderClicks()
{
    list(2);
    apply({detail(1, ServerColumn::Cores, qint64(8)), detail(2, ServerColumn::Cores, qint64(4))});
    QHeaderView *header = view->header();
    const int x =
        header->sectionViewportPosition(ServerColumn::Cores) + header->sectionSize(ServerColumn::Cores) / 2;
    const QPoint place(x, header->height() / 2);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(model->spec().sortColumn, ColumnIndex(ServerColumn::Cores));
    QCOMPARE(model->spec().sortOrder, Qt::AscendingOrder);
    QTRY_COMPARE(at(2).row(), 0);
    QTest::mouseClick(header->viewport(), Qt::LeftButton, {}, place);
    QTRY_COMPARE(at(1).row(), 0);
}

/// Its name column is another one than that of servers, and layouts of the two are not mistaken for each
/// other.
void RowsViewTest::showsAnotherTable()
{
    InventoryStore pools(poolCatalogue());
    QThreadPool threads;
    RowsModel poolRows(pools, threads);
    RowsView other(poolsTable);
    other.setRowsModel(&poolRows);
    other.resize(800, 300);
    QCOMPARE(other.accessibleName(), poolsTable.translatedTitle());
    QCOMPARE(other.shownColumns().constFirst(), poolCatalogue().nameColumn());
    pools.listRows({namedPool(1, "alpha"), namedPool(2, "beta"), namedPool(3, "gamma")});
    pools.flush();
    QTRY_VERIFY(!poolRows.isArranging());
    QTRY_COMPARE(poolRows.rowCount(), 3);

    other.keyboardSearch(u"g"_s);
    QCOMPARE(other.currentIndex().data(KeyRole).value<RowKey>(), (RowKey{RowKind::Pool, 3}));
    other.setCurrentIndex(poolRows.index(1, PoolColumn::Name));
    QCOMPARE(other.selectedTableRows(), QList<int>{1});
    QVERIFY(other.selectionAsTsv().contains(u"beta"));

    other.setColumnShown(PoolColumn::Created, true);
    const QList<ColumnIndex> columns = other.shownColumns();
    const QByteArray layout = other.saveLayout();
    QVERIFY(!view->restoreLayout(layout));
    QVERIFY(!other.restoreLayout(view->saveLayout()));
    other.resetColumns();
    QVERIFY(other.restoreLayout(layout));
    QCOMPARE(other.shownColumns(), columns);
}

LAYERSCOPE_TEST(QTEST_MAIN, RowsViewTest)
#include "tst_rowsview.moc"
