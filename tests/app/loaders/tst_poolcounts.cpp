// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoload.h"
#include "poolload.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Pools that are loaded without their members, of which some count nobody and have an allocation all the
/// same: that of members (softlayer-api §6.4).
class TestPoolCounts : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void listsTellWhatCountsDoNot();
    void onlySuchPoolsAreAsked();
    void onlyIfSomebodyWantsToKnow();
    void listsAreAskedSideBySide();
    void whatNobodyToldHasFailed();
    void hardwareThatIsAnInstanceTooIsOneDevice_data();
    void hardwareThatIsAnInstanceTooIsOneDevice();
    void aCalmAccountIsAskedForNoMembers();

private:
    /// Of these pools: it counts nobody, and has nothing of its own.
    static constexpr qint64 plain = 900;
    static constexpr qint64 empty = 901;    ///< Counts nobody, and nobody is there.
    static constexpr qint64 occupied = 902; ///< Counts nobody, and its lists have a server.
    static constexpr qint64 counted = 903;  ///< Counts two.
    static constexpr int lists = 5;         ///< Of one pool.

    [[nodiscard]] ScriptedServer::Answer answer(const ScriptedServer::Request &request) const;
    [[nodiscard]] LoadOutcome load();
    /// Of the methods that list members of this pool.
    [[nodiscard]] int callsForListsOf(qint64 pool) const;
    [[nodiscard]] CellValue cell(qint64 pool, ColumnIndex column) const;
    [[nodiscard]] CellState stateOf(qint64 pool, ColumnIndex column) const;

    QByteArray m_refused; ///< The method that is.
    std::unique_ptr<ScriptedServer> m_server;
    QuickClock m_clock;
    std::unique_ptr<ApiClient> m_client;
    std::unique_ptr<InventoryStore> m_servers;
    std::unique_ptr<InventoryStore> m_pools;
    std::unique_ptr<InventoryStore> m_members;
    std::unique_ptr<PoolsLoader> m_poolsLoader;
    std::unique_ptr<AccountLoader> m_loader;
};

void TestPoolCounts::init()
{
    m_refused.clear();
    m_loader.reset();
    m_poolsLoader.reset();
    m_client.reset();
    m_server = std::make_unique<ScriptedServer>();
    m_server->setScript([this](const ScriptedServer::Request &request) { return answer(request); });
    ApiClient::Options options = DemoLoad::options();
    options.limits.initialCalls = 2 * lists;
    m_client = std::make_unique<ApiClient>(Connection{m_server->restBase(),
                                                      {Credentials::Scheme::Basic, u"user"_s, u"key"_s},
                                                      QNetworkProxy(QNetworkProxy::NoProxy)},
                                           options, m_clock);
    m_servers = std::make_unique<InventoryStore>(serverCatalogue());
    m_pools = std::make_unique<InventoryStore>(poolCatalogue());
    m_members = std::make_unique<InventoryStore>(memberCatalogue());
    m_loader = std::make_unique<AccountLoader>(*m_client, *m_servers);
    m_loader->setKinds({});
    m_poolsLoader = std::make_unique<PoolsLoader>(*m_client, *m_pools, *m_members);
    m_poolsLoader->setLoadsMembers(false);
    m_poolsLoader->setWantedColumns(DemoLoad::columnsNamed(poolCatalogue().allColumns()));
    m_loader->setPools(m_poolsLoader.get());
}

ScriptedServer::Answer TestPoolCounts::answer(const ScriptedServer::Request &request) const
{
    const QByteArray path = request.path();
    if (path.endsWith("SoftLayer_Account/getObject.json"))
        return ScriptedServer::json(R"({"id":1})");
    QJsonArray pools;
    for (const qint64 id : {plain, empty, occupied, counted}) {
        const QJsonObject pool{{u"id"_s, id},
                               {u"name"_s, u"a pool"_s},
                               {u"bandwidthAllotmentTypeId"_s, 2},
                               {u"totalBandwidthAllocated"_s, id == plain ? 0 : 250},
                               {u"hardwareCount"_s, id == counted ? 2 : 0},
                               {u"virtualGuestCount"_s, 0},
                               {u"bareMetalInstanceCount"_s, 0},
                               {u"applicationDeliveryControllerCount"_s, 0},
                               {u"privateNetworkOnlyHardwareCount"_s, 0},
                               {u"activeDetailCount"_s, id == counted ? 2 : 0}};
        if (path.endsWith(QByteArray::number(id).append("/getObject.json")))
            return ScriptedServer::json(QJsonDocument(pool).toJson());
        pools.append(pool);
    }
    if (!m_refused.isEmpty() && path.endsWith(m_refused)) {
        ScriptedServer::Answer refusal =
            ScriptedServer::json(R"({"error":"Access Denied.","code":"SoftLayer_Exception_AccessDenied"})");
        refusal.status = 500;
        return refusal;
    }
    QByteArray rows = "[]";
    if (path.endsWith("getBandwidthAllotments.json"))
        rows = QJsonDocument(pools).toJson();
    else if (path.endsWith("902/getHardware.json"))
        rows = R"([{"id":11,"fullyQualifiedDomainName":"a.example.com"}])";
    ScriptedServer::Answer list = ScriptedServer::json(rows);
    list.headers.append(std::pair(QByteArray("SoftLayer-Total-Items"),
                                  QByteArray::number(QJsonDocument::fromJson(rows).array().size())));
    return list;
}

