// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "inventory/rowkey.h"

#include <QList>

#include <optional>
#include <utility>
#include <vector>

namespace layerscope {

/// What one answer says about one row: values as decoded on a worker, ready to be put into the table. A
/// value.
struct RowPatch
{
    RowKey key;
    GroupSet loaded; ///< Groups that are known now; their cells without a value are empty.
    std::vector<std::pair<ColumnIndex, CellValue>>
        values; ///< Of groups that came, whole or in part; monostate ones may be left out.
    /// Groups with a wrong type, and which; or why else. Not among the loaded ones.
    std::vector<std::pair<int, ApiError>> failed;
    /// The cells of failed groups that a wrong type cost. If any of a group are named, the others of it came:
    /// their values are among `values`.
    std::vector<ColumnIndex> wrong;
    /// Groups with a text that was not valid UTF-8: U+FFFD stands for what could not be read of it.
    GroupSet unreadable;
    /// The number of the row that it says of itself it is below of (Nesting::ownParent), if it does.
    std::optional<qint64> ownParent = {};
};

/// Rows of one answer, and how many elements could not be taken for rows (no id).
struct RowPatches
{
    QList<RowPatch> rows;
    int withoutId = 0;
};

/// Decodes a list of rows, or one row (an object), for these groups. Pure; for worker threads.
/// A wrong type costs its cell, neither the row nor the others of its group; an element without a usable id
/// is counted, never invented; null elements are skipped. A root that is neither rows nor nothing gives no
/// rows and is reported to the root's own issues.
[[nodiscard]] RowPatches decodeRows(const Catalogue &catalogue, RowKind kind, GroupSet groups,
                                    const JsonReader &root);

} // namespace layerscope
