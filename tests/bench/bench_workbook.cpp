// SPDX-License-Identifier: GPL-3.0-or-later
// 100 000 servers with all columns as a workbook, and as JSON beside it: time, size, and the most memory that
// the process had at a time. It fails from 200 MB on: a workbook does not stand in memory.
#include "csv/csvfile.h"
#include "manyservers.h"
#include "tables/document.h"

#include <QElapsedTimer>
#include <QFile>
#include <QObject>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

constexpr int benchRows = 100'000;
constexpr double mostMegabytes = 200;

/// The most that was resident at a time since the process began, in MB; 0 where nothing tells.
double peakMegabytes()
{
    QFile file(u"/proc/self/status"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArray status = file.readAll();
    const qsizetype at = status.indexOf("VmHWM:");
    return at < 0 ? 0 : status.mid(at + 6, 20).trimmed().split(' ').first().toDouble() / 1024;
}

} // namespace

class BenchWorkbook : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void hundredThousand();
};

void BenchWorkbook::hundredThousand()
{
    if (!writableFormats().contains(FileFormat::Xlsx))
        QSKIP("this build writes no workbooks");
    const QTemporaryDir folder;
    QVERIFY(folder.isValid());
    InventoryTable table(serverCatalogue());
    for (int i = 0; i < benchRows; ++i) {
        table.listRow(manyServersRow(i), nullptr);
        table.apply(manyServersExtras(i));
    }
    DocumentTable servers{u"servers"_s, u"vServers"_s, u"servers"_s, InventoryCsv::of(table),
                          ArrangementSpec::of(serverCatalogue())};
    servers.csv.columns = serverCatalogue().allColumns();
    const double before = peakMegabytes();
    std::printf("\n%d rows x %lld columns; the rows alone %.0f MB\n", benchRows,
                static_cast<long long>(servers.csv.columns.size()), before);

    const auto measured = [&](const char *what, auto write) {
        QElapsedTimer timer;
        timer.start();
        const Result<CsvSummary> written = write();
        const auto ms = static_cast<double>(timer.elapsed());
        if (written)
            std::printf("  %-20s %7.0f ms %7.1f MB on the disk, at most %.0f MB in memory so far\n", what, ms,
                        static_cast<double>(written->bytes) / 1e6, peakMegabytes());
        return written.has_value() && written->rows == benchRows;
    };
    const CancelToken token;
    QVERIFY(measured("CSV", [&] { return writeCsvFile(servers.csv, folder.filePath(u"s.csv"_s), token); }));
    for (const FileFormat format : {FileFormat::JsonLines, FileFormat::Xlsx}) {
        const QByteArray what = keyOf(format).toUtf8();
        const QString path = folder.filePath(u"s"_s + suffixOf(format));
        QVERIFY(measured(what.constData(), [&] {
            return writeDocument({format, {}, {servers}}, path, token);
        }));
    }
    QVERIFY2(peakMegabytes() < mostMegabytes, "more than 200 MB were resident");
}

QTEST_APPLESS_MAIN(BenchWorkbook)
#include "bench_workbook.moc"
