// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/compiledmask.h"
#include "demo/rowselection.h"
#include "demo/simulatedaccount.h"
#include "demo/wirecall.h"

namespace layerscope::demo {

/// What is peculiar to one call: its number and the faults that bend its meaning.
struct CallCircumstances
{
    quint64 number = 0;
    bool ignoresFilter = false;
    bool ignoresOffsetOfOne = false; ///< With limit 1.
    WireFilter::UnknownPaths unknownPaths = WireFilter::UnknownPaths::Ignored;
    QList<qint64> vanishedHardware;
    QList<qint64> vanishedGuests;

    [[nodiscard]] const QList<qint64> &vanished(DeviceKind kind) const
    {
        return kind == DeviceKind::Hardware ? vanishedHardware : vanishedGuests;
    }
};

/// The result of a method before it becomes bytes.
struct Payload
{
    QJsonValue value;
    std::optional<int> total; ///< Lists only: rows that match.
    int rows = 1;
    int relations = 0; ///< Named by the mask.
};

/// The services and methods of the simulated account. Const after construction, safe on any thread.
class SimulatedServices
{
public:
    explicit SimulatedServices(const SimulatedAccount &account);

    /// Errors: as softlayer-api §4.2 words them.
    [[nodiscard]] Result<Payload, WireError> call(const WireCall &call,
                                                  const CallCircumstances &circumstances) const;

private:
    using Answer = Result<Payload, WireError>;

    [[nodiscard]] Answer callAccount(const WireCall &call, const CallCircumstances &circumstances) const;
    [[nodiscard]] Answer callDevice(DeviceKind kind, const WireCall &call, const TypeInfo *declared,
                                    const CallCircumstances &circumstances) const;
    [[nodiscard]] Answer listDevices(DeviceKind kind, const WireCall &call,
                                     const CallCircumstances &circumstances) const;

    SimulatedAccount m_account;
};

} // namespace layerscope::demo
