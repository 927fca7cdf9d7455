// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/accountpage.h"
#include "pages/startpage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "ui/window/severalaccounts.h"
#include "widgets/banner.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSignalSpy>
#include <QStackedWidget>
#include <QTest>

#include <chrono>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

using State = AccountLoader::State;

/// From the choice of an account to its key and its page, and what comes between.
class TestOpeningAccounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWindowIsThereBeforeTheAccountOfAStart();
    void theStartPageTakesNoTimeWhereAnotherPageIsFirst();
    void theStartPageComesInPlaceOfAnAccountThatDoesNot();
    void theStartPageComesBesideAKeychainThatTakesLong();
    void theStartPageWaitsForAKeychainThatAnswers();
    void theNoteFollowsTheAccountThatIsWanted();
    void theNoteGoesWithAnAccountThatFails();
    void theNoteGoesWithAnAccountThatIsRemoved();
    void theNoteComesBackWithTheStartPage();
    void aRefusalLeavesTheNoteOfAnother();
    void aRefusalTakesTheBannerOfAnother();
    void whatIsTriedAgainHasNoBanner();
    void missingKeyIsASentenceOnTheStartPage();
    void missingKeyIsABannerOverAnOpenAccount();
    void waitsForTheKeychainBesideTheOthers();
    void removedWhileItsKeyIsFetched();
    void anotherKeyOpensItAnew();
};

void TestOpeningAccounts::theWindowIsThereBeforeTheAccountOfAStart()
{
    SeveralAccounts several;
    several.main().hide();
    several.main().openWhenDrawn(u"demo"_s);
    const auto *opening = several.main().findChild<QLabel *>(u"openingAccount"_s);
    QVERIFY(opening->text().contains(u"Demo"_s));
    several.main().show();
    QVERIFY(opening->isVisible());
    QVERIFY(several.main().accounts().all().isEmpty());
    QTRY_COMPARE(several.shownId(), u"demo"_s);
    QVERIFY(!opening->isVisible());
    several.main().closeShownAccount();
    QVERIFY(several.main().findChild<StartPage *>()->isVisible());
}

void TestOpeningAccounts::theStartPageTakesNoTimeWhereAnotherPageIsFirst()
{
    WindowFixture fixture(7);
    fixture.makeWindow(
        {{u"demo"_s, u"Try the demo account"_s, {}, [&] { return fixture.connection(); }, {}}});
    const auto *startPage = fixture.window->findChild<StartPage *>();
    // Pages are measured, all of them, whichever is on screen.
    const auto isMeasured = [startPage] {
        return qobject_cast<QStackedWidget *>(startPage->parentWidget())->indexOf(startPage) >= 0;
    };
    fixture.window->openWhenDrawn(u"demo"_s);
    fixture.window->show();
    QVERIFY(fixture.window->findChild<QLabel *>(u"openingAccount"_s)->isVisible());
    QVERIFY(!isMeasured());
    QTRY_VERIFY(fixture.window->session());
    QVERIFY(!isMeasured());
    fixture.window->closeShownAccount();
    QVERIFY(startPage->isVisible());
    QVERIFY(isMeasured());
}

void TestOpeningAccounts::theStartPageComesInPlaceOfAnAccountThatDoesNot()
{
    SeveralAccounts several;
    several.keychain.lose(acmeId);
    several.main().openWhenDrawn(acmeId);
    const auto *opening = several.main().findChild<QLabel *>(u"openingAccount"_s);
    QVERIFY(opening->isVisible());
    QTRY_VERIFY(several.main().findChild<StartPage *>()->isVisible());
    QVERIFY(!opening->isVisible());
}

void TestOpeningAccounts::theStartPageComesBesideAKeychainThatTakesLong()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1ms);
    several.main().openWhenDrawn(acmeId);
    QVERIFY(several.opening()->text().contains(u"Acme"_s));
    QTRY_VERIFY(several.startPage()->isVisible());
    QVERIFY(!several.opening()->isVisible());
    QVERIFY2(several.note().contains(u"Opening Acme …"_s), qPrintable(several.note()));
    QVERIFY2(several.note().contains(u"keychain"_s), qPrintable(several.note()));

    QTRY_COMPARE(several.keychain.asked(), 1);
    several.choose(u"demo"_s); // as a card does
    QCOMPARE(several.shownId(), u"demo"_s);
    several.keychain.answer();
    QTRY_VERIFY(several.account(acmeId));
    QCOMPARE(several.shownId(), u"demo"_s);
    several.main().closeAccount(acmeId);
    several.main().closeAccount(u"demo"_s);
    QVERIFY(several.startPage()->isVisible());
    QCOMPARE(several.note(), QString());
}

