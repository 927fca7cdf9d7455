// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/filterremark.h"

#include "app/inventory/tablebuilder.h"
#include "inventory/filterkeys.h"
#include "inventory/kinds.h"
#include "inventory/rowfilter.h"
#include "inventory/rowmatcher.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

QString nameOf(FilterRemark::Kind kind)
{
    using Kind = FilterRemark::Kind;
    switch (kind) {
    case Kind::UnknownKey:
        return u"key"_s;
    case Kind::StrayOperator:
        return u"operator"_s;
    case Kind::StrayOr:
        return u"or"_s;
    case Kind::NoWord:
        return u"word"_s;
    case Kind::OpenQuote:
        return u"quote"_s;
    case Kind::NoNumber:
        return u"number"_s;
    case Kind::AmbiguousNumber:
        return u"ambiguous"_s;
    case Kind::NoDate:
        return u"date"_s;
    case Kind::NoFlag:
        return u"flag"_s;
    case Kind::NoAddress:
        return u"address"_s;
    }
    return {};
}

/// "number abc" for each remark: what it is, and the part of the text that it is about; with a '…' where
/// somebody may be at it.
QString told(const QString &text, const QList<FilterRemark> &remarks)
{
    QStringList all;
    for (const FilterRemark &remark : remarks)
        all.append(nameOf(remark.kind) + u' ' + text.sliced(remark.from, remark.length) +
                   (remark.isUnfinished ? u"…"_s : QString()));
    return all.join("; "_L1);
}

QString toldOfServers(const QString &text, const QLocale &locale = QLocale::c())
{
    return told(text, filterRemarks(text, serverCatalogue(), nullptr, locale));
}

QString onlySentence(const QString &text, const Catalogue &catalogue = serverCatalogue(),
                     const QLocale &locale = QLocale::c())
{
    const QList<FilterRemark> remarks = filterRemarks(text, catalogue, nullptr, locale);
    return remarks.size() == 1 ? remarks.constFirst().sentence : QString();
}

} // namespace

class TestFilterRemark : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void remarks_data();
    void remarks();
    void numbersOfTwoReadings();
    void otherTables();
    void rowsBelowHaveWordsToo();
    void sentences_data();
    void sentences();
    void nothingIsSaidOfWhatRelationsWrite();
    void wordsThatMatchNothingAreToldOf_data();
    void wordsThatMatchNothingAreToldOf();
    void keysToComplete();
};

