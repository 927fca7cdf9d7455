// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"
#include "inventory/rowpatch.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

RowPatch decodePool(const QByteArray &json)
{
    JsonIssues issues;
    const QJsonDocument document = QJsonDocument::fromJson(json);
    return decodeRows(poolCatalogue(), RowKind::Pool, GroupSet().set(), JsonReader(document.object(), issues))
        .rows.value(0);
}

CellValue valueOf(const RowPatch &patch, ColumnIndex column)
{
    for (const auto &[index, value] : patch.values) {
        if (index == column)
            return value;
    }
    return {};
}

} // namespace

class TestPoolColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreThoseOfTheProduct();
    void defaultColumns();
    void everyColumnSpeaks();
    void everyColumnCanBeAskedForAndDecoded();
    void masks_data();
    void masks();
    void cells_data();
    void cells();
    void wrongTypesCostTheirCellsOnly();
    void countsOfNoneAreDoubted_data();
    void countsOfNoneAreDoubted();
};

void TestPoolColumns::keysAreThoseOfTheProduct()
{
    QStringList keys;
    for (const ColumnIndex column : poolCatalogue().allColumns())
        keys.append(QString::fromLatin1(poolCatalogue().column(column).key));
    QCOMPARE(keys.join(u' '),
             u"id name region type devices hardware_count virtual_count bare_metal_instance_count "
             "controller_count private_network_only_count allocation_gb out_public_gb in_public_gb "
             "used_percent projected_public_gb "
             "projected_percent over over_by_gb fee_month_usd created ends row_state"_s);
    QCOMPARE(QByteArray(poolCatalogue().column(PoolColumn::Over).key), QByteArray("over"));
    QCOMPARE(poolCatalogue().nameColumn(), ColumnIndex(PoolColumn::Name));
}

void TestPoolColumns::defaultColumns()
{
    QStringList keys;
    for (const ColumnIndex column : poolCatalogue().defaultColumns())
        keys.append(QString::fromLatin1(poolCatalogue().column(column).key));
    QCOMPARE(keys.join(u' '), u"name region devices allocation_gb out_public_gb used_percent "
                              "projected_public_gb over fee_month_usd ends"_s);
}

void TestPoolColumns::everyColumnSpeaks()
{
    QSet<QString> titles;
    for (const ColumnSpec &column : poolCatalogue().columns()) {
        titles.insert(column.translatedTitle());
        QVERIFY2(column.translatedDescription().endsWith(u'.'), column.key);
    }
    QCOMPARE(titles.size(), qsizetype(PoolColumn::Count));
}

void TestPoolColumns::everyColumnCanBeAskedForAndDecoded()
{
    GroupSet groups;
    for (const ColumnSpec &column : poolCatalogue().columns()) {
        groups.set(static_cast<std::size_t>(column.group));
        const bool isAsked = QByteArray(column.key) != "row_state" && !column.isOfRowsBelow;
        QVERIFY2((column.mask(RowKind::Pool) != nullptr) == isAsked, column.key);
        QVERIFY2(column.mask(RowKind::BareMetal) == nullptr && column.mask(RowKind::Virtual) == nullptr,
                 column.key);
    }
    QCOMPARE(groups, poolCatalogue().groupsOfKind(RowKind::Pool));
    QCOMPARE(groups.count(), std::size_t(PoolGroup::Count));
}

void TestPoolColumns::masks_data()
{
    QTest::addColumn<int>("group");
    QTest::addColumn<QByteArray>("text");
    QTest::newRow("identity") << int(PoolGroup::Identity)
                              << QByteArray("mask[id,name,bandwidthAllotmentTypeId]");
    QTest::newRow("terms") << int(PoolGroup::Terms)
                           << QByteArray("mask[id,locationGroup[id,name],totalBandwidthAllocated,"
                                         "createDate,endDate]");
    QTest::newRow("devices") << int(PoolGroup::Devices)
                             << QByteArray("mask[id,hardwareCount,virtualGuestCount,bareMetalInstanceCount,"
                                           "applicationDeliveryControllerCount,"
                                           "privateNetworkOnlyHardwareCount,activeDetailCount]");
    QTest::newRow("fee") << int(PoolGroup::Fee)
                         << QByteArray("mask[id,billingItem[id,nextInvoiceTotalRecurringAmount]]");
}

