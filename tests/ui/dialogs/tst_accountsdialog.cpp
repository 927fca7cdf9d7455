// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowfixture.h"

#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "dialogs/accessreport.h"
#include "dialogs/accountsdialog.h"
#include "dialogs/questioner.h"
#include "models/accountsmodel.h"
#include "support/testmain.h"
#include "support/waitingkeychain.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QMessageBox>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QTreeView>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Of the demo account.
const QString company = u"Example Corp"_s;

class AnsweringQuestioner final : public Questioner
{
public:
    QList<Question> questions;
    bool agrees = false;

    void ask(QWidget *, const Question &question, Agreed agreed) override
    {
        questions.append(question);
        if (agrees)
            agreed();
    }
};

/// A keychain that was locked after the keys had been put into it.
class LockedKeychain final : public CredentialStore
{
public:
    MemoryCredentialStore inside;
    bool isLocked = false;

    void read(const QString &id, QObject *context, ReadDone done) override
    {
        if (isLocked)
            refuse(context, std::move(done));
        else
            inside.read(id, context, std::move(done));
    }
    void write(const QString &id, const QString &secret, QObject *context, WriteDone done) override
    {
        inside.write(id, secret, context, std::move(done));
    }
    void remove(const QString &id, QObject *context, WriteDone done) override
    {
        if (isLocked)
            refuse(context, std::move(done));
        else
            inside.remove(id, context, std::move(done));
    }

private:
    template<class Done>
    static void refuse(QObject *context, Done done)
    {
        ApiError error = ApiError::make(ApiError::Kind::Storage);
        error.message = u"The keychain is locked."_s;
        QMetaObject::invokeMethod(
            context, [done = std::move(done), error] { done(Unexpected(error)); }, Qt::QueuedConnection);
    }
};

} // namespace

class TestAccountsDialog : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void cleanup();

    void offersToConnectTheFirst();
    void showsWhatThereIs();
    void choosesWhatWasShownLast();
    void opensWithTheKeyboard();
    void opensWithTheMouse();
    void renamesInTheList();
    void saysWhyANameIsRefused();
    void checksTheKey();
    void saysThatAKeyIsWrong();
    void saysWhatIsRefused();
    void stopsAChecking();
    void anotherAccountIsAnotherReport();
    void saysThatTheKeyIsNotToBeHad();
    void asksBeforeItRemoves();
    void removesTheLastOne();
    void saysThatAKeyIsLeftBehind();
    void saysThatTheKeychainWaits();
    void detailsHaveRoom();
    void columnsUseTheRoomThereIs();
    void closesWhileChecking();
    void wantsOthersToConnectAndEdit();
    void canBeUsedBlindly();
    void showsNoKey();
    void asksInAMessageBox();

private:
    Account accountAt(const QString &name) const
    {
        Account account;
        account.name = name;
        account.userName = m_server->userName();
        account.restBase = m_server->restUrl();
        return account;
    }
    QString keep(const Account &account, const QString &key)
    {
        QString id;
        m_book->save(account, {key, {}}, this,
                     [&id](const Result<AccountBook::Kept> &kept) { id = kept->account.id; });
        return QTest::qWaitFor([&id] { return !id.isEmpty(); }) ? id : QString();
    }
    QString keep(const QString &name) { return keep(accountAt(name), m_server->apiKey()); }
    void useDialog(const FaultPlan &faults = {})
    {
        m_server->setFaultPlan(faults);
        m_dialog = std::make_unique<AccountsDialog>(*m_book, m_questioner, ApiClient::Options());
        m_dialog->show();
        QVERIFY(QTest::qWaitForWindowActive(m_dialog.get()));
    }
    /// Another session, in which only the keychain knows the keys.
    void restartBook()
    {
        m_dialog.reset();
        m_book = std::make_unique<AccountBook>(*m_store, m_keychain);
    }
    QAction *action(const QString &name) const { return m_dialog->findChild<QAction *>(name); }
    QPushButton *button(const QString &name) const { return m_dialog->findChild<QPushButton *>(name); }
    QTreeView *view() const { return m_dialog->findChild<QTreeView *>(u"accountsList"_s); }
    AccessReport *report() const { return m_dialog->findChild<AccessReport *>(); }
    QWidget *empty() const { return m_dialog->findChild<QWidget *>(u"emptyState"_s); }
    QLineEdit *editor() const { return view()->findChild<QLineEdit *>(); }

    std::unique_ptr<SimulatedServer> m_server;
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<AccountStore> m_store;
    LockedKeychain m_keychain;
    AnsweringQuestioner m_questioner;
    std::unique_ptr<AccountBook> m_book;
    std::unique_ptr<AccountsDialog> m_dialog;
};

