// SPDX-License-Identifier: GPL-3.0-or-later
// A whole account against the best possible schedule and against a client that asks for one page after the
// other, all on the same simulated server, each so many times: bench_load [SERVERS] [LATENCY_MS] [RUNS]
#include "api/apiclient.h"
#include "demo/simulatedserver.h"
#include "inventory/inventorystore.h"
#include "loaders/accountloader.h"
#include "loaders/pages.h"
#include "schedule.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Milliseconds = BestSchedule::Milliseconds;

constexpr int screenRows = 40;
constexpr int pageSize = 1000;
constexpr int smallestBatch = 25;
constexpr int slcliPageSize = 100; // of `slcli hw list` and `slcli vs list`

struct Course
{
    int calls = 0;
    Milliseconds rowsStanding{0};
    Milliseconds screenComplete{0};
    Milliseconds complete{0};
    bool isComplete = false;
};

class Bench
{
public:
    Bench(int servers, std::chrono::milliseconds latency)
        : m_latency(LatencyModel::fromBase(latency))
        , m_server(servers, m_latency)
        , m_servers(servers)
    {
        const Catalogue &catalogue = serverCatalogue();
        for (const ColumnIndex column : catalogue.defaultColumns())
            m_columns.set(static_cast<std::size_t>(column));
        m_groups = catalogue.groupsOf(m_columns);
    }

    /// Each row is made once, before anything is measured: what is measured is how the account is asked for.
    [[nodiscard]] bool start()
    {
        m_server.rememberRows(2 * m_servers); // once as an id, once with its details
        return m_server.start().has_value();
    }

    /// An account that was never loaded before.
    Course firstTime();
    /// With what the load before it found out about the server.
    Course nextTime();
    Course oneAfterTheOther();
    /// Of all sizes of batches the one that ends soonest.
    Course best();

private:
    Course load();
    [[nodiscard]] std::unique_ptr<ApiClient> client(CallLimits limits) const
    {
        ApiClient::Options options;
        options.limits = limits;
        options.pace = m_pace;
        return std::make_unique<ApiClient>(
            Connection{m_server.restUrl(),
                       {Credentials::Scheme::Basic, m_server.userName(), m_server.apiKey()},
                       QNetworkProxy(QNetworkProxy::NoProxy)},
            options);
    }
    [[nodiscard]] static Milliseconds since(const QElapsedTimer &timer)
    {
        return std::chrono::nanoseconds(timer.nsecsElapsed());
    }
    void listSequentially(ApiClient &client, RowKind kind, qint64 total, Course &course);
    [[nodiscard]] Milliseconds fixedCost(const QString &method, bool isDetails) const;
    [[nodiscard]] Course bestWith(int batchSize) const;

    LatencyModel m_latency;
    SimulatedServer m_server;
    int m_servers;
    ColumnSet m_columns;
    GroupSet m_groups;
    ServerPace m_pace;
    QList<LoggedCall> m_calls; ///< Of Layerscope, which tell what each sort of call costs.
};

Course Bench::firstTime()
{
    m_pace = {};
    return load();
}

Course Bench::nextTime()
{
    return load();
}

Course Bench::load()
{
    m_server.log().clear();
    Course course;
    const std::unique_ptr<ApiClient> client = this->client({});
    InventoryStore store(serverCatalogue());
    AccountLoader loader(*client, store);
    loader.setWantedColumns(m_columns);

    QElapsedTimer timer;
    const int screen = std::min(screenRows, m_servers);
    const auto look = [&] {
        if (course.rowsStanding.count() == 0 && store.table().rowCount() >= m_servers)
            course.rowsStanding = since(timer);
        if (course.screenComplete.count() == 0 && store.table().rowCount() >= screen) {
            bool isWhole = true;
            for (int row = 0; row < screen; ++row)
                isWhole &= store.table().rowState(row, m_groups) == RowState::Complete;
            if (isWhole)
                course.screenComplete = since(timer);
        }
    };
    QObject::connect(&store, &InventoryStore::rowsAppended, &loader, [&](int first) {
        if (first == 0) {
            ViewOrder order;
            order.visible.resize(std::min(screen, store.table().rowCount()));
            std::iota(order.visible.begin(), order.visible.end(), 0);
            loader.setViewOrder(order);
        }
        look();
    });
    QObject::connect(&store, &InventoryStore::rowsChanged, &loader, look);
    QObject::connect(&loader, &AccountLoader::finished, qApp, [&](const LoadOutcome &outcome) {
        course.complete = since(timer);
        course.isComplete = outcome.isComplete();
        look();
        QCoreApplication::quit();
    });
    timer.start();
    loader.start();
    QCoreApplication::exec();
    m_pace = client->pace();
    m_calls += m_server.log().calls();
    course.calls = static_cast<int>(m_server.log().calls().size());
    return course;
}

void Bench::listSequentially(ApiClient &client, RowKind kind, qint64 total, Course &course)
{
    Pages::Query query;
    query.kind = kind;
    query.groups = m_groups;
    query.pageSize = slcliPageSize;
    query.expectedTotal = total;
    Pages pages(client, serverCatalogue(), query);
    QObject::connect(&pages, &Pages::finished, qApp, [&](const Pages::Outcome &outcome) {
        course.isComplete = course.isComplete && outcome.isComplete();
        QCoreApplication::quit();
    });
    pages.start();
    QCoreApplication::exec();
}

