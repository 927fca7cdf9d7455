// SPDX-License-Identifier: GPL-3.0-or-later
#include "demoload.h"
#include "inventory/kinds.h"
#include "statelog.h"
#include "support/faultproxy.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using State = AccountLoader::State;
using States = StateLog::States;

namespace {

ColumnSet onlyColumn(ColumnIndex column)
{
    return ColumnSet().set(static_cast<std::size_t>(column));
}

Connection connectionWith(const QUrl &restBase, const QString &user, const QString &key)
{
    return {restBase, {Credentials::Scheme::Basic, user, key}, QNetworkProxy(QNetworkProxy::NoProxy)};
}

/// A loader of an account that is not, or not quite, the demo's.
struct ForeignLoad
{
    explicit ForeignLoad(Connection connection)
        : client(std::move(connection), DemoLoad::options(), clock)
        , store(serverCatalogue())
        , loader(client, store)
    {}

    QuickClock clock;
    ApiClient client;
    InventoryStore store;
    AccountLoader loader;
};

bool runToEnd(AccountLoader &loader)
{
    QSignalSpy finished(&loader, &AccountLoader::finished);
    loader.start();
    return finished.wait(DemoLoad::patience);
}

QSet<RowKey> keysOf(const InventoryTable &table)
{
    QSet<RowKey> keys;
    for (int row = 0; row < table.rowCount(); ++row)
        keys.insert(table.key(row));
    return keys;
}

QSet<RowKey> keysOf(const SimulatedAccount &account)
{
    QSet<RowKey> keys;
    for (int index = 0; index < account.hardwareCount(); ++index)
        keys.insert({RowKind::BareMetal, account.hardwareId(index)});
    for (int index = 0; index < account.guestCount(); ++index)
        keys.insert({RowKind::Virtual, account.guestId(index)});
    return keys;
}

} // namespace

class TestAccountLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void goesThroughItsStates_data();
    void goesThroughItsStates();
    void loadsOneKindIfToldSo();
    void denominatorsAreTrueFromTheFirstAnswer();
    void accountIsToldBeforeTheLists();
    void firstPagesDoNotWaitForTheCounts();
    void missingCountsCostTheDenominatorsOnly_data();
    void missingCountsCostTheDenominatorsOnly();
    void wrongKeyFailsAtOnce();
    void absentServerIsOffline();
    void serverThatGoesAwayLeavesTheRows();
    void stopKeepsWhatCame();
    void refreshMakesOldValuesStale();
    void refreshFollowsTheAccount_data();
    void refreshFollowsTheAccount();
    void fewerListedThanCounted_data();
    void fewerListedThanCounted();
    void moreColumnsAfterTheEnd();
    void retryAfterTheEnd();
    void failedRefreshKeepsWhatIsKnown();
    void resumeAsksForWhatIsMissing_data();
    void resumeAsksForWhatIsMissing();
    void retryAsksForListsToo_data();
    void retryAsksForListsToo();
    void resumeAfterAWrongKey();

private:
    static constexpr int servers = 300;

    static FaultPlan planOf(QList<Fault> faults)
    {
        FaultPlan plan;
        plan.faults = std::move(faults);
        plan.callsPerSecond = 0;
        return plan;
    }
    /// Every question for data centers stays without an answer.
    static FaultPlan withoutDetails()
    {
        return planOf({{Fault::Kind::Hang, {.mask = u"datacenter"_s}, 0, {}, {}}});
    }
};

void TestAccountLoader::goesThroughItsStates_data()
{
    QTest::addColumn<int>("size");
    QTest::newRow("servers") << servers;
    QTest::newRow("one server") << 1;
    QTest::newRow("empty account") << 0;
}

void TestAccountLoader::goesThroughItsStates()
{
    QFETCH(int, size);
    DemoLoad demo(size);
    StateLog log(*demo.loader);
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    QCOMPARE(demo.loader->state(), State::Idle);
    QVERIFY(!demo.loader->isRunning());

    const LoadOutcome outcome = demo.load();
    QCOMPARE(log.states, (States{State::Counting, State::Listing, State::Detailing, State::Finished}));
    QCOMPARE(finished.count(), 1);
    QVERIFY(!demo.loader->isRunning());
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(outcome.of(serversTable).complete, size);
    QCOMPARE(outcome.reasons(), QStringList());
    QCOMPARE(keysOf(demo.store->table()), keysOf(demo.server.account()));
    QVERIFY(demo.loader->asOf().isValid());
}