void TestOpeningAccounts::theStartPageWaitsForAKeychainThatAnswers()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1h);
    several.main().openWhenDrawn(acmeId);
    QTRY_COMPARE(several.keychain.asked(), 1);
    QVERIFY(several.opening()->isVisible());
    QVERIFY(!several.startPage()->isVisible());
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), acmeId);
    QVERIFY(!several.opening()->isVisible());
    several.main().closeShownAccount();
    QCOMPARE(several.note(), QString());
}

void TestOpeningAccounts::theNoteFollowsTheAccountThatIsWanted()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1h);
    several.main().openWhenDrawn(acmeId);
    QVERIFY(several.book->rename(acmeId, u"Zenith"_s).has_value());
    QCOMPARE(several.opening()->text(), u"Opening Zenith …"_s);
    several.choose(otherId);
    QCOMPARE(several.opening()->text(), u"Opening Other …"_s);
    QTRY_COMPARE(several.keychain.asked(), 1); // Zenith is not wanted any more
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), otherId);
    QVERIFY(!several.account(acmeId));
}

void TestOpeningAccounts::theNoteGoesWithAnAccountThatFails()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1h);
    several.keychain.lose(acmeId);
    several.choose(acmeId);
    QVERIFY(several.startPage()->isVisible()); // that it was chosen from stays
    QCOMPARE(several.note(), u"Opening Acme …"_s);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_VERIFY(several.note().contains(u"holds no key"_s));
    QVERIFY2(!several.note().contains(u"Opening"_s), qPrintable(several.note()));
}

void TestOpeningAccounts::theNoteGoesWithAnAccountThatIsRemoved()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1h);
    several.choose(acmeId);
    QCOMPARE(several.note(), u"Opening Acme …"_s);
    several.book->remove(acmeId, this, [](const Result<Done> &) {});
    QCOMPARE(several.note(), QString());

    // And by another window.
    several.choose(otherId);
    QCOMPARE(several.note(), u"Opening Other …"_s);
    AccountBook book(several.store, several.keychain);
    book.remove(otherId, this, [](const Result<Done> &) {});
    several.book->refresh();
    QCOMPARE(several.note(), QString());
}

void TestOpeningAccounts::theNoteComesBackWithTheStartPage()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1h);
    several.choose(u"demo"_s);
    several.choose(acmeId);
    QCOMPARE(several.shownId(), u"demo"_s);
    several.main().closeShownAccount();
    QVERIFY(several.startPage()->isVisible());
    QCOMPARE(several.note(), u"Opening Acme …"_s);
}

void TestOpeningAccounts::aRefusalLeavesTheNoteOfAnother()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1h);
    several.keychain.lose(acmeId);
    several.choose(acmeId);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.choose(otherId);
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    several.keychain.answer(); // for Acme: it is not asked for Other's key before the next turn
    const auto *banner = several.main().findChild<Banner *>(u"accountBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QVERIFY(wanted.isEmpty()); // no question in between
    QCOMPARE(several.note(), u"Opening Other …"_s);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), otherId);
}

/// Its button would ask for the key of the account that was refused last.
void TestOpeningAccounts::aRefusalTakesTheBannerOfAnother()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1h);
    several.keychain.lose(acmeId);
    several.keychain.lose(otherId);
    several.choose(acmeId);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.choose(otherId);
    several.keychain.answer();
    const auto *banner = several.main().findChild<Banner *>(u"accountBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), otherId);
    QVERIFY(!banner->isVisible());
}

void TestOpeningAccounts::whatIsTriedAgainHasNoBanner()
{
    SeveralAccounts several;
    several.makeWindowWithPatience(1h);
    several.keychain.lose(acmeId);
    several.choose(acmeId);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.choose(otherId);
    several.keychain.answer();
    const auto *banner = several.main().findChild<Banner *>(u"accountBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    several.choose(acmeId);
    QVERIFY(!banner->isVisible());
    QCOMPARE(several.note(), u"Opening Acme …"_s);
}

void TestOpeningAccounts::missingKeyIsASentenceOnTheStartPage()
{
    SeveralAccounts several;
    several.keychain.lose(acmeId);
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    several.choose(acmeId);
    QTRY_COMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), acmeId);
    auto *note = several.main().findChild<QLabel *>(u"startNote"_s);
    QVERIFY2(note->text().contains(u"Acme"_s), qPrintable(note->text()));
    QCOMPARE(wanted[0][1].toString(), note->text());
    QVERIFY(several.main().accounts().all().isEmpty());
    QVERIFY(!several.main().findChild<Banner *>(u"accountBanner"_s)->isVisible());
    several.choose(otherId);
    QTRY_COMPARE(several.shownId(), otherId);
    QCOMPARE(note->text(), QString());
}

