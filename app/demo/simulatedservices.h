// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/answers.h"
#include "demo/networkview.h"
#include "demo/poolview.h"
#include "demo/simulatedaccount.h"

namespace layerscope::demo {

/// The services and methods of the simulated account. For one thread at a time.
class SimulatedServices
{
public:
    explicit SimulatedServices(const SimulatedAccount &account);

    /// Keeps so many servers as they were sent; see RowMemo.
    void rememberRows(qsizetype most) { m_memo = RowMemo(most); }

    /// Errors: as softlayer-api §4.2 words them.
    [[nodiscard]] Answer call(const WireCall &call, const CallCircumstances &circumstances) const;

private:
    [[nodiscard]] Answer callAccount(const WireCall &call, const CallCircumstances &circumstances) const;
    [[nodiscard]] Answer callDevice(DeviceKind kind, const WireCall &call, const TypeInfo *declared,
                                    const CallCircumstances &circumstances) const;
    [[nodiscard]] Answer listDevices(DeviceKind kind, const WireCall &call,
                                     const CallCircumstances &circumstances) const;
    [[nodiscard]] Answer callPool(const WireCall &call, const CallCircumstances &circumstances) const;
    /// null if it does not exist.
    [[nodiscard]] Answer onePool(const PoolViews &pools, int number, const WireCall &call) const;
    [[nodiscard]] JsonValue virtualPrivateRack(const PoolViews &pools, const QStringList &parts) const;
    [[nodiscard]] PoolViews poolViews(const CallCircumstances &circumstances) const;
    [[nodiscard]] NetworkView networkView(const CallCircumstances &circumstances) const;

    SimulatedAccount m_account;
    mutable RowMemo m_memo; ///< Of servers.
};

} // namespace layerscope::demo
