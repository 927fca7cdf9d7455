// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/celltext.h"
#include "inventory/inventorytable.h"
#include "support/testmain.h"

#include <QTest>
#include <QTimeZone>

#include <atomic>
#include <thread>

using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

ApiError refusal()
{
    return ApiError::make(ApiError::Kind::NotFound, u"no permission"_s);
}

QString toText(CellState state)
{
    static const char *const names[] = {"not asked", "loading", "value", "empty",
                                        "refused",   "failed",  "gone",  "stale"};
    return QString::fromLatin1(names[static_cast<int>(state)]);
}

/// State and value of the fee of row 0, e.g. "stale 12.5".
QString feeCell(const InventoryTable &table)
{
    const QString value = rawText(table, 0, ServerColumn::FeeMonthUsd);
    return toText(table.cellState(0, ServerColumn::FeeMonthUsd)) +
           (value.isEmpty() ? QString() : u' ' + value);
}

InventoryTable tableWithFee(const char *amount)
{
    return makeTable(
        {bareMetal(1, {{ServerColumn::Fqdn, text("db01")}, {ServerColumn::FeeMonthUsd, decimal(amount)}})});
}

InventoryTable largeTable(int rows)
{
    InventoryTable table(serverCatalogue());
    for (int i = 0; i < rows; ++i) {
        table.listRow(
            virtualServer(i + 1, {{ServerColumn::Fqdn, QString(u"web"_s + QString::number(i))},
                                  {ServerColumn::Datacenter, i % 2 == 0 ? text("dal10") : text("fra02")},
                                  {ServerColumn::Cores, qint64(i % 64)}}),
            nullptr);
    }
    return table;
}

/// A digest of what a snapshot shows, in order to see whether it changes.
quint64 digest(const InventoryTable &table)
{
    size_t sum = 0;
    for (int row = 0; row < table.rowCount(); ++row) {
        sum = qHashMulti(sum, table.text(row, ServerColumn::Fqdn), table.text(row, ServerColumn::Datacenter),
                         table.text(row, ServerColumn::Os),
                         int(table.cellState(row, ServerColumn::FeeMonthUsd)),
                         table.hasValue(row, ServerColumn::Cores) ? table.bits(row, ServerColumn::Cores) : -1,
                         int(table.rowState(row, allGroups)));
        if (const ApiError *error = table.failure(row, ServerGroup::Owner))
            sum = qHashMulti(sum, error->detail);
    }
    return sum;
}

} // namespace

class TestInventoryTable : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void emptyTable();
    void rowsAreKeyedByKindAndId();
    void listingAgainUpdates();
    void answersForStrangersAreDropped();
    void valuesOfEveryType();
    void textsThatComeAgainDoNotGrowThePool();
    void cellStates();
    void cellStatesOfAReload();
    void valuesHaveAnAge();
    void loadingThatIsCancelled();
    void failuresAndRetry();
    void failuresOfPatches();
    void goneRows();
    void rowStates();
    void groupsThatAKindDoesNotHave();
    void missingGroups();
    void rowsNotListed();
    void removeRows();
    void clearForgets();
    void revisions();
    void lackRevision();
    void snapshotsStay();
    void snapshotsAreReadWhileTheTableIsWritten();
    void hundredThousandRows();
};

void TestInventoryTable::emptyTable()
{
    InventoryTable table(serverCatalogue());
    QCOMPARE(table.rowCount(), 0);
    QCOMPARE(table.find({RowKind::Virtual, 1}), std::nullopt);
    table.beginLoad();
    QVERIFY(table.rowsNotListed(RowKind::Virtual).isEmpty());
    QVERIFY(table.removeRows({}).isEmpty());
}

void TestInventoryTable::rowsAreKeyedByKindAndId()
{
    InventoryTable table(serverCatalogue());
    bool isNew = false;
    QCOMPARE(table.listRow(bareMetal(7, {{ServerColumn::Fqdn, text("same")}}), &isNew), 0);
    QVERIFY(isNew);
    QCOMPARE(table.listRow(virtualServer(7, {{ServerColumn::Fqdn, text("same")}}), &isNew), 1);
    QVERIFY(isNew);
    QCOMPARE(table.find({RowKind::Virtual, 7}), std::optional(1));
    QCOMPARE(table.key(0), (RowKey{RowKind::BareMetal, 7}));
    QCOMPARE(table.text(0, ServerColumn::Kind), u"bare_metal"_s);
    QCOMPARE(table.text(1, ServerColumn::Kind), u"virtual"_s);
    QCOMPARE(table.value(1, ServerColumn::Id), CellValue(qint64(7)));
}

