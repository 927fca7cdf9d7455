// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/networkview.h"
#include "demo/rowsource.h"

#include <vector>

namespace layerscope {
class SimulatedAccount;
}

namespace layerscope::demo {

/// All top-level billing items of the account: of its servers, volumes, VLANs, subnets and pools, each with
/// the id and the fee that it has there. Rows are told one by one; to be made costs O(servers).
class BillingLedger final : public WholeRows
{
public:
    explicit BillingLedger(const SimulatedAccount &account);

    [[nodiscard]] int count() const override { return static_cast<int>(m_entries.size()); }
    [[nodiscard]] JsonObject row(int row) const override;
    [[nodiscard]] JsonValue value(int row, const QString &property) const override;
    [[nodiscard]] std::optional<int> rowOfId(qint64 id) const override;

    /// What the next invoice takes for it.
    [[nodiscard]] qint64 cents(int row) const;
    /// As it stands on the wire: such texts are in the order of their times.
    [[nodiscard]] QString createDate(int row) const;

private:
    enum class Sort { Hardware, Guest, BlockVolume, FileVolume, Vlan, Subnet, Pool };
    struct Entry
    {
        qint64 id = 0;
        Sort sort = Sort::Hardware;
        int index = 0; ///< Of the server, volume or pool, or the row of the VLAN or subnet.
    };

    [[nodiscard]] const Entry &entry(int row) const { return m_entries[static_cast<size_t>(row)]; }
    [[nodiscard]] std::optional<Device> deviceOf(int row) const;
    void addDevices();
    void addVolumes();
    void addNetwork();
    void addPools();

    AccountShape m_shape;
    NetworkView m_network;
    std::vector<Entry> m_entries; ///< By id, ascending.
};

} // namespace layerscope::demo
