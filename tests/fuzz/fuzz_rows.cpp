// SPDX-License-Identifier: GPL-3.0-or-later
// Rows of every kind. The first byte chooses the kind, what follows is JSON.
#include "inventory/rowpatch.h"

#include <QJsonDocument>

#include <algorithm>
#include <array>

using namespace layerscope;

namespace {

struct Kind
{
    const Catalogue *catalogue;
    RowKind kind;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const quint8 *data, std::size_t size)
{
    static const std::array kinds{
        Kind{&serverCatalogue(), RowKind::BareMetal},  Kind{&serverCatalogue(), RowKind::Virtual},
        Kind{&poolCatalogue(), RowKind::Pool},         Kind{&memberCatalogue(), RowKind::BareMetal},
        Kind{&memberCatalogue(), RowKind::Virtual},    Kind{&memberCatalogue(), RowKind::BareMetalInstance},
        Kind{&memberCatalogue(), RowKind::Controller},
    };
    if (size == 0)
        return 0;
    const Kind &kind = kinds[data[0] % kinds.size()];
    const QByteArray text(reinterpret_cast<const char *>(data + 1), static_cast<qsizetype>(size - 1));
    const QJsonDocument document = QJsonDocument::fromJson(text);
    const QJsonValue root = document.isArray() ? QJsonValue(document.array()) : QJsonValue(document.object());
    JsonIssues issues;
    const GroupSet groups = kind.catalogue->groupsOfKind(kind.kind);
    const RowPatches patches = decodeRows(*kind.catalogue, kind.kind, groups, JsonReader(root, issues));
    for (const RowPatch &patch : patches.rows) {
        if (patch.key.kind != kind.kind || patch.key.id <= 0)
            qFatal("a row without an id");
        if ((patch.loaded & ~groups).any())
            qFatal("a group that was not asked for");
        for (const auto &[column, value] : patch.values) {
            if (column < 0 || column >= kind.catalogue->columnCount())
                qFatal("a column that the catalogue does not have");
            // Of a group with a wrong type in it, what came right is kept.
            const int group = kind.catalogue->column(column).group;
            const bool isPartly = std::any_of(patch.failed.cbegin(), patch.failed.cend(),
                                              [group](const auto &failed) { return failed.first == group; });
            if (!isPartly && !patch.loaded.test(static_cast<std::size_t>(group)))
                qFatal("a value in a group that is not known");
            if (std::find(patch.wrong.cbegin(), patch.wrong.cend(), column) != patch.wrong.cend())
                qFatal("a value where the type was wrong");
        }
    }
    return 0;
}
