// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/grouptrials.h"
#include "inventory/kinds.h"

#include <algorithm>
#include <cmath>
#include <utility>

namespace layerscope {

namespace {

/// Steps of this part of the table, round and round, never come near each other (the golden section).
constexpr double goldenStep = 0.6180339887498949;
/// From so many places: enough that one row does not speak for all, few enough that the rows which came in
/// part are few, for each of them is asked for the rest by itself.
constexpr std::size_t walksOfDoubts = 4;

GroupSet loadingGroups(const InventoryTable &table, int row, GroupSet groups)
{
    for (int group = 0; group < table.catalogue().groupCount(); ++group) {
        const auto bit = static_cast<std::size_t>(group);
        if (groups.test(bit) && table.groupState(row, group) != CellState::Loading)
            groups.reset(bit);
    }
    return groups;
}

/// The rows that lack some of these groups.
struct Candidates
{
    std::vector<int> fresh; ///< Not tried yet.
    std::vector<int> again;
    int underWay = 0; ///< Not tried yet, and somebody asks for them already.
};

Candidates candidatesOf(const InventoryTable &table, RowKind kind, GroupSet groups,
                        const QList<qint64> &tried)
{
    Candidates rows;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.key(row).kind != kind)
            continue;
        const bool wasTried = tried.contains(table.key(row).id);
        if (table.missingGroups(row, groups).any())
            (wasTried ? rows.again : rows.fresh).push_back(row);
        else if (!wasTried && loadingGroups(table, row, groups).any())
            ++rows.underWay;
    }
    return rows;
}

/// Of these, those that were tried least often: each is to speak for itself.
std::vector<int> leastTried(const InventoryTable &table, std::vector<int> rows, const QList<qint64> &tried)
{
    const auto times = [&](int row) { return tried.count(table.key(row).id); };
    qsizetype fewest = tried.size();
    for (const int row : rows)
        fewest = std::min(fewest, times(row));
    std::erase_if(rows, [&](int row) { return times(row) > fewest; });
    return rows;
}

/// The next of a walk over all of them that begins so many steps further. None twice, unless all were tried;
/// nullopt: there is none, or one that was not tried yet is under way.
std::optional<int> rowToTry(const InventoryTable &table, RowKind kind, GroupSet groups,
                            const QList<qint64> &tried, std::size_t begin)
{
    const Candidates candidates = candidatesOf(table, kind, groups, tried);
    if (candidates.fresh.empty() && candidates.underWay > 0)
        return std::nullopt;
    const std::vector<int> rows =
        candidates.fresh.empty() ? leastTried(table, candidates.again, tried) : candidates.fresh;
    if (rows.empty())
        return std::nullopt;
    const auto steps = static_cast<double>(begin + static_cast<std::size_t>(tried.size()) + 1);
    const double place = std::fmod(steps * goldenStep, 1.0) * static_cast<double>(rows.size());
    return rows[std::min(static_cast<std::size_t>(place), rows.size() - 1)];
}

std::size_t firstGroupOf(GroupSet groups)
{
    std::size_t group = 0;
    while (group < groups.size() && !groups.test(group))
        ++group;
    return group;
}

QList<qint64> eachOnce(QList<qint64> ids)
{
    std::sort(ids.begin(), ids.end());
    ids.erase(std::unique(ids.begin(), ids.end()), ids.end());
    return ids;
}

} // namespace

bool GroupTrials::Trial::isAsking(quint64 number) const
{
    return std::any_of(underWay.cbegin(), underWay.cend(),
                       [number](const Question &question) { return question.number == number; });
}

bool GroupTrials::Trial::isAskingFor(qint64 row) const
{
    return std::any_of(underWay.cbegin(), underWay.cend(),
                       [row](const Question &question) { return question.row == row; });
}

void GroupTrials::add(RowKind kind, GroupSet groups)
{
    of(kind).trials.push_back({groups});
}

void GroupTrials::doubtAll(RowKind kind)
{
    of(kind).isAllDoubted = true;
    of(kind).trials.push_back({});
}

