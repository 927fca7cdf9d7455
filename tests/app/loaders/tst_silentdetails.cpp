// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/detailspolicy.h"

#include "app/inventory/tablebuilder.h"
#include "noclock.h"
#include "support/testmain.h"

#include <QTest>

#include <algorithm>
#include <deque>
#include <functional>
#include <utility>

using namespace layerscope;

namespace {

/// Drives a policy against an account of virtual servers that answers at once, or never: what is never
/// answered ends when there is nothing else to wait for, all at the same time, as calls sent together do.
class SilentAccount
{
public:
    static constexpr RowKind kind = RowKind::Virtual;

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
        while (!m_inFlight.empty() && m_limits < mostLimits) {
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
    [[nodiscard]] int limits() const { return m_limits; }
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
    static constexpr int callsAtOnce = 15; ///< After a first trouble.
    using InFlight = std::deque<DetailsPolicy::Next>;

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
    void runOut()
    {
        ++m_limits;
        for (const DetailsPolicy::Next &next : std::exchange(m_inFlight, {}))
            m_policy.answered(next.number, Unexpected(ApiError::make(ApiError::Kind::Timeout)), {});
    }

    std::function<bool(const DetailRequest &)> m_isSilent;
    InventoryStore m_store;
    DetailsPolicy m_policy;
    InFlight m_inFlight;
    int m_limits = 0;
    int m_questions = 0;
};

} // namespace

/// Details to which no answer comes, however often they are asked for, while all else is answered at once.
class TestSilentDetails : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWasAnsweredIsNotGivenUp();

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
    QCOMPARE(account.limits(), 1);
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

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestSilentDetails)
#include "tst_silentdetails.moc"
