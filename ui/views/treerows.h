// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelection>

#include <functional>

class QTreeView;

namespace layerscope {

/// The rows of a tree of two levels by number, as they stand below each other: each top row, and behind one
/// that is open those below it. Also those outside of the viewport. Keeps nothing, so it is never behind the
/// model; cost: O(1) for a model of one level, O(top rows) for others.
class TreeRows
{
public:
    /// It outlives this.
    explicit TreeRows(const QTreeView &view)
        : m_view(view)
    {}

    [[nodiscard]] int count() const;
    /// In column 0; invalid: there is no such row.
    [[nodiscard]] QModelIndex at(int number) const;
    /// Of the row that an index of any column is in. -1: it is below one that is closed, or in no row.
    [[nodiscard]] int numberOf(const QModelIndex &index) const;

    /// Of the rows that are meant, ascending. `isMeant` is given an index in column 0. O(rows).
    [[nodiscard]] QList<int> numbersWhere(const std::function<bool(const QModelIndex &)> &isMeant) const;

    /// All of them with all columns, in as few ranges as there can be.
    [[nodiscard]] QItemSelection all() const;

private:
    [[nodiscard]] bool hasOneLevel() const;
    [[nodiscard]] int rowsBelow(int top) const;

    const QTreeView &m_view;
};

} // namespace layerscope
