// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/detailspolicy.h"

#include "app/inventory/tablebuilder.h"
#include "noclock.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>
#include <array>
#include <deque>

using namespace layerscope;

namespace {

/// One load of the details of an account, of which its key may not see some groups: all questions are
/// answered in the order in which they are asked, by a server that is known to bear the largest batches.
class RefusedLoad
{
public:
    static constexpr int callsAtOnce = 30;
    static constexpr std::array kinds{RowKind::BareMetal, RowKind::Virtual};

    RefusedLoad(int hardware, int guests, GroupSet wanted, GroupSet lost = {},
                ApiError::Kind error = ApiError::Kind::Forbidden)
        : m_lost(lost)
        , m_error(error)
        , m_store(serverCatalogue(), m_clock)
        , m_policy(m_store, [](DetailsPolicy::Outlook) {})
    {
        m_store.beginLoad();
        m_policy.setWanted(wanted);
        for (const RowKind kind : kinds)
            m_policy.recallSize(kind, {BatchSizer::largest, false});
        list(RowKind::BareMetal, hardware);
        list(RowKind::Virtual, guests);
    }

    /// As one that comes after that one.
    RefusedLoad &recall(const RefusedLoad &former)
    {
        for (const RowKind kind : kinds)
            m_policy.recallRefusals(kind, former.refusals(kind));
        return *this;
    }
    /// How many questions it took.
    int run()
    {
        m_policy.start();
        for (fill(); !m_inFlight.empty(); fill())
            answerOne();
        return m_questions;
    }
    void start()
    {
        m_policy.start();
        fill();
    }
    void answerOne()
    {
        const DetailsPolicy::Next next = m_inFlight.front();
        m_inFlight.pop_front();
        if ((next.ask.groups & m_lost).any()) {
            m_policy.answered(next.number, Unexpected(ApiError::make(m_error)), {});
            return;
        }
        RowPatches answer;
        for (const qint64 id : next.ask.ids)
            answer.rows.append(RowPatch{{next.ask.kind, id}, next.ask.groups, {}, {}, {}, {}});
        m_policy.answered(next.number, answer, std::chrono::milliseconds(100));
    }
    void fill()
    {
        while (static_cast<int>(m_inFlight.size()) < callsAtOnce && m_policy.mostUrgent()) {
            DetailsPolicy::Calls calls;
            calls.atOnce = callsAtOnce;
            calls.free = callsAtOnce - static_cast<int>(m_inFlight.size());
            calls.startsPerSecond = 45;
            m_inFlight.push_back(m_policy.next(calls));
            ++m_questions;
        }
    }
    void stop()
    {
        m_policy.stop();
        m_inFlight.clear();
    }
    void retry() { m_policy.retry({0}); }

    [[nodiscard]] GroupSet refusals(RowKind kind) const { return m_policy.refusals(kind); }
    [[nodiscard]] bool areAnyRefusals() const
    {
        return std::any_of(kinds.begin(), kinds.end(), [this](RowKind kind) { return refusals(kind).any(); });
    }
    [[nodiscard]] int trialsUnderWay() const
    {
        return static_cast<int>(
            std::count_if(m_inFlight.cbegin(), m_inFlight.cend(), [](const DetailsPolicy::Next &next) {
                return next.ask.purpose == DetailRequest::Purpose::Trial;
            }));
    }
    /// What was lost is so in each row, and all else is there.
    [[nodiscard]] bool isAsItMustBe(CellState state = CellState::Refused)
    {
        const InventoryTable &table = m_store.table();
        for (int row = 0; row < table.rowCount(); ++row) {
            const GroupSet lost = m_lost & table.catalogue().groupsOfKind(table.key(row).kind);
            for (int group = 0; group < table.catalogue().groupCount(); ++group) {
                const auto bit = static_cast<std::size_t>(group);
                const CellState expected = lost.test(bit) ? state : CellState::Value;
                if (m_policy.wanted().test(bit) && table.groupState(row, group) != expected)
                    return false;
            }
        }
        return m_policy.isDone();
    }

private:
    void list(RowKind kind, int count)
    {
        QList<RowPatch> rows;
        for (int index = 0; index < count; ++index)
            rows.append(RowPatch{{kind, 1000 + index}, groupSet(ServerGroup::Identity), {}, {}, {}, {}});
        m_store.listRows(rows);
    }

    const GroupSet m_lost;
    const ApiError::Kind m_error;
    NoClock m_clock;
    InventoryStore m_store;
    DetailsPolicy m_policy;
    std::deque<DetailsPolicy::Next> m_inFlight;
    int m_questions = 0;
};

GroupSet allGroupsOfServers()
{
    GroupSet groups;
    for (int group = ServerGroup::Identity + 1; group < ServerGroup::Count; ++group)
        groups.set(static_cast<std::size_t>(group));
    return groups;
}

} // namespace

/// What a relation costs that is refused for good, by the policy alone.
class TestRefusedRelation : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theNextLoadAsksNoBatchInVain_data();
    void theNextLoadAsksNoBatchInVain();
    void whatIsPermittedAgainComes();
    void isRememberedOverAStop();
    void isForgottenByARetry();
    void whatIsNoRefusalIsNotRemembered_data();
    void whatIsNoRefusalIsNotRemembered();
    void noAnswerIsAnotherTrouble();

