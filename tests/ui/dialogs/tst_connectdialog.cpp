// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfixture.h"

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "dialogs/accessreport.h"
#include "dialogs/connectdialog.h"
#include "dialogs/connectionform.h"
#include "support/closedkeychain.h"
#include "support/testmain.h"
#include "support/waitingkeychain.h"

#include <QAbstractButton>
#include <QCheckBox>
#include <QComboBox>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestConnectDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void connectsAnAccount();
    void isDoneWithTheKeyboardAlone();
    void nothingIsKeptBefore();
    void aWrongKey();
    void anEditStartsOver();
    void stopsAndCloses();
    void ibmCloudKeys();
    void tabGoesFromTopToBottom();
    void showsTheKeyOnlyWhenAsked();
    void anEndpointThatIsNone();
    void nobodyAtTheEndpoint();
    void aCaFileThatIsNone();
    void aProxyThatIsNotThere();
    void saysThatLoopbackNeedsNoProxy();
    void passwordsOfProxiesAreNotSettings();
    void saysWhatIsNotPermitted();
    void aClosedKeychainIsNoObstacle();
    void forThisSessionOnly();
    void aNameThatIsTaken();
    void closedWhileItIsKept();
    void saysThatTheKeychainWaits();
    void saysThatTheKeychainIsRead();
    void detailsHaveRoom();
    void enterTwiceDoesNotStop();
    void changesAnAccount();
    void leavesWhatAnotherWindowChanged();
    void asksForTheKeyAgain();
    void theKeyIsNowhereElse();

private:
    template<class Widget>
    Widget *child(const QString &name) const
    {
        auto *widget = m_dialog->findChild<Widget *>(name);
        if (widget == nullptr)
            qFatal("no such widget: %s", qPrintable(name));
        return widget;
    }
    void type(const QString &name, const QString &text) const
    {
        auto *edit = child<QLineEdit>(name);
        edit->clear();
        QTest::keyClicks(edit, text);
    }
    QPushButton *primary() const { return child<QPushButton>(u"connectProceed"_s); }
    AccessReport *report() const { return m_dialog->findChild<AccessReport *>(); }
    void useDialog(CredentialStore &keychain);
    void chooseEndpoint(const QString &address) const;
    void fill() const;
    void checkIt() const;
    [[nodiscard]] QString file() const { return m_folder->filePath(u"accounts.ini"_s); }

    std::unique_ptr<SimulatedServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountStore> m_store;
    std::unique_ptr<MemoryCredentialStore> m_keychain;
    AnsweringFileChooser m_files;
    std::unique_ptr<AccountBook> m_book;
    std::unique_ptr<ConnectDialog> m_dialog;
};

void TestConnectDialog::init()
{
    m_server = std::make_unique<SimulatedServer>(60);
    QVERIFY(m_server->start());
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<AccountStore>(file());
    m_keychain = std::make_unique<MemoryCredentialStore>();
    useDialog(*m_keychain);
}

void TestConnectDialog::cleanup()
{
    m_dialog.reset();
    m_book.reset();
    m_server.reset();
}

void TestConnectDialog::useDialog(CredentialStore &keychain)
{
    m_dialog.reset();
    m_book = std::make_unique<AccountBook>(*m_store, keychain);
    m_dialog = std::make_unique<ConnectDialog>(*m_book, m_files, ApiClient::Options());
    m_dialog->show();
}

void TestConnectDialog::chooseEndpoint(const QString &address) const
{
    m_dialog->findChild<ConnectionForm *>()->setOptionsShown(true);
    child<QComboBox>(u"connectEndpoint"_s)->setCurrentIndex(2);
    type(u"connectAddress"_s, address);
}

void TestConnectDialog::fill() const
{
    type(u"connectUser"_s, m_server->userName());
    type(u"connectKey"_s, u"  "_s + m_server->apiKey() + u" "_s); // as pasted
    chooseEndpoint(m_server->restUrl().toString());
}

void TestConnectDialog::checkIt() const
{
    primary()->click();
    QTRY_COMPARE(primary()->text(), u"Open account"_s);
}

