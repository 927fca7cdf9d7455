// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractTableModel>

namespace layerscope {

/// A table whose rows have none below them, and in which only what is inside has data. What it is a table of
/// is left to those who derive from it. GUI thread.
class FlatModel : public QAbstractTableModel
{
    Q_OBJECT

public:
    using QAbstractTableModel::QAbstractTableModel;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const final;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const final;

protected:
    [[nodiscard]] virtual int rows() const = 0;
    [[nodiscard]] virtual int columns() const = 0;
    /// Of a cell that there is.
    [[nodiscard]] virtual QVariant cell(int row, int column, int role) const = 0;
};

} // namespace layerscope
