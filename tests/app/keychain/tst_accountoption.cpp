// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/accountbook.h"
#include "accounts/accountstore.h"
#include "app/cli/otherapi.h"
#include "keychain/keychainstore.h"

#include <QProcess>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// `layerscope export … --account NAME` with accounts in the person's settings and keys in the real keyring;
/// keyring.sh starts it, with a home of its own.
class TestAccountOption : public QObject
{
    Q_OBJECT

private:
    void keep(const QString &name, const QUrl &restBase, const QString &key, Account::KeyPlace place)
    {
        AccountStore store;
        AccountBook book(store, m_keychain);
        Account account;
        account.name = name;
        account.userName = OtherApi::userName();
        account.restBase = restBase;
        account.keyPlace = place;
        bool isKept = false;
        book.save(account, {key, {}}, this, [&isKept, place](const Result<AccountBook::Kept> &kept) {
            isKept = kept && kept->account.keyPlace == place;
        });
        QTRY_VERIFY(isKept);
    }

    void run(const QStringList &arguments)
    {
        QProcess program;
        QSignalSpy ended(&program, &QProcess::finished);
        program.start(QStringLiteral(LAYERSCOPE_PROGRAM), arguments);
        QVERIFY(ended.wait(30'000));
        m_output = program.readAllStandardOutput();
        m_errors = program.readAllStandardError();
        m_exitCode = program.exitCode();
    }

private Q_SLOTS:
    void initTestCase()
    {
        // The program's own, so that it finds what is kept here.
        QCoreApplication::setOrganizationName(u"Layerscope"_s);
        QCoreApplication::setApplicationName(u"layerscope"_s);
        keep(u"First"_s, m_first.restBase(), OtherApi::apiKey(), Account::KeyPlace::Keychain);
        keep(u"Wrong key"_s, m_first.restBase(), u"not-the-key"_s, Account::KeyPlace::Keychain);
        keep(u"Session"_s, m_first.restBase(), OtherApi::apiKey(), Account::KeyPlace::Session);
    }

    void exportsTheNamedAccount()
    {
        run({u"export"_s, u"virtual"_s, u"--account"_s, u"fIRST"_s, u"--columns"_s, u"id,fqdn"_s,
             u"--filter"_s, u"vm10"_s});
        QCOMPARE(m_errors, QByteArray());
        QCOMPARE(m_exitCode, 0);
        QCOMPARE(m_output, QByteArray("id,fqdn\r\n11,vm10.corp.test\r\n"));
    }

    void saysWhichNamesThereAre()
    {
        run({u"export"_s, u"virtual"_s, u"--account"_s, u"Fist"_s});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("First"), m_errors.constData());
        QCOMPARE(m_output, QByteArray());
    }

    void saysThatTheKeyIsWrong()
    {
        run({u"export"_s, u"virtual"_s, u"--account"_s, u"Wrong key"_s});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("API key"), m_errors.constData());
        QVERIFY(!m_errors.contains("not-the-key"));
    }

    void saysThatTheSessionIsOver()
    {
        run({u"export"_s, u"virtual"_s, u"--account"_s, u"Session"_s});
        QCOMPARE(m_exitCode, 1);
        QVERIFY2(m_errors.contains("one session only"), m_errors.constData());
    }

private:
    OtherApi m_first;
    KeychainStore m_keychain;
    QByteArray m_output;
    QByteArray m_errors;
    int m_exitCode = -1;
};

QTEST_GUILESS_MAIN(TestAccountOption)
#include "tst_accountoption.moc"
