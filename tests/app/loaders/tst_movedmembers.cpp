// SPDX-License-Identifier: GPL-3.0-or-later
#include "memberload.h"
#include "support/testmain.h"

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Servers that more than one list brings: lists of one pool, or of two, of which one lost it meanwhile.
class TestMovedMembers : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void privateOnlyHardwareIsBareMetal();
    void overlappingListsCountEachRowOnce_data();
    void overlappingListsCountEachRowOnce();
    void aServerThatIsInAListTwiceIsOne();
    void aServerOfTwoPoolsIsLostInNone_data();
    void aServerOfTwoPoolsIsLostInNone();
    void aServerOfTwoPoolsStandsWhereItSays();
    void aServerThatChangedPoolsIsFound();
    void aServerThatChangedPoolsIsFoundByARetry();
    void aFailingRetryTellsNothingOfWhoIsElsewhere();
    void aServerThatChangedPoolsLeavesWhoIsHidden();
};

/// Should the list of hardware have them, too, they are there once.
void TestMovedMembers::privateOnlyHardwareIsBareMetal()
{
    CountedPool pool(2, 1, [](const ScriptedServer::Request &request) {
        const bool isPrivateOnly = request.path().contains("getPrivateNetworkOnlyHardware");
        ScriptedServer::Answer answer =
            ScriptedServer::json(isPrivateOnly ? R"([{"id":7,"fullyQualifiedDomainName":"b.example.com"}])"
                                               : R"([{"id":5,"fullyQualifiedDomainName":"a.example.com"},
                                {"id":7,"fullyQualifiedDomainName":"b.example.com"}])");
        answer.headers.append({"SoftLayer-Total-Items", QByteArray(isPrivateOnly ? "1" : "2")});
        return answer;
    });
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), 2); // the other lists count none
    QCOMPARE(pool.store.table().rowCount(), 2);
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 5}));
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 7}));
    QCOMPARE(pool.loader.listedRows(), 2);
}

void TestMovedMembers::overlappingListsCountEachRowOnce_data()
{
    QTest::addColumn<int>("hardware"); // as the pool counts it
    QTest::addColumn<int>("privateOnly");
    QTest::addColumn<QList<qint64>>("hardwareList");
    QTest::addColumn<QList<qint64>>("privateOnlyList");
    QTest::addColumn<qint64>("devices");
    using Ids = QList<qint64>;
    QTest::newRow("apart") << 2 << 1 << Ids{5, 6} << Ids{7} << qint64(3);
    QTest::newRow("one in both") << 2 << 1 << Ids{5, 7} << Ids{7} << qint64(2);
    QTest::newRow("all in both") << 2 << 2 << Ids{5, 7} << Ids{5, 7} << qint64(2);
    QTest::newRow("one in both, one hidden") << 3 << 1 << Ids{5, 7} << Ids{7} << qint64(3);
    QTest::newRow("more than counted") << 1 << 1 << Ids{5, 6} << Ids{7} << qint64(3);
}

void TestMovedMembers::overlappingListsCountEachRowOnce()
{
    QFETCH(int, hardware);
    QFETCH(int, privateOnly);
    QFETCH(QList<qint64>, hardwareList);
    QFETCH(QList<qint64>, privateOnlyList);
    QFETCH(qint64, devices);
    CountedPool pool(hardware, privateOnly, [&](const ScriptedServer::Request &request) {
        const bool isPrivateOnly = request.path().contains("getPrivateNetworkOnlyHardware");
        return listOf(isPrivateOnly ? privateOnlyList : hardwareList);
    });
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.count(PoolColumn::Devices), devices);
    QCOMPARE(pool.count(PoolColumn::HardwareCount), std::max<qint64>(hardware, hardwareList.size()));
    QCOMPARE(pool.count(PoolColumn::PrivateNetworkOnlyCount), privateOnly);
    QCOMPARE(pool.count(PoolColumn::VirtualCount), 0);

    // Answers about the pool alone may come again.
    JsonIssues issues;
    const QJsonArray again{poolCounting(CountedPool::id, hardware, privateOnly)};
    pool.pools.apply(
        decodeRows(poolCatalogue(), RowKind::Pool, GroupSet().set(), JsonReader(again, issues)).rows);
    QCOMPARE(pool.count(PoolColumn::Devices), hardware + privateOnly);
    pool.lists.completeCounts();
    QCOMPARE(pool.count(PoolColumn::Devices), devices);
}

