// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

class TestColumnCatalogue : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreThoseOfTheProduct();
    void theNameIsTheFirstColumn();
    void columnsOfRowsBelowAreForViews();
    void indexesMatchTheirKeys_data();
    void indexesMatchTheirKeys();
    void defaultColumns();
    void columnsShownAtFirst();
    void everyColumnSpeaks();
    void everyGroupHasAColumn();
    void addressesAreToldFromText();
    void columnsOfAKindCanBeAskedForAndDecoded();
    void noMaskNamesASecret();
    void mask_data();
    void mask();
    void findsExactKeysOnly();
    void parseColumns_data();
    void parseColumns();
    void parseColumnsNamesTheUnknownOne();
    void groupsAndColumns();
    void groupsOfKinds();
    void wordsAreSearchedInWhatSaysSomething();
    void kindNames();
};

void TestColumnCatalogue::keysAreThoseOfTheProduct()
{
    QStringList keys;
    for (const ColumnIndex column : serverCatalogue().allColumns())
        keys.append(QString::fromLatin1(serverCatalogue().column(column).key));
    QCOMPARE(keys.join(u' '), u"kind id hostname domain fqdn state datacenter public_ip private_ip "
                              u"management_ip cores memory_gb os tags "
                              "pool pool_id billing fee_month_usd out_public_gb in_public_gb "
                              "projected_public_gb allocation_gb owner "
                              "notes created transaction serial manufacturer_serial chassis public_vlan "
                              "private_vlan vlan_id global_id power "
                              "private_only next_bill cancellation row_state"_s);
}

/// Of models: Qt's views look for a row's name there. Files have it in its place.
void TestColumnCatalogue::theNameIsTheFirstColumn()
{
    for (const TableSpec *table : allTables()) {
        const Catalogue &catalogue = table->catalogue();
        QCOMPARE(catalogue.nameColumn(), 0);
        QVERIFY(QByteArray(catalogue.column(0).key) != "id");
        QList<ColumnIndex> columns = catalogue.viewColumns();
        std::sort(columns.begin(), columns.end());
        QCOMPARE(columns.size(), qsizetype(catalogue.columnCount()));
        for (ColumnIndex column = 0; column < catalogue.columnCount(); ++column)
            QCOMPARE(columns.at(column), column);
    }
    QCOMPARE(serverCatalogue().allColumns().indexOf(ServerColumn::Fqdn), 4);
}

/// Addresses of members have a column in the pools' view. A file of pools would have nothing in it.
void TestColumnCatalogue::columnsOfRowsBelowAreForViews()
{
    for (const TableSpec *table : allTables()) {
        const Catalogue &catalogue = table->catalogue();
        const TableSpec *child = childTable(*table);
        QList<ColumnIndex> ofFiles = catalogue.viewColumns();
        ofFiles.removeIf([&catalogue](ColumnIndex column) { return catalogue.column(column).isOfRowsBelow; });
        QCOMPARE(catalogue.allColumns(), ofFiles);
        for (const ColumnIndex column : catalogue.viewColumns()) {
            const ColumnSpec &spec = catalogue.column(column);
            const QString key = QString::fromLatin1(spec.key);
            QCOMPARE(catalogue.findInView(key), std::optional(column));
            QCOMPARE(catalogue.find(key).has_value(), !spec.isOfRowsBelow);
            if (!spec.isOfRowsBelow)
                continue;
            QVERIFY2(child != nullptr && child->nesting->columnIn(column), spec.key);
            QVERIFY2(!spec.isDefault && !catalogue.parseColumns(key), spec.key);
        }
    }
    QVERIFY(poolCatalogue().column(PoolColumn::PublicIp).isOfRowsBelow);
}

void TestColumnCatalogue::indexesMatchTheirKeys_data()
{
    QTest::addColumn<int>("index");
    QTest::addColumn<QString>("key");
    QTest::newRow("first") << int(ServerColumn::Kind) << u"kind"_s;
    QTest::newRow("fqdn") << int(ServerColumn::Fqdn) << u"fqdn"_s;
    QTest::newRow("memory") << int(ServerColumn::MemoryGb) << u"memory_gb"_s;
    QTest::newRow("fee") << int(ServerColumn::FeeMonthUsd) << u"fee_month_usd"_s;
    QTest::newRow("chassis") << int(ServerColumn::Chassis) << u"chassis"_s;
    QTest::newRow("private only") << int(ServerColumn::PrivateOnly) << u"private_only"_s;
    QTest::newRow("last") << int(ServerColumn::RowState) << u"row_state"_s;
}

