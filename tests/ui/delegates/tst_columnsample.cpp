// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/columnsample.h"
#include "inventory/apiword.h"
#include "support/testmain.h"

#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestColumnSample : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void aColumnHasItsOwn()
    {
        ColumnSpec column{.key = "fqdn", .type = ColumnType::Text};
        const QString ofKey = sampleOf(column).value;
        QVERIFY(ofKey.contains(u".example.com"_s));
        column.sample = "Straße";
        QCOMPARE(sampleOf(column).value, u"Straße"_s);
    }

    void statesFitTheirColumns()
    {
        const ColumnSample ofServers = sampleOf(serverCatalogue().column(ServerColumn::State));
        QVERIFY(ofServers.isMarked);
        for (const QString &word : serverStateWords())
            QVERIFY2(word.size() <= ofServers.value.size(), qPrintable(word));
        const ColumnSample ofPools = sampleOf(poolCatalogue().column(PoolColumn::Over));
        QVERIFY(ofPools.isMarked);
        for (const QString &word : {u"now"_s, u"projected"_s, u"no"_s})
            QVERIFY2(apiWord(word).size() <= ofPools.value.size(), qPrintable(word));
    }

    /// Whoever says what the words of a column mean has said which there are.
    void wordsWithAToneFitTheirColumn()
    {
        static constexpr WordTone tones[] = {{"OPEN", Tone::Working}, {"CLOSED_FAILED", Tone::Bad}};
        const ColumnSample sample = sampleOf({.key = "nobody_has_it", .tones = tones});
        QVERIFY(sample.isMarked);
        QCOMPARE(sample.value, apiWord(u"CLOSED_FAILED"_s));
    }

    void addressesAndSizesFitTheirColumns()
    {
        QVERIFY(sampleOf({.key = "nobody_has_it", .holdsAddress = true}).value.size() >=
                u"255.255.255.255"_s.size());
        const ColumnSample size = sampleOf(
            {.key = "nobody_has_it", .unit = "bytes", .type = ColumnType::Integer, .isSummable = true});
        QVERIFY(size.value.size() >= u"888.8 GB"_s.size());
        QVERIFY(!size.sum.isEmpty());
    }

    /// A new column is as wide as others of its type, and has room for a sum if it has sums.
    void elseItsTypeDecides()
    {
        const auto ofType = [](ColumnType type, bool isSummable = false) {
            return sampleOf({.key = "nobody_has_it", .type = type, .isSummable = isSummable});
        };
        QCOMPARE(ofType(ColumnType::Timestamp).value,
                 sampleOf({.key = "created", .type = ColumnType::Timestamp}).value);
        QCOMPARE(ofType(ColumnType::Integer).value,
                 sampleOf({.key = "devices", .type = ColumnType::Integer}).value);
        for (const ColumnType type : {ColumnType::Integer, ColumnType::Decimal})
            QVERIFY(!ofType(type, true).sum.isEmpty());
        for (const ColumnType type : {ColumnType::Text, ColumnType::Flag, ColumnType::Integer}) {
            QVERIFY(!ofType(type).value.isEmpty());
            QVERIFY(ofType(type).sum.isEmpty());
        }
    }
};

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestColumnSample)
#include "tst_columnsample.moc"
