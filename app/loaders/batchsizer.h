// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/serverpace.h"

#include <QtGlobal>

#include <chrono>
#include <optional>

namespace layerscope {

/// How many ids go into one batch of details, so that all of them end soonest: few enough that the calls that
/// may be in flight share the rows, and so many that they do not wait for the starts of a second. That
/// follows from what is left and from what a row was seen to cost beside what a call costs.
///
/// Nothing is asked that is likely to take longer than a few seconds. The first batches are of a size that
/// the API is known to bear (softlayer-api §4.4); who was quick is asked for up to four times as much. What
/// was too much halves the size, and each time it takes twice as long until more is tried again. One batch
/// that fails where others of its size came says nothing about sizes. Pure.
class BatchSizer
{
public:
    static constexpr int smallest = 25; ///< Fewer waste the starts of a second.
    static constexpr int least = 5;     ///< Because it was too much.
    static constexpr int untried = 100; ///< Before any was answered.
    static constexpr int largest = 300; ///< So many ids fit into the line of a request.
    /// What a batch should take at most, as far as it can be foreseen.
    static constexpr std::chrono::milliseconds longest{2'000};
    /// Slower than this and less is asked for.
    static constexpr std::chrono::milliseconds slow{5'000};
    /// After a batch that was too much, so many good ones before a larger one is tried again; then twice as
    /// many, and so on up to the most.
    static constexpr int answersBeforeGrowth = 10;
    static constexpr int maxAnswersBeforeGrowth = 160;

    BatchSizer() = default;
    /// Begins where an earlier one ended, in this load of the account or in another. Where more was too much,
    /// more is tried again only after many answers.
    explicit BatchSizer(RowsBorne known);
    /// For the one that begins here.
    [[nodiscard]] RowsBorne borne() const;

    /// What is still to be asked for, and how.
    struct Ahead
    {
        qint64 rows = 0;
        int callsAtOnce = 1;
        int freeCalls = 1; ///< Of these.
        int startsPerSecond = 1;
    };
    /// Of the batch that is asked for now.
    [[nodiscard]] int next(const Ahead &ahead);
    /// The most that is asked for in one batch, by what is known so far.
    [[nodiscard]] int bearable() const { return m_bearable; }

    /// A batch of this many rows was answered.
    void answered(int rows, std::chrono::milliseconds duration);
    /// A batch of this many rows was more than the server bears.
    void wasTooMuch(int rows);

private:
    using Seconds = std::chrono::duration<double>;

    void plan(const Ahead &ahead);
    [[nodiscard]] bool isPlanOutdated(qint64 rows) const;
    void learn(int rows, Seconds duration);
    /// What each row more costs; nullopt: nobody knows.
    [[nodiscard]] std::optional<Seconds> costOfARow() const;

    int m_bearable = untried;
    // The plan: batches alike, until more rows come, or what is known changes.
    int m_size = 0;
    qint64 m_rowsPlanned = 0; ///< Of which no batch was taken yet.
    std::optional<Seconds> m_costPlanned;
    int m_borne = 0; ///< The largest batch that came since one of its size did not.
    int m_answersToWait = 0;
    int m_nextWait = answersBeforeGrowth;
    bool m_isLimited = false; ///< More was too much.

    // The answers so far, the latest weighing most: for a straight line through rows and seconds.
    double m_weight = 0;
    double m_rows = 0;
    double m_seconds = 0;
    double m_rowsSquared = 0;
    double m_rowsTimesSeconds = 0;
};

} // namespace layerscope
