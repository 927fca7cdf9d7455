// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "loaders/loadoutcome.h"
#include "loaders/remainder.h"
#include "loaders/standingrows.h"

#include <QHash>
#include <QList>

namespace layerscope {

/// The rows that stand for others below a parent (Nesting::restKind), one of a parent that needs it, and how
/// many each of them stands for. GUI thread; the stores outlive it.
class RestRows
{
public:
    RestRows(InventoryStore &parents, InventoryStore &store);

    /// Puts that of this parent into the table, or takes it out if there is nobody to stand for. `shown`: the
    /// rows below the parent; `elsewhere`: those that its lists have, too, and that stand below another one.
    /// O(shown + elsewhere).
    void put(qint64 parentId, const Remainder &rest, const QList<int> &shown, const QList<RowKey> &elsewhere);
    /// By the states of the rows themselves, as far as these groups go; also those of an earlier load.
    /// O(parents).
    [[nodiscard]] RestTally tally(GroupSet wanted) const;

private:
    struct Rest
    {
        qint64 missing = 0; ///< As Remainder says.
        bool isNumberKnown = true;
    };
    InventoryStore &m_parents;
    InventoryStore &m_store;
    StandingRows m_standing;
    QHash<qint64, Rest> m_rests; ///< By parent.
};

} // namespace layerscope
