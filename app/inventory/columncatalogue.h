// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/objectmask.h"
#include "core/result.h"
#include "inventory/cellvalue.h"
#include "inventory/rowkey.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <bitset>
#include <optional>
#include <span>

namespace layerscope {

enum class ColumnType : quint8 { Text, Integer, Decimal, Flag, Timestamp };

using ColumnIndex = int;
/// A set of columns, by index; 64 is more than any catalogue has.
using ColumnSet = std::bitset<64>;
/// A set of cell groups, by index.
using GroupSet = std::bitset<32>;

/// One column: the single source for masks, decoding, models, filter words, CSV, the command line and tests.
struct ColumnSpec
{
    const char *key = "";         ///< Never changes, never translated: CSV header, filter word, setting.
    const char *title = "";       ///< For people, in English; see translatedTitle().
    const char *description = ""; ///< One sentence for tooltips and menus; see translatedDescription().
    const char *unit = "";        ///< "GB", "USD/month" or "".
    ColumnType type = ColumnType::Text;
    int group = 0;           ///< Its cell group: columns that come in one relation and share one state.
    bool isDefault = false;  ///< In the default view.
    bool isSummable = false; ///< Sums in group rows and in the status bar mean something.
    bool repeats = false;    ///< Few distinct texts: worth sharing, worth grouping by.
    bool isList = false;     ///< Several texts joined by ';', each of which can be asked for by itself.
    int shownDecimals = -1;  ///< On screen always this many; -1: as many as there are, but at most two.

    /// Where a kind has it: comma-separated dotted mask paths, also what `layerscope columns` prints;
    /// nullptr: the kind does not have it and the cell is Empty once the group was loaded.
    const char *hardwareMask = nullptr;
    const char *guestMask = nullptr;
    using DecodeCell = CellValue (*)(const JsonReader &row);
    DecodeCell decodeHardware = nullptr;
    DecodeCell decodeGuest = nullptr;

    [[nodiscard]] const char *mask(RowKind kind) const
    {
        return kind == RowKind::BareMetal ? hardwareMask : guestMask;
    }
    /// The value in this row, or nothing; a wrong type is nothing too and is reported to the reader's issues.
    [[nodiscard]] CellValue decode(RowKind kind, const JsonReader &row) const;
    [[nodiscard]] QString translatedTitle() const;
    [[nodiscard]] QString translatedDescription() const;
};

/// The columns of servers by name, in catalogue order (product §4). Indexes into serverCatalogue().
namespace ServerColumn {
enum : ColumnIndex {
    Kind,
    Id,
    Hostname,
    Domain,
    Fqdn,
    State,
    Datacenter,
    PublicIp,
    PrivateIp,
    ManagementIp,
    Cores,
    MemoryGb,
    Os,
    Tags,
    Pool,
    PoolId,
    Billing,
    FeeMonthUsd,
    OutPublicGb,
    InPublicGb,
    ProjectedPublicGb,
    AllocationGb,
    Owner,
    Notes,
    Created,
    Transaction,
    Serial,
    ManufacturerSerial,
    Chassis,
    PublicVlan,
    PrivateVlan,
    GlobalId,
    Power,
    PrivateOnly,
    NextBill,
    Cancellation,
    RowState,
    Count
};
}

/// The cell groups of servers. Identity comes with the id list; each other group is one relation (or one
/// handful of local properties) that is asked for only if one of its columns is shown or used.
namespace ServerGroup {
enum : int {
    Identity, ///< kind, id, hostname, domain, fqdn; and row_state, which is computed
    Status,
    Datacenter,
    Addresses,
    Management,
    Size,
    Software,
    Tags,
    Pool,
    Billing,
    Fee,
    Owner,
    Outbound,
    Inbound,
    Projection,
    Allocation,
    Notes,
    Created,
    Transaction,
    Serials,
    Chassis,
    Vlans,
    GlobalId,
    Power,
    Count
};
}

/// A table of columns. Immutable, lives as long as the program, safe on any thread. O(1) unless said
/// otherwise.
class Catalogue
{
public:
    explicit Catalogue(std::span<const ColumnSpec> columns, int groupCount);

    [[nodiscard]] int columnCount() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] const ColumnSpec &column(ColumnIndex index) const
    {
        return m_columns[static_cast<std::size_t>(index)];
    }
    [[nodiscard]] std::span<const ColumnSpec> columns() const { return m_columns; }
    [[nodiscard]] int groupCount() const { return m_groupCount; }

    /// By key, exactly. O(columns).
    [[nodiscard]] std::optional<ColumnIndex> find(QStringView key) const;
    /// Keys separated by commas, or "all". Blanks around keys and repeated keys do not matter. An unknown key
    /// is an InvalidRequest: the first unknown one is its detail, its message lists what exists.
    [[nodiscard]] Result<QList<ColumnIndex>> parseColumns(const QString &commaSeparatedKeys) const;
    [[nodiscard]] QList<ColumnIndex> defaultColumns() const;
    [[nodiscard]] QList<ColumnIndex> allColumns() const;

    [[nodiscard]] GroupSet groupsOf(const ColumnSet &columns) const;
    [[nodiscard]] ColumnSet columnsOf(GroupSet groups) const;
    /// Groups of which this kind has at least one column. The others count as known to be empty: nothing to
    /// ask for.
    [[nodiscard]] GroupSet groupsOfKind(RowKind kind) const
    {
        return kind == RowKind::BareMetal ? m_hardwareGroups : m_guestGroups;
    }
    /// What to ask of the API for these groups, with "id" always and, for bare metal, the cast that
    /// getHardware needs.
    [[nodiscard]] ObjectMask mask(RowKind kind, GroupSet groups) const;

private:
    std::span<const ColumnSpec> m_columns;
    int m_groupCount;
    GroupSet m_hardwareGroups;
    GroupSet m_guestGroups;
};

/// Servers, bare metal and virtual in one table (servercolumns.cpp).
[[nodiscard]] const Catalogue &serverCatalogue();

/// What the API calls each kind. "hardware" / "virtualGuests" is the filter root and, with get…, the
/// Account's method.
struct KindNames
{
    const char *listMethod;    ///< "getHardware"
    const char *filterRoot;    ///< "hardware"
    const char *service;       ///< "SoftLayer_Hardware_Server"
    const char *countProperty; ///< "hardwareCount"
    const char *key;           ///< "bare_metal"
};
[[nodiscard]] const KindNames &namesOf(RowKind kind);

} // namespace layerscope
