// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowmatcher.h"

#include <algorithm>

namespace layerscope {

RowMatcher::RowMatcher(const RowFilter &filter, const InventoryTable &table, const ColumnSet &searched,
                       const QLocale &locale)
{
    const CellMatcher::Context context{table, searched, locale};
    for (const FilterTerm &filterTerm : filter.terms()) {
        Term term;
        term.isNegated = filterTerm.isNegated;
        term.needsAll =
            filterTerm.compare == FilterTerm::Compare::Empty; // "ip:-" is a server without any address
        const ColumnSet columns = filterTerm.isPlainWord() ? searched : filterTerm.columns;
        for (ColumnIndex column = 0; column < table.catalogue().columnCount(); ++column) {
            if (!columns.test(static_cast<std::size_t>(column)))
                continue;
            if (auto cell = CellMatcher::make(context, filterTerm, column))
                term.cells.push_back(std::move(cell));
        }
        m_terms.push_back(std::move(term));
    }
}

bool RowMatcher::matches(int row)
{
    return std::all_of(m_terms.begin(), m_terms.end(), [row](Term &term) { return term.matches(row); });
}

bool RowMatcher::Term::matches(int row)
{
    const auto cellMatches = [row](const std::unique_ptr<CellMatcher> &cell) { return cell->matches(row); };
    const bool isMatch = needsAll ? std::all_of(cells.begin(), cells.end(), cellMatches)
                                  : std::any_of(cells.begin(), cells.end(), cellMatches);
    return isMatch != isNegated;
}

} // namespace layerscope