void TestConnectDialog::connectsAnAccount()
{
    fill();
    QCOMPARE(primary()->text(), u"Check key"_s);
    primary()->click();
    QCOMPARE(primary()->text(), u"Stop"_s);
    QTRY_COMPARE(primary()->text(), u"Open account"_s);
    const QString company = m_server->account().account().value(u"companyName"_s).toString();
    QVERIFY2(report()->text().contains(company), qPrintable(report()->text()));
    QCOMPARE(child<QLineEdit>(u"connectName"_s)->text(), company);
    QCOMPARE(report()->text().count(u"● Yes"_s), 4);

    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    primary()->click();
    QTRY_COMPARE(kept.count(), 1);
    QVERIFY(!m_dialog->isVisible());
    QCOMPARE(kept.first().at(1).toString(), QString());
    const Account *account = m_book->find(kept.first().at(0).toString());
    QVERIFY(account);
    QCOMPARE(account->name, company);
    QCOMPARE(account->userName, m_server->userName());
    QCOMPARE(account->restBase, m_server->restUrl());
    std::optional<Result<AccountSecrets>> secrets;
    m_book->readSecrets(account->id, this,
                        [&secrets](const Result<AccountSecrets> &read) { secrets = read; });
    QTRY_VERIFY(secrets);
    QCOMPARE((*secrets)->apiKey, m_server->apiKey());
    QVERIFY(m_keychain->contains(account->id));
}

void TestConnectDialog::isDoneWithTheKeyboardAlone()
{
    fill();
    m_dialog->findChild<ConnectionForm *>()->setOptionsShown(false);
    child<QLineEdit>(u"connectKey"_s)->setFocus();
    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    QTest::keyClick(child<QLineEdit>(u"connectKey"_s), Qt::Key_Return);
    QTRY_COMPARE(primary()->text(), u"Open account"_s);
    QVERIFY(primary()->isDefault());
    QTest::keyClick(m_dialog.get(), Qt::Key_Return);
    QTRY_COMPARE(kept.count(), 1);
}

void TestConnectDialog::nothingIsKeptBefore()
{
    fill();
    checkIt();
    QVERIFY(!QFile::exists(file()));
    QCOMPARE(m_keychain->count(), 0);
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(m_book->accounts().isEmpty());
    QVERIFY(!QFile::exists(file()));
    QCOMPARE(child<QLineEdit>(u"connectKey"_s)->text(), QString());
}

void TestConnectDialog::aWrongKey()
{
    fill();
    type(u"connectKey"_s, u"0123456789"_s);
    primary()->click();
    QTRY_COMPARE(report()->text(), sentence(ApiError::Kind::Unauthorized));
    QCOMPARE(primary()->text(), u"Check key"_s);
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"connectKey"_s));
    QVERIFY(m_book->accounts().isEmpty());
}

void TestConnectDialog::anEditStartsOver()
{
    fill();
    checkIt();
    QTest::keyClicks(child<QLineEdit>(u"connectKey"_s), u"x"_s);
    QCOMPARE(primary()->text(), u"Check key"_s);
    QVERIFY(report()->isHidden());
    QTest::keyClick(child<QLineEdit>(u"connectKey"_s), Qt::Key_Backspace);
    checkIt();
    QTest::keyClicks(child<QLineEdit>(u"connectName"_s), u" of mine"_s); // another name, the same connection
    QCOMPARE(primary()->text(), u"Open account"_s);
}

void TestConnectDialog::stopsAndCloses()
{
    m_server->setFaultPlan({{{Fault::Kind::Hang, {}, 0, {}, {}}}, 0, false});
    fill();
    primary()->click();
    QTRY_VERIFY(!m_server->log().calls().isEmpty());
    QCOMPARE(primary()->text(), u"Stop"_s);
    primary()->click();
    QCOMPARE(primary()->text(), u"Check key"_s);
    QVERIFY(report()->isHidden());
    primary()->click();
    QCOMPARE(primary()->text(), u"Stop"_s);
    m_dialog.reset(); // in the middle of it
}

void TestConnectDialog::ibmCloudKeys()
{
    fill();
    child<QAbstractButton>(u"connectIbmCloud"_s)->click();
    QVERIFY(!child<QLineEdit>(u"connectUser"_s)->isEnabled());
    QCOMPARE(child<QLineEdit>(u"connectUser"_s)->text(), u"apikey"_s);
    child<QAbstractButton>(u"connectClassic"_s)->click();
    QCOMPARE(child<QLineEdit>(u"connectUser"_s)->text(), m_server->userName()); // is not lost
    child<QAbstractButton>(u"connectIbmCloud"_s)->click();
    checkIt();
    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    primary()->click();
    QTRY_COMPARE(kept.count(), 1);
    QVERIFY(m_book->accounts().constFirst().keyKind == Account::KeyKind::IbmCloud);
    QCOMPARE(m_book->accounts().constFirst().effectiveUserName(), u"apikey"_s);
}

