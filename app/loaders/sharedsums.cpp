// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/sharedsums.h"

#include <algorithm>

namespace layerscope {

namespace {

bool isMoreThanSlack(const SharedSum &sum, Decimal left, Decimal ofParent)
{
    constexpr double whole = 1000;
    const double share = ofParent.toDouble() * sum.slack->perMille / whole;
    return left.toDouble() > std::max<double>(sum.slack->amount, share);
}

} // namespace

std::optional<Decimal> restOf(const SharedSum &sum, const InventoryTable &parents, int parent,
                              const InventoryTable &table, const QList<int> &rows)
{
    if (!parents.hasValue(parent, sum.ofParent))
        return std::nullopt;
    Decimal left = parents.decimal(parent, sum.ofParent);
    for (const int row : rows) {
        if (table.hasValue(row, sum.column))
            left += -table.decimal(row, sum.column);
        else if (table.cellState(row, sum.column) != CellState::Empty)
            return std::nullopt;
    }
    return left.isNegative() ? std::nullopt : std::optional(left);
}

bool hasMoreThan(const QList<int> &rows, const InventoryTable &table, const InventoryTable &parents,
                 int parent)
{
    const Nesting &nesting = *tableSpec(table.catalogue()).nesting;
    return std::any_of(nesting.sums.begin(), nesting.sums.end(), [&](const SharedSum &sum) {
        const ColumnSpec &column = table.catalogue().column(sum.column);
        const bool canAllTell = std::all_of(rows.cbegin(), rows.cend(), [&](int row) {
            return column.mask(table.key(row).kind) != nullptr; // of a controller nobody knows it
        });
        const std::optional<Decimal> left =
            sum.slack && canAllTell ? restOf(sum, parents, parent, table, rows) : std::nullopt;
        return left && isMoreThanSlack(sum, *left, parents.decimal(parent, sum.ofParent));
    });
}

} // namespace layerscope
