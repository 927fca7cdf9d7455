// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"

#include <QMenu>

class QModelIndex;

namespace layerscope {

class ColumnActions;
class RowCopier;
class RowRetrier;
class RowsModel;

/// What can be done with the rows that are selected in a table, and with the current one and its cell: copy
/// them, go to what they lead to, ask again for what failed, and what concerns the cell's column. Deletes
/// itself when it is closed. GUI thread.
class RowMenu final : public QMenu
{
    Q_OBJECT

public:
    /// What the view has its menus from; outlives the menu.
    struct Sources
    {
        const RowsModel &model;
        const RowCopier &copier;
        const RowRetrier &retrier;
        ColumnActions &columns;
    };

    RowMenu(const Sources &sources, const QModelIndex &current, QWidget *parent);

Q_SIGNALS:
    /// As those of RowsView.
    void rowWanted(layerscope::RowKey key);
    void jumpWanted(const layerscope::Jump &jump);
};

} // namespace layerscope
