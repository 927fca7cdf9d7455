// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "demoload.h"
#include "inventory/kinds.h"
#include "passingfaults.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <functional>
#include <iterator>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// Where the API has a column, by the fact sheet of its kind; nothing of the catalogue is used here.
using Paths = QHash<QString, QString>;

const Paths &vlanPaths()
{
    static const Paths paths{{u"id"_s, u"id"_s},
                             {u"vlan_number"_s, u"vlanNumber"_s},
                             {u"name"_s, u"name"_s},
                             {u"qualified_name"_s, u"fullyQualifiedName"_s},
                             {u"network_space"_s, u"networkSpace"_s},
                             {u"datacenter"_s, u"datacenter.name"_s},
                             {u"pod"_s, u"podName"_s},
                             {u"type"_s, u"type.keyName"_s},
                             {u"router"_s, u"primaryRouter.hostname"_s},
                             {u"gateway"_s, u"attachedNetworkGateway.name"_s},
                             {u"gateway_id"_s, u"attachedNetworkGateway.id"_s},
                             {u"firewall"_s, u"networkVlanFirewall.fullyQualifiedDomainName"_s},
                             {u"firewall_id"_s, u"networkVlanFirewall.id"_s},
                             {u"subnet_count"_s, u"subnetCount"_s},
                             {u"hardware_count"_s, u"hardwareCount"_s},
                             {u"virtual_count"_s, u"virtualGuestCount"_s},
                             {u"trunk_count"_s, u"networkComponentTrunkCount"_s},
                             {u"tags"_s, u"tagReferences.tag.name"_s},
                             {u"fee_month_usd"_s, u"billingItem.nextInvoiceTotalRecurringAmount"_s}};
    return paths;
}

const Paths &subnetPaths()
{
    static const Paths paths{
        {u"id"_s, u"id"_s},
        {u"network"_s, u"networkIdentifier"_s},
        {u"prefix_length"_s, u"cidr"_s},
        {u"ip_version"_s, u"version"_s},
        {u"type"_s, u"subnetType"_s},
        {u"address_space"_s, u"addressSpace"_s},
        {u"datacenter"_s, u"datacenter.name"_s},
        {u"pod"_s, u"podName"_s},
        {u"vlan"_s, u"networkVlan.fullyQualifiedName"_s},
        {u"vlan_id"_s, u"networkVlanId"_s},
        {u"gateway"_s, u"gateway"_s},
        {u"total_ip_count"_s, u"totalIpAddresses"_s},
        {u"usable_ip_count"_s, u"usableIpAddressCount"_s},
        {u"used_ip_count"_s, u"utilizedIpAddressCount"_s},
        {u"target_ip"_s, u"endPointIpAddress.ipAddress"_s},
        {u"target_hardware"_s, u"endPointIpAddress.hardware.fullyQualifiedDomainName"_s},
        {u"target_hardware_id"_s, u"endPointIpAddress.hardware.id"_s},
        {u"target_virtual"_s, u"endPointIpAddress.virtualGuest.fullyQualifiedDomainName"_s},
        {u"target_virtual_id"_s, u"endPointIpAddress.virtualGuest.id"_s},
        {u"hardware_count"_s, u"hardwareCount"_s},
        {u"virtual_count"_s, u"virtualGuestCount"_s},
        {u"tags"_s, u"tagReferences.tag.name"_s},
        {u"note"_s, u"note"_s},
        {u"fee_month_usd"_s, u"billingItem.nextInvoiceTotalRecurringAmount"_s}};
    return paths;
}

const Paths &sshKeyPaths()
{
    static const Paths paths{{u"id"_s, u"id"_s},
                             {u"label"_s, u"label"_s},
                             {u"fingerprint"_s, u"fingerprint"_s},
                             {u"notes"_s, u"notes"_s},
                             {u"image_count"_s, u"blockDeviceTemplateGroupCount"_s},
                             {u"created"_s, u"createDate"_s},
                             {u"modified"_s, u"modifyDate"_s}};
    return paths;
}

/// Of a list, those of its elements.
QStringList textsAt(const QJsonValue &value, QStringView path)
{
    if (value.isArray()) {
        QStringList texts;
        for (const QJsonValue &element : value.toArray())
            texts += textsAt(element, path);
        return texts;
    }
    if (!path.isEmpty()) {
        const qsizetype dot = path.indexOf(u'.');
        const QStringView name = dot < 0 ? path : path.first(dot);
        return textsAt(value[name.toString()], dot < 0 ? QStringView() : path.sliced(dot + 1));
    }
    if (value.isUndefined() || value.isNull())
        return {};
    return {value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString()};
}

