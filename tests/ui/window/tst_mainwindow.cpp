// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "ui/window/truthtable.h"
#include "ui/window/windowparts.h"

#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "pages/selectionstatus.h"
#include "pages/startpage.h"
#include "session/accountsession.h"
#include "support/holdups.h"
#include "support/testmain.h"
#include "views/columnchooser.h"
#include "views/groupmenu.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/emptystate.h"
#include "widgets/filteredit.h"
#include "widgets/mutedlabel.h"
#include "widgets/thinbar.h"
#include "window/accounttoolbar.h"
#include "window/loadstatus.h"

#include <QAction>
#include <QClipboard>
#include <QGuiApplication>
#include <QLabel>
#include <QMenu>
#include <QPointer>
#include <QPushButton>
#include <QScreen>
#include <QSet>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using State = AccountLoader::State;

namespace {

QList<RowKey> keysInOrder(const RowsModel &model)
{
    QList<RowKey> keys;
    for (int row : model.arrangement()->rowsInOrder())
        keys.append(model.table().key(row));
    return keys;
}

void select(const WindowFixture &fixture, const QList<int> &viewRows)
{
    for (int row : viewRows) {
        serversView(fixture).selectionModel()->select(
            serversModel(fixture).index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
}

} // namespace

class TestMainWindow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsOnTheStartPage();
    void fillsWithTheAccountsTruth();
    void progressStaysInItsPlace();
    void stopKeepsWhatArrived();
    void refreshKeepsRowsSelectionAndOrder();
    void filtersAndClears();
    void saysWhatOfAFilterIsNotUnderstood();
    void nodesAreScopes();
    void columnsAreChosenBelowTheirButton();
    void columnActionsAreInTheViewMenu();
    void eachTableIsInTheViewMenu();
    void groupsByWhatIsChosen();
    void opensAndClosesAllGroups();
    void asksForColumnsThatAreShown();
    void findsWordsInColumnsThatAreNotShown();
    void sumsTheSelection();
    void copiesWithHeaders();
    void closesWhileLoading();
    void opensAnotherAccountWhileLoading();
    void nothingHoldsItUpWhileLoading();
    void everyActionHasANameAndNoKeyTwice();
};

void TestMainWindow::startsOnTheStartPage()
{
    WindowFixture fixture;
    fixture.window->show();
    QVERIFY(fixture.window->findChild<StartPage *>()->isVisible());
    QVERIFY(!fixture.window->findChild<AccountToolBar *>()->isVisible());
    QCOMPARE(fixture.window->windowTitle(), u"Layerscope"_s);
    QVERIFY(!fixture.window->findChild<QAction *>(u"refresh"_s)->isEnabled());
    QVERIFY(!fixture.window->findChild<QAction *>(u"exportFiltered"_s)->isEnabled());
    QVERIFY(fixture.window->findChild<QAction *>(u"quit"_s)->isEnabled());
    QTRY_VERIFY(!fixture.window->windowIcon().isNull()); // comes after the first frame
}

void TestMainWindow::fillsWithTheAccountsTruth()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);

    const InventoryTable truth = truthOf(fixture.server->account());
    const RowsModel &model = serversModel(fixture);
    QTRY_COMPARE(model.rowCount(), truth.rowCount());
    QSet<RowKey> seen;
    const QList<ColumnIndex> columns = serversView(fixture).shownColumns();
    QCOMPARE(columns, serversTable.columnsShownAtFirst());
    for (int viewRow = 0; viewRow < model.rowCount(); ++viewRow) {
        const RowKey key = model.index(viewRow, 0).data(KeyRole).value<RowKey>();
        const std::optional<int> row = truth.find(key);
        QVERIFY(row);
        QVERIFY(!seen.contains(key));
        seen.insert(key);
        for (ColumnIndex column : columns) {
            const QString expected = truth.hasValue(*row, column)
                                         ? model.format().display(truth, *row, column)
                                         : model.format().stateText(truth, *row, column);
            QCOMPARE(model.index(viewRow, column).data().toString(), expected);
        }
    }
    QCOMPARE(fixture.window->windowTitle(), u"Example Corp (1234567) · 127.0.0.1 · read-only – Layerscope"_s);
    QVERIFY(fixture.window->page()->rows(serversTable).countText().startsWith(u"60"_s));
    QVERIFY(!emptyServers(fixture)->isVisible());
}