void TestFilterRemark::remarks_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("expected");
    const auto row = [](const char *filter, const char *expected = "") {
        QTest::newRow(*filter == '\0' ? "nothing" : filter)
            << QString::fromUtf8(filter) << QString::fromUtf8(expected);
    };
    // Nothing is wrong with these
    row("");
    row("   ");
    row("web db01 -test");
    row("\"two words\"");
    row("\"\"");
    row("dc:dal10,fra02 ram>64 -tag:test");
    row("dc:\"dal10\",fra os:\"?\" owner:-,alice fee:? pool:?,-");
    row("ram>64gb ram<=1.5tb fee>$1,000 fee<2,000.50 cores=8,16 ram:>4");
    row("ram:1,250 fee:25.1 out:1250.2 ram:64gb");
    row("created>=2026 created<2026-03 created=2026-03-05 created>2026-03-05T09:59:59Z created:05.03.26");
    row("private_only:yes private_only=false private_only:y");
    row("ip:10.1.2.3 ip:10.1 ip:10. ip:10.1.2.0/24 ip:10.1.2.3-9 ip:.2.3 ip:10.1.2.3,10.1.2.4");
    row("ip>=10.1.2.0 ip<=10.1.2.255 ip>10.1 ip=10.1.2.0/24 public_ip:2001:db8::1 public_ip:2001:db8:");
    row("name<b row_state:partial kind:virtual");
    row("web or db");
    row("dc:dal10 web or dc:fra02 or name:x");
    row("or");         // "oracle" is on its way
    row("web \"or\""); // the word
    // Colons that are none of ours
    row("http://x https://host/a?b=c&d=e");
    row("00:1a:2b:3c:4d:5e fe80::1 ::1 ab:cd:ef 2001:db8::/32 12:30");
    row("web-01:8080");
    row("10.0.0.1:443");
    // Keys
    row("foo:bar", "key foo");
    row("web foo:bar -baz:x", "key foo; key baz");
    row("foo>5", "key foo");
    row("foo=", "key foo");
    row("foo:\"two words\"", "key foo");
    row("\"foo:bar\"");
    row("foo:", "key foo…"); // a URL perhaps
    row("http:/", "key http…");
    row("foo: web", "key foo");
    row("mem-gb>4", "key mem-gb");
    row("größe>4", "key größe");
    row("team:blue", "key team");
    row("used:80", "key used"); // of pools
    // Operators
    row("ram > 64", "operator >");
    row("ram >64", "operator >");
    row("ram> 64", "word ram>");
    row("ram : 64", "operator :");
    row(":5", "operator :");
    row("dc :dal10", "operator :");
    row("dc!=dal10", "operator !=");
    row("dc:=:dal10", "operator :");
    row("dc==dal10", "operator =");
    row("ram=>64", "operator >");
    row("64<ram", "operator <");
    row("web | db", "operator |");
    row("web || db", "operator ||");
    row("\"ram > 64\"");
    row("dc:\"=x\"");
    // What is not finished
    row("dc:", "word dc:…");
    row("-dc:", "word -dc:…");
    row("dc:,", "word dc:,…");
    row("ram>=", "word ram>=…");
    row("dc: web", "word dc:");
    row("dc: ", "word dc:");
    row("web -", "word -…");
    row("- web", "word -");
    row("dc:\"\"", "word dc:\"\"…");
    row("\"dal10", "quote \"dal10…");
    row("\"", "quote \"…");
    row("dc:fra02,\"dal", "quote dc:fra02,\"dal…");
    row("web or", "or or…");
    row("web OR ", "or OR…");
    row("or web", "or or");
    row("web or or db", "or or");
    row("dc: or web", "word dc:");
    // Numbers
    row("ram>abc", "number abc");
    row("ram:abc", "number abc");
    row("ram=8,abc,16", "number abc");
    row("ram>8,16", "number 8,16…"); // 8,160 perhaps
    row("ram>8,16 web", "number 8,16");
    row("cores>8gb", "number 8gb");
    row("ram>64%", "number 64%");
    row("ram>64kb", "number 64kb");
    row("ram>64gi", "number 64gi…");
    row("ram>64gi ", "number 64gi");
    row("fee>1,00", "number 1,00…");
    row("fee>1,0000", "number 1,0000");
    row("-ram>abc", "number abc");
    row("id=abc", "number abc");
    row("ram>\"abc\"", "number \"abc\"");
    // Dates
    row("created>soon", "date soon");
    row("created:soon", "date soon");
    row("created>20", "date 20…");
    row("created>2026-", "date 2026-…");
    row("created>2026-0", "date 2026-0…");
    row("created>2026-0 web", "date 2026-0");
    row("created>2026-13", "date 2026-13");
    row("created>2026-02-30", "date 2026-02-30");
    row("created>05.03.2026", "date 05.03.2026");
    // Flags
    row("private_only:maybe", "flag maybe");
    row("private_only=ye", "flag ye…");
    row("private_only>no", "flag no");
    // Addresses
    row("ip:web", "address web");
    row("ip:300", "address 300");
    row("ip:10.0.0.300", "address 10.0.0.300");
    row("ip:10.0.0.0/33", "address 10.0.0.0/33");
    row("ip:10.0.0.0/", "address 10.0.0.0/…");
    row("ip:10.0.0.9-", "address 10.0.0.9-…");
    row("ip:10.0.0.9-10.0", "address 10.0.0.9-10.0…");
    row("ip:10.0.0.9-10.0.0.1", "address 10.0.0.9-10.0.0.1");
    row("ip=10.0", "address 10.0…");
    row("ip=10.0 web", "address 10.0");
    row("ip>10.0.0.0/8", "address 10.0.0.0/8");
    row("ip:10.0.0.1,web", "address web");
    // Several
    row("foo:bar ram>abc or", "key foo; number abc; or or…");
}

void TestFilterRemark::remarks()
{
    QFETCH(const QString, filter);
    QTEST(toldOfServers(filter), "expected");
    for (const FilterRemark &remark : filterRemarks(filter, serverCatalogue(), nullptr, QLocale::c())) {
        QVERIFY2(remark.sentence.endsWith(u'.') && !remark.sentence.contains(u'\n'),
                 qPrintable(remark.sentence));
        QVERIFY2(!remark.sentence.contains(u'%') || filter.contains(u'%'), qPrintable(remark.sentence));
    }
}

