// SPDX-License-Identifier: GPL-3.0-or-later
#include "accounts/connectioncheck.h"
#include "api/allowlist.h"
#include "apinames.h"
#include "app/loaders/demoload.h"
#include "details/bandwidthhistoryloader.h"
#include "details/detailsloader.h"
#include "details/serverparts.h"
#include "inventory/kinds.h"
#include "inventory/rowpatch.h"
#include "loaders/listsource.h"
#include "loaders/poolsloader.h"

#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <memory>
#include <tuple>
#include <utility>
#include <vector>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

ApiNames::Call callOf(const ApiRequest &request)
{
    return {QString::fromLatin1(request.service), QString::fromLatin1(request.method),
            QString::fromLatin1(request.mask.toText()), QString::fromUtf8(request.filter.toJson()),
            !request.parameters.isEmpty()};
}

ApiNames::Call callOf(const LoggedCall &call)
{
    return {call.service, call.method, call.mask, call.filter, call.hasArguments};
}

/// Each group by itself, so that a report names the culprit, and all of them.
QList<GroupSet> groupsToTry(const Catalogue &catalogue, RowKind kind)
{
    QList<GroupSet> all{catalogue.groupsOfKind(kind)};
    for (std::size_t group = 0; group < static_cast<std::size_t>(catalogue.groupCount()); ++group) {
        if (catalogue.groupsOfKind(kind).test(group))
            all.append(GroupSet().set(group));
    }
    return all;
}

/// Of the account, or of a row that these are listed below.
QList<ListSource> sourcesOf(const Catalogue &catalogue, RowKind kind)
{
    const TableSpec &table = tableSpec(catalogue);
    if (!table.nesting)
        return {ListSource::ofAccount(kind)};
    QList<ListSource> sources;
    for (const ListBelow &list : table.nesting->lists) {
        if (list.kind == kind)
            sources.append(ListSource::below(table.parentRow(309001), list));
    }
    return sources;
}

/// Asks for VLANs and subnets, with every column that softlayer-kinds §2.1 and §2.2 offer, and for what is on
/// them.
void askForNetwork(ApiClient &client, const SimulatedAccount &account)
{
    constexpr auto vlans = "SoftLayer_Network_Vlan";
    constexpr auto subnets = "SoftLayer_Network_Subnet";
    const QByteArray vlanColumns =
        "id,vlanNumber,name,fullyQualifiedName,networkSpace,modifyDate,datacenter.name,podName,type.keyName,"
        "primaryRouter.hostname,attachedNetworkGateway.id,attachedNetworkGateway.name,networkVlanFirewall.id,"
        "networkVlanFirewall.fullyQualifiedDomainName,subnetCount,hardwareCount,virtualGuestCount,"
        "networkComponentTrunkCount,totalPrimaryIpAddressCount,tagReferences.id,tagReferences.tag.name,"
        "billingItem.id,billingItem.nextInvoiceTotalRecurringAmount";
    const QByteArray subnetColumns =
        "id,networkIdentifier,cidr,version,subnetType,addressSpace,datacenter.name,podName,"
        "networkVlan.fullyQualifiedName,networkVlanId,gateway,totalIpAddresses,usableIpAddressCount,"
        "utilizedIpAddressCount,endPointIpAddress.ipAddress,endPointIpAddress.hardware.id,"
        "endPointIpAddress.hardware.fullyQualifiedDomainName,endPointIpAddress.virtualGuest.id,"
        "endPointIpAddress.virtualGuest.fullyQualifiedDomainName,hardwareCount,virtualGuestCount,"
        "tagReferences.id,"
        "tagReferences.tag.name,note,billingItem.id,billingItem.nextInvoiceTotalRecurringAmount,"
        "routingTypeKeyName,broadcastAddress,netmask,isCustomerOwned,modifyDate";
    const QString vlan = QString::number(account.vlanId(0));
    const QString subnet = QString::number(account.subnetId(0));
    const std::tuple<const char *, const char *, QString, QByteArray> reads[] = {
        {"SoftLayer_Account", "getObject", {}, "id,networkVlanCount,subnetCount"},
        {"SoftLayer_Account", "getNetworkVlans", {}, vlanColumns},
        {"SoftLayer_Account", "getSubnets", {}, subnetColumns},
        {vlans, "getObject", vlan, vlanColumns},
        {vlans, "getSubnets", vlan, subnetColumns},
        {vlans, "getHardware", vlan, "id,fullyQualifiedDomainName"},
        {vlans, "getVirtualGuests", vlan, "id,fullyQualifiedDomainName"},
        {subnets, "getObject", subnet, subnetColumns},
        {subnets, "getHardware", subnet, "id,fullyQualifiedDomainName"},
        {subnets, "getVirtualGuests", subnet, "id,fullyQualifiedDomainName"},
    };
    const auto open = std::make_shared<int>(static_cast<int>(std::size(reads)));
    for (const auto &[service, method, id, columns] : reads) {
        ApiRequest request;
        request.service = service;
        request.method = method;
        request.objectId = id;
        request.mask.addAll(columns);
        client.submit(ApiCall::make<bool>(
            request, Priority::Sweep, [](const JsonReader &) { return true; },
            [open](const Result<Reply<bool>> &) { --*open; }));
    }
    QTRY_COMPARE_WITH_TIMEOUT(*open, 0, DemoLoad::patience);
}

