// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/rowfilter.h"
#include "inventory/rowmatcher.h"
#include "support/testmain.h"

#include <QRandomGenerator>
#include <QTest>

#include <algorithm>
#include <array>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

/// Seven servers by their first letter; "?" has nothing but its name.
InventoryTable serversToFilter()
{
    using namespace ServerColumn;
    InventoryTable table = makeTable({
        bareMetal(101, {{Fqdn, text("a-db01.example.com")},
                        {Datacenter, text("dal10")},
                        {State, text("ACTIVE")},
                        {PublicIp, text("192.0.2.10")},
                        {PrivateIp, text("198.51.100.10")},
                        {PrivateOnly, false},
                        {ManagementIp, text("203.0.113.9")},
                        {Cores, qint64(16)},
                        {MemoryGb, decimal("64")},
                        {Os, text("Ubuntu 22.04")},
                        {Tags, text("backup;production")},
                        {Pool, text("EU pool")},
                        {FeeMonthUsd, decimal("412.5")},
                        {OutPublicGb, decimal("1250.1987")},
                        {Created, time("2026-03-05T10:00:00Z")},
                        {Serial, text("SL01")},
                        {ManufacturerSerial, text("C7470TH")}}),
        bareMetal(102, {{Fqdn, text("b-DB02.example.com")},
                        {Datacenter, text("fra02")},
                        {State, text("DEPLOY2")},
                        {PrivateIp, text("198.51.100.11")},
                        {PrivateOnly, true},
                        {Cores, qint64(8)},
                        {MemoryGb, decimal("0.5")},
                        {Os, text("Debian 12")},
                        {Tags, text("prod")},
                        {Pool, CellValue()},
                        {FeeMonthUsd, decimal("1204.9")},
                        {OutPublicGb, decimal(".01351")},
                        {Created, time("2025-12-31T23:59:59Z")},
                        {Serial, text("X;Y")}}),
        virtualServer(201, {{Fqdn, text("c-web.example.net")},
                            {Datacenter, text("dal10")},
                            {State, text("POWERED_OFF")},
                            {PublicIp, text("192.0.2.71")},
                            {Cores, qint64(2)},
                            {MemoryGb, decimal("4")},
                            {Os, text("Windows 2019")},
                            {Notes, text("say \"hello, world\" für café")},
                            {FeeMonthUsd, decimal("25.13")},
                            {OutPublicGb, decimal("999.96")},
                            {Created, time("2026-01-01T00:00:00Z")}}),
        virtualServer(202, {{Fqdn, text("?-new.example.net")}}),
    });
    table.setFailure(3, groupSet(ServerGroup::Fee), CellState::Refused,
                     ApiError::make(ApiError::Kind::NotFound));
    return table;
}

ColumnSet shown()
{
    using namespace ServerColumn;
    return columnSet(Kind, Fqdn, State, Datacenter, PublicIp, PrivateIp, Cores, MemoryGb, Os, Tags, Pool,
                     FeeMonthUsd, OutPublicGb, Notes, PrivateOnly);
}

/// Those of which the filter cannot tell yet.
QString undecidedBy(const InventoryTable &table, const QString &filter, const ColumnSet &searched = shown())
{
    RowMatcher matcher(RowFilter::parse(filter, serverCatalogue()), table, searched, QLocale::c());
    QString letters;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (matcher.verdict(row).isUndecided)
            letters.append(u"abc?"[row]);
    }
    return letters;
}

QString matching(const InventoryTable &table, const QString &filter, const ColumnSet &searched = shown(),
                 const QLocale &locale = QLocale::c())
{
    RowMatcher matcher(RowFilter::parse(filter, serverCatalogue()), table, searched, locale);
    QString letters;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (matcher.matches(row))
            letters.append(table.text(row, ServerColumn::Fqdn).front());
    }
    return letters;
}

} // namespace

class TestRowFilter : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void matches_data();
    void matches();
    void undecided_data();
    void undecided();
    void noFillingInTurnsWhatIsDecided();
    void saysWhatItsWordsSay();
    void oldValuesDecide();
    void onlySearchedColumns();
    void columnsThatCanHoldAWord();
    void rowStatesAreThoseOfShownColumns();
    void localeSeparators();
    void datesAsOnScreen();
    void unknownColumnsInOldValues();
    void emptyFilters_data();
    void emptyFilters();
    void namedColumns();
    void narrows_data();
    void narrows();
    void narrowingNeverLosesARow();
    void blanksAroundAValueAreNoOther_data();
    void blanksAroundAValueAreNoOther();
};

