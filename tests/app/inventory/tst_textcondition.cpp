// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/textcondition.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;
using Compare = FilterTerm::Compare;

class TextConditionTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void holdsForTexts_data();
    void holdsForTexts();
    void ordersHold_data();
    void ordersHold();
};

void TextConditionTest::holdsForTexts_data()
{
    QTest::addColumn<int>("compare");
    QTest::addColumn<bool>("isList");
    QTest::addColumn<QStringList>("words");
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("isTrue");
    const auto row = [](const char *name, Compare compare, const QStringList &words, const char *text,
                        bool isTrue, bool isList = false) {
        QTest::newRow(name) << int(compare) << isList << words << QString::fromUtf8(text) << isTrue;
    };
    row("contains", Compare::Contains, {u"eb"_s}, "Web-1", true);
    row("contains one of them", Compare::Contains, {u"db"_s, u"web"_s}, "Web-1", true);
    row("contains none", Compare::Contains, {u"db"_s}, "Web-1", false);
    row("equals", Compare::Equals, {u"web-1"_s}, "Web-1", true);
    row("is longer", Compare::Equals, {u"web"_s}, "Web-1", false);
    row("is an item", Compare::Equals, {u"blue"_s}, "red;Blue", true, true);
    row("is part of an item", Compare::Equals, {u"blu"_s}, "red;Blue", false, true);
    row("is no list", Compare::Equals, {u"blue"_s}, "red;Blue", false);
    row("comes after, by its number", Compare::Greater, {u"db9"_s}, "db10", true);
    row("comes before, by its number", Compare::Less, {u"db10"_s}, "db9", true);
    row("is the same", Compare::GreaterOrEqual, {u"db9"_s}, "DB9", true);
    row("is not after itself", Compare::Greater, {u"db9"_s}, "DB9", false);
}

void TextConditionTest::holdsForTexts()
{
    QFETCH(const int, compare);
    QFETCH(const bool, isList);
    QFETCH(const QStringList, words);
    QFETCH(const QString, text);
    QFETCH(const bool, isTrue);
    FilterTerm term;
    term.compare = static_cast<Compare>(compare);
    term.words = words;
    QCOMPARE(TextCondition(term, isList).isTrueFor(text), isTrue);
}

void TextConditionTest::ordersHold_data()
{
    QTest::addColumn<int>("compare");
    QTest::addColumn<bool>("ifLess");
    QTest::addColumn<bool>("ifEqual");
    QTest::addColumn<bool>("ifGreater");
    QTest::newRow("=") << int(Compare::Equals) << false << true << false;
    QTest::newRow("<") << int(Compare::Less) << true << false << false;
    QTest::newRow("<=") << int(Compare::LessOrEqual) << true << true << false;
    QTest::newRow(">") << int(Compare::Greater) << false << false << true;
    QTest::newRow(">=") << int(Compare::GreaterOrEqual) << false << true << true;
    QTest::newRow("no order") << int(Compare::Contains) << false << false << false;
}

void TextConditionTest::ordersHold()
{
    QFETCH(const int, compare);
    QFETCH(const bool, ifLess);
    QFETCH(const bool, ifEqual);
    QFETCH(const bool, ifGreater);
    QCOMPARE(FilterTerm::holds(std::strong_ordering::less, static_cast<Compare>(compare)), ifLess);
    QCOMPARE(FilterTerm::holds(std::strong_ordering::equal, static_cast<Compare>(compare)), ifEqual);
    QCOMPARE(FilterTerm::holds(std::strong_ordering::greater, static_cast<Compare>(compare)), ifGreater);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TextConditionTest)
#include "tst_textcondition.moc"
