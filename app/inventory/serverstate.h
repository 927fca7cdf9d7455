// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <QString>

namespace layerscope {

class InventoryTable;
struct RowPatch;

/// The API's words about the state of a server, each "" if it was not told (softlayer-api §6.2, §6.3).
struct ServerStateParts
{
    QString hardwareStatus; ///< Of bare metal: hardwareStatus.status
    QString deviceStatus;   ///< Of a virtual server: deviceStatus.keyName
    QString power;          ///< powerState.keyName; slow, so mostly not asked for
    QString provisioning;   ///< status.keyName; says nothing of whether it runs
};

/// The one word for a server's state, for the table, files and details alike; "" if nothing is known. What
/// its device is said to do goes before its power, and that before whether it was provisioned: a guest that
/// is ACTIVE there may be halted. Pure.
[[nodiscard]] QString serverState(RowKind kind, const ServerStateParts &parts);

/// False for the word of a virtual server that was provisioned, and that may run or not: its power tells.
[[nodiscard]] bool tellsWhetherItRuns(RowKind kind, const QString &state);

/// Puts the state that follows from what the answer and the table know together into the answer, if it is
/// another one than either has: state and power come by different calls. Of servers. O(cells of the answer).
void completeServerState(const InventoryTable &servers, RowPatch &answer);

/// Whether the power of some virtual server is to be asked for, because its state does not tell whether it
/// runs. Only of servers whose state came in this load. O(rows).
[[nodiscard]] bool needsPower(const InventoryTable &servers);

} // namespace layerscope
