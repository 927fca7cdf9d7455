// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiprobe.h"
#include "getx.h"
#include "listwords.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray poolService = "SoftLayer_Network_Bandwidth_Version1_Allotment";
const QByteArray allRacks = "SoftLayer_Account/getBandwidthAllotments.json";
const QByteArray onlyPools = "SoftLayer_Account/getVirtualDedicatedRacks.json";

/// The relations to members with what the account says is in them.
QList<std::pair<QString, QList<qint64>>> relationsOf(const PoolMemberIds &members)
{
    return {{u"hardware"_s, members.hardware},
            {u"bareMetalInstances"_s, members.bareMetalInstances},
            {u"privateNetworkOnlyHardware"_s, members.privateNetworkOnlyHardware},
            {u"virtualGuests"_s, members.virtualGuests},
            {u"applicationDeliveryControllers"_s, members.applicationDeliveryControllers}};
}

QByteArray poolPath(qint64 id, const QByteArray &method)
{
    return objectPath(poolService, id, method);
}

struct Size
{
    int servers;
    int pools;
};

void addPoolSizes()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("pools");
    for (const auto &[servers, pools] : {Size{60, 0}, {60, 1}, {0, 1}, {2500, 40}, {300, 1000}})
        QTest::addRow("%d servers, %d pools", servers, pools) << servers << pools;
}

} // namespace

