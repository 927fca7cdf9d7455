// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simulatedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkAccessManager>
#include <QNetworkProxy>
#include <QNetworkReply>
#include <QSet>
#include <QSignalSpy>
#include <QTcpServer>
#include <QTcpSocket>
#include <QTest>

#include <memory>
#include <vector>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

FaultPlan withoutLimiter()
{
    FaultPlan plan;
    plan.callsPerSecond = 0;
    return plan;
}

/// A few access managers, as the client has them: six connections each.
class Client
{
public:
    explicit Client(const SimulatedServer &server, size_t managers = 1)
        : m_server(server)
    {
        for (size_t i = 0; i < managers; ++i) {
            m_managers.push_back(std::make_unique<QNetworkAccessManager>());
            m_managers.back()->setProxy(QNetworkProxy::NoProxy);
        }
    }

    QNetworkReply *get(const QString &pathAndQuery)
    {
        QNetworkRequest request(QUrl(m_server.restUrl().toString() + pathAndQuery));
        request.setAttribute(QNetworkRequest::Http2AllowedAttribute, false);
        const QString pair = m_server.userName() + u':' + m_server.apiKey();
        request.setRawHeader("Authorization", "Basic " + pair.toUtf8().toBase64());
        return m_managers.at(m_next++ % m_managers.size())->get(request);
    }

private:
    const SimulatedServer &m_server;
    std::vector<std::unique_ptr<QNetworkAccessManager>> m_managers;
    size_t m_next = 0;
};

} // namespace