/// Asks once, and waits. The first row of the answer; nullopt: it has none.
std::optional<RowKey> firstRowOf(ApiClient &client, const ApiRequest &request, const Catalogue &catalogue,
                                 RowKind kind)
{
    struct Answer
    {
        bool isOpen = true;
        std::optional<RowKey> first;
    };
    const auto answer = std::make_shared<Answer>();
    client.submit(ApiCall::make<RowPatches>(
        request, Priority::Sweep,
        [&catalogue, kind](const JsonReader &root) { return decodeRows(catalogue, kind, {}, root); },
        [answer](const Result<Reply<RowPatches>> &reply) {
            answer->isOpen = false;
            if (reply && !reply->value.rows.isEmpty())
                answer->first = reply->value.rows.constFirst().key;
        }));
    [&answer] { QTRY_VERIFY_WITH_TIMEOUT(!answer->isOpen, DemoLoad::patience); }();
    return answer->first;
}

/// Asks for one row by itself, with everything, as details do, if it can be asked for by itself.
void askForRow(ApiClient &client, const Catalogue &catalogue, RowKey row)
{
    ApiRequest request;
    request.service = kindSpec(row.kind).service;
    if (request.service.isEmpty())
        return;
    request.method = "getObject";
    request.objectId = QString::number(row.id);
    request.mask = catalogue.mask(row.kind, catalogue.groupsOfKind(row.kind));
    QCOMPARE(firstRowOf(client, request, catalogue, row.kind), std::optional(row));
}

/// Asks for the first row of each kind.
void askForFirstRows(ApiClient &client, const InventoryTable &table)
{
    QSet<RowKind> seen;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (seen.contains(table.key(row).kind))
            continue;
        seen.insert(table.key(row).kind);
        askForRow(client, table.catalogue(), table.key(row));
    }
}

/// The first row that has some of what this column counts.
std::optional<RowKey> firstWithSome(const InventoryTable &table, ColumnIndex countColumn)
{
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.hasValue(row, countColumn) && table.bits(row, countColumn) > 0)
            return table.key(row);
    }
    return std::nullopt;
}

/// Lists what is below the first row that has something below it, with everything, and asks for the first of
/// that by itself.
void askForRowsBelow(ApiClient &client, const InventoryTable &parents)
{
    for (const TableSpec *table : allTables()) {
        if (table->parent != &tableSpec(parents.catalogue()))
            continue;
        const Catalogue &catalogue = table->catalogue();
        for (const ListBelow &list : table->nesting->lists) {
            const std::optional<RowKey> parent = firstWithSome(parents, list.countColumn);
            QVERIFY2(parent, table->key);
            const ObjectMask mask = catalogue.mask(list.kind, catalogue.groupsOfKind(list.kind));
            const std::optional<RowKey> row = firstRowOf(
                client, ListSource::below(*parent, list).page(mask, {0, 100}), catalogue, list.kind);
            QVERIFY2(row, table->key);
            askForRow(client, catalogue, *row);
        }
    }
}

} // namespace

