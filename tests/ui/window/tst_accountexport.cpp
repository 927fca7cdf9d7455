// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "app/loaders/pooltruth.h"
#include "dialogs/accountexport.h"
#include "dialogs/accountexportdialog.h"
#include "dialogs/exportpaths.h"
#include "exporting/exportkind.h"
#include "inventory/kinds.h"
#include "support/testmain.h"
#include "ui/window/windowparts.h"
#include "widgets/filteredit.h"
#include "window/exportstatus.h"
#include "window/openaccounts.h"

#include <QAction>
#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>
#include <QSignalSpy>
#include <QTest>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int accountServers = 120;
constexpr int accountPools = 8;

QStringList namesOfAccount()
{
    QStringList names;
    for (const ExportKind &kind : ExportKind::wholeAccount())
        names.append(kind.name + u".csv"_s);
    return names;
}

QString countOfFiles()
{
    return QString::number(namesOfAccount().size()) + u" file"_s;
}

QStringList keysOfColumns(const Catalogue &catalogue, const QList<ColumnIndex> &columns)
{
    QStringList keys;
    for (const ColumnIndex column : columns)
        keys.append(QString::fromLatin1(catalogue.column(column).key));
    return keys;
}

/// An account with pools, and its export to the folder "whole".
class AccountToWrite : public WindowFixture
{
public:
    explicit AccountToWrite(std::chrono::milliseconds latency = 0ms)
        : WindowFixture(accountServers, latency, {}, accountPools)
    {
        liftLimits();
        open();
    }

    [[nodiscard]] AccountExport &flow() const { return window->accounts().shown()->accountExport(); }
    [[nodiscard]] AccountExportDialog *dialog() const { return window->findChild<AccountExportDialog *>(); }
    template<class Widget>
    [[nodiscard]] Widget *part(const QString &name) const
    {
        return dialog()->findChild<Widget *>(name);
    }
    [[nodiscard]] ExportStatus *status() const { return window->findChild<ExportStatus *>(); }
    [[nodiscard]] QString whole() const { return folder.filePath(u"whole"_s); }
    [[nodiscard]] QStringList written() const { return QDir(whole()).entryList(QDir::Files); }
    /// Records of a file, the header the first; none if it is no CSV.
    [[nodiscard]] QList<QStringList> records(const QString &name) const
    {
        QFile file(QDir(whole()).filePath(name));
        const bool isOpen = file.open(QIODevice::ReadOnly);
        return isOpen ? parseCsv(file.readAll()).value_or(QList<QStringList>()) : QList<QStringList>();
    }
    void ask() const
    {
        trigger(u"exportAccount"_s);
        part<QLineEdit>(u"exportPath"_s)->setText(QDir::toNativeSeparators(whole()));
    }
    void agree() const { part<QPushButton>(u"exportWrite"_s)->click(); }
};

QStringList sortedNames(QStringList names)
{
    names.sort();
    return names;
}

} // namespace

/// A whole account as files, from the menu to the folder.
class TestAccountExport : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesEachFileWithAllOfTheAccount();
    void usualColumnsAreThoseOfTheCommandLine();
    void saysWhatIsMissing();
    void oneFileThatCannotBeWrittenCostsNoOther();
    void aFolderThatCannotBeMadeIsSaid();
    void givenUpItLeavesNothing();
    void givenUpInTheMiddleItLeavesWholeFiles();
    void aStoppedLoadWritesNothing();
    void opensTheFolder();
    void oneExportAtATime();
    void nothingToExportOnTheStartPage();
    void namesItsFolderAfterTheAccount();
    void namesOfFiles_data();
    void namesOfFiles();
};

