// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountstore.h"
#include "support/testmain.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLockFile>
#include <QProcess>
#include <QSettings>
#include <QSysInfo>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <thread>

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
    static Result<Done> add(AccountStore &store, const QList<Account> &accounts)
    {
        for (const Account &account : accounts) {
            if (const Result<QList<Account>> added = store.put(account, {}); !added)
                return Unexpected(added.error());
        }
        return Done();
    }
    static QStringList namesOf(const QList<Account> &accounts)
    {
        QStringList names;
        for (const Account &account : accounts)
            names.append(account.name);
        return names;
    }

    [[nodiscard]] QString file() const { return m_folder->filePath(u"sub/accounts.ini"_s); }
    [[nodiscard]] QByteArray content() const
    {
        QFile written(file());
        return written.open(QIODevice::ReadOnly) ? written.readAll() : QByteArray();
    }
    void setContent(const QByteArray &text) const
    {
        QDir().mkpath(QFileInfo(file()).path());
        QFile written(file());
        QVERIFY(written.open(QIODevice::WriteOnly));
        written.write(text);
    }

private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void nothingAtFirst()
    {
        const AccountStore store(file());
        QVERIFY(store.read());
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
        full.keyVersion = u"17"_s;
        full.isKeyLeftBehind = true;
        const QList<Account> accounts{full, account(u"b"_s, u"Other"_s)};
        AccountStore store(file());
        QVERIFY(add(store, accounts));
        QCOMPARE(AccountStore(file()).accounts(), accounts);
    }

    void onlyTheOwnerMayRead()
    {
        const auto others = QFileDevice::ReadGroup | QFileDevice::WriteGroup | QFileDevice::ReadOther |
                            QFileDevice::WriteOther;
        AccountStore store(file());
        QVERIFY(add(store, {account(u"a"_s, u"Acme"_s)}));
        QVERIFY(!(QFile::permissions(file()) & others));
        QVERIFY(QFile::setPermissions(file(), QFile::permissions(file()) | others));
        store.setLastShownId(u"a"_s);
        QVERIFY(!(QFile::permissions(file()) & others));
    }

    void whatIsRemovedLeavesNothing()
    {
        AccountStore store(file());
        QVERIFY(add(store, {account(u"b"_s, u"Leftover"_s), account(u"a"_s, u"Acme"_s)}));
        store.setLastShownId(u"a"_s);
        QVERIFY(store.remove(u"b"_s));
        QCOMPARE(namesOf(store.accounts()), QStringList{u"Acme"_s});
        QVERIFY(!content().contains("Leftover"));
        QCOMPARE(store.lastShownId(), u"a"_s); // is no part of the list
        store.setLastShownId({});
        QVERIFY(store.lastShownId().isEmpty());
        QVERIFY(store.remove(u"b"_s)); // once more
        QVERIFY(store.remove(u"a"_s));
        QVERIFY(store.accounts().isEmpty());
    }

    /// Versions before this one read with QSettings, by the count.
    void olderVersionsReadIt()
    {
        AccountStore store(file());
        QVERIFY(add(store, {account(u"a"_s, u"Acme"_s), account(u"b"_s, u"B"_s), account(u"c"_s, u"C"_s)}));
        QVERIFY(store.remove(u"a"_s));
        QSettings settings(file(), QSettings::IniFormat);
        QCOMPARE(settings.beginReadArray(u"accounts"_s), 2);
        settings.setArrayIndex(0);
        QCOMPARE(settings.value(u"id"_s).toString(), u"b"_s);
        settings.setArrayIndex(1);
        QCOMPARE(settings.value(u"id"_s).toString(), u"c"_s);
        QCOMPARE(settings.value(u"user"_s).toString(), account({}, {}).userName);
        QCOMPARE(settings.allKeys().filter(u"a/"_s).size(), 0);
    }

    void leavesOutWhatItDoesNotUnderstand()
    {
        AccountStore store(file());
        QVERIFY(add(store, {account(u"a"_s, u"Acme"_s), account(u"b"_s, u"B"_s), account(u"c"_s, u"C"_s),
                            account(u"d"_s, u"D"_s), account(u"e"_s, u"E"_s)}));
        QByteArray text = content();
        text.replace("2\\keyKind=classic", "2\\keyKind=quantum");
        text.replace("3\\id=c", "3\\id=a");
        text.replace("4\\name=D", "4\\name=acme");
        text.replace("5\\endpoint=https://", "5\\endpoint=ftp://");
        setContent(text);
        // Of a name that stands twice both are there, so that both can be renamed or removed.
        QCOMPARE(namesOf(store.accounts()), (QStringList{u"Acme"_s, u"acme 2"_s}));
        QCOMPARE(store.accounts().constLast().id, u"d"_s);
    }

    /// A newer version's entries, settings, sections and comments, byte for byte.
    void keepsWhatItDoesNotUnderstand()
    {
        AccountStore store(file());
        QVERIFY(add(store, {account(u"a"_s, u"Acme"_s), account(u"b"_s, u"B"_s), account(u"c"_s, u"C"_s)}));
        QByteArray text = content();
        text.replace("2\\keyKind=classic\n", "2\\keyKind=quantum\n2\\qubits=@Variant(\\0\\0\\0\\x7f)\n");
        text.replace("3\\id=c\n", "3\\id=c\n3\\colour=\"red, green\"\n");
        text.prepend("; by hand\n[General]\nfuture=1\n\n");
        text.append("\n[groups]\n1\\of=a;b\n");
        setContent(text);

        const Account seen = store.accounts().constLast();
        QCOMPARE(seen.id, u"c"_s);
        Account changed = seen;
        changed.userName = u"new"_s;
        QVERIFY(store.put(changed, seen));
        QByteArray expected = text;
        const QByteArray user = "3\\user=";
        const qsizetype at = expected.indexOf(user) + user.size();
        expected.replace(at, expected.indexOf('\n', at) - at, "new");
        QCOMPARE(content(), expected);

        store.setLastShownId(u"c"_s);
        expected.replace("future=1\n", "future=1\nlastShown=c\n");
        QCOMPARE(content(), expected);

        QVERIFY(store.remove(u"a"_s)); // the others get the numbers before
        const QByteArray now = content();
        for (const char *kept : {"; by hand\n[General]\nfuture=1\nlastShown=c\n", "\n[groups]\n1\\of=a;b\n",
                                 "1\\keyKind=quantum\n1\\qubits=@Variant(\\0\\0\\0\\x7f)\n",
                                 "2\\id=c\n2\\colour=\"red, green\"\n", "size=2\n"})
            QVERIFY2(now.contains(kept), kept);
        QVERIFY(!now.contains("Acme"));
        // Its name counts, for whoever understands it.
        QVERIFY(store.put(account(u"x"_s, u"b"_s), {}).error().kind == ApiError::Kind::InvalidRequest);
    }

    void twoWindowsMakeOneList()
    {
        AccountStore ours(file());
        AccountStore theirs(file());
        QVERIFY(add(ours, {account(u"a"_s, u"Acme"_s)}));
        QVERIFY(add(theirs, {account(u"b"_s, u"B"_s)}));
        const Result<QList<Account>> list = ours.put(account(u"c"_s, u"C"_s), {});
        QVERIFY(list);
        QCOMPARE(namesOf(*list), (QStringList{u"Acme"_s, u"B"_s, u"C"_s}));
        QVERIFY(theirs.rename(u"a"_s, u"A"_s));
        QVERIFY(ours.remove(u"b"_s));
        QCOMPARE(namesOf(theirs.accounts()), (QStringList{u"A"_s, u"C"_s}));
    }

    void onlyWhatWasChangedIsWritten()
    {
        AccountStore ours(file());
        AccountStore theirs(file());
        QVERIFY(add(ours, {account(u"a"_s, u"Acme"_s)}));
        const Account seen = ours.accounts().constFirst();
        QVERIFY(theirs.rename(u"a"_s, u"Renamed"_s));
        Account changed = seen;
        changed.caFile = u"/etc/ca.pem"_s;
        QVERIFY(ours.put(changed, seen));
        QCOMPARE(theirs.accounts().constFirst().name, u"Renamed"_s);
        QCOMPARE(theirs.accounts().constFirst().caFile, u"/etc/ca.pem"_s);
    }

    void renamedOnBothSides()
    {
        AccountStore ours(file());
        AccountStore theirs(file());
        QVERIFY(add(ours, {account(u"a"_s, u"Acme"_s)}));
        QVERIFY(theirs.rename(u"a"_s, u"Theirs"_s));
        QVERIFY(ours.rename(u"a"_s, u"Ours"_s)); // the later word
        QCOMPARE(namesOf(theirs.accounts()), QStringList{u"Ours"_s});
    }

    void theSameNameTwiceIsRefused()
    {
        AccountStore ours(file());
        AccountStore theirs(file());
        QVERIFY(add(ours, {account(u"a"_s, u"Acme"_s), account(u"c"_s, u"C"_s)}));
        const QByteArray before = content();
        const Result<QList<Account>> added = theirs.put(account(u"b"_s, u" ACME"_s), {});
        QVERIFY(!added);
        QCOMPARE(added.error().message, u"Another account is called “Acme”. Choose another name."_s);
        QVERIFY(theirs.rename(u"c"_s, u"acme"_s).error().kind == ApiError::Kind::InvalidRequest);
        QCOMPARE(content(), before);
    }

    void removedOnTheOtherSide()
    {
        AccountStore ours(file());
        AccountStore theirs(file());
        QVERIFY(add(ours, {account(u"a"_s, u"Acme"_s)}));
        const Account seen = ours.accounts().constFirst();
        QVERIFY(theirs.remove(u"a"_s));
        QVERIFY(ours.rename(u"a"_s, u"New"_s).error().kind ==
                ApiError::Kind::InvalidRequest); // there is no key
        QVERIFY(ours.accounts().isEmpty());
        Account changed = seen;
        changed.caFile = u"/etc/ca.pem"_s;
        QVERIFY(ours.put(changed, seen)); // with its key: the person wants it
        QCOMPARE(theirs.accounts(), QList<Account>{changed});
    }

    void manyWritersLoseNothing()
    {
        constexpr int writers = 3;
        constexpr int each = 8;
        std::vector<std::thread> threads;
        for (int writer = 0; writer < writers; ++writer) {
            threads.emplace_back([this, writer] {
                AccountStore store(file());
                for (int i = 0; i < each; ++i) {
                    const QString id = u"%1-%2"_s.arg(writer).arg(i);
                    while (!store.put(account(id, id), {})) { // the others hold the lock
                    }
                }
            });
        }
        for (std::thread &thread : threads)
            thread.join();
        QCOMPARE(AccountStore(file()).accounts().size(), writers * each);
    }

    void saysThatAnotherProgramWrites()
    {
        AccountStore store(file());
        QVERIFY(add(store, {account(u"a"_s, u"Acme"_s)}));
        QLockFile other(store.lockFileName());
        QVERIFY(other.lock());
        const Result<QList<Account>> written = store.rename(u"a"_s, u"B"_s);
        QVERIFY(!written);
        QVERIFY2(written.error().message.startsWith(u"Another program is writing"_s),
                 qPrintable(written.error().message));
        QCOMPARE(namesOf(store.accounts()), QStringList{u"Acme"_s}); // reading needs no lock
        other.unlock();
        QVERIFY(store.rename(u"a"_s, u"B"_s));
    }

    void theLockOfADeadProcessIsNobodys()
    {
        QProcess process;
        process.start(u"true"_s, {});
        QVERIFY(process.waitForStarted());
        const qint64 dead = process.processId();
        QVERIFY(process.waitForFinished());

        AccountStore store(file());
        QVERIFY(add(store, {account(u"a"_s, u"Acme"_s)}));
        QFile lock(store.lockFileName());
        QVERIFY(lock.open(QIODevice::WriteOnly)); // as QLockFile writes it
        lock.write(QByteArray::number(dead) + "\nlayerscope\n" + QSysInfo::machineHostName().toLocal8Bit() +
                   '\n' + QSysInfo::machineUniqueId() + '\n' + QSysInfo::bootUniqueId() + '\n');
        lock.close();
        QVERIFY(store.rename(u"a"_s, u"B"_s));
        QVERIFY(!QFile::exists(store.lockFileName()));
    }

    void nonsenseIsNoList()
    {
        const QByteArray nonsense = QByteArray(1, '\0') + "\xff[[[[ \n stuff\\size=99999999\n";
        setContent(nonsense);
        AccountStore store(file());
        QVERIFY(store.accounts().isEmpty());
        QVERIFY(add(store, {account(u"a"_s, u"Acme"_s)}));
        QVERIFY(content().startsWith(nonsense)); // a person may still know what it was
        QCOMPARE(store.accounts(), QList<Account>{account(u"a"_s, u"Acme"_s)});
    }

    void saysWhatCannotBeWritten()
    {
        // A file in the place of the folder: nobody can write there, not even root.
        QFile obstacle(m_folder->filePath(u"sub"_s));
        QVERIFY(obstacle.open(QIODevice::WriteOnly));
        obstacle.close();
        AccountStore store(file());
        const Result<QList<Account>> written = store.put(account(u"a"_s, u"Acme"_s), {});
        QVERIFY(!written);
        QVERIFY(written.error().kind == ApiError::Kind::Storage);
        QVERIFY2(written.error().message.contains(QDir::toNativeSeparators(file())),
                 qPrintable(written.error().message));
    }

    /// What is in its place could not be read, so nothing may replace it.
    void neverWritesOverWhatItCannotRead()
    {
        QVERIFY(QDir().mkpath(file() + u"/in the place of the file"_s));
        AccountStore store(file());
        QVERIFY(!store.read());
        const Result<QList<Account>> written = store.put(account(u"a"_s, u"Acme"_s), {});
        QVERIFY(!written);
        QVERIFY2(written.error().message.contains(u"cannot be read"_s), qPrintable(written.error().message));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountStore)
#include "tst_accountstore.moc"
