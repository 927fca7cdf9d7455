// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/callgroup.h"

#include "api/apijob.h"

#include <QPointer>

#include <algorithm>
#include <memory>
#include <utility>
#include <vector>

namespace layerscope {

CallGroup::CallGroup(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{
    m_client.scheduler().addSource(this);
}

CallGroup::~CallGroup()
{
    m_client.scheduler().removeSource(this);
    for (ApiJob *job : std::exchange(m_running, {}))
        delete job; // aborts silently
}

void CallGroup::add(ApiCall call)
{
    const auto behind = std::upper_bound(
        m_waiting.begin(), m_waiting.end(), call.priority,
        [](Priority priority, const ApiCall &waiting) { return priority < waiting.priority; });
    m_waiting.insert(behind, std::move(call));
    wake();
}

void CallGroup::setSupplier(Supplier supplier)
{
    m_supplier = std::move(supplier);
    wake();
}

void CallGroup::wake()
{
    m_client.scheduler().wake();
    checkIdle();
}

void CallGroup::cancel()
{
    m_supplier = {};
    // Copies: whoever hears Cancelled may destroy anything, this object included.
    const std::vector<ApiJob *> running(m_running.begin(), m_running.end());
    for (ApiJob *job : running)
        job->cancel(); // is delivered by the event loop
    std::deque<ApiCall> dropped = std::exchange(m_waiting, {});
    if (!dropped.empty()) {
        QMetaObject::invokeMethod(
            this,
            [dropped = std::move(dropped)] {
                for (const ApiCall &call : dropped)
                    call.done(Unexpected(ApiError::make(ApiError::Kind::Cancelled)));
            },
            Qt::QueuedConnection);
    }
    checkIdle();
}

bool CallGroup::isIdle() const
{
    return m_running.empty() && !mostUrgent();
}

std::optional<Priority> CallGroup::supplierPriority() const
{
    return m_supplier.mostUrgent ? m_supplier.mostUrgent() : std::nullopt;
}

std::optional<Priority> CallGroup::mostUrgent() const
{
    const std::optional<Priority> supplied = supplierPriority();
    if (m_waiting.empty())
        return supplied;
    return supplied ? std::min(*supplied, m_waiting.front().priority) : m_waiting.front().priority;
}

void CallGroup::startOne()
{
    const std::optional<Priority> supplied = supplierPriority();
    if (m_waiting.empty() || (supplied && *supplied < m_waiting.front().priority)) {
        run(m_supplier.next());
        return;
    }
    ApiCall call = std::move(m_waiting.front());
    m_waiting.pop_front();
    run(std::move(call));
}

void CallGroup::run(ApiCall call)
{
    // The call leaves the running ones before its own ending is heard, so that whoever hears it sees what is
    // left. `this` is there then: the destructor deletes the job, which then calls nobody.
    const auto handle = std::make_shared<ApiJob *>(nullptr);
    call.done = [this, handle, done = std::move(call.done)](Result<Reply<ApiCall::ErasedValue>> result) {
        const QPointer<CallGroup> self(this);
        m_running.erase(*handle);
        checkIdle();
        done(std::move(result)); // may destroy anything
        if (self)
            Q_EMIT inFlightChanged(inFlight());
    };
    *handle = m_client.dispatch(std::move(call));
    m_running.insert(*handle);
    Q_EMIT inFlightChanged(inFlight());
}

void CallGroup::checkIdle()
{
    if (m_idleCheckPending)
        return;
    m_idleCheckPending = true;
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_idleCheckPending = false;
            if (isIdle())
                Q_EMIT idle();
        },
        Qt::QueuedConnection);
}

} // namespace layerscope
