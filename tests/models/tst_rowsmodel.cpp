// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "app/inventory/tablebuilder.h"
#include "inventory/kinds.h"
#include "models/rowsfixture.h"
#include "models/rowsmodel.h"
#include "models/treeprint.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

RowPatch named(qint64 id, const QString &name)
{
    return bareMetal(id, {{ServerColumn::Fqdn, name}});
}

RowPatch inDatacenter(qint64 id, const char *datacenter)
{
    RowPatch patch = bareMetal(id, {{ServerColumn::Datacenter, text(datacenter)}});
    patch.loaded.reset(ServerGroup::Identity);
    return patch;
}

RowPatch tagged(qint64 id, const char *tags)
{
    RowPatch patch = bareMetal(id, {{ServerColumn::Tags, text(tags)}});
    patch.loaded.reset(ServerGroup::Identity);
    return patch;
}

RowPatch withFee(qint64 id, const char *fee)
{
    RowPatch patch = bareMetal(id, {{ServerColumn::FeeMonthUsd, decimal(fee)}});
    patch.loaded.reset(ServerGroup::Identity);
    return patch;
}

/// Servers, with the columns that the tests look at shown.
struct ServerRows : RowsFixture
{
    ServerRows()
        : RowsFixture(serversTable,
                      columnSet(ServerColumn::Fqdn, ServerColumn::Datacenter, ServerColumn::FeeMonthUsd))
    {}

    void filter(const QString &words)
    {
        respec([&words](ArrangementSpec &spec) { spec.filter = RowFilter::parse(words, serverCatalogue()); });
    }
    void groupBy(std::optional<ColumnIndex> column)
    {
        respec([column](ArrangementSpec &spec) { spec.groupColumn = column; });
    }
    [[nodiscard]] QPersistentModelIndex at(qint64 id) const
    {
        return model.indexOfKey({RowKind::BareMetal, id}, ServerColumn::Fqdn);
    }
};

} // namespace

class RowsModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsAtOnceAndSortsSoon();
    void standsOverRowsThatWereThere();
    void printsGroups();
    void remapsIndexesWhenSorted();
    void remapsIndexesWhenGrouped();
    void groupsByEachTag();
    void twoIndexesOfARowDoNotBecomeOne();
    void filters();
    void wordsLookBeyondShownColumns();
    void removesAtOnce();
    void forgetsEverything();
    void holdsTheOrder();
    void lateResultsAreDropped();
    void appendsWhileArranging();
    void doesNotMoveWhenNothingMoved();
    void countsSignals();
    void countsSignalsOfGroups();
    void cellsInTheirStates();
    void aFailedRowOffersOneRetry();
    void statesTellWhatIsInProgress();
    void oldValuesTellTheirAge();
    void rowStateIsAboutShownColumns();
    void headers();
    void numbersThatAreTextsStandUnderEachOther();
    void showsAnotherTable();
    void survivesTheModelTester();
};

void RowsModelTest::appendsAtOnceAndSortsSoon()
{
    ServerRows inventory;
    QSignalSpy inserted(&inventory.model, &QAbstractItemModel::rowsInserted);
    inventory.list({named(1, u"c"_s), named(2, u"a"_s)});
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(inventory.names(), QStringList({u"c"_s, u"a"_s}));
    inventory.list({named(3, u"b"_s)});
    QCOMPARE(inserted.count(), 2);
    QTRY_COMPARE(inventory.names(), QStringList({u"a"_s, u"b"_s, u"c"_s}));
    QCOMPARE(inventory.model.arrangement()->places.size(), 3);
}

void RowsModelTest::standsOverRowsThatWereThere()
{
    InventoryStore store(serverCatalogue());
    store.listRows({named(1, u"b"_s), named(2, u"a"_s)});
    store.flush();
    QThreadPool workers;
    const RowsModel model(store, workers);
    QCOMPARE(printTree(model, {ServerColumn::Fqdn}), QStringList({u"b"_s, u"a"_s}));
    QVERIFY(model.isArranging());
    QTRY_COMPARE(printTree(model, {ServerColumn::Fqdn}), QStringList({u"a"_s, u"b"_s}));
    QVERIFY(!model.isArranging());
}

