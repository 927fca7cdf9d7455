// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestAccountStore : public QObject
{
    Q_OBJECT

private:
    static Account account(const QString &id, const QString &name)
    {
        Account account;
        account.id = id;
        account.name = name;
        account.userName = u"1234567_ops, \"the\" = user; ü@example.com"_s;
        return account;
    }

    [[nodiscard]] QString file() const { return m_folder->filePath(u"sub/accounts.ini"_s); }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingAtFirst()
    {
        const AccountStore store(file());
        QVERIFY(store.accounts().isEmpty());
        QVERIFY(store.lastShownId().isEmpty());
        QVERIFY(!QFile::exists(file())); // looking does not write
    }

    void keepsEverythingButSecrets()
    {
        Account full = account(u"a"_s, u"Acme"_s);
        full.keyKind = Account::KeyKind::IbmCloud;
        full.restBase = Connection::privateEndpoint();
        full.proxyUse = Account::ProxyUse::Own;
        full.proxyAddress = u"http://me@proxy.example.com:3128"_s;
        full.caFile = u"/etc/ssl/company, ca.pem"_s;
        full.keyPlace = Account::KeyPlace::Session;
        const QList<Account> accounts{full, account(u"b"_s, u"Other"_s)};
        QVERIFY(AccountStore(file()).setAccounts(accounts));
        QCOMPARE(AccountStore(file()).accounts(), accounts);
    }

    void onlyTheOwnerMayRead()
    {
        QVERIFY(AccountStore(file()).setAccounts({account(u"a"_s, u"Acme"_s)}));
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        QVERIFY(!(QFile::permissions(file()) & others));
    }

    void aShorterListLeavesNothingOfTheLonger()
    {
        AccountStore store(file());
        QVERIFY(store.setAccounts({account(u"a"_s, u"Acme"_s), account(u"b"_s, u"Leftover"_s)}));
        store.setLastShownId(u"a"_s);
        QVERIFY(store.setAccounts({account(u"a"_s, u"Acme"_s)}));
        QCOMPARE(store.accounts().size(), 1);
        QFile written(file());
        QVERIFY(written.open(QIODevice::ReadOnly));
        QVERIFY(!written.readAll().contains("Leftover"));
        QCOMPARE(store.lastShownId(), u"a"_s); // is no part of the list
        store.setLastShownId({});
        QVERIFY(store.lastShownId().isEmpty());
    }

    void leavesOutWhatItDoesNotUnderstand()
    {
        AccountStore store(file());
        QVERIFY(
            store.setAccounts({account(u"a"_s, u"Acme"_s), account(u"b"_s, u"B"_s), account(u"c"_s, u"C"_s),
                               account(u"d"_s, u"D"_s), account(u"e"_s, u"E"_s)}));
        QFile written(file());
        QVERIFY(written.open(QIODevice::ReadWrite));
        QByteArray text = written.readAll();
        text.replace("2\\keyKind=classic", "2\\keyKind=quantum");
        text.replace("3\\id=c", "3\\id=a");
        text.replace("4\\name=D", "4\\name=acme");
        text.replace("5\\endpoint=https://", "5\\endpoint=ftp://");
        QVERIFY(written.resize(0) && written.seek(0));
        written.write(text);
        written.close();
        QCOMPARE(store.accounts(), QList<Account>{account(u"a"_s, u"Acme"_s)});
    }

    void nonsenseIsNoList()
    {
        QVERIFY(QDir(m_folder->path()).mkdir(u"sub"_s));
        QFile written(file());
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write("\x00\xff[[[[ \n accounts\\size=99999999\n");
        written.close();
        QVERIFY(AccountStore(file()).accounts().isEmpty());
    }

    void saysWhatCannotBeWritten()
    {
        // A file in the place of the folder: nobody can write there, not even root.
        QFile obstacle(m_folder->filePath(u"sub"_s));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        obstacle.close();
        const Result<Done> written = AccountStore(file()).setAccounts({account(u"a"_s, u"Acme"_s)});
        QVERIFY(!written);
        QVERIFY(written.error().kind == ApiError::Kind::Storage);
        QVERIFY2(written.error().message.contains(QDir::toNativeSeparators(file())),
                 qPrintable(written.error().message));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestAccountStore)
#include "tst_accountstore.moc"
