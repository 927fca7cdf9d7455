// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/groupinquiry.h"

#include "inventory/kinds.h"
#include "loaders/batchsplit.h"
#include "loaders/groupsearch.h"

namespace layerscope {

namespace {

using Purpose = DetailRequest::Purpose;

/// Of a question about one row.
RowKey rowKeyOf(const DetailRequest &ask)
{
    return {ask.kind, ask.ids.first()};
}

} // namespace

GroupInquiry::GroupInquiry(DetailBacklog &backlog, DetailExperience &experience)
    : m_backlog(backlog)
    , m_experience(experience)
{}

// --- searches
// ------------------------------------------------------------------------------------------------------

void GroupInquiry::search(const DetailRequest &ask, const ApiError &error, bool holdsTheRest)
{
    m_backlog.askLater({m_searches.begin(m_backlog.table().catalogue(), ask, error, holdsTheRest)});
}

bool GroupInquiry::isAwaited(const DetailRequest &ask) const
{
    return ask.purpose != Purpose::Probe || m_searches.isAwaited(ask);
}

void GroupInquiry::probeNarrowed(const DetailRequest &probe)
{
    if (const std::optional<DetailRequest> rest = m_searches.narrow(probe))
        m_backlog.giveBack(*rest);
}

void GroupInquiry::goOn(const DetailRequest &probe, bool came)
{
    if (const std::optional<DetailRequest> next = m_searches.answered(probe, came)) {
        m_backlog.askLater({*next});
        return;
    }
    if (const auto search = m_searches.take(probe)) {
        end(*search);
        regroup();
    }
}

/// What is not guilty has come.
void GroupInquiry::end(const GroupSearches::Search &search)
{
    const DetailRequest &ask = search.ask;
    if (search.groups.wasPassing()) {
        if (!m_experience.learnTooMuch(ask, search.error))
            m_experience.health.wasPassing();
        return;
    }
    if (!search.holdsTheRest) {
        if (search.groups.isWhole()) {
            m_backlog.askLater({confirmed(ask, ask.groups)});
            return;
        }
        for (int group = 0; group < m_backlog.table().catalogue().groupCount(); ++group) {
            const GroupSet bit = GroupSet().set(static_cast<std::size_t>(group));
            if ((search.groups.guilty() & bit).any())
                m_backlog.askLater({confirmed(ask, bit)});
        }
        return;
    }
    if (!search.groups.isWhole()) {
        for (const GroupSet groups : search.groups.guiltyTogether())
            accuse(ask.kind, groups);
        m_backlog.giveBack(ask);
    } else if (m_trials.wasAllDoubted(ask.kind)) {
        m_backlog.askLater(narrowed(ask));
    } else {
        m_trials.doubtAll(ask.kind);
        m_backlog.giveBack(ask);
    }
}

/// Their questions that are in flight are answered to nobody.
void GroupInquiry::dropSearches()
{
    const QList<DetailRequest> probes =
        m_backlog.takeIf([](const DetailRequest &ask) { return ask.purpose == Purpose::Probe; });
    Q_UNUSED(probes) // their cells are those of the searches
    for (const DetailRequest &ask : m_searches.takeAll())
        m_backlog.giveBack(ask);
}

// --- suspects
// ------------------------------------------------------------------------------------------------------

/// What is refused for one kind of a table is most likely refused for the others that come as it does.
void GroupInquiry::accuse(RowKind kind, GroupSet groups)
{
    GroupHealth &health = m_experience.health;
    const auto suspect = [this, &health, groups](RowKind of) {
        const GroupSet before = health.suspects(of);
        health.suspect(of, groups);
        if (const GroupSet added = health.suspects(of) & ~before; added.any())
            m_trials.add(of, added);
    };
    suspect(kind);
    if (!kindSpec(kind).comesInBatches)
        return;
    for (const RowKind other : tableSpec(m_backlog.table().catalogue()).kinds) {
        const bool isAlike = other != kind && kindSpec(other).comesInBatches;
        if (isAlike && (groups & health.everCame(other)).none())
            suspect(other);
    }
}

void GroupInquiry::recall(RowKind kind, GroupSet groups)
{
    GroupHealth &health = m_experience.health;
    const GroupSet before = health.suspects(kind);
    health.recall(kind, groups);
    const GroupSet added = health.suspects(kind) & ~before;
    for (const GroupSet together : setsOfRelations(m_backlog.table().catalogue(), kind, added))
        m_trials.add(kind, together);
}

void GroupInquiry::doubt(const DetailRequest &ask)
{
    GroupHealth &health = m_experience.health;
    const GroupSet before = health.suspects(ask.kind);
    health.doubt(ask.kind, ask.groups);
    const GroupSet added = health.suspects(ask.kind) & ~before;
    for (std::size_t group = 0; group < added.size(); ++group) {
        if (added.test(group))
            m_trials.add(ask.kind, GroupSet().set(group));
    }
    m_backlog.giveBack(ask);
    regroup();
}

/// An answer with a wrong type in it is an answer, too.
void GroupInquiry::answered(const DetailRequest &ask, bool anyRowCame)
{
    GroupHealth &health = m_experience.health;
    const bool isTrial = ask.purpose == Purpose::Trial;
    m_quiet.answered(ask.kind, ask.ids, anyRowCame);
    // That some row comes with what was only doubted is what was to be expected, and what an earlier load was
    // refused may be permitted now.
    const bool isTrialOfDoubt =
        isTrial && (health.isDoubted(ask.kind, ask.groups) || m_trials.isOfDoubt(ask));
    const bool isRecalled =
        isTrial && ask.groups.any() && health.onlyRecalled(ask.kind, ask.groups) == ask.groups;
    if (ask.confirmations > 0 && ask.purpose != Purpose::Recheck)
        health.wasPassing();
    const bool isMixed = isTrial && !isTrialOfDoubt && !isRecalled;
    const GroupSet mixed =
        isMixed ? health.mixedWith(m_backlog.table().catalogue(), ask.kind, ask.groups) : GroupSet();
    if (isMixed)
        health.mayHaveBeenPassing();
    if (isTrial)
        m_trials.ended(ask, true, health);
    const bool wasSuspect = (ask.groups & (health.suspects(ask.kind) | health.givenUp(ask.kind))).any();
    const bool wasAllDoubted = anyRowCame && m_trials.came(ask.kind);
    if (anyRowCame) {
        health.succeeded(ask.kind, ask.groups, static_cast<int>(ask.ids.size()));
        health.mix(ask.kind, mixed);
        doubtProofs(ask.kind, ask.groups);
    }
    if (wasSuspect || isTrial || wasAllDoubted)
        regroup();
}

/// What is refused for one kind and comes for another.
void GroupInquiry::doubtProofs(RowKind kind, GroupSet groups)
{
    for (const RowKind other : tableSpec(m_backlog.table().catalogue()).kinds) {
        const GroupSet back = m_experience.health.doubtProof(kind, other, groups);
        if (other == kind || back.none())
            continue;
        m_trials.add(other, back);
        m_backlog.reopen(other, back);
    }
}

void GroupInquiry::rowWasRefused(const DetailRequest &ask)
{
    if (m_experience.health.rowWasRefused(ask.kind, ask.groups))
        regroup();
}

void GroupInquiry::trialFailed(const DetailRequest &trial, const ApiError &error)
{
    GroupHealth &health = m_experience.health;
    const InventoryTable &table = m_backlog.table();
    const bool isTooEarly = m_trials.areFewLeft(table, trial);
    const QList<qint64> rows = m_trials.rowsTried(trial);
    const std::optional<ApiError> proof = proofOfRow(trial, error);
    const bool isAllRefused = m_trials.ended(trial, false, health);
    if (error.isSilence())
        m_quiet.wasSilent(rowKeyOf(trial), trial.groups, error);
    else
        m_quiet.answered(trial.kind, trial.ids, false);
    const GroupSet all = m_backlog.wanted() & table.catalogue().groupsOfKind(trial.kind);
    if (trial.groups.any() && error.isSilence()) {
        if (health.isSilent(trial.kind)) { // but not what was answered before
            const GroupSet doubted = all & health.doubted(trial.kind);
            health.giveUp(trial.kind, m_trials.silentForAll(table, trial.kind, doubted), error);
        }
        // If it came for another row meanwhile, it is not in question any more.
        health.rowWasUnanswered(trial.kind, trial.groups & health.suspects(trial.kind));
        recallDoubts(trial.kind);
    } else if (isAllRefused && rows.size() >= GroupTrials::enoughRows) {
        health.giveUp(trial.kind, all, error);
    } else if (isAllRefused) {
        m_backlog.settleLacking(trial.kind, rows, all, error);
    } else if (trial.groups.any() && !isTooEarly) {
        health.rowFailed(trial.kind, trial.groups);
    }
    m_backlog.giveBack(trial);
    if (proof) {
        health.wasConfirmed();
        m_backlog.settleLacking(trial.kind, trial.ids, trial.groups, *proof);
    }
    regroup();
}

/// The row of a trial that was refused is to blame, and not the group: it came for others, and this row was
/// asked for it as often as it takes to believe a row. That happens to the last rows only, since no row is
/// tried twice while there are others. If they are fewer than have to be refused before the group is given
/// up, to ask them more often tells nothing more.
std::optional<ApiError> GroupInquiry::proofOfRow(const DetailRequest &trial, const ApiError &error)
{
    if (error.isSilence() || isOutsideTheQuestion(error))
        return std::nullopt;
    const GroupTrials::Refusal refusal = m_trials.rowWasRefused(trial, error);
    const GroupHealth &health = m_experience.health;
    const bool isProven = refusal.times > health.proof().again && health.cameForAny(trial.kind, trial.groups);
    return isProven ? std::optional(refusal.error) : std::nullopt;
}

/// Those that only wait for a free call would begin when the others end, and take as long again.
void GroupInquiry::recallDoubts(RowKind kind)
{
    const QList<DetailRequest> waiting = m_backlog.takeIf([this, kind](const DetailRequest &ask) {
        return ask.purpose == Purpose::Trial && ask.kind == kind && m_trials.isOfDoubt(ask);
    });
    for (const DetailRequest &ask : waiting) {
        m_trials.recall(ask);
        m_quiet.recalled(rowKeyOf(ask), ask.groups);
        m_backlog.giveBack(ask);
    }
}

void GroupInquiry::askDueTrials()
{
    if (m_trials.isWaiting())
        askTrials();
}

void GroupInquiry::askTrials()
{
    const QList<DetailRequest> asks =
        m_trials.due(m_backlog.table(), m_experience.health, m_backlog.wanted());
    for (const DetailRequest &ask : asks) {
        m_backlog.setLoading(ask);
        if (m_trials.isOfDoubt(ask))
            m_quiet.asked(rowKeyOf(ask), ask.groups);
    }
    m_backlog.askLater(asks);
}

/// What waits and contains a guilty group would fail like what made us wiser: back into the queue with it,
/// where it is put into batches again, without.
void GroupInquiry::regroup()
{
    const QList<DetailRequest> tainted = m_backlog.takeIf([this](const DetailRequest &ask) {
        const GroupHealth &health = m_experience.health;
        const GroupSet givenUp = health.givenUp(ask.kind);
        if (ask.purpose == Purpose::Trial && ask.groups.any() && (ask.groups & ~givenUp).none())
            return true; // nobody waits for what it would tell
        const GroupSet guilty = health.suspects(ask.kind) | givenUp;
        const GroupSet apart = ask.groups & health.apart(ask.kind);
        const bool isPartly = apart.any() && apart != ask.groups;
        return !ask.isExperiment() && ((ask.groups & guilty).any() || isPartly);
    });
    for (const DetailRequest &ask : tainted) {
        if (ask.purpose == Purpose::Trial)
            m_quiet.recalled(rowKeyOf(ask), ask.groups);
        m_backlog.giveBack(ask);
    }
    m_backlog.lookAgain();
    m_backlog.settleGivenUp();
    askTrials();
}

// --- quiet rows
// ------------------------------------------------------------------------------------------------------

void GroupInquiry::quietFailed(const DetailRequest &ask, const ApiError &error)
{
    if (error.isSilence())
        m_quiet.wasSilent(rowKeyOf(ask), ask.groups, error);
    else
        m_quiet.answered(ask.kind, ask.ids, false);
    m_backlog.giveBack(ask);
}

/// It takes as many questions as it takes to believe a row that is refused.
void GroupInquiry::lookAtQuietRows()
{
    const int enough = 1 + m_experience.health.proof().again;
    for (const RowKey key : m_quiet.undecided()) {
        if (!m_quiet.isProven(key, enough)) {
            askQuietRow(key);
            continue;
        }
        const GroupSet all = m_backlog.wanted() & m_backlog.table().catalogue().groupsOfKind(key.kind);
        m_backlog.settleLacking(key.kind, {key.id}, all, m_quiet.reason(key));
        m_quiet.forget(key);
    }
}

/// For what others came with, so that the groups are not to blame.
void GroupInquiry::askQuietRow(RowKey key)
{
    const GroupSet open = m_backlog.wanted() & ~m_experience.health.suspects(key.kind);
    const std::optional<int> row = m_backlog.table().find(key);
    const GroupSet lacking = row ? m_backlog.table().missingGroups(*row, open) : GroupSet();
    if (lacking.none()) {
        if (!m_quiet.isUnderWay(key))
            m_quiet.forget(key);
        return;
    }
    QList<DetailRequest> asks;
    for (std::size_t group = 0; group < lacking.size(); ++group) {
        if (!lacking.test(group))
            continue;
        DetailRequest ask;
        ask.kind = key.kind;
        ask.ids = {key.id};
        ask.groups.set(group);
        ask.form = DetailRequest::Form::Single;
        ask.priority = Priority::ReadAhead;
        ask.purpose = Purpose::Quiet;
        m_backlog.setLoading(ask);
        asks.append(ask);
    }
    m_quiet.askedForAll(key, lacking);
    m_backlog.askLater(asks);
}

// --- what is held back
// ---------------------------------------------------------------------------------------------

GroupSet GroupInquiry::heldOf(RowKind kind) const
{
    if (m_searches.isRestHeld() || m_trials.isAllDoubted(kind))
        return GroupSet().set();
    return m_experience.health.suspects(kind) | m_mixedUnderWay[static_cast<std::size_t>(kind)];
}

void GroupInquiry::setUnderWay(RowKind kind, GroupSet groups)
{
    const GroupSet mixed = groups & m_experience.health.apart(kind);
    m_mixedUnderWay[static_cast<std::size_t>(kind)] =
        m_experience.health.mixed().wasLastRefused(kind, mixed) ? mixed : GroupSet();
}

void GroupInquiry::holdBack()
{
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        m_backlog.setHeld(static_cast<RowKind>(kind), heldOf(static_cast<RowKind>(kind)));
    m_backlog.setHeldRows(m_quiet.heldRows());
}

bool GroupInquiry::isAnyRowHeld() const
{
    const GroupSet wanted = m_backlog.wanted();
    GroupSet held;
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        held |= heldOf(static_cast<RowKind>(kind)) & wanted;
    if (held.none())
        return false;
    const InventoryTable &table = m_backlog.table();
    for (int row = 0; row < table.rowCount(); ++row) {
        if (table.missingGroups(row, heldOf(table.key(row).kind) & wanted).any())
            return true;
    }
    return false;
}

// --- the end of it
// -------------------------------------------------------------------------------------------------

void GroupInquiry::cancelled(const DetailRequest &ask)
{
    if (ask.purpose == Purpose::Probe && isAwaited(ask))
        dropSearches();
    if (ask.purpose == Purpose::Trial)
        m_trials.interrupt();
    if (ask.purpose == Purpose::Trial || ask.purpose == Purpose::Quiet)
        m_quiet.forget();
}

void GroupInquiry::stop()
{
    dropSearches();
    m_trials.interrupt();
    m_quiet.forget();
}

void GroupInquiry::breakOff()
{
    dropSearches();
    for (const DetailRequest &ask : m_backlog.takeIf([](const DetailRequest &waiting) {
             return waiting.purpose == Purpose::Trial || waiting.purpose == Purpose::Quiet;
         }))
        m_backlog.giveBack(ask);
    m_trials.interrupt();
    m_quiet.forget();
}

} // namespace layerscope
