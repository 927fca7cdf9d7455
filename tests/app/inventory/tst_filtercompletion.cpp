// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/filtercompletion.h"

#include "app/inventory/tablebuilder.h"
#include "inventory/filterremark.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

InventoryTable someServers()
{
    return makeTable({virtualServer(1, {{ServerColumn::Fqdn, text("web10.example.com")},
                                        {ServerColumn::Datacenter, text("dal10")},
                                        {ServerColumn::PublicIp, text("198.51.100.10")},
                                        {ServerColumn::Owner, text("Jane Doe")},
                                        {ServerColumn::Tags, text("web;two words;-")}}),
                      virtualServer(2, {{ServerColumn::Fqdn, text("web9.example.com")},
                                        {ServerColumn::Datacenter, text("dal09")},
                                        {ServerColumn::PublicIp, text("198.51.100.9")},
                                        {ServerColumn::Owner, text("alice")},
                                        {ServerColumn::Tags, text("a,b;WebDAV;say \"hi\"")}}),
                      bareMetal(3, {{ServerColumn::Fqdn, text("db1.example.com")},
                                    {ServerColumn::Datacenter, text("dal10")},
                                    {ServerColumn::PrivateIp, text("10.1.2.3")},
                                    {ServerColumn::Owner, text("bob")}}),
                      bareMetal(4, {{ServerColumn::Datacenter, text("fra02")}})});
}

/// "dc:da" with the cursor at '|': "dal9 dal10".
QString completed(QString typed, const InventoryTable &table = someServers())
{
    const qsizetype cursor = typed.indexOf(u'|');
    typed.remove(u'|');
    return filterCompletion(typed, cursor < 0 ? typed.size() : cursor, table).words.join(u' ');
}

} // namespace

class TestFilterCompletion : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void completes_data();
    void completes();
    void replacesThePartThatIsTyped();
    void whatItOffersIsUnderstood();
    void offersSoManyAtMost();
    void offersTheFirstOnesHoweverTheyLie();
    void offersNothingThatNoListHasRoomFor();
    void looksAtRowsBelowToo();
};

void TestFilterCompletion::completes_data()
{
    QTest::addColumn<QString>("typed");
    QTest::addColumn<QString>("words");
    QTest::newRow("key") << u"ho"_s << u"host: hostname:"_s;
    QTest::newRow("key in capitals") << u"HOST"_s << u"host: hostname:"_s;
    QTest::newRow("whole key") << u"dc"_s << u"dc:"_s;
    QTest::newRow("key of the second word") << u"web dc"_s << u"dc:"_s;
    QTest::newRow("key that is excluded") << u"-dc"_s << u"dc:"_s;
    QTest::newRow("key behind or") << u"web or dc"_s << u"dc:"_s;
    QTest::newRow("no key") << u"web1"_s << QString();
    QTest::newRow("quoted") << u"\"dc\""_s << QString();
    QTest::newRow("nothing typed") << QString() << QString();
    QTest::newRow("between words") << u"dc "_s << QString();
    QTest::newRow("before a word") << u"dc| web"_s << u"dc:"_s;
    QTest::newRow("within a word") << u"d|c"_s << QString();
    QTest::newRow("within a value") << u"dc:d|al10"_s << QString();

    QTest::newRow("values") << u"dc:"_s << u"dal09 dal10 fra02"_s;
    QTest::newRow("values that begin so") << u"dc:DAL"_s << u"dal09 dal10"_s;
    QTest::newRow("just this value") << u"dc=f"_s << u"fra02"_s;
    QTest::newRow("value that is there") << u"dc:fra02"_s << QString();
    QTest::newRow("one more value") << u"dc:fra02,"_s << u"dal09 dal10"_s;
    QTest::newRow("one more value, begun") << u"dc:dal10,dal"_s << u"dal09"_s;
    QTest::newRow("first of a list") << u"dc:da|,fra02"_s << u"dal09 dal10"_s;
    QTest::newRow("excluded value") << u"-dc:f"_s << u"fra02"_s;
    QTest::newRow("no such value") << u"dc:x"_s << QString();
    QTest::newRow("natural order") << u"name:web"_s << u"web9.example.com web10.example.com"_s;
    QTest::newRow("hardly repeated") << u"name:"_s << QString();
    QTest::newRow("of several columns") << u"ip:1"_s << u"10.1.2.3 198.51.100.9 198.51.100.10"_s;
    QTest::newRow("of a list") << u"tag:we"_s << u"web WebDAV"_s;
    QTest::newRow("with blanks") << u"owner:j"_s << u"\"Jane Doe\""_s;
    QTest::newRow("with blanks, quoted") << u"owner:\"jane d"_s << u"\"Jane Doe\""_s;
    QTest::newRow("quote opened") << u"owner:\""_s << u"alice bob \"Jane Doe\""_s;
    QTest::newRow("with commas") << u"tag:a"_s << u"\"a,b\""_s;
    QTest::newRow("sign that means something") << u"tag:-"_s << u"\"-\""_s;
    QTest::newRow("with a quote") << u"tag:say"_s << QString();
    QTest::newRow("kind") << u"kind:"_s << u"bare_metal virtual"_s;
    QTest::newRow("flag") << u"private_only:"_s << u"no yes"_s;
    QTest::newRow("number") << u"ram:"_s << QString();
    QTest::newRow("date") << u"created:"_s << QString();
    QTest::newRow("more than") << u"dc>"_s << QString();
}