void TestInventoryTable::listingAgainUpdates()
{
    InventoryTable table = tableWithFee("1");
    bool isNew = true;
    QCOMPARE(table.listRow(bareMetal(1, {{ServerColumn::Fqdn, text("renamed")}}), &isNew), 0);
    QVERIFY(!isNew);
    QCOMPARE(table.text(0, ServerColumn::Fqdn), u"renamed"_s);
    QCOMPARE(feeCell(table), u"value 1"_s);
}

void TestInventoryTable::answersForStrangersAreDropped()
{
    InventoryTable table = tableWithFee("1");
    QCOMPARE(table.apply(bareMetal(99, {})), std::nullopt);
    QCOMPARE(table.apply(virtualServer(1, {})), std::nullopt);
    QCOMPARE(table.rowCount(), 1);
}

void TestInventoryTable::valuesOfEveryType()
{
    const InventoryTable table =
        makeTable({bareMetal(1, {{ServerColumn::Fqdn, text("db01")},
                                 {ServerColumn::Cores, qint64(16)},
                                 {ServerColumn::MemoryGb, decimal("0.50")},
                                 {ServerColumn::PrivateOnly, false},
                                 {ServerColumn::Created, time("2026-11-22T14:02:00Z")}})});
    QCOMPARE(table.value(0, ServerColumn::Fqdn), CellValue(u"db01"_s));
    QCOMPARE(table.value(0, ServerColumn::Cores), CellValue(qint64(16)));
    QVERIFY(table.value(0, ServerColumn::MemoryGb) == CellValue(Decimal(50, 2)));
    QCOMPARE(table.value(0, ServerColumn::PrivateOnly), CellValue(false));
    QCOMPARE(table.value(0, ServerColumn::Created), time("2026-11-22T14:02:00Z"));
    QCOMPARE(table.decimal(0, ServerColumn::Cores).toText(), QByteArray("16"));
    QCOMPARE(table.decimal(0, ServerColumn::MemoryGb).toText(), QByteArray("0.50"));
    QCOMPARE(table.value(0, ServerColumn::Os), CellValue());
    QCOMPARE(table.text(0, ServerColumn::Os), QString());
    QVERIFY(!table.hasValue(0, ServerColumn::RowState));
}

void TestInventoryTable::textsThatComeAgainDoNotGrowThePool()
{
    InventoryTable table = largeTable(10);
    const quint32 texts = table.textCount();
    table.beginLoad();
    for (int i = 0; i < 10; ++i)
        table.listRow(virtualServer(i + 1, {{ServerColumn::Fqdn, QString(u"web"_s + QString::number(i))}}),
                      nullptr);
    QCOMPARE(table.textCount(), texts);
}

void TestInventoryTable::cellStates()
{
    InventoryTable table = makeTable({bareMetal(1, {})});
    QCOMPARE(feeCell(table), u"not asked"_s);
    table.setLoading(0, feeGroup);
    QCOMPARE(feeCell(table), u"loading"_s);
    table.apply(bareMetal(1, {{ServerColumn::FeeMonthUsd, decimal("12.5")}}));
    QCOMPARE(feeCell(table), u"value 12.5"_s);
    QCOMPARE(table.cellState(0, ServerColumn::NextBill),
             CellState::Empty); // the same group, and not in the answer
    table.apply(bareMetal(1, {{ServerColumn::FeeMonthUsd, CellValue()}}));
    QCOMPARE(feeCell(table), u"empty"_s);
    QCOMPARE(table.cellState(0, ServerColumn::Owner), CellState::NotAsked); // another group

    InventoryTable other = makeTable({bareMetal(1, {})});
    other.setFailure(0, feeGroup, CellState::Refused, refusal());
    QCOMPARE(feeCell(other), u"refused"_s);
    other.setFailure(0, feeGroup, CellState::Failed, refusal());
    QCOMPARE(feeCell(other), u"failed"_s);
}