void TestAccountsDialog::init()
{
    m_server = std::make_unique<SimulatedServer>(60);
    QVERIFY(m_server->start());
    m_folder = std::make_unique<QTemporaryDir>();
    m_store = std::make_unique<AccountStore>(m_folder->filePath(u"accounts.ini"_s));
    m_keychain = {};
    m_questioner = {};
    m_book = std::make_unique<AccountBook>(*m_store, m_keychain);
}

void TestAccountsDialog::cleanup()
{
    m_dialog.reset();
    m_book.reset();
    m_server.reset();
}

void TestAccountsDialog::offersToConnectTheFirst()
{
    useDialog();
    QVERIFY(empty()->isVisible());
    for (const QString &name :
         {u"accountsOpen"_s, u"accountsEdit"_s, u"accountsRename"_s, u"accountsCheck"_s, u"accountsRemove"_s})
        QVERIFY2(!action(name)->isEnabled(), qPrintable(name));
    QSignalSpy wanted(m_dialog.get(), &AccountsDialog::connectWanted);
    m_dialog->findChild<QPushButton *>(u"emptyAction"_s)->click();
    QCOMPARE(wanted.count(), 1);

    const QString id = keep(u"Acme"_s); // it was connected
    QVERIFY(!empty()->isVisible());
    QCOMPARE(m_dialog->currentId(), id);
    QVERIFY(action(u"accountsCheck"_s)->isEnabled());
}

void TestAccountsDialog::showsWhatThereIs()
{
    keep(u"Beta"_s);
    const QString acme = keep(u"Acme"_s);
    useDialog();
    QCOMPARE(view()->model()->rowCount(), 2);
    QCOMPARE(m_dialog->currentId(), acme);
    QVERIFY(view()->hasFocus());
    QVERIFY(!report()->isVisible());
    const QString gamma = keep(u"Gamma"_s);
    QCOMPARE(m_dialog->currentId(), gamma);
    QCOMPARE(view()->selectionModel()->selectedRows().size(), 1);
}

void TestAccountsDialog::choosesWhatWasShownLast()
{
    keep(u"Acme"_s);
    const QString beta = keep(u"Beta"_s);
    m_book->setLastShownId(beta);
    useDialog();
    QCOMPARE(m_dialog->currentId(), beta);
}

void TestAccountsDialog::opensWithTheKeyboard()
{
    keep(u"Acme"_s);
    const QString beta = keep(u"Beta"_s);
    useDialog();
    QSignalSpy wanted(m_dialog.get(), &AccountsDialog::openWanted);
    QTest::keyClick(view(), Qt::Key_Down);
    QTest::keyClick(view(), Qt::Key_Return);
    QCOMPARE(wanted, QList<QVariantList>{{beta}});
    QVERIFY(!m_dialog->isVisible());
}

void TestAccountsDialog::opensWithTheMouse()
{
    const QString acme = keep(u"Acme"_s);
    useDialog();
    QSignalSpy wanted(m_dialog.get(), &AccountsDialog::openWanted);
    const QPoint cell = view()->visualRect(view()->model()->index(0, AccountsModel::UserColumn)).center();
    QTest::mouseClick(view()->viewport(), Qt::LeftButton, {}, cell);
    QCOMPARE(wanted.count(), 0); // a click only chooses
    QTest::mouseDClick(view()->viewport(), Qt::LeftButton, {}, cell);
    QCOMPARE(wanted, QList<QVariantList>{{acme}});
}

void TestAccountsDialog::renamesInTheList()
{
    const QString acme = keep(u"Acme"_s);
    keep(u"Beta"_s);
    useDialog();
    QTest::keyClick(view(), Qt::Key_F2);
    QVERIFY(editor());
    QTest::keyClick(m_dialog.get(), Qt::Key_F2); // once more does no harm
    editor()->selectAll();
    QTest::keyClicks(editor(), u"Zeta"_s);
    QTest::keyClick(editor(), Qt::Key_Delete); // is the text's, not the account's
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_VERIFY(!editor());
    QCOMPARE(m_book->find(acme)->name, u"Zeta"_s);
    QVERIFY(m_questioner.questions.isEmpty());
    QVERIFY(m_dialog->isVisible()); // that Enter does not open
    QCOMPARE(m_dialog->currentId(), acme);
    QCOMPARE(view()->currentIndex().row(), 1);
    QVERIFY(view()->selectionModel()->isRowSelected(1));
}