void TestRowFilter::matches_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *filter, const char *expected) {
        QTest::newRow(filter[0] == '\0' ? "nothing" : filter)
            << QString::fromUtf8(filter) << QString::fromLatin1(expected);
    };
    row("", "abc?");
    // Plain words
    row("db01", "a");
    row("DB0", "ab");
    row("example", "abc?");
    row("example dal10", "ac");
    row("dal10 fra02", "");
    row("22.04", "a");
    row("\"ubuntu 22\"", "a");
    row("ubuntu 22", "a");
    row("\"example ubuntu\"", "");
    row("bare_metal", "ab");
    row("\"bare metal\"", "ab");
    row("\"powered off\"", "c");
    row("powered_off", "c");
    row("café", "c");
    row("CAFÉ", "c");
    row("FÜR", "c");
    row("hello,", "c");
    row("192.0.2.", "ac");
    row("198.51.100.11", "b");
    row("nowhere", "");
    // Numbers as in a file and as on screen
    row("1250.1987", "a");
    row("1,250.2", "a");
    row("1250.2", "a");
    row("1,250", "a");
    row("1,250.1987", "");
    row("412.50", "a");
    row("412.5", "a");
    row("1,204.90", "b");
    row("1,204.9", "b");
    row("0.01351", "b");
    row("1,000.0", "c");
    row("25.13", "c");
    row("1,2", "ab");
    // Flags and negation
    row("true", "b");
    row("-example.com", "c?");
    row("-dal10", "b?");
    row("-dal10 -fra02", "?");
    row("-\"bare metal\" dal10", "c");
    // One column
    row("dc:dal10", "ac");
    row("DC:DAL", "ac");
    row("datacenter:fra", "b");
    row("dc:dal10,fra02", "abc");
    row("dc:\"dal10\",fra", "abc");
    row("-dc:dal10,fra02", "?");
    row("dc=dal", "");
    row("dc=DAL10", "ac");
    row("name:db", "ab");
    row("fqdn:db", "ab");
    row("host:a", "");
    row("ip:192.0.2", "ac");
    row("ip:203.0.113.9", "a");
    row("ip:198.51.100", "ab");
    row("ip=192.0.2.71", "c");
    row("os:\"windows 2019\"", "c");
    row("os:windows 2019", "c");
    row("state:active", "a");
    row("tags:prod", "ab");
    row("tags=prod", "b");
    row("tag=production", "a");
    row("tag=backup,prod", "ab");
    row("pool:eu", "a");
    row("serial:sl01", "a");
    row("serial:7470", "a");
    row("serial=y", ""); // not a list, whatever is in it
    row("kind:virtual", "c?");
    row("kind=bare_metal", "ab");
    row("notes:hello,xyz", "c");
    row("notes:\"hello, w\"", "c");
    // Comparisons by type
    row("ram>4", "a");
    row("ram>=4", "ac");
    row("ram<4", "b");
    row("ram<=4", "bc");
    row("ram=.5", "b");
    row("ram=0.50", "b");
    row("ram:>4", "a");
    row("ram>4 cores<32", "a");
    row("-ram>4", "bc?");
    row("cores=8", "b");
    row("cores=8,16", "ab");
    row("cores:1", "a");
    row("fee>100", "ab");
    row("fee<=25.13", "c");
    row("out<1", "b");
    row("ram>many", "");
    row("id=201", "c");
    row("name<b", "a?");            // '?' is before the letters
    row("ip>=198.51.100.11", "ab"); // also a's management address
    row("created>=2026", "ac");
    row("created<2026", "b");
    row("created=2026-03", "a");
    row("created>2026-01", "a");
    row("created<=2026-01", "bc");
    row("created=2026-01-01", "c");
    row("created>2026-03-05T09:59:59Z", "a");
    row("created:2026-0", "ac");
    row("created:\"2026-03-05 10\"", "a");
    row("private_only:yes", "b");
    row("private_only=false", "a");
    // Numbers with units, and with separators
    row("ram>32gb", "a");
    row("ram>=64GB", "a");
    row("ram:64gb", "a");
    row("ram:4", "ac");
    row("ram:4gb", "c"); // not 64
    row("ram:\"4 gb\"", "c");
    row("ram=512mb", "b");
    row("ram>0.03125tb", "a");
    row("ram:4gb,512mb", "bc");
    row("cores>4gb", "");
    row("fee>$400", "ab");
    row("fee>400usd", "ab");
    row("fee>1,000", "b");
    row("fee>=1,204.90", "b");
    row("fee=\"1,204.90\"", "b");
    row("fee>1,00", "");
    row("out>1,250", "a");
    // Addresses
    row("ip:192.0.2.10", "a");
    row("ip:192.0.2.1", ""); // that one and no other
    row("ip:192.0.2.7", "");
    row("ip:192.0", "ac");
    row("ip:192.0.", "ac");
    row("ip:19", "");
    row("ip:192.0.2.0/24", "ac");
    row("ip:192.0.2.64/26", "c");
    row("ip:192.0/16", "ac");
    row("ip:192.0.2.9-192.0.2.70", "a");
    row("ip:192.0.2.10-71", "ac");
    row("ip:198.51.100.0/24,192.0.2.71", "abc");
    row("-ip:192.0.2.0/24", "b?");
    row("ip=198.51.100.8/30", "ab");
    row("ip=192.0.2", "");
    row("ip:.100.1", "ab"); // as text
    row("ip:nowhere", "");
    row("192.0.2.1", "a"); // no key: text
    // Either side
    row("dc:fra02 or name:c-", "bc");
    row("dc:dal10 web or dc:fra02", "bc");
    row("web OR db01", "ac");
    row("db01 or web or db02", "abc");
    row("web or -dal10", "bc?");
    row("ram>32 or fee<30", "ac");
    row("dal10 or \"or\"", "ac");
    row("dal10 \"or\"", "c"); // "hello, world"
    row("or", "c");
    row("-or dal10", "a");
    row("name:or dal10", "");
    // None, or one of these
    row("pool:-,eu", "ab");
    row("pool:eu,-", "ab");
    row("pool=-,\"eu pool\"", "ab");
    row("-pool:-,eu", "c?");
    row("pool:?,eu", "ac?");
    row("pool:?,-", "bc?");
    row("pool:\"-\",eu", "a");
    row("ip:-,192.0.2.10", "a");
    row("public_ip:-,192.0.2.71", "bc");
    row("row_state:-", "");
    row("row_state:?", "");
    // Unknown and truly empty
    row("fee:?", "?");
    row("-fee:?", "abc");
    row("dc:?", "?");
    row("pool:-", "b");
    row("pool:?", "c?");
    row("-pool:-", "ac?");
    row("ip:-", "");
    row("public_ip:-", "b");
    row("management_ip:-", "c?"); // virtual servers have none
    row("os:\"?\"", "");
    row("row_state:refused", "?");
    row("row_state=partial", "abc"); // each misses a group that is shown
    // What is no key is plain text
    row("http://x", "");
    row("colour:red", "");
    row("nope>5", "");
    row("00:1a:2b", "");
    // What is not finished is left out
    row("dc:", "abc?");
    row("ram>", "abc?");
    row("dal10 -", "ac");
    row("dc:,", "abc?");
    row("dal10 or", "ac");
    row("or dal10", "ac");
    row("dal10 or or fra02", "abc");
    row("dc: or fra02", "b");
    row("dc: or ram>", "abc?");
    row("\"", "abc?");
    row("\"dal10", "ac");
    row("   ", "abc?");
}