/// Its pool counts it twice, as the list does.
void TestMovedMembers::aServerThatIsInAListTwiceIsOne()
{
    CountedPool pool(3, 0, [](const ScriptedServer::Request &) { return listOf({5, 5, 7}); });
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), 1);
    QCOMPARE(pool.store.table().rowCount(), 2); // and nobody who is not visible
    QCOMPARE(pool.count(PoolColumn::Devices), 2);
    QCOMPARE(pool.count(PoolColumn::HardwareCount), 2);
    QCOMPARE(pool.loader.listedRows(), 2);
}

void TestMovedMembers::aServerOfTwoPoolsIsLostInNone_data()
{
    QTest::addColumn<QList<qint64>>("order"); // in which the pools are asked
    QTest::newRow("first that of the lower number") << QList<qint64>{CountedPool::id, CountedPool::otherId};
    QTest::newRow("first the other one") << QList<qint64>{CountedPool::otherId, CountedPool::id};
}

/// It stands in one of them, whichever list came first; the other one says where it is, and that none is
/// missing: an account that is so for good is complete.
void TestMovedMembers::aServerOfTwoPoolsIsLostInNone()
{
    QFETCH(QList<qint64>, order);
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [](const ScriptedServer::Request &request) {
        return listOf(request.path().contains("/309/") ? QList<qint64>{5, 7} : QList<qint64>{7, 8});
    });
    QVERIFY(pool.load(order.first()));
    QCOMPARE(pool.poolOf(7), order.first());
    QVERIFY(pool.load(order.last()));
    QCOMPARE(pool.poolOf(7), order.last());
    QCOMPARE(pool.server.requests().size(), 2);
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 3); // the first one once more, and no other

    QCOMPARE(pool.poolOf(5), CountedPool::id);
    QCOMPARE(pool.poolOf(7), CountedPool::id);
    QCOMPARE(pool.poolOf(8), CountedPool::otherId);
    QCOMPARE(pool.loader.listedRows(), 3);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 2);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::otherId), 2);
    QCOMPARE(pool.remainderName(CountedPool::id), QString());
    QCOMPARE(pool.remainderName(CountedPool::otherId), u"1 device(s) shown in another pool"_s);
    const std::optional<int> rest = pool.store.table().find({RowKind::NotVisible, CountedPool::otherId});
    QCOMPARE(pool.store.table().rowState(*rest, pool.loader.wantedGroups()), RowState::Complete);
    QVERIFY(pool.lists.errors().isEmpty());
    QCOMPARE(pool.store.table().rowCount(), 4);
    LoadOutcome outcome;
    pool.loader.tell(outcome);
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u' ')));

    // There is nothing to ask again for.
    pool.loader.retry(RetryScope::ofAll());
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 3);
}

/// The table of servers and that of members say the same of it.
void TestMovedMembers::aServerOfTwoPoolsStandsWhereItSays()
{
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 3)};
    CountedPool pool(rows, [](const ScriptedServer::Request &request) {
        return listOf(request.path().contains("/309/") ? QList<qint64>{5, 7} : QList<qint64>{7, 8});
    });
    InventoryTable servers(serverCatalogue());
    RowPatch server;
    server.key = {RowKind::BareMetal, 7};
    server.loaded.set(static_cast<std::size_t>(serverCatalogue().column(ServerColumn::PoolId).group));
    server.values.emplace_back(ServerColumn::PoolId, CountedPool::otherId);
    servers.listRow(server, nullptr);
    pool.lists.setNamed(NamedParents::of(servers, ServerColumn::PoolId));
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.poolOf(7), CountedPool::otherId);
    QCOMPARE(pool.remainderName(CountedPool::id), u"1 device(s) shown in another pool"_s);
    QCOMPARE(pool.remainderName(CountedPool::otherId), u"1 device(s) not visible to this key"_s);
    const std::optional<int> rest = pool.store.table().find({RowKind::NotVisible, CountedPool::id});
    QCOMPARE(pool.store.table().rowState(*rest, pool.loader.wantedGroups()), RowState::Complete);
}

