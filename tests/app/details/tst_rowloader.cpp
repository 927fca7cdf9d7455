// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/rowloader.h"

#include "api/allowlist.h"
#include "api/redactor.h"
#include "democlient.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"
#include "support/fakeclock.h"
#include "support/scriptedserver.h"
#include "support/testmain.h"

#include <QNetworkProxy>
#include <QSet>
#include <QSignalSpy>
#include <QTest>

#include <algorithm>
#include <memory>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A loader before a demo account, and a table that takes what it brings.
struct RowDemo : DemoClient
{
    static constexpr int servers = 500;

    explicit RowDemo(FaultPlan faults = {}, LatencyModel latency = {}, Clock *otherClock = nullptr)
        : DemoClient(servers, std::move(faults), latency, otherClock)
        , table(vlans().catalogue())
        , loader(std::make_unique<RowLoader>(*client))
    {
        QObject::connect(loader.get(), &RowLoader::answered, loader.get(),
                         [this](const RowPatch &answer) { table.apply(answer); });
        for (int index = 0; index < server.account().vlanCount(); ++index) {
            RowPatch patch;
            patch.key = vlan(index);
            table.listRow(patch, nullptr);
        }
    }

    [[nodiscard]] static const TableSpec &vlans() { return tableOf(RowKind::Vlan); }
    [[nodiscard]] RowKey vlan(int index) const { return {RowKind::Vlan, server.account().vlanId(index)}; }
    [[nodiscard]] CellState state(RowKey key, QStringView column) const
    {
        return table.cellState(table.find(key).value(), table.catalogue().find(column).value());
    }
    [[nodiscard]] int groupOf(QStringView column) const
    {
        return table.catalogue().column(table.catalogue().find(column).value()).group;
    }
    /// All that the kind has but this group's.
    [[nodiscard]] bool knowsAllBut(RowKey key, int lost = -1) const
    {
        const int row = table.find(key).value();
        for (int group = 0; group < table.catalogue().groupCount(); ++group) {
            if (group != lost && table.groupState(row, group) != CellState::Value)
                return false;
        }
        return true;
    }
    [[nodiscard]] bool look(RowKey key) const
    {
        loader->show(key);
        return QTest::qWaitFor([this] { return !loader->isLoading(); }, patience);
    }
    [[nodiscard]] qsizetype calls() const { return server.log().calls().size(); }

    InventoryTable table;
    std::unique_ptr<RowLoader> loader;
};

FaultPlan refusal(Fault::Kind kind, const QString &property)
{
    FaultPlan plan;
    plan.faults = {{kind, {}, 0, property, {}}};
    return plan;
}

} // namespace

class TestRowLoader : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneCallBringsAllColumns();
    void everyKindBesideIsThere();
    void aRefusedRelationCostsItself_data();
    void aRefusedRelationCostsItself();
    void aBrokenRelationCostsItself();
    void goneIsSaidAfterTwoCalls();
    void silenceIsNotAskedInParts_data();
    void silenceIsNotAskedInParts();
    void anotherRowCancels();
    void memoryStandsAtOnce();
    void heldKeyLeavesOneRowsCalls();
    void clearShowsNothing();
    void rawJsonIsRedacted();
    void kindsWithoutAnObjectAskForNothing();

private:
    static constexpr int patience = DemoClient::patience;
};

void TestRowLoader::oneCallBringsAllColumns()
{
    RowDemo demo;
    const RowKey key = demo.vlan(3);
    QSignalSpy answered(demo.loader.get(), &RowLoader::answered);
    demo.loader->show(key);
    QCOMPARE(demo.loader->row(), std::optional(key));
    QVERIFY(demo.loader->isLoading() && demo.loader->isLoading(demo.groupOf(u"fee_month_usd")));
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QCOMPARE(answered.size(), 1);
    QCOMPARE(demo.calls(), 1);
    QCOMPARE(demo.server.log().calls().constFirst().method, u"getObject"_s);
    QVERIFY(demo.knowsAllBut(key));
    QVERIFY(!demo.loader->hasFailures() && !demo.loader->isGone());
    const QJsonObject object = demo.loader->object();
    QCOMPARE(object["id"_L1].toInteger(), key.id);
    QCOMPARE(object["subnetCount"_L1], demo.server.account().vlanValue(3, u"subnetCount"_s));
    QCOMPARE(object["datacenter"_L1]["name"_L1],
             demo.server.account().vlanValue(3, u"datacenter"_s)["name"_L1]);
    QVERIFY(demo.loader->requestText().startsWith(u"SoftLayer_Network_Vlan::getObject"_s));
    QVERIFY(demo.loader->requestText().contains(u"mask["_s));

    demo.loader->show(key); // again: nothing to do
    QVERIFY(!demo.loader->isLoading());
    demo.loader->refresh();
    QVERIFY(demo.loader->isLoading());
    QCOMPARE(demo.loader->object(), object); // stands
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QCOMPARE(demo.calls(), 2);
}

