// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/accountpage.h"
#include "support/testmain.h"
#include "ui/window/severalaccounts.h"
#include "window/asofstatus.h"
#include "window/loadstatus.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QMenu>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

/// What window and menus say of several accounts, and how one gets from one to another.
class TestAccountsMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void renamedAccountIsCalledSoAtOnce();
    void menuTellsWhatThereIs();
    void keysGoThroughTheOpenAccounts();
    void titleAndStatusSayWhoAndWhere();
    void namesAreNoHtml();
    void loadTimeIsTheAccountsOwn();
    void actionsAskForDialogs();
};

void TestAccountsMenu::renamedAccountIsCalledSoAtOnce()
{
    SeveralAccounts several;
    several.loadBoth();
    QVERIFY(several.book->rename(acmeId, u"R&D"_s));
    QVERIFY(several.main().windowTitle().startsWith(u"R&D – Example Corp"_s));
    QVERIFY(several.main().findChild<AsOfStatus *>()->text().startsWith(u"R&D · "_s));
    auto *button = several.main().findChild<QToolButton *>(u"accountButton"_s);
    QCOMPARE(button->text(), u"R&&D"_s);
    QVERIFY(button->accessibleName().endsWith(u"R&D"_s));
    QVERIFY(several.entry(acmeId)->text().endsWith(u"R&&D"_s)); // now after Other
    QVERIFY(several.entry(acmeId)->text().startsWith(u"&2"_s));
    QVERIFY(several.entry(acmeId)->isChecked());
    // One that is not on screen changes nothing there.
    QVERIFY(several.book->rename(otherId, u"Zoo"_s));
    QVERIFY(several.main().windowTitle().startsWith(u"R&D – "_s));
    QCOMPARE(several.account(otherId)->name(), u"Zoo"_s);
}

void TestAccountsMenu::menuTellsWhatThereIs()
{
    SeveralAccounts several(400, 20ms);
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme"_s);
    QCOMPARE(several.entry(otherId)->text(), u"&2  Other"_s);
    QCOMPARE(several.entry(u"demo"_s)->text(), u"&3  Demo account"_s);
    QCOMPARE(several.entry(otherId)->shortcut(), QKeySequence(Qt::ALT | Qt::Key_2));
    for (const QString &id : {acmeId, otherId, u"demo"_s})
        QVERIFY(!several.entry(id)->isChecked());
    QVERIFY(!several.main().findChild<QAction *>(u"nextAccount"_s)->isVisible());

    several.openBoth();
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme · loading"_s);
    QCOMPARE(several.entry(otherId)->text(), u"&2  Other · loading"_s);
    QVERIFY(several.entry(acmeId)->isChecked());
    QVERIFY(!several.entry(otherId)->isChecked());
    QVERIFY(several.main().findChild<QAction *>(u"nextAccount"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId) && several.isLoaded(otherId), loadTimeout);
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme"_s); // its mark says enough
    QCOMPARE(several.entry(otherId)->text(), u"&2  Other · open"_s);
    QCOMPARE(several.entry(u"demo"_s)->text(), u"&3  Demo account"_s);
    several.choose(acmeId); // the one that is checked stays so
    QVERIFY(several.entry(acmeId)->isChecked());
    several.choose(otherId);
    QVERIFY(several.entry(otherId)->isChecked());
    QVERIFY(!several.entry(acmeId)->isChecked());

    // What comes after the accounts, in this order; and the button opens the same menu.
    auto *menu = several.main().findChild<QMenu *>(u"accountMenu"_s);
    QCOMPARE(several.main().findChild<QToolButton *>(u"accountButton"_s)->menu(), menu);
    QStringList names;
    for (const QAction *action : menu->actions()) {
        if (!action->isSeparator())
            names.append(action->objectName());
    }
    QCOMPARE(names,
             (QStringList{u"account_"_s + acmeId, u"account_"_s + otherId, u"account_demo"_s,
                          u"nextAccount"_s, u"previousAccount"_s, u"connectAccount"_s, u"manageAccounts"_s,
                          u"refresh"_s, u"goOn"_s, u"stop"_s, u"closeAccount"_s}));

    // One that nobody knows, by its title.
    several.window.openAs(connectionTo(*several.demoServer), u"passing"_s);
    QTRY_VERIFY2(several.entry(u"passing"_s)->text().startsWith(u"&4  Example Corp (1234567)"_s),
                 qPrintable(several.entry(u"passing"_s)->text()));
    several.main().closeAccount(u"passing"_s);
    QVERIFY(!several.entry(u"passing"_s));
}

