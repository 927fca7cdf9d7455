// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfixture.h"

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "dialogs/accountsdialog.h"
#include "dialogs/connectdialog.h"
#include "dialogs/connectionform.h"
#include "dialogs/questioner.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "support/waitingkeychain.h"
#include "widgets/banner.h"
#include "window/accountdialogs.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPointer>
#include <QPushButton>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

class AgreeingQuestioner final : public Questioner
{
public:
    void ask(QWidget *, const Question &, Agreed agreed) override { agreed(); }
};

} // namespace

/// From the window through its dialogs to an account on screen, as a person goes.
class TestAccountDialogs : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void fromTheStartPageToTheServers();
    void aKeyThatIsAskedForAgain();
    void anotherKeyOpensAnew();
    void fromTheListOfAccounts();
    void removingClosesAndForgets();
    void oneDialogAtATime();
    void anotherAccountsKeyIsWanted();
    void closedWhileTheKeyIsSaved();
    void closingTheWindowInTheMiddle();

private:
    [[nodiscard]] ConnectDialog *connectDialog() const
    {
        return m_fixture->window->findChild<ConnectDialog *>();
    }
    [[nodiscard]] AccountsDialog *accountsDialog() const
    {
        return m_fixture->window->findChild<AccountsDialog *>();
    }
    void fillAndOpen(const QString &key) const;
    QString keepAccount(const QString &name, const QString &key);

    std::unique_ptr<WindowFixture> m_fixture;
    std::unique_ptr<AccountStore> m_store;
    WaitingKeychain m_keychain;
    AgreeingQuestioner m_questions;
    std::unique_ptr<AccountBook> m_book;
    std::unique_ptr<AccountDialogs> m_dialogs;
};

void TestAccountDialogs::init()
{
    m_fixture = std::make_unique<WindowFixture>(60);
    m_keychain.isWaiting = false;
    m_store = std::make_unique<AccountStore>(m_fixture->folder.filePath(u"accounts.ini"_s));
    m_book = std::make_unique<AccountBook>(*m_store, m_keychain);
    m_fixture->book = m_book.get();
    m_fixture->makeWindow();
    m_dialogs = std::make_unique<AccountDialogs>(*m_fixture->window, *m_book, m_fixture->files, m_questions,
                                                 ApiClient::Options());
    m_fixture->window->show();
}

void TestAccountDialogs::cleanup()
{
    m_dialogs.reset();
    m_fixture->window.reset();
    m_book.reset();
    m_fixture.reset();
}

void TestAccountDialogs::fillAndOpen(const QString &key) const
{
    ConnectDialog *dialog = connectDialog();
    QVERIFY(dialog);
    dialog->findChild<ConnectionForm *>()->setOptionsShown(true);
    dialog->findChild<QComboBox *>(u"connectEndpoint"_s)->setCurrentIndex(2);
    dialog->findChild<QLineEdit *>(u"connectUser"_s)->setText(m_fixture->server->userName());
    dialog->findChild<QLineEdit *>(u"connectAddress"_s)->setText(m_fixture->server->restUrl().toString());
    dialog->findChild<QLineEdit *>(u"connectKey"_s)->setText(key);
    auto *proceed = dialog->findChild<QPushButton *>(u"connectProceed"_s);
    proceed->click();
    QTRY_VERIFY(proceed->text() == u"Open account"_s || proceed->text() == u"Save and open"_s);
    proceed->click();
}

QString TestAccountDialogs::keepAccount(const QString &name, const QString &key)
{
    Account account;
    account.name = name;
    account.userName = m_fixture->server->userName();
    account.restBase = m_fixture->server->restUrl();
    QString id;
    m_book->save(account, {key, {}}, this,
                 [&id](const Result<AccountBook::Kept> &kept) { id = kept->account.id; });
    return QTest::qWaitFor([&id] { return !id.isEmpty(); }) ? id : QString();
}

