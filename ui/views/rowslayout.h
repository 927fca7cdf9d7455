// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

class QTreeView;

namespace layerscope {

class ColumnLayout;
class GroupExpansion;
class RowsModel;

/// How a person arranged a view of rows, as bytes for the settings: the order, the columns and, of a table
/// that has none below it, the groups that are closed. GUI thread; all that it is of outlives it.
class RowsLayout
{
public:
    RowsLayout(QTreeView &view, const RowsModel &model, GroupExpansion &groups, ColumnLayout &columns);

    [[nodiscard]] QByteArray save() const;
    /// False: these are not the bytes of such a table, or damaged. A column that is not known (any more)
    /// leaves the order as it is.
    bool restore(const QByteArray &layout);

private:
    QTreeView &m_view;
    const RowsModel &m_model;
    GroupExpansion &m_groups;
    ColumnLayout &m_columns;
};

} // namespace layerscope
