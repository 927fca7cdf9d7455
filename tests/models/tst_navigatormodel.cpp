// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "inventory/kinds.h"
#include "models/inventoryroles.h"
#include "models/navigatorcounter.h"
#include "models/navigatormodel.h"
#include "support/testmain.h"

#include <QAbstractItemModelTester>
#include <QIdentityProxyModel>
#include <QSet>
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

/// The stores of an account and the navigator over them.
struct NavigatedAccount
{
    InventoryStore store{serverCatalogue()};
    InventoryStore pools{poolCatalogue()};
    InventoryStore members{memberCatalogue()};
    NavigatorModel model{store, pools, members};

    void list(const QList<RowPatch> &servers)
    {
        store.listRows(servers);
        store.flush();
    }
    void listPools(const QList<RowPatch> &patches)
    {
        pools.listRows(patches);
        pools.flush();
    }
    [[nodiscard]] QVariant data(const char *node, int role = Qt::DisplayRole) const
    {
        return model.indexOfNode(QString::fromLatin1(node)).data(role);
    }
};

/// The section's title and its nodes with their counts; empty if there is no such section.
QStringList section(const NavigatorModel &model, const QString &title)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex section = model.index(row, 0);
        if (section.data().toString() != title)
            continue;
        lines.append(title);
        for (int i = 0; i < model.rowCount(section); ++i) {
            const QModelIndex node = model.index(i, 0, section);
            lines.append(node.data().toString() + u' ' + node.data(NavigatorModel::CountTextRole).toString());
        }
    }
    return lines;
}

QStringList titles(const NavigatorModel &model)
{
    QStringList lines;
    for (int row = 0; row < model.rowCount(); ++row)
        lines.append(model.index(row, 0).data().toString());
    return lines;
}

} // namespace

class NavigatorModelTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void countsComeFromTheAccountFirst();
    void unknownIsNotNone();
    void countsFollowTheRows();
    void countsPools();
    void attentionFollowsThePools();
    void attentionIsWhole();
    void datacentersComeAndGo();
    void poolsComeAndGo();
    void sectionsStandInTheirOrder();
    void nodesKeepTheirIndexes();
    void newNeighboursComeTogether();
    void neighboursGoTogether();
    void renamedNodesMove_data();
    void renamedNodesMove();
    void recountsSeldom();
    void countsAreNotOlderThanWhatTheyAreShownWith();
    void scopes();
    void poolScopes();
    void speaks();
    void nodesOfAttentionExplainThemselves();
    void tablesBesideHaveNodes();
    void survivesTheModelTester();
};

void NavigatorModelTest::countsComeFromTheAccountFirst()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    const QStringList nothing{u"Account"_s, u"Servers …"_s, u"Bare metal …"_s, u"Virtual …"_s,
                              u"Bandwidth pools …"_s};
    QCOMPARE(titles(model), QStringList(u"Account"_s));
    QCOMPARE(section(model, u"Account"_s), nothing);
    QVERIFY(!account.data("servers", NavigatorModel::CountRole).isValid());
    QVERIFY(!account.data("pools", NavigatorModel::CountRole).isValid());

    model.setAccount({1, u"Acme"_s, 312, 1204});
    QCOMPARE(section(model, u"Acme"_s), QStringList({u"Acme"_s, u"Servers 1,516"_s, u"Bare metal 312"_s,
                                                     u"Virtual 1,204"_s, u"Bandwidth pools …"_s}));

    // A key that may not see the number of guests: what is known is not all.
    model.setAccount({1, u"Acme"_s, 312, std::nullopt});
    QCOMPARE(section(model, u"Acme"_s), QStringList({u"Acme"_s, u"Servers ≥ 312"_s, u"Bare metal 312"_s,
                                                     u"Virtual …"_s, u"Bandwidth pools …"_s}));

    model.clearAccount();
    QCOMPARE(section(model, u"Account"_s), nothing);
}

