// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "support/closedkeychain.h"

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
    Result<AccountBook::Kept> keep(const Account &account, const AccountSecrets &secrets = {secretKey, {}})
    {
        Kept kept;
        m_book->keep(account, secrets, this,
                     [&kept](const Result<AccountBook::Kept> &answer) { kept = answer; });
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
    Result<Done> remove(const QString &id)
    {
        std::optional<Result<Done>> removed;
        m_book->remove(id, this, [&removed](const Result<Done> &answer) { removed = answer; });
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
        QVERIFY(keep(other)->note.isEmpty());
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

    void nobodyIsToldWhoIsGone()
    {
        bool told = false;
        {
            QObject dialog;
            m_book->keep(acme(), {secretKey, {}}, &dialog,
                         [&told](const Result<AccountBook::Kept> &) { told = true; });
        }
        QTRY_COMPARE(m_book->accounts().size(), 1); // but it is not left half done
        QVERIFY(!told);
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<MemoryCredentialStore> m_keychain;
    std::unique_ptr<AccountStore> m_store;
    std::unique_ptr<AccountBook> m_book;
};

QTEST_GUILESS_MAIN(TestAccountBook)
#include "tst_accountbook.moc"
