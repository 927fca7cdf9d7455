// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/testmain.h"
#include "widgets/menukeys.h"

#include <QMenu>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestMenuKeys : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goToWhatCanBeChosen()
    {
        QMenu menu;
        menu.addAction(u"Not now"_s)->setEnabled(false);
        menu.addSeparator();
        const QAction *first = menu.addAction(u"First"_s);
        menu.addAction(u"Between"_s);
        QAction *last = menu.addAction(u"Last"_s);
        menu.addAction(u"Unseen"_s)->setVisible(false);
        MenuKeys::installOn(menu);
        MenuKeys::installOn(menu);
        QCOMPARE(menu.findChildren<MenuKeys *>().size(), 1);
        QSignalSpy triggered(last, &QAction::triggered);
        menu.popup({});
        QTest::keyClick(&menu, Qt::Key_Home);
        QCOMPARE(menu.activeAction(), first);
        QTest::keyClick(&menu, Qt::Key_End);
        QCOMPARE(menu.activeAction(), last);
        QTest::keyClick(&menu, Qt::Key_Return);
        QTRY_COMPARE(triggered.count(), 1);
    }

    void openNoSubmenu()
    {
        QMenu menu;
        QMenu *first = menu.addMenu(u"First"_s);
        first->addAction(u"In the first"_s);
        menu.addAction(u"Between"_s);
        QMenu *last = menu.addMenu(u"Last"_s);
        last->addAction(u"In the last"_s);
        menu.addAction(u"Not now"_s)->setEnabled(false);
        MenuKeys::installOn(menu);
        menu.popup({});
        for (int time = 0; time < 2; ++time) { // from either
            QTest::keyClick(&menu, Qt::Key_Home);
            QCOMPARE(menu.activeAction(), first->menuAction());
            QVERIFY(!first->isVisible());
            QTest::keyClick(&menu, Qt::Key_End);
            QCOMPARE(menu.activeAction(), last->menuAction());
            QVERIFY(!last->isVisible());
        }
    }

    void surviveAnEmptyMenu()
    {
        QMenu menu;
        menu.addAction(u"Not now"_s)->setEnabled(false);
        MenuKeys::installOn(menu);
        menu.popup({});
        QTest::keyClick(&menu, Qt::Key_Home);
        QCOMPARE(menu.activeAction(), nullptr);
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestMenuKeys)
#include "tst_menukeys.moc"
