// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/faultproxy.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QTcpSocket>
#include <QTest>

using namespace layerscope;
using Fault = FaultProxy::Fault;

/// What a client on the other side of the proxy gets to see.
class TestFaultProxy : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void damages_data();
    void damages();
    void neverEnds_data();
    void neverEnds();
    void hangs();
    void outageBeginsAndEnds();
    void strikesItsShare();

private:
    static constexpr const char body[] = R"([{"id":1},{"id":2}])";
    static constexpr const char request[] = "GET /rest/v3.1/x.json HTTP/1.1\r\nHost: a\r\n\r\n";

    ScriptedServer m_server;
};

void TestFaultProxy::damages_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<bool>("closes");
    QTest::addColumn<QByteArray>("contains");
    QTest::addColumn<QByteArray>("ending");
    const auto row = [](const char *name, Fault fault, bool closes, const QByteArray &contains,
                        const QByteArray &ending) {
        QTest::newRow(name) << int(fault) << closes << contains << ending;
    };
    row("untouched", Fault::None, false, "Content-Length: 19", body);
    row("dropped", Fault::Drop, true, "", "");
    row("half a body", Fault::HalfBody, true, "Content-Length: 19", QByteArray(body).first(9));
    row("half a head", Fault::HalfHead, true, "HTTP/1.1", "");
    row("drip", Fault::Drip, false, "Content-Length: 19", body);
    row("damaged gzip", Fault::DamagedGzip, false, "Content-Encoding: gzip\r\nContent-Length: 29", body);
    row("length too long", Fault::LongLength, true, "Content-Length: 119", body);
    row("length too short", Fault::ShortLength, false, "Content-Length: 9", body);
    row("bad chunk", Fault::BadChunk, false, "Transfer-Encoding: chunked",
        "no length\r\n" + QByteArray(body).sliced(9) + "\r\n0\r\n\r\n");
}

void TestFaultProxy::damages()
{
    QFETCH(const int, fault);
    QFETCH(const bool, closes);
    QFETCH(const QByteArray, contains);
    QFETCH(const QByteArray, ending);
    m_server.setScript([](const ScriptedServer::Request &) { return ScriptedServer::json(body); });
    FaultProxy proxy(m_server.port());
    proxy.setPlan([fault] { return Fault(fault); });
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, proxy.port());
    client.write(request);
    QByteArray got;
    connect(&client, &QTcpSocket::readyRead, this, [&] { got += client.readAll(); });
    if (closes)
        QTRY_COMPARE(client.state(), QAbstractSocket::UnconnectedState);
    else
        QTRY_VERIFY2(got.endsWith(ending), got.constData());
    QVERIFY2(got.contains(contains), got.constData());
    QVERIFY2(got.endsWith(ending), got.constData());
    QCOMPARE(client.state() == QAbstractSocket::UnconnectedState, closes);
    QCOMPARE(proxy.faultCount(), Fault(fault) == Fault::None ? 0 : 1);
    QCOMPARE(proxy.requestCount(), 1);
}

void TestFaultProxy::neverEnds_data()
{
    QTest::addColumn<int>("fault");
    QTest::newRow("body") << int(Fault::EndlessBody);
    QTest::newRow("head") << int(Fault::EndlessHead);
}

void TestFaultProxy::neverEnds()
{
    QFETCH(const int, fault);
    constexpr qint64 plenty = 8 * 1024 * 1024;
    m_server.setScript([](const ScriptedServer::Request &) { return ScriptedServer::json(body); });
    FaultProxy proxy(m_server.port());
    proxy.setPlan([fault] { return Fault(fault); });
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, proxy.port());
    client.write(request);
    qint64 got = 0;
    bool hasHeadEnd = false;
    connect(&client, &QTcpSocket::readyRead, this, [&] {
        const QByteArray bytes = client.readAll();
        hasHeadEnd = hasHeadEnd || bytes.contains("\r\n\r\n");
        got += bytes.size();
        if (got > plenty)
            client.abort();
    });
    QTRY_VERIFY(got > plenty);
    QCOMPARE(hasHeadEnd, Fault(fault) == Fault::EndlessBody);
    QVERIFY(proxy.endlessBytes() >= plenty);
}

void TestFaultProxy::hangs()
{
    FaultProxy proxy(m_server.port());
    proxy.setPlan([] { return Fault::Hang; });
    const qsizetype before = m_server.requests().size();
    QTcpSocket client;
    client.connectToHost(QHostAddress::LocalHost, proxy.port());
    client.write(request);
    QTRY_COMPARE(proxy.requestCount(), 1);
    QCOMPARE(client.state(), QAbstractSocket::ConnectedState);
    QCOMPARE(m_server.requests().size(), before);
}

void TestFaultProxy::outageBeginsAndEnds()
{
    const auto pattern = [](const FaultProxy::Plan &plan) {
        QByteArray calls;
        for (int i = 0; i < 6; ++i)
            calls += plan() == Fault::None ? '.' : 'x';
        return calls;
    };
    QCOMPARE(pattern(FaultProxy::outage(Fault::Drop, 2)), QByteArray("..xxxx"));
    QCOMPARE(pattern(FaultProxy::outage(Fault::Drop, 2, 3)), QByteArray("..xxx."));
    QCOMPARE(pattern(FaultProxy::outage(Fault::Drop, 0, 1)), QByteArray("x....."));
}

void TestFaultProxy::strikesItsShare()
{
    const FaultProxy::Plan plan = FaultProxy::sometimes(Fault::Drop, 300, 7);
    int struck = 0;
    for (int i = 0; i < 10'000; ++i)
        struck += plan() == Fault::None ? 0 : 1;
    QVERIFY(struck > 2'800 && struck < 3'200);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestFaultProxy)
#include "tst_faultproxy.moc"
