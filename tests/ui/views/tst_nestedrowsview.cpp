// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "inventory/kinds.h"
#include "support/testmain.h"
#include "ui/paintwatcher.h"
#include "views/rowsview.h"

#include <QAccessible>
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

constexpr auto selectRow = QItemSelectionModel::Select | QItemSelectionModel::Rows;

} // namespace

class NestedRowsViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

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
    void copies();
    void copiesOneLine();
    void copiesTheAddressesOfAPoolsMembers();
    void copiesManyMembersInTheBackground();
    void selectsPoolsAndMembers();
    void selectionsGainNothingFromAFilterThatGoes();
    void survivesSelectionsOfEarlierRows();
    void leadsToServers_data();
    void leadsToServers();
    void retriesWhereClicked();
    void retriesTheSelection();
    void retriesWhatIsNotShown();
    void theWaitingRowCanDoNothing();
    void whoWaitsIsNotLost();
    void searchesNames();
    void keepsWhatThePersonLooksAt();
    void paintsOnlyWhatChangedOnScreen();
    void sentencesRunOverEmptyCells();
    void keepsTheLayout();
    void opensWhatWasOpenAsItComes();
    void refusesLayoutsOfOthers();
    void seesRowsFromTheRightToo();

private:
    static constexpr ColumnIndex nameColumn = PoolColumn::Name;

    void list(int pools, int membersEach);
    [[nodiscard]] QModelIndex pool(qint64 id, int column = nameColumn) const
    {
        return model->indexOfKey({RowKind::Pool, id}, column);
    }
    [[nodiscard]] QModelIndex member(RowKey key, int column = nameColumn) const
    {
        return model->indexOfKey(key, column);
    }
    /// Of the pool, by number.
    [[nodiscard]] static RowKey keyOf(qint64 poolId, int number)
    {
        return bareMetalKey(poolId * 100 + number);
    }
    [[nodiscard]] qsizetype seenMembers() const { return model->arrangement()->children->rows.size(); }
    void click(const QModelIndex &index) const
    {
        QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
    }

    std::unique_ptr<InventoryStore> pools;
    std::unique_ptr<InventoryStore> members;
    std::unique_ptr<QThreadPool> workers;
    std::unique_ptr<RowsModel> model;
    std::unique_ptr<RowsView> view;
};

void NestedRowsViewTest::init()
{
    pools = std::make_unique<InventoryStore>(poolCatalogue());
    members = std::make_unique<InventoryStore>(memberCatalogue());
    workers = std::make_unique<QThreadPool>();
    model = std::make_unique<RowsModel>(*pools, members.get(), *workers);
    view = std::make_unique<RowsView>(poolsTable);
    view->setRowsModel(model.get());
    view->resize(1400, 480);
    view->show();
    QVERIFY(QTest::qWaitForWindowExposed(view.get()));
    view->activateWindow();
    view->setFocus();
}

void NestedRowsViewTest::cleanup()
{
    view.reset();
    model.reset();
    workers->waitForDone();
    workers.reset();
    members.reset();
    pools.reset();
}

/// "pool1" with "m101", "m102" …, and so on; waits until they stand.
void NestedRowsViewTest::list(int poolCount, int membersEach)
{
    QList<RowPatch> poolRows;
    QList<RowPatch> memberRows;
    for (int id = 1; id <= poolCount; ++id) {
        poolRows.append(
            namedPool(id, qPrintable(u"pool%1"_s.arg(id)), {{PoolColumn::Devices, qint64(membersEach)}}));
        for (int number = 1; number <= membersEach; ++number)
            memberRows.append(memberOf(id, keyOf(id, number), qPrintable(u"m%1"_s.arg(id * 100 + number))));
        model->setSettled(id);
    }
    pools->listRows(poolRows);
    members->listRows(memberRows);
    pools->flush();
    members->flush();
    QTRY_COMPARE(model->rowCount(), poolCount);
    QTRY_COMPARE(seenMembers(), poolCount * membersEach);
}

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