/// Those that were together long enough: from now on, each group is tried by itself.
void GroupTrials::partJointTrials(std::vector<Trial> &trials, const GroupHealth &health)
{
    std::vector<Trial> parted;
    for (const Trial &trial : trials) {
        if (!trial.underWay.isEmpty() || trial.groups.count() < 2 || health.isTriedTogether(trial.refused)) {
            parted.push_back(trial);
            continue;
        }
        for (std::size_t group = 0; group < trial.groups.size(); ++group) {
            if (trial.groups.test(group))
                parted.push_back({GroupSet().set(group), trial.tried, trial.refused, {}});
        }
    }
    trials = std::move(parted);
}

/// Of two kinds accused of the same, the first is tried first: what it comes to spares the other most of it.
bool GroupTrials::isTriedElsewhere(RowKind kind, GroupSet groups) const
{
    for (std::size_t other = 0; other < static_cast<std::size_t>(kind); ++other) {
        const std::vector<Trial> &trials = m_kinds[other].trials;
        if (std::any_of(trials.cbegin(), trials.cend(), [groups](const Trial &trial) {
                return !trial.underWay.isEmpty() && (trial.groups & groups).any();
            }))
            return true;
    }
    return false;
}

QList<DetailRequest> GroupTrials::due(const InventoryTable &table, const GroupHealth &health, GroupSet wanted)
{
    QList<DetailRequest> asks;
    for (std::size_t index = 0; index < rowKindCount; ++index) {
        const auto kind = static_cast<RowKind>(index);
        Kind &known = of(kind);
        std::erase_if(known.trials, [&](const Trial &trial) {
            return trial.groups.any() && (trial.groups & health.suspects(kind)).none();
        });
        partJointTrials(known.trials, health);
        const bool isGoingSilent = known.isGoingSilent && isAnyDoubtUnderWay(known);
        for (Trial &trial : known.trials) {
            // What has no answer for one kind says nothing of another.
            const bool isDoubted = health.isDoubted(kind, trial.groups);
            if (isDoubted ? isGoingSilent : isTriedElsewhere(kind, trial.groups))
                continue;
            while (trial.underWay.size() < health.rowsAtOnce(kind, trial.groups)) {
                const std::optional<DetailRequest> ask = next(kind, trial, table, health, wanted);
                if (!ask)
                    break;
                asks.append(*ask);
            }
        }
    }
    return asks;
}

std::optional<DetailRequest> GroupTrials::next(RowKind kind, Trial &trial, const InventoryTable &table,
                                               const GroupHealth &health, GroupSet wanted)
{
    const GroupSet open =
        wanted & (trial.groups.any() ? trial.groups & health.suspects(kind) : GroupSet().set());
    const bool isDoubted = health.isDoubted(kind, trial.groups);
    const std::size_t begin = isDoubted ? firstGroupOf(trial.groups) % walksOfDoubts : 0;
    const std::optional<int> row = rowToTry(table, kind, open, trial.tried, begin);
    if (!row || trial.isAskingFor(table.key(*row).id))
        return std::nullopt;
    DetailRequest ask;
    ask.kind = kind;
    ask.ids = {table.key(*row).id};
    ask.groups = trial.groups.any() ? table.missingGroups(*row, open) : GroupSet();
    // As the batches that it is tried for; of a row that is gone, an empty list proves nothing.
    ask.form = kindSpec(kind).comesInBatches ? DetailRequest::Form::Batch : DetailRequest::Form::Single;
    ask.search = ++m_last;
    ask.priority = Priority::ReadAhead; // rows on the screen may wait for what it brings
    ask.purpose = DetailRequest::Purpose::Trial;
    if (isDoubted)
        m_doubts.insert(ask.search);
    trial.underWay.append({ask.search, ask.ids.first()});
    trial.tried.append(ask.ids.first());
    return ask;
}

