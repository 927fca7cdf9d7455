// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/columnkit.h"
#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

namespace Group {
enum : int {
    Identity,
    Type,
    Status,
    GlobalId,
    Datacenters,
    Size,
    System,
    Flex,
    OwnLicence,
    NextGeneration,
    Accounts,
    Transaction,
    Keys,
    Tags,
    Count
};
}

constexpr KindSet images{RowKind::Image};

constexpr ColumnSpec flag(const char *key, const char *title, const char *description, int group,
                          CellSource source)
{
    return {.key = key,
            .title = title,
            .description = description,
            .type = ColumnType::Flag,
            .group = group,
            .sources = {{source}}};
}

constexpr ColumnSpec count(const char *key, const char *title, const char *description, int group,
                           CellSource source)
{
    return {.key = key,
            .title = title,
            .description = description,
            .type = ColumnType::Integer,
            .group = group,
            .topic = ColumnTopic::Contents,
            .isSummable = true,
            .sources = {{source}}};
}

/// What the disks of the copies hold; all copies hold the same.
CellValue systemText(const JsonReader &image)
{
    QStringList texts;
    image["children"].forEach([&texts](const JsonReader &child) {
        child["blockDevices"].forEach([&texts](const JsonReader &device) {
            device["diskImage"]["softwareReferences"].forEach([&texts](const JsonReader &software) {
                const std::optional<QString> text =
                    software["softwareDescription"]["longDescription"].rawText();
                if (text && !texts.contains(*text))
                    texts.append(*text);
            });
        });
    });
    return joined(texts);
}

constexpr WordTone states[] = {
    {"Active", Tone::Good},
    {"Deprecated", Tone::Off},
};

