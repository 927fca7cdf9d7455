// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/kinds.h"
#include "inventory/rowpatch.h"
#include "support/testmain.h"

#include <QJsonDocument>
#include <QSet>
#include <QTest>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

class TestMemberColumns : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void keysAreThoseOfTheProduct();
    void defaultColumns();
    void everyColumnSpeaks();
    void groupsOfKinds();
    void masks();
    void cells_data();
    void cells();
    void tellWhichPoolHasTheirShare_data();
    void tellWhichPoolHasTheirShare();
    void controllersAreKnownByName();
    void rowsOfDevicesThatAreNotVisible();
};

void TestMemberColumns::keysAreThoseOfTheProduct()
{
    QStringList keys;
    for (const ColumnIndex column : memberCatalogue().allColumns())
        keys.append(QString::fromLatin1(memberCatalogue().column(column).key));
    QCOMPARE(keys.join(u' '), u"pool_id pool kind id fqdn datacenter public_ip allocation_gb out_public_gb "
                              "in_public_gb projected_public_gb pool_share_percent since leaves row_state"_s);
    QCOMPARE(memberCatalogue().nameColumn(), ColumnIndex(MemberColumn::Fqdn));
}

void TestMemberColumns::defaultColumns()
{
    QStringList keys;
    for (const ColumnIndex column : memberCatalogue().defaultColumns())
        keys.append(QString::fromLatin1(memberCatalogue().column(column).key));
    QCOMPARE(keys.join(u' '),
             u"pool kind fqdn datacenter public_ip allocation_gb out_public_gb pool_share_percent"_s);
}

void TestMemberColumns::everyColumnSpeaks()
{
    QSet<QString> titles;
    for (const ColumnSpec &column : memberCatalogue().columns()) {
        titles.insert(column.translatedTitle());
        QVERIFY2(column.translatedDescription().endsWith(u'.'), column.key);
    }
    QCOMPARE(titles.size(), qsizetype(MemberColumn::Count));
}

void TestMemberColumns::groupsOfKinds()
{
    GroupSet all;
    for (std::size_t group = 0; group < MemberGroup::Count; ++group)
        all.set(group);
    for (const RowKind kind :
         {RowKind::BareMetal, RowKind::Virtual, RowKind::BareMetalInstance, RowKind::NotVisible})
        QCOMPARE(memberCatalogue().groupsOfKind(kind), all);
    QCOMPARE(memberCatalogue().groupsOfKind(RowKind::Controller), groupSet(MemberGroup::Identity));
}

void TestMemberColumns::masks()
{
    const auto mask = [](RowKind kind, GroupSet groups) {
        return memberCatalogue().mask(kind, groups).toText();
    };
    const GroupSet identity = groupSet(MemberGroup::Identity);
    QCOMPARE(mask(RowKind::Virtual, identity), QByteArray("mask[id,fullyQualifiedDomainName]"));
    QCOMPARE(mask(RowKind::BareMetal, identity),
             QByteArray("mask(SoftLayer_Hardware_Server)[id,fullyQualifiedDomainName]"));
    QCOMPARE(mask(RowKind::BareMetalInstance, identity), mask(RowKind::BareMetal, identity));
    QCOMPARE(mask(RowKind::Controller, identity), QByteArray("mask[id,name]"));
    QCOMPARE(mask(RowKind::Virtual, groupSet(MemberGroup::Allotment)),
             QByteArray("mask[id,bandwidthAllotmentDetail[id,bandwidthAllotmentId,effectiveDate,"
                        "endEffectiveDate,allocation[id,amount]]]"));
    for (const char *secret : {"passwords", "userData", "remoteManagementAccounts"})
        QVERIFY(!mask(RowKind::BareMetal, GroupSet().set()).contains(secret));
}

void TestMemberColumns::cells_data()
{
    using namespace MemberColumn;
    QTest::addColumn<QByteArray>("json"); // of the device, without its id
    QTest::addColumn<int>("column");
    QTest::addColumn<CellValue>("value");
    const auto row = [](const char *name, ColumnIndex column, const char *json, CellValue value) {
        QTest::newRow(name) << QByteArray(json) << column << std::move(value);
    };
    const CellValue nothing;

    row("name", Fqdn, R"("fullyQualifiedDomainName":"a.example.com")", text("a.example.com"));
    row("name empty", Fqdn, R"("fullyQualifiedDomainName":"")", nothing);
    row("datacenter", Datacenter, R"("datacenter":{"id":1,"name":"dal10"})", text("dal10"));
    row("no datacenter", Datacenter, R"("datacenter":null)", nothing);
    row("address", PublicIp, R"("primaryIpAddress":"203.0.113.5")", text("203.0.113.5"));
    row("no address", PublicIp, R"("x":1)", nothing);
    row("allocation", AllocationGb,
        R"("bandwidthAllotmentDetail":{"id":1,"allocation":{"id":2,"amount":"20000"}})", decimal("20000"));
    row("allocation of nothing", AllocationGb,
        R"("bandwidthAllotmentDetail":{"id":1,"allocation":{"amount":"0"}})", decimal("0"));
    row("no allotment", AllocationGb, R"("bandwidthAllotmentDetail":null)", nothing);
    row("allotment without allocation", AllocationGb, R"("bandwidthAllotmentDetail":{"id":1})", nothing);
    row("out", OutPublicGb, R"("outboundPublicBandwidthUsage":".16204")", decimal("0.16204"));
    row("out zero", OutPublicGb, R"("outboundPublicBandwidthUsage":"0")", decimal("0"));
    row("out as number", OutPublicGb, R"("outboundPublicBandwidthUsage":12.5)", decimal("12.5"));
    row("out unknown", OutPublicGb, R"("outboundPublicBandwidthUsage":null)", nothing);
    row("the 30 days' sum is not it", OutPublicGb, R"("outboundBandwidthUsage":"99")", nothing);
    row("in", InPublicGb, R"("inboundPublicBandwidthUsage":".5")", decimal("0.5"));
    row("projected", ProjectedPublicGb, R"("projectedPublicBandwidthUsage":3.25)", decimal("3.25"));
    row("what is to be divided", PoolSharePercent, R"("outboundPublicBandwidthUsage":".5")", decimal("0.5"));
    row("since", Since, R"("bandwidthAllotmentDetail":{"effectiveDate":"2023-05-03T23:00:00-06:00"})",
        time("2023-05-04T05:00:00Z"));
    row("stays", Leaves, R"("bandwidthAllotmentDetail":{"endEffectiveDate":null})", nothing);
    row("leaves", Leaves, R"("bandwidthAllotmentDetail":{"endEffectiveDate":"2026-03-01T00:00:00-06:00"})",
        time("2026-03-01T06:00:00Z"));
}

