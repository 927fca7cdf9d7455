// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/csv/csvparser.h"
#include "app/inventory/tablebuilder.h"
#include "csv/inventorycsv.h"
#include "inventory/celltext.h"
#include "support/testmain.h"

#include <QBuffer>
#include <QRandomGenerator>
#include <QTest>

#include <utility>
#include <vector>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;
using namespace layerscope::ServerColumn;

namespace {

InventoryTable servers()
{
    InventoryTable table = makeTable({
        bareMetal(1, {{Fqdn, text("db01.example.com")},
                      {MemoryGb, decimal("64")},
                      {FeeMonthUsd, decimal("412.50")},
                      {OutPublicGb, decimal(".48562")},
                      {PrivateOnly, true},
                      {Created, time("2026-11-22T15:02:00+01:00")},
                      {Notes, text("a, \"b\"\nc")},
                      {Tags, text("x;y")}}),
        virtualServer(2, {{Fqdn, text("=web")},
                          {MemoryGb, decimal("0.5")},
                          {FeeMonthUsd, decimal("-3")},
                          {OutPublicGb, CellValue()},
                          {PrivateOnly, false},
                          {Created, CellValue()},
                          {Notes, text("+49 café")},
                          {Tags, text("-t")}}),
        virtualServer(3, {{Fqdn, text("fresh")}}),
        bareMetal(4, {{Fqdn, text("refused")}}),
        bareMetal(5, {{Fqdn, text("failed")}}),
        bareMetal(6, {{Fqdn, text("gone")}}),
    });
    const GroupSet groups = table.missingGroups(3, GroupSet().set());
    table.setFailure(3, groups, CellState::Refused, ApiError::make(ApiError::Kind::NotFound));
    table.setFailure(4, groups, CellState::Failed, ApiError::make(ApiError::Kind::Server));
    table.setGone(5);
    return table;
}

const QList<ColumnIndex> columns{Id,          Kind,    Fqdn,  MemoryGb, FeeMonthUsd,           OutPublicGb,
                                 PrivateOnly, Created, Notes, Tags,     ServerColumn::RowState};

QByteArray written(const InventoryCsv &csv, CsvSummary *summary = nullptr)
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const Result<CsvSummary> result = writeInventoryCsv(csv, buffer, CancelToken());
    if (!result)
        qFatal("a buffer does not fail");
    if (summary != nullptr)
        *summary = *result;
    return buffer.data();
}

} // namespace

class TestInventoryCsv : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void plain();
    void excel();
    void titles();
    void rowsAndColumnsAsGiven();
    void summaryGoesByTheColumns();
    void noRows();
    void oneColumn();
    void staleValues();
    void everyCellComesBack();
    void progress();
    void cancelled();
    void fullDevice();
};

void TestInventoryCsv::plain()
{
    InventoryCsv csv = InventoryCsv::of(servers());
    csv.columns = columns;
    CsvSummary summary;
    const QByteArray bytes = written(csv, &summary);
    QCOMPARE(
        bytes,
        QByteArray(
            "id,kind,fqdn,memory_gb,fee_month_usd,out_public_gb,private_only,created,notes,tags,row_state\r\n"
            "1,bare_metal,db01.example.com,64,412.50,0.48562,true,2026-11-22T14:02:00Z,\"a, "
            "\"\"b\"\"\nc\",x;y,complete\r\n"
            "2,virtual,=web,0.5,-3,,false,,+49 caf\xC3\xA9,-t,complete\r\n"
            "3,virtual,fresh,,,,,,,,partial\r\n"
            "4,bare_metal,refused,,,,,,,,refused\r\n"
            "5,bare_metal,failed,,,,,,,,failed\r\n"
            "6,bare_metal,gone,,,,,,,,gone\r\n"));
    QCOMPARE(summary.rows, 6);
    QCOMPARE(summary.completeRows, 2);
    QCOMPARE(summary.partialRows, 1);
    QCOMPARE(summary.refusedRows, 1);
    QCOMPARE(summary.failedRows, 1);
    QCOMPARE(summary.goneRows, 1);
    QCOMPARE(summary.bytes, bytes.size());
    QVERIFY(!summary.isComplete());
}

