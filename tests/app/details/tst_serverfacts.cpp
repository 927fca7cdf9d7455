// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/serverfacts.h"
#include "serversample.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

// The samples of softlayer-api §10.4, with what our masks name besides.
constexpr const char *hardwareObject =
    R"({"bareMetalInstanceFlag":0,"fullyQualifiedDomainName":"db01.example.com","id":1403101,"notes":"primary",
        "provisionDate":"2023-04-27T15:10:56-06:00","serialNumber":"SL01HIIB","manufacturerSerialNumber":"007",
        "datacenter":{"id":1441195,"longName":"Dallas 10","name":"dal10"},
        "globalIdentifier":"5b0f7c1e-7b7e-4c5f-9d0e-2f6a1c3d4e5f","hardwareChassis":{"id":901,"name":"Chassis 1U"},
        "hardwareStatus":{"id":5,"status":"ACTIVE"},"hourlyBillingFlag":false,"memoryCapacity":64,
        "networkManagementIpAddress":"203.0.113.22","primaryBackendIpAddress":"198.51.100.10",
        "primaryIpAddress":"192.0.2.10","privateNetworkOnlyFlag":false,"processorPhysicalCoreAmount":16,
        "processorCoreAmount":32})";
constexpr const char *guestObject =
    R"({"createDate":"2025-11-07T21:02:35-06:00","id":125800753,"maxCpu":2,"maxMemory":4096,
        "provisionDate":null,"notes":"","deviceStatus":{"id":8,"keyName":"RUNNING","name":"Running"},
        "primaryBackendIpAddress":"198.51.100.71","privateNetworkOnlyFlag":true})";
constexpr const char *interfaces =
    R"([{"id":20000155,"ipmiIpAddress":"203.0.113.22","ipmiMacAddress":"00:00:5e:00:53:22","maxSpeed":100,
         "name":"mgmt","port":0,"speed":100,"status":"ACTIVE","uplinkComponent":null},
        null,
        {"id":20000153,"macAddress":"00:00:5e:00:53:27","maxSpeed":10000,"name":"eth","port":0,
         "primaryIpAddress":"198.51.100.10","speed":1000,"status":"ACTIVE","networkVlanId":4000774,
         "primarySubnet":{"broadcastAddress":"198.51.100.63","gateway":"198.51.100.1","id":7000064,
                          "netmask":"255.255.255.192","networkIdentifier":"198.51.100.0"},
         "uplinkComponent":{"id":9000479,"networkVlanTrunks":[
            {"networkComponentId":9000479,"networkVlan":{"fullyQualifiedName":"dal10.bcr01.1455","id":4000267,
             "networkSpace":"PRIVATE","vlanNumber":1455},"networkVlanId":4000267},null]}},
        {"id":20000156,"maxSpeed":0,"name":"eth","port":2,"speed":0,"status":"USER_OFF"}])";
constexpr const char *vlans =
    R"([{"fullyQualifiedName":"dal10.fcr01.893","id":4000772,"networkSpace":"PUBLIC","vlanNumber":893},
        {"id":4000774,"name":"storage","networkSpace":"PRIVATE","vlanNumber":887}])";

QByteArray component(const char *type, const char *name, const char *capacity, const char *units,
                     const char *rest = "")
{
    return QByteArray(R"({"id":1,"name":"0",)") + rest +
           R"("hardwareComponentModel":{"manufacturer":"Acme","name":")" + name +
           R"(","version":"V1","hardwareGenericComponentModel":{"capacity":")" + capacity + R"(","units":")" +
           units + R"(","description":"SATAIII","hardwareComponentType":{"keyName":")" + type +
           R"(","type":"Type )" + type + R"("}}}})";
}

} // namespace

class TestServerFacts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void machineComesInPieces();
    void guestMachine();
    void refusedPartLeavesItsLinesOut();
    void statusOfAnIdleServer();
    void stateIsTheOneOfTheTable_data();
    void stateIsTheOneOfTheTable();
    void statusOfABusyServer();
    void addressesWithTheirVlans();
    void interfacesOneByOne();
    void vlanOfAGuestsInterface();
    void vlansWithTrunks();
    void vlansLeadToTheirRows();
    void disksWithAndWithoutSerial();
    void components();
    void blockDevices();
    void billing();
    void cancelledServerHasNoBilling();
    void bandwidth();
    void bandwidthWithoutAllotment();
    void defaultRackIsNoPool();
    void tagsAreSorted();
    void software();
    void operatingSystemStandsOnce();
    void orderOfTheAnswerDoesNotMatter();
    void wrongTypeCostsItsLine();
    void nothingKnownYet_data();
    void nothingKnownYet();
    void oddAnswersAreForgiven_data();
    void oddAnswersAreForgiven();
    void headingFacts();
    void goneIsWhatNoCallFinds();
};

