// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/announcer.h"

#include "support/testmain.h"
#include "widgets/banner.h"

#include <QAccessible>
#include <QDialog>
#include <QLabel>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class AnnouncerTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void isANotification();
    void saysTheLastOfEach();
    void speaksForDialogsToo();
    void isSilentWithoutAWindowOfItsOwn();
    void bannersAreHeardWhenTheyAreSeen();
    void takesNoClicksAndNoFocus();
};

/// With a label within, since some screen readers read those of a notification, and pass over hidden ones.
void AnnouncerTest::isANotification()
{
    QWidget window;
    Announcer announcer(&window);
    window.show();
    Announcer::say(window, u"Loaded in 2.0 s"_s);
    QTRY_COMPARE(announcer.said(), u"Loaded in 2.0 s"_s);
    QAccessibleInterface *heard = QAccessible::queryAccessibleInterface(&announcer);
    QCOMPARE(heard->role(), QAccessible::Notification);
    QCOMPARE(heard->text(QAccessible::Name), u"Loaded in 2.0 s"_s);
    QVERIFY(!heard->state().invisible);
    QCOMPARE(heard->childCount(), 1);
    QCOMPARE(heard->child(0)->text(QAccessible::Name), u"Loaded in 2.0 s"_s);
    QVERIFY(!heard->child(0)->state().invisible);
    QVERIFY(QAccessible::queryAccessibleInterface(&window)->indexOfChild(heard) >= 0);
}

/// Somebody types, and each letter leaves other rows: what was to be said of the first is of no use.
void AnnouncerTest::saysTheLastOfEach()
{
    QWidget window;
    const QLabel page(&window);
    const QLabel status(&window);
    Announcer announcer(&window);
    Announcer::say(page, u"500 of 1,204"_s);
    Announcer::say(status, u"Loaded in 2.0 s"_s);
    Announcer::say(page, u"132 of 1,204"_s);
    Announcer::say(status, {}); // nothing to say
    QTRY_COMPARE(announcer.said(), u"Loaded in 2.0 s\n132 of 1,204"_s);
}

void AnnouncerTest::speaksForDialogsToo()
{
    QWidget window;
    Announcer announcer(&window);
    QDialog dialog(&window);
    const QLabel label(&dialog);
    Announcer::say(label, u"That key works."_s);
    QTRY_COMPARE(announcer.said(), u"That key works."_s);
}

void AnnouncerTest::isSilentWithoutAWindowOfItsOwn()
{
    QWidget window;
    Announcer announcer(&window);
    const QWidget other;
    Announcer::say(other, u"elsewhere"_s);
    Announcer::say(window, u"here"_s);
    QTRY_COMPARE(announcer.said(), u"here"_s);
}

void AnnouncerTest::bannersAreHeardWhenTheyAreSeen()
{
    QWidget window;
    Announcer announcer(&window);
    QWidget page(&window);
    auto *banner = new Banner(&page);
    page.hide();
    window.show();
    banner->say(u"The server does not answer."_s, {}, {});
    Announcer::say(window, u"something else"_s);
    QTRY_COMPARE(announcer.said(), u"something else"_s); // nobody is on that page
    page.show();
    QTRY_COMPARE(announcer.said(), u"The server does not answer."_s);
    banner->say(u"Half of it is missing."_s, {}, {});
    QTRY_COMPARE(announcer.said(), u"Half of it is missing."_s);
}

void AnnouncerTest::takesNoClicksAndNoFocus()
{
    QWidget window;
    QToolButton button(&window);
    button.resize(40, 40);
    Announcer announcer(&window);
    window.resize(100, 100);
    window.show();
    QCOMPARE(window.childAt(0, 0), &button);
    QCOMPARE(announcer.focusPolicy(), Qt::NoFocus);
    QVERIFY(QTest::qWaitForWindowExposed(&window));
    const QImage with = window.grab().toImage();
    announcer.hide();
    QCOMPARE(window.grab().toImage(), with); // paints nothing
}

LAYERSCOPE_TEST(QTEST_MAIN, AnnouncerTest)
#include "tst_announcer.moc"
