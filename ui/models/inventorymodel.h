// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"

#include <QAbstractItemModel>

namespace layerscope {

/// What a TreeTableView needs of a model over inventory tables: its columns are those of one catalogue, its
/// rows stand in an order that is made elsewhere and put in place at once. GUI thread.
class InventoryModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    using QAbstractItemModel::QAbstractItemModel;

    [[nodiscard]] virtual const Catalogue &catalogue() const = 0;
    /// What is wished; arrangedSpec() is what is on screen.
    [[nodiscard]] virtual const ArrangementSpec &spec() const = 0;
    [[nodiscard]] virtual const ArrangementSpec &arrangedSpec() const = 0;
    /// Columns on screen: where the filter searches and what row_state is about. The view calls it.
    virtual void setShownColumns(const ColumnSet &columns) = 0;
    /// While true, values that arrive do not reorder rows (the person is reading or has a menu open); catches
    /// up after. Does not keep the first rows from an empty view.
    virtual void setHoldOrder(bool hold) = 0;

    /// Titles, descriptions and alignments of the catalogue's columns.
    QVariant headerData(int section, Qt::Orientation orientation, int role = Qt::DisplayRole) const override;

Q_SIGNALS:
    /// A new order is in place (after layoutChanged), or rows were appended or removed, or all is gone.
    void arranged();

protected:
    [[nodiscard]] static int alignmentOf(const ColumnSpec &column);
};

} // namespace layerscope
