// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/detailanswers.h"

#include "core/logging.h"
#include "inventory/kinds.h"
#include "loaders/groupsearch.h"

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

using Purpose = DetailRequest::Purpose;
using Reason = DetailRequest::Reason;

/// The cells with a wrong type stay as they are.
QList<RowPatch> withoutFailures(QList<RowPatch> patches)
{
    for (RowPatch &patch : patches) {
        patch.failed.clear();
        patch.wrong.clear();
    }
    return patches;
}

/// What was not permitted is so, even if what is asked once more meets another error.
DetailRequest withRefusal(DetailRequest ask, const ApiError &error)
{
    if (ask.ids.size() == 1 && error.isRefusal())
        ask.refusal = {ask.groups, error};
    return ask;
}

} // namespace

DetailAnswers::DetailAnswers(InventoryStore &store, DetailBacklog &backlog, GroupInquiry &inquiry,
                             DetailExperience &experience)
    : m_store(store)
    , m_backlog(backlog)
    , m_inquiry(inquiry)
    , m_experience(experience)
{}

// --- what came
// -----------------------------------------------------------------------------------------------------

void DetailAnswers::came(const DetailRequest &ask, const RowPatches &answer,
                         std::chrono::milliseconds duration)
{
    QSet<qint64> came;
    const QList<RowPatch> patches = patchesFor(ask, answer, came);
    const BatchCheck check = checkBatch(ask.ids, came);
    const bool isSingle = ask.form == DetailRequest::Form::Single;
    if (isSingle && !check.missing.isEmpty()) {
        fail(ask,
             ApiError::make(ApiError::Kind::BadResponse, QStringLiteral("not the object that was asked for")),
             true);
        return;
    }
    const bool isAwaited = m_inquiry.isAwaited(ask); // else what did not come is for others to tell
    apply(ask.kind, isAwaited ? patches : withoutFailures(patches));
    m_inquiry.answered(ask, !patches.isEmpty());
    if (isMixed(ask))
        m_experience.health.mixed().batchCame(ask.kind, ask.groups, static_cast<int>(ask.ids.size()));
    if (isAwaited)
        lookAtWrongTypes(ask, patches);
    if (ask.purpose == Purpose::Probe)
        m_inquiry.probeCame(ask);
    if (isSingle)
        return;
    m_experience.learnSize(ask, duration);
    lookAtFilter(ask.kind, check);
    if (isAwaited)
        askForMissing(ask, check, !patches.isEmpty());
}

/// What came of the rows that were asked for.
QList<RowPatch> DetailAnswers::patchesFor(const DetailRequest &ask, const RowPatches &answer,
                                          QSet<qint64> &came) const
{
    const QSet<qint64> asked(ask.ids.cbegin(), ask.ids.cend());
    QList<RowPatch> patches;
    for (const RowPatch &patch : answer.rows) {
        came.insert(patch.key.id);
        if (!asked.contains(patch.key.id))
            continue;
        patches.append(patch);
        if (m_completion)
            m_completion(patches.last());
    }
    return patches;
}

void DetailAnswers::apply(RowKind kind, const QList<RowPatch> &patches)
{
    const bool isAnyBack = std::any_of(patches.cbegin(), patches.cend(), [this](const RowPatch &patch) {
        const std::optional<int> row = table().find(patch.key);
        return row && table().isGone(*row);
    });
    if (!patches.isEmpty())
        m_experience.missing.came(kind);
    m_store.apply(patches);
    if (isAnyBack) // a 404 was an accident: the rest of the row is to be asked for after all
        m_backlog.lookAgain();
}

void DetailAnswers::lookAtFilter(RowKind kind, const BatchCheck &check)
{
    if (!check.isFilterIgnored || m_experience.isFilterIgnored(kind))
        return;
    qCWarning(logLoader) << kindSpec(kind).list.method << "does not keep the filter; asking row by row";
    m_experience.setFilterIgnored(kind);
}

void DetailAnswers::askForMissing(const DetailRequest &ask, const BatchCheck &check, bool anyRowCame)
{
    if (ask.groups.none()) // a probe for the bare id has no cells to ask for
        return;
    const Reason reason = check.isFilterIgnored               ? Reason::Wanted
                          : !anyRowCame && ask.ids.size() > 1 ? Reason::AllMissing
                                                              : Reason::Missing;
    DetailRequest row = ask;
    row.purpose = Purpose::Details;
    row.confirmations = 0;
    row.search = 0;
    m_backlog.askLater(askEachRow(row, check.missing, reason));
    if (reason == Reason::AllMissing && m_experience.missing.believed(ask.kind))
        settleMissing(ask.kind);
}

