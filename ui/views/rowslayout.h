// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/openrows.h"

#include <QByteArray>

class QTreeView;

namespace layerscope {

class ColumnLayout;
class GroupExpansion;
class RowsModel;

/// How a person arranged a view of rows, as bytes for the settings: the order, the columns and the groups
/// that are closed, or of a table that has another one below it the rows that are open, which open as they
/// come. GUI thread; all that it is of outlives it.
class RowsLayout
{
public:
    RowsLayout(QTreeView &view, const RowsModel &model, GroupExpansion &groups, ColumnLayout &columns);

    [[nodiscard]] QByteArray save() const;
    /// False: these are not the bytes of such a table, or damaged. A column that is not known (any more)
    /// leaves the order as it is.
    bool restore(const QByteArray &layout);
    /// Of rows that come from now on: none opens.
    void forgetOpenRows() { m_openRows.forget(); }

private:
    QTreeView &m_view;
    const RowsModel &m_model;
    GroupExpansion &m_groups;
    ColumnLayout &m_columns;
    OpenRows m_openRows;
};

} // namespace layerscope
