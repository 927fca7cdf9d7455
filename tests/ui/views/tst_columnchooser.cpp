// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "ui/views/serversviewtest.h"
#include "views/columnchooser.h"

#include <QHeaderView>
#include <QLineEdit>
#include <QMouseEvent>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// The choice of a table's columns: by mouse, by keys, and by searching.
class ColumnChooserTest : public ServersViewTest
{
    Q_OBJECT

private:
    void open()
    {
        view->chooseColumns(*view->header());
        chooser = view->findChild<ColumnChooser *>();
        QVERIFY(chooser != nullptr);
        choices = chooser->findChild<QTreeView *>(u"columnChoices"_s);
        search = chooser->findChild<QLineEdit *>(u"columnSearch"_s);
        QVERIFY(choices != nullptr && search != nullptr && chooser->isVisible());
    }

    /// In the order of the list; `found`: without those that a search hides.
    [[nodiscard]] QList<QModelIndex> all(bool found = false) const
    {
        QList<QModelIndex> indexes;
        const QAbstractItemModel &list = *choices->model();
        for (int topic = 0; topic < list.rowCount(); ++topic) {
            const QModelIndex heading = list.index(topic, 0);
            for (int row = 0; row < list.rowCount(heading); ++row) {
                if (!found || (!choices->isRowHidden(topic, {}) && !choices->isRowHidden(row, heading)))
                    indexes.append(list.index(row, 0, heading));
            }
        }
        return indexes;
    }

    static ColumnIndex columnOf(const QModelIndex &choice) { return choice.data(Qt::UserRole).toInt(); }

    [[nodiscard]] QModelIndex choiceOf(ColumnIndex column) const
    {
        for (const QModelIndex &choice : all()) {
            if (columnOf(choice) == column)
                return choice;
        }
        return {};
    }

    [[nodiscard]] bool isChecked(ColumnIndex column) const
    {
        return choiceOf(column).data(Qt::CheckStateRole).value<Qt::CheckState>() == Qt::Checked;
    }

    /// On its title, not on its box.
    [[nodiscard]] QPoint placeOf(ColumnIndex column) const
    {
        choices->scrollTo(choiceOf(column));
        return choices->visualRect(choiceOf(column)).center();
    }

    [[nodiscard]] bool isShown(ColumnIndex column) const { return view->shownColumns().contains(column); }

    QPointer<ColumnChooser> chooser;
    QTreeView *choices = nullptr;
    QLineEdit *search = nullptr;

private Q_SLOTS:
    void hasEachColumnOnceByTopic();
    void switchesByClicksAndStaysOpen();
    void switchesByKeys();
    void leavesNoKeyToTheTable();
    void findsByWords();
    void escapeClearsThenCloses();
    void keepsTheName();
    void followsWhatHappensElsewhere();
    void closesWithItsColumns();
    void staysOnTheScreen();
};

void ColumnChooserTest::hasEachColumnOnceByTopic()
{
    open();
    QList<ColumnIndex> columns;
    for (const QModelIndex &choice : all()) {
        columns.append(columnOf(choice));
        const ColumnSpec &column = serverCatalogue().column(columnOf(choice));
        QCOMPARE(choice.data().toString(), column.translatedTitle());
        QCOMPARE(choice.parent().data().toString(), translatedTopic(column.topic));
        QVERIFY(choices->isExpanded(choice.parent()));
        QCOMPARE(isChecked(columnOf(choice)), isShown(columnOf(choice)));
    }
    QList<ColumnIndex> expected = serverCatalogue().viewColumns();
    std::sort(columns.begin(), columns.end());
    std::sort(expected.begin(), expected.end());
    QCOMPARE(columns, expected);
    QVERIFY(choices->model()->rowCount() > 3); // topics that say something
}

void ColumnChooserTest::switchesByClicksAndStaysOpen()
{
    open();
    // A release of a button that was pressed elsewhere, as on the button that opened it.
    const QPoint place = placeOf(ServerColumn::Notes);
    QMouseEvent release(QEvent::MouseButtonRelease, place, choices->viewport()->mapToGlobal(place),
                        Qt::LeftButton, Qt::NoButton, Qt::NoModifier);
    QCoreApplication::sendEvent(choices->viewport(), &release);
    QVERIFY(!isShown(ServerColumn::Notes));

    QTest::mouseClick(choices->viewport(), Qt::LeftButton, {}, place);
    QVERIFY(isShown(ServerColumn::Notes));
    QVERIFY(isChecked(ServerColumn::Notes));
    QVERIFY(chooser->isVisible());
    QTest::mouseClick(choices->viewport(), Qt::LeftButton, {}, placeOf(ServerColumn::Notes));
    QVERIFY(!isShown(ServerColumn::Notes));
    // Its box is no other place.
    const QRect row = choices->visualRect(choiceOf(ServerColumn::Notes));
    QTest::mouseClick(choices->viewport(), Qt::LeftButton, {},
                      {row.left() + row.height() / 2, row.center().y()});
    QVERIFY(isShown(ServerColumn::Notes));
    QVERIFY(chooser->isVisible());
}