class TestPoolService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryPool_data() { addPoolSizes(); }

    void listsEveryPool()
    {
        QFETCH(const int, servers);
        QFETCH(const int, pools);
        ApiProbe probe(servers, withoutLimit(), {}, pools);
        QList<qint64> expected;
        for (int i = 0; i < pools; ++i)
            expected += probe.account.poolId(i);
        const SimulatedResponse dedicated = probe.ask(onlyPools, {u"mask[id]"_s});
        QCOMPARE(headerOf(dedicated, "SoftLayer-Total-Items").toInt(), pools);
        QCOMPARE(ascending(idsOf(rowsOf(dedicated))), expected);
        // So do both forms of the filter on all of them.
        for (const char *operation : {R"("!= 1")", "2"}) {
            const QString filter =
                uR"({"bandwidthAllotments":{"bandwidthAllotmentTypeId":{"operation":%1}}})"_s.arg(
                    QLatin1StringView(operation));
            const SimulatedResponse filtered = probe.ask(allRacks, {u"mask[id]"_s, filter});
            QCOMPARE(headerOf(filtered, "SoftLayer-Total-Items").toInt(), pools);
            QCOMPARE(ascending(idsOf(rowsOf(filtered))), expected);
        }
        if (pools > 0)
            expected.prepend(probe.account.defaultRack().value("id"_L1).toInteger());
        const SimulatedResponse all = probe.ask(allRacks, {u"mask[id]"_s});
        QCOMPARE(headerOf(all, "SoftLayer-Total-Items").toInt(), expected.size());
        QCOMPARE(ascending(idsOf(rowsOf(all))), expected);
    }

    void pagesBringEachPoolOnce()
    {
        ApiProbe probe(300, withoutLimit(), {}, 1000);
        QList<qint64> ids;
        for (int offset = 0; offset < 1000; offset += 300) {
            ids += idsOf(
                rowsOf(probe.ask(onlyPools, {u"mask[id]"_s, sortedBy(u"virtualDedicatedRacks"_s, u"id"_s),
                                             u"%1,300"_s.arg(offset)})));
        }
        QCOMPARE(ids.size(), 1000);
        for (int i = 0; i < 1000; ++i)
            QCOMPARE(ids.at(i), probe.account.poolId(i));
    }

    void orderWithoutOneChanges()
    {
        ApiProbe probe(2500);
        QSet<QList<qint64>> orders;
        for (int i = 0; i < 6; ++i)
            orders += idsOf(rowsOf(probe.ask(allRacks, {u"mask[id]"_s})));
        QVERIFY(orders.size() > 1);
        QSet<QList<qint64>> ofMembers;
        for (int i = 0; i < 6; ++i)
            ofMembers += idsOf(rowsOf(probe.ask(poolPath(probe.account.poolId(0), "getVirtualGuests"))));
        QVERIFY(ofMembers.size() > 1);
    }

    void sortsAndSelects()
    {
        ApiProbe probe(2500);
        const QJsonArray byName = rowsOf(probe.ask(
            onlyPools, {u"mask[id,name]"_s, sortedBy(u"virtualDedicatedRacks"_s, u"name"_s, u"DESC"_s)}));
        QCOMPARE(byName.size(), 40);
        for (qsizetype i = 1; i < byName.size(); ++i) {
            QVERIFY(QString::compare(byName.at(i - 1)["name"_L1].toString(),
                                     byName.at(i)["name"_L1].toString(), Qt::CaseInsensitive) >= 0);
        }
        const QList<qint64> wanted{probe.account.poolId(2), probe.account.poolId(17)};
        QCOMPARE(
            ascending(idsOf(rowsOf(probe.ask(
                allRacks, {u"mask[id]"_s, idsIn(u"bandwidthAllotments"_s, wanted + QList{qint64{5}})})))),
            wanted);
        // The wrong root is ignored, and everything comes back (softlayer-api §3.1).
        QCOMPARE(probe.ask(allRacks, {u"mask[id]"_s, idsIn(u"virtualDedicatedRacks"_s, wanted)}).rows, 41);
    }

    /// What slcli asks of each pool (softlayer-api §7.5), and what it should.
    void rowsAreTheTruth_data() { addPoolSizes(); }

    void rowsAreTheTruth()
    {
        QFETCH(const int, servers);
        QFETCH(const int, pools);
        ApiProbe probe(servers, withoutLimit(), {}, pools);
        const QStringList names{u"id"_s,
                                u"name"_s,
                                u"createDate"_s,
                                u"endDate"_s,
                                u"bandwidthAllotmentTypeId"_s,
                                u"serviceProviderId"_s,
                                u"totalBandwidthAllocated"_s,
                                u"projectedPublicBandwidthUsage"_s,
                                u"outboundPublicBandwidthUsage"_s,
                                u"inboundPublicBandwidthUsage"_s,
                                u"activeDetailCount"_s,
                                u"hardwareCount"_s,
                                u"bareMetalInstanceCount"_s,
                                u"privateNetworkOnlyHardwareCount"_s,
                                u"virtualGuestCount"_s,
                                u"applicationDeliveryControllerCount"_s,
                                u"overBandwidthAllocationFlag"_s,
                                u"currentBandwidthSummary"_s};
        const QString mask = u"mask[%1,locationGroup,billingItem[id,nextInvoiceTotalRecurringAmount],"
                             "billingCyclePublicBandwidthUsage[amountOut,amountIn]]"_s.arg(names.join(u','));
        const QJsonArray rows = rowsOf(probe.ask(onlyPools, {mask}));
        QCOMPARE(rows.size(), pools);
        for (const QJsonValue &row : rows) {
            const int index = probe.account.poolIndex(row["id"_L1].toInteger()).value();
            const QJsonObject truth = probe.account.pool(index);
            for (const QString &name : names)
                QCOMPARE(row[name], truth.value(name));
            QCOMPARE(row["locationGroup"_L1], truth["locationGroup"_L1]);
            QCOMPARE(row["billingItem"_L1]["nextInvoiceTotalRecurringAmount"_L1],
                     truth["billingItem"_L1]["nextInvoiceTotalRecurringAmount"_L1]);
            for (const auto amount : {"amountOut"_L1, "amountIn"_L1}) {
                QCOMPARE(row["billingCyclePublicBandwidthUsage"_L1][amount],
                         truth["billingCyclePublicBandwidthUsage"_L1][amount]);
            }
            if (index < 50) // one by one it is the same
                QCOMPARE(objectOf(probe.ask(poolPath(row["id"_L1].toInteger(), "getObject"), {mask})),
                         row.toObject());
        }
    }

    void unmaskedRowsAreLocals()
    {
        ApiProbe probe;
        const QStringList locals{
            u"accountId"_s, u"bandwidthAllotmentTypeId"_s, u"createDate"_s, u"endDate"_s,
            u"id"_s,        u"locationGroupId"_s,          u"name"_s,       u"serviceProviderId"_s};
        QCOMPARE(rowsOf(probe.ask(allRacks)).first().toObject().keys(), locals);
        QCOMPARE(objectOf(probe.ask(poolPath(probe.account.poolId(1), "getObject"))).keys(), locals);
    }

    /// Each property that has a getX of its own answers with what the whole pool says.
    void everyGetXIsTheTruth()
    {
        ApiProbe probe(2500, withoutLimit());
        for (const int pool : {0, 2, 3, 4, 5, 6, 8, 9, 12}) {
            const auto truth = [&](const QString &name) { return probe.account.poolValue(pool, name); };
            QCOMPARE(wrongGetX(probe, poolService, probe.account.poolId(pool), truth), QStringList());
        }
    }

    void memberListsAreTheTruth_data() { addPoolSizes(); }

    void memberListsAreTheTruth()
    {
        QFETCH(const int, servers);
        QFETCH(const int, pools);
        ApiProbe probe(servers, withoutLimit(), {}, pools);
        for (int i = 0; i < pools; ++i) {
            const qint64 id = probe.account.poolId(i);
            const QJsonObject counts = objectOf(
                probe.ask(poolPath(id, "getObject"),
                          {u"mask[id,hardware[id],bareMetalInstances[id],privateNetworkOnlyHardware[id],"
                           "virtualGuests[id],applicationDeliveryControllers[id]]"_s}));
            for (const auto &[relation, ids] : relationsOf(probe.account.poolMembers(i))) {
                QCOMPARE(ascending(idsOf(counts.value(relation).toArray())), ids);
                if (i >= 40)
                    continue;
                const SimulatedResponse response =
                    probe.ask(poolPath(id, methodOf(relation)), {u"mask[id]"_s, sortedBy(relation, u"id"_s)});
                QCOMPARE(headerOf(response, "SoftLayer-Total-Items").toInt(), ids.size());
                QCOMPARE(idsOf(rowsOf(response)), ids);
            }
        }
    }

    /// A server says the same about itself, whoever is asked.
    void membersAgreeWithTheServers()
    {
        ApiProbe probe(2500, withoutLimit());
        const QString mask =
            u"[id,fullyQualifiedDomainName,virtualRackId,virtualRackName,virtualRack[id,name],"
            u"bandwidthAllocation,"
            "outboundPublicBandwidthUsage,inboundPublicBandwidthUsage,projectedPublicBandwidthUsage,"
            "bandwidthAllotmentDetail[id,effectiveDate,endEffectiveDate,allocation[amount],"
            "bandwidthAllotment[id,"
            "name]]]"_s;
        const QString hardwareMask = u"mask(SoftLayer_Hardware_Server)"_s + mask;
        int rows = 0;
        for (int pool = 0; pool < 12; ++pool) {
            const qint64 id = probe.account.poolId(pool);
            for (const auto &[method, detailService, rowMask] :
                 {std::tuple{"getHardware", "SoftLayer_Hardware_Server", hardwareMask},
                  {"getBareMetalInstances", "SoftLayer_Hardware_Server", hardwareMask},
                  {"getVirtualGuests", "SoftLayer_Virtual_Guest", QString(u"mask"_s + mask)}}) {
                for (const QJsonValue &row : rowsOf(probe.ask(poolPath(id, method), {rowMask}))) {
                    ++rows;
                    QCOMPARE(row["virtualRackId"_L1].toInteger(), id);
                    const QByteArray server = QByteArray(detailService) + '/' +
                                              QByteArray::number(row["id"_L1].toInteger()) + ".json";
                    QCOMPARE(objectOf(probe.ask(server, {rowMask})), row.toObject());
                }
            }
        }
        QVERIFY(rows > 300);
    }

    /// Rows are Hardware_Server, declared is Hardware: its own properties need the cast, as in
    /// Account::getHardware.
    void hardwareNeedsTheCast()
    {
        ApiProbe probe(2500);
        const qint64 id = probe.account.poolId(0);
        const QString own = u"[id,projectedPublicBandwidthUsage]"_s;
        QCOMPARE(probe.ask(poolPath(id, "getHardware"), {QString(u"mask"_s + own)}).status, 500);
        QCOMPARE(probe.ask(poolPath(id, "getHardware"), {QString(u"mask(SoftLayer_Hardware_Server)"_s + own)})
                     .status,
                 200);
        QCOMPARE(probe.ask(poolPath(id, "getObject"), {QString(u"mask[hardware"_s + own + u']')}).status,
                 500);
        const SimulatedResponse cast = probe.ask(
            poolPath(id, "getObject"), {QString(u"mask[hardware(SoftLayer_Hardware_Server)"_s + own + u']')});
        QCOMPARE(cast.status, 200);
        const QJsonArray rows = objectOf(cast).value("hardware"_L1).toArray();
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows) {
            const int index = probe.account.hardwareIndex(row["id"_L1].toInteger()).value();
            QCOMPARE(row["projectedPublicBandwidthUsage"_L1],
                     probe.account.hardwareValue(index, u"projectedPublicBandwidthUsage"_s));
        }
    }

    void membersPageSortAndFilter()
    {
        ApiProbe probe(2500, withoutLimit());
        const qint64 pool = probe.account.poolId(0);
        const QByteArray guests = poolPath(pool, "getVirtualGuests");
        const QList<qint64> ids = probe.account.poolMembers(0).virtualGuests;
        QVERIFY(ids.size() > 10);
        QList<qint64> paged;
        for (qsizetype offset = 0; offset < ids.size(); offset += 4) {
            const SimulatedResponse page = probe.ask(
                guests, {u"mask[id]"_s, sortedBy(u"virtualGuests"_s, u"id"_s), u"%1,4"_s.arg(offset)});
            QCOMPARE(headerOf(page, "SoftLayer-Total-Items").toInt(), ids.size());
            QVERIFY(rowsOf(page).size() <= 4);
            paged += idsOf(rowsOf(page));
        }
        QCOMPARE(paged, ids);

        const QList<qint64> wanted{ids.at(1), ids.at(5)};
        QCOMPARE(ascending(idsOf(rowsOf(probe.ask(
                     guests,
                     {u"mask[id]"_s, idsIn(u"virtualGuests"_s, wanted + QList{probe.account.guestId(0)})})))),
                 ids.contains(probe.account.guestId(0)) ? ascending(wanted + QList{probe.account.guestId(0)})
                                                        : wanted);
        const QString hourly = uR"({"virtualGuests":{"hourlyBillingFlag":{"operation":true}}})"_s;
        qsizetype expected = 0;
        for (const qint64 id : ids)
            expected +=
                probe.account.guestValue(*probe.account.guestIndex(id), u"hourlyBillingFlag"_s).toBool();
        QVERIFY(expected > 0 && expected < ids.size());
        QCOMPARE(headerOf(probe.ask(guests, {u"mask[id]"_s, hourly}), "SoftLayer-Total-Items").toInt(),
                 expected);

        // The other way to a pool's members: by the servers' lists.
        const QString byRack = uR"({"virtualGuests":{"virtualRackId":{"operation":%1}}})"_s.arg(pool);
        QCOMPARE(ascending(idsOf(
                     rowsOf(probe.ask("SoftLayer_Account/getVirtualGuests.json", {u"mask[id]"_s, byRack})))),
                 ids);
    }

    void detailsByTheirMethod()
    {
        ApiProbe probe(2500);
        const qint64 pool = probe.account.poolId(0);
        const QString mask = u"mask[id,effectiveDate,endEffectiveDate,allocation[amount]]"_s;
        const QJsonArray rows = rowsOf(
            probe.ask(poolPath(pool, "getActiveDetails"), {mask, sortedBy(u"activeDetails"_s, u"id"_s)}));
        const QJsonArray truth = probe.account.poolValue(0, u"activeDetails"_s).toArray();
        QVERIFY(truth.size() > 10);
        QCOMPARE(rows.size(), truth.size());
        for (qsizetype i = 0; i < rows.size(); ++i) {
            QCOMPARE(rows.at(i)["id"_L1], truth.at(i)["id"_L1]);
            QCOMPARE(rows.at(i)["effectiveDate"_L1], truth.at(i)["effectiveDate"_L1]);
            QCOMPARE(rows.at(i)["allocation"_L1]["amount"_L1], truth.at(i)["allocation"_L1]["amount"_L1]);
            QVERIFY(i == 0 || rows.at(i)["id"_L1].toInteger() > rows.at(i - 1)["id"_L1].toInteger());
        }
        const qint64 third = truth.at(2)["id"_L1].toInteger();
        QCOMPARE(idsOf(rowsOf(
                     probe.ask(poolPath(pool, "getDetails"), {u"mask[id]"_s, idsIn(u"details"_s, {third})}))),
                 QList{third});
    }

    /// Fields that no source knows must not come (softlayer-api §7.7).
    void controllersTellLittle()
    {
        ApiProbe probe(2500);
        const SimulatedResponse response =
            probe.ask(poolPath(probe.account.poolId(2), "getApplicationDeliveryControllers"),
                      {u"mask[id,name,billingItem]"_s});
        const QJsonArray rows = rowsOf(response);
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows) {
            QCOMPARE(row.toObject().keys(), (QStringList{u"billingItem"_s, u"id"_s, u"name"_s}));
            QVERIFY(!row["name"_L1].toString().isEmpty());
            QCOMPARE(row["billingItem"_L1].toObject().keys(), QStringList{u"id"_s});
        }
    }

    void countsExceedListsWhereDevicesHide()
    {
        ApiProbe probe(2500);
        int hidden = 0;
        for (int i = 0; i < probe.account.poolCount(); ++i) {
            const QJsonObject pool = objectOf(probe.ask(
                poolPath(probe.account.poolId(i), "getObject"),
                {u"mask[hardwareCount,bareMetalInstanceCount,virtualGuestCount,"
                 u"privateNetworkOnlyHardwareCount,"
                 "hardware[id],bareMetalInstances[id],virtualGuests[id],privateNetworkOnlyHardware[id]]"_s}));
            qsizetype missing = 0;
            for (const auto &[count, relation] :
                 {std::pair{u"hardwareCount"_s, u"hardware"_s},
                  {u"bareMetalInstanceCount"_s, u"bareMetalInstances"_s},
                  {u"virtualGuestCount"_s, u"virtualGuests"_s},
                  {u"privateNetworkOnlyHardwareCount"_s, u"privateNetworkOnlyHardware"_s}})
                missing += pool.value(count).toInt() - pool.value(relation).toArray().size();
            QCOMPARE(missing, probe.account.poolMembers(i).hidden);
            hidden += static_cast<int>(missing);
        }
        QVERIFY(hidden > 0);
    }

    void defaultRackByItsMethod()
    {
        ApiProbe probe;
        const QByteArray method = "SoftLayer_Account/getVirtualPrivateRack.json";
        const QString mask =
            u"mask[id,name,bandwidthAllotmentTypeId,hardwareCount,totalBandwidthAllocated]"_s;
        const QJsonObject rack = objectOf(probe.ask(method, {mask}));
        const QJsonObject truth = probe.account.defaultRack();
        QCOMPARE(rack.size(), 5);
        for (auto entry = rack.begin(); entry != rack.end(); ++entry)
            QCOMPARE(entry.value(), truth.value(entry.key()));
        QCOMPARE(rack["bandwidthAllotmentTypeId"_L1].toInt(), 1);
        QCOMPARE(rack["name"_L1].toString(), u"Virtual Private Rack"_s);
        QCOMPARE(objectOf(probe.ask("SoftLayer_Account.json", {u"mask[virtualPrivateRack[id,name]]"_s}))
                     .value("virtualPrivateRack"_L1)["id"_L1],
                 truth["id"_L1]);
        QCOMPARE(objectOf(probe.ask(poolPath(truth["id"_L1].toInteger(), "getObject"), {mask})), rack);

        ApiProbe without(60, {}, {}, 0);
        QCOMPARE(without.ask(method, {mask}).body, QByteArray("null"));
        QVERIFY(!objectOf(without.ask("SoftLayer_Account.json", {u"mask[virtualPrivateRack[id]]"_s}))
                     .contains("virtualPrivateRack"_L1));
    }

    void accountCountsThem()
    {
        const QJsonObject account = objectOf(ApiProbe(2500).ask(
            "SoftLayer_Account.json", {u"mask[id,bandwidthAllotmentCount,virtualDedicatedRackCount]"_s}));
        QCOMPARE(account["bandwidthAllotmentCount"_L1].toInt(), 41);
        QCOMPARE(account["virtualDedicatedRackCount"_L1].toInt(), 40);
    }

    void refusesWhatDoesNotExist()
    {
        ApiProbe probe;
        QCOMPARE(probe.ask(poolPath(1, "getObject")).status, 404);
        QCOMPARE(probe.ask(poolPath(309002, "getHardware")).status, 404);
        QCOMPARE(codeOf(probe.ask(poolPath(probe.account.poolId(5) + 13, "getHardware"))),
                 u"SoftLayer_Exception_ObjectNotFound"_s);
        QCOMPARE(codeOf(probe.ask(poolPath(309001, "getNothing"))), u"SoftLayer_Exception_Public"_s);
        QCOMPARE(codeOf(probe.ask(poolPath(309001, "getHardwareCount"))), u"SoftLayer_Exception_Public"_s);
        QCOMPARE(codeOf(probe.ask(poolPath(309001, "getObject"), {u"mask[id,managedHardware]"_s})),
                 u"SoftLayer_Exception_WebService_ObjectMask"_s);
        QCOMPARE(ApiProbe(60, {}, {}, 0).ask(poolPath(308999, "getObject")).status, 404);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPoolService)
#include "tst_poolservice.moc"