void TestAccountDialogs::fromTheStartPageToTheServers()
{
    m_fixture->window->findChild<QPushButton *>(u"choose_connect"_s)->click();
    fillAndOpen(m_fixture->server->apiKey());
    QTRY_VERIFY(m_fixture->isFinished());
    QCOMPARE(m_fixture->window->session()->store().table().rowCount(), 60);
    QVERIFY2(m_fixture->window->windowTitle().contains(u"Example Corp"_s),
             qPrintable(m_fixture->window->windowTitle()));
    QVERIFY(m_fixture->window->windowTitle().contains(u"read-only"_s));
    QCOMPARE(m_book->lastShownId(), m_book->accounts().constFirst().id);
    QTRY_VERIFY(!connectDialog());
}

void TestAccountDialogs::aKeyThatIsAskedForAgain()
{
    Account account;
    account.id = u"known"_s;
    account.name = u"Acme"_s;
    account.userName = m_fixture->server->userName();
    account.restBase = m_fixture->server->restUrl();
    QVERIFY(m_store->put(account, {}));
    m_dialogs.reset();
    m_fixture->window.reset();
    m_book = std::make_unique<AccountBook>(*m_store, m_keychain);
    m_fixture->book = m_book.get();
    m_fixture->makeWindow();
    m_dialogs = std::make_unique<AccountDialogs>(*m_fixture->window, *m_book, m_fixture->files, m_questions,
                                                 ApiClient::Options());
    m_fixture->window->show();

    m_fixture->window->openKnownAccount(u"known"_s);
    QTRY_VERIFY(connectDialog());
    QVERIFY(connectDialog()->findChild<QLabel *>(u"connectReason"_s)->text().contains(u"Acme"_s));
    fillAndOpen(m_fixture->server->apiKey());
    QTRY_VERIFY(m_fixture->isFinished());
    QCOMPARE(m_fixture->window->accounts().shown()->id(), u"known"_s);
}

void TestAccountDialogs::anotherKeyOpensAnew()
{
    const QString id = keepAccount(u"Acme"_s, u"not the key"_s);
    m_fixture->window->openKnownAccount(id);
    QTRY_VERIFY(m_fixture->window->session());
    QTRY_VERIFY(m_fixture->window->session()->loader().state() == AccountLoader::State::Failed);
    m_dialogs->editAccount(id, {});
    fillAndOpen(m_fixture->server->apiKey());
    QTRY_VERIFY(m_fixture->isFinished());
    QCOMPARE(m_fixture->window->accounts().all().size(), 1);
}

void TestAccountDialogs::fromTheListOfAccounts()
{
    const QString id = keepAccount(u"Acme"_s, m_fixture->server->apiKey());
    m_fixture->trigger(u"manageAccounts"_s);
    QTRY_VERIFY(accountsDialog());
    accountsDialog()->setCurrentId(id);
    Q_EMIT accountsDialog()->editWanted(id);
    QVERIFY(connectDialog());
    QCOMPARE(connectDialog()->parentWidget(), accountsDialog()); // on top of it
    connectDialog()->reject();
    QTRY_VERIFY(!connectDialog());
    QVERIFY(accountsDialog()->isVisible());
    QTest::keyClick(accountsDialog()->focusWidget(), Qt::Key_Return);
    QTRY_VERIFY(m_fixture->isFinished());
    QTRY_VERIFY(!accountsDialog());
}

void TestAccountDialogs::removingClosesAndForgets()
{
    const QString id = keepAccount(u"Acme"_s, m_fixture->server->apiKey());
    m_fixture->window->openKnownAccount(id);
    QTRY_VERIFY(m_fixture->isFinished());
    m_fixture->trigger(u"manageAccounts"_s);
    accountsDialog()->setCurrentId(id);
    accountsDialog()->findChild<QAction *>(u"accountsRemove"_s)->trigger();
    QTRY_VERIFY(m_book->accounts().isEmpty());
    QTRY_VERIFY(!m_keychain.inside.contains(id));
    QTRY_VERIFY(!m_fixture->window->session());
}

