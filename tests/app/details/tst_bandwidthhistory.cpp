// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utc.h"
#include "details/bandwidthhistory.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

Timestamp at(const char *iso)
{
    return *Timestamp::fromIso(QString::fromLatin1(iso));
}

const BillingCycle januaryCycle{at("2026-01-22T00:00:00-06:00"), at("2026-02-22T00:00:00-06:00")};

BandwidthHistory read(const QByteArray &rows, Timestamp now = at("2026-01-25T12:00:00Z"),
                      bool *isClean = nullptr)
{
    JsonIssues issues;
    const QJsonDocument document = QJsonDocument::fromJson(rows);
    const BandwidthHistory history =
        readBandwidthRows(JsonReader(document.array(), issues), januaryCycle, now);
    if (isClean)
        *isClean = issues.isClean();
    return history;
}

/// "01-22 out/in", "?" for what is unknown.
QStringList linesOf(const BandwidthHistory &history)
{
    QStringList lines;
    for (const BandwidthDay &day : history.days) {
        const auto text = [](std::optional<qint64> bytes) {
            return bytes ? QString::number(*bytes) : u"?"_s;
        };
        lines += utcFromMSecs(day.begin.msecsUtc).toString(u"MM-dd "_s) + text(day.outBytes) + u'/' +
                 text(day.inBytes);
    }
    return lines;
}

QByteArray row(const char *time, const char *type, const char *counter)
{
    return R"({"counter":)" + QByteArray(counter) + R"(,"dateTime":")" + time + R"(","type":")" + type +
           "\"}";
}

QByteArray list(const QList<QByteArray> &rows)
{
    return '[' + rows.join(',') + ']';
}

} // namespace

class TestBandwidthHistory : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsRowsByDay();
    void missingDaysAreUnknown();
    void rowsOfADayAddUp();
    void datesAreMoments();
    void ignoresOtherCounters();
    void ignoresWhatIsOutsideTheCycle();
    void daysEndWithNow();
    void daysEndWithTheLastRowIfNowIsElsewhere_data();
    void daysEndWithTheLastRowIfNowIsElsewhere();
    void tellsItsStep();
    void sumsUpWhatIsKnown();
    void reportsWrongTypes();
    void readsCycles_data();
    void readsCycles();
    void countsDaysOfCycles();
};

void TestBandwidthHistory::readsRowsByDay()
{
    const BandwidthHistory history =
        read(list({row("2026-01-22T00:00:00Z", "publicIn_net_octet", "10"),
                   row("2026-01-22T00:00:00Z", "publicOut_net_octet", "5368709120"),
                   row("2026-01-23T00:00:00Z", "publicOut_net_octet", "0"),
                   row("2026-01-24T00:00:00Z", "publicOut_net_octet", "9007199254740993"),
                   row("2026-01-25T00:00:00Z", "publicIn_net_octet", "7")}));
    // Whole numbers are exact above 2^53, too.
    QCOMPARE(linesOf(history), QStringList({u"01-22 5368709120/10"_s, u"01-23 0/?"_s,
                                            u"01-24 9007199254740993/?"_s, u"01-25 ?/7"_s}));
    QVERIFY(history.hasData());
    QCOMPARE(history.cycle, januaryCycle);
}

void TestBandwidthHistory::missingDaysAreUnknown()
{
    QCOMPARE(linesOf(read("[]")),
             QStringList({u"01-22 ?/?"_s, u"01-23 ?/?"_s, u"01-24 ?/?"_s, u"01-25 ?/?"_s}));
    QVERIFY(!read("[]").hasData());
    QCOMPARE(linesOf(read(list({row("2026-01-24T00:00:00Z", "publicOut_net_octet", "1")}))),
             QStringList({u"01-22 ?/?"_s, u"01-23 ?/?"_s, u"01-24 1/?"_s, u"01-25 ?/?"_s}));
}

void TestBandwidthHistory::rowsOfADayAddUp()
{
    const BandwidthHistory history =
        read(list({row("2026-01-23T00:00:00Z", "publicOut_net_octet", "0.25"),
                   row("2026-01-23T01:00:00Z", "publicOut_net_octet", "0.3"),
                   row("2026-01-23T23:59:59Z", "publicOut_net_octet", "\"2\"")}));
    QCOMPARE(linesOf(history).at(1), u"01-23 3/?"_s); // 2.55: rounded after the sum, not before
}