void TestAccountLoader::loadsOneKindIfToldSo()
{
    DemoLoad demo(servers);
    demo.loader->setKinds({RowKind::Virtual});
    QVERIFY(demo.load().isComplete());
    QCOMPARE(demo.store->table().rowCount(), demo.server.account().guestCount());
    QCOMPARE(demo.loader->progress().expectedRows, demo.server.account().guestCount());
    for (const LoggedCall &call : demo.server.log().calls())
        QVERIFY(call.method != u"getHardware");
}

void TestAccountLoader::denominatorsAreTrueFromTheFirstAnswer()
{
    DemoLoad demo(servers);
    QList<std::optional<qint64>> whileCounting;
    QList<std::optional<qint64>> later;
    const auto look = [&] {
        (demo.loader->state() == State::Counting ? whileCounting : later)
            .append(demo.loader->progress().expectedRows);
    };
    connect(demo.loader.get(), &AccountLoader::stateChanged, this, look);
    connect(demo.loader.get(), &AccountLoader::progressChanged, this, look);
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    QVERIFY(demo.load().isComplete());

    QVERIFY(!whileCounting.isEmpty());
    QCOMPARE(whileCounting.count(std::nullopt), whileCounting.size());
    QVERIFY(later.size() >= 3); // each state
    QCOMPARE(later.count(std::optional<qint64>(servers)), later.size());
    QCOMPARE(demo.loader->progress().listedRows, servers);
    QCOMPARE(demo.loader->progress().settledRows, servers);
    QCOMPARE(demo.loader->progress().callsInFlight, 0);
    QVERIFY(!demo.loader->progress().timeLeft);
}

void TestAccountLoader::accountIsToldBeforeTheLists()
{
    DemoLoad demo(servers);
    QSignalSpy arrived(demo.loader.get(), &AccountLoader::accountArrived);
    State stateThen = State::Idle;
    connect(demo.loader.get(), &AccountLoader::accountArrived, this,
            [&] { stateThen = demo.loader->state(); });
    QVERIFY(demo.load().isComplete());
    QCOMPARE(arrived.count(), 1);
    QCOMPARE(stateThen, State::Counting);
    const auto account = arrived.first().first().value<AccountSummary>();
    const QJsonObject truth = demo.server.account().account();
    QCOMPARE(account.id, truth["id"_L1].toInteger());
    QCOMPARE(account.companyName, truth["companyName"_L1].toString());
    QCOMPARE(account.count(RowKind::BareMetal), demo.server.account().hardwareCount());
    QCOMPARE(account.count(RowKind::Virtual), demo.server.account().guestCount());
    QCOMPARE(demo.loader->account()->companyName, account.companyName);
}

/// Of an account that was loaded before; the first time nobody knows yet whether the key is good.
void TestAccountLoader::firstPagesDoNotWaitForTheCounts()
{
    ScriptedServer server;
    server.setScript([](const ScriptedServer::Request &request) {
        return request.path().contains("getObject")
                   ? ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold)
                   : ScriptedServer::json("[]");
    });
    const ScriptedServer::Answer counts =
        ScriptedServer::json(R"({"id":7,"companyName":"Example","hardwareCount":0,"virtualGuestCount":0})");
    ForeignLoad load(connectionWith(server.restBase(), u"user"_s, u"key"_s));
    QSignalSpy finished(&load.loader, &AccountLoader::finished);
    load.loader.start();
    QTRY_COMPARE(server.heldCount(), 1);
    QVERIFY(letItTurn());
    QCOMPARE(server.requests().size(), 1);
    QVERIFY(server.answerHeld(counts));
    QTRY_COMPARE(finished.count(), 1);
    QCOMPARE(server.requests().size(), 3);

    load.loader.start();
    QTRY_COMPARE(server.requests().size(), 6);
    QCOMPARE(load.loader.state(), State::Counting);
    QCOMPARE(server.heldCount(), 1);
    QVERIFY(server.answerHeld(counts));
    QTRY_COMPARE(finished.count(), 2);
    QCOMPARE(load.loader.state(), State::Finished);
    QCOMPARE(server.requests().size(), 6);
}

void TestAccountLoader::missingCountsCostTheDenominatorsOnly_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    QTest::addColumn<bool>("isAccountKnown");
    QTest::newRow("refused") << Fault::Kind::RefusedRelation << false;
    QTest::newRow("not a number") << Fault::Kind::WrongType << true;
}

