// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "app/inventory/tablebuilder.h"
#include "inventory/kinds.h"
#include "paintwatcher.h"
#include "support/testmain.h"
#include "views/rowsview.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QMenu>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(int i)
{
    return u"s%1"_s.arg(i, 4, 10, QChar(u'0'));
}

RowPatch without(RowPatch patch, int group)
{
    patch.loaded.reset(static_cast<std::size_t>(group));
    return patch;
}

RowPatch detail(qint64 id, ColumnIndex column, const CellValue &value)
{
    return without(bareMetal(id, {{column, value}}), ServerGroup::Identity);
}

} // namespace

class RowsViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void startsWithTheDefaultColumns();
    void hidesShowsAndMovesColumns();
    void columnsMenu();
    void keepsWhatThePersonLooksAt();
    void staysAtTheTop();
    void staysWhereOneWasLed();
    void anotherColumnLeadsNowhereElse();
    void groupsAreOpenUnlessClosed();
    void tellsWhatIsSeen();
    void paintsOnlyWhatChangedOnScreen();
    void copies();
    void copiesManyRowsInTheBackground();
    void copiesTheCellAndTheColumn();
    void groupRowsStandForTheirRows();
    void retriesWhereClicked();
    void searchesNames();
    void keysOpenAndCloseGroups();
    void holdsTheOrderWhileThePointerMoves();
    void keepsTheLayout();
    void refusesBrokenLayouts_data();
    void refusesBrokenLayouts();
    void sortsByHeaderClicks();
    void selectsThousands();
    void keepsThousandsSelectedInGroups();
    void leadsToRowsOfOtherKinds();
    void menuTellsWhatIsNotLoadedYet();
    void showsAnotherTable();

private:
    static constexpr ColumnIndex nameColumn = ServerColumn::Fqdn;

    void list(int count);
    void apply(const QList<RowPatch> &patches);
    void group(std::optional<ColumnIndex> column);
    void settle();
    [[nodiscard]] QModelIndex at(qint64 id, int column = nameColumn) const
    {
        return model->indexOfKey({RowKind::BareMetal, id}, column);
    }
    [[nodiscard]] int yOf(qint64 id) const { return view->visualRect(at(id)).top(); }

    std::unique_ptr<InventoryStore> store;
    std::unique_ptr<QThreadPool> workers;
    std::unique_ptr<RowsModel> model;
    std::unique_ptr<RowsView> view;
};

void RowsViewTest::init()
{
    store = std::make_unique<InventoryStore>(serverCatalogue());
    workers = std::make_unique<QThreadPool>();
    model = std::make_unique<RowsModel>(*store, *workers);
    view = std::make_unique<RowsView>(serversTable);
    view->setRowsModel(model.get());
    view->resize(1200, 480);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    view->activateWindow();
    view->setFocus();
    settle();
}

void RowsViewTest::cleanup()
{
    view.reset();
    model.reset();
    workers->waitForDone();
    workers.reset();
    store.reset();
}

void RowsViewTest::list(int count)
{
    QList<RowPatch> patches;
    for (int i = 1; i <= count; ++i)
        patches.append(bareMetal(i, {{nameColumn, nameOf(i)}}));
    apply(patches);
}

void RowsViewTest::apply(const QList<RowPatch> &patches)
{
    store->listRows(patches);
    store->flush();
}

void RowsViewTest::group(std::optional<ColumnIndex> column)
{
    ArrangementSpec spec = model->spec();
    spec.groupColumn = column;
    model->setSpec(spec);
    settle();
}

void RowsViewTest::settle()
{
    QTRY_VERIFY(!model->isArranging());
}