void NestedRowsViewTest::copies()
{
    list(2, 2);
    pools->apply(
        {poolCells(1, {{PoolColumn::UsedPercent, decimal("104.5")}, {PoolColumn::Over, text("now")}})});
    members->apply({memberCells(keyOf(1, 2), {{MemberColumn::PoolSharePercent, decimal("44")}})});
    pools->flush();
    members->flush();
    for (const ColumnIndex column : view->shownColumns())
        view->setColumnShown(column, false);
    view->setColumnShown(PoolColumn::UsedPercent, true);
    view->setColumnShown(PoolColumn::Over, true);
    QVERIFY(!view->copyAction()->isEnabled());
    view->expand(pool(1, 0));
    view->selectAll();
    QTRY_VERIFY(view->copyAction()->isEnabled());
    QStringList titles;
    for (const ColumnIndex column :
         {nameColumn, ColumnIndex(PoolColumn::UsedPercent), ColumnIndex(PoolColumn::Over)})
        titles.append(poolCatalogue().column(column).translatedTitle());
    const QString expected =
        titles.join(u'\t') +
        u"\npool1\t104.5 % used\tOver now\nm101\t\t\nm102\t44.0 % of pool\t\npool2\t\t\n"_s;
    QCOMPARE(view->selectionAsTsv(), expected); // what can be seen, in its order
    view->copyAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), expected);
}

void NestedRowsViewTest::copiesOneLine()
{
    list(2, 2);
    members->apply({memberCells(keyOf(1, 1), {{MemberColumn::Datacenter, text("dal10")}})});
    members->flush();
    view->expand(pool(1, 0));
    view->selectAll();
    view->selectionModel()->setCurrentIndex(pool(2), QItemSelectionModel::NoUpdate);
    QCOMPARE(view->selectionAsOneLine(), u"pool1 m101 m102 pool2"_s);
    view->selectionModel()->setCurrentIndex(pool(2, PoolColumn::Region), QItemSelectionModel::NoUpdate);
    QCOMPARE(view->selectionAsOneLine(), u"dal10"_s); // the unknown ones are left out
    QTRY_VERIFY(view->copyAsOneLineAction()->isEnabled());
    view->copyAsOneLineAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"dal10"_s);
}

void NestedRowsViewTest::copiesTheAddressesOfAPoolsMembers()
{
    list(2, 2);
    const auto address = [](RowKey key, const QString &ip) {
        return memberCells(key, {{MemberColumn::PublicIp, ip}});
    };
    members->apply({address(keyOf(1, 1), u"192.0.2.11"_s), address(keyOf(1, 2), u"192.0.2.12"_s),
                    address(keyOf(2, 1), u"192.0.2.21"_s)});
    members->flush();
    QVERIFY(view->shownColumns().contains(PoolColumn::PublicIp)); // without having to ask for it
    const auto clearAndSelect = QItemSelectionModel::ClearAndSelect | QItemSelectionModel::Rows;
    // Of a pool that is closed, too: its row stands for them.
    view->selectionModel()->setCurrentIndex(pool(1, PoolColumn::PublicIp), clearAndSelect);
    QCOMPARE(view->selectionAsOneLine(), u"192.0.2.11 192.0.2.12"_s);
    view->expand(pool(1, 0));
    view->selectionModel()->select(member(keyOf(1, 2)), selectRow); // each once
    QCOMPARE(view->selectionAsOneLine(), u"192.0.2.11 192.0.2.12"_s);
    view->selectionModel()->select(pool(2), selectRow);
    QTRY_VERIFY(view->copyAsOneLineAction()->isEnabled());
    view->copyAsOneLineAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), u"192.0.2.11 192.0.2.12 192.0.2.21"_s);
    // Names are the pools' own.
    view->selectionModel()->setCurrentIndex(pool(2), clearAndSelect);
    QCOMPARE(view->selectionAsOneLine(), u"pool2"_s);
}