void TestServerFacts::machineComesInPieces()
{
    ServerSample sample(RowKind::BareMetal);
    sample.with(ServerPart::Object, hardwareObject)
        .with(ServerPart::StateAndPlace, hardwareObject)
        .loading(ServerPart::ActiveComponents)
        .loading(ServerPart::HardDrives);
    QStringList expected{u"CPU ..."_s,
                         u"Cores: 16 (32 logical)"_s,
                         u"Memory: 64 GB"_s,
                         u"Disks ..."_s,
                         u"Chassis: Chassis 1U"_s,
                         u"Serial: SL01HIIB"_s,
                         u"Manufacturer serial: 007"_s};
    QCOMPARE(linesOf(factsOf(ServerSection::Machine, sample.values)), expected);

    // The lines stay where they are when the rest comes.
    const QByteArray disk = component("HARD_DRIVE", "Disk", "2000", "GB");
    const QByteArray cpu = component("PROCESSOR", "Xeon", "2.5", "GHz");
    const QByteArray components = '[' + cpu + ',' + cpu + ',' + disk + ']';
    const QByteArray drives = '[' + disk + ",null," + disk + ']';
    sample.with(ServerPart::ActiveComponents, components.constData())
        .with(ServerPart::HardDrives, drives.constData());
    expected[0] = u"CPU: 2 × Acme Xeon V1"_s;
    expected[3] = u"Disks: 2 × 2,000 GB SATAIII"_s;
    QCOMPARE(linesOf(factsOf(ServerSection::Machine, sample.values)), expected);
}

void TestServerFacts::guestMachine()
{
    const ServerSample sample =
        ServerSample(RowKind::Virtual)
            .with(ServerPart::Object, guestObject)
            .with(ServerPart::StateAndPlace, guestObject)
            .with(ServerPart::BlockDevices,
                  R"([{"device":"0","diskImage":{"capacity":25,"units":"GB","description":"web01"}},
                      {"device":"1","diskImage":{"capacity":2,"units":"GB","description":"web01-SWAP"}}])");
    QCOMPARE(linesOf(factsOf(ServerSection::Machine, sample.values)),
             (QStringList{u"Cores: 2"_s, u"Memory: 4 GB"_s, u"Disks: 25 GB, 2 GB swap"_s}));
}

void TestServerFacts::refusedPartLeavesItsLinesOut()
{
    const ServerSample sample = ServerSample(RowKind::BareMetal)
                                    .with(ServerPart::Object, hardwareObject)
                                    .with(ServerPart::StateAndPlace, hardwareObject)
                                    .failed(ServerPart::ActiveComponents, ApiError::Kind::Forbidden)
                                    .failed(ServerPart::HardDrives, ApiError::Kind::Timeout);
    const QStringList lines = linesOf(factsOf(ServerSection::Machine, sample.values));
    QCOMPARE(lines.first(), u"Cores: 16 (32 logical)"_s);
    QVERIFY(lines.filter(u"CPU"_s).isEmpty());
    QVERIFY(lines.filter(u"Disks"_s).isEmpty());
}

void TestServerFacts::statusOfAnIdleServer()
{
    // Each form of "nothing" that a getX of a relation without a target may take (softlayer-api §2.3).
    for (const char *nothing : {"null", "{}", "[]", R"("")"}) {
        const ServerSample sample =
            ServerSample(RowKind::Virtual)
                .with(ServerPart::Object, guestObject)
                .with(ServerPart::StateAndPlace, guestObject)
                .with(ServerPart::PowerState, R"({"keyName":"HALTED","name":"Halted"})")
                .with(ServerPart::ActiveTransaction, nothing)
                .with(ServerPart::LastTransaction, nothing);
        const SectionFacts section = factsOf(ServerSection::Status, sample.values);
        QCOMPARE(linesOf(section), (QStringList{u"State: Running"_s, u"Power: Halted"_s,
                                                u"In progress: (none)"_s, u"Last transaction: (none)"_s}));
        QVERIFY(!section.unreadable || QByteArray(nothing) == "[]");
    }
}