void RowsViewTest::startsWithTheDefaultColumns()
{
    const QList<ColumnIndex> shown = view->shownColumns();
    QCOMPARE(shown.constFirst(), nameColumn);
    QCOMPARE(QSet<int>(shown.cbegin(), shown.cend()).size(), shown.size());
    QList<ColumnIndex> sorted = shown;
    std::sort(sorted.begin(), sorted.end());
    QList<ColumnIndex> expected = serverCatalogue().defaultColumns();
    std::sort(expected.begin(), expected.end());
    QCOMPARE(sorted, expected);
    QCOMPARE(view->treePosition(), nameColumn);
    QCOMPARE(model->spec().searchedColumns.count(), static_cast<std::size_t>(shown.size()));
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

void RowsViewTest::columnsMenu()
{
    QWidget parent;
    const QMenu *menu = view->makeColumnsMenu(&parent);
    auto *notes = menu->findChild<QAction *>(u"notes"_s);
    auto *name = menu->findChild<QAction *>(u"fqdn"_s);
    QVERIFY(notes != nullptr && name != nullptr);
    QVERIFY(!notes->isChecked() && name->isChecked() && !name->isEnabled());
    notes->trigger();
    QVERIFY(view->shownColumns().contains(ServerColumn::Notes));
    menu->findChild<QAction *>(u"resetColumns"_s)->trigger();
    QVERIFY(!view->shownColumns().contains(ServerColumn::Notes));
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

void RowsViewTest::copies()
{
    list(3);
    apply({detail(1, ServerColumn::FeeMonthUsd, decimal("1204.9")),
           detail(2, ServerColumn::Os, text("Debian\t12"))});
    store->setFailure({2}, groupSet(ServerGroup::Fee), CellState::Refused,
                      ApiError::make(ApiError::Kind::Forbidden));
    QTRY_COMPARE(at(3).row(), 2);
    for (const ColumnIndex column : view->shownColumns())
        view->setColumnShown(column, false);
    view->setColumnShown(ServerColumn::Os, true);
    view->setColumnShown(ServerColumn::FeeMonthUsd, true);
    QVERIFY(!view->copyAction()->isEnabled());
    view->selectAll();
    QTRY_VERIFY(view->copyAction()->isEnabled());
    const QString expected =
        u"Name\tOS\t$/month\ns0001\t\t1,204.90\ns0002\tDebian 12\t\ns0003\t\tnot permitted\n"_s;
    QCOMPARE(view->selectionAsTsv(), expected);
    view->copyAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), expected);
}

void RowsViewTest::copiesManyRowsInTheBackground()
{
    list(3000);
    QTRY_COMPARE(model->arrangement()->tableRows, 3000);
    view->selectAll();
    QGuiApplication::clipboard()->clear();
    QTRY_VERIFY(view->copyAction()->isEnabled());
    view->copyAction()->trigger();
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3001);
    QCOMPARE(QGuiApplication::clipboard()->text(), view->selectionAsTsv());
}

void RowsViewTest::copiesTheCellAndTheColumn()
{
    list(3);
    apply({detail(1, ServerColumn::PublicIp, text("192.0.2.1")),
           detail(3, ServerColumn::PublicIp, text("192.0.2.3"))});
    QTRY_COMPARE(at(3).row(), 2);
    view->selectAll();
    view->selectionModel()->setCurrentIndex(at(3), QItemSelectionModel::NoUpdate);
    QCOMPARE(view->selectionAsOneLine(), u"s0001 s0002 s0003"_s);
    view->selectionModel()->setCurrentIndex(at(3, ServerColumn::PublicIp), QItemSelectionModel::NoUpdate);
    QCOMPARE(view->selectionAsOneLine(), u"192.0.2.1 192.0.2.3"_s); // the unknown one is left out
    QTRY_VERIFY(view->copyCellAction()->isEnabled());
    view->copyCellAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"192.0.2.3"_s);

    // The keys move between cells, over the selection that stands.
    view->selectionModel()->setCurrentIndex(at(3), QItemSelectionModel::NoUpdate);
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier); // shows the cell first
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(view->currentIndex().column(), view->shownColumns().at(1));
    QCOMPARE(view->selectedTableRows().size(), 3);
}

void RowsViewTest::groupRowsStandForTheirRows()
{
    list(4);
    apply({detail(2, ServerColumn::Datacenter, text("dal10")),
           detail(4, ServerColumn::Datacenter, text("dal10"))});
    group(ServerColumn::Datacenter);
    QTRY_COMPARE(model->rowCount(model->index(0, 0)), 2);
    QSignalSpy selected(view.get(), &RowsView::selectedRowsChanged);
    const auto flags = QItemSelectionModel::Select | QItemSelectionModel::Rows;
    view->selectionModel()->select(at(1), flags);
    view->selectionModel()->select(at(4), flags);
    view->selectionModel()->select(model->index(0, 0), flags);
    QCOMPARE(view->selectedTableRows(), QList<int>({1, 3, 0})); // in view order, each once
    QTRY_COMPARE(selected.count(), 1);
}

