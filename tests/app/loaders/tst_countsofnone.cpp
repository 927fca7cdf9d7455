// SPDX-License-Identifier: GPL-3.0-or-later
#include "memberload.h"
#include "support/testmain.h"

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Pools that count nobody although somebody is there: by what else they say, or by who names them.
class TestCountsOfNone : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsOfNoneAreNotBelieved_data();
    void countsOfNoneAreNotBelieved();
    void poolThatIsNamedLaterIsAskedAfterAll();
    void aNameOfAnotherKindAsksTheListsThatCountNone();
    void aNameThatComesMeanwhileIsHeard();
    void aListThatBeliesItsCountDoubtsTheOthers_data();
    void aListThatBeliesItsCountDoubtsTheOthers();
    void aListThatIsAsLongAsItsCountDoubtsNone();
    void moreThanItsRowsHaveDoubtsWhatAPoolCounts_data();
    void moreThanItsRowsHaveDoubtsWhatAPoolCounts();
    void aCalmAccountIsAskedForWhatItCounts();
};

void TestCountsOfNone::countsOfNoneAreNotBelieved_data()
{
    QTest::addColumn<QJsonObject>("more"); // of what the pool says beside its counts
    QTest::addColumn<bool>("areTermsKnown");
    QTest::addColumn<int>("lists"); // that are asked
    QTest::newRow("nothing else says so") << QJsonObject{{u"totalBandwidthAllocated"_s, 0}} << true << 0;
    QTest::newRow("no allocation") << QJsonObject() << true << 0;
    QTest::newRow("an allocation") << QJsonObject{{u"totalBandwidthAllocated"_s, 250}} << true << 5;
    QTest::newRow("its allocation could not be loaded") << QJsonObject() << false << 5;
    QTest::newRow("traffic") << QJsonObject{{u"outboundPublicBandwidthUsage"_s, u"12.5"_s}} << true << 5;
    QTest::newRow("no traffic") << QJsonObject{{u"outboundPublicBandwidthUsage"_s, u"0"_s}} << true << 0;
    QTest::newRow("shares") << QJsonObject{{u"activeDetailCount"_s, 1}} << true << 5;
}

/// Their lists are asked; and what these say stands there in the end, be it none.
void TestCountsOfNone::countsOfNoneAreNotBelieved()
{
    QFETCH(QJsonObject, more);
    QFETCH(bool, areTermsKnown);
    QFETCH(int, lists);
    QJsonObject row = poolCounting(CountedPool::id, 0);
    for (auto property = more.constBegin(); property != more.constEnd(); ++property)
        row[property.key()] = property.value();
    GroupSet known = GroupSet().set();
    known.set(PoolGroup::Terms, areTermsKnown);
    for (const bool isSomebodyThere : {false, true}) {
        CountedPool pool(
            {row},
            [isSomebodyThere](const ScriptedServer::Request &request) {
                const bool isHardware = request.path().endsWith("getHardware.json");
                return listOf(isHardware && isSomebodyThere ? QList<qint64>{5} : QList<qint64>());
            },
            known);
        QVERIFY(pool.loadAll());
        QCOMPARE(pool.server.requests().size(), lists);
        const int rows = isSomebodyThere && lists > 0 ? 1 : 0;
        QCOMPARE(pool.store.table().rowCount(), rows);
        QCOMPARE(pool.count(PoolColumn::Devices), rows);
        QCOMPARE(pool.count(PoolColumn::HardwareCount), rows);
        QCOMPARE(pool.count(PoolColumn::VirtualCount), 0);
    }
}

/// Who names a pool may come after its counts were believed.
void TestCountsOfNone::poolThatIsNamedLaterIsAskedAfterAll()
{
    CountedPool pool(0, 0, [](const ScriptedServer::Request &request) {
        const bool isHardware = request.path().endsWith("getHardware.json");
        return ScriptedServer::json(isHardware ? R"([{"id":5,"fullyQualifiedDomainName":"a.example.com"}])"
                                               : "[]");
    });
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), 0);
    QVERIFY(pool.lists.isSettledOf(CountedPool::id));

    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::BareMetal));
    QVERIFY(!pool.loader.isDone());
    QVERIFY(!pool.lists.isSettledOf(CountedPool::id));
    QVERIFY(untilMembersAreDone(pool.loader));
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 5}));
    QCOMPARE(pool.lists.settledParents(), 1);

    const qsizetype calls = pool.server.requests().size();
    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::BareMetal));
    QVERIFY(pool.loader.isDone()); // it was asked as one that is named
    QCOMPARE(pool.server.requests().size(), calls);
}

