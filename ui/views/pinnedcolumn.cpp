// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/pinnedcolumn.h"

#include <QHeaderView>

#include <algorithm>

namespace layerscope {

PinnedColumn::PinnedColumn(const QHeaderView &header)
    : m_column(header.count() > 0 ? header.logicalIndex(0) : -1)
{
    if (m_column < 0 || header.isSectionHidden(m_column))
        return;
    const int whole = header.sectionSize(m_column);
    const int offset = header.offset();
    // What is more than it may keep goes like any other column.
    m_width = std::max(leastWidth(header), whole - offset);
    if (header.layoutDirection() == Qt::RightToLeft) {
        m_shift = -offset;
        m_left = header.sectionViewportPosition(m_column) + whole + m_shift - m_width;
    } else {
        m_shift = offset;
        m_left = header.sectionViewportPosition(m_column) + m_shift;
    }
}

QRect PinnedColumn::seen(const QRect &place) const
{
    QRect seen = place.translated(m_shift, 0);
    const int left = std::max(seen.left(), m_left);
    const int right = std::min(seen.right(), m_left + m_width - 1);
    if (left <= right) // else it is as high all the same
        seen.setCoords(left, seen.top(), right, seen.bottom());
    return seen;
}

int PinnedColumn::leastWidth(const QHeaderView &header)
{
    if (header.count() == 0)
        return 0;
    const int first = header.logicalIndex(0);
    if (header.isSectionHidden(first))
        return 0;
    return std::min(header.sectionSize(first), header.viewport()->width() / 2);
}

} // namespace layerscope