void TestServerFacts::stateIsTheOneOfTheTable_data()
{
    QTest::addColumn<QByteArray>("place");
    QTest::addColumn<QByteArray>("power");
    QTest::addColumn<QString>("state");
    const QByteArray provisioned = R"({"status":{"keyName":"ACTIVE","name":"Active"}})";
    const QByteArray running =
        R"({"deviceStatus":{"keyName":"RUNNING"},"status":{"keyName":"ACTIVE","name":"Active"}})";
    const QByteArray halted = R"({"keyName":"HALTED","name":"Halted"})";
    QTest::newRow("device goes first") << running << halted << u"RUNNING"_s;
    QTest::newRow("then power") << provisioned << halted << u"HALTED"_s;
    QTest::newRow("then provisioning") << provisioned << QByteArray("null") << u"ACTIVE"_s;
    QTest::newRow("not there yet") << QByteArray(R"({"status":{"keyName":"DISCONNECTED"}})") << halted
                                   << u"DISCONNECTED"_s;
    QTest::newRow("nothing") << QByteArray("{}") << QByteArray("null") << QString();
}

void TestServerFacts::stateIsTheOneOfTheTable()
{
    QFETCH(const QByteArray, place);
    QFETCH(const QByteArray, power);
    QFETCH(const QString, state);
    ServerSample sample(RowKind::Virtual);
    sample.with(ServerPart::StateAndPlace, place.constData()).with(ServerPart::PowerState, power.constData());
    QCOMPARE(stateOf(sample.values), state);
    const QString line = linesOf(factsOf(ServerSection::Status, sample.values)).first();
    QCOMPARE(line, state.isEmpty() ? u"State: (none)"_s : u"State: "_s + FactText::word(state));
}

void TestServerFacts::statusOfABusyServer()
{
    const ServerSample sample =
        ServerSample(RowKind::BareMetal)
            .with(ServerPart::Object, hardwareObject)
            .with(ServerPart::StateAndPlace, hardwareObject)
            .with(ServerPart::ActiveTransaction,
                  R"({"id":1,"createDate":"2026-02-03T10:00:00-06:00",
                      "transactionStatus":{"friendlyName":"Rescue kernel is booting","name":"RESCUE_BOOT"}})")
            .with(
                ServerPart::LastTransaction,
                R"({"id":1,"modifyDate":"2026-02-03T10:02:00-06:00","transactionGroup":{"name":"Rescue"}})");
    QCOMPARE(linesOf(factsOf(ServerSection::Status, sample.values)),
             (QStringList{u"State: Active"_s, u"In progress: Rescue kernel is booting"_s,
                          u"Since: 2026-02-03 16:00"_s, u"Last transaction: Rescue · 2026-02-03 16:02"_s}));
}

void TestServerFacts::addressesWithTheirVlans()
{
    ServerSample sample(RowKind::BareMetal);
    sample.with(ServerPart::Object, hardwareObject)
        .with(ServerPart::StateAndPlace, hardwareObject)
        .loading(ServerPart::NetworkVlans);
    QCOMPARE(linesOf(factsOf(ServerSection::Addresses, sample.values)).first(), u"Public: 192.0.2.10"_s);
    sample.with(ServerPart::NetworkVlans, vlans)
        .with(ServerPart::NetworkComponents, interfaces)
        .with(ServerPart::NetworkTrunks, interfaces);
    QCOMPARE(linesOf(factsOf(ServerSection::Addresses, sample.values)),
             (QStringList{u"Public: 192.0.2.10 · VLAN 893"_s, u"Private: 198.51.100.10 · VLAN 887"_s,
                          u"Management: 203.0.113.22"_s, u"Speed: 1 Gbit/s"_s}));

    const ServerSample guest = ServerSample(RowKind::Virtual)
                                   .with(ServerPart::Object, guestObject)
                                   .with(ServerPart::StateAndPlace, guestObject);
    QCOMPARE(linesOf(factsOf(ServerSection::Addresses, guest.values)),
             (QStringList{u"Public: private only"_s, u"Private: 198.51.100.71"_s}));
}

void TestServerFacts::interfacesOneByOne()
{
    const ServerSample sample = ServerSample(RowKind::BareMetal)
                                    .with(ServerPart::NetworkComponents, interfaces)
                                    .with(ServerPart::NetworkTrunks, interfaces)
                                    .with(ServerPart::NetworkVlans, vlans);
    const SectionFacts section = factsOf(ServerSection::Interfaces, sample.values);
    QVERIFY(!section.unreadable);
    QCOMPARE(
        linesOf(section),
        (QStringList{u"# eth0"_s, u"Status: Active"_s, u"IP: 198.51.100.10"_s, u"MAC: 00:00:5e:00:53:27"_s,
                     u"Speed: 1 Gbit/s of 10 Gbit/s"_s, u"Subnet: 198.51.100.0 / 255.255.255.192"_s,
                     u"Gateway: 198.51.100.1"_s, u"Broadcast: 198.51.100.63"_s, u"VLAN: 887 · storage"_s,
                     u"Trunked: 1455"_s, u"# eth2"_s, u"Status: User off"_s, u"IP: (none)"_s,
                     u"Speed: 0 Mbit/s"_s, u"# mgmt0"_s, u"Status: Active"_s, u"IP: 203.0.113.22"_s,
                     u"MAC: 00:00:5e:00:53:22"_s, u"Speed: 100 Mbit/s"_s}));
}

