// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiprobe.h"
#include "demo/faultjudge.h"
#include "listwords.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;
using namespace std::chrono_literals;

namespace {

const QByteArray hardwareList = "SoftLayer_Account/getHardware.json";
const QString slimMask = u"mask[id,hostname]"_s;

FaultPlan planOf(const Fault &fault)
{
    FaultPlan plan;
    plan.faults = {fault};
    return plan;
}

QByteArray poolPath(qint64 id)
{
    return "SoftLayer_Network_Bandwidth_Version1_Allotment/" + QByteArray::number(id);
}

QString idIn(qint64 id)
{
    return uR"({"hardware":{"id":{"operation":"in","options":[{"name":"data","value":[%1]}]}}})"_s.arg(id);
}

} // namespace

class TestFaultPlan : public QObject
{
    Q_OBJECT

    using Kind = Fault::Kind;

private Q_SLOTS:
    void strikesByScope_data()
    {
        QTest::addColumn<FaultScope>("scope");
        QTest::addColumn<QString>("struck"); // one sign a call: x struck, . not
        QTest::newRow("every call") << FaultScope{} << u"xxxxxxxx"_s;
        QTest::newRow("every third") << FaultScope{.everyNth = 3} << u"..x..x.."_s;
        QTest::newRow("the first two") << FaultScope{.firstCalls = 2} << u"xx......"_s;
        QTest::newRow("first and every") << FaultScope{.everyNth = 4, .firstCalls = 1} << u"x..x...x"_s;
        QTest::newRow("method") << FaultScope{.method = u"getHardware"_s} << u"xxxxxxxx"_s;
        QTest::newRow("other method") << FaultScope{.method = u"getVirtual"_s} << u"........"_s;
        QTest::newRow("mask") << FaultScope{.mask = u"hostname"_s} << u"xxxxxxxx"_s;
        QTest::newRow("object") << FaultScope{.id = 77} << u"xxxxxxxx"_s;
        QTest::newRow("other object") << FaultScope{.id = 7} << u"........"_s;
        QTest::newRow("other mask") << FaultScope{.mask = u"billingItem"_s} << u"........"_s;
        QTest::newRow("begins midway") << FaultScope{.afterCalls = 3} << u"...xxxxx"_s;
        QTest::newRow("begins and ends") << FaultScope{.afterCalls = 3, .forCalls = 2} << u"...xx..."_s;
        QTest::newRow("ends") << FaultScope{.forCalls = 5} << u"xxxxx..."_s;
        QTest::newRow("every other within")
            << FaultScope{.everyNth = 2, .afterCalls = 1, .forCalls = 5} << u"..x.x..."_s;
        // A call a tenth of a second.
        QTest::newRow("lasts a while") << FaultScope{.afterCalls = 2, .forMs = 300} << u"..xxx..."_s;
        QTest::newRow("whatever ends first") << FaultScope{.forCalls = 2, .forMs = 300} << u"xx......"_s;
    }

    void strikesByScope()
    {
        QFETCH(const FaultScope, scope);
        QFETCH(const QString, struck);
        FaultJudge judge(planOf({Kind::InternalError, scope}));
        QString found;
        for (qsizetype i = 0; i < struck.size(); ++i) {
            const auto faults =
                judge.judge(u"SoftLayer_Account::getHardware"_s, slimMask, u"77"_s, 5000ms + i * 100ms);
            found += faults.isEmpty() ? u'.' : u'x';
        }
        QCOMPARE(found, struck);
    }

    void strikesItsShareByLot()
    {
        const auto strikes = [](Kind kind, quint32 seed) {
            FaultJudge judge(planOf({kind, {.perMille = 50, .seed = seed}}));
            QList<int> calls;
            for (int i = 0; i < 10000; ++i) {
                if (!judge.judge({}, {}).isEmpty())
                    calls += i;
            }
            return calls;
        };
        const QList<int> struck = strikes(Kind::InternalError, 1);
        QVERIFY(struck.size() > 400 && struck.size() < 600);
        QCOMPARE(strikes(Kind::InternalError, 1), struck);
        QVERIFY(strikes(Kind::InternalError, 2) != struck);
        QVERIFY(strikes(Kind::EmptyBody, 1) != struck);
    }

