// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/celltext.h"

#include "inventory/timetext.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

QString rawText(const InventoryTable &table, int row, ColumnIndex column)
{
    if (!table.hasValue(row, column))
        return {};
    const qint64 bits = table.bits(row, column);
    switch (table.catalogue().column(column).type) {
    case ColumnType::Text:
        return table.sentTextOfHandle(bits);
    case ColumnType::Integer:
        return QString::number(bits);
    case ColumnType::Decimal:
        return QString::fromLatin1(Decimal::fromBits(bits).toText());
    case ColumnType::Flag:
        return bits != 0 ? u"true"_s : u"false"_s;
    case ColumnType::Timestamp: {
        TimeText text;
        const std::string_view iso = text.iso(Timestamp{bits});
        return QString::fromLatin1(iso.data(), static_cast<qsizetype>(iso.size()));
    }
    }
    return {};
}

} // namespace layerscope
