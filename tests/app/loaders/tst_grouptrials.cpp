// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/grouptrials.h"

#include "app/inventory/tablebuilder.h"
#include "support/testmain.h"

#include <QHash>
#include <QSet>
#include <QTest>

#include <algorithm>
#include <iterator>
#include <utility>

using namespace layerscope;

/// Which suspect groups are tried on which rows. Owner and fee hang on one relation, and are accused
/// together.
class TestGroupTrials : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void triesOneRowAfterTheOther();
    void waitsForARowUnderWay();
    void triesTheSameAgainIfThereIsNoOther();
    void triesTheLastRowsEquallyOften();
    void tellsHowOftenARowWasRefusedAlone();
    void aRefusalOutlivesAPassingError();
    void partsWhatWasAccusedTogether();
    void triesApartOnBadDays();
    void whoStopsProvesNothing();
    void triesARowAgainThatWasNotAnswered();
    void triesTheLastFewRowsAll();
    void fewRowsDoNotSpeakForTheirKind();
    void believesThatAllIsRefused();
    void oneRowThatCameIsEnough();
    void triesWhatIsInDoubtOnSeveralRows();
    void oneRowDoesNotSpeakForAllInDoubt();
    void noMoreIsAskedWhileDoubtsGoSilent();
    void oneSilentRowSpeaksForNoOther();

private:
    static constexpr RowKind guest = RowKind::Virtual;
    static constexpr int rows = 4;

    [[nodiscard]] QList<DetailRequest> due() { return m_trials.due(m_table, m_trust, m_owner | m_fee); }
    void suspect(GroupSet groups)
    {
        m_trust.suspect(guest, groups);
        m_trials.add(guest, groups);
    }
    void doubt(GroupSet groups)
    {
        m_trust.failed(guest, groups, ApiError::make(ApiError::Kind::Timeout));
        m_trust.doubt(guest, groups);
        for (std::size_t group = 0; group < groups.size(); ++group) {
            if (groups.test(group))
                m_trials.add(guest, GroupSet().set(group));
        }
    }
    void refuse(const DetailRequest &trial) { QVERIFY(!m_trials.ended(trial, false, m_trust)); }

    InventoryTable m_table{serverCatalogue()};
    GroupHealth m_trust;
    GroupTrials m_trials;
    const GroupSet m_owner = groupSet(ServerGroup::Owner);
    const GroupSet m_fee = groupSet(ServerGroup::Fee);
};

void TestGroupTrials::init()
{
    m_table = InventoryTable(serverCatalogue());
    for (int row = 0; row < rows; ++row)
        m_table.listRow(virtualServer(100 + row, {}), nullptr);
    m_trust = {};
    m_trials = {};
}

void TestGroupTrials::triesOneRowAfterTheOther()
{
    suspect(m_owner);
    QSet<qint64> tried;
    for (int row = 0; row < rows; ++row) {
        QVERIFY(m_trials.isWaiting());
        const QList<DetailRequest> asks = due();
        QCOMPARE(asks.size(), 1);
        QCOMPARE(asks.first().groups, m_owner);
        QCOMPARE(asks.first().ids.size(), 1);
        tried.insert(asks.first().ids.first());
        QVERIFY(due().isEmpty()); // one at a time
        QVERIFY(!m_trials.isWaiting());
        refuse(asks.first());
    }
    QCOMPARE(tried.size(), rows); // each once
}

/// Else two rows that this key may not see would speak for all, while the others are on their way.
void TestGroupTrials::waitsForARowUnderWay()
{
    suspect(m_owner);
    QSet<qint64> tried;
    m_table.setLoading(0, m_owner);
    for (int row = 1; row < rows; ++row) {
        const QList<DetailRequest> asks = due();
        QCOMPARE(asks.size(), 1);
        tried.insert(asks.first().ids.first());
        refuse(asks.first());
    }
    QVERIFY(!tried.contains(100));
    QVERIFY(due().isEmpty());
    QVERIFY(m_trials.isWaiting());
    m_table.clearLoading(0, m_owner);
    const QList<DetailRequest> asks = due();
    QCOMPARE(asks.size(), 1);
    QCOMPARE(asks.first().ids.first(), 100);
}

void TestGroupTrials::triesTheSameAgainIfThereIsNoOther()
{
    suspect(m_owner);
    for (int row = 0; row < 3 * rows; ++row) {
        const QList<DetailRequest> asks = due();
        QCOMPARE(asks.size(), 1);
        refuse(asks.first());
    }
}