/// However wide the numbers beside it are.
void TestMainWindow::progressStaysInItsPlace()
{
    WindowFixture fixture(1200, 20ms);
    fixture.open();
    const auto *bar = fixture.window->findChild<ThinBar *>();
    QVERIFY(bar->isVisible());
    QSet<int> places;
    connect(&fixture.window->session()->loader(), &AccountLoader::progressChanged, bar, [&] {
        if (bar->isVisible())
            places.insert(bar->mapTo(fixture.window.get(), QPoint()).x());
    });
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QCOMPARE(places.size(), 1);
    QVERIFY(!bar->isVisible());
}

void TestMainWindow::stopKeepsWhatArrived()
{
    WindowFixture fixture(400, 40ms);
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(loadState(fixture), State::Detailing, loadTimeout);
    auto *button = fixture.window->findChild<QToolButton *>(u"loadButton"_s);
    QCOMPARE(button->defaultAction()->objectName(), u"stop"_s);
    fixture.trigger(u"stop"_s);
    QCOMPARE(loadState(fixture), State::Stopped);
    QCOMPARE(button->defaultAction()->objectName(), u"goOn"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 400);
    QTRY_COMPARE(fixture.window->session()->client().scheduler().inFlight(), 0);
    QVERIFY(fixture.window->findChild<LoadStatus *>()->summary().contains(u"Stopped"_s));

    fixture.trigger(u"refresh"_s);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QCOMPARE(serversModel(fixture).rowCount(), 400);
}

void TestMainWindow::refreshKeepsRowsSelectionAndOrder()
{
    WindowFixture fixture(120, 10ms);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 120);
    QTRY_COMPARE(serversModel(fixture).arrangement()->spec.sortColumn, ColumnIndex(ServerColumn::Fqdn));
    select(fixture, {3, 5});
    const QList<RowKey> order = keysInOrder(serversModel(fixture));
    const QList<int> selected = serversView(fixture).selectedTableRows();
    QCOMPARE(selected.size(), 2);

    fixture.trigger(u"refresh"_s);
    QVERIFY(fixture.window->session()->loader().isRunning());
    QCOMPARE(serversModel(fixture).rowCount(), 120); // none vanished
    const CellState state =
        serversModel(fixture).index(0, ServerColumn::Os).data(CellStateRole).value<CellState>();
    QVERIFY(state == CellState::Stale || state == CellState::Empty);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QCOMPARE(keysInOrder(serversModel(fixture)), order);
    QCOMPARE(serversView(fixture).selectedTableRows(), selected);
}

void TestMainWindow::filtersAndClears()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    auto *filter = fixture.window->findChild<FilterEdit *>();
    fixture.trigger(u"find"_s);
    QTest::keyClicks(filter, u"kind:virtual"_s);
    const int guests = fixture.server->account().guestCount();
    QTRY_COMPARE(serversModel(fixture).rowCount(), guests);
    const RowsPage &page = fixture.window->page()->rows(serversTable);
    QTRY_COMPARE(page.countText(), u"%1 of 60"_s.arg(guests));

    QTest::keyClicks(filter, u" nosuchserver"_s);
    auto *empty = emptyServers(fixture);
    QTRY_VERIFY(empty->isVisible());
    QVERIFY(empty->sentence().contains(u"nosuchserver"_s));
    empty->findChild<QPushButton *>(u"emptyAction"_s)->click();
    QCOMPARE(filter->text(), QString());
    QTRY_COMPARE(serversModel(fixture).rowCount(), 60);
    QTRY_VERIFY(!empty->isVisible());
}

/// Each table has words of its own.
void TestMainWindow::saysWhatOfAFilterIsNotUnderstood()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    auto *filter = fixture.window->findChild<FilterEdit *>();
    fixture.trigger(u"find"_s);
    QTest::keyClicks(filter, u"ram>abc"_s);
    QVERIFY2(filter->remark().contains(u"abc"_s), qPrintable(filter->remark()));
    auto *empty = emptyServers(fixture);
    QTRY_VERIFY(empty->isVisible());
    QTRY_VERIFY(empty->findChild<MutedLabel *>()->text().contains(filter->remark()));

    fixture.trigger(u"showPools"_s);
    QCOMPARE(filter->text(), QString());
    QCOMPARE(filter->remark(), QString());
    QTest::keyClicks(filter, u"os:debian"_s); // servers alone have it
    QVERIFY2(filter->remark().contains(u"“os”"_s), qPrintable(filter->remark()));
    filter->clearFilter();
    QTest::keyClicks(filter, u"over:no dc:dal10"_s); // of pools, and of the rows below them
    QCOMPARE(filter->remark(), QString());

    fixture.trigger(u"showServers"_s);
    QCOMPARE(filter->text(), u"ram>abc"_s);
    QVERIFY2(filter->remark().contains(u"abc"_s), qPrintable(filter->remark()));
    fixture.trigger(u"closeAccount"_s);
    QCOMPARE(filter->remark(), QString());
}