void TestInventoryTable::cellStatesOfAReload()
{
    InventoryTable table = tableWithFee("12.5");
    table.beginLoad();
    QCOMPARE(feeCell(table), u"stale 12.5"_s);
    table.setLoading(0, feeGroup);
    QCOMPARE(feeCell(table), u"loading 12.5"_s);
    for (const CellState state : {CellState::Failed, CellState::Refused}) {
        table.setFailure(0, feeGroup, state, refusal());
        QCOMPARE(feeCell(table), u"stale 12.5"_s); // what was known stays, and why it is old is known
        QCOMPARE(table.failure(0, ServerGroup::Fee)->detail, u"no permission"_s);
        QCOMPARE(table.rowState(0, feeGroup),
                 state == CellState::Failed ? RowState::Failed : RowState::Refused);
        QCOMPARE(table.missingGroups(0, feeGroup), GroupSet()); // it was asked for
        QVERIFY(table.clearFailures(0, feeGroup));
        QCOMPARE(table.missingGroups(0, feeGroup), feeGroup); // it will be asked for again
        table.setLoading(0, feeGroup);
        QCOMPARE(feeCell(table), u"loading 12.5"_s);
    }
    table.setFailure(0, feeGroup, CellState::Failed, refusal());
    table.beginLoad();
    QCOMPARE(feeCell(table), u"stale 12.5"_s);
    QCOMPARE(table.failure(0, ServerGroup::Fee), nullptr);
    table.apply(bareMetal(1, {{ServerColumn::FeeMonthUsd, decimal("13")}}));
    QCOMPARE(feeCell(table), u"value 13"_s);

    // What never had a value goes back to not asked, and what was empty to stale.
    InventoryTable other = makeTable({bareMetal(1, {})});
    other.setFailure(0, feeGroup, CellState::Refused, refusal());
    other.beginLoad();
    QCOMPARE(feeCell(other), u"not asked"_s);
    other.apply(bareMetal(1, {{ServerColumn::FeeMonthUsd, CellValue()}}));
    other.beginLoad();
    QCOMPARE(feeCell(other), u"stale"_s);
}

void TestInventoryTable::valuesHaveAnAge()
{
    const auto hour = [](int hours) {
        return QDateTime(QDate(2026, 11, 29), QTime(0, 0), QTimeZone::utc()).addSecs(3600 * hours);
    };
    InventoryTable table(serverCatalogue());
    table.beginLoad(hour(0));
    table.listRow(bareMetal(1, {{ServerColumn::FeeMonthUsd, decimal("12.5")}}), nullptr);
    table.listRow(bareMetal(2, {{ServerColumn::FeeMonthUsd, decimal("1")}}), nullptr);
    QCOMPARE(table.loadTime(0, ServerGroup::Fee), hour(0));
    QVERIFY(!table.loadTime(0, ServerGroup::Owner).isValid());
    for (int load = 1; load < 20; ++load) {
        table.beginLoad(hour(load));
        table.setLoading(0, feeGroup);
        table.setFailure(0, feeGroup, CellState::Failed, refusal());
        table.apply(bareMetal(2, {{ServerColumn::FeeMonthUsd, decimal("2")}}));
        QCOMPARE(feeCell(table), u"stale 12.5"_s);
        QCOMPARE(table.loadTime(0, ServerGroup::Fee), hour(std::max(0, load - 7)));
        QCOMPARE(table.loadTime(1, ServerGroup::Fee), hour(load));
    }
    table.apply(bareMetal(1, {{ServerColumn::FeeMonthUsd, decimal("13")}}));
    QCOMPARE(table.loadTime(0, ServerGroup::Fee), hour(19));
}