/// Each kind that has a page of its own can be asked for, by what the program may ask at all.
void TestRowLoader::everyKindBesideIsThere()
{
    RowDemo demo;
    int asked = 0;
    for (const TableSpec *table : allTables()) {
        for (const KindSpec &kind : table->specs) {
            if (table->parent != nullptr || *kind.service == '\0')
                continue;
            const QByteArrayView service(kind.service);
            QVERIFY2(std::any_of(allowedMethods().begin(), allowedMethods().end(),
                                 [service](const AllowedMethod &entry) {
                                     return QByteArrayView(entry.service.data(),
                                                           qsizetype(entry.service.size())) == service &&
                                            entry.method == "getObject";
                                 }),
                     kind.service);
            ++asked;
        }
    }
    QVERIFY(asked >= 5);
    const RowKey subnet{RowKind::Subnet, demo.server.account().subnetId(1)};
    QVERIFY(demo.look(subnet));
    QVERIFY(!demo.loader->hasFailures());
    QCOMPARE(demo.loader->object()["id"_L1].toInteger(), subnet.id);
}

void TestRowLoader::aRefusedRelationCostsItself_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    QTest::newRow("403") << Fault::Kind::RefusedRelation;
    QTest::newRow("404") << Fault::Kind::ConcealedRelation;
}

void TestRowLoader::aRefusedRelationCostsItself()
{
    QFETCH(const Fault::Kind, kind);
    RowDemo demo(refusal(kind, u"billingItem"_s));
    const int fee = demo.groupOf(u"fee_month_usd");
    QVERIFY(demo.look(demo.vlan(3)));
    QVERIFY(demo.knowsAllBut(demo.vlan(3), fee));
    QCOMPARE(demo.state(demo.vlan(3), u"fee_month_usd"), CellState::NotAsked); // the table's loads say more
    QVERIFY(demo.loader->failure(fee) != nullptr && demo.loader->failure(fee)->isRefusal());
    QCOMPARE(demo.loader->failure(demo.groupOf(u"router")), nullptr);
    QVERIFY(!demo.loader->isGone());
    QVERIFY(demo.loader->object().contains("primaryRouter"_L1));
    QVERIFY(!demo.loader->object().contains("billingItem"_L1));
    QVERIFY(demo.calls() <= demo.table.catalogue().groupCount() + 1);

    // It is known by now: two calls a row.
    demo.server.log().clear();
    QVERIFY(demo.look(demo.vlan(4)));
    QVERIFY(demo.knowsAllBut(demo.vlan(4), fee));
    QVERIFY(demo.loader->failure(fee) != nullptr);
    QCOMPARE(demo.calls(), 2);

    // The permission came.
    demo.server.setFaultPlan(RowDemo::withoutLimiter({}));
    demo.loader->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QVERIFY(demo.knowsAllBut(demo.vlan(4)) && !demo.loader->hasFailures());
    demo.server.log().clear();
    QVERIFY(demo.look(demo.vlan(5)));
    QCOMPARE(demo.calls(), 1);
}

/// What the API cannot do for one relation it says of the whole call, as of any trouble of its own.
void TestRowLoader::aBrokenRelationCostsItself()
{
    FaultPlan plan;
    plan.faults = {{Fault::Kind::Refusal,
                    {.mask = u"billingItem"_s},
                    500,
                    u"SoftLayer_Exception_NotImplemented"_s,
                    {},
                    u"It is not implemented."_s}};
    RowDemo demo(plan);
    const int fee = demo.groupOf(u"fee_month_usd");
    QVERIFY(demo.look(demo.vlan(3)));
    QVERIFY(demo.knowsAllBut(demo.vlan(3), fee));
    QVERIFY(demo.loader->failure(fee) != nullptr && !demo.loader->failure(fee)->isRefusal());
    QVERIFY(!demo.loader->isGone());
}

