// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/account.h"
#include "support/testmain.h"

#include <QTemporaryDir>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestAccount : public QObject
{
    Q_OBJECT

private:
    static Account classic()
    {
        Account account;
        account.id = u"1"_s;
        account.name = u"Acme"_s;
        account.userName = u"1234567_ops@example.com"_s;
        return account;
    }

private Q_SLOTS:
    void aClassicKey()
    {
        const Result<Connection> connection = connectionOf(classic(), {u"  0123abcd\n"_s, {}});
        QVERIFY(connection);
        QCOMPARE(connection->credentials.user, u"1234567_ops@example.com"_s);
        QCOMPARE(connection->credentials.secret, u"0123abcd"_s);
        QCOMPARE(connection->restBase, Connection::publicEndpoint());
        QVERIFY(!connection->proxy); // the system's
        QVERIFY(connection->companyCertificates.isEmpty());
    }

    void anIbmCloudKeyOfAnyLength()
    {
        Account account = classic();
        account.keyKind = Account::KeyKind::IbmCloud;
        account.userName.clear();
        const Result<Connection> connection = connectionOf(account, {u"k"_s, {}});
        QVERIFY(connection);
        QCOMPARE(connection->credentials.user, u"apikey"_s);
        QCOMPARE(connection->credentials.authorizationHeader(), "Basic " + QByteArray("apikey:k").toBase64());
    }

    void proxies()
    {
        Account account = classic();
        account.proxyUse = Account::ProxyUse::None;
        QCOMPARE(connectionOf(account, {u"k"_s, {}})->proxy, QNetworkProxy(QNetworkProxy::NoProxy));

        account.proxyUse = Account::ProxyUse::Own;
        account.proxyAddress = u"http://me@proxy.example.com:8080"_s;
        const Result<Connection> connection = connectionOf(account, {u"k"_s, u"p@ss"_s});
        QVERIFY(connection);
        QCOMPARE(*connection->proxy,
                 QNetworkProxy(QNetworkProxy::HttpProxy, u"proxy.example.com"_s, 8080, u"me"_s, u"p@ss"_s));
    }

    void theSystemsProxyIsReadAsSlcliReadsIt()
    {
        const auto proxyIn = [](const QList<std::pair<QString, QString>> &variables) {
            QProcessEnvironment environment;
            for (const auto &[name, value] : variables)
                environment.insert(name, value);
            return connectionOf(classic(), {u"k"_s, {}}, environment);
        };
        QVERIFY(!proxyIn({})->proxy); // the desktop's
        const QNetworkProxy proxy(QNetworkProxy::HttpProxy, u"p.example.com"_s, 80, u"me"_s, u"a b@c"_s);
        QCOMPARE(proxyIn({{u"https_proxy"_s, u"http://me:a b@c@p.example.com"_s}})->proxy, proxy);
        QCOMPARE(proxyIn({{u"ALL_PROXY"_s, u"http://me:a b@c@p.example.com"_s}})->proxy, proxy);
        QCOMPARE(proxyIn({{u"https_proxy"_s, u"p"_s}, {u"no_proxy"_s, u"softlayer.com"_s}})->proxy,
                 QNetworkProxy(QNetworkProxy::NoProxy));
        const Result<Connection> refused = proxyIn({{u"https_proxy"_s, u"socks5://me:horse@p"_s}});
        QVERIFY(!refused);
        QVERIFY2(refused.error().message.endsWith(u"See https_proxy."_s),
                 qPrintable(refused.error().message));
        QVERIFY(!refused.error().message.contains(u"horse"_s));
    }

    /// The key would go in clear to whoever runs that proxy.
    void noProxyIsForLoopback()
    {
        Account account = classic();
        account.proxyAddress = u"http://me@proxy.example.com:8080"_s;
        for (const QString &base : {u"http://127.0.0.1:4711/rest/v3.1/"_s, u"http://localhost/rest/v3.1/"_s,
                                    u"https://[::1]/rest/v3.1/"_s}) {
            account.restBase = QUrl(base);
            for (const auto use :
                 {Account::ProxyUse::System, Account::ProxyUse::None, Account::ProxyUse::Own}) {
                account.proxyUse = use;
                QCOMPARE(connectionOf(account, {u"k"_s, {}})->proxy, QNetworkProxy(QNetworkProxy::NoProxy));
            }
        }
    }

    void refusesWithASentence_data()
    {
        QTest::addColumn<Account>("account");
        QTest::addColumn<QString>("key");
        QTest::addColumn<QString>("words");

        QTest::newRow("no key") << classic() << u" \n"_s << u"API key is missing"_s;
        Account account = classic();
        account.userName = u" "_s;
        QTest::newRow("no user") << account << u"k"_s << u"user name is missing"_s;
        account = classic();
        account.restBase = QUrl(u"http://api.softlayer.com/rest/v3.1/"_s);
        QTest::newRow("not encrypted") << account << u"k"_s << u"not encrypted"_s;
        account = classic();
        account.proxyUse = Account::ProxyUse::Own;
        QTest::newRow("no proxy") << account << u"k"_s << u"proxy is not an address"_s;
        account = classic();
        account.caFile = u"/nowhere/ca.pem"_s;
        QTest::newRow("no CA file") << account << u"k"_s << u"/nowhere/ca.pem"_s;
    }

    void refusesWithASentence()
    {
        QFETCH(Account, account);
        QFETCH(QString, key);
        QFETCH(QString, words);
        const Result<Connection> connection = connectionOf(account, {key, {}});
        QVERIFY(!connection);
        QVERIFY2(connection.error().message.contains(words), qPrintable(connection.error().message));
    }

    void secretsAsText()
    {
        const AccountSecrets secrets{u"key \"with\" ünusual\\signs"_s, u"pass"_s};
        const Result<AccountSecrets> back = AccountSecrets::fromText(secrets.toText());
        QVERIFY(back);
        QCOMPARE(*back, secrets);
        for (const QString &text : {QString(), u"{}"_s, u"0123"_s, u"[1]"_s, u"{\"apiKey\":7}"_s}) {
            const Result<AccountSecrets> none = AccountSecrets::fromText(text);
            QVERIFY(!none);
            QVERIFY(none.error().kind == ApiError::Kind::Storage);
        }
    }

    void idsDiffer() { QVERIFY(Account::newId() != Account::newId()); }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccount)
#include "tst_account.moc"
