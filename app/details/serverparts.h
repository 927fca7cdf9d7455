// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"
#include "loaders/objectparts.h"

#include <QList>

#include <optional>
#include <span>

namespace layerscope {

/// What one server is asked for in full, each by a call of its own (softlayer-api §7.2, §7.4). What takes
/// relations on relations is split further: each one costs the server time, and the slowest call decides.
enum class ServerPart : quint8 {
    Object,        ///< The small getObject: nothing that hangs on a relation.
    StateAndPlace, ///< getObject once more: state, datacenter and what it is built into.
    NetworkComponents,
    NetworkTrunks, ///< Bare metal only: getNetworkComponents once more, for the switch ports' VLANs.
    NetworkVlans,
    ActiveComponents, ///< Bare metal only.
    HardDrives,       ///< Bare metal only.
    BlockDevices,     ///< Virtual only.
    PowerState,       ///< Virtual only; by itself, because it is slow (§6.3).
    OperatingSystem,
    SoftwareComponents,
    BillingItem,
    Order, ///< getBillingItem once more: who ordered it.
    TagReferences,
    ActiveTransaction,
    LastTransaction,
    AllotmentDetail,
    Projection, ///< Asked for by itself: it is slow.
    CycleUsage,
};
inline constexpr int serverPartCount = static_cast<int>(ServerPart::CycleUsage) + 1;

/// How one part is asked for. Each mask names every property on every level (softlayer-api §0.3), which also
/// keeps out what must never come: passwords, licence keys, user data.
struct ServerPartSpec
{
    ServerPart part;
    const char *key;        ///< Unique in its kind.
    const char *method;     ///< "getNetworkComponents"
    const char *property;   ///< Its name in the object: "networkComponents"; "" for the object itself.
    const char *mask;       ///< Dotted paths, comma-separated.
    const char *permission; ///< As softlayer-api §6.13 names it; nullptr: it names none.
};

/// Only the parts that the kind has; none of a kind that is not asked for in parts. Lives as long as the
/// program.
[[nodiscard]] std::span<const ServerPartSpec> partsOf(RowKind kind);
/// nullptr: the kind has no such part.
[[nodiscard]] const ServerPartSpec *specOf(RowKind kind, ServerPart part);

/// For ObjectParts.
[[nodiscard]] QList<PartSpec> partSpecsOf(RowKind kind);
[[nodiscard]] std::optional<ServerPart> partOfKey(RowKind kind, const QByteArray &key);
/// The call as text to hand on to whoever can help: "SoftLayer_Hardware_Server::getBillingItem (1403101)" and
/// its mask. Holds no key.
[[nodiscard]] QString requestText(RowKey server, ServerPart part);

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::ServerPart)
