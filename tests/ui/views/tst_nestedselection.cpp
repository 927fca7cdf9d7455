// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "support/testmain.h"
#include "ui/views/poolsviewtest.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QSignalSpy>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// What can be done with pools and what lies below them: choosing, copying, following, trying again.
class NestedSelectionTest : public PoolsViewTest
{
    Q_OBJECT

private Q_SLOTS:
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
};

void NestedSelectionTest::copies()
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

void NestedSelectionTest::copiesOneLine()
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

void NestedSelectionTest::copiesTheAddressesOfAPoolsMembers()
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

void NestedSelectionTest::copiesManyMembersInTheBackground()
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

void NestedSelectionTest::selectsPoolsAndMembers()
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
void NestedSelectionTest::selectionsGainNothingFromAFilterThatGoes()
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
void NestedSelectionTest::survivesSelectionsOfEarlierRows()
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

void NestedSelectionTest::leadsToServers_data()
{
    QTest::addColumn<RowKey>("member");
    QTest::addColumn<std::optional<RowKey>>("server");
    QTest::newRow("bare metal") << bareMetalKey(7) << std::optional(bareMetalKey(7));
    QTest::newRow("virtual") << virtualKey(7) << std::optional(virtualKey(7));
    QTest::newRow("hourly") << RowKey{RowKind::BareMetalInstance, 7} << std::optional(bareMetalKey(7));
    QTest::newRow("controller") << RowKey{RowKind::Controller, 7} << std::optional<RowKey>();
    QTest::newRow("not visible") << remainderKey(1) << std::optional<RowKey>();
}

void NestedSelectionTest::leadsToServers()
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

void NestedSelectionTest::retriesWhereClicked()
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

void NestedSelectionTest::retriesTheSelection()
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
void NestedSelectionTest::retriesWhatIsNotShown()
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

void NestedSelectionTest::theWaitingRowCanDoNothing()
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
void NestedSelectionTest::whoWaitsIsNotLost()
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

LAYERSCOPE_TEST(QTEST_MAIN, NestedSelectionTest)
#include "tst_nestedselection.moc"