/// API facts: softlayer-kinds §2.19. Parents only: of each the API has a child in every datacenter with a
/// copy.
constexpr ColumnSpec columns[] = {
    kit::id(images, Group::Identity),
    {.key = "name",
     .title = QT_TRANSLATE_NOOP("Columns", "Name"),
     .description = QT_TRANSLATE_NOOP("Columns", "The name that people gave the image."),
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{from<"name", ReadAs::Text>(images)}}},
    {.key = "type",
     .title = QT_TRANSLATE_NOOP("Columns", "Type"),
     .description = QT_TRANSLATE_NOOP("Columns", "What sort of image it is, in the words of the API."),
     .group = Group::Type,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .sources = {{from<"imageTypeKeyName", ReadAs::Word>(images)}}},
    {.key = "status",
     .title = QT_TRANSLATE_NOOP("Columns", "State"),
     .description = QT_TRANSLATE_NOOP("Columns", "Whether it may be used, in the words of the API."),
     .group = Group::Status,
     .isDefault = true,
     .repeats = true,
     .holdsWords = true,
     .tones = states,
     .sources = {{from<"status.name", ReadAs::Word>(images)}}},
    flag("public", QT_TRANSLATE_NOOP("Columns", "Public"),
         QT_TRANSLATE_NOOP("Columns", "Whether everybody may use it."), Group::Identity,
         from<"publicFlag", ReadAs::Flag>(images)),
    {.key = "account_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Account ID"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "The account that it belongs to; another one than this shares it."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .sources = {{from<"accountId", ReadAs::Integer>(images)}}},
    {.key = "global_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Global ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The identifier that it is ordered by."),
     .group = Group::GlobalId,
     .sample = "5b0f7c1e-7b7e-4c5f-9d0e-2f6a1c3d4e5f",
     .sources = {{from<"globalIdentifier", ReadAs::Text>(images)}}},
    {.key = "datacenters",
     .title = QT_TRANSLATE_NOOP("Columns", "Datacenters"),
     .description = QT_TRANSLATE_NOOP("Columns", "The datacenters that have a copy of it."),
     .group = Group::Datacenters,
     .isDefault = true,
     .repeats = true,
     .isList = true,
     .isSlow = true,
     .sample = "dal10;fra02;sjc04",
     .sources = {{from<"datacenters.name", ReadAs::List>(images)}}},
    {.key = "size_bytes",
     .title = QT_TRANSLATE_NOOP("Columns", "Size"),
     .description = QT_TRANSLATE_NOOP("Columns", "How much a copy of it takes."),
     .unit = "bytes",
     .type = ColumnType::Integer,
     .group = Group::Size,
     .isDefault = true,
     .isSummable = true,
     .isSlow = true,
     .sources = {{from<"firstChild.blockDevicesDiskSpaceTotal", ReadAs::Size>(images)}}},
    {.key = "os",
     .title = QT_TRANSLATE_NOOP("Columns", "OS"),
     .description = QT_TRANSLATE_NOOP("Columns", "The operating system and other software on its disks."),
     .group = Group::System,
     .repeats = true,
     .isList = true,
     .isSlow = true,
     .sources = {{{images,
                   PathParts<"children.blockDevices.diskImage.softwareReferences.softwareDescription."
                             "longDescription">::mask.data(),
                   systemText}}}},
    kit::asDefault(kit::note(images, Group::Identity)),
    kit::asDefault(kit::created(images, Group::Identity)),
    flag("flex", QT_TRANSLATE_NOOP("Columns", "Flex"),
         QT_TRANSLATE_NOOP("Columns", "Whether it is a flex image."), Group::Flex,
         from<"flexImageFlag", ReadAs::Flag>(images)),
    flag("byol", QT_TRANSLATE_NOOP("Columns", "Own licence"),
         QT_TRANSLATE_NOOP("Columns", "Whether its licence is the account's own."), Group::OwnLicence,
         from<"byolFlag", ReadAs::Flag>(images)),
    flag("next_gen", QT_TRANSLATE_NOOP("Columns", "Next generation"),
         QT_TRANSLATE_NOOP("Columns", "Whether it is marked as one of the next generation."),
         Group::NextGeneration, from<"nextGenFlag", ReadAs::Flag>(images)),
    count("shared_with_count", QT_TRANSLATE_NOOP("Columns", "Shared with"),
          QT_TRANSLATE_NOOP("Columns", "How many accounts may use it."), Group::Accounts,
          from<"accountReferenceCount", ReadAs::Amount>(images)),
    {.key = "parent_id",
     .title = QT_TRANSLATE_NOOP("Columns", "Parent ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the image that it is a copy of."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .sources = {{from<"parentId", ReadAs::Integer>(images)}}},
    {.key = "transaction",
     .title = QT_TRANSLATE_NOOP("Columns", "Transaction"),
     .description = QT_TRANSLATE_NOOP("Columns", "What is being done to it; empty if nothing is."),
     .group = Group::Transaction,
     .repeats = true,
     .sources = {{from<"transaction.transactionStatus.friendlyName", ReadAs::Text>(images)}}},
    count("ssh_key_count", QT_TRANSLATE_NOOP("Columns", "SSH keys"),
          QT_TRANSLATE_NOOP("Columns", "How many SSH keys it carries."), Group::Keys,
          from<"sshKeyCount", ReadAs::Amount>(images)),
    kit::asSlow(kit::tags(images, Group::Tags)),
    kit::rowState(Group::Identity),
};

constexpr RowKind kinds[] = {RowKind::Image};

constexpr KindSpec specs[] = {
    {.kind = RowKind::Image,
     .key = "image",
     .plural = QT_TRANSLATE_NOOP("Kinds", "images"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "Image"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to image “%1”"),
     .service = "SoftLayer_Virtual_Guest_Block_Device_Template_Group",
     .list = {"getPrivateBlockDeviceTemplateGroups", "privateBlockDeviceTemplateGroups",
              "privateBlockDeviceTemplateGroupCount"},
     .comesInBatches = true,
     .isCounted = true},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "name"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec imagesTable;
const TableSpec imagesTable{
    .key = "images",
    .category = Category::Compute,
    .place = 20,
    .sheet = "vImages",
    .isListedOnDemand = true,
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or status:active size_bytes>100000000000"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln image(s)")};

} // namespace layerscope
