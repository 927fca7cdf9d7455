// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "demoload.h"
#include "inventory/kinds.h"
#include "loaders/poolsloader.h"
#include "passingfaults.h"
#include "support/faultproxy.h"
#include "support/testmain.h"

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

using Wire = FaultProxy::Fault;

namespace {

constexpr int fivePerCent = 50;
constexpr int thirtyPerCent = 300;

/// Servers, pools and members of a demo account, as `layerscope export all` loads them.
struct WholeLoad
{
    static constexpr int servers = 301; // a page and a batch of each kind are not full

    explicit WholeLoad(const FaultPlan &plan = {})
        : demo(servers, plan)
    {
        begin();
    }

    /// Anew, over a proxy.
    void connectTo(const FaultProxy &proxy)
    {
        loader.reset();
        demo.connectTo(proxy.restBase());
        begin();
    }

    /// Anew, over a proxy that does not answer at times, and as people have it: with a second question beside
    /// one that takes long.
    void connectToSilent(const FaultProxy &proxy)
    {
        loader.reset();
        demo.asksBeside = true;
        demo.connectTo(proxy.restBase());
        begin();
    }

    LoadOutcome load() { return demo.load(); }

    [[nodiscard]] static QByteArray csv(const InventoryTable &table)
    {
        InventoryCsv csv = InventoryCsv::of(table);
        csv.columns = table.catalogue().allColumns();
        csv.rows = arrange(table, ArrangementSpec::of(table.catalogue()), CancelToken())->rowsInOrder();
        QBuffer buffer;
        buffer.open(QIODevice::WriteOnly);
        return writeInventoryCsv(csv, buffer, CancelToken()) ? buffer.data() : QByteArray();
    }
    /// The files of an export, by what they hold.
    [[nodiscard]] QList<std::pair<const char *, QByteArray>> files() const
    {
        return {{"servers", csv(demo.store->table())},
                {"pools", csv(pools->table())},
                {"members", csv(members->table())}};
    }
    [[nodiscard]] qsizetype struckCalls() const
    {
        const QList<LoggedCall> calls = demo.server.log().calls();
        return std::count_if(calls.cbegin(), calls.cend(),
                             [](const LoggedCall &call) { return call.isStruck; });
    }

    /// What it asked, as far as it was answered and does not depend on time: how large a batch is follows
    /// from how fast others were answered, so of batches only the rows count.
    struct Asked
    {
        qsizetype calls = 0;
        qsizetype rowsInBatches = 0;

        bool operator==(const Asked &) const = default;
    };
    [[nodiscard]] Asked asked() const
    {
        Asked asked;
        const QList<LoggedCall> calls = demo.server.log().calls();
        for (const LoggedCall &call : calls) {
            if (call.isStruck)
                continue;
            if (call.filter.contains(u"\"in\""))
                asked.rowsInBatches += call.rows;
            else
                ++asked.calls;
        }
        return asked;
    }

    DemoLoad demo;
    std::unique_ptr<InventoryStore> pools;
    std::unique_ptr<InventoryStore> members;
    std::unique_ptr<PoolsLoader> loader;

private:
    void begin()
    {
        pools = std::make_unique<InventoryStore>(poolCatalogue());
        members = std::make_unique<InventoryStore>(memberCatalogue());
        loader = std::make_unique<PoolsLoader>(*demo.client, *pools, *members);
        demo.loader->setWantedColumns(DemoLoad::columnsNamed(serverCatalogue().allColumns()));
        loader->setWantedColumns(DemoLoad::columnsNamed(poolCatalogue().allColumns()));
        loader->setWantedMemberColumns(DemoLoad::columnsNamed(memberCatalogue().allColumns()));
        demo.loader->setPools(loader.get());
    }
};

FaultPlan planOf(const QList<Fault> &faults)
{
    FaultPlan plan;
    plan.faults = faults;
    return plan;
}

Fault refusal(int status, const QString &code, const QString &text, const FaultScope &scope)
{
    return {Fault::Kind::Refusal, scope, status, code, {}, text};
}

/// Cells by the column's key, of each row by what it is.
using Records = QHash<QString, QHash<QString, QString>>;

/// The row that stands for members of a pool that could not be listed.
QString remainderOf(const QString &poolId)
{
    return poolId + u" not_visible"_s;
}

QString keyOf(const QHash<QString, QString> &record)
{
    const QString poolId = record.value(u"pool_id"_s);
    if (record.value(u"kind"_s) == "not_visible"_L1)
        return remainderOf(poolId);
    return poolId + u' ' + record.value(u"kind"_s) + u' ' + record.value(u"id"_s);
}

Records recordsOf(const QByteArray &csv)
{
    const QList<QStringList> lines = parseCsv(csv).value();
    Records records;
    const bool areMembers = lines.first().contains(u"since"_s);
    for (const QStringList &line : lines.sliced(1)) {
        QHash<QString, QString> record;
        for (qsizetype column = 0; column < line.size(); ++column)
            record.insert(lines.first().at(column), line.at(column));
        QHash<QString, QString> named = record;
        if (!areMembers)
            named.remove(u"pool_id"_s); // of a server it may be missing
        records.insert(keyOf(named), record);
    }
    return records;
}

} // namespace

