// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "support/clienttest.h"
#include "support/testmain.h"

#include <QLoggingCategory>
#include <QSslCertificate>
#include <QSslConfiguration>
#include <QSslKey>
#include <QSslServer>
#include <QTcpSocket>
#include <QTest>

using namespace layerscope;

namespace {

/// Everything that is logged while it lives.
class LogCatcher
{
public:
    LogCatcher()
    {
        s_lines.clear();
        s_previous = qInstallMessageHandler(
            [](QtMsgType, const QMessageLogContext &, const QString &text) { s_lines += text; });
        QLoggingCategory::setFilterRules(QStringLiteral("layerscope.*=true\nqt.network.*=true"));
    }
    ~LogCatcher()
    {
        QLoggingCategory::setFilterRules({});
        qInstallMessageHandler(s_previous);
    }
    [[nodiscard]] QString text() const { return s_lines.join(u'\n'); }

private:
    static inline QtMessageHandler s_previous = nullptr;
    static inline QStringList s_lines;
};

/// A key and a certificate that nobody signed, for 127.0.0.1; they guard nothing.
constexpr char selfSignedKey[] = "-----BEGIN PRIVATE KEY-----\n"
                                 "MIGHAgEAMBMGByqGSM49AgEGCCqGSM49AwEHBG0wawIBAQQgbdOOG3ClfaW4/9Oi\n"
                                 "wxSr3vmejLb85cuXUAwwZkpFxtqhRANCAAT1AVz+AxwDKPCbvbkOrubI6dqShxYF\n"
                                 "ShD2CTeP/uc1VJSfvdTpCJx9+U6cO12Iq+Kh3YhmNV7K0LX0A2FbIcha\n"
                                 "-----END PRIVATE KEY-----\n";
constexpr char selfSignedCertificate[] = "-----BEGIN CERTIFICATE-----\n"
                                         "MIIBgDCCASWgAwIBAgIUbOG/qLKYmcZCsBhkBF675a6ofNwwCgYIKoZIzj0EAwIw\n"
                                         "FDESMBAGA1UEAwwJMTI3LjAuMC4xMCAXDTI2MTEyNDA0MDkzOFoYDzIxMjYxMDMx\n"
                                         "MDQwOTM4WjAUMRIwEAYDVQQDDAkxMjcuMC4wLjEwWTATBgcqhkjOPQIBBggqhkjO\n"
                                         "PQMBBwNCAAT1AVz+AxwDKPCbvbkOrubI6dqShxYFShD2CTeP/uc1VJSfvdTpCJx9\n"
                                         "+U6cO12Iq+Kh3YhmNV7K0LX0A2FbIchao1MwUTAdBgNVHQ4EFgQUIz5nUs0CNDG3\n"
                                         "SngYfoJhqWkRAacwHwYDVR0jBBgwFoAUIz5nUs0CNDG3SngYfoJhqWkRAacwDwYD\n"
                                         "VR0TAQH/BAUwAwEB/zAKBggqhkjOPQQDAgNJADBGAiEApqK76uhdicayK1cA1b3x\n"
                                         "JTfVjJDTZsPCU0/elcuLHi0CIQD5w8Yq4oY4U3rPV/79huDIdur69jUd0FZmogf5\n"
                                         "ZnDnxQ==\n"
                                         "-----END CERTIFICATE-----\n";

/// Everything that people, files and scripts may get to see of an error.
QString everyWordOf(const ApiError &error)
{
    return error.message + u'\n' + error.detail + u'\n' + error.code + u'\n' + error.jsonPath;
}

} // namespace

/// What must never leave the program, and what it must never believe.
class TestApiTrust : public ClientTest
{
    Q_OBJECT

private Q_SLOTS:
    void sendsNothingThatIsNotAllowed_data();
    void sendsNothingThatIsNotAllowed();
    void sendsNothingUnencrypted();
    void refusesAWrongCertificate();
    void followsNoRedirect();
    void keepsNoCookies();
    void neverShowsASecret_data();
    void neverShowsASecret();
};

// --- trust
// -------------------------------------------------------------------------------------------------------------

void TestApiTrust::sendsNothingThatIsNotAllowed_data()
{
    QTest::addColumn<QByteArray>("service");
    QTest::addColumn<QByteArray>("method");
    QTest::newRow("deletes") << QByteArray("SoftLayer_Virtual_Guest") << QByteArray("deleteObject");
    QTest::newRow("powers off") << QByteArray("SoftLayer_Virtual_Guest") << QByteArray("powerOff");
    QTest::newRow("reads secrets") << QByteArray("SoftLayer_Hardware_Server")
                                   << QByteArray("getRemoteManagementAccounts");
    QTest::newRow("hides another path")
        << QByteArray("SoftLayer_Virtual_Guest/1/powerOff.json?x=") << QByteArray("getObject");
    QTest::newRow("says nothing: POST would create") << QByteArray("SoftLayer_Virtual_Guest") << QByteArray();
}

void TestApiTrust::sendsNothingThatIsNotAllowed()
{
    QFETCH(const QByteArray, service);
    QFETCH(const QByteArray, method);
    ApiRequest request;
    request.service = service;
    request.method = method;
    CallOutcome outcome;
    m_client->submit(idCall(outcome, request));
    CallOutcome allowed;
    m_client->submit(idCall(allowed));
    QTRY_VERIFY(outcome.failedAs(ApiError::Kind::InvalidRequest));
    QTRY_VERIFY(allowed.succeeded());
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(m_server->requests().first().path(), "/rest/v3.1/SoftLayer_Account/getHardware.json");
}