void RowsModelTest::printsGroups()
{
    ServerRows inventory;
    inventory.list({named(1, u"c"_s), named(2, u"a"_s), named(3, u"b"_s), named(4, u"d"_s)});
    inventory.apply({inDatacenter(1, "dal10"), inDatacenter(2, "ams03"), inDatacenter(3, "dal10"),
                     withFee(1, "1000.5"), withFee(2, "2")});
    inventory.groupBy(ServerColumn::Datacenter);
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(printTree(inventory.model, {ServerColumn::Fqdn, ServerColumn::FeeMonthUsd}),
             QStringList({u"ams03 | 2.00"_s, u"  a | 2.00"_s, u"dal10 | ≥ 1,000.50"_s, u"  b"_s,
                          u"  c | 1,000.50"_s, u"Not known"_s, u"  d"_s}));
    QCOMPARE(printTree(inventory.model, {ServerColumn::Fqdn}, GroupDetailRole).filter(u"server"_s),
             QStringList({serversTable.countedRows(1), serversTable.countedRows(2) + u" · 1 loaded",
                          serversTable.countedRows(1) + u" · 0 loaded"}));

    inventory.apply({inDatacenter(4, "dal10"), withFee(3, "1"), withFee(4, "1")});
    QTRY_COMPARE(printTree(inventory.model, {ServerColumn::Fqdn, ServerColumn::FeeMonthUsd}),
                 QStringList({u"ams03 | 2.00"_s, u"  a | 2.00"_s, u"dal10 | 1,002.50"_s, u"  b | 1.00"_s,
                              u"  c | 1,000.50"_s, u"  d | 1.00"_s}));
}

void RowsModelTest::remapsIndexesWhenSorted()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s), named(3, u"c"_s)});
    QTRY_VERIFY(!inventory.model.isArranging());
    inventory.apply({withFee(1, "3"), withFee(3, "1")});
    const QPersistentModelIndex a = inventory.at(1);
    const QPersistentModelIndex b = inventory.at(2);
    inventory.model.sort(ServerColumn::FeeMonthUsd);
    QTRY_COMPARE(inventory.names(), QStringList({u"c"_s, u"a"_s, u"b"_s})); // the unknown fee is last
    QCOMPARE(a.row(), 1);
    QCOMPARE(b.row(), 2);
    QCOMPARE(a.data().toString(), u"a"_s);
    inventory.model.sort(ServerColumn::FeeMonthUsd, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.names(), QStringList({u"a"_s, u"c"_s, u"b"_s})); // and so it is here
    QCOMPARE(a.row(), 0);
}

void RowsModelTest::remapsIndexesWhenGrouped()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s), named(3, u"c"_s)});
    inventory.apply({inDatacenter(1, "lon06"), inDatacenter(2, "lon06")});
    const QPersistentModelIndex b = inventory.at(2);
    inventory.groupBy(ServerColumn::Datacenter);
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(b.data().toString(), u"b"_s);
    QCOMPARE(b.parent().siblingAtColumn(ServerColumn::Fqdn).data().toString(), u"lon06"_s);

    const QPersistentModelIndex london = b.parent();
    inventory.apply({inDatacenter(3, "ams03")});
    QTRY_COMPARE(london.row(), 1); // behind the new group
    QVERIFY(b.parent() == london);

    inventory.groupBy(ServerColumn::Kind); // another kind of groups: none of the former is left
    QTRY_VERIFY(!inventory.model.isArranging());
    QVERIFY(!london.isValid());
    QCOMPARE(b.row(), 1);
    inventory.groupBy(std::nullopt);
    QTRY_VERIFY(!b.parent().isValid());
    QCOMPARE(b.data().toString(), u"b"_s);
}

void RowsModelTest::groupsByEachTag()
{
    ServerRows inventory;
    const WatchedModel watched(inventory.model, ServerColumn::Fqdn);
    inventory.list({named(1, u"a"_s), named(2, u"b"_s), named(3, u"c"_s)});
    inventory.apply({tagged(1, "web;db"), tagged(2, "db"), tagged(3, "web"), withFee(1, "10"),
                     withFee(2, "1"), withFee(3, "2")});
    inventory.groupBy(ServerColumn::Tags);
    QTRY_COMPARE(printTree(inventory.model, {ServerColumn::Fqdn, ServerColumn::FeeMonthUsd}),
                 QStringList({u"db | 11.00"_s, u"  a | 10.00"_s, u"  b | 1.00"_s, u"web | 12.00"_s,
                              u"  a | 10.00"_s, u"  c | 2.00"_s}));
    QCOMPARE(inventory.model.arrangement()->visibleRows, 3);
    const auto in = [&inventory](int group, int row) {
        return inventory.model.index(row, ServerColumn::Fqdn, inventory.model.index(group, 0));
    };
    QCOMPARE(inventory.at(1), in(0, 0));

    // What changes in it changes wherever it stands.
    QSignalSpy changed(&inventory.model, &QAbstractItemModel::dataChanged);
    inventory.apply({withFee(1, "20")});
    QList<QModelIndex> parents;
    for (const QList<QVariant> &signal : std::as_const(changed)) {
        if (signal.at(0).toModelIndex().parent().isValid())
            parents.append(signal.at(0).toModelIndex().parent());
    }
    QCOMPARE(parents, (QList<QModelIndex>{inventory.model.index(0, 0), inventory.model.index(1, 0)}));
    QTRY_COMPARE(inventory.model.index(1, ServerColumn::FeeMonthUsd).data().toString(), u"22.00"_s);

    // Who looks at it under one tag goes on there.
    const QPersistentModelIndex underWeb = in(1, 0);
    inventory.model.sort(ServerColumn::Fqdn, Qt::DescendingOrder);
    QTRY_COMPARE(QModelIndex(underWeb), in(1, 1));
    inventory.apply({tagged(1, "alone;web")});
    QTRY_COMPARE(QModelIndex(underWeb), in(2, 1));
    inventory.apply({tagged(1, "alone")});
    QTRY_COMPARE(QModelIndex(underWeb), in(0, 0));
    QCOMPARE(inventory.names(), QStringList({u"alone"_s, u"  a"_s, u"db"_s, u"  b"_s, u"web"_s, u"  c"_s}));
}

