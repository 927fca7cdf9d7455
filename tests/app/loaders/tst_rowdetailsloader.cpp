// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/rowdetailsloader.h"

#include "app/inventory/tablebuilder.h"
#include "demo/simulatedserver.h"
#include "quickclock.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QNetworkProxy>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>
#include <numeric>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

using Ids = QList<qint64>;

QList<int> rowsFrom(int first, int count)
{
    QList<int> rows(count);
    std::iota(rows.begin(), rows.end(), first);
    return rows;
}

/// The ids of a filter that names ids; none of another.
Ids idsOfFilter(const QByteArray &filter)
{
    const QJsonObject root = QJsonDocument::fromJson(filter).object();
    const QJsonObject relation = root.isEmpty() ? QJsonObject() : root.begin()->toObject();
    const QJsonObject option = relation["id"_L1]["options"_L1].toArray().first().toObject();
    Ids ids;
    for (const QJsonValue &id : option["value"_L1].toArray())
        ids.append(id.toInteger());
    return ids;
}

/// The rows that a call was about.
Ids idsOf(const LoggedCall &call)
{
    return call.method == u"getObject" ? Ids{call.id.toLongLong()} : idsOfFilter(call.filter.toUtf8());
}

Ids idsOf(const QList<LoggedCall> &calls)
{
    Ids ids;
    for (const LoggedCall &call : calls)
        ids += idsOf(call);
    return ids;
}

/// The second stage over rows that stand already.
struct Details
{
    static constexpr int patience = 60'000; // ms; sanitizers are slow

    Details(const QUrl &restBase, Credentials credentials, int maxCalls)
        : client(Connection{restBase, std::move(credentials), QNetworkProxy(QNetworkProxy::NoProxy)},
                 options(maxCalls), clock)
        , store(serverCatalogue())
        , stages(client, store)
    {
        store.beginLoad();
    }
    Details(const SimulatedServer &server, int maxCalls)
        : Details(server.restUrl(), {Credentials::Scheme::Basic, server.userName(), server.apiKey()},
                  maxCalls)
    {}

    void list(RowKind kind, const Ids &ids)
    {
        QList<RowPatch> patches;
        for (const qint64 id : ids)
            patches.append(makePatch(kind, id, {}));
        store.listRows(patches);
        stages.wake();
    }
    void listGuests(const SimulatedAccount &account, int count)
    {
        Ids ids;
        for (int index = 0; index < count; ++index)
            ids.append(account.guestId(index));
        list(RowKind::Virtual, ids);
    }

    /// False: it does not come to an end.
    [[nodiscard]] bool untilDone()
    {
        QSignalSpy done(&stages, &RowDetailsLoader::done);
        return done.wait(patience) && stages.isDone();
    }

    [[nodiscard]] Ids idsOfRows(const QList<int> &rows) const
    {
        Ids ids;
        for (const int row : rows)
            ids.append(store.table().key(row).id);
        return ids;
    }
    [[nodiscard]] QList<int> rowsIn(CellState state, int group) const
    {
        QList<int> rows;
        for (int row = 0; row < store.table().rowCount(); ++row) {
            if (store.table().groupState(row, group) == state)
                rows.append(row);
        }
        return rows;
    }

    static ApiClient::Options options(int maxCalls)
    {
        ApiClient::Options options;
        options.limits = {maxCalls, maxCalls, 100'000};
        options.connectTimeout = std::chrono::minutes(5);
        options.transferTimeout = std::chrono::minutes(20);
        options.asksBeside = false; // a slow machine is no lost answer
        return options;
    }

    QuickClock clock;
    ApiClient client;
    InventoryStore store;
    RowDetailsLoader stages;
};

} // namespace

class TestRowDetailsLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void screenFirstThenNearItThenTheView();
    void newOrderChangesOnlyWhatWaits();
    void heldSweepLeavesTheRestAlone();
    void healthyLoadAsksEachRowOnce();
    void ignoredFilterIsFoundOut();
    void refusedRowCostsItself();
    void unknownRowIsGone();
    void lostSightOfAKindCostsFewQuestions_data();
    void lostSightOfAKindCostsFewQuestions();
    void refusedRelationCostsItsGroup();
    void stopGivesCellsBack();
    void grownWishesAskForTheNewGroupsOnly();
    void droppedWishesAreNotAskedFor();
    void retryAsksForWhatIsLackingOnly();
    void wrongKeyBlocks();

private:
    static constexpr int servers = 400;
    static constexpr int guests = 200; // about 55 % of the servers are guests
    static constexpr int fewGuests = 60;

    [[nodiscard]] static std::unique_ptr<SimulatedServer> serverWith(QList<Fault> faults = {})
    {
        auto server = std::make_unique<SimulatedServer>(servers, LatencyModel(), planOf(std::move(faults)));
        if (!server->start())
            qFatal("the demo account's server has no port");
        return server;
    }
    [[nodiscard]] static FaultPlan planOf(QList<Fault> faults)
    {
        FaultPlan plan;
        plan.faults = std::move(faults);
        plan.callsPerSecond = 0;
        return plan;
    }
    /// What a server that knows everything answers to a question for data centers.
    [[nodiscard]] static ScriptedServer::Answer answerTo(const ScriptedServer::Request &request)
    {
        QJsonArray rows;
        for (const qint64 id : idsOfFilter(request.query("objectFilter")))
            rows.append(QJsonObject{{u"id"_s, id}, {u"datacenter"_s, QJsonObject{{u"name"_s, u"dal13"_s}}}});
        return ScriptedServer::json(QJsonDocument(rows).toJson(QJsonDocument::Compact));
    }
    [[nodiscard]] static ScriptedServer::Answer hold(const ScriptedServer::Request &)
    {
        return ScriptedServer::fault(ScriptedServer::Answer::Fault::Hold);
    }
    [[nodiscard]] static QString trueDatacenter(const SimulatedAccount &account, int guest)
    {
        return account.guestValue(guest, u"datacenter"_s)["name"_L1].toString();
    }

    const GroupSet m_datacenter = groupSet(ServerGroup::Datacenter);
    const Credentials m_anyone{Credentials::Scheme::Basic, u"user"_s, u"key"_s};
};

void TestRowDetailsLoader::screenFirstThenNearItThenTheView()
{
    const auto server = serverWith();
    Details details(*server, 1);
    details.stages.setWanted(m_datacenter);
    details.listGuests(server->account(), guests);

    ViewOrder order;
    order.visible = rowsFrom(100, 30);
    order.nearby = rowsFrom(130, 20) + rowsFrom(80, 20);
    for (int row = 189; row >= 20; --row)
        order.all.append(row);
    details.stages.setViewOrder(order);
    details.stages.start();
    QVERIFY(details.untilDone());

    QList<int> expected = order.visible + order.nearby;
    for (const int row : order.all + rowsFrom(0, guests)) {
        if (!expected.contains(row))
            expected.append(row);
    }
    const QList<LoggedCall> calls = server->log().calls();
    QCOMPARE(idsOf(calls), details.idsOfRows(expected));
    QVERIFY(idsOf(calls.first()).size() < order.visible.size()); // a person waits for the first of them
    QCOMPARE(server->log().maxConcurrent(), 1);
}

