// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "inventory/kinds/volumecolumns.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using namespace volume;

constexpr KindSet volumes{RowKind::FileVolume};

namespace Column {
enum : ColumnIndex { Name, Id, HardwareNames = 24, GuestNames, BillingItemId = 28 };
}

/// API facts: softlayer-kinds §2.15.
constexpr ColumnSpec columns[] = {
    kit::id(volumes, Group::Identity),
    name(volumes),
    kit::datacenter<"serviceResource.datacenter.name">(volumes, Group::Datacenter),
    type(volumes),
    capacity(volumes),
    iops(volumes),
    tier(volumes),
    // The name of a host, whatever its key says.
    {.key = "target_ip",
     .title = QT_TRANSLATE_NOOP("Columns", "Target"),
     .description = QT_TRANSLATE_NOOP("Columns", "The host that servers reach it at."),
     .group = Group::Target,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .repeats = true,
     .sample = "fsf-dal1003a-fz.adn.networklayer.com",
     .sources = {{from<"serviceResourceBackendIpAddress", ReadAs::Text>(volumes)}}},
    {.key = "mount",
     .title = QT_TRANSLATE_NOOP("Columns", "Mount point"),
     .description = QT_TRANSLATE_NOOP("Columns", "What a server mounts."),
     .group = Group::Mount,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .sample = "fsf-dal1003a-fz.adn.networklayer.com:/IBM02SEV1234567_1/data01",
     .sources = {{from<"fileNetworkMountAddress", ReadAs::Text>(volumes)}}},
    {.key = "used_bytes",
     .title = QT_TRANSLATE_NOOP("Columns", "Used"),
     .description = QT_TRANSLATE_NOOP("Columns", "How much of it is used."),
     .unit = "bytes",
     .type = ColumnType::Integer,
     .group = Group::Used,
     .isDefault = true,
     .isSummable = true,
     .sources = {{from<"bytesUsed", ReadAs::Size>(volumes)}}},
    snapshotSpace(volumes),
    snapshotsUsed(volumes),
    replicas(volumes),
    hardware(volumes),
    guests(volumes),
    encrypted(volumes),
    kit::asDefault(kit::notes(volumes, Group::Identity)),
    kit::owner(volumes, Group::Owner),
    kit::asDefault(kit::fee(volumes, Group::Fee)),
    kit::created(volumes, Group::Identity),
    snapshots(volumes),
    replicationStatus(volumes),
    subnets(volumes),
    addresses(volumes),
    hardwareNames(volumes),
    guestNames(volumes),
    transactions(volumes),
    copiedFrom(volumes),
    kit::billingItemId(volumes, Group::Fee),
    kit::rowState(Group::Identity),
};

constexpr RowKind kinds[] = {RowKind::FileVolume};

constexpr KindSpec specs[] = {
    {.kind = RowKind::FileVolume,
     .key = "file_volume",
     .plural = QT_TRANSLATE_NOOP("Kinds", "file storage volumes"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "File storage volume"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to volume “%1”"),
     .service = "SoftLayer_Network_Storage",
     .list = {"getNasNetworkStorage", "nasNetworkStorage", "nasNetworkStorageCount"},
     .comesInBatches = true,
     .isCounted = true},
};

constexpr Relation relations[] = {
    {.key = "hardware",
     .title = QT_TRANSLATE_NOOP("Kinds", "Bare metal servers that may mount it"),
     .table = "servers",
     .column = Column::HardwareNames,
     .word = "fqdn"},
    {.key = "guests",
     .title = QT_TRANSLATE_NOOP("Kinds", "Virtual servers that may mount it"),
     .table = "servers",
     .column = Column::GuestNames,
     .word = "fqdn"},
    {.key = "billing-items",
     .title = QT_TRANSLATE_NOOP("Kinds", "What it is charged by"),
     .table = "billing-items",
     .column = Column::BillingItemId,
     .word = "id"},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "name"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec filestorageTable;
const TableSpec filestorageTable{
    .key = "file-storage",
    .category = Category::Storage,
    .place = 20,
    .sheet = "vFileStorage",
    .isListedOnDemand = true,
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .title = QT_TRANSLATE_NOOP("Kinds", "File storage"),
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or dc:dal10 used_bytes>100000000000"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln file storage volume(s)"),
    .relations = relations};

} // namespace layerscope
