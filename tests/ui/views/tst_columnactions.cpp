// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "ui/views/serversviewtest.h"
#include "views/columnchooser.h"
#include "views/rowmenu.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QHeaderView>
#include <QMenu>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// What keys and menus do with one column.
class ColumnActionsTest : public ServersViewTest
{
    Q_OBJECT

private:
    /// A table in which this column has the current cell, and the keys.
    void goTo(ColumnIndex column)
    {
        list(3);
        settle();
        QVERIFY(QTest::qWaitForWindowActive(view.get()));
        view->setFocus();
        view->setCurrentIndex(at(2, column));
        QVERIFY(view->currentIndex().isValid());
    }

    [[nodiscard]] qsizetype placeOf(ColumnIndex column) const { return view->shownColumns().indexOf(column); }

    [[nodiscard]] QAction *action(const QString &name) const
    {
        for (QAction *action : view->columnActions()) {
            if (action->objectName() == name)
                return action;
        }
        return nullptr;
    }

    /// Of the header, as by a click on this column.
    [[nodiscard]] QMenu *menuOf(ColumnIndex column) const
    {
        const int x = view->header()->sectionViewportPosition(column) + 5;
        Q_EMIT view->header()->customContextMenuRequested({x, 5});
        return view->findChild<QMenu *>(u"columnMenu"_s);
    }

private Q_SLOTS:
    void meansTheCurrentCellsColumn();
    void sortsByKeys();
    void movesByKeys();
    void movesByKeysFromRightToLeft();
    void resizesByKeys();
    void hides();
    void movesTheCell();
    void theHeaderMeansItsOwn();
    void opensTheChoice();
    void homeAndEndLeadToEntries();
};

void ColumnActionsTest::meansTheCurrentCellsColumn()
{
    for (const QAction *each : view->columnActions())
        QVERIFY(!each->isEnabled()); // there is no cell
    goTo(ServerColumn::PublicIp);
    QCOMPARE(action(u"sortByColumn"_s)->text(), u"Sort by “Public IP”"_s);
    QCOMPARE(action(u"hideColumn"_s)->text(), u"Hide “Public IP”"_s);
    for (const QAction *each : view->columnActions())
        QVERIFY2(each->isEnabled(), qPrintable(each->objectName()));
    view->setCurrentIndex(at(2));
    QCOMPARE(action(u"sortByColumn"_s)->text(), u"Sort by “Name”"_s);
    for (const QString &name : {u"moveColumnLeft"_s, u"moveColumnRight"_s, u"hideColumn"_s})
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name)); // the name stays where it is
    QVERIFY(action(u"widenColumn"_s)->isEnabled());

    // Hidden by other means, it is the name again.
    view->setCurrentIndex(at(2, ServerColumn::PublicIp));
    view->setColumnShown(ServerColumn::PublicIp, false);
    QCOMPARE(action(u"hideColumn"_s)->text(), u"Hide “Name”"_s);
}