/// A pool that counts its hardware may be wrong about its guests: one count of 0 is enough.
void TestCountsOfNone::aNameOfAnotherKindAsksTheListsThatCountNone()
{
    CountedPool pool(1, 0, [](const ScriptedServer::Request &request) {
        const QByteArray path = request.path();
        return listOf(path.endsWith("getHardware.json") || path.contains("getVirtualGuests")
                          ? QList<qint64>{5}
                          : QList<qint64>());
    });
    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::BareMetal)); // which it counts
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), 1);

    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::Virtual));
    QVERIFY(!pool.loader.isDone());
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 5); // hardware not again
    QVERIFY(pool.store.table().find({RowKind::Virtual, 5}));
    QCOMPARE(pool.count(PoolColumn::VirtualCount), 1);
    QCOMPARE(pool.count(PoolColumn::Devices), 2);
}

/// While other lists of the pool are under way.
void TestCountsOfNone::aNameThatComesMeanwhileIsHeard()
{
    bool holds = true;
    CountedPool pool(1, 0, [&holds](const ScriptedServer::Request &request) {
        const QByteArray path = request.path();
        if (path.contains("getVirtualGuests"))
            return listOf({6});
        if (!path.endsWith("getHardware.json"))
            return listOf({});
        return holds ? ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold) : listOf({5});
    });
    QSignalSpy settled(&pool.lists, &ListsBelow::parentSettled);
    pool.lists.ask({CountedPool::id}, Priority::Visible);
    QTRY_VERIFY_WITH_TIMEOUT(pool.server.heldCount() > 0, PoolLoad::patience);
    pool.lists.setNamed(namedOnce(CountedPool::id, RowKind::Virtual));
    holds = false;
    pool.server.answerAllHeld(listOf({5}));
    QVERIFY(pool.loadAll());
    QVERIFY(pool.store.table().find({RowKind::BareMetal, 5}));
    QVERIFY(pool.store.table().find({RowKind::Virtual, 6}));
    QCOMPARE(settled.count(), 1); // when all of its lists had come
}

void TestCountsOfNone::aListThatBeliesItsCountDoubtsTheOthers_data()
{
    QTest::addColumn<QByteArray>("method");
    QTest::addColumn<RowKind>("kind");
    QTest::addColumn<QList<qint64>>("order"); // in which the pools are asked
    const QList<qint64> upwards{CountedPool::id, CountedPool::otherId};
    const QList<qint64> downwards{CountedPool::otherId, CountedPool::id};
    const QByteArray instances = "getBareMetalInstances.json";
    const QByteArray privateOnly = "getPrivateNetworkOnlyHardware.json";
    QTest::newRow("instances, first") << instances << RowKind::BareMetalInstance << upwards;
    QTest::newRow("instances, last") << instances << RowKind::BareMetalInstance << downwards;
    QTest::newRow("private only, first") << privateOnly << RowKind::BareMetal << upwards;
    QTest::newRow("private only, last") << privateOnly << RowKind::BareMetal << downwards;
}

/// A pool that counts nobody is asked because it has an allocation, and one list of it has somebody: what
/// other pools count of that list says nothing either. One call for each of them, of that list alone.
void TestCountsOfNone::aListThatBeliesItsCountDoubtsTheOthers()
{
    QFETCH(QByteArray, method);
    QFETCH(RowKind, kind);
    QFETCH(QList<qint64>, order);
    QJsonObject first = poolCounting(CountedPool::id, 0);
    first[u"totalBandwidthAllocated"_s] = 250;
    CountedPool pool(
        {first, poolCounting(CountedPool::otherId, 0)}, [&method](const ScriptedServer::Request &request) {
            const qint64 server = request.path().contains("/309/") ? 5 : 6;
            return listOf(request.path().endsWith(method) ? QList<qint64>{server} : QList<qint64>());
        });
    for (const qint64 poolId : order)
        QVERIFY(pool.load(poolId));
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 5 + 1);
    QVERIFY(pool.store.table().find({kind, 5}));
    QVERIFY(pool.store.table().find({kind, 6}));
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::id), 1);
    QCOMPARE(pool.count(PoolColumn::Devices, CountedPool::otherId), 1);
    QCOMPARE(pool.lists.settledParents(), 2);
}

void TestCountsOfNone::aListThatIsAsLongAsItsCountDoubtsNone()
{
    CountedPool pool({poolCounting(CountedPool::id, 1), poolCounting(CountedPool::otherId, 0)},
                     [](const ScriptedServer::Request &) { return listOf({5}); });
    QVERIFY(pool.load(CountedPool::id));
    QVERIFY(pool.load(CountedPool::otherId));
    pool.lists.setAllAsked();
    QVERIFY(untilMembersAreDone(pool.loader));
    QCOMPARE(pool.server.requests().size(), 1);
}

