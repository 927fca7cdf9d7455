// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/idcover.h"

#include <algorithm>
#include <limits>

namespace layerscope {

void IdCover::add(Page page)
{
    const auto isBefore = [](const Page &piece, const Page &added) { return piece.lastId < added.firstId; };
    const auto first = std::lower_bound(m_pieces.begin(), m_pieces.end(), page, isBefore);
    auto behind = first;
    for (; behind != m_pieces.end() && behind->firstId <= page.lastId; ++behind) {
        if (behind->firstId < page.firstId) {
            page.firstId = behind->firstId;
            page.firstPosition = behind->firstPosition;
        }
        if (behind->lastId > page.lastId) {
            page.lastId = behind->lastId;
            page.lastPosition = behind->lastPosition;
            page.isTail = behind->isTail;
        } else if (behind->lastId == page.lastId) {
            page.isTail |= behind->isTail;
        }
        page.isHead |= behind->isHead;
    }
    m_pieces.insert(m_pieces.erase(first, behind), page);
}

void IdCover::addEmptyList()
{
    if (m_pieces.empty()) {
        m_pieces.push_back(
            {std::numeric_limits<qint64>::min(), std::numeric_limits<qint64>::min(), 0, -1, true, true});
    }
}

QList<IdCover::Gap> IdCover::gaps() const
{
    QList<Gap> gaps;
    if (m_pieces.empty())
        return {{0, 0, true}};
    if (!m_pieces.front().isHead)
        gaps.append({0, m_pieces.front().firstPosition, false});
    for (std::size_t piece = 1; piece < m_pieces.size(); ++piece) {
        const qint64 from = m_pieces[piece - 1].lastPosition;
        gaps.append({from, std::max(from + 1, m_pieces[piece].firstPosition), false});
    }
    if (!m_pieces.back().isTail)
        gaps.append({m_pieces.back().lastPosition, m_pieces.back().lastPosition + 1, true});
    return gaps;
}

qint64 IdCover::lastPosition() const
{
    return m_pieces.empty() ? -1 : m_pieces.back().lastPosition;
}

} // namespace layerscope
