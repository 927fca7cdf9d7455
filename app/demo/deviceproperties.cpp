// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/deviceproperties.h"

#include "demo/pool.h"
#include "demo/wirevalues.h"

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

// Ids of things that belong to a device: far apart from each other, so that no two kinds of things share one.
constexpr qint64 firstTransactionId = 310500001;
constexpr qint64 firstDeviceTagReferenceId = 1545600001;

JsonValue provisionDate(const Device &device)
{
    constexpr qint64 secondsToProvision = 251;
    return device.isProvisioning() ? JsonValue() : wireDate(device.createdAt() + secondsToProvision);
}

QString uuid(const Device &device, Trait trait)
{
    return wireUuid(device.draw().number(trait), device.draw().number(trait, 1));
}

JsonValue note(const Device &device)
{
    const std::optional<QString> text = device.note();
    return text ? JsonValue(*text) : absent;
}

JsonObject transaction(const Device &device, const Transaction &kind, qint64 id, qint64 began)
{
    const JsonValue none;
    constexpr qint64 elapsed = 120;
    return {{u"id"_s, id},
            {u"hardwareId"_s, device.isHardware() ? JsonValue(device.id()) : none},
            {u"guestId"_s, device.isHardware() ? none : JsonValue(device.id())},
            {u"elapsedSeconds"_s, elapsed},
            {u"createDate"_s, wireDate(began)},
            {u"modifyDate"_s, wireDate(began + elapsed)},
            {u"statusChangeDate"_s, wireDate(began + elapsed)},
            {u"transactionStatus"_s,
             JsonObject{{u"name"_s, kind.name},
                        {u"friendlyName"_s, kind.friendlyName},
                        {u"averageDuration"_s, wireDecimal(kind.averageMinutesTimesTen, 1)}}},
            {u"transactionGroup"_s,
             JsonObject{{u"name"_s, kind.group},
                        {u"averageTimeToComplete"_s, wireDecimal(kind.averageMinutesTimesTen, 1)}}}};
}

JsonValue activeTransaction(const Device &device)
{
    const Transaction *kind = device.activeTransaction();
    if (!kind)
        return absent;
    return transaction(device, *kind, firstTransactionId + device.ordinal(), accountNow - 300);
}

JsonValue activeTransactions(const Device &device)
{
    const JsonValue active = activeTransaction(device);
    return active.isUndefined() ? JsonArray() : JsonArray{active};
}

JsonValue lastTransaction(const Device &device)
{
    if (device.activeTransaction())
        return activeTransaction(device);
    return transaction(device, transactions().front(), firstTransactionId / 2 + device.ordinal(),
                       device.createdAt());
}

JsonValue lastReload(const Device &device)
{
    constexpr int reloadedEvery = 4;
    constexpr size_t reloadNumber = 2;
    if (device.index() % reloadedEvery != 1 || device.isProvisioning())
        return absent;
    const qint64 age = accountNow - device.createdAt();
    return transaction(device, transactions()[reloadNumber], firstTransactionId / 4 + device.ordinal(),
                       device.createdAt() + age / 2);
}

JsonValue dedicatedHost(const Device &device)
{
    if (device.index() % 30 != 11)
        return absent;
    const DedicatedHost &host = dedicatedHosts()[static_cast<size_t>(device.index() / 30 % 2)];
    return JsonObject{{u"id"_s, host.id}, {u"name"_s, host.name}};
}

JsonValue imageTemplate(const Device &device)
{
    if (device.index() % 8 != 3)
        return absent;
    const Draw image(static_cast<quint64>(device.index() % 3)); // many servers come from few images
    return JsonObject{
        {u"id"_s, 5001001 + device.index() % 3},
        {u"name"_s, QString(u"golden-image-"_s + QString::number(device.index() % 3 + 1))},
        {u"globalIdentifier"_s, wireUuid(image.number(Trait::Uuid), image.number(Trait::Uuid, 1))}};
}