void TestInventoryTable::loadingThatIsCancelled()
{
    InventoryTable table = makeTable({bareMetal(1, {})});
    table.setLoading(0, feeGroup);
    table.clearLoading(0, feeGroup);
    QCOMPARE(feeCell(table), u"not asked"_s);

    InventoryTable reloaded = tableWithFee("3");
    reloaded.beginLoad();
    reloaded.setLoading(0, feeGroup);
    reloaded.clearLoading(0, feeGroup);
    QCOMPARE(feeCell(reloaded), u"stale 3"_s);

    // A cancelled call must not take back what another one brought.
    reloaded.apply(bareMetal(1, {{ServerColumn::FeeMonthUsd, decimal("4")}}));
    reloaded.clearLoading(0, feeGroup);
    QCOMPARE(feeCell(reloaded), u"value 4"_s);
}

void TestInventoryTable::failuresAndRetry()
{
    InventoryTable table = makeTable({bareMetal(1, {}), bareMetal(2, {})});
    table.setFailure(0, feeGroup | groupSet(ServerGroup::Owner), CellState::Refused, refusal());
    table.setFailure(1, feeGroup, CellState::Failed, ApiError::make(ApiError::Kind::Server, u"broken"_s));
    QCOMPARE(table.failure(0, ServerGroup::Fee)->detail, u"no permission"_s);
    QCOMPARE(table.failure(0, ServerGroup::Owner)->detail, u"no permission"_s);
    QCOMPARE(table.failure(1, ServerGroup::Fee)->detail, u"broken"_s);
    QCOMPARE(table.failure(1, ServerGroup::Owner), nullptr);

    QVERIFY(table.clearFailures(0, allGroups));
    QVERIFY(!table.clearFailures(0, allGroups));
    QCOMPARE(feeCell(table), u"not asked"_s);
    QCOMPARE(table.failure(0, ServerGroup::Fee), nullptr);
    QCOMPARE(table.failure(1, ServerGroup::Fee)->detail, u"broken"_s);

    table.apply(bareMetal(2, {{ServerColumn::FeeMonthUsd, decimal("1")}}));
    QCOMPARE(table.failure(1, ServerGroup::Fee), nullptr);
    table.setFailure(1, feeGroup, CellState::Failed, refusal());
    table.setLoading(1, feeGroup);
    QCOMPARE(table.failure(1, ServerGroup::Fee), nullptr);
}

void TestInventoryTable::failuresOfPatches()
{
    RowPatch patch = bareMetal(1, {{ServerColumn::Datacenter, text("dal10")}});
    patch.failed.emplace_back(ServerGroup::Fee,
                              ApiError::wrongType(u"[0].billingItem"_s, u"object", u"text"));
    const InventoryTable table = makeTable({patch});
    QCOMPARE(feeCell(table), u"failed"_s);
    QCOMPARE(table.failure(0, ServerGroup::Fee)->jsonPath, u"[0].billingItem"_s);
    QCOMPARE(table.text(0, ServerColumn::Datacenter), u"dal10"_s);
}

void TestInventoryTable::goneRows()
{
    InventoryTable table = tableWithFee("5");
    table.beginLoad();
    table.listRow(bareMetal(1, {{ServerColumn::Fqdn, text("db01")}}), nullptr);
    table.setGone(0);
    QVERIFY(table.isGone(0));
    QCOMPARE(feeCell(table), u"gone"_s);                    // the old value is no longer worth showing
    QCOMPARE(table.text(0, ServerColumn::Fqdn), u"db01"_s); // but which server that was is
    QCOMPARE(table.cellState(0, ServerColumn::Fqdn), CellState::Value);
    QCOMPARE(table.cellState(0, ServerColumn::Owner), CellState::Gone);
    QCOMPARE(table.rowState(0, feeGroup), RowState::Gone);
    QCOMPARE(table.missingGroups(0, allGroups), GroupSet());

    table.listRow(bareMetal(1, {{ServerColumn::Fqdn, text("db01")}}), nullptr); // it is back
    QVERIFY(!table.isGone(0));
    QCOMPARE(feeCell(table), u"stale 5"_s);
}

