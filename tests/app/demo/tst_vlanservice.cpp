// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountsizes.h"
#include "apiprobe.h"
#include "getx.h"
#include "listwords.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <functional>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray vlanService = "SoftLayer_Network_Vlan";
const QByteArray allVlans = "SoftLayer_Account/getNetworkVlans.json";
const QString vlanRoot = u"networkVlans"_s;

QByteArray vlanPath(qint64 id, const QByteArray &method)
{
    return objectPath(vlanService, id, method);
}

QList<qint64> vlanIds(const SimulatedAccount &account)
{
    QList<qint64> ids;
    for (int i = 0; i < account.vlanCount(); ++i)
        ids += account.vlanId(i);
    return ids;
}

/// The VLAN with most servers of a kind.
qint64 fullestVlan(const SimulatedAccount &account, const QString &count)
{
    int best = 0;
    for (int i = 0; i < account.vlanCount(); ++i) {
        if (account.vlanValue(i, count).toInt() > account.vlanValue(best, count).toInt())
            best = i;
    }
    return account.vlanId(best);
}

} // namespace

class TestVlanService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEveryVlan_data() { addAccountSizes(); }

    void listsEveryVlan()
    {
        QFETCH(const int, servers);
        ApiProbe probe(servers, withoutLimit());
        const QList<qint64> expected = vlanIds(probe.account);
        QVERIFY(expected.size() > 4);
        QCOMPARE(QSet<qint64>(expected.begin(), expected.end()).size(), expected.size());
        QCOMPARE(ascending(expected), expected);
        const SimulatedResponse all = probe.ask(allVlans, {u"mask[id]"_s});
        QCOMPARE(headerOf(all, "SoftLayer-Total-Items").toInt(), expected.size());
        QCOMPARE(ascending(idsOf(rowsOf(all))), expected);
        const QJsonObject account =
            objectOf(probe.ask("SoftLayer_Account/getObject.json", {u"mask[id,networkVlanCount]"_s}));
        QCOMPARE(account["networkVlanCount"_L1].toInt(), expected.size());
    }

    void noServersNoVlans()
    {
        ApiProbe probe(0);
        QCOMPARE(rowsOf(probe.ask(allVlans, {u"mask[id]"_s})).size(), 0);
        QCOMPARE(objectOf(probe.ask("SoftLayer_Account/getObject.json", {u"mask[networkVlanCount]"_s}))
                     .value("networkVlanCount"_L1),
                 QJsonValue(0));
    }

    void sameSizeGivesTheSameVlans()
    {
        const SimulatedAccount account(60);
        const SimulatedAccount same(60);
        QCOMPARE(vlanIds(account), vlanIds(same));
        for (int i = 0; i < account.vlanCount(); ++i)
            QCOMPARE(account.vlan(i), same.vlan(i));
    }

    /// Whatever a server tells of its VLANs, these tell of it, and nobody else does.
    void serversAndVlansAgree_data() { addAccountSizes(); }

    void serversAndVlansAgree()
    {
        QFETCH(const int, servers);
        ApiProbe probe(servers, withoutLimit());
        const QStringList told{u"id"_s,           u"vlanNumber"_s,         u"name"_s,
                               u"networkSpace"_s, u"fullyQualifiedName"_s, u"podName"_s};
        QHash<qint64, QJsonObject> vlans;
        QSet<QString> names;
        for (const QJsonValue &row : rowsOf(probe.ask(
                 allVlans,
                 {u"mask[id,vlanNumber,name,networkSpace,fullyQualifiedName,podName,datacenter[name],"
                  "hardwareCount,virtualGuestCount,networkComponentTrunkCount,hardware[id],virtualGuests[id],"
                  "networkComponentTrunks[networkVlanId,networkComponent[id,downlinkComponent[id,hardware[id,"
                  "hostname]]]]]"_s}))) {
            vlans.insert(row["id"_L1].toInteger(), row.toObject());
            names.insert(row["fullyQualifiedName"_L1].toString());
        }
        QCOMPARE(names.size(), vlans.size());

        const QString mask =
            u"mask[id,datacenter[name],networkVlans[id,vlanNumber,name,networkSpace,fullyQualifiedName,"
            "podName],backendNetworkComponents[networkVlan[id]],frontendNetworkComponents[networkVlan[id]]]"_s;
        QHash<qint64, QSet<qint64>> native[2]; // by VLAN: hardware, guests
        QHash<qint64, QSet<qint64>> trunked;
        for (const int kind : {0, 1}) {
            const QByteArray list = kind == 0 ? "getHardware.json" : "getVirtualGuests.json";
            for (const QJsonValue &server : rowsOf(probe.ask("SoftLayer_Account/" + list, {mask}))) {
                const qint64 id = server["id"_L1].toInteger();
                QSet<qint64> ports;
                for (const auto side : {"backendNetworkComponents"_L1, "frontendNetworkComponents"_L1}) {
                    for (const QJsonValue &port : server[side].toArray()) {
                        if (port["networkVlan"_L1].isObject())
                            ports.insert(port["networkVlan"_L1]["id"_L1].toInteger());
                    }
                }
                for (const QJsonValue &vlan : server["networkVlans"_L1].toArray()) {
                    const qint64 vlanId = vlan["id"_L1].toInteger();
                    QVERIFY(vlans.contains(vlanId));
                    const QJsonObject own = vlans.value(vlanId);
                    for (const QString &name : told)
                        QCOMPARE(own.value(name), vlan[name]);
                    QCOMPARE(own["datacenter"_L1]["name"_L1], server["datacenter"_L1]["name"_L1]);
                    (ports.contains(vlanId) ? native[kind] : trunked)[vlanId].insert(id);
                }
            }
        }
        for (auto entry = vlans.cbegin(); entry != vlans.cend(); ++entry) {
            const QJsonObject &vlan = entry.value();
            for (const int kind : {0, 1}) {
                const QString relation = kind == 0 ? u"hardware"_s : u"virtualGuests"_s;
                const QList<qint64> ids = idsOf(vlan.value(relation).toArray());
                QCOMPARE(QSet<qint64>(ids.begin(), ids.end()), native[kind].value(entry.key()));
                QCOMPARE(vlan.value(kind == 0 ? "hardwareCount"_L1 : "virtualGuestCount"_L1).toInt(),
                         native[kind].value(entry.key()).size());
            }
            QSet<qint64> behind;
            for (const QJsonValue &trunk : vlan["networkComponentTrunks"_L1].toArray()) {
                QCOMPARE(trunk["networkVlanId"_L1].toInteger(), entry.key());
                behind.insert(
                    trunk["networkComponent"_L1]["downlinkComponent"_L1]["hardware"_L1]["id"_L1].toInteger());
            }
            QCOMPARE(behind, trunked.value(entry.key()));
            QCOMPARE(vlan["networkComponentTrunkCount"_L1].toInt(), behind.size());
        }
    }

    void pagesBringEachVlanOnce()
    {
        ApiProbe probe(2500, withoutLimit());
        QList<qint64> ids;
        for (int offset = 0; offset < probe.account.vlanCount(); offset += 25) {
            const SimulatedResponse page =
                probe.ask(allVlans, {u"mask[id]"_s, sortedBy(vlanRoot, u"id"_s), u"%1,25"_s.arg(offset)});
            QCOMPARE(headerOf(page, "SoftLayer-Total-Items").toInt(), probe.account.vlanCount());
            ids += idsOf(rowsOf(page));
        }
        QCOMPARE(ids, vlanIds(probe.account));
    }

    void orderWithoutOneChanges()
    {
        ApiProbe probe(2500);
        QSet<QList<qint64>> orders;
        for (int i = 0; i < 6; ++i)
            orders += idsOf(rowsOf(probe.ask(allVlans, {u"mask[id]"_s})));
        QVERIFY(orders.size() > 1);
    }

    void sortsAndSelects()
    {
        ApiProbe probe(300, withoutLimit());
        const QList<qint64> ids = vlanIds(probe.account);
        QList<qint64> reversed = ids;
        std::reverse(reversed.begin(), reversed.end());
        QCOMPARE(idsOf(rowsOf(probe.ask(allVlans, {u"mask[id]"_s, sortedBy(vlanRoot, u"id"_s, u"DESC"_s)}))),
                 reversed);
        const QList<qint64> wanted{ids.at(2), ids.at(7)};
        QCOMPARE(ascending(idsOf(rowsOf(
                     probe.ask(allVlans, {u"mask[id]"_s, idsIn(vlanRoot, wanted + QList{qint64{5}})})))),
                 wanted);
        // The wrong root is ignored, and everything comes back (softlayer-api §3.1).
        QCOMPARE(probe.ask(allVlans, {u"mask[id]"_s, idsIn(u"subnets"_s, wanted)}).rows, ids.size());
        int isPublic = 0;
        for (int i = 0; i < ids.size(); ++i)
            isPublic += probe.account.vlanValue(i, u"networkSpace"_s) == "PUBLIC"_L1 ? 1 : 0;
        QVERIFY(isPublic > 0 && isPublic < ids.size());
        const QString filter = uR"({"networkVlans":{"networkSpace":{"operation":"PUBLIC"}}})"_s;
        QCOMPARE(headerOf(probe.ask(allVlans, {u"mask[id]"_s, filter}), "SoftLayer-Total-Items").toInt(),
                 isPublic);
        const QString byPlace = uR"({"networkVlans":{"datacenter":{"name":{"operation":"dal10"}}}})"_s;
        const QJsonArray inDallas = rowsOf(probe.ask(allVlans, {u"mask[id,datacenter[name]]"_s, byPlace}));
        QVERIFY(!inDallas.isEmpty());
        for (const QJsonValue &row : inDallas)
            QCOMPARE(row["datacenter"_L1]["name"_L1], QJsonValue(u"dal10"_s));
    }

    /// Every column that softlayer-kinds §2.1 offers, in the list and one by one.
    void rowsAreTheTruth_data() { addAccountSizes(); }

    void rowsAreTheTruth()
    {
        QFETCH(const int, servers);
        ApiProbe probe(servers, withoutLimit());
        const QStringList names{u"id"_s,
                                u"vlanNumber"_s,
                                u"name"_s,
                                u"note"_s,
                                u"fullyQualifiedName"_s,
                                u"networkSpace"_s,
                                u"modifyDate"_s,
                                u"primarySubnetId"_s,
                                u"podName"_s,
                                u"subnetCount"_s,
                                u"hardwareCount"_s,
                                u"virtualGuestCount"_s,
                                u"networkComponentTrunkCount"_s,
                                u"totalPrimaryIpAddressCount"_s};
        const QString mask = u"mask[%1,datacenter[name],type[keyName],primaryRouter[hostname],"
                             "attachedNetworkGateway[id,name],"
                             "networkVlanFirewall[id,fullyQualifiedDomainName],tagReferences[tag[name]],"
                             "billingItem[id,nextInvoiceTotalRecurringAmount]]"_s.arg(names.join(u','));
        const QJsonArray rows = rowsOf(probe.ask(allVlans, {mask}));
        QCOMPARE(rows.size(), probe.account.vlanCount());
        for (const QJsonValue &row : rows) {
            const qint64 id = row["id"_L1].toInteger();
            const QJsonObject truth = probe.account.vlan(probe.account.vlanIndex(id).value());
            for (const QString &name : names)
                QCOMPARE(row[name], truth.value(name));
            for (const auto &[relation, part] : {std::pair{"datacenter"_L1, "name"_L1},
                                                 {"type"_L1, "keyName"_L1},
                                                 {"primaryRouter"_L1, "hostname"_L1},
                                                 {"attachedNetworkGateway"_L1, "name"_L1},
                                                 {"networkVlanFirewall"_L1, "fullyQualifiedDomainName"_L1},
                                                 {"billingItem"_L1, "nextInvoiceTotalRecurringAmount"_L1}})
                QCOMPARE(row[relation][part], truth[relation][part]);
            QCOMPARE(row["tagReferences"_L1].toArray().size(), truth["tagReferences"_L1].toArray().size());
            QCOMPARE(objectOf(probe.ask(vlanPath(id, "getObject"), {mask})), row.toObject());
        }
    }

    void unmaskedRowsAreLocals()
    {
        ApiProbe probe;
        const QSet<QString> locals{u"accountId"_s, u"fullyQualifiedName"_s, u"id"_s,   u"modifyDate"_s,
                                   u"name"_s,      u"networkSpace"_s,       u"note"_s, u"primarySubnetId"_s,
                                   u"vlanNumber"_s};
        const QJsonArray rows = rowsOf(probe.ask(allVlans));
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows) {
            const QStringList keys = row.toObject().keys();
            QVERIFY(locals.contains(QSet<QString>(keys.begin(), keys.end())));
            QVERIFY(keys.contains(u"vlanNumber"_s));
        }
    }

    /// Each property that has a getX of its own answers with what the whole VLAN says.
    void everyGetXIsTheTruth()
    {
        ApiProbe probe(300, withoutLimit());
        for (int i = 0; i < probe.account.vlanCount(); i += 5) {
            const auto truth = [&](const QString &name) { return probe.account.vlanValue(i, name); };
            QCOMPARE(wrongGetX(probe, vlanService, probe.account.vlanId(i), truth), QStringList());
        }
    }

    /// The lists behind a VLAN's counts, in pages.
    void jumpsPageSortAndFilter()
    {
        ApiProbe probe(2500, withoutLimit());
        for (const auto &[relation, count] : {std::pair{u"hardware"_s, u"hardwareCount"_s},
                                              {u"virtualGuests"_s, u"virtualGuestCount"_s},
                                              {u"subnets"_s, u"subnetCount"_s}}) {
            const qint64 id = fullestVlan(probe.account, count);
            const int index = probe.account.vlanIndex(id).value();
            const int expected = probe.account.vlanValue(index, count).toInt();
            QVERIFY(expected > 4);
            const QByteArray path = vlanPath(id, methodOf(relation));
            QList<qint64> ids;
            for (int offset = 0; offset < expected; offset += 4) {
                const SimulatedResponse page =
                    probe.ask(path, {u"mask[id]"_s, sortedBy(relation, u"id"_s), u"%1,4"_s.arg(offset)});
                QCOMPARE(headerOf(page, "SoftLayer-Total-Items").toInt(), expected);
                ids += idsOf(rowsOf(page));
            }
            QCOMPARE(ids.size(), expected);
            QCOMPARE(ascending(ids), ids);
            const QJsonObject object = objectOf(
                probe.ask(vlanPath(id, "getObject"), {u"mask[id,%1,%2[id]]"_s.arg(count, relation)}));
            QCOMPARE(object.value(count).toInt(), expected);
            QCOMPARE(ascending(idsOf(object.value(relation).toArray())), ids);
            const QList<qint64> wanted{ids.at(1), ids.at(3)};
            QCOMPARE(ascending(idsOf(rowsOf(
                         probe.ask(path, {u"mask[id]"_s, idsIn(relation, wanted + QList{qint64{5}})})))),
                     wanted);
        }
    }

    /// Rows are Hardware_Server, declared is Hardware: its own properties need the cast.
    void hardwareNeedsTheCast()
    {
        ApiProbe probe(300);
        const QByteArray path =
            vlanPath(fullestVlan(probe.account, u"hardwareCount"_s), methodOf(u"hardware"_s));
        const QString own = u"[id,projectedPublicBandwidthUsage]"_s;
        QCOMPARE(probe.ask(path, {QString(u"mask"_s + own)}).status, 500);
        QCOMPARE(probe.ask(path, {QString(u"mask(SoftLayer_Hardware_Server)"_s + own)}).status, 200);
    }

    /// What a user of the smallest account can see as well as one of a large one.
    void showsEverySort_data()
    {
        QTest::addColumn<std::function<bool(const QJsonObject &)>>("holds");
        const auto row = [](const char *name, std::function<bool(const QJsonObject &)> holds) {
            QTest::newRow(name) << std::move(holds);
        };
        const auto devices = [](const QJsonObject &vlan) {
            return vlan["hardwareCount"_L1].toInt() + vlan["virtualGuestCount"_L1].toInt() +
                   vlan["networkComponentTrunkCount"_L1].toInt();
        };
        row("with servers", [=](const QJsonObject &vlan) { return devices(vlan) > 0; });
        row("without servers", [=](const QJsonObject &vlan) {
            return devices(vlan) == 0 && vlan["subnetCount"_L1].toInt() > 0;
        });
        row("unused", [=](const QJsonObject &vlan) {
            return devices(vlan) == 0 && vlan["subnetCount"_L1] == QJsonValue(0) &&
                   vlan["primarySubnetId"_L1].isNull();
        });
        row("unnamed", [](const QJsonObject &vlan) { return !vlan.contains("name"_L1); });
        row("named", [](const QJsonObject &vlan) { return vlan["name"_L1].isString(); });
        row("automatic", [](const QJsonObject &vlan) { return !vlan.contains("billingItem"_L1); });
        row("premium", [](const QJsonObject &vlan) {
            return vlan["billingItem"_L1]["nextInvoiceTotalRecurringAmount"_L1].toDouble() > 0;
        });
        row("Direct Link", [](const QJsonObject &vlan) {
            return !vlan.contains("networkSpace"_L1) && vlan["type"_L1]["keyName"_L1] == "INTERCONNECT"_L1;
        });
        row("transit", [](const QJsonObject &vlan) {
            return vlan["type"_L1]["keyName"_L1] == "GATEWAY"_L1 &&
                   vlan["privateNetworkGateways"_L1].toArray().size() == 1;
        });
        row("behind a gateway",
            [](const QJsonObject &vlan) { return vlan["attachedNetworkGateway"_L1]["name"_L1].isString(); });
        row("behind a firewall", [](const QJsonObject &vlan) {
            return vlan["networkVlanFirewall"_L1]["fullyQualifiedDomainName"_L1].isString();
        });
        row("in no gateway and firewall", [](const QJsonObject &vlan) {
            return !vlan.contains("attachedNetworkGateway"_L1) && !vlan.contains("networkVlanFirewall"_L1);
        });
    }

    void showsEverySort()
    {
        QFETCH(const std::function<bool(const QJsonObject &)>, holds);
        for (const int servers : {5, 60, 2500}) {
            const SimulatedAccount account(servers);
            int found = 0;
            for (int i = 0; i < account.vlanCount(); ++i)
                found += holds(account.vlan(i)) ? 1 : 0;
            QVERIFY2(found > 0, qPrintable(QString::number(servers)));
            QVERIFY(found < account.vlanCount());
        }
    }

    void refusesWhatItIsNot()
    {
        ApiProbe probe;
        QCOMPARE(probe.ask(vlanPath(5, "getObject"), {u"mask[id]"_s}).status, 404);
        QCOMPARE(probe.ask(vlanPath(probe.account.subnetId(0), "getSubnets"), {u"mask[id]"_s}).status, 404);
        const qint64 id = probe.account.vlanId(0);
        QCOMPARE(probe.ask(vlanPath(id, "deleteObject")).status, 500);
        QCOMPARE(probe.ask(vlanPath(id, "getVlans")).status, 500);
        QCOMPARE(probe.ask(vlanPath(id, "getSecondaryRouter")).status, 500); // removed
        QCOMPARE(probe.ask(allVlans, {u"mask[id,secondaryRouter]"_s}).status, 500);
        QCOMPARE(probe.ask(allVlans, {u"mask[id,nothing]"_s}).status, 500);
    }

    void faultsStrike()
    {
        const qint64 gone = SimulatedAccount(60).vlanId(3);
        ApiProbe vanishing(
            60, withoutLimit({{Fault::Kind::RowsVanish, {.method = u"getNetworkVlans"_s}, 1, {}, {gone}}}));
        const qsizetype before = rowsOf(vanishing.ask(allVlans, {u"mask[id]"_s})).size();
        QCOMPARE(before, vanishing.account.vlanCount());
        const SimulatedResponse after = vanishing.ask(allVlans, {u"mask[id]"_s});
        QCOMPARE(headerOf(after, "SoftLayer-Total-Items").toInt(), before - 1);
        QVERIFY(!idsOf(rowsOf(after)).contains(gone));
        QCOMPARE(rowsOf(vanishing.ask(allVlans, {u"mask[id]"_s, idsIn(vlanRoot, {gone})})).size(), 0);
        QCOMPARE(vanishing.ask(vlanPath(gone, "getObject"), {u"mask[id]"_s}).status, 404);
        QCOMPARE(objectOf(vanishing.ask("SoftLayer_Account/getObject.json", {u"mask[networkVlanCount]"_s}))
                     .value("networkVlanCount"_L1)
                     .toInt(),
                 before - 1);

        ApiProbe refusing(60, withoutLimit({{Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s}}));
        QCOMPARE(refusing.ask(allVlans, {u"mask[id,billingItem[id]]"_s}).status, 500);
        QCOMPARE(refusing.ask(allVlans, {u"mask[id]"_s}).status, 200);
        QCOMPARE(refusing.ask(vlanPath(gone, "getBillingItem"), {u"mask[id]"_s}).status, 500);

        ApiProbe ignoring(60, withoutLimit({{Fault::Kind::FilterIgnored, {.method = u"Vlans"_s}}}));
        QCOMPARE(ignoring.ask(allVlans, {u"mask[id]"_s, idsIn(vlanRoot, {gone})}).rows, before);
    }

    /// A server that is deleted leaves its VLANs.
    void deletedServersLeave()
    {
        const SimulatedAccount account(60);
        const qint64 vlan = fullestVlan(account, u"virtualGuestCount"_s);
        const int count = account.vlanValue(account.vlanIndex(vlan).value(), u"virtualGuestCount"_s).toInt();
        QVERIFY(count > 0);
        ApiProbe probe(60, withoutLimit());
        const qint64 gone =
            idsOf(rowsOf(probe.ask(vlanPath(vlan, "getVirtualGuests"), {u"mask[id]"_s}))).first();
        probe.api.setFaultPlan(
            withoutLimit({{Fault::Kind::RowsVanish, {.method = u"getVirtualGuests"_s}, 0, {}, {gone}}}));
        const QJsonObject object = objectOf(
            probe.ask(vlanPath(vlan, "getObject"), {u"mask[id,virtualGuestCount,virtualGuests[id]]"_s}));
        QCOMPARE(object["virtualGuestCount"_L1].toInt(), count - 1);
        QVERIFY(!idsOf(object["virtualGuests"_L1].toArray()).contains(gone));
        QCOMPARE(probe.ask(vlanPath(vlan, "getVirtualGuests"), {u"mask[id]"_s}).rows, count - 1);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestVlanService)
#include "tst_vlanservice.moc"
