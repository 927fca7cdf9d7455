// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/windowparts.h"

#include "app/loaders/pooltruth.h"
#include "inventory/celltext.h"
#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "pages/selectionstatus.h"
#include "session/accountsession.h"
#include "support/testmain.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/emptystate.h"

#include <QLabel>
#include <QPushButton>
#include <QScrollBar>
#include <QSignalSpy>
#include <QTest>

using namespace layerscope;
using namespace std::chrono_literals;
using namespace Qt::Literals::StringLiterals;

using State = AccountLoader::State;

namespace {

FaultPlan refusing(const QString &property)
{
    Fault refused{Fault::Kind::RefusedRelation};
    refused.property = property;
    FaultPlan plan;
    plan.faults.append(refused);
    return plan;
}

RowsPage &poolsPage(const WindowFixture &fixture)
{
    return fixture.window->page()->rows(poolsTable);
}

EmptyState *emptyPools(const WindowFixture &fixture)
{
    return poolsPage(fixture).findChild<EmptyState *>();
}

/// As a file has it; percentages and what is worked out without zeros that say nothing.
QString rawOf(const QModelIndex &row, const Catalogue &catalogue, ColumnIndex own, ColumnIndex shown)
{
    const QString text = row.siblingAtColumn(shown).data(RawTextRole).toString();
    return catalogue.column(own).type == ColumnType::Decimal ? PoolTruth::withoutZeros(text) : text;
}

QString truthOf(const PoolTruth::Row &row, const Catalogue &catalogue, ColumnIndex column)
{
    const QString text = row.value(QString::fromLatin1(catalogue.column(column).key));
    return catalogue.column(column).type == ColumnType::Decimal ? PoolTruth::withoutZeros(text) : text;
}

} // namespace

class TestPoolsPage : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void fillsWithTheAccountsTruth();
    void attentionCountsAreTheRowsTheyShow();
    void notPermittedCountsTheRowsItShows();
    void membersOfAnOpenPoolComeFirst();
    void stopKeepsWhatArrived();
    void refreshKeepsWhatIsOpenAndSelected();
    void theChosenPoolStaysOnScreen();
    void sumsTheSelection();
    void saysThatThereAreNone_data();
    void saysThatThereAreNone();
    void saysThatTheyAreAskedFor();
    void refusedPoolsCostNoServers();
    void refusedUseIsNotPermitted();
    void wrongKeySaysSo();
    void lostNetworkKeepsTheRows();
    void findsNothing();
    void remembersTheLayout();
};

void TestPoolsPage::fillsWithTheAccountsTruth()
{
    WindowFixture fixture(300, 0ms, {}, 12);
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    const PoolTruth truth(fixture.server->account());
    const QHash<QString, PoolTruth::Row> pools = truth.pools();
    const QHash<QString, PoolTruth::Row> members = truth.members();
    const RowsModel &model = poolsModel(fixture);
    const QList<ColumnIndex> columns = poolsPage(fixture).view()->shownColumns();
    QCOMPARE(model.rowCount(), pools.size());
    qsizetype seen = 0;
    for (int place = 0; place < model.rowCount(); ++place) {
        const QModelIndex pool = model.index(place, 0);
        const auto key = pool.data(KeyRole).value<RowKey>();
        const PoolTruth::Row ofPool = pools.value(QString::number(key.id));
        QVERIFY(!ofPool.isEmpty());
        for (const ColumnIndex column : columns)
            QCOMPARE(rawOf(pool, poolCatalogue(), column, column), truthOf(ofPool, poolCatalogue(), column));
        for (int row = 0; row < model.rowCount(pool); ++row, ++seen) {
            const QModelIndex member = model.index(row, 0, pool);
            const int tableRow = model.childRow(member).value();
            const QString kind = rawText(*model.children(), tableRow, MemberColumn::Kind);
            const auto id = member.data(KeyRole).value<RowKey>();
            const QString number = id.kind == RowKind::NotVisible ? QString() : QString::number(id.id);
            const PoolTruth::Row ofMember =
                members.value(QStringList{kind, QString::number(key.id), number}.join(u' '));
            QVERIFY2(!ofMember.isEmpty(),
                     qPrintable(member.siblingAtColumn(PoolColumn::Name).data().toString()));
            for (const ColumnIndex column : columns) {
                if (const std::optional<ColumnIndex> own = poolmembersTable.nesting->columnIn(column))
                    QCOMPARE(rawOf(member, memberCatalogue(), *own, column),
                             truthOf(ofMember, memberCatalogue(), *own));
            }
        }
    }
    QCOMPARE(seen, members.size());
    QCOMPARE(poolsPage(fixture).countText(), u"12 pool(s)"_s);
    QVERIFY(!emptyPools(fixture)->isVisible());
}

