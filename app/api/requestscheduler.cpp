// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/requestscheduler.h"

#include <algorithm>

namespace layerscope {

using std::chrono::milliseconds;

namespace {

/// Of a turn: to choose what is asked for next can take as long as to post it, a millisecond in all.
constexpr milliseconds startShare{2};

} // namespace

RequestScheduler::RequestScheduler(Clock &clock, CallLimits limits, QObject *parent)
    : QObject(parent)
    , m_clock(clock)
    , m_startsPerSecond(limits.maxStartsPerSecond)
    , m_window(limits)
    , m_pacer(limits.maxStartsPerSecond)
{}

void RequestScheduler::addSource(CallSource *source, Room room)
{
    m_sources.push_back({source, 0, room});
    wake();
}

void RequestScheduler::removeSource(CallSource *source)
{
    std::erase_if(m_sources, [source](const Entry &entry) { return entry.source == source; });
}

void RequestScheduler::wake()
{
    scheduleTurn(milliseconds(0));
}

void RequestScheduler::slotFreed(Feedback feedback)
{
    Q_ASSERT(m_inFlight > 0);
    --m_inFlight;
    report(feedback);
    wake();
}

void RequestScheduler::report(Feedback feedback)
{
    switch (feedback) {
    case Feedback::Answered:
        m_window.answered();
        break;
    case Feedback::Trouble:
    case Feedback::RateLimited:
        m_window.trouble(m_inFlight);
        break;
    case Feedback::Abandoned:
        m_window.callEnded();
        break;
    }
    announceLoad();
}

void RequestScheduler::setGate(Gate gate)
{
    if (gate == m_gate)
        return;
    m_gate = gate;
    wake();
}

void RequestScheduler::countStart()
{
    ++m_inFlight;
    m_pacer.started(m_clock.now());
    announceLoad();
}

bool RequestScheduler::hasWaiting()
{
    return std::any_of(m_sources.cbegin(), m_sources.cend(),
                       [](const Entry &entry) { return entry.source->mostUrgent().has_value(); });
}

void RequestScheduler::startSent(milliseconds started)
{
    m_pacer.sent(started, m_clock.now());
}

void RequestScheduler::pauseFor(milliseconds pause)
{
    m_pausedUntil = std::max(m_pausedUntil, m_clock.now() + pause);
    announceLoad();
    wake();
}

int RequestScheduler::startsInLastSecond() const
{
    return m_pacer.startsInLastSecond(m_clock.now());
}

bool RequestScheduler::isPaused() const
{
    return m_clock.now() < m_pausedUntil;
}

void RequestScheduler::startSome()
{
    if (isPaused()) {
        scheduleTurn(m_pausedUntil - m_clock.now());
        return;
    }
    const milliseconds began = m_clock.now();
    for (int started = 0; started < startsPerTurn && m_clock.now() - began < startShare; ++started) {
        if (m_gate == Gate::Shut || (m_gate == Gate::OneCall && m_inFlight > 0))
            return; // setGate() and slotFreed() come back here
        Entry *entry = mostUrgentEntry();
        if (!entry)
            return; // wake() and slotFreed() come back here
        const milliseconds now = m_clock.now();
        if (const milliseconds delay = m_pacer.delay(now); delay > milliseconds(0)) {
            scheduleTurn(delay);
            return;
        }
        ++m_inFlight;
        m_pacer.started(now);
        entry->lastServed = ++m_serveCounter;
        announceLoad();
        entry->source->startOne(); // may add and remove sources: `entry` is not valid any more
    }
    scheduleTurn(milliseconds(0));
}

void RequestScheduler::scheduleTurn(milliseconds delay)
{
    const milliseconds at = m_clock.now() + delay;
    if (m_turnAt && *m_turnAt <= at)
        return;
    m_turnAt = at;
    m_clock.callAfter(delay, this, [this, at] {
        if (m_turnAt != at)
            return; // an earlier turn took this one's place
        m_turnAt.reset();
        if (m_wasPaused && !isPaused())
            announceLoad();
        startSome();
    });
}

RequestScheduler::Entry *RequestScheduler::mostUrgentEntry()
{
    Entry *best = nullptr;
    Priority bestPriority = Priority::Sweep;
    for (Entry &entry : m_sources) {
        if (m_inFlight >= m_window.size() + (entry.room == Room::Beside ? roomBeside : 0))
            continue;
        const std::optional<Priority> priority = entry.source->mostUrgent();
        if (!priority)
            continue;
        if (!best || *priority < bestPriority ||
            (*priority == bestPriority && entry.lastServed < best->lastServed)) {
            best = &entry;
            bestPriority = *priority;
        }
    }
    return best;
}

void RequestScheduler::announceLoad()
{
    m_wasPaused = isPaused();
    if (m_loadAnnounced)
        return;
    m_loadAnnounced = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_loadAnnounced = false;
            Q_EMIT loadChanged();
        },
        Qt::QueuedConnection);
}

} // namespace layerscope
