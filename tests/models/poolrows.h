// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/inventory/poolbuilder.h"
#include "inventory/kinds.h"
#include "models/rowsfixture.h"
#include "models/rowsmodel.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace layerscope {

/// In the tree of the rows' names: what stands below a pool for members that are to come.
inline const QString loadingMembers = QStringLiteral("  Loading members …");

/// Pools with their members, with the columns that the tests look at shown.
struct PoolRows : RowsFixture
{
    PoolRows()
        : RowsFixture(poolsTable, columnSet(PoolColumn::Name, PoolColumn::Region, PoolColumn::Devices,
                                            PoolColumn::UsedPercent, PoolColumn::Over))
    {}

    InventoryStore &pools = store;
    InventoryStore &members = *below;

    void listPools(const QList<RowPatch> &patches) { list(patches); }
    void applyPools(const QList<RowPatch> &patches) { apply(patches); }
    void listMembers(const QList<RowPatch> &patches) { listIn(members, patches); }
    void applyMembers(const QList<RowPatch> &patches) { applyTo(members, patches); }
    /// Two pools with two members each, whose lists are finished.
    void fill()
    {
        listPools({namedPool(7, "US", {{PoolColumn::Devices, qint64(2)}}),
                   namedPool(5, "EU", {{PoolColumn::Devices, qint64(2)}})});
        listMembers({memberOf(5, bareMetalKey(1), "e1"), memberOf(5, virtualKey(1), "e2"),
                     memberOf(7, bareMetalKey(2), "u1"), memberOf(7, virtualKey(2), "u2")});
        model.setSettled(5);
        model.setSettled(7);
    }
    [[nodiscard]] qsizetype seenMembers() const { return model.arrangement()->children->rows.size(); }
    /// A node of the navigator: pools with this text in the column.
    void setScope(std::optional<ColumnIndex> column, const QString &text = {})
    {
        respec([column, &text](ArrangementSpec &spec) {
            spec.scopeColumn = column;
            spec.scopeText = text;
            spec.scopeIsAnyValue = column && text.isEmpty();
            spec.childScopeColumn =
                column == PoolColumn::Ends ? std::optional<ColumnIndex>(MemberColumn::Leaves) : std::nullopt;
        });
    }
    [[nodiscard]] QModelIndex pool(qint64 id, int column = PoolColumn::Name) const
    {
        return model.indexOfKey({RowKind::Pool, id}, column);
    }
    [[nodiscard]] QModelIndex member(RowKey key, int column = PoolColumn::Name) const
    {
        return model.indexOfKey(key, column);
    }
};

/// What PoolRows::fill() makes.
inline const QStringList filledPools{QStringLiteral("EU"), QStringLiteral("  e1"), QStringLiteral("  e2"),
                                     QStringLiteral("US"), QStringLiteral("  u1"), QStringLiteral("  u2")};

} // namespace layerscope