void TestCountsOfNone::moreThanItsRowsHaveDoubtsWhatAPoolCounts_data()
{
    QTest::addColumn<QJsonObject>("more"); // of what the pool says beside its counts
    QTest::addColumn<bool>("isAnyWanted"); // of what members have a share of
    QTest::addColumn<int>("lists");        // that are asked
    const auto has = [](double allocation, const QString &out) {
        return QJsonObject{{u"totalBandwidthAllocated"_s, allocation},
                           {u"outboundPublicBandwidthUsage"_s, out}};
    };
    QTest::newRow("what its rows have") << has(501, u"4000"_s) << true << 1;
    QTest::newRow("a whole number") << has(502, u"4000"_s) << true << 1;
    QTest::newRow("more allocation") << has(751, u"4000"_s) << true << 5;
    QTest::newRow("traffic that went on meanwhile") << has(501, u"4003.5"_s) << true << 1;
    QTest::newRow("more traffic") << has(501, u"4005"_s) << true << 5;
    QTest::newRow("less than its rows have") << has(250, u"1"_s) << true << 1;
    QTest::newRow("nobody asked what its rows have") << has(751, u"4005"_s) << false << 1;
    QJsonObject hidden = has(751, u"4005"_s);
    hidden[u"virtualGuestCount"_s] = 3; // one of them is not in the list
    QTest::newRow("devices that are not visible") << hidden << true << 1;
    QJsonObject controller = has(751, u"4005"_s);
    controller[u"applicationDeliveryControllerCount"_s] = 1;
    QTest::newRow("a controller, of which nobody knows") << controller << true << 2;
}

/// A pool counts its guests rightly, and no hardware although some is there: its lists are asked if it has
/// what nobody of those has that it counts, a call each.
void TestCountsOfNone::moreThanItsRowsHaveDoubtsWhatAPoolCounts()
{
    QFETCH(QJsonObject, more);
    QFETCH(bool, isAnyWanted);
    QFETCH(int, lists);
    QJsonObject row = poolCounting(CountedPool::id, 0);
    row[u"virtualGuestCount"_s] = 2;
    row[u"activeDetailCount"_s] = 2;
    for (auto property = more.constBegin(); property != more.constEnd(); ++property)
        row[property.key()] = property.value();
    const auto with = [](const QByteArray &id, const QByteArray &allocation) -> QByteArray {
        return R"({"fullyQualifiedDomainName":"a.example.com","outboundPublicBandwidthUsage":"2000","id":)" +
               id + R"(,"bandwidthAllotmentDetail":{"id":1,"allocation":{"id":1,"amount":")" + allocation +
               R"("}}})";
    };
    CountedPool pool({row}, [&with](const ScriptedServer::Request &request) {
        const QByteArray path = request.path();
        QByteArrayList rows;
        if (path.contains("getVirtualGuests"))
            rows = {with("5", "250.4"), with("6", "250.6")};
        else if (path.contains("getHardware"))
            rows = {with("7", "250")};
        else if (path.contains("Controllers"))
            rows = {R"({"id":8,"name":"adc"})"};
        ScriptedServer::Answer answer = ScriptedServer::json('[' + rows.join(',') + ']');
        answer.headers.append({"SoftLayer-Total-Items", QByteArray::number(rows.size())});
        return answer;
    });
    if (isAnyWanted) {
        pool.loader.setWanted(DemoLoad::columnsNamed(
            {MemberColumn::Fqdn, MemberColumn::AllocationGb, MemberColumn::OutPublicGb}));
    }
    QVERIFY(pool.loadAll());
    QCOMPARE(pool.server.requests().size(), lists);
    const bool areAllAsked = lists == 5;
    QCOMPARE(pool.store.table().find({RowKind::BareMetal, 7}).has_value(), areAllAsked);
    QCOMPARE(pool.count(PoolColumn::HardwareCount), areAllAsked ? 1 : 0);
    QVERIFY(pool.lists.isSettledOf(CountedPool::id));
    QCOMPARE(pool.lists.settledParents(), 1);

    pool.loader.retry(RetryScope::ofAll()); // nobody asks in vain for ever
    QVERIFY(untilMembersAreDone(pool.loader));
    const bool isOneHidden = more.contains(u"virtualGuestCount"_s);
    QCOMPARE(pool.server.requests().size(), lists + (isOneHidden ? 1 : 0));
}

/// Each list of which a pool counts somebody, and no other: what pools have is what their members have.
void TestCountsOfNone::aCalmAccountIsAskedForWhatItCounts()
{
    Members members(300, 40);
    QVERIFY(members.loadPools());
    qsizetype lists = 0;
    const InventoryTable &pools = members.load.pools.table();
    for (int row = 0; row < pools.rowCount(); ++row) {
        for (const ListBelow &list : poolmembersTable.nesting->lists)
            lists += pools.bits(row, list.countColumn) > 0 ? 1 : 0;
    }
    QVERIFY(lists > 40);
    QVERIFY(members.loadAll());
    QCOMPARE(members.load.calls(u"Allotment::get"_s).size(), lists);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestCountsOfNone)
#include "tst_countsofnone.moc"
