// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "app/inventory/tablebuilder.h"
#include "demoload.h"
#include "inventory/kinds.h"
#include "loaders/batchsizer.h"
#include "support/faultproxy.h"
#include "support/testmain.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// What the API does wrong now and then must not be seen in the file: it is the same, byte for byte, as
/// without.
class TestFaultyAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init() { LAYERSCOPE_PARTS(); }
    void fileIsTheSame_data();
    void fileIsTheSame();
    void fileIsTheSameWithLostConnections();
    void refusedRelationCostsItsCellsOnly();
    void lastingRefusalCostsACallABatch_data();
    void lastingRefusalCostsACallABatch();
    void wrongTypeInEachRowCostsFewQuestions();
    void refusedRowCostsItselfOnly();
    void vanishedRowsAreGone();
    void ignoredFilterCostsTimeOnly();
    void wrongTypeCostsItsCellsOnly();

private:
    static constexpr int servers = 801; // pages and batches of each kind, none of them full
    static constexpr int fivePerCent = 50;
    static constexpr int often =
        2 * fivePerCent; // of a load's few dozen calls, so that some are struck in each

    [[nodiscard]] static QList<ColumnIndex> columns() { return serverCatalogue().allColumns(); }
    static void compareFiles(const QByteArray &actual, const QByteArray &expected);
    /// How large batches are follows from how fast answers are. Where more than the least was too much, they
    /// are all alike. Before the load.
    static void makeBatchesAlike(DemoLoad &demo);

    QByteArray m_truth;
};

void TestFaultyAccount::makeBatchesAlike(DemoLoad &demo)
{
    constexpr RowsBorne least{BatchSizer::smallest, true};
    demo.pace.lists = {{"getHardware", least}, {"getVirtualGuests", least}};
    demo.connectTo(demo.server.restUrl());
}

void TestFaultyAccount::compareFiles(const QByteArray &actual, const QByteArray &expected)
{
    const QList<QByteArray> actualLines = actual.split('\n');
    const QList<QByteArray> expectedLines = expected.split('\n');
    for (qsizetype line = 0; line < std::min(actualLines.size(), expectedLines.size()); ++line)
        QCOMPARE(actualLines[line], expectedLines[line]);
    QCOMPARE(actual, expected);
}

void TestFaultyAccount::initTestCase()
{
    DemoLoad demo(servers);
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
    QVERIFY(demo.load().isComplete());
    m_truth = demo.csv(columns());
    QCOMPARE(parseCsv(m_truth).value().size(), servers + 1);
}

void TestFaultyAccount::fileIsTheSame_data()
{
    QTest::addColumn<QList<Fault>>("faults");
    const auto sometimes = [](Fault::Kind kind, QString property = {}, qint64 amount = 0) {
        return Fault{kind, {.perMille = often, .seed = 7}, amount, std::move(property), {}};
    };
    const auto always = [](Fault::Kind kind, qint64 amount = 0) { return Fault{kind, {}, amount, {}, {}}; };
    using Kind = Fault::Kind;

    const QList<std::pair<const char *, Fault>> faults{
        {"rate limit", sometimes(Kind::RateLimited)},
        {"429", sometimes(Kind::TooManyRequests)},
        {"internal error", sometimes(Kind::InternalError)},
        {"success that is an error", sometimes(Kind::SuccessWithError)},
        {"empty body", sometimes(Kind::EmptyBody)},
        {"HTML", sometimes(Kind::HtmlBadGateway)},
        {"cut-off JSON", sometimes(Kind::TruncatedJson)},
        {"XML", sometimes(Kind::Xml)},
        {"null between rows", sometimes(Kind::NullElement)},
        {"one row without brackets", sometimes(Kind::SingleObject)},
        {"no total", sometimes(Kind::MissingTotal)},
        {"compressed", sometimes(Kind::Gzip)},
        {"filter ignored", sometimes(Kind::FilterIgnored)},
        {"wrong type", sometimes(Kind::WrongType, u"outboundPublicBandwidthUsage"_s)},
        {"access denied",
         Fault{Kind::RefusedRelation, {.perMille = fivePerCent, .seed = 7}, 0, u"billingItem"_s, {}}},
        {"slow", sometimes(Kind::ExtraLatency, {}, 50)},
    };
    QList<Fault> all;
    for (const auto &[name, fault] : faults) {
        QTest::newRow(name) << QList<Fault>{fault};
        if (fault.kind != Kind::FilterIgnored) // after that each row is a call
            all.append(fault);
    }
    for (Fault &fault : all)
        fault.scope.perMille = often / static_cast<int>(all.size()) + 1;
    QTest::newRow("everything") << all;
    QTest::newRow("too much above 40 rows") << QList<Fault>{always(Kind::TooMuchAbove, 40 * 20)};
    QTest::newRow("always without total") << QList<Fault>{always(Kind::MissingTotal)};
    QTest::newRow("always null between rows") << QList<Fault>{always(Kind::NullElement)};
    QTest::newRow("limit of one ignored") << QList<Fault>{always(Kind::LimitOneQuirk)};
}