void TestFilterRemark::numbersOfTwoReadings()
{
    const QLocale german(QLocale::German, QLocale::Germany);
    QCOMPARE(toldOfServers(u"fee>1.000"_s), QString());
    QCOMPARE(toldOfServers(u"fee>1.000"_s, german), u"ambiguous 1.000"_s);
    QCOMPARE(toldOfServers(u"fee>1,000 ram:1.024mb"_s, german), u"ambiguous 1,000; ambiguous 1.024mb"_s);
    QCOMPARE(toldOfServers(u"fee>1.000,50 ram>1,5 ram>1.5 fee:1.000"_s, german), QString());
    const QString asked = u"“%1” can be read as %2 or as %3. Write one of these."_s;
    for (const QStringList &numbers :
         {QStringList{u"1.000"_s, u"1"_s, u"1000"_s}, QStringList{u"1,000"_s, u"1000"_s, u"1"_s},
          QStringList{u"1.250"_s, u"1.25"_s, u"1250"_s}, QStringList{u"1.234"_s, u"1.2340"_s, u"1234"_s}}) {
        QCOMPARE(onlySentence(u"fee>"_s + numbers[0], serverCatalogue(), german),
                 asked.arg(numbers[0], numbers[1], numbers[2]));
        for (const QString &number : numbers.sliced(1)) // which helps
            QCOMPARE(toldOfServers(u"fee>"_s + number, german), QString());
    }
}

/// A key is one of the table's, and words are told of by what its columns are.
void TestFilterRemark::otherTables()
{
    const auto toldOf = [](const char *table, const QString &text) {
        const Catalogue &catalogue = tableOfKey(QString::fromLatin1(table))->catalogue();
        return told(text, filterRemarks(text, catalogue, nullptr, QLocale::c()));
    };
    QCOMPARE(toldOf("pools", u"used>80% over:now allocation>20tb"_s), QString());
    QCOMPARE(toldOf("pools", u"ram>64"_s), u"key ram"_s);
    QCOMPARE(toldOf("ssh-keys", u"fee:1 dc:ab"_s),
             u"key fee; key dc"_s); // though they look like a part of a MAC
    QCOMPARE(toldOf("subnets", u"network:2001:db8::/32 gateway:10.1 target_ip=10.1.2.3"_s), QString());
    QCOMPARE(toldOf("subnets", u"network:web"_s), u"address web"_s);
    QCOMPARE(toldOf("subnets", u"usable_ip_count>1,000 usable_ip_count=18446744073709551616"_s), QString());
    QCOMPARE(toldOf("subnets", u"usable_ip_count>many"_s), u"number many"_s);
    QCOMPARE(toldOf("vlans", u"gateway:web"_s), QString()); // the name of one
}

void TestFilterRemark::rowsBelowHaveWordsToo()
{
    const auto toldOf = [](const QString &text, const Catalogue *below) {
        return told(text, filterRemarks(text, poolCatalogue(), below, QLocale::c()));
    };
    QCOMPARE(toldOf(u"over:now dc:dal10"_s, nullptr), u"key dc"_s);
    QCOMPARE(toldOf(u"over:now dc:dal10 share>50%"_s, &memberCatalogue()), QString());
    QCOMPARE(toldOf(u"foo:bar share>x"_s, &memberCatalogue()), u"key foo; number x"_s);
}

void TestFilterRemark::sentences_data()
{
    QTest::addColumn<QString>("filter");
    QTest::addColumn<QString>("sentence");
    const auto row = [](const char *filter, const char *sentence) {
        QTest::newRow(filter) << QString::fromUtf8(filter) << QString::fromUtf8(sentence);
    };
    row("foo:bar", "There is no column “foo”. Quotes make plain text of it: \"foo:bar\".");
    row("-foo:\"a b\"", "There is no column “foo”. Quotes make plain text of it: \"foo:a b\".");
    row("ram > 64", "“>” means nothing here. Comparisons are written without blanks, as ram>64; quotes make "
                    "plain text.");
    row("web | db", "Write “or” between words to find either: web or db.");
    row("or web", "“or” stands between words: web or db.");
    row("dc: web", "“dc:” needs a word right behind it.");
    row("\"web", "A quote is not closed.");
    row("RAM>abc", "“RAM” takes a number, in GB, not “abc”.");
    row("cores>8gb", "“cores” takes a number, not “8gb”.");
    row("created>soon", "“created” takes a date, such as 2026-03 or 2026-03-05, not “soon”.");
    row("private_only:maybe", "“private_only” takes yes or no, not “maybe”.");
    row("ip:Web", "“ip” takes addresses, such as 10.1.2.3, 10.1.2.0/24 or 10.1.2.3-10.1.2.9, not “Web”.");
}

