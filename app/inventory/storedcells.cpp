// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/storedcells.h"

#include <algorithm>

namespace layerscope {

namespace {

/// What people see of a text: the API may send blanks around it (softlayer-api §5), and the items of a list
/// in another order from call to call.
QString shownText(const ColumnSpec &column, const QString &sent)
{
    if (!column.isList || !sent.contains(u';'))
        return sent.front().isSpace() || sent.back().isSpace() ? sent.trimmed() : sent;
    QStringList items;
    for (const QStringView item : QStringView(sent).split(u';')) {
        if (const QStringView trimmed = item.trimmed(); !trimmed.isEmpty())
            items.append(trimmed.toString());
    }
    std::sort(items.begin(), items.end(), [](const QString &a, const QString &b) {
        const int order = a.compare(b, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a < b;
    });
    items.removeDuplicates();
    return items.join(u';');
}

} // namespace

StoredCells::StoredCells(const Catalogue &catalogue)
    : m_catalogue(&catalogue)
    , m_bits(static_cast<std::size_t>(catalogue.columnCount()), RowValues(noValue))
{}

CellValue StoredCells::value(int row, ColumnIndex column) const
{
    const qint64 stored = bits(row, column);
    switch (m_catalogue->column(column).type) {
    case ColumnType::Text:
        return m_texts.sentAt(static_cast<quint32>(stored));
    case ColumnType::Integer:
        return stored;
    case ColumnType::Decimal:
        return Decimal::fromBits(stored);
    case ColumnType::Flag:
        return stored != 0;
    case ColumnType::Timestamp:
        return Timestamp{stored};
    }
    return {};
}

Decimal StoredCells::decimal(int row, ColumnIndex column) const
{
    const qint64 stored = bits(row, column);
    return m_catalogue->column(column).type == ColumnType::Decimal ? Decimal::fromBits(stored)
                                                                   : Decimal(stored, 0);
}

qint64 StoredCells::toBits(int row, ColumnIndex column, const CellValue &value)
{
    const ColumnSpec &spec = m_catalogue->column(column);
    switch (spec.type) {
    case ColumnType::Text:
        if (const QString *text = std::get_if<QString>(&value); text != nullptr && !text->isEmpty()) {
            const qint64 former = bits(row, column);
            if (hasValue(row, column) && m_texts.sentAt(static_cast<quint32>(former)) == *text)
                return former; // a refresh brings mostly what is there: the pool must not grow by it
            const QString shown = shownText(spec, *text);
            return spec.repeats ? m_texts.intern(shown, *text) : m_texts.add(shown, *text);
        }
        break;
    case ColumnType::Integer:
        if (const qint64 *number = std::get_if<qint64>(&value))
            return *number;
        break;
    case ColumnType::Decimal:
        if (const Decimal *number = std::get_if<Decimal>(&value))
            return number->toBits();
        break;
    case ColumnType::Flag:
        if (const bool *flag = std::get_if<bool>(&value))
            return *flag ? 1 : 0;
        break;
    case ColumnType::Timestamp:
        if (const Timestamp *time = std::get_if<Timestamp>(&value))
            return time->msecsUtc;
        break;
    }
    Q_ASSERT_X(spec.type == ColumnType::Text || std::holds_alternative<std::monostate>(value), spec.key,
               "a value of another type than its column's");
    return noValue;
}

bool StoredCells::put(int row, ColumnIndex column, const CellValue &value)
{
    return putBits(row, column, toBits(row, column, value));
}

bool StoredCells::putBits(int row, ColumnIndex column, qint64 bits)
{
    if (this->bits(row, column) == bits)
        return false; // spares copying a block that a snapshot shares
    m_bits[static_cast<std::size_t>(column)].set(row, bits);
    return true;
}

void StoredCells::renumber(const QList<int> &newRowOfOld)
{
    for (RowValues<qint64> &bits : m_bits)
        bits.renumber(newRowOfOld);
}

} // namespace layerscope
