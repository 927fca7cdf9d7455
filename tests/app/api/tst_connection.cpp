// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/connection.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class TestConnection : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void mapsEndpoints_data();
    void mapsEndpoints();
    void refusesEndpoints_data();
    void refusesEndpoints();
    void knowsLoopback_data();
    void knowsLoopback();
    void writesTheHeader();
    void knowsCompleteCredentials();
};

void TestConnection::mapsEndpoints_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *written, const char *expected) {
        QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(expected);
    };
    constexpr auto publicRest = "https://api.softlayer.com/rest/v3.1/";
    row("", publicRest);
    row("   ", publicRest);
    row(publicRest, publicRest);
    row("https://api.softlayer.com/rest/v3.1", publicRest);
    row("https://api.softlayer.com/rest/v3.1//", publicRest);
    row("https://api.softlayer.com/rest/v3", "https://api.softlayer.com/rest/v3/");
    row("https://api.softlayer.com/rest", publicRest);
    row("https://api.softlayer.com", publicRest);
    row("https://api.softlayer.com/", publicRest);
    row("https://api.softlayer.com/xmlrpc/v3.1/", publicRest); // what slcli's set-up writes
    row("https://api.softlayer.com/xmlrpc/v3", publicRest);
    row("https://api.softlayer.com/soap/v3.1/", publicRest);
    row(" https://api.service.softlayer.com/xmlrpc/v3.1 ", "https://api.service.softlayer.com/rest/v3.1/");
    row("https://gateway.example.com/softlayer/rest/v3.1",
        "https://gateway.example.com/softlayer/rest/v3.1/");
    row("https://api.example.com:8443/rest/v3.1/?x=y#z", "https://api.example.com:8443/rest/v3.1/");
    row("http://127.0.0.1:8080/rest/v3.1", "http://127.0.0.1:8080/rest/v3.1/");
    row("http://127.8.9.10:8080", "http://127.8.9.10:8080/rest/v3.1/");
    row("http://[::1]:8080/rest/v3.1/", "http://[::1]:8080/rest/v3.1/");
    row("http://localhost:8080/", "http://localhost:8080/rest/v3.1/");
}

void TestConnection::mapsEndpoints()
{
    QFETCH(const QString, written);
    QFETCH(const QString, expected);
    const Result<QUrl> base = Connection::restBaseFrom(written);
    QVERIFY(base);
    QCOMPARE(base->toString(), expected);
}

void TestConnection::refusesEndpoints_data()
{
    QTest::addColumn<QString>("written");
    for (const char *written :
         {"not an address", "api.softlayer.com", "ftp://api.softlayer.com/rest/v3.1/", "https://",
          "file:///etc/passwd", "https://user:hunter2@api.softlayer.com/rest/v3.1/",
          "https://user@api.softlayer.com/", "http://api.softlayer.com/rest/v3.1/",
          "http://10.0.0.1/rest/v3.1/", "http://localhost.example.com/rest/v3.1/",
          "http://127.0.0.1.example.com/", "https://api.softlayer.com/somewhere/else",
          "https://api.softlayer.com/rest/v4/"})
        QTest::newRow(written) << QString::fromLatin1(written);
}

void TestConnection::refusesEndpoints()
{
    QFETCH(const QString, written);
    const Result<QUrl> base = Connection::restBaseFrom(written);
    QVERIFY(!base);
    QVERIFY(base.error().kind == ApiError::Kind::InvalidRequest);
    QVERIFY(!base.error().message.isEmpty());
    QVERIFY(!QString(base.error().message + base.error().detail).contains(QStringLiteral("hunter2")));
}

void TestConnection::knowsLoopback_data()
{
    QTest::addColumn<QString>("host");
    QTest::addColumn<bool>("isLoopback");
    QTest::newRow("v4") << QStringLiteral("127.0.0.1") << true;
    QTest::newRow("whole net") << QStringLiteral("127.255.0.3") << true;
    QTest::newRow("v6") << QStringLiteral("::1") << true;
    QTest::newRow("name") << QStringLiteral("localhost") << true;
    QTest::newRow("other") << QStringLiteral("128.0.0.1") << false;
    QTest::newRow("any") << QStringLiteral("0.0.0.0") << false;
    QTest::newRow("looks like it") << QStringLiteral("localhost.evil.example") << false;
    QTest::newRow("nothing") << QString() << false;
}

void TestConnection::knowsLoopback()
{
    QFETCH(const QString, host);
    QFETCH(const bool, isLoopback);
    QCOMPARE(Connection::isLoopback(host), isLoopback);
}

void TestConnection::writesTheHeader()
{
    QCOMPARE(
        Credentials({Credentials::Scheme::Basic, QStringLiteral("Aladdin"), QStringLiteral("open sesame")})
            .authorizationHeader(),
        "Basic QWxhZGRpbjpvcGVuIHNlc2FtZQ==");
    QCOMPARE(Credentials({Credentials::Scheme::Basic, QStringLiteral("apikey"), QStringLiteral("schlüssel")})
                 .authorizationHeader(),
             QByteArray("Basic " + QByteArray("apikey:schl\xc3\xbcssel").toBase64()));
    QCOMPARE(Credentials({Credentials::Scheme::Bearer, {}, QStringLiteral("abc.def")}).authorizationHeader(),
             "Bearer abc.def");
}

void TestConnection::knowsCompleteCredentials()
{
    QVERIFY(Credentials({Credentials::Scheme::Basic, QStringLiteral("u"), QStringLiteral("k")}).isComplete());
    QVERIFY(!Credentials({Credentials::Scheme::Basic, {}, QStringLiteral("k")}).isComplete());
    QVERIFY(!Credentials({Credentials::Scheme::Basic, QStringLiteral("u"), {}}).isComplete());
    QVERIFY(Credentials({Credentials::Scheme::Bearer, {}, QStringLiteral("t")}).isComplete());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestConnection)
#include "tst_connection.moc"