/// Every mask, method, filter and count that the program can send, against the API's own metadata: the API
/// refuses a whole call for one name it does not know.
class TestApiNames : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reportsWhatIsWrong_data();
    void reportsWhatIsWrong();
    void lists_data();
    void lists();
    void parts_data();
    void parts();
    void allowedMethods();
    void whatReallyGoesOut();

private:
    void check(const ApiNames::Call &call) const
    {
        const QStringList faults = m_names.faults(call);
        const QString report = u"%1::%2 %3 %4: %5"_s.arg(call.service, call.method, call.mask, call.filter,
                                                         faults.join(u"; "_s));
        QVERIFY2(faults.isEmpty(), qPrintable(report));
    }

    const ApiNames m_names{QStringLiteral(API_METADATA)};
};

/// That it can fail at all.
void TestApiNames::reportsWhatIsWrong_data()
{
    QTest::addColumn<ApiNames::Call>("call");
    QTest::addColumn<QString>("fault");
    const auto row = [](const char *name, const ApiNames::Call &call, const QString &fault) {
        QTest::newRow(name) << call << fault;
    };
    const QString account = u"SoftLayer_Account"_s;
    const QString guest = u"SoftLayer_Virtual_Guest"_s;
    row("fine", {account, u"getHardware"_s, u"mask(SoftLayer_Hardware_Server)[id,activeTransaction[id]]"_s},
        {});
    row("unknown service", {u"SoftLayer_Nothing"_s, u"getObject"_s}, u"no service"_s);
    row("no service", {u"SoftLayer_Virtual_Guest_Status"_s, u"getObject"_s}, u"cannot be called"_s);
    row("unknown method", {account, u"getNothing"_s}, u"no method"_s);
    row("method of a local", {account, u"getCompanyName"_s}, u"no method"_s);
    row("removed method", {account, u"getLoadBalancers"_s}, u"no method"_s);
    row("secret method", {guest, u"getUserData"_s, u"mask[id]"_s}, u"brings secrets"_s);
    row("arguments missing", {u"SoftLayer_Metric_Tracking_Object"_s, u"getBandwidthData"_s},
        u"takes arguments"_s);
    row("arguments too many", {account, u"getHardware"_s, u"mask[id]"_s, {}, true}, u"takes no arguments"_s);
    row("unknown property", {guest, u"getNetworkComponents"_s, u"mask[id,networkVlanId]"_s},
        u"has no 'networkVlanId'"_s);
    row("unknown, deeper", {guest, u"getObject"_s, u"mask[id,datacenter[id,nome]]"_s}, u"has no 'nome'"_s);
    row("cast missing", {account, u"getHardware"_s, u"mask[id,activeTransaction[id]]"_s},
        u"has no 'activeTransaction'"_s);
    row("wrong cast", {account, u"getVirtualGuests"_s, u"mask(SoftLayer_Hardware_Server)[id]"_s},
        u"which is no Virtual_Guest"_s);
    row("below a value", {guest, u"getObject"_s, u"mask[id[x]]"_s}, u"nothing below"_s);
    row("whole relation", {guest, u"getObject"_s, u"mask[id,datacenter]"_s}, u"names nothing"_s);
    row("secret", {guest, u"getObject"_s, u"mask[id,userData[id]]"_s}, u"is a secret"_s);
    row("secrets unnamed", {guest, u"getSoftwareComponents"_s, u"mask[softwareLicense[id]]"_s},
        u"names no local"_s);
    row("secrets without mask", {guest, u"getOperatingSystem"_s}, u"no mask"_s);
    row("removed count", {account, u"getObject"_s, u"mask[id,loadBalancerCount]"_s}, u"was removed"_s);
    row("unknown count", {account, u"getObject"_s, u"mask[id,hardwareCounts]"_s}, u"has no"_s);
    row("wrong root", {account, u"getHardware"_s, u"mask[id]"_s, uR"({"id":{"operation":1}})"_s},
        u"instead of 'hardware'"_s);
    row("unknown path",
        {account, u"getHardware"_s, u"mask[id]"_s, uR"({"hardware":{"i":{"operation":1}}})"_s},
        u"has no 'i'"_s);
    row("path to an object",
        {account, u"getHardware"_s, u"mask[id]"_s, uR"({"hardware":{"datacenter":{"operation":1}}})"_s},
        u"compares an object"_s);
}

