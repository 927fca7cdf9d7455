// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/grouptrials.h"

#include <algorithm>
#include <cmath>
#include <optional>

namespace layerscope {

namespace {

/// Steps of this part of the table, round and round, never come near each other (the golden section).
constexpr double step = 0.6180339887498949;

/// A row that lacks some of these, the `number`th of a walk over all of them; nullopt: none does.
std::optional<int> rowToTry(const InventoryTable &table, RowKind kind, GroupSet groups, int number)
{
    std::vector<int> rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.key(row).kind == kind && table.missingGroups(row, groups).any())
            rows.push_back(row);
    }
    if (rows.empty())
        return std::nullopt;
    const double place = std::fmod((number + 1) * step, 1.0) * static_cast<double>(rows.size());
    return rows[std::min(static_cast<std::size_t>(place), rows.size() - 1)];
}

} // namespace

void GroupTrials::add(RowKind kind, GroupSet groups)
{
    of(kind).trials.push_back({groups, false, 0});
}

void GroupTrials::doubtAll(RowKind kind)
{
    of(kind).isAllDoubted = true;
    of(kind).trials.push_back({GroupSet(), false, 0});
}

QList<DetailAsk> GroupTrials::due(const InventoryTable &table, const GroupTrust &trust, GroupSet wanted)
{
    QList<DetailAsk> asks;
    for (std::size_t index = 0; index < rowKindCount; ++index) {
        const auto kind = static_cast<RowKind>(index);
        Kind &known = of(kind);
        std::erase_if(known.trials, [&](const Trial &trial) {
            return trial.groups.any() && (trial.groups & trust.suspects(kind)).none();
        });
        for (Trial &trial : known.trials) {
            if (trial.isUnderWay)
                continue;
            const GroupSet open =
                wanted & (trial.groups.any() ? trial.groups & trust.suspects(kind) : GroupSet().set());
            const std::optional<int> row = rowToTry(table, kind, open, trial.rows);
            if (!row)
                continue;
            trial.isUnderWay = true;
            ++trial.rows;
            DetailAsk ask;
            ask.kind = kind;
            ask.ids = {table.key(*row).id};
            ask.groups = trial.groups.any() ? table.missingGroups(*row, open) : GroupSet();
            ask.form = DetailAsk::Form::Single;
            ask.priority = Priority::ReadAhead; // rows on the screen may wait for what it brings
            ask.purpose = DetailAsk::Purpose::Trial;
            asks.append(ask);
        }
    }
    return asks;
}

bool GroupTrials::ended(const DetailAsk &ask, bool came, const GroupTrust &trust)
{
    Kind &known = of(ask.kind);
    Trial *trial = find(known, ask);
    if (trial == nullptr)
        return false;
    trial->isUnderWay = false;
    if (ask.groups.any())
        return false;
    if (!came && trial->rows < trust.proof().rows)
        return false;
    known.isAllDoubted = false;
    known.wasAllDoubted = true;
    std::erase_if(known.trials, [](const Trial &other) { return other.groups.none(); });
    return !came;
}

void GroupTrials::interrupt()
{
    for (Kind &kind : m_kinds) {
        for (Trial &trial : kind.trials)
            trial.isUnderWay = false;
    }
}

GroupTrials::Trial *GroupTrials::find(Kind &kind, const DetailAsk &ask)
{
    const auto trial = std::find_if(kind.trials.begin(), kind.trials.end(), [&ask](const Trial &candidate) {
        return ask.groups.any() ? (candidate.groups & ask.groups).any() : candidate.groups.none();
    });
    return trial != kind.trials.end() ? &*trial : nullptr;
}

} // namespace layerscope
