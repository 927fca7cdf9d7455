// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "inventory/kinds/volumecolumns.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using namespace volume;

constexpr KindSet volumes{RowKind::BlockVolume};

namespace Column {
enum : ColumnIndex { Name, Id, HardwareNames = 24, GuestNames, BillingItemId = 28 };
}

/// API facts: softlayer-kinds §2.14. All of the list, as the count counts it: what CLIs leave out is told by
/// its type.
constexpr ColumnSpec columns[] = {
    kit::id(volumes, Group::Identity),
    name(volumes),
    kit::datacenter<"serviceResource.datacenter.name">(volumes, Group::Datacenter),
    type(volumes),
    capacity(volumes),
    iops(volumes),
    tier(volumes),
    {.key = "target_ip",
     .title = QT_TRANSLATE_NOOP("Columns", "Target"),
     .description = QT_TRANSLATE_NOOP("Columns", "The address that servers reach it at."),
     .group = Group::Target,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .holdsAddress = true,
     .sources = {{from<"serviceResourceBackendIpAddress", ReadAs::Text>(volumes)}}},
    {.key = "lun_id",
     .title = QT_TRANSLATE_NOOP("Columns", "LUN"),
     .description = QT_TRANSLATE_NOOP("Columns", "Its number at that address."),
     .type = ColumnType::Integer,
     .group = Group::Lun,
     .topic = ColumnTopic::Network,
     .isDefault = true,
     .isName = true,
     .sources = {{from<"lunId", ReadAs::Integer>(volumes)}}},
    {.key = "os_type",
     .title = QT_TRANSLATE_NOOP("Columns", "OS"),
     .description = QT_TRANSLATE_NOOP("Columns", "The operating system that it was made for."),
     .group = Group::System,
     .repeats = true,
     .sources = {{from<"osType.name", ReadAs::Text>(volumes)}}},
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

constexpr RowKind kinds[] = {RowKind::BlockVolume};

constexpr KindSpec specs[] = {
    {.kind = RowKind::BlockVolume,
     .key = "block_volume",
     .plural = QT_TRANSLATE_NOOP("Kinds", "block storage volumes"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "Block storage volume"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to volume “%1”"),
     .service = "SoftLayer_Network_Storage",
     .list = {"getIscsiNetworkStorage", "iscsiNetworkStorage", "iscsiNetworkStorageCount"},
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

extern const TableSpec blockstorageTable;
const TableSpec blockstorageTable{
    .key = "block-storage",
    .category = Category::Storage,
    .place = 10,
    .sheet = "vBlockStorage",
    .isListedOnDemand = true,
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .title = QT_TRANSLATE_NOOP("Kinds", "Block storage"),
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or dc:dal10 capacity_gb>=1000"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln block storage volume(s)"),
    .relations = relations};

} // namespace layerscope
