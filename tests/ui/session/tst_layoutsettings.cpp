// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "session/layoutsettings.h"
#include "support/testmain.h"

#include <QFile>
#include <QSize>
#include <QSplitter>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

#include <numeric>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

AccountLayout someLayout()
{
    AccountLayout layout;
    layout.tables[u"servers"_s] = {"bytes\0with zero"_ba, u"owner"_s,
                                   u"@ \"zwei Wörter\" dc:dal10,fra02; 100% or -tag:x"_s,
                                   QList<RowKey>{{RowKind::Virtual, 104'711}, {RowKind::BareMetal, 3}},
                                   ScrollPlace{RowKey{RowKind::Virtual, 17}, -350, 1204}};
    layout.tables[u"pools"_s] = {"other\0bytes"_ba, {}};
    layout.panels.docks = "places\0and sizes"_ba;
    layout.panels.open = {{u"navigator"_s, false}, {u"details"_s, true}};
    layout.panels.states = {{u"details"_s, 2}};
    layout.node = u"datacenter:dal10"_s;
    return layout;
}

/// As Qt writes it.
QByteArray splitterOf(const QList<int> &widths)
{
    QSplitter splitter;
    for (int i = 0; i < widths.size(); ++i)
        splitter.addWidget(new QWidget);
    splitter.resize(std::accumulate(widths.cbegin(), widths.cend(), 0), 100);
    splitter.setHandleWidth(0);
    splitter.widget(0)->setVisible(widths.first() > 0);
    splitter.show();
    splitter.setSizes(widths);
    return splitter.saveState();
}

} // namespace

class TestLayoutSettings : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keepsWhatItIsGiven()
    {
        const QTemporaryDir folder;
        const QString file = folder.filePath(u"layout.ini"_s);
        {
            LayoutSettings settings(file);
            QWidget window;
            window.resize(432, 321);
            settings.saveWindow(window);
            settings.setAccountLayout(u"one"_s, someLayout());
            settings.setExportFolder(u"/tmp/ä b"_s);
            settings.setExportsForExcel(true);
            settings.setExportsTitles(true);
            QCOMPARE(settings.exportFormat(), QString()); // nothing was chosen
            settings.setExportFormat(u"jsonl"_s);
            QCOMPARE(settings.rowDensity(), RowDensity::Comfortable);
            settings.setRowDensity(RowDensity::Compact);
        }
        const LayoutSettings settings(file);
        QWidget window;
        QVERIFY(settings.restoreWindow(window));
        QCOMPARE(window.size(), QSize(432, 321));
        QCOMPARE(settings.accountLayout(u"one"_s), someLayout());
        QCOMPARE(settings.exportFolder(), u"/tmp/ä b"_s);
        QVERIFY(settings.exportsForExcel());
        QVERIFY(settings.exportsTitles());
        QCOMPARE(settings.exportFormat(), u"jsonl"_s);
        QCOMPARE(settings.rowDensity(), RowDensity::Compact);
    }

    void keepsEachTable()
    {
        const QTemporaryDir folder;
        AccountLayout layout;
        for (const TableSpec *table : allTables()) {
            const QString key = QString::fromLatin1(table->key);
            if (table->parent == nullptr)
                layout.tables[key] = {"columns of "_ba + table->key, u"group of "_s + key,
                                      u"filter of "_s + key, QList<RowKey>{{table->kinds.front(), 17}}};
        }
        LayoutSettings settings(folder.filePath(u"layout.ini"_s));
        settings.setAccountLayout(u"one"_s, layout);
        QCOMPARE(settings.accountLayout(u"one"_s), layout);
        layout.tables.remove(u"servers"_s); // looks as at first
        settings.setAccountLayout(u"one"_s, layout);
        QCOMPARE(settings.accountLayout(u"one"_s), layout);
    }

    void keepsAccountsApart()
    {
        const QTemporaryDir folder;
        LayoutSettings settings(folder.filePath(u"layout.ini"_s));
        QCOMPARE(settings.accountLayout(u"one"_s), AccountLayout());
        AccountLayout other = someLayout();
        other.node = u"pools"_s;
        other.panels.open[u"details"_s] = false;
        settings.setAccountLayout(u"one"_s, someLayout());
        settings.setAccountLayout(u"one/other"_s, other); // an id is one name, whatever is in it
        QCOMPARE(settings.accountLayout(u"one"_s), someLayout());
        QCOMPARE(settings.accountLayout(u"one/other"_s), other);

        settings.forget(u"one"_s);
        QCOMPARE(settings.accountLayout(u"one"_s), AccountLayout());
        QCOMPARE(settings.accountLayout(u"one/other"_s), other);
        settings.forget({});
        QCOMPARE(settings.accountLayout(u"one/other"_s), other);
    }

    void startsWithTheLayoutThatAllAccountsShared()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"layout.ini"_s);
        {
            QSettings former(name, QSettings::IniFormat);
            former.setValue(u"servers/layout"_s, "bytes\0with zero"_ba);
            former.setValue(u"servers/group"_s, u"owner"_s);
            former.setValue(u"pools/layout"_s, "other\0bytes"_ba);
            former.setValue(u"window/splitter"_s, splitterOf({201, 777, 333}));
            former.setValue(u"window/navigator"_s, false);
            former.setValue(u"details/shown"_s, true);
            former.setValue(u"details/tab"_s, 2);
            former.setValue(u"navigator/node"_s, u"datacenter:dal10"_s);
        }
        LayoutSettings settings(name);
        AccountLayout shared = someLayout();
        shared.panels.docks.clear();               // they were none
        for (TableLayout &table : shared.tables) { // nor were these kept
            table.filter.clear();
            table.rows.clear();
            table.place.reset();
        }
        shared.panels.formerWidths = {{u"navigator"_s, 201}, {u"details"_s, 333}};
        QCOMPARE(settings.accountLayout(u"demo"_s), shared);
        // From then on it has its own, also where that is the first one again.
        settings.setAccountLayout(u"demo"_s, AccountLayout());
        QCOMPARE(settings.accountLayout(u"demo"_s), AccountLayout());
        QCOMPARE(settings.accountLayout(u"other"_s), shared);
    }

    void takesOverPanelsFromBeforeTheyWereDocks()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"layout.ini"_s);
        {
            QSettings former(name, QSettings::IniFormat);
            former.setValue(u"accounts/demo/window/splitter"_s, splitterOf({0, 777, 333}));
            former.setValue(u"accounts/demo/window/navigator"_s, true);
            former.setValue(u"accounts/demo/details/shown"_s, false);
            former.setValue(u"accounts/demo/details/tab"_s, 1);
            former.setValue(u"accounts/bad/window/splitter"_s, "\xff\x01"_ba);
            former.setValue(u"accounts/bad/details/tab"_s, u"last"_s);
        }
        {
            LayoutSettings settings(name);
            const PanelsLayout panels = settings.accountLayout(u"demo"_s).panels;
            QCOMPARE(panels.formerWidths, (QMap<QString, int>{{u"details"_s, 333}})); // the other was hidden
            QCOMPARE(panels.open, (QMap<QString, bool>{{u"navigator"_s, true}, {u"details"_s, false}}));
            QCOMPARE(panels.states, (QVariantMap{{u"details"_s, 1}}));
            QVERIFY(settings.accountLayout(u"bad"_s).panels.formerWidths.isEmpty());
            settings.setAccountLayout(u"demo"_s, someLayout());
            QCOMPARE(settings.accountLayout(u"demo"_s), someLayout());
        }
        const QSettings after(name, QSettings::IniFormat);
        for (const QString &key : after.allKeys()) {
            if (key.startsWith(u"accounts/demo/"_s))
                QVERIFY2(!key.contains(u"splitter"_s) && !key.contains(u"details/"_s), qPrintable(key));
        }
    }

    void widthsFromBeforeDocksStayUntilThereAreDocks()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"layout.ini"_s);
        {
            QSettings former(name, QSettings::IniFormat);
            former.setValue(u"accounts/demo/window/splitter"_s, splitterOf({201, 777, 333}));
            former.setValue(u"accounts/bad/panels/docks"_s, QByteArray());
            former.setValue(u"accounts/bad/panels/formerWidths"_s,
                            QVariantMap{{u"details"_s, u"wide"_s}, {u"navigator"_s, -5}});
        }
        const QMap<QString, int> widths{{u"navigator"_s, 201}, {u"details"_s, 333}};
        for (int start = 0; start < 2; ++start) { // in which the account was opened and never seen
            LayoutSettings settings(name);
            const AccountLayout layout = settings.accountLayout(u"demo"_s);
            QCOMPARE(layout.panels.formerWidths, widths);
            settings.setAccountLayout(u"demo"_s, layout);
        }
        LayoutSettings settings(name);
        QVERIFY(settings.accountLayout(u"bad"_s).panels.formerWidths.isEmpty());
        settings.setAccountLayout(u"demo"_s, someLayout());
        QVERIFY(settings.accountLayout(u"demo"_s).panels.formerWidths.isEmpty());
    }

    void filtersAndRowsAreThoseOfTheAccount()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"layout.ini"_s);
        {
            QSettings file(name, QSettings::IniFormat);
            file.setValue(u"servers/filter"_s, u"of nobody"_s);
            file.setValue(u"servers/row"_s, u"virtual:1"_s);
            file.setValue(u"accounts/demo/pools/filter"_s, u"over:no"_s);
            file.setValue(u"accounts/demo/pools/row"_s, u"pool:17"_s);
            file.setValue(u"accounts/demo/vlans/rows"_s, QStringList{u"vlan:3"_s, u"17"_s, u"vlan:1"_s});
            file.setValue(u"accounts/demo/vlans/row"_s, u"vlan:4"_s);
            file.setValue(u"accounts/bad/servers/rows"_s, QStringList{u"virtual:many"_s, u"virtual"_s});
            file.setValue(u"accounts/bad/pools/row"_s, u"nothing:17"_s);
            file.setValue(u"accounts/bad/vlans/row"_s, u"17"_s);
            file.setValue(u"accounts/bad/vlans/filter"_s, QSize(3, 4));
        }
        const LayoutSettings settings(name);
        const QMap<QString, TableLayout> tables = settings.accountLayout(u"demo"_s).tables;
        QCOMPARE(tables.value(u"servers"_s), TableLayout());
        QCOMPARE(tables.value(u"pools"_s).filter, u"over:no"_s);
        QCOMPARE(tables.value(u"pools"_s).rows, (QList<RowKey>{{RowKind::Pool, 17}})); // of before
        QCOMPARE(tables.value(u"vlans"_s).rows, (QList<RowKey>{{RowKind::Vlan, 3}, {RowKind::Vlan, 1}}));
        QVERIFY(settings.accountLayout(u"bad"_s).tables.isEmpty());
    }

    void keepsPlaces_data()
    {
        QTest::addColumn<QStringList>("kept");
        QTest::addColumn<std::optional<ScrollPlace>>("place");
        QTest::newRow("of a row") << QStringList{u"virtual:17"_s, u"-350"_s, u"12"_s}
                                  << std::optional(ScrollPlace{RowKey{RowKind::Virtual, 17}, -350, 12});
        QTest::newRow("at the beginning")
            << QStringList{u"beginning"_s, u"0"_s, u"0"_s} << std::optional(ScrollPlace());
        const std::optional<ScrollPlace> none;
        QTest::newRow("none") << QStringList() << none;
        QTest::newRow("of no row") << QStringList{u"nothing:17"_s, u"0"_s, u"0"_s} << none;
        QTest::newRow("no numbers") << QStringList{u"virtual:17"_s, u"0"_s, u"far"_s} << none;
        QTest::newRow("left of everything") << QStringList{u"virtual:17"_s, u"0"_s, u"-1"_s} << none;
        QTest::newRow("cut off") << QStringList{u"virtual:17"_s, u"0"_s} << none;
    }

    void keepsPlaces()
    {
        QFETCH(QStringList, kept);
        QFETCH(std::optional<ScrollPlace>, place);
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"layout.ini"_s);
        {
            QSettings file(name, QSettings::IniFormat);
            file.setValue(u"servers/place"_s, QStringList{u"virtual:1"_s, u"0"_s, u"0"_s}); // of nobody
            file.setValue(u"accounts/demo/servers/place"_s, kept);
        }
        LayoutSettings settings(name);
        const AccountLayout layout = settings.accountLayout(u"demo"_s);
        QVERIFY(layout.tables.value(u"servers"_s).place == place);
        settings.setAccountLayout(u"demo"_s, layout);
        QVERIFY(settings.accountLayout(u"demo"_s) == layout);
        QVERIFY(!settings.accountLayout(u"other"_s).tables.value(u"servers"_s).place);
    }

    void keepsSoManyRowsAtMost()
    {
        const QTemporaryDir folder;
        LayoutSettings settings(folder.filePath(u"layout.ini"_s));
        AccountLayout layout;
        for (qint64 id = 1; id <= 2 * TableLayout::mostRows; ++id)
            layout.tables[u"servers"_s].rows.append({RowKind::Virtual, id});
        settings.setAccountLayout(u"one"_s, layout);
        layout.tables[u"servers"_s].rows.resize(TableLayout::mostRows);
        QCOMPARE(settings.accountLayout(u"one"_s), layout);
    }

    void survivesGarbage()
    {
        const QTemporaryDir folder;
        const QString name = folder.filePath(u"layout.ini"_s);
        QFile file(name);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("[window]\ngeometry=17\nsplitter=@Size(3 "
                   "4)\nnavigator=maybe\n[servers]\nlayout=@ByteArray(\x01\xff)\n"
                   "group=@Invalid()\n[[[\n=\n");
        file.close();
        const LayoutSettings settings(name);
        QWidget window;
        window.resize(432, 321);
        QVERIFY(!settings.restoreWindow(window));
        QCOMPARE(window.size(), QSize(432, 321));
        QVERIFY(settings.accountLayout(u"demo"_s).panels.formerWidths.isEmpty());
        QVERIFY(settings.accountLayout(u"demo"_s).tables.value(u"servers"_s).groupKey.isEmpty());
        QVERIFY(!settings.exportsForExcel());
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestLayoutSettings)
#include "tst_layoutsettings.moc"