/// A virtual server's interface has no networkVlanId; its VLAN comes as a relation.
void TestServerFacts::vlanOfAGuestsInterface()
{
    const ServerSample sample =
        ServerSample(RowKind::Virtual)
            .with(ServerPart::NetworkComponents,
                  R"([{"id":1,"name":"eth","port":0,"primaryIpAddress":"198.51.100.71","status":"ACTIVE",
                       "networkVlan":{"id":4000774}}])")
            .with(ServerPart::NetworkVlans, vlans);
    const QStringList lines = linesOf(factsOf(ServerSection::Interfaces, sample.values));
    QVERIFY2(lines.contains(u"VLAN: 887 · storage"_s), qPrintable(lines.join(u'\n')));
}

void TestServerFacts::vlansWithTrunks()
{
    const ServerSample sample = ServerSample(RowKind::BareMetal)
                                    .with(ServerPart::NetworkComponents, interfaces)
                                    .with(ServerPart::NetworkTrunks, interfaces)
                                    .with(ServerPart::NetworkVlans, vlans);
    QCOMPARE(linesOf(factsOf(ServerSection::Vlans, sample.values)),
             (QStringList{u"# VLAN 893"_s, u"Network: Public"_s, u"Full name: dal10.fcr01.893"_s,
                          u"Membership: Primary"_s, u"ID: 4000772"_s, u"# VLAN 887 · storage"_s,
                          u"Network: Private"_s, u"Membership: Primary"_s, u"ID: 4000774"_s, u"# VLAN 1455"_s,
                          u"Network: Private"_s, u"Full name: dal10.bcr01.1455"_s, u"Membership: Trunked"_s,
                          u"ID: 4000267"_s}));
}

/// Wherever one is named by what is its own, not where a line is about more than it.
void TestServerFacts::vlansLeadToTheirRows()
{
    const ServerSample sample = ServerSample(RowKind::BareMetal)
                                    .with(ServerPart::NetworkComponents, interfaces)
                                    .with(ServerPart::NetworkTrunks, interfaces)
                                    .with(ServerPart::NetworkVlans, vlans);
    const auto linksOf = [&sample](ServerSection section) {
        QStringList links;
        for (const Fact &fact : factsOf(section, sample.values).facts) {
            if (fact.target)
                links.append(u"%1: %2"_s.arg(fact.label).arg(fact.target->id));
        }
        return links;
    };
    QCOMPARE(linksOf(ServerSection::Vlans),
             (QStringList{u"Full name: 4000772"_s, u"ID: 4000772"_s, u"ID: 4000774"_s,
                          u"Full name: 4000267"_s, u"ID: 4000267"_s}));
    QCOMPARE(linksOf(ServerSection::Interfaces), QStringList{u"VLAN: 4000774"_s});
    for (const Fact &fact : factsOf(ServerSection::Vlans, sample.values).facts)
        QVERIFY(!fact.target || fact.target->kind == RowKind::Vlan);

    // Without an id there is no row to lead to.
    const ServerSample bare =
        ServerSample(RowKind::BareMetal)
            .with(ServerPart::NetworkVlans, R"([{"vlanNumber":9,"fullyQualifiedName":"dal10.fcr01.9"}])")
            .with(ServerPart::NetworkTrunks, "[]");
    for (const Fact &fact : factsOf(ServerSection::Vlans, bare.values).facts)
        QVERIFY(!fact.target);
}

void TestServerFacts::disksWithAndWithoutSerial()
{
    const QByteArray drives = '[' +
                              component("HARD_DRIVE", "Disk", "2000", "GB", R"("serialNumber":"zc0",)") +
                              ',' + component("HARD_DRIVE", "Disk", "480", "GB") + ']';
    const ServerSample sample =
        ServerSample(RowKind::BareMetal).with(ServerPart::HardDrives, drives.constData());
    QCOMPARE(linesOf(factsOf(ServerSection::Disks, sample.values)),
             (QStringList{u"# Disk 0"_s, u"Model: Acme Disk V1"_s, u"Size: 2,000 GB · SATAIII"_s,
                          u"Serial: zc0"_s, u"# Disk 0"_s, u"Model: Acme Disk V1"_s,
                          u"Size: 480 GB · SATAIII"_s, u"Serial: (none)"_s}));
}

