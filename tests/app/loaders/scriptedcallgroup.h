// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apicall.h"
#include "api/requestscheduler.h"

#include <functional>
#include <vector>

namespace layerscope {

class CallGroup;

/// What takes the network's place in a test that links scriptedcallgroup.cpp: the calls in flight, which are
/// answered in any order, in the same thread and without an event loop. Slots are given as RequestScheduler
/// gives them: when somebody wakes it, and when an attempt ends, which is before its call hears of it.
class CallDesk
{
public:
    /// JSON, or why there is none.
    using Answer = std::function<Result<QJsonValue>(const ApiRequest &)>;

    static CallDesk &instance();

    /// Forgets everything.
    void begin(int maxCalls, Answer answer);
    [[nodiscard]] int inFlight() const { return static_cast<int>(m_calls.size()); }
    [[nodiscard]] int answered() const { return m_answered; }
    /// Answers this one of those in flight.
    void answerOne(int which);
    /// Gives out slots if somebody asked for that since the last time.
    void turn();

private:
    friend class CallGroup;
    struct Entry
    {
        CallGroup *owner;
        ApiCall call;
    };

    void fill();

    std::vector<CallSource *> m_sources;
    std::vector<Entry> m_calls;
    Answer m_answer;
    int m_maxCalls = 1;
    int m_answered = 0;
    bool m_isAwake = false;
};

} // namespace layerscope
