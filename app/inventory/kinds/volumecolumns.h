// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columnkit.h"

namespace layerscope {

/// What block and file storage have alike. API facts: softlayer-kinds §2.14, §2.15. Never asked for: a
/// volume's own password, which is a local property, and the credentials of hosts.
namespace volume {

/// Each relation comes by itself, so that a slow or refused one costs no other.
namespace Group {
enum : int {
    Identity, ///< Local properties.
    Datacenter,
    Type,
    Iops,
    Tier,
    Target,
    Mount,  ///< Of file storage.
    Used,   ///< The same.
    Lun,    ///< Of block storage.
    System, ///< The same.
    SnapshotSpace,
    SnapshotsUsed,
    Replicas,
    Hardware,
    Guests,
    Encryption,
    Owner,
    Fee,
    Snapshots,
    ReplicationStatus,
    Subnets,
    Addresses,
    HardwareNames,
    GuestNames,
    Transactions,
    Origin,
    Count
};
}

[[nodiscard]] constexpr ColumnSpec name(KindSet kinds)
{
    return {.key = "name",
            .title = QT_TRANSLATE_NOOP("Columns", "Name"),
            .description =
                QT_TRANSLATE_NOOP("Columns", "The user name of the volume, which it is called by."),
            .group = Group::Identity,
            .isDefault = true,
            .sample = "IBM02SEL1234567-1000",
            .sources = {{from<"username", ReadAs::Text>(kinds)}}};
}

/// Legacy volumes have none.
[[nodiscard]] constexpr ColumnSpec type(KindSet kinds)
{
    return {.key = "type",
            .title = QT_TRANSLATE_NOOP("Columns", "Type"),
            .description = QT_TRANSLATE_NOOP(
                "Columns", "How it is sold, in the words of the API; empty on volumes of an older sort."),
            .group = Group::Type,
            .isDefault = true,
            .repeats = true,
            .holdsWords = true,
            .sample = "Performance block storage",
            .sources = {{from<"storageType.keyName", ReadAs::Word>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec capacity(KindSet kinds)
{
    return {.key = "capacity_gb",
            .title = QT_TRANSLATE_NOOP("Columns", "Capacity GB"),
            .description = QT_TRANSLATE_NOOP("Columns", "How much it holds."),
            .unit = "GB",
            .type = ColumnType::Integer,
            .group = Group::Identity,
            .isDefault = true,
            .isSummable = true,
            .sources = {{from<"capacityGb", ReadAs::Amount>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec iops(KindSet kinds)
{
    return {.key = "iops",
            .title = QT_TRANSLATE_NOOP("Columns", "IOPS"),
            .description = QT_TRANSLATE_NOOP(
                "Columns", "Operations a second that it is sold with; empty if it has a tier instead."),
            .type = ColumnType::Decimal,
            .group = Group::Iops,
            .isDefault = true,
            .sources = {{from<"provisionedIops", ReadAs::Decimal>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec tier(KindSet kinds)
{
    return {
        .key = "tier",
        .title = QT_TRANSLATE_NOOP("Columns", "Tier"),
        .description = QT_TRANSLATE_NOOP(
            "Columns", "How fast it is sold to be, in the words of the API; empty if it has IOPS instead."),
        .group = Group::Tier,
        .repeats = true,
        .holdsWords = true,
        .sources = {{from<"storageTierLevel", ReadAs::Word>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec snapshotSpace(KindSet kinds)
{
    return {.key = "snapshot_space_gb",
            .title = QT_TRANSLATE_NOOP("Columns", "Snapshot space GB"),
            .description =
                QT_TRANSLATE_NOOP("Columns", "Space set aside for its snapshots; empty if there is none."),
            .unit = "GB",
            .type = ColumnType::Integer,
            .group = Group::SnapshotSpace,
            .isSummable = true,
            .sources = {{from<"snapshotCapacityGb", ReadAs::Amount>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec snapshotsUsed(KindSet kinds)
{
    return {.key = "snapshot_used_bytes",
            .title = QT_TRANSLATE_NOOP("Columns", "Snapshots use"),
            .description = QT_TRANSLATE_NOOP("Columns", "How much its snapshots take."),
            .unit = "bytes",
            .type = ColumnType::Integer,
            .group = Group::SnapshotsUsed,
            .isSummable = true,
            .isSlow = true,
            // snapshotSizeBytes is a relation: alone it would bring the parent's local properties.
            .sources = {{{kinds, "parentVolume.id,parentVolume.snapshotSizeBytes",
                          decodeAt<"parentVolume.snapshotSizeBytes", ReadAs::Size>}}}};
}

/// Counts of what belongs to it, each with a text of its own.
template<PathText Path>
[[nodiscard]] constexpr ColumnSpec count(KindSet kinds, int group, const char *key, const char *title,
                                         const char *description, bool isDefault)
{
    return {.key = key,
            .title = title,
            .description = description,
            .type = ColumnType::Integer,
            .group = group,
            .topic = ColumnTopic::Contents,
            .isDefault = isDefault,
            .isSummable = true,
            .sources = {{from<Path, ReadAs::Amount>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec replicas(KindSet kinds)
{
    return count<"replicationPartnerCount">(
        kinds, Group::Replicas, "replica_count", QT_TRANSLATE_NOOP("Columns", "Replicas"),
        QT_TRANSLATE_NOOP("Columns", "How many volumes it is copied to, or is a copy of; each is a row."),
        true);
}

[[nodiscard]] constexpr ColumnSpec hardware(KindSet kinds)
{
    return count<"allowedHardwareCount">(
        kinds, Group::Hardware, "hardware_count", QT_TRANSLATE_NOOP("Columns", "Bare metal"),
        QT_TRANSLATE_NOOP("Columns", "How many bare metal servers may mount it."), true);
}

[[nodiscard]] constexpr ColumnSpec guests(KindSet kinds)
{
    return count<"allowedVirtualGuestCount">(
        kinds, Group::Guests, "virtual_count", QT_TRANSLATE_NOOP("Columns", "Virtual"),
        QT_TRANSLATE_NOOP("Columns", "How many virtual servers may mount it."), true);
}

[[nodiscard]] constexpr ColumnSpec encrypted(KindSet kinds)
{
    return {.key = "encrypted",
            .title = QT_TRANSLATE_NOOP("Columns", "Encrypted"),
            .description = QT_TRANSLATE_NOOP("Columns", "Whether what it holds is encrypted where it lies."),
            .type = ColumnType::Flag,
            .group = Group::Encryption,
            .sources = {{from<"hasEncryptionAtRest", ReadAs::Flag>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec snapshots(KindSet kinds)
{
    ColumnSpec column = count<"snapshotCount">(
        kinds, Group::Snapshots, "snapshot_count", QT_TRANSLATE_NOOP("Columns", "Snapshots"),
        QT_TRANSLATE_NOOP("Columns", "How many snapshots it has."), false);
    column.isSlow = true;
    return column;
}

[[nodiscard]] constexpr ColumnSpec subnets(KindSet kinds)
{
    return count<"allowedSubnetCount">(
        kinds, Group::Subnets, "subnet_count", QT_TRANSLATE_NOOP("Columns", "Subnets"),
        QT_TRANSLATE_NOOP("Columns", "How many subnets may mount it; block storage takes none."), false);
}

[[nodiscard]] constexpr ColumnSpec addresses(KindSet kinds)
{
    return count<"allowedIpAddressCount">(
        kinds, Group::Addresses, "ip_count", QT_TRANSLATE_NOOP("Columns", "Addresses"),
        QT_TRANSLATE_NOOP("Columns", "How many single IP addresses may mount it."), false);
}

[[nodiscard]] constexpr ColumnSpec transactions(KindSet kinds)
{
    return count<"activeTransactionCount">(
        kinds, Group::Transactions, "transaction_count", QT_TRANSLATE_NOOP("Columns", "Transactions"),
        QT_TRANSLATE_NOOP("Columns", "How many things are being done to it."), false);
}

template<PathText Path>
[[nodiscard]] constexpr ColumnSpec hosts(KindSet kinds, int group, const char *key, const char *title,
                                         const char *description)
{
    return {.key = key,
            .title = title,
            .description = description,
            .group = group,
            .topic = ColumnTopic::Contents,
            .isList = true,
            .isSlow = true,
            .sample = "db01.example.com;web002.example.com",
            .sources = {{from<Path, ReadAs::List>(kinds)}}};
}

[[nodiscard]] constexpr ColumnSpec hardwareNames(KindSet kinds)
{
    return hosts<"allowedHardware.fullyQualifiedDomainName">(
        kinds, Group::HardwareNames, "hosts_hardware", QT_TRANSLATE_NOOP("Columns", "Bare metal hosts"),
        QT_TRANSLATE_NOOP("Columns", "The bare metal servers that may mount it."));
}

[[nodiscard]] constexpr ColumnSpec guestNames(KindSet kinds)
{
    return hosts<"allowedVirtualGuests.fullyQualifiedDomainName">(
        kinds, Group::GuestNames, "hosts_virtual", QT_TRANSLATE_NOOP("Columns", "Virtual hosts"),
        QT_TRANSLATE_NOOP("Columns", "The virtual servers that may mount it."));
}

/// A text on file storage, an object with a message on block storage (softlayer-kinds §2.14).
[[nodiscard]] inline CellValue replicationText(const JsonReader &row)
{
    const JsonReader status = row["replicationStatus"];
    return cell(status.raw().isObject() ? status["message"].rawText() : status.rawText());
}

[[nodiscard]] constexpr ColumnSpec replicationStatus(KindSet kinds)
{
    return {.key = "replication_status",
            .title = QT_TRANSLATE_NOOP("Columns", "Replication"),
            .description = QT_TRANSLATE_NOOP("Columns", "What the API says of how its copying goes."),
            .group = Group::ReplicationStatus,
            .repeats = true,
            .sources = {{{kinds, "replicationStatus", replicationText}}}};
}

[[nodiscard]] constexpr ColumnSpec copiedFrom(KindSet kinds)
{
    return {.key = "copied_from",
            .title = QT_TRANSLATE_NOOP("Columns", "Copied from"),
            .description = QT_TRANSLATE_NOOP("Columns", "The volume that it was made from as a copy."),
            .group = Group::Origin,
            .repeats = true,
            .sources = {{from<"originalVolumeName", ReadAs::Text>(kinds)}}};
}

} // namespace volume

} // namespace layerscope
