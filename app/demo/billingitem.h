// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/jsonvalue.h"
#include "demo/vocabulary.h"

#include <QString>

#include <optional>

namespace layerscope::demo {

/// A top-level billing item that no server has: of a volume, say. It stands in the account's list of them and
/// below whatever it is billed for.
struct BillingItem
{
    qint64 id = 0;
    QString category;    ///< "storage_as_a_service"
    QString description; ///< As an invoice has it.
    int monthlyCents = 0;
    qint64 createdAt = 0; ///< Seconds of the epoch.
    std::optional<qint64> cancelledAt = {};
    const Datacenter *datacenter = nullptr; ///< nullptr: it is in none.
    const Owner *owner = nullptr;           ///< Who ordered it; nullptr: it came by itself.
    QString hostName = {};
};

/// As it stands on the wire, whole.
[[nodiscard]] JsonObject billingItem(const BillingItem &item);
/// A SoftLayer_User_Customer, as orders name it.
[[nodiscard]] JsonObject userRecord(const Owner &owner);

} // namespace layerscope::demo