/// Qt's table of persistent indexes does not bear it.
void RowsModelTest::twoIndexesOfARowDoNotBecomeOne()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s)});
    inventory.apply({tagged(1, "web;db"), tagged(2, "db")});
    inventory.groupBy(ServerColumn::Tags);
    QTRY_COMPARE(inventory.names(), QStringList({u"db"_s, u"  a"_s, u"  b"_s, u"web"_s, u"  a"_s}));
    const QPersistentModelIndex underDb = inventory.model.index(0, 0, inventory.model.index(0, 0));
    const QPersistentModelIndex underWeb = inventory.model.index(0, 0, inventory.model.index(1, 0));
    inventory.groupBy(std::nullopt);
    QTRY_VERIFY(!inventory.model.arrangement()->isGrouped);
    QVERIFY(underDb.isValid() != underWeb.isValid());
    const QPersistentModelIndex &left = underDb.isValid() ? underDb : underWeb;
    QCOMPARE(left.row(), 0);
    inventory.model.sort(ServerColumn::Fqdn, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.names(), QStringList({u"b"_s, u"a"_s}));
    QCOMPARE(left.row(), 1); // it is followed on
}

void RowsModelTest::filters()
{
    ServerRows inventory;
    inventory.list({named(1, u"web1"_s), named(2, u"db1"_s), named(3, u"web2"_s)});
    inventory.filter(u"web"_s);
    QTRY_COMPARE(inventory.names(), QStringList({u"web1"_s, u"web2"_s}));
    QVERIFY(!inventory.at(2).isValid());
    QCOMPARE(inventory.model.arrangement()->scopeRows, 3);

    // New rows wait for the next arrangement, which knows whether the filter lets them through.
    QSignalSpy inserted(&inventory.model, &QAbstractItemModel::rowsInserted);
    inventory.list({named(4, u"web0"_s), named(5, u"mail"_s)});
    QCOMPARE(inserted.count(), 0);
    QTRY_COMPARE(inventory.names(), QStringList({u"web0"_s, u"web1"_s, u"web2"_s}));
    inventory.filter({});
    QTRY_COMPARE(inventory.names().size(), 5);
}

/// Neither is on screen; and of which it is not known yet, that is asked for.
void RowsModelTest::wordsLookBeyondShownColumns()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s)});
    RowPatch serial = bareMetal(2, {{ServerColumn::Serial, text("SL0001027")}});
    serial.loaded.reset(ServerGroup::Identity);
    QVERIFY(!inventory.model.usedColumns().test(ServerColumn::Serial));
    inventory.model.setFilter(u"sl0001027"_s);
    QVERIFY(inventory.model.usedColumns().test(ServerColumn::Serial));
    QVERIFY(inventory.model.usedColumns().test(ServerColumn::Notes));
    QVERIFY(!inventory.model.usedColumns().test(ServerColumn::Power));
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.names(), QStringList());
    QCOMPARE(inventory.model.arrangement()->undecidedRows.size(), 2);
    inventory.apply({serial}); // its coming decides, without being asked
    QTRY_COMPARE(inventory.names(), QStringList({u"b"_s}));
    inventory.model.setFilter({});
    QVERIFY(!inventory.model.usedColumns().test(ServerColumn::Serial));
    QTRY_COMPARE(inventory.names().size(), 2);
}

