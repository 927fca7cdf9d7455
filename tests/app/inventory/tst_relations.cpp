// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/relations.h"

#include "app/inventory/poolbuilder.h"
#include "app/inventory/tablebuilder.h"
#include "inventory/inventorytable.h"
#include "inventory/rowfilter.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <utility>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// All columns of a row, as an answer has them.
InventoryTable tableWith(const TableSpec &spec, RowKind kind, const QByteArray &rows)
{
    JsonIssues issues;
    const Catalogue &catalogue = spec.catalogue();
    const RowPatches patches =
        decodeRows(catalogue, kind, catalogue.groupsOfKind(kind),
                   JsonReader(QJsonDocument::fromJson('[' + rows + ']').array(), issues));
    InventoryTable table(catalogue);
    for (const RowPatch &patch : patches.rows)
        table.listRow(patch, nullptr);
    return table;
}

const TableSpec &tableNamed(const char *key)
{
    return *tableOfKey(QString::fromLatin1(key));
}

const Relation &relationOf(const TableSpec &table, const char *key)
{
    return *std::find_if(table.relations.begin(), table.relations.end(), [key](const Relation &relation) {
        return QLatin1StringView(relation.key) == QLatin1StringView(key);
    });
}

std::optional<Jump> jump(const char *table, RowKind kind, const QByteArray &row, const char *relation)
{
    const TableSpec &spec = tableNamed(table);
    return jumpFrom(tableWith(spec, kind, row), 0, relationOf(spec, relation));
}

/// The ids of the rows that a jump's filter lets through.
QList<qint64> idsBehind(const Jump &jump, const InventoryTable &table)
{
    const RowFilter filter = RowFilter::parse(jump.filter, table.catalogue());
    QList<qint64> ids;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (filter.matches(table, row, {}))
            ids.append(table.key(row).id);
    }
    return ids;
}

} // namespace

class TestRelations : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void allAreWhole();
    void vlansLeadToTheirServersAndSubnets();
    void serversLeadToTheirVlans();
    void serversLeadToTheirVolumes();
    void volumesLeadToTheirServers();
    void serversLeadToWhatTheyAreChargedBy();
    void billingItemsLeadToWhatTheyAreFor();
    void poolsLeadToTheirServers();
    void subnetsLeadToTheServersInThem();
    void subnetsNameTheServersTheyAreRoutedTo();
    void whatIsNotKnownLeadsNowhere();
    void rowsNameThoseOfOtherTables();
    void networks_data();
    void networks();
};

/// What a description may get wrong: a table, a column or a word that there is not.
void TestRelations::allAreWhole()
{
    int seen = 0;
    for (const TableSpec *table : allTables()) {
        QSet<QLatin1StringView> keys;
        for (const Relation &relation : table->relations) {
            ++seen;
            const TableSpec *target = tableOfKey(QString::fromLatin1(relation.table));
            QVERIFY2(target != nullptr && target->parent == nullptr, relation.key); // it has a page
            QVERIFY(!keys.contains(QLatin1StringView(relation.key)));
            keys.insert(QLatin1StringView(relation.key));
            QVERIFY(!relation.translatedTitle().isEmpty());
            QVERIFY(relation.column >= 0 && relation.column < table->catalogue().columnCount());
            QCOMPARE(*relation.word == '\0', relation.words != nullptr);
            if (*relation.word == '\0')
                continue;
            const auto column = target->catalogue().find(QString::fromLatin1(relation.word));
            QVERIFY2(column, relation.word);
            // The word means this column, whatever short forms there are.
            const ColumnSet named =
                RowFilter::parse(QLatin1StringView(relation.word) + u"=1"_s, target->catalogue())
                    .namedColumns();
            QCOMPARE(named, ColumnSet().set(static_cast<std::size_t>(*column)));
        }
    }
    QVERIFY(seen >= 5);
}

