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
    void fallsBackWhenTheNodeVanishes();
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

void NavigatorViewTest::fallsBackWhenTheNodeVanishes()
{
    Account account;
    NavigatorView view;
    view.setNavigatorModel(&account.model);
    account.listServer(1, "dal10");
    QTRY_COMPARE(account.model.rowCount(), 3);
    view.setCurrentNode(u"datacenter:dal10"_s);
    QStringList nodes;
    connect(&view, &NavigatorView::nodeChosen, this, [&nodes](const QModelIndex &node) {
        nodes.append(node.data(NavigatorModel::NodeIdRole).toString());
    });
    account.servers.clear();
    QTRY_VERIFY(!nodes.isEmpty());
    QVERIFY(view.currentIndex().data(NavigatorModel::NodeIdRole).isValid());
    QCOMPARE(nodes.constLast(), view.currentNode());
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
