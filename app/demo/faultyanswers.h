// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/simulatedapi.h"

#include <optional>

namespace layerscope::demo {

// What the faults of a plan do to one call, once it is known which of them strike it. Each function is given
// those and passes by the others.

/// HTTP 500 with the text that stands for everything (softlayer-api §4.2).
[[nodiscard]] WireError internalError();
/// An error as the API sends it.
[[nodiscard]] SimulatedResponse refusal(const WireError &error);
/// A page of HTML, as a gateway or proxy in between sends it.
[[nodiscard]] SimulatedResponse gatewayPage(int status, const QByteArray &title);

/// The call with the ids of the account, where the faults made the client use others.
[[nodiscard]] WireCall withOwnIds(WireCall call, const QList<Fault> &faults);
/// What comes in place of the API's answer. nullopt: the call goes through.
[[nodiscard]] std::optional<SimulatedResponse> answerInstead(const QList<Fault> &faults,
                                                             const WireCall &call);
/// Changes what the answer says, while it is still values.
void bend(Payload &payload, const QList<Fault> &faults);
/// Changes what no JSON value can hold. `body` is what bend() left, as bytes.
[[nodiscard]] QByteArray bentBytes(QByteArray body, const QList<Fault> &faults);

} // namespace layerscope::demo