/// What the fact sheet says of a table.
struct Facts
{
    const char *table;
    const char
        *listedAs; ///< The account's relation; read only where SimulatedAccount has no words of its own.
    const Paths &paths;
    const char *refused; ///< A relation that can be refused, and the columns that are lost with it.
    QStringList lost;

    static const Facts &of(const QByteArray &table)
    {
        static const Facts all[] = {
            {"vlans", "networkVlans", vlanPaths(), "datacenter", {u"datacenter"_s, u"pod"_s}},
            {"subnets", "subnets", subnetPaths(), "datacenter", {u"datacenter"_s, u"pod"_s}},
            {"ssh-keys", "sshKeys", sshKeyPaths(), "blockDeviceTemplateGroupCount", {u"image_count"_s}},
        };
        const auto facts = std::find_if(std::begin(all), std::end(all),
                                        [&table](const Facts &known) { return table == known.table; });
        if (facts == std::end(all))
            qFatal("the facts about %s are missing here", table.constData());
        return *facts;
    }
};

/// The rows of an account, as the account itself has them.
struct Truth
{
    int count = 0;
    std::function<std::optional<int>(qint64)> indexOf;
    std::function<QJsonValue(int, const QString &)> property;
    const Paths *paths = nullptr;

    static Truth of(const SimulatedAccount &account, const QByteArray &table)
    {
        const Paths *paths = &Facts::of(table).paths;
        if (table == "vlans")
            return {account.vlanCount(), [&account](qint64 id) { return account.vlanIndex(id); },
                    [&account](int index, const QString &name) { return account.vlanValue(index, name); },
                    paths};
        if (table == "subnets")
            return {account.subnetCount(), [&account](qint64 id) { return account.subnetIndex(id); },
                    [&account](int index, const QString &name) { return account.subnetValue(index, name); },
                    paths};
        const QJsonArray rows = account.listed(QString::fromLatin1(Facts::of(table).listedAs));
        const auto indexOf = [rows](qint64 id) -> std::optional<int> {
            for (int index = 0; index < rows.size(); ++index) {
                if (rows[index]["id"_L1].toInteger() == id)
                    return index;
            }
            return std::nullopt;
        };
        return {static_cast<int>(rows.size()), indexOf,
                [rows](int index, const QString &name) { return rows[index][name]; }, paths};
    }
    [[nodiscard]] QString cell(int index, const QString &key) const
    {
        const QString path = paths->value(key);
        const QString name = path.section(u'.', 0, 0);
        const QStringList texts =
            textsAt(property(index, name), path.sliced(std::min(name.size() + 1, path.size())));
        if (path.endsWith("Date"_L1) && !texts.isEmpty()) // a file has UTC
            return QDateTime::fromString(texts.first(), Qt::ISODate).toUTC().toString(Qt::ISODate);
        return texts.join(u';');
    }
};

/// A load of one table beside, and of no servers.
struct TableLoad
{
    TableLoad(const TableSpec &table, int servers, const FaultPlan &faults = {})
        : spec(table)
        , demo(servers, faults)
        , store(table.catalogue())
    {
        demo.loader->setKinds({});
        demo.loader->addTable(store);
        demo.loader->setWantedColumns(table, DemoLoad::columnsNamed(table.catalogue().allColumns()));
    }
    ~TableLoad() { demo.loader.reset(); } // before its store

    [[nodiscard]] QByteArray csv() const
    {
        InventoryCsv csv = InventoryCsv::of(store.table());
        csv.columns = spec.catalogue().allColumns();
        csv.rows =
            arrange(store.table(), ArrangementSpec::of(spec.catalogue()), CancelToken())->rowsInOrder();
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writeInventoryCsv(csv, buffer, CancelToken()) ? buffer.data() : QByteArray();
    }

    const TableSpec &spec;
    DemoLoad demo;
    InventoryStore store;
};

} // namespace

/// Tables that are loaded beside the servers, each by itself.
class TestTablesBeside : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsTheAccountsOwn_data();
    void everyCellIsTheAccountsOwn();
    void troubleIsNotSeen_data();
    void troubleIsNotSeen();
    void aRefusedListSaysSo_data();
    void aRefusedListSaysSo();
    void aRefusedRelationCostsItself_data();
    void aRefusedRelationCostsItself();
    void aRefusedCountCostsItself_data();
    void aRefusedCountCostsItself();
    void refreshTakesOutWhatIsGone_data();
    void refreshTakesOutWhatIsGone();

