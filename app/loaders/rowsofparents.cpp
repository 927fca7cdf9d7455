// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/rowsofparents.h"

#include <algorithm>

namespace layerscope {

bool RowsOfParents::take(qint64 parentId, const Arrival &row)
{
    if (row.standsBelow == parentId)
        return true; // another list of this one has it, or this one had it before a retry
    if (row.standsBelow && row.isConfirmed)
        m_shared.insert(row.key);
    bool isHere = true;
    if (row.standsBelow && m_shared.contains(row.key)) {
        const bool isEitherNamed = row.named == parentId || row.named == row.standsBelow;
        isHere = isEitherNamed ? row.named == parentId : parentId < *row.standsBelow;
    }
    const auto elsewhere = m_elsewhere.find(parentId);
    const bool isCounted = elsewhere != m_elsewhere.end() && elsewhere->contains(row.key);
    if (!isCounted)
        ++m_rows[parentId];
    else if (isHere && elsewhere->size() == 1)
        m_elsewhere.erase(elsewhere);
    else if (isHere)
        elsewhere->remove(row.key);
    if (row.standsBelow)
        m_elsewhere[isHere ? *row.standsBelow : parentId].insert(row.key);
    return isHere;
}

qint64 RowsOfParents::shared(qint64 parentId) const
{
    const QSet<RowKey> elsewhere = m_elsewhere.value(parentId);
    return std::count_if(elsewhere.cbegin(), elsewhere.cend(),
                         [this](RowKey key) { return m_shared.contains(key); });
}

QList<qint64> RowsOfParents::inDoubt() const
{
    QList<qint64> parents;
    for (auto parent = m_elsewhere.keyBegin(); parent != m_elsewhere.keyEnd(); ++parent) {
        if (isInDoubt(*parent))
            parents.append(*parent);
    }
    std::sort(parents.begin(), parents.end());
    return parents;
}

QSet<RowKey> RowsOfParents::takeDoubtful(qint64 parentId)
{
    QSet<RowKey> doubtful = m_elsewhere.take(parentId);
    QSet<RowKey> others = doubtful;
    others.intersect(m_shared);
    doubtful.subtract(others);
    if (!others.isEmpty())
        m_elsewhere.insert(parentId, others);
    if (!doubtful.isEmpty())
        m_rows[parentId] -= doubtful.size();
    return doubtful;
}

void RowsOfParents::putBack(qint64 parentId, RowKey key)
{
    if (m_elsewhere.value(parentId).contains(key))
        return;
    m_elsewhere[parentId].insert(key);
    ++m_rows[parentId];
}

} // namespace layerscope