void TestRelations::vlansLeadToTheirServersAndSubnets()
{
    const QByteArray vlan = R"({"id":12,"vlanNumber":900,"fullyQualifiedName":"par01.bcr01.900"})";
    const std::optional<Jump> toServers = jump("vlans", RowKind::Vlan, vlan, "servers");
    QCOMPARE(toServers, (Jump{&serversTable, {}, u"vlan_id=12"_s}));
    // By the id, not by a part of it; whatever the network.
    const InventoryTable servers = tableWith(serversTable, RowKind::BareMetal,
                                             R"({"id":1,"networkVlans":[{"id":12,"networkSpace":"PRIVATE"}]},
                     {"id":2,"networkVlans":[{"id":112},{"id":13}]},
                     {"id":3,"networkVlans":[{"id":11,"networkSpace":"PUBLIC"},{"id":12}]},
                     {"id":4,"networkVlans":[]})");
    QCOMPARE(idsBehind(*toServers, servers), (QList<qint64>{1, 3}));

    const std::optional<Jump> toSubnets = jump("vlans", RowKind::Vlan, vlan, "subnets");
    QCOMPARE(toSubnets, (Jump{&tableNamed("subnets"), {}, u"vlan_id=12"_s}));
    const InventoryTable subnets = tableWith(
        tableNamed("subnets"), RowKind::Subnet,
        R"({"id":1,"networkVlanId":12},{"id":2,"networkVlanId":112},{"id":3,"networkVlanId":null})");
    QCOMPARE(idsBehind(*toSubnets, subnets), QList<qint64>{1});
    QCOMPARE(jump("vlans", RowKind::Vlan, R"({"id":12,"billingItem":{"id":7}})", "billing-items"),
             (Jump{&tableNamed("billing-items"), RowKey{RowKind::BillingItem, 7}, {}}));
    QCOMPARE(jump("vlans", RowKind::Vlan, R"({"id":12,"billingItem":null})", "billing-items"), std::nullopt);
}

void TestRelations::serversLeadToTheirVlans()
{
    // One is a row, several are a filter.
    QCOMPARE(jump("servers", RowKind::Virtual, R"({"id":1,"networkVlans":[{"id":12}]})", "vlans"),
             (Jump{&tableNamed("vlans"), RowKey{RowKind::Vlan, 12}, {}}));
    const QByteArray server = R"({"id":1,"networkVlans":[{"id":12},{"id":3}]})";
    const std::optional<Jump> toVlans = jump("servers", RowKind::Virtual, server, "vlans");
    QCOMPARE(toVlans, (Jump{&tableNamed("vlans"), {}, u"id=12,3"_s}));
    const InventoryTable vlans =
        tableWith(tableNamed("vlans"), RowKind::Vlan, R"({"id":3},{"id":12},{"id":123},{"id":1})");
    QCOMPARE(idsBehind(*toVlans, vlans), (QList<qint64>{3, 12}));
    QCOMPARE(jump("servers", RowKind::Virtual, server, "subnets"),
             (Jump{&tableNamed("subnets"), {}, u"vlan_id=12,3"_s}));
}

/// Two kinds may have one name: each is looked for where its kind stands.
void TestRelations::serversLeadToTheirVolumes()
{
    const QByteArray server = R"({"id":1,"fullyQualifiedDomainName":"db1.example.com"})";
    for (const auto &[table, kind] :
         {std::pair{"block-storage", RowKind::BlockVolume}, {"file-storage", RowKind::FileVolume}}) {
        const InventoryTable volumes =
            tableWith(tableNamed(table), kind,
                      R"({"id":1,"allowedHardware":[{"fullyQualifiedDomainName":"a.b"},
                         {"fullyQualifiedDomainName":"db1.example.com"}]},
                     {"id":2,"allowedVirtualGuests":[{"fullyQualifiedDomainName":"db1.example.com"}]},
                     {"id":3,"allowedHardware":[{"fullyQualifiedDomainName":"xdb1.example.com"}]},
                     {"id":4,"allowedHardware":[],"allowedVirtualGuests":[]})");
        const std::optional<Jump> ofHardware = jump("servers", RowKind::BareMetal, server, table);
        QVERIFY(ofHardware && ofHardware->table == &tableNamed(table));
        QCOMPARE(idsBehind(*ofHardware, volumes), QList<qint64>{1});
        const std::optional<Jump> ofGuest = jump("servers", RowKind::Virtual, server, table);
        QVERIFY(ofGuest);
        QCOMPARE(idsBehind(*ofGuest, volumes), QList<qint64>{2});
    }
}

void TestRelations::volumesLeadToTheirServers()
{
    const QByteArray volume = R"({"id":1,"allowedHardware":[{"fullyQualifiedDomainName":"a.example.com"},
        {"fullyQualifiedDomainName":"b.example.com"}],"allowedVirtualGuests":[],
        "billingItem":{"id":7,"nextInvoiceTotalRecurringAmount":2}})";
    QCOMPARE(jump("block-storage", RowKind::BlockVolume, volume, "hardware"),
             (Jump{&serversTable, {}, u"fqdn=a.example.com,b.example.com"_s}));
    QCOMPARE(jump("block-storage", RowKind::BlockVolume, volume, "guests"), std::nullopt); // none may
    QCOMPARE(jump("block-storage", RowKind::BlockVolume, volume, "billing-items"),
             (Jump{&tableNamed("billing-items"), RowKey{RowKind::BillingItem, 7}, {}}));
}