void TestColumnCatalogue::indexesMatchTheirKeys()
{
    QFETCH(int, index);
    QFETCH(QString, key);
    QCOMPARE(QString::fromLatin1(serverCatalogue().column(index).key), key);
}

/// The name before all others, each once, and none that a view of the table cannot show.
void TestColumnCatalogue::columnsShownAtFirst()
{
    for (const TableSpec *table : allTables()) {
        const QList<ColumnIndex> columns = table->columnsShownAtFirst();
        QCOMPARE(columns.constFirst(), table->catalogue().nameColumn());
        for (const ColumnIndex column : columns) {
            QVERIFY(table->catalogue().viewColumns().contains(column));
            QCOMPARE(columns.count(column), 1);
        }
    }
    // Where no others are named, those of files.
    const TableSpec *vlans = tableOfKey(u"vlans");
    QVERIFY(vlans != nullptr);
    QCOMPARE(vlans->columnsShownAtFirst().size(), vlans->catalogue().defaultColumns().size());
    // Invoices are called by their ids, which files have, and which a view need not have twice.
    const TableSpec *invoices = tableOfKey(u"invoices");
    const ColumnIndex id = invoices->catalogue().find(u"id").value();
    QVERIFY(invoices->catalogue().defaultColumns().contains(id));
    QVERIFY(!invoices->columnsShownAtFirst().contains(id));
    // Files have what they always had (product §4).
    QVERIFY(serverCatalogue().defaultColumns().contains(ServerColumn::OutPublicGb));
}

void TestColumnCatalogue::defaultColumns()
{
    QStringList titles;
    for (const ColumnIndex column : serverCatalogue().defaultColumns())
        titles.append(serverCatalogue().column(column).translatedTitle());
    QCOMPARE(titles.join(u" | "_s), u"Kind | Name | State | Datacenter | Public IP | Private IP | Cores | "
                                    u"RAM GB | OS | Tags | Pool | $/month | "
                                    "Out GB"_s);
}

void TestColumnCatalogue::everyColumnSpeaks()
{
    QSet<QString> titles;
    for (const ColumnSpec &column : serverCatalogue().columns()) {
        titles.insert(column.translatedTitle());
        const QString description = column.translatedDescription();
        QVERIFY2(description.endsWith(u'.') && description.size() > 10, column.key);
    }
    QCOMPARE(titles.size(), qsizetype(ServerColumn::Count));
}

void TestColumnCatalogue::everyGroupHasAColumn()
{
    GroupSet seen;
    for (const ColumnSpec &column : serverCatalogue().columns())
        seen.set(static_cast<std::size_t>(column.group));
    QCOMPARE(seen.count(), std::size_t(ServerGroup::Count));
    QCOMPARE(serverCatalogue().groupCount(), int(ServerGroup::Count));
}

void TestColumnCatalogue::columnsOfAKindCanBeAskedForAndDecoded()
{
    for (const TableSpec *table : allTables()) {
        for (const ColumnSpec &column : table->catalogue().columns()) {
            for (const CellSource &source : column.sources) {
                const bool isOfTheTable = std::any_of(table->kinds.begin(), table->kinds.end(),
                                                      [&](RowKind kind) { return source.kinds.has(kind); });
                QVERIFY2(isOfTheTable == (source.mask != nullptr), column.key);
                // What is known by whoever asked the parent comes without a decoder.
                if (table->parent == nullptr)
                    QVERIFY2(isOfTheTable == (source.decode != nullptr), column.key);
            }
            // Numbers and flags are no texts to be shared.
            QVERIFY2(!column.repeats || column.type == ColumnType::Text, column.key);
            QVERIFY2(!column.isSummable || column.type == ColumnType::Integer ||
                         column.type == ColumnType::Decimal,
                     column.key);
        }
    }
}

void TestColumnCatalogue::noMaskNamesASecret()
{
    for (const RowKind kind : {RowKind::BareMetal, RowKind::Virtual}) {
        const QByteArray everything = serverCatalogue().mask(kind, GroupSet().set()).toText();
        QVERIFY(everything.contains("softwareDescription"));
        for (const char *secret :
             {"passwords", "remoteManagementAccounts", "userData", "manufacturerLicense"})
            QVERIFY2(!everything.contains(secret), secret);
    }
}

