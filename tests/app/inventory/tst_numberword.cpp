// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/numberword.h"

#include "support/testmain.h"

#include <QTest>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

const ColumnSpec &columnNamed(const QString &key)
{
    const Catalogue &catalogue = serverCatalogue().find(key) ? serverCatalogue() : poolCatalogue();
    return catalogue.column(catalogue.find(key).value());
}

QString textOf(const std::optional<Decimal> &number)
{
    return number ? QString::fromLatin1(number->toText()) : QString();
}

} // namespace

class TestNumberWord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void units_data();
    void units();
    void separators_data();
    void separators();
    void whatMayBecomeOne_data();
    void whatMayBecomeOne();
};

void TestNumberWord::units_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("value"); // "": it is none
    const auto row = [](const char *key, const char *word, const char *value) {
        QTest::addRow("%s %s", key, word)
            << QString::fromLatin1(key) << QString::fromLatin1(word) << QString::fromLatin1(value);
    };
    row("memory_gb", "64", "64");
    row("memory_gb", "64gb", "64");
    row("memory_gb", "64 gb", "64");
    row("memory_gb", "64g", "64");
    row("memory_gb", "64gib", "64");
    row("memory_gb", "1.5tb", "1536");
    row("memory_gb", "1.1tb", "1126.4");
    row("memory_gb", "2t", "2048");
    row("memory_gb", "512mb", "0.5");
    row("memory_gb", "1,024mb", "1");
    row("memory_gb", "64kb", "");
    row("memory_gb", "64b", "");
    row("memory_gb", "64%", "");
    row("memory_gb", "$64", "");
    row("memory_gb", "gb", "");
    row("memory_gb", "bang", "");
    row("out_public_gb", "60tb", "61440");
    row("fee_month_usd", "$100", "100");
    row("fee_month_usd", "100$", "100");
    row("fee_month_usd", "100 usd", "100");
    row("fee_month_usd", "$1,250.50", "1250.50");
    row("fee_month_usd", "100usd/month", "100");
    row("fee_month_usd", "100gb", "");
    row("fee_month_usd", "$", "");
    row("used_percent", "80%", "80");
    row("used_percent", "80", "80");
    row("used_percent", "80gb", "");
    row("cores", "8", "8");
    row("cores", "8gb", "");
    row("cores", "8%", "");
    row("cores", "1e3", "1000");
}

void TestNumberWord::units()
{
    QFETCH(const QString, key);
    QFETCH(const QString, word);
    QFETCH(const QString, value);
    const auto number = NumberWord::read(word, columnNamed(key), QLocale::c());
    QCOMPARE(number.has_value(), !value.isEmpty());
    if (number) {
        QCOMPARE(number->value, Decimal::fromText(value).value());
        QCOMPARE(textOf(number->otherwise), QString());
        const bool isBare = std::all_of(word.cbegin(), word.cend(), [](QChar c) {
            return c.isDigit() || c == u'.' || c == u','; // and no unit
        });
        QCOMPARE(NumberWord::hasUnit(word, columnNamed(key)), !isBare && word != "1e3"_L1);
    }
}

void TestNumberWord::separators_data()
{
    QTest::addColumn<QLocale>("locale");
    QTest::addColumn<QString>("word");
    QTest::addColumn<QString>("value");
    QTest::addColumn<QString>("otherwise");
    const auto row = [](const QLocale &locale, const char *word, const char *value,
                        const char *otherwise = "") {
        QTest::addRow("%s %s", qPrintable(locale.name()), word)
            << locale << QString::fromUtf8(word) << QString::fromLatin1(value)
            << QString::fromLatin1(otherwise);
    };
    const QLocale c = QLocale::c();
    row(c, "1,000", "1000");
    row(c, "-1,000.5", "-1000.5");
    row(c, "12,345,678", "12345678");
    row(c, "1.000", "1.000");
    row(c, ".5", "0.5");
    row(c, "1,00", "");
    row(c, "1,0000", "");
    row(c, "1000,000", "");
    row(c, "0,125", "");
    row(c, ",100", "");
    row(c, "1,", "");
    row(c, "1,000,", "");
    row(c, "1,,000", "");
    row(c, "1 000", "");
    row(c, "1.000.000", "");
    row(c, "1-000", "");
    const QLocale german(QLocale::German, QLocale::Germany);
    row(german, "1.000,5", "1000.5");
    row(german, "1,5", "1.5");
    row(german, "1.5", "1.5");
    row(german, "1.000.000", "1000000");
    row(german, "1,000.5", "1000.5");
    row(german, "0.125", "0.125");
    row(german, "64", "64");
    // Which of them was meant, nobody knows.
    row(german, "1.000", "1.000", "1000");
    row(german, "1,000", "1000", "1.000");
    const QLocale french(QLocale::French, QLocale::France);
    row(french, "1 250,5", "1250.5");
    row(french, "1 25", "");
}

void TestNumberWord::separators()
{
    QFETCH(const QLocale, locale);
    QFETCH(const QString, word);
    QFETCH(const QString, value);
    QFETCH(const QString, otherwise);
    const auto number = NumberWord::read(word, columnNamed(u"cores"_s), locale);
    QCOMPARE(number.has_value(), !value.isEmpty());
    if (number) {
        QCOMPARE(number->value, Decimal::fromText(value).value());
        QCOMPARE(number->otherwise.has_value(), !otherwise.isEmpty());
        if (number->otherwise)
            QCOMPARE(*number->otherwise, Decimal::fromText(otherwise).value());
    }
}

void TestNumberWord::whatMayBecomeOne_data()
{
    QTest::addColumn<QString>("key");
    QTest::addColumn<QString>("word");
    QTest::addColumn<bool>("may");
    const auto row = [](const char *key, const char *word, bool may) {
        QTest::addRow("%s %s", key, word) << QString::fromLatin1(key) << QString::fromLatin1(word) << may;
    };
    row("memory_gb", "-", true);
    row("memory_gb", ".", true);
    row("memory_gb", "1,", true);
    row("memory_gb", "1,00", true);
    row("memory_gb", "64gi", true);
    row("memory_gb", "1024ti", true);
    row("fee_month_usd", "$", true);
    row("fee_month_usd", "100us", true);
    row("memory_gb", "abc", false);
    row("memory_gb", "g", false);
    row("memory_gb", "64u", false);
    row("memory_gb", "1,0000", false);
    row("memory_gb", "4x4", false);
    row("memory_gb", "1-2", false);
    row("cores", "8g", false);
    row("cores", "many", false);
}

void TestNumberWord::whatMayBecomeOne()
{
    QFETCH(const QString, key);
    QFETCH(const QString, word);
    QTEST(NumberWord::mayBecomeOne(word, columnNamed(key)), "may");
    QVERIFY(!NumberWord::read(word, columnNamed(key), QLocale::c()));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestNumberWord)
#include "tst_numberword.moc"
