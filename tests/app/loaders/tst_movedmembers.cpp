// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowmatcher.h"
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
    void aServerOfTwoPoolsStandsWhereItsShareIs_data();
    void aServerOfTwoPoolsStandsWhereItsShareIs();
    void aServerThatChangedPoolsIsFound();
    void aServerThatChangedPoolsIsFoundByARetry();
    void aFailingRetryTellsNothingOfWhoIsElsewhere();
    void aServerThatChangedPoolsLeavesWhoIsHidden();
    void whoStandsElsewhereIsFound();
    void anInstanceThatIsHardwareTooIsOne_data();
    void anInstanceThatIsHardwareTooIsOne();
    void anInstanceOfOnePoolThatIsHardwareOfAnotherIsOne_data();
    void anInstanceOfOnePoolThatIsHardwareOfAnotherIsOne();

private:
    /// Pools of the same name, in which the same server is hardware and a bare metal instance.
    static ScriptedServer::Answer bothLists(const ScriptedServer::Request &request);
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
    QCOMPARE(pool.remainderName(CountedPool::otherId),
             u"1 device(s) shown in another pool: a.example.com (EU pool)"_s);
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
    QCOMPARE(pool.remainderName(CountedPool::id),
             u"1 device(s) shown in another pool: a.example.com (EU pool)"_s);
    QCOMPARE(pool.remainderName(CountedPool::otherId), u"1 device(s) not visible to this key"_s);
    const std::optional<int> rest = pool.store.table().find({RowKind::NotVisible, CountedPool::id});
    QCOMPARE(pool.store.table().rowState(*rest, pool.loader.wantedGroups()), RowState::Complete);
}

void TestMovedMembers::aServerOfTwoPoolsStandsWhereItsShareIs_data()
{
    QTest::addColumn<qint64>("share"); // the pool that has it
    QTest::addColumn<qint64>("named"); // by the server itself, in the table of servers; 0: by none
    QTest::addColumn<QList<ColumnIndex>>("wanted");
    QTest::addColumn<qint64>("expected");
    const QList<ColumnIndex> some{MemberColumn::Fqdn, MemberColumn::AllocationGb};
    const QList<ColumnIndex> name{MemberColumn::Fqdn};
    const qint64 first = CountedPool::id;
    const qint64 second = CountedPool::otherId;
    QTest::newRow("in the second") << second << qint64(0) << some << second;
    QTest::newRow("in the first") << first << qint64(0) << some << first;
    QTest::newRow("in another") << qint64(4711) << qint64(0) << some << first;
    QTest::newRow("nobody asked") << second << qint64(0) << name << first;
    QTest::newRow("the server says so, too") << second << second << some << second;
    QTest::newRow("the server names the other one") << first << second << some << second;
}

/// Also where nobody loads the servers themselves: with its share of the allocation comes whose that is. So
/// files of pool members and of all tables agree.
void TestMovedMembers::aServerOfTwoPoolsStandsWhereItsShareIs()
{
    QFETCH(qint64, share);
    QFETCH(qint64, named);
    QFETCH(QList<ColumnIndex>, wanted);
    QFETCH(qint64, expected);
    for (const bool isFirstAskedFirst : {true, false}) {
        const QJsonArray rows{poolCounting(CountedPool::id, 2), poolCounting(CountedPool::otherId, 2)};
        CountedPool pool(rows, [share](const ScriptedServer::Request &request) {
            QByteArray both = R"({"id":7,"fullyQualifiedDomainName":"a.example.com")";
            if (request.query("objectMask").contains("bandwidthAllotmentId"))
                both += R"(,"bandwidthAllotmentDetail":{"id":1,"bandwidthAllotmentId":)" +
                        QByteArray::number(share) + '}';
            both += '}';
            ScriptedServer::Answer answer = ScriptedServer::json(
                '[' + both + (request.path().contains("/309/") ? R"(,{"id":5}])" : R"(,{"id":8}])"));
            answer.headers.append({"SoftLayer-Total-Items", QByteArray("2")});
            return answer;
        });
        pool.loader.setWanted(DemoLoad::columnsNamed(wanted));
        InventoryTable servers(serverCatalogue());
        if (named > 0) {
            RowPatch server;
            server.key = {RowKind::BareMetal, 7};
            server.loaded.set(static_cast<std::size_t>(serverCatalogue().column(ServerColumn::PoolId).group));
            server.values.emplace_back(ServerColumn::PoolId, named);
            servers.listRow(server, nullptr);
            pool.lists.setNamed(NamedParents::of(servers, ServerColumn::PoolId));
        }
        QVERIFY(pool.load(isFirstAskedFirst ? CountedPool::id : CountedPool::otherId));
        QVERIFY(pool.load(isFirstAskedFirst ? CountedPool::otherId : CountedPool::id));
        pool.lists.setAllAsked();
        QVERIFY(untilMembersAreDone(pool.loader));
        QCOMPARE(pool.server.requests().size(), 3); // as without it
        QCOMPARE(pool.poolOf(7), expected);
        const qint64 other = expected == CountedPool::id ? CountedPool::otherId : CountedPool::id;
        QCOMPARE(pool.remainderName(other), u"1 device(s) shown in another pool: a.example.com (EU pool)"_s);
        QCOMPARE(pool.remainderName(expected), QString());
    }
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
    QCOMPARE(pool.remainderName(CountedPool::id),
             u"1 device(s) shown in another pool: a.example.com (EU pool)"_s);
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
    QCOMPARE(pool.remainderName(CountedPool::id),
             u"1 device(s) shown in another pool: a.example.com (EU pool)"_s);
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

/// By its name, and by where it is: in each pool that has it.
void TestMovedMembers::whoStandsElsewhereIsFound()
{
    QJsonArray rows{poolCounting(CountedPool::id, 1), poolCounting(CountedPool::otherId, 2)};
    QJsonObject other = rows.last().toObject();
    other[u"name"_s] = u"US pool"_s;
    rows.replace(1, other);
    CountedPool pool(rows, [](const ScriptedServer::Request &request) {
        const bool isFirst = request.path().contains("/309/");
        ScriptedServer::Answer answer = ScriptedServer::json(
            isFirst
                ? R"([{"id":7,"fullyQualifiedDomainName":"db07.example.com","primaryIpAddress":"192.0.2.7",
                           "datacenter":{"id":1,"name":"dal10"}}])"
                : R"([{"id":7,"fullyQualifiedDomainName":"db07.example.com","primaryIpAddress":"192.0.2.7",
                           "datacenter":{"id":1,"name":"dal10"}},
                          {"id":8,"fullyQualifiedDomainName":"db08.example.com"}])");
        answer.headers.append({"SoftLayer-Total-Items", QByteArray(isFirst ? "1" : "2")});
        return answer;
    });
    pool.loader.setWanted(
        DemoLoad::columnsNamed({MemberColumn::Fqdn, MemberColumn::Datacenter, MemberColumn::PublicIp}));
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    const QString name = u"1 device(s) shown in another pool: db07.example.com (EU pool)"_s;
    QCOMPARE(pool.remainderName(CountedPool::otherId), name);

    const InventoryTable &table = pool.store.table();
    const auto found = [&table](const QString &filter) {
        RowMatcher matcher(RowFilter::parse(filter, memberCatalogue()), table,
                           DemoLoad::columnsNamed(memberCatalogue().allColumns()));
        QStringList names;
        for (int row = 0; row < table.rowCount(); ++row) {
            if (matcher.matches(row))
                names.append(table.text(row, MemberColumn::Fqdn));
        }
        names.sort();
        return names;
    };
    QCOMPARE(found(u"db07"_s), (QStringList{name, u"db07.example.com"_s}));
    QCOMPARE(found(u"pool:us db07.example.com"_s), QStringList{name});
    QCOMPARE(found(u"pool:us public_ip:192.0.2.7"_s), QStringList{name});
    QCOMPARE(found(u"pool:us datacenter=dal10"_s), QStringList{name});
}

