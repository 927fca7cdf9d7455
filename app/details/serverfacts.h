// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/factlist.h"
#include "details/serversections.h"

namespace layerscope {

/// What a section says about the server, as far as its parts have come. Pure; a section of a server with 64
/// components takes well under a millisecond. Forgives what the API does now and then (softlayer-api §2.2,
/// §2.3, §9.18): null, "", [] and missing keys are nothing, null elements are skipped, one row may come
/// without its brackets. A wrong type costs its own line and is told.
[[nodiscard]] SectionFacts factsOf(ServerSection section, const PartValues &values);

/// The full name, or "" as long as it is not known.
[[nodiscard]] QString nameOf(const PartValues &values);
/// The word of the state, decided as the inventory's state column decides it (inventory/serverstate.h); "" as
/// long as it is not known.
[[nodiscard]] QString stateOf(const PartValues &values);
/// What is being done to it, in the API's words: "Rescue kernel is booting"; "": nothing, or not known.
[[nodiscard]] QString transactionOf(const PartValues &values);
/// "dal10", or "".
[[nodiscard]] QString datacenterOf(const PartValues &values);

// Each section's own teller, for factsOf() alone.
namespace facts {
/// By the answers with state and power, each perhaps absent.
[[nodiscard]] QString stateWord(RowKind kind, const JsonReader &stateAndPlace, const JsonReader &power);
void machine(FactList &list);
void status(FactList &list);
void addresses(FactList &list);
void costs(FactList &list);
void traffic(FactList &list);
void tags(FactList &list);
void record(FactList &list);
void interfaces(FactList &list);
void vlans(FactList &list);
void components(FactList &list);
void guestSetup(FactList &list);
void disks(FactList &list);
void operatingSystem(FactList &list, bool isShort);
void software(FactList &list);
void billingItem(FactList &list);
void billingParts(FactList &list);
void order(FactList &list);
void allotment(FactList &list);
void cycleUsage(FactList &list);
/// "4 × 2,000 GB SATAIII", several sizes joined by ", "; nothing without disks.
[[nodiscard]] std::optional<QString> diskSummary(FactList &list);
/// "2 × Example CPU 6248"; nothing without processors.
[[nodiscard]] std::optional<QString> processorSummary(FactList &list);
/// "VLAN 893" of the network space "PUBLIC" or "PRIVATE".
[[nodiscard]] std::optional<QString> vlanNumbers(FactList &list, QStringView networkSpace);
/// The fastest interface that is not the management card's.
[[nodiscard]] std::optional<QString> interfaceSpeed(FactList &list);
} // namespace facts

} // namespace layerscope