void TestMainWindow::nodesAreScopes()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    fixture.trigger(u"showBareMetal"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), fixture.server->account().hardwareCount());
    for (RowKey key : keysInOrder(serversModel(fixture)))
        QCOMPARE(key.kind, RowKind::BareMetal);
    const QWidget *heading = fixture.window->page()->rows(serversTable).heading();
    QCOMPARE(heading->findChild<QLabel *>(u"scopeTitle"_s)->text(), u"Bare metal"_s);
    QVERIFY(heading->findChild<QLabel *>(u"scopeTitle"_s)->isVisible());
    QVERIFY(!serversView(fixture).shownColumns().contains(ServerColumn::Kind)); // all are of one
    fixture.trigger(u"showServers"_s);
    QTRY_VERIFY(serversView(fixture).shownColumns().contains(ServerColumn::Kind));
    QTRY_COMPARE(serversModel(fixture).rowCount(), 60);
    QVERIFY(!heading->findChild<QLabel *>(u"scopeTitle"_s)->isVisible()); // its tab says that
}

/// A click on the button opens the choice and switches nothing: it does not lie under the pointer.
void TestMainWindow::columnsAreChosenBelowTheirButton()
{
    WindowFixture fixture(7);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    fixture.window->resize(1000, 500);
    const QList<ColumnIndex> before = serversView(fixture).shownColumns();
    auto *button = fixture.window->findChild<QToolButton *>(u"columnsButton"_s);
    QTRY_VERIFY(button->isVisible());
    QTest::mouseClick(button, Qt::LeftButton);
    const QPointer<ColumnChooser> chooser = fixture.window->findChild<ColumnChooser *>();
    QVERIFY(chooser && chooser->isVisible());
    QCOMPARE(serversView(fixture).shownColumns(), before);
    QVERIFY(!chooser->geometry().contains(button->mapToGlobal(button->rect().center())));
    QVERIFY(button->screen()->availableGeometry().contains(chooser->geometry()));
    chooser->close();
    QTRY_VERIFY(!chooser);

    // The entry of the menu opens the same.
    fixture.trigger(u"chooseColumns"_s);
    QVERIFY(fixture.window->findChild<ColumnChooser *>() != nullptr);
}

/// Those of the table on screen, with their keys.
void TestMainWindow::columnActionsAreInTheViewMenu()
{
    WindowFixture fixture(7);
    const auto *menu = fixture.window->findChild<QMenu *>(u"columnMenuOfWindow"_s);
    QVERIFY(!menu->isEnabled());
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QVERIFY(menu->isEnabled());
    QCOMPARE(menu->actions(), serversView(fixture).columnActions());
    QList<QKeySequence> keys;
    for (const QAction *action : menu->actions())
        keys.append(action->shortcut());
    QVERIFY(keys.contains(QKeySequence(u"Ctrl+Left"_s)) && keys.contains(QKeySequence(u"Ctrl+Right"_s)));
    fixture.trigger(u"showPools"_s);
    QCOMPARE(menu->actions(), fixture.window->page()->currentPage().view()->columnActions());
}

/// Also one that nobody named anywhere in the window.
void TestMainWindow::eachTableIsInTheViewMenu()
{
    WindowFixture fixture(10);
    const auto *menu = fixture.window->findChild<QMenu *>(u"tablesMenu"_s);
    for (const QAction *action : menu->actions())
        QVERIFY(!action->isEnabled());
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    AccountPage *page = fixture.window->page();
    QStringList nodes;
    QList<QKeySequence> keys;
    for (QAction *action : menu->actions()) {
        action->trigger();
        nodes.append(action->data().toString());
        keys.append(action->shortcut());
        QCOMPARE(page->navigator().currentNode(), nodes.constLast());
    }
    QStringList tables;
    for (const TableSpec *table : allTables()) {
        if (table->parent == nullptr)
            tables.append(QString::fromLatin1(table->key));
    }
    QVERIFY(tables.size() > 2);
    for (const QString &table : std::as_const(tables))
        QVERIFY2(nodes.contains(table), qPrintable(table));
    QCOMPARE(nodes.first(4), QStringList({u"servers"_s, u"bare_metal"_s, u"virtual"_s, u"pools"_s}));
    for (qsizetype at = 0; at < std::min(keys.size(), qsizetype(9)); ++at)
        QCOMPARE(keys[at].toString(QKeySequence::PortableText), u"Ctrl+%1"_s.arg(at + 1));
}

