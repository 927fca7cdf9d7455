// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/inventorystore.h"

#include <QList>

#include <optional>

namespace layerscope {

/// What a pool counts beyond what its lists show: devices that the key may not see, and those of lists that
/// could not be loaded. One row of the members stands for them, so that the rows' sums are the pool's own.
/// GUI thread.
class PoolRemainder
{
public:
    /// What became of one list of the pool.
    struct List
    {
        RowKind kind = RowKind::BareMetal;
        std::optional<qint64> announced; ///< By the pool's counts or the list itself.
        qint64 listed = 0;
        std::optional<ApiError> error; ///< Why the list, or the rest of it, could not be loaded.
        QByteArray method = {};        ///< Of the pool, which tells lists of one kind apart.

        [[nodiscard]] bool isMissingSome() const { return error || announced.value_or(0) > listed; }
    };
    /// `known`: devices that no list brought, but that stand among the members since an earlier load.
    explicit PoolRemainder(const QList<List> &lists, qint64 known = 0);

    [[nodiscard]] bool isNeeded() const { return m_devices > 0 || m_failure; }
    /// Puts the row among the members, or puts new values into it: "2 not visible to this key", and what the
    /// pool's allocation and traffic leave for it, as far as those of all `shown` members are known.
    /// O(shown).
    void put(qint64 poolId, const InventoryTable &pools, const QList<int> &shown,
             InventoryStore &members) const;

private:
    [[nodiscard]] QString name() const;

    qint64 m_devices = 0;
    std::optional<ApiError> m_failure; ///< Not a refusal: trying again may bring them.
};

} // namespace layerscope