JsonValue tagReferences(const Device &device)
{
    constexpr int maxTags = 4;
    JsonArray references;
    const int count = device.draw().below(maxTags, Trait::Tags);
    const auto table = tags();
    const auto size = static_cast<int>(table.size());
    const int first = device.draw().below(size, Trait::Tags, 1);
    for (int i = 0; i < count; ++i) {
        const Tag &tag = table[static_cast<size_t>((first + i * 5) % size)];
        references.append(JsonObject{
            {u"id"_s, firstDeviceTagReferenceId + device.ordinal() * maxTags + i},
            {u"tagId"_s, tag.id},
            {u"tagTypeId"_s, device.isHardware() ? 1 : 2},
            {u"resourceTableId"_s, device.id()},
            {u"usrRecordId"_s, device.owner().id},
            {u"empRecordId"_s, JsonValue()},
            {u"tag"_s, JsonObject{{u"id"_s, tag.id},
                                  {u"accountId"_s, AccountShape::accountId()},
                                  {u"internal"_s, 0},
                                  {u"name"_s, tag.name}}},
            {u"tagType"_s, JsonObject{{u"keyName"_s, device.isHardware() ? u"HARDWARE"_s : u"GUEST"_s},
                                      {u"description"_s, device.isHardware() ? u"Hardware"_s : u"CCI"_s}}}});
    }
    return references;
}

/// Names of states, hardware and guest alike. Of the ids only 5, 8 and 23 have a source (softlayer-api §11).
struct State
{
    int id;
    QString keyName;
    QString name;
};

State deviceState(const Device &device)
{
    if (device.isProvisioning())
        return {3, u"PROVISIONING"_s, u"Provisioning"_s};
    if (device.isStopped())
        return {9, u"STOPPED"_s, u"Stopped"_s};
    return {8, u"RUNNING"_s, u"Running"_s};
}

JsonObject deviceStatus(const Device &device)
{
    const State state = deviceState(device);
    return {{u"id"_s, state.id}, {u"keyName"_s, state.keyName}, {u"name"_s, state.name}};
}

State hardwareState(const Device &device)
{
    if (device.isProvisioning())
        return {9, u"DEPLOY"_s, {}};
    return device.isSpare() ? State{23, u"SPARE_POOL"_s, {}} : State{5, u"ACTIVE"_s, {}};
}

State powerState(const Device &device)
{
    if (device.isProvisioning() || device.isStopped())
        return {0, u"HALTED"_s, u"Halted"_s};
    return device.draw().perMille(10, Trait::Power) ? State{0, u"PAUSED"_s, u"Paused"_s}
                                                    : State{0, u"RUNNING"_s, u"Running"_s};
}

JsonValue powerStateObject(const Device &device)
{
    const State state = powerState(device);
    return JsonObject{{u"keyName"_s, state.keyName}, {u"name"_s, state.name}};
}

JsonValue chassis(const Device &device)
{
    const auto models = chassisModels();
    const Chassis &model =
        models[static_cast<size_t>(device.draw().below(static_cast<int>(models.size()), Trait::Chassis))];
    return JsonObject{{u"id"_s, model.id},
                      {u"name"_s, model.name},
                      {u"manufacturer"_s, model.manufacturer},
                      {u"version"_s, model.version},
                      {u"unitSize"_s, model.units}};
}

std::optional<Pool> rackOf(const Device &device)
{
    if (device.poolNumber() < 0)
        return std::nullopt;
    return Pool(device.shape(), device.poolNumber());
}

