// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

#include <vector>

namespace layerscope {

/// What has been read of a list that is ordered by id, as the rows themselves prove it. A page proves that
/// when it was read nothing lay between its first row and its last; two pages that share a row, or overlap
/// further, prove it of both together. So whatever rows come and go between the pages, and whatever that does
/// to offsets and totals: if the pages join from the list's head to its tail, each row that was there all the
/// while has been read. A value; no thread of its own.
class IdCover
{
public:
    /// One page with at least one row. Positions are those the rows had when the page was read.
    struct Page
    {
        qint64 firstId = 0;
        qint64 lastId = 0;
        qint64 firstPosition = 0;
        qint64 lastPosition = 0;
        bool isHead = false; ///< Nothing comes before it.
        bool isTail = false; ///< Nothing came behind it.
    };
    void add(Page page);
    /// The list has no rows at all.
    void addEmptyList();
    void clear() { m_pieces.clear(); }

    /// Where pages do not join: what may lie there is unknown.
    struct Gap
    {
        qint64 from = 0; ///< Position of the last row known before it; 0 if it is at the head.
        qint64 to = 0;   ///< Position of the first row known behind it; `from` + 1 if it is at the tail.
        bool isTail = false;
        bool operator==(const Gap &) const = default;
    };
    [[nodiscard]] QList<Gap> gaps() const;
    /// Of the row with the highest id; -1 if there is none.
    [[nodiscard]] qint64 lastPosition() const;

private:
    std::vector<Page> m_pieces; ///< Ascending, apart from each other.
};

} // namespace layerscope