/// Each way in which the API and what is between can go wrong, over a whole account: its servers, its pools,
/// their members. What passes must not be seen in any file, byte for byte.
class TestTroubleMatrix : public QObject
{
    Q_OBJECT

    using Kind = Fault::Kind;

private Q_SLOTS:
    void initTestCase();
    void init() { LAYERSCOPE_PARTS(); }
    void passes_data();
    void passes();
    void costsOnlyWhatItSays_data();
    void costsOnlyWhatItSays();
    void outagePasses_data();
    void outagePasses();
    void brokenConnectionsPass_data();
    void brokenConnectionsPass();
    void silentConnectionsPass_data();
    void silentConnectionsPass();
    void largeIdsAreExact_data();
    void largeIdsAreExact();
    void rowsComeAndGo_data();
    void rowsComeAndGo();

private:
    void compareWithCalm(const WholeLoad &load, const LoadOutcome &outcome) const;

    QList<std::pair<const char *, QByteArray>> m_files;
    LoadOutcome m_outcome;
    qsizetype m_calls = 0;
    WholeLoad::Asked m_asked;
};

void TestTroubleMatrix::initTestCase()
{
    WholeLoad calm;
    m_outcome = calm.load();
    QVERIFY2(m_outcome.of(serversTable).isComplete(), qPrintable(m_outcome.reasons().join(u'\n')));
    QVERIFY(m_outcome.of(poolsTable).isComplete());
    m_files = calm.files();
    m_calls = calm.demo.server.log().calls().size();
    m_asked = calm.asked();
    QVERIFY(m_asked.rowsInBatches >= WholeLoad::servers);
    const auto records = [this](qsizetype file) { return parseCsv(m_files[file].second).value().size() - 1; };
    QCOMPARE(records(0), WholeLoad::servers);
    QCOMPARE(records(1), calm.demo.server.account().poolCount());
    QVERIFY(records(2) > 100);

    // A calm load asks the same each time: that is what the exact numbers below rest on.
    WholeLoad again;
    again.load();
    QVERIFY(again.asked() == m_asked);
}

void TestTroubleMatrix::compareWithCalm(const WholeLoad &load, const LoadOutcome &outcome) const
{
    const QString reasons = outcome.reasons().join(u'\n');
    QVERIFY2(outcome.of(serversTable) == m_outcome.of(serversTable), qPrintable(reasons));
    QVERIFY2(outcome.of(poolsTable) == m_outcome.of(poolsTable), qPrintable(reasons));
    QVERIFY2(outcome.of(poolmembersTable) == m_outcome.of(poolmembersTable), qPrintable(reasons));
    const auto files = load.files();
    for (qsizetype file = 0; file < files.size(); ++file) {
        const QList<QByteArray> lines = files[file].second.split('\n');
        const QList<QByteArray> expected = m_files[file].second.split('\n');
        for (qsizetype line = 0; line < std::min(lines.size(), expected.size()); ++line)
            QCOMPARE(lines[line], expected[line]);
        QCOMPARE(files[file].second, m_files[file].second);
    }
}

