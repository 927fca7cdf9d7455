// SPDX-License-Identifier: GPL-3.0-or-later
#include "accountsizes.h"
#include "apiprobe.h"
#include "demo/networkindex.h"
#include "getx.h"
#include "listwords.h"
#include "support/testmain.h"

#include <QHostAddress>
#include <QMap>
#include <QSet>
#include <QTest>

#include <functional>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

const QByteArray subnetService = "SoftLayer_Network_Subnet";
const QByteArray allSubnets = "SoftLayer_Account/getSubnets.json";
const QString subnetRoot = u"subnets"_s;

QByteArray subnetPath(qint64 id, const QByteArray &method)
{
    return objectPath(subnetService, id, method);
}

QList<qint64> subnetIds(const SimulatedAccount &account)
{
    QList<qint64> ids;
    for (int i = 0; i < account.subnetCount(); ++i)
        ids += account.subnetId(i);
    return ids;
}

quint32 numberOf(const QJsonValue &address)
{
    return QHostAddress(address.toString()).toIPv4Address();
}

quint32 lastOf(const QJsonObject &subnet)
{
    const auto length = static_cast<quint32>(subnet["cidr"_L1].toInt());
    return numberOf(subnet["networkIdentifier"_L1]) + static_cast<quint32>((quint64{1} << (32 - length)) - 1);
}

/// The IPv4 subnets of a list by their first address. Empty if two of them overlap.
QMap<quint32, QJsonObject> byAddress(const QJsonArray &rows)
{
    QMap<quint32, QJsonObject> subnets;
    for (const QJsonValue &row : rows) {
        if (row["version"_L1].toInt() == 4)
            subnets.insert(numberOf(row["networkIdentifier"_L1]), row.toObject());
    }
    std::optional<quint32> last;
    for (auto entry = subnets.cbegin(); entry != subnets.cend(); ++entry) {
        if (last && entry.key() <= *last)
            return {};
        last = lastOf(entry.value());
    }
    return subnets;
}

/// The one that an address is in, or an empty object.
QJsonObject subnetOf(const QMap<quint32, QJsonObject> &subnets, quint32 address)
{
    auto next = subnets.upperBound(address);
    if (next == subnets.cbegin())
        return {};
    --next;
    return address <= lastOf(next.value()) ? next.value() : QJsonObject();
}

/// The server that has an address, by the address' own words; an empty object if they name none.
QJsonObject ownerOf(const SimulatedAccount &account, const QJsonValue &address)
{
    const QJsonValue hardware = address["hardware"_L1];
    const QJsonValue guest = address["virtualGuest"_L1];
    if (hardware.isObject())
        return account.hardware(account.hardwareIndex(hardware["id"_L1].toInteger()).value_or(-1));
    return guest.isObject() ? account.guest(account.guestIndex(guest["id"_L1].toInteger()).value_or(-1))
                            : QJsonObject();
}

} // namespace