/// Lists that were refused or cut off: at least what came, and of nothing nobody knows.
void NavigatorModelTest::unknownIsNotNone()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    model.setAccount({1, u"Acme"_s, 3, 1});
    account.list({serverIn(RowKind::BareMetal, 1, "dal10")});
    model.setIncompleteKinds({RowKind::BareMetal, RowKind::Pool});
    model.setListingRunning(false);
    QTRY_COMPARE(section(model, u"Acme"_s), QStringList({u"Acme"_s, u"Servers ≥ 1"_s, u"Bare metal ≥ 1"_s,
                                                         u"Virtual 0"_s, u"Bandwidth pools ?"_s}));
    const QStringList attention = section(model, u"Attention"_s);
    for (const QString &line : {u"Over allocation ?"_s, u"Projected over ?"_s, u"In transaction ?"_s,
                                u"Leaving pools ?"_s, u"Not permitted ?"_s})
        QVERIFY2(attention.contains(line), qPrintable(attention.join(u", "_s)));
    QCOMPARE(account.data("pools", Qt::AccessibleTextRole).toString(), u"Bandwidth pools, unknown"_s);
    QVERIFY(!account.data("pools", NavigatorModel::CountRole).isValid());

    model.setIncompleteKinds({});
    QCOMPARE(section(model, u"Acme"_s), QStringList({u"Acme"_s, u"Servers 1"_s, u"Bare metal 1"_s,
                                                     u"Virtual 0"_s, u"Bandwidth pools 0"_s}));
}

void NavigatorModelTest::countsFollowTheRows()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    model.setAccount({1, u"Acme"_s, 3, 1});
    account.list({serverIn(RowKind::BareMetal, 1, "dal10"), serverIn(RowKind::BareMetal, 2, "ams03"),
                  serverIn(RowKind::Virtual, 1, "dal10"), unknownServer(RowKind::Virtual, 2)});
    // More guests than were announced; one bare metal server is still to come, and one row says no datacenter
    // yet.
    QTRY_COMPARE(section(model, u"Acme"_s).mid(0, 4),
                 QStringList({u"Acme"_s, u"Servers 5"_s, u"Bare metal 3"_s, u"Virtual 2"_s}));
    QCOMPARE(section(model, u"Datacenters"_s),
             QStringList({u"Datacenters"_s, u"ams03 ≥ 1"_s, u"dal10 ≥ 2"_s}));

    account.store.apply({serverIn(RowKind::Virtual, 2, "dal10")});
    account.store.flush();
    model.setListingRunning(false); // 2 of 3 came, and no more will
    QTRY_COMPARE(section(model, u"Acme"_s), QStringList({u"Acme"_s, u"Servers 4"_s, u"Bare metal 2"_s,
                                                         u"Virtual 2"_s, u"Bandwidth pools 0"_s}));
    QCOMPARE(section(model, u"Datacenters"_s), QStringList({u"Datacenters"_s, u"ams03 1"_s, u"dal10 3"_s}));
}

void NavigatorModelTest::countsPools()
{
    NavigatedAccount account;
    account.listPools({namedPool(7, "US", {{PoolColumn::Devices, qint64(214)}}), namedPool(5, "EU")});
    QTRY_COMPARE(account.data("pools", NavigatorModel::CountTextRole).toString(), u"≥ 2"_s);
    account.model.setListingRunning(false);
    QCOMPARE(account.data("pools", NavigatorModel::CountTextRole).toString(), u"2"_s);
    // Of one pool, its devices; unknown is not 0.
    QCOMPARE(section(account.model, u"Pools"_s), QStringList({u"Pools"_s, u"EU …"_s, u"US 214"_s}));
    QVERIFY(!account.data("pool:5", NavigatorModel::CountRole).isValid());
}

void NavigatorModelTest::attentionFollowsThePools()
{
    NavigatedAccount account;
    const auto attention = [&account] { return section(account.model, u"Attention"_s); };
    QVERIFY(attention().isEmpty()); // nothing is there to look after
    account.listPools({namedPool(7, "US", {{PoolColumn::Ends, {}}, {PoolColumn::Devices, qint64(1)}}),
                       namedPool(5, "EU", {{PoolColumn::Ends, {}}, {PoolColumn::Devices, qint64(0)}})});
    QTRY_COMPARE(attention(),
                 QStringList({u"Attention"_s, u"Over allocation ≥ 0"_s, u"Projected over ≥ 0"_s,
                              u"In transaction ≥ 0"_s, u"Leaving pools ≥ 0"_s, u"Not permitted ≥ 0"_s}));
    account.model.setListingRunning(false);
    QCOMPARE(attention(), QStringList({u"Attention"_s, u"Over allocation ≥ 0"_s, u"Projected over ≥ 0"_s,
                                       u"In transaction 0"_s, u"Leaving pools ≥ 0"_s, u"Not permitted 0"_s}));
    account.pools.apply({poolCells(7, {{PoolColumn::Over, text("now")}}),
                         poolCells(5, {{PoolColumn::Over, text("projected")}})});
    account.pools.flush();
    account.members.listRows(
        {memberOf(7, bareMetalKey(1), "m", {{MemberColumn::Leaves, time("2026-12-01T00:00:00Z")}})});
    account.members.flush();
    QTRY_COMPARE(attention(),
                 QStringList({u"Attention"_s, u"Over allocation 1"_s, u"Projected over 1"_s,
                              u"In transaction 0"_s, u"Leaving pools 1"_s, u"Not permitted 0"_s}));
    QCOMPARE(account.data("over", NavigatorModel::NodeMarkRole).toInt(), int(StateMark::Over));
    QCOMPARE(account.data("projected_over", NavigatorModel::NodeMarkRole).toInt(),
             int(StateMark::ProjectedOver));
    QVERIFY(!account.data("leaving", NavigatorModel::NodeMarkRole).isValid());
}

