// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "poolload.h"
#include "pooltruth.h"
#include "support/testmain.h"

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

/// Everything from the socket to the files of pools and members, for accounts of several sizes, compared cell
/// by cell with the demo account's own JSON.
class TestWholePools : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyCellIsTheAccountsOwn_data();
    void everyCellIsTheAccountsOwn();

private:
    using Rows = QHash<QString, PoolTruth::Row>;

    static Rows rowsOf(const QByteArray &csv, QStringList *keys, bool isOfMembers);
    static void compare(const Rows &actual, const Rows &expected, const QStringList &keys);
};

TestWholePools::Rows TestWholePools::rowsOf(const QByteArray &csv, QStringList *keys, bool isOfMembers)
{
    const std::optional<QList<QStringList>> file = parseCsv(csv);
    if (!file || file->isEmpty())
        return {};
    *keys = file->first();
    Rows rows;
    for (const QStringList &record : file->sliced(1)) {
        PoolTruth::Row row;
        for (qsizetype column = 0; column < keys->size(); ++column)
            row.insert(keys->at(column), record.value(column));
        rows.insert(isOfMembers ? PoolTruth::keyOf(row) : row[u"id"_s], row);
    }
    return rows.size() == file->size() - 1 ? rows : Rows(); // each once
}

void TestWholePools::compare(const Rows &actual, const Rows &expected, const QStringList &keys)
{
    QCOMPARE(actual.size(), expected.size());
    for (auto row = expected.cbegin(); row != expected.cend(); ++row) {
        QVERIFY2(actual.contains(row.key()), qPrintable(row.key()));
        const PoolTruth::Row &found = *actual.constFind(row.key());
        for (const QString &key : keys) {
            const bool isShare = key.endsWith("_percent"_L1) || row->value(u"kind"_s) == "not_visible"_L1;
            const QString cell = isShare ? PoolTruth::withoutZeros(found[key]) : found[key];
            if (cell != row->value(key)) {
                QFAIL(qPrintable(
                    u"%1 of %2 is \"%3\", not \"%4\""_s.arg(key, row.key(), cell, row->value(key))));
            }
        }
    }
}

void TestWholePools::everyCellIsTheAccountsOwn_data()
{
    QTest::addColumn<int>("servers");
    QTest::addColumn<int>("pools");
    QTest::newRow("nothing") << 0 << 0;
    QTest::newRow("one pool") << 60 << 1;
    QTest::newRow("40 pools") << 2500 << 40;
    QTest::newRow("1000 pools") << 4000 << 1000;
    QTest::newRow("pools of nobody") << 0 << 3;
}

void TestWholePools::everyCellIsTheAccountsOwn()
{
    QFETCH(int, servers);
    QFETCH(int, pools);
    PoolLoad load(servers, pools);
    QVERIFY(load.loadAll());
    const PoolTruth truth(load.server.account());
    QVERIFY(load.loader.list().isComplete());
    QCOMPARE(load.loader.list().listed, load.server.account().poolCount());
    QCOMPARE(load.loader.pools().complete, load.server.account().poolCount());

    QStringList keys;
    const Rows poolRows = rowsOf(PoolLoad::csv(load.pools.table()), &keys, false);
    QCOMPARE(keys.size(), qsizetype(PoolColumn::Count) - 1); // without that of members alone
    compare(poolRows, truth.pools(), keys);
    const Rows memberRows = rowsOf(PoolLoad::csv(load.members.table()), &keys, true);
    QCOMPARE(keys.size(), qsizetype(MemberColumn::Count));
    compare(memberRows, truth.members(), keys);
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestWholePools)
#include "tst_wholepools.moc"