private:
    static constexpr int hardware = 250;
    static constexpr int guests = 300;
    const GroupSet m_all = allGroupsOfServers();
    const GroupSet m_vlans = groupSet(ServerGroup::Vlans);
};

void TestRefusedRelation::theNextLoadAsksNoBatchInVain_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<GroupSet>("lost");
    QTest::addColumn<int>("trials"); // three rows of the first kind, two of the other
    const GroupSet billing = groupSet(ServerGroup::Fee, ServerGroup::Owner);
    for (const int servers : {550, 5500}) {
        QTest::addRow("VLANs, %d servers", servers) << servers << groupSet(ServerGroup::Vlans) << 5;
        // Together, but for the last row of the first kind.
        QTest::addRow("billing, %d servers", servers) << servers << billing << 6;
    }
}

void TestRefusedRelation::theNextLoadAsksNoBatchInVain()
{
    QFETCH(int, servers);
    QFETCH(GroupSet, lost);
    QFETCH(int, trials);
    const int bareMetal = servers * hardware / (hardware + guests);
    RefusedLoad calm(bareMetal, servers - bareMetal, m_all);
    const int batches = calm.run();
    QVERIFY(calm.isAsItMustBe());
    QVERIFY(!calm.areAnyRefusals());

    // One wave of batches in vain, six questions to find out for what, and the trials.
    RefusedLoad first(bareMetal, servers - bareMetal, m_all, lost);
    const int asked = first.run();
    QVERIFY2(asked <= 2 * batches + 12, qPrintable(QString::number(asked)));
    QVERIFY(first.isAsItMustBe());
    for (const RowKind kind : RefusedLoad::kinds)
        QCOMPARE(first.refusals(kind), lost);

    RefusedLoad next(bareMetal, servers - bareMetal, m_all, lost);
    QCOMPARE(next.recall(first).run(), batches + trials);
    QVERIFY(next.isAsItMustBe());
    for (const RowKind kind : RefusedLoad::kinds)
        QCOMPARE(next.refusals(kind), lost);
}

void TestRefusedRelation::whatIsPermittedAgainComes()
{
    RefusedLoad calm(hardware, guests, m_all);
    const int batches = calm.run();
    RefusedLoad first(hardware, guests, m_all, m_vlans);
    first.run();
    RefusedLoad permitted(hardware, guests, m_all);
    permitted.recall(first).run();
    QVERIFY(permitted.isAsItMustBe());
    QVERIFY(!permitted.areAnyRefusals());
    RefusedLoad next(hardware, guests, m_all);
    QCOMPARE(next.recall(permitted).run(), batches);
}

void TestRefusedRelation::isRememberedOverAStop()
{
    RefusedLoad first(hardware, guests, m_all, m_vlans);
    first.run();
    RefusedLoad stopped(hardware, guests, m_all, m_vlans);
    stopped.recall(first).start();
    stopped.answerOne(); // a trial of the first kind
    stopped.stop();
    for (const RowKind kind : RefusedLoad::kinds)
        QCOMPARE(stopped.refusals(kind), m_vlans);
    stopped.run(); // goes on
    QVERIFY(stopped.isAsItMustBe());
}

void TestRefusedRelation::isForgottenByARetry()
{
    RefusedLoad first(hardware, guests, m_all, m_vlans);
    first.run();
    first.retry();
    QVERIFY(!first.areAnyRefusals());
}

void TestRefusedRelation::whatIsNoRefusalIsNotRemembered_data()
{
    QTest::addColumn<ApiError::Kind>("error");
    QTest::addColumn<GroupSet>("lost");
    QTest::newRow("a server that fails") << ApiError::Kind::Server << m_vlans;
    QTest::newRow("nothing is permitted of any row") << ApiError::Kind::Forbidden << m_all;
}

void TestRefusedRelation::whatIsNoRefusalIsNotRemembered()
{
    QFETCH(ApiError::Kind, error);
    QFETCH(GroupSet, lost);
    RefusedLoad load(hardware, guests, m_all, lost, error);
    load.run();
    QVERIFY(!load.areAnyRefusals());
}

/// What was refused before has no answer now: the rows that prove it are asked side by side, since each
/// question takes the whole time of a call.
void TestRefusedRelation::noAnswerIsAnotherTrouble()
{
    RefusedLoad first(hardware, guests, m_all, m_vlans);
    first.run();
    RefusedLoad silent(hardware, guests, m_all, m_vlans, ApiError::Kind::Timeout);
    silent.recall(first).start();
    QCOMPARE(silent.trialsUnderWay(), 1);
    silent.answerOne();
    silent.fill();
    QCOMPARE(silent.trialsUnderWay(), 2);
    silent.run();
    QVERIFY(silent.isAsItMustBe(CellState::Failed));
    QVERIFY(!silent.areAnyRefusals());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestRefusedRelation)
#include "tst_refusedrelation.moc"
