// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/arrangement.h"

#include "inventory/kinds.h"
#include "inventory/rowgroups.h"
#include "inventory/rowmatcher.h"
#include "inventory/rownesting.h"
#include "inventory/roworder.h"
#include "inventory/rowscope.h"

#include <algorithm>
#include <iterator>
#include <vector>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

bool isRowState(const InventoryTable &table, ColumnIndex column)
{
    return QLatin1StringView(table.catalogue().column(column).key) == "row_state"_L1;
}

quint64 orderRevision(const InventoryTable &table, const ArrangementSpec &spec)
{
    if (isRowState(table, spec.sortColumn))
        return table.revision(); // follows from states, which have no revision of their own
    return std::max(table.revision(spec.sortColumn), table.revision(spec.nameColumn));
}

/// Of everything that decides which rows pass the navigator's node and the filter.
quint64 filterRevision(const InventoryTable &table, const ArrangementSpec &spec)
{
    ColumnSet columns = spec.filter.namedColumns();
    if (spec.filter.hasPlainWords())
        columns |= spec.searchedColumns;
    if (spec.scopeColumn)
        columns.set(static_cast<std::size_t>(*spec.scopeColumn));

    bool looksAtStates = spec.filter.looksAtStates() || (spec.scopeColumn && spec.scopeText.isEmpty());
    for (ColumnIndex column = 0; column < table.catalogue().columnCount(); ++column)
        looksAtStates |= columns.test(static_cast<std::size_t>(column)) && isRowState(table, column);
    return looksAtStates ? table.revision() : table.revision(columns);
}

/// All rows in order; what holds of an earlier arrangement of the table is taken over. Not whole if
/// cancelled.
ArrangedOrder ordered(const InventoryTable &table, const ArrangementSpec &spec, const CancelToken &cancel,
                      const ArrangedOrder *former, const ArrangementSpec &formerSpec)
{
    const RowOrder rowOrder(table, cancel);
    ArrangedOrder made;
    made.nameRevision = table.revision(spec.nameColumn);
    made.orderRevision = orderRevision(table, spec);
    made.filterRevision = filterRevision(table, spec);

    const bool isNameOrderKept = former != nullptr && former->nameRevision == made.nameRevision;
    made.rowsByName = isNameOrderKept ? former->rowsByName : rowOrder.byName(spec.nameColumn);
    if (cancel.isCancelled())
        return made;

    const bool isOrderKept =
        former != nullptr && former->orderRevision == made.orderRevision &&
        formerSpec.sortColumn == spec.sortColumn && formerSpec.sortOrder == spec.sortOrder &&
        (!isRowState(table, spec.sortColumn) || formerSpec.shownColumns == spec.shownColumns);
    if (isOrderKept)
        made.rowsInOrder = former->rowsInOrder;
    else if (spec.sortColumn == spec.nameColumn && spec.sortOrder == Qt::AscendingOrder)
        made.rowsInOrder = made.rowsByName;
    else
        made.rowsInOrder = rowOrder.byColumn(made.rowsByName, spec.sortColumn, spec.sortOrder,
                                             table.catalogue().groupsOf(spec.shownColumns));
    return made;
}

/// One making of an arrangement; its steps in the order of the functions.
class Arranger
{
public:
    Arranger(const InventoryTable &table, const ArrangementSpec &spec, const CancelToken &cancel,
             const Arrangement *former)
        : m_table(table)
        , m_spec(spec)
        , m_cancel(cancel)
        , m_former(former != nullptr && former->tableRows == table.rowCount() ? former : nullptr)
        , m_wanted(table.catalogue().groupsOf(spec.shownColumns))
        , m_made(std::make_shared<Arrangement>())
    {
        m_made->spec = spec;
        m_made->tableRows = table.rowCount();
        m_made->isGrouped = spec.groupColumn.has_value();
    }

    std::shared_ptr<const Arrangement> make()
    {
        order();
        if (m_cancel.isCancelled() || !filter() || !place() || !sum())
            return nullptr;
        return m_made;
    }

    std::shared_ptr<const Arrangement> makeNested(const ArrangedTables &tables, const Arrangement *former,
                                                  const Arrangement *shown)
    {
        order();
        if (m_cancel.isCancelled() || !nest(tables, former, shown) || !place() || !sum())
            return nullptr;
        return m_made;
    }

private:
    void order();
    [[nodiscard]] bool filter();
    [[nodiscard]] bool nest(const ArrangedTables &tables, const Arrangement *former,
                            const Arrangement *shown);
    [[nodiscard]] bool place();
    [[nodiscard]] bool sum();
    [[nodiscard]] bool formerFilterHolds() const;
    [[nodiscard]] bool isCancelled(qsizetype looked) const
    {
        return looked % CancelToken::checkInterval == 0 && m_cancel.isCancelled();
    }