void ColumnChooserTest::switchesByKeys()
{
    open();
    QTest::keyClick(search, Qt::Key_Down);
    QTRY_VERIFY(choices->hasFocus());
    choices->setCurrentIndex(choiceOf(ServerColumn::Os));
    QVERIFY(isShown(ServerColumn::Os));
    QTest::keyClick(choices, Qt::Key_Space);
    QVERIFY(!isShown(ServerColumn::Os));
    QTest::keyClick(choices, Qt::Key_Return);
    QVERIFY(isShown(ServerColumn::Os));
    QVERIFY(chooser->isVisible());
    choices->setCurrentIndex(all().constFirst());
    for (int i = 0; i < 3 && choices->hasFocus(); ++i)
        QTest::keyClick(choices, Qt::Key_Up);
    QVERIFY(search->hasFocus());

    QTest::keyClick(search, Qt::Key_Down);
    QTest::keyClick(choices, Qt::Key_Home); // a heading, which is no choice
    QVERIFY(!choices->currentIndex().parent().isValid());
    QTest::keyClick(choices, Qt::Key_Up);
    QVERIFY(search->hasFocus());
}

/// Whose keys hold in its children, too: Ctrl+, narrowed a column of it, and Ctrl+C copied its rows.
void ColumnChooserTest::leavesNoKeyToTheTable()
{
    open();
    for (QWidget *widget : QList<QWidget *>{choices, search}) {
        for (const int key : {Qt::Key_Comma, Qt::Key_C, Qt::Key_Left}) {
            for (const Qt::KeyboardModifiers modifiers :
                 {Qt::KeyboardModifiers(Qt::ControlModifier), Qt::ControlModifier | Qt::ShiftModifier}) {
                QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
                event.ignore();
                QCoreApplication::sendEvent(widget, &event);
                QVERIFY(event.isAccepted());
            }
        }
    }
}

void ColumnChooserTest::findsByWords()
{
    open();
    QTest::keyClicks(search, u"ipmi"_s); // a word of its description
    const QList<QModelIndex> found = all(true);
    QCOMPARE(found.size(), 1);
    QCOMPARE(columnOf(found.constFirst()), ColumnIndex(ServerColumn::ManagementIp));
    QCOMPARE(choices->currentIndex(), found.constFirst());
    QTest::keyClick(search, Qt::Key_Return);
    QVERIFY(isShown(ServerColumn::ManagementIp));
    QVERIFY(chooser->isVisible());

    search->setText(u"fee_month"_s); // its key
    QCOMPARE(all(true).size(), 1);
    search->setText(translatedTopic(ColumnTopic::Traffic));
    QVERIFY(all(true).size() < all().size());
    QVERIFY(all(true).contains(choiceOf(ServerColumn::Pool)));
    search->setText(u"nothing is called so"_s);
    QVERIFY(all(true).isEmpty());
    QTest::keyClick(search, Qt::Key_Return); // switches nothing
    search->clear();
    QCOMPARE(all(true), all());
}

void ColumnChooserTest::escapeClearsThenCloses()
{
    open();
    search->setText(u"ip"_s);
    QTest::keyClick(search, Qt::Key_Escape);
    QVERIFY(chooser->isVisible());
    QCOMPARE(search->text(), QString());
    QTest::keyClick(search, Qt::Key_Escape);
    QTRY_VERIFY(!chooser);

    open();
    choices->setFocus();
    QTest::keyClick(choices, Qt::Key_Escape);
    QTRY_VERIFY(!chooser);
}

/// It carries the tree.
void ColumnChooserTest::keepsTheName()
{
    open();
    QTest::mouseClick(choices->viewport(), Qt::LeftButton, {}, placeOf(nameColumn));
    QVERIFY(isShown(nameColumn));
    QVERIFY(isChecked(nameColumn));
}

void ColumnChooserTest::followsWhatHappensElsewhere()
{
    const QList<ColumnIndex> atFirst = view->shownColumns();
    open();
    QSignalSpy changed(view.get(), &RowsView::shownColumnsChanged);
    view->setColumnShown(ServerColumn::Notes, true);
    QVERIFY(isChecked(ServerColumn::Notes));
    QCOMPARE(changed.count(), 1); // and does not answer
    // As a screen reader does.
    choices->model()->setData(choiceOf(ServerColumn::Serial), Qt::Checked, Qt::CheckStateRole);
    QVERIFY(isShown(ServerColumn::Serial));
    chooser->findChild<QPushButton *>(u"resetColumns"_s)->click();
    QCOMPARE(view->shownColumns(), atFirst);
    QVERIFY(!isChecked(ServerColumn::Notes));
    QVERIFY(chooser->isVisible());
}

void ColumnChooserTest::closesWithItsColumns()
{
    open();
    view->setRowsModel(nullptr);
    QTRY_VERIFY(!chooser);
}

void ColumnChooserTest::staysOnTheScreen()
{
    const QRect screen = view->screen()->availableGeometry();
    view->move(screen.bottomRight() - QPoint(100, 100));
    open();
    QVERIFY(screen.contains(chooser->geometry()));
    QVERIFY(choices->height() > choices->visualRect(all().constFirst()).height());
}

LAYERSCOPE_TEST(QTEST_MAIN, ColumnChooserTest)
#include "tst_columnchooser.moc"
