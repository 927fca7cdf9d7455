// SPDX-License-Identifier: GPL-3.0-or-later
#include "apiprobe.h"
#include "demo/metricids.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Every part of the answer stands in the truth as well, on every level; lists have equally many rows, in any
/// order. Empty: it does.
QString mismatch(const QJsonValue &answer, const QJsonValue &truth, const QString &where)
{
    if (answer.isArray()) {
        const QJsonArray rows = answer.toArray();
        const QJsonArray others = truth.toArray();
        if (rows.size() != others.size())
            return where + u" has another number of rows"_s;
        for (const QJsonValue &row : rows) {
            const bool isThere = std::any_of(others.begin(), others.end(), [&](const QJsonValue &other) {
                return mismatch(row, other, where).isEmpty();
            });
            if (!isThere)
                return where + u" has a row of its own"_s;
        }
        return {};
    }
    if (answer.isObject()) {
        const QJsonObject object = answer.toObject();
        for (auto entry = object.begin(); entry != object.end(); ++entry) {
            const QString found = mismatch(entry.value(), truth[entry.key()], where + u'.' + entry.key());
            if (!found.isEmpty())
                return found;
        }
        return truth.isObject() ? QString() : QString(where + u" is an object"_s);
    }
    return answer == truth || (answer.isNull() && truth.isUndefined()) ? QString()
                                                                       : QString(where + u" differs"_s);
}

} // namespace

/// The calls a detail page is made of (softlayer-api §7.2 and §7.4), but for those whose answers are secret.
class TestDeviceDetails : public QObject
{
    Q_OBJECT

private:
    ApiProbe m_probe{300, withoutLimit()};

