// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/objectmask.h"
#include "core/result.h"
#include "inventory/cellvalue.h"
#include "inventory/rowkey.h"
#include "inventory/tone.h"

#include <QList>
#include <QString>
#include <QStringView>

#include <array>
#include <bitset>
#include <optional>
#include <span>
#include <vector>

namespace layerscope {

enum class ColumnType : quint8 { Text, Integer, Decimal, Flag, Timestamp };

/// What a column is about: how people find it among many.
enum class ColumnTopic : quint8 { General, Network, Hardware, Cost, Traffic, Contents };
/// In the order in which people are told of them.
inline constexpr std::array columnTopics{ColumnTopic::General, ColumnTopic::Network, ColumnTopic::Hardware,
                                         ColumnTopic::Cost,    ColumnTopic::Traffic, ColumnTopic::Contents};
[[nodiscard]] QString translatedTopic(ColumnTopic topic);

using ColumnIndex = int;
/// A set of columns, by index; 64 is more than any catalogue has.
using ColumnSet = std::bitset<64>;
/// A set of cell groups, by index.
using GroupSet = std::bitset<32>;

/// Where some kinds have a column.
struct CellSource
{
    using DecodeCell = CellValue (*)(const JsonReader &row);

    KindSet kinds;
    const char *mask = nullptr; ///< Comma-separated dotted paths, also what `layerscope columns` prints.
    DecodeCell decode = nullptr;
};

/// One column: the single source for masks, decoding, models, filter words, CSV, the command line and tests.
struct ColumnSpec
{
    const char *key = "";         ///< Never changes, never translated: CSV header, filter word, setting.
    const char *title = "";       ///< For people, in English; see translatedTitle().
    const char *description = ""; ///< One sentence for tooltips and menus; see translatedDescription().
    const char *unit = "";        ///< "GB", "USD/month" or ""; "bytes", of whole ones, are shown as GB or TB.
    ColumnType type = ColumnType::Text;
    int group = 0; ///< Its cell group: columns that come in one relation and share one state.
    ColumnTopic topic = ColumnTopic::General;
    bool isDefault = false;  ///< Of files that name no columns; of a view, if its table names no others.
    bool isSummable = false; ///< Sums in group rows and in the status bar mean something.
    bool repeats = false;    ///< Few distinct texts: worth sharing, worth grouping by.
    bool holdsWords =
        false; ///< Words of the API or of ours, such as "bare_metal"; not names that people gave.
    bool tellsKinds = false;   ///< Says which kind a row is of: of interest only among rows of several.
    bool isName = false;       ///< A number that is a name, as ids are: shown without separators.
    bool identifies = false;   ///< Rows of a file are found again by it: in each file that names no columns.
    bool holdsNumbers = false; ///< Of a text: whole numbers, some of them too large for a column of numbers.
    bool holdsAddress = false; ///< Of a text: an IP address, which filters compare as one (AddressRange).
    bool isList = false;       ///< Several texts joined by ';', each of which can be asked for by itself.
    bool isSlow = false;       ///< To be asked for only where it is shown or named, never to search it.
    /// Only rows below those of the table have it (Nesting::columns): a view of both shows it, files of the
    /// table and words of its filter know nothing of it.
    bool isOfRowsBelow = false;
    int shownDecimals = -1; ///< On screen always this many; -1: as many as there are, but at most two.
    /// What usually stands in it, on the wide side, for its first width; "": something of its type.
    const char *sample = "";
    /// Of a state: what its words mean; those that are not there mean nothing in particular. Empty: it tells
    /// no state, or one whose marks follow from more than its word.
    std::span<const WordTone> tones = {};

    /// That its text names a row of another kind, whose id the same row has in another column.
    struct Link
    {
        RowKind kind;
        ColumnIndex idColumn;
    };
    std::optional<Link> link = {};

    /// What `layerscope columns` prints instead of the mask, of a column that comes from elsewhere.
    const char *origin = nullptr;
    /// Where the kinds of the table have it, at most one of them for each kind. A kind that is in none does
    /// not have it: the cell is Empty once the group was loaded.
    std::array<CellSource, 3> sources{};