void TestAccountsDialog::saysWhyANameIsRefused()
{
    const QString acme = keep(u"Acme"_s);
    keep(u"Beta"_s);
    useDialog();
    action(u"accountsRename"_s)->trigger();
    QVERIFY(editor());
    editor()->selectAll();
    QTest::keyClicks(editor(), u"beta"_s);
    QTest::keyClick(editor(), Qt::Key_Return);
    QTRY_VERIFY(report()->isVisible());
    QVERIFY2(report()->text().contains(u"“Beta”"_s), qPrintable(report()->text()));
    QCOMPARE(m_book->find(acme)->name, u"Acme"_s);
    QTRY_VERIFY(!editor());
    action(u"accountsRename"_s)->trigger();
    QVERIFY(!report()->isVisible()); // another try
}

void TestAccountsDialog::checksTheKey()
{
    keep(u"Acme"_s);
    useDialog();
    QPushButton *check = button(u"accountsCheckButton"_s);
    check->click();
    QVERIFY(report()->isVisible());
    QVERIFY(check->text().contains(u"Stop"_s));
    QTRY_VERIFY(!check->text().contains(u"Stop"_s));
    const QString text = report()->text();
    for (const QString &word :
         {company, u"Bare metal servers"_s, u"Virtual servers"_s, u"Billing"_s, u"Bandwidth"_s, u"Yes"_s})
        QVERIFY2(text.contains(word), qPrintable(text));
    QVERIFY(!m_dialog->findChild<QPushButton *>(u"accessCopy"_s)->isVisible());
}

void TestAccountsDialog::saysThatAKeyIsWrong()
{
    keep(accountAt(u"Acme"_s), u"not-the-key-9876"_s);
    useDialog();
    action(u"accountsCheck"_s)->trigger();
    QTRY_COMPARE(m_dialog->findChild<QLabel *>(u"accessHeadline"_s)->text(),
                 sentence(ApiError::Kind::Unauthorized));
    QVERIFY(!action(u"accountsCheck"_s)->text().contains(u"Stop"_s));
}

void TestAccountsDialog::saysWhatIsRefused()
{
    keep(u"Acme"_s);
    FaultPlan faults;
    faults.faults = {{Fault::Kind::RefusedRelation, {}, 0, u"bandwidthAllotments"_s, {}}};
    useDialog(faults);
    action(u"accountsCheck"_s)->trigger();
    auto *copy = m_dialog->findChild<QPushButton *>(u"accessCopy"_s);
    QTRY_VERIFY(copy->isVisible());
    QVERIFY2(report()->text().contains(u"BANDWIDTH_MANAGE"_s), qPrintable(report()->text()));
    copy->click();
    QVERIFY(QApplication::clipboard()->text().contains(u"BANDWIDTH_MANAGE"_s));
    QVERIFY(!QApplication::clipboard()->text().contains(m_server->apiKey()));
}

void TestAccountsDialog::stopsAChecking()
{
    keep(u"Acme"_s);
    FaultPlan faults;
    faults.faults = {{Fault::Kind::Hang, {}, 0, {}, {}}};
    useDialog(faults);
    action(u"accountsCheck"_s)->trigger();
    QTRY_VERIFY(!m_server->log().calls().isEmpty());
    action(u"accountsCheck"_s)->trigger();
    QVERIFY(!report()->isVisible());
    QVERIFY(!action(u"accountsCheck"_s)->text().contains(u"Stop"_s));
    m_server->setFaultPlan({});
    action(u"accountsCheck"_s)->trigger();
    QTRY_VERIFY(report()->text().contains(company));
}

void TestAccountsDialog::anotherAccountIsAnotherReport()
{
    keep(u"Acme"_s);
    keep(u"Beta"_s);
    useDialog();
    action(u"accountsCheck"_s)->trigger();
    QTRY_VERIFY(report()->text().contains(company));
    QTest::keyClick(view(), Qt::Key_Down);
    QVERIFY(!report()->isVisible());

    FaultPlan faults;
    faults.faults = {{Fault::Kind::Hang, {}, 0, {}, {}}};
    m_server->setFaultPlan(faults);
    action(u"accountsCheck"_s)->trigger();
    QTest::keyClick(view(), Qt::Key_Up);
    QVERIFY(!report()->isVisible());
    QVERIFY(!action(u"accountsCheck"_s)->text().contains(u"Stop"_s));
}

