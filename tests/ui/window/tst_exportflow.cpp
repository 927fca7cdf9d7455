// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "inventory/kinds.h"
#include "ui/window/windowparts.h"

#include "dialogs/exportdialog.h"
#include "dialogs/exportflow.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"
#include "widgets/mutedlabel.h"
#include "window/exportstatus.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QHeaderView>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QSignalSpy>
#include <QStatusBar>
#include <QTest>
#include <QToolButton>

#include <algorithm>
#include <optional>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

namespace {

QByteArray contents(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray nameOf(const WindowFixture &fixture, int viewRow)
{
    return serversModel(fixture).index(viewRow, ServerColumn::Fqdn).data().toString().toUtf8();
}

/// What the Plain preset makes of what is on screen, row by row as the view has them.
QByteArray screenAsCsv(const WindowFixture &fixture)
{
    const RowsModel &model = serversModel(fixture);
    const QList<ColumnIndex> columns = serversView(fixture).shownColumns();
    const auto line = [](const QStringList &cells) -> QByteArray {
        QStringList written;
        for (QString cell : cells) {
            if (cell.contains(u',') || cell.contains(u'"') || cell.contains(u'\n') || cell.contains(u'\r'))
                cell = u'"' + cell.replace(u'"', u"\"\""_s) + u'"';
            written.append(cell);
        }
        return written.join(u',').toUtf8() + "\r\n";
    };
    QStringList keys;
    for (ColumnIndex column : columns)
        keys.append(QLatin1StringView(serverCatalogue().column(column).key));
    QByteArray csv = line(keys);
    const auto addRow = [&](const QModelIndex &first) {
        QStringList cells;
        for (ColumnIndex column : columns)
            cells.append(first.siblingAtColumn(column).data(RawTextRole).toString());
        csv += line(cells);
    };
    for (int row = 0; row < model.rowCount(); ++row) {
        const QModelIndex index = model.index(row, 0);
        if (!index.data(IsGroupRole).toBool())
            addRow(index);
        for (int child = 0; child < model.rowCount(index); ++child)
            addRow(model.index(child, 0, index));
    }
    return csv;
}

} // namespace

class TestExportFlow : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void writesTheScreen();
    void aFileTellsKindsApart();
    void writesTheSelectionInItsOrder();
    void writesAllInTheOrderOfTheScreen();
    void everythingIsAllColumnsToo();
    void asksForTheFileThroughTheChooser();
    void loadsMissingColumnsFirst();
    void writesWhatIsThereIfNotToldToWait();
    void writesWhatWasAgreedWhateverTheScreenShowsThen();
    void saysWhichRowsTheFilterCannotDecide();
    void excelGuardsFormulasAlways();
    void opensWhatWasWritten();
    void theNoteMovesNothing();
    void saysWhyAFileCannotBeWritten();
    void givingUpLeavesNoFile();
    void canBeCancelledBeforeItBegins();
    void closingTheAccountGivesUp();
    void remembersFolderAndFormat();
    void asADocument();
    void theEndingGoesWithTheFormat();
    void aFormatThatNobodyKnowsIsCsv();
};

namespace {

/// Opens the account and waits until it stands; true if it does.
bool loadedServers(WindowFixture &fixture)
{
    fixture.open();
    if (!QTest::qWaitFor([&] { return fixture.isFinished() && !serversModel(fixture).isArranging(); },
                         loadTimeout))
        return false;
    // The order of the last values comes a moment after them.
    const int rows = serversModel(fixture).table().rowCount();
    return QTest::qWaitFor([&] { return serversModel(fixture).rowCount() == rows; }, loadTimeout);
}

void accept(const WindowFixture &fixture)
{
    exportPart<QPushButton>(fixture, u"exportWrite"_s)->click();
}

/// What is on screen, to this file; true once it is there.
bool writes(const WindowFixture &fixture, const QString &path)
{
    if (!QTest::qWaitFor([&fixture] { return exportDialog(fixture) == nullptr; }))
        return false; // that of the file before
    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportFiltered"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(QDir::toNativeSeparators(path));
    accept(fixture);
    return QTest::qWaitFor([&written] { return written.count() == 1; });
}

} // namespace