void TestConnectDialog::tabGoesFromTopToBottom()
{
    m_dialog->findChild<ConnectionForm *>()->setOptionsShown(true);
    child<QComboBox>(u"connectEndpoint"_s)->setCurrentIndex(2);
    child<QComboBox>(u"connectProxy"_s)->setCurrentIndex(2);
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"connectUser"_s)); // where one begins
    QStringList names;
    const QWidget *widget = m_dialog->focusWidget();
    do {
        const bool isStop = (widget->focusPolicy() & Qt::TabFocus) != 0 &&
                            widget->isVisibleTo(m_dialog.get()) && widget->isEnabled() &&
                            !widget->objectName().isEmpty();
        if (isStop)
            names.append(widget->objectName());
        widget = widget->nextInFocusChain();
    } while (widget != m_dialog->focusWidget());
    const QStringList wanted{u"connectUser"_s,         u"connectKey"_s,       u"connectShowKey"_s,
                             u"connectName"_s,         u"connectKeychain"_s,  u"connectOptions"_s,
                             u"connectEndpoint"_s,     u"connectAddress"_s,   u"connectProxy"_s,
                             u"connectProxyAddress"_s, u"connectProxyUser"_s, u"connectProxyPassword"_s,
                             u"connectCaFile"_s,       u"connectChooseCa"_s};
    QCOMPARE(names.first(14), wanted);
}

void TestConnectDialog::showsTheKeyOnlyWhenAsked()
{
    auto *key = child<QLineEdit>(u"connectKey"_s);
    QCOMPARE(key->echoMode(), QLineEdit::Password);
    child<QCheckBox>(u"connectShowKey"_s)->click();
    QCOMPARE(key->echoMode(), QLineEdit::Normal);
    child<QCheckBox>(u"connectShowKey"_s)->click();
    QCOMPARE(key->echoMode(), QLineEdit::Password);
}

void TestConnectDialog::anEndpointThatIsNone()
{
    fill();
    type(u"connectAddress"_s, u"http://api.example.com/rest/v3.1/"_s);
    primary()->click();
    QVERIFY2(report()->text().contains(u"not encrypted"_s), qPrintable(report()->text()));
    QCOMPARE(primary()->text(), u"Check key"_s);
    type(u"connectUser"_s, {});
    chooseEndpoint(m_server->restUrl().toString());
    primary()->click();
    QVERIFY2(report()->text().contains(u"user name is missing"_s), qPrintable(report()->text()));
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"connectUser"_s));
}

void TestConnectDialog::nobodyAtTheEndpoint()
{
    fill();
    m_server.reset(); // its port is closed now
    m_dialog->findChild<ConnectionForm *>()->setOptionsShown(false);
    primary()->click();
    QTRY_COMPARE_WITH_TIMEOUT(primary()->text(), u"Check key"_s, 30'000);
    QVERIFY2(report()->text().contains(u"127.0.0.1"_s), qPrintable(report()->text()));
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"connectAddress"_s));
    QVERIFY(child<QLineEdit>(u"connectAddress"_s)->isVisible()); // unfolded
    m_server = std::make_unique<SimulatedServer>(1);
}

void TestConnectDialog::aCaFileThatIsNone()
{
    fill();
    m_files.answer = m_folder->filePath(u"nothing.pem"_s);
    child<QPushButton>(u"connectChooseCa"_s)->click();
    QCOMPARE(m_files.questions, 1);
    primary()->click();
    QVERIFY2(report()->text().contains(u"nothing.pem"_s), qPrintable(report()->text()));
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"connectCaFile"_s));
    type(u"connectCaFile"_s, {});
    checkIt();
}

void TestConnectDialog::aProxyThatIsNotThere()
{
    fill();
    chooseEndpoint(u"https://layerscope-test.invalid/rest/v3.1/"_s); // loopback would need none
    child<QComboBox>(u"connectProxy"_s)->setCurrentIndex(2);
    type(u"connectProxyAddress"_s, u"127.0.0.1:1"_s);
    primary()->click();
    QTRY_COMPARE_WITH_TIMEOUT(primary()->text(), u"Check key"_s, 30'000);
    QVERIFY2(report()->text().contains(u"proxy"_s, Qt::CaseInsensitive), qPrintable(report()->text()));
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"connectProxyAddress"_s));
}

