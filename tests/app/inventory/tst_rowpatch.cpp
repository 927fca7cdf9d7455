// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/celltext.h"
#include "inventory/kinds.h"
#include "inventory/rowpatch.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTest>

#include <limits>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

// The samples of softlayer-api §10.1 and §10.2, with what they leave out.
const char *const hardwareSample = R"({
  "domain":"example.com","fullyQualifiedDomainName":"db01.example.com","hardwareStatusId":5,"hostname":"db01",
  "id":1403101,"notes":"primary","provisionDate":"2023-04-27T15:10:56-06:00",
  "activeTransaction":{"id":310500001,"transactionStatus":{"friendlyName":"Rescue kernel is booting","name":"RESCUE_BOOT"}},
  "bandwidthAllocation":"20000",
  "billingItem":{"id":658600001,"nextInvoiceTotalRecurringAmount":412.5,"nextBillDate":"2026-12-01T00:00:00-06:00",
    "cancellationDate":null,
    "orderItem":{"id":665800001,"order":{"id":58000001,"userRecord":{"id":7650001,"username":"1234567_ops@example.com"}}}},
  "datacenter":{"id":1441195,"longName":"Dallas 10","name":"dal10"},
  "globalIdentifier":"5b0f7c1e-7b7e-4c5f-9d0e-2f6a1c3d4e5f","hardwareStatus":{"id":5,"status":"ACTIVE"},
  "hourlyBillingFlag":false,"inboundPublicBandwidthUsage":".48562","memoryCapacity":64,
  "networkManagementIpAddress":"198.51.100.200","outboundPublicBandwidthUsage":"1250.1987",
  "projectedPublicBandwidthUsage":0.43,
  "operatingSystem":{"id":9,"softwareLicense":{"id":8,"softwareDescription":{"name":"Ubuntu","version":"22.04-64  "}}},
  "primaryBackendIpAddress":"198.51.100.10","primaryIpAddress":"192.0.2.10","privateNetworkOnlyFlag":false,
  "processorPhysicalCoreAmount":16,"serialNumber":"SL01HIIB","manufacturerSerialNumber":"C7470TH",
  "hardwareChassis":{"id":3,"name":"R730 2U"},
  "networkVlans":[{"id":1,"vlanNumber":887,"networkSpace":"PRIVATE","fullyQualifiedName":"dal10.bcr03.887"},
    {"id":2,"vlanNumber":893,"networkSpace":"PUBLIC"}],
  "tagReferences":[{"id":1,"tag":{"id":2,"name":"production"}},{"id":3,"tag":{"id":4,"name":"Backup"}}],
  "virtualRack":{"id":309001,"name":"EU pool","bandwidthAllotmentTypeId":2}})";

const char *const bareSample = R"({
  "domain":"example.com","fullyQualifiedDomainName":"backup01.example.com","hardwareStatusId":5,"hostname":"backup01",
  "id":1403155,"provisionDate":null,"bandwidthAllocation":"0","datacenter":{"id":449506,"longName":"Frankfurt 2","name":"fra02"},
  "globalIdentifier":"0c8e2a44-53c1-4a0b-8f52-6f1f0a9b7c11","hardwareStatus":{"id":5,"status":"ACTIVE"},"hourlyBillingFlag":true,
  "memoryCapacity":32,"primaryBackendIpAddress":"198.51.100.55","privateNetworkOnlyFlag":true,
  "processorPhysicalCoreAmount":4,"tagReferences":[]})";

const char *const guestSample = R"({
  "createDate":"2025-11-07T21:02:35-06:00","domain":"example.com","fullyQualifiedDomainName":"web01.example.com",
  "hostname":"web01","id":125800753,"maxCpu":2,"maxMemory":4096,"provisionDate":"2025-11-07T21:06:41-06:00",
  "bandwidthAllocation":"250","billingItem":{"id":937400001,"nextInvoiceTotalRecurringAmount":25.13},
  "datacenter":{"id":1441195,"longName":"Dallas 10","name":"dal10"},
  "deviceStatus":{"id":8,"keyName":"RUNNING","name":"Running"},"hourlyBillingFlag":true,
  "inboundPublicBandwidthUsage":".16204","outboundPublicBandwidthUsage":".01351",
  "powerState":{"keyName":"RUNNING","name":"Running"},"primaryBackendIpAddress":"198.51.100.71",
  "primaryIpAddress":"192.0.2.71","privateNetworkOnlyFlag":false,"status":{"keyName":"ACTIVE","name":"Active"},
  "tagReferences":[]})";

