// SPDX-License-Identifier: GPL-3.0-or-later
#include "support/outageapi.h"

#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <cstdio>
#include <memory>
#include <vector>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using Way = OutageApi::Way;

namespace {

struct Row
{
    const char *name;
    Way way;
    int limitSeconds; ///< Of a call; 120 is the program's own.
    bool isAlone = false;
};

constexpr Row rows[] = {
    {"503", Way::Unavailable, 120},
    {"500 Internal Error", Way::InternalError, 120},
    {"500 with another text", Way::OtherError, 120},
    {"404", Way::NotFound, 120},
    {"403", Way::Forbidden, 120},
    {"302", Way::Redirect, 120},
    {"429, Retry-After: 1", Way::TooManyRequests, 120},
    {"429, Retry-After: 100000", Way::TooManyForLong, 120},
    {"hangs", Way::Hangs, 120},
    {"refused", Way::Refused, 120},
    {"dropped", Way::Dropped, 120},
    {"401", Way::Unauthorized, 120},
    {"500 where the mask has billingItem", Way::BillingFails, 120, true},
    {"hangs, SL_TIMEOUT=2", Way::Hangs, 2, true},
    {"503, SL_TIMEOUT=2", Way::Unavailable, 2, true},
};

constexpr int goodCalls = 20;
constexpr int longest = 600'000; // ms

/// One export against one server that fails.
struct Run
{
    Run(const Row &row, int servers, int pools)
        : api(servers, pools, row.way, goodCalls)
    {
        QProcessEnvironment environment = api.environment();
        environment.insert(u"HOME"_s, folder.path());
        environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
        if (row.limitSeconds != 120)
            environment.insert(u"SL_TIMEOUT"_s, QString::number(row.limitSeconds));
        process.setProcessEnvironment(environment);
        QObject::connect(&process, &QProcess::finished, &process,
                         [this] { endedAfter = api.millisecondsSinceSuccess(); });
        process.start(QString::fromUtf8(LAYERSCOPE_PROGRAM),
                      {u"export"_s, u"all"_s, u"--output"_s, folder.filePath(u"out"_s)});
    }

    QTemporaryDir folder;
    OutageApi api;
    QProcess process;
    qint64 endedAfter = -1; ///< ms from the last success to the end
};

} // namespace

/// The table of a server that stays down: the program's whole export against an account whose first 20 calls
/// go well. Most runs of a size go side by side, since most of each is waiting.
class BenchOutage : public QObject
{
    Q_OBJECT

public:
    /// Most of it is waiting, longer than QTest lets a function run.
    static void initMain() { qputenv("QTEST_FUNCTION_TIMEOUT", "900000"); }

private Q_SLOTS:
    void serverStaysDown_data();
    void serverStaysDown();
};

void BenchOutage::serverStaysDown_data()
{
    QTest::addColumn<int>("servers");
    QTest::newRow("550 servers, 12 pools") << 550;
    QTest::newRow("5500 servers, 12 pools") << 5500;
}

void BenchOutage::serverStaysDown()
{
    QFETCH(int, servers);
    std::vector<std::unique_ptr<Run>> runs;
    const auto areAllOver = [&runs] {
        return std::all_of(runs.begin(), runs.end(), [](const auto &run) { return run->endedAfter >= 0; });
    };
    bool isEachOver = true;
    for (const Row &row : rows) {
        if (row.isAlone)
            isEachOver &= QTest::qWaitFor(areAllOver, longest);
        runs.push_back(std::make_unique<Run>(row, servers, 12));
        // The next when this one only waits, or the machine would be what is slow.
        const Run &run = *runs.back();
        isEachOver &= QTest::qWaitFor(
            [&run, &row] { return run.endedAfter >= 0 || (!row.isAlone && run.api.calls() >= goodCalls); },
            longest);
    }
    isEachOver &= QTest::qWaitFor(areAllOver, longest);
    std::printf(
        "\n| %d servers, then for ever | calls | of them after the last success | ended after it | exit | "
        "first cause told |\n|---|---|---|---|---|---|\n",
        servers);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Run &run = *runs[i];
        QByteArray cause;
        for (const QByteArray &line : run.process.readAllStandardError().split('\n')) {
            if (cause.isEmpty() && (line.endsWith(" calls") || line.endsWith(" call")))
                cause = line.mid(12); // without "layerscope: "
        }
        std::printf("| %s | %d | %d | %.1f s | %d | %s |\n", rows[i].name, run.api.calls(),
                    run.api.callsSinceSuccess(), double(run.endedAfter) / 1000, run.process.exitCode(),
                    cause.constData());
    }
    std::fflush(stdout);
    QVERIFY(isEachOver);
    for (std::size_t i = 0; i < runs.size(); ++i) {
        Run &run = *runs[i];
        QVERIFY2(run.endedAfter >= 0, rows[i].name);
        QVERIFY2(run.endedAfter <= 2000 * rows[i].limitSeconds, rows[i].name);
        QVERIFY2(run.api.calls() <= 300, rows[i].name);
        QVERIFY2(run.process.exitCode() == 3, rows[i].name);
    }
}

QTEST_GUILESS_MAIN(BenchOutage)
#include "bench_outage.moc"
