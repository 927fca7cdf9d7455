// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/rowsofparents.h"

#include "inventory/kinds.h"

#include <algorithm>

namespace layerscope {

namespace {

RowKey thingOf(RowKey key)
{
    return rowOfOwnTable(key).value_or(key);
}

} // namespace

bool RowsOfParents::take(qint64 parentId, const Arrival &row)
{
    if (row.standsBelow == parentId)
        return true; // another list of this one has it, or this one had it before a retry
    const RowKey thing = thingOf(row.key);
    if (row.standsBelow && row.isConfirmed)
        m_shared.insert(thing);
    bool isHere = true;
    if (row.standsBelow && m_shared.contains(thing)) {
        const bool isEitherNamed = row.named == parentId || row.named == row.standsBelow;
        isHere = isEitherNamed ? row.named == parentId : parentId < *row.standsBelow;
    }
    const auto elsewhere = m_elsewhere.find(parentId);
    const bool isCounted = elsewhere != m_elsewhere.end() && elsewhere->contains(thing);
    if (!isCounted)
        ++m_rows[parentId];
    else if (isHere && elsewhere->size() == 1)
        m_elsewhere.erase(elsewhere);
    else if (isHere)
        elsewhere->remove(thing);
    if (row.standsBelow && isHere)
        m_elsewhere[*row.standsBelow].insert(thing, row.standsAs.value_or(row.key));
    else if (row.standsBelow)
        m_elsewhere[parentId].insert(thing, row.key);
    return isHere;
}

qint64 RowsOfParents::shared(qint64 parentId) const
{
    const Elsewhere elsewhere = m_elsewhere.value(parentId);
    return std::count_if(elsewhere.keyBegin(), elsewhere.keyEnd(),
                         [this](RowKey thing) { return m_shared.contains(thing); });
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
    const Elsewhere all = m_elsewhere.take(parentId);
    QSet<RowKey> doubtful;
    Elsewhere others;
    for (auto one = all.cbegin(); one != all.cend(); ++one) {
        if (m_shared.contains(one.key()))
            others.insert(one.key(), one.value());
        else
            doubtful.insert(one.value());
    }
    if (!others.isEmpty())
        m_elsewhere.insert(parentId, others);
    if (!doubtful.isEmpty())
        m_rows[parentId] -= doubtful.size();
    return doubtful;
}

void RowsOfParents::putBack(qint64 parentId, RowKey key)
{
    Elsewhere &elsewhere = m_elsewhere[parentId];
    if (elsewhere.contains(thingOf(key)))
        return;
    elsewhere.insert(thingOf(key), key);
    ++m_rows[parentId];
}

} // namespace layerscope
