// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "models/navigatormodel.h"
#include "models/treeprint.h"

#include <QAbstractItemModelTester>
#include <QIdentityProxyModel>
#include <QSignalSpy>
#include <QSortFilterProxyModel>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

RowPatch serverIn(RowKind kind, qint64 id, const char *datacenter)
{
    return makePatch(kind, id, {{ServerColumn::Datacenter, text(datacenter)}});
}

RowPatch unknownServer(RowKind kind, qint64 id)
{
    return makePatch(kind, id, {});
}

} // namespace

class NavigatorModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsComeFromTheAccountFirst();
    void countsFollowTheRows();
    void datacentersComeAndGo();
    void nodesKeepTheirIndexes();
    void recountsSeldom();
    void scopes();
    void survivesTheModelTester();

private:
    [[nodiscard]] static QStringList nodesOf(const NavigatorModel &model)
    {
        QStringList lines;
        const QStringList titles = printTree(model, {0});
        const QStringList counts = printTree(model, {0}, NavigatorModel::CountTextRole);
        for (qsizetype i = 0; i < titles.size(); ++i)
            lines.append(QString(titles.at(i).trimmed() + u' ' + counts.at(i).trimmed()).trimmed());
        return lines;
    }
};

void NavigatorModelTest::countsComeFromTheAccountFirst()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    QCOMPARE(nodesOf(model), QStringList({u"Account"_s, u"Servers …"_s, u"Bare metal …"_s, u"Virtual …"_s}));
    QVERIFY(!model.indexOfNode(u"servers"_s).data(NavigatorModel::CountRole).isValid());

    model.setAccount({1, u"Acme"_s, 312, 1204});
    QCOMPARE(nodesOf(model),
             QStringList({u"Acme"_s, u"Servers 1,516"_s, u"Bare metal 312"_s, u"Virtual 1,204"_s}));

    // A key that may not see the number of guests: what is known is not all.
    model.setAccount({1, u"Acme"_s, 312, std::nullopt});
    QCOMPARE(nodesOf(model),
             QStringList({u"Acme"_s, u"Servers ≥ 312"_s, u"Bare metal 312"_s, u"Virtual …"_s}));

    model.clearAccount();
    QCOMPARE(nodesOf(model), QStringList({u"Account"_s, u"Servers …"_s, u"Bare metal …"_s, u"Virtual …"_s}));
}

void NavigatorModelTest::countsFollowTheRows()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    model.setAccount({1, u"Acme"_s, 3, 1});
    store.listRows({serverIn(RowKind::BareMetal, 1, "dal10"), serverIn(RowKind::BareMetal, 2, "ams03"),
                    serverIn(RowKind::Virtual, 1, "dal10"), unknownServer(RowKind::Virtual, 2)});
    store.flush();
    // More guests than were announced; one bare metal server is still to come, and one row says no datacenter
    // yet.
    QTRY_COMPARE(nodesOf(model), QStringList({u"Acme"_s, u"Servers 5"_s, u"Bare metal 3"_s, u"Virtual 2"_s,
                                              u"Datacenters"_s, u"ams03 ≥ 1"_s, u"dal10 ≥ 2"_s}));

    store.apply({serverIn(RowKind::Virtual, 2, "dal10")});
    store.flush();
    model.setListingRunning(false); // 2 of 3 came, and no more will
    QTRY_COMPARE(nodesOf(model), QStringList({u"Acme"_s, u"Servers 4"_s, u"Bare metal 2"_s, u"Virtual 2"_s,
                                              u"Datacenters"_s, u"ams03 1"_s, u"dal10 3"_s}));
}