void TestAccountLoader::missingCountsCostTheDenominatorsOnly()
{
    QFETCH(Fault::Kind, kind);
    QFETCH(bool, isAccountKnown);
    DemoLoad demo(servers);
    demo.server.setFaultPlan(
        planOf({{kind, {.method = u"Account::getObject"_s}, 0, u"hardwareCount"_s, {}}}));
    std::optional<qint64> expectedAtFirst = -1;
    connect(demo.loader.get(), &AccountLoader::stateChanged, this, [&](State state) {
        if (state == State::Listing)
            expectedAtFirst = demo.loader->progress().expectedRows;
    });

    const LoadOutcome outcome = demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(demo.loader->account().has_value(), isAccountKnown);
    if (isAccountKnown) {
        QVERIFY(!demo.loader->account()->count(RowKind::BareMetal));
        QCOMPARE(demo.loader->account()->count(RowKind::Virtual), demo.server.account().guestCount());
    }
    QVERIFY(!expectedAtFirst);
    QCOMPARE(demo.loader->progress().expectedRows, servers); // the lists said it themselves
    QCOMPARE(demo.store->table().rowCount(), servers);
}

void TestAccountLoader::wrongKeyFailsAtOnce()
{
    DemoLoad demo(servers);
    ForeignLoad load(connectionWith(demo.server.restUrl(), demo.server.userName(), u"not the key"_s));
    StateLog log(load.loader);
    QVERIFY(runToEnd(load.loader));
    QCOMPARE(log.states, (States{State::Counting, State::Failed}));
    const LoadOutcome outcome = load.loader.outcome();
    QVERIFY(outcome.fatal);
    QVERIFY(outcome.fatal->kind == ApiError::Kind::Unauthorized);
    QVERIFY(!outcome.isComplete());
    QVERIFY(!outcome.wasStopped);
    QCOMPARE(outcome.reasons(), QStringList{outcome.fatal->message});
    QCOMPARE(demo.server.log().calls().size(), 1); // more of them might lock the account
}

void TestAccountLoader::absentServerIsOffline()
{
    QUrl nobody;
    {
        ScriptedServer server;
        nobody = server.restBase();
    }
    ForeignLoad load(connectionWith(nobody, u"user"_s, u"key"_s));
    load.loader.setEndsWhenBlocked(true);
    QVERIFY(runToEnd(load.loader));
    QVERIFY(load.loader.state() == State::Failed);
    QVERIFY(load.loader.outcome().fatal->kind == ApiError::Kind::Offline);
    QVERIFY(!load.loader.account());
}

void TestAccountLoader::serverThatGoesAwayLeavesTheRows()
{
    DemoLoad demo(servers);
    FaultProxy proxy(static_cast<quint16>(demo.server.restUrl().port()));
    demo.connectTo(proxy.restBase());
    demo.loader->setEndsWhenBlocked(true);
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Hostname));
    QVERIFY(demo.load().isComplete());

    proxy.setPlan([] { return FaultProxy::Fault::Drop; });
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(demo.loader->state(), State::Failed);
    const LoadOutcome outcome = demo.loader->outcome();
    QVERIFY(outcome.fatal->kind == ApiError::Kind::Offline);
    QCOMPARE(demo.store->table().rowCount(), servers);
    QCOMPARE(rowsIn(demo.store->table(), CellState::Loading, ServerColumn::Datacenter), QList<int>());
    QCOMPARE(rowsIn(demo.store->table(), CellState::Value, ServerColumn::Fqdn).size(), servers);
}

void TestAccountLoader::stopKeepsWhatCame()
{
    DemoLoad demo(servers, withoutDetails());
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    StateLog log(*demo.loader);
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->start();
    QTRY_COMPARE_WITH_TIMEOUT(demo.loader->state(), State::Detailing, DemoLoad::patience);
    QTRY_VERIFY(!rowsIn(demo.store->table(), CellState::Loading, ServerColumn::Datacenter).isEmpty());

    demo.loader->stop();
    QCOMPARE(log.states, (States{State::Counting, State::Listing, State::Detailing, State::Stopped}));
    QCOMPARE(finished.count(), 1);
    const LoadOutcome outcome = demo.loader->outcome();
    QVERIFY(outcome.wasStopped);
    QVERIFY(!outcome.isComplete());
    QVERIFY(!outcome.fatal);
    QCOMPARE(outcome.of(serversTable).partial, servers);
    QCOMPARE(outcome.reasons().first(), u"Loading was stopped."_s);
    QCOMPARE(demo.store->table().rowCount(), servers);
    QCOMPARE(rowsIn(demo.store->table(), CellState::NotAsked, ServerColumn::Datacenter).size(), servers);
    demo.loader->stop(); // once more changes nothing
    QCOMPARE(finished.count(), 1);

    demo.server.setFaultPlan(planOf({}));
    const LoadOutcome again = demo.load();
    QVERIFY2(again.isComplete(), qPrintable(again.reasons().join(u'\n')));
    QVERIFY(!again.wasStopped);
}

