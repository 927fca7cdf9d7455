// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/pacefile.h"

#include "api/apiclient.h"
#include "support/testmain.h"

#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

Connection connectionOf(const QString &user, const QUrl &endpoint = Connection::publicEndpoint())
{
    return {endpoint, {Credentials::Scheme::Basic, user, u"key-of-%1"_s.arg(user)}, {}};
}

const ServerPace quick{30, {{"getHardware", {300, false}}, {"getVirtualGuests", {50, true}}}};

} // namespace

class TestPaceFile : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void init();
    void keepsThePaceOfEachAccount();
    void triesAgainWhatWasTooMuchADayAgo();
    void keepsForADayWhatWasRefused();
    void namesNobody();
    void keepsNothingOfThisMachine();
    void nonsenseIsUnknown_data();
    void nonsenseIsUnknown();
    void dropsThoseNotUsedForLongest();
    void nowhereIsNoError();
    void clientBeginsWhereTheLastOneEnded();
    void clientThatLearnedNothingWritesNothing();

private:
    [[nodiscard]] QString path() const { return m_folder->filePath(u"new folder/pace.ini"_s); }
    [[nodiscard]] ApiClient::Options options() const
    {
        ApiClient::Options options;
        options.paceFile = path();
        return options;
    }

    std::optional<QTemporaryDir> m_folder;
    const QDateTime m_now = QDateTime::fromString(u"2026-11-30T12:00:00Z"_s, Qt::ISODate);
};

void TestPaceFile::init()
{
    m_folder.emplace();
    QVERIFY(m_folder->isValid());
}

void TestPaceFile::keepsThePaceOfEachAccount()
{
    const PaceFile file(path());
    QCOMPARE(file.pace(connectionOf(u"ann"_s), m_now), ServerPace());
    file.setPace(connectionOf(u"ann"_s), quick, m_now);
    const ServerPace slow{1, {{"getHardware", {5, true}}}};
    file.setPace(connectionOf(u"bob"_s), slow, m_now);
    file.setPace(connectionOf(u"ann"_s, Connection::privateEndpoint()), slow, m_now);

    const PaceFile later(path());
    QCOMPARE(later.pace(connectionOf(u"ann"_s), m_now), quick);
    QCOMPARE(later.pace(connectionOf(u"bob"_s), m_now), slow);
    QCOMPARE(later.pace(connectionOf(u"ann"_s, Connection::privateEndpoint()), m_now), slow);
    QCOMPARE(later.pace(connectionOf(u"carl"_s), m_now), ServerPace());

    later.setPace(connectionOf(u"bob"_s), quick, m_now);
    QCOMPARE(file.pace(connectionOf(u"bob"_s), m_now), quick);
}

/// The rows that came stay believed, but more may be tried.
void TestPaceFile::triesAgainWhatWasTooMuchADayAgo()
{
    PaceFile file(path());
    file.setPace(connectionOf(u"ann"_s), quick, m_now);
    const auto guestsAt = [&](const QDateTime &time) {
        return file.pace(connectionOf(u"ann"_s), time).lists.value("getVirtualGuests");
    };
    QCOMPARE(guestsAt(m_now.addSecs(24 * 3600 - 1)), (RowsBorne{50, true}));
    QCOMPARE(guestsAt(m_now.addSecs(24 * 3600)), (RowsBorne{50, false}));
    QCOMPARE(guestsAt(m_now.addSecs(-3600)), (RowsBorne{50, false})); // this clock, or that one, was wrong
}

void TestPaceFile::keepsForADayWhatWasRefused()
{
    const PaceFile file(path());
    const Connection ann = connectionOf(u"ann"_s);
    ServerPace pace = quick;
    pace.refused = {{"servers.virtual", {"fee_month_usd", "owner"}}, {"pools.pool", {"fee_month_usd"}}};
    file.setPace(ann, pace, m_now);
    QCOMPARE(file.pace(ann, m_now), pace);
    QVERIFY(file.pace(connectionOf(u"bob"_s), m_now).refused.isEmpty());
    QVERIFY(!file.pace(ann, m_now.addSecs(24 * 3600 - 1)).refused.isEmpty());
    QVERIFY(file.pace(ann, m_now.addSecs(24 * 3600)).refused.isEmpty()); // it may be permitted by now

    pace.refused.remove("servers.virtual");
    file.setPace(ann, pace, m_now);
    QCOMPARE(file.pace(ann, m_now), pace);

    ApiClient client(ann, options());
    QVERIFY(client.refused("servers.virtual").isEmpty());
    client.setRefused("servers.virtual", {"owner"});
    QCOMPARE(client.refused("servers.virtual"), QByteArrayList{"owner"});
    client.setRefused("servers.virtual", {});
    QVERIFY(!client.pace().refused.contains("servers.virtual"));
}

void TestPaceFile::namesNobody()
{
    PaceFile(path()).setPace(connectionOf(u"somebody"_s), quick, m_now);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QByteArray text = file.readAll();
    QVERIFY(text.contains("getVirtualGuests"));
    QVERIFY(!text.contains("somebody"));
    QVERIFY(!text.contains("softlayer"));
}

