// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowvalues.h"
#include "support/testmain.h"

#include <QTest>

#include <optional>
#include <thread>

using namespace layerscope;

namespace {

constexpr auto block = static_cast<int>(RowValues<qint64>::blockSize);
constexpr qint64 blank = -1;

/// Row n has n.
RowValues<qint64> countedRows(int rows)
{
    RowValues<qint64> values(blank);
    for (int row = 0; row < rows; ++row)
        values.set(row, row);
    return values;
}

/// Whether row n has n, and rows behind them have nothing.
bool areCounted(const RowValues<qint64> &values, int rows)
{
    for (int row = 0; row < rows; ++row) {
        if (values.at(row) != row)
            return false;
    }
    return values.at(rows) == blank && values.at(rows + block) == blank;
}

} // namespace

class TestRowValues : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void rowsAreBlankUntilWritten();
    void growsBehindGaps();
    void copiesStay();
    void aWriteCopiesOneBlock();
    void copiesGrowOnTheirOwn();
    void clearForgets();
    void changesAll();
    void changesWithoutEffectCopyNothing();
    void renumbers();
    void copiesAreReadWhileTheOriginalIsWritten();
};

void TestRowValues::rowsAreBlankUntilWritten()
{
    RowValues<qint64> values(blank);
    QCOMPARE(values.at(0), blank);
    QCOMPARE(values.at(1'000'000), blank);
    values.set(0, 7);
    QCOMPARE(values.at(0), 7);
    QCOMPARE(values.at(1), blank);
    QCOMPARE(values.at(block), blank);
    values.own(1) += 3;
    QCOMPARE(values.at(1), 2);
}

void TestRowValues::growsBehindGaps()
{
    RowValues<qint64> values(blank);
    values.set(5 * block + 3, 8);
    QCOMPARE(values.at(5 * block + 3), 8);
    for (int row = 0; row < 5 * block + 3; ++row)
        QCOMPARE(values.at(row), blank);
    values.set(2 * block, 9); // the blocks in between were one
    QCOMPARE(values.at(2 * block), 9);
    QCOMPARE(values.at(block), blank);
    QCOMPARE(values.at(3 * block), blank);
}

void TestRowValues::copiesStay()
{
    RowValues<qint64> values = countedRows(3 * block);
    const RowValues<qint64> copy = values;
    values.set(0, 100);
    values.set(2 * block, 200);
    values.set(3 * block, 300);
    QVERIFY(areCounted(copy, 3 * block));
    QCOMPARE(values.at(0), 100);
    QCOMPARE(values.at(1), 1);
    QCOMPARE(values.at(2 * block), 200);
    QCOMPARE(values.at(3 * block), 300);
}

void TestRowValues::aWriteCopiesOneBlock()
{
    RowValues<qint64> values = countedRows(3 * block);
    const RowValues<qint64> copy = values;
    values.set(block + 1, 100);
    QCOMPARE(&values.at(0), &copy.at(0));
    QVERIFY(&values.at(block) != &copy.at(block));
    QCOMPARE(&values.at(2 * block), &copy.at(2 * block));

    const qint64 *place = &values.at(block);
    values.set(block + 2, 200); // its own by now
    QCOMPARE(&values.at(block), place);
}

void TestRowValues::copiesGrowOnTheirOwn()
{
    RowValues<qint64> values = countedRows(block - 1);
    RowValues<qint64> copy = values;
    values.set(block - 1, 1000);
    copy.set(block - 1, 2000);
    values.set(block, 1001);
    copy.set(block, 2001);
    QCOMPARE(values.at(block - 1), 1000);
    QCOMPARE(values.at(block), 1001);
    QCOMPARE(copy.at(block - 1), 2000);
    QCOMPARE(copy.at(block), 2001);
    QCOMPARE(copy.at(0), 0);
}

void TestRowValues::clearForgets()
{
    RowValues<qint64> values = countedRows(2 * block);
    const RowValues<qint64> copy = values;
    values.clear();
    QCOMPARE(values.at(0), blank);
    QCOMPARE(values.at(block), blank);
    QVERIFY(areCounted(copy, 2 * block));
    values.set(block, 5);
    QCOMPARE(values.at(block), 5);
    QCOMPARE(values.at(0), blank);
}

void TestRowValues::changesAll()
{
    RowValues<qint64> values = countedRows(block + 10);
    const RowValues<qint64> copy = values;
    values.changeAll([](qint64 value) { return value == blank ? blank : value + 1; });
    QCOMPARE(values.at(0), 1);
    QCOMPARE(values.at(block + 9), block + 10);
    QCOMPARE(values.at(block + 10), blank);
    QVERIFY(areCounted(copy, block + 10));
}

void TestRowValues::changesWithoutEffectCopyNothing()
{
    RowValues<qint64> values = countedRows(2 * block);
    const RowValues<qint64> copy = values;
    values.changeAll([](qint64 value) { return value < block ? value : value + 1; });
    QCOMPARE(&values.at(0), &copy.at(0));
    QVERIFY(&values.at(block) != &copy.at(block));
}

void TestRowValues::renumbers()
{
    RowValues<qint64> values = countedRows(2 * block);
    const RowValues<qint64> copy = values;
    QList<int> newRowOfOld; // every third goes; the last ones were never written
    int kept = 0;
    for (int row = 0; row < 3 * block; ++row)
        newRowOfOld.append(row % 3 == 0 ? -1 : kept++);
    values.renumber(newRowOfOld);
    int written = 0;
    for (int row = 0; row < 2 * block; ++row) {
        if (newRowOfOld.at(row) < 0)
            continue;
        QCOMPARE(values.at(newRowOfOld.at(row)), row);
        ++written;
    }
    for (int row = written; row < 3 * block; ++row)
        QCOMPARE(values.at(row), blank);
    QVERIFY(areCounted(copy, 2 * block));
}

/// For the thread sanitizer, and that no copy changes. The reader drops its copy while the owner writes:
/// where it finds itself alone, it writes where the other one has just read.
void TestRowValues::copiesAreReadWhileTheOriginalIsWritten()
{
    constexpr int rows = 5 * block;
    RowValues<qint64> values = countedRows(rows);
    for (int round = 0; round < 50; ++round) {
        bool isSame = false;
        std::thread reader([copy = std::optional(values), &isSame]() mutable {
            isSame = areCounted(*copy, rows);
            copy.reset();
        });
        for (int row = 0; row < rows; ++row)
            values.set(row, row + 1);
        values.set(rows, rows);
        for (int row = 0; row < rows; ++row)
            values.set(row, row);
        values.set(rows, blank);
        reader.join();
        QVERIFY(isSame);
    }
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestRowValues)
#include "tst_rowvalues.moc"