void addCommon(Producers &table)
{
    using D = const Device &;
    table.insert({
        {u"id"_s, [](D d) { return JsonValue(d.id()); }},
        {u"accountId"_s, [](D) { return JsonValue(AccountShape::accountId()); }},
        {u"hostname"_s, [](D d) { return JsonValue(d.hostName()); }},
        {u"domain"_s, [](D d) { return JsonValue(d.domain()); }},
        {u"fullyQualifiedDomainName"_s,
         [](D d) { return JsonValue(QString(d.hostName() + u'.' + d.domain())); }},
        {u"notes"_s, note},
        {u"provisionDate"_s, provisionDate},
        {u"globalIdentifier"_s, [](D d) { return JsonValue(uuid(d, Trait::Uuid)); }},
        {u"datacenter"_s, [](D d) { return JsonValue(wireLocation(d.datacenter())); }},
        {u"hourlyBillingFlag"_s, [](D d) { return JsonValue(d.isHourly()); }},
        {u"privateNetworkOnlyFlag"_s, [](D d) { return JsonValue(d.isPrivateOnly()); }},
        {u"managedResourceFlag"_s, [](D) { return JsonValue(false); }},
        {u"activeTransaction"_s, activeTransaction},
        {u"activeTransactions"_s, activeTransactions},
        {u"lastTransaction"_s, lastTransaction},
        {u"lastOperatingSystemReload"_s, lastReload},
        {u"tagReferences"_s, tagReferences},
        {u"userData"_s, [](D) { return JsonValue(JsonArray()); }},
        {u"networkMonitors"_s, [](D) { return JsonValue(JsonArray()); }},
        {u"users"_s, [](D) { return JsonValue(JsonArray()); }},
        {u"virtualRackId"_s, [](D d) { return rackOf(d) ? JsonValue(rackOf(d)->id()) : absent; }},
        {u"virtualRackName"_s, [](D d) { return rackOf(d) ? JsonValue(rackOf(d)->name()) : absent; }},
        {u"virtualRack"_s, [](D d) { return rackOf(d) ? JsonValue(rackOf(d)->summary()) : absent; }},
    });
}

void addHardware(Producers &table)
{
    using D = const Device &;
    table.insert({
        {u"bareMetalInstanceFlag"_s, [](D d) { return JsonValue(d.isHourly() ? 1 : 0); }},
        {u"hardwareStatusId"_s, [](D d) { return JsonValue(hardwareState(d).id); }},
        {u"hardwareStatus"_s,
         [](D d) {
             const State state = hardwareState(d);
             return JsonValue(JsonObject{{u"id"_s, state.id}, {u"status"_s, state.keyName}});
         }},
        {u"hardwareState"_s,
         [](D d) {
             return JsonValue(JsonObject{{u"id"_s, 5000000 + d.index()},
                                         {u"hardwareId"_s, d.id()},
                                         {u"deviceStatusId"_s, deviceState(d).id},
                                         {u"deviceStatus"_s, deviceStatus(d)}});
         }},
        {u"serialNumber"_s,
         [](D d) { return JsonValue(QString(u"SL"_s + QString::number(d.id(), 36).toUpper())); }},
        {u"manufacturerSerialNumber"_s,
         [](D d) {
             // Some makers number with digits only: text all the same, and leading zeros count.
             const quint64 serial = d.draw().number(Trait::Serial) % 1'000'000'000;
             return JsonValue(d.index() % 5 == 0 ? QString::number(serial).rightJustified(12, u'0')
                                                 : QString(u"C81"_s + QString::number(serial, 36).toUpper()));
         }},
        {u"serviceProviderId"_s, [](D) { return JsonValue(1); }},
        {u"serviceProviderResourceId"_s, [](D) { return JsonValue(); }},
        {u"datacenterName"_s, [](D d) { return JsonValue(d.datacenter().longName); }},
        {u"topLevelLocation"_s, [](D d) { return JsonValue(wireLocation(d.datacenter())); }},
        {u"hardwareChassis"_s, chassis},
        {u"processorPhysicalCoreAmount"_s, [](D d) { return JsonValue(d.cores()); }},
        {u"processorCoreAmount"_s, [](D d) { return JsonValue(d.cores() * 2); }},
        {u"memoryCapacity"_s, [](D d) { return JsonValue(d.memory()); }},
        {u"remoteManagementAccounts"_s,
         [](D) {
             return JsonValue(
                 JsonArray{JsonObject{{u"username"_s, u"root"_s}, {u"password"_s, u"not-a-real-one"_s}}});
         }},
        {u"networkGatewayMemberFlag"_s, [](D) { return JsonValue(false); }},
        {u"virtualGuests"_s, [](D) { return JsonValue(JsonArray()); }},
    });
}

