// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arrangementsteps.h"

#include "app/inventory/tablebuilder.h"
#include "inventory/kinds.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

InventoryTable twoServers()
{
    return makeTable({virtualServer(1, {{ServerColumn::Fqdn, text("b")}}),
                      virtualServer(2, {{ServerColumn::Fqdn, text("a")}})});
}

} // namespace

/// What a model does to an arrangement by itself. Renumbering is looked at by tst_treeshape.
class ArrangementStepsTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void beginsWithTheRowsThatAreThere();
    void takesRowsOnlyWhereNothingIsDecided();
    void appendsRowsInTheirOrder();
};

void ArrangementStepsTest::beginsWithTheRowsThatAreThere()
{
    const auto flat = firstArrangement(twoServers(), false);
    QCOMPARE(flat->rowsInOrder(), (QList<int>{0, 1}));
    QCOMPARE(flat->visibleRows, 2);
    QCOMPARE(flat->scopeRows, 2);
    QVERIFY(!flat->children);

    const auto nested = firstArrangement(twoServers(), true); // what is below them is to be arranged first
    QCOMPARE(nested->visibleRows, 0);
    QVERIFY(nested->children);
}

void ArrangementStepsTest::takesRowsOnlyWhereNothingIsDecided()
{
    const ArrangementSpec plain = ArrangementSpec::of(serverCatalogue());
    QVERIFY(takesRowsAtEnd(*emptyArrangement(plain)));
    QVERIFY(!takesRowsAtEnd(*emptyArrangement(plain, true)));
    ArrangementSpec grouped = plain;
    grouped.groupColumn = ServerColumn::Datacenter;
    QVERIFY(!takesRowsAtEnd(*emptyArrangement(grouped)));
    ArrangementSpec filtered = plain;
    filtered.filter = RowFilter::parse(u"web"_s, serverCatalogue());
    QVERIFY(!takesRowsAtEnd(*emptyArrangement(filtered)));
    ArrangementSpec scoped = plain;
    scoped.scopeColumn = ServerColumn::Datacenter;
    QVERIFY(!takesRowsAtEnd(*emptyArrangement(scoped)));
    ArrangementSpec ofKind = plain;
    ofKind.kind = RowKind::Virtual;
    QVERIFY(!takesRowsAtEnd(*emptyArrangement(ofKind)));
}

void ArrangementStepsTest::appendsRowsInTheirOrder()
{
    const InventoryTable table = twoServers();
    const auto sorted = arrange(table, ArrangementSpec::of(serverCatalogue()), CancelToken());
    QCOMPARE(sorted->rowsInOrder(), (QList<int>{1, 0}));
    const auto longer = withRowsAtEnd(*sorted, 4);
    QCOMPARE(longer->rowsInOrder(), (QList<int>{1, 0, 2, 3}));
    QCOMPARE(longer->tableRows, 4);
    QCOMPARE(longer->visibleRows, 4);
    QCOMPARE(longer->scopeRows, 4);
    QCOMPARE(longer->places.at(3).row, 3);
    QCOMPARE(longer->groups.constFirst().sums.constFirst().total,
             sorted->groups.constFirst().sums.constFirst().total + 2);
    QCOMPARE(sorted->rowsInOrder(), (QList<int>{1, 0})); // somebody may show it
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, ArrangementStepsTest)
#include "tst_arrangementsteps.moc"