void NestedRowsViewTest::copiesManyMembersInTheBackground()
{
    list(30, 100);
    view->openAll();
    view->selectAll();
    QTRY_VERIFY(view->copyAction()->isEnabled());
    QGuiApplication::clipboard()->clear();
    view->copyAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString()); // not at once
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3031);
    QCOMPARE(QGuiApplication::clipboard()->text(), view->selectionAsTsv());
}

void NestedRowsViewTest::selectsPoolsAndMembers()
{
    list(3, 2);
    view->openAll();
    QSignalSpy selected(view.get(), &RowsView::selectedRowsChanged);
    const auto tableRow = [this](RowKey key) { return *members->table().find(key); };
    view->selectionModel()->select(member(keyOf(3, 2)), selectRow);
    view->selectionModel()->select(member(keyOf(2, 1)), selectRow);
    QVERIFY(view->selectedTableRows().isEmpty());
    QCOMPARE(view->selectedChildRows(), QList<int>({tableRow(keyOf(2, 1)), tableRow(keyOf(3, 2))}));
    view->selectionModel()->select(pool(2), selectRow); // stands for its members, each once
    QCOMPARE(view->selectedTableRows(), QList<int>{1});
    QCOMPARE(view->selectedChildRows(),
             QList<int>({tableRow(keyOf(2, 1)), tableRow(keyOf(2, 2)), tableRow(keyOf(3, 2))}));
    QTRY_COMPARE(selected.count(), 1);
}

/// All members of a pool, more than a thousand cells: those of the pool that comes to stand in its place are
/// not selected instead.
void NestedRowsViewTest::selectionsGainNothingFromAFilterThatGoes()
{
    list(3, 60);
    model->setFilter(u"m3"_s);
    QTRY_COMPARE(model->rowCount(), 1);
    QTRY_COMPARE(pool(3).row(), 0);
    view->openAll();
    view->selectionModel()->select(QItemSelection(member(keyOf(3, 1)), member(keyOf(3, 60))), selectRow);
    const QList<int> selected = view->selectedChildRows();
    QCOMPARE(selected.size(), 60);
    model->setFilter({});
    QTRY_COMPARE(model->rowCount(), 3);
    QCOMPARE(view->selectedChildRows(), selected);
    QVERIFY(view->selectedTableRows().isEmpty());
    QVERIFY(view->selectionModel()->isSelected(member(keyOf(3, 1))));
    QVERIFY(!view->selectionModel()->isSelected(member(keyOf(1, 1))));

    // Nor those that are hidden by one and come back.
    model->setFilter(u"m301"_s);
    QTRY_COMPARE(seenMembers(), 1);
    view->selectAll();
    QCOMPARE(view->selectedTableRows(), QList<int>{2});
    view->selectionModel()->select(pool(3), QItemSelectionModel::Deselect | QItemSelectionModel::Rows);
    model->setFilter({});
    QTRY_COMPARE(seenMembers(), 180);
    QCOMPARE(view->selectedChildRows().size(), 1);
}

/// A selection that somebody kept follows its corners, wherever they go.
void NestedRowsViewTest::survivesSelectionsOfEarlierRows()
{
    list(2, 3);
    const QItemSelection apart(member(keyOf(1, 1)), member(keyOf(1, 3)));
    const QItemSelection gone(pool(1), pool(2));
    members->listRows({memberOf(2, keyOf(1, 3), "m299")}); // the last one of the other pool
    QTRY_COMPARE(member(keyOf(1, 3)).parent(), pool(2, 0));
    QCOMPARE(member(keyOf(1, 3)).row(), 3);
    const auto rowsOf = [this](const QItemSelection &selection) {
        view->selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
        return view->selectedTableRows() + view->selectedChildRows();
    };
    QVERIFY(rowsOf(apart).isEmpty());
    (void)rowsOf(gone);
    QCOMPARE(view->selectedTableRows(), QList<int>({0, 1}));
    pools->clear();
    members->clear();
    QVERIFY(view->selectedTableRows().isEmpty()); // nor is what was selected
    QVERIFY(rowsOf(apart).isEmpty());
    QVERIFY(rowsOf(gone).isEmpty());
}

