// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "keychain/keychainstore.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// A real, open gnome-keyring; keyring.sh starts it.
class TestKeychain : public QObject
{
    Q_OBJECT

private:
    using Secret = Result<std::optional<QString>>;

    Secret read(const QString &id)
    {
        std::optional<Secret> answer;
        m_store.read(id, this, [&answer](const Secret &secret) { answer = secret; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); }) ? *answer
                                                                         : Secret(Unexpected(ApiError()));
    }
    Result<Done> write(const QString &id, const QString &secret)
    {
        std::optional<Result<Done>> answer;
        m_store.write(id, secret, this, [&answer](const Result<Done> &written) { answer = written; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); })
                   ? *answer
                   : Result<Done>(Unexpected(ApiError()));
    }
    Result<Done> remove(const QString &id)
    {
        std::optional<Result<Done>> answer;
        m_store.remove(id, this, [&answer](const Result<Done> &removed) { answer = removed; });
        return QTest::qWaitFor([&answer] { return answer.has_value(); })
                   ? *answer
                   : Result<Done>(Unexpected(ApiError()));
    }
    /// What another program sees of our entry.
    static QByteArray seenByOthers(const QString &id)
    {
        QProcess tool;
        tool.start(u"secret-tool"_s,
                   {u"lookup"_s, u"user"_s, id, u"server"_s, KeychainStore::usualService()});
        return tool.waitForFinished() ? tool.readAllStandardOutput() : tool.errorString().toUtf8();
    }

private Q_SLOTS:
    void nothingAtFirst()
    {
        const Secret secret = read(u"unknown"_s);
        QVERIFY2(secret, secret ? "" : qPrintable(secret.error().message + secret.error().detail));
        QVERIFY(!*secret);
        QVERIFY(remove(u"unknown"_s)); // nothing there is as good as removed
    }

    void keepsWhatIsWritten()
    {
        const QString text = u"{\"apiKey\":\"0123 ünusual \\\\ signs\"}"_s;
        const Result<Done> written = write(u"a"_s, text);
        QVERIFY2(written, written ? "" : qPrintable(written.error().message + written.error().detail));
        QCOMPARE(**read(u"a"_s), text);
        QCOMPARE(seenByOthers(u"a"_s), text.toUtf8());
        QVERIFY(write(u"a"_s, u"another"_s));
        QCOMPARE(**read(u"a"_s), u"another"_s);
        QVERIFY(!*read(u"b"_s)); // each account its own
    }

    void removes()
    {
        QVERIFY(write(u"c"_s, u"gone soon"_s));
        QVERIFY(remove(u"c"_s));
        QVERIFY(!*read(u"c"_s));
        QCOMPARE(seenByOthers(u"c"_s), QByteArray());
    }

    void nobodyIsCalledWhoIsGone()
    {
        bool called = false;
        {
            QObject gone;
            m_store.write(u"d"_s, u"text"_s, &gone, [&called](const Result<Done> &) { called = true; });
        }
        QVERIFY(write(u"e"_s, u"text"_s)); // jobs go one after the other: d's is over
        QVERIFY(!called);
    }

    void anAccountFromOneProgramToTheNext()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"accounts.ini"_s);
        Account account;
        account.name = u"Acme"_s;
        account.userName = u"ops"_s;
        QString id;
        {
            AccountStore list(file);
            AccountBook book(list, m_store);
            std::optional<Result<AccountBook::Kept>> kept;
            book.save(account, {u"0123abcd"_s, u"proxy password"_s}, this,
                      [&kept](const Result<AccountBook::Kept> &answer) { kept = answer; });
            QTRY_VERIFY(kept);
            QVERIFY(*kept);
            QCOMPARE((*kept)->note, QString());
            QCOMPARE((*kept)->account.keyPlace, Account::KeyPlace::Keychain);
            id = (*kept)->account.id;
        }
        AccountStore list(file);
        AccountBook book(list, m_store);
        std::optional<Result<AccountSecrets>> secrets;
        book.readSecrets(id, this, [&secrets](const Result<AccountSecrets> &answer) { secrets = answer; });
        QTRY_VERIFY(secrets);
        QVERIFY(*secrets);
        QCOMPARE(**secrets, (AccountSecrets{u"0123abcd"_s, u"proxy password"_s}));

        std::optional<Result<Done>> removed;
        book.remove(id, this, [&removed](const Result<Done> &answer) { removed = answer; });
        QTRY_VERIFY(removed);
        QVERIFY(*removed);
        QCOMPARE(seenByOthers(id), QByteArray());
    }

private:
    KeychainStore m_store;
};

QTEST_GUILESS_MAIN(TestKeychain)
#include "tst_keychain.moc"