private:
    static void addTables();
    static const TableSpec &tableOfKey(const QByteArray &key);
};

void TestTablesBeside::addTables()
{
    QTest::addColumn<QByteArray>("table");
    QVERIFY(!AccountLoader::tablesBeside().isEmpty());
    for (const TableSpec *table : AccountLoader::tablesBeside())
        QTest::addRow("%s", table->key) << QByteArray(table->key);
}

const TableSpec &TestTablesBeside::tableOfKey(const QByteArray &key)
{
    const QList<const TableSpec *> tables = AccountLoader::tablesBeside();
    return **std::find_if(tables.cbegin(), tables.cend(),
                          [&key](const TableSpec *table) { return key == table->key; });
}

void TestTablesBeside::everyCellIsTheAccountsOwn_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<int>("servers");
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        for (const int servers : {0, 1, 99, 100, 101, 2503})
            QTest::addRow("%s, %d servers", table->key, servers) << QByteArray(table->key) << servers;
    }
}

void TestTablesBeside::everyCellIsTheAccountsOwn()
{
    QFETCH(const QByteArray, table);
    QFETCH(const int, servers);
    TableLoad load(tableOfKey(table), servers);
    const LoadOutcome outcome = load.demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    const Truth truth = Truth::of(load.demo.server.account(), table);
    QCOMPARE(outcome.of(load.spec).complete, truth.count);
    QVERIFY(load.demo.loader->progress().countsOthers && !load.demo.loader->progress().countsServers);

    const QList<QStringList> records = parseCsv(load.csv()).value();
    QCOMPARE(records.size(), truth.count + 1);
    const QStringList header = records.first();
    QCOMPARE(header.size(), truth.paths->size() + 1); // and row_state
    QSet<qint64> seen;
    for (const QStringList &record : records.sliced(1)) {
        const qint64 id = record[header.indexOf(u"id"_s)].toLongLong();
        const std::optional<int> index = truth.indexOf(id);
        QVERIFY2(index, qPrintable(record.join(u',')));
        seen.insert(id);
        for (qsizetype column = 0; column < header.size(); ++column) {
            const QString expected =
                header[column] == "row_state"_L1 ? u"complete"_s : truth.cell(*index, header[column]);
            const QString report = u"%1 of %2 is \"%3\", not \"%4\""_s.arg(
                header[column], QString::number(id), record[column], expected);
            QVERIFY2(record[column] == expected, qPrintable(report));
        }
    }
    QCOMPARE(seen.size(), truth.count); // each once
}

void TestTablesBeside::troubleIsNotSeen_data()
{
    QTest::addColumn<QByteArray>("table");
    QTest::addColumn<Fault>("fault");
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        for (const PassingFault &passing : passingFaults()) {
            Fault fault = passing.fault;
            fault.scope.perMille = 200;
            fault.scope.seed = 7;
            QTest::addRow("%s, %s", table->key, passing.name) << QByteArray(table->key) << fault;
        }
    }
}

void TestTablesBeside::troubleIsNotSeen()
{
    QFETCH(const QByteArray, table);
    QFETCH(const Fault, fault);
    TableLoad calm(tableOfKey(table), 300);
    QVERIFY(calm.demo.load().isComplete());
    FaultPlan plan;
    plan.faults = {fault};
    TableLoad load(tableOfKey(table), 300, plan);
    const LoadOutcome outcome = load.demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(load.csv(), calm.csv());
}

void TestTablesBeside::aRefusedListSaysSo_data()
{
    addTables();
}

