// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "views/typedsearch.h"

#include <QModelIndex>

class QTreeView;

namespace layerscope {

class RowsModel;

/// Finds names that begin with what a person types, among the rows that can be seen: those of closed groups
/// and rows are passed over.
class NameSearch
{
public:
    /// The next row with such a name, from the view's current one on and around its end, in the column of
    /// names; invalid: there is none. The texts come from the tables: the views' own search writes out one
    /// for each of 100 000 rows. O(rows in sight).
    [[nodiscard]] QModelIndex find(const QString &letters, const QTreeView &view, const RowsModel &model);

private:
    TypedSearch m_typed;
};

} // namespace layerscope
