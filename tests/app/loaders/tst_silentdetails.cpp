// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/detailspolicy.h"

#include "app/inventory/tablebuilder.h"
#include "noclock.h"
#include "support/testmain.h"

#include <QList>
#include <QTest>

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>

using namespace layerscope;

namespace {

/// Drives a policy against an account of virtual servers that answers at once, or never: what is never
/// answered ends when there is nothing else to wait for, all of it within one time limit of a call.
class SilentAccount
{
public:
    static constexpr RowKind kind = RowKind::Virtual;
    static constexpr int callsAtOnce = 15; ///< As after a first trouble.

    SilentAccount(int rows, Clock &clock, std::function<bool(const DetailRequest &)> isSilent)
        : m_isSilent(std::move(isSilent))
        , m_store(serverCatalogue(), clock)
        , m_policy(m_store, [](DetailsPolicy::Outlook) {})
    {
        QList<RowPatch> listed;
        for (int row = 0; row < rows; ++row)
            listed.append(virtualServer(100 + row, {}));
        m_store.beginLoad();
        m_store.listRows(listed);
        m_policy.setWanted(all());
        m_policy.start();
    }

    /// All that a virtual server has besides its identity.
    [[nodiscard]] static GroupSet all()
    {
        return serverCatalogue().groupsOfKind(kind) & ~groupSet(ServerGroup::Identity);
    }

    /// Until nothing is to be asked, or so many time limits of a call went by in all.
    void run(int mostLimits = 20)
    {
        fill();
        while (!m_inFlight.empty() && m_inVain.size() < mostLimits) {
            const auto answered = std::find_if(m_inFlight.begin(), m_inFlight.end(),
                                               [this](const auto &next) { return !m_isSilent(next.ask); });
            if (answered != m_inFlight.end())
                answer(answered);
            else
                runOut();
            fill();
        }
    }

    [[nodiscard]] DetailsPolicy &policy() { return m_policy; }
    /// Of each time limit that went by: how many questions had no answer in it.
    [[nodiscard]] const QList<int> &inVain() const { return m_inVain; }
    [[nodiscard]] int questions() const { return m_questions; }
    /// The rows of which this cell group is so.
    [[nodiscard]] int rowsIn(CellState state, std::size_t group) const
    {
        int rows = 0;
        for (int row = 0; row < m_store.table().rowCount(); ++row)
            rows += m_store.table().groupState(row, static_cast<int>(group)) == state ? 1 : 0;
        return rows;
    }

private:
    using InFlight = std::deque<DetailsPolicy::Next>;

    void fill(int ending = 0)
    {
        const int most = callsAtOnce - ending;
        while (static_cast<int>(m_inFlight.size()) < most && m_policy.mostUrgent()) {
            DetailsPolicy::Calls calls;
            calls.atOnce = callsAtOnce;
            calls.free = most - static_cast<int>(m_inFlight.size());
            calls.startsPerSecond = 45;
            m_inFlight.push_back(m_policy.next(calls));
            ++m_questions;
        }
    }
    void answer(InFlight::iterator place)
    {
        const DetailsPolicy::Next next = *place;
        m_inFlight.erase(place);
        RowPatches answer;
        for (const qint64 id : next.ask.ids) {
            RowPatch row;
            row.key = {next.ask.kind, id};
            row.loaded = next.ask.groups;
            answer.rows.append(row);
        }
        m_policy.answered(next.number, answer, std::chrono::milliseconds(50));
    }
    /// One shortly after the other, so that each leaves its place to the next question.
    void runOut()
    {
        InFlight ending = std::exchange(m_inFlight, {});
        m_inVain.append(static_cast<int>(ending.size()));
        while (!ending.empty()) {
            const DetailsPolicy::Next next = ending.front();
            ending.pop_front();
            m_policy.answered(next.number, Unexpected(ApiError::make(ApiError::Kind::Timeout)), {});
            fill(static_cast<int>(ending.size()));
        }
    }

    std::function<bool(const DetailRequest &)> m_isSilent;
    InventoryStore m_store;
    DetailsPolicy m_policy;
    InFlight m_inFlight;
    QList<int> m_inVain;
    int m_questions = 0;
};

} // namespace

/// Details to which no answer comes, however often they are asked for, while all else is answered at once.
class TestSilentDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAnsweredIsNotGivenUp();
    void silentGroupsCostTwoTimeLimits_data();
    void silentGroupsCostTwoTimeLimits();
    void aQuietRowCostsNoOther_data();
    void aQuietRowCostsNoOther();
    void fewRowsThatAreSilentCostTwoTimeLimits_data();
    void fewRowsThatAreSilentCostTwoTimeLimits();

private:
    NoClock m_clock;
};