void TestRowDetailsLoader::newOrderChangesOnlyWhatWaits()
{
    ScriptedServer server;
    server.setScript(hold);
    Details details(server.restBase(), m_anyone, 2);
    details.stages.setWanted(m_datacenter);
    Ids ids(guests);
    std::iota(ids.begin(), ids.end(), 1000);
    details.list(RowKind::Virtual, ids);
    details.stages.setViewOrder({rowsFrom(0, 10), {}, rowsFrom(0, guests)});
    details.stages.start();
    QTRY_COMPARE(server.heldCount(), 2);

    const QList<int> inFlight = details.rowsIn(CellState::Loading, ServerGroup::Datacenter);
    details.stages.setViewOrder({rowsFrom(150, 10), {}, rowsFrom(0, guests)});
    QCOMPARE(details.rowsIn(CellState::Loading, ServerGroup::Datacenter), inFlight);

    QVERIFY(server.answerHeld(answerTo(server.requests().first())));
    QTRY_COMPARE(server.requests().size(), 3);
    QCOMPARE(idsOfFilter(server.requests().last().query("objectFilter")),
             details.idsOfRows(rowsFrom(150, 10)));
    QCOMPARE(server.heldCount(), 2); // the other one of the old order, too

    // All of it is answered in the end, and nothing was asked for twice.
    server.setScript(answerTo);
    while (server.heldCount() > 0)
        QVERIFY(server.answerHeld(answerTo(server.requests().at(3 - server.heldCount()))));
    QVERIFY(details.untilDone());
    Ids asked;
    for (const ScriptedServer::Request &request : server.requests())
        asked += idsOfFilter(request.query("objectFilter"));
    std::sort(asked.begin(), asked.end());
    QCOMPARE(asked, ids);
    QCOMPARE(details.rowsIn(CellState::Value, ServerGroup::Datacenter), rowsFrom(0, guests));
}

void TestRowDetailsLoader::heldSweepLeavesTheRestAlone()
{
    const auto server = serverWith();
    Details details(*server, 8); // room for the sweep, if it were not held
    details.stages.setWanted(m_datacenter);
    details.listGuests(server->account(), guests);
    details.stages.setViewOrder({rowsFrom(50, 10), rowsFrom(60, 10), rowsFrom(0, guests)});
    details.stages.setSweepHeld(true);
    details.stages.start();
    QTRY_COMPARE(details.stages.settledRows(), 20);
    QCOMPARE(idsOf(server->log().calls()), details.idsOfRows(rowsFrom(50, 20)));
    QVERIFY(!details.stages.isDone());

    details.stages.setSweepHeld(false);
    QVERIFY(details.untilDone());
    QCOMPARE(details.stages.settledRows(), guests);
}

void TestRowDetailsLoader::healthyLoadAsksEachRowOnce()
{
    const auto server = serverWith();
    const SimulatedAccount &account = server->account();
    Details details(*server, 30);
    details.stages.setWanted(groupSet(ServerGroup::Datacenter, ServerGroup::Vlans, ServerGroup::Tags));
    QSignalSpy progressed(&details.stages, &RowDetailsLoader::progressed);
    details.stages.start();
    Ids hardwareIds;
    for (int index = 0; index < account.hardwareCount(); ++index)
        hardwareIds.append(account.hardwareId(index));
    details.list(RowKind::BareMetal, hardwareIds); // rows come while it runs
    details.listGuests(account, account.guestCount());
    QVERIFY(details.untilDone());

    Ids asked;
    for (const LoggedCall &call : server->log().calls()) {
        QVERIFY(call.method != u"getObject");
        for (const qint64 id : idsOf(call))
            asked.append(call.method == u"getHardware" ? -id : id); // the kinds share some ids
    }
    QCOMPARE(asked.size(), servers);
    QCOMPARE(QSet<qint64>(asked.cbegin(), asked.cend()).size(), servers);
    QCOMPARE(details.stages.settledRows(), servers);
    QCOMPARE(progressed.count(), server->log().calls().size());
    for (const int group : {ServerGroup::Datacenter, ServerGroup::Vlans, ServerGroup::Tags})
        QCOMPARE(details.rowsIn(CellState::Value, group), rowsFrom(0, servers));
}