void TestRowFilter::matches()
{
    QFETCH(QString, filter);
    QFETCH(QString, expected);
    const InventoryTable table = serversToFilter();
    QCOMPARE(matching(table, filter), expected);

    const RowFilter parsed = RowFilter::parse(filter, serverCatalogue());
    QString oneByOne;
    for (int row = 0; row < table.rowCount(); ++row) {
        if (parsed.matches(table, row, shown()))
            oneByOne.append(table.text(row, ServerColumn::Fqdn).front());
    }
    QCOMPARE(oneByOne, expected);
}

/// Of a, b and c the notes or the pool are not known, of "?" nothing but the name, and its fee is refused.
void TestRowFilter::undecided_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *filter, const char *expected) {
        QTest::newRow(filter[0] == '\0' ? "nothing" : filter)
            << QString::fromUtf8(filter) << QString::fromLatin1(expected);
    };
    row("", "");
    row("dc:dal10", "?");
    row("dc=dal10", "?");
    row("dc>dal", "?");
    row("-dc:dal10", "?");
    row("dc:nowhere", "?");
    row("fee>100", "?"); // refused
    row("ram:6", "?");
    row("ram:abc", ""); // no number ever holds that
    row("ram>many", "");
    row("created>2026", "?");
    row("private_only:yes", "?"); // comes with the addresses
    row("private_only:maybe", "");
    row("notes:hello", "ab?");
    row("owner:bob", "abc?");
    row("management_ip:10.", "b"); // virtual servers have none
    row("kind:virtual", "");
    row("name:x", "");
    row("id=7", "");
    row("row_state:partial", "");
    // What is not known is an answer to '?', none to '-'
    row("owner:?", "");
    row("-owner:?", "");
    row("owner:-", "abc?");
    row("pool:-", "c?");
    row("ip:-", "?"); // of the others one address is known, which is enough
    row("-ip:-", "?");
    row("pool:-,eu", "c?");
    row("-pool:-,eu", "c?");
    row("pool:?,eu", "");
    row("pool:?,-", "");
    row("management_ip:10.0.0.0/8", "b");
    row("ram:abcgb", "");
    row("ram:64gb", "?");
    // Either side: one that lets the row through is enough
    row("dc:fra02 or name:c-", "?");
    row("owner:bob or name:a-", "bc?");
    row("-owner:bob or name:a-", "bc?");
    row("owner:bob name:a- or name:b-", "a");
    row("dc:fra02 or kind:bare", "?");
    row("dc:nowhere or ram>many", "?");
    // Several words: one that rules the row out is enough
    row("dc:fra02 owner:bob", "b?");
    row("dc:fra02 name:c", "");
    row("-dc:fra02 owner:bob", "ac?");
    row("name:a- -owner:bob", "a");
    // Plain words look in every column that is shown
    row("example", "");
    row("nowhere", "abc?");
    row("-example", "");
    row("-nowhere", "abc?");
}