void NestedRowsViewTest::leadsToServers_data()
{
    QTest::addColumn<RowKey>("member");
    QTest::addColumn<std::optional<RowKey>>("server");
    QTest::newRow("bare metal") << bareMetalKey(7) << std::optional(bareMetalKey(7));
    QTest::newRow("virtual") << virtualKey(7) << std::optional(virtualKey(7));
    QTest::newRow("hourly") << RowKey{RowKind::BareMetalInstance, 7} << std::optional(bareMetalKey(7));
    QTest::newRow("controller") << RowKey{RowKind::Controller, 7} << std::optional<RowKey>();
    QTest::newRow("not visible") << remainderKey(1) << std::optional<RowKey>();
}

void NestedRowsViewTest::leadsToServers()
{
    QFETCH(RowKey, member);
    QFETCH(std::optional<RowKey>, server);
    pools->listRows({namedPool(1, "pool1")});
    members->listRows({memberOf(1, member, "m")});
    QTRY_VERIFY(model->indexOfKey(member).isValid());
    view->openAll();
    QSignalSpy wanted(view.get(), &RowsView::rowWanted);
    const QModelIndex index = this->member(member);
    const int times = server ? 1 : 0;
    const auto last = [&wanted] { return wanted.constLast().constFirst().value<RowKey>(); };

    view->setCurrentIndex(index);
    QTest::keyClick(view.get(), Qt::Key_Return);
    QCOMPARE(wanted.count(), times);
    const QPoint place = view->visualRect(index).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, place);
    QCOMPARE(wanted.count(), 2 * times);
    if (server)
        QCOMPARE(last(), *server);

    // A pool opens and closes instead.
    view->setCurrentIndex(pool(1));
    QTest::keyClick(view.get(), Qt::Key_Return);
    const QPoint poolPlace = view->visualRect(pool(1)).center();
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, poolPlace);
    QTest::mouseDClick(view->viewport(), Qt::LeftButton, {}, poolPlace);
    QCOMPARE(wanted.count(), 2 * times);
}

void NestedRowsViewTest::retriesWhereClicked()
{
    list(2, 1);
    const ApiError timeout = ApiError::make(ApiError::Kind::Timeout);
    pools->setFailure({1}, groupSet(PoolGroup::Usage), CellState::Failed, timeout);
    members->listRows({memberOf(2, remainderKey(2), "1 device could not be listed")});
    members->setFailure({*members->table().find(remainderKey(2))}, groupSet(MemberGroup::Place),
                        CellState::Failed, timeout);
    pools->flush();
    members->flush();
    QTRY_VERIFY(member(remainderKey(2)).isValid());
    view->openAll();
    QSignalSpy retry(view.get(), &RowsView::retryRequested);
    const auto last = [&retry] { return retry.constLast().constFirst().value<QList<int>>(); };
    click(pool(1, PoolColumn::UsedPercent)); // not failed
    click(member(keyOf(2, 1), PoolColumn::Name));
    QCOMPARE(retry.count(), 0);
    for (int column = 0; column < model->columnCount(); ++column) {
        if (!view->isColumnHidden(column))
            click(pool(2, column)); // of all that failed in a row, one cell offers it
    }
    QCOMPARE(retry.count(), 1);
    QCOMPARE(last(), QList<int>{1});
    click(member(remainderKey(2))); // the list of its members
    QCOMPARE(retry.count(), 2);
    QCOMPARE(last(), QList<int>{1});
}

