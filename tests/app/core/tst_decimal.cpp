// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/decimal.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <limits>
#include <optional>

using namespace layerscope;

namespace {

__extension__ using Wide = __int128; // the simple arithmetic to compare with

Wide power(int exponent)
{
    Wide power = 1;
    for (int i = 0; i < exponent; ++i)
        power *= 10;
    return power;
}

/// The value as a whole number of 10^-scale.
Wide scaled(Decimal value, int scale)
{
    return Wide(value.mantissa()) * power(scale - value.decimals());
}

Wide magnitude(Wide value)
{
    return value < 0 ? -value : value;
}

/// Any mantissa length and any number of decimals up to 17, both signs.
Decimal randomDecimal(QRandomGenerator &random)
{
    const int digits = random.bounded(1, 18);
    const qint64 mantissa = static_cast<qint64>(random.generate64() % static_cast<quint64>(power(digits)));
    return Decimal(random.bounded(2) ? mantissa : -mantissa, random.bounded(0, 18));
}

} // namespace

class TestDecimal : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void readsText_data();
    void readsText();
    void refusesText_data();
    void refusesText();
    void readsDoubles_data();
    void readsDoubles();
    void addsExactly();
    void addsLikeWideIntegers();
    void saturatesInsteadOfOverflowing();
    void ordersLikeWideIntegers();
    void roundsHalfAwayFromZero_data();
    void roundsHalfAwayFromZero();
    void textReadsBack();
    void bitsReadBack();
};

void TestDecimal::readsText_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<QByteArray>("expected");
    const auto row = [](const char *written, const char *expected) {
        QTest::newRow(written) << QString::fromLatin1(written) << QByteArray(expected);
    };
    row("0", "0");
    row("20000", "20000");
    row(".23208", "0.23208");
    row("-.5", "-0.5");
    row("+7", "7");
    row("12.50", "12.50"); // all decimals as read
    row("0.000", "0.000");
    row("-0", "0");
    row("-0.0", "0.0");
    row("007.5", "7.5");
    row("1.", "1");
    row("  42.1 ", "42.1");
    row("1e3", "1000");
    row("1.5E-3", "0.0015");
    row("2.5e+1", "25");
    row("0e99", "0");
    row("99999999999999999", "99999999999999999"); // the largest
    row("-99999999999999999", "-99999999999999999");
    row("0.12345678901234567", "0.12345678901234567"); // 17 digits are exact
    row("0.123456789012345674", "0.12345678901234567");
    row("0.123456789012345675", "0.12345678901234568"); // half away from zero
    row("-0.123456789012345675", "-0.12345678901234568");
    row("9999999999999999.99", "10000000000000000"); // a carry through all digits
    row("1e-30", "0.000000000000000000000000000001");
    row("4e-31",
        "0.000000000000000000000000000000"); // thirty decimals, the first digit below them is dropped
    row("5e-31", "0.000000000000000000000000000001");
    row("45e-32", "0.000000000000000000000000000000"); // rounded once, not digit by digit
    row("1e-400", "0.000000000000000000000000000000");
}

void TestDecimal::readsText()
{
    QFETCH(const QString, written);
    QFETCH(const QByteArray, expected);
    const auto value = Decimal::fromText(written);
    QVERIFY(value);
    QCOMPARE(value->toText(), expected);
}

void TestDecimal::refusesText_data()
{
    QTest::addColumn<QString>("written");
    for (const char *written : {"",      " ",
                                ".",     "-",
                                "+",     "-.",
                                "1,5",   "1.2.3",
                                "12 GB", "--1",
                                "1e",    "1ex",
                                "0x10",  "NaN",
                                "inf",   "100000000000000000",
                                "1e17",  "99999999999999999.5",
                                "1e400", "1e99999999999"})
        QTest::newRow(written) << QString::fromLatin1(written);
    QTest::newRow("Arabic digits") << QStringLiteral("١٢");
}

