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

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestCountsOfNone)
#include "tst_countsofnone.moc"
