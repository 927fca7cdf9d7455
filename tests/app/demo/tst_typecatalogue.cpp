// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/simplelist.h"
#include "demo/simulatedaccount.h"
#include "demo/typecatalogue.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QTest>

using namespace layerscope;
using namespace layerscope::demo;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The first thing about a wire object that its declared type does not know, or an empty text.
QString undeclared(const QJsonObject &object, const TypeInfo *type, const QString &path)
{
    for (auto entry = object.begin(); entry != object.end(); ++entry) {
        const QString here = path + u'.' + entry.key();
        const PropertyInfo *property = type->property(entry.key());
        if (!property)
            return here + u" is unknown"_s;
        if (entry->isNull())
            continue;
        const bool isToMany = property->kind == PropertyInfo::Kind::ToMany;
        if (isToMany != entry->isArray() ||
            (property->kind == PropertyInfo::Kind::ToOne) != entry->isObject())
            return here + u" has another shape"_s;
        for (const QJsonValue &part : isToMany ? entry->toArray() : QJsonArray{*entry}) {
            const QString inner =
                property->target ? undeclared(part.toObject(), property->target, here) : QString();
            if (!inner.isEmpty())
                return inner;
        }
    }
    return {};
}

} // namespace

class TestTypeCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void knowsKinds_data()
    {
        QTest::addColumn<QString>("type");
        QTest::addColumn<QString>("property");
        QTest::addColumn<int>("kind");
        using Kind = PropertyInfo::Kind;
        const auto row = [](const char *type, const char *property, Kind kind) {
            QTest::addRow("%s.%s", type, property) << QString(u"SoftLayer_"_s + QString::fromLatin1(type))
                                                   << QString::fromLatin1(property) << static_cast<int>(kind);
        };
        row("Hardware", "hostname", Kind::Local);
        row("Hardware", "primaryIpAddress", Kind::Scalar);
        row("Hardware", "datacenter", Kind::ToOne);
        row("Hardware", "tagReferences", Kind::ToMany);
        row("Hardware", "tagReferenceCount", Kind::Count);
        row("Hardware", "processorCount", Kind::Count);
        row("Hardware", "memoryCount", Kind::Count);
        row("Hardware_Server", "hostname", Kind::Local);
        row("Hardware_Server", "activeTransaction", Kind::ToOne);
        row("Hardware_Server", "activeTransactionCount", Kind::Count);
        row("Virtual_Guest", "maxMemory", Kind::Local);
        row("Virtual_Guest", "powerState", Kind::ToOne);
        row("Account", "hardwareCount", Kind::Count);
        row("Account", "virtualGuestCount", Kind::Count);
        row("Account", "bandwidthAllotmentCount", Kind::Count);
        row("Network_Bandwidth_Version1_Allotment", "bareMetalInstanceCount", Kind::Count);
        row("Network_Bandwidth_Version1_Allotment", "privateNetworkOnlyHardwareCount", Kind::Count);
        row("Network_Bandwidth_Version1_Allotment", "activeDetailCount", Kind::Count);
        row("Network_Vlan", "networkSpace", Kind::Local);
        row("Billing_Item_Hardware", "nextInvoiceTotalRecurringAmount", Kind::Scalar);
    }

    void knowsKinds()
    {
        QFETCH(const QString, type);
        QFETCH(const QString, property);
        QFETCH(const int, kind);
        QVERIFY(findType(type));
        const PropertyInfo *info = findType(type)->property(property);
        QVERIFY(info);
        QCOMPARE(static_cast<int>(info->kind), kind);
    }

    void keepsServerPropertiesApart()
    {
        const TypeInfo *hardware = findType(u"SoftLayer_Hardware"_s);
        const TypeInfo *server = findType(u"SoftLayer_Hardware_Server"_s);
        for (const QString &name :
             {u"activeTransaction"_s, u"projectedPublicBandwidthUsage"_s, u"privateIpAddress"_s,
              u"metricTrackingObjectId"_s, u"billingCyclePublicBandwidthUsage"_s}) {
            QVERIFY2(!hardware->property(name), qPrintable(name));
            QVERIFY2(server->property(name), qPrintable(name));
        }
        QVERIFY(server->isA(hardware));
        QVERIFY(!hardware->isA(server));
        // 30-day sums are not there for guests (softlayer-api §6.3).
        QVERIFY(!findType(u"SoftLayer_Virtual_Guest"_s)->property(u"outboundBandwidthUsage"_s));
    }

    void unknownTypes()
    {
        QVERIFY(!findType(u"SoftLayer_Nothing"_s));
        QVERIFY(!findType(u"Hardware"_s));
        QVERIFY(!findType({}));
    }

    /// Whatever the account tells, a mask can ask for: same names, same shapes, on every level.
    void describesTheSimulatedAccount()
    {
        const SimulatedAccount account(150);
        for (int i = 0; i < account.hardwareCount(); ++i)
            QCOMPARE(undeclared(account.hardware(i), findType(u"SoftLayer_Hardware_Server"_s), u"hardware"_s),
                     QString());
        for (int i = 0; i < account.guestCount(); ++i)
            QCOMPARE(undeclared(account.guest(i), findType(u"SoftLayer_Virtual_Guest"_s), u"guest"_s),
                     QString());
        const TypeInfo *poolType = findType(u"SoftLayer_Network_Bandwidth_Version1_Allotment"_s);
        for (int i = 0; i < account.poolCount(); ++i)
            QCOMPARE(undeclared(account.pool(i), poolType, u"pool"_s), QString());
        QCOMPARE(undeclared(account.defaultRack(), poolType, u"rack"_s), QString());
        for (int i = 0; i < account.vlanCount(); ++i)
            QCOMPARE(undeclared(account.vlan(i), findType(u"SoftLayer_Network_Vlan"_s), u"vlan"_s),
                     QString());
        for (int i = 0; i < account.subnetCount(); ++i)
            QCOMPARE(undeclared(account.subnet(i), findType(u"SoftLayer_Network_Subnet"_s), u"subnet"_s),
                     QString());
        for (const SimpleList *list : simpleLists()) {
            QVERIFY(list->type());
            for (const QJsonValue &row : account.listed(list->relationName()))
                QCOMPARE(undeclared(row.toObject(), list->type(), list->relationName()), QString());
        }
        QCOMPARE(undeclared(account.account(), findType(u"SoftLayer_Account"_s), u"account"_s), QString());
        QCOMPARE(undeclared(account.currentUser(), findType(u"SoftLayer_User_Customer"_s), u"user"_s),
                 QString());
    }
};

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTypeCatalogue)
#include "tst_typecatalogue.moc"