void TestFaultyAccount::fileIsTheSame()
{
    QFETCH(QList<Fault>, faults);
    DemoLoad demo(servers, {faults});
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
    const LoadOutcome outcome = demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    compareFiles(demo.csv(columns()), m_truth);
}

void TestFaultyAccount::fileIsTheSameWithLostConnections()
{
    DemoLoad demo(servers);
    FaultProxy proxy(static_cast<quint16>(demo.server.restUrl().port()));
    QRandomGenerator draw(20260203);
    proxy.setPlan([&draw] {
        const quint32 lot = draw.bounded(1000u);
        if (lot < fivePerCent)
            return FaultProxy::Fault::Drop;
        return lot < 2 * fivePerCent ? FaultProxy::Fault::HalfBody : FaultProxy::Fault::None;
    });
    demo.connectTo(proxy.restBase());
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
    const LoadOutcome outcome = demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    QVERIFY(proxy.faultCount() > 0);
    compareFiles(demo.csv(columns()), m_truth);
}

void TestFaultyAccount::refusedRelationCostsItsCellsOnly()
{
    DemoLoad demo(servers, {{{Fault::Kind::RefusedRelation, {}, 0, u"networkVlans"_s, {}}}});
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
    const LoadOutcome outcome = demo.load();
    QVERIFY(!outcome.isComplete());
    QCOMPARE(outcome.of(serversTable).refused, servers);

    const InventoryTable &table = demo.store->table();
    for (int row = 0; row < table.rowCount(); ++row) {
        for (const ColumnIndex column : columns()) {
            const bool isRefused = serverCatalogue().column(column).group == ServerGroup::Vlans;
            QCOMPARE(table.cellState(row, column) == CellState::Refused, isRefused);
        }
        QVERIFY(table.failure(row, ServerGroup::Vlans) != nullptr);
    }
}

void TestFaultyAccount::lastingRefusalCostsACallABatch_data()
{
    QTest::addColumn<int>("count");
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<GroupSet>("lost");
    const auto row = [](const char *name, const Fault &fault, GroupSet lost) {
        for (const int count : {550, 5500})
            QTest::addRow("%s, %d servers", name, count) << count << fault << lost;
    };
    const GroupSet vlans = groupSet(ServerGroup::Vlans);
    const GroupSet billing = groupSet(ServerGroup::Fee, ServerGroup::Owner);
    row("403, VLANs", {Fault::Kind::RefusedRelation, {}, 0, u"networkVlans"_s, {}}, vlans);
    row("404, VLANs", {Fault::Kind::ConcealedRelation, {}, 0, u"networkVlans"_s, {}}, vlans);
    row("403, billing", {Fault::Kind::RefusedRelation, {}, 0, u"billingItem"_s, {}}, billing);
    row("404, billing", {Fault::Kind::ConcealedRelation, {}, 0, u"billingItem"_s, {}}, billing);
    row("500, billing", {Fault::Kind::InternalError, {.mask = u"billingItem"_s}, 0, {}, {}}, billing);
}

