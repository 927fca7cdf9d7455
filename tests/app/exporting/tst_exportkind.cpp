// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "exporting/exportkind.h"
#include "loaders/loadoutcome.h"
#include "support/testmain.h"

#include <QSet>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

ExportKind kindOfName(const char *name)
{
    return ExportKind::find(QString::fromLatin1(name)).value();
}

LoadOutcome outcomeOf(RowKind kind, const QList<ApiError> &errors)
{
    LoadOutcome outcome;
    LoadOutcome::List list;
    list.kind = kind;
    list.errors = errors;
    outcome.lists.append(list);
    return outcome;
}

} // namespace

class TestExportKind : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void theWholeAccountHasEachRowOnce();
    void everythingOfAPartIsThatPart();
    void aFileOfNothingIsHopelessAfterAnError();
};

void TestExportKind::theWholeAccountHasEachRowOnce()
{
    QSet<QString> names;
    QSet<const TableSpec *> tables;
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        QVERIFY2(!names.contains(kind.name), qPrintable(kind.name));
        names.insert(kind.name);
        tables.insert(kind.table);
    }
    QCOMPARE(tables.size(), static_cast<qsizetype>(allTables().size()));
    QVERIFY(names.contains(u"bare-metal"_s) && names.contains(u"virtual"_s));
    QVERIFY(!names.contains(u"servers"_s)); // they are in the other two
}

void TestExportKind::everythingOfAPartIsThatPart()
{
    const InventoryTable table = makeTable({virtualServer(1, {{ServerColumn::Fqdn, text("b")}}),
                                            bareMetal(2, {{ServerColumn::Fqdn, text("a")}}),
                                            bareMetal(3, {{ServerColumn::Fqdn, text("c")}})});
    const auto rowsOf = [&table](const char *name) {
        return arrange(table, kindOfName(name).everything(), CancelToken())->rowsInOrder();
    };
    QCOMPARE(rowsOf("bare-metal"), (QList<int>{1, 2}));
    QCOMPARE(rowsOf("virtual"), QList<int>{0});
    QCOMPARE(rowsOf("servers"), (QList<int>{1, 0, 2})); // by name
    QVERIFY(kindOfName("bare-metal").has(table.key(1)));
    QVERIFY(!kindOfName("bare-metal").has(table.key(0)));
    QVERIFY(kindOfName("servers").has(table.key(0)));
}

void TestExportKind::aFileOfNothingIsHopelessAfterAnError()
{
    const InventoryTable table = makeTable({virtualServer(1, {})});
    const ApiError error = ApiError::make(ApiError::Kind::Server);
    const LoadOutcome failed = outcomeOf(RowKind::BareMetal, {error});
    QVERIFY(kindOfName("bare-metal").isHopeless(table, failed));
    QVERIFY(!kindOfName("virtual").isHopeless(table, failed)); // it has a row
    QVERIFY(!kindOfName("servers").isHopeless(table, failed));
    QVERIFY(!kindOfName("bare-metal").isHopeless(table, outcomeOf(RowKind::BareMetal, {}))); // truly none

    const InventoryTable members(memberCatalogue());
    QVERIFY(kindOfName("pool-members").isHopeless(members, outcomeOf(RowKind::Pool, {error}))); // below them
    LoadOutcome broken;
    broken.fatal = error;
    QVERIFY(kindOfName("pool-members").isHopeless(members, broken));
    QVERIFY(!kindOfName("virtual").isHopeless(table, broken));
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestExportKind)
#include "tst_exportkind.moc"