void TestMemberColumns::cells()
{
    QFETCH(QByteArray, json);
    QFETCH(int, column);
    QFETCH(CellValue, value);
    for (const RowKind kind : {RowKind::BareMetal, RowKind::BareMetalInstance, RowKind::Virtual}) {
        JsonIssues issues;
        const QJsonDocument document = QJsonDocument::fromJson("{\"id\":5," + json + '}');
        const RowPatches patches =
            decodeRows(memberCatalogue(), kind, GroupSet().set(), JsonReader(document.object(), issues));
        QCOMPARE(patches.rows.size(), 1);
        QVERIFY(patches.rows.first().failed.empty());
        InventoryTable table(memberCatalogue());
        table.listRow(patches.rows.first(), nullptr);
        QCOMPARE(table.value(0, column), value);
        QCOMPARE(table.value(0, MemberColumn::Id), CellValue(qint64(5)));
        QCOMPARE(table.value(0, MemberColumn::Kind), CellValue(QString::fromLatin1(kindSpec(kind).key)));
    }
}

void TestMemberColumns::tellWhichPoolHasTheirShare_data()
{
    QTest::addColumn<QByteArray>("json"); // of the device, without its id
    QTest::addColumn<qint64>("pool");     // 0: it does not tell
    const auto row = [](const char *name, const char *json, qint64 pool) {
        QTest::newRow(name) << QByteArray(json) << pool;
    };
    row("a pool", R"(,"bandwidthAllotmentDetail":{"id":1,"bandwidthAllotmentId":309001})", 309001);
    row("not asked", "", 0);
    row("no share", R"(,"bandwidthAllotmentDetail":null)", 0);
    row("nothing", R"(,"bandwidthAllotmentDetail":{"id":1,"bandwidthAllotmentId":null})", 0);
    row("no number", R"(,"bandwidthAllotmentDetail":{"id":1,"bandwidthAllotmentId":{"a":1}})", 0);
}

/// It costs no cell if it makes no sense.
void TestMemberColumns::tellWhichPoolHasTheirShare()
{
    QFETCH(QByteArray, json);
    QFETCH(qint64, pool);
    JsonIssues issues;
    const QJsonDocument document = QJsonDocument::fromJson("{\"id\":5" + json + '}');
    const RowPatches patches = decodeRows(memberCatalogue(), RowKind::Virtual, GroupSet().set(),
                                          JsonReader(document.object(), issues));
    QCOMPARE(patches.rows.size(), 1);
    QCOMPARE(patches.rows.first().ownParent.value_or(0), pool);
    QVERIFY(patches.rows.first().failed.empty());
}

void TestMemberColumns::controllersAreKnownByName()
{
    JsonIssues issues;
    const QJsonDocument document = QJsonDocument::fromJson(R"({"id":41007,"name":"ADC-6"})");
    InventoryTable table(memberCatalogue());
    table.listRow(decodeRows(memberCatalogue(), RowKind::Controller, GroupSet().set(),
                             JsonReader(document.object(), issues))
                      .rows.first(),
                  nullptr);
    QCOMPARE(table.value(0, MemberColumn::Fqdn), text("ADC-6"));
    QCOMPARE(table.value(0, MemberColumn::Kind), text("controller"));
    QCOMPARE(table.cellState(0, MemberColumn::OutPublicGb), CellState::Empty);
    QCOMPARE(table.rowState(0, GroupSet().set()), RowState::Complete);
}

void TestMemberColumns::rowsOfDevicesThatAreNotVisible()
{
    RowPatch patch;
    patch.key = {RowKind::NotVisible, 309001};
    patch.loaded.set(MemberGroup::Identity);
    patch.values.emplace_back(MemberColumn::Fqdn, text("2 not visible"));
    InventoryTable table(memberCatalogue());
    table.listRow(patch, nullptr);
    QCOMPARE(table.value(0, MemberColumn::Kind), text("not_visible"));
    QCOMPARE(table.value(0, MemberColumn::Id), CellValue()); // the pool's number is none of a device
    QVERIFY(!table.hasValue(0, MemberColumn::Id));
    // Never complete, whatever is asked for.
    QCOMPARE(table.rowState(0, groupSet(MemberGroup::Identity)), RowState::Partial);
    table.setFailure(0, groupSet(MemberGroup::Place), CellState::Refused,
                     ApiError::make(ApiError::Kind::Forbidden));
    QCOMPARE(table.rowState(0, groupSet(MemberGroup::Identity)), RowState::Refused);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestMemberColumns)
#include "tst_membercolumns.moc"
