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
    of(kind).trials.push_back({groups, 0, 0});
}

void GroupTrials::doubtAll(RowKind kind)
{
    of(kind).isAllDoubted = true;
    of(kind).trials.push_back({GroupSet(), 0, 0});
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
            if (trial.number != 0)
                continue;
            const GroupSet open =
                wanted & (trial.groups.any() ? trial.groups & trust.suspects(kind) : GroupSet().set());
            const std::optional<int> row = rowToTry(table, kind, open, trial.rows);
            if (!row)
                continue;
            trial.number = ++m_last;
            ++trial.rows;
            DetailAsk ask;
            ask.kind = kind;
            ask.ids = {table.key(*row).id};
            ask.groups = trial.groups.any() ? table.missingGroups(*row, open) : GroupSet();
            // As the batches that it is tried for; of a row that is gone, an empty list proves nothing.
            ask.form = namesOf(kind).comesInBatches ? DetailAsk::Form::Batch : DetailAsk::Form::Single;
            ask.search = trial.number;
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
    const auto trial = std::find_if(known.trials.begin(), known.trials.end(), [&ask](const Trial &candidate) {
        return candidate.number == ask.search;
    });
    if (trial == known.trials.end())
        return false;
    trial->number = 0;
    if (trial->groups.any() || (!came && trial->rows < trust.proof().rows + moreRowsIfAll))
        return false;
    known.isAllDoubted = false;
    known.wasAllDoubted = true;
    known.trials.erase(trial);
    return !came;
}

void GroupTrials::interrupt()
{
    for (Kind &kind : m_kinds) {
        for (Trial &trial : kind.trials)
            trial.number = 0;
    }
}

} // namespace layerscope