void TestRowDetailsLoader::ignoredFilterIsFoundOut()
{
    const auto server = serverWith({{Fault::Kind::FilterIgnored, {}, 0, {}, {}}});
    Details details(*server, 1);
    details.stages.setWanted(m_datacenter);
    details.listGuests(server->account(), guests);
    details.stages.start();
    QVERIFY(details.untilDone());

    // Another batch may have been on its way while the first answer was read, but none follows.
    const QList<LoggedCall> calls = server->log().calls();
    const auto isSingle = [](const LoggedCall &call) { return call.method == u"getObject"; };
    const auto firstSingle = std::find_if(calls.cbegin(), calls.cend(), isSingle);
    QVERIFY(firstSingle != calls.cend());
    QVERIFY(std::all_of(firstSingle, calls.cend(), isSingle));
    const Ids singles = idsOf(QList<LoggedCall>(firstSingle, calls.cend()));
    QCOMPARE(QSet<qint64>(singles.cbegin(), singles.cend()).size(), singles.size());
    QCOMPARE(details.store.table().rowCount(), guests); // strangers stay out
    for (int row = 0; row < guests; ++row)
        QCOMPARE(details.store.table().text(row, ServerColumn::Datacenter),
                 trueDatacenter(server->account(), row));
}

void TestRowDetailsLoader::refusedRowCostsItself()
{
    constexpr int refused = 17;
    const auto server =
        serverWith({{Fault::Kind::NotFound, {}, 0, {}, {SimulatedAccount(servers).guestId(refused)}}});
    Details details(*server, 2);
    details.stages.setWanted(groupSet(ServerGroup::Datacenter, ServerGroup::Tags));
    details.listGuests(server->account(), fewGuests);
    details.stages.start();
    QVERIFY(details.untilDone());

    const InventoryTable &table = details.store.table();
    for (const int group : {ServerGroup::Datacenter, ServerGroup::Tags}) {
        QCOMPARE(details.rowsIn(CellState::Refused, group), QList<int>{refused});
        QCOMPARE(details.rowsIn(CellState::Value, group).size(), fewGuests - 1);
        QVERIFY(table.failure(refused, group)->kind == ApiError::Kind::NotFound);
    }
    QVERIFY(!table.isGone(refused)); // a 404 may be a missing permission
    for (int row = 0; row < fewGuests; ++row)
        QCOMPARE(table.text(row, ServerColumn::Datacenter),
                 row == refused ? QString() : trueDatacenter(server->account(), row));
    QCOMPARE(details.stages.settledRows(), fewGuests);
}

void TestRowDetailsLoader::unknownRowIsGone()
{
    const auto server = serverWith();
    Details details(*server, 2);
    details.stages.setWanted(m_datacenter);
    details.listGuests(server->account(), fewGuests);
    details.list(RowKind::Virtual, {7}); // listed, and deleted since
    details.stages.start();
    QVERIFY(details.untilDone());

    QVERIFY(details.store.table().isGone(fewGuests));
    QCOMPARE(details.rowsIn(CellState::Value, ServerGroup::Datacenter), rowsFrom(0, fewGuests));
    QCOMPARE(details.stages.settledRows(), fewGuests + 1);
    QCOMPARE(idsOf(server->log().calls()).count(7), 2); // in its batch and by itself
}

void TestRowDetailsLoader::lostSightOfAKindCostsFewQuestions_data()
{
    QTest::addColumn<int>("statusCode");
    QTest::addColumn<QByteArray>("body");
    QTest::addColumn<CellState>("state");
    QTest::newRow("unknown") << 404
                             << QByteArray(R"({"error":"Unable to find object.",)"
                                           R"("code":"SoftLayer_Exception_ObjectNotFound"})")
                             << CellState::Gone;
    QTest::newRow("nothing") << 200 << QByteArray("null") << CellState::Failed;
    QTest::newRow("no object") << 200 << QByteArray("{}") << CellState::Failed;
    QTest::newRow("another object") << 200 << QByteArray(R"({"id":7})") << CellState::Failed;
}