void TestPaceFile::keepsNothingOfThisMachine()
{
    const Connection tunnel = connectionOf(u"ann"_s, QUrl(u"https://127.0.0.1:8443/rest/v3.1/"_s));
    PaceFile(path()).setPace(tunnel, quick, m_now);
    QVERIFY(!QFileInfo::exists(path()));
    QCOMPARE(PaceFile(path()).pace(tunnel, m_now), ServerPace());
}

void TestPaceFile::nonsenseIsUnknown_data()
{
    QTest::addColumn<QByteArray>("from");
    QTest::addColumn<QByteArray>("to");
    QTest::newRow("words") << "calls=30"_ba
                           << "calls=many"_ba;
    QTest::newRow("negative") << "calls=30"_ba
                              << "calls=-30"_ba;
    QTest::newRow("huge") << "calls=30"_ba
                          << "calls=99999999999"_ba;
    QTest::newRow("none") << "calls=30"_ba
                          << ""_ba;
}

void TestPaceFile::nonsenseIsUnknown()
{
    QFETCH(QByteArray, from);
    QFETCH(QByteArray, to);
    PaceFile(path()).setPace(connectionOf(u"ann"_s), quick, m_now);
    QFile file(path());
    QVERIFY(file.open(QIODevice::ReadOnly));
    QByteArray text = file.readAll();
    QVERIFY(text.contains(from));
    text.replace(from, to).replace("rows=300", "rows=0");
    // Of another name: QSettings reads a file that it knows only where time or size say that it changed, and
    // these may be the same.
    QFile nonsense(m_folder->filePath(u"nonsense.ini"_s));
    QVERIFY(nonsense.open(QIODevice::WriteOnly));
    QCOMPARE(nonsense.write(text), text.size());
    nonsense.close();

    const ServerPace pace = PaceFile(nonsense.fileName()).pace(connectionOf(u"ann"_s), m_now);
    QCOMPARE(pace.callsAtOnce, 0);
    QCOMPARE(pace.lists.value("getVirtualGuests"), (RowsBorne{50, true}));
    QVERIFY(!pace.lists.contains("getHardware"));
}

void TestPaceFile::dropsThoseNotUsedForLongest()
{
    const PaceFile file(path());
    const QDateTime later = m_now.addDays(1);
    const auto user = [](int number) { return connectionOf(u"user%1"_s.arg(number)); };
    for (int number = 0; number < PaceFile::maxAccounts + 2; ++number)
        file.setPace(user(number), quick, m_now.addSecs(number));
    file.setPace(user(2), quick, later);
    file.setPace(connectionOf(u"new"_s), quick, later);
    QCOMPARE(file.pace(user(0), later), ServerPace());
    QCOMPARE(file.pace(user(1), later), ServerPace());
    QCOMPARE(file.pace(user(2), later), quick);
    QCOMPARE(file.pace(user(3), later), ServerPace());
    QCOMPARE(file.pace(user(4), later), quick);
    QCOMPARE(file.pace(connectionOf(u"new"_s), later), quick);
}

void TestPaceFile::nowhereIsNoError()
{
    PaceFile().setPace(connectionOf(u"ann"_s), quick, m_now);
    QCOMPARE(PaceFile().pace(connectionOf(u"ann"_s), m_now), ServerPace());
    const PaceFile unwritable(u"/proc/no/such/place/pace.ini"_s);
    unwritable.setPace(connectionOf(u"ann"_s), quick, m_now);
    QCOMPARE(unwritable.pace(connectionOf(u"ann"_s), m_now), ServerPace());
}

void TestPaceFile::clientBeginsWhereTheLastOneEnded()
{
    {
        ApiClient client(connectionOf(u"ann"_s), options());
        QVERIFY(!client.isKeyProven());
        QCOMPARE(client.scheduler().windowSize(), CallLimits().initialCalls);
        QCOMPARE(client.rowsBorne("getHardware"), RowsBorne());
        client.setRowsBorne("getHardware", {300, false});
    }
    PaceFile file(path());
    ServerPace pace = file.pace(connectionOf(u"ann"_s), m_now);
    QCOMPARE(pace, (ServerPace{0, {{"getHardware", {300, false}}}})); // nothing was answered
    pace.callsAtOnce = 12;
    file.setPace(connectionOf(u"ann"_s), pace, m_now);

    ApiClient client(connectionOf(u"ann"_s), options());
    QVERIFY(!client.isKeyProven()); // it may be another one now
    QCOMPARE(client.scheduler().windowSize(), 12);
    QCOMPARE(client.rowsBorne("getHardware"), (RowsBorne{300, false}));

    ApiClient::Options few = options();
    few.limits.maxCalls = 2;
    ApiClient modest(connectionOf(u"ann"_s), few);
    QCOMPARE(modest.scheduler().windowSize(), 2);
    ApiClient other(connectionOf(u"bob"_s), options());
    QCOMPARE(other.scheduler().windowSize(), CallLimits().initialCalls);
}

void TestPaceFile::clientThatLearnedNothingWritesNothing()
{
    {
        ApiClient client(connectionOf(u"ann"_s), options());
    }
    QVERIFY(!QFileInfo::exists(path()));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestPaceFile)
#include "tst_pacefile.moc"