void TestServerFacts::components()
{
    const QByteArray list = '[' + component("RAM", "DDR4", "32", "GB") + ',' +
                            component("MOTHERBOARD", "Board", "0", "") + ',' +
                            component("RAM", "DDR4", "32", "GB") + ',' +
                            component("HARD_DRIVE", "Disk", "2000", "GB") + R"(,{"id":9}])";
    const ServerSample sample = ServerSample(RowKind::BareMetal)
                                    .with(ServerPart::Object, hardwareObject)
                                    .with(ServerPart::StateAndPlace, hardwareObject)
                                    .with(ServerPart::ActiveComponents, list.constData());
    QCOMPARE(linesOf(factsOf(ServerSection::Components, sample.values)),
             (QStringList{u"Chassis: Chassis 1U"_s, u"Other: unknown model"_s,
                          u"Type MOTHERBOARD: Acme Board V1"_s, u"Type RAM: 2 × Acme DDR4 V1 · 32 GB"_s}));
}

void TestServerFacts::blockDevices()
{
    const ServerSample sample = ServerSample(RowKind::Virtual)
                                    .with(ServerPart::BlockDevices,
                                          R"([{"device":"0","bootableFlag":1,"mountType":"Disk",
                       "diskImage":{"capacity":25,"units":"GB","name":"web01","description":"web01"}},
                      {"device":1,"mountType":"Disk"}])");
    QCOMPARE(linesOf(factsOf(ServerSection::Disks, sample.values)),
             (QStringList{u"# Disk 0"_s, u"Size: 25 GB"_s, u"Use: System · bootable"_s, u"Type: Disk"_s,
                          u"Image: web01"_s, u"# Disk 1"_s, u"Size: (none)"_s, u"Use: System"_s,
                          u"Type: Disk"_s}));
}

void TestServerFacts::billing()
{
    const ServerSample sample =
        ServerSample(RowKind::BareMetal)
            .with(ServerPart::BillingItem,
                  R"({"id":658600001,"nextInvoiceTotalRecurringAmount":412.5,"recurringFee":"350",
                      "nextBillDate":"2026-02-22T00:00:00-06:00","cancellationDate":null,
                      "nextInvoiceChildren":[
                        {"categoryCode":"os","description":"Debian GNU\/Linux 12","nextInvoiceTotalRecurringAmount":0},
                        {"categoryCode":"ram","nextInvoiceTotalRecurringAmount":62.5}],
                      "orderItem":{"id":1,"preset":{"keyName":"B1_16X64"}}})")
            .with(ServerPart::Order,
                  R"({"id":658600001,"orderItem":{"id":1,"order":{
                        "id":58000001,"createDate":"2023-04-27T10:00:00Z",
                        "userRecord":{"username":"1234567_ops@example.com"}}}})");
    QCOMPARE(linesOf(factsOf(ServerSection::BillingItem, sample.values)),
             (QStringList{u"Next invoice: $412.50"_s, u"Recurring fee: $350.00"_s,
                          u"Next bill: 2026-02-22 06:00"_s, u"Cancellation: (none)"_s,
                          u"Billing item ID: 658600001"_s}));
    QCOMPARE(linesOf(factsOf(ServerSection::BillingParts, sample.values)),
             (QStringList{u"Debian GNU/Linux 12: $0.00"_s, u"Ram: $62.50"_s}));
    QCOMPARE(linesOf(factsOf(ServerSection::Order, sample.values)),
             (QStringList{u"Owner: 1234567_ops@example.com"_s, u"Ordered: 2023-04-27 10:00"_s,
                          u"Order ID: 58000001"_s, u"Preset: B1_16X64"_s}));
}

void TestServerFacts::cancelledServerHasNoBilling()
{
    const ServerSample sample = ServerSample(RowKind::BareMetal).with(ServerPart::BillingItem, "null");
    QCOMPARE(linesOf(factsOf(ServerSection::BillingItem, sample.values)),
             QStringList(u": (No billing item: the server is cancelled, or never was billed.)"_s));
}

