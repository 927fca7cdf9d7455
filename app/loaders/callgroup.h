// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "api/requestscheduler.h"

#include <QObject>

#include <deque>
#include <functional>
#include <optional>
#include <unordered_set>

namespace layerscope {

class ApiJob;

/// What all three patterns are made with: many calls side by side, each with its own ending, none
/// of which costs the others. Calls are either added, or made by a supplier at the very moment a slot is
/// free, so that what waits can follow the screen. Takes part in the account's one window of calls as a
/// CallSource. GUI thread; the client outlives it. Destroying or cancelling it aborts what is in flight; the
/// calls then hear Cancelled (cancel) or nothing (destruction).
class CallGroup final : public QObject, private CallSource
{
    Q_OBJECT

public:
    /// Makes calls on demand. Both functions are asked only when a slot is free.
    struct Supplier
    {
        std::function<std::optional<Priority>()>
            mostUrgent; ///< nullopt: nothing (now); wake() when there is again.
        std::function<ApiCall()> next;
    };

    explicit CallGroup(ApiClient &client, QObject *parent = nullptr);
    ~CallGroup() override;

    void add(ApiCall call);
    void setSupplier(Supplier supplier);
    /// The supplier has something again, or its urgency changed.
    void wake();
    /// Ends all: what waits here is dropped with Cancelled, what is in flight is aborted. The supplier is not
    /// asked again.
    void cancel();

    [[nodiscard]] int inFlight() const { return static_cast<int>(m_running.size()); }
    [[nodiscard]] bool isIdle() const;

Q_SIGNALS:
    /// Nothing waits, nothing is in flight, the supplier has nothing. From the event loop, after the last
    /// call's ending; may come again if more is added.
    void idle();
    void inFlightChanged(int inFlight);

private:
    std::optional<Priority> mostUrgent() const override;
    void startOne() override;
    [[nodiscard]] std::optional<Priority> supplierPriority() const;
    void run(ApiCall call);
    void checkIdle();

    ApiClient &m_client;
    Supplier m_supplier;
    std::deque<ApiCall> m_waiting; // sorted by priority, stable
    std::unordered_set<ApiJob *> m_running;
    bool m_idleCheckPending = false;
};

} // namespace layerscope
