// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/kinds.h"

#include <QHash>
#include <QList>

#include <vector>

namespace layerscope {

/// Puts the rows of a table below those of another one that they belong to, and finds out which of both are
/// seen (Arrangement::Children). Pure; for workers; one arrangement each. look(), perhaps keepOrderOf(),
/// put().
class RowNesting
{
public:
    /// `childSpec` is ArrangementSpec::ofChildren() of `spec`. All of them must outlive it.
    RowNesting(const ArrangedTables &tables, const ArrangementSpec &spec, const ArrangementSpec &childSpec,
               const CancelToken &cancel);

    /// All rows of either table, in order; of those that are on screen (`shown`, or nullptr) none goes. False
    /// if cancelled. O(rows).
    [[nodiscard]] bool look(const QList<int> &rows, const QList<int> &children, const Arrangement *shown);
    /// Rows stand as they stand there, with the same numbers; new ones after them. O(n log n) of those seen.
    void keepOrderOf(const Arrangement &shown);
    /// Everything that is about rows below others, or follows from them. Returns the rows that are seen, in
    /// order.
    [[nodiscard]] QList<int> put(Arrangement &made) const;

private:
    struct Seen
    {
        int row = -1;
        QList<int> below;
        bool areToCome = false;
    };

    [[nodiscard]] QHash<qint64, QList<int>> byParent(const QList<int> &children) const;
    [[nodiscard]] bool lacksChildren(int row) const;

    const ArrangedTables &m_tables;
    const InventoryTable &m_rows;
    const InventoryTable &m_children;
    const ArrangementSpec &m_spec;
    const ArrangementSpec &m_childSpec;
    const CancelToken &m_cancel;
    const Nesting &m_nesting;
    std::vector<Seen> m_seen;
    int m_scopeRows = 0;
    QList<int> m_undecidedRows;
    QList<int> m_undecidedChildren;
};

} // namespace layerscope
