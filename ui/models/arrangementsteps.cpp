// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arrangementsteps.h"

#include <numeric>

namespace layerscope {

namespace {

/// Below the rows of `former` at these places the rows that stay, with their new numbers.
Arrangement::Children below(const Arrangement::Children &former, const QList<int> &places,
                            const QList<int> *newRowOfOld, int tableRows)
{
    Arrangement::Children next;
    next.tableRows = tableRows;
    next.reusable = former.reusable;
    next.places.fill({}, tableRows);
    next.areToCome.resize(places.size());
    next.firsts.reserve(places.size() + 1);
    next.rows.reserve(former.rows.size());
    const auto newNumber = [newRowOfOld](int row) {
        return newRowOfOld != nullptr ? newRowOfOld->value(row, -1) : row;
    };
    for (int place = 0; place < places.size(); ++place) {
        const int formerPlace = places.at(place);
        next.areToCome.setBit(place, former.areToCome.testBit(formerPlace));
        next.firsts.append(static_cast<int>(next.rows.size()));
        for (int at = former.firsts.at(formerPlace); at < former.firsts.at(formerPlace + 1); ++at) {
            const int row = newNumber(former.rows.at(at));
            if (row < 0)
                continue;
            next.places[row] = {place, static_cast<int>(next.rows.size()) - next.firsts.constLast()};
            next.rows.append(row);
        }
    }
    next.firsts.append(static_cast<int>(next.rows.size()));
    for (const int row : former.undecidedRows) {
        if (const int newRow = newNumber(row); newRow >= 0)
            next.undecidedRows.append(newRow);
    }
    return next;
}

} // namespace

std::shared_ptr<Arrangement> emptyArrangement(const ArrangementSpec &spec, bool hasChildren)
{
    auto arrangement = std::make_shared<Arrangement>();
    arrangement->spec = spec;
    arrangement->isGrouped = spec.groupColumn.has_value();
    if (!arrangement->isGrouped)
        arrangement->groups.resize(1);
    if (hasChildren)
        arrangement->children.emplace().firsts.append(0);
    return arrangement;
}

std::shared_ptr<Arrangement> firstArrangement(const InventoryTable &table, bool hasChildren)
{
    std::shared_ptr<Arrangement> first =
        emptyArrangement(ArrangementSpec::of(table.catalogue()), hasChildren);
    return takesRowsAtEnd(*first) ? withRowsAtEnd(*first, table.rowCount()) : first;
}

bool takesRowsAtEnd(const Arrangement &arrangement)
{
    const ArrangementSpec &spec = arrangement.spec;
    return !arrangement.isGrouped && !arrangement.children && !spec.kind && !spec.scopeColumn &&
           spec.filter.isEmpty();
}

std::shared_ptr<Arrangement> withRowsAtEnd(const Arrangement &former, int tableRows)
{
    auto next = std::make_shared<Arrangement>(former);
    Arrangement::Group &group = next->groups.first();
    const int added = tableRows - former.tableRows;
    group.rows.reserve(tableRows);
    next->places.reserve(tableRows);
    for (int row = former.tableRows; row < tableRows; ++row) {
        next->places.append({0, static_cast<int>(group.rows.size())});
        group.rows.append(row);
    }
    for (ColumnSum &sum : group.sums)
        sum.total += added;
    next->tableRows = tableRows;
    next->visibleRows += added;
    next->scopeRows += added;
    return next;
}

std::shared_ptr<Arrangement> renumbered(const Arrangement &former, const QList<int> &newRowOfOld,
                                        int tableRows)
{
    auto next = std::make_shared<Arrangement>(former);
    next->tableRows = tableRows;
    for (Arrangement::Group &group : next->groups) {
        QList<int> rows;
        rows.reserve(group.rows.size());
        for (const int row : std::as_const(group.rows)) {
            if (const int newRow = newRowOfOld.value(row, -1); newRow >= 0)
                rows.append(newRow);
        }
        group.rows = rows;
    }
    if (former.children) {
        QList<int> places; // of the rows that stay
        const QList<int> &rows = former.groups.constFirst().rows;
        for (int place = 0; place < rows.size(); ++place) {
            if (newRowOfOld.value(rows.at(place), -1) >= 0)
                places.append(place);
        }
        next->children = below(*former.children, places, nullptr, former.children->tableRows);
    }
    next->undecidedRows.clear();
    for (const int row : former.undecidedRows) {
        if (const int newRow = newRowOfOld.value(row, -1); newRow >= 0)
            next->undecidedRows.append(newRow);
    }
    if (next->isGrouped)
        next->groups.removeIf([](const Arrangement::Group &group) { return group.rows.isEmpty(); });
    next->placeRows();
    // Right at once where no filter hides rows; the arrangement that follows counts again.
    next->scopeRows = former.scopeRows - (former.visibleRows - next->visibleRows);
    return next;
}

std::shared_ptr<Arrangement> withChildrenRenumbered(const Arrangement &former, const QList<int> &newRowOfOld,
                                                    int tableRows)
{
    auto next = std::make_shared<Arrangement>(former);
    QList<int> places(former.groups.constFirst().rows.size());
    std::iota(places.begin(), places.end(), 0);
    next->children = below(*former.children, places, &newRowOfOld, tableRows);
    return next;
}

} // namespace layerscope
