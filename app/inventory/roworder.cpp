// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/roworder.h"

#include "inventory/naturalorder.h"

#include <QtEndian>

#include <algorithm>
#include <cstring>
#include <numeric>
#include <string>
#include <string_view>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Rows by whether there is something to sort by; each part in the order of `base`.
struct Parts
{
    std::vector<int> known;
    std::vector<int> empty;
    std::vector<int> unknown;
};

/// A natural key in an arena, with its first bytes at hand: most comparisons end there.
struct TextKey
{
    quint64 prefix = 0;
    quint32 offset = 0;
    quint32 length = 0;
    int row = 0;
};

class TextKeys
{
public:
    [[nodiscard]] TextKey make(const QString &text, int row)
    {
        const std::size_t offset = m_arena.size();
        appendNaturalKey(text, m_arena);
        const std::size_t length = m_arena.size() - offset;
        char prefix[sizeof(quint64)] = {};
        std::memcpy(prefix, m_arena.data() + offset, std::min(length, sizeof prefix));
        return {qFromBigEndian<quint64>(prefix), static_cast<quint32>(offset), static_cast<quint32>(length),
                row};
    }

    [[nodiscard]] int compare(const TextKey &a, const TextKey &b) const
    {
        if (a.prefix != b.prefix)
            return a.prefix < b.prefix ? -1 : 1;
        return view(a).compare(view(b));
    }

private:
    [[nodiscard]] std::string_view view(const TextKey &key) const
    {
        return std::string_view(m_arena).substr(key.offset, key.length);
    }

    std::string m_arena;
};

template<class Key>
struct Keyed
{
    Key key;
    int row;
};

template<class Key, class Extract>
void sortByKey(std::vector<int> &rows, Qt::SortOrder order, Extract extract)
{
    std::vector<Keyed<Key>> keyed;
    keyed.reserve(rows.size());
    for (const int row : rows)
        keyed.push_back({extract(row), row});
    if (order == Qt::AscendingOrder)
        std::stable_sort(keyed.begin(), keyed.end(),
                         [](const auto &a, const auto &b) { return a.key < b.key; });
    else
        std::stable_sort(keyed.begin(), keyed.end(),
                         [](const auto &a, const auto &b) { return b.key < a.key; });
    std::transform(keyed.cbegin(), keyed.cend(), rows.begin(), [](const auto &entry) { return entry.row; });
}

void sortByText(const InventoryTable &table, std::vector<int> &rows, ColumnIndex column, Qt::SortOrder order)
{
    TextKeys keys;
    std::vector<TextKey> keyed;
    keyed.reserve(rows.size());
    for (const int row : rows)
        keyed.push_back(keys.make(table.text(row, column), row));
    const auto isBefore = [&keys, order](const TextKey &a, const TextKey &b) {
        const int comparison = keys.compare(a, b);
        return order == Qt::AscendingOrder ? comparison < 0 : comparison > 0;
    };
    std::stable_sort(keyed.begin(), keyed.end(), isBefore);
    std::transform(keyed.cbegin(), keyed.cend(), rows.begin(), [](const TextKey &key) { return key.row; });
}

/// Few distinct texts: sort those, then the rows by the number of their text.
void sortByRepeatedText(const InventoryTable &table, std::vector<int> &rows, ColumnIndex column,
                        Qt::SortOrder order)
{
    std::vector<int> rankOfHandle(table.textCount(), -1);
    TextKeys keys;
    std::vector<TextKey> distinct;
    for (const int row : rows) {
        const qint64 handle = table.bits(row, column);
        int &rank = rankOfHandle[static_cast<std::size_t>(handle)];
        if (rank < 0) {
            rank = 0;
            distinct.push_back(keys.make(table.textOfHandle(handle), static_cast<int>(handle)));
        }
    }
    std::sort(distinct.begin(), distinct.end(),
              [&keys](const TextKey &a, const TextKey &b) { return keys.compare(a, b) < 0; });
    int rank = 0;
    for (std::size_t i = 0; i < distinct.size(); ++i) {
        if (i > 0 && keys.compare(distinct[i - 1], distinct[i]) != 0)
            ++rank; // texts that differ in case only are equal
        rankOfHandle[static_cast<std::size_t>(distinct[i].row)] = rank;
    }
    sortByKey<int>(rows, order,
                   [&](int row) { return rankOfHandle[static_cast<std::size_t>(table.bits(row, column))]; });
}

} // namespace

QList<int> RowOrder::byName(ColumnIndex name) const
{
    QList<int> rows(m_table.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    std::stable_sort(rows.begin(), rows.end(),
                     [this](int a, int b) { return m_table.key(a) < m_table.key(b); });
    return byColumn(rows, name, Qt::AscendingOrder, {});
}

QList<int> RowOrder::byColumn(const QList<int> &base, ColumnIndex column, Qt::SortOrder order,
                              GroupSet wanted) const
{
    const ColumnSpec &spec = m_table.catalogue().column(column);
    if (QLatin1StringView(spec.key) == "row_state"_L1) {
        std::vector<int> rows(base.cbegin(), base.cend());
        sortByKey<RowState>(rows, order, [&](int row) { return m_table.rowState(row, wanted); });
        return {rows.cbegin(), rows.cend()};
    }

    Parts parts;
    int looked = 0;
    for (const int row : base) {
        if (++looked % CancelToken::checkInterval == 0 && m_cancel.isCancelled())
            return {};
        if (m_table.hasValue(row, column))
            parts.known.push_back(row);
        else if (m_table.cellState(row, column) == CellState::Empty)
            parts.empty.push_back(row);
        else
            parts.unknown.push_back(row);
    }

    switch (spec.type) {
    case ColumnType::Text:
        if (spec.repeats)
            sortByRepeatedText(m_table, parts.known, column, order);
        else
            sortByText(m_table, parts.known, column, order);
        break;
    case ColumnType::Decimal:
        sortByKey<Decimal>(parts.known, order, [&](int row) { return m_table.decimal(row, column); });
        break;
    case ColumnType::Integer:
    case ColumnType::Flag:
    case ColumnType::Timestamp:
        sortByKey<qint64>(parts.known, order, [&](int row) { return m_table.bits(row, column); });
        break;
    }

    QList<int> rows;
    rows.reserve(base.size());
    for (const std::vector<int> *part : {&parts.known, &parts.empty, &parts.unknown})
        rows.append(QList<int>(part->cbegin(), part->cend()));
    return rows;
}

} // namespace layerscope