/// What a description may get wrong.
void NavigatorModelTest::attentionIsWhole()
{
    QSet<QString> ids;
    QSet<int> places;
    int tablesWithPlaces = 0;
    for (const TableSpec *table : allTables()) {
        ids.insert(QString::fromLatin1(table->key));
        tablesWithPlaces += table->placeColumn >= 0 ? 1 : 0;
        for (const AttentionNode &node : table->attention) {
            QVERIFY2(!ids.contains(QString::fromLatin1(node.id)), node.id);
            QVERIFY2(!places.contains(node.place), node.id);
            ids.insert(QString::fromLatin1(node.id));
            places.insert(node.place);
            QVERIFY(!node.translatedTitle().isEmpty());
            QVERIFY(node.column >= 0 && node.column < table->catalogue().columnCount());
            if (node.childColumn < 0)
                continue;
            QVERIFY2(*node.text == '\0', node.id);
            QVERIFY(childTable(*table) != nullptr);
            QVERIFY(node.childColumn < childTable(*table)->catalogue().columnCount());
        }
    }
    QVERIFY(places.size() >= 5);
    QCOMPARE(tablesWithPlaces, 1); // the section is about one
}

void NavigatorModelTest::datacentersComeAndGo()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    model.setListingRunning(false);
    const auto datacenters = [&model] { return section(model, u"Datacenters"_s).mid(1); };
    account.list({serverIn(RowKind::BareMetal, 1, "lon06"), serverIn(RowKind::BareMetal, 2, "ams03")});
    QTRY_COMPARE(datacenters(), QStringList({u"ams03 1"_s, u"lon06 1"_s}));

    account.store.beginLoad();
    account.list({serverIn(RowKind::BareMetal, 2, "ams03"), serverIn(RowKind::BareMetal, 3, "dal10")});
    account.store.removeRowsNotListed(RowKind::BareMetal);
    account.store.flush();
    QTRY_COMPARE(datacenters(), QStringList({u"ams03 1"_s, u"dal10 1"_s}));

    account.store.clear();
    QCOMPARE(titles(model), QStringList(u"Account"_s));
}

void NavigatorModelTest::poolsComeAndGo()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    const auto names = [&model] { return section(model, u"Pools"_s).mid(1); };
    account.listPools({namedPool(7, "US"), namedPool(5, "EU")});
    QTRY_COMPARE(names(), QStringList({u"EU …"_s, u"US …"_s}));
    const QPersistentModelIndex eu = model.indexOfNode(u"pool:5"_s);
    const QPersistentModelIndex us = model.indexOfNode(u"pool:7"_s);
    account.listPools({namedPool(9, "APAC")});
    QTRY_COMPARE(names(), QStringList({u"APAC …"_s, u"EU …"_s, u"US …"_s}));
    QCOMPARE(eu.row(), 1);

    account.pools.beginLoad();
    account.listPools({namedPool(5, "Vienna"), namedPool(9, "APAC")}); // another name, another place
    account.pools.removeRowsNotListed(RowKind::Pool);
    QTRY_COMPARE(names(), QStringList({u"APAC …"_s, u"Vienna …"_s}));
    QVERIFY(!us.isValid());
    QCOMPARE(account.data("pool:5").toString(), u"Vienna"_s);

    account.pools.clear();
    QVERIFY(names().isEmpty());
    QVERIFY(!model.indexOfNode(u"pool:5"_s).isValid());
}

