// SPDX-License-Identifier: GPL-3.0-or-later
// The window and the command line on an account of which a tenth of all calls fails, round after round. Each
// round writes a line: what came, and what the process holds. It fails if rows are missing without a word, or
// if memory, handles or threads grow. See soak.sh.
#include "accounts/account.h"
#include "cli/exportcommand.h"
#include "session/accountsession.h"
#include "ui/window/windowfixture.h"

#include <QApplication>
#include <QBuffer>
#include <QCommandLineParser>
#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <vector>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int servers = 400;
constexpr int patience = 180'000;  // ms for one load, also under sanitizers on a busy machine
constexpr int perMilleOfEach = 25; // of four kinds: a tenth of all calls
/// A call that fails four times in a row is given up; that may happen to some, and is then said.
constexpr double maxIncomplete = 0.05;
/// The first rounds fill caches and pools.
constexpr std::size_t warmUp = 3;
/// After it: a median of fewer than three is an accident.
constexpr std::size_t minRounds = 9;
constexpr qint64 maxGrowthKb = 20'000;
constexpr double maxGrowth = 0.1;
constexpr int maxMoreHandles = 8; // connections of the last round that are still being closed
constexpr int maxMoreThreads = 2;

#if defined(__SANITIZE_ADDRESS__) || defined(__SANITIZE_THREAD__)
constexpr bool memoryIsOurs = false; // a sanitizer keeps what was freed
#else
constexpr bool memoryIsOurs = true;
#endif

void print(const QString &line)
{
    std::fputs(qPrintable(QString(line + u'\n')), stdout);
    std::fflush(stdout);
}

/// What the process holds now.
struct Holding
{
    qint64 residentKb = 0;
    int handles = 0;
    int threads = 0;

    static Holding now()
    {
        Holding holding;
        QFile status(u"/proc/self/status"_s);
        if (status.open(QIODevice::ReadOnly)) {
            const auto number = [text = status.readAll()](const QByteArray &name) {
                const QByteArray title = '\n' + name + ':';
                const qsizetype start = text.indexOf(title) + title.size();
                return text.sliced(start, text.indexOf('\n', start) - start)
                    .trimmed()
                    .split(' ')
                    .first()
                    .toLongLong();
            };
            holding.residentKb = number("VmRSS");
            holding.threads = static_cast<int>(number("Threads"));
        }
        holding.handles =
            static_cast<int>(QDir(u"/proc/self/fd"_s).entryList(QDir::AllEntries | QDir::System).size());
        return holding;
    }
};

FaultPlan tenthOfAllCalls(quint32 seed)
{
    FaultPlan plan;
    plan.callsPerSecond = 0; // what is asked of it is asked fast
    for (const Fault::Kind kind : {Fault::Kind::InternalError, Fault::Kind::TruncatedJson,
                                   Fault::Kind::HtmlBadGateway, Fault::Kind::EmptyBody}) {
        Fault fault{kind};
        fault.scope.perMille = perMilleOfEach;
        fault.scope.seed = ++seed;
        plan.faults.append(fault);
    }
    return plan;
}

FaultPlan none()
{
    FaultPlan plan;
    plan.callsPerSecond = 0;
    return plan;
}

/// What an export wrote, file by file, and said.
struct Exported
{
    QList<QByteArray> files;
    QByteArray said;
    int exitCode = -1;
};

Exported exportAll(const Connection &connection, const QString &folder)
{
    Result<CommandLine, QString> line =
        CommandLine::parse({u"export"_s, u"all"_s, u"--quiet"_s, u"--output"_s, folder});
    if (!line)
        qFatal("%s", qPrintable(line.error()));
    line->limits.maxStartsPerSecond = 100'000;
    QBuffer said;
    said.open(QIODevice::WriteOnly);
    ProgressPrinter messages(said, false);
    ExportCommand command(connection, *line, QString(), messages);
    Exported exported;
    QObject::connect(&command, &ExportCommand::finished, &command,
                     [&exported](ExitCode code) { exported.exitCode = code; });
    command.start();
    if (!QTest::qWaitFor([&exported] { return exported.exitCode >= 0; }, patience))
        qFatal("an export does not end");
    for (const QString &name :
         {u"bare-metal.csv"_s, u"virtual.csv"_s, u"pools.csv"_s, u"pool-members.csv"_s}) {
        QFile file(QDir(folder).filePath(name));
        exported.files.append(file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray());
    }
    exported.said = said.data();
    return exported;
}

/// Loads the account once more in the window; true if every server is there or the outcome says what is
/// missing.
bool refresh(WindowFixture &fixture, qsizetype &rows)
{
    AccountLoader &loader = fixture.window->session()->loader();
    QSignalSpy finished(&loader, &AccountLoader::finished);
    fixture.trigger(u"refresh"_s);
    if (!QTest::qWaitFor([&] { return finished.count() > 0 && !loader.isRunning(); }, patience))
        qFatal("a refresh does not end");
    rows = fixture.window->session()->store().table().rowCount();
    return rows == servers || !loader.outcome().isComplete();
}

struct Round
{
    Holding holding;
    bool isIncomplete = false;
};

template<class Value>
Value medianOf(std::vector<Value> values)
{
    std::sort(values.begin(), values.end());
    return values[values.size() / 2];
}

