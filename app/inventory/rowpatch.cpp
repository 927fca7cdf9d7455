// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowpatch.h"

#include "inventory/kinds.h"

namespace layerscope {

namespace {

/// The columns of each wanted group, made once an answer: the rows are many.
using GroupColumns = std::vector<std::pair<int, std::vector<ColumnIndex>>>;

GroupColumns columnsByGroup(const Catalogue &catalogue, GroupSet groups)
{
    GroupColumns byGroup;
    for (int group = 0; group < catalogue.groupCount(); ++group) {
        if (!groups.test(static_cast<std::size_t>(group)))
            continue;
        std::vector<ColumnIndex> columns;
        for (ColumnIndex index = 0; index < catalogue.columnCount(); ++index) {
            if (catalogue.column(index).group == group)
                columns.push_back(index);
        }
        byGroup.emplace_back(group, std::move(columns));
    }
    return byGroup;
}

std::optional<qint64> usableId(const JsonReader &element)
{
    if (!element.raw().isObject())
        return std::nullopt;
    JsonIssues ignored; // an unusable id is counted, there is no row that could carry the error
    const std::optional<qint64> id = element.withIssues(ignored)["id"].integer();
    return id && *id > 0 ? id : std::nullopt;
}

RowPatch decodeRow(const Catalogue &catalogue, RowKey key, const GroupColumns &groups,
                   const JsonReader &element)
{
    RowPatch patch;
    patch.key = key;
    JsonIssues issues;
    const JsonReader row = element.withIssues(issues);
    for (const auto &[group, columns] : groups) {
        std::optional<ApiError> firstError;
        for (const ColumnIndex column : columns) {
            issues.clear();
            CellValue value = catalogue.column(column).decode(key.kind, row);
            if (!issues.isClean()) {
                patch.wrong.push_back(column);
                if (!firstError)
                    firstError = issues.error();
                continue;
            }
            if (issues.hasUnreadableText())
                patch.unreadable.set(static_cast<std::size_t>(group));
            if (!std::holds_alternative<std::monostate>(value))
                patch.values.emplace_back(column, std::move(value));
        }
        if (firstError)
            patch.failed.emplace_back(group, *firstError);
        else
            patch.loaded.set(static_cast<std::size_t>(group));
    }
    const std::optional<Nesting> &nesting = tableSpec(catalogue).nesting;
    if (nesting && nesting->ownParent != nullptr)
        patch.ownParent = nesting->ownParent(row);
    return patch;
}

} // namespace

RowPatches decodeRows(const Catalogue &catalogue, RowKind kind, GroupSet groups, const JsonReader &root)
{
    RowPatches patches;
    const GroupColumns byGroup = columnsByGroup(catalogue, groups);
    if (root.raw().isArray())
        patches.rows.reserve(root.raw().toArray().size());
    root.forEach([&](const JsonReader &element) {
        if (const std::optional<qint64> id = usableId(element))
            patches.rows.append(decodeRow(catalogue, RowKey{kind, *id}, byGroup, element));
        else
            ++patches.withoutId;
    });
    return patches;
}

} // namespace layerscope
