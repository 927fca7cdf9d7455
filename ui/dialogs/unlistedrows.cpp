// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/unlistedrows.h"

#include "inventory/kinds.h"
#include "loaders/loadoutcome.h"
#include "session/accountsession.h"

#include <QHash>

#include <algorithm>

namespace layerscope {

qint64 unlistedRows(const LoadOutcome &outcome, const std::function<bool(RowKind)> &isMeant)
{
    qint64 rows = 0;
    for (const LoadOutcome::List &list : outcome.lists) {
        if (isMeant(list.kind))
            rows += list.missing();
    }
    return rows;
}

qint64 unlistedRowsBelow(AccountSession &session, const TableSpec &table)
{
    const Nesting &nesting = *table.nesting;
    const InventoryTable &rows = session.store(table).table();
    QHash<qint64, qint64> listed;
    for (int row = 0; row < rows.rowCount(); ++row) {
        if (rows.hasValue(row, nesting.parentIdColumn))
            ++listed[rows.bits(row, nesting.parentIdColumn)];
    }
    const InventoryTable &upper = session.store(*table.parent).table();
    qint64 unlisted = 0;
    for (int row = 0; row < upper.rowCount(); ++row) {
        const qint64 id = upper.key(row).id;
        if (session.isSettled(*table.parent, id))
            continue;
        const qint64 count =
            upper.hasValue(row, nesting.countColumn) ? upper.bits(row, nesting.countColumn) : 1;
        unlisted += std::max<qint64>(0, count - listed.value(id));
    }
    return unlisted;
}

} // namespace layerscope
