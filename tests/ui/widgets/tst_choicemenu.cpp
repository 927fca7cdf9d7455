// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "widgets/choicemenu.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestChoiceMenu : public QObject
{
    Q_OBJECT

private:
    /// As by a pointer that is on a window: Qt 6.8 closes a menu at the first press if it never saw one.
    void open(ChoiceMenu &menu)
    {
        m_host.resize(200, 200);
        m_host.show();
        QVERIFY(QTest::qWaitForWindowExposed(&m_host));
        QTest::mouseMove(m_host.windowHandle(), {50, 50});
        menu.popup(m_host.mapToGlobal(QPoint(50, 50)));
    }

    QWidget m_host;

private Q_SLOTS:
    void staysOpenWhileSwitching()
    {
        ChoiceMenu menu;
        QAction *choice = menu.addAction(u"Tags"_s);
        choice->setCheckable(true);
        open(menu);
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(choice).center());
        QVERIFY(choice->isChecked());
        QVERIFY(menu.isVisible());
        menu.setActiveAction(choice);
        QTest::keyClick(&menu, Qt::Key_Space);
        QVERIFY(!choice->isChecked());
        QVERIFY(menu.isVisible());
    }

    void closesAfterACommand()
    {
        ChoiceMenu menu;
        QAction *command = menu.addAction(u"Reset columns"_s);
        QSignalSpy triggered(command, &QAction::triggered);
        open(menu);
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(command).center());
        QCOMPARE(triggered.count(), 1);
        QTRY_VERIFY(!menu.isVisible());
    }

    void leavesDisabledOnesAlone()
    {
        ChoiceMenu menu;
        QAction *name = menu.addAction(u"Name"_s);
        name->setCheckable(true);
        name->setChecked(true);
        name->setEnabled(false);
        open(menu);
        QTest::mouseClick(&menu, Qt::LeftButton, {}, menu.actionGeometry(name).center());
        QVERIFY(name->isChecked());
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestChoiceMenu)
#include "tst_choicemenu.moc"
