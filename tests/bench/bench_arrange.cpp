// SPDX-License-Identifier: GPL-3.0-or-later
// What sorting, grouping and filtering 100 000 servers cost of one core's time, and what they take of memory.
// Each is beside what one would write without knowing better, in the same run: QCollator's sort keys in
// numeric mode, QString::contains on every cell, and a QString for each cell. Ends with an error if one costs
// more than its share of that.
#include "inventory/arrangement.h"
#include "inventory/celltext.h"
#include "inventory/roworder.h"
#include "manyservers.h"

#include <QCollator>
#include <QFile>
#include <QObject>
#include <QTest>

#include <unistd.h>

#include <algorithm>
#include <numeric>
#include <vector>

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

constexpr double mostOfStrings = 0.6;    // of what a QString for each cell takes
constexpr double mostOfCollator = 1;     // of the time of QCollator's keys: any order, made anew
constexpr double mostOfSearch = 2;       // of the time of a plain search of the same cells: any keystroke,
constexpr double usualOfSearch = 1.2;    // … one on an average,
constexpr double narrowedOfSearch = 0.6; // … and one that narrows the former
constexpr double mostOfSnapshot = 0.01; // the same of a snapshot, which the window takes for each arrangement

/// What is printed beside a measure that is judged, and said of it if it is passed.
QByteArray shareOf(double value, double baseline, double most)
{
    return QByteArray::number(value / baseline, 'f', 2) + " of the baseline, reach " +
           QByteArray::number(most);
}

double plainSearchMs(const InventoryTable &table, const QList<ColumnIndex> &columns)
{
    int found = 0;
    const double ms = medianUsedMs(3, [&] {
        for (int row = 0; row < table.rowCount(); ++row) {
            for (const ColumnIndex column : columns)
                found += rawText(table, row, column).contains(u"nothing of it", Qt::CaseInsensitive) ? 1 : 0;
        }
    });
    return found == 0 ? ms : 0;
}

QList<ColumnIndex> columnsOf(const ColumnSet &set)
{
    QList<ColumnIndex> columns;
    for (std::size_t column = 0; column < set.size(); ++column) {
        if (set.test(column))
            columns.append(static_cast<ColumnIndex>(column));
    }
    return columns;
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
    static void judgeKeystrokes(const std::vector<double> &all, double baseline);

    InventoryTable m_table{serverCatalogue()};
    double m_growthMb = 0;
    double m_fillMs = 0;
};

void BenchArrange::initTestCase()
{
    const double before = residentMb();
    m_fillMs = medianUsedMs(1, [this] {
        for (int i = 0; i < rowCount; ++i)
            m_table.listRow(manyServersRow(i), nullptr);
    });
    m_growthMb = residentMb() - before;
    QCOMPARE(m_table.rowCount(), rowCount);
}

void BenchArrange::memory()
{
    const QList<ColumnIndex> columns = serverCatalogue().defaultColumns();
    const double before = residentMb();
    QList<QList<QString>> strings;
    for (int row = 0; row < rowCount; ++row) {
        QList<QString> &cells = strings.emplaceBack();
        for (const ColumnIndex column : columns) {
            const QString text = rawText(m_table, row, column);
            cells.append(QString(text.constData(), text.size())); // of its own
        }
    }
    const double stringsMb = residentMb() - before;
    std::printf("\n%d rows, all default columns\n", rowCount);
    std::printf("  resident growth %41.1f MB, %.0f bytes a row\n", m_growthMb, m_growthMb * 1e6 / rowCount);
    std::printf("  baseline: a QString for each default cell %15.1f MB\n", stringsMb);
    print("filling the table, making the values included", m_fillMs);
    const QByteArray share = shareOf(m_growthMb, stringsMb, mostOfStrings);
    std::printf("  %s\n", share.constData());
    QVERIFY2(m_growthMb <= mostOfStrings * stringsMb, share.constData());
}

void BenchArrange::snapshots()
{
    InventoryTable table = m_table;
    const double snapshot = medianUsedMs(runs, [&] { [[maybe_unused]] const InventoryTable copy = table; });
    const double write = medianUsedMs(runs, [&] {
        const InventoryTable copy = table;
        RowPatch patch;
        patch.key = table.key(0);
        patch.loaded = groupSet(ServerGroup::Outbound);
        patch.values.emplace_back(ServerColumn::OutPublicGb,
                                  Decimal(copy.bits(0, ServerColumn::OutPublicGb) % 99, 0));
        table.apply(patch);
    });
    const double baseline = plainSearchMs(m_table, serverCatalogue().defaultColumns());
    print("a snapshot", snapshot);
    print("the first write to a column after one", write);
    const QByteArray share = shareOf(snapshot + write, baseline, mostOfSnapshot);
    QVERIFY2(snapshot + write <= mostOfSnapshot * baseline, share.constData());
}