RowPatches decode(RowKind kind, const QByteArray &json, GroupSet groups = allGroups,
                  JsonIssues *rootIssues = nullptr)
{
    QJsonParseError parseError;
    const QJsonDocument document = QJsonDocument::fromJson("[" + json + "]", &parseError);
    if (parseError.error != QJsonParseError::NoError)
        qFatal("not JSON: %s", qPrintable(parseError.errorString()));
    JsonIssues issues;
    return decodeRows(serverCatalogue(), kind, groups,
                      JsonReader(document[0], rootIssues != nullptr ? *rootIssues : issues));
}

/// A row as "key=value" lines of its cells that have a value.
QString toLines(const RowPatch &patch)
{
    InventoryTable table(serverCatalogue());
    const int row = table.listRow(patch, nullptr);
    QStringList lines;
    for (const ColumnIndex column : serverCatalogue().allColumns()) {
        if (table.hasValue(row, column))
            lines.append(QLatin1StringView(serverCatalogue().column(column).key) + u'=' +
                         rawText(table, row, column));
    }
    return lines.join(u'\n');
}

QStringList failedColumns(const RowPatch &patch)
{
    QStringList keys;
    for (const auto &[group, error] : patch.failed) {
        for (const ColumnSpec &column : serverCatalogue().columns()) {
            if (column.group == group) {
                keys.append(QString::fromLatin1(column.key));
                break;
            }
        }
    }
    return keys;
}

} // namespace

class TestRowPatch : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void bareMetalSample();
    void bareMetalSampleWithGaps();
    void virtualSample();
    void onlyTheWantedGroups();
    void values_data();
    void values();
    void nothingThere_data();
    void nothingThere();
    void wrongTypes_data();
    void wrongTypes();
    void oneWrongTypeLeavesTheOthers();
    void oneWrongTypeLeavesItsGroup();
    void retryAsksForAGroupWithAWrongTypeAgain();
    void unreadableTextMakesARowPartial();
    void largeIdsAreExact();
    void elementsThatAreNoRows_data();
    void elementsThatAreNoRows();
    void rootThatIsNoList();
};

