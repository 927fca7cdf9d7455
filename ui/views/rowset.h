// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/shownrow.h"

#include <QBitArray>
#include <QList>

namespace layerscope {

class TreeMove;

/// Rows of a model's table and of that below it, by their numbers there and wherever they stand: a bit for
/// each. A value that is cheap to copy.
class RowSet
{
public:
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    /// Of the table alone, without that below it. O(rows of the table / 64).
    [[nodiscard]] qsizetype countOfTable() const { return m_rows.count(true); }
    [[nodiscard]] bool contains(ShownRow row) const
    {
        const QBitArray &bits = row.isChild ? m_children : m_rows;
        return row.row < bits.size() && bits.testBit(row.row);
    }

    void insert(ShownRow row);
    /// Returns whether it was among them.
    bool remove(ShownRow row);

    /// Those of the table before those of the table below, ascending. O(rows of the tables / 8).
    [[nodiscard]] QList<ShownRow> members() const;

    /// These rows but those. O(rows of the tables / 64).
    [[nodiscard]] RowSet without(const RowSet &those) const;
    /// Those of them that are seen in the shape that was moved to, by their numbers there. O(rows of the
    /// tables).
    [[nodiscard]] RowSet after(const TreeMove &move) const;

private:
    [[nodiscard]] QBitArray &bitsOf(ShownRow row) { return row.isChild ? m_children : m_rows; }

    QBitArray m_rows; ///< At least up to the last one that ever was among them; so those of the table below.
    QBitArray m_children;
    qsizetype m_size = 0;
};

/// `bits` where `those` are not set; of any sizes.
[[nodiscard]] QBitArray withoutBits(const QBitArray &bits, QBitArray those);

} // namespace layerscope
