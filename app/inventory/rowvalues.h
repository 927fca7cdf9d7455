// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/sharedblock.h"

#include <QList>

#include <array>
#include <utility>
#include <vector>

namespace layerscope {

/// A value for each row of a table, in blocks that copies share until they are written: the first write to a
/// block after a copy costs 4 KB and not the whole, and to grow moves nothing. Has no end: a row that was
/// never written has the blank value, and blocks in which none was written take next to no memory. A copy
/// costs O(1) and the first write after it O(blocks). It may be read and dropped on any thread while the
/// original is written.
template<class T>
class RowValues
{
public:
    /// Rows in a block. Few enough that the rows of an answer, which may lie all over a table, do not copy
    /// all of it; so many that 100 000 rows are in a few hundred.
    static constexpr std::size_t blockSize = 4096 / sizeof(T);

    explicit RowValues(T blank = {})
        : m_blank(blank)
    {}

    [[nodiscard]] const T &at(int row) const
    {
        const Blocks &blocks = *m_blocks;
        const auto place = static_cast<std::size_t>(row);
        return place / blockSize < blocks.size() ? (*blocks[place / blockSize])[place % blockSize] : m_blank;
    }

    /// To be written at once.
    [[nodiscard]] T &own(int row)
    {
        Blocks &blocks = m_blocks.own();
        const auto place = static_cast<std::size_t>(row);
        if (place / blockSize >= blocks.size())
            blocks.resize(place / blockSize + 1, blankBlock()); // which all of them share
        return blocks[place / blockSize].own()[place % blockSize];
    }

    void set(int row, const T &value) { own(row) = value; }

    /// Rows from here on were never written.
    [[nodiscard]] int end() const { return static_cast<int>(m_blocks->size() * blockSize); }

    /// Every row is blank again.
    void clear() { m_blocks = SharedBlock<Blocks>(); }

    /// Puts `change(value)` in the place of every value; where that is the same nothing is copied. Blank ones
    /// must stay blank. O(rows).
    template<class Change>
    void changeAll(Change change)
    {
        for (Block &block : m_blocks.own()) {
            for (std::size_t place = 0; place < blockSize; ++place) {
                const T &value = (*block)[place];
                if (const T changed = change(value); changed != value)
                    block.own()[place] = changed;
            }
        }
    }

    /// `newRowOfOld`: for each row of the table its new number; -1 for those that go. O(rows).
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
    using Blocks = std::vector<Block>;

    [[nodiscard]] Block blankBlock() const
    {
        Values values;
        values.fill(m_blank);
        return Block(values);
    }

    SharedBlock<Blocks> m_blocks;
    T m_blank;
};

} // namespace layerscope
