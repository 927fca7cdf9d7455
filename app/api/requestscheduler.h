// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/callwindow.h"
#include "api/startpacer.h"
#include "core/clock.h"

#include <QObject>

#include <optional>
#include <vector>

namespace layerscope {

/// How much a person waits for a call. Lower goes first.
enum class Priority : quint8 {
    Visible,   ///< On the screen now, or needed before anything else can start.
    ReadAhead, ///< A screen above or below.
    Sweep,     ///< Everything else, in view order.
};

/// Something that has calls to make. It is asked only when a slot is free, so what waits can be reordered,
/// regrouped or dropped at no cost until that moment.
class CallSource
{
public:
    virtual ~CallSource() = default;
    /// The priority of the most urgent call that waits; nullopt: none does. Cheap: asked for every start.
    [[nodiscard]] virtual std::optional<Priority> mostUrgent() const = 0;
    /// Starts exactly one call, the most urgent one. Called only after mostUrgent() named one.
    virtual void startOne() = 0;
};

/// Decides when which source may start a call: the account's one window of calls. Among sources of equal
/// urgency the one served longest ago goes first. Never starts from inside a call of its own public functions
/// but from the event loop, at most `startsPerTurn` each turn, because posting costs up to 0.2 ms (limits
/// §1). GUI thread; owned by the ApiClient.
class RequestScheduler : public QObject
{
    Q_OBJECT

public:
    static constexpr int startsPerTurn = 8;

    RequestScheduler(Clock &clock, CallLimits limits, QObject *parent = nullptr);

    /// How many calls of sources that go beside may be in flight above the window.
    static constexpr int roomBeside = 4;
    enum class Room {
        Window, ///< Waits for a slot of the window.
        Beside, ///< Has a few slots more: what it asks frees one that is held by a lost answer.
    };

    /// A source is not owned; it removes itself before it dies.
    void addSource(CallSource *source, Room room = Room::Window);
    void removeSource(CallSource *source);
    /// Something new waits in a source, or its priority changed.
    void wake();

    enum class Feedback {
        Answered,    ///< The server answered, whatever it said: it keeps up.
        Trouble,     ///< Timeout, connection lost, 5xx: halves the window.
        RateLimited, ///< Halves the window; the caller pauses it too.
        Abandoned,   ///< Aborted by us: says nothing about the server.
    };
    /// A call that a source had started is over and its slot is free.
    void slotFreed(Feedback feedback);
    /// News about the server that came later than its slot was freed: an error inside a successful answer.
    void report(Feedback feedback);
    enum class Gate {
        Open,
        OneCall, ///< A call starts only when none is in flight.
        Shut,
    };
    /// What may start at all; see OutageWatch.
    void setGate(Gate gate);
    /// A call that starts out of turn, whatever gate and window say; its slot is freed like any other.
    void countStart();
    /// Something waits in a source.
    [[nodiscard]] bool hasWaiting();

    /// The request of a call that started at that time is out only now; the limit of a second counts it anew.
    void startSent(std::chrono::milliseconds started);
    /// Nothing starts for this long (a rate limit, or a Retry-After). A longer pause already under way wins.
    void pauseFor(std::chrono::milliseconds pause);

    [[nodiscard]] int inFlight() const { return m_inFlight; }
    [[nodiscard]] int windowSize() const { return m_window.size(); }
    /// The most that are started in any second.
    [[nodiscard]] int startsPerSecond() const { return m_startsPerSecond; }
    [[nodiscard]] int startsInLastSecond() const;
    [[nodiscard]] bool isPaused() const;

Q_SIGNALS:
    /// inFlight, windowSize or isPaused changed; at most once a turn of the event loop.
    void loadChanged();

private:
    struct Entry
    {
        CallSource *source;
        quint64 lastServed;
        Room room;
    };

    void startSome();
    void scheduleTurn(std::chrono::milliseconds delay);
    [[nodiscard]] Entry *mostUrgentEntry(); ///< Of those that there is room for.
    void announceLoad();

    Clock &m_clock;
    const int m_startsPerSecond;
    CallWindow m_window;
    StartPacer m_pacer;
    std::vector<Entry> m_sources;
    quint64 m_serveCounter = 0;
    int m_inFlight = 0;
    Gate m_gate = Gate::Open;
    std::chrono::milliseconds m_pausedUntil{0};
    std::optional<std::chrono::milliseconds>
        m_turnAt; ///< When the next turn is due; the clock cannot cancel older ones.
    bool m_wasPaused = false;
    bool m_loadAnnounced = false;
};

} // namespace layerscope