void TestRowPatch::bareMetalSample()
{
    const RowPatches patches = decode(RowKind::BareMetal, hardwareSample);
    QCOMPARE(patches.rows.size(), 1); // a single object where a list is declared
    QCOMPARE(patches.rows[0].key, (RowKey{RowKind::BareMetal, 1403101}));
    QVERIFY(patches.rows[0].failed.empty());
    QCOMPARE(toLines(patches.rows[0]), QString::fromLatin1(R"(kind=bare_metal
id=1403101
hostname=db01
domain=example.com
fqdn=db01.example.com
state=ACTIVE
datacenter=dal10
public_ip=192.0.2.10
private_ip=198.51.100.10
management_ip=198.51.100.200
cores=16
memory_gb=64
os=Ubuntu 22.04-64  
tags=production;Backup
pool=EU pool
pool_id=309001
billing=monthly
fee_month_usd=412.5
out_public_gb=1250.1987
in_public_gb=0.48562
projected_public_gb=0.43
allocation_gb=20000
owner=1234567_ops@example.com
notes=primary
created=2023-04-27T21:10:56Z
transaction=Rescue kernel is booting
serial=SL01HIIB
manufacturer_serial=C7470TH
chassis=R730 2U
public_vlan=893
private_vlan=dal10.bcr03.887
vlan_id=1;2
global_id=5b0f7c1e-7b7e-4c5f-9d0e-2f6a1c3d4e5f
private_only=false
next_bill=2026-12-01T06:00:00Z)"));
}

void TestRowPatch::bareMetalSampleWithGaps()
{
    const RowPatches patches = decode(RowKind::BareMetal, bareSample);
    QVERIFY(patches.rows[0].failed.empty());
    QCOMPARE(toLines(patches.rows[0]), QString::fromLatin1(R"(kind=bare_metal
id=1403155
hostname=backup01
domain=example.com
fqdn=backup01.example.com
state=ACTIVE
datacenter=fra02
private_ip=198.51.100.55
cores=4
memory_gb=32
billing=hourly
allocation_gb=0
global_id=0c8e2a44-53c1-4a0b-8f52-6f1f0a9b7c11
private_only=true)"));

    const InventoryTable table = makeTable({patches.rows[0]});
    QCOMPARE(table.cellState(0, ServerColumn::PublicIp), CellState::Empty);
    QCOMPARE(table.cellState(0, ServerColumn::FeeMonthUsd), CellState::Empty);
    QCOMPARE(table.rowState(0, allGroups), RowState::Complete);
}

void TestRowPatch::virtualSample()
{
    const RowPatches patches = decode(RowKind::Virtual, guestSample);
    QVERIFY(patches.rows[0].failed.empty());
    QCOMPARE(toLines(patches.rows[0]), QString::fromLatin1(R"(kind=virtual
id=125800753
hostname=web01
domain=example.com
fqdn=web01.example.com
state=RUNNING
datacenter=dal10
public_ip=192.0.2.71
private_ip=198.51.100.71
cores=2
memory_gb=4
billing=hourly
fee_month_usd=25.13
out_public_gb=0.01351
in_public_gb=0.16204
allocation_gb=250
created=2025-11-08T03:02:35Z
power=RUNNING
private_only=false)"));
}

void TestRowPatch::onlyTheWantedGroups()
{
    const RowPatches patches =
        decode(RowKind::BareMetal, hardwareSample, groupSet(ServerGroup::Datacenter, ServerGroup::Fee));
    const RowPatch &patch = patches.rows[0];
    QCOMPARE(patch.loaded, groupSet(ServerGroup::Datacenter, ServerGroup::Fee));
    const InventoryTable table = makeTable({patch});
    QCOMPARE(table.text(0, ServerColumn::Datacenter), u"dal10"_s);
    QCOMPARE(table.cellState(0, ServerColumn::Cores), CellState::NotAsked);
    QCOMPARE(table.cellState(0, ServerColumn::Fqdn), CellState::NotAsked);
    QCOMPARE(table.value(0, ServerColumn::Id), CellValue(qint64(1403101))); // the key itself is always known
}

void TestRowPatch::values_data()
{
    QTest::addColumn<bool>("isHardware");
    QTest::addColumn<QByteArray>("properties");
    QTest::addColumn<int>("column");
    QTest::addColumn<QString>("expected");
    QTest::addColumn<std::optional<QString>>("shown"); // if that is not what is written
    using namespace ServerColumn;
    const auto guest = [](const char *name, const char *properties, ColumnIndex column,
                          const QString &expected, const std::optional<QString> &shown = {}) {
        QTest::newRow(name) << false << QByteArray(properties) << column << expected << shown;
    };
    guest("512 MB", R"("maxMemory":512)", MemoryGb, u"0.5"_s);
    guest("1 MB", R"("maxMemory":1)", MemoryGb, u"0.0009765625"_s);
    guest("1.5 GB as text", R"("maxMemory":"1536")", MemoryGb, u"1.5"_s);
    guest("64 GB", R"("maxMemory":65536)", MemoryGb, u"64"_s);
    guest("absurd memory", R"("maxMemory":9007199254740993)", MemoryGb, u"8796093022208.0010"_s);
    guest("status stands in for the device's", R"("status":{"keyName":"ACTIVE"})", State, u"ACTIVE"_s);
    guest("status stands in for an empty device's",
          R"("deviceStatus":{"id":1,"keyName":""},"status":{"keyName":"DISCONNECTED"})", State,
          u"DISCONNECTED"_s);
    guest("negative usage", R"("outboundPublicBandwidthUsage":"-.5")", OutPublicGb, u"-0.5"_s);
    guest("decimals stay as sent", R"("outboundPublicBandwidthUsage":"12.50")", OutPublicGb, u"12.50"_s);
    guest("flag as 1", R"("hourlyBillingFlag":1)", Billing, u"hourly"_s);
    guest("flag as text", R"("hourlyBillingFlag":"0")", Billing, u"monthly"_s);
    guest("the default rack is no pool",
          R"("virtualRack":{"id":7,"name":"rack","bandwidthAllotmentTypeId":1})", Pool, QString());
    guest("nor has it an id", R"("virtualRack":{"id":7,"name":"rack","bandwidthAllotmentTypeId":1})", PoolId,
          QString());
    guest("a rack of unknown type is no pool", R"("virtualRack":{"id":7,"name":"rack"})", Pool, QString());
    guest("a pool", R"("virtualRack":{"id":7,"name":"EU","bandwidthAllotmentTypeId":"2"})", Pool, u"EU"_s);
    guest("one tag without brackets", R"("tagReferences":{"id":1,"tag":{"name":"solo"}})", Tags, u"solo"_s);
    guest("null among tags",
          R"("tagReferences":[null,{"tag":{"name":"b"}},{"tag":null},{},{"tag":{"name":"a"}}])", Tags,
          u"b;a"_s, u"a;b"_s);
    guest("tags sort alike whatever their case",
          R"("tagReferences":[{"tag":{"name":"beta "}},{"tag":{"name":"Alpha"}},{"tag":{"name":"alpha"}}])",
          Tags, u"beta ;Alpha;alpha"_s, u"Alpha;alpha;beta"_s);
    guest(
        "system with blanks around its version",
        R"("operatingSystem":{"softwareLicense":{"softwareDescription":{"name":"CentOS","version":"7.8-64  "}}})",
        Os, u"CentOS 7.8-64  "_s, u"CentOS 7.8-64"_s);
    guest("system without version",
          R"("operatingSystem":{"softwareLicense":{"softwareDescription":{"name":"Debian"}}})", Os,
          u"Debian"_s);
    guest("system without name",
          R"("operatingSystem":{"softwareLicense":{"softwareDescription":{"version":"12"}}})", Os, u"12"_s);
    guest(
        "vlans of one space",
        R"("networkVlans":[{"networkSpace":"PUBLIC","vlanNumber":9},{"networkSpace":"PUBLIC","fullyQualifiedName":"dal10.fcr01.8"},
        {"networkSpace":"PRIVATE","vlanNumber":10}])",
        PublicVlan, u"9;dal10.fcr01.8"_s);
    guest("a vlan of no space", R"("networkVlans":[{"vlanNumber":9}])", PrivateVlan, QString());
    guest(
        "vlans of whatever space",
        R"("networkVlans":[{"id":12,"networkSpace":"PUBLIC"},{"id":3,"vlanNumber":9},null,{"vlanNumber":8}])",
        VlanId, u"12;3"_s);
    guest("text keeps its blanks, unseen", R"("notes":"  two words\t\n")", Notes, u"  two words\t\n"_s,
          u"two words"_s);
    guest("blanks alone are nothing to see", R"("notes":"   ")", Notes, u"   "_s, u""_s);
    guest("text is not cut", R"("notes":"a\nb\tc\u0000d é 漢 😀")", Notes,
          u"a\nb\tc"_s + QChar(0) + u"d é 漢 😀"_s);
    guest("a guest is created, not provisioned",
          R"("createDate":"2025-01-01T00:00:00+08:00","provisionDate":"2026-01-01T00:00:00Z")", Created,
          u"2024-12-31T16:00:00Z"_s);
    QTest::newRow("hardware is provisioned, not created")
        << true << QByteArray(R"("createDate":"2025-01-01T00:00:00Z","provisionDate":"2026-01-01T00:00:00Z")")
        << int(Created) << u"2026-01-01T00:00:00Z"_s << std::optional<QString>();
    QTest::newRow("hardware memory is in GB") << true << QByteArray(R"("memoryCapacity":"96")")
                                              << int(MemoryGb) << u"96"_s << std::optional<QString>();
}

void TestRowPatch::values()
{
    QFETCH(bool, isHardware);
    QFETCH(QByteArray, properties);
    QFETCH(int, column);
    QFETCH(QString, expected);
    QFETCH(std::optional<QString>, shown);
    const RowKind kind = isHardware ? RowKind::BareMetal : RowKind::Virtual;
    const RowPatches patches = decode(kind, R"({"id":5,)" + properties + "}");
    QCOMPARE(patches.rows.size(), 1);
    QVERIFY(patches.rows[0].failed.empty());
    const InventoryTable table = makeTable({patches.rows[0]});
    QCOMPARE(rawText(table, 0, column), expected);
    if (serverCatalogue().column(column).type == ColumnType::Text)
        QCOMPARE(table.text(0, column), shown.value_or(expected));
    if (shown.value_or(expected).isEmpty())
        QCOMPARE(table.cellState(0, column), CellState::Empty);
}

void TestRowPatch::nothingThere_data()
{
    QTest::addColumn<QByteArray>("nothing");
    QTest::newRow("null") << QByteArray("null");
    QTest::newRow("empty text") << QByteArray(R"("")");
    QTest::newRow("empty array") << QByteArray("[]");
    QTest::newRow("empty object") << QByteArray("{}");
}

void TestRowPatch::nothingThere()
{
    QFETCH(QByteArray, nothing);
    for (const RowKind kind : {RowKind::BareMetal, RowKind::Virtual}) {
        QByteArray json = R"({"id":5)";
        // Each property that any mask names, on its first level.
        QByteArrayList seen;
        for (const ColumnSpec &column : serverCatalogue().columns()) {
            for (const QByteArray &path : QByteArray(column.mask(kind)).split(',')) {
                const QByteArray property = path.split('.').first();
                if (property.isEmpty() || property == "id" || seen.contains(property))
                    continue;
                seen.append(property);
                json += ",\"" + property + "\":" + nothing;
            }
        }
        const RowPatches patches = decode(kind, json + "}");
        QCOMPARE(patches.rows.size(), 1);
        QVERIFY(patches.rows[0].failed.empty());
        QCOMPARE(toLines(patches.rows[0]), u"kind="_s + QLatin1StringView(kindSpec(kind).key) + u"\nid=5"_s);
        QCOMPARE(makeTable({patches.rows[0]}).rowState(0, allGroups), RowState::Complete);
    }
}

void TestRowPatch::wrongTypes_data()
{
    QTest::addColumn<QByteArray>("property");
    QTest::addColumn<QByteArray>("value");
    QTest::addColumn<QString>("failedColumn"); // the first of the group
    QTest::addColumn<QString>("path");
    const auto row = [](const char *name, const char *property, const char *value, const QString &column,
                        const QString &path) {
        QTest::newRow(name) << QByteArray(property) << QByteArray(value) << column << path;
    };
    row("text for an object", "datacenter", R"("dal10")", u"datacenter"_s, u"datacenter"_s);
    row("number for an object", "deviceStatus", "5", u"state"_s, u"deviceStatus"_s);
    row("object for a text", "primaryIpAddress", R"({"ip":"192.0.2.1"})", u"public_ip"_s,
        u"primaryIpAddress"_s);
    row("words for a number", "maxCpu", R"("many")", u"cores"_s, u"maxCpu"_s);
    row("fraction for a whole number", "maxCpu", "2.5", u"cores"_s, u"maxCpu"_s);
    row("absurd whole number", "maxCpu", "9223372036854775807", u"cores"_s, u"maxCpu"_s);
    row("absurd negative number", "maxCpu", R"("-9223372036854775808")", u"cores"_s, u"maxCpu"_s);
    row("absurd decimal", "outboundPublicBandwidthUsage", "1e300", u"out_public_gb"_s,
        u"outboundPublicBandwidthUsage"_s);
    row("words for a decimal", "bandwidthAllocation", R"("unlimited")", u"allocation_gb"_s,
        u"bandwidthAllocation"_s);
    row("flag that is none", "hourlyBillingFlag", "2", u"billing"_s, u"hourlyBillingFlag"_s);
    row("no date", "createDate", R"("yesterday")", u"created"_s, u"createDate"_s);
    row("number for a date", "createDate", "1700000000", u"created"_s, u"createDate"_s);
    row("text for a list", "tagReferences", R"("production")", u"tags"_s, u"tagReferences"_s);
    row("texts in a list of objects", "tagReferences", R"(["production"])", u"tags"_s, u"tagReferences[0]"_s);
    row("wrong deep inside", "billingItem", R"({"orderItem":{"order":{"userRecord":7}}})", u"owner"_s,
        u"billingItem.orderItem.order.userRecord"_s);
}

void TestRowPatch::wrongTypes()
{
    QFETCH(QByteArray, property);
    QFETCH(QByteArray, value);
    QFETCH(QString, failedColumn);
    QFETCH(QString, path);
    const RowPatches patches =
        decode(RowKind::Virtual, R"([{"id":5,"fullyQualifiedDomainName":"web","notes":"n",")" + property +
                                     "\":" + value + "}]");
    QCOMPARE(patches.rows.size(), 1);
    const RowPatch &patch = patches.rows[0];
    QCOMPARE(failedColumns(patch), QStringList{failedColumn});
    QVERIFY(patch.failed[0].second.kind == ApiError::Kind::BadResponse);
    QVERIFY2(patch.failed[0].second.jsonPath.endsWith(path), qPrintable(patch.failed[0].second.jsonPath));

    const InventoryTable table = makeTable({patch});
    const ColumnIndex column = serverCatalogue().find(failedColumn).value();
    QCOMPARE(table.cellState(0, column), CellState::Failed);
    QCOMPARE(table.text(0, ServerColumn::Fqdn), u"web"_s);
    QCOMPARE(table.text(0, ServerColumn::Notes), u"n"_s);
    QCOMPARE(table.rowState(0, allGroups), RowState::Failed);
    QCOMPARE(table.rowState(0, groupSet(ServerGroup::Notes)), RowState::Complete);
}

