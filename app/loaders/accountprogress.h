// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/loadoutcome.h"
#include "loaders/loadprogressmeter.h"
#include "loaders/steadyestimate.h"

#include <QList>

namespace layerscope {

class PoolsLoader;
class TableLoader;

/// How far the load of an account is, all of its tables together, and how long the rest takes. GUI thread;
/// O(tables) a look.
class AccountProgress
{
public:
    /// A new load.
    void clear();
    /// The load was interrupted: how fast it went before says nothing.
    void clearRates();
    /// `tables`: the servers first. `pools` may be nullptr. `now` by the account's clock.
    void look(const QList<const TableLoader *> &tables, const PoolsLoader *pools,
              std::chrono::milliseconds now, bool isRunning);
    void setCallsInFlight(int calls) { m_now.callsInFlight = calls; }

    [[nodiscard]] const LoadProgress &now() const { return m_now; }

private:
    void addTable(const TableLoader &table);
    void addPools(const PoolsLoader &pools);
    [[nodiscard]] std::optional<std::chrono::seconds> timeLeft(std::chrono::milliseconds now, bool isRunning);

    LoadProgress m_now;
    bool m_areTablesSettled = false; ///< All but the pools.
    LoadProgressMeter m_rows;
    LoadProgressMeter m_pools; ///< Those whose members are finished
    SteadyEstimate m_estimate;
    bool m_isAllAnnounced = false; ///< Of each table it is known how many rows there are.
};

} // namespace layerscope
