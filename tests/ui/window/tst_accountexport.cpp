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
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QMenu>
#include <QMenuBar>
#include <QPushButton>
#include <QSemaphore>
#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>
#include <QToolButton>
#include <QTreeWidget>

#include <algorithm>
#include <optional>

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
    void choose(FileFormat format) const
    {
        auto *box = part<QComboBox>(u"exportPreset"_s);
        box->setCurrentIndex(box->findData(int(format)));
    }
    [[nodiscard]] QString pathAsked() const
    {
        return QDir::fromNativeSeparators(part<QLineEdit>(u"exportPath"_s)->text());
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
    void asOneDocument();
    void theNameGoesWithTheFormat();
    void aPlaceForADocumentThatCannotBeIsSaid();
    void aDocumentThatIsGivenUpLeavesNothing();
    void aStoppedLoadWritesNoDocument();
    void anEntryOfItsOwnForWorkbooks();
    void aFormatOfTheMenuIsNotTheUsualOne();
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

void TestAccountExport::asOneDocument()
{
    AccountToWrite fixture(2ms);
    fixture.window->findChild<FilterEdit *>()->setText(u"kind:virtual"_s); // of the screen, not of this
    QSignalSpy written(&fixture.flow(), &AccountExport::written);
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    fixture.ask();
    fixture.choose(FileFormat::Json);
    QCOMPARE(fixture.pathAsked(), fixture.whole() + u".json"_s);
    const auto *list = fixture.part<QTreeWidget>(u"exportFiles"_s);
    QCOMPARE(list->topLevelItemCount(), namesOfAccount().size());
    QCOMPARE(list->topLevelItem(0)->text(0), u"bare-metal"_s);
    QVERIFY2(fixture.dialog()->summary().startsWith(u"1 file"_s), qPrintable(fixture.dialog()->summary()));
    fixture.agree();
    QCOMPARE(fixture.flow().state(), AccountExport::State::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    QCOMPARE(failed.count(), 0);

    QFile file(fixture.whole() + u".json"_s);
    QVERIFY(file.open(QIODevice::ReadOnly));
    const QJsonObject document = QJsonDocument::fromJson(file.readAll()).object();
    QVERIFY(document.value(u"about").toObject().value(u"filter").isNull());
    qsizetype all = 0;
    for (const ExportKind &kind : ExportKind::wholeAccount()) {
        QVERIFY2(document.value(kind.name).isArray(), qPrintable(kind.name));
        const QJsonArray rows = document.value(kind.name).toArray();
        all += rows.size();
        if (!rows.isEmpty())
            QCOMPARE(rows.first().toObject().size(), kind.catalogue().allColumns().size());
    }
    const SimulatedAccount &account = fixture.server->account();
    QCOMPARE(document.value(u"bare-metal").toArray().size(), account.hardwareCount());
    QCOMPARE(document.value(u"virtual").toArray().size(), account.guestCount());
    QCOMPARE(document.value(u"pool-members").toArray().size(), PoolTruth(account).members().size());

    const auto summary = written.first().first().value<WrittenAccount>();
    QVERIFY(summary.isDocument);
    QCOMPARE(summary.rows, all);
    QCOMPARE(summary.missing, QStringList());
    const QString said = fixture.status()->text();
    QVERIFY2(said.contains(u"written to whole.json"_s), qPrintable(said));
    QVERIFY(!QFileInfo::exists(fixture.whole())); // no folder
    fixture.status()->findChild<QToolButton *>(u"openExport"_s)->click();
    QCOMPARE(fixture.opener.opened, QStringList{fixture.whole() + u".json"_s});
}

void TestAccountExport::theNameGoesWithTheFormat()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    fixture.ask();
    for (const FileFormat format : writableFormats()) {
        fixture.choose(format);
        const bool isDocument = format != FileFormat::Csv;
        QCOMPARE(fixture.pathAsked(), isDocument ? fixture.whole() + suffixOf(format) : fixture.whole());
        QCOMPARE(fixture.dialog()->choice().format, format);
        const auto *header = fixture.part<QComboBox>(u"exportHeader"_s); // JSON has keys
        QCOMPARE(header->isEnabled(), format == FileFormat::Csv || format == FileFormat::Xlsx);
        QCOMPARE(fixture.part<QCheckBox>(u"exportGuard"_s)->isEnabled(), !isDocument);
        QCOMPARE(fixture.part<QPushButton>(u"exportBrowse"_s)->accessibleName(),
                 isDocument ? u"Choose a file"_s : u"Choose a folder"_s);
    }
    fixture.choose(FileFormat::Json);
    QFile former(fixture.whole() + u".json"_s);
    QVERIFY(former.open(QIODevice::WriteOnly));
    fixture.choose(FileFormat::Csv);
    QVERIFY(!fixture.dialog()->summary().contains(u"replaces"_s));
    fixture.choose(FileFormat::Json);
    QVERIFY2(fixture.dialog()->summary().contains(u"replaces 1 file"_s),
             qPrintable(fixture.dialog()->summary()));

    fixture.files.answer = fixture.folder.filePath(u"chosen.json"_s);
    fixture.part<QPushButton>(u"exportBrowse"_s)->click();
    QCOMPARE(fixture.files.format, std::optional(FileFormat::Json)); // not a folder
    QCOMPARE(fixture.dialog()->choice().path, fixture.files.answer);
}

void TestAccountExport::aPlaceForADocumentThatCannotBeIsSaid()
{
    AccountToWrite fixture(20ms);
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    QVERIFY(QDir().mkdir(fixture.whole()));
    fixture.ask();
    fixture.choose(FileFormat::Json);
    fixture.part<QLineEdit>(u"exportPath"_s)->setText(fixture.whole()); // a folder
    fixture.agree();                                                    // before it loads anything
    QCOMPARE(failed.count(), 1);
    QVERIFY(failed.first().first().value<ApiError>().message.contains(u"is a folder"_s));
    QCOMPARE(fixture.flow().state(), AccountExport::State::Idle);
    QCOMPARE(fixture.written(), QStringList());
}

void TestAccountExport::aDocumentThatIsGivenUpLeavesNothing()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    QSignalSpy written(&fixture.flow(), &AccountExport::written);
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    QFile former(fixture.whole() + u".json"_s);
    QVERIFY(former.open(QIODevice::WriteOnly) && former.write("yesterday") == 9);
    former.close();
    bool wasWriting = false;
    connect(&fixture.flow(), &AccountExport::progressed, this, [&] {
        if (fixture.flow().state() != AccountExport::State::Writing || wasWriting)
            return;
        wasWriting = true;
        // From the event loop, when the worker has it.
        QMetaObject::invokeMethod(
            &fixture.flow(), [&fixture] { fixture.flow().cancel(); }, Qt::QueuedConnection);
    });
    QSemaphore gate;
    fixture.ask();
    fixture.choose(FileFormat::Json);
    fixture.part<QCheckBox>(u"exportWait"_s)->setChecked(false);
    QThreadPool &workers = fixture.window->session()->client().workers();
    for (int i = 0; i < workers.maxThreadCount(); ++i)
        workers.start([&gate] { gate.acquire(); }); // it waits behind these
    fixture.agree();
    QTRY_VERIFY(wasWriting);
    QCoreApplication::sendPostedEvents(&fixture.flow());
    gate.release(workers.maxThreadCount());
    QTRY_COMPARE(fixture.flow().state(), AccountExport::State::Idle);
    QCOMPARE(written.count(), 0);
    QCOMPARE(failed.count(), 0); // the person knows
    QVERIFY(former.open(QIODevice::ReadOnly));
    QCOMPARE(former.readAll(), QByteArray("yesterday"));
    QVERIFY(QDir(fixture.folder.path()).entryList({u".layerscope*"_s}, QDir::Files | QDir::Hidden).isEmpty());
}