    void countsEachFaultApart()
    {
        FaultPlan plan;
        plan.faults = {{Kind::InternalError, {.method = u"getHardware"_s, .firstCalls = 1}},
                       {Kind::EmptyBody, {.method = u"getVirtualGuests"_s, .firstCalls = 1}}};
        FaultJudge judge(plan);
        QCOMPARE(judge.judge(u"getHardware"_s, {}).size(), 1);
        QCOMPARE(judge.judge(u"getHardware"_s, {}).size(), 0);
        QCOMPARE(judge.judge(u"getVirtualGuests"_s, {}).first().kind, Kind::EmptyBody);
        QCOMPARE(judge.judge(u"getVirtualGuests"_s, {}).size(), 0);
    }

    void answersInstead_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("type");
        QTest::addColumn<QByteArray>("body");
        const auto row = [](const char *name, Kind kind, int status, const char *type, const char *body) {
            QTest::newRow(name) << static_cast<int>(kind) << status << QByteArray(type) << QByteArray(body);
        };
        const char json[] = "application/json";
        const char internal[] = R"({"code":"SoftLayer_Exception_Public","error":"Internal Error"})";
        row("rate", Kind::RateLimited, 500, json,
            R"({"code":"SoftLayer_Exception_WebService_RateLimitExceeded",)"
            R"("error":"Rate limit of 50 requests for every 1 second(s) exceeded."})");
        row("gateway's rate", Kind::TooManyRequests, 429, "text/plain", "slow down\n");
        row("internal", Kind::InternalError, 500, json, internal);
        row("success with error", Kind::SuccessWithError, 200, json, internal);
        row("expired", Kind::ExpiredToken, 500, json,
            R"({"code":"SoftLayer_Exception_Account_Authentication_AccessTokenValidation",)"
            R"("error":"Unable to validate access token"})");
        row("inactive", Kind::InactiveAccount, 500, json,
            R"({"code":"SoftLayer_Exception_Public",)"
            R"("error":"Account 1234567 is not ACTIVE. Your request cannot be processed."})");
        row("empty", Kind::EmptyBody, 200, json, "");
        row("html", Kind::HtmlBadGateway, 502, "text/html; charset=UTF-8",
            "<!DOCTYPE html><html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad "
            "Gateway</h1></body></html>\n");
        row("xml", Kind::Xml, 200, "application/xml",
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<root><item/></root>\n");
    }

    void answersInstead()
    {
        QFETCH(const int, kind);
        QFETCH(const int, status);
        QFETCH(const QByteArray, type);
        QFETCH(const QByteArray, body);
        ApiProbe probe(60, planOf({static_cast<Kind>(kind), {.firstCalls = 1}}));
        const SimulatedResponse struck = probe.ask(hardwareList, {slimMask});
        QCOMPARE(struck.status, status);
        QCOMPARE(struck.contentType, type);
        QCOMPARE(struck.body, body);
        QCOMPARE(probe.ask(hardwareList, {slimMask}).rows, 27);
    }

    void refusesInWordsOfTheApi_data()
    {
        QTest::addColumn<Fault>("fault");
        QTest::addColumn<int>("status");
        QTest::addColumn<QByteArray>("body");
        QTest::newRow("wrong key")
            << Fault{Kind::Refusal, {}, 401, u"SoftLayer_Exception_Public"_s, {}, u"Access Denied. "_s} << 401
            << QByteArray(R"({"code":"SoftLayer_Exception_Public","error":"Access Denied. "})");
        QTest::newRow("without a code") << Fault{Kind::Refusal, {}, 500, {}, {}, u"Service does not exist"_s}
                                        << 500 << QByteArray(R"({"error":"Service does not exist"})");
        QTest::newRow("number as code") << Fault{Kind::NumericCode, {}, 500} << 500
                                        << QByteArray(R"({"error":"Internal Error","code":500})");
        QTest::newRow("number as code, success") << Fault{Kind::NumericCode, {}, 200} << 200
                                                 << QByteArray(R"({"error":"Internal Error","code":500})");
    }

