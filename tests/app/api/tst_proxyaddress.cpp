// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyaddress.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestProxyAddress : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void readsItsOwnAgain_data();
    void readsItsOwnAgain();
    void refuses_data();
    void refuses();
};

void TestProxyAddress::reads_data()
{
    QTest::addColumn<QString>("address");
    QTest::addColumn<QString>("host");
    QTest::addColumn<int>("port");
    QTest::addColumn<QString>("user");
    QTest::addColumn<QString>("password");
    const auto row = [](const char *name, const QString &address, const QString &host, int port,
                        const QString &user = {}, const QString &password = {}) {
        QTest::newRow(name) << address << host << port << user << password;
    };
    row("whole", u"http://proxy.example.com:8080"_s, u"proxy.example.com"_s, 8080);
    row("slash at the end", u"http://proxy.example.com:8080/"_s, u"proxy.example.com"_s, 8080);
    row("no scheme", u"proxy.example.com:8080"_s, u"proxy.example.com"_s, 8080);
    row("no port", u"http://proxy.example.com"_s, u"proxy.example.com"_s, 80);
    row("no port, with a colon", u"http://proxy.example.com:/"_s, u"proxy.example.com"_s, 80);
    row("no port, encrypted", u"https://proxy.example.com"_s, u"proxy.example.com"_s, 443);
    row("a name and nothing else", u"proxy"_s, u"proxy"_s, 80);
    row("blanks around it", u"  http://proxy:80 \n"_s, u"proxy"_s, 80);
    row("https", u"https://proxy.example.com:8443"_s, u"proxy.example.com"_s, 8443);
    row("capitals", u"HTTP://Proxy.Example.com:80"_s, u"proxy.example.com"_s, 80);
    row("address", u"192.0.2.7:3128"_s, u"192.0.2.7"_s, 3128);
    row("IPv6", u"http://[2001:db8::7]:8080"_s, u"2001:db8::7"_s, 8080);
    row("IPv6 without scheme and port", u"[2001:db8::7]"_s, u"2001:db8::7"_s, 80);
    row("user", u"http://anna@proxy:80"_s, u"proxy"_s, 80, u"anna"_s);
    row("user and password", u"http://anna:horse@proxy:80"_s, u"proxy"_s, 80, u"anna"_s, u"horse"_s);
    row("both without scheme", u"anna:horse@proxy:80"_s, u"proxy"_s, 80, u"anna"_s, u"horse"_s);
    row("percent-encoded", u"http://DOMAIN%5Canna:p%40ss%3Aw%2Fo%25rd@proxy:80"_s, u"proxy"_s, 80,
        u"DOMAIN\\anna"_s, u"p@ss:w/o%rd"_s);
    // As slcli's library takes them: urllib3's parse_url and requests' get_auth_from_url, tried with 1.26
    // and 2.28. It refuses some that are read here: without a scheme, and with signs that end an address.
    row("raw signs", u"http://anna:p@s^s%w|o\"r{d @proxy:80"_s, u"proxy"_s, 80, u"anna"_s,
        u"p@s^s%w|o\"r{d "_s);
    row("more of them", u"http://anna:a:b@c}[]`<> d@proxy"_s, u"proxy"_s, 80, u"anna"_s, u"a:b@c}[]`<> d"_s);
    row("raw signs without scheme", u"anna:a:b@c \\ d@proxy"_s, u"proxy"_s, 80, u"anna"_s, u"a:b@c \\ d"_s);
    row("an @ in the user", u"http://anna@example.com:horse@proxy:80"_s, u"proxy"_s, 80,
        u"anna@example.com"_s, u"horse"_s);
    row("a % at the end", u"http://anna:horse%@proxy:80"_s, u"proxy"_s, 80, u"anna"_s, u"horse%"_s);
    row("an escape beside a raw %", u"http://anna:p%40s%s@proxy:80"_s, u"proxy"_s, 80, u"anna"_s,
        u"p%40s%s"_s);
    row("signs that end an address elsewhere", u"http://anna:a/b?c#d@proxy:80/"_s, u"proxy"_s, 80, u"anna"_s,
        u"a/b?c#d"_s);
    row("no user", u"http://:horse@proxy:80"_s, u"proxy"_s, 80, {}, u"horse"_s);
    row("beyond ASCII, raw", u"http://anna:grüße@proxy:80"_s, u"proxy"_s, 80, u"anna"_s, u"grüße"_s);
    row("beyond ASCII", u"http://anna:gr%C3%BC%C3%9Fe@proxy:80"_s, u"proxy"_s, 80, u"anna"_s, u"grüße"_s);
}

void TestProxyAddress::reads()
{
    QFETCH(const QString, address);
    const Result<QNetworkProxy> proxy = proxyFrom(address);
    QVERIFY2(proxy, proxy ? "" : qPrintable(proxy.error().message));
    QCOMPARE(proxy->type(), QNetworkProxy::HttpProxy);
    QTEST(proxy->hostName(), "host");
    QTEST(int(proxy->port()), "port");
    QTEST(proxy->user(), "user");
    QTEST(proxy->password(), "password");
}

void TestProxyAddress::readsItsOwnAgain_data()
{
    reads_data();
}

void TestProxyAddress::readsItsOwnAgain()
{
    QFETCH(const QString, address);
    const Result<ProxyAddress> first = ProxyAddress::parse(address);
    QVERIFY(first);
    QVERIFY(first->password.isEmpty() || !first->withoutPassword().contains(first->password));
    const Result<ProxyAddress> again = ProxyAddress::parse(first->withoutPassword());
    QVERIFY(again);
    QCOMPARE(again->hostAndPort(), first->hostAndPort());
    QCOMPARE(again->isEncrypted, first->isEncrypted);
    QCOMPARE(again->user, first->user);
    QVERIFY(again->password.isEmpty());
}

void TestProxyAddress::refuses_data()
{
    QTest::addColumn<QString>("address");
    QTest::newRow("nothing") << QString();
    QTest::newRow("blanks") << u"   "_s;
    QTest::newRow("no host") << u"http://:3128"_s;
    QTest::newRow("user without a host") << u"http://anna:horse@:3128"_s;
    QTest::newRow("socks") << u"socks5://anna:horse@proxy:1080"_s;
    QTest::newRow("ftp") << u"ftp://anna:horse@proxy:21"_s;
    QTest::newRow("port too large") << u"http://anna:horse@proxy:70000"_s;
    QTest::newRow("port 0") << u"http://anna:horse@proxy:0"_s;
    QTest::newRow("port in words") << u"http://anna:horse@proxy:port"_s;
    QTest::newRow("a blank inside") << u"http://anna:horse@pro xy:80"_s;
    QTest::newRow("a sentence") << u"ask horse for the proxy"_s;
}

void TestProxyAddress::refuses()
{
    QFETCH(const QString, address);
    const Result<QNetworkProxy> proxy = proxyFrom(address);
    QVERIFY(!proxy);
    const ApiError &error = proxy.error();
    QVERIFY(error.kind == ApiError::Kind::InvalidRequest);
    QVERIFY(error.message.contains(u"http://proxy.example.com:3128"_s)); // how it should look
    const QString everything = error.message + error.detail + error.code + error.jsonPath;
    QVERIFY(!everything.contains(u"horse"_s));
    QVERIFY(!everything.contains(u"anna"_s));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestProxyAddress)
#include "tst_proxyaddress.moc"
