// SPDX-License-Identifier: GPL-3.0-or-later
// A whole account against the best possible schedule and against a client that asks for one page after the
// other, all on the same simulated server, each so many times: bench_load [SERVERS] [LATENCY_MS] [RUNS]
// [SLOW_RUNS] SLOW_RUNS: of the page after page, which takes minutes for many servers; 0 leaves it out.
// Layerscope's loads are a process of their own, so that its processor time and memory are not the server's.
#include "api/apiclient.h"
#include "demo/simulatedserver.h"
#include "inventory/inventorystore.h"
#include "loaders/accountloader.h"
#include "loaders/batchsizer.h"
#include "loaders/pages.h"
#include "schedule.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QFile>
#include <QNetworkProxy>
#include <QProcess>
#include <QTextStream>

#include <algorithm>
#include <cmath>
#include <memory>
#include <numeric>
#include <sys/resource.h>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Milliseconds = BestSchedule::Milliseconds;

constexpr int screenRows = 40;
constexpr int pageSize = 1000;
constexpr int smallestBatch = 25;
constexpr int slcliPageSize = 100;         // of `slcli hw list` and `slcli vs list`
constexpr int mostJudgedServers = 100'000; // product §8
constexpr Milliseconds longestLoad(20'000);
constexpr double mostMb = 200;
constexpr int slowestLoadMs = 20 * 60 * 1000;
const QString asClient = u"--client"_s; // the process that loads

struct Course
{
    int calls = 0;
    Milliseconds rowsStanding{0};
    Milliseconds screenComplete{0};
    Milliseconds complete{0};
    Milliseconds processor{0}; ///< Of the process that loads, all threads.
    double peakMb = 0;         ///< Of that process since it began, with what it was before it loaded.
    bool isComplete = false;
};

Milliseconds since(const QElapsedTimer &timer)
{
    return std::chrono::nanoseconds(timer.nsecsElapsed());
}

Milliseconds processorTime()
{
    rusage usage{};
    getrusage(RUSAGE_SELF, &usage);
    const auto of = [](const timeval &time) {
        return std::chrono::seconds(time.tv_sec) + std::chrono::microseconds(time.tv_usec);
    };
    return of(usage.ru_utime) + of(usage.ru_stime);
}

/// Of this process alone: what getrusage() says begins with the process that started it.
double peakMb()
{
    QFile status(u"/proc/self/status"_s);
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith("VmHWM:"))
            return line.mid(6).chopped(2).trimmed().toDouble() / 1024; // "VmHWM:     98304 kB"
    }
    return 0;
}

ColumnSet defaultColumns()
{
    ColumnSet columns;
    for (const ColumnIndex column : serverCatalogue().defaultColumns())
        columns.set(static_cast<std::size_t>(column));
    return columns;
}

/// The process that loads. Reads a line for the connection and one for each load, "first" or "next", and
/// writes one when it is over.
class LoadingProcess
{
public:
    LoadingProcess(int servers, const QStringList &connection)
        : m_servers(servers)
        , m_connection(Connection{QUrl(connection.value(0)),
                                  {Credentials::Scheme::Basic, connection.value(1), connection.value(2)},
                                  QNetworkProxy(QNetworkProxy::NoProxy)})
    {}

    /// A load of an account that was never loaded before, or with what the load before it found out.
    Course load(bool isFirst);
    static int run(int servers);

private:
    int m_servers;
    Connection m_connection;
    ServerPace m_pace;
};

