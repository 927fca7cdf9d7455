// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "support/testmain.h"
#include "ui/views/serversviewtest.h"

#include <QAction>
#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QMenu>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// What a person does with servers in their table: selects and copies them, asks again, goes elsewhere.
class ServerActionsTest : public ServersViewTest
{
    Q_OBJECT

private Q_SLOTS:
    void copies();
    void copiesManyRowsInTheBackground();
    void copiesTheCellAndTheColumn();
    void copyActionsNameTheirColumn();
    void groupRowsStandForTheirRows();
    void theStarOpensAllGroups();
    void retriesWhereClicked();
    void selectsThousands();
    void keepsThousandsSelectedInGroups();
    void leadsToRowsOfOtherKinds();
    void menuTellsWhatIsNotLoadedYet();
};

void ServerActionsTest::copies()
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
        u"Name\t$/month\tOS\ns0001\t1,204.90\t\ns0002\t\tDebian 12\ns0003\tnot permitted\t\n"_s;
    QCOMPARE(view->selectionAsTsv(), expected);
    view->copyAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), expected);
}

void ServerActionsTest::copiesManyRowsInTheBackground()
{
    list(3000);
    QTRY_COMPARE(model->arrangement()->tableRows, 3000);
    view->selectAll();
    QGuiApplication::clipboard()->clear();
    QTRY_VERIFY(view->copyAction()->isEnabled());
    view->copyAction()->trigger();
    QCOMPARE(QGuiApplication::clipboard()->text(), QString()); // not at once
    QTRY_COMPARE(QGuiApplication::clipboard()->text().count(u'\n'), 3001);
    QCOMPARE(QGuiApplication::clipboard()->text(), view->selectionAsTsv());
}

void ServerActionsTest::copiesTheCellAndTheColumn()
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

/// In the context menu and in the window's, which show the same actions.
void ServerActionsTest::copyActionsNameTheirColumn()
{
    list(3);
    settle();
    const QAction *line = view->copyAsOneLineAction();
    const QAction *cell = view->copyCellAction();
    QCOMPARE(line->text(), u"Copy “Name” as one line"_s);
    view->setCurrentIndex(at(2, ServerColumn::PublicIp));
    QCOMPARE(line->text(), u"Copy “Public IP” as one line"_s);
    QCOMPARE(cell->text(), u"Copy cell “Public IP”"_s);
    view->setColumnShown(ServerColumn::PublicIp, false); // then it is the name
    QCOMPARE(line->text(), u"Copy “Name” as one line"_s);
    view->setColumnShown(ServerColumn::PublicIp, true);
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier); // shows the cell first
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier);
    QVERIFY(view->currentIndex().column() != ServerColumn::PublicIp);
    const QString title =
        model->headerData(view->currentIndex().column(), Qt::Horizontal, Qt::DisplayRole).toString();
    QCOMPARE(line->text(), u"Copy “%1” as one line"_s.arg(title));

    // The current row goes, and with it its column; others are still selected.
    view->setCurrentIndex(at(2, ServerColumn::PublicIp));
    view->selectAll();
    model->setFilter(u"-name:s0002"_s);
    QTRY_COMPARE(model->rowCount(), 2);
    QVERIFY(!view->currentIndex().isValid());
    QTRY_COMPARE(line->text(), u"Copy “Name” as one line"_s);
    QCOMPARE(view->selectionAsOneLine(), u"s0001 s0003"_s);
}

void ServerActionsTest::groupRowsStandForTheirRows()
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

void ServerActionsTest::theStarOpensAllGroups()
{
    list(4);
    apply({detail(2, ServerColumn::Datacenter, text("dal10")),
           detail(4, ServerColumn::Datacenter, text("fra02"))});
    group(ServerColumn::Datacenter);
    QTRY_COMPARE(model->rowCount(), 3);
    view->closeAll();
    view->setCurrentIndex(model->index(1, nameColumn));
    QTest::keyClick(view.get(), Qt::Key_Asterisk, Qt::ShiftModifier); // as on most keyboards
    for (int place = 0; place < 3; ++place)
        QVERIFY(view->isExpanded(model->index(place, 0)));
}

void ServerActionsTest::retriesWhereClicked()
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
    model->setShownColumns(columnSet(ServerColumn::Cores, ServerColumn::MemoryGb));
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {},
                      view->visualRect(at(2, ServerColumn::MemoryGb)).center());
    QCOMPARE(retry.count(), 1); // whoever clicks where nothing is offered selects the row
    view->selectAll();
    QTRY_VERIFY(view->retryAction()->isEnabled());
    view->retryAction()->trigger();
    QCOMPARE(retry.constLast().constFirst().value<QList<int>>(), QList<int>{1}); // those that need it
}

void ServerActionsTest::selectsThousands()
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

    // And so do all of them, in the order that they stand in then.
    view->selectAll();
    const QList<std::optional<ColumnIndex>> columns{ServerColumn::Kind, std::nullopt};
    for (const std::optional<ColumnIndex> column : columns) {
        group(column);
        QCOMPARE(view->selectedTableRows(), model->arrangement()->rowsInOrder());
        QCOMPARE(view->selectedTableRows().size(), 5000);
        QTRY_VERIFY(view->selectionModel()->isSelected(at(1)));
        QVERIFY(view->selectionModel()->isSelected(at(5000)));
    }
}

/// More than a selection model is trusted with.
void ServerActionsTest::keepsThousandsSelectedInGroups()
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

void ServerActionsTest::leadsToRowsOfOtherKinds()
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
void ServerActionsTest::menuTellsWhatIsNotLoadedYet()
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

LAYERSCOPE_TEST(QTEST_MAIN, ServerActionsTest)
#include "tst_serveractions.moc"