void NavigatorModelTest::sectionsStandInTheirOrder()
{
    NavigatedAccount account;
    account.listPools({namedPool(7, "US")});
    QTRY_COMPARE(titles(account.model), QStringList({u"Account"_s, u"Attention"_s, u"Pools"_s}));
    const QPersistentModelIndex pool = account.model.indexOfNode(u"pool:7"_s);
    account.list({serverIn(RowKind::BareMetal, 1, "lon06")});
    QTRY_COMPARE(titles(account.model),
                 QStringList({u"Account"_s, u"Attention"_s, u"Datacenters"_s, u"Pools"_s}));
    QCOMPARE(pool.parent().row(), 3);
    QCOMPARE(pool.data().toString(), u"US"_s);
    account.store.clear();
    QCOMPARE(titles(account.model), QStringList({u"Account"_s, u"Attention"_s, u"Pools"_s}));
    QCOMPARE(pool.parent().row(), 2);
}

void NavigatorModelTest::nodesKeepTheirIndexes()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    account.list({serverIn(RowKind::BareMetal, 1, "lon06")});
    QTRY_VERIFY(model.indexOfNode(u"datacenter:lon06"_s).isValid());
    const QPersistentModelIndex london = model.indexOfNode(u"datacenter:lon06"_s);

    QSignalSpy reset(&model, &QAbstractItemModel::modelReset);
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    account.list({serverIn(RowKind::BareMetal, 2, "ams03"), serverIn(RowKind::BareMetal, 3, "lon06")});
    QTRY_COMPARE(london.data(NavigatorModel::CountRole).toLongLong(), 2);
    QCOMPARE(london.row(), 1); // behind ams03 now
    QCOMPARE(inserted.count(), 1);
    QCOMPARE(reset.count(), 0);
}

/// A view lays all of it out anew for each word of new ones.
void NavigatorModelTest::newNeighboursComeTogether()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    account.list({serverIn(RowKind::BareMetal, 1, "lon06")});
    QTRY_VERIFY(model.indexOfNode(u"datacenter:lon06"_s).isValid());
    QSignalSpy inserted(&model, &QAbstractItemModel::rowsInserted);
    account.list({serverIn(RowKind::BareMetal, 2, "ams03"), serverIn(RowKind::BareMetal, 3, "dal10"),
                  serverIn(RowKind::BareMetal, 4, "sao01"), serverIn(RowKind::BareMetal, 5, "tok02")});
    QTRY_COMPARE(model.indexOfNode(u"datacenter:tok02"_s).row(), 4);
    QCOMPARE(model.indexOfNode(u"datacenter:lon06"_s).row(), 2);
    QCOMPARE(inserted.count(), 2); // before what was there, and behind it
}

void NavigatorModelTest::neighboursGoTogether()
{
    NavigatedAccount account;
    for (const auto &[id, name] :
         {std::pair(1, "A"), std::pair(2, "B"), std::pair(3, "C"), std::pair(4, "D"), std::pair(5, "E")})
        account.listPools({namedPool(id, name)});
    QTRY_COMPARE(section(account.model, u"Pools"_s).size(), 6);
    const QPersistentModelIndex third = account.model.indexOfNode(u"pool:3"_s);
    QSignalSpy removed(&account.model, &QAbstractItemModel::rowsRemoved);
    account.pools.beginLoad();
    account.listPools({namedPool(3, "C")});
    account.pools.removeRowsNotListed(RowKind::Pool);
    QTRY_COMPARE(section(account.model, u"Pools"_s), QStringList({u"Pools"_s, u"C …"_s}));
    QCOMPARE(removed.count(), 2); // behind it, and before it
    QCOMPARE(third.row(), 0);
}

void NavigatorModelTest::renamedNodesMove_data()
{
    QTest::addColumn<int>("pool");
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<QStringList>("expected");
    QTest::addColumn<int>("moves");
    QTest::newRow("first to last") << 1 << QByteArray("Z")
                                   << QStringList({u"B"_s, u"C"_s, u"D"_s, u"E"_s, u"Z"_s}) << 1;
    QTest::newRow("last to first") << 5 << QByteArray("0")
                                   << QStringList({u"0"_s, u"A"_s, u"B"_s, u"C"_s, u"D"_s}) << 1;
    QTest::newRow("down a little") << 2 << QByteArray("CC")
                                   << QStringList({u"A"_s, u"C"_s, u"CC"_s, u"D"_s, u"E"_s}) << 1;
    QTest::newRow("up a little") << 4 << QByteArray("BB")
                                 << QStringList({u"A"_s, u"B"_s, u"BB"_s, u"C"_s, u"E"_s}) << 1;
    QTest::newRow("where it is") << 3 << QByteArray("CC")
                                 << QStringList({u"A"_s, u"B"_s, u"CC"_s, u"D"_s, u"E"_s}) << 0;
}