    [[nodiscard]] const char *mask(RowKind kind) const;
    /// The value in this row, or nothing; a wrong type is nothing too and is reported to the reader's issues.
    [[nodiscard]] CellValue decode(RowKind kind, const JsonReader &row) const;
    [[nodiscard]] QString translatedTitle() const;
    [[nodiscard]] QString translatedDescription() const;
};

/// The columns of servers by name. Indexes into serverCatalogue().
namespace ServerColumn {
enum : ColumnIndex {
    Fqdn,
    Kind,
    Id,
    Hostname,
    Domain,
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
    VlanId,
    GlobalId,
    Power,
    PrivateOnly,
    NextBill,
    Cancellation,
    RowState,
    Count
};
}

/// The bandwidthAllotmentTypeId of bandwidth pools, and of the account's default rack (softlayer-api §6.4).
constexpr qint64 poolType = 2;
constexpr qint64 defaultRackType = 1;

/// The columns of bandwidth pools by name. Indexes into poolCatalogue().
namespace PoolColumn {
enum : ColumnIndex {
    Name,
    Id,
    Region,
    Type,
    Devices,
    HardwareCount,
    VirtualCount,
    BareMetalInstanceCount,
    ControllerCount,
    PrivateNetworkOnlyCount,
    AllocationGb,
    OutPublicGb,
    InPublicGb,
    UsedPercent,
    ProjectedPublicGb,
    ProjectedPercent,
    Over,
    OverByGb,
    FeeMonthUsd,
    Created,
    Ends,
    PublicIp, ///< Of members alone (ColumnSpec::isOfRowsBelow)
    RowState,
    Count
};
}

/// The columns of the pools' members by name. Indexes into memberCatalogue().
namespace MemberColumn {
enum : ColumnIndex {
    Fqdn,
    PoolId,
    Pool,
    Kind,
    Id,
    Datacenter,
    PublicIp,
    AllocationGb,
    OutPublicGb,
    InPublicGb,
    ProjectedPublicGb,
    PoolSharePercent,
    Since,
    Leaves,
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

/// The cell groups of pools. The first three come with the list; counts in it are slow (softlayer-api §4.4),
/// so the others come with one call a pool.
namespace PoolGroup {
enum : int {
    Identity, ///< id, name, type; and row_state, which is computed
    Terms,    ///< region, allocation and dates
    Devices,
    Usage, ///< with what is computed from it and the allocation
    Fee,
    Count
};
}

/// The cell groups of members. All of them come with the member lists.
namespace MemberGroup {
enum : int {
    Identity, ///< which pool, kind, id and name; and row_state, which is computed
    Place,
    Allotment, ///< the share of the allocation, and since when
    Outbound,
    Inbound,
    Projection,
    Share, ///< of the pool's use: known only if that of the pool is
    Count
};
}

/// A table of columns. Immutable, lives as long as the program, safe on any thread. O(1) unless said
/// otherwise.
class Catalogue
{
public:
    /// The columns in the order in which files and lists of them have them (product §4). The one with the key
    /// `name` is what people call a row by: sorted by at first, and what decides between equals. Its index is
    /// 0, whatever its place, so that it is the first column of a model, where Qt's views look for a row's
    /// name; the others follow as they are.
    Catalogue(std::span<const ColumnSpec> columns, int groupCount, QLatin1StringView name);

    [[nodiscard]] int columnCount() const { return static_cast<int>(m_columns.size()); }
    [[nodiscard]] const ColumnSpec &column(ColumnIndex index) const
    {
        return m_columns[static_cast<std::size_t>(index)];
    }
    /// By index; allColumns() is the order for people.
    [[nodiscard]] std::span<const ColumnSpec> columns() const { return m_columns; }
    [[nodiscard]] int groupCount() const { return m_groupCount; }
    [[nodiscard]] ColumnIndex nameColumn() const { return 0; }
    /// "row_state", which each catalogue has: computed, never stored.
    [[nodiscard]] ColumnIndex rowStateColumn() const { return m_rowStateColumn; }

    /// By key, exactly; none that only rows below have. O(columns).
    [[nodiscard]] std::optional<ColumnIndex> find(QStringView key) const;
    /// The same among viewColumns().
    [[nodiscard]] std::optional<ColumnIndex> findInView(QStringView key) const;
    /// Keys separated by commas, or "all". Blanks around keys and repeated keys do not matter. An unknown key
    /// is an InvalidRequest: the first unknown one is its detail, its message lists what exists.
    [[nodiscard]] Result<QList<ColumnIndex>> parseColumns(const QString &commaSeparatedKeys) const;
    /// Those of a file that names none, and all of them, in the order of files.
    [[nodiscard]] QList<ColumnIndex> defaultColumns() const;
    [[nodiscard]] const QList<ColumnIndex> &allColumns() const { return m_allColumns; }
    /// Those that a view can show: with those that only rows below have.
    [[nodiscard]] const QList<ColumnIndex> &viewColumns() const { return m_viewColumns; }
    /// Where a word of a filter that names no column may be found, shown or not: all but slow ones, those
    /// that say yes or no, which are in half of all words, and row_state, which is nothing that a row has.
    [[nodiscard]] const ColumnSet &wordColumns() const { return m_wordColumns; }

    [[nodiscard]] GroupSet groupsOf(const ColumnSet &columns) const;
    [[nodiscard]] ColumnSet columnsOf(GroupSet groups) const;
    /// Groups of which this kind has at least one column. The others count as known to be empty: nothing to
    /// ask for.
    [[nodiscard]] GroupSet groupsOfKind(RowKind kind) const
    {
        return m_groupsOfKind[static_cast<std::size_t>(kind)];
    }
    /// What to ask of the API for these groups, with "id" always and, for bare metal, the cast that lists
    /// declared as SoftLayer_Hardware need.
    [[nodiscard]] ObjectMask mask(RowKind kind, GroupSet groups) const;

private:
    std::vector<ColumnSpec> m_columns;
    QList<ColumnIndex> m_viewColumns;
    QList<ColumnIndex> m_allColumns;
    ColumnSet m_wordColumns;
    int m_groupCount;
    ColumnIndex m_rowStateColumn = -1;
    std::array<GroupSet, rowKindCount> m_groupsOfKind;
};

/// Servers, bare metal and virtual in one table (kinds/servers.cpp).
[[nodiscard]] const Catalogue &serverCatalogue();

/// Bandwidth pools, and with a type also the default rack (kinds/pools.cpp).
[[nodiscard]] const Catalogue &poolCatalogue();
/// What the pools are shared by (kinds/poolmembers.cpp).
[[nodiscard]] const Catalogue &memberCatalogue();

} // namespace layerscope
