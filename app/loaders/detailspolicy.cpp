// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/detailspolicy.h"

#include "inventory/kinds.h"

#include <algorithm>
#include <array>
#include <utility>

namespace layerscope {

namespace {

/// Rows on the screen come in small batches side by side: a person waits for the first of them.
constexpr int maxVisibleRows = 25;

} // namespace

DetailsPolicy::DetailsPolicy(InventoryStore &store, Listener listener)
    : m_store(store)
    , m_listener(std::move(listener))
    , m_backlog(store, m_experience)
    , m_inquiry(m_backlog, m_experience)
    , m_answers(store, m_backlog, m_inquiry, m_experience)
{}

/// Every change of state ends here, and nowhere else is anybody woken. So whatever order things happen in,
/// what may be asked because of them is asked: what is held back follows from what is known now, a cell that
/// changed may be the one that a trial waits for, and the driver hears that there may be more, or that this
/// was the last of it.
void DetailsPolicy::changed()
{
    if (m_isStarted)
        m_inquiry.lookAtQuietRows();
    holdBack();
    if (!m_isStarted)
        return;
    m_inquiry.askDueTrials();
    const bool wasDoneTold = std::exchange(m_isDoneTold, isDone());
    if (!m_isDoneTold)
        m_listener(Outlook::MayAsk);
    else if (!wasDoneTold)
        m_listener(Outlook::Done);
}

void DetailsPolicy::holdBack()
{
    std::array<GroupSet, rowKindCount> underWay;
    for (const auto &[number, ask] : m_inFlight) {
        if (ask.purpose == DetailRequest::Purpose::Details)
            underWay[static_cast<std::size_t>(ask.kind)] |= ask.groups;
    }
    for (std::size_t kind = 0; kind < rowKindCount; ++kind)
        m_inquiry.setUnderWay(static_cast<RowKind>(kind), underWay[kind]);
    m_inquiry.holdBack();
}

bool DetailsPolicy::isDone()
{
    return m_inFlight.empty() && !m_backlog.mostUrgent() && !m_inquiry.isAnyRowHeld();
}

// --- the two questions
// -------------------------------------------------------------------------------------------------

std::optional<Priority> DetailsPolicy::mostUrgent()
{
    const std::optional<Priority> urgent = m_backlog.mostUrgent();
    return m_isSweepHeld && urgent == Priority::Sweep ? std::nullopt : urgent;
}

DetailsPolicy::Next DetailsPolicy::next(const Calls &calls)
{
    DetailRequest ask =
        m_backlog.take([this, &calls](DetailQueue::Front front) { return maxRowsOf(front, calls); });
    QList<DetailRequest> rest;
    if (ask.form == DetailRequest::Form::Batch && m_experience.isFilterIgnored(ask.kind)) {
        rest = askEachRow(ask, ask.ids, ask.reason);
        ask = rest.takeFirst();
    }
    while (ask.ids.size() > 1 && calls.isTooLong && calls.isTooLong(ask)) {
        DetailRequest half = ask;
        ask.ids.resize(ask.ids.size() / 2);
        half.ids = half.ids.sliced(ask.ids.size());
        rest.prepend(half);
    }

    const quint64 number = ++m_lastNumber;
    m_inFlight.emplace(number, ask);
    m_isDoneTold = false;
    holdBack();
    if (!rest.isEmpty()) {
        if (ask.purpose == DetailRequest::Purpose::Probe)
            m_inquiry.probeNarrowed(ask);
        else
            m_backlog.askLater(rest);
        changed();
    }
    return {number, ask};
}

int DetailsPolicy::maxRowsOf(DetailQueue::Front front, const Calls &calls)
{
    if (m_experience.isFilterIgnored(front.kind) || !kindSpec(front.kind).comesInBatches)
        return 1;
    const int size =
        m_experience.sizer(front.kind).next({rowsAhead(), calls.atOnce, calls.free, calls.startsPerSecond});
    return front.priority == Priority::Visible ? std::min(maxVisibleRows, size) : size;
}

/// Rows that are still to be asked for, about: of those in flight and in doubt nobody knows.
qint64 DetailsPolicy::rowsAhead() const
{
    qint64 underWay = 0;
    for (const auto &[number, ask] : m_inFlight)
        underWay += ask.isExperiment() ? 0 : ask.ids.size(); // the rest of those is still to be asked for
    const qint64 rows = std::max<qint64>(m_store.table().rowCount(), m_expectedRows);
    return std::max<qint64>(1, rows - m_backlog.settledRows() - underWay);
}

void DetailsPolicy::answered(quint64 number, const Result<RowPatches> &result,
                             std::chrono::milliseconds duration)
{
    const auto ended = m_inFlight.extract(number);
    if (!ended)
        return;
    const DetailRequest &ask = ended.mapped();
    m_backlog.ended(ask, result.has_value());
    if (result) {
        m_answers.came(ask, *result, duration);
    } else if (result.error().stopsEverything()) {
        m_backlog.giveBack(ask);
        stop();
    } else {
        m_answers.failed(ask, result.error());
    }
    m_backlog.recount(ask);
    changed();
}

// --- what it is about
// --------------------------------------------------------------------------------------------------

void DetailsPolicy::start()
{
    if (m_isStarted)
        return;
    m_isStarted = true;
    m_isDoneTold = false;
    wake();
}

void DetailsPolicy::stop()
{
    m_isStarted = false;
    for (const auto &[number, ask] : std::exchange(m_inFlight, {}))
        m_backlog.giveBack(ask);
    m_backlog.giveAllBack();
    m_inquiry.stop();
    changed();
}

void DetailsPolicy::setWanted(GroupSet groups)
{
    if (groups != m_backlog.wanted()) {
        m_backlog.setWanted(groups);
        m_inquiry.breakOff(); // it may be about what is not wanted any more
        m_backlog.dropUnwanted();
    }
    m_backlog.lookAgain();
    changed();
}

void DetailsPolicy::setViewOrder(const ViewOrder &order)
{
    m_backlog.setViewOrder(order);
    changed();
}

void DetailsPolicy::setSweepHeld(bool held)
{
    m_isSweepHeld = held;
    changed();
}

void DetailsPolicy::setCompletion(std::function<void(RowPatch &)> completion)
{
    m_answers.setCompletion(std::move(completion));
}

void DetailsPolicy::recallRefusals(RowKind kind, GroupSet groups)
{
    m_inquiry.recall(kind, groups & wanted() & m_store.table().catalogue().groupsOfKind(kind));
    changed();
}

void DetailsPolicy::retry(const QList<int> &rows)
{
    m_inquiry.breakOff();
    m_inquiry.forget();
    m_experience.forgetTrouble();
    m_backlog.askAfresh(rows);
    changed();
}

void DetailsPolicy::wake()
{
    m_backlog.lookAtNewRows();
    m_backlog.lookAgain();
    changed();
}

void DetailsPolicy::remap(const QList<int> &newRowOfOld)
{
    m_backlog.remap(newRowOfOld);
    m_backlog.lookAgain();
    changed();
}

} // namespace layerscope