void TestAccountLoader::refreshMakesOldValuesStale()
{
    DemoLoad demo(servers);
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    QVERIFY(demo.load().isComplete());
    const InventoryTable before = demo.store->table();

    demo.loader->start();
    const InventoryTable &table = demo.store->table();
    QCOMPARE(rowsIn(table, CellState::Stale, ServerColumn::Datacenter).size(), servers);
    for (int row = 0; row < servers; ++row)
        QCOMPARE(table.value(row, ServerColumn::Datacenter), before.value(row, ServerColumn::Datacenter));

    const LoadOutcome outcome = demo.load(); // starts over
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(rowsIn(table, CellState::Value, ServerColumn::Datacenter).size(), servers);
    QCOMPARE(table.rowCount(), servers);
}

void TestAccountLoader::refreshFollowsTheAccount_data()
{
    QTest::addColumn<int>("before");
    QTest::addColumn<int>("now");
    QTest::newRow("servers came") << 100 << 140;
    QTest::newRow("servers went") << 140 << 100;
    QTest::newRow("all went") << 20 << 0;
}

void TestAccountLoader::refreshFollowsTheAccount()
{
    QFETCH(int, before);
    QFETCH(int, now);
    DemoLoad old(before);
    QVERIFY(old.load().isComplete());
    QCOMPARE(old.store->table().rowCount(), before);

    DemoLoad changed(now); // the account as it is today
    AccountLoader loader(*changed.client, *old.store);
    loader.setWantedColumns(onlyColumn(ServerColumn::Fqdn));
    QVERIFY(runToEnd(loader));
    QVERIFY2(loader.outcome().isComplete(), qPrintable(loader.outcome().reasons().join(u'\n')));
    QCOMPARE(keysOf(old.store->table()), keysOf(changed.server.account()));
    QCOMPARE(rowsIn(old.store->table(), CellState::Value, ServerColumn::Fqdn).size(), now);
}

void TestAccountLoader::fewerListedThanCounted_data()
{
    QTest::addColumn<int>("countAtFirst");
    QTest::addColumn<int>("countAfterwards");
    QTest::addColumn<QStringList>("reasons");
    QTest::newRow("all are listed") << 4 << 4 << QStringList();
    QTest::newRow("one is not") << 5 << 5 << QStringList{u"4 of 5 virtual servers were listed."_s};
    QTest::newRow("one went meanwhile") << 5 << 4 << QStringList();
}

void TestAccountLoader::fewerListedThanCounted()
{
    QFETCH(int, countAtFirst);
    QFETCH(int, countAfterwards);
    QFETCH(QStringList, reasons);
    int timesCounted = 0;
    ScriptedServer server;
    server.setScript([&](const ScriptedServer::Request &request) {
        if (request.path().contains("getObject")) {
            const int count = timesCounted++ == 0 ? countAtFirst : countAfterwards;
            const QJsonObject account{{u"id"_s, 1}, {u"hardwareCount"_s, 0}, {u"virtualGuestCount"_s, count}};
            return ScriptedServer::json(QJsonDocument(account).toJson());
        }
        QJsonArray rows;
        for (int id = 1; id <= 4 && request.path().contains("getVirtualGuests"); ++id)
            rows.append(QJsonObject{{u"id"_s, id}, {u"hostname"_s, u"host"_s}});
        ScriptedServer::Answer answer = ScriptedServer::json(QJsonDocument(rows).toJson());
        answer.headers.append({"SoftLayer-Total-Items", QByteArray::number(rows.size())});
        return answer;
    });
    ForeignLoad load(connectionWith(server.restBase(), u"user"_s, u"key"_s));
    load.loader.setWantedColumns(onlyColumn(ServerColumn::Hostname));
    QVERIFY(runToEnd(load.loader));

    QCOMPARE(load.loader.state(), State::Finished);
    const LoadOutcome outcome = load.loader.outcome();
    QCOMPARE(outcome.reasons(), reasons);
    QCOMPARE(outcome.isComplete(), reasons.isEmpty());
    QCOMPARE(outcome.of(serversTable).complete, 4);
    QCOMPARE(load.loader.progress().expectedRows, countAfterwards);
}