/// And stay what they are; the others stay where they are.
void NavigatorModelTest::renamedNodesMove()
{
    QFETCH(const int, pool);
    QFETCH(const QByteArray, name);
    QFETCH(const QStringList, expected);
    QFETCH(const int, moves);
    NavigatedAccount account;
    const QAbstractItemModelTester tester(&account.model,
                                          QAbstractItemModelTester::FailureReportingMode::Fatal);
    for (const auto &[id, first] :
         {std::pair(1, "A"), std::pair(2, "B"), std::pair(3, "C"), std::pair(4, "D"), std::pair(5, "E")})
        account.listPools({namedPool(id, first)});
    QTRY_COMPARE(section(account.model, u"Pools"_s).size(), 6);
    const QString id = u"pool:"_s + QString::number(pool);
    const QPersistentModelIndex node = account.model.indexOfNode(id);
    QSignalSpy moved(&account.model, &QAbstractItemModel::rowsMoved);
    QSignalSpy inserted(&account.model, &QAbstractItemModel::rowsInserted);
    QSignalSpy removed(&account.model, &QAbstractItemModel::rowsRemoved);
    account.pools.beginLoad();
    account.listPools({namedPool(pool, name.constData())});
    QTRY_COMPARE(node.data().toString(), QString::fromLatin1(name));
    QCOMPARE(node.data(NavigatorModel::NodeIdRole).toString(), id);
    QStringList names;
    for (int row = 0; row < account.model.rowCount(node.parent()); ++row)
        names.append(account.model.index(row, 0, node.parent()).data().toString());
    QCOMPARE(names, expected);
    QCOMPARE(moved.count(), moves);
    QCOMPARE(inserted.count() + removed.count(), 0);
}

void NavigatorModelTest::recountsSeldom()
{
    NavigatedAccount account;
    QSignalSpy changed(&account.model, &QAbstractItemModel::dataChanged);
    for (int i = 1; i <= 100; ++i) {
        account.list({unknownServer(RowKind::BareMetal, i)});
        account.listPools({namedPool(i, "pool")});
    }
    QTRY_COMPARE(account.data("bare_metal", NavigatorModel::CountRole).toLongLong(), 100);
    QCOMPARE(changed.count(), 3); // "Servers", "Bare metal" and "Bandwidth pools", once
}

/// Of a large account, which a worker counts.
void NavigatorModelTest::countsAreNotOlderThanWhatTheyAreShownWith()
{
    NavigatedAccount account;
    const auto servers = [&] { return account.data("servers", NavigatorModel::CountTextRole).toString(); };
    const auto list = [&](int from, int to) {
        QList<RowPatch> rows;
        for (int id = from; id < to; ++id)
            rows.append(unknownServer(RowKind::BareMetal, id));
        account.list(rows);
    };
    const int many = 2 * NavigatorCounter::fewRows;
    list(0, many);
    QTRY_COMPARE(servers(), u"≥ "_s + QLocale().toString(many));
    list(many, many + 10);
    account.model.setListingRunning(false);
    QVERIFY(servers() != QLocale().toString(many)); // there are more, and it is over
    QTRY_COMPARE(servers(), QLocale().toString(many + 10));
    account.store.clear();
    QCOMPARE(servers(), u"0"_s); // at once
    list(0, 3);
    QTRY_COMPARE(servers(), u"3"_s);
}

void NavigatorModelTest::scopes()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    account.list({serverIn(RowKind::BareMetal, 1, "lon06")});
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
    model.applyScope(model.indexOfNode(u"transactions"_s), spec);
    QCOMPARE(spec.scopeColumn, std::optional<ColumnIndex>(ServerColumn::Transaction));
    QVERIFY(spec.scopeIsAnyValue);
    model.applyScope(model.indexOfNode(u"refused"_s), spec);
    QCOMPARE(spec.scopeColumn, std::optional<ColumnIndex>(ServerColumn::RowState));
    QCOMPARE(spec.scopeText, u"refused"_s);
    QVERIFY(!spec.scopeIsAnyValue);
    model.applyScope({}, spec);
    ArrangementSpec all;
    all.sortColumn = ServerColumn::Os;
    QVERIFY(spec == all);
}