void TestConnectDialog::saysThatLoopbackNeedsNoProxy()
{
    auto *form = m_dialog->findChild<ConnectionForm *>();
    form->setOptionsShown(true);
    const auto *note = child<QLabel>(u"connectLoopbackNote"_s);
    child<QComboBox>(u"connectProxy"_s)->setCurrentIndex(2);
    QVERIFY(!note->isVisibleTo(m_dialog.get()));
    chooseEndpoint(u"http://127.0.0.1:8080/rest/v3.1/"_s);
    QVERIFY(note->isVisibleTo(m_dialog.get()));
    chooseEndpoint(u"https://api.example.com/rest/v3.1/"_s);
    QVERIFY(!note->isVisibleTo(m_dialog.get()));
    chooseEndpoint(u"https://localhost/rest/v3.1/"_s);
    QVERIFY(note->isVisibleTo(m_dialog.get()));
    child<QComboBox>(u"connectProxy"_s)->setCurrentIndex(0);
    QVERIFY(!note->isVisibleTo(m_dialog.get()));
}

void TestConnectDialog::passwordsOfProxiesAreNotSettings()
{
    auto *form = m_dialog->findChild<ConnectionForm *>();
    form->setOptionsShown(true);
    child<QComboBox>(u"connectProxy"_s)->setCurrentIndex(2);
    type(u"connectProxyAddress"_s, u"http://me:pro%40xy@proxy.example.com:8080"_s);
    QCOMPARE(form->account()->proxyAddress, u"http://me@proxy.example.com:8080"_s);
    QCOMPARE(form->secrets({}).proxyPassword, u"pro@xy"_s);
    type(u"connectProxyAddress"_s, u"me:other@proxy.example.com:8080"_s);
    QCOMPARE(form->account()->proxyAddress, u"http://me@proxy.example.com:8080"_s);
    QCOMPARE(form->secrets({{}, u"stored"_s}).proxyPassword, u"other"_s);
    type(u"connectProxyAddress"_s, u"http://me:a@b c%@proxy.example.com"_s); // as slcli takes it
    QCOMPARE(form->account()->proxyAddress, u"http://me@proxy.example.com:80"_s);
    QCOMPARE(form->secrets({}).proxyPassword, u"a@b c%"_s);
    type(u"connectProxyAddress"_s, u"socks5://me:secret@proxy.example.com"_s);
    QCOMPARE(form->account()->proxyAddress, u"proxy.example.com"_s); // whatever it is, no password
    type(u"connectProxyAddress"_s, u"proxy.example.com"_s);
    QCOMPARE(form->secrets({{}, u"stored"_s}).proxyPassword, u"stored"_s);
    type(u"connectProxyUser"_s, u"you"_s);
    type(u"connectProxyPassword"_s, u"secret"_s);
    QCOMPARE(form->account()->proxyAddress, u"http://you@proxy.example.com:80"_s);
    QCOMPARE(form->secrets({}).proxyPassword, u"secret"_s);
    child<QComboBox>(u"connectProxy"_s)->setCurrentIndex(0);
    QCOMPARE(form->secrets({}).proxyPassword, QString());
    QVERIFY(form->account()->proxyAddress.isEmpty());
}

void TestConnectDialog::saysWhatIsNotPermitted()
{
    m_server->setFaultPlan({{{Fault::Kind::RefusedRelation, {}, 0, u"virtualGuests"_s, {}},
                             {Fault::Kind::ConcealedRelation, {}, 0, u"nextInvoiceTotalAmount"_s, {}}},
                            0,
                            false});
    fill();
    checkIt();
    QVERIFY2(report()->text().contains(u"VIRTUAL_GUEST_VIEW"_s), qPrintable(report()->text()));
    QCOMPARE(report()->text().count(u"■ No"_s), 2);
}

void TestConnectDialog::aClosedKeychainIsNoObstacle()
{
    ClosedKeychain closed;
    useDialog(closed);
    fill();
    checkIt();
    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    primary()->click();
    QTRY_COMPARE(kept.count(), 1);
    QVERIFY(kept.first().at(1).toString().contains(u"this session only"_s));
    m_dialog.reset();
    m_book.reset();
}