void TestInventoryTable::rowStates()
{
    const GroupSet wanted = feeGroup | groupSet(ServerGroup::Owner);
    InventoryTable table = makeTable({bareMetal(1, {})});
    QCOMPARE(table.rowState(0, groupSet(ServerGroup::Identity)), RowState::Complete);
    QCOMPARE(table.rowState(0, wanted), RowState::Partial);
    table.apply(bareMetal(1, {{ServerColumn::FeeMonthUsd, CellValue()}}));
    QCOMPARE(table.rowState(0, wanted), RowState::Partial);
    table.setFailure(0, groupSet(ServerGroup::Owner), CellState::Refused, refusal());
    QCOMPARE(table.rowState(0, wanted), RowState::Refused);
    QCOMPARE(table.rowState(0, feeGroup), RowState::Complete); // empty is an answer
    table.setFailure(0, feeGroup, CellState::Failed, refusal());
    QCOMPARE(table.rowState(0, wanted), RowState::Failed);
    table.apply(bareMetal(1, {{ServerColumn::FeeMonthUsd, decimal("1")}, {ServerColumn::Owner, text("me")}}));
    QCOMPARE(table.rowState(0, wanted), RowState::Complete);
    table.beginLoad();
    QCOMPARE(table.rowState(0, wanted), RowState::Partial);
    table.setLoading(0, wanted);
    QCOMPARE(table.rowState(0, wanted), RowState::Partial);
    QCOMPARE(table.rowState(0, GroupSet()), RowState::Complete);
}

void TestInventoryTable::groupsThatAKindDoesNotHave()
{
    const GroupSet hardwareOnly =
        groupSet(ServerGroup::Management, ServerGroup::Serials, ServerGroup::Chassis);
    const InventoryTable table = makeTable({bareMetal(1, {}), virtualServer(1, {})});
    QCOMPARE(table.cellState(1, ServerColumn::ManagementIp), CellState::Empty);
    QCOMPARE(table.rowState(1, hardwareOnly), RowState::Complete);
    QCOMPARE(table.missingGroups(1, hardwareOnly), GroupSet());
    QCOMPARE(table.cellState(0, ServerColumn::ManagementIp), CellState::NotAsked);
    QCOMPARE(table.missingGroups(0, hardwareOnly), hardwareOnly);
    QCOMPARE(table.cellState(0, ServerColumn::Power), CellState::Empty);
    QCOMPARE(table.cellState(1, ServerColumn::Power), CellState::NotAsked);
}

void TestInventoryTable::missingGroups()
{
    const GroupSet wanted = feeGroup | groupSet(ServerGroup::Owner, ServerGroup::Tags);
    InventoryTable table = tableWithFee("1");
    QCOMPARE(table.missingGroups(0, wanted), groupSet(ServerGroup::Owner, ServerGroup::Tags));
    table.setLoading(0, groupSet(ServerGroup::Owner));
    table.setFailure(0, groupSet(ServerGroup::Tags), CellState::Refused, refusal());
    QCOMPARE(table.missingGroups(0, wanted), GroupSet());
    table.beginLoad();
    QCOMPARE(table.missingGroups(0, wanted), wanted);
}

void TestInventoryTable::rowsNotListed()
{
    InventoryTable table =
        makeTable({bareMetal(1, {}), virtualServer(1, {}), bareMetal(2, {}), virtualServer(2, {})});
    QVERIFY(table.rowsNotListed(RowKind::BareMetal).isEmpty());
    table.beginLoad();
    table.listRow(bareMetal(2, {}), nullptr);
    table.apply(virtualServer(2, {{ServerColumn::Owner, text("me")}})); // an answer is not a list
    QCOMPARE(table.rowsNotListed(RowKind::BareMetal), QList<int>{0});
    QCOMPARE(table.rowsNotListed(RowKind::Virtual), (QList<int>{1, 3}));
}

