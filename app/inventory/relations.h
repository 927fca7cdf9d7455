// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/kinds.h"

#include <QMetaType>
#include <QString>

#include <optional>

namespace layerscope {

/// Where a relation of one row leads: to a row, or to all rows of a table that a filter lets through. A
/// value.
struct Jump
{
    const TableSpec *table = nullptr;
    std::optional<RowKey> row = {};
    QString filter; ///< Words of a RowFilter; empty if it is one row.

    bool operator==(const Jump &) const = default;
};

/// nullopt: nowhere, or it is not known yet (isUnknown()). O(tables).
[[nodiscard]] std::optional<Jump> jumpFrom(const InventoryTable &table, int row, const Relation &relation);
/// What the relation's rows are found by is not known of this row. O(1).
[[nodiscard]] bool isUnknown(const InventoryTable &table, int row, const Relation &relation);

/// What rows of this table call that row of another one: the text of a link to it (ColumnSpec::link), or
/// their own name where they are the same thing (rowOfOwnTable). Empty if none names it. O(rows).
[[nodiscard]] QString nameGivenTo(RowKey key, const InventoryTable &table);

/// Words that take the primary addresses of servers that lie in an IPv4 network, for relations of subnets:
/// "private_ip>=10.1.2.0 private_ip<=10.1.2.63". `ipColumn` is a column of servers. Empty for what is no such
/// network.
[[nodiscard]] QString wordsForNetwork(const QString &firstAddress, qint64 prefixLength,
                                      QLatin1StringView ipColumn);

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::Jump)
