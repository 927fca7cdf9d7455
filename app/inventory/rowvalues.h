// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/sharedblock.h"

#include <QList>

#include <array>
#include <vector>

namespace layerscope {

/// A value for each row of a table, in blocks that copies share until they are written: the first write after
/// a copy costs a block of 4 KB and not the whole, and to grow moves nothing. Has no end: a row that was
/// never written has the blank value, and blocks in which none was written take next to no memory. A copy
/// costs O(blocks); it may be read and dropped on any thread while the original is written.
template<class T>
class RowValues
{
public:
    /// Rows in a block. Few enough that the rows of an answer, which may lie all over a table, do not copy
    /// all of it; so many that a copy of 100 000 rows costs little.
    static constexpr std::size_t blockSize = 4096 / sizeof(T);

    explicit RowValues(T blank = {})
        : m_blank(blank)
    {}

    [[nodiscard]] const T &at(int row) const
    {
        const auto place = static_cast<std::size_t>(row);
        return place / blockSize < m_blocks.size() ? (*m_blocks[place / blockSize])[place % blockSize]
                                                   : m_blank;
    }

    /// To be written, and no longer used once this is copied.
    [[nodiscard]] T &own(int row)
    {
        const auto place = static_cast<std::size_t>(row);
        if (place / blockSize >= m_blocks.size())
            m_blocks.resize(place / blockSize + 1, blankBlock()); // which all of them share
        return m_blocks[place / blockSize].own()[place % blockSize];
    }

    void set(int row, const T &value) { own(row) = value; }

    /// Every row is blank again.
    void clear() { m_blocks.clear(); }

    /// Puts `change(value)` in the place of every value; where it is the same nothing is copied. Blank ones
    /// must stay blank. O(rows).
    template<class Change>
    void changeAll(Change change)
    {
        for (Block &block : m_blocks) {
            for (std::size_t place = 0; place < blockSize; ++place) {
                const T &value = (*block)[place];
                if (const T changed = change(value); changed != value)
                    block.own()[place] = changed;
            }
        }
    }

    /// `newRowOfOld`: for each row of the table its new number, not above the old one; -1 for those that go.
    /// O(rows).
    void renumber(const QList<int> &newRowOfOld)
    {
        RowValues renumbered(m_blank);
        for (int row = 0; row < newRowOfOld.size(); ++row) {
            if (const T &value = at(row); newRowOfOld[row] >= 0 && value != m_blank)
                renumbered.set(newRowOfOld[row], value);
        }
        *this = std::move(renumbered);
    }

private:
    using Values = std::array<T, blockSize>;
    using Block = SharedBlock<Values>;

    [[nodiscard]] Block blankBlock() const
    {
        Values values;
        values.fill(m_blank);
        return Block(values);
    }

    std::vector<Block> m_blocks;
    T m_blank;
};

} // namespace layerscope