    [[nodiscard]] int count(bool isHardware) const
    {
        return isHardware ? m_probe.account.hardwareCount() : m_probe.account.guestCount();
    }
    [[nodiscard]] QJsonValue truth(bool isHardware, int index, const QString &property) const
    {
        return isHardware ? m_probe.account.hardwareValue(index, property)
                          : m_probe.account.guestValue(index, property);
    }
    [[nodiscard]] SimulatedResponse ask(bool isHardware, int index, const QByteArray &method,
                                        const QString &mask = {})
    {
        const qint64 id = isHardware ? m_probe.account.hardwareId(index) : m_probe.account.guestId(index);
        const QByteArray service = isHardware ? "SoftLayer_Hardware_Server/" : "SoftLayer_Virtual_Guest/";
        return m_probe.ask(service + QByteArray::number(id) + '/' + method + ".json", {mask});
    }

private Q_SLOTS:
    void answersWithTheTruth_data()
    {
        QTest::addColumn<bool>("isHardware");
        QTest::addColumn<QString>("property");
        QTest::addColumn<QString>("mask");
        const auto row = [](bool isHardware, const char *property, const char *mask = "") {
            QTest::addRow("%s %s", isHardware ? "hardware" : "guest", property)
                << isHardware << QString::fromLatin1(property) << QString::fromLatin1(mask);
        };
        row(true, "networkComponents",
            "mask[id,status,speed,maxSpeed,name,ipmiMacAddress,ipmiIpAddress,macAddress,primaryIpAddress,"
            "port,"
            "primarySubnet[id,netmask,broadcastAddress,networkIdentifier,gateway],"
            "uplinkComponent[networkVlanTrunks[networkVlan[id,vlanNumber,networkSpace,fullyQualifiedName]]]"
            "]");
        row(true, "activeComponents",
            "mask[id,hardwareComponentModel[longDescription,hardwareGenericComponentModel[id,"
            "hardwareComponentType[keyName]]]]");
        row(true, "components",
            "mask[id,hardwareComponentModel[longDescription,hardwareGenericComponentModel[description,"
            "hardwareComponentType[keyName]],firmwares[createDate,version]]]");
        row(true, "hardDrives");
        row(true, "processors");
        row(true, "memory");
        row(true, "networkCards");
        row(true, "raidControllers");
        row(true, "powerSupply");
        row(true, "motherboard");
        row(true, "hardwareChassis", "mask[id,name]");
        row(true, "hardwareStatus");
        row(true, "hardwareState", "mask[id,deviceStatus[keyName]]");
        row(true, "projectedPublicBandwidthUsage");
        row(true, "outboundBandwidthUsage");
        row(false, "blockDevices", "mask[id,device,mountType,diskImage]");
        row(false, "networkComponents",
            "mask[id,status,speed,maxSpeed,name,macAddress,primaryIpAddress,port,primarySubnet[addressSpace],"
            "securityGroupBindings[securityGroup[id,name]]]");
        row(false, "dedicatedHost", "mask[id,name]");
        row(false, "blockDeviceTemplateGroup", "mask[id,name,globalIdentifier]");
        row(false, "powerState", "mask[keyName,name]");
        row(false, "status");
        row(false, "deviceStatus");
        for (const bool isHardware : {true, false}) {
            row(isHardware, "activeTransaction", "mask[id,transactionStatus[friendlyName,name]]");
            row(isHardware, "activeTransactions", "mask[id]");
            row(isHardware, "lastTransaction",
                "mask[id,modifyDate,transactionStatus,transactionGroup[name]]");
            row(isHardware, "lastOperatingSystemReload", "mask[id,modifyDate]");
            row(isHardware, "operatingSystem",
                "mask[id,softwareLicense[softwareDescription[manufacturer,name,version,referenceCode]]]");
            row(isHardware, "softwareComponents",
                "mask[id,softwareLicense[softwareDescription[manufacturer,name,version,referenceCode]]]");
            row(isHardware, "billingItem",
                "mask[id,nextInvoiceTotalRecurringAmount,package[id,keyName],children[description,"
                "categoryCode,"
                "cancellationDate],nextInvoiceChildren[description,categoryCode,recurringFee,"
                "nextInvoiceTotalRecurringAmount],orderItem[id,order.userRecord[username],preset.keyName]]");
            row(isHardware, "tagReferences", "mask[id,tag[name,id]]");
            row(isHardware, "networkVlans", "mask[id,vlanNumber,networkSpace,fullyQualifiedName]");
            row(isHardware, "virtualRack", "mask[id,name,bandwidthAllotmentTypeId]");
            row(isHardware, "bandwidthAllotmentDetail",
                "mask[id,effectiveDate,endEffectiveDate,allocation[amount]]");
            row(isHardware, "billingCycleBandwidthUsage", "mask[amountIn,amountOut,type]");
            row(isHardware, "billingCyclePublicBandwidthUsage", "mask[amountIn,amountOut]");
            row(isHardware, "currentBandwidthSummary");
            row(isHardware, "metricTrackingObjectId");
            row(isHardware, "datacenter", "mask[id,name,longName]");
            row(isHardware, "hourlyBillingFlag");
            row(isHardware, "bandwidthAllocation");
            row(isHardware, "outboundPublicBandwidthUsage");
            row(isHardware, "globalIdentifier");
        }
    }

    void answersWithTheTruth()
    {
        QFETCH(const bool, isHardware);
        QFETCH(const QString, property);
        QFETCH(const QString, mask);
        const QByteArray method = "get" + QString(property.at(0).toUpper() + property.sliced(1)).toUtf8();
        int filled = 0;
        for (int i = 0; i < count(isHardware); ++i) {
            const SimulatedResponse response = ask(isHardware, i, method, mask);
            QCOMPARE(response.status, 200);
            const QJsonValue answer = QJsonDocument::fromJson('[' + response.body + ']').array().first();
            const QJsonValue expected = truth(isHardware, i, property);
            QCOMPARE(mismatch(answer, expected, property), QString());
            // A relation without a target is null, a list without rows is one (softlayer-api §2.3).
            QCOMPARE(answer.isNull(), expected.isUndefined());
            QCOMPARE(answer.isArray(), expected.isArray());
            filled += answer.isNull() || answer == QJsonValue(QJsonArray()) ? 0 : 1;
        }
        QVERIFY(filled > 0);
    }