/// So that each speaks for itself, and none is asked for more often than that takes.
void TestGroupTrials::triesTheLastRowsEquallyOften()
{
    suspect(m_owner);
    QHash<qint64, int> times;
    for (int question = 1; question <= 5 * rows; ++question) {
        const DetailRequest trial = due().first();
        ++times[trial.ids.first()];
        const auto [fewest, most] = std::minmax_element(times.cbegin(), times.cend());
        QVERIFY(*most <= *fewest + 1);
        QCOMPARE(times.size(), std::min(question, rows));
        refuse(trial);
    }
}

/// What is refused together with another proves nothing of it.
void TestGroupTrials::tellsHowOftenARowWasRefusedAlone()
{
    const ApiError error = ApiError::make(ApiError::Kind::Server);
    suspect(m_owner | m_fee);
    for (int together = 0; together < GroupHealth::rowsTogether; ++together) {
        const DetailRequest trial = due().first();
        QCOMPARE(m_trials.rowWasRefused(trial, error).times, 0);
        refuse(trial);
    }
    QHash<std::pair<qint64, std::size_t>, int> times; // of a row and a group
    for (int round = 0; round < 3 * rows; ++round) {
        const QList<DetailRequest> trials = due();
        QCOMPARE(trials.size(), 2);
        for (const DetailRequest &trial : trials) {
            const std::size_t group = trial.groups == m_owner ? 0 : 1;
            const int before = times[std::pair(trial.ids.first(), group)]++;
            QCOMPARE(m_trials.rowWasRefused(trial, error).times, before + 1);
            refuse(trial);
        }
    }
    QCOMPARE(times.size(), 2 * rows);
}

void TestGroupTrials::aRefusalOutlivesAPassingError()
{
    const ApiError denied = ApiError::make(ApiError::Kind::Forbidden);
    const ApiError broken = ApiError::make(ApiError::Kind::Server);
    suspect(m_owner);
    QSet<qint64> deniedRows;
    for (int round = 0; round < 3; ++round) {
        for (int row = 0; row < rows; ++row) {
            const DetailRequest trial = due().first();
            const qint64 id = trial.ids.first();
            const bool isDenied = round == 1 && row % 2 == 0;
            if (isDenied)
                deniedRows.insert(id);
            const ApiError told = m_trials.rowWasRefused(trial, isDenied ? denied : broken).error;
            QVERIFY(told == (deniedRows.contains(id) ? denied : broken));
            refuse(trial);
        }
    }
    QCOMPARE(deniedRows.size(), rows / 2);
}

void TestGroupTrials::partsWhatWasAccusedTogether()
{
    suspect(m_owner | m_fee);
    for (int row = 0; row < GroupHealth::rowsTogether; ++row) {
        const QList<DetailRequest> asks = due();
        QCOMPARE(asks.size(), 1);
        QCOMPARE(asks.first().groups, m_owner | m_fee);
        refuse(asks.first());
    }
    const QList<DetailRequest> asks = due();
    QCOMPARE(asks.size(), 2);
    QCOMPARE(asks[0].groups.count(), std::size_t(1));
    QCOMPARE(asks[0].groups | asks[1].groups, m_owner | m_fee);
    m_trust.succeeded(guest, asks[0].groups, 1); // it was the other
    QVERIFY(!m_trials.ended(asks[0], true, m_trust));
    refuse(asks[1]);
    const QList<DetailRequest> left = due();
    QCOMPARE(left.size(), 1);
    QCOMPARE(left.first().groups, asks[1].groups);
}

void TestGroupTrials::triesApartOnBadDays()
{
    m_trust.wasPassing();
    suspect(m_owner | m_fee);
    QCOMPARE(due().size(), 2);
}

void TestGroupTrials::whoStopsProvesNothing()
{
    suspect(m_owner | m_fee);
    for (int stop = 0; stop < 10; ++stop) {
        const QList<DetailRequest> asks = due();
        QCOMPARE(asks.size(), 1); // never parted: none was answered
        m_trials.interrupt();
        QVERIFY(!m_trials.ended(asks.first(), false, m_trust));
    }
    m_trials.forget();
    m_trials.doubtAll(guest);
    for (int stop = 0; stop < 10; ++stop) {
        QCOMPARE(due().size(), 1);
        m_trials.interrupt();
    }
    refuse(due().first());
    QVERIFY(m_trials.isAllDoubted(guest));
}

