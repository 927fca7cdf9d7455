// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/sharedhash.h"
#include "support/testmain.h"

#include <QHash>
#include <QTest>

#include <optional>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

constexpr int manyKeys = 5000;

/// Number n of key n.
SharedHash<qint64, int> countedKeys(int keys)
{
    SharedHash<qint64, int> hash;
    for (int key = 0; key < keys; ++key)
        hash.insert(key, key);
    return hash;
}

bool areKeysCounted(const SharedHash<qint64, int> &hash, int keys)
{
    for (int key = 0; key < keys; ++key) {
        const int *value = hash.find(key);
        if (value == nullptr || *value != key)
            return false;
    }
    return hash.size() == keys && hash.find(keys) == nullptr;
}

} // namespace

class TestSharedHash : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyHash();
    void insertsAndReplaces();
    void removes();
    void textsAreKeys();
    void copiesStay();
    void aWriteCopiesOnePart();
    void whatIsNotThereCopiesNothing();
    void copiesGrowOnTheirOwn();
    void looksAtEach();
    void copiesAreReadWhileTheOriginalIsWritten();
};

void TestSharedHash::emptyHash()
{
    SharedHash<qint64, int> hash;
    QVERIFY(hash.isEmpty());
    QCOMPARE(hash.find(1), nullptr);
    hash.remove(1);
    hash.clear();
    QCOMPARE(hash.size(), 0);
}

void TestSharedHash::insertsAndReplaces()
{
    SharedHash<qint64, int> hash = countedKeys(manyKeys);
    QVERIFY(areKeysCounted(hash, manyKeys));
    hash.insert(17, 100);
    QCOMPARE(hash.size(), manyKeys);
    QCOMPARE(*hash.find(17), 100);
}

void TestSharedHash::removes()
{
    SharedHash<qint64, int> hash = countedKeys(manyKeys);
    for (int key = 0; key < manyKeys; key += 2)
        hash.remove(key);
    hash.remove(0);
    QCOMPARE(hash.size(), manyKeys / 2);
    QCOMPARE(hash.find(0), nullptr);
    QCOMPARE(*hash.find(1), 1);
    hash.clear();
    QVERIFY(hash.isEmpty());
    QCOMPARE(hash.find(1), nullptr);
}

void TestSharedHash::textsAreKeys()
{
    SharedHash<QString, int> hash;
    for (int key = 0; key < manyKeys; ++key)
        hash.insert(QString::number(key), key);
    QCOMPARE(hash.size(), manyKeys);
    QCOMPARE(*hash.find(u"4999"_s), 4999);
    QCOMPARE(hash.find(u"5000"_s), nullptr);
}

void TestSharedHash::copiesStay()
{
    SharedHash<qint64, int> hash = countedKeys(manyKeys);
    const SharedHash<qint64, int> copy = hash;
    hash.insert(1, 100);
    hash.insert(manyKeys, manyKeys);
    hash.remove(2);
    QVERIFY(areKeysCounted(copy, manyKeys));
    QCOMPARE(*hash.find(1), 100);
    QCOMPARE(hash.find(2), nullptr);
    hash.clear();
    QVERIFY(areKeysCounted(copy, manyKeys));
}

void TestSharedHash::aWriteCopiesOnePart()
{
    SharedHash<qint64, int> hash = countedKeys(manyKeys);
    const SharedHash<qint64, int> copy = hash;
    hash.insert(1, 100);
    int copied = 0;
    for (int key = 0; key < manyKeys; ++key)
        copied += hash.find(key) != copy.find(key) ? 1 : 0;
    QVERIFY(copied > 0);
    QVERIFY2(copied < manyKeys / 50, qPrintable(QString::number(copied)));
}

void TestSharedHash::whatIsNotThereCopiesNothing()
{
    SharedHash<qint64, int> hash = countedKeys(manyKeys);
    const SharedHash<qint64, int> copy = hash;
    for (int key = manyKeys; key < 2 * manyKeys; ++key)
        hash.remove(key);
    for (int key = 0; key < manyKeys; ++key)
        QCOMPARE(hash.find(key), copy.find(key));
}

void TestSharedHash::copiesGrowOnTheirOwn()
{
    SharedHash<qint64, int> hash = countedKeys(10);
    SharedHash<qint64, int> copy = hash;
    hash.insert(10, 1000);
    copy.insert(10, 2000);
    copy.insert(11, 2001);
    QCOMPARE(*hash.find(10), 1000);
    QCOMPARE(hash.find(11), nullptr);
    QCOMPARE(*copy.find(10), 2000);
    QCOMPARE(hash.size(), 11);
    QCOMPARE(copy.size(), 12);
}

void TestSharedHash::looksAtEach()
{
    const SharedHash<qint64, int> hash = countedKeys(manyKeys);
    QHash<qint64, int> seen;
    hash.forEach([&seen](qint64 key, int value) {
        QCOMPARE(value, key);
        seen.insert(key, value);
    });
    QCOMPARE(seen.size(), manyKeys);
}

/// For the thread sanitizer, and that no copy changes: as with RowValues.
void TestSharedHash::copiesAreReadWhileTheOriginalIsWritten()
{
    SharedHash<qint64, int> hash = countedKeys(manyKeys);
    for (int round = 0; round < 20; ++round) {
        bool isSame = false;
        std::thread reader([copy = std::optional(hash), &isSame]() mutable {
            isSame = areKeysCounted(*copy, manyKeys);
            copy.reset();
        });
        for (int key = 0; key < manyKeys; ++key)
            hash.insert(key, key + 1);
        hash.insert(manyKeys, 0);
        hash.remove(manyKeys);
        for (int key = 0; key < manyKeys; ++key)
            hash.insert(key, key);
        reader.join();
        QVERIFY(isSame);
    }
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestSharedHash)
#include "tst_sharedhash.moc"