void RowsModelTest::removesAtOnce()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s), named(3, u"c"_s)});
    inventory.apply({inDatacenter(1, "dal10"), inDatacenter(2, "ams03"), inDatacenter(3, "dal10")});
    inventory.groupBy(ServerColumn::Datacenter);
    QTRY_VERIFY(!inventory.model.isArranging());
    const QPersistentModelIndex b = inventory.at(2);
    const QPersistentModelIndex c = inventory.at(3);

    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    inventory.store.beginLoad();
    inventory.list({named(1, u"a"_s), named(3, u"c"_s)});
    inventory.store.removeRowsNotListed(RowKind::BareMetal);
    QCOMPARE(layout.count(), 1);
    QCOMPARE(inventory.names(), QStringList({u"dal10"_s, u"  a"_s, u"  c"_s})); // and no empty group
    QVERIFY(!b.isValid());
    QCOMPARE(c.data().toString(), u"c"_s);
    QCOMPARE(inventory.model.tableRow(c), std::optional(1));
    QCOMPARE(inventory.model.arrangement()->visibleRows, 2);
}

void RowsModelTest::forgetsEverything()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s)});
    inventory.groupBy(ServerColumn::Kind);
    QSignalSpy reset(&inventory.model, &QAbstractItemModel::modelReset);
    inventory.store.clear(); // while the groups are being made
    QCOMPARE(reset.count(), 1);
    QCOMPARE(inventory.model.rowCount(), 0);
    QVERIFY(!inventory.model.isArranging());
    inventory.list({named(1, u"z"_s)});
    QTRY_COMPARE(inventory.names(), QStringList({u"Bare metal"_s, u"  z"_s}));
}

void RowsModelTest::holdsTheOrder()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s)});
    inventory.apply({withFee(1, "1"), withFee(2, "2")});
    inventory.model.sort(ServerColumn::FeeMonthUsd);
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.names(), QStringList({u"a"_s, u"b"_s}));

    inventory.model.setHoldOrder(true);
    QSignalSpy arranged(&inventory.model, &RowsModel::arranged);
    inventory.apply({withFee(1, "3")});
    QVERIFY(!arranged.wait(static_cast<int>(2 * RowsModel::arrangeInterval.count())));
    QCOMPARE(inventory.names(), QStringList({u"a"_s, u"b"_s}));

    // What the person asks for is answered all the same.
    inventory.model.sort(ServerColumn::Fqdn, Qt::DescendingOrder);
    QTRY_COMPARE(inventory.names(), QStringList({u"b"_s, u"a"_s}));
    inventory.model.sort(ServerColumn::FeeMonthUsd);
    QTRY_COMPARE(inventory.names(), QStringList({u"b"_s, u"a"_s}));

    inventory.apply({withFee(2, "4")});
    inventory.model.setHoldOrder(false);
    QTRY_COMPARE(inventory.names(), QStringList({u"a"_s, u"b"_s}));
}

void RowsModelTest::lateResultsAreDropped()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s)});
    QTRY_VERIFY(!inventory.model.isArranging());
    QSignalSpy arranged(&inventory.model, &RowsModel::arranged);
    inventory.groupBy(ServerColumn::Kind);
    inventory.groupBy(ServerColumn::Datacenter);
    inventory.groupBy(std::nullopt);
    inventory.model.sort(ServerColumn::Fqdn, Qt::DescendingOrder);
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(arranged.count(), 1);
    QCOMPARE(inventory.names(), QStringList({u"b"_s, u"a"_s}));
    QVERIFY(inventory.model.arrangement()->spec == inventory.model.spec());
}

void RowsModelTest::appendsWhileArranging()
{
    ServerRows inventory;
    inventory.list({named(1, u"b"_s)});
    QTRY_VERIFY(!inventory.model.isArranging());
    inventory.model.sort(ServerColumn::Fqdn, Qt::DescendingOrder); // from a snapshot of one row
    inventory.list({named(2, u"c"_s)});
    QCOMPARE(inventory.model.rowCount(), 2);
    const QPersistentModelIndex c = inventory.at(2);
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.model.rowCount(), 2); // it did not vanish with the older snapshot
    QCOMPARE(c.data().toString(), u"c"_s);
    QTRY_COMPARE(inventory.names(), QStringList({u"c"_s, u"b"_s}));
}

void RowsModelTest::doesNotMoveWhenNothingMoved()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s)});
    inventory.apply({inDatacenter(1, "dal10"), inDatacenter(2, "dal10")});
    inventory.groupBy(ServerColumn::Datacenter);
    QTRY_VERIFY(!inventory.model.isArranging());
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    inventory.apply({withFee(1, "5")}); // another sum, the same order
    QTRY_COMPARE(inventory.model.index(0, ServerColumn::FeeMonthUsd).data().toString(), u"≥ 5.00"_s);
    QCOMPARE(layout.count(), 0);
}