/// Batches come empty, and so does each row by itself: after a few of these the batches are believed.
void TestRowDetailsLoader::lostSightOfAKindCostsFewQuestions()
{
    QFETCH(int, statusCode);
    QFETCH(QByteArray, body);
    QFETCH(CellState, state);
    constexpr int lostRows = 1000;
    ScriptedServer server;
    server.setScript([&](const ScriptedServer::Request &request) {
        return request.path().contains("getObject")
                   ? ScriptedServer::Answer{statusCode, body, {}, ScriptedServer::Answer::Fault::None}
                   : ScriptedServer::json("[]");
    });
    Details details(server.restBase(), {Credentials::Scheme::Basic, u"user"_s, u"key"_s}, 8);
    details.stages.setWanted(m_datacenter | groupSet(ServerGroup::Tags, ServerGroup::Fee));
    Ids ids(lostRows);
    std::iota(ids.begin(), ids.end(), 1000);
    details.list(RowKind::Virtual, ids);
    details.stages.start();
    QVERIFY(details.untilDone());

    QCOMPARE(details.rowsIn(state, ServerGroup::Datacenter).size(), lostRows);
    QCOMPARE(details.stages.settledRows(), lostRows);
    const qsizetype calls = server.requests().size();
    QVERIFY2(calls <= 120, qPrintable(QString::number(calls)));
}

void TestRowDetailsLoader::refusedRelationCostsItsGroup()
{
    const auto server = serverWith({{Fault::Kind::RefusedRelation, {}, 0, u"networkVlans"_s, {}}});
    Details details(*server, 2);
    details.stages.setWanted(groupSet(ServerGroup::Datacenter, ServerGroup::Vlans));
    details.listGuests(server->account(), fewGuests);
    details.stages.start();
    QVERIFY(details.untilDone());

    QCOMPARE(details.rowsIn(CellState::Value, ServerGroup::Datacenter), rowsFrom(0, fewGuests));
    QCOMPARE(details.rowsIn(CellState::Refused, ServerGroup::Vlans), rowsFrom(0, fewGuests));
    for (int row = 0; row < fewGuests; ++row) {
        QVERIFY(details.store.table().failure(row, ServerGroup::Vlans)->kind == ApiError::Kind::Forbidden);
        QCOMPARE(details.store.table().text(row, ServerColumn::Datacenter),
                 trueDatacenter(server->account(), row));
    }
}

void TestRowDetailsLoader::stopGivesCellsBack()
{
    ScriptedServer server;
    server.setScript(hold);
    Details details(server.restBase(), m_anyone, 2);
    details.stages.setWanted(m_datacenter);
    details.list(RowKind::Virtual, {1, 2});
    details.store.apply({virtualServer(1, {{ServerColumn::Datacenter, text("ams03")}})});
    details.store.beginLoad(); // what is known of the first row is old now
    details.list(RowKind::Virtual, {1, 2});
    QSignalSpy done(&details.stages, &RowDetailsLoader::done);
    details.stages.start();
    QTRY_COMPARE(server.heldCount(), 1);
    QCOMPARE(details.rowsIn(CellState::Loading, ServerGroup::Datacenter), rowsFrom(0, 2));

    details.stages.stop();
    QCOMPARE(details.rowsIn(CellState::Stale, ServerGroup::Datacenter), QList<int>{0});
    QCOMPARE(details.rowsIn(CellState::NotAsked, ServerGroup::Datacenter), QList<int>{1});
    QCOMPARE(details.store.table().text(0, ServerColumn::Datacenter), u"ams03"_s);
    QTRY_COMPARE(server.heldCount(), 0);
    QCOMPARE(done.count(), 0);

    server.setScript(answerTo);
    details.stages.start();
    QVERIFY(details.untilDone());
    QCOMPARE(details.rowsIn(CellState::Value, ServerGroup::Datacenter), rowsFrom(0, 2));
    QCOMPARE(details.store.table().text(0, ServerColumn::Datacenter), u"dal13"_s);
}