void TestGroupTrials::triesARowAgainThatWasNotAnswered()
{
    suspect(m_owner);
    const DetailRequest first = due().first();
    m_trials.interrupt();
    QCOMPARE(due().first().ids, first.ids);
    m_trials.interrupt();
    QSet<qint64> tried;
    for (int row = 0; row < rows; ++row) {
        const DetailRequest trial = due().first();
        tried.insert(trial.ids.first());
        QCOMPARE(m_trials.rowsTried(trial).size(), tried.size());
        refuse(trial);
    }
    QCOMPARE(tried.size(), rows);
}

/// Three refused rows of four say little of the fourth.
void TestGroupTrials::triesTheLastFewRowsAll()
{
    suspect(m_owner);
    for (int row = 1; row <= rows; ++row) {
        const QList<DetailRequest> asks = due();
        QCOMPARE(asks.size(), 1);
        QCOMPARE(m_trials.areFewLeft(m_table, asks.first()), row < rows);
        refuse(asks.first());
    }
    QVERIFY(!m_trials.areFewLeft(m_table, due().first())); // all of them were tried

    m_trials = {};
    for (int row = 0; row < 100; ++row)
        m_table.listRow(virtualServer(1000 + row, {}), nullptr);
    suspect(m_owner);
    QVERIFY(!m_trials.areFewLeft(m_table, due().first()));
}

void TestGroupTrials::believesThatAllIsRefused()
{
    m_trials.doubtAll(guest);
    QVERIFY(m_trials.isAllDoubted(guest));
    int asked = 0;
    bool isBelieved = false;
    while (!isBelieved && asked < 100) {
        const QList<DetailRequest> asks = due();
        QCOMPARE(asks.size(), 1);
        QVERIFY(asks.first().groups.none()); // the bare id
        ++asked;
        isBelieved = m_trials.ended(asks.first(), false, m_trust);
    }
    QVERIFY(isBelieved);
    QVERIFY(asked > GroupHealth::onGoodDays.rows); // far more is given up than one group
    QVERIFY(!m_trials.isAllDoubted(guest));
    QVERIFY(due().isEmpty());
}

/// Others of it may be listed later.
void TestGroupTrials::fewRowsDoNotSpeakForTheirKind()
{
    m_table = InventoryTable(serverCatalogue());
    m_table.listRow(virtualServer(100, {}), nullptr);
    m_trials.doubtAll(guest);
    QList<qint64> tried;
    for (bool isBelieved = false; !isBelieved;) {
        const DetailRequest trial = due().first();
        tried = m_trials.rowsTried(trial);
        isBelieved = m_trials.ended(trial, false, m_trust);
    }
    QCOMPARE(tried, QList<qint64>{100});
    QVERIFY(tried.size() < GroupTrials::enoughRows);
    QVERIFY(!m_trials.isAllDoubted(guest));
    QVERIFY(!m_trials.wasAllDoubted(guest)); // may be doubted again, of those
}

void TestGroupTrials::oneRowThatCameIsEnough()
{
    m_trials.doubtAll(guest);
    const QList<DetailRequest> asks = due();
    QCOMPARE(asks.size(), 1);
    QVERIFY(!m_trials.came(RowKind::BareMetal)); // was never in doubt
    QVERIFY(m_trials.came(guest));
    QVERIFY(!m_trials.isAllDoubted(guest));
    QVERIFY(m_trials.wasAllDoubted(guest));
    QVERIFY(!m_trials.came(guest));
    QVERIFY(due().isEmpty());
    refuse(asks.first()); // too late
}

/// At the same time: each may take all the time of a call.
void TestGroupTrials::triesWhatIsInDoubtOnSeveralRows()
{
    doubt(m_owner);
    const QList<DetailRequest> asks = due();
    QCOMPARE(asks.size(), 3);
    QSet<qint64> tried;
    for (const DetailRequest &ask : asks) {
        QCOMPARE(ask.groups, m_owner);
        QCOMPARE(ask.ids.size(), 1);
        QVERIFY(m_trials.isOfDoubt(ask));
        tried.insert(ask.ids.first());
    }
    QCOMPARE(tried.size(), 3);
    QVERIFY(due().isEmpty());
    refuse(asks[0]);
    m_trust.rowWasUnanswered(guest, m_owner);
    QVERIFY(due().isEmpty()); // two more are enough, and on their way
    // Whatever is not answered is as if it had not been asked.
    m_trials.interrupt();
    QSet<qint64> again;
    for (const DetailRequest &ask : due())
        again.insert(ask.ids.first());
    QCOMPARE(again.size(), 2);
    QVERIFY(!again.contains(asks[0].ids.first()));

    // It came for one row: it is not in doubt any more, and the others say nothing.
    m_trials.interrupt(); // else all that may be asked is under way, and nothing would be due anyway
    QVERIFY(m_trials.isWaiting());
    m_trust.succeeded(guest, m_owner, 1);
    QVERIFY(due().isEmpty());
    QVERIFY(!m_trials.isWaiting());
}

