// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"

#include <chrono>
#include <optional>

namespace layerscope {

/// Whether an account's server is worth calling at present, judged by how all of its attempts end. A server
/// that stays down must be left alone; one that merely refuses, is slow or bears little must not.
///
///     Closed ──trouble in a row──▶ Checking ──the probe fails, for long enough──▶ Blocked
///        ▲                            │                                              │
///        └────────── any success, or an answer to the probe ◀──────────── now and then a probe
///
/// In Checking and Blocked nothing is sent but a *probe*: the smallest question there is. Its answer tells a
/// server that is down from calls that fail for reasons of their own (too much at once, a relation that is
/// broken): after it, calls are judged by themselves again, and those whose end was in doubt meanwhile as
/// wasDown() tells. Should `maxTroubles` attempts in a row fail
/// although probes are answered, the account is blocked all the same, and one real call is tried now and
/// then. After `maxRefusals` in a row a probe is sent beside; if that is refused too, the account is
/// blocked.
///
/// Pure; times are the caller's, from one monotonic clock. After each call of a function here, the caller
/// reads state(), mayTryOne(), wantsProbe() and nextLook().
class Breaker
{
public:
    using Milliseconds = std::chrono::milliseconds;

    enum class State {
        Closed,   ///< All may be sent.
        Checking, ///< Nothing may, until the probe has told.
        Blocked,  ///< Nothing gets through.
    };

    /// What the end of an attempt tells about the server.
    enum class Sign {
        Success, ///< It answered with what was asked.
        Refusal, ///< It answered properly, if only with a refusal or that the key is wrong.
        Trouble, ///< It broke down, was not reached, or answered nonsense.
        None,    ///< Nothing: a cancelled call, a certificate or a proxy in the way.
    };
    [[nodiscard]] static Sign signOf(const ApiError &error);

    static constexpr int troublesUntilCheck = 12;
    static constexpr int troublesUntilBlocked = 5; ///< At least, with time: see the constructor.
    static constexpr int maxTroubles = 400; ///< The last lists of a load may be broken, each by itself.
    static constexpr int maxRefusals = 100;
    static constexpr Milliseconds usualPatience{60'000};
    /// As long as no answer ever came, whatever the call limit: perhaps there is nobody at this address,
    /// perhaps a server has to wake up.
    static constexpr Milliseconds firstPatience{10'000};
    static constexpr Milliseconds firstProbePause{500};
    static constexpr Milliseconds longestProbePause{10'000};
    static constexpr Milliseconds firstPauseWhenBlocked{10'000};
    static constexpr Milliseconds longestPauseWhenBlocked{60'000};
    static constexpr Milliseconds longestServerPause{60'000}; ///< Of a pause that the server names.

    /// `callLimit` is how long one attempt may take. Blocked is reached when, with a failed probe, at least
    /// `troublesUntilBlocked` attempts failed and for `patience`, at most the call limit, nothing got
    /// through; or, since calls that hang tell nothing, after one and a half call limits with one failure. A
    /// pause that the server asked for is waited for before that, once.
    explicit Breaker(Milliseconds callLimit, Milliseconds patience = usualPatience);

    [[nodiscard]] State state() const { return m_state; }
    /// Blocked, but one real call may be sent now.
    [[nodiscard]] bool mayTryOne() const { return m_mayTryOne; }
    /// Blocked although probes are answered: the calls themselves fail.
    [[nodiscard]] bool isTrial() const { return m_isTrial; }
    /// Send the probe now, and say probeSent().
    [[nodiscard]] bool wantsProbe(Milliseconds now) const;
    /// When look() is due; nullopt: not before something else happens.
    [[nodiscard]] std::optional<Milliseconds> nextLook() const;
    /// When the next probe or trial is due; only while Blocked.
    [[nodiscard]] std::optional<Milliseconds> nextTry() const;
    /// Of the last time that it held calls back: probes failed, so the server was down. Else the calls that
    /// failed have themselves to blame.
    [[nodiscard]] bool wasDown() const { return m_wasDown; }
    /// When something got through for the last time, or calls began.
    [[nodiscard]] Milliseconds silentSince() const { return m_silentSince; }

    /// An attempt goes out.
    void sent(Milliseconds now);
    /// It ended, once. `pause`: what the server asked to wait, if it did.
    void ended(Sign sign, std::optional<Milliseconds> pause, Milliseconds now);
    void probeSent();
    void probeEnded(Sign sign, std::optional<Milliseconds> pause, Milliseconds now);
    void probeAbandoned(Milliseconds now);
    /// A person wants it tried at once.
    void tryNow(Milliseconds now);
    /// Of a trial: nothing waits to be sent, so there is nothing to be blocked.
    void nothingWaits(Milliseconds now);
    /// Time has passed.
    void look(Milliseconds now);

private:
    void close(Milliseconds now);
    void check(Milliseconds now);
    void block(Milliseconds now);
    void scheduleTry(Milliseconds now);
    [[nodiscard]] Milliseconds pauseToKeep(std::optional<Milliseconds> asked) const;
    [[nodiscard]] Milliseconds patience() const;
    [[nodiscard]] Milliseconds patienceWhenHanging() const;
    [[nodiscard]] bool isWaitingAsTold() const;

    Milliseconds m_callLimit;
    Milliseconds m_patience;
    Milliseconds m_firstPatience;
    State m_state = State::Closed;
    bool m_wasHeard = false;
    Milliseconds m_silentSince{0};
    Milliseconds m_lastEnd{0};
    int m_inFlight = 0;
    int m_troubles = 0;          ///< Since the last success.
    int m_troublesSinceLife = 0; ///< Since the last success or answered probe.
    int m_refusals = 0;          ///< Since the last success or the last probe that succeeded.
    int m_failedProbes = 0;      ///< Since Checking began.
    bool m_wasDown = false;
    bool m_isProbing = false;
    bool m_isAboutRefusals = false; ///< The probe that waits or is out.
    bool m_isTrial = false;         ///< Blocked although probes are answered: real calls are the probe.
    bool m_mayTryOne = false;
    Milliseconds m_pause{0};               ///< Before the next try.
    Milliseconds m_serverPause{0};         ///< What the last trouble asked for.
    std::optional<Milliseconds> m_nextTry; ///< Of a probe, or of a real call in a trial.
};

} // namespace layerscope
