// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/device.h"
#include "demo/jsonvalue.h"

#include <QHash>

namespace layerscope::demo {

class Vlan;

/// Tells one property of a device as it stands on the wire; Undefined where the API omits the key.
using Producer = JsonValue (*)(const Device &);
using Producers = QHash<QString, Producer>;

/// Every property a kind of device can have, local and relational. Relations come with all their own parts.
[[nodiscard]] const Producers &producersOf(DeviceKind kind);

/// One property; Undefined if this device has none of it.
[[nodiscard]] JsonValue property(const Device &device, const QString &name);
/// The same for a relation of which only some parts are wanted; costly ones then bring no more than these.
[[nodiscard]] JsonValue parts(const Device &device, const QString &name, const QStringList &wanted);
/// All of them: what the widest possible mask would bring.
[[nodiscard]] JsonObject everything(const Device &device);

/// What a table tells of a device as one object, or those parts of it that are wanted. Empty: all.
[[nodiscard]] JsonObject produce(const Producers &producers, const Device &device, const QStringList &wanted);

/// The billing item, or those parts of it that are wanted. Empty: all. Undefined: it has none.
[[nodiscard]] JsonValue billingItem(const Device &device, const QStringList &wanted);

/// Of that, for those that have one (Device::hasBillingItem).
[[nodiscard]] qint64 billingItemId(const Device &device);

/// What getReverseDomainRecords tells: a method, not a property (softlayer-api §6.3).
[[nodiscard]] JsonArray reverseDomainRecords(const Device &device);

/// How a VLAN tells of hardware whose switch port lets it pass: one of its networkComponentTrunks.
[[nodiscard]] JsonObject trunkOf(const Device &device, const Vlan &vlan);

/// True for devices in a rack or pool that have a public port.
[[nodiscard]] bool hasAllotmentDetail(const Device &device);
/// The membership in a rack or pool, or those parts of it that are wanted. Empty: all. Undefined: it has
/// none.
[[nodiscard]] JsonValue allotmentDetail(const Device &device, const QStringList &wanted);

// The parts of the table, a file each.
void addBandwidthProperties(Producers &producers, DeviceKind kind);
void addBillingProperties(Producers &producers, DeviceKind kind);
void addNetworkProperties(Producers &producers, DeviceKind kind);
void addComponentProperties(Producers &producers, DeviceKind kind);
void addSoftwareProperties(Producers &producers);

} // namespace layerscope::demo
