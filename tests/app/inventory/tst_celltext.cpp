// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/utc.h"
#include "inventory/numbertext.h"
#include "inventory/timetext.h"
#include "support/testmain.h"

#include <QDateTime>
#include <QRandomGenerator>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

QByteArray toBytes(std::string_view text)
{
    return {text.data(), static_cast<qsizetype>(text.size())};
}

Decimal decimalOf(const QString &text)
{
    return Decimal::fromText(text).value();
}

} // namespace

/// Numbers and dates as they stand in cells of files.
class TestCellText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void numbers_data();
    void numbers();
    void plainIsTheDecimalsOwnText();
    void wholeNumbers();
    void isoIsWhatQtWrites();
    void spans_data();
    void spans();
    void noSpans_data();
    void noSpans();
};

void TestCellText::numbers_data()
{
    QTest::addColumn<QString>("number");
    QTest::addColumn<int>("decimals");
    QTest::addColumn<QByteArray>("fixed");
    QTest::addColumn<QByteArray>("grouped");
    const auto row = [](const QString &number, int decimals, const char *fixed, const char *grouped) {
        QTest::newRow(qPrintable(number)) << number << decimals << QByteArray(fixed) << QByteArray(grouped);
    };
    row(u"0"_s, 2, "0.00", "0.00");
    row(u"412.5"_s, 2, "412.50", "412.50");
    row(u"1250.1987"_s, 1, "1250.2", "1,250.2");
    row(u"1250"_s, 0, "1250", "1,250");
    row(u"-1250.25"_s, 1, "-1250.3", "-1,250.3");
    row(u"-999"_s, 0, "-999", "-999");
    row(u"999.96"_s, 1, "1000.0", "1,000.0");
    row(u"1234567.005"_s, 2, "1234567.01", "1,234,567.01");
    row(u".04"_s, 1, "0.0", "0.0");
    row(u"99999999999999999"_s, 2, "99999999999999999.00", "99,999,999,999,999,999.00");
}

void TestCellText::numbers()
{
    QFETCH(QString, number);
    QFETCH(int, decimals);
    QFETCH(QByteArray, fixed);
    QFETCH(QByteArray, grouped);
    NumberText text;
    const std::string_view written = text.fixed(decimalOf(number), decimals);
    QCOMPARE(toBytes(written), fixed);
    QCOMPARE(toBytes(text.grouped(written)), grouped);
}

void TestCellText::plainIsTheDecimalsOwnText()
{
    NumberText text;
    for (const QString &number : {u"0"_s, u".23208"_s, u"-.5"_s, u"20000"_s, u"12.50"_s, u"0.00"_s,
                                  u"1e-29"_s, u"-99999999999999999"_s, u"1.2345678901234567"_s}) {
        QCOMPARE(toBytes(text.plain(decimalOf(number))), decimalOf(number).toText());
    }
    QRandomGenerator random(7);
    for (int i = 0; i < 1000; ++i) {
        const Decimal number(random.bounded(qint64(2'000'000'000)) - 1'000'000'000, random.bounded(12));
        QCOMPARE(toBytes(text.plain(number)), number.toText());
    }
}

void TestCellText::wholeNumbers()
{
    NumberText text;
    for (const qint64 number :
         {qint64(0), qint64(-1), std::numeric_limits<qint64>::max(), std::numeric_limits<qint64>::min()})
        QCOMPARE(toBytes(text.whole(number)), QByteArray::number(number));
}

void TestCellText::isoIsWhatQtWrites()
{
    TimeText text;
    QCOMPARE(toBytes(text.iso({0})), QByteArray("1970-01-01T00:00:00Z"));
    QCOMPARE(toBytes(text.iso({-1})), QByteArray("1969-12-31T23:59:59Z"));
    QRandomGenerator random(7);
    for (int i = 0; i < 1000; ++i) {
        const qint64 msecs = random.bounded(qint64(8'000'000'000'000)) - 4'000'000'000'000;
        const QDateTime time = utcFromMSecs(msecs);
        QCOMPARE(toBytes(text.iso({msecs})), time.toString(u"yyyy-MM-ddTHH:mm:ssZ"_s).toLatin1());
    }
}

void TestCellText::spans_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("begin");
    QTest::addColumn<QByteArray>("end");
    const auto row = [](const QString &written, const char *begin, const char *end) {
        QTest::newRow(qPrintable(written)) << written << QByteArray(begin) << QByteArray(end);
    };
    row(u"2026"_s, "2026-01-01T00:00:00Z", "2027-01-01T00:00:00Z");
    row(u"2026-12"_s, "2026-12-01T00:00:00Z", "2027-01-01T00:00:00Z");
    row(u"2024-02"_s, "2024-02-01T00:00:00Z", "2024-03-01T00:00:00Z");
    row(u"2024-02-29"_s, "2024-02-29T00:00:00Z", "2024-03-01T00:00:00Z");
    row(u"2026-11-22T14:02:00Z"_s, "2026-11-22T14:02:00Z", "2026-11-22T14:02:01Z");
    row(u"2026-11-22T14:02:00-06:00"_s, "2026-11-22T20:02:00Z", "2026-11-22T20:02:01Z");
}

void TestCellText::spans()
{
    QFETCH(QString, written);
    QFETCH(QByteArray, begin);
    QFETCH(QByteArray, end);
    const auto span = TimeSpan::fromText(written);
    QVERIFY(span);
    TimeText text;
    QCOMPARE(toBytes(text.iso(span->begin)), begin);
    QCOMPARE(toBytes(text.iso(span->end)), end);
}

void TestCellText::noSpans_data()
{
    QTest::addColumn<QString>("written");
    for (const char *written :
         {"", "26", "20x6", "2026-13", "2026-00", "2026-02-30", "2026_02", "yesterday", "-026", "+026"})
        QTest::newRow(written) << QString::fromLatin1(written);
}

void TestCellText::noSpans()
{
    QFETCH(QString, written);
    QVERIFY(!TimeSpan::fromText(written));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestCellText)
#include "tst_celltext.moc"
