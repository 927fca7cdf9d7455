// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "core/result.h"
#include "details/bandwidthhistory.h"
#include "details/bandwidthsubject.h"

#include <QCache>
#include <QDateTime>
#include <QObject>

#include <chrono>
#include <memory>
#include <optional>

namespace layerscope {

class ApiClient;
class CallGroup;

/// Loads the public traffic of this billing cycle by day, for one server or pool at a time: the id of its
/// tracking object and, unless the caller knows it, its billing cycle side by side; then the rows. Servers of
/// both kinds and pools differ in what they bear: rows by day are asked for, but guests are asked without a
/// rollup, which once broke them (softlayer-api §6.13); what the API does not bear is asked again the other
/// way.
///
///     Idle ─load()▶ Loading ▶ Value
///                      ├────▶ Refused   (the key may not see it)
///                      ├────▶ Failed
///                      └─cancel()▶ Idle, or Value if something older is there
///
/// GUI thread; owns its calls, the client outlives it. Remembers the last few histories of this client, so
/// that going back and forth costs no calls.
class BandwidthHistoryLoader : public QObject
{
    Q_OBJECT

public:
    enum class State { Idle, Loading, Value, Refused, Failed };
    Q_ENUM(State)

    /// Younger ones are shown without asking again: the API counts in steps of minutes to hours.
    static constexpr std::chrono::minutes freshFor{10};
    static constexpr int maxRemembered = 32; // some kB each

    explicit BandwidthHistoryLoader(ApiClient &client, QObject *parent = nullptr);
    ~BandwidthHistoryLoader() override;

    /// Loads it, unless it is loading already or a fresh one is remembered; the load of another subject is
    /// given up. An older one is at hand as history() while its successor is loading.
    void load(BandwidthSubject subject, std::optional<BillingCycle> cycle = std::nullopt);
    /// Asks again, whatever is remembered: for "Try again" and "Refresh". Nothing if Idle.
    void reload();
    /// Keeps what is there. Nothing unless Loading.
    void cancel();
    /// Back to Idle with no subject; what is remembered stays.
    void clear();

    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const std::optional<BandwidthSubject> &subject() const { return m_subject; }
    /// Of the subject; also an older one while Loading or after Refused and Failed.
    [[nodiscard]] const std::optional<BandwidthHistory> &history() const { return m_history; }
    /// When history() was asked for, UTC.
    [[nodiscard]] QDateTime asOf() const { return m_asOf; }
    /// Refused and Failed only.
    [[nodiscard]] const std::optional<ApiError> &error() const { return m_error; }

Q_SIGNALS:
    /// Something of the above changed; also when another subject is in the same state.
    void changed();

private:
    struct Remembered
    {
        BandwidthHistory history;
        std::chrono::milliseconds asked{0};
        QDateTime asOf;
    };

    void start();
    void askTrackingObject();
    void askCycle();
    void askRowsIfReady();
    void askRows();
    void takeRows(BandwidthHistory history);
    void fail(ApiError error);
    void setState(State state);

    ApiClient &m_client;
    std::unique_ptr<CallGroup> m_calls; ///< Of the load under way; gone with it.
    QCache<BandwidthSubject, Remembered> m_memory{maxRemembered};

    State m_state = State::Idle;
    std::optional<BandwidthSubject> m_subject;
    std::optional<BillingCycle> m_knownCycle; ///< As the caller knows it.
    std::optional<BandwidthHistory> m_history;
    QDateTime m_asOf;
    std::optional<ApiError> m_error;

    // Of the load under way.
    std::optional<qint64> m_trackingObject;
    std::optional<BillingCycle> m_cycle;
    bool m_isBillingCycle = true;
    std::optional<ApiError> m_firstRefusal; ///< Of the first way to ask for rows.
};

} // namespace layerscope
