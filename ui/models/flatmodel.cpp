// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/flatmodel.h"

namespace layerscope {

int FlatModel::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rows();
}

int FlatModel::columnCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : columns();
}

QVariant FlatModel::data(const QModelIndex &index, int role) const
{
    return checkIndex(index, CheckIndexOption::IndexIsValid) ? cell(index.row(), index.column(), role)
                                                             : QVariant();
}

} // namespace layerscope
