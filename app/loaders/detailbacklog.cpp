// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/detailbacklog.h"

#include "inventory/kinds.h"
#include "loaders/groupsearch.h"

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

CellState stateAfter(const ApiError &error)
{
    return error.isRefusal() ? CellState::Refused : CellState::Failed;
}

} // namespace

DetailBacklog::DetailBacklog(InventoryStore &store, DetailExperience &experience)
    : m_store(store)
    , m_experience(experience)
    , m_queue(store.table())
    , m_settled(store.table())
{}

// --- what is to be asked
// -----------------------------------------------------------------------------------------------

void DetailBacklog::dropUnwanted()
{
    askLater(m_finer.takeIf([groups = wanted()](const DetailRequest &ask) {
        return (ask.groups & ~groups).any();
    })); // without these
    settleGivenUp();
    m_settled.recount(wanted());
}

/// A group that was given up stays so for rows that come later.
void DetailBacklog::lookAtNewRows()
{
    settleGivenUp(m_settled.rowsKnown(), table().rowCount());
    m_settled.lookAtNewRows();
}

void DetailBacklog::remap(const QList<int> &newRowOfOld)
{
    m_queue.remap(newRowOfOld);
    m_settled.recount(wanted());
}

std::optional<Priority> DetailBacklog::mostUrgent()
{
    const std::optional<Priority> waiting = m_finer.mostUrgent();
    const std::optional<DetailQueue::Front> fresh = m_queue.front();
    if (!waiting || (fresh && fresh->priority < *waiting))
        return fresh ? std::optional(fresh->priority) : std::nullopt;
    return waiting;
}

/// What a failure left over goes before what is new at the same urgency: its rows show "loading" already.
DetailRequest DetailBacklog::take(const std::function<int(DetailQueue::Front)> &mostRows)
{
    return m_finer.mostUrgent() == mostUrgent() ? m_finer.take() : takeNew(mostRows);
}

DetailRequest DetailBacklog::takeNew(const std::function<int(DetailQueue::Front)> &mostRows)
{
    DetailRequest ask = m_queue.take(mostRows(*m_queue.front()));
    if (!kindSpec(ask.kind).comesInBatches)
        ask.form = DetailRequest::Form::Single;
    const GroupSet apart = ask.groups & m_experience.health.apart(ask.kind);
    if (apart.any()) { // the others stay missing, and come by themselves
        if (apart != ask.groups)
            ask.groups &= ~apart;
        else
            askMixed(ask);
        m_queue.restart();
    }
    setLoading(ask);
    return ask;
}

/// Of what goes apart: the groups of the first relation, and as many rows as that is worth.
void DetailBacklog::askMixed(DetailRequest &ask) const
{
    ask.groups = setsOfRelations(table().catalogue(), ask.kind, ask.groups).first();
    const qsizetype rows = m_experience.health.mixed().batchRows(ask.kind, ask.groups);
    ask.ids.resize(std::min(ask.ids.size(), rows));
}

void DetailBacklog::askLater(const QList<DetailRequest> &asks)
{
    QList<DetailRequest> open;
    for (const DetailRequest &ask : asks) {
        DetailRequest rest = ask;
        if (!ask.isExperiment()) // somebody waits for what it brings
            rest.groups &= wanted() & ~m_experience.health.givenUp(ask.kind);
        DetailRequest dropped = ask;
        dropped.groups &= ~rest.groups;
        if (dropped.groups.any())
            giveBack(dropped);
        if (rest.groups.any() || ask.groups.none()) // the bare id
            open.append(rest);
    }
    m_finer.push(open);
}

void DetailBacklog::giveAllBack()
{
    for (const DetailRequest &ask : m_finer.takeAll())
        giveBack(ask);
    for (const DetailRequest &waiting : m_experience.wrongTypes.takeAll()) {
        m_store.clearFailures(rowsOf(waiting), waiting.groups);
        recount(waiting);
    }
}

// --- the cells of a question
// -------------------------------------------------------------------------------------------