void TestAccountExport::aStoppedLoadWritesNoDocument()
{
    AccountToWrite fixture(20ms);
    QSignalSpy failed(&fixture.flow(), &AccountExport::failed);
    fixture.ask();
    fixture.choose(FileFormat::JsonLines);
    fixture.agree();
    QCOMPARE(fixture.flow().state(), AccountExport::State::Loading);
    fixture.trigger(u"stop"_s);
    QTRY_COMPARE(failed.count(), 1);
    QCOMPARE(fixture.flow().state(), AccountExport::State::Idle);
    QVERIFY(!QFile::exists(fixture.whole() + u".jsonl"_s));
}

void TestAccountExport::anEntryOfItsOwnForWorkbooks()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    QAction *entry = fixture.window->findChild<QAction *>(u"exportWorkbook"_s);
    QCOMPARE(entry->isVisible(), writableFormats().contains(FileFormat::Xlsx));
    const auto *menus = fixture.window->findChild<QMenu *>(u"exportMenu"_s);
    QVERIFY(menus->actions().contains(entry));
    const QList<QAction *> bar = fixture.window->menuBar()->actions();
    QVERIFY(std::any_of(bar.cbegin(), bar.cend(), [entry](const QAction *menu) {
        return menu->menu() != nullptr && menu->menu()->actions().contains(entry); // one click away
    }));
    if (!entry->isVisible())
        QSKIP("this build writes no workbooks");
    entry->trigger();
    const ExportChoice choice = fixture.dialog()->choice();
    QCOMPARE(choice.format, FileFormat::Xlsx);
    QVERIFY(choice.hasAllColumns);
    QVERIFY(choice.path.endsWith(u".xlsx"_s));
    QVERIFY(!entry->isEnabled()); // one at a time
}

void TestAccountExport::aFormatOfTheMenuIsNotTheUsualOne()
{
    AccountToWrite fixture;
    QVERIFY(poolsStand(fixture));
    fixture.settings->setExportFolder(fixture.folder.path());
    const auto usualAfter = [&fixture](std::optional<FileFormat> given, FileFormat chosen) {
        QSignalSpy written(&fixture.flow(), &AccountExport::written);
        if (!QTest::qWaitFor([&fixture] { return fixture.dialog() == nullptr; }))
            return u"the dialog stays"_s;
        fixture.window->accounts().shown()->beginAccountExport(given);
        fixture.choose(chosen);
        fixture.part<QLineEdit>(u"exportPath"_s)->setText(fixture.folder.filePath(u"same"_s));
        fixture.agree();
        return QTest::qWaitFor([&written] { return written.count() == 1; }, loadTimeout)
                   ? fixture.settings->exportFormat()
                   : u"not written"_s;
    };
    QCOMPARE(usualAfter(FileFormat::Json, FileFormat::Json), u"csv"_s);
    QCOMPARE(usualAfter({}, FileFormat::JsonLines), u"jsonl"_s);
    QCOMPARE(usualAfter(FileFormat::Json, FileFormat::Json), u"jsonl"_s);
    QCOMPARE(usualAfter(FileFormat::JsonLines, FileFormat::Json), u"json"_s); // that the person chose
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