void TestServerFacts::bandwidth()
{
    const ServerSample sample =
        ServerSample(RowKind::BareMetal)
            .with(ServerPart::CycleUsage,
                  R"([{"amountIn":".48562","amountOut":"1250.1987","type":{"alias":"PUBLIC_SERVER_BW"}},
                      {"amountIn":".19969","amountOut":".0608","type":{"alias":"PRIVATE_SERVER_BW"}},
                      {"amountIn":"7","amountOut":"7"}])")
            .with(ServerPart::AllotmentDetail,
                  R"({"id":37300001,"effectiveDate":"2023-05-03T23:00:00-06:00","endEffectiveDate":null,
                      "allocation":{"amount":"20000"},
                      "bandwidthAllotment":{"id":309001,"name":"EU pool","bandwidthAllotmentTypeId":2}})");
    QCOMPARE(linesOf(factsOf(ServerSection::CycleUsage, sample.values)),
             (QStringList{u"Public out: 1,250.2 GB · 6.3 % of 20,000 GB"_s, u"Public in: 0.49 GB"_s,
                          u"Private out: 0.061 GB"_s, u"Private in: 0.20 GB"_s}));
    const SectionFacts allotment = factsOf(ServerSection::Allotment, sample.values);
    QCOMPARE(linesOf(allotment),
             (QStringList{u"Allocation: 20,000 GB"_s, u"Pool: EU pool"_s, u"Since: 2023-05-04 05:00"_s}));
    QCOMPARE(allotment.facts.at(1).target, std::optional(RowKey{RowKind::Pool, 309001}));
    QCOMPARE(linesOf(factsOf(ServerSection::Traffic, sample.values)).last(), u"Pool: EU pool"_s);
}

void TestServerFacts::bandwidthWithoutAllotment()
{
    const ServerSample sample = ServerSample(RowKind::Virtual)
                                    .with(ServerPart::CycleUsage, "[]")
                                    .with(ServerPart::AllotmentDetail, "null");
    // Unknown is never 0.
    QCOMPARE(linesOf(factsOf(ServerSection::Traffic, sample.values)),
             (QStringList{u"Public out: (no data)"_s, u"Public in: (no data)"_s, u"Pool: (none)"_s}));
    // The table's number stands where the parts are silent: there are no two of them.
    PartValues listed = sample.values;
    listed.setListedTraffic({.out = Decimal(7751, 1),
                             .in = Decimal(25, 1),
                             .projected = Decimal(1000, 0),
                             .allocation = Decimal(5000, 0),
                             .poolId = 17,
                             .pool = u"Web pool"_s});
    QCOMPARE(linesOf(factsOf(ServerSection::Traffic, listed)),
             (QStringList{u"Public out: 775.1 GB · 15.5 % of 5,000 GB"_s, u"Public in: 2.5 GB"_s,
                          u"Pool: Web pool"_s}));
    const QStringList cycle = linesOf(factsOf(ServerSection::CycleUsage, listed));
    QVERIFY2(cycle.contains(u"Projected out: 1,000 GB"_s), qPrintable(cycle.join(u'\n')));
    QVERIFY2(cycle.contains(u"Private out: (no data)"_s), qPrintable(cycle.join(u'\n')));
    const ServerSample paid =
        ServerSample(RowKind::Virtual).with(ServerPart::AllotmentDetail, R"({"allocation":{"amount":"0"}})");
    QCOMPARE(linesOf(factsOf(ServerSection::Allotment, paid.values)).first(),
             u"Allocation: 0 GB, pay as you go"_s);
}

void TestServerFacts::defaultRackIsNoPool()
{
    ServerSample sample = ServerSample(RowKind::BareMetal)
                              .with(ServerPart::AllotmentDetail,
                                    R"({"allocation":{"amount":"5000"},
                      "bandwidthAllotment":{"id":1,"name":"Virtual Private Rack","bandwidthAllotmentTypeId":1}})");
    ListedTraffic listed; // from before it left its pool
    listed.poolId = 17;
    sample.values.setListedTraffic(listed);
    const SectionFacts section = factsOf(ServerSection::Allotment, sample.values);
    QCOMPARE(linesOf(section), (QStringList{u"Allocation: 5,000 GB"_s, u"Pool: (none)"_s}));
    QCOMPARE(section.facts.at(1).target, std::nullopt);
}

void TestServerFacts::tagsAreSorted()
{
    const ServerSample sample =
        ServerSample(RowKind::Virtual)
            .with(ServerPart::TagReferences,
                  R"([{"tag":{"name":"web"}},{"tag":{"name":"Edge"}},{"id":3},{"tag":{"name":"web"}}])");
    QCOMPARE(linesOf(factsOf(ServerSection::Tags, sample.values)), QStringList(u": Edge, web"_s));
    const ServerSample none = ServerSample(RowKind::Virtual).with(ServerPart::TagReferences, "[]");
    QCOMPARE(linesOf(factsOf(ServerSection::Tags, none.values)), QStringList(u": (none)"_s));
}