void RowsViewTest::retriesWhereClicked()
{
    list(2);
    QTRY_COMPARE(at(2).row(), 1);
    store->setFailure({1}, groupSet(ServerGroup::Size), CellState::Failed,
                      ApiError::make(ApiError::Kind::Timeout));
    store->flush();
    QSignalSpy retry(view.get(), &RowsView::retryRequested);
    const auto click = [this](qint64 id) {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                          view->visualRect(at(id, ServerColumn::Cores)).center());
    };
    click(1); // not failed
    QCOMPARE(retry.count(), 0);
    click(2);
    QCOMPARE(retry.count(), 1);
    QCOMPARE(retry.constFirst().constFirst().value<QList<int>>(), QList<int>{1});
    view->selectAll();
    QTRY_VERIFY(view->retryAction()->isEnabled());
    view->retryAction()->trigger();
    QCOMPARE(retry.constLast().constFirst().value<QList<int>>(), QList<int>{1}); // those that need it
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

    cleanup();
    init();
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

void RowsViewTest::selectsThousands()
{
    list(5000);
    QTRY_COMPARE(model->arrangement()->tableRows, 5000);
    settle();
    view->selectAll();
    QCOMPARE(view->selectedTableRows().size(), 5000);
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(at(5000).row(), 0);
    QCOMPARE(view->selectedTableRows().size(), 5000);
    QCOMPARE(view->selectedTableRows().constFirst(), 4999);

    // Scattered ones too, into groups and back.
    view->clearSelection();
    for (int id = 1; id <= 5000; id += 50)
        view->selectionModel()->select(at(id), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    QList<int> rows = view->selectedTableRows();
    QCOMPARE(rows.size(), 100);
    QSet<int> selected(rows.cbegin(), rows.cend());
    group(ServerColumn::Kind);
    rows = view->selectedTableRows();
    QCOMPARE(QSet<int>(rows.cbegin(), rows.cend()), selected);
    QCOMPARE(rows.size(), 100);
    group(std::nullopt);
    rows = view->selectedTableRows();
    QCOMPARE(QSet<int>(rows.cbegin(), rows.cend()), selected);
}

/// More than a selection model is trusted with.
void RowsViewTest::keepsThousandsSelectedInGroups()
{
    list(4000);
    QList<RowPatch> patches;
    for (int id = 1; id <= 4000; ++id)
        patches.append(detail(id, ServerColumn::Datacenter, text(id % 2 == 0 ? "ams03" : "lon06")));
    apply(patches);
    group(ServerColumn::Datacenter);
    QCOMPARE(model->rowCount(), 2);
    view->closeAll();
    view->expand(model->index(0, 0));
    view->selectAll();
    // What is closed is selected with its group, and not by itself.
    QVERIFY(view->selectionModel()->isSelected(model->index(1, 0)));
    QVERIFY(!view->selectionModel()->isSelected(model->index(0, 0, model->index(1, 0))));
    QCOMPARE(view->selectedTableRows().size(), 4000);

    view->setCurrentIndex(at(40));
    view->selectAll();
    view->selectionModel()->select(at(42), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    view->selectionModel()->select(model->index(0, 0),
                                   QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    QSignalSpy changed(view->selectionModel(), &QItemSelectionModel::selectionChanged);
    model->sort(nameColumn, Qt::DescendingOrder);
    QTRY_COMPARE(at(4000).row(), 0);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(view->currentIndex().row(), at(40).row());
    QCOMPARE(view->selectedTableRows().size(), 3999);
    QVERIFY(view->selectionModel()->isSelected(at(40)));
    QVERIFY(!view->selectionModel()->isSelected(at(42)));
    QVERIFY(!view->selectionModel()->isSelected(model->index(0, 0)));
    QVERIFY(view->selectionModel()->isSelected(model->index(1, 0)));

    // Rows get new numbers, and one of them goes.
    store->removeRows({0});
    settle();
    QCOMPARE(view->selectedTableRows().size(), 3998);
    QVERIFY(view->selectionModel()->isSelected(at(40)));
    QVERIFY(!view->selectionModel()->isSelected(at(42)));
}

void RowsViewTest::leadsToRowsOfOtherKinds()
{
    list(2);
    store->apply({without(
        bareMetal(1, {{ServerColumn::Pool, text("R&D pool")}, {ServerColumn::PoolId, qint64(309001)}}),
        ServerGroup::Identity)});
    store->flush();
    settle();
    QSignalSpy wanted(view.get(), &RowsView::rowWanted);
    const auto doubleClick = [this](const QModelIndex &index) {
        view->scrollTo(index);
        const QPoint place = view->visualRect(index).center();
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
        QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, place);
    };
    doubleClick(at(1));                     // a name leads nowhere
    doubleClick(at(2, ServerColumn::Pool)); // whose pool is not known
    QCOMPARE(wanted.count(), 0);
    doubleClick(at(1, ServerColumn::Pool));
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted.takeFirst().constFirst().value<RowKey>(), (RowKey{RowKind::Pool, 309001}));

    view->setCurrentIndex(at(1));
    const QPoint place = view->visualRect(at(1)).center();
    QContextMenuEvent event(QContextMenuEvent::Keyboard, place, view->viewport()->mapToGlobal(place));
    QCoreApplication::sendEvent(view->viewport(), &event);
    auto *go = view->findChild<QAction *>(u"goTo_pool"_s);
    QVERIFY(go != nullptr);
    QCOMPARE(go->text(), u"Go to pool “R&&D pool”"_s);
    go->trigger();
    QCOMPARE(wanted.takeFirst().constFirst().value<RowKey>(), (RowKey{RowKind::Pool, 309001}));
    qobject_cast<QMenu *>(go->parent())->close();
}

/// Which VLANs a server has is seldom shown in the table, so that its details or a column bring it later.
void RowsViewTest::menuTellsWhatIsNotLoadedYet()
{
    list(2);
    settle();
    const auto answer = [this](const RowPatch &cells) {
        store->apply({cells});
        store->flush();
    };
    const auto openMenu = [this](qint64 id) {
        view->setCurrentIndex(at(id));
        const QPoint place = view->visualRect(at(id)).center();
        QContextMenuEvent event(QContextMenuEvent::Keyboard, place, view->viewport()->mapToGlobal(place));
        QCoreApplication::sendEvent(view->viewport(), &event);
        return view->findChild<QMenu *>();
    };
    std::unique_ptr<QMenu> menu(openMenu(1));
    QAction *vlans = menu->findChild<QAction *>(u"relation_vlans"_s);
    QVERIFY(vlans != nullptr);
    QVERIFY(!vlans->isEnabled());
    QVERIFY2(vlans->text().endsWith(u" (waiting to be loaded)"_s), qPrintable(vlans->text()));

    // It comes while the menu is open.
    QSignalSpy wanted(view.get(), &RowsView::jumpWanted);
    answer(detail(1, ServerColumn::VlanId, text("12")));
    QTRY_VERIFY(vlans->isEnabled());
    QVERIFY2(!vlans->text().contains(u'('), qPrintable(vlans->text()));
    vlans->trigger();
    QCOMPARE(wanted.takeFirst().constFirst().value<Jump>().row, std::optional(RowKey{RowKind::Vlan, 12}));

    const GroupSet group(1U << ServerGroup::Vlans);
    store->setFailure({*store->table().find({RowKind::BareMetal, 2})}, group, CellState::Refused,
                      ApiError::make(ApiError::Kind::Forbidden));
    store->flush();
    menu.reset();
    menu.reset(openMenu(2));
    vlans = menu->findChild<QAction *>(u"relation_vlans"_s);
    QVERIFY(vlans != nullptr && !vlans->isEnabled());
    QVERIFY2(vlans->text().endsWith(u" (not permitted)"_s), qPrintable(vlans->text()));
    store->setFailure({*store->table().find({RowKind::BareMetal, 2})}, group, CellState::Failed,
                      ApiError::make(ApiError::Kind::Server));
    store->flush();
    QTRY_VERIFY2(vlans->text().endsWith(u" (failed, can be tried again)"_s), qPrintable(vlans->text()));

    // There are none: it leads nowhere.
    answer(detail(2, ServerColumn::VlanId, CellValue()));
    menu.reset();
    menu.reset(openMenu(2));
    QVERIFY(menu->findChild<QAction *>(u"relation_vlans"_s) == nullptr);
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