void RowsModelTest::countsSignals()
{
    constexpr int rows = 100'000;
    constexpr int chunk = 1000;
    ServerRows inventory;
    QTRY_VERIFY(!inventory.model.isArranging());
    QSignalSpy inserted(&inventory.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy changed(&inventory.model, &QAbstractItemModel::dataChanged);
    for (int first = 0; first < rows; first += chunk) {
        QList<RowPatch> patches;
        for (int i = first; i < first + chunk; ++i)
            patches.append(named(i + 1, u"server%1"_s.arg(i, 6, 10, QChar(u'0'))));
        inventory.list(patches);
    }
    QCOMPARE(inserted.count(), rows / chunk);
    QCOMPARE(changed.count(), 0);
    QCOMPARE(inventory.model.rowCount(), rows);

    // Details in a column that has no say in the order: a signal a row and nothing else.
    QSignalSpy layout(&inventory.model, &QAbstractItemModel::layoutChanged);
    QTRY_COMPARE(inventory.model.arrangement()->tableRows, rows);
    QTRY_VERIFY(!inventory.model.arrangement()->groups.constFirst().sums.isEmpty()); // not appended, but made
    const int layoutsBefore = static_cast<int>(layout.count());
    for (int batch = 0; batch < 5; ++batch) {
        QList<RowPatch> patches;
        for (int i = 0; i < chunk; ++i)
            patches.append(withFee(batch * chunk + i + 1, "1"));
        inventory.apply(patches);
    }
    QCOMPARE(changed.count(), 5 * chunk);
    QCOMPARE(layout.count(), layoutsBefore);
    const QModelIndex first = changed.constFirst().at(0).toModelIndex();
    const QModelIndex last = changed.constFirst().at(1).toModelIndex();
    QCOMPARE(first.row(), last.row());
    QCOMPARE(first.column(), 0);
    QCOMPARE(last.column(), inventory.model.columnCount() - 1);

    // A new load makes all of them stale: one word for all.
    changed.clear();
    inventory.store.beginLoad();
    inventory.store.flush();
    QCOMPARE(changed.count(), 1);
}

/// A new load makes all of them stale: one word a group, which says nothing of the group's own row.
void RowsModelTest::countsSignalsOfGroups()
{
    constexpr int rows = 5000; // more than are told of one by one
    ServerRows inventory;
    QList<RowPatch> names;
    QList<RowPatch> places;
    for (int i = 1; i <= rows; ++i) {
        names.append(named(i, u"server%1"_s.arg(i, 4, 10, QChar(u'0'))));
        places.append(inDatacenter(i, i % 5 == 0 ? "ams03" : "dal10"));
    }
    inventory.list(names);
    inventory.apply(places);
    inventory.groupBy(ServerColumn::Datacenter);
    QTRY_VERIFY(!inventory.model.isArranging());
    QCOMPARE(inventory.model.rowCount(), 2);

    QSignalSpy changed(&inventory.model, &QAbstractItemModel::dataChanged);
    inventory.store.beginLoad();
    inventory.store.flush();
    QCOMPARE(changed.count(), 2);
    int told = 0;
    for (const QList<QVariant> &signal : std::as_const(changed)) {
        const QModelIndex first = signal.at(0).toModelIndex();
        const QModelIndex last = signal.at(1).toModelIndex();
        QCOMPARE(first.row(), 0);
        QCOMPARE(first.column(), 0);
        QCOMPARE(first.parent(), last.parent());
        QCOMPARE(last.row(), inventory.model.rowCount(first.parent()) - 1);
        QCOMPARE(last.column(), inventory.model.columnCount() - 1);
        told += last.row() + 1;
    }
    QCOMPARE(told, rows);
}

void RowsModelTest::cellsInTheirStates()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s)});
    const QModelIndex fee = inventory.at(1).sibling(0, ServerColumn::FeeMonthUsd);
    const auto is = [&fee](CellState state, const QString &shown, const QString &spoken) {
        QCOMPARE(fee.data(CellStateRole).value<CellState>(), state);
        QCOMPARE(fee.data().toString(), shown);
        QCOMPARE(fee.data(Qt::AccessibleTextRole).toString(), spoken);
    };
    const QList<int> row{0};
    const GroupSet group = groupSet(ServerGroup::Fee);
    is(CellState::NotAsked, {}, u"waiting to be loaded"_s);
    inventory.model.setLoadRunning(false);
    is(CellState::NotAsked, u"not loaded"_s, u"not loaded"_s);
    inventory.model.setLoadRunning(true);
    inventory.store.setLoading(row, group);
    is(CellState::Loading, {}, u"loading"_s);
    inventory.store.setFailure(row, group, CellState::Refused, ApiError::make(ApiError::Kind::NotFound));
    is(CellState::Refused, u"not permitted"_s, u"not permitted"_s);
    const ApiError timeout = ApiError::make(ApiError::Kind::Timeout);
    inventory.store.setFailure(row, group, CellState::Failed, timeout);
    is(CellState::Failed, u"retry"_s, u"failed, can be tried again"_s);
    QCOMPARE(fee.data(ErrorRole).toString(), timeout.message);
    QCOMPARE(fee.data(Qt::ToolTipRole).toString(), timeout.message);
    QVERIFY(!fee.data(SortRole).isValid());
    inventory.apply({withFee(1, "412.505")});
    is(CellState::Value, u"412.51"_s, u"412.51"_s);
    QCOMPARE(fee.data(Qt::ToolTipRole).toString(), u"412.505"_s);
    QCOMPARE(fee.data(SortRole).toDouble(), 412.505);
    QCOMPARE(fee.data(RawTextRole).toString(), u"412.505"_s);
    inventory.store.beginLoad();
    is(CellState::Stale, u"412.51"_s, u"412.51, from an earlier load"_s);
    QCOMPARE(fee.data(Qt::ToolTipRole).toString(), u"412.505\nFrom an earlier load"_s);
    inventory.store.setLoading(row, group);
    is(CellState::Loading, u"412.51"_s, u"412.51, loading again"_s);
    inventory.store.setGone(row);
    is(CellState::Gone, u"gone"_s, u"gone"_s);
    QCOMPARE(fee.data(KeyRole).value<RowKey>(), (RowKey{RowKind::BareMetal, 1}));
    QCOMPARE(fee.data(IsGroupRole).toBool(), false);
}

