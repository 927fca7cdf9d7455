// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyrelay.h"

#include "api/apiclient.h"
#include "api/apijob.h"
#include "api/connectionpool.h"
#include "support/apicalls.h"
#include "support/authproxy.h"
#include "support/testmain.h"

#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <vector>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const QString user = u"anna"_s;
const QString password = u"correct-horse"_s;

/// Where the tunnels of a test end. Nobody speaks TLS there, so no call succeeds; what a call ended with
/// tells whether the proxy let it through.
struct Target
{
    Target()
    {
        server.listen(QHostAddress::LocalHost);
        QObject::connect(&server, &QTcpServer::newConnection, &server, [this] {
            while (QTcpSocket *socket = server.nextPendingConnection()) {
                ++arrivals;
                socket->write("HTTP/1.1 400 This is no TLS\r\n\r\n");
                socket->disconnectFromHost();
            }
        });
    }

    QTcpServer server;
    int arrivals = 0;
};

/// An account behind a proxy, at a host that only the proxy knows.
struct ProxiedAccount
{
    explicit ProxiedAccount(const QNetworkProxy &proxy)
    {
        Connection connection = connectionTo(QUrl(u"https://layerscope-test.invalid/rest/v3.1/"_s));
        connection.proxy = proxy;
        ApiClient::Options options;
        options.maxAttempts = 1;
        options.asksBeside = false;
        options.leavesDownAlone = false;
        client = std::make_unique<ApiClient>(connection, options, clock);
    }

    FakeClock clock;
    std::unique_ptr<ApiClient> client;
};

} // namespace

/// What a proxy that wants a user is asked, and how often.
class TestProxyRelay : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void refusesAWrongPasswordOnce_data();
    void refusesAWrongPasswordOnce();
    void refusesManyCallsOnce();
    void asksForAUser_data();
    void asksForAUser();
    void lets_data();
    void lets();
    void letsManyThrough();
    void readsPastAPage();
    void endsWithItsClient();
    void knowsNoProxy();
};

void TestProxyRelay::refusesAWrongPasswordOnce_data()
{
    QTest::addColumn<bool>("ntlm");
    QTest::addColumn<bool>("basic");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<int>("passwords");
    QTest::addColumn<int>("connects");
    for (const bool closes : {false, true}) {
        const char *way = closes ? "closes" : "stays";
        QTest::addRow("NTLM, %s", way) << true << false << closes << 1 << 3;
        QTest::addRow("Basic, %s", way) << false << true << closes << 1 << 2;
        QTest::addRow("NTLM and Basic, %s", way) << true << true << closes << 2 << 4;
    }
}

void TestProxyRelay::refusesAWrongPasswordOnce()
{
    QFETCH(const bool, ntlm);
    QFETCH(const bool, basic);
    QFETCH(const bool, closes);
    QFETCH(const int, passwords);
    QFETCH(const int, connects);
    Target target;
    AuthProxy proxy({.offersNtlm = ntlm,
                     .offersBasic = basic,
                     .basic = (user + u':' + password).toUtf8(),
                     .closes = closes,
                     .leadsTo = target.server.serverPort()});
    ProxiedAccount account(proxy.proxy(user, u"battery-staple"_s));
    CallOutcome outcome;
    account.client->submit(idCall(outcome));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 10'000);
    QVERIFY(outcome.failedAs(ApiError::Kind::Proxy));
    QVERIFY2(outcome.error->message.contains(
                 u"“%1” did not accept the user name or the password"_s.arg(proxy.name())),
             qPrintable(outcome.error->message));
    QVERIFY(!outcome.error->message.contains(u"staple"_s));
    QVERIFY(!outcome.error->detail.contains(u"staple"_s));
    QCOMPARE(proxy.passwords(), passwords);
    QCOMPARE(proxy.connects(), connects);
    QCOMPARE(target.arrivals, 0);
}