void TestFilterRemark::sentences()
{
    QFETCH(const QString, filter);
    QTEST(onlySentence(filter), "sentence");
}

void TestFilterRemark::nothingIsSaidOfWhatRelationsWrite()
{
    QCOMPARE(toldOfServers(u"public_ip>=10.1.2.0 public_ip<=10.1.2.63"_s), QString());
    QCOMPARE(toldOfServers(u"vlan_id=1,2 id=7 pool=\"EU, west\",\"-\""_s), QString());
}

/// Both read words by the same rules: what no cell can ever be is told of, and the other way round.
void TestFilterRemark::wordsThatMatchNothingAreToldOf_data()
{
    QTest::addColumn<QString>("words");
    QTest::newRow("contains") << u":"_s;
    QTest::newRow("equals") << u"="_s;
    QTest::newRow("less") << u"<"_s;
    QTest::newRow("more") << u">="_s;
}

void TestFilterRemark::wordsThatMatchNothingAreToldOf()
{
    QFETCH(const QString, words);
    const QStringList typed{u"abc"_s,    u"64"_s,    u"64gb"_s, u"1.5tb"_s,   u"80%"_s,  u"$5"_s,
                            u"many"_s,   u"maybe"_s, u"yes"_s,  u"false"_s,   u"2026"_s, u"2026-03"_s,
                            u"2026-1"_s, u"1,000"_s, u"x1"_s,   u"\"1 2\""_s, u"-5"_s,   u".5"_s};
    InventoryTable table(serverCatalogue());
    const CellMatcher::Context context{table, {}, QLocale::c()};
    for (const ColumnIndex column : serverCatalogue().allColumns()) {
        const ColumnSpec &spec = serverCatalogue().column(column);
        const bool isText = spec.type == ColumnType::Text; // which may hold anything
        const bool isOrderOfFlags = spec.type == ColumnType::Flag && words != ":"_L1 && words != "="_L1;
        const bool isPartOfDate = spec.type == ColumnType::Timestamp && words == ":"_L1;
        if (isText || isOrderOfFlags || isPartOfDate)
            continue;
        for (const QString &word : typed) {
            const QString text = QString::fromLatin1(spec.key) + words + word;
            const RowFilter filter = RowFilter::parse(text, serverCatalogue());
            const bool canMatch =
                CellMatcher::make(context, filter.alternatives().front().front(), column) != nullptr;
            QVERIFY2(canMatch == toldOfServers(text).isEmpty(), qPrintable(text));
        }
    }
}

void TestFilterRemark::keysToComplete()
{
    const QStringList keys = filterKeys(serverCatalogue());
    QVERIFY(keys.contains(u"dc"_s) && keys.contains(u"ram"_s) && keys.contains(u"memory_gb"_s));
    QVERIFY(!keys.contains(u"share"_s));  // of members
    QCOMPARE(keys.count(u"serial"_s), 1); // a short form and a key
    QVERIFY(keys.indexOf(u"dc"_s) < keys.indexOf(u"datacenter"_s));
    for (const TableSpec *table : allTables()) {
        for (const QString &key : filterKeys(table->catalogue())) {
            QVERIFY2(columnsOfFilterKey(key, table->catalogue()).any(), qPrintable(key));
            QVERIFY(columnsOfFilterKey(key.toUpper(), table->catalogue()).any());
            QVERIFY(isFilterKeyOfAnyTable(key));
        }
        for (const ColumnSpec &column : table->catalogue().columns())
            QCOMPARE(filterKeys(table->catalogue()).contains(QString::fromLatin1(column.key)),
                     !column.isOfRowsBelow);
    }
    QVERIFY(!isFilterKeyOfAnyTable(u"foo"));
    QVERIFY(columnsOfFilterKey(u"share", serverCatalogue()).none());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestFilterRemark)
#include "tst_filterremark.moc"
