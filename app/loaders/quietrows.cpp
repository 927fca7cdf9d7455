// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/quietrows.h"

namespace layerscope {

bool QuietRows::Row::isSuspect() const
{
    return !isAnswered && haveOthersCome && silent.count() >= enoughGroups;
}

bool QuietRows::Row::isHeld() const
{
    const bool isInQuestion = underWay.any() && (underWay | silent).count() >= enoughGroups;
    return !isAnswered && (isInQuestion || isSuspect());
}

void QuietRows::asked(RowKey key, GroupSet groups)
{
    m_rows[key].underWay |= groups;
}

void QuietRows::wasSilent(RowKey key, GroupSet groups, const ApiError &error)
{
    const auto row = m_rows.find(key);
    if (row == m_rows.end() || (row->second.underWay & groups).none())
        return;
    row->second.underWay &= ~groups;
    row->second.silent |= groups;
    row->second.error = error;
    ++row->second.questions;
}

void QuietRows::recalled(RowKey key, GroupSet groups)
{
    const auto row = m_rows.find(key);
    if (row != m_rows.end())
        row->second.underWay &= ~groups;
}

void QuietRows::answered(RowKind kind, const QList<qint64> &ids, bool anyRowCame)
{
    if (m_rows.empty())
        return;
    const QSet<qint64> meant(ids.cbegin(), ids.cend());
    for (auto &[key, row] : m_rows) {
        if (key.kind != kind)
            continue;
        if (meant.contains(key.id))
            row.isAnswered = true;
        else if (anyRowCame && row.underWay.any())
            row.haveOthersCome = true;
    }
}

QSet<RowKey> QuietRows::heldRows() const
{
    QSet<RowKey> keys;
    for (const auto &[key, row] : m_rows) {
        if (row.isHeld())
            keys.insert(key);
    }
    return keys;
}

QList<RowKey> QuietRows::undecided() const
{
    QList<RowKey> keys;
    for (const auto &[key, row] : m_rows) {
        if (row.isSuspect() && (row.underWay.none() || !row.isAskedForAll))
            keys.append(key);
    }
    return keys;
}

bool QuietRows::isProven(RowKey key, int questions) const
{
    const Row &row = m_rows.at(key);
    return row.isSuspect() && row.isAskedForAll && row.underWay.none() && row.questions >= questions;
}

void QuietRows::askedForAll(RowKey key, GroupSet groups)
{
    asked(key, groups);
    m_rows.at(key).isAskedForAll = true;
}

} // namespace layerscope