void TestBandwidthHistory::datesAreMoments()
{
    const BandwidthHistory history =
        read(list({row("2026-01-22T18:00:00-06:00", "publicOut_net_octet", "1"),   // 00:00 on the 23rd
                   row("2026-01-24T02:00:00+08:00", "publicOut_net_octet", "10"),  // 18:00 on the 23rd
                   row("2026-01-23T17:59:59-06:00", "publicOut_net_octet", "100"), // 23:59 on the 23rd
                   row("2026-01-23T18:00:00-06:00", "publicOut_net_octet", "1000")}));
    QCOMPARE(linesOf(history).at(1), u"01-23 111/?"_s);
    QCOMPARE(linesOf(history).at(2), u"01-24 1000/?"_s);
}

void TestBandwidthHistory::ignoresOtherCounters()
{
    bool isClean = false;
    const BandwidthHistory history =
        read(list({row("2026-01-23T00:00:00Z", "cpu0", "1.74"), row("2026-01-23T00:00:00Z", "memory", "3"),
                   row("2026-01-23T00:00:00Z", "privateOut_net_octet", "5"),
                   row("2026-01-23T00:00:00Z", "publicOut_net_octet", "-5"),
                   R"({"counter":null,"dateTime":"2026-01-23T00:00:00Z","type":"publicOut_net_octet"})",
                   R"({"counter":4,"dateTime":"2026-01-23T00:00:00Z"})", "null",
                   row("2026-01-24T00:00:00Z", "publicOut_net_octet", "5")}),
             at("2026-01-25T12:00:00Z"), &isClean);
    QCOMPARE(linesOf(history).at(1), u"01-23 ?/?"_s);
    QCOMPARE(linesOf(history).at(2), u"01-24 5/?"_s);
    QVERIFY(isClean);
}

void TestBandwidthHistory::ignoresWhatIsOutsideTheCycle()
{
    // By the hour: 05:00 UTC on the first day is still the old cycle.
    const BandwidthHistory byHour = read(list({row("2026-01-21T23:00:00Z", "publicOut_net_octet", "1"),
                                               row("2026-01-22T05:00:00Z", "publicOut_net_octet", "10"),
                                               row("2026-01-22T06:00:00Z", "publicOut_net_octet", "100"),
                                               row("2026-01-22T07:00:00Z", "publicOut_net_octet", "1000"),
                                               row("2026-02-23T00:00:00Z", "publicOut_net_octet", "7")}));
    QCOMPARE(linesOf(byHour).at(0), u"01-22 1100/?"_s);
    // By the day: the first row is dated before the cycle begins, and is part of it.
    const BandwidthHistory byDay = read(list({row("2026-01-21T00:00:00Z", "publicOut_net_octet", "1"),
                                              row("2026-01-22T00:00:00Z", "publicOut_net_octet", "10"),
                                              row("2026-01-23T00:00:00Z", "publicOut_net_octet", "100")}));
    QCOMPARE(linesOf(byDay).first(), u"01-22 10/?"_s);
}

void TestBandwidthHistory::daysEndWithNow()
{
    const QByteArray rows = list({row("2026-01-23T00:00:00Z", "publicOut_net_octet", "1")});
    QCOMPARE(read(rows, at("2026-01-23T00:00:00Z")).days.size(), 2);
    QCOMPARE(read(rows, at("2026-01-30T00:00:00Z")).days.size(), 9);
    // A row beyond this computer's clock is still a row.
    QCOMPARE(read(rows, at("2026-01-22T07:00:00Z")).days.size(), 2);
}

void TestBandwidthHistory::daysEndWithTheLastRowIfNowIsElsewhere_data()
{
    QTest::addColumn<Timestamp>("now");
    QTest::newRow("before") << at("2025-12-01T00:00:00Z");
    QTest::newRow("after") << at("2026-11-25T00:00:00Z");
}

void TestBandwidthHistory::daysEndWithTheLastRowIfNowIsElsewhere()
{
    QFETCH(const Timestamp, now);
    const BandwidthHistory history =
        read(list({row("2026-01-24T00:00:00Z", "publicOut_net_octet", "1")}), now);
    QCOMPARE(linesOf(history), QStringList({u"01-22 ?/?"_s, u"01-23 ?/?"_s, u"01-24 1/?"_s}));
    QVERIFY(read("[]", now).days.isEmpty());
}

