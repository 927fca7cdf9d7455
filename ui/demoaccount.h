// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/connection.h"
#include "core/result.h"
#include "demo/simulatedserver.h"

#include <chrono>
#include <memory>

namespace layerscope {

/// The demo account, brought up when somebody wants it. Lives longer than what talks to it.
class DemoAccount
{
public:
    /// `servers`: how large it is; `latency`: what a call takes at least.
    DemoAccount(int servers, std::chrono::milliseconds latency);

    /// Starts its server at the first call. Errors: Offline if the system gives no port.
    [[nodiscard]] Result<Connection> open();
    [[nodiscard]] int servers() const { return m_servers; }

private:
    int m_servers;
    std::chrono::milliseconds m_latency;
    std::unique_ptr<SimulatedServer> m_server;
};

} // namespace layerscope