    /// What makes these answers worth showing is there, and not on every server.
    void partsVary_data()
    {
        QTest::addColumn<bool>("isHardware");
        QTest::addColumn<QString>("property");
        QTest::addColumn<std::function<bool(const QJsonValue &)>>("holds");
        const auto row = [](const char *name, bool isHardware, const QString &property,
                            std::function<bool(const QJsonValue &)> holds) {
            QTest::newRow(name) << isHardware << property << std::move(holds);
        };
        const auto anyOf = [](std::function<bool(const QJsonValue &)> holds) {
            return [holds = std::move(holds)](const QJsonValue &value) {
                const QJsonArray rows = value.toArray();
                return std::any_of(rows.begin(), rows.end(), holds);
            };
        };
        const auto modelHas = [=](const QString &keyName) {
            return anyOf([keyName](const QJsonValue &part) {
                return part["hardwareComponentModel"_L1]["hardwareGenericComponentModel"_L1]
                           ["hardwareComponentType"_L1]["keyName"_L1]
                               .toString() == keyName;
            });
        };
        row("trunks", true, u"networkComponents"_s, anyOf([](const QJsonValue &port) {
                return !port["uplinkComponent"_L1]["networkVlanTrunks"_L1].toArray().isEmpty();
            }));
        row("a port that is off", true, u"networkComponents"_s,
            anyOf([](const QJsonValue &port) { return port["status"_L1] == "USER_OFF"_L1; }));
        row("a port without permission", true, u"networkComponents"_s,
            anyOf([](const QJsonValue &port) { return port["status"_L1] == "DISABLED"_L1; }));
        row("a redundant port", true, u"networkComponents"_s,
            anyOf([](const QJsonValue &port) { return port["redundancyEnabledFlag"_L1].toBool(); }));
        row("many disks", true, u"hardDrives"_s,
            [](const QJsonValue &disks) { return disks.toArray().size() > 3; });
        row("disks of different sizes", true, u"hardDrives"_s, [](const QJsonValue &disks) {
            const QJsonArray all = disks.toArray();
            return all.first()["hardwareComponentModel"_L1]["capacity"_L1] !=
                   all.last()["hardwareComponentModel"_L1]["capacity"_L1];
        });
        row("a disk without serial number", true, u"hardDrives"_s,
            anyOf([](const QJsonValue &disk) { return !disk.toObject().contains("serialNumber"_L1); }));
        row("several memory modules", true, u"memory"_s,
            [](const QJsonValue &modules) { return modules.toArray().size() > 2; });
        row("a drive controller", true, u"activeComponents"_s, modelHas(u"DRIVE_CONTROLLER"_s));
        row("older firmware", true, u"motherboard"_s, [](const QJsonValue &board) {
            return board["hardwareComponentModel"_L1]["firmwares"_L1].toArray().size() == 2;
        });
        row("other software", true, u"softwareComponents"_s,
            [](const QJsonValue &all) { return all.toArray().size() == 2; });
        row("other software on guests", false, u"softwareComponents"_s,
            [](const QJsonValue &all) { return all.toArray().size() == 2; });
        row("a cancelled child", true, u"billingItem"_s, [](const QJsonValue &item) {
            return item["children"_L1].toArray().size() > item["nextInvoiceChildren"_L1].toArray().size();
        });
        row("several disks", false, u"blockDevices"_s,
            [](const QJsonValue &disks) { return disks.toArray().size() > 3; });
        row("security groups", false, u"networkComponents"_s, anyOf([](const QJsonValue &port) {
                return !port["securityGroupBindings"_L1].toArray().isEmpty();
            }));
        row("in a transaction", false, u"activeTransaction"_s,
            [](const QJsonValue &transaction) { return transaction.isObject(); });
        row("reloaded", false, u"lastOperatingSystemReload"_s,
            [](const QJsonValue &transaction) { return transaction.isObject(); });
        row("on a dedicated host", false, u"dedicatedHost"_s,
            [](const QJsonValue &host) { return host.isObject(); });
    }

    void partsVary()
    {
        QFETCH(const bool, isHardware);
        QFETCH(const QString, property);
        QFETCH(const std::function<bool(const QJsonValue &)>, holds);
        int found = 0;
        for (int i = 0; i < count(isHardware); ++i)
            found += holds(truth(isHardware, i, property)) ? 1 : 0;
        QVERIFY(found > 0);
        QVERIFY(found < count(isHardware));
    }