    void refusesInWordsOfTheApi()
    {
        QFETCH(const Fault, fault);
        QFETCH(const int, status);
        QFETCH(const QByteArray, body);
        ApiProbe probe(60, planOf(fault));
        const SimulatedResponse response = probe.ask(hardwareList, {slimMask});
        QCOMPARE(response.status, status);
        QCOMPARE(response.contentType, QByteArray("application/json"));
        QCOMPARE(response.body, body);
    }

    void gatewaysSendPages()
    {
        for (const int status : {302, 403, 404, 503}) {
            ApiProbe probe(60, planOf({Kind::GatewayPage, {}, status}));
            const SimulatedResponse response = probe.ask(hardwareList, {slimMask});
            QCOMPARE(response.status, status);
            QVERIFY(response.contentType.startsWith("text/html"));
            QVERIFY(response.body.contains(QByteArray("<h1>" + QByteArray::number(status))));
            QCOMPARE(headerOf(response, "Location").isEmpty(), status != 302);
        }
    }

    void gatewayMayNameAPause()
    {
        ApiProbe probe(60, planOf({Kind::TooManyRequests, {}, 7}));
        QCOMPARE(headerOf(probe.ask(hardwareList), "Retry-After"), QByteArray("7"));
        ApiProbe silent(60, planOf({Kind::TooManyRequests}));
        QVERIFY(headerOf(silent.ask(hardwareList), "Retry-After").isEmpty());
    }

    void tooMuchIsRowsTimesRelations()
    {
        ApiProbe probe(60, planOf({Kind::TooMuchAbove, {}, 40}));
        const QString mask = u"mask[id,datacenter,tagReferences.tag]"_s; // three relations
        QCOMPARE(probe.ask(hardwareList, {mask, {}, u"0,14"_s}).status, 500);
        QCOMPARE(codeOf(probe.ask(hardwareList, {mask, {}, u"0,14"_s})), u"SoftLayer_Exception_Public"_s);
        QCOMPARE(probe.ask(hardwareList, {mask, {}, u"0,13"_s}).status, 200);
        QCOMPARE(probe.ask(hardwareList, {slimMask}).status, 200);
    }

    void cutsTheBody()
    {
        ApiProbe whole;
        ApiProbe probe(60, planOf({Kind::TruncatedJson}));
        const QByteArray full = whole.ask(hardwareList, {slimMask, hardwareById}).body;
        const QByteArray half = probe.ask(hardwareList, {slimMask, hardwareById}).body;
        QCOMPARE(half, full.left(full.size() / 2));
        QVERIFY(QJsonDocument::fromJson(half).isNull());
    }

    void bendsTypes()
    {
        ApiProbe probe(60, planOf({Kind::WrongType, {}, 0, u"hostname"_s}));
        const QJsonArray rows = rowsOf(probe.ask(hardwareList, {slimMask}));
        QCOMPARE(rows.size(), 27);
        for (const QJsonValue &row : rows) {
            QVERIFY(row["hostname"_L1].isObject());
            QVERIFY(row["id"_L1].isDouble());
        }
    }

    /// On any level, and nothing else.
    void bendsNumbers()
    {
        constexpr qint64 absurd = qint64{1} << 62;
        ApiProbe probe(60, planOf({Kind::OtherNumber, {}, absurd, u"hardwareCount"_s}));
        const QJsonObject counts =
            objectOf(probe.ask("SoftLayer_Account.json", {u"mask[hardwareCount,virtualGuestCount]"_s}));
        QCOMPARE(counts["hardwareCount"_L1].toInteger(), absurd);
        QCOMPARE(counts["virtualGuestCount"_L1].toInteger(), 33);
        ApiProbe deeper(60, planOf({Kind::OtherNumber, {}, 7, u"name"_s}));
        QCOMPARE(rowsOf(deeper.ask(hardwareList, {u"mask[id,datacenter[id,name]]"_s}))
                     .at(0)["datacenter"_L1]["name"_L1]
                     .toInt(),
                 7);
    }

    void writesWhatIsNoJson()
    {
        ApiProbe probe(60, planOf({Kind::NotANumber, {}, 0, u"memoryCapacity"_s}));
        const QByteArray body = probe.ask(hardwareList, {u"mask[id,memoryCapacity]"_s}).body;
        QCOMPARE(body.count(R"("memoryCapacity":NaN)"), 27);
        QVERIFY(QJsonDocument::fromJson(body).isNull());
    }