void ColumnActionsTest::sortsByKeys()
{
    goTo(ServerColumn::Cores);
    QTest::keyClick(view.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(model->spec().sortColumn, ColumnIndex(ServerColumn::Cores));
    QCOMPARE(model->spec().sortOrder, Qt::AscendingOrder);
    QCOMPARE(view->header()->sortIndicatorSection(), int(ServerColumn::Cores));
    QTest::keyClick(view.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(model->spec().sortOrder, Qt::DescendingOrder);
    QTest::keyClick(view.get(), Qt::Key_O, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(model->spec().sortOrder, Qt::AscendingOrder);
}

void ColumnActionsTest::movesByKeys()
{
    goTo(ServerColumn::PrivateIp);
    const qsizetype place = placeOf(ServerColumn::PrivateIp);
    QVERIFY(place > 1);
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(placeOf(ServerColumn::PrivateIp), place + 1);
    QCOMPARE(view->currentIndex().column(), int(ServerColumn::PrivateIp)); // the cell goes with it
    for (qsizetype i = 0; i < place + 3; ++i)
        QTest::keyClick(view.get(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(placeOf(ServerColumn::PrivateIp), 1); // not past the name
    QVERIFY(!action(u"moveColumnLeft"_s)->isEnabled());
    QCOMPARE(view->currentIndex().column(), int(ServerColumn::PrivateIp)); // nor does the cell leave it
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(placeOf(ServerColumn::PrivateIp), 2);
}

void ColumnActionsTest::movesByKeysFromRightToLeft()
{
    view->setLayoutDirection(Qt::RightToLeft);
    goTo(ServerColumn::PrivateIp);
    const qsizetype place = placeOf(ServerColumn::PrivateIp);
    QTest::keyClick(view.get(), Qt::Key_Left, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(placeOf(ServerColumn::PrivateIp), place + 1);
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(placeOf(ServerColumn::PrivateIp), place);
}

void ColumnActionsTest::resizesByKeys()
{
    goTo(ServerColumn::Os);
    const int width = view->columnWidth(ServerColumn::Os);
    QTest::keyClick(view.get(), Qt::Key_Period, Qt::ControlModifier);
    QVERIFY(view->columnWidth(ServerColumn::Os) > width);
    QTest::keyClick(view.get(), Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(view->columnWidth(ServerColumn::Os), width);
    for (int i = 0; i < 100; ++i)
        QTest::keyClick(view.get(), Qt::Key_Comma, Qt::ControlModifier);
    QCOMPARE(view->columnWidth(ServerColumn::Os), view->header()->minimumSectionSize());
}

void ColumnActionsTest::hides()
{
    goTo(ServerColumn::Os);
    action(u"hideColumn"_s)->trigger();
    QVERIFY(!view->shownColumns().contains(ServerColumn::Os));
    QVERIFY(view->shownColumns().contains(nameColumn));
    QVERIFY(!action(u"hideColumn"_s)->isEnabled()); // it is the name's now
}

void ColumnActionsTest::movesTheCell()
{
    goTo(nameColumn);
    QCOMPARE(action(u"cellToTheLeft"_s)->shortcut(), QKeySequence(u"Ctrl+Left"_s));
    QCOMPARE(action(u"cellToTheRight"_s)->shortcut(), QKeySequence(u"Ctrl+Right"_s));
    action(u"cellToTheRight"_s)->trigger(); // shows the cell first
    action(u"cellToTheRight"_s)->trigger();
    QCOMPARE(view->currentIndex().column(), view->shownColumns().at(1));
    QTest::keyClick(view.get(), Qt::Key_Right, Qt::ControlModifier);
    QCOMPARE(view->currentIndex().column(), view->shownColumns().at(2));
    QTest::keyClick(view.get(), Qt::Key_Left, Qt::ControlModifier);
    QCOMPARE(view->currentIndex().column(), view->shownColumns().at(1));
}

void ColumnActionsTest::theHeaderMeansItsOwn()
{
    goTo(ServerColumn::PublicIp);
    QMenu *menu = menuOf(ServerColumn::State);
    QVERIFY(menu != nullptr);
    menu->findChild<QAction *>(u"sortByColumn"_s)->trigger();
    QCOMPARE(model->spec().sortColumn, ColumnIndex(ServerColumn::State));
    menu->findChild<QAction *>(u"hideColumn"_s)->trigger();
    QVERIFY(!view->shownColumns().contains(ServerColumn::State));
    QVERIFY(view->shownColumns().contains(ServerColumn::PublicIp));
    menu->findChild<QAction *>(u"resetColumns"_s)->trigger();
    QVERIFY(view->shownColumns().contains(ServerColumn::State));
    menu->close();
}

void ColumnActionsTest::opensTheChoice()
{
    goTo(nameColumn);
    QMenu *menu = menuOf(ServerColumn::State);
    menu->findChild<QAction *>(u"chooseColumnsHere"_s)->trigger();
    const auto *chooser = view->findChild<ColumnChooser *>();
    QVERIFY(chooser != nullptr && chooser->isVisible());
    QVERIFY(chooser->geometry().top() >= view->header()->mapToGlobal(QPoint(0, 0)).y());
}

/// As in the window's menus.
void ColumnActionsTest::homeAndEndLeadToEntries()
{
    goTo(nameColumn);
    QMenu *ofHeader = menuOf(ServerColumn::State);
    QTest::keyClick(ofHeader, Qt::Key_End);
    QVERIFY(ofHeader->activeAction() != nullptr);
    QCOMPARE(ofHeader->activeAction()->objectName(), u"resetColumns"_s);
    ofHeader->close();

    QTRY_VERIFY(view->copyAction()->isEnabled()); // once it was told what is selected
    QContextMenuEvent press(QContextMenuEvent::Keyboard, {}, {});
    QCoreApplication::sendEvent(view->viewport(), &press);
    auto *ofRow = view->findChild<RowMenu *>();
    QVERIFY(ofRow != nullptr);
    QTest::keyClick(ofRow, Qt::Key_Home);
    QCOMPARE(ofRow->activeAction(), view->copyAction());
    QTest::keyClick(ofRow, Qt::Key_End);
    QVERIFY(ofRow->activeAction() != nullptr);
    const QMenu *ofColumn = ofRow->activeAction()->menu();
    QVERIFY(ofColumn != nullptr && !ofColumn->isVisible());
    ofRow->close();
}

LAYERSCOPE_TEST(QTEST_MAIN, ColumnActionsTest)
#include "tst_columnactions.moc"
