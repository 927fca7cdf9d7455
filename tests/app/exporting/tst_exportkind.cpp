// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "exporting/exportkind.h"
#include "loaders/loadoutcome.h"
#include "support/testmain.h"

#include <QHash>
#include <QSet>
#include <QTest>

#include <utility>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

ExportKind kindOfName(const char *name)
{
    return ExportKind::find(QString::fromLatin1(name)).value();
}

/// Of the fact sheet, softlayer-kinds §1; it has none of servers and pools.
constexpr std::pair<const char *, const char *> sheetsOfKinds[] = {
    {"servers", "vServers"},
    {"bare-metal", "vBareMetal"},
    {"virtual", "vVirtual"},
    {"pools", "vPools"},
    {"pool-members", "vPoolMembers"},
    {"vlans", "vVLANs"},
    {"subnets", "vSubnets"},
    {"ip-addresses", "vIPAddresses"},
    {"global-ips", "vGlobalIPs"},
    {"gateways", "vGateways"},
    {"gateway-members", "vGatewayMembers"},
    {"gateway-vlans", "vGatewayVLANs"},
    {"load-balancers", "vLoadBalancers"},
    {"lb-listeners", "vLBListeners"},
    {"lb-members", "vLBMembers"},
    {"netscalers", "vNetScalers"},
    {"routers", "vRouters"},
    {"pods", "vPods"},
    {"firewalls", "vFirewalls"},
    {"firewall-rules", "vFirewallRules"},
    {"server-firewalls", "vServerFirewalls"},
    {"security-groups", "vSecurityGroups"},
    {"security-group-rules", "vSecurityGroupRules"},
    {"security-group-bindings", "vSecurityGroupBindings"},
    {"ssh-keys", "vSSHKeys"},
    {"certificates", "vSSLCertificates"},
    {"block-storage", "vBlockStorage"},
    {"snapshots", "vStorageSnapshots"},
    {"file-storage", "vFileStorage"},
    {"object-storage", "vObjectStorage"},
    {"portable-disks", "vPortableDisks"},
    {"dedicated-hosts", "vDedicatedHosts"},
    {"images", "vImages"},
    {"placement-groups", "vPlacementGroups"},
    {"reserved-capacity", "vReservedCapacity"},
    {"reserved-instances", "vReservedInstances"},
    {"virtual-licenses", "vVirtualLicenses"},
    {"account-licenses", "vAccountLicenses"},
    {"hooks", "vProvisioningHooks"},
    {"dns-zones", "vDNSDomains"},
    {"dns-records", "vDNSRecords"},
    {"dns-secondary", "vDNSSecondary"},
    {"billing-items", "vBilling"},
    {"invoices", "vInvoices"},
    {"invoice-items", "vInvoiceItems"},
    {"orders", "vOrders"},
    {"quotes", "vQuotes"},
    {"cancellations", "vCancellations"},
    {"upgrades", "vUpgrades"},
    {"tickets", "vTickets"},
    {"events", "vEvents"},
    {"users", "vUsers"},
    {"event-log", "vEventLog"},
    {"tags", "vTags"},
    {"tag-references", "vTagReferences"},
    {"email-accounts", "vEmailAccounts"},
};

LoadOutcome outcomeOf(RowKind kind, const QList<ApiError> &errors)
{
    LoadOutcome outcome;
    LoadOutcome::List list;
    list.kind = kind;
    list.errors = errors;
    outcome.lists.append(list);
    return outcome;
}

} // namespace

class TestExportKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeAccountHasEachRowOnce();
    void everythingOfAPartIsThatPart();
    void aFileOfNothingIsHopelessAfterAnError();
    void sheetsHaveTheirNames();
};

void TestExportKind::theWholeAccountHasEachRowOnce()
{
    QSet<QString> names;
    QSet<const TableSpec *> tables;
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        QVERIFY2(!names.contains(kind.name), qPrintable(kind.name));
        names.insert(kind.name);
        tables.insert(kind.table);
    }
    QCOMPARE(tables.size(), static_cast<qsizetype>(allTables().size()));
    QVERIFY(names.contains(u"bare-metal"_s) && names.contains(u"virtual"_s));
    QVERIFY(!names.contains(u"servers"_s)); // they are in the other two
}

void TestExportKind::everythingOfAPartIsThatPart()
{
    const InventoryTable table = makeTable({virtualServer(1, {{ServerColumn::Fqdn, text("b")}}),
                                            bareMetal(2, {{ServerColumn::Fqdn, text("a")}}),
                                            bareMetal(3, {{ServerColumn::Fqdn, text("c")}})});
    const auto rowsOf = [&table](const char *name) {
        return arrange(table, kindOfName(name).everything(), CancelToken())->rowsInOrder();
    };
    QCOMPARE(rowsOf("bare-metal"), (QList<int>{1, 2}));
    QCOMPARE(rowsOf("virtual"), QList<int>{0});
    QCOMPARE(rowsOf("servers"), (QList<int>{1, 0, 2})); // by name
    QVERIFY(kindOfName("bare-metal").has(table.key(1)));
    QVERIFY(!kindOfName("bare-metal").has(table.key(0)));
    QVERIFY(kindOfName("servers").has(table.key(0)));
}

void TestExportKind::aFileOfNothingIsHopelessAfterAnError()
{
    const InventoryTable table = makeTable({virtualServer(1, {})});
    const ApiError error = ApiError::make(ApiError::Kind::Server);
    const LoadOutcome failed = outcomeOf(RowKind::BareMetal, {error});
    QVERIFY(kindOfName("bare-metal").isHopeless(table, failed));
    QVERIFY(!kindOfName("virtual").isHopeless(table, failed)); // it has a row
    QVERIFY(!kindOfName("servers").isHopeless(table, failed));
    QVERIFY(!kindOfName("bare-metal").isHopeless(table, outcomeOf(RowKind::BareMetal, {}))); // truly none

    const InventoryTable members(memberCatalogue());
    QVERIFY(kindOfName("pool-members").isHopeless(members, outcomeOf(RowKind::Pool, {error}))); // below them
    LoadOutcome broken;
    broken.fatal = error;
    QVERIFY(kindOfName("pool-members").isHopeless(members, broken));
    QVERIFY(!kindOfName("virtual").isHopeless(table, broken));
}

void TestExportKind::sheetsHaveTheirNames()
{
    QHash<QString, QString> known;
    for (const auto &[kind, sheet] : sheetsOfKinds)
        known.insert(QString::fromLatin1(kind), QString::fromLatin1(sheet));
    QSet<QString> sheets;
    for (const ExportKind &kind : ExportKind::all()) {
        QVERIFY2(known.contains(kind.name), qPrintable(kind.name));
        QCOMPARE(kind.sheet(), known.value(kind.name));
        QVERIFY2(kind.sheet().size() <= 31, qPrintable(kind.name)); // a sheet's name is no longer
        QVERIFY2(!sheets.contains(kind.sheet().toLower()), qPrintable(kind.name)); // nor are two alike
        sheets.insert(kind.sheet().toLower());
    }
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestExportKind)
#include "tst_exportkind.moc"
