// SPDX-License-Identifier: GPL-3.0-or-later
// `layerscope export all` as a person calls it, against a demo account some of whose answers never come (HANG
// of a thousand calls) and some of whose connections break (DROP of a thousand). What counts is what the wire
// sees: bench_export [SERVERS] [POOLS] [HANG] [DROP] [LOADS] [LATENCY_MS]
#include "demo/simulatedserver.h"
#include "support/faultproxy.h"

#include <QCoreApplication>
#include <QDir>
#include <QElapsedTimer>
#include <QProcess>
#include <QRandomGenerator>
#include <QTemporaryDir>
#include <QTextStream>

#include <algorithm>
#include <map>
#include <vector>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

struct Course
{
    double seconds = 0;
    int exitCode = 0;
    std::vector<qint64> arrivals; ///< ms
    QByteArray files;             ///< All of them, to compare.

    /// In any span of a second.
    [[nodiscard]] int maxInAnySecond() const
    {
        std::size_t most = 0;
        std::size_t first = 0;
        for (std::size_t i = 0; i < arrivals.size(); ++i) {
            while (arrivals[i] - arrivals[first] >= 1'000)
                ++first;
            most = std::max(most, i + 1 - first);
        }
        return static_cast<int>(most);
    }
    /// By a clock's full seconds.
    [[nodiscard]] int maxInAClocksSecond() const
    {
        std::map<qint64, int> counts;
        for (const qint64 arrival : arrivals)
            ++counts[arrival / 1'000];
        int most = 0;
        for (const auto &[second, count] : counts)
            most = std::max(most, count);
        return most;
    }
};

QByteArray filesIn(const QString &folder)
{
    QByteArray all;
    const QDir dir(folder);
    for (const QString &name : dir.entryList(QDir::Files, QDir::Name)) {
        QFile file(dir.filePath(name));
        if (file.open(QIODevice::ReadOnly))
            all += name.toUtf8() + '\n' + file.readAll();
    }
    return all;
}

Course exportAll(const SimulatedServer &server, int dropPerMille, quint32 seed)
{
    Course course;
    FaultProxy proxy(static_cast<quint16>(server.restUrl().port()));
    QRandomGenerator lot(seed);
    QElapsedTimer timer;
    timer.start();
    proxy.setPlan([&] {
        course.arrivals.push_back(timer.elapsed());
        return lot.bounded(1'000) < dropPerMille ? FaultProxy::Fault::Drop : FaultProxy::Fault::None;
    });

    QTemporaryDir home;
    QProcess program;
    QProcessEnvironment environment;
    environment.insert(u"HOME"_s, home.path());
    environment.insert(u"PATH"_s, qEnvironmentVariable("PATH"));
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    environment.insert(u"SL_ENDPOINT_URL"_s, proxy.restBase().toString());
    environment.insert(u"SL_USERNAME"_s, server.userName());
    environment.insert(u"SL_API_KEY"_s, server.apiKey());
    program.setProcessEnvironment(environment);
    program.setProcessChannelMode(QProcess::MergedChannels);
    const QString folder = home.filePath(u"out"_s);
    QDir().mkpath(folder);
    QObject::connect(&program, &QProcess::finished, qApp, &QCoreApplication::quit);
    program.start(QStringLiteral(LAYERSCOPE_PROGRAM), {u"export"_s, u"all"_s, u"--output"_s, folder});
    QCoreApplication::exec();
    course.seconds = static_cast<double>(timer.elapsed()) / 1'000;
    course.exitCode = program.exitCode();
    course.files = filesIn(folder);
    if (course.exitCode != 0 && course.exitCode != 3) // the demo's own account is not visible as a whole
        QTextStream(stderr) << program.readAll().right(600) << '\n';
    return course;
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication app(argc, argv);
    const QStringList arguments = QCoreApplication::arguments();
    const auto number = [&](int at, int otherwise) {
        return arguments.size() > at ? arguments.at(at).toInt() : otherwise;
    };
    const int servers = number(1, 550);
    const int pools = number(2, 12);
    const int hang = number(3, 0);
    const int drop = number(4, 0);
    const int loads = number(5, 3);
    const LatencyModel latency = LatencyModel::fromBase(std::chrono::milliseconds(number(6, 60)));

    QTextStream out(stdout);
    out << "seconds  calls  exit  most in a second: any, by the clock  the same files\n";
    Course calm;
    bool isGood = true;
    for (int i = -1; i < loads; ++i) { // the first one in calm, to compare with
        FaultPlan plan;
        plan.callsPerSecond = 0; // it counts, and does not refuse
        if (i >= 0 && hang > 0)
            plan.faults = {{Fault::Kind::Hang, {.perMille = hang, .seed = static_cast<quint32>(i + 1)}}};
        SimulatedServer server(servers, latency, plan, pools);
        if (!server.start()) {
            out << "The demo account's server has no port.\n";
            return 1;
        }
        const Course course = exportAll(server, i < 0 ? 0 : drop, static_cast<quint32>(i + 1));
        if (i < 0)
            calm = course;
        const bool isSame = course.files == calm.files && !calm.files.isEmpty();
        isGood = isGood && isSame && course.exitCode == calm.exitCode && course.maxInAnySecond() < 50;
        out << QString::number(course.seconds, 'f', 2).rightJustified(7)
            << QString::number(course.arrivals.size()).rightJustified(7)
            << QString::number(course.exitCode).rightJustified(6)
            << QString::number(course.maxInAnySecond()).rightJustified(23)
            << QString::number(course.maxInAClocksSecond()).rightJustified(14) << "  "
            << (isSame ? "yes" : "NO") << (i < 0 ? "  (calm)" : "") << '\n';
        out.flush();
    }
    return isGood ? 0 : 1;
}