ScriptedServer::Answer TestMovedMembers::bothLists(const ScriptedServer::Request &request)
{
    if (request.path().contains("getBareMetalInstances"))
        return listOf({7});
    return listOf({5, 7});
}

void TestMovedMembers::anInstanceThatIsHardwareTooIsOne_data()
{
    QTest::addColumn<QByteArray>("late"); // the list that comes last
    QTest::newRow("hardware last") << QByteArray("getHardware.json");
    QTest::newRow("instances last") << QByteArray("getBareMetalInstances.json");
}

/// Both are the same server by number (softlayer-api 6.4), and each of its two lists counts it.
void TestMovedMembers::anInstanceThatIsHardwareTooIsOne()
{
    QFETCH(QByteArray, late);
    QJsonObject row = poolCounting(CountedPool::id, 2);
    row[u"bareMetalInstanceCount"_s] = 1;
    CountedPool pool({row}, [&late](const ScriptedServer::Request &request) {
        return request.path().endsWith(late) ? ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold)
                                             : bothLists(request);
    });
    pool.lists.ask({CountedPool::id}, Priority::Visible);
    pool.lists.setAllAsked();
    QTRY_COMPARE_WITH_TIMEOUT(pool.server.heldCount(), 1, PoolLoad::patience);
    QTRY_VERIFY_WITH_TIMEOUT(pool.store.table().rowCount() > 0, PoolLoad::patience);
    pool.server.answerAllHeld(late.contains("Hardware") ? listOf({5, 7}) : listOf({7}));
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.store.table().rowCount(), 2);
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 5}));
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 7}));
    QCOMPARE(pool.count(PoolColumn::Devices), 2);
    QCOMPARE(pool.count(PoolColumn::HardwareCount), 2);
    QCOMPARE(pool.count(PoolColumn::BareMetalInstanceCount), 1);
    QCOMPARE(pool.loader.listedRows(), 2);
    LoadOutcome outcome;
    pool.loader.tell(outcome);
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u' ')));
}

void TestMovedMembers::anInstanceOfOnePoolThatIsHardwareOfAnotherIsOne_data()
{
    aServerOfTwoPoolsIsLostInNone_data();
}

void TestMovedMembers::anInstanceOfOnePoolThatIsHardwareOfAnotherIsOne()
{
    QFETCH(QList<qint64>, order);
    QJsonObject other = poolCounting(CountedPool::otherId, 0);
    other[u"bareMetalInstanceCount"_s] = 1;
    CountedPool pool({poolCounting(CountedPool::id, 2), other}, bothLists);
    QVERIFY(pool.load(order.first()));
    QVERIFY(pool.load(order.last()));
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.poolOf(5), CountedPool::id);
    QCOMPARE(pool.poolOf(7), CountedPool::id);
    QVERIFY(!pool.store.table().find({RowKind::BareMetalInstance, 7}));
    QCOMPARE(pool.remainderName(CountedPool::otherId),
             u"1 device(s) shown in another pool: a.example.com (EU pool)"_s);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::otherId), 1);
    QCOMPARE(pool.loader.listedRows(), 2);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestMovedMembers)
#include "tst_movedmembers.moc"
