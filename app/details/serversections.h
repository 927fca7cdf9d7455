// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/serverparts.h"

#include <QList>
#include <QString>

namespace layerscope {

/// Where a section stands. The raw JSON has a tab of its own, without sections.
enum class DetailsTab : quint8 { Overview, Network, Hardware, Billing, Bandwidth };

/// The sections of a server in full; on the overview they are short.
enum class ServerSection : quint8 {
    Machine,
    Status,
    Addresses,
    System,
    Costs,
    Traffic,
    Tags,
    Record, ///< Dates, identifiers, notes.
    Interfaces,
    Vlans,
    Components,
    GuestSetup, ///< Virtual only: what it runs on and was made from.
    Disks,
    OperatingSystem,
    Software,
    BillingItem,
    BillingParts,
    Order,
    Allotment,
    CycleUsage,
};

/// The sections of a tab for this kind of server, from the top.
[[nodiscard]] QList<ServerSection> sectionsOf(RowKind kind, DetailsTab tab);
/// What a section is told from, the main part first. Its facts need not wait for all of them.
[[nodiscard]] QList<ServerPart> partsOf(RowKind kind, ServerSection section);
/// Translated.
[[nodiscard]] QString titleOf(ServerSection section);

} // namespace layerscope