void TestServerFacts::software()
{
    constexpr const char *debian =
        R"({"id":7,"softwareLicense":{"id":3,"softwareDescription":{"manufacturer":"Debian","name":"Debian",
            "referenceCode":"DEBIAN_12_64","version":"12.0-64 "}}})";
    const ServerSample sample = ServerSample(RowKind::BareMetal)
                                    .with(ServerPart::OperatingSystem, debian)
                                    .with(ServerPart::SoftwareComponents, debian); // one row without brackets
    QCOMPARE(linesOf(factsOf(ServerSection::System, sample.values)), QStringList(u"Name: Debian 12.0-64"_s));
    QCOMPARE(linesOf(factsOf(ServerSection::OperatingSystem, sample.values)),
             (QStringList{u"Name: Debian 12.0-64"_s, u"Version: 12.0-64"_s, u"Manufacturer: Debian"_s,
                          u"Reference code: DEBIAN_12_64"_s}));
    const ServerSample bare = ServerSample(RowKind::BareMetal).with(ServerPart::OperatingSystem, "null");
    QCOMPARE(linesOf(factsOf(ServerSection::OperatingSystem, bare.values)), QStringList(u"Name: (none)"_s));
}

/// The API lists the operating system among the software too.
void TestServerFacts::operatingSystemStandsOnce()
{
    constexpr const char *system =
        R"({"id":7,"softwareLicense":{"softwareDescription":{"name":"Debian","operatingSystem":1,"version":"12"}}})";
    constexpr const char *agent =
        R"({"id":8,"softwareLicense":{"softwareDescription":{"name":"Agent","operatingSystem":0,"version":"4"}}})";
    const QByteArray both = '[' + QByteArray(agent) + ',' + system + ']';
    const auto headings = [](const ServerSample &sample) {
        return linesOf(factsOf(ServerSection::Software, sample.values)).filter(u"# "_s);
    };
    ServerSample sample =
        ServerSample(RowKind::BareMetal).with(ServerPart::SoftwareComponents, both.constData());
    sample.loading(ServerPart::OperatingSystem);
    QCOMPARE(headings(sample), QStringList(u"# Agent 4"_s)); // nor does it come and go
    QCOMPARE(headings(sample.with(ServerPart::OperatingSystem, system)), QStringList(u"# Agent 4"_s));
    ServerSample refused =
        ServerSample(RowKind::BareMetal).with(ServerPart::SoftwareComponents, both.constData());
    refused.failed(ServerPart::OperatingSystem, ApiError::Kind::Forbidden);
    QCOMPARE(headings(refused), (QStringList{u"# Agent 4"_s, u"# Debian 12"_s}));

    const ServerSample alone = ServerSample(RowKind::BareMetal)
                                   .with(ServerPart::OperatingSystem, system)
                                   .with(ServerPart::SoftwareComponents, system); // a row without brackets
    QCOMPARE(linesOf(factsOf(ServerSection::Software, alone.values)),
             QStringList(u": (Nothing besides the operating system.)"_s));
    const ServerSample none = ServerSample(RowKind::BareMetal)
                                  .with(ServerPart::OperatingSystem, "null")
                                  .with(ServerPart::SoftwareComponents, "[]");
    QCOMPARE(linesOf(factsOf(ServerSection::Software, none.values)),
             QStringList(u": (No software is listed.)"_s));
}

/// The API gives lists in another order each time.
void TestServerFacts::orderOfTheAnswerDoesNotMatter()
{
    const auto lines = [](const char *drives) {
        const ServerSample sample = ServerSample(RowKind::BareMetal).with(ServerPart::HardDrives, drives);
        return linesOf(factsOf(ServerSection::Disks, sample.values));
    };
    const QStringList lines1 = lines(R"([{"name":"2","serialNumber":"b"},{"name":"10"},{"name":"0"}])");
    QCOMPARE(lines(R"([{"name":"10"},{"name":"0"},{"name":"2","serialNumber":"b"}])"), lines1);
    QCOMPARE(lines1.filter(u"#"_s), (QStringList{u"# Disk 0"_s, u"# Disk 2"_s, u"# Disk 10"_s}));
}

void TestServerFacts::wrongTypeCostsItsLine()
{
    const ServerSample sample = ServerSample(RowKind::Virtual)
                                    .with(ServerPart::Object, R"({"maxCpu":{"odd":[1]},"maxMemory":2048})")
                                    .with(ServerPart::BlockDevices, "[]");
    const SectionFacts section = factsOf(ServerSection::Machine, sample.values);
    QVERIFY(linesOf(section).contains(u"Memory: 2 GB"_s));
    QVERIFY(section.unreadable);
    QCOMPARE(section.unreadable->jsonPath, u"maxCpu"_s);
}

void TestServerFacts::nothingKnownYet_data()
{
    QTest::addColumn<RowKind>("kind");
    QTest::newRow("bare metal") << RowKind::BareMetal;
    QTest::newRow("virtual") << RowKind::Virtual;
}