/// Also what nobody has looked at, and what the filter hides.
void TestAccountExport::writesEachFileWithAllOfTheAccount()
{
    AccountToWrite fixture(2ms);
    fixture.window->findChild<FilterEdit *>()->setText(u"kind:virtual"_s);
    QSignalSpy written(&fixture.flow(), &AccountExport::written);
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    fixture.ask();
    QVERIFY(fixture.part<QCheckBox>(u"exportWait"_s)->isVisible());
    QVERIFY(fixture.part<QCheckBox>(u"exportWait"_s)->isChecked());
    fixture.agree();
    QCOMPARE(fixture.flow().state(), AccountExport::State::Loading);
    QVERIFY(fixture.status()->isVisible());
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    QCOMPARE(failed.count(), 0);

    QCOMPARE(fixture.written(), sortedNames(namesOfAccount()));
    const SimulatedAccount &account = fixture.server->account();
    const QHash<QString, qsizetype> rows{
        {u"bare-metal.csv"_s, account.hardwareCount()},
        {u"virtual.csv"_s, account.guestCount()},
        {u"pools.csv"_s, accountPools},
        {u"pool-members.csv"_s, PoolTruth(account).members().size()},
        {u"vlans.csv"_s, account.vlanCount()},
        {u"subnets.csv"_s, account.subnetCount()},
    };
    qsizetype all = 0;
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        const QString name = kind.name + u".csv"_s;
        const QList<QStringList> file = fixture.records(name);
        QVERIFY2(!file.isEmpty(), qPrintable(name));
        QCOMPARE(file.first(), keysOfColumns(kind.catalogue(), kind.catalogue().allColumns()));
        QVERIFY2(rows.value(name, file.size() - 1) == file.size() - 1, qPrintable(name));
        const qsizetype state = file.first().indexOf(u"row_state"_s);
        for (const QStringList &record : file.sliced(1)) // each answered
            QVERIFY2(record.value(state) == u"complete"_s || record.value(state) == u"refused"_s,
                     qPrintable(name + u": "_s + record.join(u',')));
        all += file.size() - 1;
    }
    const auto summary = written.first().first().value<WrittenAccount>();
    QCOMPARE(summary.files, namesOfAccount());
    QCOMPARE(summary.missing, QStringList());
    QCOMPARE(summary.rows, all);
    QCOMPARE(summary.unlistedRows, 0);
    const QString said = fixture.status()->text();
    QVERIFY2(said.startsWith(countOfFiles()) && said.contains(u"to whole"_s), qPrintable(said));
}

void TestAccountExport::usualColumnsAreThoseOfTheCommandLine()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    QSignalSpy written(&fixture.flow(), &AccountExport::written);
    fixture.ask();
    QCOMPARE(fixture.part<QComboBox>(u"exportColumns"_s)->currentIndex(), 1); // the whole account
    fixture.part<QComboBox>(u"exportColumns"_s)->setCurrentIndex(0);
    fixture.agree();
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        const QList<QStringList> file = fixture.records(kind.name + u".csv"_s);
        QVERIFY2(!file.isEmpty(), qPrintable(kind.name));
        QCOMPARE(file.first(), keysOfColumns(kind.catalogue(), kind.defaultColumns()));
    }
}

void TestAccountExport::saysWhatIsMissing()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    fixture.ask();
    const auto *list = fixture.part<QTreeWidget>(u"exportFiles"_s);
    QCOMPARE(list->topLevelItemCount(), namesOfAccount().size());
    QCOMPARE(list->topLevelItem(0)->text(0), u"bare-metal.csv"_s);
    QCOMPARE(list->topLevelItem(0)->text(1), QLocale().toString(fixture.server->account().hardwareCount()));
    QVERIFY2(list->topLevelItem(0)->text(2).contains(u"not loaded yet"_s),
             qPrintable(list->topLevelItem(0)->text(2))); // of the columns that nobody looked at
    const QStringList names = namesOfAccount();
    for (const ExportKind &kind : ExportKind::wholeAccount()) { // what nobody looked at is not listed yet
        const auto file = static_cast<int>(names.indexOf(kind.name + u".csv"_s));
        if (kind.table->isListedOnDemand)
            QVERIFY2(list->topLevelItem(file)->text(2).contains(u"not listed"_s), qPrintable(kind.name));
    }
    QVERIFY(fixture.part<QCheckBox>(u"exportWait"_s)->isVisible());
    QVERIFY(fixture.dialog()->summary().startsWith(countOfFiles()));
    QVERIFY(!fixture.dialog()->summary().contains(u"replaces"_s));

    QVERIFY(QDir().mkdir(fixture.whole()));
    QFile former(QDir(fixture.whole()).filePath(u"pools.csv"_s));
    QVERIFY(former.open(QIODevice::WriteOnly));
    fixture.part<QLineEdit>(u"exportPath"_s)->setText(fixture.whole() + u' ');
    QVERIFY2(fixture.dialog()->summary().contains(u"replaces 1 file"_s),
             qPrintable(fixture.dialog()->summary()));
    fixture.part<QLineEdit>(u"exportPath"_s)->clear();
    QVERIFY(!fixture.part<QPushButton>(u"exportWrite"_s)->isEnabled());

    fixture.files.answer = fixture.folder.filePath(u"chosen"_s);
    fixture.part<QPushButton>(u"exportBrowse"_s)->click();
    QCOMPARE(fixture.dialog()->choice().path, fixture.files.answer);
}