LoadOutcome TestPoolCounts::load()
{
    QSignalSpy finished(m_loader.get(), &AccountLoader::finished);
    m_loader->start();
    if (!finished.wait(DemoLoad::patience))
        m_loader->stop();
    return m_loader->outcome();
}

int TestPoolCounts::callsForListsOf(qint64 pool) const
{
    const QByteArray ofPool = "/SoftLayer_Network_Bandwidth_Version1_Allotment/" + QByteArray::number(pool);
    const QList<ScriptedServer::Request> &all = m_server->requests();
    return static_cast<int>(
        std::count_if(all.cbegin(), all.cend(), [&ofPool](const ScriptedServer::Request &call) {
            return call.path().contains(ofPool) && !call.path().endsWith("/getObject.json");
        }));
}

CellValue TestPoolCounts::cell(qint64 pool, ColumnIndex column) const
{
    const std::optional<int> row = m_pools->table().find({RowKind::Pool, pool});
    return row ? m_pools->table().value(*row, column) : CellValue(u"not listed"_s);
}

CellState TestPoolCounts::stateOf(qint64 pool, ColumnIndex column) const
{
    const std::optional<int> row = m_pools->table().find({RowKind::Pool, pool});
    return row ? m_pools->table().cellState(*row, column) : CellState::Gone;
}

void TestPoolCounts::listsTellWhatCountsDoNot()
{
    const LoadOutcome outcome = load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u' ')));
    for (const ColumnIndex column : {PoolColumn::Devices, PoolColumn::HardwareCount, PoolColumn::VirtualCount,
                                     PoolColumn::BareMetalInstanceCount, PoolColumn::ControllerCount,
                                     PoolColumn::PrivateNetworkOnlyCount}) {
        const bool isOfHardware = column == PoolColumn::Devices || column == PoolColumn::HardwareCount;
        QCOMPARE(cell(plain, column), CellValue(qint64(0)));
        QCOMPARE(cell(empty, column), CellValue(qint64(0)));
        QCOMPARE(cell(occupied, column), CellValue(qint64(isOfHardware ? 1 : 0)));
        QCOMPARE(cell(counted, column), CellValue(qint64(isOfHardware ? 2 : 0)));
    }
    QCOMPARE(outcome.of(poolmembersTable), RowTally()); // nobody wanted them
    QVERIFY(!m_loader->progress().isLoadingMembers);
}

void TestPoolCounts::onlySuchPoolsAreAsked()
{
    for (int round = 1; round <= 2; ++round) { // and again by a refresh
        QVERIFY(load().isComplete());
        QCOMPARE(callsForListsOf(plain), 0);
        QCOMPARE(callsForListsOf(empty), round * lists);
        QCOMPARE(callsForListsOf(occupied), round * lists);
        QCOMPARE(callsForListsOf(counted), 0);
        // The account, the list of pools, a call a pool.
        QCOMPARE(m_server->requests().size(), round * (1 + 1 + 4 + 2 * lists));
    }
}

void TestPoolCounts::onlyIfSomebodyWantsToKnow()
{
    m_poolsLoader->setWantedColumns(DemoLoad::columnsNamed({PoolColumn::Name, PoolColumn::OutPublicGb}));
    QVERIFY(load().isComplete());
    QCOMPARE(callsForListsOf(empty), 0);
    QCOMPARE(callsForListsOf(occupied), 0);

    QSignalSpy finished(m_loader.get(), &AccountLoader::finished); // and when somebody does later
    m_poolsLoader->setWantedColumns(DemoLoad::columnsNamed({PoolColumn::Name, PoolColumn::Devices}));
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(callsForListsOf(empty), lists);
    QCOMPARE(cell(empty, PoolColumn::Devices), CellValue(qint64(0)));
    QCOMPARE(cell(occupied, PoolColumn::Devices), CellValue(qint64(1)));
}

void TestPoolCounts::listsAreAskedSideBySide()
{
    m_server->setScript([this](const ScriptedServer::Request &request) {
        const bool isOfMembers =
            request.path().contains("_Allotment/") && !request.path().endsWith("/getObject.json");
        return isOfMembers ? ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold) : answer(request);
    });
    QSignalSpy finished(m_loader.get(), &AccountLoader::finished);
    m_loader->start();
    QTRY_COMPARE_WITH_TIMEOUT(m_server->heldCount(), 2 * lists, DemoLoad::patience);
    QVERIFY(letItTurn());
    QCOMPARE(finished.count(), 0);
    m_server->answerAllHeld(ScriptedServer::json("[]"));
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(cell(empty, PoolColumn::Devices), CellValue(qint64(0)));
}