/// The sentence of what grows; empty: nothing does. The median of the first third beside that of the last.
QString driftOf(const std::vector<Round> &rounds)
{
    if (rounds.size() < warmUp + minRounds)
        return {};
    const std::size_t third = (rounds.size() - warmUp) / 3;
    const auto median = [&](std::size_t from, auto value) {
        std::vector<qint64> values;
        for (std::size_t i = from; i < from + third; ++i)
            values.push_back(value(rounds[i].holding));
        return medianOf(values);
    };
    const auto grown = [&](auto value) {
        return std::pair(median(warmUp, value), median(rounds.size() - third, value));
    };
    const auto [kbBefore, kbAfter] = grown([](const Holding &h) { return h.residentKb; });
    const auto [handlesBefore, handlesAfter] = grown([](const Holding &h) -> qint64 { return h.handles; });
    // Threads of pools come and go: what is kept for good is the fewest of each third.
    const auto minThreads = [&](std::size_t from) {
        const auto begin = rounds.cbegin() + static_cast<std::ptrdiff_t>(from);
        return std::min_element(
                   begin, begin + static_cast<std::ptrdiff_t>(third),
                   [](const Round &a, const Round &b) { return a.holding.threads < b.holding.threads; })
            ->holding.threads;
    };
    const int threadsBefore = minThreads(warmUp);
    const int threadsAfter = minThreads(rounds.size() - third);
    const auto most = std::max(maxGrowthKb, static_cast<qint64>(maxGrowth * static_cast<double>(kbBefore)));
    if (memoryIsOurs && kbAfter > kbBefore + most)
        return u"memory grows: %1 kB, then %2 kB"_s.arg(kbBefore).arg(kbAfter);
    if (handlesAfter > handlesBefore + maxMoreHandles)
        return u"handles grow: %1, then %2"_s.arg(handlesBefore).arg(handlesAfter);
    if (threadsAfter > threadsBefore + maxMoreThreads)
        return u"threads grow: %1, then %2"_s.arg(threadsBefore).arg(threadsAfter);
    return {};
}

} // namespace

int main(int argc, char **argv)
{
    QApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"soak"_s);
    QCommandLineParser parser;
    parser.addHelpOption();
    const QCommandLineOption secondsOption(u"seconds"_s, u"How long (60)."_s, u"N"_s, u"60"_s);
    parser.addOption(secondsOption);
    parser.process(application);
    const qint64 wanted = parser.value(secondsOption).toLongLong() * 1000;

    WindowFixture fixture(servers, std::chrono::milliseconds(2));
    fixture.liftLimits();
    const QString folder = fixture.folder.filePath(u"export"_s);
    fixture.server->setFaultPlan(none());
    const Exported calm = exportAll(fixture.connection(), folder);
    const auto linesOf = [](const QByteArray &file) { return file.count("\r\n") - 1; };
    if (linesOf(calm.files[0]) + linesOf(calm.files[1]) != servers)
        qFatal("the calm export has not each server");
    fixture.open();
    if (!QTest::qWaitFor([&fixture] { return fixture.isFinished(); }, patience))
        qFatal("the window does not load");

    print(u"round\tms\trows\tfiles\tkB\thandles\tthreads"_s);
    std::vector<Round> rounds;
    int incomplete = 0;
    QElapsedTimer time;
    time.start();
    while (time.elapsed() < wanted || rounds.size() < warmUp + minRounds) {
        const auto number = static_cast<quint32>(rounds.size());
        fixture.server->setFaultPlan(tenthOfAllCalls(number * 10));
        fixture.server->log().clear(); // it is the server's, and grows with what is asked
        Round round;
        qsizetype rows = 0;
        if (!refresh(fixture, rows)) {
            print(u"round %1: the window has %2 servers of %3 and says that it is complete"_s.arg(number)
                      .arg(rows)
                      .arg(servers));
            return 1;
        }
        const Exported exported = exportAll(fixture.connection(), folder);
        const bool isSame = exported.files == calm.files;
        if (!isSame && exported.said == calm.said) {
            print(u"round %1: the files are not those of a calm load, and nothing is said"_s.arg(number));
            return 1;
        }
        round.isIncomplete = !isSame || rows != servers;
        incomplete += round.isIncomplete ? 1 : 0;
        round.holding = Holding::now();
        rounds.push_back(round);
        print(u"%1\t%2\t%3\t%4\t%5\t%6\t%7"_s.arg(number)
                  .arg(time.elapsed())
                  .arg(rows)
                  .arg(isSame ? u"same"_s : u"said to be incomplete"_s)
                  .arg(round.holding.residentKb)
                  .arg(round.holding.handles)
                  .arg(round.holding.threads));
    }
    if (incomplete > 1 + static_cast<int>(maxIncomplete * static_cast<double>(rounds.size()))) {
        print(u"%1 of %2 rounds were not complete"_s.arg(incomplete).arg(rounds.size()));
        return 1;
    }
    const QString drift = driftOf(rounds);
    print(drift.isEmpty() ? u"%1 rounds, %2 not complete, no drift"_s.arg(rounds.size()).arg(incomplete)
                          : drift);
    return drift.isEmpty() ? 0 : 1;
}