void TestRowFilter::undecided()
{
    QFETCH(QString, filter);
    QFETCH(QString, expected);
    QCOMPARE(undecidedBy(serversToFilter(), filter), expected);
}

/// Whatever comes: a decided row stays as it is, and of an undecided one some value turns the answer.
void TestRowFilter::noFillingInTurnsWhatIsDecided()
{
    using namespace ServerColumn;
    const std::array<CellValue, 3> owners{CellValue(), text("bob"), text("alice")};
    const std::array<CellValue, 3> places{CellValue(), text("dal10"), text("fra02")};
    const QStringList filters{u"owner:bob"_s,
                              u"-owner:bob"_s,
                              u"owner:-"_s,
                              u"owner:bob dc:dal10"_s,
                              u"dc:dal10,fra02"_s,
                              u"-dc:dal10 -owner:alice"_s,
                              u"-owner:- dc:fra02"_s,
                              u"bob"_s,
                              u"-bob -dal10"_s,
                              u"owner>anna dc<europe"_s,
                              u"owner:-,bob"_s,
                              u"-owner:-,alice"_s,
                              u"owner:-,alice dc:-"_s,
                              u"owner:bob or dc:dal10"_s,
                              u"dc:fra02 owner:- or dc:dal10"_s,
                              u"owner:- or -dc:-,dal10"_s};
    const ColumnSet searched = columnSet(Fqdn, Owner, Datacenter);
    for (const QString &filter : filters) {
        for (const bool isOwnerKnown : {false, true}) {
            InventoryTable table = makeTable({virtualServer(1, {{Fqdn, text("a")}})});
            if (isOwnerKnown)
                table.apply(virtualServer(1, {{Fqdn, text("a")}, {Owner, text("bob")}}));
            RowMatcher before(RowFilter::parse(filter, serverCatalogue()), table, searched, QLocale::c());
            const RowMatcher::Verdict verdict = before.verdict(0);
            bool turned = false;
            for (const CellValue &owner : owners) {
                for (const CellValue &place : places) {
                    InventoryTable filled = table;
                    filled.apply(virtualServer(1, {{Fqdn, text("a")},
                                                   {Owner, isOwnerKnown ? text("bob") : owner},
                                                   {Datacenter, place}}));
                    turned |= matching(filled, filter, searched).isEmpty() == verdict.isMatch;
                }
            }
            QVERIFY2(turned == verdict.isUndecided, qPrintable(filter));
        }
    }
}

namespace {

/// One word of a made-up filter, as it is meant.
struct MeantWord
{
    ColumnIndex column = 0;
    QString key;
    bool isNegated = false;
    bool takesEmpty = false;
    bool takesUnknown = false;
    QStringList words;

    [[nodiscard]] QString text() const
    {
        QStringList list = words;
        if (takesEmpty)
            list.append(u"-"_s);
        if (takesUnknown)
            list.prepend(u"?"_s);
        return (isNegated ? u"-"_s : QString()) + key + u':' + list.join(u',');
    }