void TestBandwidthHistory::tellsItsStep()
{
    using namespace std::chrono_literals;
    QCOMPARE(read("[]").step, 0s);
    QCOMPARE(read(list({row("2026-01-24T00:00:00Z", "publicOut_net_octet", "1"),
                        row("2026-01-24T00:00:00Z", "publicIn_net_octet", "1")}))
                 .step,
             0s);
    // Sparse, unsorted, and the other direction in between.
    QCOMPARE(read(list({row("2026-01-24T05:00:00Z", "publicOut_net_octet", "1"),
                        row("2026-01-24T00:00:00Z", "publicOut_net_octet", "1"),
                        row("2026-01-24T00:10:00Z", "publicIn_net_octet", "1"),
                        row("2026-01-24T06:00:00Z", "publicOut_net_octet", "1")}))
                 .step,
             3600s);
}

void TestBandwidthHistory::sumsUpWhatIsKnown()
{
    const BandwidthHistory history = read(list({row("2026-01-22T00:00:00Z", "publicOut_net_octet", "1"),
                                                row("2026-01-22T00:00:00Z", "publicIn_net_octet", "10"),
                                                row("2026-01-24T00:00:00Z", "publicOut_net_octet", "100")}));
    QCOMPARE(sumOf(history, 1).outBytes, 1);
    QVERIFY(sumOf(history, 1).isWhole);
    QVERIFY(!sumOf(history, 2).isWhole);
    QCOMPARE(sumOf(history, 99).outBytes, 101);
    QCOMPARE(sumOf(history, 99).inBytes, 10);
    QVERIFY(sumOf({}, 5).isWhole);
}

void TestBandwidthHistory::reportsWrongTypes()
{
    bool isClean = true;
    read(R"([{"counter":{"x":1},"dateTime":"2026-01-23T00:00:00Z","type":"publicOut_net_octet"}])",
         at("2026-01-25T12:00:00Z"), &isClean);
    QVERIFY(!isClean);
}

void TestBandwidthHistory::readsCycles_data()
{
    QTest::addColumn<QByteArray>("item");
    QTest::addColumn<bool>("isCycle");
    QTest::addColumn<BillingCycle>("expected");
    QTest::newRow("all") << QByteArray(R"({"cycleStartDate":"2026-01-22T00:00:00-06:00",
        "lastBillDate":"2025-01-22T00:00:00-06:00","nextBillDate":"2026-02-22T00:00:00-06:00"})")
                         << true << januaryCycle;
    QTest::newRow("last bill") << QByteArray(R"({"cycleStartDate":null,
        "lastBillDate":"2026-01-22T00:00:00-06:00","nextBillDate":"2026-02-22T00:00:00-06:00"})")
                               << true << januaryCycle;
    QTest::newRow("no end") << QByteArray(R"({"cycleStartDate":"2026-01-22T00:00:00-06:00"})") << true
                            << januaryCycle;
    QTest::newRow("no beginning") << QByteArray(R"({"nextBillDate":"2026-02-22T00:00:00-06:00"})") << false
                                  << BillingCycle();
    QTest::newRow("nothing") << QByteArray("{}") << false << BillingCycle();
    QTest::newRow("backwards") << QByteArray(R"({"cycleStartDate":"2026-01-22T00:00:00-06:00",
        "nextBillDate":"2026-01-02T00:00:00-06:00"})")
                               << false << BillingCycle();
    QTest::newRow("a year") << QByteArray(R"({"cycleStartDate":"2026-01-22T00:00:00-06:00",
        "nextBillDate":"2027-01-22T00:00:00-06:00"})")
                            << false << BillingCycle();
}

void TestBandwidthHistory::readsCycles()
{
    QFETCH(const QByteArray, item);
    QFETCH(const bool, isCycle);
    QFETCH(const BillingCycle, expected);
    JsonIssues issues;
    const auto found =
        BillingCycle::fromBillingItem(JsonReader(QJsonDocument::fromJson(item).object(), issues));
    QCOMPARE(found.has_value(), isCycle);
    QCOMPARE(found.value_or(BillingCycle()), expected);
}

void TestBandwidthHistory::countsDaysOfCycles()
{
    QCOMPARE(read("[]").daysOfCycle(), 32); // 31 days that begin at 06:00 touch 32 days of UTC
    BandwidthHistory history;
    history.cycle = {at("2026-01-22T00:00:00Z"), at("2026-01-23T00:00:00Z")};
    QCOMPARE(history.daysOfCycle(), 1);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestBandwidthHistory)
#include "tst_bandwidthhistory.moc"
