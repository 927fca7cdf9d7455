// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowset.h"

#include "models/treeshape.h"

#include <algorithm>

namespace layerscope {

void RowSet::insert(ShownRow row)
{
    if (contains(row))
        return;
    QBitArray &bits = bitsOf(row);
    if (row.row >= bits.size())
        bits.resize(std::max<qsizetype>(row.row + 1, 2 * bits.size())); // not anew for each of 100 000 rows
    bits.setBit(row.row);
    ++m_size;
}

bool RowSet::remove(ShownRow row)
{
    const bool isIn = contains(row);
    if (isIn) {
        bitsOf(row).clearBit(row.row);
        --m_size;
    }
    return isIn;
}

QList<ShownRow> RowSet::members() const
{
    QList<ShownRow> rows;
    rows.reserve(m_size);
    const auto append = [&rows](const QBitArray &bits, bool areChildren) {
        for (int row = 0; row < bits.size(); ++row) {
            if (row % 8 == 0 && bits.bits()[row / 8] == 0)
                row += 7; // none of these eight
            else if (bits.testBit(row))
                rows.append({row, areChildren});
        }
    };
    append(m_rows, false);
    append(m_children, true);
    return rows;
}

RowSet RowSet::without(const RowSet &those) const
{
    RowSet rest;
    rest.m_rows = withoutBits(m_rows, those.m_rows);
    rest.m_children = withoutBits(m_children, those.m_children);
    rest.m_size = rest.m_rows.count(true) + rest.m_children.count(true);
    return rest;
}

RowSet RowSet::after(const TreeMove &move) const
{
    RowSet moved;
    if (isEmpty())
        return moved;
    for (int row = 0; row < m_rows.size(); ++row) {
        const int now = m_rows.testBit(row) ? move.rowNow(row) : -1;
        if (now >= 0)
            moved.insert({now, false});
    }
    for (int row = 0; row < m_children.size(); ++row) {
        const int now = m_children.testBit(row) ? move.childNow(row) : -1;
        if (now >= 0)
            moved.insert({now, true});
    }
    return moved;
}

QBitArray withoutBits(const QBitArray &bits, QBitArray those)
{
    if (bits.isEmpty())
        return {};
    those.resize(bits.size());
    return bits & ~those;
}

} // namespace layerscope
