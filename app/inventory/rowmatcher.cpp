// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowmatcher.h"

#include <algorithm>
#include <utility>

namespace layerscope {

RowMatcher::RowMatcher(const RowFilter &filter, const InventoryTable &table, const ColumnSet &searched,
                       const ColumnSet &shown, const QLocale &locale)
{
    const CellMatcher::Context context{table, shown, locale};
    for (const RowFilter::Terms &terms : filter.alternatives()) {
        Terms &made = m_alternatives.emplace_back();
        for (const FilterTerm &term : terms)
            made.push_back(prepared(term, searched, context));
    }
}

RowMatcher::Term RowMatcher::prepared(const FilterTerm &term, const ColumnSet &searched,
                                      const CellMatcher::Context &context)
{
    const ColumnSet columns = term.isPlainWord() ? searched : term.columns;
    const auto ask = [&columns, &context](bool needsAll, auto makeCell) {
        Question question;
        question.needsAll = needsAll;
        for (ColumnIndex column = 0; column < context.table.catalogue().columnCount(); ++column) {
            if (!columns.test(static_cast<std::size_t>(column)))
                continue;
            if (std::unique_ptr<CellMatcher> cell = makeCell(column))
                question.cells.push_back(std::move(cell));
        }
        return question;
    };
    Term made;
    made.isNegated = term.isNegated;
    if (!term.words.isEmpty())
        made.questions.push_back(
            ask(false, [&](ColumnIndex column) { return CellMatcher::make(context, term, column); }));
    if (term.takesEmpty) // "ip:-" is a server without any address
        made.questions.push_back(ask(true, [&](ColumnIndex column) {
            return CellMatcher::makeForState(context, CellMatcher::State::Empty, column);
        }));
    if (term.takesUnknown)
        made.questions.push_back(ask(false, [&](ColumnIndex column) {
            return CellMatcher::makeForState(context, CellMatcher::State::Unknown, column);
        }));
    return made;
}

RowMatcher::Verdict RowMatcher::verdict(int row)
{
    if (m_alternatives.empty())
        return {true, false};
    Verdict verdict;
    for (Terms &terms : m_alternatives) {
        const Verdict one = verdictOf(terms, row);
        if (one.isMatch && !one.isUndecided)
            return one; // whatever the other alternatives say, now or later
        verdict.isMatch |= one.isMatch;
        verdict.isUndecided |= one.isUndecided;
    }
    return verdict;
}

RowMatcher::Verdict RowMatcher::verdictOf(Terms &terms, int row)
{
    Verdict verdict{true, false};
    for (Term &term : terms) {
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
    Answer answer = Answer::No;
    for (Question &question : questions) {
        answer = std::max(answer, question.answer(row));
        if (answer == Answer::Yes)
            break;
    }
    if (!isNegated || answer == Answer::Undecided)
        return answer;
    return answer == Answer::Yes ? Answer::No : Answer::Yes;
}

RowMatcher::Answer RowMatcher::Question::answer(int row)
{
    const Answer deciding = needsAll ? Answer::No : Answer::Yes; // one such cell is enough
    Answer answer = needsAll ? Answer::Yes : Answer::No;
    for (const std::unique_ptr<CellMatcher> &cell : cells) {
        const bool isMatch = cell->matches(row);
        if (!isMatch && !needsAll && answer == Answer::Undecided)
            continue; // one more that may be unknown changes nothing
        const Answer ofCell = isMatch ? Answer::Yes : cell->isUndecided(row) ? Answer::Undecided : Answer::No;
        if (ofCell == deciding)
            return deciding;
        if (ofCell == Answer::Undecided)
            answer = Answer::Undecided;
    }
    return answer;
}

ColumnSet columnsForPlainWords(const RowFilter &filter, const Catalogue &catalogue, const ColumnSet &among,
                               const QLocale &locale)
{
    const InventoryTable none(catalogue); // what can be found follows from words and types
    const CellMatcher::Context context{none, {}, locale};
    ColumnSet columns;
    for (const RowFilter::Terms &terms : filter.alternatives()) {
        for (const FilterTerm &term : terms) {
            for (ColumnIndex column = 0; term.isPlainWord() && column < catalogue.columnCount(); ++column) {
                const auto bit = static_cast<std::size_t>(column);
                if (among.test(bit) && !columns.test(bit))
                    columns.set(bit, CellMatcher::make(context, term, column) != nullptr);
            }
        }
    }
    return columns;
}

} // namespace layerscope