void NavigatorModelTest::datacentersComeAndGo()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    model.setListingRunning(false);
    store.listRows({serverIn(RowKind::BareMetal, 1, "lon06"), serverIn(RowKind::BareMetal, 2, "ams03")});
    store.flush();
    QTRY_COMPARE(nodesOf(model).mid(4), QStringList({u"Datacenters"_s, u"ams03 1"_s, u"lon06 1"_s}));

    store.beginLoad();
    store.listRows({serverIn(RowKind::BareMetal, 2, "ams03"), serverIn(RowKind::BareMetal, 3, "dal10")});
    store.removeRowsNotListed(RowKind::BareMetal);
    store.flush();
    QTRY_COMPARE(nodesOf(model).mid(4), QStringList({u"Datacenters"_s, u"ams03 1"_s, u"dal10 1"_s}));

    store.clear();
    QCOMPARE(model.rowCount(), 1);
}

void NavigatorModelTest::nodesKeepTheirIndexes()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    store.listRows({serverIn(RowKind::BareMetal, 1, "lon06")});
    store.flush();
    QTRY_VERIFY(model.indexOfNode(u"datacenter:lon06"_s).isValid());
    const QPersistentModelIndex london = model.indexOfNode(u"datacenter:lon06"_s);

    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    store.listRows({serverIn(RowKind::BareMetal, 2, "ams03"), serverIn(RowKind::BareMetal, 3, "lon06")});
    store.flush();
    QTRY_COMPARE(london.data(NavigatorModel::CountRole).toLongLong(), 2);
    QCOMPARE(london.row(), 1); // behind ams03 now
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
}

void NavigatorModelTest::recountsSeldom()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    QSignalSpy changed(&model, &QAbstractItemModel::dataChanged);
    for (int i = 1; i <= 100; ++i) {
        store.listRows({unknownServer(RowKind::BareMetal, i)});
        store.flush();
    }
    QTRY_COMPARE(model.indexOfNode(u"bare_metal"_s).data(NavigatorModel::CountRole).toLongLong(), 100);
    QCOMPARE(changed.count(), 2); // "Servers" and "Bare metal", once
}

void NavigatorModelTest::scopes()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    store.listRows({serverIn(RowKind::BareMetal, 1, "lon06")});
    store.flush();
    QTRY_VERIFY(model.indexOfNode(u"datacenter:lon06"_s).isValid());

    ArrangementSpec spec;
    spec.sortColumn = ServerColumn::Os;
    model.applyScope(model.indexOfNode(u"virtual"_s), spec);
    QCOMPARE(spec.kind, std::optional(RowKind::Virtual));
    QVERIFY(!spec.scopeColumn);
    model.applyScope(model.indexOfNode(u"datacenter:lon06"_s), spec);
    QVERIFY(!spec.kind);
    QCOMPARE(spec.scopeColumn, std::optional<ColumnIndex>(ServerColumn::Datacenter));
    QCOMPARE(spec.scopeText, u"lon06"_s);
    model.applyScope({}, spec);
    ArrangementSpec all;
    all.sortColumn = ServerColumn::Os;
    QVERIFY(spec == all);
}

void NavigatorModelTest::survivesTheModelTester()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.sort(0, Qt::DescendingOrder);
    QIdentityProxyModel identity;
    identity.setSourceModel(&model);
    const QAbstractItemModelTester direct(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester onSorted(&sorted, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester onIdentity(&identity,
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);

    model.setAccount({1, u"Acme"_s, 4, 4});
    store.listRows({serverIn(RowKind::BareMetal, 1, "lon06"), serverIn(RowKind::BareMetal, 2, "dal10")});
    store.flush();
    QTRY_COMPARE(model.rowCount(), 2);
    store.listRows({serverIn(RowKind::Virtual, 1, "ams03"), serverIn(RowKind::Virtual, 2, "fra02")});
    store.flush();
    QTRY_COMPARE(model.rowCount(model.index(1, 0)), 4);
    store.beginLoad();
    store.listRows({serverIn(RowKind::Virtual, 2, "fra02")});
    store.removeRowsNotListed(RowKind::Virtual);
    store.removeRowsNotListed(RowKind::BareMetal);
    QTRY_COMPARE(model.rowCount(model.index(1, 0)), 1);
    store.clear();
    QCOMPARE(sorted.rowCount(), 1);
}

QTEST_GUILESS_MAIN(NavigatorModelTest)
#include "tst_navigatormodel.moc"
