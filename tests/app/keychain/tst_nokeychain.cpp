// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "keychain/keychainstore.h"

#include <QTemporaryDir>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// No keychain that could be used: no bus, no secret service on it, or a keyring that stays locked.
/// keyring.sh makes each of them.
class TestNoKeychain : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writingFailsWithASentence()
    {
        std::optional<Result<Done>> written;
        m_store.write(u"a"_s, u"a secret"_s, this,
                      [&written](const Result<Done> &answer) { written = answer; });
        QTRY_VERIFY(written);
        QVERIFY(!*written);
        QVERIFY(written->error().kind == ApiError::Kind::Storage);
        QVERIFY2(written->error().message.contains(u"keychain"_s), qPrintable(written->error().message));
        QVERIFY(!written->error().detail.contains(u"a secret"_s));
    }

    void readingGivesNothing()
    {
        std::optional<Result<std::optional<QString>>> secret;
        m_store.read(u"a"_s, this,
                     [&secret](const Result<std::optional<QString>> &answer) { secret = answer; });
        QTRY_VERIFY(secret);
        QVERIFY(!*secret || !**secret); // a locked keyring may say that it holds no such entry
    }

    void theAccountWorksForThisSession()
    {
        const QTemporaryDir folder;
        AccountStore list(folder.filePath(u"accounts.ini"_s));
        AccountBook book(list, m_store);
        Account account;
        account.name = u"Acme"_s;
        account.userName = u"ops"_s;
        std::optional<Result<AccountBook::Kept>> kept;
        book.save(account, {u"0123abcd"_s, {}}, this,
                  [&kept](const Result<AccountBook::Kept> &answer) { kept = answer; });
        QTRY_VERIFY(kept);
        QVERIFY(*kept);
        QCOMPARE((*kept)->account.keyPlace, Account::KeyPlace::Session);
        QVERIFY2((*kept)->note.contains(u"this session only"_s), qPrintable((*kept)->note));

        const QString id = (*kept)->account.id;
        std::optional<Result<Connection>> connection;
        book.readConnection(id, this, [&](const Result<Connection> &answer) { connection = answer; });
        QTRY_VERIFY(connection);
        QVERIFY(*connection);

        std::optional<Result<Done>> removed;
        book.remove(id, this, [&removed](const Result<Done> &answer) { removed = answer; });
        QTRY_VERIFY(removed);
        QVERIFY(*removed); // the key never was in a keychain
    }

private:
    KeychainStore m_store;
};

QTEST_GUILESS_MAIN(TestNoKeychain)
#include "tst_nokeychain.moc"
