// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "support/closedkeychain.h"
#include "support/testmain.h"
#include "support/waitingkeychain.h"

#include <QDir>
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString secretKey = u"0123456789abcdef"_s;

Account acme()
{
    Account account;
    account.name = u"Acme"_s;
    account.userName = u"ops@example.com"_s;
    return account;
}

} // namespace

class TestAccountBook : public QObject
{
    Q_OBJECT

private:
    using Kept = std::optional<Result<AccountBook::Kept>>;

    [[nodiscard]] QString file() const { return m_folder->filePath(u"accounts.ini"_s); }
    void reopen(CredentialStore &keychain)
    {
        m_book.reset();
        m_store = std::make_unique<AccountStore>(file());
        m_book = std::make_unique<AccountBook>(*m_store, keychain);
    }
    /// What another window has: the same file and the same keychain, and a book of its own.
    struct OtherWindow
    {
        OtherWindow(const QString &file, CredentialStore &keychain)
            : store(file)
            , book(store, keychain)
        {}
        AccountStore store;
        AccountBook book;
    };

    Result<AccountBook::Kept> keep(const Account &account, const AccountSecrets &secrets = {secretKey, {}})
    {
        return keepIn(*m_book, account, secrets);
    }
    Result<AccountBook::Kept> keepIn(AccountBook &book, const Account &account,
                                     const AccountSecrets &secrets = {secretKey, {}},
                                     const std::optional<Account> &seen = {})
    {
        Kept kept;
        book.save(
            account, secrets, this, [&kept](const Result<AccountBook::Kept> &answer) { kept = answer; },
            seen);
        Q_ASSERT(!kept); // never from inside the call
        return QTest::qWaitFor([&kept] { return kept.has_value(); })
                   ? *kept
                   : Result<AccountBook::Kept>(Unexpected(ApiError()));
    }
    Result<AccountSecrets> secretsOf(const QString &id)
    {
        std::optional<Result<AccountSecrets>> secrets;
        m_book->readSecrets(id, this, [&secrets](const Result<AccountSecrets> &answer) { secrets = answer; });
        return QTest::qWaitFor([&secrets] { return secrets.has_value(); })
                   ? *secrets
                   : Result<AccountSecrets>(Unexpected(ApiError()));
    }
    Result<Done> remove(const QString &id) { return removeIn(*m_book, id); }
    Result<Done> removeIn(AccountBook &book, const QString &id)
    {
        std::optional<Result<Done>> removed;
        book.remove(id, this, [&removed](const Result<Done> &answer) { removed = answer; });
        return QTest::qWaitFor([&removed] { return removed.has_value(); })
                   ? *removed
                   : Result<Done>(Unexpected(ApiError()));
    }
    void breakTheFile()
    {
        QVERIFY(m_folder->remove());
        QFile obstacle(m_folder->path());
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
    }

private Q_SLOTS:
    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        m_keychain = std::make_unique<MemoryCredentialStore>();
        reopen(*m_keychain);
    }
    void cleanup()
    {
        m_book.reset();
        QFile::remove(m_folder->path());
    }

    void keepsAnAccountForTheNextStart()
    {
        QSignalSpy changed(m_book.get(), &AccountBook::accountsChanged);
        const Result<AccountBook::Kept> kept = keep(acme());
        QVERIFY(kept);
        QVERIFY(kept->note.isEmpty());
        QVERIFY(!kept->account.id.isEmpty());
        QCOMPARE(changed.count(), 1);

        reopen(*m_keychain);
        QCOMPARE(m_book->accounts(), QList<Account>{kept->account});
        QCOMPARE(secretsOf(kept->account.id)->apiKey, secretKey);
        QFile settings(file());
        QVERIFY(settings.open(QIODevice::ReadOnly));
        QVERIFY(!settings.readAll().contains(secretKey.toUtf8()));
    }

    void readsTheConnection()
    {
        const QString id = keep(acme())->account.id;
        std::optional<Result<Connection>> connection;
        m_book->readConnection(id, this, [&](const Result<Connection> &answer) { connection = answer; });
        QTRY_VERIFY(connection);
        QVERIFY(*connection);
        QCOMPARE((*connection)->credentials.user, u"ops@example.com"_s);
        QCOMPARE((*connection)->credentials.secret, secretKey);
    }

    void aMissingKeychainIsNoObstacle()
    {
        ClosedKeychain refusing;
        reopen(refusing);
        const Result<AccountBook::Kept> kept = keep(acme());
        QVERIFY(kept);
        QCOMPARE(kept->account.keyPlace, Account::KeyPlace::Session);
        QCOMPARE(kept->note, u"The keychain is closed. The key is kept for this session only."_s);
        QCOMPARE(secretsOf(kept->account.id)->apiKey, secretKey);

        reopen(refusing); // another session: the account is there, its key is not
        QCOMPARE(m_book->accounts().size(), 1);
        const Result<AccountSecrets> secrets = secretsOf(kept->account.id);
        QVERIFY(!secrets);
        QVERIFY2(secrets.error().message.contains(u"one session only"_s),
                 qPrintable(secrets.error().message));
        m_book.reset();
    }

    void forThisSessionOnlyLeavesTheKeychain()
    {
        Account account = keep(acme())->account;
        QVERIFY(m_keychain->contains(account.id));
        account.keyPlace = Account::KeyPlace::Session;
        QVERIFY(keep(account));
        QVERIFY(!m_keychain->contains(account.id));
        QCOMPARE(secretsOf(account.id)->apiKey, secretKey);
        QCOMPARE(m_book->accounts().size(), 1); // replaced
    }

    void saysThatTheFormerKeyStays()
    {
        Account account = keep(acme())->account;
        ClosedKeychain closed;
        reopen(closed);
        account.keyPlace = Account::KeyPlace::Session;
        const Result<AccountBook::Kept> kept = keep(account);
        QVERIFY(kept);
        QVERIFY2(kept->note.contains(u"still in the keychain"_s), qPrintable(kept->note));

        // Without a keychain there is no key in it either, and nothing to be said.
        Account other = acme();
        other.name = u"Beta"_s;
        other.keyPlace = Account::KeyPlace::Session;
        const Result<AccountBook::Kept> keptOther = keep(other);
        QVERIFY(keptOther->note.isEmpty());
        QCOMPARE(closed.removals, 1); // of the former key; that of the other was never there
        QVERIFY(keep(keptOther->account));
        QVERIFY(remove(keptOther->account.id));
        QCOMPARE(closed.removals, 1);

        // What was left behind is asked for again at each occasion.
        QVERIFY(keep(kept->account));
        QCOMPARE(closed.removals, 2);
        reopen(closed);
        QVERIFY(remove(kept->account.id));
        QCOMPARE(closed.removals, 3);
        m_book.reset();
    }

    void saysThatTheKeychainHoldsNoKey()
    {
        const QString id = keep(acme())->account.id;
        MemoryCredentialStore empty;
        reopen(empty);
        const Result<AccountSecrets> secrets = secretsOf(id);
        QVERIFY(!secrets);
        QVERIFY2(secrets.error().message.contains(u"Acme"_s), qPrintable(secrets.error().message));
        m_book.reset();
    }

    void removingDeletesTheKey()
    {
        const QString id = keep(acme())->account.id;
        QSignalSpy removed(m_book.get(), &AccountBook::accountRemoved);
        QVERIFY(remove(id));
        QCOMPARE(removed.count(), 1);
        QVERIFY(m_book->accounts().isEmpty());
        QVERIFY(!m_keychain->contains(id));
        QVERIFY(!secretsOf(id));
    }

    void saysThatTheKeyIsLeftBehind()
    {
        const QString id = keep(acme())->account.id;
        ClosedKeychain refusing;
        reopen(refusing);
        const Result<Done> removed = remove(id);
        QVERIFY(!removed);
        QVERIFY(m_book->accounts().isEmpty());
        QCOMPARE(refusing.removals, 1);
        QVERIFY2(removed.error().message.contains(u"keychain"_s), qPrintable(removed.error().message));
        m_book.reset();
    }

    void namesAreUnique()
    {
        const QString id = keep(acme())->account.id;
        Account other = acme();
        other.name = u" ACME "_s;
        const Result<AccountBook::Kept> kept = keep(other);
        QVERIFY(!kept);
        QVERIFY(kept.error().kind == ApiError::Kind::InvalidRequest);
        QCOMPARE(m_book->freeName(u"acme"_s), u"acme 2"_s);
        QCOMPARE(m_book->freeName(u"acme"_s, id), u"acme"_s);
        QVERIFY(!m_book->freeName({}).isEmpty());

        other.name = u"Beta"_s;
        const QString otherId = keep(other)->account.id;
        QVERIFY(!m_book->rename(otherId, u"acme"_s));
        QVERIFY(!m_book->rename(otherId, u" "_s));
        QVERIFY(m_book->rename(otherId, u" Aardvark "_s));
        QCOMPARE(m_book->accounts().constFirst().name, u"Aardvark"_s); // by name
        QVERIFY(m_book->rename(id, u"ACME"_s));                        // its own name, written otherwise
    }

    void findsByName()
    {
        QVERIFY(m_book->findByName(u"Acme"_s).error().message.contains(u"none is set up"_s));
        const QString id = keep(acme())->account.id;
        QCOMPARE(m_book->findByName(u"aCME"_s)->id, id);
        const Result<Account> none = m_book->findByName(u"Other"_s);
        QVERIFY(!none);
        QVERIFY(none.error().message.contains(u"Acme"_s));
    }

    void aListThatCannotBeWrittenChangesNothing()
    {
        const QString id = keep(acme())->account.id;
        breakTheFile();
        Account other = acme();
        other.name = u"Beta"_s;
        QSignalSpy changed(m_book.get(), &AccountBook::accountsChanged);
        QVERIFY(keep(other).error().kind == ApiError::Kind::Storage);
        QVERIFY(m_book->rename(id, u"Gamma"_s).error().kind == ApiError::Kind::Storage);
        QVERIFY(remove(id).error().kind == ApiError::Kind::Storage);
        QCOMPARE(changed.count(), 0);
        QCOMPARE(m_book->accounts().size(), 1);
        QCOMPARE(m_book->accounts().constFirst().name, u"Acme"_s);
        QVERIFY(m_keychain->contains(id));
        QTRY_COMPARE(m_keychain->count(), 1); // the other one's key is gone again
    }

    void showsWhatAnotherWindowDid()
    {
        OtherWindow other(file(), *m_keychain);
        m_book->follow();
        const QString id = keepIn(other.book, acme())->account.id; // the file is new
        QTRY_COMPARE(m_book->accounts(), other.book.accounts());
        QCOMPARE(secretsOf(id)->apiKey, secretKey);

        QVERIFY(other.book.rename(id, u"Renamed"_s)); // the file is another one than the one before
        QTRY_COMPARE(m_book->accounts().constFirst().name, u"Renamed"_s);

        QSignalSpy changed(m_book.get(), &AccountBook::accountsChanged);
        QSignalSpy removed(m_book.get(), &AccountBook::accountRemoved);
        QVERIFY(removeIn(other.book, id));
        QTRY_VERIFY(m_book->accounts().isEmpty());
        QCOMPARE(changed.count(), 1);
        QCOMPARE(removed.count(), 0); // what is open here stays open
        const Result<AccountSecrets> secrets = secretsOf(id);
        QVERIFY(!secrets);
        QCOMPARE(secrets.error().message, u"This account has been removed."_s);
    }

    void showsItWhenAskedTo()
    {
        OtherWindow other(file(), *m_keychain);
        QVERIFY(keepIn(other.book, acme()));
        QVERIFY(m_book->accounts().isEmpty()); // it does not follow
        QSignalSpy changed(m_book.get(), &AccountBook::accountsChanged);
        m_book->refresh();
        QCOMPARE(m_book->accounts(), other.book.accounts());
        m_book->refresh();
        QCOMPARE(changed.count(), 1);
        QVERIFY(QFile::remove(file()) && QDir().mkdir(file())); // nothing to be read there for the moment
        m_book->refresh();
        QCOMPARE(m_book->accounts().size(), 1);
    }

    void twoWindowsKeepEachOthersAccounts()
    {
        OtherWindow other(file(), *m_keychain);
        const QString ours = keep(acme())->account.id;
        Account beta = acme();
        beta.name = u"Beta"_s;
        const QString theirs = keepIn(other.book, beta)->account.id;
        QCOMPARE(other.book.accounts().size(), 2);
        QVERIFY(m_book->rename(ours, u"Ours"_s));
        QCOMPARE(m_book->accounts().size(), 2);
        QVERIFY(remove(theirs));
        QVERIFY(!m_keychain->contains(theirs));
        QVERIFY(m_keychain->contains(ours));
        QVERIFY(!other.book.rename(theirs, u"Gone"_s));
        QCOMPARE(other.book.accounts(), m_book->accounts());
    }

    /// The key in this window's memory is no longer the account's.
    void readsAKeyThatAnotherWindowChanged()
    {
        const Account account = keep(acme())->account;
        OtherWindow other(file(), *m_keychain);
        QVERIFY(keepIn(other.book, account, {u"another"_s, {}}));
        m_book->refresh();
        QCOMPARE(secretsOf(account.id)->apiKey, u"another"_s);
    }

    void anEditKeepsWhatAnotherWindowChangedMeanwhile()
    {
        const Account seen = keep(acme())->account; // a dialog opens
        OtherWindow other(file(), *m_keychain);
        QVERIFY(other.book.rename(seen.id, u"Renamed"_s));
        m_book->refresh();
        Account edited = seen;
        edited.caFile = u"/etc/ca.pem"_s;
        const Result<AccountBook::Kept> kept = keepIn(*m_book, edited, {secretKey, {}}, seen);
        QCOMPARE(kept->account.name, u"Renamed"_s);
        QCOMPARE(kept->account.caFile, u"/etc/ca.pem"_s);
    }

    void whatIsEditedHereAndRemovedThereIsThereAgain()
    {
        const Account seen = keep(acme())->account;
        OtherWindow other(file(), *m_keychain);
        QVERIFY(removeIn(other.book, seen.id));
        QVERIFY(!m_keychain->contains(seen.id));
        QVERIFY(keepIn(*m_book, seen, {secretKey, {}}, seen));
        QVERIFY(m_keychain->contains(seen.id));
        other.book.refresh();
        QCOMPARE(other.book.accounts().size(), 1);
        QVERIFY(removeIn(other.book, seen.id));
        QVERIFY(remove(seen.id)); // on both sides
        QVERIFY(m_book->accounts().isEmpty());
    }

    void theSameNameOnBothSides()
    {
        OtherWindow other(file(), *m_keychain);
        QVERIFY(keepIn(other.book, acme()));
        const Result<AccountBook::Kept> kept = keep(acme()); // not seen yet
        QVERIFY(!kept);
        QCOMPARE(kept.error().message, u"Another account is called “Acme”. Choose another name."_s);
        QCOMPARE(m_book->accounts().size(), 1); // now it is
        QTRY_COMPARE(m_keychain->count(), 1);
    }

    void nobodyIsToldWhoIsGone()
    {
        bool told = false;
        {
            QObject dialog;
            m_book->save(acme(), {secretKey, {}}, &dialog,
                         [&told](const Result<AccountBook::Kept> &) { told = true; });
        }
        QTRY_COMPARE(m_book->accounts().size(), 1); // but it is not left half done
        QVERIFY(!told);
    }
    void whatNobodyWaitedForIsTold()
    {
        WaitingKeychain keychain;
        keychain.isWaiting = true;
        reopen(keychain);
        QStringList unseen;
        connect(m_book.get(), &AccountBook::savedUnseen, this,
                [&unseen](const QString &name, const Result<AccountBook::Kept> &kept) {
                    unseen.append(kept ? name : kept.error().message);
                });
        auto dialog = std::make_unique<QObject>();
        m_book->save(acme(), {secretKey, {}}, dialog.get(), [](const Result<AccountBook::Kept> &) {});
        QCOMPARE(m_book->unfinishedChanges().size(), 1);
        QVERIFY(m_book->unfinishedChanges().first().contains(u"Acme"_s));
        dialog.reset();
        QCOMPARE(m_book->unfinishedChanges().size(), 1);
        keychain.goOn();
        QTRY_COMPARE(unseen, QStringList{u"Acme"_s});
        QVERIFY(m_book->unfinishedChanges().isEmpty());

        QVERIFY(keep(Account{}).error().kind == ApiError::Kind::InvalidRequest); // who waits is told himself
        QVERIFY(m_book->unfinishedChanges().isEmpty());
        QCOMPARE(unseen.size(), 1);
        m_book->save(acme(), {secretKey, {}}, nullptr, [](const Result<AccountBook::Kept> &) {});
        QTRY_COMPARE(unseen.size(), 2); // why it could not be: the name is taken
        QVERIFY2(unseen.last().contains(u"Acme"_s), qPrintable(unseen.last()));
        QVERIFY(unseen.last() != u"Acme"_s);
        m_book.reset(); // before its keychain
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryCredentialStore> m_keychain;
    std::unique_ptr<AccountStore> m_store;
    std::unique_ptr<AccountBook> m_book;
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountBook)
#include "tst_accountbook.moc"
