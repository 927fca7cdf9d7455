// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <chrono>
#include <vector>

namespace layerscope {

struct ApiRequest;

/// How long the calls of one account take, each kind of call apart, and from when on one of them has taken so
/// much longer than its like that its answer is probably lost: then it is worth asking again beside it. What
/// the server is known to be slow at is waited for. Learns from successes only, and only the recent ones
/// count. Pure; an O(1) question costs a sort of a few numbers.
class LatencyBook
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// How often as long as its like a call may take.
    static constexpr int factor = 8;
    /// No answer is given up sooner: below this, asking twice gains nobody anything.
    static constexpr Milliseconds shortestPatience{1'000};
    /// For a kind of call of which none has succeeded yet, while others have.
    static constexpr Milliseconds patienceWithStrangers{4'000};
    /// Before anything of the account has succeeded.
    static constexpr Milliseconds patienceAtFirst{10'000};

    /// Calls that should take about the same time: same service and method, about as many rows and
    /// relations (by powers of two). The id does not matter.
    [[nodiscard]] static QByteArray likeOf(const ApiRequest &request);

    /// A call succeeded after this long, from sent to the whole answer.
    void learn(const QByteArray &like, Milliseconds duration);
    /// How long to wait for such a call before asking again beside it.
    [[nodiscard]] Milliseconds patience(const QByteArray &like) const;

private:
    /// The last durations, oldest overwritten first.
    class Recent
    {
    public:
        void add(Milliseconds duration);
        [[nodiscard]] bool isEmpty() const { return m_durations.empty(); }
        /// What most of them did not exceed; of a few the longest.
        [[nodiscard]] Milliseconds typical() const;

    private:
        std::vector<Milliseconds> m_durations;
        std::size_t m_oldest = 0;
    };

    QHash<QByteArray, Recent> m_byLike;
    Recent m_all;
};

/// How many calls may be asked again beside in a whole account: a few at once, then a tenth of the calls that
/// are answered, so that a server that has become slow is not asked twice for everything. One that brought
/// the answer costs nothing and more: then the answers are lost, not slow, and asking again is the remedy.
/// Should none be left while all calls wait for lost answers, one goes out now and then. Pure; times are the
/// caller's.
class BesideBudget
{
public:
    using Milliseconds = std::chrono::milliseconds;

    /// Between those that are more than the budget has.
    static constexpr Milliseconds pauseWithoutBudget{5'000};

    /// False: none is left for now.
    [[nodiscard]] bool take(Milliseconds now);
    /// It was not sent after all.
    void giveBack();
    /// A call succeeded.
    void answered();
    /// What was asked beside brought the answer before the other did.
    void helped();

private:
    void add(double asks);

    double m_asks = 8;
    Milliseconds m_lastTaken{0};
};

} // namespace layerscope
