// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QModelIndex>

namespace layerscope {

/// What an index in a tree of two levels carries as its internal id: `top`, or below that the number of its
/// parent, which is the parent's row or whatever else the model tells its parents apart by.
///
/// The number is not carried as it is. Qt hashes an index as 16 × row + column + internal id, and its tables
/// take the last bits of that. With small ids the rows of all parents would want the same few places: a new
/// order with some 100 000 rows selected in 60 groups took 19 seconds. Times an odd number, modulo 2^32, each
/// parent's rows begin elsewhere, and no two parents get the same id. One near 2^32 divided by the golden
/// ratio leaves no two of them close together, however many there are.
///
/// It says nothing of the index's own row: when rows come or go, Qt counts on in the row alone.
class ParentId
{
public:
    static constexpr quintptr top = 0;

    /// `number` is not negative; or it is -1, which makes `top`: the row() of the invalid parent that rows at
    /// the top have.
    [[nodiscard]] static constexpr quintptr of(int number)
    {
        return (static_cast<quint32>(number) + 1U) * multiplier;
    }
    /// -1 at the top.
    [[nodiscard]] static constexpr int numberOf(quintptr id)
    {
        return static_cast<int>(static_cast<quint32>(id) * inverse - 1U);
    }
    [[nodiscard]] static int numberOf(const QModelIndex &index) { return numberOf(index.internalId()); }
    /// True of invalid indexes, too.
    [[nodiscard]] static bool isTop(const QModelIndex &index) { return index.internalId() == top; }

    /// One number for the row that an index is in, whatever its column. Until the next change of the layout.
    [[nodiscard]] static quint64 rowNumber(const QModelIndex &index)
    {
        return (static_cast<quint64>(index.internalId()) << 32) | static_cast<quint32>(index.row());
    }

private:
    // 32 bits everywhere: quintptr has no more on some machines, and rowNumber() has no more to give.
    static constexpr quint32 multiplier = 0x9E3779B9;
    static constexpr quint32 inverse = 0x144CBC89;
    static_assert(multiplier * inverse == 1, "modulo 2^32 one takes back the other");
};

} // namespace layerscope