void TestRelations::serversLeadToWhatTheyAreChargedBy()
{
    const std::optional<Jump> toItems = jump(
        "servers", RowKind::Virtual, R"({"id":1,"hostname":"db1","domain":"example.com"})", "billing-items");
    QVERIFY(toItems);
    const InventoryTable items = tableWith(tableNamed("billing-items"), RowKind::BillingItem,
                                           R"({"id":1,"hostName":"db1","domainName":"example.com"},
                     {"id":2,"hostName":"db1","domainName":"example.net"},
                     {"id":3,"hostName":"db11","domainName":"example.com"},{"id":4,"hostName":null})");
    QCOMPARE(idsBehind(*toItems, items), QList<qint64>{1});
}

void TestRelations::billingItemsLeadToWhatTheyAreFor()
{
    const QByteArray server =
        R"({"id":1,"categoryCode":"guest_core","hostName":"db1","domainName":"example.com"})";
    const std::optional<Jump> toServers = jump("billing-items", RowKind::BillingItem, server, "servers");
    QVERIFY(toServers);
    const InventoryTable servers = tableWith(serversTable, RowKind::Virtual,
                                             R"({"id":1,"fullyQualifiedDomainName":"db1.example.com"},
                     {"id":2,"fullyQualifiedDomainName":"db1.example.net"})");
    QCOMPARE(idsBehind(*toServers, servers), QList<qint64>{1});
    QCOMPARE(jump("billing-items", RowKind::BillingItem, server, "block-storage"), std::nullopt);

    const QByteArray volume = R"({"id":8,"categoryCode":"storage_as_a_service","hostName":null})";
    QCOMPARE(jump("billing-items", RowKind::BillingItem, volume, "servers"), std::nullopt);
    QCOMPARE(jump("billing-items", RowKind::BillingItem, volume, "file-storage"),
             (Jump{&tableNamed("file-storage"), {}, u"billing_item_id=8"_s}));
}

/// Of both kinds, and by the id: names of pools need not be unique.
void TestRelations::poolsLeadToTheirServers()
{
    const std::optional<Jump> toServers =
        jump("pools", RowKind::Pool, R"({"id":900,"name":"EU"})", "servers");
    QCOMPARE(toServers, (Jump{&serversTable, {}, u"pool_id=900"_s}));
    for (const RowKind kind : {RowKind::BareMetal, RowKind::Virtual}) {
        const InventoryTable servers =
            tableWith(serversTable, kind,
                      R"({"id":1,"virtualRack":{"id":900,"name":"EU","bandwidthAllotmentTypeId":2}},
                     {"id":2,"virtualRack":{"id":9001,"name":"EU","bandwidthAllotmentTypeId":2}},
                     {"id":3})");
        QCOMPARE(idsBehind(*toServers, servers), QList<qint64>{1});
    }
}

void TestRelations::subnetsLeadToTheServersInThem()
{
    const std::optional<Jump> toServers =
        jump("subnets", RowKind::Subnet,
             R"({"id":1,"networkIdentifier":"10.1.2.64","cidr":26,"version":4,"addressSpace":"PRIVATE"})",
             "servers");
    QCOMPARE(toServers, (Jump{&serversTable, {}, u"private_ip>=10.1.2.64 private_ip<=10.1.2.127"_s}));
    const InventoryTable servers = tableWith(serversTable, RowKind::BareMetal,
                                             R"({"id":1,"primaryBackendIpAddress":"10.1.2.63"},
                                                {"id":2,"primaryBackendIpAddress":"10.1.2.64"},
                                                {"id":3,"primaryBackendIpAddress":"10.1.2.127"},
                                                {"id":4,"primaryBackendIpAddress":"10.1.2.128"},
                                                {"id":5,"primaryBackendIpAddress":"10.1.20.100"},
                                                {"id":6,"primaryIpAddress":"10.1.2.100"},
                                                {"id":7})");
    QCOMPARE(idsBehind(*toServers, servers), (QList<qint64>{2, 3}));
    QCOMPARE(jump("subnets", RowKind::Subnet,
                  R"({"id":1,"networkIdentifier":"192.0.2.8","cidr":32,"version":4,"addressSpace":"PUBLIC"})",
                  "servers"),
             (Jump{&serversTable, {}, u"public_ip>=192.0.2.8 public_ip<=192.0.2.8"_s}));
    QCOMPARE(
        jump("subnets", RowKind::Subnet,
             R"({"id":1,"networkIdentifier":"2001:0db8::","cidr":64,"version":6,"addressSpace":"PUBLIC"})",
             "servers"),
        std::nullopt); // servers have no such address among their columns
}