void TestConnectDialog::forThisSessionOnly()
{
    fill();
    child<QCheckBox>(u"connectKeychain"_s)->click();
    checkIt();
    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    primary()->click();
    QTRY_COMPARE(kept.count(), 1);
    QCOMPARE(m_keychain->count(), 0);
    QVERIFY(m_book->accounts().constFirst().keyPlace == Account::KeyPlace::Session);
}

void TestConnectDialog::aNameThatIsTaken()
{
    Account other;
    other.name = u"Acme"_s;
    other.userName = u"u"_s;
    bool isThere = false;
    m_book->save(other, {u"k"_s, {}}, this,
                 [&isThere](const Result<AccountBook::Kept> &) { isThere = true; });
    QTRY_VERIFY(isThere);
    fill();
    type(u"connectName"_s, u"ACME"_s);
    primary()->click();
    QVERIFY2(report()->text().contains(u"Acme"_s), qPrintable(report()->text()));
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"connectName"_s));
    type(u"connectName"_s, u"Beta"_s);
    checkIt();
    type(u"connectName"_s, u"ACME"_s);
    primary()->click();
    QVERIFY2(report()->text().contains(u"Acme"_s), qPrintable(report()->text()));
    QVERIFY(m_dialog->isVisible());
    type(u"connectName"_s, u"Acme too"_s);
    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    primary()->click();
    QTRY_COMPARE(kept.count(), 1);
}

void TestConnectDialog::closedWhileItIsKept()
{
    fill();
    checkIt();
    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    primary()->click();
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QTRY_COMPARE(m_book->accounts().size(), 1);
    QCOMPARE(kept.count(), 0); // nobody wants to see it now
}

void TestConnectDialog::saysThatTheKeychainWaits()
{
    WaitingKeychain keychain;
    useDialog(keychain);
    report()->setPatience(std::chrono::milliseconds(0));
    fill();
    checkIt();
    const QString found = report()->text();
    keychain.isWaiting = true;
    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    primary()->click();
    QVERIFY(m_dialog->isKeeping());
    QCOMPARE(report()->text(), found); // an open one answers before anybody could read it
    QTRY_COMPARE(report()->text(), u"Saving the key … The keychain may be waiting for you."_s);
    QVERIFY(report()->isVisible());
    QCOMPARE(report()->accessibleName(), report()->text());
    keychain.goOn();
    QTRY_COMPARE(kept.count(), 1);
    m_dialog.reset();
    m_book.reset();
}

void TestConnectDialog::saysThatTheKeychainIsRead()
{
    Account account;
    account.name = u"Acme"_s;
    account.id = u"known"_s;
    account.userName = m_server->userName();
    account.restBase = m_server->restUrl();
    QVERIFY(m_store->put(account, {}));
    WaitingKeychain keychain;
    keychain.isWaiting = true;
    useDialog(keychain);
    report()->setPatience(std::chrono::milliseconds(0));
    m_dialog->edit(u"known"_s);
    QTRY_COMPARE(report()->text(), u"Reading the key … The keychain may be waiting for you."_s);
    keychain.goOn(); // and there is none
    QTRY_VERIFY(report()->isHidden());
    m_dialog.reset();
    m_book.reset();
}

void TestConnectDialog::detailsHaveRoom()
{
    fill();
    report()->setError(ApiError::make(ApiError::Kind::Tls, u"self-signed certificate. "_s.repeated(12)));
    auto *detail = child<QLabel>(u"accessDetail"_s);
    const auto *scroll = m_dialog->findChild<QScrollArea *>(u"connectScroll"_s);
    child<QAbstractButton>(u"accessUnfold"_s)->click();
    const auto seen = [&] {
        const QRect whole(detail->mapTo(scroll->viewport(), QPoint(0, 0)), detail->size());
        return whole.intersected(scroll->viewport()->rect()).height();
    };
    QTRY_COMPARE_GE(detail->height(), detail->heightForWidth(detail->width()));
    QTRY_COMPARE(seen(), detail->height());
    const int unfolded = m_dialog->height();
    child<QAbstractButton>(u"accessUnfold"_s)->click();
    QTRY_COMPARE_LT(m_dialog->height(), unfolded);
}

