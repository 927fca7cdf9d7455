// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/canceltoken.h"
#include "inventory/inventorytable.h"

#include <QList>

namespace layerscope {

/// Orders all rows of a table. Keys are extracted once and typed: texts in natural order ignoring case,
/// numbers and dates by value. Rows without a value come last in both directions, the truly empty before the
/// unknown. Pure; for workers. Looks at the token while keys are extracted; when cancelled the result is
/// short and must be dropped.
class RowOrder
{
public:
    RowOrder(const InventoryTable &table, const CancelToken &cancel)
        : m_table(table)
        , m_cancel(cancel)
    {}

    /// By the column `name`, then kind, then id: a total order. O(n log n).
    [[nodiscard]] QList<int> byName(ColumnIndex name) const;
    /// `base` by a column; equal ones stay as they are in `base`. `wanted` is what row_state is about.
    [[nodiscard]] QList<int> byColumn(const QList<int> &base, ColumnIndex column, Qt::SortOrder order,
                                      GroupSet wanted) const;

private:
    const InventoryTable &m_table;
    const CancelToken &m_cancel;
};

} // namespace layerscope