void TestApiTrust::sendsNothingUnencrypted()
{
    // The proxy would see it, whatever host the name leads to.
    Connection connection = connectionTo(QUrl(QStringLiteral("http://192.0.2.1/rest/v3.1/")));
    connection.proxy = QNetworkProxy(QNetworkProxy::HttpProxy, QStringLiteral("127.0.0.1"), m_server->port());
    ApiClient client(connection, *m_clock);
    CallOutcome outcome;
    client.submit(idCall(outcome));
    QTRY_VERIFY(outcome.failedAs(ApiError::Kind::InvalidRequest));
    CallOutcome other;
    m_client->submit(idCall(other));
    QTRY_VERIFY(other.succeeded());
    QCOMPARE(m_server->requests().size(), 1);
}

void TestApiTrust::refusesAWrongCertificate()
{
    QSslServer server;
    QSslConfiguration tls = QSslConfiguration::defaultConfiguration();
    tls.setPrivateKey(QSslKey(selfSignedKey, QSsl::Ec));
    tls.setLocalCertificate(QSslCertificate(QByteArray(selfSignedCertificate)));
    server.setSslConfiguration(tls);
    QVERIFY(server.listen(QHostAddress::LocalHost));
    QByteArray received;
    connect(&server, &QTcpServer::pendingConnectionAvailable, this, [&] {
        QTcpSocket *socket = server.nextPendingConnection();
        connect(socket, &QTcpSocket::readyRead, this, [&received, socket] { received += socket->readAll(); });
    });

    ApiClient client(
        connectionTo(QUrl(QStringLiteral("https://127.0.0.1:%1/rest/v3.1/").arg(server.serverPort()))),
        *m_clock);
    CallOutcome outcome;
    client.submit(idCall(outcome));
    QTRY_COMPARE(outcome.timesDone, 1);
    QVERIFY(outcome.failedAs(ApiError::Kind::Tls));
    QVERIFY(outcome.error->detail.contains(QStringLiteral("self-signed"))); // says what is wrong with it
    QCOMPARE(outcome.error->attempts, 1);
    QCOMPARE(received, QByteArray()); // not a word of ours
}

void TestApiTrust::followsNoRedirect()
{
    ScriptedServer elsewhere;
    m_server->setScript([&](const Request &request) {
        return status(302, {}, "Location", elsewhere.restBase().toEncoded() + request.path());
    });
    CallOutcome outcome;
    m_client->submit(idCall(outcome));
    QTRY_VERIFY(outcome.failedAs(ApiError::Kind::Server));
    QVERIFY(outcome.error->message.contains(QStringLiteral("127.0.0.1")));
    QCOMPARE(m_server->requests().size(), 1);
    QCOMPARE(elsewhere.requests().size(), 0);
}

void TestApiTrust::keepsNoCookies()
{
    m_server->setScript([](const Request &) { return status(200, "[]", "Set-Cookie", "session=1; Path=/"); });
    for (int i = 0; i < 2; ++i) {
        CallOutcome outcome;
        m_client->submit(idCall(outcome));
        QTRY_VERIFY(outcome.succeeded());
    }
    QVERIFY(!m_server->requests().last().headers.contains("cookie"));
}

void TestApiTrust::neverShowsASecret_data()
{
    QTest::addColumn<int>("code");
    QTest::addColumn<QByteArray>("body");
    const QByteArray key = testSecret.toLatin1();
    const QByteArray header = "Basic " + QByteArray("123456_ops:" + key).toBase64();
    QTest::newRow("key in an error") << 500
                                     << QByteArray("{\"error\":\"No user has the key " + key +
                                                   "\",\"code\":\"X_" + key + "\"}");
    QTest::newRow("header in an error") << 401 << QByteArray("{\"error\":\"Not accepted: " + header + "\"}");
    QTest::newRow("a page that echoes the request")
        << 502 << QByteArray("<html><title>GET / Authorization: " + header + "</title>");
    QTest::newRow("URL with a key") << 503
                                    << QByteArray("see https://123456_ops:" + key + "@api.example.com/");
    QTest::newRow("text that is no JSON") << 200 << QByteArray("Authorization: " + header);
}

void TestApiTrust::neverShowsASecret()
{
    QFETCH(const int, code);
    QFETCH(const QByteArray, body);
    const QString header = QString::fromLatin1(QByteArray("123456_ops:" + testSecret.toLatin1()).toBase64());
    const LogCatcher log;
    m_server->setScript([&](const Request &) { return status(code, body); });
    CallOutcome outcome;
    skipPauses(m_client->submit(idCall(outcome)), *m_clock);
    QTRY_COMPARE(outcome.timesDone, 1);
    QVERIFY(outcome.error);
    QString everything = everyWordOf(*outcome.error) + log.text();
    for (const CallRecord &record : m_client->history().records())
        everything += record.label + (record.error ? everyWordOf(*record.error) : QString());
    QVERIFY(log.text().contains(QStringLiteral("SoftLayer_Account::getHardware"))); // the log was on
    QVERIFY(!everything.contains(testSecret));
    QVERIFY(!everything.contains(header));
    for (const Request &request : m_server->requests())
        QVERIFY(!request.target.contains(testSecret.toLatin1()));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestApiTrust)
#include "tst_apitrust.moc"