void TestConnectDialog::enterTwiceDoesNotStop()
{
    m_server->setFaultPlan({{{Fault::Kind::Hang, {}, 0, {}, {}}}, 0, false});
    fill();
    auto *key = child<QLineEdit>(u"connectKey"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QCOMPARE(primary()->text(), u"Stop"_s);
    QTest::keyClick(key, Qt::Key_Return);
    QCOMPARE(primary()->text(), u"Stop"_s);
}

void TestConnectDialog::changesAnAccount()
{
    Account account;
    account.name = u"Acme"_s;
    account.userName = m_server->userName();
    account.restBase = m_server->restUrl();
    account.proxyUse = Account::ProxyUse::None;
    QString id;
    m_book->save(account, {m_server->apiKey(), {}}, this,
                 [&id](const Result<AccountBook::Kept> &kept) { id = kept->account.id; });
    QTRY_VERIFY(!id.isEmpty());
    m_dialog->edit(id);
    QVERIFY(m_dialog->windowTitle().contains(u"Acme"_s));
    QTRY_COMPARE(child<QLineEdit>(u"connectKey"_s)->placeholderText(), u"Unchanged"_s);
    QCOMPARE(child<QLineEdit>(u"connectKey"_s)->text(), QString());
    QCOMPARE(child<QLineEdit>(u"connectAddress"_s)->text(), m_server->restUrl().toString());

    primary()->click();
    QTRY_COMPARE(primary()->text(), u"Save and open"_s);
    type(u"connectName"_s, u"Acme Inc."_s);
    QSignalSpy kept(m_dialog.get(), &ConnectDialog::accountKept);
    primary()->click();
    QTRY_COMPARE(kept.count(), 1);
    QCOMPARE(m_book->accounts().size(), 1);
    QCOMPARE(m_book->find(id)->name, u"Acme Inc."_s);
    QVERIFY(m_book->find(id)->proxyUse == Account::ProxyUse::None);
}

/// What the person did not touch in the dialog stays as another window made it meanwhile.
void TestConnectDialog::leavesWhatAnotherWindowChanged()
{
    Account account;
    account.name = u"Acme"_s;
    account.id = u"known"_s;
    account.userName = m_server->userName();
    account.restBase = m_server->restUrl();
    QVERIFY(m_store->put(account, {}));
    useDialog(*m_keychain);
    m_dialog->edit(u"known"_s, {});
    type(u"connectKey"_s, m_server->apiKey());
    QVERIFY(AccountStore(file()).rename(u"known"_s, u"Renamed"_s));
    m_book->refresh();
    primary()->click();
    QTRY_COMPARE(primary()->text(), u"Save and open"_s);
    primary()->click();
    QTRY_VERIFY(m_keychain->contains(u"known"_s));
    QTRY_VERIFY(!m_dialog->isVisible());
    QCOMPARE(m_book->find(u"known"_s)->name, u"Renamed"_s);
}

void TestConnectDialog::asksForTheKeyAgain()
{
    Account account;
    account.name = u"Acme"_s;
    account.userName = m_server->userName();
    account.restBase = m_server->restUrl();
    account.id = u"known"_s;
    QVERIFY(m_store->put(account, {}));
    useDialog(*m_keychain); // which holds nothing for it
    m_dialog->edit(u"known"_s, u"The keychain holds no key for “Acme”."_s);
    QVERIFY(child<QLabel>(u"connectReason"_s)->isVisible());
    primary()->click();
    QVERIFY2(report()->text().contains(u"API key is missing"_s), qPrintable(report()->text()));
    QCOMPARE(m_dialog->focusWidget(), child<QLineEdit>(u"connectKey"_s));
    type(u"connectKey"_s, m_server->apiKey());
    primary()->click();
    QTRY_COMPARE(primary()->text(), u"Save and open"_s);
    primary()->click();
    QTRY_VERIFY(m_keychain->contains(u"known"_s));
}

void TestConnectDialog::theKeyIsNowhereElse()
{
    fill();
    checkIt();
    const QString key = m_server->apiKey();
    for (const QWidget *widget : m_dialog->findChildren<QWidget *>()) {
        const bool isTheField = widget->objectName() == u"connectKey"_s;
        QString said = widget->toolTip() + widget->accessibleName() + widget->accessibleDescription();
        if (const auto *label = qobject_cast<const QLabel *>(widget))
            said += label->text();
        if (const auto *edit = qobject_cast<const QLineEdit *>(widget); edit != nullptr && !isTheField)
            said += edit->text();
        QVERIFY2(!said.contains(key), qPrintable(widget->objectName()));
    }
    QCOMPARE(child<QLineEdit>(u"connectKey"_s)->displayText().contains(key), false);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestConnectDialog)
#include "tst_connectdialog.moc"