void TestColumnCatalogue::mask_data()
{
    QTest::addColumn<bool>("isHardware");
    QTest::addColumn<QList<int>>("groups");
    QTest::addColumn<QByteArray>("text");

    using namespace ServerGroup;
    QTest::newRow("nothing but the id")
        << true << QList<int>{} << QByteArray("mask(SoftLayer_Hardware_Server)[id]");
    QTest::newRow("identity") << true << QList<int>{Identity}
                              << QByteArray("mask(SoftLayer_Hardware_Server)[id,hostname,domain,"
                                            "fullyQualifiedDomainName]");
    QTest::newRow("identity of guests")
        << false << QList<int>{Identity} << QByteArray("mask[id,hostname,domain,fullyQualifiedDomainName]");
    QTest::newRow("the fee and its dates share a relation")
        << true << QList<int>{Fee}
        << QByteArray("mask(SoftLayer_Hardware_Server)[id,billingItem[id,nextInvoiceTotalRecurringAmount,"
                      "nextBillDate,"
                      "cancellationDate]]");
    QTest::newRow("the owner names each level")
        << false << QList<int>{Owner}
        << QByteArray("mask[id,billingItem[id,orderItem[id,order[id,userRecord[id,username]]]]]");
    QTest::newRow("size differs by kind: hardware")
        << true << QList<int>{Size}
        << QByteArray("mask(SoftLayer_Hardware_Server)[id,processorPhysicalCoreAmount,memoryCapacity]");
    QTest::newRow("size differs by kind: guest")
        << false << QList<int>{Size} << QByteArray("mask[id,maxCpu,maxMemory]");
    QTest::newRow("guests have no chassis")
        << false << QList<int>{Chassis, Serials, Management} << QByteArray("mask[id]");
    QTest::newRow("software")
        << false << QList<int>{Software}
        << QByteArray("mask[id,operatingSystem[id,softwareLicense[id,softwareDescription[name,version]]]]");
    QTest::newRow("addresses") << false << QList<int>{Addresses}
                               << QByteArray("mask[id,primaryIpAddress,primaryBackendIpAddress,"
                                             "privateNetworkOnlyFlag]");
}

void TestColumnCatalogue::mask()
{
    QFETCH(bool, isHardware);
    QFETCH(QList<int>, groups);
    QFETCH(QByteArray, text);
    GroupSet set;
    for (const int group : groups)
        set.set(static_cast<std::size_t>(group));
    QCOMPARE(serverCatalogue().mask(isHardware ? RowKind::BareMetal : RowKind::Virtual, set).toText(), text);
}

void TestColumnCatalogue::findsExactKeysOnly()
{
    QCOMPARE(serverCatalogue().find(u"cores"), std::optional<ColumnIndex>(ServerColumn::Cores));
    QCOMPARE(serverCatalogue().find(u"Cores"), std::nullopt);
    QCOMPARE(serverCatalogue().find(u"core"), std::nullopt);
    QCOMPARE(serverCatalogue().find(u""), std::nullopt);
}

void TestColumnCatalogue::parseColumns_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QList<int>>("columns");
    using namespace ServerColumn;
    QTest::newRow("one") << u"fqdn"_s << QList<int>{Fqdn};
    QTest::newRow("order is kept") << u"os,id,fqdn"_s << QList<int>{Os, Id, Fqdn};
    QTest::newRow("blanks") << u" os , id "_s << QList<int>{Os, Id};
    QTest::newRow("repeated") << u"os,id,os"_s << QList<int>{Os, Id};
    QTest::newRow("stray commas") << u",os,,id,"_s << QList<int>{Os, Id};
}

void TestColumnCatalogue::parseColumns()
{
    QFETCH(QString, written);
    QFETCH(QList<int>, columns);
    const auto parsed = serverCatalogue().parseColumns(written);
    QVERIFY(parsed);
    QCOMPARE(*parsed, columns);
    QCOMPARE(serverCatalogue().parseColumns(u"all"_s).value().size(), qsizetype(ServerColumn::Count));
}

void TestColumnCatalogue::parseColumnsNamesTheUnknownOne()
{
    const auto parsed = serverCatalogue().parseColumns(u"fqdn,colour,shape"_s);
    QVERIFY(!parsed);
    QVERIFY(parsed.error().kind == ApiError::Kind::InvalidRequest);
    QCOMPARE(parsed.error().detail, u"colour"_s);
    QVERIFY(parsed.error().message.contains(u"\"colour\""_s));
    QVERIFY(parsed.error().message.contains(u"kind, id, hostname"_s));
    QVERIFY(!serverCatalogue().parseColumns(u" , "_s));
}