void TestRowPatch::oneWrongTypeLeavesTheOthers()
{
    const RowPatches patches =
        decode(RowKind::Virtual, R"([{"id":1,"maxCpu":{}},{"id":2,"maxCpu":[1]},{"id":3,"maxCpu":8}])",
               groupSet(ServerGroup::Size));
    QCOMPARE(patches.rows.size(), 3);
    QVERIFY(patches.rows[0].failed.empty()); // an empty object is nothing there
    QCOMPARE(patches.rows[1].failed.size(), std::size_t(1));
    QCOMPARE(patches.rows[1].failed[0].second.jsonPath, u"[1].maxCpu"_s);
    QVERIFY(patches.rows[1].values.empty());
    QCOMPARE(patches.rows[2].values.size(), std::size_t(1));
}

void TestRowPatch::oneWrongTypeLeavesItsGroup()
{
    const RowPatches patches =
        decode(RowKind::Virtual, R"([{"id":1,"primaryIpAddress":"192.0.2.1","primaryBackendIpAddress":[7],
        "privateNetworkOnlyFlag":false},{"id":2,"primaryIpAddress":"192.0.2.2"}])",
               groupSet(ServerGroup::Addresses, ServerGroup::Notes));
    InventoryTable table = makeTable({patches.rows[0], patches.rows[1]});
    QCOMPARE(table.text(0, ServerColumn::PublicIp), u"192.0.2.1"_s);
    QCOMPARE(table.cellState(0, ServerColumn::PublicIp), CellState::Value);
    QCOMPARE(table.cellState(0, ServerColumn::PrivateIp), CellState::Failed);
    QVERIFY(!table.hasValue(0, ServerColumn::PrivateIp));
    QVERIFY(table.text(0, ServerColumn::PrivateIp).isEmpty());
    QCOMPARE(table.value(0, ServerColumn::PrivateIp), CellValue());
    QCOMPARE(table.cellState(0, ServerColumn::PrivateOnly), CellState::Value);
    QCOMPARE(table.cellState(0, ServerColumn::Notes), CellState::Empty);
    QVERIFY(table.failure(0, ServerGroup::Addresses)->jsonPath.endsWith(u"primaryBackendIpAddress"_s));
    QCOMPARE(table.rowState(0, allGroups & groupSet(ServerGroup::Addresses)), RowState::Failed);
    QCOMPARE(table.cellState(1, ServerColumn::PrivateIp), CellState::Empty);

    // A good answer mends it.
    table.apply(decode(RowKind::Virtual, R"({"id":1,"primaryBackendIpAddress":"198.51.100.1"})",
                       groupSet(ServerGroup::Addresses))
                    .rows[0]);
    QCOMPARE(table.text(0, ServerColumn::PrivateIp), u"198.51.100.1"_s);
    QCOMPARE(table.cellState(0, ServerColumn::PublicIp), CellState::Empty);
    QVERIFY(table.failure(0, ServerGroup::Addresses) == nullptr);
}