/// Not each of its cells: they are tried again together.
void RowsModelTest::aFailedRowOffersOneRetry()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s), named(2, u"b"_s)});
    const ApiError timeout = ApiError::make(ApiError::Kind::Timeout);
    const auto cell = [&inventory](ColumnIndex column) {
        return QModelIndex(inventory.at(1)).siblingAtColumn(column);
    };
    const auto is = [&cell](ColumnIndex column, const QString &shown, bool isRepeated) {
        QCOMPARE(cell(column).data(CellStateRole).value<CellState>(), CellState::Failed);
        QCOMPARE(cell(column).data().toString(), shown);
        QCOMPARE(cell(column).data(IsRepeatedFailureRole).toBool(), isRepeated);
        QCOMPARE(cell(column).data(Qt::AccessibleTextRole).toString(), u"failed, can be tried again"_s);
    };
    inventory.store.setFailure({0}, groupSet(ServerGroup::Datacenter) | groupSet(ServerGroup::Fee),
                               CellState::Failed, timeout);
    is(ServerColumn::Datacenter, u"retry"_s, false);
    is(ServerColumn::FeeMonthUsd, u"–"_s, true);
    QVERIFY(!QModelIndex(inventory.at(2))
                 .siblingAtColumn(ServerColumn::FeeMonthUsd)
                 .data(IsRepeatedFailureRole)
                 .toBool());
    inventory.model.setShownColumns(columnSet(ServerColumn::Fqdn, ServerColumn::FeeMonthUsd));
    is(ServerColumn::FeeMonthUsd, u"retry"_s, false); // the first that is seen
    inventory.model.setShownColumns(
        columnSet(ServerColumn::Fqdn, ServerColumn::Datacenter, ServerColumn::FeeMonthUsd));
    inventory.apply({inDatacenter(1, "fra02")});
    is(ServerColumn::FeeMonthUsd, u"retry"_s, false);
    QVERIFY(!cell(ServerColumn::Datacenter).data(IsRepeatedFailureRole).toBool());
}