    const InventoryTable &m_table;
    const ArrangementSpec &m_spec;
    const CancelToken &m_cancel;
    const Arrangement *m_former;
    GroupSet m_wanted;
    std::shared_ptr<Arrangement> m_made;
    QList<int> m_seen; // in order
};

void Arranger::order()
{
    m_made->reusable = ordered(m_table, m_spec, m_cancel, m_former != nullptr ? &m_former->reusable : nullptr,
                               m_former != nullptr ? m_former->spec : m_spec);
}

/// Each row that the filter lets through now was let through by the former one, of the same values.
bool Arranger::formerFilterHolds() const
{
    if (m_former == nullptr)
        return false;
    const ArrangementSpec &former = m_former->spec;
    return former.kind == m_spec.kind && former.scopeColumn == m_spec.scopeColumn &&
           former.scopeText == m_spec.scopeText && former.scopeIsAnyValue == m_spec.scopeIsAnyValue &&
           former.stateColumns == m_spec.stateColumns && former.searchedColumns == m_spec.searchedColumns &&
           former.shownColumns == m_spec.shownColumns &&
           m_former->reusable.filterRevision == m_made->reusable.filterRevision &&
           m_spec.filter.narrows(former.filter);
}

bool Arranger::filter()
{
    const bool isNarrowed = formerFilterHolds();
    std::vector<bool> isCandidate(isNarrowed ? static_cast<std::size_t>(m_made->tableRows) : 0);
    if (isNarrowed) {
        for (const int row : m_former->undecidedRows)
            isCandidate[static_cast<std::size_t>(row)] = true;
    }
    RowScope scope(m_table, m_spec);
    RowMatcher matcher(m_spec.filter, m_table, m_spec.searchedColumns, m_spec.shownColumns);

    int scopeRows = 0;
    qsizetype looked = 0;
    m_seen.reserve(isNarrowed ? m_former->visibleRows : m_made->tableRows);
    for (const int row : std::as_const(m_made->reusable.rowsInOrder)) {
        if (isCancelled(++looked))
            return false;
        const bool wasSeen = isNarrowed && m_former->places[row].group >= 0;
        if (isNarrowed && !wasSeen && !isCandidate[static_cast<std::size_t>(row)])
            continue; // ruled out for good
        const bool isInScope = wasSeen || scope.contains(row);
        scopeRows += isInScope ? 1 : 0;
        if (!isInScope && !scope.isUndecided(row))
            continue;
        const RowMatcher::Verdict verdict = matcher.verdict(row);
        if (isInScope && verdict.isMatch)
            m_seen.append(row);
        if (verdict.isUndecided || (verdict.isMatch && !isInScope))
            m_made->undecidedRows.append(row);
    }
    m_made->scopeRows = isNarrowed ? m_former->scopeRows : scopeRows;
    m_made->visibleRows = static_cast<int>(m_seen.size());
    return true;
}

/// In the place of filter(), which looks at one table only.
bool Arranger::nest(const ArrangedTables &tables, const Arrangement *former, const Arrangement *shown)
{
    const InventoryTable &table = *tables.children;
    const TableSpec &children = tableSpec(table.catalogue());
    const ArrangementSpec spec = m_spec.ofChildren(children);
    const bool isFormerUsable =
        former != nullptr && former->children && former->children->tableRows == table.rowCount();
    Arrangement::Children &made = m_made->children.emplace();
    made.reusable = ordered(table, spec, m_cancel, isFormerUsable ? &former->children->reusable : nullptr,
                            isFormerUsable ? former->spec.ofChildren(children) : spec);
    if (m_cancel.isCancelled())
        return false;
    RowNesting nesting(tables, m_spec, spec, m_cancel);
    if (shown != nullptr && !shown->children)
        shown = nullptr;
    if (!nesting.look(m_made->reusable.rowsInOrder, made.reusable.rowsInOrder, shown))
        return false;
    if (shown != nullptr)
        nesting.keepOrderOf(*shown);
    m_seen = nesting.put(*m_made);
    return true;
}

