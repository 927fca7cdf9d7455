// SPDX-License-Identifier: GPL-3.0-or-later
// What sorting, grouping and filtering 100 000 servers cost on one core, and what they take of memory.
// Budgets: a filter keystroke 40 ms of the 50 ms of product §8, 60 MB for all default columns. Baseline in
// the same run: QCollator's sort keys in numeric mode, and QString::contains on every cell. Prints; judges
// nothing.
#include "inventory/arrangement.h"
#include "inventory/celltext.h"
#include "inventory/roworder.h"
#include "manyservers.h"

#include <QCollator>
#include <QFile>
#include <QObject>
#include <QTest>

#include <unistd.h>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

constexpr int rowCount = 100'000;
constexpr int runs = 7;

double residentMb()
{
    QFile file(u"/proc/self/statm"_s);
    if (!file.open(QIODevice::ReadOnly))
        return 0;
    const QByteArrayList fields = file.readAll().split(' ');
    return fields.value(1).toDouble() * static_cast<double>(sysconf(_SC_PAGESIZE)) / 1e6;
}

/// What a word looks into that is not shown.
RowPatch notShown(int i)
{
    RowPatch patch;
    patch.key = manyServersRow(i).key;
    const auto put = [&patch](ColumnIndex column, const CellValue &value) {
        patch.loaded.set(static_cast<std::size_t>(serverCatalogue().column(column).group));
        patch.values.emplace_back(column, value);
    };
    put(ServerColumn::ManagementIp, u"10.9.%1.%2"_s.arg(i / 250 % 250).arg(i % 250));
    put(ServerColumn::Owner, u"owner%1"_s.arg(i % 40));
    put(ServerColumn::Notes,
        i % 3 == 0 ? CellValue(u"moved from the other rack in %1"_s.arg(i % 97)) : CellValue());
    put(ServerColumn::Serial, u"SL%1"_s.arg(i, 7, 10, QChar(u'0')));
    put(ServerColumn::ManufacturerSerial, u"C81%1"_s.arg(i * 7919LL, 0, 36));
    put(ServerColumn::Chassis, u"chassis %1"_s.arg(i % 12));
    put(ServerColumn::PublicVlan, u"dal10.fcr01.%1"_s.arg(i % 900));
    put(ServerColumn::GlobalId, u"%1-27ac-4b0e-9d11-0a1b2c3d4e5f"_s.arg(i * 104'729LL, 8, 16, QChar(u'0')));
    return patch;
}

ArrangementSpec specOf(const QString &filter = {})
{
    ArrangementSpec spec;
    for (const ColumnIndex column : serverCatalogue().defaultColumns())
        spec.shownColumns.set(static_cast<std::size_t>(column));
    spec.searchedColumns = spec.shownColumns;
    spec.filter = RowFilter::parse(filter, serverCatalogue());
    return spec;
}

void print(const char *what, double ms, int rows = -1)
{
    if (rows >= 0)
        std::printf("  %-62s %8.1f ms  %6d rows\n", what, ms, rows);
    else
        std::printf("  %-62s %8.1f ms\n", what, ms);
}

} // namespace

class BenchArrange : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void memory();
    void snapshots();
    void sorts();
    void keystrokes();
    void keystrokesInAllColumns();

private:
    InventoryTable m_table{serverCatalogue()};
    double m_growthMb = 0;
    double m_fillMs = 0;
};

void BenchArrange::initTestCase()
{
    const double before = residentMb();
    m_fillMs = medianMs(1, [this] {
        for (int i = 0; i < rowCount; ++i)
            m_table.listRow(manyServersRow(i), nullptr);
    });
    m_growthMb = residentMb() - before;
    QCOMPARE(m_table.rowCount(), rowCount);
}

void BenchArrange::memory()
{
    std::printf("\n%d rows, all default columns\n", rowCount);
    std::printf("  resident growth %41.1f MB (budget 60), %.0f bytes a row\n", m_growthMb,
                m_growthMb * 1e6 / rowCount);
    print("filling the table, making the values included", m_fillMs);
}