void TestAccountsMenu::keysGoThroughTheOpenAccounts()
{
    SeveralAccounts several;
    several.loadBoth();
    several.main().openKnownAccount(u"demo"_s);
    several.main().activateWindow();
    QVERIFY(QTest::qWaitForWindowActive(&several.main()));
    const auto press = [&several](Qt::Key key, Qt::KeyboardModifiers modifiers) {
        QTest::keyClick(&several.main(), key, modifiers);
    };
    QCOMPARE(several.shownId(), u"demo"_s); // the order of opening is Other, Acme, demo
    press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(several.shownId(), otherId);
    press(Qt::Key_Tab, Qt::ControlModifier);
    QCOMPARE(several.shownId(), acmeId);
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(several.shownId(), otherId);
    press(Qt::Key_Backtab, Qt::ControlModifier | Qt::ShiftModifier);
    QCOMPARE(several.shownId(), u"demo"_s);
    press(Qt::Key_1, Qt::AltModifier);
    QCOMPARE(several.shownId(), acmeId);
    // The keyboard is where the eyes are.
    QVERIFY(several.account(acmeId)->page().isAncestorOf(several.main().focusWidget()));
    QSignalSpy connecting(&several.main(), &MainWindow::connectWanted);
    press(Qt::Key_N, Qt::ControlModifier);
    QCOMPARE(connecting.count(), 1);
}

void TestAccountsMenu::titleAndStatusSayWhoAndWhere()
{
    SeveralAccounts several;
    auto *status = several.main().findChild<AsOfStatus *>();
    QCOMPARE(status->text(), u"read-only"_s);
    several.openBoth();
    QVERIFY(several.main().windowTitle().startsWith(u"Acme"_s)); // before it has answered
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId) && several.isLoaded(otherId), loadTimeout);
    QCOMPARE(several.main().windowTitle(),
             u"Acme – Example Corp (1234567) · 127.0.0.1 · read-only – Layerscope"_s);
    QVERIFY2(status->text().startsWith(u"Acme · as of "_s) &&
                 status->text().endsWith(u" · 127.0.0.1 · read-only"_s),
             qPrintable(status->text()));
    QVERIFY(status->toolTip().startsWith(u"Acme – Example Corp (1234567) · 127.0.0.1 · read-only"_s));
    QCOMPARE(several.main().findChild<QToolButton *>(u"accountButton"_s)->text(), u"Acme"_s);

    several.choose(otherId);
    QVERIFY(several.main().windowTitle().startsWith(u"Other – "_s));
    QVERIFY(status->text().startsWith(u"Other · "_s));
    QCOMPARE(several.main().findChild<QToolButton *>(u"accountButton"_s)->text(), u"Other"_s);
    several.main().openKnownAccount(u"demo"_s);
    QVERIFY(several.main().windowTitle().startsWith(u"Demo account"_s));
    for (const QString &id : {u"demo"_s, otherId, acmeId})
        several.main().closeAccount(id);
    QCOMPARE(status->text(), u"read-only"_s);

    // A long name is cut on screen, not for those who listen; there is still room for the rest.
    QVERIFY(several.book->rename(acmeId, QString(200, u'W')));
    several.main().openKnownAccount(acmeId);
    QTRY_VERIFY(several.account(acmeId));
    QVERIFY(status->accessibleName().startsWith(QString(200, u'W')));
    QVERIFY2(several.main().minimumSizeHint().width() <= 1024,
             qPrintable(QString::number(several.main().minimumSizeHint().width())));
}

void TestAccountsMenu::namesAreNoHtml()
{
    SeveralAccounts several;
    QVERIFY(several.book->rename(acmeId, u"<b>Acme</b>"_s));
    several.main().openKnownAccount(acmeId);
    QTRY_VERIFY(several.account(acmeId));
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId), loadTimeout);
    const QWidget *button = several.main().findChild<QToolButton *>(u"accountButton"_s);
    const QWidget *status = several.main().findChild<AsOfStatus *>();
    for (const QWidget *widget : {button, status}) {
        QVERIFY2(widget->toolTip().contains(u"&lt;b&gt;Acme&lt;/b&gt; – Example Corp"_s),
                 qPrintable(widget->toolTip()));
        QVERIFY2(widget->accessibleDescription().startsWith(u"<b>Acme</b> – Example Corp"_s),
                 qPrintable(widget->accessibleDescription()));
    }
}

void TestAccountsMenu::loadTimeIsTheAccountsOwn()
{
    SeveralAccounts several(60, 30ms);
    several.loadBoth();
    auto *status = several.main().findChild<LoadStatus *>();
    const QString ofAcme = status->summary();
    QVERIFY(ofAcme.startsWith(u"Loaded in"_s));
    several.main().openKnownAccount(u"demo"_s);
    several.window.trigger(u"stop"_s);
    QVERIFY(status->summary().startsWith(u"Stopped"_s));
    several.choose(acmeId);
    QCOMPARE(status->summary(), ofAcme);
}

void TestAccountsMenu::actionsAskForDialogs()
{
    SeveralAccounts several;
    QSignalSpy connecting(&several.main(), &MainWindow::connectWanted);
    QSignalSpy managing(&several.main(), &MainWindow::manageWanted);
    several.window.trigger(u"connectAccount"_s);
    several.window.trigger(u"manageAccounts"_s);
    QCOMPARE(connecting.count(), 1);
    QCOMPARE(managing.count(), 1);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestAccountsMenu)
#include "tst_accountsmenu.moc"