void NavigatorModelTest::poolScopes()
{
    NavigatedAccount account;
    account.listPools({namedPool(7, "US")});
    QTRY_VERIFY(account.model.indexOfNode(u"pool:7"_s).isValid());
    const auto scopeOf = [&account](const char *node) {
        ArrangementSpec spec = ArrangementSpec::of(poolCatalogue());
        spec.childScopeColumn = MemberColumn::Kind; // of the node before
        account.model.applyScope(account.model.indexOfNode(QString::fromLatin1(node)), spec);
        return spec;
    };
    for (const char *node : {"pools", "pool:7"})
        QVERIFY2(scopeOf(node) == ArrangementSpec::of(poolCatalogue()), node);
    QCOMPARE(account.data("pool:7", NavigatorModel::RowRole).value<RowKey>(), (RowKey{RowKind::Pool, 7}));
    QCOMPARE(NavigatorModel::nodeIdOf({RowKind::Pool, 7}), u"pool:7"_s);
    QCOMPARE(NavigatorModel::nodeIdOf(virtualKey(1)), u"servers"_s);
    for (const auto &[node, state] : {std::pair("over", "now"), std::pair("projected_over", "projected")}) {
        QCOMPARE(scopeOf(node).scopeColumn, std::optional<ColumnIndex>(PoolColumn::Over));
        QCOMPARE(scopeOf(node).scopeText, QString::fromLatin1(state));
        QVERIFY(!scopeOf(node).childScopeColumn);
    }
    QCOMPARE(scopeOf("leaving").scopeColumn, std::optional<ColumnIndex>(PoolColumn::Ends));
    QVERIFY(scopeOf("leaving").scopeIsAnyValue);
    QCOMPARE(scopeOf("leaving").childScopeColumn, std::optional<ColumnIndex>(MemberColumn::Leaves));
    for (const char *node : {"servers", "bare_metal", "virtual", "transactions", "refused"}) {
        QVERIFY2(account.model.indexOfNode(QString::fromLatin1(node)).isValid(), node);
        QVERIFY2(account.data(node, NavigatorModel::TableRole).toString() == u"servers"_s, node);
    }
    QVERIFY(!account.data("over", NavigatorModel::RowRole).isValid());
}

void NavigatorModelTest::speaks()
{
    NavigatedAccount account;
    account.listPools({namedPool(7, "US", {{PoolColumn::Devices, qint64(214)}}), namedPool(5, "EU")});
    account.list({unknownServer(RowKind::Virtual, 1)});
    account.model.setListingRunning(false);
    const auto spoken = [&account](const char *node) {
        return account.data(node, Qt::AccessibleTextRole).toString();
    };
    QTRY_COMPARE(spoken("pool:7"), u"US, 214 devices"_s);
    QCOMPARE(spoken("pool:5"), u"EU"_s);
    QCOMPARE(spoken("pools"), u"Bandwidth pools, 2 pools"_s);
    QCOMPARE(spoken("over"), u"Over allocation, ≥ 0 pools"_s);
    QCOMPARE(spoken("refused"), u"Not permitted, 0 servers"_s);
}

/// Which rows these are does not follow from "Leaving pools".
void NavigatorModelTest::nodesOfAttentionExplainThemselves()
{
    NavigatedAccount account;
    account.listPools({namedPool(7, "US")});
    account.list({unknownServer(RowKind::Virtual, 1)});
    QTRY_VERIFY(account.data("refused").isValid());
    QSet<QString> sentences;
    for (const char *node : {"over", "projected_over", "transactions", "leaving", "refused"}) {
        const QString sentence = account.data(node, Qt::ToolTipRole).toString();
        QVERIFY2(sentence.endsWith(u'.'), node);
        QCOMPARE(account.data(node, Qt::AccessibleDescriptionRole).toString(), sentence);
        sentences.insert(sentence);
    }
    QCOMPARE(sentences.size(), 5);
    QCOMPARE(account.data("pools", Qt::ToolTipRole).toString(), QString());
}