    /// 0 no, 1 nobody knows, 2 yes.
    [[nodiscard]] int answer(const InventoryTable &table, int row) const
    {
        int answer = 0;
        if (table.hasValue(row, column)) {
            for (const QString &word : words)
                answer = table.text(row, column).contains(word, Qt::CaseInsensitive) ? 2 : answer;
        } else if (table.isKnown(row, column)) {
            answer = takesEmpty ? 2 : 0;
        } else {
            answer = takesUnknown ? 2 : 1;
        }
        return isNegated ? 2 - answer : answer;
    }
};

MeantWord anyWord(QRandomGenerator &random)
{
    using namespace ServerColumn;
    constexpr std::array columns{Datacenter, Os, Pool, Owner, State};
    const QStringList words{u"dal"_s, u"fra02"_s, u"ubuntu"_s, u"eu"_s, u"active"_s, u"2"_s};
    MeantWord word;
    word.column = columns[random.bounded(quint32(columns.size()))];
    word.key = QString::fromLatin1(serverCatalogue().column(word.column).key);
    word.isNegated = random.bounded(3) == 0;
    word.takesEmpty = random.bounded(4) == 0;
    word.takesUnknown = random.bounded(8) == 0;
    const int count = word.takesEmpty || word.takesUnknown ? random.bounded(3) : 1 + random.bounded(2);
    for (int i = 0; i < count; ++i)
        word.words.append(words[random.bounded(int(words.size()))]);
    return word;
}

} // namespace

/// Made-up filters say the same of each row as the simplest reading of what they were made of.
void TestRowFilter::saysWhatItsWordsSay()
{
    const InventoryTable table = serversToFilter();
    QRandomGenerator random(10);
    int undecidedRows = 0;
    int matchingRows = 0;
    for (int run = 0; run < 3000; ++run) {
        std::vector<std::vector<MeantWord>> alternatives(1 + random.bounded(3U));
        QStringList texts;
        for (std::vector<MeantWord> &words : alternatives) {
            QStringList ofWords;
            for (int i = 1 + random.bounded(2); i >= 0; --i) {
                words.push_back(anyWord(random));
                ofWords.append(words.back().text());
            }
            texts.append(ofWords.join(u' '));
        }
        const QString text = texts.join(" or "_L1);
        RowMatcher matcher(RowFilter::parse(text, serverCatalogue()), table, shown(), QLocale::c());
        for (int row = 0; row < table.rowCount(); ++row) {
            int either = 0;
            for (const std::vector<MeantWord> &words : alternatives) {
                int all = 2;
                for (const MeantWord &word : words)
                    all = std::min(all, word.answer(table, row));
                either = std::max(either, all);
            }
            const RowMatcher::Verdict verdict = matcher.verdict(row);
            QVERIFY2(verdict.isUndecided == (either == 1), qPrintable(text));
            QVERIFY2(verdict.isUndecided || verdict.isMatch == (either == 2), qPrintable(text));
            undecidedRows += either == 1 ? 1 : 0;
            matchingRows += either == 2 ? 1 : 0;
        }
    }
    QVERIFY(undecidedRows > 300 && matchingRows > 300); // it was about something
}

/// Old values are to be seen while a load goes over them, and found; so is that there was none.
void TestRowFilter::oldValuesDecide()
{
    InventoryTable table = serversToFilter();
    table.beginLoad();
    QCOMPARE(undecidedBy(table, u"dc:dal10"_s), u"?"_s);
    QCOMPARE(undecidedBy(table, u"pool:eu"_s), u"c?"_s);
    QCOMPARE(undecidedBy(table, u"pool:-"_s), u"bc?"_s); // as key:? says: no longer known
    table.setFailure(0, groupSet(ServerGroup::Datacenter), CellState::Failed,
                     ApiError::make(ApiError::Kind::Server));
    table.setGone(1);
    QCOMPARE(undecidedBy(table, u"dc:nowhere"_s), u"b?"_s); // what a failed refresh did not bring stands

    // Of a group that came but for one cell of a wrong type, that cell is not known and the others are.
    InventoryTable partly = serversToFilter();
    RowPatch patch = virtualServer(202, {{ServerColumn::MemoryGb, decimal("4")}});
    patch.loaded.reset();
    patch.failed.emplace_back(ServerGroup::Size, ApiError::make(ApiError::Kind::BadResponse));
    patch.wrong = {ServerColumn::Cores};
    QVERIFY(partly.apply(patch));
    QCOMPARE(undecidedBy(partly, u"cores>1"_s), u"?"_s);
    QCOMPARE(undecidedBy(partly, u"ram>1"_s), QString());
}

