// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "inventory/columncatalogue.h"
#include "inventory/rowvalues.h"

#include <QList>

#include <vector>

namespace layerscope {

/// Why groups of cells could not be loaded: 4 bytes for each cell of a group that has any such. A part of an
/// InventoryTable, and a value as that is.
class RowFailures
{
public:
    explicit RowFailures(int groups)
        : m_errorNumbers(static_cast<std::size_t>(groups))
    {}

    [[nodiscard]] bool isEmpty() const { return m_count == 0; }
    /// nullptr if there is nothing to say. Valid until the next write.
    [[nodiscard]] const ApiError *at(int row, int group) const;
    /// Ascending, each once. O(rows); O(1) if it is empty.
    [[nodiscard]] QList<int> rows() const;

    void set(int row, GroupSet groups, const ApiError &error);
    void remove(int row, int group);
    void clear();
    /// As in RowValues.
    void renumber(const QList<int> &newRowOfOld);

private:
    std::vector<RowValues<int>> m_errorNumbers; // of each group: from 1 on, of m_errors; 0: none
    QList<ApiError> m_errors; // one stands for many rows: a whole batch fails for one reason
    qsizetype m_count = 0;    // of groups of rows
};

} // namespace layerscope
