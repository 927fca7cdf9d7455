// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "session/layoutsettings.h"
#include "support/testmain.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

AccountLayout someLayout()
{
    AccountLayout layout;
    layout.tables[u"servers"_s] = {"bytes\0with zero"_ba, u"owner"_s};
    layout.tables[u"pools"_s] = {"other\0bytes"_ba, {}};
    layout.splitter = "sizes";
    layout.isNavigatorShown = false;
    layout.detailsTab = 2;
    layout.node = u"datacenter:dal10"_s;
    return layout;
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
        }
        const LayoutSettings settings(file);
        QWidget window;
        QVERIFY(settings.restoreWindow(window));
        QCOMPARE(window.size(), QSize(432, 321));
        QCOMPARE(settings.accountLayout(u"one"_s), someLayout());
        QCOMPARE(settings.exportFolder(), u"/tmp/ä b"_s);
        QVERIFY(settings.exportsForExcel());
        QVERIFY(settings.exportsTitles());
    }

    void keepsEachTable()
    {
        const QTemporaryDir folder;
        AccountLayout layout;
        for (const TableSpec *table : allTables()) {
            const QString key = QString::fromLatin1(table->key);
            if (table->parent == nullptr)
                layout.tables[key] = {"columns of "_ba + table->key, u"group of "_s + key};
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
        other.areDetailsShown = false;
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
            former.setValue(u"window/splitter"_s, "sizes"_ba);
            former.setValue(u"window/navigator"_s, false);
            former.setValue(u"details/shown"_s, true);
            former.setValue(u"details/tab"_s, 2);
            former.setValue(u"navigator/node"_s, u"datacenter:dal10"_s);
        }
        LayoutSettings settings(name);
        QCOMPARE(settings.accountLayout(u"demo"_s), someLayout());
        // From then on it has its own, also where that is the first one again.
        settings.setAccountLayout(u"demo"_s, AccountLayout());
        QCOMPARE(settings.accountLayout(u"demo"_s), AccountLayout());
        QCOMPARE(settings.accountLayout(u"other"_s), someLayout());
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
        QVERIFY(settings.accountLayout(u"demo"_s).splitter.isEmpty());
        QVERIFY(settings.accountLayout(u"demo"_s).tables.value(u"servers"_s).groupKey.isEmpty());
        QVERIFY(!settings.exportsForExcel());
    }
};

LAYERSCOPE_TEST(QTEST_MAIN, TestLayoutSettings)
#include "tst_layoutsettings.moc"