/// Any table may stand beside servers and pools; its lists end in their own time.
void NavigatorModelTest::tablesBesideHaveNodes()
{
    InventoryStore servers(serverCatalogue());
    InventoryStore pools(poolCatalogue());
    InventoryStore members(memberCatalogue());
    const TableSpec &vlans = tableOf(RowKind::Vlan);
    InventoryStore beside(vlans.catalogue());
    NavigatorModel model(servers, pools, members, {&beside});
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QModelIndex node = model.indexOfNode(QString::fromLatin1(vlans.key));
    QVERIFY(node.isValid());
    QCOMPARE(node.row(), model.rowCount(node.parent()) - 1);
    QCOMPARE(node.data().toString(), vlans.translatedTitle());
    QCOMPARE(node.data(NavigatorModel::TableRole).toString(), QString::fromLatin1(vlans.key));
    QCOMPARE(model.indexOfNode(u"virtual"_s).data(NavigatorModel::TableRole).toString(), u"servers"_s);
    QCOMPARE(model.indexOfNode(u"pools"_s).data(NavigatorModel::TableRole).toString(), u"pools"_s);
    const auto count = [&] { return node.data(NavigatorModel::CountTextRole).toString(); };
    QCOMPARE(count(), u"…"_s);

    RowPatch first;
    first.key = {RowKind::Vlan, 1};
    RowPatch second;
    second.key = {RowKind::Vlan, 2};
    beside.listRows({first, second});
    beside.flush();
    QTRY_COMPARE(count(), u"≥ 2"_s);
    AccountSummary account;
    account.setCount(RowKind::Vlan, 6);
    model.setAccount(account); // announced it is known, and more than what came
    QCOMPARE(count(), u"6"_s);
    model.setListingRunning(false); // that of the servers
    QCOMPARE(count(), u"6"_s);
    model.setTablesListing({});
    QCOMPARE(count(), u"2"_s);
    QVERIFY(node.data(Qt::AccessibleTextRole).toString().startsWith(vlans.translatedTitle()));

    model.setIncompleteKinds({RowKind::Vlan});
    QCOMPARE(count(), u"≥ 2"_s);
    beside.clear();
    model.setIncompleteKinds({RowKind::Vlan});
    QCOMPARE(count(), u"?"_s);

    ArrangementSpec spec;
    spec.kind = RowKind::Virtual;
    model.applyScope(node, spec);
    QVERIFY(!spec.kind && !spec.scopeColumn);
}

void NavigatorModelTest::survivesTheModelTester()
{
    NavigatedAccount account;
    NavigatorModel &model = account.model;
    QSortFilterProxyModel sorted;
    sorted.setSourceModel(&model);
    sorted.sort(0, Qt::DescendingOrder);
    QIdentityProxyModel identity;
    identity.setSourceModel(&model);
    const QAbstractItemModelTester direct(&model, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester onSorted(&sorted, QAbstractItemModelTester::FailureReportingMode::Fatal);
    const QAbstractItemModelTester onIdentity(&identity,
                                              QAbstractItemModelTester::FailureReportingMode::Fatal);
    const auto datacenters = [&model] { return section(model, u"Datacenters"_s).size() - 1; };

    model.setAccount({1, u"Acme"_s, 4, 4});
    account.listPools({namedPool(7, "US"), namedPool(5, "EU")});
    QTRY_COMPARE(model.rowCount(), 3);
    account.list({serverIn(RowKind::BareMetal, 1, "lon06"), serverIn(RowKind::BareMetal, 2, "dal10")});
    QTRY_COMPARE(model.rowCount(), 4); // between others
    account.list({serverIn(RowKind::Virtual, 1, "ams03"), serverIn(RowKind::Virtual, 2, "fra02")});
    QTRY_COMPARE(datacenters(), 4);
    account.store.beginLoad();
    account.pools.beginLoad();
    account.list({serverIn(RowKind::Virtual, 2, "fra02")});
    account.listPools({namedPool(7, "A new name"), namedPool(9, "APAC")});
    account.store.removeRowsNotListed(RowKind::Virtual);
    account.store.removeRowsNotListed(RowKind::BareMetal);
    account.pools.removeRowsNotListed(RowKind::Pool);
    QTRY_COMPARE(datacenters(), 1);
    QTRY_COMPARE(section(model, u"Pools"_s).size(), 3);
    account.store.clear();
    QCOMPARE(sorted.rowCount(), 3);
    account.pools.clear();
    QCOMPARE(sorted.rowCount(), 1);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, NavigatorModelTest)
#include "tst_navigatormodel.moc"
