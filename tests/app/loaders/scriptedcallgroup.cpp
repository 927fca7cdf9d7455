// SPDX-License-Identifier: GPL-3.0-or-later
// In place of app/loaders/callgroup.cpp: a test that is linked with this file gets this CallGroup, and never
// the library's. The class is the same, what is behind it is not.
#include "scriptedcallgroup.h"

#include "api/jsonreader.h"
#include "loaders/callgroup.h"

#include <algorithm>
#include <utility>

namespace layerscope {

CallGroup::CallGroup(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    CallDesk::instance().m_sources.push_back(this);
}

CallGroup::~CallGroup()
{
    CallDesk &desk = CallDesk::instance();
    std::erase(desk.m_sources, static_cast<CallSource *>(this));
    std::erase_if(desk.m_calls, [this](const CallDesk::Entry &entry) { return entry.owner == this; });
    desk.m_isAwake = true;
}

void CallGroup::add(ApiCall call)
{
    m_waiting.push_back(std::move(call));
    wake();
}

void CallGroup::setSupplier(Supplier supplier)
{
    m_supplier = std::move(supplier);
    wake();
}

void CallGroup::wake()
{
    CallDesk::instance().m_isAwake = true;
}

void CallGroup::cancel() {}

bool CallGroup::isIdle() const
{
    return !mostUrgent();
}

std::optional<Priority> CallGroup::supplierPriority() const
{
    return m_supplier.mostUrgent ? m_supplier.mostUrgent() : std::nullopt;
}

std::optional<Priority> CallGroup::mostUrgent() const
{
    return m_waiting.empty() ? supplierPriority() : std::optional(m_waiting.front().priority);
}

void CallGroup::startOne()
{
    if (m_waiting.empty()) {
        run(m_supplier.next());
        return;
    }
    ApiCall call = std::move(m_waiting.front());
    m_waiting.pop_front();
    run(std::move(call));
}

void CallGroup::run(ApiCall call)
{
    CallDesk::instance().m_calls.push_back({this, std::move(call)});
}

void CallGroup::checkIdle() {}

CallDesk &CallDesk::instance()
{
    static CallDesk desk;
    return desk;
}

void CallDesk::begin(int maxCalls, Answer answer)
{
    m_sources.clear();
    m_calls.clear();
    m_answer = std::move(answer);
    m_maxCalls = maxCalls;
    m_answered = 0;
    m_isAwake = false;
}

void CallDesk::fill()
{
    m_isAwake = false;
    for (bool anyStarted = true; anyStarted;) {
        anyStarted = false;
        for (CallSource *source : m_sources) {
            if (inFlight() < m_maxCalls && source->mostUrgent()) {
                source->startOne();
                anyStarted = true;
            }
        }
    }
}

void CallDesk::turn()
{
    if (m_isAwake)
        fill();
}

void CallDesk::answerOne(int which)
{
    const auto place = m_calls.begin() + which;
    const ApiCall call = std::move(place->call);
    m_calls.erase(place);
    ++m_answered;
    fill(); // the slot is free before the call hears of it

    using Erased = ApiCall::ErasedValue;
    const Result<QJsonValue> json = m_answer(call.request);
    if (!json) {
        call.done(Unexpected(json.error()));
        return;
    }
    JsonIssues issues;
    const Erased value = call.decode(JsonReader(*json, issues));
    if (!issues.isClean())
        call.done(Unexpected(*issues.error()));
    else
        call.done(Reply<Erased>{value, std::nullopt, 0, std::chrono::milliseconds(100), 1});
}

} // namespace layerscope