Course LoadingProcess::load(bool isFirst)
{
    if (isFirst)
        m_pace = {};
    Course course;
    ApiClient::Options options;
    options.pace = m_pace;
    ApiClient client(m_connection, options);
    InventoryStore store(serverCatalogue());
    AccountLoader loader(client, store);
    loader.setWantedColumns(defaultColumns());
    const GroupSet groups = serverCatalogue().groupsOf(defaultColumns());

    const Milliseconds processorBefore = processorTime();
    QElapsedTimer timer;
    const int screen = std::min(screenRows, m_servers);
    const auto look = [&] {
        if (course.rowsStanding.count() == 0 && store.table().rowCount() >= m_servers)
            course.rowsStanding = since(timer);
        if (course.screenComplete.count() == 0 && store.table().rowCount() >= screen) {
            bool isWhole = true;
            for (int row = 0; row < screen; ++row)
                isWhole &= store.table().rowState(row, groups) == RowState::Complete;
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
    course.processor = processorTime() - processorBefore;
    course.peakMb = peakMb();
    m_pace = client.pace();
    return course;
}

int LoadingProcess::run(int servers)
{
    QFile in;
    if (!in.open(stdin, QIODevice::ReadOnly))
        return 1;
    LoadingProcess process(servers, QString::fromUtf8(in.readLine()).trimmed().split(u' '));
    for (QByteArray word = in.readLine(); !word.isEmpty(); word = in.readLine()) {
        const Course course = process.load(word.trimmed() == "first");
        QTextStream(stdout) << course.rowsStanding.count() << ' ' << course.screenComplete.count() << ' '
                            << course.complete.count() << ' ' << course.processor.count() << ' '
                            << course.peakMb << ' ' << (course.isComplete ? 1 : 0) << Qt::endl;
    }
    return 0;
}

class Bench
{
public:
    Bench(int servers, std::chrono::milliseconds latency)
        : m_latency(LatencyModel::fromBase(latency))
        , m_server(servers, m_latency)
        , m_servers(servers)
    {
        m_groups = serverCatalogue().groupsOf(defaultColumns());
    }
    ~Bench() { endClient(); }
    Q_DISABLE_COPY_MOVE(Bench)

    /// Each row is made once, before anything is measured: what is measured is how the account is asked for.
    [[nodiscard]] bool start()
    {
        m_server.rememberRows(2 * m_servers); // once as an id, once with its details
        return m_server.start().has_value();
    }
    /// A new process for the loads to come.
    [[nodiscard]] bool startClient();

    /// An account that was never loaded before.
    Course firstTime();
    /// With what the load before it found out about the server.
    Course nextTime();
    Course oneAfterTheOther();
    /// Of all sizes of batches up to this one the one that ends soonest.
    Course best(int largestBatch);

private:
    Course load(bool isFirst);
    void endClient();
    [[nodiscard]] std::unique_ptr<ApiClient> client(CallLimits limits) const
    {
        ApiClient::Options options;
        options.limits = limits;
        return std::make_unique<ApiClient>(
            Connection{m_server.restUrl(),
                       {Credentials::Scheme::Basic, m_server.userName(), m_server.apiKey()},
                       QNetworkProxy(QNetworkProxy::NoProxy)},
            options);
    }
    void listSequentially(ApiClient &client, RowKind kind, qint64 total, Course &course);
    [[nodiscard]] Milliseconds fixedCost(const QString &method, bool isDetails) const;
    [[nodiscard]] Course bestWith(int batchSize) const;

    LatencyModel m_latency;
    SimulatedServer m_server;
    int m_servers;
    GroupSet m_groups;
    QProcess m_client;
    QList<LoggedCall> m_calls; ///< Of Layerscope, which tell what each sort of call costs.
};

bool Bench::startClient()
{
    endClient();
    m_client.setProcessChannelMode(QProcess::ForwardedErrorChannel);
    m_client.start(QCoreApplication::applicationFilePath(), {asClient, QString::number(m_servers)});
    if (!m_client.waitForStarted())
        return false;
    const QStringList connection{m_server.restUrl().toString(), m_server.userName(), m_server.apiKey()};
    m_client.write(connection.join(u' ').toUtf8() + '\n');
    return true;
}

void Bench::endClient()
{
    if (m_client.state() == QProcess::NotRunning)
        return;
    m_client.closeWriteChannel();
    m_client.waitForFinished();
}

Course Bench::firstTime()
{
    return load(true);
}

Course Bench::nextTime()
{
    return load(false);
}

/// What a process of its own says after a load.
Course Bench::load(bool isFirst)
{
    m_server.log().clear();
    m_client.write(isFirst ? "first\n" : "next\n");
    Course course;
    while (!m_client.canReadLine() && m_client.waitForReadyRead(slowestLoadMs)) {
    }
    const QList<QByteArray> words = m_client.readLine().simplified().split(' ');
    if (words.size() != 6)
        return course;
    const auto milliseconds = [&words](int index) { return Milliseconds(words.at(index).toDouble()); };
    course.rowsStanding = milliseconds(0);
    course.screenComplete = milliseconds(1);
    course.complete = milliseconds(2);
    course.processor = milliseconds(3);
    course.peakMb = words.at(4).toDouble();
    course.isComplete = words.at(5) == "1";
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

Course Bench::best(int largestBatch)
{
    Course best = bestWith(smallestBatch);
    for (int size = smallestBatch; size <= largestBatch; size += smallestBatch) {
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
        << seconds(course.rowsStanding) << seconds(course.screenComplete) << seconds(course.complete);
    if (course.processor.count() > 0)
        out << seconds(course.processor) << QString::number(course.peakMb, 'f', 0).rightJustified(8);
    out << "\n";
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    if (arguments.value(1) == asClient)
        return LoadingProcess::run(arguments.value(2).toInt());
    const int servers =
        arguments.value(1, u"5500"_s).toInt(); // 2 500 bare metal and 3 000 virtual: product §8
    const std::chrono::milliseconds latency(arguments.value(2, u"60"_s).toInt());
    const int runs = std::max(1, arguments.value(3, u"3"_s).toInt());
    const int slowRuns = arguments.size() > 4 ? std::max(0, arguments.at(4).toInt()) : runs;

    QTextStream out(stdout);
    Bench bench(servers, latency);
    if (!bench.start()) {
        out << "The demo account's server has no port.\n";
        return 1;
    }
    if (!bench.startClient() || !bench.firstTime().isComplete) {
        out << "The account did not come whole.\n";
        return 1;
    }
    std::vector<Course> first;
    std::vector<Course> next;
    std::vector<Course> sequential;
    for (int run = 0; run < runs; ++run) {
        if (!bench.startClient())
            return 1;
        first.push_back(bench.firstTime());
        next.push_back(bench.nextTime());
        if (run < slowRuns)
            sequential.push_back(bench.oneAfterTheOther());
    }
    const Course own = median(next);
    const Course best = bench.best(pageSize);

    out << servers << " servers, default columns, " << latency.count()
        << " ms a call and what rows and relations cost; the median of " << runs << "\n\n"
        << "seconds                      calls    rows  screen     all     cpu peak MB\n";
    print(out, "Layerscope, first time", median(first));
    print(out, "Layerscope, next time", own);
    print(out, "best schedule of any batches", best);
    print(out, "of ids that fit into a line", bench.best(BatchSizer::largest));
    const Course slow = slowRuns > 0 ? median(sequential) : Course();
    if (slowRuns > 0)
        print(out, "pages of 100, one by one", slow);
    const auto times = [](Milliseconds a, Milliseconds b) { return QString::number(a / b, 'f', 2); };
    out << "\nLayerscope needs " << times(own.complete, best.complete) << " x the best possible time ("
        << times(median(first).complete, best.complete) << " the first time; to reach: 1.25).\n";
    if (slowRuns > 0) {
        out << "It is " << times(slow.complete, own.complete)
            << " x as fast as one page after the other with the same columns ("
            << times(slow.complete, median(first).complete) << " the first time; to reach: 12).\n";
    }
    bool isGood = true;
    for (const Course &course : {median(first), own}) {
        if (servers <= mostJudgedServers && (course.complete > longestLoad || course.peakMb > mostMb)) {
            out << "More than " << longestLoad.count() / 1000 << " s or " << mostMb << " MB.\n";
            isGood = false;
        }
    }
    const auto areComplete = [](const std::vector<Course> &courses) {
        return std::all_of(courses.cbegin(), courses.cend(),
                           [](const Course &course) { return course.isComplete; });
    };
    return isGood && areComplete(first) && areComplete(next) && areComplete(sequential) ? 0 : 1;
}
