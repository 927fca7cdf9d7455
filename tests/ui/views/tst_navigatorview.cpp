// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/poolbuilder.h"
#include "support/testmain.h"
#include "views/navigatorview.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// The stores of an account, and the navigator over them.
struct Account
{
    InventoryStore servers{serverCatalogue()};
    InventoryStore pools{poolCatalogue()};
    InventoryStore members{memberCatalogue()};
    NavigatorModel model{servers, pools, members};

    void listServer(qint64 id, const char *datacenter)
    {
        servers.listRows({bareMetal(id, {{ServerColumn::Datacenter, text(datacenter)}})});
        servers.flush();
    }
    void listPool(qint64 id, const char *name)
    {
        pools.listRows({namedPool(id, name)});
        pools.flush();
    }
    [[nodiscard]] bool has(const char *node) const
    {
        return model.indexOfNode(QString::fromLatin1(node)).isValid();
    }
};

} // namespace

class NavigatorViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithAllServers();
    void arrowsPassOverSections();
    void choosesAWishedNodeWhenItComes();
    void choosesAWishedPoolWhenItComes();
    void aChoiceOfThePersonWins();
    void keepsTheChoiceWhileSectionsCome();
    void fallsBackWhenTheNodeVanishes_data();
    void fallsBackWhenTheNodeVanishes();
    void comesBackWithItsNode();
    void staysAtARenamedPool_data();
    void staysAtARenamedPool();
    void sectionsCannotBeClosed();
};

void NavigatorViewTest::startsWithAllServers()
{
    Account account;
    NavigatorView view;
    QSignalSpy chosen(&view, &NavigatorView::nodeChosen);
    view.setNavigatorModel(&account.model);
    QCOMPARE(view.currentNode(), u"servers"_s);
    QCOMPARE(chosen.count(), 1);
}

void NavigatorViewTest::arrowsPassOverSections()
{
    Account account;
    account.listServer(1, "dal10");
    NavigatorView view;
    view.setNavigatorModel(&account.model);
    QTRY_COMPARE(account.model.rowCount(), 3);
    QStringList nodes;
    connect(&view, &NavigatorView::nodeChosen, this, [&nodes](const QModelIndex &node) {
        nodes.append(node.data(NavigatorModel::NodeIdRole).toString());
    });
    const QStringList down{u"bare_metal"_s, u"virtual"_s,        u"pools"_s,
                           u"over"_s,       u"projected_over"_s, u"transactions"_s,
                           u"leaving"_s,    u"refused"_s,        u"datacenter:dal10"_s};
    for (int i = 0; i < down.size() + 1; ++i) // the last one leads nowhere
        QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(nodes, down + QStringList(u"refused"_s));
}

void NavigatorViewTest::choosesAWishedNodeWhenItComes()
{
    Account account;
    NavigatorView view;
    view.setCurrentNode(u"datacenter:dal10"_s);
    view.setNavigatorModel(&account.model);
    QCOMPARE(view.currentNode(), u"servers"_s); // meanwhile
    account.listServer(1, "ams03");
    QTRY_COMPARE(account.model.rowCount(), 3);
    QCOMPARE(view.currentNode(), u"servers"_s);
    account.listServer(2, "dal10");
    QTRY_COMPARE(view.currentNode(), u"datacenter:dal10"_s);
}

/// Pools come after servers, and their section between others.
void NavigatorViewTest::choosesAWishedPoolWhenItComes()
{
    Account account;
    NavigatorView view;
    view.setCurrentNode(u"pool:7"_s);
    view.setNavigatorModel(&account.model);
    QStringList nodes;
    connect(&view, &NavigatorView::nodeChosen, this, [&nodes](const QModelIndex &node) {
        nodes.append(node.data(NavigatorModel::NodeIdRole).toString());
    });
    account.listServer(1, "ams03");
    account.listPool(5, "EU");
    QTRY_VERIFY(account.has("pool:5"));
    QCOMPARE(view.currentNode(), u"servers"_s);
    account.listPool(7, "US");
    QTRY_COMPARE(view.currentNode(), u"pool:7"_s);
    QCOMPARE(nodes, QStringList(u"pool:7"_s));

    // It goes with the list of another load, and comes back: by then the person is elsewhere.
    account.pools.clear();
    QVERIFY(view.currentNode() != u"pool:7"_s);
    const QString instead = view.currentNode();
    view.setCurrentNode(instead == "virtual"_L1 ? u"servers"_s : u"virtual"_s);
    const QString chosen = view.currentNode();
    QVERIFY(chosen != instead);
    account.listPool(7, "US");
    QTRY_VERIFY(account.has("pool:7"));
    QCOMPARE(view.currentNode(), chosen);
}

void NavigatorViewTest::aChoiceOfThePersonWins()
{
    Account account;
    NavigatorView view;
    view.setCurrentNode(u"datacenter:dal10"_s);
    view.setNavigatorModel(&account.model);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentNode(), u"bare_metal"_s);
    account.listServer(2, "dal10");
    QTRY_COMPARE(account.model.rowCount(), 3);
    QCOMPARE(view.currentNode(), u"bare_metal"_s);
}