Course Bench::oneAfterTheOther()
{
    m_server.log().clear();
    Course course;
    course.isComplete = true;
    CallLimits limits;
    limits.initialCalls = 1;
    limits.maxCalls = 1;
    const std::unique_ptr<ApiClient> client = this->client(limits);
    QElapsedTimer timer;
    timer.start();
    listSequentially(*client, RowKind::BareMetal, m_server.account().hardwareCount(), course);
    listSequentially(*client, RowKind::Virtual, m_server.account().guestCount(), course);
    course.complete = since(timer);
    course.rowsStanding = course.complete; // slcli prints when it has everything
    course.screenComplete = course.complete;
    course.calls = static_cast<int>(m_server.log().calls().size());
    return course;
}

/// What a call of this sort costs beside its rows, from those that Layerscope made.
Milliseconds Bench::fixedCost(const QString &method, bool isDetails) const
{
    Milliseconds least(1e9);
    for (const LoggedCall &call : m_calls) {
        if (call.method == method && call.filter.contains("\"in\""_L1) == isDetails) {
            const Milliseconds duration = call.finishedAt - call.startedAt;
            least = std::min(least, duration - m_latency.perRow * call.rows);
        }
    }
    return least;
}

Course Bench::best()
{
    Course best = bestWith(smallestBatch);
    for (int size = smallestBatch; size <= pageSize; size += smallestBatch) {
        if (const Course course = bestWith(size); course.complete < best.complete)
            best = course;
    }
    return best;
}

Course Bench::bestWith(int batchSize) const
{
    const CallLimits limits;
    BestSchedule schedule(limits.maxCalls, limits.maxStartsPerSecond);
    Course course;
    course.isComplete = true;
    const Milliseconds counted = schedule.call(Milliseconds(0), fixedCost(u"getObject"_s, false));

    // Pages of ids, then of each page its batches, as soon as it came.
    struct Page
    {
        Milliseconds came;
        int rows;
        QString method;
    };
    std::vector<Page> pages;
    for (const auto &[method, total] : {std::pair(u"getHardware"_s, m_server.account().hardwareCount()),
                                        std::pair(u"getVirtualGuests"_s, m_server.account().guestCount())}) {
        for (int offset = 0; offset < total; offset += pageSize) {
            const int rows = std::min(pageSize, total - offset);
            pages.push_back(
                {schedule.call(counted, fixedCost(method, false) + m_latency.perRow * rows), rows, method});
        }
    }
    std::sort(pages.begin(), pages.end(), [](const Page &a, const Page &b) { return a.came < b.came; });
    course.rowsStanding = pages.empty() ? counted : pages.back().came;
    for (const Page &page : pages) {
        for (int rows = page.rows; rows > 0; rows -= batchSize) {
            const Milliseconds done = schedule.call(
                page.came, fixedCost(page.method, true) + m_latency.perRow * std::min(rows, batchSize));
            if (course.screenComplete.count() == 0)
                course.screenComplete = done;
        }
    }
    course.complete = schedule.end();
    course.calls = schedule.calls();
    return course;
}

/// The one in the middle, by when all was there.
Course median(std::vector<Course> courses)
{
    const auto middle = courses.begin() + static_cast<std::ptrdiff_t>(courses.size() / 2);
    std::nth_element(courses.begin(), middle, courses.end(),
                     [](const Course &a, const Course &b) { return a.complete < b.complete; });
    return *middle;
}

void print(QTextStream &out, const char *name, const Course &course)
{
    const auto seconds = [](Milliseconds time) {
        return QString::number(time.count() / 1000, 'f', 2).rightJustified(8);
    };
    out << QString::fromLatin1(name).leftJustified(28) << QString::number(course.calls).rightJustified(6)
        << seconds(course.rowsStanding) << seconds(course.screenComplete) << seconds(course.complete) << "\n";
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const int servers =
        arguments.value(1, u"5500"_s).toInt(); // 2 500 bare metal and 3 000 virtual: product §8
    const std::chrono::milliseconds latency(arguments.value(2, u"60"_s).toInt());
    const int runs = std::max(1, arguments.value(3, u"3"_s).toInt());

    QTextStream out(stdout);
    Bench bench(servers, latency);
    if (!bench.start()) {
        out << "The demo account's server has no port.\n";
        return 1;
    }
    if (!bench.firstTime().isComplete) {
        out << "The account did not come whole.\n";
        return 1;
    }
    std::vector<Course> first;
    std::vector<Course> next;
    std::vector<Course> sequential;
    for (int run = 0; run < runs; ++run) {
        first.push_back(bench.firstTime());
        next.push_back(bench.nextTime());
        sequential.push_back(bench.oneAfterTheOther());
    }
    const Course own = median(next);
    const Course slow = median(sequential);
    const Course best = bench.best();

    out << servers << " servers, default columns, " << latency.count()
        << " ms a call and what rows and relations cost; the median of " << runs << "\n\n"
        << "seconds                      calls    rows  screen     all\n";
    print(out, "Layerscope, first time", median(first));
    print(out, "Layerscope, next time", own);
    print(out, "best schedule of any batches", best);
    print(out, "pages of 100, one by one", slow);
    const auto times = [](Milliseconds a, Milliseconds b) { return QString::number(a / b, 'f', 2); };
    out << "\nLayerscope needs " << times(own.complete, best.complete) << " x the best possible time ("
        << times(median(first).complete, best.complete) << " the first time; to reach: 1.25).\nIt is "
        << times(slow.complete, own.complete)
        << " x as fast as one page after the other with the same columns ("
        << times(slow.complete, median(first).complete) << " the first time; to reach: 12).\n";
    const auto areComplete = [](const std::vector<Course> &courses) {
        return std::all_of(courses.cbegin(), courses.cend(),
                           [](const Course &course) { return course.isComplete; });
    };
    return areComplete(first) && areComplete(next) && areComplete(sequential) ? 0 : 1;
}