void TestDecimal::refusesText()
{
    QFETCH(const QString, written);
    QVERIFY(!Decimal::fromText(written));
}

void TestDecimal::readsDoubles_data()
{
    QTest::addColumn<double>("number");
    QTest::addColumn<QByteArray>("expected"); // empty: refused
    QTest::newRow("whole") << 412.0 << QByteArray("412");
    QTest::newRow("tenths") << 412.5 << QByteArray("412.5");
    QTest::newRow("no binary fraction") << 0.1 << QByteArray("0.1");
    QTest::newRow("negative") << -7.632 << QByteArray("-7.632");
    QTest::newRow("seventeen digits") << 0.1 + 0.2 << QByteArray("0.30000000000000004");
    QTest::newRow("small") << 1e-7 << QByteArray("0.0000001");
    QTest::newRow("large") << 9e16 << QByteArray("90000000000000000");
    QTest::newRow("too large") << 1e17 << QByteArray();
    QTest::newRow("infinite") << std::numeric_limits<double>::infinity() << QByteArray();
    QTest::newRow("not a number") << std::numeric_limits<double>::quiet_NaN() << QByteArray();
}

void TestDecimal::readsDoubles()
{
    QFETCH(const double, number);
    QFETCH(const QByteArray, expected);
    const auto value = Decimal::fromDouble(number);
    QCOMPARE(value.has_value(), !expected.isEmpty());
    if (value) {
        QCOMPARE(value->toText(), expected);
        QCOMPARE(value->toDouble(), number);
    }
}

void TestDecimal::addsExactly()
{
    const auto sum = [](const char *a, const char *b) {
        return (*Decimal::fromText(QString::fromLatin1(a)) + *Decimal::fromText(QString::fromLatin1(b)))
            .toText();
    };
    QCOMPARE(sum("0.1", "0.2"), "0.3");
    QCOMPARE(sum("12.5", ".035"), "12.535");
    QCOMPARE(sum("1.5", "-1.50"), "0.00");
    QCOMPARE(sum("10000000000000000", "-.1"), "9999999999999999.9"); // fits only after the subtraction
    QCOMPARE(sum("10000000000000000", ".45"), "10000000000000000");  // does not fit: rounded once
    QCOMPARE(sum("10000000000000000", "1e-30"), "10000000000000000");

    Decimal total; // what a binary fraction gets wrong
    for (int i = 0; i < 1000; ++i)
        total += Decimal(1, 3);
    QCOMPARE(total, Decimal(1, 0));
}