void TestPoolsPage::attentionCountsAreTheRowsTheyShow()
{
    WindowFixture fixture(1200, 0ms, {}, 40);
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    const NavigatorModel &navigator = fixture.window->session()->navigator();
    const auto countOf = [&navigator](const QString &node) {
        return navigator.indexOfNode(node).data(NavigatorModel::CountRole).toInt();
    };
    const PoolTruth truth(fixture.server->account());
    int over = 0;
    int projected = 0;
    for (const PoolTruth::Row &pool : truth.pools()) {
        over += pool.value(u"over"_s) == "now"_L1 ? 1 : 0;
        projected += pool.value(u"over"_s) == "projected"_L1 ? 1 : 0;
    }
    QVERIFY(over > 0 && projected > 0);
    QTRY_COMPARE(countOf(u"over"_s), over);
    QTRY_COMPARE(countOf(u"projected_over"_s), projected);
    for (const QString &node : {u"over"_s, u"projected_over"_s, u"leaving"_s, u"pools"_s}) {
        fixture.window->page()->navigator().setCurrentNode(node);
        QVERIFY(&fixture.window->page()->currentTable() == &poolsTable);
        QVERIFY(countOf(node) > 0);
        QTRY_COMPARE(poolsPage(fixture).filteredRows(), countOf(node));
        QCOMPARE(poolsModel(fixture).rowCount(), countOf(node));
    }
    fixture.window->page()->navigator().setCurrentNode(u"transactions"_s);
    QVERIFY(&fixture.window->page()->currentTable() != &poolsTable);
    QVERIFY(countOf(u"transactions"_s) > 0);
    QTRY_COMPARE(fixture.window->page()->rows(serversTable).filteredRows(), countOf(u"transactions"_s));
}

void TestPoolsPage::notPermittedCountsTheRowsItShows()
{
    WindowFixture fixture(60, 0ms, refusing(u"billingItem"_s));
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    const NavigatorModel &navigator = fixture.window->session()->navigator();
    const auto count = [&navigator] {
        return navigator.indexOfNode(u"refused"_s).data(NavigatorModel::CountRole).toInt();
    };
    QTRY_COMPARE(count(), 60); // the fee of each server
    fixture.window->page()->navigator().setCurrentNode(u"refused"_s);
    QTRY_COMPARE(fixture.window->page()->rows(serversTable).filteredRows(), 60);
    // What is not shown is not missed.
    fixture.window->page()->rows(serversTable).view()->setColumnShown(ServerColumn::FeeMonthUsd, false);
    QTRY_COMPARE(count(), 0);
    QTRY_COMPARE(fixture.window->page()->rows(serversTable).filteredRows(), 0);
}

/// Nobody waits for the members of other pools to see those of the one that is open.
void TestPoolsPage::membersOfAnOpenPoolComeFirst()
{
    WindowFixture fixture(400, 60ms, {}, 30);
    openPools(fixture);
    RowsModel &model = poolsModel(fixture);
    QSignalSpy settled(&fixture.window->session()->poolsLoader(), &PoolsLoader::membersSettled);
    QTRY_VERIFY_WITH_TIMEOUT(model.rowCount() > 20, loadTimeout);
    QPersistentModelIndex open;
    for (int place = model.rowCount() - 1; place >= 0 && !open.isValid(); --place) {
        const qint64 id = model.index(place, 0).data(KeyRole).value<RowKey>().id;
        const int index = fixture.server->account().poolIndex(id).value();
        if (!fixture.server->account().poolMembers(index).virtualGuests.isEmpty())
            open = model.index(place, 0);
    }
    QVERIFY(open.isValid());
    poolsPage(fixture).view()->expand(open);
    const qint64 id = open.data(KeyRole).value<RowKey>().id;
    QVERIFY(settled.isEmpty());
    QTRY_VERIFY_WITH_TIMEOUT(!settled.isEmpty(), loadTimeout);
    QCOMPARE(settled.constFirst().constFirst().toLongLong(), id);
    QVERIFY(!fixture.isFinished());
    QVERIFY(poolsStand(fixture));
    QVERIFY(settled.count() >= 30);
    QVERIFY(model.childRow(model.index(0, 0, open)));
}

