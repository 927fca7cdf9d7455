// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowgroups.h"

#include "inventory/celltext.h"
#include "inventory/naturalorder.h"

#include <QStringList>

#include <algorithm>
#include <numeric>
#include <string>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// 1.50 and 1.5 are one group.
Decimal withoutTrailingZeros(Decimal number)
{
    while (number.decimals() > 0 && number.mantissa() % 10 == 0)
        number = Decimal(number.mantissa() / 10, number.decimals() - 1);
    return number;
}

/// More than one of a list; none of an empty one.
QStringList groupKeys(const InventoryTable &table, int row, ColumnIndex column)
{
    const ColumnSpec &spec = table.catalogue().column(column);
    if (spec.type == ColumnType::Decimal)
        return {QString::fromLatin1(withoutTrailingZeros(table.decimal(row, column)).toText())};
    const QString text =
        spec.type == ColumnType::Text ? table.text(row, column) : rawText(table, row, column);
    if (!spec.isList)
        return {text};
    QStringList items = text.split(u';', Qt::SkipEmptyParts);
    items.removeDuplicates();
    return items;
}

} // namespace

RowGroups::RowGroups(const InventoryTable &table, ColumnIndex column, GroupSet wanted)
    : m_table(table)
    , m_column(column)
    , m_wanted(wanted)
    , m_isRowState(QLatin1StringView(table.catalogue().column(column).key) == "row_state"_L1)
{}

void RowGroups::add(int row)
{
    if (m_isRowState) {
        put(row, groupOfKey(QString::fromLatin1(toText(m_table.rowState(row, m_wanted))), row));
    } else if (!m_table.hasValue(row, m_column)) {
        put(row, groupWithoutKey(row, m_table.cellState(row, m_column) == CellState::Empty));
    } else {
        for (const int group : groupsOfValue(row))
            put(row, group);
    }
}

const QList<int> &RowGroups::groupsOfValue(int row)
{
    const qint64 bits = m_table.bits(row, m_column);
    const auto known = m_groupsOfBits.constFind(bits);
    if (known != m_groupsOfBits.cend())
        return *known;
    QList<int> groups;
    const QStringList keys = groupKeys(m_table, row, m_column);
    for (const QString &key : keys)
        groups.append(groupOfKey(key, row));
    if (groups.isEmpty())
        groups.append(groupWithoutKey(row, true));
    return *m_groupsOfBits.insert(bits, groups);
}

int RowGroups::groupWithoutKey(int row, bool isEmpty)
{
    int &group = isEmpty ? m_emptyGroup : m_unknownGroup;
    if (group < 0) {
        group = newGroup(QString(), row);
        m_groups.last().isEmpty = isEmpty;
        m_groups.last().isUnknown = !isEmpty;
    }
    return group;
}

int RowGroups::groupOfKey(const QString &key, int row)
{
    const auto known = m_groupOfKey.constFind(key);
    if (known != m_groupOfKey.cend())
        return *known;
    const int group = newGroup(key, row);
    m_groupOfKey.insert(key, group);
    return group;
}

int RowGroups::newGroup(const QString &key, int row)
{
    Arrangement::Group group;
    group.key = key;
    m_groups.append(std::move(group));
    m_firstRows.append(row);
    return static_cast<int>(m_groups.size()) - 1;
}

QList<Arrangement::Group> RowGroups::takeSorted()
{
    std::vector<std::string> naturalKeys;
    for (const Arrangement::Group &group : std::as_const(m_groups))
        naturalKeys.push_back(naturalKey(group.key));
    const ColumnType type = m_table.catalogue().column(m_column).type;

    const auto isBefore = [&](int a, int b) {
        const Arrangement::Group &first = std::as_const(m_groups)[a];
        const Arrangement::Group &second = std::as_const(m_groups)[b];
        const auto rank = [](const Arrangement::Group &group) {
            return group.isUnknown ? 2 : group.isEmpty ? 1 : 0;
        };
        if (rank(first) != rank(second) || rank(first) > 0)
            return rank(first) < rank(second);
        switch (type) {
        case ColumnType::Text:
            break;
        case ColumnType::Decimal:
            return m_table.decimal(m_firstRows[a], m_column) < m_table.decimal(m_firstRows[b], m_column);
        case ColumnType::Integer:
        case ColumnType::Flag:
        case ColumnType::Timestamp:
            return m_table.bits(m_firstRows[a], m_column) < m_table.bits(m_firstRows[b], m_column);
        }
        const std::string &firstKey = naturalKeys[static_cast<std::size_t>(a)];
        const std::string &secondKey = naturalKeys[static_cast<std::size_t>(b)];
        return firstKey != secondKey ? firstKey < secondKey : first.key < second.key;
    };
    QList<int> order(m_groups.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), isBefore);

    QList<Arrangement::Group> sorted;
    sorted.reserve(m_groups.size());
    for (const int group : std::as_const(order))
        sorted.append(std::move(m_groups[group]));
    return sorted;
}

} // namespace layerscope