void TestRowFilter::onlySearchedColumns()
{
    const InventoryTable table = serversToFilter();
    QCOMPARE(matching(table, u"dal10"_s, columnSet(ServerColumn::Fqdn)), QString());
    QCOMPARE(matching(table, u"dc:dal10"_s, columnSet(ServerColumn::Fqdn)), u"ac"_s);
    QCOMPARE(matching(table, u"64"_s, columnSet(ServerColumn::MemoryGb)), u"a"_s);
    QCOMPARE(matching(table, u"64"_s, columnSet(ServerColumn::Cores)), QString());
    QCOMPARE(matching(table, u"x"_s, ColumnSet()), QString());
}

void TestRowFilter::columnsThatCanHoldAWord()
{
    using namespace ServerColumn;
    const ColumnSet among = columnSet(Fqdn, Notes, Cores, FeeMonthUsd, PrivateOnly, Created);
    const auto columns = [&](const QString &words, const QLocale &locale = QLocale(QLocale::English)) {
        return columnsForPlainWords(RowFilter::parse(words, serverCatalogue()), serverCatalogue(), among,
                                    locale);
    };
    QCOMPARE(columns({}), ColumnSet());
    QCOMPARE(columns(u"dc:dal10 ram>64"_s), ColumnSet());
    QCOMPARE(columns(u"web"_s), columnSet(Fqdn, Notes));
    QCOMPARE(columns(u"-web"_s), columnSet(Fqdn, Notes));
    QCOMPARE(columns(u"64"_s), columnSet(Fqdn, Notes, Cores, FeeMonthUsd, Created));
    QCOMPARE(columns(u"web 64"_s), columns(u"64"_s));
    QCOMPARE(columns(u"10:00z"_s), columnSet(Fqdn, Notes, Created));
    QCOMPARE(columns(u"true"_s), columnSet(Fqdn, Notes, PrivateOnly));
    // Whatever letters a locale's days have.
    const QLocale bulgarian(QLocale::Bulgarian, QLocale::Bulgaria);
    const QString day = bulgarian.toString(QDate(2026, 3, 5), QLocale::ShortFormat);
    QVERIFY(columns(u'"' + day + u'"', bulgarian).test(static_cast<std::size_t>(Created)));
    QCOMPARE(matching(serversToFilter(), u'"' + day + u'"', columnSet(Created), bulgarian), u"a"_s);
}

/// What is searched says nothing of what a row is to have.
void TestRowFilter::rowStatesAreThoseOfShownColumns()
{
    using namespace ServerColumn;
    const InventoryTable table = serversToFilter();
    const auto complete = [&table](const ColumnSet &shown) {
        RowMatcher matcher(RowFilter::parse(u"row_state:complete"_s, serverCatalogue()), table,
                           columnSet(Fqdn, Owner), shown, QLocale::c());
        int rows = 0;
        for (int row = 0; row < table.rowCount(); ++row)
            rows += matcher.matches(row) ? 1 : 0;
        return rows;
    };
    QCOMPARE(complete(columnSet(Fqdn)), table.rowCount());
    QVERIFY(complete(columnSet(Fqdn, FeeMonthUsd)) < table.rowCount());
}

void TestRowFilter::localeSeparators()
{
    const InventoryTable table = serversToFilter();
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(matching(table, u"1.250,2"_s, shown(), german), u"a"_s);
    QCOMPARE(matching(table, u"412,50"_s, shown(), german), u"a"_s);
    QCOMPARE(matching(table, u"412.5"_s, shown(), german), u"a"_s); // files keep their point
    QCOMPARE(matching(table, u"fee>1.204,8"_s, shown(), german), u"b"_s);
    QCOMPARE(matching(table, u"fee>1.204,9"_s, shown(), german), QString());
    QCOMPARE(matching(table, u"fee>1,204.8"_s, shown(), german), u"b"_s);
    QCOMPARE(matching(table, u"fee>412,49"_s, shown(), german), u"ab"_s);
    QCOMPARE(matching(table, u"fee>412.49"_s, shown(), german), u"ab"_s);
    const QLocale french(QLocale::French, QLocale::France);
    QCOMPARE(matching(table, u"\"1 250,2\""_s, shown(), french), u"a"_s);
    QCOMPARE(matching(table, u"1.250,2"_s, shown(), french), QString());
}