    /// The VLAN table tells primary from trunked ones: the latter are listed too.
    void trunkedVlansAreListed()
    {
        int trunks = 0;
        for (int i = 0; i < count(true); ++i) {
            QSet<qint64> listed;
            const QJsonArray vlans = truth(true, i, u"networkVlans"_s).toArray();
            for (const QJsonValue &vlan : vlans)
                listed += vlan["id"_L1].toInteger();
            QCOMPARE(listed.size(), vlans.size());
            for (const QJsonValue &port : truth(true, i, u"networkComponents"_s).toArray()) {
                for (const QJsonValue &trunk : port["uplinkComponent"_L1]["networkVlanTrunks"_L1].toArray()) {
                    QVERIFY(listed.contains(trunk["networkVlanId"_L1].toInteger()));
                    QVERIFY(trunk["networkVlanId"_L1] != port["networkVlanId"_L1]);
                    ++trunks;
                }
            }
        }
        QVERIFY(trunks > 0);
    }

    void idleIsNull()
    {
        const auto bodyOf = [&](bool isHardware) {
            for (int i = 0; i < count(isHardware); ++i) {
                if (truth(isHardware, i, u"activeTransaction"_s).isUndefined())
                    return ask(isHardware, i, "getActiveTransaction").body;
            }
            return QByteArray();
        };
        QCOMPARE(bodyOf(true), QByteArray("null"));
        QCOMPARE(bodyOf(false), QByteArray("null"));
    }

    void trackingObjectIsABareNumber()
    {
        QCOMPARE(ask(true, 4, "getMetricTrackingObjectId").body,
                 QByteArray::number(metricIdOf(DeviceKind::Hardware, 4)));
        QCOMPARE(ask(false, 4, "getMetricTrackingObjectId").body,
                 QByteArray::number(metricIdOf(DeviceKind::Guest, 4)));
        QCOMPARE(m_probe
                     .ask("SoftLayer_Network_Bandwidth_Version1_Allotment/" +
                          QByteArray::number(m_probe.account.poolId(1)) + "/getMetricTrackingObjectId.json")
                     .body,
                 QByteArray::number(metricIdOfPool(2)));
    }

    void reverseNamesOfGuests()
    {
        for (int i = 0; i < count(false); ++i) {
            const SimulatedResponse response = ask(false, i, "getReverseDomainRecords");
            QCOMPARE(response.status, 200);
            const QJsonArray records = rowsOf(response);
            QCOMPARE(records.isEmpty(), truth(false, i, u"primaryIpAddress"_s).isUndefined());
            const QString name = truth(false, i, u"fullyQualifiedDomainName"_s).toString() + u'.';
            if (!records.isEmpty())
                QCOMPARE(rowsOf(ask(false, i, "getReverseDomainRecords", u"mask[resourceRecords[data]]"_s))
                             .first()["resourceRecords"_L1][0]["data"_L1]
                             .toString(),
                         name);
        }
        QCOMPARE(ask(true, 0, "getReverseDomainRecords").status, 500);
    }

    void dedicatedHostsByTheirId()
    {
        int asked = 0;
        for (int i = 0; i < count(false); ++i) {
            const QJsonValue host = truth(false, i, u"dedicatedHost"_s);
            if (host.isUndefined())
                continue;
            ++asked;
            const QByteArray path =
                "SoftLayer_Virtual_DedicatedHost/" + QByteArray::number(host["id"_L1].toInteger());
            QCOMPARE(objectOf(m_probe.ask(path + "/getObject.json", {u"mask[id,name]"_s})), host.toObject());
        }
        QVERIFY(asked > 0);
        QCOMPARE(m_probe.ask("SoftLayer_Virtual_DedicatedHost/7.json").status, 404);
        QCOMPARE(m_probe.ask("SoftLayer_Virtual_DedicatedHost/80501/getGuests.json").status, 500);
    }

    /// Nothing a detail page can ask for is unknown to the services.
    void everyRelationHasItsMethod()
    {
        for (const bool isHardware : {true, false}) {
            const TypeInfo *type = actualType(isHardware ? DeviceKind::Hardware : DeviceKind::Guest);
            for (auto entry = type->properties.cbegin(); entry != type->properties.cend(); ++entry) {
                const QByteArray method =
                    "get" + QString(entry.key().at(0).toUpper() + entry.key().sliced(1)).toUtf8();
                QCOMPARE(ask(isHardware, 0, method).status, entry->isRelation() ? 200 : 500);
            }
        }
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestDeviceDetails)
#include "tst_devicedetails.moc"