void TestAccountExport::oneFileThatCannotBeWrittenCostsNoOther()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    QVERIFY(QDir(fixture.folder.path()).mkpath(u"whole/pools.csv"_s)); // a folder in its way
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    fixture.ask();
    fixture.agree();
    QTRY_COMPARE_WITH_TIMEOUT(failed.count(), 1, loadTimeout);
    QStringList others = sortedNames(namesOfAccount());
    others.removeOne(u"pools.csv"_s);
    QCOMPARE(fixture.written(), others);
    QVERIFY2(fixture.status()->text().contains(u"not written"_s), qPrintable(fixture.status()->text()));
    const auto *banner = fixture.window->page()->currentPage().findChild<QLabel *>(u"bannerSentence"_s);
    QVERIFY(banner->isVisible());
    QVERIFY2(banner->text().contains(u"pools.csv"_s), qPrintable(banner->text()));

    // Again, as it was agreed before.
    fixture.window->page()->currentPage().findChild<QPushButton *>(u"bannerAction"_s)->click();
    QCOMPARE(fixture.flow().state(), AccountExport::State::Asking);
    QCOMPARE(fixture.dialog()->choice().path, fixture.whole());
}

void TestAccountExport::aFolderThatCannotBeMadeIsSaid()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    fixture.ask();
    fixture.part<QLineEdit>(u"exportPath"_s)->setText(fixture.folder.filePath(u"no/such/folder"_s));
    fixture.agree(); // before it loads anything
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().value<ApiError>().message.contains(u"does not exist"_s));
    QCOMPARE(fixture.flow().state(), AccountExport::State::Idle);
}

void TestAccountExport::givenUpItLeavesNothing()
{
    AccountToWrite fixture(20ms);
    QSignalSpy written(&fixture.flow(), &AccountExport::written);
    fixture.ask();
    fixture.agree();
    QCOMPARE(fixture.flow().state(), AccountExport::State::Loading);
    fixture.status()->findChild<QToolButton *>(u"endExport"_s)->click();
    QCOMPARE(fixture.flow().state(), AccountExport::State::Idle);
    QVERIFY(!fixture.status()->isVisible());
    QVERIFY(!QDir(fixture.whole()).exists());
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window->session()->loader().isRunning(), loadTimeout);
    QCOMPARE(written.count(), 0);
}

void TestAccountExport::givenUpInTheMiddleItLeavesWholeFiles()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    QSignalSpy written(&fixture.flow(), &AccountExport::written);
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    connect(&fixture.flow(), &AccountExport::progressed, this, [&fixture] {
        if (fixture.flow().state() == AccountExport::State::Writing &&
            fixture.flow().writing().endedFiles() == 2)
            fixture.flow().cancel();
    });
    fixture.ask();
    fixture.agree();
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    const auto summary = written.first().first().value<WrittenAccount>();
    QCOMPARE(summary.files, namesOfAccount().first(2));
    QCOMPARE(summary.missing, namesOfAccount().sliced(2));
    QCOMPARE(fixture.written(), sortedNames(namesOfAccount().first(2)));
    QCOMPARE(failed.count(), 0); // the person knows
    QVERIFY(fixture.status()->isVisible());
}

