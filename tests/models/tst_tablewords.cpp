// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablewords.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TableWordsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void speaksOfEveryTable_data();
    void speaksOfEveryTable();
    void ownWordsAreOfTablesThatThereAre();
};

void TableWordsTest::speaksOfEveryTable_data()
{
    QTest::addColumn<QString>("key");
    for (const TableSpec *table : allTables())
        QTest::newRow(table->key) << QString::fromLatin1(table->key);
}

void TableWordsTest::speaksOfEveryTable()
{
    QFETCH(const QString, key);
    const TableWords words(*tableOfKey(key));
    for (const QString &text :
         {words.asking(), words.notListed(), words.notComplete(), words.stopped(), words.none(),
          words.noMatch(u"web"_s), words.undecidedMatches(3, u"web"_s), words.undecidedInNode(3, u"dal10"_s),
          words.showAll(), words.exportAll(u"12"_s), words.spokenCount(u"dal10"_s, u"12"_s),
          words.spokenCountBelow(u"eu"_s, u"12"_s)}) {
        QVERIFY(!text.isEmpty());
        QVERIFY2(!text.contains(u'%'), qPrintable(text));
    }
    QVERIFY(words.noMatch(u"web"_s).contains(u"“web”"_s));
    QVERIFY(words.undecidedInNode(3, u"dal10"_s).contains(u"“dal10”"_s));
    QVERIFY(words.exportAll(u"12"_s).contains(u"(12)"_s));
    QVERIFY(words.spokenCount(u"dal10"_s, u"12"_s).startsWith(u"dal10, 12 "_s));
}

/// They are found by keys, and a key that is misspelt would go unnoticed.
void TableWordsTest::ownWordsAreOfTablesThatThereAre()
{
    QCOMPARE(TableWords(serversTable).stopped(), u"Stopped before any server arrived."_s);
    QCOMPARE(TableWords(poolsTable).spokenCountBelow(u"eu"_s, u"3"_s), u"eu, 3 devices"_s);
    QCOMPARE(TableWords(poolmembersTable).exportAll(u"3"_s), u"Pool &members (3) …"_s);
    QCOMPARE(TableWords::nodeOfKind(RowKind::BareMetal), u"Bare metal"_s);
    QCOMPARE(TableWords::nodeOfKind(RowKind::Virtual), u"Virtual"_s);
    QVERIFY(!TableWords::nodeOfKind(RowKind::Pool));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TableWordsTest)
#include "tst_tablewords.moc"
