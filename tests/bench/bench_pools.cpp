// SPDX-License-Identifier: GPL-3.0-or-later
// Bandwidth pools with their counts, against the best possible schedule, against a client that asks for one
// after the other, and against slcli's way, the list and five workers; then their members. All on servers of
// the same simulated account, a new one each, since the API's limit counts what came in the last second:
// bench_pools [POOLS] [LATENCY_MS]
#include "api/apiclient.h"
#include "demo/simulatedserver.h"
#include "inventory/inventorystore.h"
#include "loaders/poolsloader.h"
#include "schedule.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTextStream>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Milliseconds = BestSchedule::Milliseconds;

constexpr int servers = 2500;
constexpr int workersOfSlcli = 5;

struct Course
{
    int calls = 0;
    Milliseconds listStanding{0};
    Milliseconds countsKnown{0};
    Milliseconds membersKnown{0};
    bool isComplete = false;
};

class Bench
{
public:
    Bench(int pools, std::chrono::milliseconds latency)
        : m_latency(LatencyModel::fromBase(latency))
        , m_account(servers, SimulatedAccount::defaultSeed, pools)
    {}

    Course load(CallLimits limits, bool withMembers);
    /// With what the load before found out about the server.
    Course loadAgain();
    /// After a load, whose calls tell what each sort of call costs.
    [[nodiscard]] Course best() const;

private:
    Course load(CallLimits limits, bool withMembers, const ServerPace &pace);

    LatencyModel m_latency;
    SimulatedAccount m_account;
    ServerPace m_pace;         ///< Of the last load.
    QList<LoggedCall> m_calls; ///< Of the last load.
};

ColumnSet setOf(const QList<ColumnIndex> &columns)
{
    ColumnSet set;
    for (const ColumnIndex column : columns)
        set.set(static_cast<std::size_t>(column));
    return set;
}

/// As many at once as the limits say. The client of slcli starts with all its workers.
CallLimits atOnce(int calls)
{
    CallLimits limits;
    limits.initialCalls = calls;
    limits.maxCalls = calls;
    return limits;
}

Course Bench::load(CallLimits limits, bool withMembers)
{
    return load(limits, withMembers, {});
}

Course Bench::loadAgain()
{
    return load({}, false, m_pace);
}

Course Bench::load(CallLimits limits, bool withMembers, const ServerPace &pace)
{
    Course course;
    SimulatedServer server(m_account, m_latency);
    if (!server.start())
        qFatal("The demo account's server has no port.");
    ApiClient::Options options;
    options.limits = limits;
    options.pace = pace;
    ApiClient client({server.restUrl(),
                      {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
                      QNetworkProxy(QNetworkProxy::NoProxy)},
                     options);
    InventoryStore pools(poolCatalogue());
    InventoryStore members(memberCatalogue());
    PoolsLoader loader(client, pools, members);
    loader.setLoadsMembers(withMembers);
    loader.setWantedColumns(setOf(poolCatalogue().defaultColumns()));
    loader.setWantedMemberColumns(setOf(memberCatalogue().defaultColumns()));

    QElapsedTimer timer;
    const auto now = [&timer] { return Milliseconds(std::chrono::nanoseconds(timer.nsecsElapsed())); };
    const int expected = m_account.poolCount();
    QObject::connect(&loader, &PoolsLoader::progressed, qApp, [&] {
        if (course.listStanding.count() == 0 && pools.table().rowCount() == expected)
            course.listStanding = now();
    });
    QObject::connect(&loader, &PoolsLoader::advanced, qApp, [&] {
        if (!loader.arePoolsDone())
            return;
        if (course.countsKnown.count() == 0) {
            course.countsKnown = now();
            loader.loadAllMembers();
        }
        if (!loader.isDone() || course.isComplete)
            return;
        course.membersKnown = now();
        course.isComplete = loader.pools().complete == expected && loader.members().failed == 0;
        QCoreApplication::quit();
    });
    timer.start();
    loader.start();
    QCoreApplication::exec();
    m_pace = client.pace();
    m_calls = server.log().calls();
    course.calls = static_cast<int>(m_calls.size());
    return course;
}

Course Bench::best() const
{
    const CallLimits limits;
    BestSchedule schedule(limits.maxCalls, limits.maxStartsPerSecond);
    Course course;
    course.isComplete = true;
    for (const LoggedCall &call : m_calls) {
        if (call.method == "getBandwidthAllotments"_L1)
            course.listStanding = schedule.call(Milliseconds(0), call.finishedAt - call.startedAt);
    }
    for (const LoggedCall &call : m_calls) {
        if (call.method == "getObject"_L1)
            schedule.call(course.listStanding, call.finishedAt - call.startedAt);
    }
    course.countsKnown = schedule.end();
    course.calls = schedule.calls();
    return course;
}

QString inMilliseconds(Milliseconds time)
{
    return QString::number(time.count(), 'f', 0).rightJustified(8);
}

void print(QTextStream &out, const char *name, const Course &course, Milliseconds own)
{
    out << QString::fromLatin1(name).leftJustified(28) << QString::number(course.calls).rightJustified(6)
        << inMilliseconds(course.listStanding) << inMilliseconds(course.countsKnown)
        << QString::number(course.countsKnown / own, 'f', 2).rightJustified(8) << "\n";
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int pools = arguments.value(1, u"40"_s).toInt();
    const std::chrono::milliseconds latency(arguments.value(2, u"60"_s).toInt());

    QTextStream out(stdout);
    Bench bench(pools, latency);
    const Course first = bench.load({}, false);
    const Course own = bench.loadAgain();
    const Course best = bench.best();
    const Course five = bench.load(atOnce(workersOfSlcli), false);
    const Course one = bench.load(atOnce(1), false);
    const Course withMembers = bench.load({}, true);

    out << pools << " pools of " << servers << " servers, default columns, " << latency.count()
        << " ms a call and what rows and relations cost\n\n"
        << "milliseconds                 calls    list  counts       x\n";
    print(out, "Layerscope, first time", first, own.countsKnown);
    print(out, "Layerscope, next time", own, own.countsKnown);
    print(out, "best possible schedule", best, own.countsKnown);
    print(out, "list and five workers", five, own.countsKnown);
    print(out, "one by one", one, own.countsKnown);
    out << "\nLayerscope needs " << QString::number(own.countsKnown / best.countsKnown, 'f', 2)
        << " x the best possible time (" << QString::number(first.countsKnown / best.countsKnown, 'f', 2)
        << " the first time; to reach: 1.25).\nAll members stand after"
        << inMilliseconds(withMembers.membersKnown) << " ms, " << withMembers.calls << " calls in all.\n";
    return first.isComplete && own.isComplete && five.isComplete && one.isComplete && withMembers.isComplete
               ? 0
               : 1;
}
