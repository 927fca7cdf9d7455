// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/kinds.h"
#include "models/poolbuilder.h"
#include "models/rowsmodel.h"
#include "panels/factview.h"
#include "panels/rowpanel.h"
#include "support/testmain.h"

#include <QSignalSpy>
#include <QTest>
#include <QThreadPool>

#include <algorithm>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

/// A store, the model over it and the panel that follows it.
struct Shown
{
    explicit Shown(const Catalogue &catalogue)
        : store(catalogue)
    {
        panel.resize(400, 600);
        panel.show();
    }

    void list(const QList<RowPatch> &rows)
    {
        store.listRows(rows);
        store.flush();
    }
    [[nodiscard]] QList<Fact> facts() const { return panel.findChild<FactView *>()->facts(); }
    [[nodiscard]] Fact fact(ColumnIndex column) const
    {
        const QString label = store.table().catalogue().column(column).translatedTitle();
        const QList<Fact> all = facts();
        const auto found = std::find_if(all.cbegin(), all.cend(),
                                        [&label](const Fact &fact) { return fact.label == label; });
        return found != all.cend() ? *found : Fact();
    }

    InventoryStore store;
    QThreadPool workers;
    RowsModel model{store, workers};
    RowPanel panel;
};

} // namespace

class TestRowPanel : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void tellsEachColumn();
    void tellsStatesAsTheTableDoes();
    void leadsToOtherRows();
    void nothingIsSelected();
};

void TestRowPanel::tellsEachColumn()
{
    Shown shown(poolCatalogue());
    shown.list({namedPool(17, "EU pool", {{PoolColumn::Region, text("EU")}})});
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 17});
    QTRY_COMPARE(shown.facts().size(), qsizetype(PoolColumn::Count) - 1); // not the state of the row
    QCOMPARE(shown.facts().constFirst().label, poolCatalogue().column(0).translatedTitle());
    QCOMPARE(shown.fact(PoolColumn::Region).value, u"EU"_s);
    QVERIFY(shown.panel.findChild<QWidget *>(u"detailsState"_s)->isHidden()); // such rows have none
    const QString told = shown.panel.text();
    QVERIFY2(told.startsWith(u"EU pool\n"_s + kindSpec(RowKind::Pool).translatedSingular() + u" · 17\n"),
             qPrintable(told));

    // What comes later is told, too.
    shown.store.apply({poolCells(17, {{PoolColumn::Region, text("US")}})});
    shown.store.flush();
    QTRY_COMPARE(shown.fact(PoolColumn::Region).value, u"US"_s);
}

void TestRowPanel::tellsStatesAsTheTableDoes()
{
    Shown shown(poolCatalogue());
    shown.list({namedPool(17, "EU pool", {{PoolColumn::Region, text("EU")}})});
    const GroupSet usage(1U << PoolGroup::Usage);
    const GroupSet devices(1U << PoolGroup::Devices);
    shown.store.setFailure({0}, usage, CellState::Refused, ApiError::make(ApiError::Kind::Forbidden));
    shown.store.setFailure({0}, devices, CellState::Failed, ApiError::make(ApiError::Kind::Server));
    shown.store.flush();
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 17});
    QTRY_COMPARE(shown.fact(PoolColumn::OutPublicGb).value, u"not permitted"_s);
    QCOMPARE(shown.fact(PoolColumn::OutPublicGb).kind, Fact::Kind::None);
    QCOMPARE(shown.fact(PoolColumn::Devices).value, u"could not be had"_s);
    QCOMPARE(shown.fact(PoolColumn::Ends).value, u"none"_s);
    QCOMPARE(shown.fact(PoolColumn::AllocationGb).value, u"no data"_s); // none would read as 0
    QCOMPARE(shown.fact(PoolColumn::FeeMonthUsd).kind, Fact::Kind::Pending);

    // Nothing more will come.
    shown.model.setLoadRunning(false);
    QTRY_COMPARE(shown.fact(PoolColumn::FeeMonthUsd).value, u"not loaded"_s);
    QCOMPARE(shown.fact(PoolColumn::FeeMonthUsd).kind, Fact::Kind::None);
}

void TestRowPanel::leadsToOtherRows()
{
    Shown shown(serverCatalogue());
    shown.list({bareMetal(1, {{ServerColumn::Fqdn, text("a")},
                              {ServerColumn::Pool, text("EU pool")},
                              {ServerColumn::PoolId, qint64(17)}}),
                bareMetal(2, {{ServerColumn::Fqdn, text("b")}, {ServerColumn::Pool, CellValue()}})});
    shown.panel.showRow(&shown.model, RowKey{RowKind::BareMetal, 1});
    QTRY_COMPARE(shown.fact(ServerColumn::Pool).value, u"EU pool"_s);
    QCOMPARE(shown.fact(ServerColumn::Pool).target, std::optional(RowKey{RowKind::Pool, 17}));
    QCOMPARE(shown.fact(ServerColumn::Fqdn).target, std::nullopt);
    QSignalSpy wanted(&shown.panel, &RowPanel::rowWanted);
    Q_EMIT shown.panel.findChild<FactView *>()->rowActivated({RowKind::Pool, 17});
    QCOMPARE(wanted.takeFirst().constFirst().value<RowKey>(), (RowKey{RowKind::Pool, 17}));

    shown.panel.showRow(&shown.model, RowKey{RowKind::BareMetal, 2});
    QTRY_COMPARE(shown.fact(ServerColumn::Pool).value, u"none"_s);
    QCOMPARE(shown.fact(ServerColumn::Pool).target, std::nullopt);
}

void TestRowPanel::nothingIsSelected()
{
    Shown shown(poolCatalogue());
    shown.list({namedPool(17, "EU pool")});
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 17});
    QTRY_VERIFY(!shown.facts().isEmpty());
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 18}); // it went
    QTRY_VERIFY(shown.facts().isEmpty());
    shown.panel.showRow(&shown.model, RowKey{RowKind::Pool, 17});
    QTRY_VERIFY(!shown.facts().isEmpty());
    shown.panel.showRow(nullptr, std::nullopt);
    QTRY_VERIFY(shown.facts().isEmpty());
}

LAYERSCOPE_TEST(QTEST_MAIN, TestRowPanel)
#include "tst_rowpanel.moc"