/// Why the mark of a server that is active is that of one that is not.
void RowsModelTest::statesTellWhatIsInProgress()
{
    ServerRows inventory;
    inventory.list({named(1, u"a"_s)});
    const QModelIndex state = QModelIndex(inventory.at(1)).siblingAtColumn(ServerColumn::State);
    inventory.apply({makePatch(RowKind::BareMetal, 1, {{ServerColumn::State, text("ACTIVE")}})});
    QCOMPARE(state.data(Qt::AccessibleTextRole).toString(), u"Active"_s);
    QCOMPARE(state.data(Qt::ToolTipRole).toString(), QString());
    inventory.apply(
        {makePatch(RowKind::BareMetal, 1, {{ServerColumn::Transaction, text("Service setup pending")}})});
    QCOMPARE(StateMark(state.data(StateMarkRole).toInt()), StateMark::Working);
    QCOMPARE(state.data().toString(), u"Active"_s);
    const QString inFull = u"Active, in progress: Service setup pending"_s;
    QCOMPARE(state.data(Qt::AccessibleTextRole).toString(), inFull);
    QCOMPARE(state.data(Qt::ToolTipRole).toString(), inFull);
}

/// What a failed refresh leaves is told with its age, and with why there is nothing newer.
void RowsModelTest::oldValuesTellTheirAge()
{
    const QDateTime first = QDateTime::currentDateTimeUtc().addDays(-3);
    const QDateTime second = first.addDays(1);
    const QString when = CellFormat::moment(first, QDateTime::currentDateTimeUtc());
    InventoryTable table(serverCatalogue());
    table.beginLoad(first);
    table.listRow(withFee(1, "412.5"), nullptr);
    const TableCells cells(table);
    const auto tip = [&cells] {
        return cells.rowData(0, ServerColumn::FeeMonthUsd, Qt::ToolTipRole).toString();
    };
    QCOMPARE(tip(), QString());
    table.beginLoad(second);
    QCOMPARE(tip(), u"As of %1"_s.arg(when));
    const ApiError timeout = ApiError::make(ApiError::Kind::Timeout);
    table.setFailure(0, groupSet(ServerGroup::Fee), CellState::Failed, timeout);
    QCOMPARE(tip(), u"As of %1; the refresh failed: %2"_s.arg(when, timeout.message));
    QCOMPARE(cells.rowData(0, ServerColumn::FeeMonthUsd, Qt::DisplayRole).toString(), u"412.50"_s);
    table.beginLoad(second.addDays(1)); // and of the load that brought it, not of the one before
    QCOMPARE(tip(), u"As of %1"_s.arg(when));
}

void RowsModelTest::rowStateIsAboutShownColumns()
{
    ServerRows inventory;
    inventory.model.setShownColumns(columnSet(ServerColumn::Fqdn, ServerColumn::RowState));
    inventory.list({named(1, u"a"_s)});
    const QModelIndex state = inventory.at(1).sibling(0, ServerColumn::RowState);
    QCOMPARE(state.data().toString(), u"Complete"_s);
    inventory.model.setShownColumns(columnSet(ServerColumn::Fqdn, ServerColumn::RowState, ServerColumn::Os));
    QCOMPARE(state.data().toString(), u"Partial"_s);
    QCOMPARE(state.data(RawTextRole).toString(), u"partial"_s);
}

void RowsModelTest::headers()
{
    const ServerRows inventory;
    const RowsModel &model = inventory.model;
    QCOMPARE(model.columnCount(), int(ServerColumn::Count));
    QCOMPARE(model.headerData(ServerColumn::MemoryGb, Qt::Horizontal).toString(), u"RAM GB"_s);
    QVERIFY(!model.headerData(ServerColumn::MemoryGb, Qt::Horizontal, Qt::ToolTipRole).toString().isEmpty());
    QCOMPARE(alignmentOf(model, ServerColumn::MemoryGb), Qt::AlignRight);
    QCOMPARE(alignmentOf(model, ServerColumn::Os), Qt::AlignLeft);
    QVERIFY(!model.headerData(ServerColumn::Count, Qt::Horizontal).isValid());
    QVERIFY(!model.headerData(0, Qt::Vertical).isValid());
}

/// How many addresses an IPv6 subnet has is more than a column of numbers holds.
void RowsModelTest::numbersThatAreTextsStandUnderEachOther()
{
    const TableSpec &subnets = *tableOfKey(u"subnets");
    const Catalogue &catalogue = subnets.catalogue();
    const RowsFixture inventory(subnets, {});
    for (const QString &key : {u"total_ip_count"_s, u"usable_ip_count"_s, u"used_ip_count"_s})
        QCOMPARE(alignmentOf(inventory.model, *catalogue.find(key)), Qt::AlignRight);
    for (const QString &key : {u"network"_s, u"gateway"_s, u"datacenter"_s})
        QCOMPARE(alignmentOf(inventory.model, *catalogue.find(key)), Qt::AlignLeft);
}

