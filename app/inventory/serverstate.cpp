// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/serverstate.h"

#include "inventory/inventorytable.h"

#include <algorithm>
#include <variant>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

QString serverState(RowKind kind, const ServerStateParts &parts)
{
    if (kind == RowKind::BareMetal)
        return parts.hardwareStatus;
    const QString &state = parts.deviceStatus.isEmpty() ? parts.provisioning : parts.deviceStatus;
    return parts.power.isEmpty() || tellsWhetherItRuns(kind, state) ? state : parts.power;
}

bool tellsWhetherItRuns(RowKind kind, const QString &state)
{
    return kind != RowKind::Virtual ||
           (!state.isEmpty() && state.compare("ACTIVE"_L1, Qt::CaseInsensitive) != 0);
}

void completeServerState(const InventoryTable &servers, RowPatch &answer)
{
    if (answer.key.kind != RowKind::Virtual)
        return;
    const std::optional<int> row = servers.find(answer.key);
    // Of this load only: an older power says nothing of a newer state.
    const auto known = [&](ColumnIndex column, int group) -> QString {
        if (answer.loaded.test(static_cast<std::size_t>(group))) {
            for (const auto &[of, value] : answer.values) {
                if (of == column)
                    return std::get<QString>(value);
            }
            return {};
        }
        return row && servers.groupState(*row, group) == CellState::Value ? servers.text(*row, column)
                                                                          : QString();
    };
    const QString state = known(ServerColumn::State, ServerGroup::Status);
    const QString power = known(ServerColumn::Power, ServerGroup::Power);
    const QString decided = serverState(RowKind::Virtual, {{}, state, power, {}});
    if (decided == state || state.isEmpty())
        return; // the power alone is not the state: that is still to come
    std::erase_if(answer.values, [](const auto &cell) { return cell.first == ServerColumn::State; });
    answer.values.emplace_back(ServerColumn::State, decided);
    answer.loaded.set(ServerGroup::Status);
}

bool needsPower(const InventoryTable &servers)
{
    const GroupSet power = GroupSet().set(ServerGroup::Power);
    QString told; // the same few words all over the table, which share their characters
    for (int row = 0; row < servers.rowCount(); ++row) {
        const RowKind kind = servers.key(row).kind;
        if (kind != RowKind::Virtual || servers.missingGroups(row, power).none())
            continue;
        const QString &state = servers.text(row, ServerColumn::State);
        if (!told.isEmpty() && state.constData() == told.constData())
            continue;
        if (servers.groupState(row, ServerGroup::Status) != CellState::Value)
            continue;
        if (!tellsWhetherItRuns(kind, state))
            return true;
        told = state;
    }
    return false;
}

} // namespace layerscope