void BenchArrange::snapshots()
{
    InventoryTable table = m_table;
    print("a snapshot", medianMs(runs, [&] { [[maybe_unused]] const InventoryTable copy = table; }));
    print("the first write to a column after one", medianMs(runs, [&] {
              const InventoryTable copy = table;
              RowPatch patch;
              patch.key = table.key(0);
              patch.loaded = groupSet(ServerGroup::Outbound);
              patch.values.emplace_back(ServerColumn::OutPublicGb,
                                        Decimal(copy.bits(0, ServerColumn::OutPublicGb) % 99, 0));
              table.apply(patch);
          }));
}

void BenchArrange::sorts()
{
    std::printf("\nsorting, everything anew\n");
    const auto whole = [this](ArrangementSpec spec) {
        return medianMs(runs, [&] { (void)arrange(m_table, spec, CancelToken()); });
    };
    ArrangementSpec spec = specOf();
    print("by name", whole(spec));
    spec.groupColumn = ServerColumn::Datacenter;
    print("by name, grouped by datacenter", whole(spec));
    spec.groupColumn.reset();
    spec.sortColumn = ServerColumn::FeeMonthUsd;
    print("by fee", whole(spec));
    spec.sortColumn = ServerColumn::PublicIp;
    print("by public IP", whole(spec));
    spec.sortColumn = ServerColumn::Os;
    print("by system", whole(spec));
    print("only the order by name",
          medianMs(runs, [this] { (void)RowOrder(m_table, CancelToken()).byName(ServerColumn::Fqdn); }));

    print("baseline: QCollator's numeric sort keys of the names, sorted", medianMs(3, [this] {
              QCollator collator(QLocale(QLocale::English));
              collator.setNumericMode(true);
              collator.setCaseSensitivity(Qt::CaseInsensitive);
              std::vector<std::pair<QCollatorSortKey, int>> keys;
              keys.reserve(rowCount);
              for (int row = 0; row < rowCount; ++row)
                  keys.emplace_back(collator.sortKey(m_table.text(row, ServerColumn::Fqdn)), row);
              std::sort(keys.begin(), keys.end(),
                        [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
          }));
}

void BenchArrange::keystrokes()
{
    std::printf("\na keystroke in the filter field, 13 columns searched, by name (budget 40 ms)\n");
    const auto unfiltered = arrange(m_table, specOf(), CancelToken());
    const auto keystroke = [this](const char *filter, const Arrangement *former) {
        const ArrangementSpec spec = specOf(QString::fromUtf8(filter));
        int rows = 0;
        const double ms =
            medianMs(runs, [&] { rows = arrange(m_table, spec, CancelToken(), former)->visibleRows; });
        print(former->spec.filter.isEmpty() ? filter : qPrintable(QString::fromUtf8(filter) + u" (narrowed)"),
              ms, rows);
        return arrange(m_table, spec, CancelToken(), former);
    };
    const auto letter = keystroke("w", unfiltered.get());
    (void)keystroke("we", letter.get());
    for (const char *filter : {"e", "web", "nowhere", "192.1.", "12", "1,250.2", "dc:dc07 ram>64",
                               "-production", "web dc1 deploy"})
        (void)keystroke(filter, unfiltered.get());

    print("baseline: QString::contains on every default cell", medianMs(3, [this] {
              int found = 0;
              const QList<ColumnIndex> columns = serverCatalogue().defaultColumns();
              for (int row = 0; row < rowCount; ++row) {
                  for (const ColumnIndex column : columns)
                      found +=
                          rawText(m_table, row, column).contains(u"nowhere", Qt::CaseInsensitive) ? 1 : 0;
              }
              QCOMPARE(found, 0);
          }));
}

/// As in the window, where a word without a column looks into all there are.
void BenchArrange::keystrokesInAllColumns()
{
    std::printf("\nthe same, all columns searched\n");
    InventoryTable table = m_table;
    for (int i = 0; i < rowCount; ++i)
        table.apply(notShown(i));
    const auto unfiltered = arrange(table, specOf(), CancelToken());
    for (const char *filter : {"w", "nowhere", "12", "SL0001027", "10.9.45.60"}) {
        ArrangementSpec spec = specOf(QString::fromUtf8(filter));
        spec.searchEverywhere(serverCatalogue());
        int rows = 0;
        const double ms = medianMs(
            runs, [&] { rows = arrange(table, spec, CancelToken(), unfiltered.get())->visibleRows; });
        print(filter, ms, rows);
    }
}

QTEST_APPLESS_MAIN(BenchArrange)
#include "bench_arrange.moc"
