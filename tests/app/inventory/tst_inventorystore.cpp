// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/inventory/tablebuilder.h"
#include "inventory/inventorystore.h"
#include "support/fakeclock.h"
#include "support/testmain.h"

#include <QTest>

using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;
using namespace layerscope;

namespace {

QString toText(const QList<int> &numbers)
{
    QStringList texts;
    for (const int number : numbers)
        texts.append(QString::number(number));
    return texts.join(u',');
}

/// A store whose signals are written down in order.
struct Recorded
{
    FakeClock clock;
    InventoryStore store{serverCatalogue(), clock};
    QStringList log;

    Recorded()
    {
        QObject::connect(&store, &InventoryStore::rowsAppended, &store, [this](int first, int count) {
            log.append(u"appended %1+%2"_s.arg(first).arg(count));
        });
        QObject::connect(
            &store, &InventoryStore::rowsChanged, &store, [this](const QList<int> &rows, GroupSet groups) {
                QStringList names;
                for (int group = 0; group < ServerGroup::Count; ++group) {
                    if (groups.test(static_cast<std::size_t>(group)))
                        names.append(QString::number(group));
                }
                log.append(
                    u"changed %1 in %2"_s.arg(toText(rows), groups.all() ? u"all"_s : names.join(u',')));
            });
        QObject::connect(&store, &InventoryStore::rowsRemapped, &store,
                         [this](const QList<int> &newRows) { log.append(u"remapped "_s + toText(newRows)); });
        QObject::connect(&store, &InventoryStore::cleared, &store, [this] { log.append(u"cleared"_s); });
    }

    QString takeLog()
    {
        const QString text = log.join(u"; "_s);
        log.clear();
        return text;
    }

    QString afterABatch()
    {
        clock.advance(InventoryStore::batchInterval);
        return takeLog();
    }
};

RowPatch withFee(qint64 id)
{
    RowPatch patch = bareMetal(id, {});
    patch.loaded = feeGroup;
    patch.values.emplace_back(ServerColumn::FeeMonthUsd, Decimal(id, 0));
    return patch;
}

} // namespace

class TestInventoryStore : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void appendsAreToldInBatches();
    void nothingIsToldTwice();
    void changesAreMerged();
    void appendsComeBeforeChanges();
    void changesOfRowsNotYetToldOf();
    void listingAgainIsAChange();
    void everyWriteIsTold();
    void strangersAreNotTold();
    void flushAtOnce();
    void removalFlushesFirst();
    void nothingToRemoveIsNotTold();
    void clearDropsWhatWasPending();
    void writesFromASlotComeInTheNextBatch();
    void destroyedBeforeTheBatchEnds();
};

void TestInventoryStore::appendsAreToldInBatches()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {}), bareMetal(2, {})});
    r.store.listRows({bareMetal(3, {})});
    QCOMPARE(r.store.table().rowCount(), 3); // the table has them at once
    QCOMPARE(r.takeLog(), QString());
    r.clock.advance(InventoryStore::batchInterval - 1ms);
    QCOMPARE(r.takeLog(), QString());
    r.clock.advance(1ms);
    QCOMPARE(r.takeLog(), u"appended 0+3"_s);
    r.store.listRows({virtualServer(1, {})});
    QCOMPARE(r.afterABatch(), u"appended 3+1"_s);
}

void TestInventoryStore::nothingIsToldTwice()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {})});
    QCOMPARE(r.afterABatch(), u"appended 0+1"_s);
    QCOMPARE(r.afterABatch(), QString());
    r.store.flush();
    r.store.listRows({});
    QCOMPARE(r.afterABatch(), QString());
    QVERIFY(!r.clock.untilNext()); // and nothing keeps ticking
}

void TestInventoryStore::changesAreMerged()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {}), bareMetal(2, {}), bareMetal(3, {}), bareMetal(4, {})});
    r.afterABatch();
    r.store.apply({withFee(4), withFee(1)});
    r.store.setLoading({0, 2}, groupSet(ServerGroup::Owner));
    r.store.apply({withFee(4)});
    QCOMPARE(r.afterABatch(),
             u"changed 0,2,3 in %1,%2"_s.arg(int(ServerGroup::Fee)).arg(int(ServerGroup::Owner)));
}

void TestInventoryStore::appendsComeBeforeChanges()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {})});
    r.afterABatch();
    r.store.apply({withFee(1)});
    r.store.listRows({bareMetal(2, {})});
    QCOMPARE(r.afterABatch(), u"appended 1+1; changed 0 in %1"_s.arg(int(ServerGroup::Fee)));
}

void TestInventoryStore::changesOfRowsNotYetToldOf()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {})});
    r.store.apply({withFee(1)});
    QCOMPARE(r.afterABatch(), u"appended 0+1"_s); // the change is in what was appended
    QVERIFY(r.store.table().hasValue(0, ServerColumn::FeeMonthUsd));
}