void TestDecimal::addsLikeWideIntegers()
{
    QRandomGenerator random(20260301);
    const Wide limit = power(17);
    int exact = 0;
    for (int i = 0; i < 100'000; ++i) {
        const Decimal a = randomDecimal(random);
        const Decimal b = randomDecimal(random);
        const int scale = std::max(a.decimals(), b.decimals());
        const Wide expected = scaled(a, scale) + scaled(b, scale);
        const Decimal sum = a + b;
        QVERIFY(sum.decimals() <= scale);
        const Wide error = magnitude(scaled(sum, scale) - expected);
        if (magnitude(expected) < limit) {
            QVERIFY2(error == 0,
                     QByteArray(a.toText() + " + " + b.toText() + " gave " + sum.toText()).constData());
            ++exact;
        } else {
            // Rounded at the last place that is left; narrowing an operand first may cost one more half.
            QVERIFY2(error <= power(scale - sum.decimals()),
                     QByteArray(a.toText() + " + " + b.toText() + " gave " + sum.toText()).constData());
        }
        QCOMPARE(b + a, sum);
    }
    QVERIFY(exact > 10'000);
}

void TestDecimal::saturatesInsteadOfOverflowing()
{
    const Decimal largest(99'999'999'999'999'999, 0);
    QCOMPARE(largest + largest, largest);
    const Decimal smallest(-99'999'999'999'999'999, 0);
    QCOMPARE(smallest + smallest, smallest);

    constexpr qint64 widest = std::numeric_limits<qint64>::max();
    QCOMPARE(Decimal(9'000'000'000'000'000'000, 0), largest);
    QCOMPARE(Decimal(widest, 0) + Decimal(widest, 0), largest);
    QCOMPARE(Decimal(-widest, 0), smallest);
    QCOMPARE(Decimal(widest, 2).toText(), QByteArray("92233720368547758")); // the decimals do not fit beside
    QCOMPARE(Decimal(widest, 3).toText(), QByteArray("9223372036854775.8"));
}

void TestDecimal::ordersLikeWideIntegers()
{
    QVERIFY(Decimal(15, 1) == Decimal(150, 2));
    QVERIFY(Decimal(0, 0) == Decimal(0, 9));
    QVERIFY(Decimal(-1, 9) < Decimal(0, 0));
    QVERIFY(Decimal(99'999'999'999'999'999, 0) > Decimal(99'999'999'999'999'999, 1));
    QVERIFY(Decimal(-99'999'999'999'999'999, 0) < Decimal(1, 30));

    QRandomGenerator random(7);
    for (int i = 0; i < 100'000; ++i) {
        const Decimal a = randomDecimal(random);
        const Decimal b = random.bounded(4) == 0 ? a : randomDecimal(random);
        const int scale = std::max(a.decimals(), b.decimals());
        const std::strong_ordering expected = scaled(a, scale) <=> scaled(b, scale);
        QVERIFY2((a <=> b) == expected, QByteArray(a.toText() + " against " + b.toText()).constData());
    }
}

void TestDecimal::roundsHalfAwayFromZero_data()
{
    QTest::addColumn<QString>("written");
    QTest::addColumn<int>("places");
    QTest::addColumn<QByteArray>("expected");
    QTest::newRow("down") << QStringLiteral("1.234") << 2 << QByteArray("1.23");
    QTest::newRow("half") << QStringLiteral("1.235") << 2 << QByteArray("1.24");
    QTest::newRow("negative half") << QStringLiteral("-1.235") << 2 << QByteArray("-1.24");
    QTest::newRow("once, not digit by digit") << QStringLiteral("1.2345") << 2 << QByteArray("1.23");
    QTest::newRow("to whole") << QStringLiteral("99.5") << 0 << QByteArray("100");
    QTest::newRow("adds none") << QStringLiteral("1.5") << 3 << QByteArray("1.5");
    QTest::newRow("to nothing") << QStringLiteral("0.04") << 1 << QByteArray("0.0");
    QTest::newRow("thirty decimals") << QStringLiteral("9e-30") << 2 << QByteArray("0.00");
}

void TestDecimal::roundsHalfAwayFromZero()
{
    QFETCH(const QString, written);
    QFETCH(const int, places);
    QFETCH(const QByteArray, expected);
    QCOMPARE(Decimal::fromText(written)->rounded(places).toText(), expected);
}

void TestDecimal::textReadsBack()
{
    QRandomGenerator random(99);
    for (int i = 0; i < 50'000; ++i) {
        const Decimal value = randomDecimal(random);
        const auto again = Decimal::fromText(QString::fromLatin1(value.toText()));
        QVERIFY(again);
        QCOMPARE(again->toBits(), value.toBits());
    }
}

void TestDecimal::bitsReadBack()
{
    for (const Decimal value :
         {Decimal(), Decimal(-1, 0), Decimal(-1, 30), Decimal(99'999'999'999'999'999, 30)}) {
        const Decimal again = Decimal::fromBits(value.toBits());
        QCOMPARE(again.mantissa(), value.mantissa());
        QCOMPARE(again.decimals(), value.decimals());
        QCOMPARE(again.isNegative(), value.mantissa() < 0);
        QCOMPARE(again.isZero(), value.mantissa() == 0);
    }
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestDecimal)
#include "tst_decimal.moc"
