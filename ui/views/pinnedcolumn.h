// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QRect>

class QHeaderView;

namespace layerscope {

/// The first column of a table, which stays in place while the others are scrolled sideways beneath it. Where
/// a header has it now: a value for one look.
class PinnedColumn
{
public:
    explicit PinnedColumn(const QHeaderView &header);

    /// -1: there is none.
    [[nodiscard]] int column() const { return m_column; }
    /// It lies over others; until then all of them stand where the header has them.
    [[nodiscard]] bool isAfloat() const { return m_shift != 0; }
    /// In the viewport. One that would take more than half of it is cut as one scrolls on.
    [[nodiscard]] int left() const { return m_left; }
    [[nodiscard]] int width() const { return m_width; }
    /// From where the header has it to where it is seen.
    [[nodiscard]] int shift() const { return m_shift; }
    /// It lies over another column here.
    [[nodiscard]] bool covers(int x) const { return isAfloat() && x >= m_left && x < m_left + m_width; }
    /// What can be seen of this place of its column as the header has it.
    [[nodiscard]] QRect seen(const QRect &place) const;

    /// What it takes at last, however far one scrolls.
    [[nodiscard]] static int leastWidth(const QHeaderView &header);

private:
    int m_column = -1;
    int m_left = 0;
    int m_width = 0;
    int m_shift = 0;
};

} // namespace layerscope