bool Arranger::place()
{
    if (m_made->isGrouped) {
        RowGroups groups(m_table, *m_spec.groupColumn, m_wanted);
        qsizetype looked = 0;
        for (const int row : std::as_const(m_seen)) {
            if (isCancelled(++looked))
                return false;
            groups.add(row);
        }
        m_made->groups = groups.takeSorted();
    } else {
        m_made->groups.append(Arrangement::Group{{}, false, false, m_seen, 0, {}});
    }

    m_made->placeRows();
    return true;
}

bool Arranger::sum()
{
    for (Arrangement::Group &group : m_made->groups) {
        group.sums = sumColumns(m_table, group.rows);
        qsizetype looked = 0;
        for (const int row : std::as_const(group.rows)) {
            if (isCancelled(++looked))
                return false;
            if (m_table.rowState(row, m_wanted) == RowState::Complete)
                ++group.loadedRows;
        }
        if (m_cancel.isCancelled())
            return false;
    }
    return true;
}

} // namespace

QList<int> Arrangement::rowsInOrder() const
{
    QList<int> rows;
    rows.reserve(visibleRows);
    for (int group = 0; group < groups.size(); ++group) {
        const QList<int> &ofGroup = groups.at(group).rows;
        if (!hasSharedRows()) {
            rows.append(ofGroup);
            continue;
        }
        std::copy_if(ofGroup.cbegin(), ofGroup.cend(), std::back_inserter(rows),
                     [this, group](int row) { return places.at(row).group == group; });
    }
    return rows;
}

QVarLengthArray<Arrangement::Place, 4> Arrangement::placesOf(int row) const
{
    QVarLengthArray<Place, 4> all;
    const Place first = places.value(row); // {-1, -1} outside
    if (first.group < 0)
        return all;
    all.append(first);
    for (int next = firstOtherPlaces.value(row, -1); next >= 0; next = otherPlaces.at(next).next)
        all.append(otherPlaces.at(next).place);
    return all;
}

/// From the end, so that what is put in front of what was found before is the first place at last.
void Arrangement::placeRows()
{
    places.fill({}, tableRows);
    otherPlaces.clear();
    firstOtherPlaces.clear();
    visibleRows = 0;
    for (int group = static_cast<int>(groups.size()) - 1; group >= 0; --group) {
        const QList<int> &rows = groups.at(group).rows;
        for (int at = static_cast<int>(rows.size()) - 1; at >= 0; --at) {
            const int row = rows.at(at);
            if (places.at(row).group < 0) {
                ++visibleRows;
            } else {
                if (firstOtherPlaces.isEmpty())
                    firstOtherPlaces.fill(-1, tableRows);
                otherPlaces.append({places.at(row), firstOtherPlaces.at(row)});
                firstOtherPlaces[row] = static_cast<int>(otherPlaces.size()) - 1;
            }
            places[row] = {group, at};
        }
    }
}

std::shared_ptr<const Arrangement> arrange(const InventoryTable &table, const ArrangementSpec &spec,
                                           const CancelToken &cancel, const Arrangement *former)
{
    return Arranger(table, spec, cancel, former).make();
}

std::shared_ptr<const Arrangement> arrange(const ArrangedTables &tables, const ArrangementSpec &spec,
                                           const CancelToken &cancel, const Arrangement *former,
                                           const Arrangement *shown)
{
    if (!tables.children)
        return arrange(tables.rows, spec, cancel, former);
    ArrangementSpec ungrouped = spec;
    ungrouped.groupColumn.reset();
    return Arranger(tables.rows, ungrouped, cancel, former).makeNested(tables, former, shown);
}

QList<ColumnSum> sumColumns(const InventoryTable &table, const QList<int> &rows)
{
    QList<ColumnSum> sums;
    for (const ColumnIndex column : summableColumns(table.catalogue())) {
        ColumnSum sum;
        sum.total = static_cast<int>(rows.size());
        bool hasAmount = false;
        for (const int row : rows) {
            if (table.hasValue(row, column)) {
                sum.sum += table.decimal(row, column);
                ++sum.known;
                hasAmount = true;
            } else if (table.cellState(row, column) == CellState::Empty) {
                ++sum.known;
            }
        }
        if (!hasAmount)
            sum.known = 0; // 0 would read as an amount that the API told
        sums.append(sum);
    }
    return sums;
}

QList<ColumnIndex> summableColumns(const Catalogue &catalogue)
{
    QList<ColumnIndex> columns;
    for (ColumnIndex column = 0; column < catalogue.columnCount(); ++column) {
        if (catalogue.column(column).isSummable)
            columns.append(column);
    }
    return columns;
}

} // namespace layerscope
