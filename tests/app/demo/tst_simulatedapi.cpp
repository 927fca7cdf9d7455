// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiprobe.h"
#include "listwords.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

class TestSimulatedApi : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void letsInWhoHasAKey_data()
    {
        QTest::addColumn<QByteArray>("authorization");
        QTest::addColumn<int>("status");
        const auto basic = [](const char *pair) {
            return QByteArray("Basic " + QByteArray(pair).toBase64());
        };
        QTest::newRow("user and key") << basic("user:key") << 200;
        QTest::newRow("apikey and key") << basic("apikey:key") << 200;
        QTest::newRow("token") << QByteArray("Bearer token") << 200;
        QTest::newRow("nothing") << QByteArray() << 401;
        QTest::newRow("wrong key") << basic("user:wrong") << 401;
        QTest::newRow("wrong user") << basic("other:key") << 401;
        QTest::newRow("empty key") << basic("user:") << 401;
        QTest::newRow("wrong token") << QByteArray("Bearer key") << 401;
        QTest::newRow("key without encoding") << QByteArray("Basic user:key") << 401;
    }

    void letsInWhoHasAKey()
    {
        QFETCH(const QByteArray, authorization);
        QFETCH(const int, status);
        ApiProbe probe;
        probe.request.authorization = authorization;
        const SimulatedResponse response = probe.ask("SoftLayer_Account/getObject.json");
        QCOMPARE(response.status, status);
        if (status == 401)
            QCOMPARE(response.body,
                     QByteArray(R"({"code":"SoftLayer_Exception_Public","error":"Access Denied. "})"));
    }

    void answersEveryFormOfUrl_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("name");
        QTest::newRow("account") << QByteArray("SoftLayer_Account.json") << u"SoftLayer_Account::getObject"_s;
        QTest::newRow("account, written out")
            << QByteArray("SoftLayer_Account/getObject.json") << u"SoftLayer_Account::getObject"_s;
        QTest::newRow("account by id") << QByteArray("SoftLayer_Account/1234567/getHardware.json")
                                       << u"SoftLayer_Account::getHardware"_s;
        QTest::newRow("no extension")
            << QByteArray("SoftLayer_Account/getHardware") << u"SoftLayer_Account::getHardware"_s;
        QTest::newRow("object by id") << QByteArray("SoftLayer_Hardware_Server/1403101.json")
                                      << u"SoftLayer_Hardware_Server::getObject"_s;
        QTest::newRow("object by id, written out")
            << QByteArray("SoftLayer_Hardware_Server/1403101/getObject.json")
            << u"SoftLayer_Hardware_Server::getObject"_s;
        QTest::newRow("its base service")
            << QByteArray("SoftLayer_Hardware/1403101.json") << u"SoftLayer_Hardware::getObject"_s;
        QTest::newRow("guest") << QByteArray("SoftLayer_Virtual_Guest/125800753.json")
                               << u"SoftLayer_Virtual_Guest::getObject"_s;
        QTest::newRow("relation") << QByteArray("SoftLayer_Virtual_Guest/125800753/getDatacenter.json")
                                  << u"SoftLayer_Virtual_Guest::getDatacenter"_s;
        QTest::newRow("user") << QByteArray("SoftLayer_Account/getCurrentUser.json")
                              << u"SoftLayer_Account::getCurrentUser"_s;
    }

    void answersEveryFormOfUrl()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const QString, name);
        const SimulatedResponse response = ApiProbe().ask(path);
        QCOMPARE(response.status, 200);
        QCOMPARE(response.contentType, QByteArray("application/json"));
        QCOMPARE(response.call.fullName(), name);
    }

    void refusesWhatDoesNotExist_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<int>("status");
        QTest::addColumn<QString>("code");
        QTest::addColumn<QString>("text");
        const auto row = [](const char *name, const char *path, int status, const QString &code,
                            const QString &text) {
            QTest::newRow(name) << QByteArray(path) << status << QString(u"SoftLayer_Exception_"_s + code)
                                << text;
        };
        const auto noMethod = [&](const char *name, const char *path, const QString &method) {
            row(name, path, 500, u"Public"_s,
                u"Function (\"%1\") is not a valid method for this service."_s.arg(method));
        };
        row("service", "SoftLayer_Nothing/getObject.json", 500, u"Public"_s, u"Service does not exist"_s);
        row("service without prefix", "Account/getObject.json", 500, u"Public"_s,
            u"Service does not exist"_s);
        row("object", "SoftLayer_Hardware_Server/1.json", 404, u"ObjectNotFound"_s,
            u"Unable to find object with id of '1'."_s);
        row("another account", "SoftLayer_Account/7/getHardware.json", 404, u"ObjectNotFound"_s,
            u"Unable to find object with id of '7'."_s);
        row("too many parts", "SoftLayer_Account/1/2/3/4.json", 500, u"WebService_BadRequest"_s,
            u"Bad request"_s);
        noMethod("method", "SoftLayer_Account/getNothing.json", u"getNothing"_s);
        noMethod("a local has none", "SoftLayer_Virtual_Guest/125800753/getHostname.json", u"getHostname"_s);
        noMethod("a count has none", "SoftLayer_Account/getHardwareCount.json", u"getHardwareCount"_s);
        noMethod("removed from the API", "SoftLayer_Account/getLoadBalancers.json", u"getLoadBalancers"_s);
        noMethod("a letter too small", "SoftLayer_Account/gethardware.json", u"gethardware"_s);
        row("a type is no service", "SoftLayer_Virtual_Guest_Status/getObject.json", 500, u"Public"_s,
            u"Service does not exist"_s);
        row("arguments are missing", "SoftLayer_Metric_Tracking_Object/1/getBandwidthData.json", 500,
            u"WebService_BadRequest"_s, u"Bad request"_s);
        noMethod("nothing is ever changed", "SoftLayer_Virtual_Guest/125800753/powerOff.json", u"powerOff"_s);
    }

    void refusesWhatDoesNotExist()
    {
        QFETCH(const QByteArray, path);
        QFETCH(const int, status);
        QFETCH(const QString, code);
        QFETCH(const QString, text);
        const SimulatedResponse response = ApiProbe().ask(path);
        QCOMPARE(response.status, status);
        QCOMPARE(objectOf(response), (QJsonObject{{u"code"_s, code}, {u"error"_s, text}}));
    }

    void answersOutsideRest()
    {
        ApiProbe probe;
        probe.request.path = "/xmlrpc/v3.1/SoftLayer_Account";
        QVERIFY(probe.api.answer(probe.request).body.contains("<methodResponse>"));
        probe.request.path = "/index.html";
        QCOMPARE(probe.api.answer(probe.request).status, 404);
        QVERIFY(probe.api.answer(probe.request).contentType.startsWith("text/html"));
        QCOMPARE(probe.ask("SoftLayer_Account/getObject.xml").contentType, QByteArray("application/xml"));
    }

    void anyOtherVerbChangesNothing()
    {
        for (const char *verb : {"POST", "PUT", "DELETE", "OTHER"}) {
            ApiProbe probe;
            probe.request.verb = verb;
            const SimulatedResponse response = probe.ask("SoftLayer_Virtual_Guest/125800753.json");
            QCOMPARE(response.status, 500);
        }
        ApiProbe probe;
        probe.request.verb = "POST";
        probe.request.body = R"({"parameters":[]})";
        QCOMPARE(probe.ask("SoftLayer_Account/getObject.json").status, 200);
        probe.request.body = "[1]";
        QCOMPARE(codeOf(probe.ask("SoftLayer_Account/getObject.json")),
                 u"SoftLayer_Exception_WebService_BadRequest"_s);
    }

    void decodesTheQuery()
    {
        ApiProbe probe;
        probe.request.path = "/rest/v3.1/SoftLayer_Account/getHardware.json";
        for (const char *query : {"objectMask=mask[id,hostname]&resultLimit=0,2",
                                  "objectMask=mask%5Bid%2Chostname%5D&resultLimit=0%2C2",
                                  "resultLimit=0,2&objectMask=mask[id,+hostname]"}) {
            probe.request.query = query;
            const SimulatedResponse response = probe.api.answer(probe.request);
            QCOMPARE(response.rows, 2);
            QCOMPARE(rowsOf(response).first().toObject().keys(), (QStringList{u"hostname"_s, u"id"_s}));
        }
        probe.request.query = "objectFilter=%7B%22hardware%22%3A%7B%22hostname%22%3A%7B%22operation%22%3A%"
                              "22a%2Bb+c%22%7D%7D%7D";
        const SimulatedResponse response = probe.api.answer(probe.request);
        QCOMPARE(response.call.filter, uR"({"hardware":{"hostname":{"operation":"a+b c"}}})"_s);
        QCOMPARE(response.rows, 0);
    }

    void tellsTheCounts()
    {
        const QJsonObject account = objectOf(ApiProbe(2503).ask(
            "SoftLayer_Account/getObject.json", {u"mask[companyName,hardwareCount,virtualGuestCount]"_s}));
        QCOMPARE(account, (QJsonObject{{u"companyName"_s, u"Example Corp"_s},
                                       {u"hardwareCount"_s, 1126},
                                       {u"virtualGuestCount"_s, 1377}}));
        // Counts come by mask only.
        QVERIFY(!objectOf(ApiProbe().ask("SoftLayer_Account.json")).contains("hardwareCount"_L1));
    }

    void pagesBringEachRowOnce()
    {
        ApiProbe probe(250);
        QList<qint64> ids;
        for (int offset = 0; offset < 120; offset += 50) {
            const SimulatedResponse page =
                probe.ask("SoftLayer_Account/getHardware.json",
                          {u"mask[id]"_s, hardwareById, QString(QString::number(offset) + u",50"_s)});
            QCOMPARE(headerOf(page, "SoftLayer-Total-Items"), QByteArray("112"));
            for (const QJsonValue &row : rowsOf(page))
                ids += row["id"_L1].toInteger();
        }
        QCOMPARE(ids.size(), 112);
        for (int i = 0; i < 112; ++i)
            QCOMPARE(ids.at(i), probe.account.hardwareId(i));
    }

    void headerCountsWhatMatches()
    {
        ApiProbe probe;
        const QString filter = uR"({"virtualGuests":{"maxMemory":{"operation":"> 4096"}}})"_s;
        const SimulatedResponse page =
            probe.ask("SoftLayer_Account/getVirtualGuests.json", {u"mask[id,maxMemory]"_s, filter, u"0,2"_s});
        int expected = 0;
        for (int i = 0; i < probe.account.guestCount(); ++i)
            expected += probe.account.guestValue(i, u"maxMemory"_s).toInt() > 4096 ? 1 : 0;
        QVERIFY(expected > 2);
        QCOMPARE(headerOf(page, "SoftLayer-Total-Items").toInt(), expected);
        QCOMPARE(rowsOf(page).size(), 2);
        // A single object has no such header.
        QVERIFY(headerOf(probe.ask("SoftLayer_Account.json"), "SoftLayer-Total-Items").isEmpty());
    }

    void batchesBringTheNamedRows()
    {
        ApiProbe probe;
        const QList<qint64> wanted{probe.account.guestId(4), probe.account.guestId(1), 999};
        const QJsonArray rows = rowsOf(probe.ask("SoftLayer_Account/getVirtualGuests.json",
                                                 {u"mask[id]"_s, idsIn(u"virtualGuests"_s, wanted)}));
        QSet<qint64> found;
        for (const QJsonValue &row : rows)
            found += row["id"_L1].toInteger();
        QCOMPARE(found, (QSet<qint64>{wanted.at(0), wanted.at(1)}));
    }

    void rowsAreTheTruth()
    {
        ApiProbe probe;
        for (int i = 0; i < probe.account.hardwareCount(); ++i) {
            const QJsonObject truth = probe.account.hardware(i);
            const QByteArray id = QByteArray::number(probe.account.hardwareId(i));
            const QJsonObject row = objectOf(probe.ask(
                "SoftLayer_Hardware_Server/" + id + "/getObject.json",
                {u"mask(SoftLayer_Hardware_Server)[id,hostname,notes,primaryIpAddress,provisionDate,"
                 "datacenter[id,name,longName,statusId],projectedPublicBandwidthUsage,billingItem."
                 "orderItem.order.userRecord.username]"_s}));
            for (const QString &key :
                 {u"id"_s, u"hostname"_s, u"notes"_s, u"primaryIpAddress"_s, u"provisionDate"_s,
                  u"datacenter"_s, u"projectedPublicBandwidthUsage"_s})
                QCOMPARE(row.value(key), truth.value(key));
            const auto owner = [](const QJsonObject &server) {
                return server["billingItem"_L1]["orderItem"_L1]["order"_L1]["userRecord"_L1]["username"_L1];
            };
            QCOMPARE(owner(row), owner(truth));
        }
    }

    void relationsByTheirMethod()
    {
        ApiProbe probe;
        const auto get = [&](int guest, const char *method, const ApiProbe::Question &question = {}) {
            const QByteArray id = QByteArray::number(probe.account.guestId(guest));
            return probe.ask("SoftLayer_Virtual_Guest/" + id + '/' + method + ".json", question);
        };
        // A to-many relation is a list with its total, a scalar a bare value, a missing target null.
        const SimulatedResponse vlans = get(0, "getNetworkVlans", {u"mask[id]"_s});
        QCOMPARE(headerOf(vlans, "SoftLayer-Total-Items"), QByteArray("2"));
        QCOMPARE(rowsOf(vlans).size(), 2);
        QCOMPARE(rowsOf(vlans).first().toObject().keys(), QStringList{u"id"_s});
        QCOMPARE(get(0, "getPrimaryBackendIpAddress").body,
                 QByteArray('"' +
                            probe.account.guestValue(0, u"primaryBackendIpAddress"_s).toString().toUtf8() +
                            '"'));
        QCOMPARE(get(0, "getHourlyBillingFlag").body,
                 QByteArray(probe.account.guestValue(0, u"hourlyBillingFlag"_s).toBool() ? "true" : "false"));
        QCOMPARE(get(13, "getBillingItem").body, QByteArray("null"));
        QCOMPARE(objectOf(get(0, "getDatacenter", {u"mask[name]"_s})).keys(), QStringList{u"name"_s});
    }

    void slashesAreEscaped()
    {
        ApiProbe probe;
        const QByteArray guests =
            probe.ask("SoftLayer_Account/getVirtualGuests.json", {u"mask[id,notes]"_s}).body;
        QVERIFY(guests.contains("\\/srv\\/data"));
        QCOMPARE(guests.count('/'), guests.count("\\/"));
    }

    void textIsUtf8()
    {
        ApiProbe probe;
        const QByteArray body = probe.ask("SoftLayer_Account/getHardware.json", {u"mask[id,notes]"_s}).body;
        QVERIFY(body.contains("日本語"));
        QVERIFY(body.contains("🚀"));
    }

    void masksThatDoNotFitAreErrors()
    {
        ApiProbe probe;
        const SimulatedResponse response =
            probe.ask("SoftLayer_Account/getHardware.json", {u"mask[id,networkVlan]"_s});
        QCOMPARE(response.status, 500);
        QCOMPARE(response.body,
                 QByteArray(R"({"code":"SoftLayer_Exception_WebService_ObjectMask",)"
                            R"("error":"Property 'networkVlan' not valid for 'SoftLayer_Hardware'."})"));
        // The detail service knows the type itself, the list needs the cast.
        QCOMPARE(
            probe.ask("SoftLayer_Hardware_Server/1403101.json", {u"mask[id,activeTransaction]"_s}).status,
            200);
        QCOMPARE(probe.ask("SoftLayer_Account/getHardware.json", {u"mask[id,activeTransaction]"_s}).status,
                 500);
        QCOMPARE(probe
                     .ask("SoftLayer_Account/getHardware.json",
                          {u"mask(SoftLayer_Hardware_Server)[id,activeTransaction]"_s})
                     .status,
                 200);
    }

    /// One name that the API does not know, or no longer, fails the whole call.
    void masksAreJudgedByTheMetadata_data()
    {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("mask");
        QTest::addColumn<QString>("text"); // empty: fine
        const QByteArray account = "SoftLayer_Account.json";
        const QByteArray components = "SoftLayer_Virtual_Guest/%1/getNetworkComponents.json";
        const auto text = [](const QString &property, const QString &type) {
            return u"Property '%1' not valid for 'SoftLayer_%2'."_s.arg(property, type);
        };
        QTest::newRow("VLAN of a guest's component")
            << components << u"mask[id,networkVlan[id]]"_s << QString();
        QTest::newRow("its id") << components << u"mask[id,networkVlanId]"_s
                                << text(u"networkVlanId"_s, u"Virtual_Guest_Network_Component"_s);
        QTest::newRow("id of bare metal's component")
            << QByteArray("SoftLayer_Hardware_Server/%2/getNetworkComponents.json")
            << u"mask[id,networkVlanId]"_s << QString();
        QTest::newRow("count") << account << u"mask[id,openTicketCount]"_s << QString();
        QTest::newRow("count by its relation's exact name")
            << account << u"mask[id,hardwaresCount]"_s << text(u"hardwaresCount"_s, u"Account"_s);
        QTest::newRow("removed count")
            << account << u"mask[id,loadBalancerCount]"_s << text(u"loadBalancerCount"_s, u"Account"_s);
        QTest::newRow("removed relation") << account << u"mask[id,securityScanRequests[id]]"_s
                                          << text(u"securityScanRequests"_s, u"Account"_s);
        QTest::newRow("inherited") << QByteArray("SoftLayer_Virtual_Guest/%1/getBillingItem.json")
                                   << u"mask[id,categoryCode]"_s << QString();
    }

    void masksAreJudgedByTheMetadata()
    {
        QFETCH(QByteArray, path);
        QFETCH(const QString, mask);
        QFETCH(const QString, text);
        ApiProbe probe;
        path.replace("%1", QByteArray::number(probe.account.guestId(0)));
        path.replace("%2", QByteArray::number(probe.account.hardwareId(0)));
        const SimulatedResponse response = probe.ask(path, {mask});
        QCOMPARE(response.status, text.isEmpty() ? 200 : 500);
        if (text.isEmpty())
            return;
        QCOMPARE(codeOf(response), u"SoftLayer_Exception_WebService_ObjectMask"_s);
        QCOMPARE(objectOf(response)["error"_L1].toString(), text);
    }

    void fiftyCallsASecondAndNoMore()
    {
        ApiProbe probe;
        probe.step = 10ms;
        int refused = 0;
        for (int i = 0; i < 100; ++i)
            refused += probe.ask("SoftLayer_Account.json").status == 500 ? 1 : 0;
        QCOMPARE(refused, 50);
        const SimulatedResponse response = probe.ask("SoftLayer_Account.json");
        QCOMPARE(response.status, 200); // 1.01 s after the first one
        probe.step = 0ms;
        const SimulatedResponse next = probe.ask("SoftLayer_Account.json");
        QCOMPARE(next.status, 500);
        QCOMPARE(next.body,
                 QByteArray(R"({"code":"SoftLayer_Exception_WebService_RateLimitExceeded",)"
                            R"("error":"Rate limit of 50 requests for every 1 second(s) exceeded."})"));
    }

    void takesTimeByBaseRelationsAndRows_data()
    {
        QTest::addColumn<int>("base");
        QTest::addColumn<QString>("mask");
        QTest::addColumn<QString>("limit");
        QTest::addColumn<int>("delay");
        QTest::newRow("at once") << 0 << u"mask[id,datacenter]"_s << u"0,20"_s << 0;
        QTest::newRow("rows") << 60 << u"mask[id]"_s << u"0,20"_s << 64;
        QTest::newRow("relations and rows")
            << 60 << u"mask[id,datacenter,tagReferences.tag.name]"_s << u"0,20"_s << 109;
        QTest::newRow("slower") << 600 << u"mask[id]"_s << u"0,2"_s << 604;
    }

    void takesTimeByBaseRelationsAndRows()
    {
        QFETCH(const int, base);
        QFETCH(const QString, mask);
        QFETCH(const QString, limit);
        QFETCH(const int, delay);
        ApiProbe probe(60, {}, LatencyModel::fromBase(std::chrono::milliseconds(base)));
        const SimulatedResponse response = probe.ask("SoftLayer_Account/getHardware.json", {mask, {}, limit});
        QCOMPARE(response.delay.count(), delay);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSimulatedApi)
#include "tst_simulatedapi.moc"