void BenchArrange::sorts()
{
    std::printf("\nsorting, everything anew\n");
    const double baseline = medianUsedMs(3, [this] {
        QCollator collator(QLocale(QLocale::English));
        collator.setNumericMode(true);
        collator.setCaseSensitivity(Qt::CaseInsensitive);
        std::vector<std::pair<QCollatorSortKey, int>> keys;
        keys.reserve(rowCount);
        for (int row = 0; row < rowCount; ++row)
            keys.emplace_back(collator.sortKey(m_table.text(row, ServerColumn::Fqdn)), row);
        std::sort(keys.begin(), keys.end(),
                  [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
    });
    print("baseline: QCollator's numeric sort keys of the names, sorted", baseline);
    double most = 0;
    const auto whole = [this, &most](const char *what, const ArrangementSpec &spec) {
        const double ms = medianUsedMs(runs, [&] { (void)arrange(m_table, spec, CancelToken()); });
        print(what, ms);
        most = std::max(most, ms);
    };
    ArrangementSpec spec = specOf();
    whole("by name", spec);
    spec.groupColumn = ServerColumn::Datacenter;
    whole("by name, grouped by datacenter", spec);
    spec.groupColumn.reset();
    spec.sortColumn = ServerColumn::FeeMonthUsd;
    whole("by fee", spec);
    spec.sortColumn = ServerColumn::PublicIp;
    whole("by public IP", spec);
    spec.sortColumn = ServerColumn::Os;
    whole("by system", spec);
    print("only the order by name",
          medianUsedMs(runs, [this] { (void)RowOrder(m_table, CancelToken()).byName(ServerColumn::Fqdn); }));
    const QByteArray share = shareOf(most, baseline, mostOfCollator);
    std::printf("  the longest: %s\n", share.constData());
    QVERIFY2(most <= mostOfCollator * baseline, share.constData());
}

void BenchArrange::keystrokes()
{
    std::printf("\na keystroke in the filter field, %lld columns searched, by name\n",
                static_cast<long long>(serverCatalogue().defaultColumns().size()));
    const double baseline = plainSearchMs(m_table, serverCatalogue().defaultColumns());
    print("baseline: QString::contains on every default cell", baseline);
    const auto unfiltered = arrange(m_table, specOf(), CancelToken());
    double last = 0;
    const auto keystroke = [this, &last](const char *filter, const Arrangement *former) {
        const ArrangementSpec spec = specOf(QString::fromUtf8(filter));
        int rows = 0;
        last = medianUsedMs(runs, [&] { rows = arrange(m_table, spec, CancelToken(), former)->visibleRows; });
        print(former->spec.filter.isEmpty() ? filter : qPrintable(QString::fromUtf8(filter) + u" (narrowed)"),
              last, rows);
        return arrange(m_table, spec, CancelToken(), former);
    };
    const auto letter = keystroke("w", unfiltered.get());
    (void)keystroke("we", letter.get());
    const double narrowed = last;
    std::vector<double> all;
    for (const char *filter : {"e", "web", "nowhere", "192.1.", "12", "1,250.2", "dc:dc07 ram>64",
                               "-production", "web dc1 deploy"}) {
        (void)keystroke(filter, unfiltered.get());
        all.push_back(last);
    }
    judgeKeystrokes(all, baseline);
    const QByteArray share = shareOf(narrowed, baseline, narrowedOfSearch);
    std::printf("  one that narrows: %s\n", share.constData());
    QVERIFY2(narrowed <= narrowedOfSearch * baseline, share.constData());
}

/// As in the window, where a word without a column looks into all there are.
void BenchArrange::keystrokesInAllColumns()
{
    std::printf("\nthe same, all columns searched\n");
    InventoryTable table = m_table;
    for (int i = 0; i < rowCount; ++i)
        table.apply(notShown(i));
    const auto unfiltered = arrange(table, specOf(), CancelToken());
    ArrangementSpec everywhere = specOf(u"nowhere"_s);
    everywhere.searchEverywhere(serverCatalogue());
    const double baseline = plainSearchMs(table, columnsOf(everywhere.searchedColumns));
    print("baseline: QString::contains on every cell that is searched", baseline);
    std::vector<double> all;
    for (const char *filter : {"w", "nowhere", "12", "SL0001027", "10.9.45.60"}) {
        ArrangementSpec spec = specOf(QString::fromUtf8(filter));
        spec.searchEverywhere(serverCatalogue());
        int rows = 0;
        all.push_back(medianUsedMs(
            runs, [&] { rows = arrange(table, spec, CancelToken(), unfiltered.get())->visibleRows; }));
        print(filter, all.back(), rows);
    }
    judgeKeystrokes(all, baseline);
}

/// None takes too long, nor do all of them together.
void BenchArrange::judgeKeystrokes(const std::vector<double> &all, double baseline)
{
    const double most = *std::max_element(all.begin(), all.end());
    const double usual = std::accumulate(all.begin(), all.end(), 0.0) / static_cast<double>(all.size());
    const QByteArray shareOfMost = shareOf(most, baseline, mostOfSearch);
    const QByteArray shareOfUsual = shareOf(usual, baseline, usualOfSearch);
    std::printf("  the longest: %s; on an average: %s\n", shareOfMost.constData(), shareOfUsual.constData());
    QVERIFY2(most <= mostOfSearch * baseline, shareOfMost.constData());
    QVERIFY2(usual <= usualOfSearch * baseline, shareOfUsual.constData());
}

QTEST_APPLESS_MAIN(BenchArrange)
#include "bench_arrange.moc"
