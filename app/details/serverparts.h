// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"
#include "loaders/parts.h"

#include <QList>

#include <optional>
#include <span>

namespace layerscope {

/// What one server is asked for in full, each by a call of its own (softlayer-api §7.2, §7.4).
enum class ServerPart : quint8 {
    Object, ///< The small getObject.
    NetworkComponents,
    NetworkVlans,
    ActiveComponents, ///< Bare metal only.
    HardDrives,       ///< Bare metal only.
    BlockDevices,     ///< Virtual only.
    PowerState,       ///< Virtual only; by itself, because it is slow (§6.3).
    OperatingSystem,
    SoftwareComponents,
    BillingItem,
    TagReferences,
    ActiveTransaction,
    LastTransaction,
    AllotmentDetail,
    Projection, ///< A bare number of GB.
    CycleUsage,
};
inline constexpr int serverPartCount = static_cast<int>(ServerPart::CycleUsage) + 1;

/// How one part is asked for. Each mask names every property on every level (softlayer-api §0.3), which also
/// keeps out what must never come: passwords, licence keys, user data.
struct ServerPartSpec
{
    ServerPart part;
    const char *method;     ///< "getNetworkComponents"
    const char *property;   ///< Its name in the object: "networkComponents"; "" for the object itself.
    const char *mask;       ///< Dotted paths, comma-separated.
    const char *permission; ///< As softlayer-api §6.13 names it; nullptr: it names none.
};

/// Only the parts that the kind has. Lives as long as the program.
[[nodiscard]] std::span<const ServerPartSpec> partsOf(RowKind kind);
/// nullptr: the kind has no such part.
[[nodiscard]] const ServerPartSpec *specOf(RowKind kind, ServerPart part);

/// For Parts; the keys are the methods' names.
[[nodiscard]] QList<PartSpec> partSpecsOf(RowKind kind);
[[nodiscard]] std::optional<ServerPart> partOfMethod(RowKind kind, const QByteArray &method);
/// The call as text to hand on to whoever can help: "SoftLayer_Hardware_Server::getBillingItem (1403101)" and
/// its mask. Holds no key.
[[nodiscard]] QString requestText(RowKey server, ServerPart part);

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::ServerPart)
