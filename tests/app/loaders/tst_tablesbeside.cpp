// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "demoload.h"
#include "inventory/kinds.h"
#include "methodfault.h"
#include "passingfaults.h"
#include "support/kindfacts.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QSet>

#include <algorithm>
#include <functional>
#include <utility>

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
                             {u"primary_ip_count"_s, u"totalPrimaryIpAddressCount"_s},
                             {u"billing_item_id"_s, u"billingItem.id"_s},
                             {u"modified"_s, u"modifyDate"_s},
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
        {u"routing"_s, u"routingTypeKeyName"_s},
        {u"role"_s, u"roleKeyName"_s},
        {u"broadcast"_s, u"broadcastAddress"_s},
        {u"netmask"_s, u"netmask"_s},
        {u"customer_owned"_s, u"isCustomerOwned"_s},
        {u"modified"_s, u"modifyDate"_s},
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
                             {u"os_user_count"_s, u"softwarePasswordCount"_s},
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
    if (value.isBool())
        return {value.toBool() ? u"true"_s : u"false"_s};
    return {value.isDouble() ? QString::number(value.toDouble(), 'g', 15) : value.toString()};
}

/// As a file has what the API has in this form (KindFacts): dates in UTC, numbers with a digit before the
/// point.
QString asInFile(const QString &text, QStringView wire)
{
    if (wire == u"date")
        return QDateTime::fromString(text, Qt::ISODate).toUTC().toString(Qt::ISODate);
    if (wire == u"bool" && (text == u"0" || text == u"1"))
        return text == u"1" ? u"true"_s : u"false"_s;
    if ((wire == u"dec" || wire.startsWith(u"num")) && text.startsWith(u'.'))
        return u'0' + text;
    return text;
}

Paths pathsOf(const KindFacts &facts)
{
    Paths paths;
    for (const ColumnFacts &column : facts.columns)
        paths.insert(column.key, column.path);
    const Catalogue &catalogue = tableOfKey(facts.kind)->catalogue();
    // Of ours: what it costs is a click away, and what has no name has its number for one.
    for (const auto &[key, path] :
         {std::pair{u"billing_item_id"_s, u"billingItem.id"_s}, {u"number"_s, u"id"_s}}) {
        if (!paths.contains(key) && catalogue.find(key))
            paths.insert(key, path);
    }
    return paths;
}

/// A relation that one column alone comes with.
const ColumnFacts &loneRelation(const KindFacts &facts)
{
    const auto isAlone = [&facts](const ColumnFacts &column) {
        return !column.isLocal() && std::count_if(facts.columns.cbegin(), facts.columns.cend(),
                                                  [&column](const ColumnFacts &other) {
                                                      return other.path.startsWith(column.relation());
                                                  }) == 1;
    };
    const auto found = std::find_if(facts.columns.cbegin(), facts.columns.cend(), isAlone);
    if (found == facts.columns.cend())
        qFatal("no relation to refuse of %s", qPrintable(facts.kind));
    return *found;
}

/// What the fact sheet says of a table.
struct Facts
{
    QByteArray table;
    QString listedAs; ///< The account's relation; read only where SimulatedAccount has no words of its own.
    Paths paths;
    QString refused; ///< A relation that can be refused, and the columns that are lost with it.
    QStringList lost;
    QHash<QString, QString> wires = {}; ///< Of columns; of those that are not there by their paths.