class TestSubnetService : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void listsEverySubnet_data() { addAccountSizes(); }

    void listsEverySubnet()
    {
        QFETCH(const int, servers);
        ApiProbe probe(servers, withoutLimit());
        const QList<qint64> expected = subnetIds(probe.account);
        QVERIFY(expected.size() > servers);
        QCOMPARE(QSet<qint64>(expected.begin(), expected.end()).size(), expected.size());
        QCOMPARE(ascending(expected), expected);
        const SimulatedResponse all = probe.ask(allSubnets, {u"mask[id]"_s});
        QCOMPARE(headerOf(all, "SoftLayer-Total-Items").toInt(), expected.size());
        QCOMPARE(ascending(idsOf(rowsOf(all))), expected);
        const QJsonObject account =
            objectOf(probe.ask("SoftLayer_Account/getObject.json", {u"mask[id,subnetCount]"_s}));
        QCOMPARE(account["subnetCount"_L1].toInt(), expected.size());
    }

    void noServersNoSubnets()
    {
        ApiProbe probe(0);
        QCOMPARE(rowsOf(probe.ask(allSubnets, {u"mask[id]"_s})).size(), 0);
    }

    void sameSizeGivesTheSameSubnets()
    {
        const SimulatedAccount account(60);
        const SimulatedAccount same(60);
        QCOMPARE(subnetIds(account), subnetIds(same));
        for (int i = 0; i < account.subnetCount(); ++i)
            QCOMPARE(account.subnet(i), same.subnet(i));
    }

    /// Each primary address is in one subnet, on the VLAN of its port and in the datacenter of its server,
    /// and this subnet counts and lists the server; no other does.
    void serversAndSubnetsAgree_data() { addAccountSizes(); }

    void serversAndSubnetsAgree()
    {
        QFETCH(const int, servers);
        ApiProbe probe(servers, withoutLimit());
        const QJsonArray rows = rowsOf(probe.ask(
            allSubnets, {u"mask[id,networkIdentifier,cidr,version,networkVlanId,addressSpace,subnetType,"
                         "gateway,broadcastAddress,netmask,utilizedIpAddressCount,hardwareCount,"
                         "virtualGuestCount,datacenter[name],networkVlan[id],hardware[id],"
                         "virtualGuests[id]]"_s}));
        const QMap<quint32, QJsonObject> subnets = byAddress(rows);
        QVERIFY(!subnets.isEmpty());

        const QString ports =
            u"[primaryIpAddress,networkVlan[id],primarySubnet[id,networkIdentifier,cidr,gateway,"
            "broadcastAddress,netmask]]"_s;
        const QString mask = u"mask[id,primaryIpAddress,primaryBackendIpAddress,datacenter[name],"
                             "frontendNetworkComponents%1,backendNetworkComponents%1]"_s.arg(ports);
        QHash<qint64, QList<qint64>> inside[2]; // by subnet: hardware, guests
        int addresses = 0;
        for (const int kind : {0, 1}) {
            const QByteArray list = kind == 0 ? "getHardware.json" : "getVirtualGuests.json";
            for (const QJsonValue &server : rowsOf(probe.ask("SoftLayer_Account/" + list, {mask}))) {
                for (const auto &[side, own, space] :
                     {std::tuple{"frontendNetworkComponents"_L1, "primaryIpAddress"_L1, "PUBLIC"_L1},
                      {"backendNetworkComponents"_L1, "primaryBackendIpAddress"_L1, "PRIVATE"_L1}}) {
                    for (const QJsonValue &port : server[side].toArray()) {
                        if (!port["primaryIpAddress"_L1].isString())
                            continue; // for management
                        ++addresses;
                        QCOMPARE(port["primaryIpAddress"_L1], server[own]);
                        const QJsonObject subnet = subnetOf(subnets, numberOf(server[own]));
                        QVERIFY2(!subnet.isEmpty(), qPrintable(server[own].toString()));
                        QCOMPARE(subnet["networkVlanId"_L1], port["networkVlan"_L1]["id"_L1]);
                        QCOMPARE(subnet["networkVlan"_L1]["id"_L1], port["networkVlan"_L1]["id"_L1]);
                        QCOMPARE(subnet["datacenter"_L1]["name"_L1], server["datacenter"_L1]["name"_L1]);
                        QCOMPARE(subnet["addressSpace"_L1], QJsonValue(space));
                        QVERIFY(subnet["subnetType"_L1] == "PRIMARY"_L1 ||
                                subnet["subnetType"_L1] == "ADDITIONAL_PRIMARY"_L1);
                        inside[kind][subnet["id"_L1].toInteger()] += server["id"_L1].toInteger();
                        // Where the subnet that the port names is one of the account's, it is this one.
                        const QJsonValue named = port["primarySubnet"_L1];
                        if (!probe.account.subnetIndex(named["id"_L1].toInteger()))
                            continue;
                        for (const auto part : {"id"_L1, "networkIdentifier"_L1, "cidr"_L1, "gateway"_L1,
                                                "broadcastAddress"_L1, "netmask"_L1})
                            QCOMPARE(subnet[part], named[part]);
                    }
                }
            }
        }
        QVERIFY(addresses > servers);
        qint64 used = 0;
        for (const QJsonValue &row : rows) {
            const qint64 id = row["id"_L1].toInteger();
            QCOMPARE(ascending(idsOf(row["hardware"_L1].toArray())), ascending(inside[0].value(id)));
            QCOMPARE(ascending(idsOf(row["virtualGuests"_L1].toArray())), ascending(inside[1].value(id)));
            QCOMPARE(row["hardwareCount"_L1].toInt(), inside[0].value(id).size());
            QCOMPARE(row["virtualGuestCount"_L1].toInt(), inside[1].value(id).size());
            used += row["utilizedIpAddressCount"_L1].toInteger();
        }
        QCOMPARE(used, addresses);
    }

    /// A VLAN's subnets are those that name it, and are where it is.
    void vlansAndSubnetsAgree_data() { addAccountSizes(); }

    void vlansAndSubnetsAgree()
    {
        QFETCH(const int, servers);
        ApiProbe probe(servers, withoutLimit());
        QHash<qint64, QList<qint64>> onVlan;
        QHash<qint64, QJsonObject> subnets;
        for (const QJsonValue &row : rowsOf(
                 probe.ask(allSubnets, {u"mask[id,networkVlanId,podName,subnetType,datacenter[name],"
                                        "networkVlan[id,fullyQualifiedName,podName,datacenter[name]]]"_s}))) {
            const qint64 id = row["id"_L1].toInteger();
            subnets.insert(id, row.toObject());
            if (row["networkVlanId"_L1].isNull()) {
                QVERIFY(!row.toObject().contains("networkVlan"_L1));
                continue;
            }
            onVlan[row["networkVlanId"_L1].toInteger()] += id;
            QCOMPARE(row["networkVlan"_L1]["id"_L1], row["networkVlanId"_L1]);
            QCOMPARE(row["networkVlan"_L1]["podName"_L1], row["podName"_L1]);
            QCOMPARE(row["networkVlan"_L1]["datacenter"_L1]["name"_L1], row["datacenter"_L1]["name"_L1]);
            const auto vlan = probe.account.vlanIndex(row["networkVlanId"_L1].toInteger());
            QVERIFY(vlan);
            QCOMPARE(row["networkVlan"_L1]["fullyQualifiedName"_L1],
                     probe.account.vlanValue(*vlan, u"fullyQualifiedName"_s));
        }
        for (const QJsonValue &vlan : rowsOf(probe.ask("SoftLayer_Account/getNetworkVlans.json",
                                                       {u"mask[id,subnetCount,primarySubnetId,subnets[id],"
                                                        "primarySubnets[id,subnetType]]"_s}))) {
            const QList<qint64> expected = ascending(onVlan.value(vlan["id"_L1].toInteger()));
            QCOMPARE(ascending(idsOf(vlan["subnets"_L1].toArray())), expected);
            QCOMPARE(vlan["subnetCount"_L1].toInt(), expected.size());
            const QJsonValue primary = vlan["primarySubnetId"_L1];
            QCOMPARE(primary.isNull(), vlan["primarySubnets"_L1].toArray().isEmpty());
            if (!primary.isNull()) {
                QVERIFY(expected.contains(primary.toInteger()));
                QCOMPARE(subnets.value(primary.toInteger())["subnetType"_L1], QJsonValue(u"PRIMARY"_s));
            }
        }
    }

    void pagesBringEachSubnetOnce()
    {
        ApiProbe probe(300, withoutLimit());
        QList<qint64> ids;
        for (int offset = 0; offset < probe.account.subnetCount(); offset += 100) {
            const SimulatedResponse page = probe.ask(
                allSubnets, {u"mask[id]"_s, sortedBy(subnetRoot, u"id"_s), u"%1,100"_s.arg(offset)});
            QCOMPARE(headerOf(page, "SoftLayer-Total-Items").toInt(), probe.account.subnetCount());
            ids += idsOf(rowsOf(page));
        }
        QCOMPARE(ids, subnetIds(probe.account));
    }

    /// The filters that softlayer-kinds §2.2 knows to work.
    void selects_data()
    {
        QTest::addColumn<QString>("filter");
        QTest::addColumn<std::function<bool(const QJsonObject &)>>("holds");
        const auto row = [](const char *name, const char *filter,
                            std::function<bool(const QJsonObject &)> holds) {
            QTest::newRow(name) << QString(u"{\"subnets\":"_s + QLatin1String(filter) + u'}')
                                << std::move(holds);
        };
        row("version", R"({"version":{"operation":6}})",
            [](const QJsonObject &subnet) { return subnet["version"_L1] == QJsonValue(6); });
        row("type", R"({"subnetType":{"operation":"SECONDARY_ON_VLAN"}})",
            [](const QJsonObject &subnet) { return subnet["subnetType"_L1] == "SECONDARY_ON_VLAN"_L1; });
        row("datacenter", R"({"datacenter":{"name":{"operation":"dal10"}}})",
            [](const QJsonObject &subnet) { return subnet["datacenter"_L1]["name"_L1] == "dal10"_L1; });
        row("space of the VLAN", R"({"networkVlan":{"networkSpace":{"operation":"PUBLIC"}}})",
            [](const QJsonObject &subnet) {
                return subnet["networkVlan"_L1]["networkSpace"_L1] == "PUBLIC"_L1;
            });
        row("network", R"({"networkIdentifier":{"operation":"^= 198.18."}})", [](const QJsonObject &subnet) {
            return subnet["networkIdentifier"_L1].toString().startsWith("198.18."_L1);
        });
    }

    void selects()
    {
        QFETCH(const QString, filter);
        QFETCH(const std::function<bool(const QJsonObject &)>, holds);
        ApiProbe probe(300, withoutLimit());
        const QString mask = u"mask[id,version,subnetType,networkIdentifier,datacenter[name],"
                             "networkVlan[id,networkSpace]]"_s;
        QList<qint64> expected;
        for (const QJsonValue &row : rowsOf(probe.ask(allSubnets, {mask}))) {
            if (holds(row.toObject()))
                expected += row["id"_L1].toInteger();
        }
        QVERIFY(!expected.isEmpty() && expected.size() < probe.account.subnetCount());
        const SimulatedResponse filtered = probe.ask(allSubnets, {mask, filter});
        QCOMPARE(headerOf(filtered, "SoftLayer-Total-Items").toInt(), expected.size());
        QCOMPARE(ascending(idsOf(rowsOf(filtered))), ascending(expected));
    }

    void selectsByIds()
    {
        ApiProbe probe(300, withoutLimit());
        const QList<qint64> ids = subnetIds(probe.account);
        const QList<qint64> wanted{ids.at(2), ids.at(17), ids.last()};
        QCOMPARE(ascending(idsOf(rowsOf(
                     probe.ask(allSubnets, {u"mask[id]"_s, idsIn(subnetRoot, wanted + QList{qint64{5}})})))),
                 wanted);
        QCOMPARE(probe.ask(allSubnets, {u"mask[id]"_s, idsIn(u"networkVlans"_s, wanted)}).rows, ids.size());
    }

    /// Every column that softlayer-kinds §2.2 offers, in the list and one by one.
    void rowsAreTheTruth_data() { addAccountSizes(); }

    void rowsAreTheTruth()
    {
        QFETCH(const int, servers);
        ApiProbe probe(servers, withoutLimit());
        const QStringList names{u"id"_s,
                                u"networkIdentifier"_s,
                                u"cidr"_s,
                                u"version"_s,
                                u"subnetType"_s,
                                u"addressSpace"_s,
                                u"podName"_s,
                                u"networkVlanId"_s,
                                u"gateway"_s,
                                u"broadcastAddress"_s,
                                u"netmask"_s,
                                u"totalIpAddresses"_s,
                                u"usableIpAddressCount"_s,
                                u"utilizedIpAddressCount"_s,
                                u"hardwareCount"_s,
                                u"virtualGuestCount"_s,
                                u"note"_s,
                                u"routingTypeKeyName"_s,
                                u"isCustomerOwned"_s,
                                u"modifyDate"_s};
        const QString mask = u"mask[%1,datacenter[name],networkVlan[id,fullyQualifiedName],"
                             "endPointIpAddress[ipAddress],tagReferences[tag[name]],"
                             "billingItem[id,nextInvoiceTotalRecurringAmount]]"_s.arg(names.join(u','));
        const QJsonArray rows = rowsOf(probe.ask(allSubnets, {mask}));
        QCOMPARE(rows.size(), probe.account.subnetCount());
        int asked = 0;
        for (const QJsonValue &row : rows) {
            const qint64 id = row["id"_L1].toInteger();
            const QJsonObject truth = probe.account.subnet(probe.account.subnetIndex(id).value());
            for (const QString &name : names)
                QCOMPARE(row[name], truth.value(name));
            for (const auto &[relation, part] : {std::pair{"datacenter"_L1, "name"_L1},
                                                 {"endPointIpAddress"_L1, "ipAddress"_L1},
                                                 {"billingItem"_L1, "nextInvoiceTotalRecurringAmount"_L1}})
                QCOMPARE(row[relation][part], truth[relation][part]);
            QCOMPARE(row["tagReferences"_L1].toArray().size(), truth["tagReferences"_L1].toArray().size());
            if (++asked <= 100)
                QCOMPARE(objectOf(probe.ask(subnetPath(id, "getObject"), {mask})), row.toObject());
        }
    }

    void unmaskedRowsAreLocals()
    {
        ApiProbe probe;
        const TypeInfo *type = findType(QString::fromLatin1(subnetService));
        const QJsonArray rows = rowsOf(probe.ask(allSubnets));
        QVERIFY(!rows.isEmpty());
        for (const QJsonValue &row : rows) {
            for (const QString &key : row.toObject().keys())
                QCOMPARE(static_cast<int>(type->property(key)->kind),
                         static_cast<int>(PropertyInfo::Kind::Local));
            QVERIFY(row.toObject().contains("networkIdentifier"_L1));
        }
    }

    /// Each property that has a getX of its own answers with what the whole subnet says.
    void everyGetXIsTheTruth()
    {
        ApiProbe probe(60, withoutLimit());
        for (int i = probe.account.subnetCount() - 1; i >= 0; i -= 4) {
            const auto truth = [&](const QString &name) { return probe.account.subnetValue(i, name); };
            QCOMPARE(wrongGetX(probe, subnetService, probe.account.subnetId(i), truth), QStringList());
        }
    }

    /// No integer holds them, so they are texts on the wire.
    void totalsExceed64Bits()
    {
        ApiProbe probe;
        const QString filter = uR"({"subnets":{"subnetType":{"operation":"PRIMARY_6"}}})"_s;
        const SimulatedResponse response =
            probe.ask(allSubnets, {u"mask[id,cidr,totalIpAddresses,usableIpAddressCount]"_s, filter});
        QVERIFY(response.rows > 0);
        QVERIFY(response.body.contains(R"("totalIpAddresses":"18446744073709551616")"));
        QVERIFY(response.body.contains(R"("usableIpAddressCount":"18446744073709551614")"));
    }

    /// A static subnet is routed to an address of the subnet it names, and names the server that has it.
    void targetsAreInTheirSubnets()
    {
        for (const int servers : {5, 300}) {
            ApiProbe probe(servers, withoutLimit());
            int found = 0;
            int owned = 0;
            for (const QJsonValue &row :
                 rowsOf(probe.ask(allSubnets, {u"mask[id,networkVlanId,gateway,broadcastAddress,"
                                               "endPointIpAddress[id,ipAddress,subnetId,"
                                               "hardware[id,fullyQualifiedDomainName],"
                                               "virtualGuest[id,fullyQualifiedDomainName]]]"_s}))) {
                const QJsonValue target = row["endPointIpAddress"_L1];
                if (!target.isObject())
                    continue;
                ++found;
                QCOMPARE(row["gateway"_L1], QJsonValue(QString()));
                QCOMPARE(row["broadcastAddress"_L1], QJsonValue(QString()));
                const auto index = probe.account.subnetIndex(target["subnetId"_L1].toInteger());
                QVERIFY(index);
                const QJsonObject aim = probe.account.subnet(*index);
                const quint32 address = numberOf(target["ipAddress"_L1]);
                QVERIFY(address >= numberOf(aim["networkIdentifier"_L1]) && address <= lastOf(aim));
                QCOMPARE(aim["networkVlanId"_L1], row["networkVlanId"_L1]);
                if (const QJsonObject owner = ownerOf(probe.account, target); !owner.isEmpty()) {
                    ++owned;
                    QVERIFY(owner["primaryIpAddress"_L1] == target["ipAddress"_L1] ||
                            owner["primaryBackendIpAddress"_L1] == target["ipAddress"_L1]);
                }
            }
            QVERIFY(found > 0);
            QVERIFY(owned > 0 || servers < 300);
        }
    }

    /// What a user of the smallest account can see as well as one of a large one.
    void showsEverySort_data()
    {
        QTest::addColumn<std::function<bool(const QJsonObject &)>>("holds");
        const auto row = [](const char *name, std::function<bool(const QJsonObject &)> holds) {
            QTest::newRow(name) << std::move(holds);
        };
        for (const char *type : {"PRIMARY", "PRIMARY_6", "SECONDARY_ON_VLAN", "SUBNET_ON_VLAN",
                                 "STATIC_IP_ROUTED", "STATIC_IP_ROUTED_6", "GLOBAL_IP"}) {
            row(type,
                [type](const QJsonObject &subnet) { return subnet["subnetType"_L1] == QLatin1String(type); });
        }
        row("unrouted with a place", [](const QJsonObject &subnet) {
            return subnet["networkVlanId"_L1].isNull() && subnet["datacenter"_L1].isObject();
        });
        row("unrouted without a place", [](const QJsonObject &subnet) {
            return subnet["networkVlanId"_L1].isNull() && !subnet.contains("datacenter"_L1);
        });
        row("for sale", [](const QJsonObject &subnet) {
            return subnet["billingItem"_L1]["nextInvoiceTotalRecurringAmount"_L1].toDouble() > 0;
        });
        row("part of something else",
            [](const QJsonObject &subnet) { return !subnet.contains("billingItem"_L1); });
        row("empty primary",
            [](const QJsonObject &subnet) { return subnet["utilizedIpAddressCount"_L1] == QJsonValue(0); });
    }

    void showsEverySort()
    {
        QFETCH(const std::function<bool(const QJsonObject &)>, holds);
        for (const int servers : {5, 60, 2500}) {
            const SimulatedAccount account(servers);
            int found = 0;
            for (int i = 0; i < account.subnetCount(); ++i)
                found += holds(account.subnet(i)) ? 1 : 0;
            QVERIFY2(found > 0, qPrintable(QString::number(servers)));
            QVERIFY(found < account.subnetCount());
        }
    }

    void jumpsToServersAndVlan()
    {
        ApiProbe probe(2500, withoutLimit());
        int asked = 0;
        for (int i = 0; i < probe.account.subnetCount() && asked < 40; i += 7) {
            const qint64 id = probe.account.subnetId(i);
            for (const auto &[relation, count] : {std::pair{u"hardware"_s, u"hardwareCount"_s},
                                                  {u"virtualGuests"_s, u"virtualGuestCount"_s}}) {
                const int expected = probe.account.subnetValue(i, count).toInt();
                asked += expected > 0 ? 1 : 0;
                const SimulatedResponse list = probe.ask(subnetPath(id, methodOf(relation)),
                                                         {u"mask[id]"_s, sortedBy(relation, u"id"_s)});
                QCOMPARE(headerOf(list, "SoftLayer-Total-Items").toInt(), expected);
                QCOMPARE(rowsOf(list).size(), expected);
            }
            const QJsonObject vlan =
                objectOf(probe.ask(subnetPath(id, "getNetworkVlan"), {u"mask[id,vlanNumber]"_s}));
            QCOMPARE(vlan["id"_L1].toInteger(), probe.account.subnetValue(i, u"networkVlanId"_s).toInteger());
        }
        QVERIFY(asked >= 40);
    }

    void refusesWhatItIsNot()
    {
        ApiProbe probe;
        QCOMPARE(probe.ask(subnetPath(5, "getObject"), {u"mask[id]"_s}).status, 404);
        QCOMPARE(probe.ask(subnetPath(probe.account.vlanId(0), "getHardware"), {u"mask[id]"_s}).status, 404);
        const qint64 id = probe.account.subnetId(0);
        QCOMPARE(probe.ask(subnetPath(id, "editNote")).status, 500);
        QCOMPARE(probe.ask(subnetPath(id, "getNetworkTunnelContexts")).status, 500); // removed
        QCOMPARE(probe.ask(allSubnets, {u"mask[id,networkTunnelContexts[id]]"_s}).status, 500);
    }

    void faultsStrike()
    {
        const qint64 gone = SimulatedAccount(60).subnetId(3);
        const qint64 created = SimulatedAccount(60).subnetId(9);
        const FaultScope lists{.method = u"Account::getSubnets"_s};
        ApiProbe probe(60, withoutLimit({{Fault::Kind::RowsVanish, lists, 1, {}, {gone}},
                                         {Fault::Kind::RowsAppear, lists, 1, {}, {created}}}));
        const int count = probe.account.subnetCount();
        const SimulatedResponse before = probe.ask(allSubnets, {u"mask[id]"_s});
        QCOMPARE(headerOf(before, "SoftLayer-Total-Items").toInt(), count - 1);
        QVERIFY(idsOf(rowsOf(before)).contains(gone) && !idsOf(rowsOf(before)).contains(created));
        const SimulatedResponse after = probe.ask(allSubnets, {u"mask[id]"_s});
        QCOMPARE(headerOf(after, "SoftLayer-Total-Items").toInt(), count - 1);
        QVERIFY(!idsOf(rowsOf(after)).contains(gone) && idsOf(rowsOf(after)).contains(created));
        QCOMPARE(probe.ask(subnetPath(gone, "getObject"), {u"mask[id]"_s}).status, 404);
        QCOMPARE(probe.ask(subnetPath(created, "getObject"), {u"mask[id]"_s}).status, 200);

        ApiProbe concealing(60, withoutLimit({{Fault::Kind::ConcealedRelation, {}, 0, u"networkVlan"_s}}));
        QCOMPARE(concealing.ask(allSubnets, {u"mask[id,networkVlan[id]]"_s}).status, 404);
        QCOMPARE(concealing.ask(allSubnets, {u"mask[id]"_s}).status, 200);
        ApiProbe missing(60, withoutLimit({{Fault::Kind::MissingTotal, {.method = u"getSubnets"_s}}}));
        QVERIFY(headerOf(missing.ask(allSubnets, {u"mask[id]"_s}), "SoftLayer-Total-Items").isEmpty());
    }

    /// The largest account: each address in one subnet, all on the right VLAN.
    void largestAccountHasRoom()
    {
        constexpr int servers = 100'000;
        const SimulatedAccount account(servers);
        const NetworkIndex &index = *account.network();
        qint64 inside = 0;
        QMap<quint32, quint32> ranges;
        for (const Subnet &subnet : index.subnets()) {
            inside += subnet.deviceCount;
            if (subnet.version() == 6)
                continue;
            QVERIFY(!ranges.contains(subnet.network));
            ranges.insert(subnet.network, subnet.network + subnet.addresses() - 1);
            for (const AddressedDevice &device : index.devicesIn(subnet)) {
                QCOMPARE(device.vlan, subnet.vlan);
                QVERIFY(device.address >= subnet.network &&
                        device.address - subnet.network < subnet.addresses());
            }
        }
        quint32 last = 0;
        for (auto range = ranges.cbegin(); range != ranges.cend(); ++range) {
            QVERIFY(range.key() > last);
            last = range.value();
        }
        qint64 ports = 0;
        for (const Vlan &vlan : index.vlans()) {
            const VlanMembers &members = index.membersOfVlan(*index.rowOfVlan(vlan.id()));
            ports += members.hardware.size() + members.virtualGuests.size();
        }
        QCOMPARE(inside, ports);
        QVERIFY(inside > servers && inside < 2 * servers);
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSubnetService)
#include "tst_subnetservice.moc"