void TestFilterCompletion::completes()
{
    QFETCH(const QString, typed);
    QTEST(completed(typed), "words");
}

void TestFilterCompletion::replacesThePartThatIsTyped()
{
    const InventoryTable table = someServers();
    const auto part = [&table](const QString &text) {
        const FilterCompletion completion = filterCompletion(text, text.size(), table);
        return text.sliced(completion.from, completion.length);
    };
    QCOMPARE(part(u"web -ho"_s), u"ho"_s);
    QCOMPARE(part(u"dc:da"_s), u"da"_s);
    QCOMPARE(part(u"dc:fra02,da"_s), u"da"_s);
    QCOMPARE(part(u"dc:"_s), QString());
    QCOMPARE(part(u"owner:\"Jane"_s), u"\"Jane"_s);
    QCOMPARE(part(u"owner:\""_s), u"\""_s);
    QCOMPARE(part(u"owner:alice,\""_s), u"\""_s);
}

/// With any of its words in place of what is typed the text is right, and finds a row.
void TestFilterCompletion::whatItOffersIsUnderstood()
{
    const InventoryTable table = someServers();
    for (const QString &typed : {u"dc:"_s, u"owner:\""_s, u"tag:"_s, u"tag="_s, u"ip:1"_s, u"name:w"_s,
                                 u"kind:"_s, u"owner:alice,"_s}) {
        const FilterCompletion completion = filterCompletion(typed, typed.size(), table);
        QVERIFY2(!completion.words.isEmpty(), qPrintable(typed));
        for (const QString &word : completion.words) {
            const QString whole = QString(typed).replace(completion.from, completion.length, word);
            QVERIFY2(filterRemarks(whole, serverCatalogue()).isEmpty(), qPrintable(whole));
            const RowFilter filter = RowFilter::parse(whole, serverCatalogue());
            bool isFound = false;
            for (int row = 0; row < table.rowCount(); ++row)
                isFound = isFound || filter.matches(table, row, {});
            QVERIFY2(isFound, qPrintable(whole));
        }
    }
}

void TestFilterCompletion::offersSoManyAtMost()
{
    InventoryTable table(serverCatalogue());
    for (int id = 1; id <= 300; ++id)
        table.listRow(virtualServer(id, {{ServerColumn::Fqdn, u"web%1"_s.arg(id)}}), nullptr);
    const QStringList words = filterCompletion(u"name:web"_s, 8, table).words;
    QCOMPARE(words.size(), FilterCompletion::mostWords);
    QCOMPARE(words.constFirst(), u"web1"_s);
    QCOMPARE(words.constLast(), u"web50"_s);
}

/// Those it has kept give way to those that come before them, and none is there twice.
void TestFilterCompletion::offersTheFirstOnesHoweverTheyLie()
{
    InventoryTable table(serverCatalogue());
    for (int id = 1; id <= 300; ++id) {
        const QString address = u"10.0.0.%1"_s.arg(1 + (id * 7) % 150); // each twice, in no order
        table.listRow(virtualServer(id, {{ServerColumn::PublicIp, address}}), nullptr);
    }
    const QStringList words = filterCompletion(u"ip:1"_s, 4, table).words;
    QStringList expected;
    for (int last = 1; last <= FilterCompletion::mostWords; ++last)
        expected.append(u"10.0.0.%1"_s.arg(last));
    QCOMPARE(words, expected);
    expected.removeFirst();
    expected.append(u"10.0.0.51"_s);
    QCOMPARE(filterCompletion(u"ip:10.0.0.1,1"_s, 13, table).words, expected);
}

/// A list measures all of each text before it shows one.
void TestFilterCompletion::offersNothingThatNoListHasRoomFor()
{
    const QString longest = u"xy"_s.repeated(FilterCompletion::longestWord / 2);
    const InventoryTable table = makeTable({bareMetal(1, {{ServerColumn::Notes, longest}}),
                                            bareMetal(2, {{ServerColumn::Notes, QString(longest + u'z')}}),
                                            bareMetal(3, {{ServerColumn::Notes, u"x"_s.repeated(100'000)}})});
    QCOMPARE(completed(u"notes:x"_s, table), longest);
}

void TestFilterCompletion::looksAtRowsBelowToo()
{
    const InventoryTable pools(poolCatalogue());
    const InventoryTable members(memberCatalogue());
    const QStringList keys = filterCompletion(u"d"_s, 1, pools, &members).words;
    QVERIFY(keys.contains(u"dc:"_s));
    QVERIFY(keys.contains(u"devices:"_s));
    QVERIFY(!filterCompletion(u"d"_s, 1, pools).words.contains(u"dc:"_s));
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestFilterCompletion)
#include "tst_filtercompletion.moc"