void TestAccountLoader::moreColumnsAfterTheEnd()
{
    DemoLoad demo(servers);
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Hostname));
    QVERIFY(demo.load().isComplete());
    QCOMPARE(rowsIn(demo.store->table(), CellState::NotAsked, ServerColumn::Datacenter).size(), servers);

    demo.server.log().clear();
    StateLog log(*demo.loader);
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    QCOMPARE(demo.loader->state(), State::Detailing);
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(log.states, (States{State::Detailing, State::Finished}));
    QVERIFY(demo.loader->outcome().isComplete());
    QCOMPARE(rowsIn(demo.store->table(), CellState::Value, ServerColumn::Datacenter).size(), servers);
    for (const LoggedCall &call : demo.server.log().calls())
        QVERIFY(call.mask.contains(u"datacenter") && call.filter.contains(u"\"in\""));

    // Fewer ones, or what is known already, cost nothing.
    demo.server.log().clear();
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Fqdn));
    QCOMPARE(demo.loader->state(), State::Finished);
    QCOMPARE(demo.server.log().calls().size(), 0);
}

void TestAccountLoader::retryAfterTheEnd()
{
    DemoLoad demo(servers, planOf({{Fault::Kind::RefusedRelation, {}, 0, u"datacenter"_s, {}}}));
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    QCOMPARE(demo.load().of(serversTable).refused, servers);
    QCOMPARE(demo.loader->state(), State::Finished);

    demo.server.setFaultPlan(planOf({}));
    StateLog log(*demo.loader);
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->retry();
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(log.states, (States{State::Detailing, State::Finished}));
    QVERIFY(demo.loader->outcome().isComplete());
}

void TestAccountLoader::failedRefreshKeepsWhatIsKnown()
{
    DemoLoad demo(servers);
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    QVERIFY(demo.load().isComplete());
    const InventoryTable before = demo.store->table();
    const QDateTime asOf = demo.loader->asOf();

    demo.server.setFaultPlan(planOf({{Fault::Kind::InternalError, {.mask = u"datacenter"_s}, 0, {}, {}}}));
    const LoadOutcome outcome = demo.load();
    QCOMPARE(outcome.of(serversTable).failed, servers); // said, in the file too
    const InventoryTable &table = demo.store->table();
    QCOMPARE(table.rowCount(), servers);
    for (int row = 0; row < servers; ++row) {
        QCOMPARE(table.cellState(row, ServerColumn::Datacenter), CellState::Stale);
        QCOMPARE(table.value(row, ServerColumn::Datacenter), before.value(row, ServerColumn::Datacenter));
        QVERIFY(table.failure(row, ServerGroup::Datacenter) != nullptr);
        QVERIFY(table.loadTime(row, ServerGroup::Datacenter) >= asOf);
        QVERIFY(table.loadTime(row, ServerGroup::Datacenter) <
                table.loadTime(row, ServerGroup::Identity).addMSecs(1));
    }

    demo.server.setFaultPlan(planOf({}));
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->retry();
    QVERIFY(finished.wait(DemoLoad::patience));
    QVERIFY(demo.loader->outcome().isComplete());
    QCOMPARE(rowsIn(table, CellState::Value, ServerColumn::Datacenter).size(), servers);
}

void TestAccountLoader::resumeAsksForWhatIsMissing_data()
{
    QTest::addColumn<QString>("method"); // that hangs
    QTest::addColumn<QString>("mask");
    QTest::addColumn<int>("lists");
    QTest::newRow("counts") << u"getObject"_s << u"hardwareCount"_s << 2;
    QTest::newRow("a list") << u"getVirtualGuests"_s << QString() << 3;
    QTest::newRow("both lists") << u"SoftLayer_Account::get"_s << u"hostname"_s << 4;
    QTest::newRow("details") << QString() << u"datacenter"_s << 2;
}

