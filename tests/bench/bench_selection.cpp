// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window stands still when all rows in many open groups, or in many open pools, are selected,
// put in another order and copied; and with every second row selected, which Qt's selection takes for as many
// ranges. Qt would look up an index for each selected row in its tables, once before a new order and once
// after, and compare each range with each. Ends with 1 if it is more than 500 ms.
#include "app/inventory/poolbuilder.h"
#include "inventory/kinds.h"
#include "turnwatch.h"
#include "views/rowsview.h"

#include <QAction>
#include <QApplication>
#include <QClipboard>
#include <QElapsedTimer>
#include <QThreadPool>

#include <algorithm>
#include <cstdio>
#include <functional>

using namespace layerscope;
using namespace Qt::Literals::StringLiterals;

namespace {

constexpr int groups = 60;
constexpr int rowsAGroup = 5500;
constexpr int scatteredRows = 100'000;
constexpr int membersAPool = 50;
constexpr double mostMs = 500;

class Bench
{
public:
    /// Whether nothing stood still for too long.
    bool run()
    {
        std::printf("%-52s %14s %14s\n", "ms", "longest turn", "until painted");
        const bool areServersFast = sortServers();
        const bool areScatteredFast = scatterServers();
        const bool arePoolsFast = sortPools(400);
        const bool areManyFast = sortPools(2000);
        return areServersFast && areScatteredFast && arePoolsFast && areManyFast;
    }

private:
    /// The longest turn of the event loop in an act of the person's and in the repaint after it.
    double measure(const char *what, QWidget *painted, const std::function<void()> &act,
                   const std::function<bool()> &isDone)
    {
        waitUntil([] { return true; }); // what came before is over
        m_turns.clear();
        QElapsedTimer time;
        time.start();
        act();
        waitUntil(isDone);
        painted->repaint();
        const double untilPainted = static_cast<double>(time.nsecsElapsed()) / 1e6;
        waitUntil([] { return true; }); // the repaint is part of a turn that is over now
        std::printf("%-52s %14.1f %14.1f\n", what, m_turns.longestMs(), untilPainted);
        std::fflush(stdout);
        return m_turns.longestMs();
    }

    static bool isSelected(qsizetype rows, qsizetype expected)
    {
        if (rows != expected)
            std::fprintf(stderr, "%lld rows are selected instead of %lld\n", static_cast<long long>(rows),
                         static_cast<long long>(expected));
        return rows == expected;
    }

    static bool isFast(double ms)
    {
        if (ms > mostMs)
            std::fprintf(stderr, "that is more than %.0f ms\n", mostMs);
        return ms <= mostMs;
    }

    static void listServers(InventoryStore &store, int rows, int datacenters)
    {
        for (int first = 0; first < rows; first += rowsAGroup) {
            QList<RowPatch> patches;
            for (int i = first; i < std::min(rows, first + rowsAGroup); ++i) {
                patches.append(bareMetal(
                    i + 1, {{ServerColumn::Fqdn, u"host%1.example.com"_s.arg(i, 6, 10, QChar(u'0'))},
                            {ServerColumn::Datacenter, u"dc%1"_s.arg(i % datacenters, 2, 10, QChar(u'0'))}}));
            }
            store.listRows(patches);
            store.flush();
        }
    }

    bool sortServers()
    {
        constexpr int rows = groups * rowsAGroup;
        InventoryStore store(serverCatalogue());
        QThreadPool workers;
        RowsModel model(store, workers);
        RowsView view(serversTable);
        view.setRowsModel(&model);
        view.resize(1400, 900);
        view.show();
        listServers(store, rows, groups);
        ArrangementSpec spec = model.spec();
        spec.groupColumn = ServerColumn::Datacenter;
        model.setSpec(spec);
        waitUntil([&] { return !model.isArranging() && view.isVisible(); });
        view.openAll();

        std::printf("%d rows in %d open groups\n", rows, groups);
        const bool isAllFast = isFast(measure(
            "  select all", view.viewport(), [&] { view.selectAll(); }, [] { return true; }));
        if (!isSelected(view.selectedTableRows().size(), rows))
            return false;
        const bool isSortFast = isFast(measure(
            "  sort by name, descending", view.viewport(),
            [&] { model.sort(ServerColumn::Fqdn, Qt::DescendingOrder); },
            [&] { return !model.isArranging(); }));
        return isAllFast && isSortFast && isSelected(view.selectedTableRows().size(), rows);
    }