void TestFaultyAccount::lastingRefusalCostsACallABatch()
{
    QFETCH(int, count);
    QFETCH(Fault, fault);
    QFETCH(GroupSet, lost);
    const auto load = [](DemoLoad &demo) {
        demo.keepsLimits = true;
        makeBatchesAlike(demo);
        demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
        const LoadOutcome outcome = demo.load();
        const QList<LoggedCall> calls = demo.server.log().calls();
        return std::pair(outcome, calls);
    };
    DemoLoad healthy(count);
    const auto [calm, calmCalls] = load(healthy);
    QVERIFY(calm.isComplete());
    const qsizetype batches = std::count_if(calmCalls.cbegin(), calmCalls.cend(), [](const LoggedCall &call) {
        return call.filter.contains(u"options"_s) && call.filter.contains(u"\"id\""_s) &&
               call.filter.contains(u"\"in\""_s);
    });
    QVERIFY(batches >= count / BatchSizer::smallest);

    DemoLoad demo(count, {{fault}});
    const auto [outcome, calls] = load(demo);
    const bool mayBeTooMuch = fault.kind == Fault::Kind::InternalError;
    const qsizetype attempts = mayBeTooMuch ? 2 : 1; // of a call that fails
    // Once for the account: which groups it is, and three rows of each kind, by themselves; of two groups one
    // half more. What may have been too much is also asked for in smaller batches.
    const qsizetype findingOut = (mayBeTooMuch ? 20 : 12) + 2 * (static_cast<qsizetype>(lost.count()) - 1);
    QVERIFY2(calls.size() <= calmCalls.size() + attempts * (batches + findingOut),
             qPrintable(QString::number(calls.size())));

    const InventoryTable &table = demo.store->table();
    const InventoryTable &truth = healthy.store->table();
    const CellState state = fault.kind == Fault::Kind::InternalError ? CellState::Failed : CellState::Refused;
    QCOMPARE(table.rowCount(), count);
    for (int row = 0; row < table.rowCount(); ++row) {
        const int trueRow = truth.find(table.key(row)).value();
        for (const ColumnIndex column : columns()) {
            const int group = serverCatalogue().column(column).group;
            const bool isLost = lost.test(static_cast<std::size_t>(group));
            QCOMPARE(table.cellState(row, column), isLost ? state : truth.cellState(trueRow, column));
            if (!isLost)
                QCOMPARE(table.value(row, column), truth.value(trueRow, column));
        }
    }
    if (mayBeTooMuch || count > 550)
        return;
    // The account remembers: its next load costs no more than a call a batch more than a calm one.
    demo.server.log().clear();
    QCOMPARE(demo.load().of(serversTable).refused, count);
    const qsizetype again = demo.server.log().calls().size();
    QVERIFY2(again <= calmCalls.size() + batches, qPrintable(QString::number(again)));
}

void TestFaultyAccount::wrongTypeInEachRowCostsFewQuestions()
{
    DemoLoad healthy(servers);
    makeBatchesAlike(healthy);
    healthy.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
    QVERIFY(healthy.load().isComplete());
    DemoLoad demo(servers, {{{Fault::Kind::WrongType, {}, 0, u"notes"_s, {}}}});
    makeBatchesAlike(demo);
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
    const LoadOutcome outcome = demo.load();
    const SimulatedAccount &account = healthy.server.account();
    int withNotes = 0; // the others have nothing that could be wrong
    for (int index = 0; index < account.hardwareCount(); ++index)
        withNotes += account.hardwareValue(index, u"notes"_s).isString() ? 1 : 0;
    for (int index = 0; index < account.guestCount(); ++index)
        withNotes += account.guestValue(index, u"notes"_s).isString() ? 1 : 0;
    QVERIFY(withNotes > 100);
    QCOMPARE(outcome.of(serversTable).failed, withNotes);
    // Five answers more for each of the two kinds, until it is believed.
    const qsizetype more = demo.server.log().calls().size() - healthy.server.log().calls().size();
    QVERIFY2(more <= 10, qPrintable(QString::number(more)));
}