void addGuest(Producers &table)
{
    using D = const Device &;
    table.insert({
        {u"createDate"_s, [](D d) { return JsonValue(wireDate(d.createdAt())); }},
        {u"modifyDate"_s,
         [](D d) {
             const qint64 age = accountNow - d.createdAt();
             return JsonValue(wireDate(accountNow - age * d.draw().below(90, Trait::Modified) / 100));
         }},
        {u"lastVerifiedDate"_s, [](D) { return JsonValue(); }},
        {u"metricPollDate"_s, [](D) { return JsonValue(); }},
        {u"reclaimDate"_s, [](D) { return JsonValue(); }},
        {u"maxCpu"_s, [](D d) { return JsonValue(d.cores()); }},
        {u"startCpus"_s, [](D d) { return JsonValue(d.cores()); }},
        {u"maxCpuUnits"_s, [](D) { return JsonValue(u"CORE"_s); }},
        {u"maxMemory"_s, [](D d) { return JsonValue(d.memory()); }},
        {u"statusId"_s, [](D) { return JsonValue(1001); }},
        {u"status"_s,
         [](D) {
             return JsonValue(JsonObject{{u"keyName"_s, u"ACTIVE"_s}, {u"name"_s, u"Active"_s}});
         }},
        {u"typeId"_s, [](D) { return JsonValue(); }},
        {u"lastPowerStateId"_s, [](D) { return JsonValue(); }},
        {u"placementGroupId"_s, [](D) { return JsonValue(); }},
        {u"deviceStatusId"_s, [](D d) { return JsonValue(deviceState(d).id); }},
        {u"deviceStatus"_s, [](D d) { return JsonValue(deviceStatus(d)); }},
        {u"powerState"_s, powerStateObject},
        {u"lastKnownPowerState"_s, powerStateObject},
        {u"dedicatedAccountHostOnlyFlag"_s, [](D) { return JsonValue(false); }},
        {u"uuid"_s, [](D d) { return JsonValue(uuid(d, Trait::HypervisorUuid)); }},
        {u"localDiskFlag"_s, [](D d) { return JsonValue(d.index() % 6 == 0); }},
        {u"transientGuestFlag"_s, [](D d) { return JsonValue(d.index() % 40 == 7); }},
        {u"pendingMigrationFlag"_s, [](D) { return JsonValue(false); }},
        {u"dedicatedHost"_s, dedicatedHost},
        {u"blockDeviceTemplateGroup"_s, imageTemplate},
    });
}

Producers build(DeviceKind kind)
{
    Producers table;
    addCommon(table);
    if (kind == DeviceKind::Hardware)
        addHardware(table);
    else
        addGuest(table);
    addBandwidthProperties(table, kind);
    addBillingProperties(table, kind);
    addNetworkProperties(table, kind);
    addComponentProperties(table, kind);
    addSoftwareProperties(table);
    return table;
}

} // namespace

const Producers &producersOf(DeviceKind kind)
{
    static const Producers hardware = build(DeviceKind::Hardware);
    static const Producers guests = build(DeviceKind::Guest);
    return kind == DeviceKind::Hardware ? hardware : guests;
}

JsonValue property(const Device &device, const QString &name)
{
    const Producer producer = producersOf(device.kind()).value(name);
    return producer ? producer(device) : absent;
}

JsonValue parts(const Device &device, const QString &name, const QStringList &wanted)
{
    // These have the most parts, and masks mostly want one or two of them.
    if (name == "billingItem"_L1)
        return billingItem(device, wanted);
    if (name == "bandwidthAllotmentDetail"_L1)
        return allotmentDetail(device, wanted);
    return property(device, name);
}

JsonObject everything(const Device &device)
{
    return produce(producersOf(device.kind()), device, {});
}

JsonObject produce(const Producers &producers, const Device &device, const QStringList &wanted)
{
    JsonObject object;
    const auto add = [&](const QString &name, Producer producer) {
        const JsonValue value = producer ? producer(device) : absent;
        if (!value.isUndefined())
            object.insert(name, value);
    };
    for (const QString &name : wanted)
        add(name, producers.value(name));
    if (wanted.isEmpty()) {
        for (auto entry = producers.cbegin(); entry != producers.cend(); ++entry)
            add(entry.key(), entry.value());
    }
    return object;
}

} // namespace layerscope::demo
