// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "views/navigatorview.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class NavigatorViewTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void startsWithAllServers();
    void arrowsPassOverSections();
    void choosesAWishedNodeWhenItComes();
    void aChoiceOfThePersonWins();
    void fallsBackWhenTheNodeVanishes();
    void sectionsCannotBeClosed();

private:
    static void listServer(InventoryStore &store, qint64 id, const char *datacenter)
    {
        store.listRows({bareMetal(id, {{ServerColumn::Datacenter, text(datacenter)}})});
        store.flush();
    }
};

void NavigatorViewTest::startsWithAllServers()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    NavigatorView view;
    QSignalSpy chosen(&view, &NavigatorView::nodeChosen);
    view.setNavigatorModel(&model);
    QCOMPARE(view.currentNode(), u"servers"_s);
    QCOMPARE(chosen.count(), 1);
}

void NavigatorViewTest::arrowsPassOverSections()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    listServer(store, 1, "dal10");
    NavigatorView view;
    view.setNavigatorModel(&model);
    QTRY_COMPARE(model.rowCount(), 2);
    QStringList nodes;
    connect(&view, &NavigatorView::nodeChosen, this, [&nodes](const QModelIndex &node) {
        nodes.append(node.data(NavigatorModel::NodeIdRole).toString());
    });
    for (int i = 0; i < 4; ++i)
        QTest::keyClick(&view, Qt::Key_Down);
    QTest::keyClick(&view, Qt::Key_Up);
    QCOMPARE(nodes, QStringList({u"bare_metal"_s, u"virtual"_s, u"datacenter:dal10"_s, u"virtual"_s}));
}

void NavigatorViewTest::choosesAWishedNodeWhenItComes()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    NavigatorView view;
    view.setCurrentNode(u"datacenter:dal10"_s);
    view.setNavigatorModel(&model);
    QCOMPARE(view.currentNode(), u"servers"_s); // meanwhile
    listServer(store, 1, "ams03");
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(view.currentNode(), u"servers"_s);
    listServer(store, 2, "dal10");
    QTRY_COMPARE(view.currentNode(), u"datacenter:dal10"_s);
}

void NavigatorViewTest::aChoiceOfThePersonWins()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    NavigatorView view;
    view.setCurrentNode(u"datacenter:dal10"_s);
    view.setNavigatorModel(&model);
    QTest::keyClick(&view, Qt::Key_Down);
    QCOMPARE(view.currentNode(), u"bare_metal"_s);
    listServer(store, 2, "dal10");
    QTRY_COMPARE(model.rowCount(), 2);
    QCOMPARE(view.currentNode(), u"bare_metal"_s);
}

void NavigatorViewTest::fallsBackWhenTheNodeVanishes()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    NavigatorView view;
    view.setNavigatorModel(&model);
    listServer(store, 1, "dal10");
    QTRY_COMPARE(model.rowCount(), 2);
    view.setCurrentNode(u"datacenter:dal10"_s);
    QStringList nodes;
    connect(&view, &NavigatorView::nodeChosen, this, [&nodes](const QModelIndex &node) {
        nodes.append(node.data(NavigatorModel::NodeIdRole).toString());
    });
    store.clear();
    QTRY_VERIFY(!nodes.isEmpty());
    QVERIFY(view.currentIndex().data(NavigatorModel::NodeIdRole).isValid());
    QCOMPARE(nodes.constLast(), view.currentNode());
}

void NavigatorViewTest::sectionsCannotBeClosed()
{
    InventoryStore store(serverCatalogue());
    NavigatorModel model(store);
    NavigatorView view;
    view.setNavigatorModel(&model);
    const QModelIndex section = model.index(0, 0);
    QVERIFY(view.isExpanded(section));
    QTest::keyClick(&view, Qt::Key_Left);
    QVERIFY(view.isExpanded(section));
    QCOMPARE(view.currentNode(), u"servers"_s);
}

QTEST_MAIN(NavigatorViewTest)
#include "tst_navigatorview.moc"