    void writesWhatIsNoUtf8()
    {
        ApiProbe whole;
        ApiProbe probe(60, planOf({Kind::InvalidUtf8, {}, 0, u"hostname"_s}));
        const QByteArray body = probe.ask(hardwareList, {slimMask, hardwareById}).body;
        QCOMPARE(body.count('\xFF'), 27);
        QByteArray without = body;
        without.replace("\xFF", "");
        QCOMPARE(without, whole.ask(hardwareList, {slimMask, hardwareById}).body);
    }

    void writesListsAsObjects()
    {
        ApiProbe whole;
        const QString mask = u"mask[id,tagReferences[id]]"_s;
        const QJsonArray rows = rowsOf(whole.ask(hardwareList, {mask, hardwareById}));
        ApiProbe probe(60, planOf({Kind::ListAsObject, {}, 0, u"tagReferences"_s}));
        const QJsonArray bent = rowsOf(probe.ask(hardwareList, {mask, hardwareById}));
        QCOMPARE(bent.size(), rows.size());
        qsizetype tags = 0;
        for (qsizetype i = 0; i < rows.size(); ++i) {
            const QJsonArray ofRow = rows.at(i)["tagReferences"_L1].toArray();
            const QJsonObject bentOnes = bent.at(i)["tagReferences"_L1].toObject();
            QCOMPARE(bentOnes.size(), ofRow.size());
            if (ofRow.size() > 1)
                QCOMPARE(bentOnes.value("2"_L1), ofRow.at(1));
            tags += ofRow.size();
        }
        QVERIFY(tags > 0);
        ApiProbe all(60, planOf({Kind::ListAsObject}));
        QCOMPARE(objectOf(all.ask(hardwareList, {mask, hardwareById})).size(), rows.size());
    }

    void usesLargeIds()
    {
        constexpr qint64 more = 100'000'000'000'000'000;
        ApiProbe probe(60, planOf({Kind::LargeIds, {}, more}));
        const qint64 id = probe.account.hardwareId(2) + more;
        QCOMPARE(rowsOf(probe.ask(hardwareList, {slimMask, hardwareById})).at(2)["id"_L1].toInteger(), id);
        const QJsonArray one = rowsOf(probe.ask(hardwareList, {slimMask, idIn(id)}));
        QCOMPARE(one.size(), 1);
        QCOMPARE(one.at(0)["id"_L1].toInteger(), id);
        const SimulatedResponse detail =
            probe.ask("SoftLayer_Hardware_Server/" + QByteArray::number(id) + ".json", {slimMask});
        QCOMPARE(objectOf(detail)["id"_L1].toInteger(), id);
    }

    void leavesBracketsOut()
    {
        ApiProbe probe(60, planOf({Kind::SingleObject}));
        const qint64 id = probe.account.hardwareId(2);
        QCOMPARE(objectOf(probe.ask(hardwareList, {slimMask, idIn(id)})).value("id"_L1).toInteger(), id);
        QCOMPARE(rowsOf(probe.ask(hardwareList, {slimMask})).size(), 27);
    }

    void putsANullBetween()
    {
        ApiProbe probe(60, planOf({Kind::NullElement}));
        const SimulatedResponse response = probe.ask(hardwareList, {slimMask});
        const QJsonArray rows = rowsOf(response);
        QCOMPARE(rows.size(), 28);
        QCOMPARE(std::count_if(rows.begin(), rows.end(), [](const QJsonValue &row) { return row.isNull(); }),
                 1);
        QCOMPARE(headerOf(response, "SoftLayer-Total-Items"), QByteArray("27"));
    }

    void losesTheHeader()
    {
        ApiProbe probe(60, planOf({Kind::MissingTotal}));
        const SimulatedResponse response = probe.ask(hardwareList, {slimMask});
        QVERIFY(headerOf(response, "SoftLayer-Total-Items").isEmpty());
        QCOMPARE(rowsOf(response).size(), 27);
    }