void TestRowLoader::goneIsSaidAfterTwoCalls()
{
    RowDemo demo;
    const RowKey key = demo.vlan(3);
    QVERIFY(demo.look(key));
    QVERIFY(!demo.loader->object().isEmpty());
    FaultPlan plan;
    plan.faults = {{Fault::Kind::NotFound, {}, 0, {}, {key.id}}};
    demo.server.setFaultPlan(RowDemo::withoutLimiter(plan));
    demo.server.log().clear();
    demo.loader->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QVERIFY(demo.loader->isGone() && demo.loader->hasFailures());
    QVERIFY(demo.loader->object().isEmpty()); // nor from memory
    QCOMPARE(demo.calls(), 2);
    // What its kind may be asked for is not less for it.
    demo.server.log().clear();
    QVERIFY(demo.look(demo.vlan(4)));
    QVERIFY(demo.knowsAllBut(demo.vlan(4)));
    QCOMPARE(demo.calls(), 1);
    QVERIFY(demo.look(key));
    QVERIFY(demo.loader->isGone());
}

void TestRowLoader::silenceIsNotAskedInParts_data()
{
    QTest::addColumn<Fault::Kind>("kind");
    QTest::addColumn<int>("status");
    QTest::newRow("connection closed") << Fault::Kind::Drop << 0;
    QTest::newRow("page of a gateway") << Fault::Kind::GatewayPage << 503;
    QTest::newRow("gateway without a server") << Fault::Kind::HtmlBadGateway << 0;
}

/// Where no answer comes, or none of the API, smaller questions get none either.
void TestRowLoader::silenceIsNotAskedInParts()
{
    QFETCH(const Fault::Kind, kind);
    QFETCH(const int, status);
    FaultPlan plan;
    plan.faults = {{kind, {.method = u"getObject"_s}, status, {}, {}}};
    RowDemo demo(plan);
    QVERIFY(demo.look(demo.vlan(3)));
    QVERIFY(!demo.loader->isGone() && demo.loader->object().isEmpty());
    for (int group = 0; group < demo.table.catalogue().groupCount(); ++group) {
        QVERIFY(demo.loader->failure(group) != nullptr);
        QVERIFY(!demo.loader->failure(group)->isRefusal());
    }
    const QList<LoggedCall> calls = demo.server.log().calls();
    QVERIFY(!calls.isEmpty());
    for (const LoggedCall &call : calls)
        QCOMPARE(call.mask, calls.constFirst().mask);

    demo.server.setFaultPlan(RowDemo::withoutLimiter({}));
    demo.loader->refresh();
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QVERIFY(!demo.loader->hasFailures() && demo.knowsAllBut(demo.vlan(3)));
}

void TestRowLoader::anotherRowCancels()
{
    FaultPlan plan;
    plan.faults = {{Fault::Kind::Hang, {.firstCalls = 1}, 0, {}, {}}};
    RowDemo demo(plan);
    demo.loader->show(demo.vlan(1));
    QTRY_COMPARE_WITH_TIMEOUT(demo.calls(), 1, patience);
    QCOMPARE(demo.client->scheduler().inFlight(), 1);
    demo.loader->show(demo.vlan(2));
    QCOMPARE(demo.client->scheduler().inFlight(), 0); // at once
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QCOMPARE(demo.loader->object()["id"_L1].toInteger(), demo.vlan(2).id);
    QCOMPARE(demo.state(demo.vlan(1), u"datacenter"), CellState::NotAsked);
}

void TestRowLoader::memoryStandsAtOnce()
{
    RowDemo demo;
    QVERIFY(demo.look(demo.vlan(1)));
    const QJsonObject first = demo.loader->object();
    QVERIFY(demo.look(demo.vlan(2)));
    demo.loader->show(demo.vlan(1));
    QVERIFY(demo.loader->isLoading());
    QCOMPARE(demo.loader->object(), first);
    QTRY_VERIFY_WITH_TIMEOUT(!demo.loader->isLoading(), patience);
    QCOMPARE(demo.loader->object(), first);
}