/// And costs nothing else: the servers come.
void TestTablesBeside::aRefusedListSaysSo()
{
    QFETCH(const QByteArray, table);
    const TableSpec &spec = tableOfKey(table);
    const ListRelation &list = spec.specs.front().list;
    FaultPlan plan;
    plan.faults = {{Fault::Kind::Refusal,
                    {.method = QString::fromLatin1(list.method)},
                    500,
                    u"SoftLayer_Exception_AccessDenied"_s,
                    {},
                    u"Access Denied."_s}};
    TableLoad load(spec, 60, plan);
    load.demo.loader->setKinds({RowKind::BareMetal, RowKind::Virtual});
    const LoadOutcome outcome = load.demo.load();
    QVERIFY(load.demo.loader->state() == AccountLoader::State::Finished);
    QVERIFY(!outcome.isComplete());
    QCOMPARE(outcome.of(serversTable).complete, 60);
    QCOMPARE(load.store.table().rowCount(), 0);
    QVERIFY2(outcome.only({&spec}).reasons().join(u'\n').contains(spec.specs.front().translatedPlural()),
             qPrintable(outcome.reasons().join(u'\n')));
    QVERIFY(outcome.only({&serversTable}).isComplete());

    load.demo.server.setFaultPlan({});
    QSignalSpy finished(load.demo.loader.get(), &AccountLoader::finished);
    load.demo.loader->retryLists();
    QVERIFY(finished.wait(DemoLoad::patience));
    QVERIFY(load.demo.loader->outcome().isComplete());
    QCOMPARE(load.store.table().rowCount(), Truth::of(load.demo.server.account(), table).count);
}

void TestTablesBeside::aRefusedRelationCostsItself_data()
{
    addTables();
}

/// All rows say so, nothing else is missing, and nobody asks row by row.
void TestTablesBeside::aRefusedRelationCostsItself()
{
    QFETCH(const QByteArray, table);
    TableLoad calm(tableOfKey(table), 300);
    QVERIFY(calm.demo.load().isComplete());
    const qsizetype calmCalls = calm.demo.server.log().calls().size();
    FaultPlan plan;
    const Facts &facts = Facts::of(table);
    plan.faults = {{Fault::Kind::RefusedRelation, {}, 0, QString::fromLatin1(facts.refused), {}}};
    TableLoad load(tableOfKey(table), 300, plan);
    const LoadOutcome outcome = load.demo.load();
    QVERIFY(load.demo.loader->state() == AccountLoader::State::Finished);
    const Truth truth = Truth::of(load.demo.server.account(), table);
    QCOMPARE(outcome.of(load.spec).refused, truth.count);
    const qsizetype calls = load.demo.server.log().calls().size();
    QVERIFY2(calls <= 3 * calmCalls + 20, qPrintable(u"%1 calls, %2 calm"_s.arg(calls).arg(calmCalls)));

    const QList<QStringList> actual = parseCsv(load.csv()).value();
    const QList<QStringList> expected = parseCsv(calm.csv()).value();
    QCOMPARE(actual.size(), expected.size());
    const QStringList lost = facts.lost + QStringList{u"row_state"_s};
    for (qsizetype row = 1; row < expected.size(); ++row) {
        for (qsizetype column = 0; column < expected.first().size(); ++column) {
            if (!lost.contains(expected.first()[column]))
                QCOMPARE(actual[row][column], expected[row][column]);
        }
        QCOMPARE(actual[row].constLast(), u"refused"_s);
    }
}

void TestTablesBeside::aRefusedCountCostsItself_data()
{
    addTables();
}

/// The account is known all the same, and how many servers it has.
void TestTablesBeside::aRefusedCountCostsItself()
{
    QFETCH(const QByteArray, table);
    const TableSpec &spec = tableOfKey(table);
    const QString count = QString::fromLatin1(spec.specs.front().list.countProperty);
    FaultPlan plan;
    plan.faults = {{Fault::Kind::RefusedRelation, {.mask = count}, 0, count, {}}};
    TableLoad load(spec, 60, plan);
    load.demo.loader->setKinds({RowKind::BareMetal, RowKind::Virtual});
    const LoadOutcome outcome = load.demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    const std::optional<AccountSummary> &account = load.demo.loader->account();
    QVERIFY(account && !account->companyName.isEmpty());
    QCOMPARE(account->count(RowKind::BareMetal),
             std::optional<qint64>(load.demo.server.account().hardwareCount()));
    QVERIFY(!account->count(spec.kinds.front()));
}

void TestTablesBeside::refreshTakesOutWhatIsGone_data()
{
    addTables();
}

void TestTablesBeside::refreshTakesOutWhatIsGone()
{
    QFETCH(const QByteArray, table);
    TableLoad load(tableOfKey(table), 60);
    QVERIFY(load.demo.load().isComplete());
    const int rows = load.store.table().rowCount();
    RowPatch stranger;
    stranger.key = {load.spec.kinds.front(), 99'999'999};
    stranger.loaded.set(0);
    load.store.listRows({stranger});
    QCOMPARE(load.store.table().rowCount(), rows + 1);
    QVERIFY(load.demo.load().isComplete());
    QCOMPARE(load.store.table().rowCount(), rows);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTablesBeside)
#include "tst_tablesbeside.moc"
