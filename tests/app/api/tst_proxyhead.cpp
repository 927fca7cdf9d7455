// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/proxyhead.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;

class ProxyHeadTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsARefusal();
    void readsWhetherTheConnectionCloses_data();
    void readsWhetherTheConnectionCloses();
    void bearsWhatIsNoAnswer_data();
    void bearsWhatIsNoAnswer();
    void tellsAStepFromAnOffer();
    void knowsTheMessageWithThePassword();
    void findsHeaders();
    void refusesWithOffers();
};

void ProxyHeadTest::readsARefusal()
{
    const ProxyAnswer answer = ProxyAnswer::read("HTTP/1.1 407 Proxy Authentication Required\r\n"
                                                 "proxy-authenticate: Negotiate\r\n"
                                                 "Proxy-Authenticate:  Basic realm=\"a: b\"\r\n"
                                                 "Content-Length: 12\r\n");
    QCOMPARE(answer.status, 407);
    QCOMPARE(answer.offers, (QList<QByteArray>{"Negotiate", "Basic realm=\"a: b\""}));
    QCOMPARE(answer.bodySize, 12);
    QVERIFY(!answer.closes);
    QVERIFY(answer.ntlmStep().isEmpty());
}

void ProxyHeadTest::readsWhetherTheConnectionCloses_data()
{
    QTest::addColumn<QByteArray>("header");
    QTest::addColumn<bool>("closes");
    QTest::newRow("says nothing") << QByteArray("Via: one") << false;
    QTest::newRow("closes") << QByteArray("Connection: Close") << true;
    QTest::newRow("closes, as proxies say it") << QByteArray("Proxy-Connection: close") << true;
    QTest::newRow("stays") << QByteArray("Connection: keep-alive") << false;
    QTest::newRow("chunks") << QByteArray("Transfer-Encoding: chunked\r\nConnection: keep-alive") << true;
}

void ProxyHeadTest::readsWhetherTheConnectionCloses()
{
    QFETCH(const QByteArray, header);
    QFETCH(const bool, closes);
    QCOMPARE(ProxyAnswer::read(QByteArray("HTTP/1.1 407 No\r\n" + header)).closes, closes);
}

void ProxyHeadTest::bearsWhatIsNoAnswer_data()
{
    QTest::addColumn<QByteArray>("head");
    QTest::newRow("nothing") << QByteArray();
    QTest::newRow("one word") << QByteArray("HTTP/1.1");
    QTest::newRow("no number") << QByteArray("HTTP/1.1 yes\r\n: \r\nContent-Length: many");
    QTest::newRow("zeroes") << QByteArray(200, '\0');
}

void ProxyHeadTest::bearsWhatIsNoAnswer()
{
    QFETCH(const QByteArray, head);
    const ProxyAnswer answer = ProxyAnswer::read(head);
    QCOMPARE(answer.status, 0);
    QCOMPARE(answer.bodySize, 0);
    QVERIFY(answer.offers.isEmpty());
}

void ProxyHeadTest::tellsAStepFromAnOffer()
{
    ProxyAnswer answer;
    answer.offers = {"NTLM", "Basic realm=\"NTLM x\""};
    QVERIFY(answer.ntlmStep().isEmpty());
    answer.offers += "ntlm TlRMTVNTUAAC";
    QCOMPARE(answer.ntlmStep(), QByteArray("ntlm TlRMTVNTUAAC"));
    QVERIFY(isAuthScheme(answer.ntlmStep(), "NTLM"));
    QVERIFY(!isAuthScheme("NTLMv2 abc", "NTLM"));
}

void ProxyHeadTest::knowsTheMessageWithThePassword()
{
    const auto message = [](char type) {
        QByteArray bytes("NTLMSSP\0", 8);
        bytes += type;
        return QByteArray("NTLM " + bytes.toBase64());
    };
    QVERIFY(!isLastNtlmStep(message(1)));
    QVERIFY(!isLastNtlmStep(message(2)));
    QVERIFY(isLastNtlmStep(message(3)));
    QVERIFY(!isLastNtlmStep("Basic dXNlcjpwYXNz"));
    QVERIFY(!isLastNtlmStep("NTLM"));
}

void ProxyHeadTest::findsHeaders()
{
    const QByteArray head = "CONNECT api.softlayer.com:443 HTTP/1.1\r\n"
                            "Proxy-Authorization: Basic one\r\nproxy-authorization: Basic two\r\n\r\n";
    QCOMPARE(headerOf(head, "Proxy-Authorization"), QByteArray("Basic two"));
    QVERIFY(headerOf(head, "Proxy-Connection").isEmpty());
}

void ProxyHeadTest::refusesWithOffers()
{
    const QByteArray answer = proxyRefusal({"NTLM", "Basic realm=\"x\""});
    QVERIFY(answer.endsWith("\r\n\r\n"));
    const ProxyAnswer read = ProxyAnswer::read(answer.chopped(4));
    QCOMPARE(read.status, 407);
    QCOMPARE(read.bodySize, 0);
    QCOMPARE(read.offers, (QList<QByteArray>{"NTLM", "Basic realm=\"x\""}));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, ProxyHeadTest)
#include "tst_proxyhead.moc"
