// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QMap>
#include <QSet>
#include <QTest>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

/// The list of all tables, which is made of the files in app/inventory/kinds.
class TestTableList : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theFirstTablesStayWhereTheyWere();
    void rowsBelowComeBehindTheirParents();
    void tablesGoByCategoryAndPlace();
    void sheetsCanBeSheets();
    void everyTableIsFound();
    void everyKindHasOneTable();
    void categoriesSpeak();
};

/// Settings, files and what people are used to know this order.
void TestTableList::theFirstTablesStayWhereTheyWere()
{
    QStringList keys;
    for (const TableSpec *table : allTables())
        keys.append(QString::fromLatin1(table->key));
    QStringList known{u"servers"_s, u"pools"_s, u"pool-members"_s, u"vlans"_s, u"subnets"_s, u"ssh-keys"_s};
    QCOMPARE(keys.first(3), known.first(3));
    keys.removeIf([&known](const QString &key) { return !known.contains(key); });
    QCOMPARE(keys, known);
}

void TestTableList::rowsBelowComeBehindTheirParents()
{
    const TableSpec *parent = nullptr;
    for (const TableSpec *table : allTables()) {
        QCOMPARE(table->nesting.has_value(), table->parent != nullptr);
        if (table->parent == nullptr) {
            parent = table;
            continue;
        }
        QVERIFY2(table->parent == parent || table->parent->parent == parent, table->key);
        QVERIFY2(table->category == table->parent->category, table->key);
    }
}

/// Two in one place would stand by their keys, which nobody chose.
void TestTableList::tablesGoByCategoryAndPlace()
{
    QMap<const TableSpec *, QSet<int>> placesBelow;
    std::pair<Category, int> last{Category::General, 0};
    for (const TableSpec *table : allTables()) {
        QVERIFY2(table->place > 0, table->key);
        if (table->parent != nullptr) {
            QVERIFY2(!placesBelow[table->parent].contains(table->place), table->key);
            placesBelow[table->parent].insert(table->place);
            continue;
        }
        const std::pair place{table->category, table->place};
        QVERIFY2(last < place, table->key);
        last = place;
    }
}

/// Of a workbook: at most 31 characters, none of those that a sheet's name must not have, none twice.
void TestTableList::sheetsCanBeSheets()
{
    QStringList sheets;
    for (const TableSpec *table : allTables()) {
        sheets.append(QString::fromLatin1(table->sheet));
        for (const KindSpec &kind : table->specs) {
            QCOMPARE(*kind.sheet != '\0', *kind.fileKey != '\0');
            if (*kind.sheet != '\0')
                sheets.append(QString::fromLatin1(kind.sheet));
        }
    }
    for (const QString &sheet : std::as_const(sheets)) {
        QVERIFY2(sheet.startsWith(u'v') && sheet.size() <= 31, qPrintable(sheet));
        QVERIFY2(std::all_of(sheet.begin(), sheet.end(), [](QChar c) { return c.isLetterOrNumber(); }),
                 qPrintable(sheet));
        QCOMPARE(sheets.count(sheet), 1);
    }
}

void TestTableList::everyTableIsFound()
{
    for (const TableSpec *table : allTables()) {
        QCOMPARE(tableOfKey(QString::fromLatin1(table->key)), table);
        QCOMPARE(&tableSpec(table->catalogue()), table);
    }
    QCOMPARE(tableOfKey(u"nothing"), nullptr);
}

void TestTableList::everyKindHasOneTable()
{
    QSet<RowKind> kinds;
    QSet<QByteArray> keys;
    for (const TableSpec *table : allTables()) {
        QVERIFY2(!table->kinds.empty(), table->key);
        for (const KindSpec &spec : table->specs) {
            QVERIFY2(!kinds.contains(spec.kind), spec.key);
            QVERIFY2(!keys.contains(spec.key), spec.key);
            kinds.insert(spec.kind);
            keys.insert(spec.key);
            QCOMPARE(&kindSpec(spec.kind), &spec);
            QCOMPARE(&tableOf(spec.kind), table);
        }
        for (const RowKind kind : table->kinds)
            QVERIFY2(kinds.contains(kind), table->key); // of this table, or of one before it
    }
}

void TestTableList::categoriesSpeak()
{
    QSet<QString> titles;
    for (int category = 0; category <= static_cast<int>(Category::Account); ++category)
        titles.insert(categoryTitle(static_cast<Category>(category)));
    QCOMPARE(titles.size(), static_cast<qsizetype>(Category::Account) + 1);
    QVERIFY(!titles.contains(QString()));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestTableList)
#include "tst_tablelist.moc"
