// SPDX-License-Identifier: GPL-3.0-or-later
// One server in full: by parts, by the same parts one after the other, and by one getObject with all their
// masks, all on the same simulated server: bench_details [LATENCY_MS] [ROUNDS]
#include "api/apiclient.h"
#include "demo/simulatedserver.h"
#include "details/detailsloader.h"
#include "inventory/kinds.h"

#include <QCoreApplication>
#include <QElapsedTimer>
#include <QNetworkProxy>
#include <QTextStream>

#include <algorithm>
#include <chrono>
#include <memory>
#include <vector>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Milliseconds = std::chrono::duration<double, std::milli>;

struct Course
{
    int calls = 0;
    Milliseconds first{0};
    Milliseconds all{0};
    bool isComplete = false;
};

class Bench
{
public:
    explicit Bench(std::chrono::milliseconds latency)
        : m_server(500, LatencyModel::fromBase(latency), withoutLimiter())
    {}

    [[nodiscard]] bool start() { return m_server.start().has_value(); }

    Course byParts(RowKey server);
    Course oneByOne(RowKey server);
    Course inOneCall(RowKey server);

    [[nodiscard]] RowKey metal(int index) const
    {
        return {RowKind::BareMetal, m_server.account().hardwareId(index)};
    }
    [[nodiscard]] RowKey guest(int index) const
    {
        return {RowKind::Virtual, m_server.account().guestId(index)};
    }

private:
    /// So that rounds do not wait for each other: what is measured is one look at one server.
    static FaultPlan withoutLimiter()
    {
        FaultPlan plan;
        plan.callsPerSecond = 0;
        return plan;
    }
    [[nodiscard]] std::unique_ptr<ApiClient> client() const
    {
        ApiClient::Options options;
        // As the window of calls is after any load of an account: it grows with each answer.
        options.limits.initialCalls = options.limits.maxCalls;
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

    SimulatedServer m_server;
};

Course Bench::byParts(RowKey server)
{
    m_server.log().clear();
    Course course;
    course.isComplete = true;
    const auto api = client();
    DetailsLoader loader(*api);
    QElapsedTimer timer;
    QObject::connect(&loader, &DetailsLoader::partChanged, &loader, [&](ServerPart part) {
        if (course.first.count() == 0)
            course.first = since(timer);
        course.isComplete = course.isComplete && !loader.values().at(part).error;
        if (!loader.isLoading())
            QCoreApplication::quit();
    });
    timer.start();
    loader.show(server);
    QCoreApplication::exec();
    course.all = since(timer);
    course.calls = static_cast<int>(m_server.log().calls().size());
    return course;
}

Course Bench::oneByOne(RowKey server)
{
    m_server.log().clear();
    Course course;
    course.isComplete = true;
    const auto api = client();
    QElapsedTimer timer;
    timer.start();
    for (const PartSpec &spec : partSpecsOf(server.kind)) {
        ObjectParts part(*api, kindSpec(server.kind).service, QString::number(server.id), {spec});
        QObject::connect(&part, &ObjectParts::failed, &part, [&course] { course.isComplete = false; });
        QObject::connect(&part, &ObjectParts::done, qApp, &QCoreApplication::quit);
        part.start();
        QCoreApplication::exec();
        if (course.first.count() == 0)
            course.first = since(timer);
    }
    course.all = since(timer);
    course.calls = static_cast<int>(m_server.log().calls().size());
    return course;
}

/// The masks of all parts under their names in the object.
ObjectMask wholeMask(RowKind kind)
{
    ObjectMask mask;
    for (const ServerPartSpec &spec : partsOf(kind)) {
        const QByteArray property = spec.property;
        for (const QByteArray &path : QByteArray(spec.mask).split(','))
            mask.add(property.isEmpty() ? path : property + '.' + path);
    }
    return mask;
}

Course Bench::inOneCall(RowKey server)
{
    m_server.log().clear();
    Course course;
    course.isComplete = true;
    const auto api = client();
    ObjectParts whole(*api, kindSpec(server.kind).service, QString::number(server.id),
                      {{"object", "getObject", wholeMask(server.kind), {}}});
    QObject::connect(&whole, &ObjectParts::failed, &whole, [&course] { course.isComplete = false; });
    QObject::connect(&whole, &ObjectParts::done, qApp, &QCoreApplication::quit);
    QElapsedTimer timer;
    timer.start();
    whole.start();
    QCoreApplication::exec();
    course.first = since(timer);
    course.all = course.first;
    course.calls = static_cast<int>(m_server.log().calls().size());
    return course;
}

/// By the time until everything stands.
Course median(std::vector<Course> courses)
{
    std::sort(courses.begin(), courses.end(), [](const Course &a, const Course &b) { return a.all < b.all; });
    return courses.at(courses.size() / 2);
}

void print(QTextStream &out, const char *name, const Course &course)
{
    const auto milliseconds = [](Milliseconds time) {
        return QString::number(time.count(), 'f', 0).rightJustified(8);
    };
    out << QString::fromLatin1(name).leftJustified(28) << QString::number(course.calls).rightJustified(6)
        << milliseconds(course.first) << milliseconds(course.all) << "\n";
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const std::chrono::milliseconds latency(arguments.value(1, u"300"_s).toInt());
    const int rounds = std::max(1, arguments.value(2, u"5"_s).toInt());

    QTextStream out(stdout);
    Bench bench(latency);
    if (!bench.start()) {
        out << "The demo account's server has no port.\n";
        return 1;
    }
    out << "One server in full, " << latency.count()
        << " ms a call and what rows and relations cost; median of " << rounds << "\n";
    bool isComplete = true;
    for (const bool isMetal : {true, false}) {
        std::vector<Course> parts;
        std::vector<Course> ones;
        std::vector<Course> wholes;
        for (int round = 0; round < rounds; ++round) {
            const RowKey server = isMetal ? bench.metal(round) : bench.guest(round);
            parts.push_back(bench.byParts(server));
            ones.push_back(bench.oneByOne(server));
            wholes.push_back(bench.inOneCall(server));
        }
        for (const auto &courses : {parts, ones, wholes}) {
            for (const Course &course : courses)
                isComplete = isComplete && course.isComplete;
        }
        const Course part = median(parts);
        const Course whole = median(wholes);
        out << "\n"
            << (isMetal ? "bare metal" : "virtual   ") << ", milliseconds       calls   first     all\n";
        print(out, "parts side by side", part);
        print(out, "the same one by one", median(ones));
        print(out, "one getObject for all", whole);
        out << "The first section stands after " << QString::number(part.first / latency, 'f', 2)
            << " round trips, all after " << QString::number(part.all / latency, 'f', 2)
            << "; one call takes " << QString::number(whole.all / part.all, 'f', 1) << " x as long.\n";
    }
    return isComplete ? 0 : 1;
}