bool GroupTrials::ended(const DetailRequest &ask, bool came, const GroupHealth &health)
{
    const bool wasDoubt = m_doubts.remove(ask.search);
    Kind &known = of(ask.kind);
    if (wasDoubt) {
        known.isGoingSilent = !came && health.isLastUnanswered(ask.kind);
        if (known.isGoingSilent)
            known.silentRows.insert(ask.ids.first());
        else
            known.silentRows.clear();
    }
    const auto trial = std::find_if(known.trials.begin(), known.trials.end(), [&ask](const Trial &candidate) {
        return candidate.isAsking(ask.search);
    });
    if (trial == known.trials.end())
        return false;
    trial->underWay.removeIf([&ask](const Question &question) { return question.number == ask.search; });
    trial->refused += came ? 0 : 1;
    if (trial->groups.any() || (!came && trial->refused < health.proof().rows + moreRowsIfAll))
        return false;
    known.isAllDoubted = false;
    known.wasAllDoubted = came || eachOnce(trial->tried).size() >= enoughRows;
    known.trials.erase(trial);
    return !came;
}

QList<qint64> GroupTrials::rowsTried(const DetailRequest &ask) const
{
    for (const Trial &trial : of(ask.kind).trials) {
        if (trial.isAsking(ask.search))
            return eachOnce(trial.tried);
    }
    return {};
}

GroupTrials::Refusal GroupTrials::rowWasRefused(const DetailRequest &ask, const ApiError &error)
{
    for (Trial &trial : of(ask.kind).trials) {
        if (trial.groups.count() != 1 || !trial.isAsking(ask.search))
            continue;
        Refusal &refusal = trial.refusals[ask.ids.first()];
        if (++refusal.times == 1 || error.isRefusal() || !refusal.error.isRefusal())
            refusal.error = error;
        return refusal;
    }
    return {};
}

GroupSet GroupTrials::silentForAll(const InventoryTable &table, RowKind kind, GroupSet groups) const
{
    const QSet<qint64> &silent = of(kind).silentRows;
    if (silent.size() > 1)
        return groups;
    for (int row = 0; row < table.rowCount() && groups.any(); ++row) {
        const RowKey key = table.key(row);
        if (key.kind == kind && !silent.contains(key.id))
            groups &= ~(table.missingGroups(row, groups) | loadingGroups(table, row, groups));
    }
    return groups;
}

bool GroupTrials::areFewLeft(const InventoryTable &table, const DetailRequest &ask) const
{
    const std::vector<Trial> &trials = of(ask.kind).trials;
    const auto trial = std::find_if(trials.cbegin(), trials.cend(), [&ask](const Trial &candidate) {
        return candidate.isAsking(ask.search);
    });
    if (trial == trials.cend())
        return false;
    const Candidates rows = candidatesOf(table, ask.kind, ask.groups, trial->tried);
    const auto left = static_cast<int>(rows.fresh.size()) + rows.underWay;
    return left > 0 && left <= fewRows;
}

bool GroupTrials::came(RowKind kind)
{
    Kind &known = of(kind);
    known.silentRows.clear();
    std::erase_if(known.trials, [](const Trial &trial) { return trial.groups.none(); });
    known.wasAllDoubted |= known.isAllDoubted;
    return std::exchange(known.isAllDoubted, false);
}

bool GroupTrials::isWaiting() const
{
    return std::any_of(m_kinds.cbegin(), m_kinds.cend(), [](const Kind &kind) {
        return std::any_of(kind.trials.cbegin(), kind.trials.cend(),
                           [](const Trial &trial) { return trial.underWay.isEmpty(); });
    });
}

bool GroupTrials::isAnyDoubtUnderWay(const Kind &kind) const
{
    return std::any_of(kind.trials.cbegin(), kind.trials.cend(), [this](const Trial &trial) {
        return std::any_of(trial.underWay.cbegin(), trial.underWay.cend(),
                           [this](const Question &question) { return m_doubts.contains(question.number); });
    });
}

void GroupTrials::recall(const DetailRequest &ask)
{
    m_doubts.remove(ask.search);
    for (Trial &trial : of(ask.kind).trials) {
        if (trial.underWay.removeIf([&ask](const Question &q) { return q.number == ask.search; }) > 0)
            trial.tried.removeAt(trial.tried.lastIndexOf(ask.ids.first()));
    }
}

void GroupTrials::interrupt()
{
    for (Kind &kind : m_kinds) {
        kind.isGoingSilent = false;
        for (Trial &trial : kind.trials) {
            for (const Question &question : std::exchange(trial.underWay, {}))
                trial.tried.removeAt(trial.tried.lastIndexOf(question.row));
        }
    }
}

} // namespace layerscope