void TestInventoryStore::listingAgainIsAChange()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {}), bareMetal(2, {})});
    r.afterABatch();
    r.store.beginLoad();
    QCOMPARE(r.afterABatch(), u"changed 0,1 in all"_s);
    r.store.listRows({bareMetal(2, {})});
    QCOMPARE(r.afterABatch(), u"changed 1 in %1"_s.arg(int(ServerGroup::Identity)));
}

void TestInventoryStore::everyWriteIsTold()
{
    Recorded r;
    const QString changed = u"changed 0 in %1"_s.arg(int(ServerGroup::Fee));
    r.store.listRows({bareMetal(1, {})});
    r.afterABatch();
    r.store.setLoading({0}, feeGroup);
    QCOMPARE(r.afterABatch(), changed);
    r.store.clearLoading({0}, feeGroup);
    QCOMPARE(r.afterABatch(), changed);
    r.store.setFailure({0}, feeGroup, CellState::Failed, ApiError::make(ApiError::Kind::Server));
    QCOMPARE(r.afterABatch(), changed);
    r.store.clearFailures({0}, feeGroup);
    QCOMPARE(r.afterABatch(), changed);
    r.store.clearFailures({0}, feeGroup); // nothing to clear
    QCOMPARE(r.afterABatch(), QString());
    r.store.setGone({0});
    QCOMPARE(r.afterABatch(), u"changed 0 in all"_s);
    RowPatch failed = bareMetal(1, {});
    failed.loaded.reset();
    failed.failed.emplace_back(ServerGroup::Fee, ApiError::make(ApiError::Kind::BadResponse));
    r.store.apply({failed});
    QCOMPARE(r.afterABatch(), changed);
    QCOMPARE(r.store.table().cellState(0, ServerColumn::FeeMonthUsd), CellState::Failed);
}

void TestInventoryStore::strangersAreNotTold()
{
    Recorded r;
    r.store.apply({withFee(77)});
    QCOMPARE(r.afterABatch(), QString());
    QCOMPARE(r.store.table().rowCount(), 0);
}

void TestInventoryStore::flushAtOnce()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {})});
    r.store.flush();
    QCOMPARE(r.takeLog(), u"appended 0+1"_s);
    r.store.apply({withFee(1)});
    QCOMPARE(r.afterABatch(), u"changed 0 in %1"_s.arg(int(ServerGroup::Fee)));
}

void TestInventoryStore::removalFlushesFirst()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {}), bareMetal(2, {}), virtualServer(3, {})});
    r.afterABatch();
    r.store.beginLoad();
    r.afterABatch();
    r.store.listRows({bareMetal(2, {}), bareMetal(9, {})});
    r.store.removeRowsNotListed(RowKind::BareMetal);
    QCOMPARE(r.takeLog(), u"appended 3+1; changed 1 in 0; remapped -1,0,1,2"_s);
    QCOMPARE(r.store.table().rowCount(), 3);
    QCOMPARE(r.afterABatch(), QString());
    r.store.listRows({bareMetal(10, {})});
    QCOMPARE(r.afterABatch(), u"appended 3+1"_s);
}

void TestInventoryStore::nothingToRemoveIsNotTold()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {})});
    r.store.removeRowsNotListed(RowKind::BareMetal);
    QCOMPARE(r.takeLog(), QString());
    QCOMPARE(r.afterABatch(), u"appended 0+1"_s);
}

void TestInventoryStore::clearDropsWhatWasPending()
{
    Recorded r;
    r.store.listRows({bareMetal(1, {})});
    r.afterABatch();
    r.store.apply({withFee(1)});
    r.store.listRows({bareMetal(2, {})});
    r.store.clear();
    QCOMPARE(r.takeLog(), u"cleared"_s);
    QCOMPARE(r.afterABatch(), QString());
    r.store.listRows({bareMetal(3, {})});
    QCOMPARE(r.afterABatch(), u"appended 0+1"_s);
}

void TestInventoryStore::writesFromASlotComeInTheNextBatch()
{
    Recorded r;
    QObject::connect(&r.store, &InventoryStore::rowsAppended, &r.store,
                     [&r](int first) { r.store.setLoading({first}, feeGroup); });
    r.store.listRows({bareMetal(1, {})});
    QCOMPARE(r.afterABatch(), u"appended 0+1"_s);
    QCOMPARE(r.afterABatch(), u"changed 0 in %1"_s.arg(int(ServerGroup::Fee)));
}

void TestInventoryStore::destroyedBeforeTheBatchEnds()
{
    FakeClock clock;
    {
        InventoryStore store(serverCatalogue(), clock);
        store.listRows({bareMetal(1, {})});
    }
    clock.advance(InventoryStore::batchInterval); // must not touch the dead store
    QVERIFY(!clock.untilNext());
}

LAYERSCOPE_TEST(QTEST_GUILESS_MAIN, TestInventoryStore)
#include "tst_inventorystore.moc"