void TestPoolColumns::masks()
{
    QFETCH(int, group);
    QTEST(poolCatalogue().mask(RowKind::Pool, groupSet(group)).toText(), "text");
}

void TestPoolColumns::cells_data()
{
    using namespace PoolColumn;
    QTest::addColumn<QByteArray>("json"); // of the pool, without its id
    QTest::addColumn<int>("column");
    QTest::addColumn<CellValue>("value");
    const auto row = [](const char *name, ColumnIndex column, const char *json, CellValue value) {
        QTest::newRow(name) << QByteArray(json) << column << std::move(value);
    };
    const CellValue nothing;

    row("name", Name, R"("name":" EU pool ")", text(" EU pool ")); // as sent
    row("name absent", Name, R"("x":1)", nothing);
    row("region", Region, R"("locationGroup":{"id":2,"name":"AMS/LON/MAD/PAR"})", text("AMS/LON/MAD/PAR"));
    row("region null", Region, R"("locationGroup":null)", nothing);
    row("region empty", Region, R"("locationGroup":[])", nothing);
    row("pool", Type, R"("bandwidthAllotmentTypeId":2)", text("pool"));
    row("default rack", Type, R"("bandwidthAllotmentTypeId":1)", text("default_rack"));
    row("unheard-of type", Type, R"("bandwidthAllotmentTypeId":7)", text("7"));
    row("type as text", Type, R"("bandwidthAllotmentTypeId":"2")", text("pool"));

    row("devices", Devices,
        R"("hardwareCount":1,"virtualGuestCount":2,"bareMetalInstanceCount":4,"applicationDeliveryControllerCount":8,"privateNetworkOnlyHardwareCount":16)",
        qint64(31));
    row("some counts are not told", Devices, R"("hardwareCount":3,"virtualGuestCount":null)", qint64(3));
    row("no count is told", Devices, R"("x":1)", nothing);
    row("nobody", Devices, R"("hardwareCount":0,"virtualGuestCount":0)", qint64(0));
    row("more shares than devices", Devices, R"("hardwareCount":0,"activeDetailCount":68)", nothing);
    row("private only", PrivateNetworkOnlyCount, R"("privateNetworkOnlyHardwareCount":3)", qint64(3));
    row("none, and as many shares as devices", VirtualCount,
        R"("hardwareCount":3,"virtualGuestCount":0,"activeDetailCount":3)", qint64(0));
    row("none, and fewer shares", VirtualCount,
        R"("hardwareCount":3,"virtualGuestCount":0,"activeDetailCount":1)", qint64(0));
    row("none, but more shares than devices", VirtualCount,
        R"("hardwareCount":3,"virtualGuestCount":0,"activeDetailCount":4)", nothing);
    row("some, and more shares than devices", HardwareCount,
        R"("hardwareCount":3,"virtualGuestCount":0,"activeDetailCount":4)", qint64(3));
    row("none at all, but shares", HardwareCount,
        R"("hardwareCount":0,"virtualGuestCount":0,"activeDetailCount":1)", nothing);
    row("controllers", ControllerCount, R"("applicationDeliveryControllerCount":2)", qint64(2));

    row("allocation", AllocationGb, R"("totalBandwidthAllocated":20250)", decimal("20250"));
    row("allocation as text", AllocationGb, R"("totalBandwidthAllocated":"20250")", decimal("20250"));
    row("no allocation", AllocationGb, R"("totalBandwidthAllocated":0)", decimal("0"));
    row("outbound without a zero", OutPublicGb, R"("outboundPublicBandwidthUsage":".5")", decimal("0.5"));
    row("outbound of the cycle", OutPublicGb,
        R"("billingCyclePublicBandwidthUsage":{"amountIn":"0","amountOut":"0"})", decimal("0"));
    row("the sum wins", OutPublicGb,
        R"("outboundPublicBandwidthUsage":"7","billingCyclePublicBandwidthUsage":{"amountOut":"6"})",
        decimal("7"));
    row("the cycle has no amount", OutPublicGb, R"("billingCyclePublicBandwidthUsage":{"amountIn":"1"})",
        nothing);
    row("inbound of the cycle", InPublicGb, R"("billingCyclePublicBandwidthUsage":{"amountIn":".25"})",
        decimal("0.25"));
    row("inbound null", InPublicGb, R"("inboundPublicBandwidthUsage":null)", nothing);
    row("projection", ProjectedPublicGb, R"("projectedPublicBandwidthUsage":2514.17)", decimal("2514.17"));
    row("no projection", ProjectedPublicGb, R"("projectedPublicBandwidthUsage":"")", nothing);

    row("used", UsedPercent, R"("totalBandwidthAllocated":200,"outboundPublicBandwidthUsage":"50")",
        decimal("25"));
    row("used, half a hundredth", UsedPercent,
        R"("totalBandwidthAllocated":1000,"outboundPublicBandwidthUsage":"19.65")", decimal("1.97"));
    row("used more than there is", UsedPercent,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"250.5")", decimal("250.5"));
    row("used of the cycle", UsedPercent,
        R"("totalBandwidthAllocated":100,"billingCyclePublicBandwidthUsage":{"amountOut":"0"})",
        decimal("0"));
    row("used of nothing", UsedPercent, R"("totalBandwidthAllocated":0,"outboundPublicBandwidthUsage":"5")",
        nothing);
    row("unknown use", UsedPercent, R"("totalBandwidthAllocated":100)", nothing);
    row("unknown allocation", UsedPercent, R"("outboundPublicBandwidthUsage":"5")", nothing);
    row("projected percent", ProjectedPercent,
        R"("totalBandwidthAllocated":20250,"projectedPublicBandwidthUsage":2514.17)", decimal("12.42"));
    row("projected percent of nothing", ProjectedPercent,
        R"("totalBandwidthAllocated":0,"projectedPublicBandwidthUsage":1)", nothing);

    row("over now", Over, R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"100.00001")",
        text("now"));
    row("exactly what there is", Over,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"100","projectedPublicBandwidthUsage":100)",
        text("no"));
    row("projected over", Over,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"50","projectedPublicBandwidthUsage":100.5)",
        text("projected"));
    row("now wins", Over,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"101","projectedPublicBandwidthUsage":300)",
        text("now"));
    row("something of nothing", Over, R"("totalBandwidthAllocated":0,"outboundPublicBandwidthUsage":".1")",
        text("now"));
    row("by flags", Over, R"("overBandwidthAllocationFlag":0,"projectedOverBandwidthAllocationFlag":1)",
        text("projected"));
    row("over by flag", Over, R"("overBandwidthAllocationFlag":1)", text("now"));
    row("not over by flags", Over,
        R"("overBandwidthAllocationFlag":0,"projectedOverBandwidthAllocationFlag":false)", text("no"));
    row("amounts win over flags", Over,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"5","overBandwidthAllocationFlag":1,"projectedOverBandwidthAllocationFlag":0)",
        text("no"));
    row("not now, later unknown", Over, R"("overBandwidthAllocationFlag":0)", nothing);
    row("all unknown", Over, R"("x":1)", nothing);

    row("over by", OverByGb,
        R"("totalBandwidthAllocated":20250,"outboundPublicBandwidthUsage":"5","projectedPublicBandwidthUsage":25000.5)",
        decimal("4750.5"));
    row("over already, with a projection", OverByGb,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"101","projectedPublicBandwidthUsage":300)",
        decimal("200"));
    row("over already, and no projection", OverByGb,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"100.25")", decimal("0.25"));
    row("more went out than was projected", OverByGb,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"120","projectedPublicBandwidthUsage":90)",
        decimal("20"));
    row("over by all of it", OverByGb, R"("totalBandwidthAllocated":0,"projectedPublicBandwidthUsage":7)",
        decimal("7"));
    row("over by nothing", OverByGb, R"("totalBandwidthAllocated":100,"projectedPublicBandwidthUsage":100)",
        nothing);
    row("within", OverByGb,
        R"("totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"5","projectedPublicBandwidthUsage":50)",
        nothing);
    row("over by, of an unknown allocation", OverByGb, R"("projectedPublicBandwidthUsage":7)", nothing);
    row("over by, by flags alone", OverByGb, R"("overBandwidthAllocationFlag":1)", nothing);

    row("fee", FeeMonthUsd, R"("billingItem":{"id":1,"nextInvoiceTotalRecurringAmount":25})", decimal("25"));
    row("free", FeeMonthUsd, R"("billingItem":{"id":1,"nextInvoiceTotalRecurringAmount":0})", decimal("0"));
    row("nothing is billed", FeeMonthUsd, R"("x":1)", nothing);
    row("created", Created, R"("createDate":"2022-07-25T08:31:17-06:00")", time("2022-07-25T14:31:17Z"));
    row("stays", Ends, R"("endDate":null)", nothing);
    row("ends", Ends, R"("endDate":"2026-02-28T23:00:00-06:00")", time("2026-03-01T05:00:00Z"));
}

