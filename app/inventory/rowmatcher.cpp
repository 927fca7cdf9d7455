// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowmatcher.h"

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

RowMatcher::Verdict RowMatcher::verdict(int row)
{
    Verdict verdict{true, false};
    for (Term &term : m_terms) {
        switch (term.answer(row)) {
        case Answer::No:
            return {false, false}; // whatever the other words say, now or later
        case Answer::Yes:
            break;
        case Answer::Undecided:
            verdict.isUndecided = true;
            verdict.isMatch &= term.isNegated;
            break;
        }
    }
    return verdict;
}

RowMatcher::Answer RowMatcher::Term::answer(int row)
{
    const Answer answer = answerOfCells(row);
    if (!isNegated || answer == Answer::Undecided)
        return answer;
    return answer == Answer::Yes ? Answer::No : Answer::Yes;
}

RowMatcher::Answer RowMatcher::Term::answerOfCells(int row)
{
    const Answer deciding = needsAll ? Answer::No : Answer::Yes; // one such cell is enough
    Answer answer = needsAll ? Answer::Yes : Answer::No;
    for (const std::unique_ptr<CellMatcher> &cell : cells) {
        const Answer ofCell = cell->matches(row)       ? Answer::Yes
                              : cell->isUndecided(row) ? Answer::Undecided
                                                       : Answer::No;
        if (ofCell == deciding)
            return deciding;
        if (ofCell == Answer::Undecided)
            answer = Answer::Undecided;
    }
    return answer;
}

} // namespace layerscope
