// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/timestamp.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>
#include <QTimeZone>

using namespace layerscope;

class TestTimestamp : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void reads_data();
    void reads();
    void refuses_data();
    void refuses();
    void agreesWithQDateTime();
};

void TestTimestamp::reads_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QString>("utc");
    const auto row = [](const char *written, const char *utc) {
        QTest::newRow(written) << QString::fromLatin1(written) << QString::fromLatin1(utc);
    };
    row("2024-01-26T08:51:55-06:00", "2024-01-26T14:51:55.000Z");
    row("2024-01-26T08:51:55+08:00", "2024-01-26T00:51:55.000Z");
    row("2024-01-01T00:30:00+05:30", "2023-12-31T19:00:00.000Z");
    row("2024-01-26T08:51:55Z", "2024-01-26T08:51:55.000Z");
    row("2024-01-26T08:51:55", "2024-01-26T08:51:55.000Z");
    row("2016-10-11 17:00:00", "2016-10-11T17:00:00.000Z");
    row("2024-01-26T08:51:55.123456-06:00", "2024-01-26T14:51:55.123Z");
    row("2024-01-26T08:51:55.5Z", "2024-01-26T08:51:55.500Z");
    row("2024-01-26T08:51:55-0600", "2024-01-26T14:51:55.000Z");
    row("2024-01-26T08:51:55-06", "2024-01-26T14:51:55.000Z");
    row("2024-01-26T08:51Z", "2024-01-26T08:51:00.000Z");
    row("2024-02-29", "2024-02-29T00:00:00.000Z");
    row(" 2024-02-29 ", "2024-02-29T00:00:00.000Z");
    row("1969-12-31T23:59:59Z", "1969-12-31T23:59:59.000Z");
}

void TestTimestamp::reads()
{
    QFETCH(const QString, written);
    QFETCH(const QString, utc);
    const auto moment = Timestamp::fromIso(written);
    QVERIFY(moment);
    QCOMPARE(QDateTime::fromMSecsSinceEpoch(moment->msecsUtc, QTimeZone::utc())
                 .toString(QStringLiteral("yyyy-MM-ddTHH:mm:ss.zzz'Z'")),
             utc);
}

void TestTimestamp::refuses_data()
{
    QTest::addColumn<QString>("written");
    for (const char *written :
         {"", "0000-00-00T00:00:00", "2023-02-29", "2024-13-01", "2024-1-1", "01/26/2024", "2024-01-26T",
          "2024-01-26T24:00:00Z", "2024-01-26T08:60:00Z", "2024-01-26T08:51:55.Z", "2024-01-26T08:51:55+6",
          "2024-01-26T08:51:55 CST", "2024-01-26T08:51:55Zz", "tomorrow", "2024-01-26T08:51:55-"})
        QTest::newRow(written) << QString::fromLatin1(written);
}

void TestTimestamp::refuses()
{
    QFETCH(const QString, written);
    QVERIFY(!Timestamp::fromIso(written));
}

void TestTimestamp::agreesWithQDateTime()
{
    QRandomGenerator random(3);
    for (int i = 0; i < 2'000; ++i) {
        const QDateTime moment = QDateTime::fromSecsSinceEpoch(random.bounded(2'000'000'000),
                                                               QTimeZone(random.bounded(-48, 49) * 900));
        const auto read = Timestamp::fromIso(moment.toString(Qt::ISODate));
        QVERIFY2(read, qPrintable(moment.toString(Qt::ISODate)));
        QCOMPARE(read->msecsUtc, moment.toMSecsSinceEpoch());
    }
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestTimestamp)
#include "tst_timestamp.moc"
