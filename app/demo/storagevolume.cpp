// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/storagevolume.h"

#include "demo/wirevalues.h"

#include <algorithm>
#include <array>

namespace layerscope::demo {

using namespace Qt::Literals::StringLiterals;

namespace {

constexpr qint64 firstBlockId = 21'600'001;
constexpr qint64 firstFileId = 21'900'001;
constexpr qint64 firstBlockItemId = 880'000'010;
constexpr qint64 firstFileItemId = 885'000'010;
constexpr int idsAVolume = 3; // ids between those of two volumes are those of their snapshots
constexpr qint64 bytesASoldGb = 1'000'000'000;

QString fullName(const Device &device)
{
    return device.hostName() + u'.' + device.domain();
}

} // namespace

int StorageVolume::countOf(const AccountShape &shape, Family family)
{
    constexpr int serversABlock = 12;
    constexpr int serversAFile = 20;
    constexpr int most = 400;
    const int servers = shape.hardwareCount() + shape.guestCount();
    if (servers == 0)
        return 0;
    return std::min(family == Family::Block ? 9 + servers / serversABlock : 8 + servers / serversAFile, most);
}

StorageVolume::StorageVolume(const AccountShape &shape, Family family, int index)
    : m_shape(shape)
    , m_family(family)
    , m_index(index)
    , m_draw(scramble(shape.seed()) ^
             scramble(0x766F6C75U * 2U + static_cast<quint64>(index) * 2U + (isBlock() ? 0U : 1U)))
{}

qint64 StorageVolume::id() const
{
    return (isBlock() ? firstBlockId : firstFileId) + qint64{m_index} * idsAVolume;
}

/// A replica has the name of what it is a copy of.
QString StorageVolume::name() const
{
    if (isReplica())
        return StorageVolume(m_shape, m_family, m_index - 1).name() + u"_REP_1"_s;
    return (isBlock() ? u"IBM02SEL%1-%2"_s : u"IBM02SEV%1_%2"_s)
        .arg(AccountShape::accountId())
        .arg(m_index + 1);
}

/// One of the servers that may mount it, or might: it is in the same datacenter.
Device StorageVolume::home() const
{
    const bool isOnGuest = m_shape.hardwareCount() == 0 || m_draw.perMille(600, Trait::Id);
    const DeviceKind kind = isOnGuest ? DeviceKind::Guest : DeviceKind::Hardware;
    return {m_shape, kind, m_draw.below(m_shape.deviceCount(kind), Trait::Id, 1)};
}

const Datacenter &StorageVolume::datacenter() const
{
    return home().datacenter();
}

int StorageVolume::capacityGb() const
{
    static constexpr std::array sizes{20, 40, 100, 250, 500, 1000, 2000, 4000, 12000};
    return isReplica() ? StorageVolume(m_shape, m_family, m_index - 1).capacityGb()
                       : pick(sizes, m_draw, Trait::Disks);
}

qint64 StorageVolume::createdAt() const
{
    return accountNow - qint64{3 + m_draw.below(2500, Trait::Created)} * secondsADay;
}

bool StorageVolume::isReplicated() const
{
    return m_index + 1 < countOf(m_shape, m_family) &&
           StorageVolume(m_shape, m_family, m_index + 1).isReplica();
}

/// The home, and some of its neighbours in the same datacenter. Every sixth volume nobody may mount.
JsonArray StorageVolume::hosts(DeviceKind kind) const
{
    constexpr int looked = 12;
    constexpr int most = 3;
    JsonArray found;
    if (isNth(6, 5) || isReplica())
        return found;
    const Device first = home();
    const int count = m_shape.deviceCount(kind);
    const int begin = first.kind() == kind ? first.index() : 0;
    for (int nth = 0; nth < std::min(looked, count) && found.size() < most; ++nth) {
        const Device device(m_shape, kind, (begin + nth) % count);
        if (device.datacenter().id == first.datacenter().id)
            found.append(
                JsonObject{{u"id"_s, device.id()}, {u"fullyQualifiedDomainName"_s, fullName(device)}});
    }
    return found;
}

/// A cluster of containers writes what it is for into the note.
QString StorageVolume::note() const
{
    if (!isBlock() && isNth(4, 2)) {
        return u"{\"plugin\":\"ibm-file-plugin-7d9f\",\"region\":\"%1\",\"cluster\":\"c%2\",\"type\":"
               u"\"Endurance\","
               u"\"ns\":\"default\",\"pvc\":\"data-%2\",\"pv\":\"pvc-%2\",\"storageclass\":\"ibmc-file-bronze\"}"_s
                   .arg(datacenter().name)
                   .arg(m_index);
    }
    return m_draw.perMille(400, Trait::Notes) ? pick(notes(), m_draw, Trait::Notes, 1) : QString();
}

JsonObject StorageVolume::resource() const
{
    const QString type = isLegacy() ? (isBlock() ? u"ISCSI"_s : u"NAS"_s) : u"NETAPP_STAAS"_s;
    return {{u"id"_s, 5300 + m_index},
            {u"name"_s, QString(u"Storage "_s + datacenter().name)},
            {u"datacenter"_s, wireLocation(datacenter())},
            {u"type"_s, JsonObject{{u"type"_s, type}}}};
}

/// Of one that is billed by size and tier, or by size and operations.
std::optional<BillingItem> StorageVolume::billed() const
{
    if (isLegacy())
        return std::nullopt;
    BillingItem item;
    item.id = (isBlock() ? firstBlockItemId : firstFileItemId) + qint64{m_index} * 10;
    item.category = u"storage_as_a_service"_s;
    item.description = u"Storage as a Service, %1 GB"_s.arg(capacityGb());
    item.monthlyCents = 500 + capacityGb() * (isEndurance() ? 15 : 10);
    item.createdAt = createdAt();
    item.datacenter = &datacenter();
    item.owner = &pick(owners(), m_draw, Trait::Owner);
    if (isNth(14, 9))
        item.cancelledAt = accountNow + daysLeft * secondsADay;
    return item;
}

void StorageVolume::addPerformance(JsonObject &row) const
{
    const QString family = isBlock() ? u"BLOCK_STORAGE"_s : u"FILE_STORAGE"_s;
    row.insert(
        u"storageType"_s,
        JsonObject{{u"id"_s, isEndurance() ? 7 : 9},
                   {u"keyName"_s, QString((isEndurance() ? u"ENDURANCE_"_s : u"PERFORMANCE_"_s) + family)},
                   {u"description"_s, u"Storage as a Service"_s}});
    if (isEndurance())
        row.insert(u"storageTierLevel"_s, isNth(4, 0) ? u"READHEAVY_TIER"_s : u"WRITEHEAVY_TIER"_s);
    else
        row.insert(u"provisionedIops"_s, QString::number(100 * (1 + m_draw.below(60, Trait::Cores))));
    row.insert(u"hasEncryptionAtRest"_s, !isNth(5, 1));
}

void StorageVolume::addAccess(JsonObject &row) const
{
    const JsonArray hardware = hosts(DeviceKind::Hardware);
    const JsonArray guests = hosts(DeviceKind::Guest);
    row.insert(u"allowedHardware"_s, hardware);
    row.insert(u"allowedHardwareCount"_s, hardware.size());
    row.insert(u"allowedVirtualGuests"_s, guests);
    row.insert(u"allowedVirtualGuestCount"_s, guests.size());
    row.insert(u"allowedSubnetCount"_s, !isBlock() && isNth(7, 3) ? 1 : 0); // block takes none
    row.insert(u"allowedIpAddressCount"_s, isNth(8, 6) ? 2 : 0);
}

/// What the snapshots of a volume take stands at its parent, which is itself.
void StorageVolume::addSnapshots(JsonObject &row) const
{
    const int count = isReplica() || isLegacy() ? 0 : m_draw.below(idsAVolume, Trait::Modified);
    row.insert(u"snapshotCount"_s, count);
    if (isReplica() || isLegacy() || isNth(3, 2))
        return;
    row.insert(u"snapshotCapacityGb"_s, QString::number(std::max(5, capacityGb() / 5)));
    const qint64 used =
        count * (bytesASoldGb * capacityGb() / 40 + m_draw.below(9000, Trait::PrivateTraffic));
    row.insert(u"parentVolume"_s,
               JsonObject{{u"id"_s, id()}, {u"snapshotSizeBytes"_s, QString::number(used)}});
}

void StorageVolume::addReplicas(JsonObject &row) const
{
    const bool hasPartner = isReplica() || isReplicated();
    JsonArray partners;
    if (hasPartner) {
        const StorageVolume partner(m_shape, m_family, m_index + (isReplica() ? -1 : 1));
        partners.append(JsonObject{{u"id"_s, partner.id()}, {u"username"_s, partner.name()}});
        row.insert(u"replicationStatus"_s, isReplica() ? u"NO REPLICATION EVENTS FOUND"_s
                                                       : u"Replicant Volume Provisioning has completed."_s);
    }
    row.insert(u"replicationPartners"_s, partners);
    row.insert(u"replicationPartnerCount"_s, partners.size());
    if (isNth(13, 6))
        row.insert(u"originalVolumeName"_s, StorageVolume(m_shape, m_family, 0).name());
}

JsonObject StorageVolume::row() const
{
    JsonObject row{{u"id"_s, id()},
                   {u"accountId"_s, AccountShape::accountId()},
                   {u"username"_s, name()},
                   {u"password"_s, u"secret of a volume"_s},
                   {u"capacityGb"_s, capacityGb()},
                   {u"createDate"_s, wireDate(createdAt())},
                   {u"nasType"_s, isBlock() ? u"ISCSI"_s : u"NAS"_s},
                   {u"serviceProviderId"_s, 1},
                   {u"storageTypeId"_s, isLegacy() ? u"2"_s : u"13"_s},
                   {u"upgradableFlag"_s, !isLegacy()},
                   {u"serviceResource"_s, resource()},
                   {u"activeTransactionCount"_s, isNth(17, 3) ? 1 : 0}};
    if (const QString text = note(); !text.isEmpty())
        row.insert(u"notes"_s, text);
    if (!isLegacy())
        addPerformance(row);
    if (isBlock()) {
        row.insert(u"serviceResourceBackendIpAddress"_s,
                   wireAddress(0xA1000000U + static_cast<quint32>(m_index) * 7U + 26U));
        row.insert(u"lunId"_s, QString::number(m_index % 5));
        if (!isLegacy())
            row.insert(u"osType"_s,
                       JsonObject{{u"id"_s, 12}, {u"name"_s, u"Linux"_s}, {u"keyName"_s, u"LINUX"_s}});
    } else {
        const QString server = u"fsf-%1%2-fz.service.softlayer.com"_s.arg(datacenter().name).arg(m_index);
        row.insert(u"serviceResourceBackendIpAddress"_s, server);
        row.insert(u"fileNetworkMountAddress"_s, QString(server + u":/"_s + name() + u"/data01"_s));
        row.insert(u"bytesUsed"_s,
                   QString::number(bytesASoldGb * capacityGb() / 100 * m_draw.below(98, Trait::Inbound)));
    }
    addAccess(row);
    addSnapshots(row);
    addReplicas(row);
    if (const std::optional<BillingItem> item = billed())
        row.insert(u"billingItem"_s, billingItem(*item));
    return row;
}

} // namespace layerscope::demo