void TestFaultyAccount::refusedRowCostsItselfOnly()
{
    DemoLoad healthy(servers);
    const qint64 refused = healthy.server.account().hardwareId(17);
    DemoLoad demo(servers, {{{Fault::Kind::NotFound, {}, 0, {}, {refused}}}});
    const LoadOutcome outcome = demo.load();
    QCOMPARE(outcome.of(serversTable).refused, 1);
    QCOMPARE(outcome.of(serversTable).complete, servers - 1);
    const std::optional<int> row = demo.store->table().find({RowKind::BareMetal, refused});
    QVERIFY(row);
    QCOMPARE(demo.store->table().cellState(*row, ServerColumn::Datacenter), CellState::Refused);
    QCOMPARE(demo.store->table().cellState(*row, ServerColumn::Fqdn), CellState::Value);
}

void TestFaultyAccount::vanishedRowsAreGone()
{
    DemoLoad healthy(servers);
    const QList<qint64> ids{healthy.server.account().guestId(3), healthy.server.account().guestId(200)};
    DemoLoad demo(servers, {{{Fault::Kind::RowsVanish, {.method = u"getVirtualGuests"_s}, 1, {}, ids}}});
    const LoadOutcome outcome = demo.load();
    QCOMPARE(outcome.of(serversTable).gone, ids.size());
    QCOMPARE(outcome.of(serversTable).complete, servers - ids.size());
    for (const qint64 id : ids) {
        const std::optional<int> row = demo.store->table().find({RowKind::Virtual, id});
        QVERIFY(row);
        QVERIFY(demo.store->table().isGone(*row));
    }

    // Loading again finds an account without them.
    const LoadOutcome again = demo.load();
    QVERIFY2(again.isComplete(), qPrintable(again.reasons().join(u'\n')));
    QCOMPARE(demo.store->table().rowCount(), servers - ids.size());
}

void TestFaultyAccount::ignoredFilterCostsTimeOnly()
{
    DemoLoad demo(servers, {{{Fault::Kind::FilterIgnored, {.method = u"getHardware"_s}, 0, {}, {}}}});
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
    const LoadOutcome outcome = demo.load();
    QVERIFY2(outcome.isComplete(), qPrintable(outcome.reasons().join(u'\n')));
    compareFiles(demo.csv(columns()), m_truth);
}

void TestFaultyAccount::wrongTypeCostsItsCellsOnly()
{
    DemoLoad demo(servers,
                  {{{Fault::Kind::WrongType, {.method = u"getVirtualGuests"_s}, 0, u"notes"_s, {}},
                    {Fault::Kind::WrongType, {.method = u"Virtual_Guest::getObject"_s}, 0, u"notes"_s, {}}}});
    demo.loader->setWantedColumns(DemoLoad::columnsNamed(columns()));
    const LoadOutcome outcome = demo.load();
    QVERIFY(!outcome.isComplete());
    const InventoryTable &table = demo.store->table();
    for (int row = 0; row < table.rowCount(); ++row) {
        for (const ColumnIndex column : columns()) {
            const CellState state = table.cellState(row, column);
            if (state != CellState::Failed) {
                QVERIFY(state == CellState::Value || state == CellState::Empty);
                continue;
            }
            QCOMPARE(column, ServerColumn::Notes);
            QCOMPARE(table.key(row).kind, RowKind::Virtual);
            QVERIFY(table.failure(row, ServerGroup::Notes)->jsonPath.endsWith(u"notes"_s));
        }
    }
    QVERIFY(outcome.of(serversTable).failed > 0);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestFaultyAccount)
#include "tst_faultyaccount.moc"