/// The store holds these cells as failed. The first time it may have been an accident of that answer.
void DetailAnswers::lookAtWrongTypes(const DetailRequest &ask, const QList<RowPatch> &patches)
{
    WrongTypes &wrongTypes = m_experience.wrongTypes;
    const bool isRecheck = ask.purpose == Purpose::Recheck;
    std::map<int, QList<qint64>> wrong; // by group
    for (const RowPatch &patch : patches) {
        for (const auto &[group, error] : patch.failed) {
            if (error.kind == ApiError::Kind::BadResponse) // else of something else: the completion's
                wrong[group].append(patch.key.id);
        }
    }
    for (int group = 0; isRecheck && group < table().catalogue().groupCount(); ++group) {
        if (ask.groups.test(static_cast<std::size_t>(group)))
            askForWrongTypes(ask, group, wrongTypes.cameAgain(ask.kind, group, wrong[group]));
    }
    if (isRecheck)
        return;
    for (const auto &[group, ids] : wrong)
        askForWrongTypes(ask, group,
                         wrongTypes.cameWrong(ask.kind, group, ids, 2 * ids.size() > patches.size()));
}

void DetailAnswers::askForWrongTypes(const DetailRequest &ask, int group, const QList<qint64> &ids)
{
    if (ids.isEmpty())
        return;
    DetailRequest again = ask;
    again.ids = ids;
    again.groups = GroupSet().set(static_cast<std::size_t>(group));
    again.reason = Reason::Wanted;
    again.purpose = Purpose::Recheck;
    again.confirmations = 0;
    again.search = 0;
    m_backlog.setLoading(again);
    m_backlog.recount(again);
    m_backlog.askLater(again.form == DetailRequest::Form::Single ? askEachRow(again, ids, again.reason)
                                                                 : QList<DetailRequest>{again});
}

// --- what did not come
// ---------------------------------------------------------------------------------------------

void DetailAnswers::failed(const DetailRequest &ask, const ApiError &error)
{
    if (error.kind != ApiError::Kind::Cancelled) {
        fail(ask, error, false);
        return;
    }
    if (ask.purpose != Purpose::Probe) // its cells are those of the search
        m_backlog.giveBack(ask);
    m_inquiry.cancelled(ask);
}

void DetailAnswers::fail(const DetailRequest &ask, const ApiError &error, bool isOther)
{
    // A row that is to blame for its silence says nothing of groups.
    if (!isOutsideTheQuestion(error) && !isOther && ask.purpose != Purpose::Quiet)
        m_experience.health.failed(ask.kind, ask.groups, error);
    if (!m_inquiry.isAwaited(ask))
        return;
    if (ask.isExperiment() && isOutsideTheQuestion(error) && ask.confirmations < maxConfirmations) {
        DetailRequest again = ask;
        ++again.confirmations;
        m_backlog.askLater({again});
    } else if (ask.purpose == Purpose::Probe) {
        m_inquiry.probeFailed(ask);
    } else if (ask.purpose == Purpose::Trial) {
        m_inquiry.trialFailed(ask, error);
    } else if (ask.purpose == Purpose::Quiet) {
        m_inquiry.quietFailed(ask, error);
    } else {
        follow(withRefusal(ask, error), error, isOther);
    }
}

/// What is to be done about details that did not come.
void DetailAnswers::follow(const DetailRequest &ask, const ApiError &error, bool isOther)
{
    using Verdict = AfterFailure::Verdict;
    if (isMixed(ask) && !isOutsideTheQuestion(error) && !isOther)
        m_experience.health.mixed().batchRefused(ask.kind, ask.groups, static_cast<int>(ask.ids.size()));
    const bool isAccused = accuse(ask);
    const AfterFailure plan = afterFailure(ask, error, circumstances(ask, isOther));
    act(ask, error, plan);

    const bool isOver = plan.verdict == Verdict::Gone || plan.verdict == Verdict::Settle;
    if (isOver && ask.reason == Reason::AllMissing &&
        m_experience.missing.missed(ask.kind, {plan.verdict == Verdict::Gone, plan.state, error})) {
        qCWarning(logLoader) << kindSpec(ask.kind).list.method << "comes without rows; not asking row by row";
        settleMissing(ask.kind);
    }
    const bool goesOnAsRecheck =
        plan.verdict == Verdict::AskAgain && plan.again.first().purpose == ask.purpose;
    if (ask.purpose == Purpose::Recheck && !goesOnAsRecheck)
        m_backlog.endRecheck(ask);
    if (isAccused)
        m_inquiry.regroup();
}

bool DetailAnswers::isApart(const DetailRequest &ask) const
{
    return ask.groups.any() && (ask.groups & ~m_experience.health.apart(ask.kind)).none();
}

bool DetailAnswers::isMixed(const DetailRequest &ask) const
{
    return ask.purpose == Purpose::Details && isApart(ask);
}