void TestAccountsDialog::saysThatTheKeyIsNotToBeHad()
{
    keep(u"Acme"_s);
    restartBook();
    m_keychain.isLocked = true;
    useDialog();
    action(u"accountsCheck"_s)->trigger();
    QTRY_VERIFY(report()->text().contains(u"The keychain is locked."_s));
    QVERIFY(!action(u"accountsCheck"_s)->text().contains(u"Stop"_s));
}

void TestAccountsDialog::asksBeforeItRemoves()
{
    const QString acme = keep(u"Acme"_s);
    Account passing = accountAt(u"Beta"_s);
    passing.keyPlace = Account::KeyPlace::Session;
    const QString beta = keep(passing, m_server->apiKey());
    useDialog();
    QTest::keyClick(view(), Qt::Key_Delete);
    QCOMPARE(m_questioner.questions.size(), 1);
    QCOMPARE(m_questioner.questions.constFirst().sentence, u"Remove “Acme”?"_s);
    QCOMPARE(m_questioner.questions.constFirst().detail,
             u"Its key is deleted from the keychain. Nothing changes in the account itself."_s);
    QVERIFY(m_book->find(acme) != nullptr);

    m_questioner.agrees = true;
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(m_book->find(acme) == nullptr);
    QTRY_VERIFY(!m_keychain.inside.contains(acme));
    QCOMPARE(m_dialog->currentId(), beta);
    QVERIFY(view()->selectionModel()->isRowSelected(0));
    QVERIFY(!report()->isVisible());

    m_questioner.agrees = false;
    QTest::keyClick(view(), Qt::Key_Delete);
    QVERIFY(!m_questioner.questions.constLast().detail.contains(u"keychain"_s)); // it is not there
}

void TestAccountsDialog::removesTheLastOne()
{
    keep(u"Acme"_s);
    m_questioner.agrees = true;
    useDialog();
    button(u"accountsRemoveButton"_s)->click();
    QVERIFY(empty()->isVisible());
    QVERIFY(m_dialog->currentId().isEmpty());
    QVERIFY(!action(u"accountsOpen"_s)->isEnabled());
}

void TestAccountsDialog::saysThatAKeyIsLeftBehind()
{
    keep(u"Acme"_s);
    m_keychain.isLocked = true;
    m_questioner.agrees = true;
    useDialog();
    action(u"accountsRemove"_s)->trigger();
    QTRY_VERIFY(report()->isVisible());
    QVERIFY2(report()->text().startsWith(u"The keychain is locked."_s), qPrintable(report()->text()));
    QVERIFY(m_book->accounts().isEmpty());
}

void TestAccountsDialog::saysThatTheKeychainWaits()
{
    keep(u"Acme"_s);
    keep(u"Beta"_s);
    WaitingKeychain keychain; // which holds nothing
    m_book = std::make_unique<AccountBook>(*m_store, keychain);
    useDialog();
    report()->setPatience(std::chrono::milliseconds(0));
    keychain.isWaiting = true;
    action(u"accountsCheck"_s)->trigger();
    QCOMPARE(report()->text(), u"Checking the key …"_s);
    QTRY_COMPARE(report()->text(), u"Checking the key … The keychain may be waiting for you."_s);
    keychain.goOn();
    QTRY_VERIFY2(report()->text().contains(u"Enter it again."_s), qPrintable(report()->text()));

    keychain.isWaiting = true;
    m_questioner.agrees = true;
    action(u"accountsRemove"_s)->trigger();
    QTRY_COMPARE(report()->text(), u"Removing the key … The keychain may be waiting for you."_s);
    keychain.goOn();
    QTRY_VERIFY(!report()->isVisible());
    m_dialog.reset();
    m_book.reset();
}

void TestAccountsDialog::detailsHaveRoom()
{
    keep(u"Acme"_s);
    useDialog();
    report()->setError(ApiError::make(ApiError::Kind::Tls, u"self-signed certificate. "_s.repeated(30)));
    m_dialog->findChild<QAbstractButton *>(u"accessUnfold"_s)->click();
    const auto *detail = m_dialog->findChild<QLabel *>(u"accessDetail"_s);
    QTRY_COMPARE_GE(detail->height(), detail->heightForWidth(detail->width()));
    QVERIFY(m_dialog->rect().contains(QRect(detail->mapTo(m_dialog.get(), QPoint(0, 0)), detail->size())));
}

