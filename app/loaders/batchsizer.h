// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace layerscope {

/// How many ids go into one batch of details: what the server bears without making a person wait. Starts at
/// 50, grows by half while answers are quick, shrinks while they are slow, halves when a batch was too much;
/// 25 to 100, since fewer waste the 45 calls a second, and modest lists are what the API is known to bear
/// (softlayer-api §4.4). Only what was too much makes it smaller than that, and each time it takes twice as
/// long until more is tried again. One batch that fails where others of its size came says nothing about
/// sizes. Pure.
class BatchSizer
{
public:
    static constexpr int smallest = 25; ///< Because of slowness.
    static constexpr int least = 5;     ///< Because it was too much.
    static constexpr int initial = 50;
    static constexpr int largest = 100;
    /// Quick enough to ask for more; the article's split calls take 1 to 2 s.
    static constexpr std::chrono::milliseconds quick{1'500};
    /// Slower than this and less is asked for.
    static constexpr std::chrono::milliseconds slow{5'000};
    /// After a batch that was too much, so many good ones before a larger one is tried again; then twice as
    /// many, and so on up to the most.
    static constexpr int answersBeforeGrowth = 10;
    static constexpr int maxAnswersBeforeGrowth = 160;

    [[nodiscard]] int size() const { return m_size; }
    /// A batch of this many rows was answered.
    void answered(int rows, std::chrono::milliseconds duration);
    /// A batch of this many rows was more than the server bears.
    void wasTooMuch(int rows);

private:
    int m_size = initial;
    int m_borne = 0; ///< The largest batch that came since one of its size did not.
    int m_answersToWait = 0;
    int m_nextWait = answersBeforeGrowth;
};

} // namespace layerscope