void TestPoolColumns::cells()
{
    QFETCH(QByteArray, json);
    QFETCH(int, column);
    QFETCH(CellValue, value);
    const RowPatch patch = decodePool("{\"id\":309001," + json + '}');
    QCOMPARE(patch.key, (RowKey{RowKind::Pool, 309001}));
    QVERIFY(patch.failed.empty());
    QCOMPARE(valueOf(patch, column), value);
}

void TestPoolColumns::wrongTypesCostTheirCellsOnly()
{
    const RowPatch patch = decodePool(R"({"id":1,"name":"a","hardwareCount":{"a":1},"virtualGuestCount":2,
        "totalBandwidthAllocated":100,"outboundPublicBandwidthUsage":"5"})");
    QCOMPARE(patch.failed.size(), std::size_t(1));
    QCOMPARE(patch.failed.front().first, int(PoolGroup::Devices));
    QVERIFY(patch.failed.front().second.kind == ApiError::Kind::BadResponse);
    QVERIFY(!patch.loaded.test(PoolGroup::Devices));
    QCOMPARE(valueOf(patch, PoolColumn::VirtualCount), CellValue(qint64(2))); // it came
    QCOMPARE(valueOf(patch, PoolColumn::Devices), CellValue());               // it would be too few
    QCOMPARE(valueOf(patch, PoolColumn::HardwareCount), CellValue());
    QCOMPARE(valueOf(patch, PoolColumn::UsedPercent), decimal("5"));

    const RowPatch tooLarge = decodePool(R"({"id":1,"hardwareCount":"123456789012345678"})");
    QVERIFY(!tooLarge.loaded.test(PoolGroup::Devices)); // could not be added up
}

