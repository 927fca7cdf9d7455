// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "widgets/filteredit.h"

#include <QAction>
#include <QKeyEvent>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestFilterEdit : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksOnceTheTypingPauses()
    {
        FilterEdit edit;
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QTest::keyClicks(&edit, u"web"_s);
        QCOMPARE(changed.count(), 0);
        QTRY_COMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), u"web"_s);
    }

    void speaksAtOnceOnReturn()
    {
        FilterEdit edit;
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QTest::keyClicks(&edit, u"web"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(changed.count(), 1);
        QTest::keyClick(&edit, Qt::Key_Return);
        QCOMPARE(changed.count(), 1); // nothing new
    }

    void isClearedByEscape()
    {
        FilterEdit edit;
        edit.setText(u"web"_s);
        QTest::keyClick(&edit, Qt::Key_Return);
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QTest::keyClick(&edit, Qt::Key_Escape);
        QCOMPARE(edit.text(), QString());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(changed.first().first().toString(), QString());
    }

    void isClearedByItsButton()
    {
        FilterEdit edit;
        auto *clear = edit.findChild<QAction *>(u"clearFilterInside"_s);
        QVERIFY(clear);
        QVERIFY(!clear->isVisible());
        edit.setText(u"web"_s);
        QVERIFY(clear->isVisible());
        clear->trigger();
        QCOMPARE(edit.text(), QString());
        QVERIFY(!clear->isVisible());
    }

    /// Ctrl+E is the window's Export, also while somebody types here.
    void leavesExportToTheWindow()
    {
        FilterEdit edit;
        edit.setText(u"web"_s);
        const auto takes = [&edit](int key, Qt::KeyboardModifiers modifiers) {
            QKeyEvent event(QEvent::ShortcutOverride, key, modifiers);
            event.ignore();
            QCoreApplication::sendEvent(&edit, &event);
            return event.isAccepted();
        };
        QVERIFY(!takes(Qt::Key_E, Qt::ControlModifier));
        QVERIFY(takes(Qt::Key_A, Qt::ControlModifier));
        QVERIFY(takes(Qt::Key_Escape, Qt::NoModifier));
    }

    void leavesDownwards()
    {
        FilterEdit edit;
        QSignalSpy changed(&edit, &FilterEdit::filterChanged);
        QSignalSpy left(&edit, &FilterEdit::leaveDown);
        QTest::keyClicks(&edit, u"web"_s);
        QTest::keyClick(&edit, Qt::Key_Down);
        QCOMPARE(left.count(), 1);
        QCOMPARE(changed.count(), 1);
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestFilterEdit)
#include "tst_filteredit.moc"