void TestRelations::subnetsNameTheServersTheyAreRoutedTo()
{
    const InventoryTable table = tableWith(tableNamed("subnets"), RowKind::Subnet,
                                           R"({"id":1,"endPointIpAddress":{"id":7,"ipAddress":"192.0.2.1",
                      "hardware":{"id":31,"fullyQualifiedDomainName":"db1.example.com"}}},
                     {"id":2,"endPointIpAddress":{"id":8,"ipAddress":"192.0.2.2",
                      "virtualGuest":{"id":41,"fullyQualifiedDomainName":"web1.example.com"}}},
                     {"id":3,"endPointIpAddress":null})");
    const auto linkOf = [&table](int row, QStringView key) -> std::optional<RowKey> {
        const ColumnIndex column = table.catalogue().find(key).value();
        const ColumnSpec::Link link = table.catalogue().column(column).link.value();
        if (!table.hasValue(row, column) || !table.hasValue(row, link.idColumn))
            return std::nullopt;
        return RowKey{link.kind, table.bits(row, link.idColumn)};
    };
    QCOMPARE(linkOf(0, u"target_hardware"), std::optional(RowKey{RowKind::BareMetal, 31}));
    QCOMPARE(linkOf(0, u"target_virtual"), std::nullopt);
    QCOMPARE(linkOf(1, u"target_hardware"), std::nullopt);
    QCOMPARE(linkOf(1, u"target_virtual"), std::optional(RowKey{RowKind::Virtual, 41}));
    QCOMPARE(linkOf(2, u"target_hardware"), std::nullopt);
    QCOMPARE(linkOf(2, u"target_virtual"), std::nullopt);
}

void TestRelations::whatIsNotKnownLeadsNowhere()
{
    const Relation &relation = relationOf(serversTable, "vlans");
    InventoryTable table(serverCatalogue());
    RowPatch patch;
    patch.key = {RowKind::BareMetal, 1};
    patch.loaded.set(ServerGroup::Identity);
    table.listRow(patch, nullptr);
    QVERIFY(isUnknown(table, 0, relation));
    QCOMPARE(jumpFrom(table, 0, relation), std::nullopt);
    patch.loaded.set(ServerGroup::Vlans); // it is in none
    table.apply(patch);
    QVERIFY(!isUnknown(table, 0, relation));
    QCOMPARE(jumpFrom(table, 0, relation), std::nullopt);
}

void TestRelations::rowsNameThoseOfOtherTables()
{
    const InventoryTable servers =
        makeTable({bareMetal(1, {{ServerColumn::Fqdn, text("a")}}),
                   bareMetal(2, {{ServerColumn::Pool, text("EU")}, {ServerColumn::PoolId, qint64(7)}})});
    QCOMPARE(nameGivenTo({RowKind::Pool, 7}, servers), u"EU"_s);
    QCOMPARE(nameGivenTo({RowKind::Pool, 2}, servers), QString());
    QCOMPARE(nameGivenTo({RowKind::Vlan, 7}, servers), QString());
    QCOMPARE(nameGivenTo({RowKind::BareMetal, 1}, servers), QString()); // its own table, which has it

    InventoryTable members(memberCatalogue());
    members.listRow(memberOf(5, bareMetalKey(11), "b"), nullptr);
    members.listRow(memberOf(5, {RowKind::BareMetalInstance, 12}, "c"), nullptr);
    QCOMPARE(nameGivenTo({RowKind::BareMetal, 11}, members), u"b"_s);
    QCOMPARE(nameGivenTo({RowKind::BareMetal, 12}, members), u"c"_s);
    QCOMPARE(nameGivenTo({RowKind::Virtual, 12}, members), QString());
}

void TestRelations::networks_data()
{
    QTest::addColumn<QString>("first");
    QTest::addColumn<qint64>("prefix");
    QTest::addColumn<QString>("words");
    const auto row = [](const char *first, qint64 prefix, const char *words) {
        QTest::addRow("%s/%lld", first, static_cast<long long>(prefix))
            << QString::fromLatin1(first) << prefix << QString::fromLatin1(words);
    };
    row("10.0.0.0", 8, "public_ip>=10.0.0.0 public_ip<=10.255.255.255");
    row("192.0.2.0", 31, "public_ip>=192.0.2.0 public_ip<=192.0.2.1");
    row("255.255.255.255", 32, "public_ip>=255.255.255.255 public_ip<=255.255.255.255");
    row("192.0.2.77", 24, "public_ip>=192.0.2.0 public_ip<=192.0.2.255"); // not the first one after all
    row("192.0.2.0", 33, "");
    row("192.0.2.0", -1, "");
    row("192.0.2", 24, "");
    row("192.0.2.256", 24, "");
    row("a.b.c.d", 24, "");
    row("", 24, "");
}

void TestRelations::networks()
{
    QFETCH(const QString, first);
    QFETCH(const qint64, prefix);
    QFETCH(const QString, words);
    QCOMPARE(wordsForNetwork(first, prefix, "public_ip"_L1), words);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestRelations)
#include "tst_relations.moc"