void TestInventoryCsv::excel()
{
    InventoryCsv csv = InventoryCsv::of(
        servers(), CsvFormat::of(CsvPreset::Excel, QLocale(QLocale::German, QLocale::Germany)));
    csv.columns = columns;
    csv.rows = {0, 1};
    QCOMPARE(written(csv), QByteArray("\xEF\xBB\xBFid;kind;fqdn;memory_gb;fee_month_usd;out_public_gb;"
                                      "private_only;created;notes;tags;row_state\r\n"
                                      "1;bare_metal;db01.example.com;64;412,50;0,48562;true;2026-11-22T14:02:"
                                      "00Z;\"a, \"\"b\"\"\nc\";\"x;y\";complete\r\n"
                                      "2;virtual;'=web;0,5;-3;;false;;'+49 caf\xC3\xA9;'-t;complete\r\n"));
}

void TestInventoryCsv::titles()
{
    InventoryCsv csv = InventoryCsv::of(makeTable({}));
    csv.format.hasTitlesAsHeader = true;
    csv.columns = {Fqdn, FeeMonthUsd};
    QCOMPARE(written(csv), QByteArray("Name,$/month\r\n"));
}

void TestInventoryCsv::rowsAndColumnsAsGiven()
{
    InventoryCsv csv = InventoryCsv::of(servers());
    csv.columns = {Fqdn, Id};
    csv.rows = {2, 0};
    QCOMPARE(written(csv), QByteArray("fqdn,id\r\nfresh,3\r\ndb01.example.com,1\r\n"));
    QCOMPARE(InventoryCsv::of(servers()).columns, serverCatalogue().defaultColumns());
}

void TestInventoryCsv::summaryGoesByTheColumns()
{
    InventoryCsv csv = InventoryCsv::of(servers());
    csv.columns = {Fqdn, ServerColumn::RowState};
    csv.rows = {2, 3, 4};
    CsvSummary summary;
    QCOMPARE(written(csv, &summary),
             QByteArray("fqdn,row_state\r\nfresh,complete\r\nrefused,complete\r\nfailed,complete\r\n"));
    QVERIFY(summary.isComplete());
}

void TestInventoryCsv::noRows()
{
    InventoryCsv csv = InventoryCsv::of(makeTable({}));
    csv.columns = {Id, Fqdn};
    CsvSummary summary;
    QCOMPARE(written(csv, &summary), QByteArray("id,fqdn\r\n"));
    QCOMPARE(summary.rows, 0);
    QVERIFY(summary.isComplete());
}

void TestInventoryCsv::oneColumn()
{
    InventoryCsv csv = InventoryCsv::of(servers());
    csv.columns = {Owner};
    csv.rows = {0, 1};
    QCOMPARE(written(csv), QByteArray("owner\r\n\"\"\r\n\"\"\r\n"));
}

void TestInventoryCsv::staleValues()
{
    InventoryTable table = servers();
    table.beginLoad();
    InventoryCsv csv = InventoryCsv::of(table);
    csv.columns = {Fqdn, FeeMonthUsd, ServerColumn::RowState};
    csv.rows = {0};
    QCOMPARE(written(csv), QByteArray("fqdn,fee_month_usd,row_state\r\ndb01.example.com,412.50,partial\r\n"));
}

