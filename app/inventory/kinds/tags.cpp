// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"
#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

namespace Column {
enum : ColumnIndex { Name };
}

namespace Group {
enum : int { Identity, References, Count };
}

constexpr KindSet tags{RowKind::Tag};

/// API facts: softlayer-kinds §2.37.
constexpr ColumnSpec columns[] = {
    kit::id(tags, Group::Identity),
    {.key = "name",
     .title = QT_TRANSLATE_NOOP("Columns", "Name"),
     .description = QT_TRANSLATE_NOOP("Columns", "The tag itself."),
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{from<"name", ReadAs::Text>(tags)}}},
    // Not of devices: they may be gone, and the reference is not.
    {.key = "reference_count",
     .title = QT_TRANSLATE_NOOP("Columns", "References"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "How often it was put on something, which may be gone by now."),
     .type = ColumnType::Integer,
     .group = Group::References,
     .topic = ColumnTopic::Contents,
     .isDefault = true,
     .isSummable = true,
     .sources = {{from<"referenceCount", ReadAs::Amount>(tags)}}},
    {.key = "internal",
     .title = QT_TRANSLATE_NOOP("Columns", "Internal"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether the API made it for itself: 0 if it did not."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .sources = {{from<"internal", ReadAs::Integer>(tags)}}},
    kit::rowState(Group::Identity),
};

constexpr RowKind kinds[] = {RowKind::Tag};

constexpr KindSpec specs[] = {
    {.kind = RowKind::Tag,
     .key = "tag",
     .plural = QT_TRANSLATE_NOOP("Kinds", "tags"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "Tag"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to tag “%1”"),
     .service = "SoftLayer_Tag",
     .list = {"getTags", "tags", "tagCount"},
     .comesInBatches = true,
     .isCounted = true},
};

constexpr Relation relations[] = {
    {.key = "servers",
     .title = QT_TRANSLATE_NOOP("Kinds", "Servers with this tag"),
     .table = "servers",
     .column = Column::Name,
     .word = "tags"},
    {.key = "vlans",
     .title = QT_TRANSLATE_NOOP("Kinds", "VLANs with this tag"),
     .table = "vlans",
     .column = Column::Name,
     .word = "tags"},
    {.key = "subnets",
     .title = QT_TRANSLATE_NOOP("Kinds", "Subnets with this tag"),
     .table = "subnets",
     .column = Column::Name,
     .word = "tags"},
    {.key = "images",
     .title = QT_TRANSLATE_NOOP("Kinds", "Images with this tag"),
     .table = "images",
     .column = Column::Name,
     .word = "tags"},
    {.key = "tickets",
     .title = QT_TRANSLATE_NOOP("Kinds", "Tickets with this tag"),
     .table = "tickets",
     .column = Column::Name,
     .word = "tags"},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "name"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec tagsTable;
const TableSpec tagsTable{
    .key = "tags",
    .category = Category::Account,
    .place = 30,
    .sheet = "vTags",
    .isListedOnDemand = true,
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or name:team reference_count=0"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln tag(s)"),
    .relations = relations};

} // namespace layerscope