void TestMainWindow::groupsByWhatIsChosen()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    fixture.trigger(u"groupBy_kind"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 2);
    QCOMPARE(serversModel(fixture).rowCount(serversModel(fixture).index(0, 0)) +
                 serversModel(fixture).rowCount(serversModel(fixture).index(1, 0)),
             60);
    QVERIFY(fixture.window->findChild<QToolButton *>(u"groupButton"_s)->text().contains(u"Kind"_s));
    fixture.trigger(u"groupByNone"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 60);
}

void TestMainWindow::opensAndClosesAllGroups()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    fixture.trigger(u"groupBy_kind"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 2);
    const auto openGroups = [&fixture] {
        return int(serversView(fixture).isExpanded(serversModel(fixture).index(0, 0))) +
               int(serversView(fixture).isExpanded(serversModel(fixture).index(1, 0)));
    };
    QCOMPARE(openGroups(), 2);
    fixture.trigger(u"collapseGroups"_s);
    QCOMPARE(openGroups(), 0);
    // Another order leaves them as the person wants them.
    serversView(fixture).sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    QTRY_COMPARE(serversModel(fixture).arrangedSpec().sortColumn, ColumnIndex(ServerColumn::Cores));
    QCOMPARE(openGroups(), 0);
    fixture.trigger(u"expandGroups"_s);
    QCOMPARE(openGroups(), 2);
    fixture.trigger(u"groupByNone"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 60);
    fixture.trigger(u"groupBy_kind"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 2);
    QCOMPARE(openGroups(), 2);
}

void TestMainWindow::asksForColumnsThatAreShown()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    const InventoryTable &table = serversModel(fixture).table();
    QCOMPARE(table.cellState(0, ServerColumn::Notes), CellState::NotAsked);

    serversView(fixture).setColumnShown(ServerColumn::Notes, true);
    QTRY_VERIFY_WITH_TIMEOUT(table.cellState(0, ServerColumn::Notes) != CellState::NotAsked &&
                                 table.cellState(0, ServerColumn::Notes) != CellState::Loading,
                             loadTimeout);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);

    // A column that only the filter names is asked for as well, or the filter would lie.
    QCOMPARE(table.cellState(0, ServerColumn::Owner), CellState::NotAsked);
    fixture.window->findChild<FilterEdit *>()->setText(u"owner:a"_s);
    QTRY_VERIFY_WITH_TIMEOUT(table.cellState(0, ServerColumn::Owner) != CellState::NotAsked, loadTimeout);
}

/// What was not loaded yet is asked for, and until it came the heading says that it is not known.
void TestMainWindow::findsWordsInColumnsThatAreNotShown()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    const InventoryTable truth = truthOf(fixture.server->account());
    int withSerial = 0;
    while (withSerial < truth.rowCount() && !truth.hasValue(withSerial, ServerColumn::Serial))
        ++withSerial;
    QVERIFY(withSerial < truth.rowCount());
    const RowsPage &page = fixture.window->page()->rows(serversTable);
    QVERIFY(!page.view()->shownColumnSet().test(ServerColumn::Serial));
    QCOMPARE(serversModel(fixture).table().cellState(0, ServerColumn::Notes), CellState::NotAsked);

    fixture.window->findChild<FilterEdit *>()->setText(truth.text(withSerial, ServerColumn::Serial));
    QTRY_COMPARE_WITH_TIMEOUT(keysInOrder(serversModel(fixture)), QList<RowKey>{truth.key(withSerial)},
                              loadTimeout);
    QTRY_COMPARE_WITH_TIMEOUT(page.countText(), u"1 of 60"_s, loadTimeout); // nothing is left undecided
}