class TestSimulatedServer : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void answersOverHttp()
    {
        SimulatedServer server(60);
        QVERIFY(server.start());
        QCOMPARE(server.restUrl().host(), u"127.0.0.1"_s);
        Client client(server);
        const std::unique_ptr<QNetworkReply> reply(client.get(
            u"SoftLayer_Account/getHardware.json?objectMask=mask%5Bid%2Cnotes%5D&resultLimit=0%2C100"_s));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(reply->rawHeader("SoftLayer-Total-Items"), QByteArray("27"));
        const QByteArray body = reply->readAll();
        QCOMPARE(reply->header(QNetworkRequest::ContentLengthHeader).toLongLong(), body.size());
        QSet<qint64> ids;
        for (const QJsonValue &row : QJsonDocument::fromJson(body).array()) {
            const qint64 id = row["id"_L1].toInteger();
            ids += id;
            const int index = server.account().hardwareIndex(id).value();
            QCOMPARE(row.toObject().value("notes"_L1), server.account().hardwareValue(index, u"notes"_s));
        }
        QCOMPARE(ids.size(), 27);
    }

    void hasAsManyPoolsAsWanted()
    {
        SimulatedServer server(60, {}, {}, 9);
        QCOMPARE(server.account().poolCount(), 9);
        QVERIFY(server.start());
        Client client(server);
        const std::unique_ptr<QNetworkReply> reply(
            client.get(u"SoftLayer_Account/getVirtualDedicatedRacks.json?objectMask=mask%5Bid%5D"_s));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->rawHeader("SoftLayer-Total-Items"), QByteArray("9"));
        QCOMPARE(SimulatedServer(60).account().poolCount(), 6);
    }

    void keepsStatusAndErrorBody()
    {
        SimulatedServer server(60);
        QVERIFY(server.start());
        Client client(server);
        const std::unique_ptr<QNetworkReply> reply(
            client.get(u"SoftLayer_Hardware_Server/1/getObject.json"_s));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 404);
        QVERIFY(reply->readAll().contains("ObjectNotFound"));
    }

    void credentialsAreDrawnAnew()
    {
        const SimulatedServer one(1);
        const SimulatedServer other(1);
        QCOMPARE(one.apiKey().size(), 64);
        QVERIFY(one.apiKey() != other.apiKey());
        QVERIFY(one.accessToken() != other.accessToken());
    }

    /// 300 fat answers over 30 connections: every byte, each over a connection that is used again and again.
    void servesManyConnectionsAtOnce()
    {
        SimulatedServer server(600, {}, withoutLimiter());
        QVERIFY(server.start());
        Client client(server, 5);
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 300; ++i) {
            const QString id =
                QString::number(server.account().hardwareId(i % server.account().hardwareCount()));
            replies.emplace_back(client.get(
                QString(u"SoftLayer_Hardware_Server/"_s + id +
                        u".json?objectMask=mask[id,hostname,components,networkComponents,billingItem]"_s)));
        }
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(replies.cbegin(), replies.cend(),
                                             [](const auto &reply) { return reply->isFinished(); }),
                                 60000);
        for (size_t i = 0; i < replies.size(); ++i) {
            QCOMPARE(replies[i]->error(), QNetworkReply::NoError);
            const int index = static_cast<int>(i) % server.account().hardwareCount();
            const QByteArray body = replies[i]->readAll();
            QCOMPARE(replies[i]->header(QNetworkRequest::ContentLengthHeader).toLongLong(), body.size());
            const QJsonObject object = QJsonDocument::fromJson(body).object();
            QCOMPARE(object.value("id"_L1).toInteger(), server.account().hardwareId(index));
            QCOMPARE(object.value("components"_L1).toArray().size(),
                     server.account().hardwareValue(index, u"components"_s).toArray().size());
        }
        QCOMPARE(server.log().calls().size(), 300);
    }

    /// One raw connection, two requests after each other: the server must leave it open between.
    void keepsConnectionsOpen()
    {
        SimulatedServer server(60);
        QVERIFY(server.start());
        QTcpSocket socket;
        socket.setProxy(QNetworkProxy::NoProxy);
        socket.connectToHost(QHostAddress::LocalHost, static_cast<quint16>(server.restUrl().port()));
        const QByteArray pair = QString(server.userName() + u':' + server.apiKey()).toUtf8();
        const QByteArray request = "GET /rest/v3.1/SoftLayer_Account.json?objectMask=mask[id] HTTP/1.1\r\n"
                                   "Host: 127.0.0.1\r\nAuthorization: Basic " +
                                   pair.toBase64() + "\r\n\r\n";
        QByteArray answers;
        for (int i = 1; i <= 3; ++i) {
            socket.write(request);
            QTRY_COMPARE((answers += socket.readAll()).count(R"({"id":1234567})"), i);
            QCOMPARE(socket.state(), QAbstractSocket::ConnectedState);
        }
        QCOMPARE(answers.count("HTTP/1.1 200"), 3);
        QCOMPARE(answers.toLower().count("content-length: 14"), 3); // Qt 6.8 writes it so
    }

    /// Held back by timers, not by sleeping: thirty slow calls are in the air together.
    void delaysWithoutBlocking()
    {
        SimulatedServer server(60, LatencyModel::fromBase(300ms), withoutLimiter());
        QVERIFY(server.start());
        Client client(server, 5);
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 30; ++i)
            replies.emplace_back(client.get(u"SoftLayer_Account.json?objectMask=mask[id]"_s));
        QTRY_VERIFY_WITH_TIMEOUT(std::all_of(replies.cbegin(), replies.cend(),
                                             [](const auto &reply) { return reply->isFinished(); }),
                                 60000);
        QCOMPARE(server.log().maxConcurrent(), 30);
        for (const LoggedCall &call : server.log().calls())
            QVERIFY(call.finishedAt - call.startedAt >= 300ms);
    }

    void logsWhatWasAsked()
    {
        SimulatedServer server(60);
        QVERIFY(server.start());
        Client client(server);
        const std::unique_ptr<QNetworkReply> reply(client.get(
            u"SoftLayer_Account/getHardware.json?objectMask=mask[id]&objectFilter=%7B%7D&resultLimit=3,4"_s));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(server.log().calls().size(), 1);
        const LoggedCall call = server.log().calls().first();
        QCOMPARE(call.service, u"SoftLayer_Account"_s);
        QCOMPARE(call.method, u"getHardware"_s);
        QCOMPARE(call.mask, u"mask[id]"_s);
        QCOMPARE(call.filter, u"{}"_s);
        QCOMPARE(call.limit, u"3,4"_s);
        QCOMPARE(call.status, 200);
        QCOMPARE(call.rows, 4);
        server.log().clear();
        QCOMPARE(server.log().calls().size(), 0);
    }

    void faultsCanChangeAtRunTime()
    {
        SimulatedServer server(60);
        QVERIFY(server.start());
        Client client(server);
        FaultPlan plan;
        plan.faults = {{Fault::Kind::HtmlBadGateway}};
        server.setFaultPlan(plan);
        const std::unique_ptr<QNetworkReply> struck(client.get(u"SoftLayer_Account.json"_s));
        QTRY_VERIFY(struck->isFinished());
        QCOMPARE(struck->attribute(QNetworkRequest::HttpStatusCodeAttribute).toInt(), 502);
        server.setFaultPlan({});
        const std::unique_ptr<QNetworkReply> fine(client.get(u"SoftLayer_Account.json"_s));
        QTRY_VERIFY(fine->isFinished());
        QCOMPARE(fine->error(), QNetworkReply::NoError);
    }

    void compressedAnswersAreRead()
    {
        FaultPlan plan;
        plan.faults = {{Fault::Kind::Gzip}};
        SimulatedServer server(60, {}, plan);
        QVERIFY(server.start());
        Client client(server);
        const std::unique_ptr<QNetworkReply> reply(client.get(u"SoftLayer_Account/getHardware.json"_s));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
        QCOMPARE(QJsonDocument::fromJson(reply->readAll()).array().size(), 27);
    }

    void survivesClientsThatGoAway()
    {
        FaultPlan plan;
        plan.faults = {{Fault::Kind::Hang, {.method = u"getHardware"_s}}};
        SimulatedServer server(60, LatencyModel::fromBase(50ms), plan);
        QVERIFY(server.start());
        {
            Client impatient(server, 2);
            for (int i = 0; i < 6; ++i) {
                impatient.get(u"SoftLayer_Account.json"_s);
                impatient.get(u"SoftLayer_Account/getHardware.json"_s);
            }
            QTRY_VERIFY(server.log().calls().size() >= 6);
        }
        Client client(server);
        const std::unique_ptr<QNetworkReply> reply(client.get(u"SoftLayer_Account.json"_s));
        QTRY_VERIFY(reply->isFinished());
        QCOMPARE(reply->error(), QNetworkReply::NoError);
    }

    void stopsWithCallsInTheAir()
    {
        FaultPlan plan;
        plan.faults = {{Fault::Kind::Hang, {.everyNth = 2}}};
        auto server = std::make_unique<SimulatedServer>(60, LatencyModel::fromBase(30s), plan);
        QVERIFY(server->start());
        Client client(*server);
        std::vector<std::unique_ptr<QNetworkReply>> replies;
        for (int i = 0; i < 4; ++i)
            replies.emplace_back(client.get(u"SoftLayer_Account.json"_s));
        QTRY_COMPARE(server->log().calls().size(), 4);
        server.reset();
        for (const auto &reply : replies) {
            QTRY_VERIFY(reply->isFinished());
            QVERIFY(reply->error() != QNetworkReply::NoError);
        }
    }

    void stopsWithoutEverStarting()
    {
        SimulatedServer server(0);
        QCOMPARE(server.account().hardwareCount() + server.account().guestCount(), 0);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSimulatedServer)
#include "tst_simulatedserver.moc"
