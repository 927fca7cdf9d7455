// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/columnsample.h"
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