/// Unknown is neither none nor blank; and it is found out by asking again.
void TestPoolCounts::whatNobodyToldHasFailed()
{
    m_refused = "901/getVirtualGuests.json";
    const LoadOutcome outcome = load();
    QVERIFY(!outcome.isComplete());
    QCOMPARE(outcome.of(poolsTable).failed, 1);
    QCOMPARE(stateOf(empty, PoolColumn::VirtualCount), CellState::Failed);
    QCOMPARE(stateOf(empty, PoolColumn::Devices), CellState::Failed);
    QCOMPARE(cell(empty, PoolColumn::HardwareCount), CellValue(qint64(0)));
    QCOMPARE(cell(occupied, PoolColumn::Devices), CellValue(qint64(1)));

    m_refused.clear();
    const int calls = callsForListsOf(empty);
    QSignalSpy finished(m_loader.get(), &AccountLoader::finished);
    m_loader->retryLists();
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(callsForListsOf(empty), calls + 1); // the one that failed
    QVERIFY(m_loader->outcome().isComplete());
    QCOMPARE(cell(empty, PoolColumn::VirtualCount), CellValue(qint64(0)));
    QCOMPARE(cell(empty, PoolColumn::Devices), CellValue(qint64(0)));
}

void TestPoolCounts::hardwareThatIsAnInstanceTooIsOneDevice_data()
{
    QTest::addColumn<QJsonObject>("counts");
    QTest::addColumn<int>("calls"); // for lists
    QTest::addColumn<qint64>("devices");
    const auto counts = [](int hardware, int instances, int guests, int privateOnly) {
        return QJsonObject{{u"hardwareCount"_s, hardware},
                           {u"bareMetalInstanceCount"_s, instances},
                           {u"virtualGuestCount"_s, guests},
                           {u"privateNetworkOnlyHardwareCount"_s, privateOnly},
                           {u"applicationDeliveryControllerCount"_s, 0}};
    };
    const auto sharing = [](QJsonObject pool, int shares) {
        pool[u"activeDetailCount"_s] = shares;
        return pool;
    };
    QTest::newRow("a share each") << sharing(counts(3, 2, 0, 0), 5) << 0 << qint64(5);
    QTest::newRow("one is both") << sharing(counts(3, 2, 0, 0), 4) << 2 << qint64(4);
    QTest::newRow("more than that explains") << sharing(counts(3, 2, 0, 0), 2) << 0 << qint64(5);
    QTest::newRow("nobody counts shares") << counts(3, 2, 0, 0) << 0 << qint64(5);
    QTest::newRow("no instances") << sharing(counts(3, 0, 0, 0), 2) << 0 << qint64(3);
    QTest::newRow("a guest has none, perhaps") << sharing(counts(3, 2, 4, 0), 8) << 0 << qint64(9);
    QTest::newRow("no public network, no share") << sharing(counts(3, 2, 0, 4), 5) << 0 << qint64(9);
}

/// Both lists have it and both are counted, but it has one share of the allocation. The lists tell what it
/// is, so that a pool has as many devices without its members as with them.
void TestPoolCounts::hardwareThatIsAnInstanceTooIsOneDevice()
{
    QFETCH(QJsonObject, counts);
    QFETCH(int, calls);
    QFETCH(qint64, devices);
    counts[u"id"_s] = counted;
    counts[u"name"_s] = u"a pool"_s;
    counts[u"bandwidthAllotmentTypeId"_s] = 2;
    m_server->setScript([this, &counts](const ScriptedServer::Request &request) {
        const QByteArray path = request.path();
        if (path.endsWith("903/getObject.json"))
            return ScriptedServer::json(QJsonDocument(counts).toJson());
        const bool isHardware = path.endsWith("903/getHardware.json");
        if (!isHardware && !path.endsWith("903/getBareMetalInstances.json"))
            return answer(request);
        ScriptedServer::Answer list = ScriptedServer::json(isHardware ? R"([{"id":21},{"id":22},{"id":23}])"
                                                                      : R"([{"id":23},{"id":24}])");
        list.headers.append({"SoftLayer-Total-Items", QByteArray(isHardware ? "3" : "2")});
        return list;
    });
    QVERIFY(load().isComplete());
    QCOMPARE(callsForListsOf(counted), calls);
    QCOMPARE(cell(counted, PoolColumn::Devices), CellValue(devices));
    QCOMPARE(cell(counted, PoolColumn::HardwareCount), CellValue(qint64(3)));
}

void TestPoolCounts::aCalmAccountIsAskedForNoMembers()
{
    constexpr int pools = 60;
    PoolLoad load(2'000, pools);
    load.loader.setLoadsMembers(false);
    QVERIFY(load.loadAll());
    QCOMPARE(load.calls(u"Allotment::get"_s).size(), pools);
    QCOMPARE(load.calls(u"Allotment::getObject"_s).size(), pools);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPoolCounts)
#include "tst_poolcounts.moc"