/// Other groups are given up for their kind while rows still wait for one that came.
void TestSilentDetails::whatWasAnsweredIsNotGivenUp()
{
    constexpr int rows = 300;
    const GroupSet status = groupSet(ServerGroup::Status);
    SilentAccount account(rows, m_clock,
                          [&status](const DetailRequest &ask) { return (ask.groups & ~status).any(); });
    account.run(1);
    QCOMPARE(account.inVain().size(), 1);
    account.policy().setSweepHeld(true); // as while lists are loaded; trials are more urgent
    account.run(10);
    QVERIFY(account.rowsIn(CellState::Value, ServerGroup::Status) > 0); // one by itself
    QCOMPARE(account.rowsIn(CellState::Failed, ServerGroup::Status), 0);
    QCOMPARE(account.rowsIn(CellState::Failed, ServerGroup::Size), rows);
    account.policy().setSweepHeld(false);
    account.run();
    QVERIFY(account.policy().isDone());
    QCOMPARE(account.rowsIn(CellState::Value, ServerGroup::Status), rows);
}

void TestSilentDetails::silentGroupsCostTwoTimeLimits_data()
{
    QTest::addColumn<int>("silent"); // of the groups; -1: all
    QTest::addColumn<int>("calls");  // in vain, when it is asked which groups those are
    QTest::newRow("one") << 1 << 3;
    QTest::newRow("two") << 2 << 6;
    QTest::newRow("three") << 3 << 9;
    QTest::newRow("four") << 4 << 12;
    QTest::newRow("five") << 5 << 10;
    QTest::newRow("six") << 6 << 12;
    QTest::newRow("eight") << 8 << 8;
    QTest::newRow("all") << -1 << SilentAccount::callsAtOnce;
}

/// The batches, and then all that it takes to know which groups those are. All others come.
void TestSilentDetails::silentGroupsCostTwoTimeLimits()
{
    QFETCH(const int, silent);
    QFETCH(const int, calls);
    constexpr int rows = 33;
    GroupSet groups;
    for (std::size_t group = 0; group < groups.size(); ++group) {
        const bool isMeant = silent < 0 || static_cast<int>(groups.count()) < silent;
        groups.set(group, isMeant && SilentAccount::all().test(group));
    }
    SilentAccount account(rows, m_clock,
                          [groups](const DetailRequest &ask) { return (ask.groups & groups).any(); });
    account.run();
    QVERIFY(account.policy().isDone());
    QCOMPARE(account.inVain().size(), 2);
    QCOMPARE_LE(account.inVain()[1], calls);
    QCOMPARE_LE(account.questions(), 300);
    for (std::size_t group = 0; group < groups.size(); ++group) {
        if (SilentAccount::all().test(group))
            QCOMPARE(account.rowsIn(groups.test(group) ? CellState::Failed : CellState::Value, group), rows);
    }
}

void TestSilentDetails::aQuietRowCostsNoOther_data()
{
    QTest::addColumn<int>("rows");
    QTest::addColumn<int>("quiet");
    for (const int rows : {2, 3, 4}) {
        for (int quiet = 0; quiet < rows; ++quiet)
            QTest::addRow("%d of %d", quiet + 1, rows) << rows << quiet;
    }
}

/// However few they are, so that many groups are tried on the same row.
void TestSilentDetails::aQuietRowCostsNoOther()
{
    QFETCH(const int, rows);
    QFETCH(const int, quiet);
    SilentAccount account(rows, m_clock,
                          [quiet](const DetailRequest &ask) { return ask.ids.contains(100 + quiet); });
    account.run();
    QVERIFY(account.policy().isDone());
    QCOMPARE_LE(account.inVain().size(), 4); // the batch, the groups, all of the row once or twice
    for (std::size_t group = 0; group < GroupSet().size(); ++group) {
        if (!SilentAccount::all().test(group))
            continue;
        QCOMPARE(account.rowsIn(CellState::Value, group), rows - 1);
        QCOMPARE(account.rowsIn(CellState::Failed, group), 1);
    }
}

void TestSilentDetails::fewRowsThatAreSilentCostTwoTimeLimits_data()
{
    QTest::addColumn<int>("rows");
    for (const int rows : {1, 2, 3})
        QTest::addRow("%d", rows) << rows;
}

void TestSilentDetails::fewRowsThatAreSilentCostTwoTimeLimits()
{
    QFETCH(const int, rows);
    SilentAccount account(rows, m_clock, [](const DetailRequest &) { return true; });
    account.run();
    QVERIFY(account.policy().isDone());
    QCOMPARE(account.inVain().size(), 2);
    for (std::size_t group = 0; group < GroupSet().size(); ++group) {
        if (SilentAccount::all().test(group))
            QCOMPARE(account.rowsIn(CellState::Failed, group), rows);
    }
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSilentDetails)
#include "tst_silentdetails.moc"
