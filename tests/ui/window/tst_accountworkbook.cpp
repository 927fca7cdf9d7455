// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/loaders/pooltruth.h"
#include "app/tables/workbookreader.h"
#include "dialogs/accountexport.h"
#include "dialogs/accountexportdialog.h"
#include "exporting/exportkind.h"
#include "support/testmain.h"
#include "ui/window/windowparts.h"
#include "window/exportstatus.h"
#include "window/openaccounts.h"

#include <QCheckBox>
#include <QFileInfo>
#include <QHash>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

/// From an account that nobody has looked at to a workbook: one entry of the menu, and Return.
class TestAccountWorkbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void oneEntryAndReturn();
    void saysWhatWasNotLoaded();
};

void TestAccountWorkbook::oneEntryAndReturn()
{
    WindowFixture fixture(60, 2ms, {}, 5);
    fixture.liftLimits();
    fixture.settings->setExportFolder(fixture.folder.path());
    fixture.open();
    AccountExport &flow = fixture.window->accounts().shown()->accountExport();
    QSignalSpy written(&flow, &AccountExport::written);
    fixture.trigger(u"exportWorkbook"_s);
    auto *dialog = fixture.window->findChild<AccountExportDialog *>();
    const QString path = dialog->choice().path;
    QVERIFY2(path.startsWith(fixture.folder.path()) && path.endsWith(u".xlsx"_s), qPrintable(path));
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);

    const WorkbookReader workbook(path);
    QVERIFY(workbook.isFine());
    const SimulatedAccount &account = fixture.server->account();
    const QHash<QString, qsizetype> rows{
        {u"vBareMetal"_s, account.hardwareCount()},
        {u"vVirtual"_s, account.guestCount()},
        {u"vPools"_s, 5},
        {u"vPoolMembers"_s, PoolTruth(account).members().size()},
        {u"vVLANs"_s, account.vlanCount()},
        {u"vSubnets"_s, account.subnetCount()},
    };
    QStringList sheets{u"About"_s};
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        sheets.append(kind.sheet());
        const SheetContent sheet = workbook.sheet(kind.sheet());
        QVERIFY2(rows.value(kind.sheet(), sheet.rows.size() - 1) == sheet.rows.size() - 1,
                 qPrintable(kind.sheet()));
        QStringList keys;
        for (const ColumnIndex column : kind.catalogue().allColumns())
            keys.append(QString::fromLatin1(kind.catalogue().column(column).key));
        QCOMPARE(sheet.values(0), keys);
    }
    QCOMPARE(workbook.sheets(), sheets);
    const QString about = workbook.sheet(u"About"_s).text();
    QVERIFY2(about.contains(u"Filter\tnone"_s), qPrintable(about));
    const QString said = fixture.window->findChild<ExportStatus *>()->text();
    QVERIFY2(said.contains(QFileInfo(path).fileName()), qPrintable(said));
}

void TestAccountWorkbook::saysWhatWasNotLoaded()
{
    WindowFixture fixture(60, 0ms, {}, 5);
    fixture.settings->setExportFolder(fixture.folder.path());
    fixture.liftLimits();
    fixture.open();
    QVERIFY(poolsStand(fixture));
    AccountExport &flow = fixture.window->accounts().shown()->accountExport();
    QSignalSpy written(&flow, &AccountExport::written);
    fixture.trigger(u"exportWorkbook"_s);
    auto *dialog = fixture.window->findChild<AccountExportDialog *>();
    const QString path = dialog->choice().path;
    dialog->findChild<QCheckBox *>(u"exportWait"_s)->setChecked(false);
    QTest::keyClick(dialog, Qt::Key_Return);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    QVERIFY(written.first().first().value<WrittenAccount>().incompleteRows > 0);
    const WorkbookReader workbook(path);
    QVERIFY(workbook.isFine());
    QVERIFY(workbook.sheet(u"About"_s).text().contains(u"Complete\tno"_s));
    QVERIFY(workbook.sheet(u"vBareMetal"_s).text().contains(u"partial"_s));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestAccountWorkbook)
#include "tst_accountworkbook.moc"