void TestRowPatch::retryAsksForAGroupWithAWrongTypeAgain()
{
    const GroupSet addresses = groupSet(ServerGroup::Addresses);
    InventoryTable table =
        makeTable({decode(RowKind::Virtual,
                          R"({"id":1,"primaryIpAddress":"a","primaryBackendIpAddress":[7]})", addresses)
                       .rows[0]});
    QVERIFY(table.missingGroups(0, addresses).none());
    QVERIFY(table.clearFailures(0, addresses));
    QCOMPARE(table.missingGroups(0, addresses), addresses);
    QCOMPARE(table.cellState(0, ServerColumn::PrivateIp), CellState::Stale); // as its neighbours are
    QVERIFY(!table.hasValue(0, ServerColumn::PrivateIp));
    table.setLoading(0, addresses);
    QCOMPARE(table.cellState(0, ServerColumn::PrivateIp), CellState::Loading);
}

void TestRowPatch::unreadableTextMakesARowPartial()
{
    const QJsonArray rows =
        QJsonDocument::fromJson(R"([{"id":1,"notes":"caf\ufffd"},{"id":2,"notes":"cafe"}])").array();
    const GroupSet notes = groupSet(ServerGroup::Notes);
    const auto stateOf = [&](int row, bool hadInvalidUtf8) {
        JsonIssues issues;
        const RowPatches patches =
            decodeRows(serverCatalogue(), RowKind::Virtual, notes, JsonReader(rows, issues, hadInvalidUtf8));
        const InventoryTable table = makeTable({patches.rows[0], patches.rows[1]});
        if (table.cellState(row, ServerColumn::Notes) != CellState::Value)
            qFatal("the text itself is to be seen");
        if (table.hasUnreadableText(row, notes) != (table.rowState(row, notes) == RowState::Partial))
            qFatal("it is what makes it so");
        return table.rowState(row, notes);
    };
    QCOMPARE(stateOf(0, true), RowState::Partial);
    QCOMPARE(stateOf(1, true), RowState::Complete);
    QCOMPARE(stateOf(0, false), RowState::Complete);
}

