// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/billingitem.h"
#include "demo/device.h"
#include "demo/jsonvalue.h"

#include <optional>

namespace layerscope::demo {

/// A volume of block or file storage of the simulated account: the facts that its row is told from. Servers
/// of its datacenter may mount it. A cheap value; everything is computed on demand.
class StorageVolume
{
public:
    enum class Family { Block, File };

    /// None without servers.
    [[nodiscard]] static int countOf(const AccountShape &shape, Family family);

    /// Precondition: 0 <= index < countOf(shape, family).
    StorageVolume(const AccountShape &shape, Family family, int index);

    /// Ids grow with the index.
    [[nodiscard]] qint64 id() const;
    [[nodiscard]] QString name() const;
    [[nodiscard]] const Datacenter &datacenter() const;
    /// nullopt: one from before there were types, which costs nothing any more.
    [[nodiscard]] std::optional<BillingItem> billed() const;
    /// The whole SoftLayer_Network_Storage.
    [[nodiscard]] JsonObject row() const;

private:
    [[nodiscard]] bool isNth(int every, int remainder) const { return m_index % every == remainder; }
    [[nodiscard]] bool isBlock() const { return m_family == Family::Block; }
    [[nodiscard]] bool isLegacy() const { return isNth(11, 7) && !isReplica(); }
    [[nodiscard]] bool isReplica() const { return isNth(9, 4); }
    [[nodiscard]] bool isEndurance() const { return isNth(2, 0); }
    [[nodiscard]] bool isReplicated() const;
    [[nodiscard]] int capacityGb() const;
    [[nodiscard]] qint64 createdAt() const;
    [[nodiscard]] Device home() const;
    [[nodiscard]] JsonArray hosts(DeviceKind kind) const;
    [[nodiscard]] QString note() const;
    [[nodiscard]] JsonObject resource() const;
    void addPerformance(JsonObject &row) const;
    void addAccess(JsonObject &row) const;
    void addSnapshots(JsonObject &row) const;
    void addReplicas(JsonObject &row) const;

    AccountShape m_shape;
    Family m_family;
    int m_index;
    Draw m_draw;
};

} // namespace layerscope::demo
