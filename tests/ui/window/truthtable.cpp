// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/truthtable.h"

#include "inventory/rowpatch.h"

#include <QJsonArray>

namespace layerscope {

InventoryTable truthOf(const SimulatedAccount &account)
{
    const Catalogue &catalogue = serverCatalogue();
    QJsonArray hardware;
    for (int index = 0; index < account.hardwareCount(); ++index)
        hardware.append(account.hardware(index));
    QJsonArray guests;
    for (int index = 0; index < account.guestCount(); ++index)
        guests.append(account.guest(index));

    InventoryTable table(catalogue);
    const auto add = [&](RowKind kind, const QJsonArray &objects) {
        JsonIssues issues;
        const GroupSet all = GroupSet().set();
        for (const RowPatch &patch : decodeRows(catalogue, kind, all, JsonReader(objects, issues)).rows) {
            bool isNew = false;
            table.listRow(patch, &isNew);
            if (!isNew || !issues.isClean())
                qFatal("the demo account's own rows cannot be read");
        }
    };
    add(RowKind::BareMetal, hardware);
    add(RowKind::Virtual, guests);
    return table;
}

} // namespace layerscope