void TestRowPatch::largeIdsAreExact()
{
    for (const qint64 id : {qint64(100'000'000'000'000'001), std::numeric_limits<qint64>::max()}) {
        const QByteArray number = QByteArray::number(id);
        const RowPatches patches =
            decode(RowKind::Virtual, R"({"id":)" + number +
                                         R"(,"fullyQualifiedDomainName":"web","virtualRack":{"id":)" +
                                         number + R"(,"name":"EU","bandwidthAllotmentTypeId":2}})");
        QCOMPARE(patches.rows[0].key.id, id);
        const InventoryTable table = makeTable({patches.rows[0]});
        QCOMPARE(table.text(0, ServerColumn::Fqdn), u"web"_s);
        QCOMPARE(table.value(0, ServerColumn::Id), CellValue(id));
        QCOMPARE(table.value(0, ServerColumn::PoolId), CellValue(id));
        QCOMPARE(table.text(0, ServerColumn::Pool), u"EU"_s);
        QCOMPARE(table.rowState(0, allGroups), RowState::Complete);
    }
    QCOMPARE(decode(RowKind::Virtual, R"({"id":9223372036854775808})").withoutId, 1);
}

void TestRowPatch::elementsThatAreNoRows_data()
{
    QTest::addColumn<QByteArray>("list");
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("withoutId");
    QTest::newRow("empty") << QByteArray("[]") << 0 << 0;
    QTest::newRow("null elements") << QByteArray(R"([null,{"id":1},null])") << 1 << 0;
    QTest::newRow("no id") << QByteArray(R"([{"hostname":"a"},{"id":1}])") << 1 << 1;
    QTest::newRow("null id") << QByteArray(R"([{"id":null}])") << 0 << 1;
    QTest::newRow("id as text") << QByteArray(R"([{"id":"17"}])") << 1 << 0;
    QTest::newRow("id as words") << QByteArray(R"([{"id":"seventeen"}])") << 0 << 1;
    QTest::newRow("zero and negative ids") << QByteArray(R"([{"id":0},{"id":-4}])") << 0 << 2;
    QTest::newRow("numbers and texts") << QByteArray(R"([1,"a",true,[],[{"id":3}]])") << 0 << 5;
    QTest::newRow("null for all") << QByteArray("null") << 0 << 0;
}

void TestRowPatch::elementsThatAreNoRows()
{
    QFETCH(QByteArray, list);
    QFETCH(int, rows);
    QFETCH(int, withoutId);
    JsonIssues issues;
    const RowPatches patches = decode(RowKind::Virtual, list, allGroups, &issues);
    QCOMPARE(patches.rows.size(), rows);
    QCOMPARE(patches.withoutId, withoutId);
    QVERIFY(issues.isClean());
}

void TestRowPatch::rootThatIsNoList()
{
    JsonIssues issues;
    const RowPatches patches = decode(RowKind::Virtual, R"("Access denied")", allGroups, &issues);
    QVERIFY(patches.rows.isEmpty());
    QVERIFY(!issues.isClean());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestRowPatch)
#include "tst_rowpatch.moc"
