// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>

class QAbstractItemView;

namespace layerscope {

class ArrangementModel;
class TreeMove;

/// Carries a selection of many rows over to the next arrangement. A QItemSelectionModel would have the model
/// keep an index for each selected row while it changes its layout, which takes some 150 ms for 100 000 rows
/// in groups; this takes the selection from it before, and gives it back where its rows stand then, without a
/// signal of either. Few rows it leaves to Qt. A value; GUI thread.
class SelectionKeeper
{
public:
    /// Before the layout changes.
    void take(QAbstractItemView &view);
    /// After it changed. Cost: O(rows taken + rows seen), and O(ranges that come of it) indexes in the model.
    void giveBack(QAbstractItemView &view, const ArrangementModel &model, const TreeMove &move);

private:
    /// Rows that were selected, one after the other below the same parent.
    struct Range
    {
        quintptr id; ///< Of their places (TreePlace)
        int first;
        int last;
    };
    QList<Range> m_taken;
};

} // namespace layerscope
