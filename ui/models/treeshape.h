// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "models/parentid.h"

#include <QHash>
#include <QVarLengthArray>

#include <memory>
#include <optional>

namespace layerscope {

/// Where something stands in a tree of two levels: all of a model index but its column.
struct TreePlace
{
    int row = -1;
    quintptr id = ParentId::top; ///< Its internal id (ParentId); of what is below another: that one's row.

    [[nodiscard]] bool isValid() const { return row >= 0; }
    bool operator==(const TreePlace &) const = default;
};

/// Of one thing: one, but in groups by what a row has several of.
using TreePlaces = QVarLengthArray<TreePlace, 4>;

/// What stands at a place.
struct TreeNode
{
    enum class Kind {
        Nothing,
        Group,   ///< `number` is its place among the groups.
        Row,     ///< … that of a row of the table.
        Child,   ///< … that of a row of the table below.
        StandIn, ///< In place of the rows below the one at this place, which are to come.
    };
    Kind kind = Kind::Nothing;
    int number = -1;

    bool operator==(const TreeNode &) const = default;
};

/// An arrangement as a tree of two levels, whichever of its three forms it has: rows alone, rows in groups,
/// or rows with those of another table below them. A value that is cheap to copy; O(1) but where it says
/// otherwise.
class TreeShape
{
public:
    explicit TreeShape(std::shared_ptr<const Arrangement> arrangement)
        : m_arrangement(std::move(arrangement))
    {}

    [[nodiscard]] const std::shared_ptr<const Arrangement> &arrangement() const { return m_arrangement; }
    [[nodiscard]] bool hasTwoLevels() const { return m_arrangement->isGrouped || m_arrangement->children; }

    [[nodiscard]] int countAtTop() const
    {
        return static_cast<int>(m_arrangement->isGrouped ? m_arrangement->groups.size()
                                                         : m_arrangement->groups.constFirst().rows.size());
    }
    [[nodiscard]] int countBelow(int row) const; ///< The row at the top with this number

    [[nodiscard]] TreeNode nodeAt(TreePlace place) const;
    /// Not valid: it is not seen. The first, where several groups have the row.
    [[nodiscard]] TreePlace placeOfRow(int tableRow) const;
    /// All of them; none if it is not seen.
    [[nodiscard]] TreePlaces placesOfRow(int tableRow) const;
    [[nodiscard]] TreePlace placeOfChild(int childRow) const;

    /// True if the same places mean the same. O(rows).
    [[nodiscard]] bool hasSameOrder(const TreeShape &other) const;

private:
    std::shared_ptr<const Arrangement> m_arrangement; ///< Never null
};

/// Where what stands in one shape stands in the next; groups are known by what is common to their rows. A row
/// stays in its group as long as that has it, whichever others do.
class TreeMove
{
public:
    /// The new numbers of rows of either table, -1 for those that went; nullptr: they have the same ones.
    TreeMove(const TreeShape &from, const TreeShape &to, const QList<int> *newRowOfOld = nullptr,
             const QList<int> *newChildOfOld = nullptr);

    /// Not valid: nowhere. What stood in for rows to come is the first of them now: who waits on it is then
    /// among them and not lost.
    [[nodiscard]] TreePlace operator()(TreePlace former) const;
    /// The number now of what was this row of the table, or of the table below; -1: it is gone or not seen.
    [[nodiscard]] int rowNow(int former) const;
    [[nodiscard]] int childNow(int former) const;

private:
    /// The place now of the group at this one; -1: there is none.
    [[nodiscard]] int groupNow(int former) const;
    [[nodiscard]] TreePlace placeOfRowNow(int row, TreePlace former) const;

    const TreeShape &m_from;
    const TreeShape &m_to;
    const QList<int> *m_newRowOfOld;
    const QList<int> *m_newChildOfOld;
    QHash<QString, int> m_groupOfKey; ///< Of `to`
    int m_unknownGroup = -1;
    int m_emptyGroup = -1;
};

} // namespace layerscope