/// Everything is to come: each section holds places, none claims that there is nothing.
void TestServerFacts::nothingKnownYet()
{
    QFETCH(const RowKind, kind);
    ServerSample sample(kind);
    for (const ServerPartSpec &spec : partsOf(kind))
        sample.loading(spec.part);
    for (const DetailsTab tab : {DetailsTab::Overview, DetailsTab::Network, DetailsTab::Hardware,
                                 DetailsTab::Billing, DetailsTab::Bandwidth}) {
        for (const ServerSection section : sectionsOf(kind, tab)) {
            const SectionFacts told = factsOf(section, sample.values);
            QVERIFY2(!told.facts.isEmpty(), qPrintable(titleOf(section)));
            for (const Fact &fact : told.facts)
                QCOMPARE(fact.kind, Fact::Kind::Pending);
        }
    }
}

void TestServerFacts::oddAnswersAreForgiven_data()
{
    QTest::addColumn<RowKind>("kind");
    QTest::addColumn<QByteArray>("answer");
    for (const char *answer : {"null", "[]", "{}", R"("")", "[null]", "[[]]", "[{}]", "5", "true",
                               R"("text")", "[1,\"x\",{\"type\":[]}]", R"({"tag":3,"id":"x"})"}) {
        QTest::addRow("bare metal %s", answer) << RowKind::BareMetal << QByteArray(answer);
        QTest::addRow("virtual %s", answer) << RowKind::Virtual << QByteArray(answer);
    }
}

void TestServerFacts::oddAnswersAreForgiven()
{
    QFETCH(const RowKind, kind);
    QFETCH(const QByteArray, answer);
    ServerSample sample(kind);
    for (const ServerPartSpec &spec : partsOf(kind))
        sample.with(spec.part, answer.constData());
    for (const DetailsTab tab : {DetailsTab::Overview, DetailsTab::Network, DetailsTab::Hardware,
                                 DetailsTab::Billing, DetailsTab::Bandwidth}) {
        for (const ServerSection section : sectionsOf(kind, tab)) {
            const SectionFacts told = factsOf(section, sample.values);
            QVERIFY2(!told.facts.isEmpty() || told.unreadable, qPrintable(titleOf(section)));
        }
    }
}

void TestServerFacts::goneIsWhatNoCallFinds()
{
    ServerSample sample(RowKind::Virtual);
    QVERIFY(!sample.values.isGone());
    sample.failed(ServerPart::Object, ApiError::Kind::NotFound);
    QVERIFY(!sample.values.isGone()); // the other call may still find it
    sample.failed(ServerPart::StateAndPlace, ApiError::Kind::NotFound);
    QVERIFY(sample.values.isGone());
    sample.failed(ServerPart::StateAndPlace, ApiError::Kind::Forbidden);
    QVERIFY(!sample.values.isGone());
    sample.with(ServerPart::StateAndPlace, guestObject);
    QVERIFY(!sample.values.isGone());
}

void TestServerFacts::headingFacts()
{
    ServerSample sample(RowKind::Virtual);
    QCOMPARE(nameOf(sample.values), QString());
    sample.with(ServerPart::Object, R"({"fullyQualifiedDomainName":"web01.example.com"})")
        .with(ServerPart::StateAndPlace,
              R"({"datacenter":{"name":"dal10"},"deviceStatus":{"keyName":"ACTIVE"}})");
    QCOMPARE(nameOf(sample.values), u"web01.example.com"_s);
    QCOMPARE(stateOf(sample.values), u"ACTIVE"_s);
    QCOMPARE(datacenterOf(sample.values), u"dal10"_s);
    QCOMPARE(transactionOf(sample.values), QString());
    sample.with(ServerPart::ActiveTransaction, R"({"id":1,"transactionStatus":{"name":"RESCUE_BOOT"}})");
    QCOMPARE(transactionOf(sample.values), u"RESCUE_BOOT"_s);
    sample.with(
        ServerPart::ActiveTransaction,
        R"({"id":1,"transactionStatus":{"name":"RESCUE_BOOT","friendlyName":"Rescue kernel is booting"}})");
    QCOMPARE(transactionOf(sample.values), u"Rescue kernel is booting"_s);
    const ServerSample metal = ServerSample(RowKind::BareMetal)
                                   .with(ServerPart::Object, hardwareObject)
                                   .with(ServerPart::StateAndPlace, hardwareObject);
    QCOMPARE(stateOf(metal.values), u"ACTIVE"_s);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestServerFacts)
#include "tst_serverfacts.moc"