    void liesAboutTheTotal()
    {
        ApiProbe absurd(60, planOf({Kind::WrongTotal, {}, 1'000'000'000'000'000}));
        QCOMPARE(headerOf(absurd.ask(hardwareList, {slimMask}), "SoftLayer-Total-Items"),
                 QByteArray("1000000000000000"));
        ApiProbe higher(60, planOf({Kind::TotalOff, {}, 3000}));
        QCOMPARE(headerOf(higher.ask(hardwareList, {slimMask}), "SoftLayer-Total-Items"), QByteArray("3027"));
        QVERIFY(headerOf(higher.ask("SoftLayer_Account.json"), "SoftLayer-Total-Items").isEmpty());
    }

    void limitOneForgetsTheOffset()
    {
        ApiProbe probe(60, planOf({Kind::LimitOneQuirk}));
        const auto firstId = [&](const QString &limit) {
            return rowsOf(probe.ask(hardwareList, {slimMask, hardwareById, limit}))
                .first()["id"_L1]
                .toInteger();
        };
        QCOMPARE(firstId(u"5,1"_s), probe.account.hardwareId(0));
        QCOMPARE(firstId(u"5,2"_s), probe.account.hardwareId(5));
    }

    void rowsVanishBetweenPages()
    {
        const SimulatedAccount account(60);
        const qint64 gone = account.hardwareId(3);
        ApiProbe probe(60, planOf({Kind::RowsVanish, {.method = u"getHardware"_s}, 2, {}, {gone}}));
        const QByteArray detail = "SoftLayer_Hardware_Server/" + QByteArray::number(gone) + ".json";
        const QByteArray counts = "SoftLayer_Account/getObject.json";
        for (int page = 0; page < 2; ++page) {
            QCOMPARE(headerOf(probe.ask(hardwareList, {slimMask, hardwareById, u"0,10"_s}),
                              "SoftLayer-Total-Items"),
                     QByteArray("27"));
        }
        const SimulatedResponse third = probe.ask(hardwareList, {slimMask, hardwareById, u"0,10"_s});
        QCOMPARE(headerOf(third, "SoftLayer-Total-Items"), QByteArray("26"));
        QCOMPARE(rowsOf(third).at(3)["id"_L1].toInteger(), account.hardwareId(4));
        QCOMPARE(probe.ask(detail).status, 404);
        QCOMPARE(rowsOf(probe.ask(hardwareList, {slimMask, idIn(gone)})).size(), 0);
        QCOMPARE(objectOf(probe.ask(counts, {u"mask[hardwareCount]"_s})).value("hardwareCount"_L1).toInt(),
                 26);
        // Guests are another kind: theirs stay.
        QCOMPARE(
            objectOf(probe.ask(counts, {u"mask[virtualGuestCount]"_s})).value("virtualGuestCount"_L1).toInt(),
            33);
    }

    /// One goes in front, one comes at the end: the total tells nothing.
    void rowsAppearAsOthersVanish()
    {
        const SimulatedAccount account(60);
        const qint64 gone = account.hardwareId(3);
        const qint64 created = account.hardwareId(account.hardwareCount() - 1);
        FaultPlan plan;
        plan.faults = {{Kind::RowsVanish, {.method = u"Account::getHardware"_s}, 1, {}, {gone}},
                       {Kind::RowsAppear, {.method = u"Account::getHardware"_s}, 1, {}, {created}}};
        ApiProbe probe(60, plan);
        const QByteArray detail = "SoftLayer_Hardware_Server/" + QByteArray::number(created) + ".json";
        QCOMPARE(probe.ask(detail).status, 404);
        const SimulatedResponse before = probe.ask(hardwareList, {slimMask, hardwareById});
        const SimulatedResponse after = probe.ask(hardwareList, {slimMask, hardwareById});
        QCOMPARE(headerOf(before, "SoftLayer-Total-Items"), QByteArray("26"));
        QCOMPARE(headerOf(after, "SoftLayer-Total-Items"), QByteArray("26"));
        QCOMPARE(rowsOf(before).at(3)["id"_L1].toInteger(), gone);
        QCOMPARE(rowsOf(before).last()["id"_L1].toInteger(), account.hardwareId(25));
        QCOMPARE(rowsOf(after).at(3)["id"_L1].toInteger(), account.hardwareId(4));
        QCOMPARE(rowsOf(after).last()["id"_L1].toInteger(), created);
        QCOMPARE(probe.ask(detail).status, 200);
    }

    void ignoresTheFilterOfDetails()
    {
        ApiProbe probe(60, planOf({Kind::FilterIgnored, {.mask = u"hostname"_s}}));
        const QString one = idIn(probe.account.hardwareId(1));
        QCOMPARE(rowsOf(probe.ask(hardwareList, {slimMask, one})).size(), 27);
        QCOMPARE(rowsOf(probe.ask(hardwareList, {u"mask[id]"_s, one})).size(), 1);
    }

    void oneIdIsNotFound()
    {
        const SimulatedAccount account(60);
        const qint64 hidden = account.hardwareId(2);
        ApiProbe probe(60, planOf({Kind::NotFound, {}, 0, {}, {hidden}}));
        const auto detail = [](qint64 id) {
            return QByteArray("SoftLayer_Hardware_Server/" + QByteArray::number(id) + "/getObject.json");
        };
        QCOMPARE(probe.ask(detail(hidden)).status, 404);
        QCOMPARE(codeOf(probe.ask(detail(hidden))), u"SoftLayer_Exception_ObjectNotFound"_s);
        QCOMPARE(probe.ask(hardwareList, {slimMask, idIn(hidden)}).status, 404);
        QCOMPARE(probe.ask(detail(account.hardwareId(1))).status, 200);
        QCOMPARE(probe.ask(hardwareList, {slimMask, idIn(hidden * 10)}).status, 200);
        QCOMPARE(probe.ask(hardwareList, {slimMask}).status, 200);
    }

    void oneRelationIsRefused()
    {
        ApiProbe probe(60, planOf({Kind::RefusedRelation, {}, 0, u"billingItem"_s}));
        const SimulatedResponse refused = probe.ask(hardwareList, {u"mask[id,billingItem.id]"_s});
        QCOMPARE(refused.status, 500);
        QCOMPARE(codeOf(refused), u"SoftLayer_Exception_AccessDenied"_s);
        QCOMPARE(probe.ask(hardwareList, {u"mask[id,hostname]"_s}).status, 200);
        const QByteArray server =
            "SoftLayer_Hardware_Server/" + QByteArray::number(probe.account.hardwareId(0));
        QCOMPARE(codeOf(probe.ask(server + "/getBillingItem.json")), u"SoftLayer_Exception_AccessDenied"_s);
        QCOMPARE(probe.ask(server + "/getDatacenter.json").status, 200);
    }

    /// No permission may look like an object that is not there (softlayer-api §0, fact 8).
    void oneRelationIsConcealed()
    {
        ApiProbe probe(60, planOf({Kind::ConcealedRelation, {}, 0, u"hardware"_s}));
        const QByteArray pool = poolPath(probe.account.poolId(0));
        const SimulatedResponse concealed = probe.ask(pool + "/getHardware.json");
        QCOMPARE(concealed.status, 404);
        QCOMPARE(concealed.body, QByteArray(R"({"code":"SoftLayer_Exception_ObjectNotFound",)"
                                            R"("error":"Unable to find object with id of '309001'."})"));
        QCOMPARE(probe.ask(pool + "/getObject.json", {u"mask[id,hardware[id]]"_s}).status, 404);
        QCOMPARE(probe.ask(pool + "/getVirtualGuests.json").status, 200);
        QCOMPARE(probe.ask(pool + "/getObject.json", {u"mask[id,hardwareCount]"_s}).status, 200);
    }

    void oneMethodOfOneObject_data()
    {
        QTest::addColumn<int>("kind");
        QTest::addColumn<QByteArray>("service");
        QTest::addColumn<QByteArray>("method");
        QTest::addColumn<int>("status");
        const auto row = [](const char *name, Kind kind, const char *service, const char *method,
                            int status) {
            QTest::newRow(name) << static_cast<int>(kind) << QByteArray(service) << QByteArray(method)
                                << status;
        };
        const char pool[] = "SoftLayer_Network_Bandwidth_Version1_Allotment";
        row("pool's servers refused", Kind::RefusedRelation, pool, "getHardware", 500);
        row("pool's servers concealed", Kind::ConcealedRelation, pool, "getVirtualGuests", 404);
        row("pool not found", Kind::NotFound, pool, "getObject", 404);
        row("pool's details fail", Kind::InternalError, pool, "getActiveDetails", 500);
        row("server's drives refused", Kind::RefusedRelation, "SoftLayer_Hardware_Server", "getHardDrives",
            500);
        row("guest's software concealed", Kind::ConcealedRelation, "SoftLayer_Virtual_Guest",
            "getSoftwareComponents", 404);
    }

    void oneMethodOfOneObject()
    {
        QFETCH(const int, kind);
        QFETCH(const QByteArray, service);
        QFETCH(const QByteArray, method);
        QFETCH(const int, status);
        const SimulatedAccount account(60);
        const auto id = [&](int index) {
            return service.endsWith("Allotment") ? account.poolId(index)
                   : service.endsWith("Server")  ? account.hardwareId(index)
                                                 : account.guestId(index);
        };
        const auto path = [&](int index, const QByteArray &called) {
            return QByteArray(service + '/' + QByteArray::number(id(index)) + '/' + called + ".json");
        };
        Fault fault{static_cast<Kind>(kind), {.method = QString::fromLatin1(method), .id = id(1)}};
        fault.property = relationOf(QString::fromLatin1(method));
        fault.ids = {id(1)};
        ApiProbe probe(60, planOf(fault));
        QCOMPARE(probe.ask(path(1, method)).status, status);
        QCOMPARE(probe.ask(path(1, method)).status, status); // again
        QCOMPARE(probe.ask(path(2, method)).status, 200);
        QCOMPARE(probe.ask(path(1, "getMetricTrackingObjectId")).status, 200);
    }

    void oneMethodOfOneObjectHangs()
    {
        const SimulatedAccount account(60);
        FaultPlan plan;
        plan.faults = {{Kind::Hang, {.method = u"getHardware"_s, .id = account.poolId(1)}},
                       {Kind::ExtraLatency, {.method = u"Allotment::getVirtualGuests"_s}, 700}};
        ApiProbe probe(60, plan);
        const auto ask = [&](int pool, const char *method) {
            return probe.ask(poolPath(account.poolId(pool)) + '/' + method + ".json");
        };
        QVERIFY(ask(1, "getHardware").hangs);
        QVERIFY(!ask(0, "getHardware").hangs);
        QVERIFY(!ask(1, "getObject").hangs);
        QVERIFY(!probe.ask(hardwareList).hangs);
        QCOMPARE(ask(1, "getVirtualGuests").delay.count(), 700);
        QCOMPARE(ask(1, "getBareMetalInstances").delay.count(), 0);
        QCOMPARE(probe.ask("SoftLayer_Account/getVirtualGuests.json").delay.count(), 0);
    }

    void poolsVanish()
    {
        const SimulatedAccount account(60);
        const qint64 gone = account.poolId(2);
        ApiProbe probe(60,
                       planOf({Kind::RowsVanish, {.method = u"getBandwidthAllotments"_s}, 1, {}, {gone}}));
        const QByteArray racks = "SoftLayer_Account/getBandwidthAllotments.json";
        QCOMPARE(probe.ask(racks, {u"mask[id]"_s}).rows, 7);
        QCOMPARE(probe.ask(racks, {u"mask[id]"_s}).rows, 6);
        QCOMPARE(probe.ask("SoftLayer_Account/getVirtualDedicatedRacks.json", {u"mask[id]"_s}).rows, 5);
        QCOMPARE(probe.ask(poolPath(gone) + "/getObject.json").status, 404);
        QCOMPARE(probe.ask(poolPath(gone) + "/getHardware.json").status, 404);
        QCOMPARE(objectOf(probe.ask("SoftLayer_Account.json", {u"mask[virtualDedicatedRackCount]"_s}))
                     .value("virtualDedicatedRackCount"_L1)
                     .toInt(),
                 5);
        QCOMPARE(probe.ask(hardwareList, {slimMask}).rows, 27); // its servers are still there

        const qint64 rack = account.defaultRack().value("id"_L1).toInteger();
        ApiProbe without(60,
                         planOf({Kind::RowsVanish, {.method = u"getBandwidthAllotments"_s}, 0, {}, {rack}}));
        QCOMPARE(without.ask("SoftLayer_Account/getVirtualPrivateRack.json").body, QByteArray("null"));
        QCOMPARE(without.ask(racks, {u"mask[id]"_s}).rows, 6);
    }

    /// A server that is gone is gone from its pool, whose counts and sums follow.
    void membersVanish()
    {
        const SimulatedAccount account(2500);
        const qint64 gone = account.poolMembers(0).virtualGuests.at(3);
        const QByteArray guests = poolPath(account.poolId(0)) + "/getVirtualGuests.json";
        ApiProbe probe(
            2500, planOf({Kind::RowsVanish, {.method = u"Allotment::getVirtualGuests"_s}, 1, {}, {gone}}));
        const auto pool = [&] {
            return objectOf(
                probe.ask(poolPath(account.poolId(0)) + ".json",
                          {u"mask[virtualGuestCount,totalBandwidthAllocated,virtualGuests[id]]"_s}));
        };
        const QJsonObject before = pool();
        const int size = probe.ask(guests, {u"mask[id]"_s}).rows;
        QCOMPARE(size, account.poolMembers(0).virtualGuests.size());
        QCOMPARE(probe.ask(guests, {u"mask[id]"_s}).rows, size - 1);
        const QJsonObject after = pool();
        QCOMPARE(after["virtualGuestCount"_L1].toInt(), before["virtualGuestCount"_L1].toInt() - 1);
        QCOMPARE(after["virtualGuests"_L1].toArray().size(), size - 1);
        const qint64 share =
            account.guestValue(*account.guestIndex(gone), u"bandwidthAllocation"_s).toString().toLongLong();
        QCOMPARE(after["totalBandwidthAllocated"_L1].toInteger(),
                 before["totalBandwidthAllocated"_L1].toInteger() - share);
        QCOMPARE(probe.ask("SoftLayer_Virtual_Guest/" + QByteArray::number(gone) + ".json").status, 404);
    }

    void strictFiltersRefuse()
    {
        FaultPlan plan;
        plan.strictFilters = true;
        const QString misspelt = uR"({"hardwares":{"id":{"operation":1}}})"_s;
        QCOMPARE(ApiProbe(60, plan).ask(hardwareList, {slimMask, misspelt}).status, 500);
        QCOMPARE(ApiProbe(60).ask(hardwareList, {slimMask, misspelt}).rows, 27);
    }

    void compressesIfAccepted()
    {
        ApiProbe probe(60, planOf({Kind::Gzip}));
        QVERIFY(headerOf(probe.ask(hardwareList, {slimMask}), "Content-Encoding").isEmpty());
        probe.request.acceptsGzip = true;
        const SimulatedResponse response = probe.ask(hardwareList, {slimMask});
        QCOMPARE(headerOf(response, "Content-Encoding"), QByteArray("gzip"));
        QVERIFY(response.body.startsWith("\x1f\x8b"));
    }

    void takesLongerOrForEver()
    {
        ApiProbe probe(60, planOf({Kind::ExtraLatency, {.method = u"getHardware"_s}, 250}));
        QCOMPARE(probe.ask(hardwareList, {slimMask}).delay.count(), 250);
        QCOMPARE(probe.ask("SoftLayer_Account.json").delay.count(), 0);
        ApiProbe dead(60, planOf({Kind::Hang, {.firstCalls = 1}}));
        QVERIFY(dead.ask(hardwareList).hangs);
        QVERIFY(!dead.ask(hardwareList).hangs);
        ApiProbe rude(60, planOf({Kind::Drop, {.firstCalls = 1}}));
        QVERIFY(rude.ask(hardwareList).drops);
        QVERIFY(!rude.ask(hardwareList).drops);
    }

    void limiterCanBeTurned()
    {
        FaultPlan plan;
        plan.callsPerSecond = 0;
        ApiProbe free(60, plan);
        free.step = 0ms;
        for (int i = 0; i < 200; ++i)
            QCOMPARE(free.ask("SoftLayer_Account.json").status, 200);
        plan.callsPerSecond = 3;
        free.api.setFaultPlan(plan);
        QCOMPARE(codeOf(free.ask("SoftLayer_Account.json")),
                 u"SoftLayer_Exception_WebService_RateLimitExceeded"_s);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestFaultPlan)
#include "tst_faultplan.moc"