void DetailBacklog::setLoading(const DetailRequest &ask)
{
    m_store.setLoading(rowsOf(ask), ask.groups);
}

void DetailBacklog::giveBack(const DetailRequest &ask)
{
    const QList<int> rows = rowsOf(ask);
    m_store.clearLoading(rows, ask.groups);
    for (const int row : rows)
        settleGivenUp(ask.kind, row, row + 1);
    if (ask.purpose == DetailRequest::Purpose::Recheck)
        endRecheck(ask);
    m_queue.restart();
}

void DetailBacklog::settle(const DetailRequest &ask, CellState state, const ApiError &error)
{
    m_store.setFailure(rowsOf(ask), ask.groups, state, error);
    recount(ask);
}

void DetailBacklog::reopen(RowKind kind, GroupSet groups)
{
    QList<int> rows;
    for (int row = 0; row < table().rowCount(); ++row) {
        if (table().key(row).kind == kind)
            rows.append(row);
    }
    m_store.clearFailures(rows, groups);
    for (const int row : std::as_const(rows))
        m_settled.lookAt(row);
    m_queue.restart();
}

void DetailBacklog::settleLacking(RowKind kind, const QList<qint64> &ids, GroupSet groups,
                                  const ApiError &error)
{
    for (const qint64 id : ids) {
        const std::optional<int> row = table().find({kind, id});
        if (!row)
            continue;
        m_store.setFailure({*row}, table().missingGroups(*row, groups), stateAfter(error), error);
        m_settled.lookAt(*row);
    }
}

/// What was under way of it is not any more, should the row come back.
void DetailBacklog::setGone(const DetailRequest &ask)
{
    const QList<int> rows = rowsOf(ask);
    m_store.clearLoading(rows, ask.groups);
    m_store.setGone(rows);
    recount(ask);
}

void DetailBacklog::endRecheck(const DetailRequest &ask)
{
    for (int group = 0; group < table().catalogue().groupCount(); ++group) {
        if (!ask.groups.test(static_cast<std::size_t>(group)))
            continue;
        DetailRequest waiting = ask;
        waiting.ids = m_experience.wrongTypes.failed(ask.kind, group);
        m_store.clearFailures(rowsOf(waiting), ask.groups);
        recount(waiting);
    }
    m_queue.restart();
}

void DetailBacklog::askAfresh(const QList<int> &rows)
{
    for (const DetailRequest &waiting : m_experience.wrongTypes.takeAll())
        m_store.clearFailures(rowsOf(waiting), waiting.groups);
    m_store.clearFailures(rows, wanted());
    m_settled.recount(wanted());
    m_queue.restart();
}

void DetailBacklog::settleGivenUp(int from, int to)
{
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        settleGivenUp(static_cast<RowKind>(kind), from, to);
}

void DetailBacklog::settleGivenUp(RowKind kind, int from, int to)
{
    const GroupSet givenUp = m_experience.health.givenUp(kind) & wanted();
    if (givenUp.none())
        return;
    for (int group = 0; group < table().catalogue().groupCount(); ++group) {
        const GroupSet bit = GroupSet().set(static_cast<std::size_t>(group));
        if ((givenUp & bit).none())
            continue;
        QList<int> rows;
        for (int row = from; row < to; ++row) {
            if (table().key(row).kind == kind && table().missingGroups(row, bit).any())
                rows.append(row);
        }
        const ApiError &reason = m_experience.health.reason(kind, group);
        m_store.setFailure(rows, bit, stateAfter(reason), reason);
        for (const int row : std::as_const(rows))
            m_settled.lookAt(row);
    }
}

void DetailBacklog::recount(const DetailRequest &ask)
{
    for (const int row : rowsOf(ask))
        m_settled.lookAt(row);
}

QList<int> DetailBacklog::rowsOf(const DetailRequest &ask) const
{
    QList<int> rows;
    rows.reserve(ask.ids.size());
    for (const qint64 id : ask.ids) {
        if (const std::optional<int> row = table().find({ask.kind, id}))
            rows.append(*row);
    }
    return rows;
}

} // namespace layerscope
