// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowparts.h"

#include "dialogs/helpsheet.h"
#include "support/testmain.h"
#include "views/navigatorview.h"
#include "widgets/filteredit.h"
#include "widgets/suggestionlist.h"

#include <QAction>
#include <QHash>
#include <QTest>
#include <QTreeWidget>

#include <algorithm>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using State = AccountLoader::State;

/// Keys as they are pressed, in a window that has them and where the focus is.
class TestWindowKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void escapeStopsFirstAndClearsThen();
    void escapeInTheFilterClearsFirst();
    void keysOfTheWindowWorkInTheFilter();
    void f1OpensKeysAndFilterWords();
    void filterGoesOnWithWhatOccurs();
};

void TestWindowKeys::escapeStopsFirstAndClearsThen()
{
    WindowFixture fixture(400, 20ms);
    fixture.open();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    const auto *stop = fixture.window->findChild<QAction *>(u"stop"_s);
    const auto *clear = fixture.window->findChild<QAction *>(u"clearFilter"_s);
    auto *filter = fixture.window->findChild<FilterEdit *>();
    filter->setText(u"web"_s);
    QTRY_VERIFY(clear->isEnabled());
    QCOMPARE(stop->shortcut(), QKeySequence(Qt::Key_Escape));
    QVERIFY(stop->isEnabled());
    QVERIFY(clear->shortcut().isEmpty());
    RowsView &view = serversView(fixture);
    view.setFocus();
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(loadState(fixture), State::Stopped);
    QVERIFY(!stop->isEnabled());
    QCOMPARE(filter->text(), u"web"_s);
    QCOMPARE(clear->shortcut(), QKeySequence(Qt::Key_Escape));
    QTest::keyClick(&view, Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    QCOMPARE(fixture.window->page()->rows(serversTable).filter(), QString());
}

/// What stands in the field is nearer than the load.
void TestWindowKeys::escapeInTheFilterClearsFirst()
{
    WindowFixture fixture(400, 20ms);
    fixture.open();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    auto *filter = fixture.window->findChild<FilterEdit *>();
    QTest::keyClick(&serversView(fixture), Qt::Key_F, Qt::ControlModifier);
    QVERIFY(filter->hasFocus());
    QTest::keyClicks(filter, u"web"_s);
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(filter->text(), QString());
    QVERIFY(fixture.window->session()->loader().isRunning());
    QTest::keyClick(filter, Qt::Key_Escape);
    QCOMPARE(loadState(fixture), State::Stopped);
}

void TestWindowKeys::keysOfTheWindowWorkInTheFilter()
{
    WindowFixture fixture(60);
    fixture.open();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    auto *filter = fixture.window->findChild<FilterEdit *>();
    QTest::keyClick(&serversView(fixture), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(filter, u"kind:virtual"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), fixture.server->account().guestCount());

    QHash<QString, int> triggered;
    const auto watch = [&](const QString &name) {
        auto *action = fixture.window->findChild<QAction *>(name);
        QVERIFY2(action != nullptr && action->isEnabled(), qPrintable(name));
        action->disconnect(SIGNAL(triggered(bool))); // what it does is shown elsewhere
        connect(action, &QAction::triggered, this, [&triggered, name] { ++triggered[name]; });
    };
    const struct
    {
        QString action;
        Qt::Key key;
        Qt::KeyboardModifiers modifiers = Qt::NoModifier;
    } keys[] = {
        {u"exportFiltered"_s, Qt::Key_E, Qt::ControlModifier},
        {u"exportAll"_s, Qt::Key_E, Qt::ControlModifier | Qt::ShiftModifier},
        {u"refresh"_s, Qt::Key_F5},
        {u"goToNextPane"_s, Qt::Key_F6},
        {u"goToPreviousPane"_s, Qt::Key_F6, Qt::ShiftModifier},
        {u"help"_s, Qt::Key_F1},
        {u"goToTable"_s, Qt::Key_T, Qt::ControlModifier},
        {u"connectAccount"_s, Qt::Key_N, Qt::ControlModifier},
        {u"closeAccount"_s, Qt::Key_W, Qt::ControlModifier},
        {u"quit"_s, Qt::Key_Q, Qt::ControlModifier},
        {u"showPools"_s, Qt::Key_4, Qt::ControlModifier},
    };
    for (const auto &[name, key, modifiers] : keys)
        watch(name);
    for (const auto &[name, key, modifiers] : keys) {
        QVERIFY(filter->hasFocus());
        QTest::keyClick(filter, key, modifiers);
        QVERIFY2(triggered.value(name) == 1, qPrintable(name));
    }
    QCOMPARE(filter->text(), u"kind:virtual"_s);
    // Into the panels and back, as F4 and F9 promise.
    auto &navigator = fixture.window->page()->navigator();
    QTest::keyClick(filter, Qt::Key_F9);
    QVERIFY(navigator.hasFocus());
}

void TestWindowKeys::f1OpensKeysAndFilterWords()
{
    WindowFixture fixture(7);
    fixture.window->show();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTest::keyClick(fixture.window.get(), Qt::Key_F1); // on the start page, too
    auto *sheet = fixture.window->findChild<HelpSheet *>();
    QVERIFY(sheet != nullptr && sheet->isVisible());
    QVERIFY(sheet->list(HelpSheet::Part::Keys).isVisible());
    sheet->close();

    fixture.open();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    fixture.trigger(u"showPools"_s);
    fixture.trigger(u"find"_s);
    auto *filter = fixture.window->findChild<FilterEdit *>();
    QTRY_VERIFY(filter->hasFocus());
    QTest::keyClick(filter, Qt::Key_F1);
    QVERIFY(sheet->list(HelpSheet::Part::FilterWords).isVisible());
    QVERIFY(!sheet->list(HelpSheet::Part::Columns).findItems(u"over"_s, Qt::MatchExactly).isEmpty());

    const QTreeWidget &keys = sheet->list(HelpSheet::Part::Keys);
    QStringList told;
    for (int row = 0; row < keys.topLevelItemCount(); ++row)
        told.append(keys.topLevelItem(row)->text(0) + u" - "_s + keys.topLevelItem(row)->text(1));
    QVERIFY2(told.contains(u"Ctrl+4 - Bandwidth pools"_s), qPrintable(told.join(u'\n')));
    QVERIFY(told.contains(u"F5, Ctrl+R - Refresh"_s));
    QVERIFY(told.contains(u"F1 - Keys and filter words"_s));
    for (const QAction *action : fixture.window->findChildren<QAction *>()) {
        if (!action->isVisible() || !action->isEnabled())
            continue;
        for (const QKeySequence &key : action->shortcuts()) {
            const QString text = key.toString(QKeySequence::NativeText);
            QVERIFY2(std::any_of(told.cbegin(), told.cend(),
                                 [&text](const QString &line) { return line.contains(text); }),
                     qPrintable(text));
        }
    }
    for (const QString &key :
         {u"Ctrl+Left"_s, u"Ctrl+Right"_s}) { // which are in a menu while there is a table
        int times = 0;
        for (int row = 0; row < keys.topLevelItemCount(); ++row)
            times += static_cast<int>(keys.topLevelItem(row)->text(0).split(u", "_s).count(key));
        QCOMPARE(times, 1);
    }
    sheet->close();
}

void TestWindowKeys::filterGoesOnWithWhatOccurs()
{
    WindowFixture fixture(60);
    fixture.open();
    QVERIFY(QTest::qWaitForWindowActive(fixture.window.get()));
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    auto *filter = fixture.window->findChild<FilterEdit *>();
    QTest::keyClick(&serversView(fixture), Qt::Key_F, Qt::ControlModifier);
    QTest::keyClicks(filter, u"kin"_s);
    auto *suggestions = fixture.window->findChild<SuggestionList *>();
    QTRY_VERIFY(suggestions->isVisible());
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(suggestions->chosen(), u"kind:"_s);
    QTest::keyClick(filter, Qt::Key_Return);
    QTRY_VERIFY(suggestions->isVisible()); // a worker looks for values
    QCOMPARE(suggestions->count(), 2);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Down);
    QTest::keyClick(filter, Qt::Key_Return);
    QCOMPARE(filter->text(), u"kind:virtual"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), fixture.server->account().guestCount());

    fixture.trigger(u"showPools"_s); // another table, other words
    QVERIFY(filter->text().isEmpty());
    filter->setFocus();
    QTest::keyClicks(filter, u"ove"_s);
    QTRY_VERIFY(suggestions->isVisible());
    QTest::keyClick(filter, Qt::Key_Down);
    QCOMPARE(suggestions->chosen(), u"over:"_s);
    fixture.trigger(u"closeAccount"_s);
    QVERIFY(!suggestions->isVisible());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestWindowKeys)
#include "tst_windowkeys.moc"