/// Its former pool is asked whether it still has it, although all its lists came whole.
void TestMovedMembers::aServerThatChangedPoolsIsFound()
{
    QList<qint64> first{5, 7};
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [&first](const ScriptedServer::Request &request) {
        return listOf(request.path().contains("/309/") ? first : QList<qint64>{7, 8});
    });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    first = {5};
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 3);
    QCOMPARE(pool.poolOf(7), CountedPool::otherId);
    QCOMPARE(pool.remainderName(CountedPool::id), QString());
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 1);
    QVERIFY(pool.lists.errors().isEmpty());
    QCOMPARE(pool.loader.listedRows(), 3);
}

/// The question whether its former pool still has it was not answered. Until a retry that is missing.
void TestMovedMembers::aServerThatChangedPoolsIsFoundByARetry()
{
    QList<qint64> first{5, 7};
    bool fails = false;
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [&](const ScriptedServer::Request &request) {
        const bool isFirst = request.path().contains("/309/");
        if (isFirst && fails)
            return accessDenied();
        return listOf(isFirst ? first : QList<qint64>{7, 8});
    });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    first = {5};
    fails = true;
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.remainderName(CountedPool::id), u"1 device(s) shown in another pool"_s);
    const std::optional<int> rest = pool.store.table().find({RowKind::NotVisible, CountedPool::id});
    QCOMPARE(pool.store.table().rowState(*rest, pool.loader.wantedGroups()), RowState::Failed);
    const QList<ApiError> errors = pool.lists.errors();
    QCOMPARE(errors.size(), 1);
    QVERIFY2(errors.first().message.contains(u"changed pools while loading"_s),
             qPrintable(errors.first().message));

    fails = false;
    const qsizetype calls = pool.server.requests().size();
    pool.lists.retryOf({CountedPool::id, CountedPool::otherId});
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), calls + 1); // the other one lacks nothing
    QCOMPARE(pool.poolOf(7), CountedPool::otherId);
    QCOMPARE(pool.remainderName(CountedPool::id), QString());
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 1);
    QVERIFY(pool.lists.errors().isEmpty());
    QCOMPARE(pool.loader.listedRows(), 3);
}

/// And a later one that comes is as good as the first.
void TestMovedMembers::aFailingRetryTellsNothingOfWhoIsElsewhere()
{
    QList<qint64> first{5, 7};
    bool fails = false;
    const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [&](const ScriptedServer::Request &request) {
        const bool isFirst = request.path().contains("/309/");
        if (isFirst && fails)
            return accessDenied();
        return listOf(isFirst ? first : QList<qint64>{7, 8});
    });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    first = {5};
    fails = true;
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    pool.lists.retryOf({CountedPool::id});
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.poolOf(7), CountedPool::otherId);
    QCOMPARE(pool.remainderName(CountedPool::id), u"1 device(s) shown in another pool"_s);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 2);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 2);

    fails = false;
    pool.lists.retryOf({CountedPool::id});
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.remainderName(CountedPool::id), QString());
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 1);
}

/// The other list of servers has all that it had, and lacks what it lacked.
void TestMovedMembers::aServerThatChangedPoolsLeavesWhoIsHidden()
{
    QList<qint64> first{5, 7};
    const QJsonArray rows{poolCounting(CountedPool::id, 2, 2), poolCounting(CountedPool::otherId, 2)};
    CountedPool pool(rows, [&first](const ScriptedServer::Request &request) {
        const bool isPrivateOnly = request.path().contains("getPrivateNetworkOnlyHardware");
        if (!request.path().contains("/309/"))
            return listOf({7, 8});
        return listOf(isPrivateOnly ? QList<qint64>{9} : first);
    });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    first = {5};
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.remainderName(CountedPool::id), u"1 device(s) not visible to this key"_s);
    QCOMPARE(pool.count(PoolColumn::HardwareCount, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::PrivateNetworkOnlyCount, CountedPool::id), 2);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 3);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestMovedMembers)
#include "tst_movedmembers.moc"
