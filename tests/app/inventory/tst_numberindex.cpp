// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/numberindex.h"
#include "support/testmain.h"

#include <QTest>

#include <thread>

using namespace layerscope;

namespace {

constexpr int manyNumbers = 5000;

std::size_t hashOf(qint64 key)
{
    return qHash(key, std::size_t{0});
}

/// Numbers stand for ten times themselves.
class TenfoldIndex
{
public:
    explicit TenfoldIndex(int numbers)
    {
        for (int number = 0; number < numbers; ++number)
            insert(number);
    }
    void insert(int number) { m_index.insert(hashOf(number * 10), number); }
    void clear() { m_index.clear(); }
    [[nodiscard]] int size() const { return m_index.size(); }
    [[nodiscard]] std::optional<int> find(qint64 key) const
    {
        return m_index.find(hashOf(key), [key](int number) { return number * 10 == key; });
    }
    [[nodiscard]] bool hasExactly(int numbers) const
    {
        for (int number = 0; number < numbers; ++number) {
            if (find(number * 10) != number)
                return false;
        }
        return size() == numbers && !find(numbers * 10);
    }

private:
    NumberIndex m_index;
};

} // namespace

class TestNumberIndex : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyIndex();
    void findsWhatWasInserted();
    void equalHashesAreToldApart();
    void hashesAtTheEndGoOnAtTheBeginning();
    void clearForgets();
    void copiesStay();
    void copiesGrowOnTheirOwn();
    void copiesAreReadWhileTheOriginalIsWritten();
};

void TestNumberIndex::emptyIndex()
{
    const TenfoldIndex index(0);
    QCOMPARE(index.size(), 0);
    QCOMPARE(index.find(0), std::nullopt);
}

void TestNumberIndex::findsWhatWasInserted()
{
    const TenfoldIndex index(manyNumbers);
    QVERIFY(index.hasExactly(manyNumbers));
    QCOMPARE(index.find(5), std::nullopt);
    QCOMPARE(index.find(-10), std::nullopt);
}

void TestNumberIndex::equalHashesAreToldApart()
{
    NumberIndex index;
    for (int number = 0; number < 40; ++number)
        index.insert(number % 2 == 0 ? 77 : 78, number);
    for (int number = 0; number < 40; ++number) {
        const auto isMeant = [number](int candidate) { return candidate == number; };
        QCOMPARE(index.find(number % 2 == 0 ? 77 : 78, isMeant), std::optional(number));
        QCOMPARE(index.find(number % 2 == 0 ? 78 : 77, isMeant), std::nullopt);
        QCOMPARE(index.find(79, isMeant), std::nullopt);
    }
}

void TestNumberIndex::hashesAtTheEndGoOnAtTheBeginning()
{
    NumberIndex index;
    const std::size_t last = 0xffff'ffff; // in a table of any size
    for (int number = 0; number < 10; ++number)
        index.insert(last, number);
    for (int number = 0; number < 10; ++number)
        QCOMPARE(index.find(last, [number](int candidate) { return candidate == number; }),
                 std::optional(number));
    QCOMPARE(index.find(0, [](int) { return true; }), std::nullopt);
}

void TestNumberIndex::clearForgets()
{
    TenfoldIndex index(manyNumbers);
    index.clear();
    QVERIFY(index.hasExactly(0));
    index.insert(0);
    QVERIFY(index.hasExactly(1));
}

void TestNumberIndex::copiesStay()
{
    TenfoldIndex index(manyNumbers);
    const TenfoldIndex copy = index;
    for (int number = manyNumbers; number < 3 * manyNumbers; ++number)
        index.insert(number);
    QVERIFY(copy.hasExactly(manyNumbers));
    QVERIFY(index.hasExactly(3 * manyNumbers));
    index.clear();
    QVERIFY(copy.hasExactly(manyNumbers));
}

void TestNumberIndex::copiesGrowOnTheirOwn()
{
    TenfoldIndex index(100);
    TenfoldIndex copy = index;
    index.insert(200);
    copy.insert(300);
    QCOMPARE(index.find(2000), std::optional(200));
    QCOMPARE(index.find(3000), std::nullopt);
    QCOMPARE(copy.find(2000), std::nullopt);
    QCOMPARE(copy.find(3000), std::optional(300));
}

/// For the thread sanitizer, and that no copy changes.
void TestNumberIndex::copiesAreReadWhileTheOriginalIsWritten()
{
    TenfoldIndex index(1000);
    for (int numbers = 1000; numbers < 10'000; numbers += 1000) {
        bool isSame = false;
        std::thread reader([copy = index, numbers, &isSame] { isSame = copy.hasExactly(numbers); });
        for (int number = numbers; number < numbers + 1000; ++number)
            index.insert(number);
        reader.join();
        QVERIFY(isSame);
    }
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestNumberIndex)
#include "tst_numberindex.moc"