void TestRowFilter::datesAsOnScreen()
{
    const InventoryTable table = serversToFilter();
    const ColumnSet created = columnSet(ServerColumn::Created);
    QCOMPARE(matching(table, u"05.03.26"_s, created, QLocale(QLocale::German, QLocale::Germany)), u"a"_s);
    QCOMPARE(matching(table, u"3/5/26"_s, created, QLocale(QLocale::English, QLocale::UnitedStates)), u"a"_s);
    QCOMPARE(matching(table, u"2026-03-05T10:00:00Z"_s, created), u"a"_s);
}

void TestRowFilter::unknownColumnsInOldValues()
{
    InventoryTable table = serversToFilter();
    table.beginLoad();
    QCOMPARE(matching(table, u"dc:dal10"_s), u"ac"_s); // stale values are to be seen, so they are to be found
    QCOMPARE(matching(table, u"pool:-"_s), QString()); // but that there is none is no longer known
    QCOMPARE(matching(table, u"pool:?"_s), u"bc?"_s);
    table.setFailure(0, groupSet(ServerGroup::Datacenter), CellState::Failed,
                     ApiError::make(ApiError::Kind::Server));
    QCOMPARE(matching(table, u"dc:dal10"_s), u"ac"_s); // a failed refresh takes no value away
}

void TestRowFilter::emptyFilters_data()
{
    QTest::addColumn<QString>("filter");
    for (const char *filter : {"", "  ", "dc:", "ram>=", "-", "-dc:", "\"\"", "dc:\"\"", "or or", "dc: or -"})
        QTest::newRow(filter) << QString::fromLatin1(filter);
}

void TestRowFilter::emptyFilters()
{
    QFETCH(QString, filter);
    QVERIFY(RowFilter::parse(filter, serverCatalogue()).isEmpty());
}

void TestRowFilter::namedColumns()
{
    const RowFilter filter = RowFilter::parse(u"web dc:dal10 ip:192 -fee:? nope:x"_s, serverCatalogue());
    using namespace ServerColumn;
    QCOMPARE(filter.namedColumns(), columnSet(Datacenter, PublicIp, PrivateIp, ManagementIp, FeeMonthUsd));
    QVERIFY(filter.hasPlainWords());
    QVERIFY(filter.looksAtStates());
    QVERIFY(!RowFilter::parse(u"dc:dal10"_s, serverCatalogue()).hasPlainWords());
    QVERIFY(!RowFilter::parse(u"dc:dal10"_s, serverCatalogue()).looksAtStates());
    // Of either side
    const RowFilter either = RowFilter::parse(u"dc:dal10 or owner:-,bob or web"_s, serverCatalogue());
    QCOMPARE(either.namedColumns(), columnSet(Datacenter, Owner));
    QVERIFY(either.hasPlainWords());
    QVERIFY(either.looksAtStates());
}

void TestRowFilter::narrows_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("other");
    QTest::addColumn<bool>("expected");
    const auto row = [](const char *filter, const char *other, bool expected) {
        QTest::addRow("'%s' after '%s'", filter, other)
            << QString::fromLatin1(filter) << QString::fromLatin1(other) << expected;
    };
    row("d", "", true);
    row("", "d", false);
    row("db", "d", true);
    row("db", "db", true);
    row("d", "db", false);
    row("xdb", "db", true);
    row("db ram>4", "db", true);
    row("ram>4 db0", "db", true);
    row("ram>4", "ram>4 db", false);
    row("dc:dal10", "dc:dal", true);
    row("dc:dal10", "dc:", true);
    row("dc:dal10", "fra:dal", false);
    row("dc:dal10", "dal", false);        // the searched columns may not hold it
    row("dc:dal10,fra", "dc:dal", false); // more are let in
    row("dc:dal10", "dc:dal,fra", true);
    row("-web", "-webserver", true);
    row("-webserver", "-web", false);
    row("-db", "db", false);
    row("ram>64", "ram>6", false);     // might be true; being careful costs a full look
    row("dc=dal10", "dc=dal1", false); // equals does not grow
    row("fee:?", "fee:?", true);
    row("fee:?", "", true);
    row("ram:6tb", "ram:6", false); // 6144
    row("ram:64gb", "ram:64", false);
    row("ip:10.0", "ip:10", false);
    row("ip:192.0.2.71", "ip:192.0.2.7", false); // an address is one and no other
    row("owner:-", "owner:-,alice", true);
    row("owner:-,alice", "owner:-", false);
    row("owner:-,alice", "owner:alice", false);
    row("owner:-,alice", "owner:-,ali", true);
    row("-owner:-,alice", "-owner:-", true);
    row("-owner:-", "-owner:-,alice", false);
    row("web", "web or db", true);
    row("web or db", "web", false);
    row("web1 or db2", "web or db", true);
    row("web1 or db2 or fra", "web or db", false);
    row("db", "web or db or fra", true);
    row("dc:dal10 web or fra", "web or fra", true);
    row("web or d", "web or", false);
    row("web or db", "", true);
    row("", "web or db", false);
}