/// Its name and its row state are in other columns than those of servers.
void RowsModelTest::showsAnotherTable()
{
    InventoryStore store(poolCatalogue());
    QThreadPool workers;
    RowsModel model(store, workers);
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    QCOMPARE(model.columnCount(), int(PoolColumn::Count));
    QCOMPARE(model.spec(), ArrangementSpec::of(poolCatalogue()));
    model.setShownColumns(columnSet(PoolColumn::Name, PoolColumn::Region, PoolColumn::RowState));
    store.listRows({namedPool(2, "b", {{PoolColumn::Region, text("EU")}}), namedPool(1, "a"),
                    namedPool(3, "c", {{PoolColumn::Region, text("EU")}})});
    store.flush();
    QTRY_COMPARE(printTree(model, {PoolColumn::Name, PoolColumn::RowState}),
                 QStringList({u"a | Partial"_s, u"b | Complete"_s, u"c | Complete"_s}));

    ArrangementSpec spec = model.spec();
    spec.scopeColumn = poolCatalogue().rowStateColumn();
    spec.scopeText = u"complete"_s;
    model.setSpec(spec);
    QTRY_COMPARE(printTree(model, {PoolColumn::Name}), QStringList({u"b"_s, u"c"_s}));
    model.setStateColumns(columnSet(PoolColumn::FeeMonthUsd)); // the node is about what is asked for
    QTRY_COMPARE(model.rowCount(), 0);

    spec = ArrangementSpec::of(poolCatalogue());
    spec.groupColumn = PoolColumn::Region;
    model.setSpec(spec);
    QTRY_COMPARE(printTree(model, {PoolColumn::Name}, GroupDetailRole).filter(u"pool"_s),
                 QStringList({poolsTable.countedRows(2), poolsTable.countedRows(1) + u" · 0 loaded"}));
    workers.waitForDone();
}

void RowsModelTest::survivesTheModelTester()
{
    ServerRows inventory;
    const WatchedModel watched(inventory.model, ServerColumn::Fqdn);
    const QSortFilterProxyModel &sorted = watched.sorted;
    const QIdentityProxyModel &identity = watched.identity;
    const auto settled = [&inventory] {
        const std::shared_ptr<const Arrangement> shown = inventory.model.arrangement();
        return shown->spec == inventory.model.spec() &&
               shown->tableRows == inventory.store.table().rowCount();
    };

    inventory.list({named(1, u"e"_s), named(2, u"b"_s), named(3, u"d"_s)});
    QTRY_VERIFY(settled());
    inventory.list({named(4, u"a"_s), named(5, u"c"_s)});
    inventory.apply({inDatacenter(1, "dal10"), inDatacenter(2, "ams03"), inDatacenter(3, "dal10")});
    QTRY_COMPARE(inventory.names(), QStringList({u"a"_s, u"b"_s, u"c"_s, u"d"_s, u"e"_s}));
    QCOMPARE(sorted.index(0, ServerColumn::Fqdn).data().toString(), u"e"_s);

    inventory.groupBy(ServerColumn::Datacenter);
    QTRY_COMPARE(inventory.model.rowCount(), 3); // ams03, dal10, not known
    QCOMPARE(identity.rowCount(identity.index(1, 0)), 2);
    QCOMPARE(sorted.rowCount(sorted.mapFromSource(inventory.model.index(1, 0))), 2);
    inventory.list({named(6, u"f"_s)});
    inventory.apply({inDatacenter(4, "lon06"), inDatacenter(5, "ams03")});
    QTRY_COMPARE(inventory.model.rowCount(), 4);

    inventory.filter(u"dc:dal10"_s);
    QTRY_COMPARE(inventory.names(), QStringList({u"dal10"_s, u"  d"_s, u"  e"_s}));
    inventory.groupBy(ServerColumn::Kind);
    QTRY_COMPARE(inventory.names(), QStringList({u"Bare metal"_s, u"  d"_s, u"  e"_s}));
    inventory.filter({});
    inventory.groupBy(std::nullopt);
    QTRY_COMPARE(inventory.model.rowCount(), 6);

    inventory.store.beginLoad();
    inventory.list({named(2, u"b"_s), named(6, u"f"_s)});
    inventory.store.removeRowsNotListed(RowKind::BareMetal);
    QCOMPARE(inventory.names(), QStringList({u"b"_s, u"f"_s}));
    QCOMPARE(sorted.rowCount(), 2);
    inventory.store.clear();
    QCOMPARE(identity.rowCount(), 0);
    inventory.list({named(9, u"z"_s)});
    QTRY_VERIFY(settled());
    QCOMPARE(sorted.rowCount(), 1);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, RowsModelTest)
#include "tst_rowsmodel.moc"
