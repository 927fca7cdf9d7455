// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "support/testmain.h"
#include "views/groupmenu.h"

#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestGroupMenu : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void offersNoneAndSevenColumns()
    {
        const GroupMenu menu(serversTable);
        QStringList keys;
        for (const QAction *action : menu.actions()) {
            if (!action->isSeparator())
                keys.append(action->objectName());
        }
        const QStringList expected{u"groupByNone"_s,  u"groupBy_datacenter"_s, u"groupBy_kind"_s,
                                   u"groupBy_os"_s,   u"groupBy_owner"_s,      u"groupBy_state"_s,
                                   u"groupBy_tags"_s, u"groupBy_pool"_s};
        QCOMPARE(keys, expected);
    }

    void saysWhatWasChosen()
    {
        GroupMenu menu(serversTable);
        QSignalSpy chosen(&menu, &GroupMenu::groupChosen);
        menu.findChild<QAction *>(u"groupBy_owner"_s)->trigger();
        QCOMPARE(chosen.count(), 1);
        QCOMPARE(menu.group(), std::optional<ColumnIndex>(ServerColumn::Owner));
        QVERIFY(menu.summary().contains(serverCatalogue().column(ServerColumn::Owner).translatedTitle()));
        menu.findChild<QAction *>(u"groupByNone"_s)->trigger();
        QCOMPARE(chosen.count(), 2);
        QCOMPARE(menu.group(), std::nullopt);
    }

    void followsTheTable()
    {
        GroupMenu menu(serversTable);
        QSignalSpy chosen(&menu, &GroupMenu::groupChosen);
        menu.setGroup(ServerColumn::Owner);
        menu.setTable(serversTable); // no other one
        QCOMPARE(menu.group(), std::optional<ColumnIndex>(ServerColumn::Owner));
        menu.setTable(poolsTable);
        QCOMPARE(menu.group(), std::nullopt);
        QVERIFY(menu.findChild<QAction *>(u"groupBy_owner"_s) == nullptr);
        QCOMPARE(chosen.count(), 0);
        // It names no columns, so those are offered whose texts repeat.
        menu.findChild<QAction *>(u"groupBy_region"_s)->trigger();
        QCOMPARE(menu.group(), std::optional<ColumnIndex>(PoolColumn::Region));
        QCOMPARE(chosen.count(), 1);
        QVERIFY(menu.findChild<QAction *>(u"groupBy_row_state"_s) == nullptr);
    }

    /// The keys begin at what is chosen, and Home and End lead to an entry that Enter then takes.
    void isHandledByKeys()
    {
        GroupMenu menu(serversTable);
        menu.setGroup(ServerColumn::Owner);
        QSignalSpy chosen(&menu, &GroupMenu::groupChosen);
        menu.popup({});
        QCOMPARE(menu.activeAction(), menu.findChild<QAction *>(u"groupBy_owner"_s));
        QTest::keyClick(&menu, Qt::Key_Home);
        QCOMPARE(menu.activeAction(), menu.findChild<QAction *>(u"groupByNone"_s));
        QTest::keyClick(&menu, Qt::Key_Return);
        QTRY_COMPARE(chosen.count(), 1);
        QCOMPARE(menu.group(), std::nullopt);
        QTRY_VERIFY(!menu.isVisible());

        menu.popup({});
        QCOMPARE(menu.activeAction(), menu.findChild<QAction *>(u"groupByNone"_s));
        QTest::keyClick(&menu, Qt::Key_End);
        QTest::keyClick(&menu, Qt::Key_Return);
        QTRY_COMPARE(chosen.count(), 2);
        QCOMPARE(menu.group(), std::optional<ColumnIndex>(ServerColumn::Pool));
    }

    void takesOnlyWhatItOffers()
    {
        GroupMenu menu(serversTable);
        QCOMPARE(GroupMenu::columnOfKey(serversTable, u"state"_s),
                 std::optional<ColumnIndex>(ServerColumn::State));
        QCOMPARE(GroupMenu::columnOfKey(serversTable, u"fqdn"_s), std::nullopt);
        QCOMPARE(GroupMenu::columnOfKey(serversTable, u"no such column"_s), std::nullopt);
        menu.setGroup(ServerColumn::State);
        menu.setGroup(ServerColumn::Fqdn);
        QCOMPARE(menu.group(), std::nullopt);
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestGroupMenu)
#include "tst_groupmenu.moc"
