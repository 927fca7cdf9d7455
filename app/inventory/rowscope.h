// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"

#include <QHash>

namespace layerscope {

/// The navigator's node of an ArrangementSpec: a kind, and an exact text in a column. One thread at a time;
/// O(1) a row.
class RowScope
{
public:
    RowScope(const InventoryTable &table, const ArrangementSpec &spec);

    [[nodiscard]] bool contains(int row);
    /// Whether a row that it does not contain might belong to it: the value that decides is not known.
    [[nodiscard]] bool isUndecided(int row) const;

private:
    [[nodiscard]] bool hasText(int row);

    const InventoryTable &m_table;
    const ArrangementSpec &m_spec;
    bool m_isRowState = false;
    GroupSet m_stateGroups;
    QHash<qint64, bool> m_verdictOfBits;
};

} // namespace layerscope