/// Random texts of every kind of trouble in every text column, read back by another parser.
void TestInventoryCsv::everyCellComesBack()
{
    QRandomGenerator random(5);
    const QStringList pieces{u"a"_s, u","_s, u";"_s, u"\""_s, u"\r\n"_s, u"\n"_s,
                             u"="_s, u" "_s, u"é"_s, u"漢"_s, u"😀"_s,    u"'"_s};
    InventoryTable table(serverCatalogue());
    std::vector<std::vector<std::pair<ColumnIndex, QString>>> texts(400);
    for (int i = 0; i < 400; ++i) {
        RowPatch patch = bareMetal(i + 1, {});
        patch.loaded.set();
        for (ColumnIndex column = Hostname; column < ServerColumn::RowState; ++column) {
            if (random.bounded(4) == 0)
                continue;
            switch (serverCatalogue().column(column).type) {
            case ColumnType::Text: {
                QString value;
                for (int length = random.bounded(6); length > 0; --length)
                    value += pieces[random.bounded(static_cast<int>(pieces.size()))];
                texts[static_cast<std::size_t>(i)].emplace_back(column, value);
                patch.values.emplace_back(column, value);
                break;
            }
            case ColumnType::Integer:
                patch.values.emplace_back(column, qint64(random.bounded(1000)));
                break;
            case ColumnType::Decimal:
                patch.values.emplace_back(column, Decimal(random.bounded(100'000), random.bounded(6)));
                break;
            case ColumnType::Flag:
                patch.values.emplace_back(column, random.bounded(2) == 0);
                break;
            case ColumnType::Timestamp:
                patch.values.emplace_back(column, Timestamp{random.bounded(qint64(2'000'000'000)) * 1000});
                break;
            }
        }
        table.listRow(patch, nullptr);
    }
    InventoryCsv csv = InventoryCsv::of(table);
    csv.columns = serverCatalogue().allColumns();
    for (const char separator : {',', ';'}) {
        csv.format.separator = separator;
        const auto read = parseCsv(written(csv), separator);
        QVERIFY(read);
        QCOMPARE(read->size(), table.rowCount() + 1);
        for (int row = 0; row < table.rowCount(); ++row) {
            QCOMPARE(read->at(row + 1).size(), csv.columns.size());
            const auto field = [&](ColumnIndex column) {
                return read->at(row + 1)[csv.columns.indexOf(column)];
            };
            for (ColumnIndex column = 0; column < ServerColumn::RowState; ++column)
                QCOMPARE(field(column), rawText(table, row, column));
            for (const auto &[column, text] : texts[static_cast<std::size_t>(row)])
                QCOMPARE(field(column), text);
            QCOMPARE(field(ServerColumn::RowState), u"complete"_s);
        }
    }
}

void TestInventoryCsv::progress()
{
    InventoryTable table(serverCatalogue());
    for (int i = 0; i < 12'000; ++i)
        table.listRow(bareMetal(i + 1, {}), nullptr);
    InventoryCsv csv = InventoryCsv::of(table);
    csv.columns = {Id};
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    QList<qint64> told;
    QVERIFY(writeInventoryCsv(csv, buffer, CancelToken(), [&told](qint64 rows) { told.append(rows); }));
    QCOMPARE(told, (QList<qint64>{5000, 10'000, 12'000}));
}

void TestInventoryCsv::cancelled()
{
    InventoryTable table(serverCatalogue());
    for (int i = 0; i < 12'000; ++i)
        table.listRow(bareMetal(i + 1, {}), nullptr);
    const InventoryCsv csv = InventoryCsv::of(table);
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const CancelToken token;
    qint64 last = 0;
    const auto result = writeInventoryCsv(csv, buffer, token, [&](qint64 rows) {
        last = rows;
        token.cancel();
    });
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Cancelled);
    QCOMPARE(last, 5000); // and no further
}

void TestInventoryCsv::fullDevice()
{
    QBuffer closed; // takes nothing
    const auto result = writeInventoryCsv(InventoryCsv::of(servers()), closed, CancelToken());
    QVERIFY(!result);
    QVERIFY(result.error().kind == ApiError::Kind::Storage);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestInventoryCsv)
#include "tst_inventorycsv.moc"