void TestPoolsPage::stopKeepsWhatArrived()
{
    WindowFixture fixture(400, 40ms, {}, 20);
    openPools(fixture);
    RowsModel &model = poolsModel(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(loadState(fixture) == State::Detailing && model.rowCount() == 20, loadTimeout);
    const QModelIndex waiting = model.index(0, PoolColumn::Name, model.index(0, 0));
    QVERIFY(waiting.isValid() && !model.childRow(waiting));
    const QString loading = waiting.data().toString();
    fixture.trigger(u"stop"_s);
    QCOMPARE(loadState(fixture), State::Stopped);
    QCOMPARE(model.rowCount(), 20);
    QTRY_COMPARE(fixture.window->session()->client().scheduler().inFlight(), 0);
    const QModelIndex left = model.index(0, PoolColumn::Name, model.index(0, 0));
    QVERIFY(left.data().toString() != loading); // it does not pretend that they come

    fixture.trigger(u"refresh"_s);
    QVERIFY(poolsStand(fixture));
    QCOMPARE(model.rowCount(), 20);
    QCOMPARE(model.children()->rowCount(), PoolTruth(fixture.server->account()).members().size());
}

void TestPoolsPage::refreshKeepsWhatIsOpenAndSelected()
{
    WindowFixture fixture(200, 5ms, {}, 10);
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    RowsModel &model = poolsModel(fixture);
    RowsView &view = *poolsPage(fixture).view();
    int place = 0;
    while (model.rowCount(model.index(place, 0)) < 3)
        ++place;
    const QPersistentModelIndex pool = model.index(place, 0);
    view.expand(pool);
    const QModelIndex member = model.index(1, PoolColumn::Name, model.index(place, 0));
    view.setCurrentIndex(member);
    const auto key = member.data(KeyRole).value<RowKey>();
    const QList<int> selected = view.selectedChildRows();
    QCOMPARE(selected.size(), 1);
    const qsizetype members = model.arrangement()->children->rows.size();

    fixture.trigger(u"refresh"_s);
    QVERIFY(fixture.window->session()->loader().isRunning());
    QCOMPARE(model.rowCount(), 10); // none vanished
    QVERIFY(poolsStand(fixture));
    QVERIFY(view.isExpanded(pool));
    QCOMPARE(view.currentIndex().data(KeyRole).value<RowKey>(), key);
    QCOMPARE(view.selectedChildRows().size(), 1);
    QCOMPARE(model.arrangement()->children->rows.size(), members);
    int open = 0;
    for (int i = 0; i < model.rowCount(); ++i)
        open += view.isExpanded(model.index(i, 0)) ? 1 : 0;
    QCOMPARE(open, 1);
}

void TestPoolsPage::theChosenPoolStaysOnScreen()
{
    WindowFixture fixture(300, 0ms, {}, 60);
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    RowsModel &model = poolsModel(fixture);
    RowsView &view = *poolsPage(fixture).view();
    view.setColumnShown(PoolColumn::FeeMonthUsd, false);
    const auto key = model.index(model.rowCount() - 10, 0).data(KeyRole).value<RowKey>();
    fixture.window->page()->navigator().setCurrentNode(u"pool:"_s + QString::number(key.id));
    QTRY_VERIFY(!model.isArranging());
    QCOMPARE(view.currentIndex().data(KeyRole).value<RowKey>(), key);
    QVERIFY(view.verticalScrollBar()->value() > 0);
    QVERIFY(view.viewport()->rect().intersects(view.visualRect(view.currentIndex())));
}

void TestPoolsPage::sumsTheSelection()
{
    WindowFixture fixture(200, 0ms, {}, 10);
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    auto *status = fixture.window->findChild<SelectionStatus *>();
    fixture.trigger(u"selectAll"_s);
    QTRY_VERIFY(status->text().startsWith(u"10 selected"_s));
    qint64 devices = 0;
    for (const PoolTruth::Row &pool : PoolTruth(fixture.server->account()).pools())
        devices += pool.value(u"devices"_s).toLongLong();
    const QString expected = u"%1 devices"_s.arg(poolsModel(fixture).format().count(devices));
    QVERIFY2(status->text().contains(expected), qPrintable(status->text()));
    QVERIFY2(status->text().contains(u"GB out"_s), qPrintable(status->text()));
    fixture.trigger(u"showServers"_s); // each table has its own selection
    QTRY_COMPARE(status->text(), QString());
    fixture.trigger(u"showPools"_s);
    QTRY_VERIFY(status->text().startsWith(u"10 selected"_s));
}

void TestPoolsPage::saysThatThereAreNone_data()
{
    QTest::addColumn<int>("servers");
    QTest::newRow("an account of nothing") << 0;
    QTest::newRow("an account without pools") << 60;
}

void TestPoolsPage::saysThatThereAreNone()
{
    QFETCH(int, servers);
    WindowFixture fixture(servers, 0ms, {}, 0);
    openPools(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QVERIFY(&fixture.window->page()->currentTable() == &poolsTable);
    QVERIFY(emptyPools(fixture)->isVisible());
    QVERIFY2(emptyPools(fixture)->sentence().contains(u"no bandwidth pools"_s),
             qPrintable(emptyPools(fixture)->sentence()));
    QCOMPARE(poolsPage(fixture).countText(), QString());
    QVERIFY(!fixture.window->findChild<QAction *>(u"exportAll"_s)->isEnabled());
    QVERIFY(!fixture.window->findChild<QAction *>(u"exportMembers"_s)->isEnabled());
}

void TestPoolsPage::saysThatTheyAreAskedFor()
{
    WindowFixture fixture(60, 50ms);
    openPools(fixture);
    QVERIFY(emptyPools(fixture)->isVisible());
    QVERIFY2(emptyPools(fixture)->sentence().contains(u"Asking"_s),
             qPrintable(emptyPools(fixture)->sentence()));
    emptyPools(fixture)->findChild<QPushButton *>(u"emptyAction"_s)->click();
    QCOMPARE(loadState(fixture), State::Stopped);
    QVERIFY2(emptyPools(fixture)->sentence().contains(u"Stopped"_s),
             qPrintable(emptyPools(fixture)->sentence()));
    emptyPools(fixture)->findChild<QPushButton *>(u"emptyAction"_s)->click();
    QVERIFY(poolsStand(fixture));
    QTRY_VERIFY(!emptyPools(fixture)->isVisible());
}

void TestPoolsPage::refusedPoolsCostNoServers()
{
    WindowFixture fixture(60, 0ms, refusing(u"bandwidthAllotments"_s));
    openPools(fixture);
    QTRY_VERIFY_WITH_TIMEOUT(fixture.isFinished(), loadTimeout);
    QVERIFY(emptyPools(fixture)->isVisible());
    QVERIFY2(emptyPools(fixture)->sentence().contains(u"could not be listed"_s),
             qPrintable(emptyPools(fixture)->sentence()));
    fixture.trigger(u"showServers"_s);
    QTRY_COMPARE(fixture.window->session()->servers().rowCount(), 60);
    const RowsPage &servers = fixture.window->page()->rows(serversTable);
    QVERIFY(!servers.findChild<EmptyState *>()->isVisible());
    QVERIFY(!servers.findChild<QLabel *>(u"bannerSentence"_s)->isVisible()); // not about servers

    // Once it is permitted, trying again brings them.
    FaultPlan healthy;
    healthy.callsPerSecond = 0;
    fixture.server->setFaultPlan(healthy);
    fixture.trigger(u"showPools"_s);
    emptyPools(fixture)->findChild<QPushButton *>(u"emptyAction"_s)->click();
    QVERIFY(poolsStand(fixture));
    QCOMPARE(poolsModel(fixture).rowCount(), fixture.server->account().poolCount());
}

void TestPoolsPage::refusedUseIsNotPermitted()
{
    WindowFixture fixture(60, 0ms, refusing(u"outboundPublicBandwidthUsage"_s));
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    const QModelIndex used = poolsModel(fixture).index(0, PoolColumn::UsedPercent);
    QCOMPARE(used.data().toString(), u"not permitted"_s);
    QVERIFY(!used.data(UsageRole).isValid());
    QVERIFY(!used.siblingAtColumn(PoolColumn::AllocationGb).data().toString().isEmpty());
    const NavigatorModel &navigator = fixture.window->session()->navigator();
    QTRY_COMPARE(navigator.indexOfNode(u"over"_s).data(NavigatorModel::CountTextRole).toString(), u"≥ 0"_s);
}

void TestPoolsPage::wrongKeySaysSo()
{
    WindowFixture fixture(60);
    fixture.startAt(u"pools"_s);
    Connection wrong = fixture.connection();
    wrong.credentials.secret = u"0000"_s;
    fixture.openAs(wrong);
    fixture.window->show();
    QTRY_COMPARE_WITH_TIMEOUT(loadState(fixture), State::Failed, loadTimeout);
    QVERIFY(emptyPools(fixture)->isVisible());
    QVERIFY2(emptyPools(fixture)->sentence().contains(u"key"_s), qPrintable(emptyPools(fixture)->sentence()));
}

void TestPoolsPage::lostNetworkKeepsTheRows()
{
    WindowFixture fixture(60);
    fixture.client.patience = 500ms;
    fixture.makeWindow();
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    const int pools = poolsModel(fixture).rowCount();
    const qsizetype members = poolsModel(fixture).arrangement()->children->rows.size();
    fixture.server.reset();
    fixture.trigger(u"refresh"_s);
    auto *banner = poolsPage(fixture).findChild<QLabel *>(u"bannerSentence"_s);
    QTRY_VERIFY_WITH_TIMEOUT(banner->isVisible(), loadTimeout);
    QCOMPARE(poolsModel(fixture).rowCount(), pools);
    QVERIFY(members > 0);
    QVERIFY(!emptyPools(fixture)->isVisible());
    QVERIFY2(banner->text().contains(u"kept"_s), qPrintable(banner->text()));
}

void TestPoolsPage::findsNothing()
{
    WindowFixture fixture(60);
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    poolsPage(fixture).setFilter(u"nosuchpool"_s);
    QTRY_VERIFY(emptyPools(fixture)->isVisible());
    QVERIFY2(emptyPools(fixture)->sentence().contains(u"nosuchpool"_s),
             qPrintable(emptyPools(fixture)->sentence()));
    const int pools = fixture.server->account().poolCount();
    QCOMPARE(poolsPage(fixture).countText(), u"0 of %1"_s.arg(pools));
}

void TestPoolsPage::remembersTheLayout()
{
    WindowFixture fixture(60);
    openPools(fixture);
    QVERIFY(poolsStand(fixture));
    RowsView *view = poolsPage(fixture).view();
    view->setColumnShown(PoolColumn::InPublicGb, true);
    view->setColumnShown(PoolColumn::FeeMonthUsd, false);
    view->sortByColumn(PoolColumn::UsedPercent, Qt::DescendingOrder);
    const QList<ColumnIndex> shown = view->shownColumns();
    fixture.window->page()->navigator().setCurrentNode(u"leaving"_s);

    fixture.makeWindow();
    fixture.open();
    view = poolsPage(fixture).view();
    QCOMPARE(view->shownColumns(), shown);
    QCOMPARE(poolsModel(fixture).spec().sortColumn, ColumnIndex(PoolColumn::UsedPercent));
    QCOMPARE(poolsModel(fixture).spec().sortOrder, Qt::DescendingOrder);
    QTRY_COMPARE_WITH_TIMEOUT(fixture.window->page()->navigator().currentNode(), u"leaving"_s, loadTimeout);
    QVERIFY(&fixture.window->page()->currentTable() == &poolsTable);
}

LAYERSCOPE_TEST(QTEST_MAIN, TestPoolsPage)
#include "tst_poolspage.moc"