void NestedRowsViewTest::retriesTheSelection()
{
    list(3, 2);
    view->openAll();
    pools->setFailure({0}, groupSet(PoolGroup::Fee), CellState::Refused,
                      ApiError::make(ApiError::Kind::Forbidden));
    members->setFailure({*members->table().find(keyOf(3, 2))}, groupSet(MemberGroup::Outbound),
                        CellState::Failed, ApiError::make(ApiError::Kind::Timeout));
    QSignalSpy retry(view.get(), &RowsView::retryRequested);
    const auto last = [&retry] { return retry.constLast().constFirst().value<QList<int>>(); };
    view->selectAll();
    QTRY_VERIFY(view->retryAction()->isEnabled());
    view->retryAction()->trigger();
    QCOMPARE(retry.count(), 1);
    QCOMPARE(last(), QList<int>({0, 2})); // pools that lack something, each once
    view->clearSelection();
    view->setCurrentIndex(member(keyOf(3, 2)));
    view->retryAction()->trigger();
    QCOMPARE(last(), QList<int>{2});
    view->setCurrentIndex(member(keyOf(3, 1))); // lacks nothing itself
    view->retryAction()->trigger();
    QCOMPARE(retry.count(), 2);
}

/// Pools are asked for more than their columns on screen.
void NestedRowsViewTest::retriesWhatIsNotShown()
{
    list(1, 0);
    for (const ColumnIndex column : view->shownColumns())
        view->setColumnShown(column, false);
    pools->setFailure({0}, groupSet(PoolGroup::Usage), CellState::Failed,
                      ApiError::make(ApiError::Kind::Timeout));
    QSignalSpy retry(view.get(), &RowsView::retryRequested);
    view->setCurrentIndex(pool(1));
    QTRY_VERIFY(view->retryAction()->isEnabled());
    view->retryAction()->trigger();
    QCOMPARE(retry.count(), 1);
    QCOMPARE(retry.constFirst().constFirst().value<QList<int>>(), QList<int>{0});
}

void NestedRowsViewTest::theWaitingRowCanDoNothing()
{
    pools->listRows({namedPool(1, "pool1")});
    QTRY_COMPARE(model->rowCount(), 1);
    view->expand(pool(1, 0));
    const QModelIndex waiting = model->index(0, nameColumn, pool(1, 0));
    QSignalSpy retry(view.get(), &RowsView::retryRequested);
    QSignalSpy wanted(view.get(), &RowsView::rowWanted);
    click(waiting);
    view->setCurrentIndex(waiting);
    QTest::keyClick(view.get(), Qt::Key_Return);
    view->selectAll();
    QVERIFY(!view->selectionModel()->isSelected(waiting));
    QVERIFY(view->selectedChildRows().isEmpty());
    view->setCurrentIndex(waiting);
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(view->viewport(), &event);
    auto *menu = view->findChild<QMenu *>();
    QVERIFY(menu != nullptr && menu->isVisible());
    QVERIFY(!view->findChild<QAction *>(u"goTo_bare_metal"_s));
    QVERIFY(!menu->actions().contains(view->retryAction()));
    menu->close();
    QCOMPARE(retry.count(), 0);
    QCOMPARE(wanted.count(), 0);
}

/// The keys are on the row that waits; when the members come, they are on the first of them.
void NestedRowsViewTest::whoWaitsIsNotLost()
{
    pools->listRows({namedPool(1, "pool1"), namedPool(2, "pool2")});
    QTRY_COMPARE(model->rowCount(), 2);
    view->expand(pool(1, 0));
    view->setCurrentIndex(pool(1));
    QTest::keyClick(view.get(), Qt::Key_Down);
    QCOMPARE(view->currentIndex().parent(), pool(1, 0));
    members->listRows({memberOf(1, keyOf(1, 1), "a"), memberOf(1, keyOf(1, 2), "b")});
    QTRY_COMPARE(seenMembers(), 2); // although the keys were used just now
    QCOMPARE(view->currentIndex().siblingAtColumn(nameColumn), member(keyOf(1, 1)));
    QVERIFY(view->isExpanded(pool(1, 0)));
    QTest::keyClick(view.get(), Qt::Key_Down);
    QCOMPARE(view->currentIndex().siblingAtColumn(nameColumn), member(keyOf(1, 2)));
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
    cleanup();
    init();
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
    cleanup();
    init();
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
        cleanup();
        init();
        QVERIFY(view->restoreLayout(layout));
        const QByteArray again = view->saveLayout(); // nothing has come, and nothing is lost
        cleanup();
        init();
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
