// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorytable.h"

#include <vector>

namespace layerscope {

/// How many rows have every wanted group answered (value, refused, failed or gone), kept up to date row by
/// row: looking at all of them for each answer would take longer than the answer. GUI thread.
class AnsweredRows
{
public:
    explicit AnsweredRows(const InventoryTable &table)
        : m_table(table)
    {}

    [[nodiscard]] int count() const { return m_count; }
    /// How many rows of the table it knows of.
    [[nodiscard]] int rowsKnown() const { return static_cast<int>(m_isSettled.size()); }

    /// O(rows × groups).
    void recount(GroupSet wanted);
    /// The rows at the table's end that it does not know of yet.
    void lookAtNewRows();
    /// Of a row that it does not know of yet: nothing.
    void lookAt(int row);

private:
    [[nodiscard]] bool isSettled(int row) const;

    const InventoryTable &m_table;
    GroupSet m_wanted;
    std::vector<bool> m_isSettled;
    int m_count = 0;
};

} // namespace layerscope