    /// Those of a datacenter are selected under a filter, which goes.
    bool scatterServers()
    {
        InventoryStore store(serverCatalogue());
        QThreadPool workers;
        RowsModel model(store, workers);
        RowsView view(serversTable);
        view.setRowsModel(&model);
        view.resize(1400, 900);
        view.show();
        listServers(store, scatteredRows, 2);
        model.setFilter(u"dc:dc00"_s);
        waitUntil([&] { return !model.isArranging() && view.isVisible(); });
        view.selectAll();

        std::printf("every second row of %d\n", scatteredRows);
        bool areFast = true;
        const auto act = [&](const char *what, const std::function<void()> &step, int expected) {
            const double ms = measure(what, view.viewport(), step, [&] { return !model.isArranging(); });
            areFast = isFast(ms) && isSelected(view.selectedTableRows().size(), expected) && areFast;
        };
        const auto select = [&](int first, int last, QItemSelectionModel::SelectionFlags command) {
            const QItemSelection rows(model.index(first, 0), model.index(last, 0));
            view.selectionModel()->select(rows, command | QItemSelectionModel::Rows);
        };
        constexpr int half = scatteredRows / 2;
        constexpr int last = scatteredRows - 1;
        act(
            "  the filter goes", [&] { model.setFilter({}); }, half);
        act(
            "  sort by name, descending", [&] { model.sort(ServerColumn::Fqdn, Qt::DescendingOrder); }, half);
        act(
            "  one more", [&] { select(0, 0, QItemSelectionModel::Toggle); }, half + 1);
        act(
            "  a stretch over all", [&] { select(0, last, QItemSelectionModel::SelectCurrent); },
            scatteredRows);
        act(
            "  a short one instead", [&] { select(0, 0, QItemSelectionModel::SelectCurrent); }, half + 1);
        act(
            "  select all", [&] { view.selectAll(); }, scatteredRows);
        return areFast;
    }

    bool sortPools(int poolCount)
    {
        const int members = poolCount * membersAPool;
        InventoryStore pools(poolCatalogue());
        InventoryStore memberStore(memberCatalogue());
        QThreadPool workers;
        RowsModel model(pools, &memberStore, workers);
        RowsView view(poolsTable);
        view.setRowsModel(&model);
        view.resize(1400, 900);
        view.show();
        QList<RowPatch> poolRows;
        QList<RowPatch> memberRows;
        for (int pool = 1; pool <= poolCount; ++pool) {
            poolRows.append(namedPool(pool, qPrintable(u"pool%1"_s.arg(pool, 4, 10, QChar(u'0')))));
            for (int i = 0; i < membersAPool; ++i) {
                memberRows.append(memberOf(pool, bareMetalKey(pool * 1000 + i),
                                           qPrintable(u"host%1"_s.arg(i, 2, 10, QChar(u'0')))));
            }
        }
        pools.listRows(poolRows);
        memberStore.listRows(memberRows);
        waitUntil([&] { return model.arrangement()->children->rows.size() == members && view.isVisible(); });
        view.openAll();

        std::printf("%d members in %d open pools\n", members, poolCount);
        const bool isAllFast = isFast(measure(
            "  select all", view.viewport(), [&] { view.selectAll(); }, [] { return true; }));
        if (!isSelected(view.selectedChildRows().size(), members))
            return false;
        const bool isSortFast = isFast(measure(
            "  sort by name, descending", view.viewport(),
            [&] { model.sort(PoolColumn::Name, Qt::DescendingOrder); },
            [&] { return !model.isArranging(); }));
        const bool isFilterFast = isFast(measure(
            "  a filter that they pass", view.viewport(), [&] { model.setFilter(u"host"_s); },
            [&] { return !model.isArranging(); }));
        QGuiApplication::clipboard()->clear();
        const bool isCopyFast = isFast(measure(
            "  copy", view.viewport(), [&] { view.copyAction()->trigger(); },
            [] { return !QGuiApplication::clipboard()->text().isEmpty(); }));
        return isAllFast && isSortFast && isFilterFast && isCopyFast &&
               isSelected(view.selectedChildRows().size(), members);
    }

    TurnWatch m_turns;
};

} // namespace

int main(int argc, char **argv)
{
    const QApplication application(argc, argv);
    return Bench().run() ? 0 : 1;
}
