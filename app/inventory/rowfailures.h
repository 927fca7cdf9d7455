// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "inventory/columncatalogue.h"
#include "inventory/sharedhash.h"

#include <QList>

namespace layerscope {

/// Why groups of cells could not be loaded. A part of an InventoryTable, and a value as that is.
class RowFailures
{
public:
    [[nodiscard]] bool isEmpty() const { return m_errorOfCells.isEmpty(); }
    /// nullptr if there is nothing to say. Valid until the next write.
    [[nodiscard]] const ApiError *at(int row, int group) const;
    /// Each once, in no particular order. O(failures).
    [[nodiscard]] QList<int> rows() const;

    void set(int row, GroupSet groups, const ApiError &error);
    void remove(int row, int group) { m_errorOfCells.remove(keyOf(row, group)); }
    void clear();
    /// `newRowOfOld`: for each row its new number, -1 for those that go. O(failures).
    void renumber(const QList<int> &newRowOfOld);

private:
    static constexpr quint64 groupsOfRow = GroupSet().size();
    [[nodiscard]] static quint64 keyOf(int row, int group)
    {
        return static_cast<quint64>(row) * groupsOfRow + static_cast<quint64>(group);
    }
    [[nodiscard]] static int rowOf(quint64 key) { return static_cast<int>(key / groupsOfRow); }

    SharedHash<quint64, int> m_errorOfCells; // row and group in one number, to a place in m_errors
    QList<ApiError> m_errors;                // one stands for many rows: a whole batch fails for one reason
};

} // namespace layerscope