/// A key held down over many rows: never more than one row's call, and none for those nobody saw.
void TestRowLoader::heldKeyLeavesOneRowsCalls()
{
    FakeClock clock;
    RowDemo demo({}, {std::chrono::milliseconds(50), {}, {}}, &clock);
    constexpr int steps = 200;
    constexpr std::chrono::milliseconds keyRepeat(30);
    const int rows = demo.server.account().vlanCount();
    QVERIFY(rows > 10);
    int most = 0;
    for (int step = 0; step < steps; ++step) {
        demo.loader->show(demo.vlan(step % rows));
        while (clock.runOneTurn()) {
        }
        most = std::max(most, demo.client->scheduler().inFlight());
        clock.advance(keyRepeat);
        most = std::max(most, demo.client->scheduler().inFlight());
    }
    QVERIFY(most <= 1);
    clock.advance(RowLoader::burstPause);
    QTRY_VERIFY_WITH_TIMEOUT((clock.runOneTurn(), !demo.loader->isLoading()), patience);
    QCOMPARE(demo.client->scheduler().inFlight(), 0);
    QVERIFY(demo.knowsAllBut(demo.vlan((steps - 1) % rows)));
    // The first, which began before anyone could know that more follow, and the last.
    QVERIFY2(demo.calls() <= 2, qPrintable(QString::number(demo.calls())));
}

void TestRowLoader::clearShowsNothing()
{
    RowDemo demo;
    QSignalSpy changed(demo.loader.get(), &RowLoader::changed);
    demo.loader->clear();
    QVERIFY(changed.isEmpty());
    demo.loader->show(demo.vlan(1));
    demo.loader->clear(); // before its turn has come
    QVERIFY(!demo.loader->row() && !demo.loader->isLoading() && demo.loader->object().isEmpty());
    QCOMPARE(changed.size(), 2);
    QVERIFY(demo.look(demo.vlan(2)));
    QCOMPARE(demo.calls(), 1);
    QCOMPARE(demo.loader->object()["id"_L1].toInteger(), demo.vlan(2).id);
}

/// The raw JSON hides what looks like a secret; the table has people's texts as they are.
void TestRowLoader::rawJsonIsRedacted()
{
    const QString key = u"0123456789abcdef0123456789abcdef0123456789abcdef0123456789abcdef"_s;
    ScriptedServer server;
    server.setScript([&key](const ScriptedServer::Request &) {
        return ScriptedServer::json(R"({"id":7,"note":"key )" + key.toUtf8() +
                                    R"(","password":"open sesame"})");
    });
    ApiClient client(Connection{server.restBase(),
                                {Credentials::Scheme::Basic, u"somebody"_s, key},
                                QNetworkProxy(QNetworkProxy::NoProxy)});
    RowLoader loader(client);
    QSignalSpy answered(&loader, &RowLoader::answered);
    const RowKey subnet{RowKind::Subnet, 7};
    loader.show(subnet);
    QTRY_VERIFY_WITH_TIMEOUT(!loader.isLoading(), patience);
    const QJsonObject object = loader.object();
    QVERIFY(!object["note"_L1].toString().contains(key));
    QCOMPARE(object["password"_L1].toString(), Redactor::placeholder()); // nobody asked for it
    QVERIFY(!loader.requestText().contains(key));
    QCOMPARE(answered.size(), 1);
    InventoryTable table(tableOf(RowKind::Subnet).catalogue());
    table.listRow(answered.constFirst().constFirst().value<RowPatch>(), nullptr);
    QCOMPARE(table.text(0, table.catalogue().find(u"note").value()), u"key "_s + key);

    // Nor is a secret asked for.
    const QByteArray mask = server.requests().constFirst().query("objectMask").toLower();
    QVERIFY(mask.contains("networkidentifier"));
    for (const char *secret : {"password", "credential", "userdata", "authenticationkey"})
        QVERIFY2(!mask.contains(secret), mask.constData());
}

void TestRowLoader::kindsWithoutAnObjectAskForNothing()
{
    RowDemo demo;
    QVERIFY(*kindSpec(RowKind::NotVisible).service == '\0');
    demo.loader->show({RowKind::NotVisible, 1});
    QVERIFY(!demo.loader->isLoading());
    QVERIFY(demo.look(demo.vlan(1)));
    QCOMPARE(demo.calls(), 1);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestRowLoader)
#include "tst_rowloader.moc"
