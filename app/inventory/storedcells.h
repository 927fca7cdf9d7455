// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cellvalue.h"
#include "inventory/columncatalogue.h"
#include "inventory/rowvalues.h"
#include "inventory/textpool.h"

#include <limits>
#include <vector>

namespace layerscope {

/// The values of a table's cells, whatever is to be seen of them: 8 bytes each, texts in a pool. A part of an
/// InventoryTable, and a value as that is. Columns nobody asked for take no memory.
class StoredCells
{
public:
    explicit StoredCells(const Catalogue &catalogue);

    /// Text handle, integer, Decimal bits, flag or msecs. Only if hasValue().
    [[nodiscard]] qint64 bits(int row, ColumnIndex column) const
    {
        return m_bits[static_cast<std::size_t>(column)].at(row);
    }
    [[nodiscard]] bool hasValue(int row, ColumnIndex column) const
    {
        const qint64 stored = bits(row, column);
        return stored != noValue && stored != wrongValue;
    }
    /// What came for it was of another type than its column's.
    [[nodiscard]] bool isWrong(int row, ColumnIndex column) const { return bits(row, column) == wrongValue; }
    /// Text as it was sent. Only if hasValue().
    [[nodiscard]] CellValue value(int row, ColumnIndex column) const;
    /// Integer or Decimal column, only if hasValue().
    [[nodiscard]] Decimal decimal(int row, ColumnIndex column) const;
    [[nodiscard]] const TextPool &texts() const { return m_texts; }

    /// Whether it is another one than there was.
    bool put(int row, ColumnIndex column, const CellValue &value);
    bool putWrong(int row, ColumnIndex column) { return putBits(row, column, wrongValue); }
    /// As in RowValues.
    void renumber(const QList<int> &newRowOfOld);

private:
    static constexpr qint64 noValue =
        std::numeric_limits<qint64>::min();           // no Decimal, id or date has these bits
    static constexpr qint64 wrongValue = noValue + 1; // nor these

    [[nodiscard]] qint64 toBits(int row, ColumnIndex column, const CellValue &value);
    bool putBits(int row, ColumnIndex column, qint64 bits);

    const Catalogue *m_catalogue;
    std::vector<RowValues<qint64>> m_bits; // of each column
    TextPool m_texts;
};

} // namespace layerscope