void TestInventoryTable::removeRows()
{
    InventoryTable table(serverCatalogue());
    for (int i = 0; i < 6; ++i) {
        table.listRow(bareMetal(i, {{ServerColumn::Fqdn, QString(u"db"_s + QString::number(i))},
                                    {ServerColumn::Cores, qint64(i)}}),
                      nullptr);
    }
    // A column that is shorter than the table:
    table.apply(bareMetal(2, {{ServerColumn::Fqdn, text("db2")},
                              {ServerColumn::Cores, qint64(2)},
                              {ServerColumn::Owner, text("two")}}));
    table.setFailure(1, feeGroup, CellState::Failed, ApiError::make(ApiError::Kind::Server, u"one"_s));
    table.setFailure(4, feeGroup, CellState::Failed, ApiError::make(ApiError::Kind::Server, u"four"_s));
    table.setGone(5);

    QCOMPARE(table.removeRows({1, 3}), (QList<int>{0, -1, 1, -1, 2, 3}));
    QCOMPARE(table.rowCount(), 4);
    QStringList rows;
    for (int row = 0; row < 4; ++row) {
        rows.append(QString::number(table.key(row).id) + u':' + table.text(row, ServerColumn::Fqdn) + u':' +
                    rawText(table, row, ServerColumn::Cores) + u':' + table.text(row, ServerColumn::Owner));
        QCOMPARE(table.find(table.key(row)), std::optional(row));
    }
    QCOMPARE(rows.join(u' '), u"0:db0:0: 2:db2:2:two 4:db4:4: 5:db5:5:"_s);
    QCOMPARE(table.find({RowKind::BareMetal, 3}), std::nullopt);
    QCOMPARE(table.failure(2, ServerGroup::Fee)->detail, u"four"_s);
    QCOMPARE(table.failure(1, ServerGroup::Fee), nullptr);
    QVERIFY(table.isGone(3));
    QVERIFY(!table.isGone(2));
    const GroupSet owner = groupSet(ServerGroup::Owner);
    QCOMPARE(table.missingGroups(1, owner | feeGroup), feeGroup);
    QCOMPARE(table.missingGroups(2, owner | feeGroup), owner);
    QCOMPARE(table.rowState(1, owner), RowState::Complete);
    QCOMPARE(table.rowState(2, owner), RowState::Partial);

    QCOMPARE(table.listRow(bareMetal(3, {}), nullptr), 4);
    QCOMPARE(table.removeRows({0, 1, 2, 3, 4}), (QList<int>{-1, -1, -1, -1, -1}));
    QCOMPARE(table.rowCount(), 0);
}

void TestInventoryTable::clearForgets()
{
    InventoryTable table = tableWithFee("1");
    const quint64 before = table.revision(ServerColumn::Fqdn);
    table.clear();
    QCOMPARE(table.rowCount(), 0);
    QCOMPARE(table.find({RowKind::BareMetal, 1}), std::nullopt);
    QVERIFY(table.revision(ServerColumn::Fqdn) > before);
}

void TestInventoryTable::revisions()
{
    InventoryTable table = tableWithFee("1");
    quint64 name = table.revision(ServerColumn::Fqdn);
    quint64 amount = table.revision(ServerColumn::FeeMonthUsd);
    quint64 any = table.revision();

    table.setLoading(0, groupSet(ServerGroup::Owner));
    QCOMPARE(table.revision(ServerColumn::Fqdn), name);
    QCOMPARE(table.revision(ServerColumn::FeeMonthUsd), amount);
    QVERIFY(table.revision() > any);

    table.apply(
        bareMetal(1, {{ServerColumn::Fqdn, text("db01")}, {ServerColumn::FeeMonthUsd, decimal("2")}}));
    QCOMPARE(table.revision(ServerColumn::Fqdn), name); // the same name again
    QVERIFY(table.revision(ServerColumn::FeeMonthUsd) > amount);
    QCOMPARE(table.revision(columnSet(ServerColumn::Fqdn, ServerColumn::FeeMonthUsd)),
             table.revision(ServerColumn::FeeMonthUsd));

    amount = table.revision(ServerColumn::FeeMonthUsd);
    any = table.revision();
    table.setFailure(0, feeGroup, CellState::Failed, refusal()); // the value stays in sight
    table.clearFailures(0, feeGroup);
    QCOMPARE(table.revision(ServerColumn::FeeMonthUsd), amount);
    QVERIFY(table.revision() > any);

    table.listRow(virtualServer(1, {}), nullptr);
    QVERIFY(table.revision(ServerColumn::Fqdn) > name);
    name = table.revision(ServerColumn::Fqdn);
    table.setGone(1);
    QVERIFY(table.revision(ServerColumn::Fqdn) > name);
}

