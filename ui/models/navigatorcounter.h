// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "models/navigatorcounts.h"

#include <QObject>
#include <QTimer>

#include <chrono>
#include <optional>
#include <vector>

class QThreadPool;

namespace layerscope {

/// Counts what the navigator lists: of an account of a few thousand rows at once, of a large one on a worker,
/// where it takes several milliseconds. GUI thread; the stores outlive it.
class NavigatorCounter final : public QObject
{
    Q_OBJECT

public:
    /// Rows of all tables up to which nobody waits for a worker: a fraction of a millisecond.
    static constexpr qint64 fewRows = 5000;

    NavigatorCounter(const InventoryStore &servers, const InventoryStore &pools,
                     const InventoryStore &members, const QList<const InventoryStore *> &beside,
                     QThreadPool &workers);

    [[nodiscard]] const NavigatorCounts &counts() const { return m_counts; }
    /// What "not permitted" is about: groups of servers. Whether they are others than before.
    bool setWantedGroups(GroupSet groups);

    /// counted() comes, perhaps from inside this call: of the rows as they are now or later. What else is
    /// shown with the counts may thus be changed before this call, and is never newer than they are.
    void count();
    /// The same after this time, however often it is said until then, or after what is under way.
    void countWithin(std::chrono::milliseconds time);

Q_SIGNALS:
    void counted();

private:
    [[nodiscard]] std::vector<quint64> state() const;
    void take(const std::vector<quint64> &state, const NavigatorCounts &counts);

    const InventoryStore &m_servers;
    const InventoryStore &m_pools;
    const InventoryStore &m_members;
    QList<const InventoryStore *> m_beside;
    QThreadPool &m_workers;
    QTimer m_timer;
    GroupSet m_wanted;
    NavigatorCounts m_counts;                        ///< Of the rows as they were …
    std::vector<quint64> m_countedState;             ///< … when this was their state.
    int m_generation = 0;                            ///< Of what a worker is told: only the last one matters.
    bool m_isRunning = false;                        ///< The last one.
    std::optional<std::chrono::milliseconds> m_next; ///< Within which time to count once it has ended.
};

} // namespace layerscope