void TestProxyRelay::refusesManyCallsOnce()
{
    AuthProxy proxy({.offersNtlm = true, .offersBasic = true});
    ProxiedAccount account(proxy.proxy(user, password));
    std::vector<CallOutcome> outcomes(20);
    for (CallOutcome &outcome : outcomes)
        account.client->submit(idCall(outcome));
    for (const CallOutcome &outcome : outcomes)
        QTRY_VERIFY_WITH_TIMEOUT(outcome.failedAs(ApiError::Kind::Proxy), 10'000);
    QCOMPARE(proxy.passwords(), 2);
}

void TestProxyRelay::asksForAUser_data()
{
    QTest::addColumn<bool>("ntlm");
    QTest::addColumn<bool>("basic");
    QTest::newRow("NTLM") << true << false;
    QTest::newRow("Basic") << false << true;
    QTest::newRow("NTLM and Basic") << true << true;
}

void TestProxyRelay::asksForAUser()
{
    QFETCH(const bool, ntlm);
    QFETCH(const bool, basic);
    AuthProxy proxy({.offersNtlm = ntlm, .offersBasic = basic});
    ProxiedAccount account(proxy.proxy());
    CallOutcome outcome;
    account.client->submit(idCall(outcome));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 10'000);
    QVERIFY(outcome.failedAs(ApiError::Kind::Proxy));
    QVERIFY2(outcome.error->message.contains(u"“%1” asks for a user name"_s.arg(proxy.name())),
             qPrintable(outcome.error->message));
    QVERIFY2(proxy.connects() <= 2, qPrintable(QString::number(proxy.connects())));
    QCOMPARE(proxy.passwords(), 0);
}

void TestProxyRelay::lets_data()
{
    QTest::addColumn<bool>("ntlm");
    QTest::addColumn<bool>("basic");
    QTest::addColumn<bool>("takesNtlm");
    QTest::addColumn<int>("passwords");
    QTest::newRow("everybody") << false << false << false << 0;
    QTest::newRow("by Basic") << false << true << false << 1;
    QTest::newRow("by NTLM") << true << false << true << 1;
    QTest::newRow("by NTLM, Basic offered as well") << true << true << true << 1;
    QTest::newRow("by Basic only, NTLM offered as well") << true << true << false << 2;
}

void TestProxyRelay::lets()
{
    QFETCH(const bool, ntlm);
    QFETCH(const bool, basic);
    QFETCH(const bool, takesNtlm);
    QFETCH(const int, passwords);
    for (const bool closes : {false, true}) {
        Target target;
        AuthProxy proxy({.offersNtlm = ntlm,
                         .offersBasic = basic,
                         .basic = (user + u':' + password).toUtf8(),
                         .takesNtlm = takesNtlm,
                         .closes = closes,
                         .leadsTo = target.server.serverPort()});
        ProxiedAccount account(proxy.proxy(user, password));
        CallOutcome outcome;
        account.client->submit(idCall(outcome));
        QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 10'000);
        QVERIFY2(!outcome.failedAs(ApiError::Kind::Proxy), qPrintable(outcome.error->message));
        QVERIFY(target.arrivals > 0);
        QVERIFY(proxy.tunnels() > 0);
        QCOMPARE(proxy.passwords() - (proxy.tunnels() - 1) * (passwords > 0 ? 1 : 0), passwords);
    }
}

/// The proxy is asked by one first; then all go at once. Qt lets a connection that came to nothing fail more
/// than one call, so there are fewer tunnels than calls.
void TestProxyRelay::letsManyThrough()
{
    Target target;
    AuthProxy proxy({.offersBasic = true,
                     .basic = (user + u':' + password).toUtf8(),
                     .leadsTo = target.server.serverPort()});
    ProxiedAccount account(proxy.proxy(user, password));
    std::vector<CallOutcome> outcomes(20);
    for (CallOutcome &outcome : outcomes)
        account.client->submit(idCall(outcome));
    for (const CallOutcome &outcome : outcomes) {
        QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 20'000);
        QVERIFY2(outcome.failedAs(ApiError::Kind::Tls), qPrintable(outcome.error->message));
    }
    QVERIFY2(proxy.tunnels() > ConnectionPool::connectionsPerLane,
             qPrintable(QString::number(proxy.tunnels())));
    QCOMPARE(target.arrivals, proxy.tunnels());
    QCOMPARE(proxy.passwords(), proxy.tunnels());
}

void TestProxyRelay::readsPastAPage()
{
    Target target;
    AuthProxy proxy({.offersBasic = true,
                     .basic = (user + u':' + password).toUtf8(),
                     .page = QByteArray(30'000, 'x'),
                     .leadsTo = target.server.serverPort()});
    ProxiedAccount account(proxy.proxy(user, password));
    CallOutcome outcome;
    account.client->submit(idCall(outcome));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 10'000);
    QVERIFY(proxy.tunnels() > 0);
    QVERIFY(target.arrivals > 0);
}

void TestProxyRelay::endsWithItsClient()
{
    AuthProxy proxy({.isSilent = true});
    ProxiedAccount account(proxy.proxy(user, password));
    CallOutcome outcome;
    account.client->submit(idCall(outcome));
    QTRY_COMPARE(proxy.connects(), 1);
    account.client.reset();
    QCOMPARE(outcome.timesDone, 0);
}

void TestProxyRelay::knowsNoProxy()
{
    QTcpServer gone;
    QVERIFY(gone.listen(QHostAddress::LocalHost));
    const quint16 port = gone.serverPort();
    gone.close();
    ProxiedAccount account(QNetworkProxy(QNetworkProxy::HttpProxy, u"127.0.0.1"_s, port));
    CallOutcome outcome;
    account.client->submit(idCall(outcome));
    QTRY_VERIFY_WITH_TIMEOUT(outcome.timesDone == 1, 10'000);
    QVERIFY(outcome.failedAs(ApiError::Kind::Proxy));
    QVERIFY2(outcome.error->message.contains(u"“127.0.0.1:%1” refused the connection"_s.arg(port)),
             qPrintable(outcome.error->message));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestProxyRelay)
#include "tst_proxyrelay.moc"
