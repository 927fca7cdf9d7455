// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/apiword.h"
#include "inventory/cellmatcher.h"
#include "inventory/celltext.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QCoreApplication>
#include <QHash>
#include <QTest>
#include <QTranslator>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A language that has words for some states.
class SomeWords final : public QTranslator
{
public:
    [[nodiscard]] QString translate(const char *context, const char *text, const char *about,
                                    int) const override
    {
        static const QHash<QByteArray, QString> words{{"Halted", u"Angehalten"_s},
                                                      {"Spare pool", u"Reserve"_s},
                                                      {"Running", u"Läuft"_s},
                                                      {"Hourly", u"Stündlich"_s},
                                                      {"Complete", u"Vollständig"_s}};
        if (qstrcmp(context, "ApiWords") != 0 || about != nullptr)
            return {};
        return words.value(text);
    }
    [[nodiscard]] bool isEmpty() const override { return false; }
};

} // namespace

class TestApiWord : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { QCoreApplication::removeTranslator(&m_language); }

    void inEnglish_data();
    void inEnglish();
    void inAnotherLanguage();
    void isFoundByWhatIsSeen_data();
    void isFoundByWhatIsSeen();
    void filesKeepTheWord();
    void allStatesAreTold();

private:
    SomeWords m_language;
};

void TestApiWord::inEnglish_data()
{
    QTest::addColumn<QString>("raw");
    QTest::addColumn<QString>("word");
    QTest::newRow("upper case") << u"SPARE_POOL"_s << u"Spare pool"_s;
    QTest::newRow("lower case") << u"bare_metal"_s << u"Bare metal"_s;
    QTest::newRow("with a number") << u"DEPLOY2"_s << u"Deploy2"_s;
    QTest::newRow("mixed case stays") << u"eBPF host"_s << u"eBPF host"_s;
    QTest::newRow("nobody knows it") << u"QUANTUM_LEAP"_s << u"Quantum leap"_s;
    QTest::newRow("empty") << QString() << QString();
    QTest::newRow("of a pool") << u"no"_s << u"Within"_s;
}

void TestApiWord::inEnglish()
{
    QFETCH(const QString, raw);
    QTEST(apiWord(raw), "word");
}

void TestApiWord::inAnotherLanguage()
{
    QVERIFY(QCoreApplication::installTranslator(&m_language));
    QCOMPARE(apiWord(u"HALTED"_s), u"Angehalten"_s);
    QCOMPARE(apiWord(u"SPARE_POOL"_s), u"Reserve"_s);
    QCOMPARE(apiWord(u"Running"_s), u"Läuft"_s); // as the API itself names a power
    QCOMPARE(apiWord(u"hourly"_s), u"Stündlich"_s);
    QCOMPARE(apiWord(u"QUANTUM_LEAP"_s), u"Quantum leap"_s);
}

void TestApiWord::isFoundByWhatIsSeen_data()
{
    QTest::addColumn<QString>("word");
    QTest::addColumn<FilterTerm::Compare>("compare");
    QTest::addColumn<int>("column");
    QTest::addColumn<bool>("matches");
    using Compare = FilterTerm::Compare;
    QTest::newRow("seen") << u"angeh"_s << Compare::Contains << int(ServerColumn::State) << true;
    QTest::newRow("all of it") << u"angehalten"_s << Compare::Equals << int(ServerColumn::State) << true;
    QTest::newRow("part of it") << u"angeh"_s << Compare::Equals << int(ServerColumn::State) << false;
    QTest::newRow("the word itself") << u"halted"_s << Compare::Equals << int(ServerColumn::State) << true;
    QTest::newRow("another") << u"läuft"_s << Compare::Contains << int(ServerColumn::State) << false;
    QTest::newRow("no word of the API")
        << u"angeh"_s << Compare::Contains << int(ServerColumn::Owner) << false;
    QTest::newRow("row state") << u"vollst"_s << Compare::Contains << int(ServerColumn::RowState) << true;
}

void TestApiWord::isFoundByWhatIsSeen()
{
    QFETCH(const QString, word);
    QFETCH(const FilterTerm::Compare, compare);
    QFETCH(const int, column);
    QVERIFY(QCoreApplication::installTranslator(&m_language));
    const InventoryTable table = makeTable(
        {virtualServer(1, {{ServerColumn::State, text("HALTED")}, {ServerColumn::Owner, text("HALTED")}})});
    FilterTerm term;
    term.compare = compare;
    term.words = {word};
    const auto matcher =
        CellMatcher::make({table, ColumnSet().set(ServerColumn::State), QLocale::c()}, term, column);
    QVERIFY(matcher != nullptr);
    QTEST(matcher->matches(0), "matches");
}

void TestApiWord::filesKeepTheWord()
{
    QVERIFY(QCoreApplication::installTranslator(&m_language));
    const InventoryTable table = makeTable({virtualServer(1, {{ServerColumn::State, text("HALTED")}})});
    QCOMPARE(rawText(table, 0, ServerColumn::State), u"HALTED"_s);
}

void TestApiWord::allStatesAreTold()
{
    QVERIFY(serverStateWords().contains(u"Spare pool"_s));
    QVERIFY(QCoreApplication::installTranslator(&m_language));
    const QStringList words = serverStateWords();
    QVERIFY(words.contains(u"Reserve"_s));
    QVERIFY(words.contains(u"Läuft"_s));
    QVERIFY(!words.contains(u"Spare pool"_s));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestApiWord)
#include "tst_apiword.moc"
