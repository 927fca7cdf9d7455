// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/calllog.h"
#include "demo/faultplan.h"
#include "demo/latencymodel.h"
#include "demo/simulatedaccount.h"

#include <QString>
#include <QUrl>

#include <memory>

namespace layerscope {

/// The simulated SoftLayer REST API on loopback, served by a thread of its own, so that neither a window nor
/// a command waits for it. Every function is safe on any thread, but construction, start() and destruction
/// belong to one. The destructor closes the port and waits for the thread; calls in the air end as lost
/// connections.
class SimulatedServer
{
public:
    explicit SimulatedServer(const SimulatedAccount &account, LatencyModel latency = {},
                             FaultPlan faults = {});
    /// `pools` as for SimulatedAccount.
    explicit SimulatedServer(int servers, LatencyModel latency = {}, FaultPlan faults = {},
                             std::optional<int> pools = std::nullopt);
    ~SimulatedServer();
    SimulatedServer(const SimulatedServer &) = delete;
    SimulatedServer &operator=(const SimulatedServer &) = delete;

    /// Servers that were sent once are sent as they were, so many of them: what a benchmark measures is then
    /// the client. None otherwise. To be called before start().
    void rememberRows(qsizetype most);
    /// Opens a free port of 127.0.0.1. Errors: Offline if the system gives none. To be called once.
    [[nodiscard]] Result<Done> start();

    /// "http://127.0.0.1:PORT/rest/v3.1/", for the time after start().
    [[nodiscard]] QUrl restUrl() const;
    /// For HTTP Basic. Key and token are drawn anew for each server; the key is also good for the user
    /// "apikey".
    [[nodiscard]] QString userName() const;
    [[nodiscard]] QString apiKey() const;
    /// For Bearer.
    [[nodiscard]] QString accessToken() const;

    /// The truth behind the answers.
    [[nodiscard]] const SimulatedAccount &account() const;

    /// Holds for calls that arrive from now on; waits until it does.
    void setFaultPlan(const FaultPlan &plan);
    /// What has been asked so far.
    [[nodiscard]] CallLog &log();
    [[nodiscard]] const CallLog &log() const;

private:
    class Worker;
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