/// Of a question about groups that go apart: those that failed long enough. True: there are some.
bool DetailAnswers::accuse(const DetailRequest &ask)
{
    const GroupHealth &health = m_experience.health;
    if (!isApart(ask) || health.comes(ask.kind, ask.groups))
        return false;
    GroupSet accused;
    for (int group = 0; group < table().catalogue().groupCount(); ++group) {
        const MixedGroups &mixed = health.mixed();
        const bool isLong = mixed.wasRefused(ask.kind, group)
                                ? mixed.isRunLong(ask.kind, group) && areManyLeft(ask.kind, group)
                                : health.isRunLong(ask.kind, group);
        if (isLong)
            accused |= ask.groups & GroupSet().set(static_cast<std::size_t>(group));
    }
    for (const GroupSet groups : setsOfRelations(table().catalogue(), ask.kind, accused))
        m_inquiry.accuse(ask.kind, groups);
    return accused.any();
}

/// Of a group that comes for some rows. The last rows that lack it are those that it was refused for so far:
/// that they are refused once more proves nothing.
bool DetailAnswers::areManyLeft(RowKind kind, int group) const
{
    const GroupSet bit = GroupSet().set(static_cast<std::size_t>(group));
    int left = -2 * m_experience.health.mixed().rowsOfProof(kind, group);
    for (int row = 0; row < table().rowCount() && left < 0; ++row)
        left += table().key(row).kind == kind && table().missingGroups(row, bit).any() ? 1 : 0;
    return left >= 0;
}

Circumstances DetailAnswers::circumstances(const DetailRequest &ask, bool isOther) const
{
    const GroupHealth &health = m_experience.health;
    Circumstances known;
    known.isOther = isOther;
    known.othersCome = health.comes(ask.kind, ask.groups);
    known.isApart = isApart(ask);
    if (known.isApart)
        known.rowsAtOnce = health.mixed().batchRows(ask.kind, ask.groups);
    known.isSearching = m_inquiry.isRestHeld();
    known.again = health.proof().again;
    known.isBadDay = health.wasAnyPassing();
    const GroupSet guilty = health.suspects(ask.kind) | health.givenUp(ask.kind);
    const bool isMixed = !known.isApart && (ask.groups & health.apart(ask.kind)).any();
    known.isExplained = (ask.groups & guilty).any() || isMixed || m_inquiry.isAllDoubted(ask.kind);
    return known;
}

void DetailAnswers::act(const DetailRequest &ask, const ApiError &error, const AfterFailure &plan)
{
    switch (plan.verdict) {
    case AfterFailure::Verdict::AskAgain:
        m_experience.learnTooMuch(ask, error);
        m_backlog.askLater(plan.again);
        break;
    case AfterFailure::Verdict::SearchGroups:
        if (error.isSilence())
            m_inquiry.doubt(ask);
        else
            m_inquiry.search(ask, error, true);
        break;
    case AfterFailure::Verdict::SearchCells:
        m_inquiry.search(ask, error, false);
        break;
    case AfterFailure::Verdict::Settle:
        settle(ask, plan.state, error);
        break;
    case AfterFailure::Verdict::Gone:
        m_backlog.setGone(ask);
        break;
    case AfterFailure::Verdict::GiveBack:
        m_backlog.giveBack(ask);
        break;
    }
}

void DetailAnswers::settle(const DetailRequest &ask, CellState state, const ApiError &error)
{
    const bool isConfirmed = ask.purpose == Purpose::Confirm;
    if (isConfirmed)
        m_experience.health.wasConfirmed();
    if (ask.wasRefused())
        m_backlog.settle(ask, CellState::Refused, ask.refusal->error);
    else
        m_backlog.settle(ask, state, error);
    const bool isOfGroup = ask.groups.count() == 1; // else it is the row
    if (isConfirmed && isOfGroup && !isOutsideTheQuestion(error) && !error.isSilence())
        m_inquiry.rowWasRefused(ask);
}

/// Those of empty batches that still wait to be asked for by themselves. Not what is a part of something: a
/// row that came in part has not vanished.
void DetailAnswers::settleMissing(RowKind kind)
{
    const MissingRows::Fate fate = m_experience.missing.believed(kind).value();
    const GroupSet whole = m_backlog.wanted() & table().catalogue().groupsOfKind(kind);
    for (const DetailRequest &ask : m_backlog.takeIf([kind, whole](const DetailRequest &waiting) {
             const bool isRow = waiting.purpose == Purpose::Details || waiting.purpose == Purpose::Narrow ||
                                (waiting.purpose == Purpose::Confirm && waiting.groups == whole);
             return isRow && waiting.kind == kind && waiting.reason == Reason::AllMissing;
         })) {
        if (fate.isGone)
            m_backlog.setGone(ask);
        else
            m_backlog.settle(ask, fate.state, fate.error);
    }
}

} // namespace layerscope