/// Of many in doubt, each is tried on one row, and not all on the same.
void TestGroupTrials::oneRowDoesNotSpeakForAllInDoubt()
{
    GroupSet many = serverCatalogue().groupsOfKind(guest) & ~groupSet(ServerGroup::Identity);
    doubt(many);
    const QList<DetailRequest> asks = m_trials.due(m_table, m_trust, many);
    QCOMPARE(asks.size(), static_cast<qsizetype>(many.count()));
    QSet<qint64> tried;
    for (const DetailRequest &ask : asks)
        tried.insert(ask.ids.first());
    QCOMPARE(tried.size(), rows);
}

/// The first has no answer, and the others of the same time may have none, either: then it is all over.
void TestGroupTrials::noMoreIsAskedWhileDoubtsGoSilent()
{
    const GroupSet many = serverCatalogue().groupsOfKind(guest) & ~groupSet(ServerGroup::Identity);
    const ApiError silence = ApiError::make(ApiError::Kind::Timeout);
    doubt(many);
    const auto dueNow = [this, many] { return m_trials.due(m_table, m_trust, many); };
    QList<DetailRequest> asks = dueNow();
    const DetailRequest recalled = asks.takeLast();
    m_trials.recall(recalled);
    QVERIFY(!m_trials.isOfDoubt(recalled));
    const DetailRequest last = asks.takeLast();
    for (const DetailRequest &ask : asks) {
        m_trust.failed(guest, ask.groups, silence);
        refuse(ask);
        QVERIFY(dueNow().isEmpty());
    }
    m_trust.succeeded(guest, last.groups, 1);
    QVERIFY(!m_trials.ended(last, true, m_trust));
    const QList<DetailRequest> again = dueNow(); // it was not all of them
    QCOMPARE(again.size(), static_cast<qsizetype>(many.count()) - 1);
    const bool isRecalledAsked = std::any_of(again.cbegin(), again.cend(), [&](const DetailRequest &ask) {
        return ask.groups == recalled.groups && ask.ids == recalled.ids;
    });
    QVERIFY(isRecalledAsked);
}

/// Two do, and one that has no other beside it.
void TestGroupTrials::oneSilentRowSpeaksForNoOther()
{
    const ApiError silence = ApiError::make(ApiError::Kind::Timeout);
    const GroupSet both = m_owner | m_fee;
    const auto fail = [&](const DetailRequest &ask) {
        m_trust.failed(guest, ask.groups, silence);
        refuse(ask);
    };
    doubt(both);
    const QList<DetailRequest> asks = due();
    QList<DetailRequest> ofFirst;
    std::copy_if(asks.cbegin(), asks.cend(), std::back_inserter(ofFirst),
                 [&asks](const DetailRequest &ask) { return ask.ids == asks.first().ids; });
    QCOMPARE(ofFirst.size(), 2); // for each of the groups
    for (const DetailRequest &ask : std::as_const(ofFirst))
        fail(ask);
    QVERIFY(m_trials.silentForAll(m_table, guest, both).none());

    RowPatch came = virtualServer(0, {});
    came.loaded = m_fee;
    for (int row = 0; row < rows; ++row) {
        came.key = m_table.key(row);
        if (came.key.id != asks.first().ids.first())
            m_table.apply(came);
    }
    QCOMPARE(m_trials.silentForAll(m_table, guest, both), m_fee); // which only that row lacks

    const auto other = std::find_if(asks.cbegin(), asks.cend(), [&asks](const DetailRequest &ask) {
        return ask.ids != asks.first().ids;
    });
    fail(*other);
    QCOMPARE(m_trials.silentForAll(m_table, guest, both), both);
    QVERIFY(!m_trials.came(guest)); // any row
    QVERIFY(m_trials.silentForAll(m_table, guest, both).none());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestGroupTrials)
#include "tst_grouptrials.moc"
