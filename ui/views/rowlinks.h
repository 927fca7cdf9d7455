// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"

#include <QModelIndex>
#include <QObject>

#include <optional>

class QMenu;

namespace layerscope {

class RowsModel;

/// Where the rows of a model lead to: a cell that names a row of another kind (ColumnSpec::link) to that, a
/// row below another one that is a row of another table (rowOfOwnTable) to that, a row to what it has to do
/// with (TableSpec::relations). GUI thread.
class RowLinks : public QObject
{
    Q_OBJECT

public:
    explicit RowLinks(QObject *parent);

    /// nullptr: none, and nothing leads anywhere.
    void setModel(const RowsModel *model) { m_model = model; }

    /// What an index leads to: as a row below another one, else by its cell.
    [[nodiscard]] std::optional<RowKey> linkOf(const QModelIndex &index) const;
    /// What a row below another one leads to, whatever the column.
    [[nodiscard]] std::optional<RowKey> linkOfChild(const QModelIndex &index) const;
    /// All that the row of this index leads to.
    void addActions(QMenu *menu, const QModelIndex &index);

Q_SIGNALS:
    /// Chosen from the menu.
    void rowWanted(layerscope::RowKey key);
    void jumpWanted(const layerscope::Jump &jump);

private:
    /// What the cell in this column of the index's row leads to; nullopt: nothing, or it is not known.
    [[nodiscard]] std::optional<RowKey> linkOfCell(const QModelIndex &index, ColumnIndex column) const;
    void addLink(QMenu *menu, RowKey key, QString name);

    const RowsModel *m_model = nullptr;
};

} // namespace layerscope