void TestAccountsDialog::columnsUseTheRoomThereIs()
{
    Account account = accountAt(u"A"_s);
    account.userName = u"SL1234567_jane.doe@example.com"_s;
    keep(account, m_server->apiKey());
    useDialog();
    QTRY_COMPARE(view()->header()->length(), view()->viewport()->width());
    for (int column = 0; column < AccountsModel::ColumnCount; ++column) {
        const int wanted = std::max(static_cast<const QAbstractItemView *>(view())->sizeHintForColumn(column),
                                    view()->header()->sectionSizeHint(column));
        QVERIFY2(view()->columnWidth(column) >= wanted, qPrintable(QString::number(column)));
    }
}

void TestAccountsDialog::closesWhileChecking()
{
    keep(u"Acme"_s);
    FaultPlan faults;
    faults.faults = {{Fault::Kind::Hang, {}, 0, {}, {}}};
    useDialog(faults);
    action(u"accountsCheck"_s)->trigger();
    QTRY_VERIFY(!m_server->log().calls().isEmpty());
    QTest::keyClick(m_dialog.get(), Qt::Key_Escape);
    QVERIFY(!m_dialog->isVisible());
    QVERIFY(!action(u"accountsCheck"_s)->text().contains(u"Stop"_s));
    action(u"accountsCheck"_s)->trigger();
    m_dialog.reset(); // and in the middle of reading the key
}

void TestAccountsDialog::wantsOthersToConnectAndEdit()
{
    const QString acme = keep(u"Acme"_s);
    useDialog();
    QSignalSpy connecting(m_dialog.get(), &AccountsDialog::connectWanted);
    QSignalSpy editing(m_dialog.get(), &AccountsDialog::editWanted);
    button(u"accountsConnectButton"_s)->click();
    button(u"accountsEditButton"_s)->click();
    QCOMPARE(connecting.count(), 1);
    QCOMPARE(editing, QList<QVariantList>{{acme}});
    QVERIFY(m_dialog->isVisible());
}

void TestAccountsDialog::canBeUsedBlindly()
{
    keep(u"Acme"_s);
    useDialog();
    QVERIFY(!view()->accessibleName().isEmpty());
    QVERIFY(view()->currentIndex().data(Qt::AccessibleTextRole).toString().contains(u"Acme"_s));
    QSet<QString> keys; // each button has a letter of its own
    int buttons = 0;
    for (const QPushButton *candidate : m_dialog->findChildren<QPushButton *>()) {
        if (!candidate->isVisible())
            continue;
        ++buttons;
        QVERIFY(candidate->focusPolicy() & Qt::TabFocus);
        const QString letter = QKeySequence::mnemonic(candidate->text()).toString();
        QVERIFY2(!keys.contains(letter) || letter.isEmpty(), qPrintable(candidate->text()));
        keys.insert(letter);
    }
    QCOMPARE(buttons, 7);
}

void TestAccountsDialog::showsNoKey()
{
    keep(u"Acme"_s);
    useDialog();
    action(u"accountsCheck"_s)->trigger();
    QTRY_VERIFY(report()->text().contains(company));
    QList<QWidget *> widgets = m_dialog->findChildren<QWidget *>();
    widgets.append(m_dialog.get());
    for (const QWidget *widget : widgets) {
        for (const char *property : {"text", "toolTip", "accessibleName", "accessibleDescription",
                                     "windowTitle", "statusTip", "whatsThis", "placeholderText"})
            QVERIFY2(!widget->property(property).toString().contains(m_server->apiKey()), property);
    }
}

void TestAccountsDialog::asksInAMessageBox()
{
    QWidget window;
    window.show();
    MessageBoxQuestioner questioner;
    int agreed = 0;
    const Questioner::Question question{u"Remove “Acme”?"_s, u"It is gone then."_s, u"Remove"_s};
    questioner.ask(&window, question, [&agreed] { ++agreed; });
    auto *box = window.findChild<QMessageBox *>(u"question"_s);
    QVERIFY(box);
    QCOMPARE(box->text(), question.sentence);
    QCOMPARE(box->informativeText(), question.detail);
    for (const QLabel *label : box->findChildren<QLabel *>())
        QVERIFY2(label->text().isEmpty() || label->textFormat() == Qt::PlainText, qPrintable(label->text()));
    QTest::keyClick(box, Qt::Key_Return); // the safe one
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
    QCOMPARE(agreed, 0);

    questioner.ask(&window, question, [&agreed] { ++agreed; });
    window.findChild<QPushButton *>(u"questionAction"_s)->click();
    QCOMPARE(agreed, 1);
    QTRY_VERIFY(!window.findChild<QMessageBox *>());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestAccountsDialog)
#include "tst_accountsdialog.moc"