void TestMainWindow::sumsTheSelection()
{
    WindowFixture fixture(60);
    fixture.open();
    auto *status = fixture.window->findChild<SelectionStatus *>();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QCOMPARE(status->text(), QString());
    QTRY_COMPARE(serversModel(fixture).rowCount(), 60);
    fixture.trigger(u"selectAll"_s);
    QTRY_VERIFY(status->text().startsWith(u"60 selected"_s));

    const InventoryTable truth = truthOf(fixture.server->account());
    qint64 cores = 0;
    for (int row = 0; row < truth.rowCount(); ++row) {
        if (truth.hasValue(row, ServerColumn::Cores))
            cores += truth.bits(row, ServerColumn::Cores);
    }
    const QString expected = u"%1 cores"_s.arg(serversModel(fixture).format().count(cores));
    QVERIFY2(status->text().contains(expected), qPrintable(status->text() + u" / "_s + expected));

    // Rows that the filter hides are not selected any more.
    serversView(fixture).clearSelection();
    select(fixture, {0, 1, 2, 3, 4, 5, 6, 7, 8, 9});
    int guests = 0;
    for (int row = 0; row < 10; ++row)
        guests += serversModel(fixture).index(row, 0).data(KeyRole).value<RowKey>().kind == RowKind::Virtual;
    QVERIFY(guests > 0 && guests < 10);
    QTRY_VERIFY(status->text().startsWith(u"10 selected"_s));
    fixture.window->findChild<FilterEdit *>()->setText(u"kind:virtual"_s);
    QTRY_VERIFY2(status->text().startsWith(u"%1 selected"_s.arg(guests)), qPrintable(status->text()));
    serversView(fixture).clearSelection();
    QTRY_COMPARE(status->text(), QString());
}

void TestMainWindow::copiesWithHeaders()
{
    WindowFixture fixture(60);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 60);
    select(fixture, {0, 1});
    QTRY_VERIFY(serversView(fixture).copyAction()->isEnabled());
    serversView(fixture).copyAction()->trigger();
    const QStringList lines = QGuiApplication::clipboard()->text().trimmed().split(u'\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[0].startsWith(serversModel(fixture)
                                    .headerData(serversView(fixture).shownColumns().first(), Qt::Horizontal)
                                    .toString()));
    QVERIFY(lines[1].contains(serversModel(fixture).index(0, ServerColumn::Fqdn).data().toString()));
}

void TestMainWindow::closesWhileLoading()
{
    for (State when : {State::Counting, State::Listing, State::Detailing}) {
        WindowFixture fixture(400, 20ms);
        fixture.open();
        QTRY_COMPARE_WITH_TIMEOUT(loadState(fixture), when, loadTimeout);
        fixture.window->close();
        QCOMPARE(fixture.window->session(), nullptr);
    }
}

void TestMainWindow::opensAnotherAccountWhileLoading()
{
    WindowFixture fixture(400, 20ms);
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(loadState(fixture), State::Detailing, loadTimeout);
    SimulatedServer other(7);
    QVERIFY(other.start());
    fixture.openAs(connectionTo(other));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 7);
}

/// Sanitizers make a turn ten times as long as it is for people; a freeze of a second is more than that.
void TestMainWindow::nothingHoldsItUpWhileLoading()
{
    WindowFixture fixture(2500, 5ms);
    fixture.open();
    QVERIFY(QTest::qWaitForWindowExposed(fixture.window.get())); // with all that is made once
    HoldUps holdUps;
    QVERIFY(fixture.window->session()->loader().isRunning());
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QTRY_COMPARE(serversModel(fixture).rowCount(), 2500);
    QCOMPARE_LT(holdUps.longest(), HoldUps::freeze);
}

void TestMainWindow::everyActionHasANameAndNoKeyTwice()
{
    WindowFixture fixture(7);
    fixture.open();
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QHash<QKeySequence, QString> users;
    for (const QAction *action : fixture.window->findChildren<QAction *>()) {
        if (action->isSeparator() || action->menu() != nullptr || !action->isEnabled())
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            QVERIFY2(!action->objectName().isEmpty(), qPrintable(action->text()));
            QVERIFY2(!users.contains(key), qPrintable(key.toString() + u": "_s + users.value(key) + u", "_s +
                                                      action->objectName()));
            users.insert(key, action->objectName());
        }
    }
    QVERIFY(users.size() > 10);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestMainWindow)
#include "tst_mainwindow.moc"