void TestAccountDialogs::oneDialogAtATime()
{
    m_fixture->trigger(u"connectAccount"_s);
    m_fixture->trigger(u"connectAccount"_s);
    QCOMPARE(m_fixture->window->findChildren<ConnectDialog *>().size(), 1);
    m_fixture->trigger(u"manageAccounts"_s);
    m_fixture->trigger(u"manageAccounts"_s);
    QCOMPARE(m_fixture->window->findChildren<AccountsDialog *>().size(), 1);
}

void TestAccountDialogs::anotherAccountsKeyIsWanted()
{
    const QString acme = keepAccount(u"Acme"_s, m_fixture->server->apiKey());
    const QString other = keepAccount(u"Other"_s, m_fixture->server->apiKey());
    m_dialogs->editAccount(acme, {});
    const QPointer<ConnectDialog> first = connectDialog();
    QVERIFY(first->windowTitle().contains(u"Acme"_s));
    m_dialogs->editAccount(other, u"Enter it again."_s); // while the first is closing
    QTRY_VERIFY(!first);
    QVERIFY(connectDialog()->isVisible());
    QVERIFY(connectDialog()->windowTitle().contains(u"Other"_s));
    fillAndOpen(m_fixture->server->apiKey());
    QTRY_VERIFY(m_fixture->isFinished());
    QCOMPARE(m_fixture->window->accounts().shown()->id(), other);
}

void TestAccountDialogs::closedWhileTheKeyIsSaved()
{
    m_fixture->trigger(u"connectAccount"_s);
    m_keychain.isWaiting = true;
    fillAndOpen(m_fixture->server->apiKey());
    QVERIFY(connectDialog()->isKeeping());
    connectDialog()->reject();
    const auto *banner = m_fixture->window->findChild<Banner *>(u"accountBanner"_s);
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->sentence().startsWith(u"The key of “Example Corp” is still being saved."_s),
             qPrintable(banner->sentence()));
    QVERIFY(m_book->accounts().isEmpty());
    m_keychain.goOn();
    QTRY_COMPARE(banner->sentence(), u"“Example Corp” is saved."_s);
    QCOMPARE(m_book->accounts().size(), 1);
}

/// A check that hangs keeps nobody from leaving, and nothing of it is left.
void TestAccountDialogs::closingTheWindowInTheMiddle()
{
    m_fixture->server->setFaultPlan({{{Fault::Kind::Hang, {}, 0, {}, {}}}, 0, false});
    m_fixture->trigger(u"connectAccount"_s);
    const QPointer<ConnectDialog> dialog = connectDialog();
    QVERIFY(dialog);
    dialog->findChild<ConnectionForm *>()->setOptionsShown(true);
    dialog->findChild<QComboBox *>(u"connectEndpoint"_s)->setCurrentIndex(2);
    dialog->findChild<QLineEdit *>(u"connectUser"_s)->setText(m_fixture->server->userName());
    dialog->findChild<QLineEdit *>(u"connectAddress"_s)->setText(m_fixture->server->restUrl().toString());
    dialog->findChild<QLineEdit *>(u"connectKey"_s)->setText(m_fixture->server->apiKey());
    dialog->findChild<QPushButton *>(u"connectProceed"_s)->click();
    QTRY_VERIFY(!m_fixture->server->log().calls().isEmpty());
    QVERIFY(m_fixture->window->close());
    QVERIFY(!m_fixture->window->isVisible());
    QVERIFY(!m_fixture->window->session());
    m_dialogs.reset();
    m_fixture->window.reset();
    QVERIFY(!dialog);
    QVERIFY(m_book->accounts().isEmpty());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestAccountDialogs)
#include "tst_accountdialogs.moc"
