// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cellreading.h"
#include "inventory/kinds.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The count is a relation (softlayer-kinds §2.12) and comes by itself.
namespace Group {
enum : int { Identity, Images, Count };
}

constexpr KindSet keys{RowKind::SshKey};

/// API facts: softlayer-kinds §2.12. The key itself is personal and long, and not asked for. How many
/// passwords of systems came with it is a count whose name has a secret's.
constexpr ColumnSpec columns[] = {
    {.key = "id",
     .title = QT_TRANSLATE_NOOP("Columns", "ID"),
     .description = QT_TRANSLATE_NOOP("Columns", "The number of the SSH key in the API."),
     .type = ColumnType::Integer,
     .group = Group::Identity,
     .identifies = true,
     .sources = {{{keys, "id", [](const JsonReader &key) { return cell(key["id"].integer()); }}}}},
    {.key = "label",
     .title = QT_TRANSLATE_NOOP("Columns", "Label"),
     .description = QT_TRANSLATE_NOOP("Columns", "The name that people gave the SSH key."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .isDefault = true,
     .sample = "jsmith@laptop.example.com",
     .sources = {{{keys, "label", [](const JsonReader &key) { return cell(key["label"].rawText()); }}}}},
    {.key = "fingerprint",
     .title = QT_TRANSLATE_NOOP("Columns", "Fingerprint"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "What ssh-keygen shows for the same key; two labels may have one."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .isDefault = true,
     .repeats = true,
     .sample = "5a:1f:c0:44:9e:b2:08:d7:63:fa:21:8c:70:3e:95:d6",
     .sources = {{{keys, "fingerprint",
                   [](const JsonReader &key) { return cell(key["fingerprint"].rawText()); }}}}},
    {.key = "notes",
     .title = QT_TRANSLATE_NOOP("Columns", "Notes"),
     .description = QT_TRANSLATE_NOOP("Columns", "What people noted about the SSH key."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{{keys, "notes", [](const JsonReader &key) { return cell(key["notes"].rawText()); }}}}},
    {.key = "image_count",
     .title = QT_TRANSLATE_NOOP("Columns", "Images"),
     .description = QT_TRANSLATE_NOOP("Columns", "How many image templates carry the SSH key."),
     .type = ColumnType::Integer,
     .group = Group::Images,
     .topic = ColumnTopic::Contents,
     .isSummable = true,
     .sources = {{{keys, "blockDeviceTemplateGroupCount",
                   [](const JsonReader &key) { return amount(key["blockDeviceTemplateGroupCount"]); }}}}},
    {.key = "created",
     .title = QT_TRANSLATE_NOOP("Columns", "Created"),
     .description = QT_TRANSLATE_NOOP("Columns", "When the SSH key was added to the account."),
     .type = ColumnType::Timestamp,
     .group = Group::Identity,
     .isDefault = true,
     .sources = {{{keys, "createDate",
                   [](const JsonReader &key) { return cell(key["createDate"].timestamp()); }}}}},
    {.key = "modified",
     .title = QT_TRANSLATE_NOOP("Columns", "Modified"),
     .description = QT_TRANSLATE_NOOP("Columns", "When its label or notes were last changed."),
     .type = ColumnType::Timestamp,
     .group = Group::Identity,
     .sources = {{{keys, "modifyDate",
                   [](const JsonReader &key) { return cell(key["modifyDate"].timestamp()); }}}}},
    {.key = "row_state",
     .title = QT_TRANSLATE_NOOP("Columns", "Completeness"),
     .description =
         QT_TRANSLATE_NOOP("Columns", "Whether everything asked for of this SSH key came, and if not, why."),
     .type = ColumnType::Text,
     .group = Group::Identity,
     .repeats = true,
     .holdsWords = true},
};

constexpr RowKind kinds[] = {RowKind::SshKey};

constexpr KindSpec specs[] = {
    {.kind = RowKind::SshKey,
     .key = "ssh_key",
     .plural = QT_TRANSLATE_NOOP("Kinds", "SSH keys"),
     .singular = QT_TRANSLATE_NOOP("Kinds", "SSH key"),
     .goTo = QT_TRANSLATE_NOOP("Kinds", "Go to SSH key “%1”"),
     .service = "SoftLayer_Security_Ssh_Key",
     .list = {"getSshKeys", "sshKeys", "sshKeyCount"},
     .comesInBatches = true,
     .isCounted = true},
};

const Catalogue &catalogue()
{
    static const Catalogue catalogue(columns, Group::Count, "label"_L1);
    return catalogue;
}

} // namespace

extern const TableSpec sshKeysTable;
const TableSpec sshKeysTable{
    .key = "ssh-keys",
    .sheet = "vSSHKeys",
    .catalogue = catalogue,
    .kinds = kinds,
    .specs = specs,
    .filterHint = QT_TRANSLATE_NOOP("Kinds", "Filter by any word, or label:laptop image_count=0"),
    .counted = QT_TRANSLATE_N_NOOP("Kinds", "%Ln SSH key(s)")};

} // namespace layerscope