void TestTroubleMatrix::passes_data()
{
    QTest::addColumn<Fault>("fault");
    QTest::addColumn<bool>("isOnlyAskedAgain");
    for (const PassingFault &passing : passingFaults()) {
        for (const int share : {fivePerCent, thirtyPerCent}) {
            Fault one = passing.fault;
            one.scope.perMille = share;
            one.scope.seed = 11;
            // At 30 % a few calls use up their attempts, and are asked in another way then.
            QTest::addRow("%s, %d %%", passing.name, share / 10)
                << one << (passing.isOnlyAskedAgain && share == fivePerCent);
        }
    }
}

void TestTroubleMatrix::passes()
{
    QFETCH(const Fault, fault);
    QFETCH(const bool, isOnlyAskedAgain);
    WholeLoad load(planOf({fault}));
    const LoadOutcome outcome = load.load();
    compareWithCalm(load, outcome);
    const qsizetype calls = load.demo.server.log().calls().size();
    if (isOnlyAskedAgain) {
        QCOMPARE(load.asked().calls, m_asked.calls);
        QCOMPARE(load.asked().rowsInBatches, m_asked.rowsInBatches);
    }
    QVERIFY2(calls <= 3 * m_calls, qPrintable(u"%1 calls, %2 calm"_s.arg(calls).arg(m_calls)));
}