void TestInventoryTable::lackRevision()
{
    InventoryTable table = tableWithFee("1");
    const GroupSet feeGroup = groupSet(ServerGroup::Fee);
    quint64 lack = table.lackRevision();
    const auto hasGrown = [&] { return std::exchange(lack, table.lackRevision()) < table.lackRevision(); };
    table.setLoading(0, feeGroup);
    table.setFailure(0, feeGroup, CellState::Failed, refusal());
    QVERIFY(!hasGrown());
    table.clearFailures(0, feeGroup);
    QVERIFY(hasGrown());
    table.setLoading(0, feeGroup);
    QVERIFY(!hasGrown());
    table.clearLoading(0, feeGroup);
    QVERIFY(hasGrown());
    table.listRow(virtualServer(1, {}), nullptr);
    table.setGone(1);
    QVERIFY(!hasGrown());
    table.listRow(virtualServer(1, {}), nullptr);
    QVERIFY(hasGrown());
    table.beginLoad();
    QVERIFY(hasGrown());
    table.removeRows({0});
    QVERIFY(hasGrown());
    table.clear();
    QVERIFY(hasGrown());
}

void TestInventoryTable::snapshotsStay()
{
    InventoryTable table = largeTable(5000);
    table.setFailure(3, groupSet(ServerGroup::Owner), CellState::Failed, refusal());
    const InventoryTable snapshot = table;
    const quint64 before = digest(snapshot);

    table.setFailure(3, groupSet(ServerGroup::Owner), CellState::Failed,
                     ApiError::make(ApiError::Kind::Server, u"x"_s));
    table.apply(
        virtualServer(1, {{ServerColumn::Fqdn, text("other")}, {ServerColumn::Os, text("Debian 12")}}));
    table.listRow(bareMetal(1, {{ServerColumn::Fqdn, text("new")}}), nullptr);
    QCOMPARE(digest(snapshot), before);
    table.beginLoad();
    table.removeRows({0, 1, 2});
    QCOMPARE(digest(snapshot), before);
    QCOMPARE(snapshot.rowCount(), 5000);
    QCOMPARE(snapshot.text(0, ServerColumn::Fqdn), u"web0"_s);
    QCOMPARE(snapshot.find({RowKind::BareMetal, 1}), std::nullopt);
    QVERIFY(digest(table) != before);
}

/// For the thread sanitizer: what a reader does with a snapshot, while the owner goes on writing.
void TestInventoryTable::snapshotsAreReadWhileTheTableIsWritten()
{
    InventoryTable table = largeTable(2000);
    for (int round = 0; round < 5; ++round) {
        const InventoryTable snapshot = table;
        std::atomic<bool> isSame = true;
        std::thread reader([snapshot, &isSame] {
            const quint64 first = digest(snapshot);
            for (int i = 0; i < 5; ++i) {
                if (digest(snapshot) != first)
                    isSame = false;
            }
        });
        for (int i = 0; i < 2000; ++i) {
            table.apply(virtualServer(
                i + 1, {{ServerColumn::Fqdn, QString(u"web"_s + QString::number(i + round + 1))},
                        {ServerColumn::Os, QString(u"OS "_s + QString::number(i))},
                        {ServerColumn::FeeMonthUsd, Decimal(i, 2)}}));
            table.setFailure(i, groupSet(ServerGroup::Owner), CellState::Failed, refusal());
            table.listRow(bareMetal(round * 2000 + i + 1, {{ServerColumn::Fqdn, text("new")}}), nullptr);
        }
        reader.join();
        QVERIFY(isSame);
    }
}

void TestInventoryTable::hundredThousandRows()
{
    constexpr int count = 100'000;
    InventoryTable table = largeTable(count);
    QCOMPARE(table.rowCount(), count);
    QCOMPARE(table.find({RowKind::Virtual, count}), std::optional(count - 1));
    QCOMPARE(table.text(count - 1, ServerColumn::Fqdn), u"web99999"_s);
    QList<int> odd;
    for (int row = 1; row < count; row += 2)
        odd.append(row);
    const QList<int> newRows = table.removeRows(odd);
    QCOMPARE(table.rowCount(), count / 2);
    QCOMPARE(newRows[count - 2], count / 2 - 1);
    QCOMPARE(table.text(count / 2 - 1, ServerColumn::Fqdn), u"web99998"_s);
}

LAYERSCOPE_TEST(QTEST_APPLESS_MAIN, TestInventoryTable)
#include "tst_inventorytable.moc"