void TestAccountLoader::resumeAsksForWhatIsMissing()
{
    QFETCH(QString, method);
    QFETCH(QString, mask);
    QFETCH(int, lists);
    DemoLoad demo(servers, planOf({{Fault::Kind::Hang, {.method = method, .mask = mask}, 0, {}, {}}}));
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    demo.loader->start();
    const auto hasCome = [&demo, &method, &mask] {
        const QList<LoggedCall> calls = demo.server.log().calls();
        return std::any_of(calls.cbegin(), calls.cend(), [&](const LoggedCall &call) {
            return call.status == 0 && call.mask.contains(mask) &&
                   QString(call.service + u"::" + call.method).contains(method);
        });
    };
    const auto isFarEnough = [&] { // what else is under way would be cut, too
        const bool isOtherListOver = method != "getVirtualGuests"_L1 ||
                                     demo.store->table().rowCount() == demo.server.account().hardwareCount();
        const bool areListsOver = !method.isEmpty() || demo.loader->state() == State::Detailing;
        return hasCome() && demo.client->scheduler().inFlight() > 0 && isOtherListOver && areListsOver;
    };
    QTRY_VERIFY_WITH_TIMEOUT(isFarEnough(), DemoLoad::patience);
    demo.loader->stop();
    QCOMPARE(demo.loader->state(), State::Stopped);
    const QSet<RowKey> listed = keysOf(demo.store->table());

    demo.server.setFaultPlan(planOf({}));
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->resume();
    QVERIFY(demo.loader->isRunning());
    QVERIFY((listed - keysOf(demo.store->table())).isEmpty()); // nothing is dropped
    demo.loader->resume();                                     // it does already
    QVERIFY(finished.wait(DemoLoad::patience));
    QCOMPARE(demo.loader->state(), State::Finished);
    const LoadOutcome outcome = demo.loader->outcome();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(keysOf(demo.store->table()), keysOf(demo.server.account()));
    QCOMPARE(finished.count(), 1);

    int listCalls = 0;
    for (const LoggedCall &call : demo.server.log().calls())
        listCalls += call.mask.contains(u"hostname"_s) ? 1 : 0;
    if (method != "getObject"_L1)
        QVERIFY2(listCalls <= lists, qPrintable(QString::number(listCalls)));
    demo.server.log().clear();
    demo.loader->resume(); // nothing is missing
    QVERIFY(finished.count() == 2 || finished.wait(DemoLoad::patience));
    QCOMPARE(demo.server.log().calls().size(), 0);
}

void TestAccountLoader::retryAsksForListsToo_data()
{
    QTest::addColumn<bool>("onlyLists");
    QTest::newRow("all") << false;
    QTest::newRow("only lists") << true;
}

void TestAccountLoader::retryAsksForListsToo()
{
    QFETCH(bool, onlyLists);
    DemoLoad demo(servers, planOf({{Fault::Kind::NotFound, {.method = u"getVirtualGuests"_s}, 0, {}, {}},
                                   {Fault::Kind::RefusedRelation,
                                    {.method = u"getVirtualGuests"_s, .mask = u"hostname"_s},
                                    0,
                                    u"hostname"_s,
                                    {}}}));
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    QVERIFY(!demo.load().isComplete());
    QCOMPARE(demo.store->table().rowCount(), demo.server.account().hardwareCount());

    demo.server.setFaultPlan(planOf({}));
    demo.server.log().clear();
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    if (onlyLists)
        demo.loader->retryLists();
    else
        demo.loader->retry();
    QVERIFY(demo.loader->isRunning());
    QVERIFY(finished.wait(DemoLoad::patience));
    const LoadOutcome outcome = demo.loader->outcome();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QCOMPARE(keysOf(demo.store->table()), keysOf(demo.server.account()));
    for (const LoggedCall &call : demo.server.log().calls())
        QCOMPARE(call.method, u"getVirtualGuests"_s); // the other list was whole
}

void TestAccountLoader::resumeAfterAWrongKey()
{
    DemoLoad demo(servers, planOf({{Fault::Kind::ExpiredToken,
                                    {.method = u"getVirtualGuests"_s, .mask = u"hostname"_s},
                                    0,
                                    {},
                                    {}}}));
    demo.loader->setWantedColumns(onlyColumn(ServerColumn::Datacenter));
    QVERIFY(demo.load().fatal);
    QCOMPARE(demo.loader->state(), State::Failed);
    demo.server.setFaultPlan(planOf({})); // it was renewed
    QSignalSpy finished(demo.loader.get(), &AccountLoader::finished);
    demo.loader->resume();
    QVERIFY(finished.wait(DemoLoad::patience));
    QVERIFY(!demo.loader->outcome().fatal);
    QVERIFY(demo.loader->outcome().isComplete());
    QCOMPARE(keysOf(demo.store->table()), keysOf(demo.server.account()));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestAccountLoader)
#include "tst_accountloader.moc"