void TestColumnCatalogue::groupsAndColumns()
{
    const Catalogue &catalogue = serverCatalogue();
    const ColumnSet shown = columnSet(ServerColumn::Fqdn, ServerColumn::NextBill, ServerColumn::PrivateOnly);
    QCOMPARE(catalogue.groupsOf(shown),
             groupSet(ServerGroup::Identity, ServerGroup::Fee, ServerGroup::Addresses));
    QCOMPARE(catalogue.columnsOf(groupSet(ServerGroup::Serials)),
             columnSet(ServerColumn::Serial, ServerColumn::ManufacturerSerial));
    QCOMPARE(catalogue.groupsOf(ColumnSet()), GroupSet());
}

void TestColumnCatalogue::groupsOfKinds()
{
    GroupSet all;
    for (std::size_t group = 0; group < ServerGroup::Count; ++group)
        all.set(group);
    QCOMPARE(serverCatalogue().groupsOfKind(RowKind::BareMetal), all & ~groupSet(ServerGroup::Power));
    QCOMPARE(serverCatalogue().groupsOfKind(RowKind::Virtual),
             all & ~groupSet(ServerGroup::Management, ServerGroup::Serials, ServerGroup::Chassis));
}

/// Not in what is slow, what is yes or no, and what is of no row.
void TestColumnCatalogue::wordsAreSearchedInWhatSaysSomething()
{
    for (const TableSpec *table : allTables()) {
        const Catalogue &catalogue = table->catalogue();
        QStringList left;
        for (const ColumnIndex column : catalogue.viewColumns()) {
            if (!catalogue.wordColumns().test(static_cast<std::size_t>(column)) &&
                catalogue.column(column).type != ColumnType::Flag)
                left.append(QString::fromLatin1(catalogue.column(column).key));
        }
        QStringList expected{u"row_state"_s};
        for (const ColumnIndex column : catalogue.viewColumns()) {
            if (catalogue.column(column).isSlow && catalogue.column(column).type != ColumnType::Flag)
                expected.insert(expected.size() - 1, QString::fromLatin1(catalogue.column(column).key));
        }
        if (table == &serversTable)
            QCOMPARE(expected.first(), u"power"_s);
        if (table == &poolsTable)
            expected.prepend(u"public_ip"_s); // members have it, and theirs is searched
        QCOMPARE(left, expected);
    }
    QVERIFY(!serverCatalogue().wordColumns().test(ServerColumn::PrivateOnly));
}

void TestColumnCatalogue::kindNames()
{
    QCOMPARE(kindSpec(RowKind::BareMetal).list.method, "getHardware");
    QCOMPARE(kindSpec(RowKind::BareMetal).list.filterRoot, "hardware");
    QCOMPARE(kindSpec(RowKind::BareMetal).key, "bare_metal");
    QCOMPARE(kindSpec(RowKind::Virtual).service, "SoftLayer_Virtual_Guest");
    QCOMPARE(kindSpec(RowKind::Virtual).list.countProperty, "virtualGuestCount");
    QCOMPARE(kindSpec(RowKind::Virtual).key, "virtual");
}

/// Filters compare them as addresses.
void TestColumnCatalogue::addressesAreToldFromText()
{
    QStringList addresses;
    for (const TableSpec *table : allTables()) {
        for (const ColumnSpec &column : table->catalogue().columns()) {
            if (column.isOfRowsBelow)
                continue; // no filter knows it
            const QString key = QString::fromLatin1(column.key);
            // That of file storage is the name of a host (softlayer-kinds §2.15).
            const bool isHostName =
                QLatin1StringView(table->key) == "file-storage"_L1 && key == "target_ip"_L1;
            QVERIFY2(column.holdsAddress || isHostName || !key.endsWith("_ip"_L1), column.key);
            QVERIFY2(!column.holdsAddress || (column.type == ColumnType::Text && !column.isList), column.key);
            if (column.holdsAddress)
                addresses.append(QLatin1StringView(table->key) + u' ' + key);
        }
    }
    addresses.sort();
    QCOMPARE(addresses, (QStringList{u"block-storage target_ip"_s, u"pool-members public_ip"_s,
                                     u"servers management_ip"_s, u"servers private_ip"_s,
                                     u"servers public_ip"_s, u"subnets broadcast"_s, u"subnets gateway"_s,
                                     u"subnets network"_s, u"subnets target_ip"_s}));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestColumnCatalogue)
#include "tst_columncatalogue.moc"