void TestApiNames::reportsWhatIsWrong()
{
    QFETCH(const ApiNames::Call, call);
    QFETCH(const QString, fault);
    const QString reported = m_names.faults(call).join(u"; "_s);
    QVERIFY2(fault.isEmpty() ? reported.isEmpty() : reported.contains(fault), qPrintable(reported));
}

void TestApiNames::lists_data()
{
    QTest::addColumn<ApiNames::Call>("call");
    const auto add = [](const QString &name, const ApiRequest &request) {
        QTest::newRow(qPrintable(name)) << callOf(request);
    };
    for (const TableSpec *table : allTables()) {
        const Catalogue &catalogue = table->catalogue();
        for (const RowKind kind : table->kinds) {
            const KindSpec &names = kindSpec(kind);
            const QList<ListSource> sources = sourcesOf(catalogue, kind);
            for (const GroupSet groups : groupsToTry(catalogue, kind)) {
                const ObjectMask mask = catalogue.mask(kind, groups);
                const QString name = u"%1 %2 %3"_s.arg(QLatin1String(table->key), QLatin1String(names.key),
                                                       QString::fromStdString(groups.to_string()));
                for (const ListSource &source : sources)
                    add(name + u' ' + QLatin1String(source.method), source.page(mask, {0, 100}));
                if (*names.service == '\0') // none of them can be asked for by itself
                    continue;
                // The same groups of chosen rows: in batches, or object by object.
                ApiRequest details;
                details.mask = mask;
                details.method = names.comesInBatches ? names.list.method : "getObject";
                details.service = names.comesInBatches ? "SoftLayer_Account" : names.service;
                if (names.comesInBatches)
                    details.filter.in(QByteArray(QByteArray(names.list.filterRoot) + ".id"), {1, 2});
                add(name + u" details"_s, details);
                ApiRequest single = details;
                single.filter = {};
                single.method = "getObject";
                single.service = names.service;
                add(name + u" one"_s, single);
            }
        }
    }
    // Counts of the account and of parents: one name that the API does not know fails the whole call.
    for (const TableSpec *table : allTables()) {
        for (const KindSpec &names : table->specs) {
            if (*names.list.countProperty == '\0')
                continue;
            ApiRequest request;
            request.service = table->parent != nullptr ? kindSpec(table->parent->kinds.front()).service
                                                       : "SoftLayer_Account";
            request.method = "getObject";
            request.mask = ObjectMask{"id", names.list.countProperty};
            add(u"count of "_s + QLatin1String(names.key), request);
        }
    }
}

void TestApiNames::lists()
{
    QFETCH(const ApiNames::Call, call);
    check(call);
}

void TestApiNames::parts_data()
{
    QTest::addColumn<ApiNames::Call>("call");
    for (const RowKind kind : {RowKind::BareMetal, RowKind::Virtual}) {
        for (const PartSpec &part : partSpecsOf(kind)) {
            ApiRequest request;
            request.service = kindSpec(kind).service;
            request.method = part.method;
            request.mask = part.mask;
            QTest::addRow("%s %s", kindSpec(kind).key, part.key.constData()) << callOf(request);
        }
    }
}

void TestApiNames::parts()
{
    QFETCH(const ApiNames::Call, call);
    check(call);
}