void TestPoolColumns::countsOfNoneAreDoubted_data()
{
    QTest::addColumn<QByteArray>("counts");
    QTest::addColumn<QByteArray>("allocation"); // in the same answer; "": it stands in the table
    QTest::addColumn<CellValue>("devices");
    const CellValue nothing;
    const QByteArray none = R"("hardwareCount":0,"virtualGuestCount":0)";
    QTest::newRow("an allocation") << none << QByteArray("250") << nothing;
    QTest::newRow("an allocation in the list") << none << QByteArray() << nothing;
    QTest::newRow("no allocation") << none << QByteArray("0") << CellValue(qint64(0));
    QTest::newRow("traffic") << none + R"(,"outboundPublicBandwidthUsage":"3.5")" << QByteArray("0")
                             << nothing;
    QTest::newRow("no traffic") << none + R"(,"outboundPublicBandwidthUsage":"0")" << QByteArray("0")
                                << CellValue(qint64(0));
    QTest::newRow("an allocation, and somebody who has it")
        << QByteArray(R"("hardwareCount":1,"virtualGuestCount":0)") << QByteArray("250")
        << CellValue(qint64(1));
}

/// The allocation is that of the members, and so is the traffic.
void TestPoolColumns::countsOfNoneAreDoubted()
{
    QFETCH(QByteArray, counts);
    QFETCH(QByteArray, allocation);
    QFETCH(CellValue, devices);
    InventoryTable table(poolCatalogue());
    table.listRow(decodePool(R"({"id":3,"name":"EU","totalBandwidthAllocated":250})"), nullptr);
    const QByteArray ofAnswer = allocation.isEmpty() ? QByteArray("0") : allocation;
    RowPatch answer = decodePool(R"({"id":3,"totalBandwidthAllocated":)" + ofAnswer + ',' + counts + '}');
    if (allocation.isEmpty())
        answer.loaded.reset(PoolGroup::Terms);
    poolsTable.complete(table, answer);
    QCOMPARE(valueOf(answer, PoolColumn::Devices), devices);
    const bool isDoubted = devices == CellValue();
    QCOMPARE(valueOf(answer, PoolColumn::VirtualCount), isDoubted ? CellValue() : CellValue(qint64(0)));
    QVERIFY(answer.loaded.test(PoolGroup::Devices)); // it came, and tells nothing
    if (!allocation.isEmpty())
        QVERIFY(valueOf(answer, PoolColumn::AllocationGb) != CellValue());
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestPoolColumns)
#include "tst_poolcolumns.moc"
