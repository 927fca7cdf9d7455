// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/apiclient.h"

#include "api/apiclient_p.h"
#include "api/logredaction.h"

#include <QCoreApplication>
#include <QRandomGenerator>

#include <algorithm>

namespace layerscope {

namespace {

QByteArray defaultUserAgent()
{
    const QByteArray version = QCoreApplication::applicationVersion().toUtf8();
    return version.isEmpty() ? QByteArrayLiteral("Layerscope") : "Layerscope/" + version;
}

/// Enough to keep up with the API's rate limit (limits §2), and the window keeps its share of the machine.
int workerCount()
{
    return std::clamp(QThread::idealThreadCount(), 1, 4);
}

ServerPace knownPace(const PaceFile &file, const Connection &connection, const QDateTime &now,
                     const ServerPace &otherwise)
{
    const ServerPace known = file.pace(connection, now);
    return known == ServerPace() ? otherwise : known;
}

CallLimits limitsAt(const ServerPace &pace, CallLimits limits)
{
    if (pace.callsAtOnce > 0)
        limits.initialCalls = pace.callsAtOnce; // never above the limit: the window sees to that
    return limits;
}

} // namespace

// --- Private
// -----------------------------------------------------------------------------------------------------------

ApiClient::Private::Private(ApiClient &owner, Connection connectionToUse, Options optionsToUse,
                            Clock &clockToUse)
    : client(owner)
    , connection(std::move(connectionToUse))
    , options(std::move(optionsToUse))
    , clock(clockToUse)
    , redactor(connection)
    , retryPolicy([] { return QRandomGenerator::global()->generateDouble(); }, options.maxAttempts)
    , paceFile(options.paceFile)
    , pace(knownPace(paceFile, connection, clock.utcNow(), options.pace))
    , endings(clock)
    , connections(connection, options.userAgent.isEmpty() ? defaultUserAgent() : options.userAgent,
                  options.limits.maxCalls + RequestScheduler::roomBeside)
    , scheduler(clock, limitsAt(pace, options.limits))
    , outages(owner, Breaker(connection.timeout.value_or(options.transferTimeout), options.patience), clock,
              options.leavesDownAlone)
    , beside(scheduler)
    , paceAtFirst(pace)
{
    LogRedaction::learn(connection);
    workers.setMaxThreadCount(workerCount());
    scheduler.addSource(this);
    QObject::connect(&outages, &OutageWatch::blocked, &owner,
                     [this] { Q_EMIT client.blocked(ApiError(outages.cause())); });
    QObject::connect(&outages, &OutageWatch::unblocked, &owner, &ApiClient::unblocked);
}

void ApiClient::Private::shutDown()
{
    outages.stop();
    scheduler.removeSource(this);
    while (!jobs.empty())
        delete *jobs.begin(); // aborts silently and takes itself out
    workers.clear();
    workers.waitForDone(); // bounded: what runs sees its cancel token
    if (const ServerPace now = paceNow(); now != paceAtFirst)
        paceFile.setPace(connection, now, clock.utcNow());
}

ServerPace ApiClient::Private::paceNow() const
{
    ServerPace now = pace;
    if (wasAnswered) // else the window is what an outage at this end made of it
        now.callsAtOnce = scheduler.windowSize();
    return now;
}

ApiJob *ApiClient::Private::createJob(ApiCall call)
{
    auto *job = new ApiJob(client, std::move(call), ++m_lastId);
    jobs.insert(job);
    return job;
}

void ApiClient::Private::sendProbe(ApiCall call)
{
    ApiJob *job = createJob(std::move(call));
    job->m_isProbe = true;
    if (job->refuseIfForbidden())
        return;
    scheduler.countStart();
    job->send();
}

ApiClient::Private::Queue &ApiClient::Private::queueOf(const ApiJob *job)
{
    return m_queues[static_cast<std::size_t>(job->priority())];
}

void ApiClient::Private::enqueue(ApiJob *job)
{
    queueOf(job).push_back(job);
    scheduler.wake();
}

void ApiClient::Private::enqueueFirst(ApiJob *job)
{
    queueOf(job).push_front(job);
    scheduler.wake();
}

void ApiClient::Private::dequeue(ApiJob *job)
{
    std::erase(queueOf(job), job);
}

std::optional<Priority> ApiClient::Private::mostUrgent() const
{
    for (const Priority priority : {Priority::Visible, Priority::ReadAhead, Priority::Sweep}) {
        if (!m_queues[static_cast<std::size_t>(priority)].empty())
            return priority;
    }
    return std::nullopt;
}

void ApiClient::Private::startOne()
{
    Queue &queue = m_queues[static_cast<std::size_t>(*mostUrgent())];
    ApiJob *job = queue.front();
    queue.pop_front();
    job->send();
}

// --- ApiClient
// ---------------------------------------------------------------------------------------------------------

ApiClient::ApiClient(Connection connection, Clock &clock, QObject *parent)
    : ApiClient(std::move(connection), Options{}, clock, parent)
{}

ApiClient::ApiClient(Connection connection, Options options, Clock &clock, QObject *parent)
    : QObject(parent)
    , d(std::make_unique<Private>(*this, std::move(connection), std::move(options), clock))
{}

ApiClient::~ApiClient()
{
    d->shutDown();
}

ApiJob *ApiClient::submit(ApiCall call)
{
    ApiJob *job = d->createJob(std::move(call));
    job->setState(ApiJob::State::Queued);
    if (!job->refuseIfForbidden())
        d->enqueue(job);
    return job;
}

ApiJob *ApiClient::dispatch(ApiCall call)
{
    ApiJob *job = d->createJob(std::move(call));
    if (job->refuseIfForbidden())
        d->scheduler.slotFreed(RequestScheduler::Feedback::Abandoned);
    else
        job->send();
    return job;
}

RequestScheduler &ApiClient::scheduler()
{
    return d->scheduler;
}

CallHistory &ApiClient::history()
{
    return d->history;
}

const Connection &ApiClient::connection() const
{
    return d->connection;
}

const Redactor &ApiClient::redactor() const
{
    return d->redactor;
}

Clock &ApiClient::clock() const
{
    return d->clock;
}

QThreadPool &ApiClient::workers()
{
    return d->workers;
}

bool ApiClient::isBlocked() const
{
    return d->outages.isBlocked();
}

bool ApiClient::isBlockedThoughAlive() const
{
    return d->outages.isTrial();
}

const ApiError &ApiClient::blockedBy() const
{
    return d->outages.cause();
}

QDateTime ApiClient::blockedSince() const
{
    return d->outages.silentSince();
}

std::optional<std::chrono::milliseconds> ApiClient::nextTryIn() const
{
    return d->outages.nextTryIn();
}

void ApiClient::tryNow()
{
    d->outages.tryNow();
}

QList<CauseTally::Cause> ApiClient::failureCauses() const
{
    return d->causes.causes();
}

bool ApiClient::isKeyProven() const
{
    return d->isKeyProven;
}

ServerPace ApiClient::pace() const
{
    return d->paceNow();
}

RowsBorne ApiClient::rowsBorne(const QByteArray &method) const
{
    return d->pace.lists.value(method);
}

void ApiClient::setRowsBorne(const QByteArray &method, RowsBorne rows)
{
    d->pace.lists.insert(method, rows);
}

QByteArrayList ApiClient::refused(const QByteArray &rows) const
{
    return d->pace.refused.value(rows);
}

void ApiClient::setRefused(const QByteArray &rows, const QByteArrayList &names)
{
    if (names.isEmpty())
        d->pace.refused.remove(rows);
    else
        d->pace.refused.insert(rows, names);
}

void ApiClient::cancelAll()
{
    // Cancelling announces itself, and whoever hears it may do away with other jobs.
    std::vector<QPointer<ApiJob>> all(d->jobs.begin(), d->jobs.end());
    for (const QPointer<ApiJob> &job : all) {
        if (job)
            job->cancel();
    }
}

} // namespace layerscope