void TestRowDetailsLoader::grownWishesAskForTheNewGroupsOnly()
{
    const auto server = serverWith();
    Details details(*server, 4);
    details.stages.setWanted(m_datacenter);
    details.listGuests(server->account(), fewGuests);
    details.stages.start();
    QVERIFY(details.untilDone());
    QCOMPARE(details.rowsIn(CellState::NotAsked, ServerGroup::Vlans), rowsFrom(0, fewGuests));

    server->log().clear();
    details.stages.setWanted(m_datacenter | groupSet(ServerGroup::Vlans));
    QVERIFY(!details.stages.isDone());
    QVERIFY(details.untilDone());
    QCOMPARE(details.rowsIn(CellState::Value, ServerGroup::Vlans), rowsFrom(0, fewGuests));
    QCOMPARE(idsOf(server->log().calls()).size(), fewGuests);
    for (const LoggedCall &call : server->log().calls()) {
        QVERIFY(call.mask.contains(u"networkVlans"));
        QVERIFY(!call.mask.contains(u"datacenter"));
    }
}

void TestRowDetailsLoader::droppedWishesAreNotAskedFor()
{
    const auto server = serverWith();
    Details details(*server, 4);
    details.stages.setWanted(m_datacenter | groupSet(ServerGroup::Vlans));
    details.listGuests(server->account(), fewGuests);
    details.stages.setWanted(m_datacenter);
    details.stages.start();
    QVERIFY(details.untilDone());
    QCOMPARE(details.rowsIn(CellState::NotAsked, ServerGroup::Vlans), rowsFrom(0, fewGuests));
    QCOMPARE(details.stages.settledRows(), fewGuests);
}

void TestRowDetailsLoader::retryAsksForWhatIsLackingOnly()
{
    const auto server = serverWith({{Fault::Kind::RefusedRelation, {}, 0, u"networkVlans"_s, {}}});
    Details details(*server, 2);
    details.stages.setWanted(groupSet(ServerGroup::Datacenter, ServerGroup::Vlans));
    details.listGuests(server->account(), fewGuests);
    details.stages.start();
    QVERIFY(details.untilDone());

    server->setFaultPlan(planOf({}));
    server->log().clear();
    const QList<int> again = rowsFrom(10, 20);
    details.stages.retry(again);
    QCOMPARE(details.stages.settledRows(), fewGuests - again.size());
    QVERIFY(details.untilDone());
    QCOMPARE(idsOf(server->log().calls()), details.idsOfRows(again));
    for (const LoggedCall &call : server->log().calls())
        QVERIFY(!call.mask.contains(u"datacenter"));
    QCOMPARE(details.rowsIn(CellState::Value, ServerGroup::Vlans), again);
    QCOMPARE(details.rowsIn(CellState::Refused, ServerGroup::Vlans).size(), fewGuests - again.size());
}

void TestRowDetailsLoader::wrongKeyBlocks()
{
    const auto server = serverWith();
    Details details(server->restUrl(), m_anyone, 1);
    details.stages.setWanted(m_datacenter);
    details.listGuests(server->account(), fewGuests);
    QSignalSpy blocked(&details.stages, &RowDetailsLoader::blocked);
    QSignalSpy done(&details.stages, &RowDetailsLoader::done);
    details.stages.start();
    QVERIFY(blocked.wait(Details::patience));
    QVERIFY(blocked.first().first().value<ApiError>().kind == ApiError::Kind::Unauthorized);
    QCOMPARE(details.rowsIn(CellState::NotAsked, ServerGroup::Datacenter), rowsFrom(0, fewGuests));
    QCOMPARE(server->log().calls().size(), 1);
    QCOMPARE(done.count(), 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestRowDetailsLoader)
#include "tst_rowdetailsloader.moc"
