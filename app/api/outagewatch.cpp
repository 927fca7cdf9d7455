// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/outagewatch.h"

#include "api/apiclient_p.h"
#include "core/logging.h"

#include <QPointer>

#include <algorithm>
#include <utility>

namespace layerscope {

using std::chrono::milliseconds;

OutageWatch::OutageWatch(ApiClient &client, const Breaker &breaker, Clock &clock, bool isOn)
    : m_client(client)
    , m_clock(clock)
    , m_breaker(breaker)
    , m_isOn(isOn)
{}

void OutageWatch::sent()
{
    if (!m_isOn)
        return;
    m_breaker.sent(m_clock.now());
    update();
}

void OutageWatch::succeeded()
{
    if (!m_isOn)
        return;
    m_breaker.ended(Breaker::Sign::Success, std::nullopt, m_clock.now());
    update();
}

void OutageWatch::failed(const ApiError &error)
{
    if (!m_isOn)
        return;
    const Breaker::Sign sign = Breaker::signOf(error);
    if (sign == Breaker::Sign::Trouble || sign == Breaker::Sign::Refusal)
        m_cause = error;
    m_breaker.ended(sign, pauseAskedBy(error), m_clock.now());
    update();
}

void OutageWatch::abandoned()
{
    if (!m_isOn)
        return;
    m_breaker.ended(Breaker::Sign::None, std::nullopt, m_clock.now());
    update();
}

bool OutageWatch::isHolding() const
{
    // During a trial the server does answer probes: then a call that fails has itself to blame.
    return m_breaker.state() != Breaker::State::Closed && !m_breaker.isTrial();
}

QDateTime OutageWatch::silentSince() const
{
    return m_clock.utcNow().addMSecs((m_breaker.silentSince() - m_clock.now()).count());
}

std::optional<milliseconds> OutageWatch::nextTryIn() const
{
    const std::optional<milliseconds> at = m_breaker.nextTry();
    return at ? std::optional(std::max(milliseconds(0), *at - m_clock.now())) : std::nullopt;
}

void OutageWatch::tryNow()
{
    if (!m_isOn)
        return;
    m_breaker.tryNow(m_clock.now());
    update();
}

/// A rate limit that names no pause counts calls a second.
std::optional<milliseconds> OutageWatch::pauseAskedBy(const ApiError &error)
{
    if (error.kind == ApiError::Kind::RateLimited)
        return std::max(error.retryAfter.value_or(milliseconds(0)), RetryPolicy::firstRateLimitPause);
    return error.retryAfter;
}

/// After each event.
void OutageWatch::update()
{
    const milliseconds now = m_clock.now();
    if (m_breaker.isTrial() && !m_client.d->scheduler.hasWaiting() && m_client.d->jobs.empty())
        m_breaker.nothingWaits(now);
    setGate();
    if (std::exchange(m_wasHolding, isHolding()) && !isHolding())
        settleDoubts();
    if (m_breaker.wantsProbe(now))
        sendProbe();
    scheduleLook();
    announce();
}

void OutageWatch::setGate()
{
    using Gate = RequestScheduler::Gate;
    m_client.d->scheduler.setGate(m_breaker.state() == Breaker::State::Closed ? Gate::Open
                                  : m_breaker.mayTryOne()                     ? Gate::OneCall
                                                                              : Gate::Shut);
}

/// Calls that failed while the server was in doubt hear what became of it.
void OutageWatch::settleDoubts()
{
    QList<QPointer<ApiJob>> doubted; // whoever hears of one's end may do away with others, or cancel them
    for (ApiJob *job : m_client.d->jobs) {
        if (job->isInDoubt())
            doubted.append(job);
    }
    std::sort(doubted.begin(), doubted.end(), [](const auto &one, const auto &other) {
        return one->record().id > other->record().id; // each goes before those that wait
    });
    const bool wasDown = m_breaker.wasDown();
    for (const QPointer<ApiJob> &job : std::as_const(doubted)) {
        if (job && job->isInDoubt())
            job->settleDoubt(wasDown);
    }
}

void OutageWatch::sendProbe()
{
    ApiRequest request;
    request.service = "SoftLayer_Account";
    request.method = "getObject";
    request.mask = ObjectMask{"id"};
    m_breaker.probeSent();
    m_client.d->sendProbe(ApiCall::make<bool>(
        std::move(request), Priority::Visible, [](const JsonReader &) { return true; },
        [this](const Result<Reply<bool>> &reply) {
            if (!m_isOn)
                return;
            if (!reply && reply.error().kind == ApiError::Kind::Cancelled) {
                m_breaker.probeAbandoned(m_clock.now());
                update();
                return;
            }
            const Breaker::Sign sign = reply ? Breaker::Sign::Success : Breaker::signOf(reply.error());
            if (sign == Breaker::Sign::Trouble)
                m_cause = reply.error();
            m_breaker.probeEnded(sign, reply ? std::nullopt : pauseAskedBy(reply.error()), m_clock.now());
            update();
        }));
}

void OutageWatch::scheduleLook()
{
    const std::optional<milliseconds> at = m_breaker.nextLook();
    if (!at || (m_lookAt && *m_lookAt <= *at))
        return;
    m_lookAt = at;
    m_clock.callAfter(std::max(milliseconds(0), *at - m_clock.now()), this, [this, at] {
        if (m_lookAt != at)
            return; // an earlier one took its place
        m_lookAt.reset();
        // Silence tells something only while somebody waits for an answer.
        if (!m_isOn || (m_breaker.state() == Breaker::State::Closed && m_client.d->jobs.empty()))
            return;
        m_breaker.look(m_clock.now());
        update();
    });
}

void OutageWatch::announce()
{
    if (isBlocked() == m_wasBlocked || m_isAnnouncing)
        return;
    m_isAnnouncing = true;
    // From the event loop: whoever hears of it may do away with the very job that told us.
    QMetaObject::invokeMethod(
        this,
        [this] {
            m_isAnnouncing = false;
            if (isBlocked() == m_wasBlocked)
                return;
            m_wasBlocked = isBlocked();
            qCInfo(logApi).noquote() << (m_wasBlocked ? "nothing gets through:" : "answers again")
                                     << (m_wasBlocked ? toString(m_cause.kind) : QString());
            if (m_wasBlocked)
                Q_EMIT blocked();
            else
                Q_EMIT unblocked();
        },
        Qt::QueuedConnection);
}

} // namespace layerscope
