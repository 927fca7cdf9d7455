// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/inventorymodel.h"

namespace layerscope {

int InventoryModel::alignmentOf(const ColumnSpec &column)
{
    const bool isNumber = column.type == ColumnType::Integer || column.type == ColumnType::Decimal;
    return static_cast<int>((isNumber ? Qt::AlignRight : Qt::AlignLeft) | Qt::AlignVCenter);
}

QVariant InventoryModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (orientation != Qt::Horizontal || section < 0 || section >= columnCount())
        return {};
    const ColumnSpec &column = catalogue().column(section);
    switch (role) {
    case Qt::DisplayRole:
        return column.translatedTitle();
    case Qt::ToolTipRole:
        return column.translatedDescription();
    case Qt::TextAlignmentRole:
        return alignmentOf(column);
    default:
        return {};
    }
}

} // namespace layerscope
