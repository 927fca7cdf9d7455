// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountloader.h"

#include "outageload.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using Request = ScriptedServer::Request;
using Way = OutageApi::Way;
using std::chrono::milliseconds;

namespace {

constexpr int accountServers = 60;
constexpr int accountGuests = 33; ///< Of the simulated account of so many servers; see initTestCase().
constexpr int accountPools = 6;

bool isOfGuests(const Request &request)
{
    return request.path().endsWith("SoftLayer_Account/getVirtualGuests.json");
}
bool isGuestList(const Request &request)
{
    return isOfGuests(request) && request.query("objectFilter").contains("orderBy");
}
bool isGuestDetails(const Request &request)
{
    return isOfGuests(request) && !isGuestList(request);
}
bool isPoolDetails(const Request &request)
{
    return request.path().contains("Allotment/") && request.path().endsWith("/getObject.json");
}

/// The account of a server that is well, to its end.
class LoneLoad : public OutageLoad
{
public:
    LoneLoad(OutageApi &server, milliseconds callLimit)
        : OutageLoad(server, callLimit, withoutAsking())
    {
        areProbesAnswered = true;
        step = 50ms;
        loader.setEndsWhenBlocked(true);
    }

    /// At most an hour. How long it took.
    milliseconds load()
    {
        const milliseconds start = clock.now();
        loader.start();
        runToEnd(1h);
        return clock.now() - start;
    }

private:
    static ApiClient::Options withoutAsking()
    {
        ApiClient::Options options;
        options.asksBeside = false; // it is counted how often each call is tried
        return options;
    }
};

} // namespace

/// A whole account of which one thing alone never comes, while the server is well: the load ends soon, and
/// all else is there.
class TestLoneTrouble : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void oneListThatNeverComes_data();
    void oneListThatNeverComes();
    void detailsThatNeverCome_data();
    void detailsThatNeverCome();
};

void TestLoneTrouble::initTestCase()
{
    OutageApi api(accountServers, accountPools, Way::None, 0);
    LoneLoad load(api, 120s);
    (void)load.load();
    QCOMPARE(load.loader.outcome().of(serversTable).complete, accountServers);
    QCOMPARE(load.loader.outcome().of(poolsTable).complete, accountPools);
    int ofGuests = 0;
    for (int row = 0; row < load.servers.table().rowCount(); ++row)
        ofGuests += load.servers.table().key(row).kind == RowKind::Virtual ? 1 : 0;
    QCOMPARE(ofGuests, accountGuests);
}

void TestLoneTrouble::oneListThatNeverComes_data()
{
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("limit");
    QTest::addColumn<double>("limits"); // that it may take
    QTest::addColumn<int>("calls");     // that may fail
    const auto row = [](const char *name, Way way, int limit, double limits, int calls) {
        QTest::newRow(name) << static_cast<int>(way) << limit << limits << calls;
    };
    // The page once, and two eighths of it.
    row("no answer", Way::Hangs, 120, 2, 3);
    row("no answer, short limit", Way::Hangs, 3, 2, 3);
    row("503", Way::Unavailable, 120, 1, 60);
    row("503, short limit", Way::Unavailable, 3, 20, 60);
    row("dropped, short limit", Way::Dropped, 3, 20, 250); // Qt itself sends each of them twice
}

void TestLoneTrouble::oneListThatNeverComes()
{
    QFETCH(const int, way);
    QFETCH(const int, limit);
    QFETCH(const double, limits);
    QFETCH(const int, calls);
    OutageApi api(accountServers, accountPools, static_cast<Way>(way), 0);
    api.setConcerned(isGuestList);
    LoneLoad load(api, std::chrono::seconds(limit));
    QSignalSpy outages(&load.loader, &AccountLoader::outageChanged);
    const milliseconds took = load.load();
    QVERIFY(!load.loader.isRunning());
    qInfo("%lld ms, %d calls", static_cast<long long>(took.count()), api.badCalls());
    QCOMPARE_LE(took.count(), static_cast<qint64>(limits * limit * 1000) + 200);
    QCOMPARE_LE(api.badCalls(), calls);
    const LoadOutcome outcome = load.loader.outcome();
    QVERIFY(!outcome.isComplete());
    QCOMPARE(outcome.of(serversTable).complete, accountServers - accountGuests);
    QCOMPARE(outcome.of(poolsTable).complete, accountPools);
    QVERIFY(!outcome.reasons().isEmpty());
    QVERIFY(outages.isEmpty()); // the server is well
}

void TestLoneTrouble::detailsThatNeverCome_data()
{
    QTest::addColumn<QString>("what");
    QTest::addColumn<int>("way");
    QTest::addColumn<int>("limit");
    QTest::addColumn<int>("limits");
    QTest::addColumn<int>("calls");
    const auto row = [](const char *name, const QString &what, Way way, int limit, int limits, int calls) {
        QTest::addRow("%s, %d s", name, limit) << what << static_cast<int>(way) << limit << limits << calls;
    };
    for (const int limit : {120, 3}) {
        row("none of the guests", u"guests"_s, Way::Hangs, limit, 3, 60);
        row("one relation of the guests", u"relation"_s, Way::Hangs, limit, 5, 30);
        row("none of the pools", u"pools"_s, Way::Hangs, limit, 5, 60);
    }
}

void TestLoneTrouble::detailsThatNeverCome()
{
    QFETCH(const QString, what);
    QFETCH(const int, way);
    QFETCH(const int, limit);
    QFETCH(const int, limits);
    QFETCH(const int, calls);
    OutageApi api(accountServers, accountPools, static_cast<Way>(way), 0);
    if (what == u"guests")
        api.setConcerned(isGuestDetails);
    else if (what == u"pools")
        api.setConcerned(isPoolDetails);
    else
        api.setConcerned([](const Request &request) {
            return request.query("objectMask").contains("operatingSystem") && isOfGuests(request);
        });
    LoneLoad load(api, std::chrono::seconds(limit));
    QSignalSpy outages(&load.loader, &AccountLoader::outageChanged);
    const milliseconds took = load.load();
    QVERIFY(!load.loader.isRunning());
    qInfo("%lld ms, %d calls", static_cast<long long>(took.count()), api.badCalls());
    QCOMPARE_LE(took.count(), static_cast<qint64>(limits) * limit * 1000 + 5'000);
    QCOMPARE_LE(api.badCalls(), calls);
    const LoadOutcome outcome = load.loader.outcome();
    QVERIFY(!outcome.isComplete());
    QCOMPARE(outcome.of(serversTable).rows(), accountServers); // all are listed
    // Whatever it does not touch is there.
    if (what == u"pools") {
        QCOMPARE(outcome.of(serversTable).complete, accountServers);
    } else {
        QCOMPARE_GE(outcome.of(serversTable).complete, accountServers - accountGuests);
        QCOMPARE(outcome.of(poolsTable).complete, accountPools);
    }
    QVERIFY(outages.isEmpty());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestLoneTrouble)
#include "tst_lonetrouble.moc"
