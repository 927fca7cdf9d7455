// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/layoutsettings.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <QWidget>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

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
            settings.setServersLayout("bytes\0with zero"_ba);
            settings.setPoolsLayout("other\0bytes"_ba);
            settings.setNode(u"datacenter:dal10"_s);
            settings.setGroupKey(u"owner"_s);
            settings.setNavigatorShown(false);
            settings.setExportFolder(u"/tmp/ä b"_s);
            settings.setExportsForExcel(true);
            settings.setExportsTitles(true);
        }
        const LayoutSettings settings(file);
        QWidget window;
        QVERIFY(settings.restoreWindow(window));
        QCOMPARE(window.size(), QSize(432, 321));
        QCOMPARE(settings.serversLayout(), "bytes\0with zero"_ba);
        QCOMPARE(settings.poolsLayout(), "other\0bytes"_ba);
        QCOMPARE(settings.node(), u"datacenter:dal10"_s);
        QCOMPARE(settings.groupKey(), u"owner"_s);
        QVERIFY(!settings.isNavigatorShown());
        QCOMPARE(settings.exportFolder(), u"/tmp/ä b"_s);
        QVERIFY(settings.exportsForExcel());
        QVERIFY(settings.exportsTitles());
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
        QVERIFY(settings.splitter().isEmpty());
        QVERIFY(settings.groupKey().isEmpty());
        QVERIFY(!settings.exportsForExcel());
    }
};

QTEST_MAIN(TestLayoutSettings)
#include "tst_layoutsettings.moc"