    static const Facts &of(const QByteArray &table)
    {
        static const QList<Facts> all = [] {
            QList<Facts> known{
                {"vlans", u"networkVlans"_s, vlanPaths(), u"datacenter"_s, {u"datacenter"_s, u"pod"_s}},
                {"subnets", u"subnets"_s, subnetPaths(), u"datacenter"_s, {u"datacenter"_s, u"pod"_s}},
                {"ssh-keys",
                 u"sshKeys"_s,
                 sshKeyPaths(),
                 u"blockDeviceTemplateGroupCount"_s,
                 {u"image_count"_s}},
            };
            for (const KindFacts &sheet : KindFacts::all()) {
                const auto isKnown = [&sheet](const Facts &one) {
                    return sheet.kind.toLatin1() == one.table;
                };
                if (tableOfKey(sheet.kind) == nullptr || std::any_of(known.cbegin(), known.cend(), isKnown))
                    continue;
                const ColumnFacts &refused = loneRelation(sheet);
                Facts facts{sheet.kind.toLatin1(),
                            sheet.filterRoot(),
                            pathsOf(sheet),
                            refused.relation(),
                            {refused.key}};
                for (const ColumnFacts &column : sheet.columns)
                    facts.wires.insert(column.key, column.path.endsWith("Flag"_L1) ? u"bool"_s : column.wire);
                known.append(facts);
            }
            return known;
        }();
        const auto facts = std::find_if(all.cbegin(), all.cend(),
                                        [&table](const Facts &known) { return table == known.table; });
        if (facts == all.cend())
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
    const Facts *facts = nullptr;

    static Truth of(const SimulatedAccount &account, const QByteArray &table)
    {
        const Facts *facts = &Facts::of(table);
        if (table == "vlans")
            return {account.vlanCount(), [&account](qint64 id) { return account.vlanIndex(id); },
                    [&account](int index, const QString &name) { return account.vlanValue(index, name); },
                    facts};
        if (table == "subnets")
            return {account.subnetCount(), [&account](qint64 id) { return account.subnetIndex(id); },
                    [&account](int index, const QString &name) { return account.subnetValue(index, name); },
                    facts};
        const QJsonArray rows = account.listed(facts->listedAs);
        const auto indexOf = [rows](qint64 id) -> std::optional<int> {
            for (int index = 0; index < rows.size(); ++index) {
                if (rows[index]["id"_L1].toInteger() == id)
                    return index;
            }
            return std::nullopt;
        };
        return {static_cast<int>(rows.size()), indexOf,
                [rows](int index, const QString &name) { return rows[index][name]; }, facts};
    }
    [[nodiscard]] QString cell(int index, const QString &key) const
    {
        const QString path = facts->paths.value(key);
        const QString name = path.section(u'.', 0, 0);
        QStringList texts =
            textsAt(property(index, name), path.sliced(std::min(name.size() + 1, path.size())));
        if (path.startsWith("children."_L1)) // alike copies, which are told of once
            texts.removeDuplicates();
        if (texts.size() == 1)
            return asInFile(texts.first(),
                            facts->wires.value(key, path.endsWith("Date"_L1) ? u"date"_s : QString()));
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
    void init() { LAYERSCOPE_PARTS(); }
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
    void nobodyLooksSoNothingIsListed_data();
    void nobodyLooksSoNothingIsListed();
    void countsThatAreRefusedCostNothingElse();
    void wantedWhileStoppedItComesWhenTheLoadGoesOn();

private:
    static const TableSpec &someTableOnDemand();
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
    QCOMPARE(header.size(), truth.facts->paths.size() + 1); // and row_state
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
    plan.faults = {{Fault::Kind::RefusedRelation, {}, 0, facts.refused, {}}};
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

void TestTablesBeside::nobodyLooksSoNothingIsListed_data()
{
    addTables();
}

/// Of a table that is listed on demand only the count comes, until a column of it is wanted: then its rows
/// do, also after the end of the load, and with every further one.
void TestTablesBeside::nobodyLooksSoNothingIsListed()
{
    QFETCH(const QByteArray, table);
    TableLoad load(tableOfKey(table), 60);
    const ColumnSet wanted = DemoLoad::columnsNamed(load.spec.catalogue().defaultColumns());
    load.demo.loader->setWantedColumns(load.spec, {});
    const auto listCalls = [&load] {
        qsizetype calls = 0;
        for (const LoggedCall &call : load.demo.server.log().calls())
            calls += call.method == QLatin1StringView(load.spec.specs.front().list.method) ? 1 : 0;
        return calls;
    };
    QVERIFY(load.demo.load().isComplete());
    const qint64 rows = Truth::of(load.demo.server.account(), table).count;
    const auto counted = [&load] { return load.demo.loader->account()->count(load.spec.kinds.front()); };
    QTRY_COMPARE_WITH_TIMEOUT(counted(), std::optional(rows), DemoLoad::patience);
    QCOMPARE(listCalls() == 0, load.spec.isListedOnDemand);
    if (!load.spec.isListedOnDemand)
        return;
    QVERIFY(!load.demo.loader->areListsOver(load.spec));

    QSignalSpy finished(load.demo.loader.get(), &AccountLoader::finished);
    load.demo.loader->setWantedColumns(load.spec, wanted);
    QVERIFY(load.demo.loader->isRunning());
    QVERIFY(finished.wait(DemoLoad::patience));
    QVERIFY(load.demo.loader->outcome().isComplete());
    QCOMPARE(load.demo.loader->outcome().of(load.spec).complete, rows);
    const qsizetype calls = listCalls();
    QVERIFY(load.demo.load().isComplete());
    QVERIFY(listCalls() > calls);
}

const TableSpec &TestTablesBeside::someTableOnDemand()
{
    const auto table = std::find_if(allTables().begin(), allTables().end(),
                                    [](const TableSpec *known) { return known->isListedOnDemand; });
    if (table == allTables().end())
        qFatal("there is none");
    return **table;
}

/// Neither the account's own call nor the load.
void TestTablesBeside::countsThatAreRefusedCostNothingElse()
{
    const TableSpec &spec = someTableOnDemand();
    const QString count = QString::fromLatin1(spec.specs.front().list.countProperty);
    FaultPlan plan;
    plan.faults = {{Fault::Kind::RefusedRelation, {.mask = count}, 0, count, {}}};
    TableLoad load(spec, 60, plan);
    load.demo.loader->setWantedColumns(spec, {});
    load.demo.loader->setKinds({RowKind::BareMetal, RowKind::Virtual});
    QVERIFY(load.demo.load().isComplete());
    QVERIFY(!load.demo.loader->account()->companyName.isEmpty());
    QCOMPARE(load.demo.loader->account()->count(RowKind::BareMetal),
             std::optional<qint64>(load.demo.server.account().hardwareCount()));
    QVERIFY(!load.demo.loader->account()->count(spec.kinds.front()));
}

void TestTablesBeside::wantedWhileStoppedItComesWhenTheLoadGoesOn()
{
    const TableSpec &spec = someTableOnDemand();
    FaultPlan plan;
    plan.faults = {methodFault(Fault::Kind::Hang, u"getHardware"_s)};
    TableLoad load(spec, 60, plan);
    load.demo.loader->setWantedColumns(spec, {});
    load.demo.loader->setKinds({RowKind::BareMetal});
    load.demo.loader->start();
    QTRY_COMPARE_WITH_TIMEOUT(load.demo.loader->state(), AccountLoader::State::Listing, DemoLoad::patience);
    load.demo.loader->stop();
    load.demo.loader->setWantedColumns(spec, DemoLoad::columnsNamed(spec.catalogue().defaultColumns()));
    QVERIFY(!load.demo.loader->isRunning());
    QVERIFY(letItTurn());
    QCOMPARE(load.store.table().rowCount(), 0);

    load.demo.server.setFaultPlan({});
    QSignalSpy finished(load.demo.loader.get(), &AccountLoader::finished);
    load.demo.loader->resume();
    QVERIFY(finished.wait(DemoLoad::patience));
    const LoadOutcome outcome = load.demo.loader->outcome();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(outcome.of(spec).complete, Truth::of(load.demo.server.account(), spec.key).count);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTablesBeside)
#include "tst_tablesbeside.moc"
