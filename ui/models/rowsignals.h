// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractItemModel>

namespace layerscope {

/// Above this many changed rows at once (a new load makes all of them stale) one span a parent says it:
/// proxies take a signal a row for some thousand rows, and a wide one, but not 100 000 of them (style §2).
inline constexpr qsizetype maxRowSignals = 4096;

/// Says by dataChanged, over all columns, that these rows of a model changed: of each, or of more than
/// maxRowSignals in one span for each parent, from the first of its rows that changed to the last. Indexes of
/// any column, in any order; invalid ones (rows that are not to be seen) are passed over. Children of one
/// parent have the same internal id, and of two parents not (ParentId). No roles: all of them. O(rows).
void announceRows(QAbstractItemModel &model, const QModelIndexList &rows, const QList<int> &roles = {});

} // namespace layerscope