void TestTroubleMatrix::costsOnlyWhatItSays_data()
{
    QTest::addColumn<Fault>("fault");
    const auto rows = [](const char *name, const Fault &fault) {
        for (const int share : {fivePerCent, thirtyPerCent}) {
            Fault one = fault;
            one.scope.perMille = share;
            one.scope.seed = 11;
            QTest::addRow("%s, %d %%", name, share / 10) << one;
        }
    };
    rows("absurd total", {Kind::WrongTotal, {}, 1'000'000'000'000'000});
    rows("total 3 000 too high", {Kind::TotalOff, {}, 3000});
    rows("wrong type", {Kind::WrongType, {}, 0, u"outboundPublicBandwidthUsage"_s});
    rows("no number", {Kind::NotANumber, {}, 0, u"nextInvoiceTotalRecurringAmount"_s});
}

/// What comes wrong again and again may be missing in the end; but then its row says so, and nothing else is
/// missing or other than it was.
void TestTroubleMatrix::costsOnlyWhatItSays()
{
    QFETCH(const Fault, fault);
    WholeLoad load(planOf({fault}));
    load.load();
    const auto files = load.files();
    for (qsizetype file = 0; file < files.size(); ++file) {
        const Records actual = recordsOf(files[file].second);
        const Records expected = recordsOf(m_files[file].second);
        for (auto row = expected.cbegin(); row != expected.cend(); ++row) {
            const auto found = actual.constFind(row.key());
            if (found == actual.cend()) {
                // A member whose list failed: then a row of its pool stands for it.
                QVERIFY2(actual.contains(remainderOf(row->value(u"pool_id"_s))), qPrintable(row.key()));
                continue;
            }
            const bool saysSo = found->value(u"row_state"_s) != "complete"_L1;
            for (auto cell = row->cbegin(); cell != row->cend(); ++cell) {
                const QString now = found->value(cell.key());
                const bool isRemainder = row->value(u"kind"_s) == "not_visible"_L1;
                const bool isFine = now == *cell || (saysSo && (now.isEmpty() || isRemainder)) ||
                                    cell.key() == "row_state"_L1;
                const QString report =
                    u"%1 of %2 is \"%3\", not \"%4\""_s.arg(cell.key(), row.key(), now, *cell);
                QVERIFY2(isFine, qPrintable(report));
            }
        }
        for (auto row = actual.cbegin(); row != actual.cend(); ++row) {
            const bool saysSo = row->value(u"row_state"_s) != "complete"_L1;
            QVERIFY2(expected.contains(row.key()) || saysSo, qPrintable(row.key()));
        }
    }
    const qsizetype calls = load.demo.server.log().calls().size();
    QVERIFY2(calls <= 5 * m_calls, qPrintable(u"%1 calls, %2 calm"_s.arg(calls).arg(m_calls)));
}

void TestTroubleMatrix::outagePasses_data()
{
    QTest::addColumn<Fault>("fault");
    const FaultScope window{.afterCalls = 15, .forCalls = 12};
    QTest::newRow("503") << Fault{Kind::GatewayPage, window, 503};
    QTest::newRow("internal error") << Fault{Kind::InternalError, window};
    QTest::newRow("500 with another text")
        << refusal(500, u"SoftLayer_Exception"_s, u"Unable to edit the object."_s, window);
    QTest::newRow("429") << Fault{Kind::TooManyRequests, window, 1};
    QTest::newRow("rate limit") << Fault{Kind::RateLimited, window};
    QTest::newRow("dropped") << Fault{Kind::Drop, window};
    QTest::newRow("empty") << Fault{Kind::EmptyBody, window};
}

/// Begins midway and ends again while there is still patience.
void TestTroubleMatrix::outagePasses()
{
    QFETCH(const Fault, fault);
    WholeLoad load(planOf({fault}));
    compareWithCalm(load, load.load());
    QCOMPARE(load.struckCalls(), qsizetype(fault.scope.forCalls));
}

void TestTroubleMatrix::brokenConnectionsPass_data()
{
    QTest::addColumn<int>("fault");
    QTest::addColumn<int>("share");
    const std::pair<const char *, Wire> faults[] = {{"dropped", Wire::Drop},
                                                    {"half a body", Wire::HalfBody},
                                                    {"half a head", Wire::HalfHead},
                                                    {"drip", Wire::Drip},
                                                    {"damaged gzip", Wire::DamagedGzip},
                                                    {"length too long", Wire::LongLength},
                                                    {"length too short", Wire::ShortLength},
                                                    {"bad chunk", Wire::BadChunk}};
    for (const auto &[name, fault] : faults) {
        for (const int share : {fivePerCent, thirtyPerCent})
            QTest::addRow("%s, %d %%", name, share / 10) << int(fault) << share;
    }
    // Each is read up to the cap, 64 MiB: a few are enough.
    QTest::newRow("without end, 2 %") << int(Wire::EndlessBody) << 20;
}

void TestTroubleMatrix::brokenConnectionsPass()
{
    QFETCH(const int, fault);
    QFETCH(const int, share);
    WholeLoad load;
    FaultProxy proxy(static_cast<quint16>(load.demo.server.restUrl().port()));
    proxy.setPlan(FaultProxy::sometimes(Wire(fault), static_cast<quint32>(share), 5));
    load.connectTo(proxy);
    compareWithCalm(load, load.load());
    QVERIFY(proxy.faultCount() > 0);
}

void TestTroubleMatrix::silentConnectionsPass_data()
{
    QTest::addColumn<int>("share");
    QTest::newRow("5 %") << fivePerCent;
    QTest::newRow("30 %") << thirtyPerCent;
}

/// Nobody waits for them in series: the same is asked for beside what takes many times what its like take.
void TestTroubleMatrix::silentConnectionsPass()
{
    QFETCH(const int, share);
    WholeLoad load;
    FaultProxy proxy(static_cast<quint16>(load.demo.server.restUrl().port()));
    proxy.setPlan(FaultProxy::sometimes(Wire::Hang, static_cast<quint32>(share), 5));
    load.connectToSilent(proxy);
    compareWithCalm(load, load.load());
    QVERIFY(proxy.faultCount() > 0);
    const qsizetype calls = load.demo.server.log().calls().size() + proxy.faultCount();
    QVERIFY2(calls <= 3 * m_calls, qPrintable(u"%1 calls, %2 calm"_s.arg(calls).arg(m_calls)));
}

void TestTroubleMatrix::largeIdsAreExact_data()
{
    QTest::addColumn<qint64>("more");
    QTest::newRow("beyond a double") << Q_INT64_C(9'007'199'254'740'993);
    QTest::newRow("18 digits") << Q_INT64_C(100'000'000'000'000'000);
    QTest::newRow("near the end") << Q_INT64_C(9'223'372'036'000'000'000);
}

/// All that is other in the files than in a calm run is the ids of servers and pools, each by as much.
void TestTroubleMatrix::largeIdsAreExact()
{
    QFETCH(const qint64, more);
    Fault fault{Kind::LargeIds, {}, more};
    WholeLoad load(planOf({fault}));
    const LoadOutcome outcome = load.load();
    QVERIFY2(outcome.of(serversTable) == m_outcome.of(serversTable),
             qPrintable(outcome.reasons().join(u'\n')));
    QVERIFY(outcome.of(poolsTable) == m_outcome.of(poolsTable));
    QVERIFY(outcome.of(poolmembersTable) == m_outcome.of(poolmembersTable));
    const auto files = load.files();
    for (qsizetype file = 0; file < files.size(); ++file) {
        const bool areMembers = qstrcmp(files[file].first, "members") == 0;
        QByteArrayList ids{"id"};
        if (areMembers) // of a server, the pool is no row of the answer
            ids.append("pool_id");
        const QList<QStringList> large = parseCsv(files[file].second).value();
        const QList<QStringList> small = parseCsv(m_files[file].second).value();
        QCOMPARE(large.size(), small.size());
        int checked = 0;
        for (qsizetype line = 1; line < small.size(); ++line) {
            QStringList expected = small[line];
            for (const QByteArray &name : std::as_const(ids)) {
                const qsizetype column = small.first().indexOf(QString::fromLatin1(name));
                if (column < 0 || expected[column].isEmpty())
                    continue;
                expected[column] = QString::number(expected[column].toLongLong() + more);
                ++checked;
            }
            QCOMPARE(large[line], expected);
        }
        QVERIFY(checked > 0);
    }
}

void TestTroubleMatrix::rowsComeAndGo_data()
{
    QTest::addColumn<int>("pages"); // of the list, before it happens
    for (const int pages : {1, 2, 3})
        QTest::addRow("after %d", pages) << pages;
}

/// While pages are under way, a server goes in front and one comes at the end, of each kind: the totals stay
/// as they are, and all behind the first moves up by one.
void TestTroubleMatrix::rowsComeAndGo()
{
    QFETCH(const int, pages);
    constexpr int manyServers = 5'200; // three pages of guests
    const SimulatedAccount account(manyServers);
    const QList<qint64> gone{account.hardwareId(0), account.guestId(0)};
    const QList<qint64> created{account.hardwareId(account.hardwareCount() - 1),
                                account.guestId(account.guestCount() - 1)};
    QList<Fault> faults;
    for (qsizetype kind = 0; kind < gone.size(); ++kind) {
        const FaultScope lists{.method =
                                   kind == 0 ? u"Account::getHardware"_s : u"Account::getVirtualGuests"_s};
        faults.append({Kind::RowsVanish, lists, pages, {}, {gone[kind]}});
        faults.append({Kind::RowsAppear, lists, pages, {}, {created[kind]}});
    }
    DemoLoad moving(manyServers, planOf(faults));
    const LoadOutcome outcome = moving.load();
    DemoLoad calm(manyServers);
    QVERIFY(calm.load().isComplete());

    const auto recordsIn = [](const DemoLoad &load) {
        return recordsOf(load.csv(load.store->table().catalogue().allColumns()));
    };
    Records left = recordsIn(calm);
    const Records found = recordsIn(moving);
    QCOMPARE(found.size(), qsizetype(moving.store->table().rowCount())); // none twice
    QCOMPARE(left.size(), qsizetype(manyServers));
    for (auto row = found.cbegin(); row != found.cend(); ++row) {
        const qint64 id = row->value(u"id"_s).toLongLong();
        const bool isGone = gone.contains(id) && row->value(u"row_state"_s) != "complete"_L1;
        QVERIFY2(isGone || *row == left.value(row.key()), qPrintable(row.key()));
        left.remove(row.key());
    }
    for (auto row = left.cbegin(); row != left.cend(); ++row) {
        const qint64 id = row->value(u"id"_s).toLongLong();
        // Who came after the last page was read is in the next load.
        QVERIFY2(gone.contains(id) || (created.contains(id) && !outcome.isComplete()), qPrintable(row.key()));
    }
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTroubleMatrix)
#include "tst_troublematrix.moc"
