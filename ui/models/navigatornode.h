// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/kinds.h"
#include "models/inventoryroles.h"

#include <QString>

#include <optional>

namespace layerscope {

/// One node of the navigator: what it shows, and how many there are of it. A value.
struct NavigatorNode
{
    QString id;
    QString title;
    QString description = {}; ///< One sentence: which rows it has; empty if its title says that.
    int indent = 0;
    StateMark mark = StateMark::Unknown;

    const TableSpec *table = nullptr; ///< Whose rows it is about; never null once it is made.
    std::optional<RowKind> kind = {};
    std::optional<ColumnIndex> scopeColumn = {};
    QString scopeText = {};
    bool scopeIsAnyValue = false; ///< Rows that have anything in the column, instead of this text.
    std::optional<ColumnIndex> childScopeColumn = {}; ///< ArrangementSpec::childScopeColumn
    std::optional<RowKey> row = {};                   ///< It is about this one among all of them.

    std::optional<qint64> count = {};
    bool isPartial = false;
    bool isUnknown = false; ///< There is no count, and none will come.

    bool operator==(const NavigatorNode &) const = default;
};

} // namespace layerscope