void TestExportFlow::writesTheScreen()
{
    WindowFixture fixture(120);
    QVERIFY(loadedServers(fixture));
    serversView(fixture).setColumnShown(ServerColumn::Os, false);
    serversView(fixture).moveColumn(ServerColumn::Tags, -2);
    serversView(fixture).sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    fixture.window->findChild<FilterEdit *>()->setText(u"kind:virtual"_s);
    fixture.trigger(u"groupBy_datacenter"_s);
    const int guests = fixture.server->account().guestCount();
    QTRY_COMPARE(serversModel(fixture).arrangement()->visibleRows, guests);
    QTRY_VERIFY(serversModel(fixture).arrangement()->isGrouped);

    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportFiltered"_s);
    QVERIFY(exportDialog(fixture)->summary().startsWith(QString::number(guests)));
    const QString path = fixture.folder.filePath(u"screen.csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(QDir::toNativeSeparators(path));
    QVERIFY(!exportPart<QCheckBox>(fixture, u"exportGuard"_s)->isChecked()); // as on the command line
    const QByteArray expected = screenAsCsv(fixture);
    accept(fixture);
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(contents(path), expected);
    auto *status = fixture.window->findChild<ExportStatus *>();
    QVERIFY(status->isVisible());
    QVERIFY2(status->text().contains(u"screen.csv"_s), qPrintable(status->text()));
}

/// Where all on screen are of one kind, the screen says so elsewhere; nobody sees that beside the file.
void TestExportFlow::aFileTellsKindsApart()
{
    WindowFixture fixture(60);
    QVERIFY(loadedServers(fixture));
    fixture.trigger(u"showVirtual"_s);
    QTRY_COMPARE(serversModel(fixture).rowCount(), fixture.server->account().guestCount());
    QVERIFY(!serversView(fixture).shownColumns().contains(ServerColumn::Kind));
    const std::shared_ptr<ExportSubject> subject = fixture.window->page()->currentPage().exportSubject();
    QCOMPARE(subject->columns(false), serversTable.columnsShownAtFirst());

    // A column that somebody took away is in no file.
    fixture.trigger(u"showServers"_s);
    serversView(fixture).setColumnShown(ServerColumn::Kind, false);
    fixture.trigger(u"showVirtual"_s);
    QCOMPARE(subject->columns(false), serversView(fixture).shownColumns());
    QVERIFY(!subject->columns(false).contains(ServerColumn::Kind));
}

void TestExportFlow::writesTheSelectionInItsOrder()
{
    WindowFixture fixture(60);
    QVERIFY(loadedServers(fixture));
    for (int row : {7, 2}) {
        serversView(fixture).selectionModel()->select(
            serversModel(fixture).index(row, 0), QItemSelectionModel::Select | QItemSelectionModel::Rows);
    }
    QTRY_VERIFY(fixture.window->findChild<QAction *>(u"exportSelected"_s)->isEnabled());
    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportSelected"_s);
    const QString path = fixture.folder.filePath(u"two.csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    accept(fixture);
    QTRY_COMPARE(written.count(), 1);
    const QList<QByteArray> lines = contents(path).trimmed().split('\n');
    QCOMPARE(lines.size(), 3);
    QVERIFY(lines[1].startsWith(nameOf(fixture, 2)));
    QVERIFY(lines[2].startsWith(nameOf(fixture, 7)));
}

void TestExportFlow::writesAllInTheOrderOfTheScreen()
{
    WindowFixture fixture(60);
    QVERIFY(loadedServers(fixture));
    serversView(fixture).sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    QTRY_COMPARE(serversModel(fixture).arrangement()->spec.sortColumn, ColumnIndex(ServerColumn::Cores));
    const QByteArray expected = screenAsCsv(fixture);
    fixture.window->findChild<FilterEdit *>()->setText(u"kind:virtual"_s);
    QTRY_VERIFY(serversModel(fixture).rowCount() < 60);

    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportAll"_s);
    exportPart<QComboBox>(fixture, u"exportColumns"_s)->setCurrentIndex(0); // all rows, as on screen
    const QString path = fixture.folder.filePath(u"all.csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    accept(fixture);
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(contents(path), expected);
}

/// Those of the screen first, in their order, and each of the others filled.
void TestExportFlow::everythingIsAllColumnsToo()
{
    WindowFixture fixture(60);
    QVERIFY(loadedServers(fixture));
    serversView(fixture).setColumnShown(ServerColumn::Serial, false);
    serversView(fixture).moveColumn(ServerColumn::Tags, -2);
    const std::optional<QList<QStringList>> screen = parseCsv(screenAsCsv(fixture));
    QVERIFY(screen);

    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportAll"_s);
    QCOMPARE(exportPart<QComboBox>(fixture, u"exportColumns"_s)->currentIndex(), 1); // and says so
    const QString path = fixture.folder.filePath(u"everything.csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    accept(fixture);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    const std::optional<QList<QStringList>> file = parseCsv(contents(path));
    QVERIFY(file);
    QCOMPARE(file->size(), screen->size());
    const qsizetype shown = screen->first().size();
    for (qsizetype line = 0; line < file->size(); ++line) {
        QCOMPARE(file->at(line).size(), serverCatalogue().columnCount());
        QCOMPARE(file->at(line).first(shown), screen->at(line));
    }
    const qsizetype serial = file->first().indexOf(u"serial"_s);
    QVERIFY(serial >= shown);
    QVERIFY(std::any_of(file->cbegin() + 1, file->cend(),
                        [serial](const QStringList &record) { return !record.value(serial).isEmpty(); }));

    // Of what is on screen it is the screen's columns, as ever.
    QTRY_VERIFY(!exportDialog(fixture));
    fixture.trigger(u"exportFiltered"_s);
    QCOMPARE(exportPart<QComboBox>(fixture, u"exportColumns"_s)->currentIndex(), 0);
}

void TestExportFlow::asksForTheFileThroughTheChooser()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    fixture.trigger(u"exportFiltered"_s);
    auto *path = exportPart<QLineEdit>(fixture, u"exportPath"_s);
    const QString suggested = path->text();
    QVERIFY(suggested.endsWith(u".csv"_s));
    exportPart<QPushButton>(fixture, u"exportBrowse"_s)->click(); // cancelled
    QCOMPARE(fixture.files.questions, 1);
    QCOMPARE(path->text(), suggested);
    fixture.files.answer = fixture.folder.filePath(u"chosen.csv"_s);
    exportPart<QPushButton>(fixture, u"exportBrowse"_s)->click();
    QCOMPARE(QDir::fromNativeSeparators(path->text()), fixture.files.answer);

    QFile existing(fixture.files.answer);
    QVERIFY(existing.open(QIODevice::WriteOnly));
    existing.close();
    path->setText(path->text() + u' ');
    QVERIFY2(exportDialog(fixture)->summary().contains(u"replaces"_s),
             qPrintable(exportDialog(fixture)->summary()));
    path->clear();
    QVERIFY(!exportPart<QPushButton>(fixture, u"exportWrite"_s)->isEnabled());
}

void TestExportFlow::loadsMissingColumnsFirst()
{
    WindowFixture fixture(60, 5ms);
    QVERIFY(loadedServers(fixture));
    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportFiltered"_s);
    QVERIFY(!exportPart<QCheckBox>(fixture, u"exportWait"_s)->isVisible()); // all that is shown is there
    exportPart<QComboBox>(fixture, u"exportColumns"_s)->setCurrentIndex(1);
    QVERIFY(exportPart<QCheckBox>(fixture, u"exportWait"_s)->isVisible());
    QVERIFY(exportPart<QCheckBox>(fixture, u"exportWait"_s)->isChecked());
    const QString path = fixture.folder.filePath(u"whole.csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    accept(fixture);
    QCOMPARE(fixture.window->findChild<ExportFlow *>()->state(), ExportFlow::State::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    const auto summary = written.first().at(1).value<CsvSummary>();
    QCOMPARE(summary.rows, 60);
    QCOMPARE(summary.completeRows, 60);
    const QByteArray header = contents(path).split('\r').first();
    QCOMPARE(header.split(',').size(), serverCatalogue().columnCount());
}

void TestExportFlow::writesWhatIsThereIfNotToldToWait()
{
    WindowFixture fixture(60);
    QVERIFY(loadedServers(fixture));
    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportFiltered"_s);
    exportPart<QComboBox>(fixture, u"exportColumns"_s)->setCurrentIndex(1);
    exportPart<QCheckBox>(fixture, u"exportWait"_s)->setChecked(false);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(fixture.folder.filePath(u"now.csv"_s));
    accept(fixture);
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(written.first().at(1).value<CsvSummary>().partialRows, 60);
    const QString said = fixture.window->findChild<ExportStatus *>()->text();
    QVERIFY2(said.contains(u"not complete"_s), qPrintable(said));
}

void TestExportFlow::writesWhatWasAgreedWhateverTheScreenShowsThen()
{
    WindowFixture fixture(60, 5ms);
    QVERIFY(loadedServers(fixture));
    const int guests = fixture.server->account().guestCount();
    auto *filter = fixture.window->findChild<FilterEdit *>();
    filter->setText(u"kind:virtual"_s);
    serversView(fixture).sortByColumn(ServerColumn::Cores, Qt::DescendingOrder);
    QTRY_COMPARE(serversModel(fixture).arrangement()->spec.sortColumn, ColumnIndex(ServerColumn::Cores));
    QTRY_COMPARE(serversModel(fixture).arrangement()->visibleRows, guests);
    const ArrangementSpec agreedSpec = serversModel(fixture).spec();
    QByteArrayList agreed;
    for (int row = 0; row < guests; ++row)
        agreed.append(nameOf(fixture, row));

    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportFiltered"_s);
    exportPart<QComboBox>(fixture, u"exportColumns"_s)->setCurrentIndex(1);
    const QString path = fixture.folder.filePath(u"agreed.csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    accept(fixture);
    QCOMPARE(fixture.window->findChild<ExportFlow *>()->state(), ExportFlow::State::Loading);
    // At once, so that the screen shows something else before the load can end.
    ArrangementSpec other = agreedSpec;
    other.filter = RowFilter::parse(u"kind:bare_metal"_s, serverCatalogue());
    other.kind = RowKind::BareMetal; // the navigator's node
    serversModel(fixture).setSpec(other);
    serversView(fixture).sortByColumn(ServerColumn::Id, Qt::AscendingOrder);
    serversView(fixture).setColumnShown(ServerColumn::Os, false);
    QVERIFY(serversModel(fixture).spec().filter != agreedSpec.filter);
    QCOMPARE(fixture.window->findChild<ExportFlow *>()->state(), ExportFlow::State::Loading);
    QTRY_COMPARE_WITH_TIMEOUT(written.count(), 1, loadTimeout);
    const std::optional<QList<QStringList>> file = parseCsv(contents(path)); // notes have lines
    QVERIFY(file);
    const QStringList header = file->first();
    QCOMPARE(header.size(), serverCatalogue().columnCount());
    QByteArrayList names;
    for (const QStringList &record : file->sliced(1))
        names.append(record.value(header.indexOf(u"fqdn"_s)).toUtf8());
    QCOMPARE(names, agreed);
}

/// Stopped midway: most places are not known, so most rows may be at the place that was asked for.
void TestExportFlow::saysWhichRowsTheFilterCannotDecide()
{
    WindowFixture fixture(1500, 30ms);
    fixture.open();
    AccountLoader &loader = fixture.window->session()->loader();
    const InventoryTable &table = serversModel(fixture).table();
    const auto known = [&table] {
        int rows = 0;
        for (int row = 0; row < table.rowCount(); ++row)
            rows += table.isKnown(row, ServerColumn::Datacenter) ? 1 : 0;
        return rows;
    };
    QTRY_VERIFY_WITH_TIMEOUT(known() > 0, loadTimeout);
    loader.stop();
    QTRY_VERIFY_WITH_TIMEOUT(!loader.isRunning(), loadTimeout);
    const int unknown = table.rowCount() - known();
    QVERIFY(unknown > 0);
    fixture.window->findChild<FilterEdit *>()->setText(u"dc:dal10"_s);
    QTRY_VERIFY(!serversModel(fixture).arrangement()->spec.filter.isEmpty());
    QTRY_COMPARE(serversModel(fixture).arrangement()->undecidedRows.size(), unknown);

    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportFiltered"_s);
    const QString said = exportPart<QLabel>(fixture, u"exportGaps"_s)->text();
    QVERIFY2(said.contains(QLocale().toString(unknown)), qPrintable(said));
    auto *wait = exportPart<QCheckBox>(fixture, u"exportWait"_s);
    QVERIFY(wait->isVisible());
    wait->setChecked(false);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(fixture.folder.filePath(u"half.csv"_s));
    if (serversModel(fixture).arrangement()->visibleRows == 0)
        QSKIP("Not one of the rows that arrived is there; nothing can be written.");
    accept(fixture);
    QTRY_COMPARE(written.count(), 1);
    const auto summary = written.first().at(1).value<CsvSummary>();
    QCOMPARE(summary.undecidedRows, unknown);
    QCOMPARE(summary.unlistedRows, 1500 - table.rowCount());
    QVERIFY(!summary.isComplete());
    const QString note = fixture.window->findChild<ExportStatus *>()->text();
    QVERIFY2(note.contains(QLocale().toString(unknown)), qPrintable(note));
    QVERIFY2(note.contains(u"undecided"_s), qPrintable(note));
}

void TestExportFlow::excelGuardsFormulasAlways()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    fixture.trigger(u"exportFiltered"_s);
    auto *guard = exportPart<QCheckBox>(fixture, u"exportGuard"_s);
    QVERIFY(!guard->isChecked());
    exportPart<QComboBox>(fixture, u"exportPreset"_s)->setCurrentIndex(1);
    QVERIFY(guard->isChecked());
    QVERIFY(!guard->isEnabled());
    QVERIFY(exportDialog(fixture)->choice().guardsFormulas);
    exportPart<QComboBox>(fixture, u"exportPreset"_s)->setCurrentIndex(0);
    QVERIFY(!guard->isChecked()); // the person's own choice is back
    guard->click();
    QVERIFY(exportDialog(fixture)->choice().guardsFormulas);
}

void TestExportFlow::opensWhatWasWritten()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    auto *status = fixture.window->findChild<ExportStatus *>();
    auto *open = status->findChild<QToolButton *>(u"openExport"_s);
    auto *openFolder = status->findChild<QToolButton *>(u"openExportFolder"_s);
    const QString path = fixture.folder.filePath(u"seven & <b>.csv"_s);
    QVERIFY(writes(fixture, path));
    QVERIFY(open->isVisible());
    QVERIFY(openFolder->isVisible());
    open->click();
    openFolder->click();
    QCOMPARE(fixture.opener.opened, (QStringList{path, QFileInfo(path).absolutePath()}));
    QVERIFY(status->findChild<MutedLabel *>()->toolTip().contains(u"&lt;b&gt;"_s)); // no HTML

    fixture.opener.hasProgram = false;
    open->click();
    QVERIFY2(status->text().contains(u"no program"_s), qPrintable(status->text()));
    QVERIFY(QFile::remove(path));
    fixture.opener.opened.clear();
    open->click();
    QCOMPARE(fixture.opener.opened, QStringList());
    QVERIFY2(status->text().contains(u"not there any more"_s), qPrintable(status->text()));

    status->findChild<QToolButton *>(u"endExport"_s)->click();
    QVERIFY(!status->isVisible());
}

/// Neither where it is nor where it is not, in a window of any width.
void TestExportFlow::theNoteMovesNothing()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    auto *status = fixture.window->findChild<ExportStatus *>();
    const QString path = fixture.folder.filePath(u"a rather long name of a file of servers.csv"_s);
    for (const int width : {1600, 1024, 700}) {
        fixture.window->resize(width, 700);
        const auto places = [&fixture] {
            QList<QRect> rectangles{fixture.window->centralWidget()->geometry(),
                                    fixture.window->statusBar()->geometry()};
            for (const QString &name :
                 {u"loadStatus"_s, u"exportPlace"_s, u"selectionStatus"_s, u"asOfStatus"_s})
                rectangles.append(fixture.window->findChild<QWidget *>(name)->geometry());
            return rectangles;
        };
        QVERIFY(!status->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        const QList<QRect> before = places();
        QVERIFY(writes(fixture, path));
        QVERIFY(status->isVisible());
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(places(), before);
        QVERIFY(QRect(QPoint(), fixture.window->findChild<QWidget *>(u"exportPlace"_s)->size())
                    .contains(status->geometry()));
        for (const QToolButton *button : status->findChildren<QToolButton *>())
            QVERIFY2(status->rect().contains(button->geometry()), qPrintable(button->objectName()));
        status->findChild<QToolButton *>(u"endExport"_s)->click();
        QCoreApplication::sendPostedEvents(nullptr, QEvent::LayoutRequest);
        QCOMPARE(places(), before);
    }
}

void TestExportFlow::saysWhyAFileCannotBeWritten()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    QSignalSpy failed(fixture.window->findChild<ExportFlow *>(), &ExportFlow::failed);
    fixture.trigger(u"exportFiltered"_s);
    const QString path = fixture.folder.filePath(u"no/such/folder/x.csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    accept(fixture);
    QTRY_COMPARE(failed.count(), 1);
    const RowsPage &page = fixture.window->page()->rows(serversTable);
    auto *banner = page.findChild<QLabel *>(u"bannerSentence"_s);
    QVERIFY(banner->isVisible());
    QVERIFY(!banner->text().isEmpty());
    QVERIFY(!QFile::exists(path));

    page.findChild<QPushButton *>(u"bannerAction"_s)->click();
    QVERIFY(exportDialog(fixture));
    QCOMPARE(exportPart<QLineEdit>(fixture, u"exportPath"_s)->text(), QDir::toNativeSeparators(path));
}

void TestExportFlow::givingUpLeavesNoFile()
{
    WindowFixture fixture(60, 20ms);
    QVERIFY(loadedServers(fixture));
    auto *flow = fixture.window->findChild<ExportFlow *>();
    fixture.trigger(u"exportFiltered"_s);
    exportPart<QComboBox>(fixture, u"exportColumns"_s)->setCurrentIndex(1);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(fixture.folder.filePath(u"never.csv"_s));
    accept(fixture);
    QCOMPARE(flow->state(), ExportFlow::State::Loading);
    QVERIFY(!fixture.window->findChild<QAction *>(u"exportFiltered"_s)->isEnabled()); // one at a time
    flow->cancel();
    QCOMPARE(flow->state(), ExportFlow::State::Idle);
    QVERIFY(fixture.window->findChild<QAction *>(u"exportFiltered"_s)->isEnabled());
    QTRY_VERIFY_WITH_TIMEOUT(!fixture.window->session()->loader().isRunning(), loadTimeout);
    QVERIFY(QDir(fixture.folder.path()).entryList({u"never*"_s}).isEmpty());
}

void TestExportFlow::canBeCancelledBeforeItBegins()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    auto *flow = fixture.window->findChild<ExportFlow *>();
    fixture.trigger(u"exportFiltered"_s);
    QCOMPARE(flow->state(), ExportFlow::State::Asking);
    QTest::keyClick(exportDialog(fixture), Qt::Key_Escape);
    QCOMPARE(flow->state(), ExportFlow::State::Idle);
    QTRY_VERIFY(!exportDialog(fixture));

    fixture.trigger(u"exportFiltered"_s);
    fixture.trigger(u"closeAccount"_s); // with the question still open
    QVERIFY(!fixture.window->findChild<ExportFlow *>());
    QTRY_VERIFY(!exportDialog(fixture));
}

void TestExportFlow::closingTheAccountGivesUp()
{
    WindowFixture fixture(400, 20ms);
    fixture.open();
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window->session()->loader().state(), AccountLoader::State::Detailing,
                              loadTimeout);
    QTRY_VERIFY(fixture.window->findChild<QAction *>(u"exportAll"_s)->isEnabled());
    fixture.trigger(u"exportAll"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(fixture.folder.filePath(u"never.csv"_s));
    accept(fixture);
    auto *flow = fixture.window->findChild<ExportFlow *>();
    QCOMPARE(flow->state(), ExportFlow::State::Loading);
    fixture.trigger(u"closeAccount"_s);
    QVERIFY(!fixture.window->findChild<ExportFlow *>());
    QVERIFY(QDir(fixture.folder.path()).entryList({u"never*"_s}).isEmpty());
}

void TestExportFlow::remembersFolderAndFormat()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportFiltered"_s);
    exportPart<QComboBox>(fixture, u"exportPreset"_s)->setCurrentIndex(1);
    exportPart<QComboBox>(fixture, u"exportHeader"_s)->setCurrentIndex(1);
    const QString path = fixture.folder.filePath(u"excel.csv"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    accept(fixture);
    QTRY_COMPARE(written.count(), 1);
    QVERIFY(contents(path).startsWith("\xef\xbb\xbf"));

    QTRY_VERIFY(!exportDialog(fixture));
    fixture.trigger(u"exportFiltered"_s);
    QCOMPARE(exportPart<QComboBox>(fixture, u"exportPreset"_s)->currentIndex(), 1);
    QCOMPARE(exportPart<QComboBox>(fixture, u"exportHeader"_s)->currentIndex(), 1);
    QVERIFY(QDir::fromNativeSeparators(exportPart<QLineEdit>(fixture, u"exportPath"_s)->text())
                .startsWith(fixture.folder.path()));
}

/// The rows of the screen, and by what they were chosen.
void TestExportFlow::asADocument()
{
    WindowFixture fixture(60);
    QVERIFY(loadedServers(fixture));
    fixture.window->findChild<FilterEdit *>()->setText(u"kind:virtual"_s);
    const int guests = fixture.server->account().guestCount();
    QTRY_COMPARE(serversModel(fixture).arrangement()->visibleRows, guests);
    QSignalSpy written(fixture.window->findChild<ExportFlow *>(), &ExportFlow::written);
    fixture.trigger(u"exportFiltered"_s);
    auto *format = exportPart<QComboBox>(fixture, u"exportPreset"_s);
    format->setCurrentIndex(format->findData(int(FileFormat::Json)));
    const QString path = fixture.folder.filePath(u"screen.json"_s);
    exportPart<QLineEdit>(fixture, u"exportPath"_s)->setText(path);
    accept(fixture);
    QTRY_COMPARE(written.count(), 1);
    QCOMPARE(written.first().at(1).value<CsvSummary>().rows, guests);

    const QJsonObject document = QJsonDocument::fromJson(contents(path)).object();
    QCOMPARE(document.value(u"about").toObject().value(u"filter").toString(), u"kind:virtual"_s);
    const QJsonArray rows = document.value(u"servers").toArray();
    QCOMPARE(rows.size(), guests);
    for (int row = 0; row < guests; ++row) // in the order of the screen
        QCOMPARE(rows[row].toObject().value(u"fqdn").toString().toUtf8(), nameOf(fixture, row));
    QCOMPARE(rows.first().toObject().size(), serversView(fixture).shownColumns().size());
    const QString said = fixture.window->findChild<ExportStatus *>()->text();
    QVERIFY2(said.contains(u"screen.json"_s), qPrintable(said));

    // The next one begins with it.
    QTRY_VERIFY(!exportDialog(fixture));
    fixture.trigger(u"exportFiltered"_s);
    QCOMPARE(exportDialog(fixture)->choice().format, FileFormat::Json);
    QVERIFY(exportDialog(fixture)->choice().path.endsWith(u".json"_s));
}

void TestExportFlow::theEndingGoesWithTheFormat()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    fixture.trigger(u"exportFiltered"_s);
    auto *format = exportPart<QComboBox>(fixture, u"exportPreset"_s);
    auto *path = exportPart<QLineEdit>(fixture, u"exportPath"_s);
    path->setText(u"/x/servers.csv"_s);
    for (const FileFormat chosen : writableFormats()) {
        format->setCurrentIndex(format->findData(int(chosen)));
        QCOMPARE(path->text(), u"/x/servers"_s + suffixOf(chosen));
    }
    path->setText(u"/x/mine.txt"_s); // an ending of the person's own stays
    format->setCurrentIndex(0);
    QCOMPARE(path->text(), u"/x/mine.txt"_s);
    fixture.files.answer = u"/x/chosen.csv"_s;
    exportPart<QPushButton>(fixture, u"exportBrowse"_s)->click();
    QCOMPARE(fixture.files.format, std::optional(FileFormat::Csv));
}

/// Of a later version, or of a build that has workbooks.
void TestExportFlow::aFormatThatNobodyKnowsIsCsv()
{
    WindowFixture fixture(7);
    QVERIFY(loadedServers(fixture));
    fixture.settings->setExportFormat(u"parquet"_s);
    fixture.trigger(u"exportFiltered"_s);
    QCOMPARE(exportDialog(fixture)->choice().format, FileFormat::Csv);
    QVERIFY(exportDialog(fixture)->choice().path.endsWith(u".csv"_s));
}

LAYERSCOPE_TEST(QTEST_MAIN, TestExportFlow)
#include "tst_exportflow.moc"