void NavigatorViewTest::keepsTheChoiceWhileSectionsCome()
{
    Account account;
    NavigatorView view;
    view.setNavigatorModel(&account.model);
    account.listPool(7, "US");
    QTRY_VERIFY(account.has("pool:7"));
    view.setCurrentNode(u"pool:7"_s);
    QSignalSpy chosen(&view, &NavigatorView::nodeChosen);
    account.listServer(1, "dal10"); // a section before it
    QTRY_VERIFY(account.has("datacenter:dal10"));
    account.listPool(5, "APAC"); // a node before it
    QTRY_VERIFY(account.has("pool:5"));
    QCOMPARE(view.currentNode(), u"pool:7"_s);
    QCOMPARE(chosen.count(), 0);
    for (int section = 0; section < account.model.rowCount(); ++section)
        QVERIFY(view.isExpanded(account.model.index(section, 0)));
}

void NavigatorViewTest::fallsBackWhenTheNodeVanishes_data()
{
    QTest::addColumn<QString>("chosen");
    QTest::addColumn<QString>("left");
    QTest::addColumn<QString>("expected");
    QTest::newRow("a section goes") << u"datacenter:dal10"_s << QString() << u"servers"_s;
    QTest::newRow("one of several goes") << u"datacenter:dal10"_s << u"ams03"_s << u"servers"_s;
    QTest::newRow("a pool goes") << u"pool:7"_s << u"ams03"_s << u"pools"_s;
}

/// To the whole table that the person was at, whichever way Qt goes.
void NavigatorViewTest::fallsBackWhenTheNodeVanishes()
{
    QFETCH(const QString, chosen);
    QFETCH(const QString, left);
    QFETCH(const QString, expected);
    Account account;
    NavigatorView view;
    view.setNavigatorModel(&account.model);
    account.listServer(1, "dal10");
    account.listServer(2, "ams03");
    account.listPool(7, "US");
    account.listPool(8, "Zurich");
    QTRY_VERIFY(account.has("datacenter:ams03") && account.has("pool:8"));
    view.setCurrentNode(chosen);
    QCOMPARE(view.currentNode(), chosen);
    QStringList nodes;
    connect(&view, &NavigatorView::nodeChosen, this, [&nodes](const QModelIndex &node) {
        nodes.append(node.data(NavigatorModel::NodeIdRole).toString());
    });
    if (left.isEmpty()) {
        account.servers.clear();
    } else {
        account.servers.beginLoad();
        account.pools.beginLoad();
        account.listServer(2, "ams03");
        account.listPool(8, "Zurich");
        account.servers.removeRowsNotListed(RowKind::BareMetal);
        account.pools.removeRowsNotListed(RowKind::Pool);
    }
    QTRY_COMPARE(nodes, QStringList(expected));
    QTRY_VERIFY(!account.has("datacenter:dal10"));
    QCOMPARE(nodes, QStringList(expected));
    QCOMPARE(view.currentNode(), expected);
}

/// Somebody who went nowhere is where they were.
void NavigatorViewTest::comesBackWithItsNode()
{
    Account account;
    NavigatorView view;
    view.setNavigatorModel(&account.model);
    account.listPool(7, "US");
    account.listPool(8, "Zurich");
    QTRY_VERIFY(account.has("pool:8"));
    view.setCurrentNode(u"pool:7"_s);
    account.pools.clear();
    QCOMPARE(view.currentNode(), u"pools"_s);
    account.listPool(8, "Zurich");
    QTRY_VERIFY(account.has("pool:8"));
    QCOMPARE(view.currentNode(), u"pools"_s);
    account.listPool(7, "US");
    QTRY_COMPARE(view.currentNode(), u"pool:7"_s);
}

void NavigatorViewTest::staysAtARenamedPool_data()
{
    QTest::addColumn<QByteArray>("name");
    QTest::addColumn<int>("row");
    QTest::newRow("in its place") << QByteArray("Europe") << 1;
    QTest::newRow("to the front") << QByteArray("AAA") << 0;
    QTest::newRow("to the end") << QByteArray("Vienna") << 2;
}

void NavigatorViewTest::staysAtARenamedPool()
{
    QFETCH(const QByteArray, name);
    QFETCH(const int, row);
    Account account;
    NavigatorView view;
    view.setNavigatorModel(&account.model);
    account.listPool(3, "APAC");
    account.listPool(5, "EU");
    account.listPool(7, "US");
    QTRY_VERIFY(account.has("pool:7"));
    view.setCurrentNode(u"pool:5"_s);
    QCOMPARE(view.currentIndex().row(), 1);
    QSignalSpy chosen(&view, &NavigatorView::nodeChosen);
    account.pools.beginLoad();
    account.listPool(5, name.constData());
    QTRY_COMPARE(account.model.indexOfNode(u"pool:5"_s).data().toString(), QString::fromLatin1(name));
    QCOMPARE(view.currentNode(), u"pool:5"_s);
    QCOMPARE(view.currentIndex().row(), row);
    QVERIFY(view.selectionModel()->isSelected(view.currentIndex()));
    QCOMPARE(chosen.count(), 0);
}

void NavigatorViewTest::sectionsCannotBeClosed()
{
    Account account;
    NavigatorView view;
    view.setNavigatorModel(&account.model);
    const QModelIndex section = account.model.index(0, 0);
    QVERIFY(view.isExpanded(section));
    QTest::keyClick(&view, Qt::Key_Left);
    QVERIFY(view.isExpanded(section));
    QCOMPARE(view.currentNode(), u"servers"_s);
}

LAYERSCOPE_TEST(QTEST_MAIN, NavigatorViewTest)
#include "tst_navigatorview.moc"