void TestApiNames::allowedMethods()
{
    for (const AllowedMethod &entry : layerscope::allowedMethods()) {
        ApiNames::Call call{QString::fromStdString(std::string(entry.service)),
                            QString::fromStdString(std::string(entry.method))};
        // Where a mask is needed so that no secrets come, the parts have one; arguments are told by the wire.
        const QStringList faults = m_names.faults(call);
        for (const QString &fault : faults) {
            QVERIFY2(fault.contains(u"takes arguments"_s) || fault.startsWith(u"no mask"_s),
                     qPrintable(QString(call.service + u"::"_s + call.method + u": "_s + fault)));
        }
    }
}

/// Lets everything that asks the API do so, and looks at what arrives there. A method that is on the list of
/// allowed ones and never comes would not be looked at, so each must.
void TestApiNames::whatReallyGoesOut()
{
    FaultPlan strict;
    strict.strictFilters = true;
    std::vector<std::unique_ptr<InventoryStore>> stores; // outlive the loader
    DemoLoad demo(400, strict);
    for (const TableSpec *table : AccountLoader::tablesBeside()) {
        stores.push_back(std::make_unique<InventoryStore>(table->catalogue()));
        demo.loader->addTable(*stores.back());
        demo.loader->setWantedColumns(*table, DemoLoad::columnsNamed(table->catalogue().allColumns()));
    }
    InventoryStore poolStore(poolCatalogue());
    InventoryStore memberStore(memberCatalogue());
    PoolsLoader poolsLoader(*demo.client, poolStore, memberStore);
    poolsLoader.setWantedColumns(DemoLoad::columnsNamed(poolCatalogue().allColumns()));
    poolsLoader.setWantedMemberColumns(DemoLoad::columnsNamed(memberCatalogue().allColumns()));
    demo.loader->setPools(&poolsLoader);
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(serverCatalogue().allColumns()));
    const LoadOutcome outcome = demo.load();
    QVERIFY2(outcome.of(serversTable).failed == 0 && outcome.of(serversTable).refused == 0,
             qPrintable(outcome.reasons().join(u'\n')));

    DetailsLoader details(*demo.client);
    BandwidthHistoryLoader history(*demo.client);
    const SimulatedAccount &account = demo.server.account();
    for (const RowKey server :
         {RowKey{RowKind::BareMetal, account.hardwareId(0)}, RowKey{RowKind::Virtual, account.guestId(0)}}) {
        details.show(server);
        QTRY_VERIFY_WITH_TIMEOUT(!details.isLoading(), DemoLoad::patience);
        history.load(BandwidthSubject::server(server));
        QTRY_COMPARE_WITH_TIMEOUT(history.state(), BandwidthHistoryLoader::State::Value, DemoLoad::patience);
    }
    history.load(BandwidthSubject::pool(account.poolId(0)));
    QTRY_COMPARE_WITH_TIMEOUT(history.state(), BandwidthHistoryLoader::State::Value, DemoLoad::patience);

    ConnectionCheck connectionCheck(
        {demo.server.restUrl(),
         {Credentials::Scheme::Basic, demo.server.userName(), demo.server.apiKey()},
         QNetworkProxy(QNetworkProxy::NoProxy)},
        DemoLoad::options());
    QSignalSpy checked(&connectionCheck, &ConnectionCheck::finished);
    connectionCheck.start();
    QVERIFY(checked.count() == 1 || checked.wait(DemoLoad::patience));

    askForNetwork(*demo.client, account);
    for (const auto &store : stores) {
        askForFirstRows(*demo.client, store->table());
        askForRowsBelow(*demo.client, store->table());
    }

    QSet<QString> seen;
    for (const LoggedCall &call : demo.server.log().calls()) {
        check(callOf(call));
        QVERIFY2(call.status == 200,
                 qPrintable(QString(call.service + u"::"_s + call.method + u' ' + call.mask)));
        seen.insert(call.service + u"::"_s + call.method);
    }
    for (const AllowedMethod &entry : layerscope::allowedMethods()) {
        const QString name =
            QString::fromStdString(std::string(entry.service) + "::" + std::string(entry.method));
        QVERIFY2(seen.contains(name), qPrintable(name));
    }
}

QTEST_GUILESS_MAIN(TestApiNames)
#include "tst_apinames.moc"