void TestOpeningAccounts::missingKeyIsABannerOverAnOpenAccount()
{
    SeveralAccounts several;
    several.choose(otherId);
    QTRY_COMPARE(several.shownId(), otherId);
    several.keychain.lose(acmeId);
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    several.choose(acmeId);
    auto *banner = several.main().findChild<Banner *>(u"accountBanner"_s);
    QTRY_VERIFY(banner->isVisible());
    QCOMPARE(several.shownId(), otherId);
    QVERIFY(several.entry(otherId)->isChecked());
    QCOMPARE(wanted.count(), 0);
    QVERIFY2(banner->sentence().contains(u"Acme"_s), qPrintable(banner->sentence()));
    auto *button = banner->findChild<QPushButton *>(u"bannerAction"_s);
    QVERIFY(button->isVisible());
    button->click();
    QCOMPARE(wanted.count(), 1);
    QCOMPARE(wanted[0][0].toString(), acmeId);
    QCOMPARE(wanted[0][1].toString(), banner->sentence());
    QVERIFY(!banner->isVisible());

    // It goes by itself when the account opens after all.
    several.choose(acmeId);
    QTRY_VERIFY(banner->isVisible());
    several.main().openAccount({acmeId, u"Acme"_s, connectionTo(*several.acmeServer)});
    QVERIFY(!banner->isVisible());
}

void TestOpeningAccounts::waitsForTheKeychainBesideTheOthers()
{
    SeveralAccounts several;
    several.keychain.isSlow = true;
    several.choose(acmeId);
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme · opening"_s);
    several.choose(acmeId); // once more
    several.choose(u"demo"_s);
    QCOMPARE(several.shownId(), u"demo"_s);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_VERIFY(several.account(acmeId));
    QCOMPARE(several.shownId(), u"demo"_s); // which was chosen last
    QVERIFY(!several.account(acmeId)->page().isVisible());
    QTRY_VERIFY_WITH_TIMEOUT(several.isLoaded(acmeId), loadTimeout); // though never seen
    QCOMPARE(several.entry(acmeId)->text(), u"&1  Acme · open"_s);

    several.choose(otherId);
    QCOMPARE(several.shownId(), u"demo"_s);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), otherId);
    QCOMPARE(several.main().accounts().all().size(), 3);
}

void TestOpeningAccounts::removedWhileItsKeyIsFetched()
{
    SeveralAccounts several;
    several.keychain.isSlow = true;
    QSignalSpy wanted(&several.main(), &MainWindow::keyWanted);
    several.choose(acmeId);
    several.choose(otherId);
    QTRY_COMPARE(several.keychain.asked(), 2);
    several.book->remove(acmeId, this, [](const Result<Done> &) {});
    several.keychain.answer();
    QTRY_COMPARE(several.shownId(), otherId);
    QVERIFY(!several.account(acmeId));
    QCOMPARE(wanted.count(), 0);
    // And quitting while a keychain is asked.
    several.choose(u"demo"_s);
    several.main().closeAccount(otherId);
    several.choose(otherId);
    QTRY_COMPARE(several.keychain.asked(), 1);
    several.window.window.reset();
    several.keychain.answer();
}

void TestOpeningAccounts::anotherKeyOpensItAnew()
{
    SeveralAccounts several;
    several.loadBoth();
    Connection connection = connectionTo(*several.acmeServer);
    const QPointer<AccountSession> first = &several.account(acmeId)->session();
    several.choose(otherId);
    several.main().openAccount({acmeId, u"Acme"_s, several.account(acmeId)->session().connection()});
    QCOMPARE(several.shownId(), acmeId);
    QCOMPARE(several.main().session(), first.data());

    connection.credentials.secret = u"0000"_s;
    several.choose(otherId);
    several.main().openAccount({acmeId, u"Acme"_s, connection});
    QVERIFY(!first);
    QCOMPARE(several.shownId(), acmeId);
    QCOMPARE(several.main().accounts().all().size(), 2);
    QTRY_COMPARE_WITH_TIMEOUT(several.main().session()->loader().state(), State::Failed, loadTimeout);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestOpeningAccounts)
#include "tst_openingaccounts.moc"