void TestAccountExport::aStoppedLoadWritesNothing()
{
    AccountToWrite fixture(20ms);
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    fixture.ask();
    fixture.agree();
    QCOMPARE(fixture.flow().state(), AccountExport::State::Loading);
    fixture.trigger(u"stop"_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(fixture.flow().state(), AccountExport::State::Idle);
    QVERIFY(!QDir(fixture.whole()).exists());

    // The next one goes on with what is missing.
    QTRY_VERIFY(fixture.dialog() == nullptr);
    QSignalSpy written(&fixture.flow(), &AccountExport::written);
    fixture.ask();
    fixture.agree();
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    QCOMPARE(written.first().first().value<WrittenAccount>().unlistedRows, 0);
}

void TestAccountExport::opensTheFolder()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    QSignalSpy written(&fixture.flow(), &AccountExport::written);
    fixture.ask();
    fixture.part<QCheckBox>(u"exportWait"_s)->setChecked(false);
    fixture.agree();
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    QVERIFY(written.first().first().value<WrittenAccount>().incompleteRows > 0);
    QVERIFY(fixture.status()->text().contains(u"not complete"_s));
    QVERIFY(!fixture.status()->findChild<QToolButton *>(u"openExportFolder"_s)->isVisible());
    fixture.status()->findChild<QToolButton *>(u"openExport"_s)->click();
    QCOMPARE(fixture.opener.opened, QStringList{fixture.whole()});
}

void TestAccountExport::oneExportAtATime()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    const auto *menu = fixture.window->findChild<QMenu *>(u"exportMenu"_s);
    const auto isOffered = [&fixture](const QString &action) {
        return fixture.window->findChild<QAction *>(action)->isEnabled();
    };
    QVERIFY(isOffered(u"exportFiltered"_s) && isOffered(u"exportAccount"_s) && menu->isEnabled());
    fixture.ask();
    QVERIFY(!isOffered(u"exportFiltered"_s) && !isOffered(u"exportAccount"_s) && !menu->isEnabled());
    fixture.dialog()->reject();
    QVERIFY(isOffered(u"exportFiltered"_s) && isOffered(u"exportAccount"_s) && menu->isEnabled());
    fixture.trigger(u"exportFiltered"_s);
    QVERIFY(!isOffered(u"exportAccount"_s));
    fixture.window->accounts().shown()->beginAccountExport();
    QCOMPARE(fixture.flow().state(), AccountExport::State::Idle);
    exportDialog(fixture)->reject();

    fixture.ask();
    fixture.trigger(u"closeAccount"_s); // with the question still open
    QTRY_VERIFY(!fixture.dialog());
}

void TestAccountExport::nothingToExportOnTheStartPage()
{
    WindowFixture fixture(7);
    fixture.window->show();
    const auto *menu = fixture.window->findChild<QMenu *>(u"exportMenu"_s);
    QVERIFY(!menu->isEnabled());
    QVERIFY(!menu->menuAction()->isEnabled()); // as it stands in the File menu
    QVERIFY(!fixture.window->findChild<QAction *>(u"exportAccount"_s)->isEnabled());
    fixture.open();
    QTRY_VERIFY(menu->menuAction()->isEnabled());
    fixture.trigger(u"closeAccount"_s);
    QVERIFY(!menu->menuAction()->isEnabled());
}

void TestAccountExport::namesItsFolderAfterTheAccount()
{
    WindowFixture fixture(7);
    fixture.settings->setExportFolder(fixture.folder.path());
    fixture.window->show();
    fixture.window->openAccount({u"demo"_s, u"Acme / Europe"_s, fixture.connection()});
    fixture.trigger(u"exportAccount"_s);
    const auto *dialog = fixture.window->findChild<AccountExportDialog *>();
    QCOMPARE(dialog->choice().path, fixture.folder.filePath(withToday(u"Acme-Europe"_s)));
}

void TestAccountExport::namesOfFiles_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<QString>("file");
    QTest::newRow("plain") << u"Acme"_s << u"Acme"_s;
    QTest::newRow("words") << u"Example Corp (1234567)"_s << u"Example-Corp-1234567"_s;
    QTest::newRow("letters of any language") << u"Müller & Söhne"_s << u"Müller-Söhne"_s;
    QTest::newRow("out of the folder") << u"../../etc"_s << u"etc"_s;
    QTest::newRow("hidden") << u".acme."_s << u"acme"_s;
    QTest::newRow("kept") << u"a_b.c-d"_s << u"a_b.c-d"_s;
    QTest::newRow("nothing left") << u"/ : /"_s << QString();
}

void TestAccountExport::namesOfFiles()
{
    QFETCH(QString, name);
    QTEST(fileNameOf(name), "file");
}

LAYERSCOPE_TEST(QTEST_MAIN, TestAccountExport)
#include "tst_accountexport.moc"
