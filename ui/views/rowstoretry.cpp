// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowstoretry.h"

#include "models/rowsmodel.h"

#include <algorithm>

namespace layerscope {

namespace {

bool lacks(const InventoryTable &table, int row, GroupSet groups)
{
    const RowState state = table.rowState(row, groups);
    return state == RowState::Failed || state == RowState::Refused;
}

/// Of a row with rows below it also if one of those does.
bool lacksSomething(const RowsModel &model, ShownRow row, const ColumnSet &shownColumns)
{
    // The rows below come with all that is asked for of them, whatever is shown.
    const auto childLacks = [&model](int child) { return lacks(*model.children(), child, GroupSet().set()); };
    if (row.isChild)
        return childLacks(row.row);
    // Rows above others are asked for more than is shown: what the navigator counts, and what those need.
    const GroupSet looked =
        model.children() != nullptr ? GroupSet().set() : model.catalogue().groupsOf(shownColumns);
    if (lacks(model.table(), row.row, looked))
        return true;
    const std::shared_ptr<const Arrangement> arrangement = model.arrangement();
    if (!arrangement->children)
        return false;
    const QList<int> below = arrangement->children->rowsBelow(arrangement->places.at(row.row).row);
    return std::any_of(below.cbegin(), below.cend(), childLacks);
}

} // namespace

QList<int> rowsToRetry(const RowsModel &model, const QList<ShownRow> &rows, const ColumnSet &shownColumns)
{
    const std::shared_ptr<const Arrangement> arrangement = model.arrangement();
    QList<int> found;
    for (const ShownRow &candidate : rows) {
        if (!lacksSomething(model, candidate, shownColumns))
            continue;
        const int row = candidate.isChild ? arrangement->groups.constFirst().rows.at(
                                                arrangement->children->places.at(candidate.row).group)
                                          : candidate.row;
        if (found.isEmpty() || found.constLast() != row)
            found.append(row);
    }
    return found;
}

} // namespace layerscope
