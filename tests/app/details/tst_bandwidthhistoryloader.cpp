// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utc.h"
#include "details/bandwidthhistoryloader.h"

#include "api/apiclient.h"
#include "demo/device.h"
#include "demo/simulatedserver.h"
#include "demo/wirevalues.h"
#include "support/testmain.h"

#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using State = BandwidthHistoryLoader::State;

namespace {

/// The system's clock a hundred times as fast for pauses, with a wall clock and an age that a test sets.
class SettableClock final : public Clock
{
public:
    [[nodiscard]] Milliseconds now() const override { return Clock::system().now() + later; }
    [[nodiscard]] QDateTime utcNow() const override { return wall; }
    void callAfter(Milliseconds delay, QObject *context, std::function<void()> action) override
    {
        Clock::system().callAfter(delay / 100, context, std::move(action));
    }

    Milliseconds later{0};
    QDateTime wall = utcFromSecs(demo::accountNow);
};

const BillingCycle demoCycle{{demo::cycleStart * 1000}, {demo::nextBill * 1000}};

double gigabytes(qint64 bytes)
{
    return static_cast<double>(bytes) / static_cast<double>(qint64{1} << 30);
}

} // namespace

class TestBandwidthHistoryLoader : public QObject
{
    Q_OBJECT

private:
    static constexpr int patience = 60'000; // ms; sanitizers are slow

    SettableClock clock;
    std::unique_ptr<SimulatedServer> server;
    std::unique_ptr<ApiClient> client;
    std::unique_ptr<BandwidthHistoryLoader> loader;

    void useFaults(FaultPlan plan = {})
    {
        plan.callsPerSecond = 0;
        server->setFaultPlan(plan);
    }
    /// Servers of this kind; `isWanted` chooses among them.
    template<class IsWanted>
    demo::Device find(demo::DeviceKind kind, IsWanted isWanted)
    {
        const demo::AccountShape &shape = server->account().shape();
        for (int index = 0;; ++index) {
            Q_ASSERT(index < shape.deviceCount(kind));
            const demo::Device device(shape, kind, index);
            if (isWanted(device))
                return device;
        }
    }
    demo::Device busy(demo::DeviceKind kind)
    {
        return find(kind, [](const demo::Device &device) {
            return device.outboundPublic().value_or(0) > 100'000 && device.hasBillingItem();
        });
    }
    static BandwidthSubject subjectOf(const demo::Device &device)
    {
        return BandwidthSubject::server(
            {device.isHardware() ? RowKind::BareMetal : RowKind::Virtual, device.id()});
    }
    [[nodiscard]] QStringList methods() const
    {
        QStringList names;
        for (const LoggedCall &call : server->log().calls())
            names += call.service + u"::"_s + call.method;
        return names;
    }

private Q_SLOTS:
    void init()
    {
        clock = {};
        server = std::make_unique<SimulatedServer>(300);
        QVERIFY(server->start());
        useFaults();
        ApiClient::Options options;
        options.limits.maxStartsPerSecond = 100'000;
        options.asksBeside = false; // a slow machine is no lost answer
        client = std::make_unique<ApiClient>(
            Connection{server->restUrl(),
                       {Credentials::Scheme::Basic, server->userName(), server->apiKey()},
                       QNetworkProxy(QNetworkProxy::NoProxy)},
            options, clock);
        loader = std::make_unique<BandwidthHistoryLoader>(*client);
    }
    void cleanup()
    {
        loader.reset();
        client.reset();
        server.reset();
    }

    void loadsTheCycle_data();
    void loadsTheCycle();
    void loadsAPool();
    void knownCyclesAreNotAskedFor();
    void worksWithAnyClock_data();
    void worksWithAnyClock();
    void withoutABillingItemTheLastThirtyDays();
    void guestsAreAskedWithoutRollup();
    void goesTheOtherWay();
    void privateServersHaveNoData();
    void refusals();
    void failuresAndRetry();
    void remembersForAWhile();
    void anotherSubjectGivesUpTheFirst();
    void cancelKeepsWhatIsThere();
    void goesAwayWhileLoading();
};

void TestBandwidthHistoryLoader::loadsTheCycle_data()
{
    QTest::addColumn<demo::DeviceKind>("kind");
    QTest::newRow("bare metal") << demo::DeviceKind::Hardware;
    QTest::newRow("virtual") << demo::DeviceKind::Guest;
}

