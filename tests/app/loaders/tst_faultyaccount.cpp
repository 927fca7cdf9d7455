// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "demoload.h"
#include "support/faultproxy.h"

#include <QRandomGenerator>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// What the API does wrong now and then must not be seen in the file: it is the same, byte for byte, as
/// without.
class TestFaultyAccount : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void fileIsTheSame_data();
    void fileIsTheSame();
    void fileIsTheSameWithLostConnections();
    void refusedRelationCostsItsCellsOnly();
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

    QByteArray m_truth;
};

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
    QCOMPARE(outcome.servers.refused, servers);

    const InventoryTable &table = demo.store->table();
    for (int row = 0; row < table.rowCount(); ++row) {
        for (const ColumnIndex column : columns()) {
            const bool isRefused = serverCatalogue().column(column).group == ServerGroup::Vlans;
            QCOMPARE(table.cellState(row, column) == CellState::Refused, isRefused);
        }
        QVERIFY(table.failure(row, ServerGroup::Vlans) != nullptr);
    }
    // What is refused row after row is given up: far fewer calls than rows.
    QVERIFY2(demo.server.log().calls().size() < 400,
             qPrintable(QString::number(demo.server.log().calls().size())));
}

void TestFaultyAccount::refusedRowCostsItselfOnly()
{
    DemoLoad healthy(servers);
    const qint64 refused = healthy.server.account().hardwareId(17);
    DemoLoad demo(servers, {{{Fault::Kind::NotFound, {}, 0, {}, {refused}}}});
    const LoadOutcome outcome = demo.load();
    QCOMPARE(outcome.servers.refused, 1);
    QCOMPARE(outcome.servers.complete, servers - 1);
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
    QCOMPARE(outcome.servers.gone, ids.size());
    QCOMPARE(outcome.servers.complete, servers - ids.size());
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
    QVERIFY(outcome.servers.failed > 0);
}

QTEST_GUILESS_MAIN(TestFaultyAccount)
#include "tst_faultyaccount.moc"