void TestRowFilter::narrows()
{
    QFETCH(QString, filter);
    QFETCH(QString, other);
    QFETCH(bool, expected);
    QCOMPARE(RowFilter::parse(filter, serverCatalogue()).narrows(RowFilter::parse(other, serverCatalogue())),
             expected);
}

/// Types every filter of the table above letter by letter: wherever narrows() is true, the rows must be a
/// subset.
void TestRowFilter::narrowingNeverLosesARow()
{
    const InventoryTable table = serversToFilter();
    const QStringList typed{u"1,250.2"_s,        u"412.50 dal"_s,
                            u"-example.com"_s,   u"\"bare metal\" db"_s,
                            u"dc:dal10,fra02"_s, u"true"_s,
                            u"tags:prod ub"_s,   u"999.96"_s,
                            u"-dc:dal10"_s,      u"created:2026-03"_s,
                            u"1,000.0"_s,        u"00.0"_s,
                            u"0.01"_s,           u"-1,2"_s};
    int narrowed = 0;
    for (const QString &whole : typed) {
        for (qsizetype shorter = 0; shorter <= whole.size(); ++shorter) {
            for (qsizetype from = 0; from <= shorter; ++from) {
                const RowFilter longer = RowFilter::parse(whole, serverCatalogue());
                const QString part = whole.sliced(from, shorter - from);
                if (!longer.narrows(RowFilter::parse(part, serverCatalogue())))
                    continue;
                ++narrowed;
                const QString ofPart = matching(table, part);
                for (const QChar row : matching(table, whole))
                    QVERIFY2(ofPart.contains(row), qPrintable(whole + u" after "_s + part));
            }
        }
    }
    QVERIFY(narrowed > 100);
}

void TestRowFilter::blanksAroundAValueAreNoOther_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *filter, const char *expected) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromLatin1(expected);
    };
    row(R"(os:"Debian 12.0-64 ")", "a"); // as the file has it: only there it stands so
    row(R"(os="Debian 12.0-64 ")", "ab");
    row(R"(os="Debian 12.0-64")", "ab");
    row(R"(os:"Debian 12.0-64")", "ab");
    row(R"("Debian 12.0-64 ")", "a");
    row(R"(-os:"Debian 12.0-64 ")", "bc");
    row(R"(os="CentOS 7 ","Debian 12.0-64 ")", "abc");
    row(R"(os>="Debian 12.0-64 " os<="Debian 12.0-64 ")", "ab");
    row(R"(notes:" in the rack ")", "a");
    row(R"(notes=" in the rack ")", "ab");
    row(R"(notes="in the rack")", "ab");
    row(R"(notes:"e r")", "ab"); // blanks within are none around
    row(R"(notes="in the  rack")", "");
    row(R"(tags:"web; db")", "a"); // in the order of the file
    row(R"(tags="web; db")", "a");
    row(R"(tags="db ")", "ab");
    row(R"(public_ip="192.0.2.10 ")", "a");
    row(R"(public_ip:"192.0.2.10 ")", "a");
}

/// What people see has no blanks around it, and what files have does: who takes a value from either finds it.
void TestRowFilter::blanksAroundAValueAreNoOther()
{
    using namespace ServerColumn;
    const InventoryTable table = makeTable({bareMetal(1, {{Fqdn, text("a")},
                                                          {Os, text("Debian 12.0-64 ")},
                                                          {PublicIp, text("192.0.2.10")},
                                                          {Tags, text("web; db")},
                                                          {Notes, text(" in the rack ")}}),
                                            bareMetal(2, {{Fqdn, text("b")},
                                                          {Os, text("Debian 12.0-64")},
                                                          {PublicIp, text("192.0.2.11")},
                                                          {Tags, text("db")},
                                                          {Notes, text("in the rack")}}),
                                            bareMetal(3, {{Fqdn, text("c")},
                                                          {Os, text("CentOS 7")},
                                                          {PublicIp, CellValue()},
                                                          {Tags, CellValue()},
                                                          {Notes, CellValue()}})});
    QFETCH(QString, filter);
    QTEST(matching(table, filter), "expected");
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestRowFilter)
#include "tst_rowfilter.moc"
