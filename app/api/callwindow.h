// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <chrono>

namespace layerscope {

/// What one account may ask of the API at once. The API itself allows 50 starts a second (softlayer-api
/// §4.2); 45 leaves room for the person's other tools and for clocks that disagree.
struct CallLimits
{
    int initialCalls = 8;
    int maxCalls = 30;
    int maxStartsPerSecond = 45;
};

/// How many calls may be in flight: starts at 8, grows while the server keeps up (by one an answer until the
/// first trouble, then by one a full window of answers), halves on trouble, never below 1 nor above the
/// limit. One halving for all calls that were in flight when the trouble began, or one hiccup would close the
/// window. Pure.
class CallWindow
{
public:
    explicit CallWindow(CallLimits limits);

    [[nodiscard]] int size() const { return m_size; }
    /// A call ended with an answer.
    void answered();
    /// A call ended in trouble while this many others are still in flight.
    void trouble(int stillInFlight);
    /// A call ended in a way that says nothing about the server.
    void callEnded();

private:
    int m_most;
    int m_size = 1;
    int m_answersSinceGrowth = 0;
    bool m_troubleSeen = false;
    int m_oldCalls = 0; ///< Of those in flight when the last trouble began, how many may still end.
};

} // namespace layerscope
