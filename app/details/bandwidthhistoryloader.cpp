// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/bandwidthhistoryloader.h"

#include "api/apiclient.h"
#include "loaders/callgroup.h"

#include <utility>

namespace layerscope {

namespace {

constexpr int secondsADay = 86'400;

ApiRequest requestTo(BandwidthSubject subject, const char *method)
{
    ApiRequest request;
    switch (subject.kind) {
    case BandwidthSubject::Kind::BareMetal:
        request.service = "SoftLayer_Hardware_Server";
        break;
    case BandwidthSubject::Kind::Virtual:
        request.service = "SoftLayer_Virtual_Guest";
        break;
    case BandwidthSubject::Kind::Pool:
        request.service = "SoftLayer_Network_Bandwidth_Version1_Allotment";
        break;
    }
    request.method = method;
    request.objectId = QString::number(subject.id);
    return request;
}

/// What is left to do if the other way of asking for rows may do: the server broke down, or it was too much.
bool mayGoTheOtherWay(const ApiError &error)
{
    return error.kind == ApiError::Kind::Server || error.kind == ApiError::Kind::TooMuch ||
           error.kind == ApiError::Kind::InvalidRequest;
}

Timestamp nowOf(const ApiClient &client)
{
    return {client.clock().utcNow().toMSecsSinceEpoch()};
}

BillingCycle lastThirtyDays(Timestamp now)
{
    constexpr qint64 days = 30;
    return {{(now.msecsUtc / msecsPerDay - days + 1) * msecsPerDay}, {now.msecsUtc + 1}};
}

} // namespace

BandwidthHistoryLoader::BandwidthHistoryLoader(ApiClient &client, QObject *parent)
    : QObject(parent)
    , m_client(client)
{}

BandwidthHistoryLoader::~BandwidthHistoryLoader() = default;

void BandwidthHistoryLoader::load(BandwidthSubject subject, std::optional<BillingCycle> cycle)
{
    if (m_subject == subject && m_state == State::Loading)
        return;
    const Remembered *remembered = m_memory.object(subject);
    m_subject = subject;
    m_knownCycle = cycle;
    m_history.reset();
    m_asOf = {};
    m_error.reset();
    m_calls.reset();
    if (remembered) {
        m_history = remembered->history;
        m_asOf = remembered->asOf;
        const bool isOfThisCycle = !cycle || remembered->history.cycle == *cycle;
        if (isOfThisCycle && m_client.clock().now() - remembered->asked < freshFor) {
            setState(State::Value);
            return;
        }
    }
    start();
}

void BandwidthHistoryLoader::reload()
{
    if (!m_subject)
        return;
    m_calls.reset();
    m_error.reset();
    start();
}

void BandwidthHistoryLoader::cancel()
{
    if (m_state != State::Loading)
        return;
    m_calls.reset();
    setState(m_history ? State::Value : State::Idle);
}

void BandwidthHistoryLoader::clear()
{
    m_calls.reset();
    m_subject.reset();
    m_history.reset();
    m_asOf = {};
    m_error.reset();
    setState(State::Idle);
}

void BandwidthHistoryLoader::start()
{
    m_calls = std::make_unique<CallGroup>(m_client);
    m_trackingObject.reset();
    m_cycle = m_knownCycle;
    m_isBillingCycle = true;
    m_firstRefusal.reset();
    askTrackingObject();
    if (!m_cycle)
        askCycle();
    setState(State::Loading);
}

void BandwidthHistoryLoader::askTrackingObject()
{
    m_calls->add(ApiCall::make<qint64>(
        requestTo(*m_subject, "getMetricTrackingObjectId"), Priority::Visible,
        [](const JsonReader &id) { return id.integer().value_or(0); },
        [this](Result<Reply<qint64>> result) {
            if (!result) {
                fail(std::move(result).error());
                return;
            }
            m_trackingObject = result->value;
            askRowsIfReady();
        }));
}

void BandwidthHistoryLoader::askCycle()
{
    using Found = std::optional<BillingCycle>;
    ApiRequest request = requestTo(*m_subject, "getObject");
    request.mask = ObjectMask{"id", "billingItem.cycleStartDate", "billingItem.lastBillDate",
                              "billingItem.nextBillDate"};
    m_calls->add(ApiCall::make<Found>(
        std::move(request), Priority::Visible,
        [](const JsonReader &object) { return BillingCycle::fromBillingItem(object["billingItem"]); },
        [this](Result<Reply<Found>> result) {
            if (!result && !result.error().isRefusal()) {
                fail(std::move(result).error());
                return;
            }
            // Some servers have no billing item, some keys may not see it: the traffic is worth showing.
            m_cycle = result ? result->value : Found();
            m_isBillingCycle = m_cycle.has_value();
            if (!m_cycle)
                m_cycle = lastThirtyDays(nowOf(m_client));
            askRowsIfReady();
        }));
}

void BandwidthHistoryLoader::askRowsIfReady()
{
    if (!m_trackingObject || !m_cycle)
        return;
    if (*m_trackingObject > 0) {
        askRows();
        return;
    }
    // Nothing counts its traffic.
    BandwidthHistory nothing;
    nothing.cycle = *m_cycle;
    takeRows(std::move(nothing));
}

void BandwidthHistoryLoader::askRows()
{
    // If this computer's now is not in the cycle, the clock is wrong or the account's time stands still: then
    // the rows tell how far the cycle has come.
    const Timestamp now = nowOf(m_client);
    const BillingCycle cycle = *m_cycle;
    const Timestamp until = cycle.contains(now) ? now : cycle.end;
    const bool isGuest = m_subject->kind == BandwidthSubject::Kind::Virtual;
    const bool asksByDay = isGuest == m_firstRefusal.has_value();

    ApiRequest request;
    request.service = "SoftLayer_Metric_Tracking_Object";
    request.method = "getBandwidthData";
    request.objectId = QString::number(*m_trackingObject);
    request.parameters = {cycle.begin.msecsUtc / 1000, until.msecsUtc / 1000, QStringLiteral("public"),
                          asksByDay ? QJsonValue(secondsADay) : QJsonValue()};
    m_calls->add(ApiCall::make<BandwidthHistory>(
        std::move(request), Priority::Visible,
        [cycle, now](const JsonReader &rows) { return readBandwidthRows(rows, cycle, now); },
        [this](Result<Reply<BandwidthHistory>> result) {
            if (result) {
                takeRows(std::move(result->value));
            } else if (!m_firstRefusal && mayGoTheOtherWay(result.error())) {
                m_firstRefusal = std::move(result).error();
                askRows();
            } else {
                // The first refusal is about the way that usually works.
                fail(mayGoTheOtherWay(result.error()) && m_firstRefusal ? *std::move(m_firstRefusal)
                                                                        : std::move(result).error());
            }
        }));
}

void BandwidthHistoryLoader::takeRows(BandwidthHistory history)
{
    history.isBillingCycle = m_isBillingCycle;
    m_history = std::move(history);
    m_asOf = m_client.clock().utcNow();
    m_memory.insert(*m_subject, new Remembered{*m_history, m_client.clock().now(), m_asOf});
    m_calls.reset();
    setState(State::Value);
}

void BandwidthHistoryLoader::fail(ApiError error)
{
    m_calls.reset();
    if (error.kind == ApiError::Kind::Cancelled) {
        setState(m_history ? State::Value : State::Idle);
        return;
    }
    m_error = std::move(error);
    setState(m_error->isRefusal() ? State::Refused : State::Failed);
}

void BandwidthHistoryLoader::setState(State state)
{
    m_state = state;
    Q_EMIT changed();
}

} // namespace layerscope