void TestBandwidthHistoryLoader::loadsTheCycle()
{
    QFETCH(const demo::DeviceKind, kind);
    const demo::Device device = busy(kind);
    QSignalSpy changes(loader.get(), &BandwidthHistoryLoader::changed);
    loader->load(subjectOf(device));
    QCOMPARE(loader->state(), State::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QCOMPARE(changes.size(), 2);

    const BandwidthHistory &history = *loader->history();
    QCOMPARE(history.cycle, demoCycle);
    QVERIFY(history.isBillingCycle);
    QCOMPARE(history.days.size(), 13);
    QCOMPARE(history.step.count(), kind == demo::DeviceKind::Hardware ? 86'400 : 3600);
    qint64 out = 0;
    qint64 in = 0;
    for (const BandwidthDay &day : history.days) {
        out += day.outBytes.value_or(0);
        in += day.inBytes.value_or(0);
    }
    // To the last decimal that the server's own properties have.
    QCOMPARE(qRound64(gigabytes(out) * 100'000), *device.outboundPublic());
    QCOMPARE(qRound64(gigabytes(in) * 100'000), *device.inboundPublic());
    QCOMPARE(loader->asOf(), clock.wall);
}

void TestBandwidthHistoryLoader::loadsAPool()
{
    const SimulatedAccount &account = server->account();
    int index = 0;
    while (account.poolValue(index, u"outboundPublicBandwidthUsage"_s).toString().size() < 4)
        ++index;
    loader->load(BandwidthSubject::pool(account.poolId(index)));
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QCOMPARE(loader->history()->step.count(), 86'400);
    QVERIFY(loader->history()->isBillingCycle);
    QCOMPARE(loader->history()->cycle, demoCycle);
    qint64 out = 0;
    for (const BandwidthDay &day : loader->history()->days)
        out += day.outBytes.value_or(0);
    const QString usage = account.poolValue(index, u"outboundPublicBandwidthUsage"_s).toString();
    QCOMPARE(Decimal::fromDouble(gigabytes(out))->rounded(5), *Decimal::fromText(usage));
}

void TestBandwidthHistoryLoader::knownCyclesAreNotAskedFor()
{
    loader->load(subjectOf(busy(demo::DeviceKind::Hardware)), demoCycle);
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QCOMPARE(methods(), QStringList({u"SoftLayer_Hardware_Server::getMetricTrackingObjectId"_s,
                                     u"SoftLayer_Metric_Tracking_Object::getBandwidthData"_s}));
}

void TestBandwidthHistoryLoader::worksWithAnyClock_data()
{
    QTest::addColumn<int>("daysLater");
    QTest::addColumn<int>("days");
    QTest::newRow("a year behind") << -365 << 13;
    QTest::newRow("yesterday") << -1 << 12; // asks up to its own now
    QTest::newRow("right") << 0 << 13;
    QTest::newRow("two days ahead") << 2 << 15;
    QTest::newRow("a year ahead") << 365 << 13;
}

void TestBandwidthHistoryLoader::worksWithAnyClock()
{
    QFETCH(const int, daysLater);
    QFETCH(const int, days);
    clock.wall = clock.wall.addDays(daysLater);
    loader->load(subjectOf(busy(demo::DeviceKind::Guest)));
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QCOMPARE(loader->history()->days.size(), days);
    QVERIFY(loader->history()->hasData());
}

void TestBandwidthHistoryLoader::withoutABillingItemTheLastThirtyDays()
{
    const demo::Device device = find(demo::DeviceKind::Hardware, [](const demo::Device &candidate) {
        return candidate.outboundPublic().value_or(0) > 0 && !candidate.hasBillingItem();
    });
    loader->load(subjectOf(device));
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QVERIFY(!loader->history()->isBillingCycle);
    QCOMPARE(loader->history()->days.size(), 30);
    QVERIFY(loader->history()->hasData());
}

void TestBandwidthHistoryLoader::guestsAreAskedWithoutRollup()
{
    useFaults({{{Fault::Kind::GuestRollup}}});
    loader->load(subjectOf(busy(demo::DeviceKind::Guest)), demoCycle);
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QCOMPARE(methods().size(), 2); // not even tried
}

void TestBandwidthHistoryLoader::goesTheOtherWay()
{
    // Each call for rows breaks down, as often as a call is tried again; the other way then works.
    Fault fault{Fault::Kind::InternalError};
    fault.scope.method = u"getBandwidthData"_s;
    fault.scope.firstCalls = 2;
    useFaults({{fault}});
    loader->load(subjectOf(busy(demo::DeviceKind::Guest)), demoCycle);
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QCOMPARE(loader->history()->step.count(), 86'400);
    QVERIFY(loader->history()->hasData());
}

void TestBandwidthHistoryLoader::privateServersHaveNoData()
{
    const demo::Device device = find(demo::DeviceKind::Hardware, [](const demo::Device &candidate) {
        return candidate.isPrivateOnly() && candidate.hasBillingItem();
    });
    loader->load(subjectOf(device));
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QVERIFY(!loader->history()->hasData());
    QCOMPARE(loader->history()->days.size(), 13); // unknown, each of them
}

void TestBandwidthHistoryLoader::refusals()
{
    Fault fault{Fault::Kind::RefusedRelation};
    fault.property = u"bandwidthData"_s;
    useFaults({{fault}});
    loader->load(subjectOf(busy(demo::DeviceKind::Hardware)));
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Refused, patience);
    QVERIFY(loader->error()->kind == ApiError::Kind::Forbidden);
    QVERIFY(!loader->history());

    // A billing item that may not be seen does not cost the traffic.
    fault.property = u"billingItem"_s;
    useFaults({{fault}});
    loader->reload();
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QVERIFY(!loader->history()->isBillingCycle);
    QVERIFY(!loader->error());

    loader->load(BandwidthSubject::server({RowKind::BareMetal, 1}));
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Refused, patience);
    QVERIFY(loader->error()->kind == ApiError::Kind::NotFound);
}

void TestBandwidthHistoryLoader::failuresAndRetry()
{
    useFaults({{{Fault::Kind::TruncatedJson}}});
    loader->load(subjectOf(busy(demo::DeviceKind::Hardware)));
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Failed, patience);
    QVERIFY(loader->error()->kind == ApiError::Kind::BadResponse);
    useFaults();
    loader->reload();
    QCOMPARE(loader->state(), State::Loading);
    QVERIFY(!loader->error());
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
}

void TestBandwidthHistoryLoader::remembersForAWhile()
{
    const BandwidthSubject first = subjectOf(busy(demo::DeviceKind::Hardware));
    const BandwidthSubject second = subjectOf(busy(demo::DeviceKind::Guest));
    loader->load(first);
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    const BandwidthHistory history = *loader->history();
    loader->load(second);
    QVERIFY(!loader->history()); // nothing of the first is shown as the second's
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);

    const qsizetype calls = methods().size();
    loader->load(first, demoCycle);
    QCOMPARE(loader->state(), State::Value);
    QCOMPARE(*loader->history(), history);
    QCOMPARE(methods().size(), calls);

    clock.later = BandwidthHistoryLoader::freshFor;
    const QDateTime before = clock.wall;
    clock.wall = before.addSecs(600);
    loader->load(first, demoCycle);
    QCOMPARE(loader->state(), State::Loading);
    QCOMPARE(*loader->history(), history);
    QCOMPARE(loader->asOf(), before);
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QCOMPARE(loader->asOf(), clock.wall);
}

void TestBandwidthHistoryLoader::anotherSubjectGivesUpTheFirst()
{
    Fault fault{Fault::Kind::Hang};
    fault.scope.method = u"SoftLayer_Hardware_Server"_s;
    useFaults({{fault}});
    const BandwidthSubject first = subjectOf(busy(demo::DeviceKind::Hardware));
    const BandwidthSubject second = subjectOf(busy(demo::DeviceKind::Guest));
    loader->load(first, demoCycle);
    loader->load(second, demoCycle);
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QCOMPARE(*loader->subject(), second);
    QTRY_COMPARE(client->scheduler().inFlight(), 0);
}

void TestBandwidthHistoryLoader::cancelKeepsWhatIsThere()
{
    const BandwidthSubject subject = subjectOf(busy(demo::DeviceKind::Hardware));
    loader->load(subject, demoCycle);
    loader->cancel();
    QCOMPARE(loader->state(), State::Idle);
    loader->load(subject, demoCycle);
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    loader->reload();
    QCOMPARE(loader->state(), State::Loading);
    loader->cancel();
    QCOMPARE(loader->state(), State::Value);
    loader->reload();
    client->cancelAll(); // what is cancelled for everybody is no failure either
    QTRY_COMPARE_WITH_TIMEOUT(loader->state(), State::Value, patience);
    QVERIFY(!loader->error());
    loader->clear();
    QCOMPARE(loader->state(), State::Idle);
    QVERIFY(!loader->history() && !loader->subject());
}

void TestBandwidthHistoryLoader::goesAwayWhileLoading()
{
    loader->load(subjectOf(busy(demo::DeviceKind::Hardware)));
    QTRY_VERIFY(client->scheduler().inFlight() > 0);
    loader.reset();
    QTRY_COMPARE(client->scheduler().inFlight(), 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestBandwidthHistoryLoader)
#include "tst_bandwidthhistoryloader.moc"
