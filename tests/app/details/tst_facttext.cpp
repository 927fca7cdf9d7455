// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/facttext.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestFactText : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void amounts_data();
    void amounts();
    void followsTheLocale();
    void words();
};

void TestFactText::amounts_data()
{
    QTest::addColumn<QString>("actual");
    QTest::addColumn<QString>("expected");
    const FactText text(QLocale(QLocale::English, QLocale::UnitedStates));
    const auto number = [](const char *digits) { return *Decimal::fromText(QString::fromLatin1(digits)); };
    const auto row = [](const char *expected, const QString &actual) {
        QTest::newRow(expected) << actual << QString::fromUtf8(expected);
    };
    row("$1,204.90", text.dollars(number("1204.9")));
    row("$0.00", text.dollars(number("0")));
    row("$0.035", text.dollars(number(".035")));
    row("−$12.50", text.dollars(number("-12.5")));
    row("1,250.2 GB", text.gigabytes(number("1250.1987")));
    row("20,000 GB", text.gigabytes(number("20000")));
    row("0.061 GB", text.gigabytes(number(".0608")));
    row("0 GB", text.gigabytes(number("0")));
    row("4 GB", text.memory(4096));
    row("1.5 GB", text.memory(1536));
    row("512 MB", text.memory(512));
    row("10 Gbit/s", text.speed(10000));
    row("2.5 Gbit/s", text.speed(2500));
    row("100 Mbit/s", text.speed(100));
    row("0 Mbit/s", text.speed(0));
    row("4.9 %", text.share(number("980.4"), number("20000")));
    row("4 × 2,000 GB", text.times(4, text.gigabytes(number("2000"))));
    row("disk", text.times(1, u"disk"_s));
}

void TestFactText::amounts()
{
    QFETCH(const QString, actual);
    QFETCH(const QString, expected);
    QCOMPARE(actual, expected);
}

void TestFactText::followsTheLocale()
{
    const FactText german(QLocale(QLocale::German));
    QCOMPARE(german.gigabytes(*Decimal::fromText(u"1250.25")), u"1.250,3 GB"_s);
    const std::optional<Timestamp> time = Timestamp::fromIso(u"2026-02-03T10:02:00-06:00");
    QCOMPARE(FactText(QLocale::c()).moment(*time), u"2026-02-03 16:02"_s); // tests run in UTC
    QCOMPARE(german.moment(*time), u"03.02.26 16:02"_s);
}

void TestFactText::words()
{
    QCOMPARE(FactText::word(u"SPARE_POOL"_s), u"Spare pool"_s);
    QCOMPARE(FactText::word(u"Running"_s), u"Running"_s);
    QCOMPARE(FactText::word({}), QString());
    QCOMPARE(FactText::yesNo(true), u"Yes"_s);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestFactText)
#include "tst_facttext.moc"
