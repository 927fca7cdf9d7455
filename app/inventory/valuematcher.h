// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cellmatcher.h"

#include <memory>

namespace layerscope {

/// A CellMatcher that looks at the column's values. Those of numbers, times and addresses stand in files of
/// their own.
class ValueMatcher : public CellMatcher
{
public:
    bool isUndecided(int row) const final { return !m_table.isKnown(row, m_column); }

protected:
    ValueMatcher(const Context &context, ColumnIndex column)
        : m_table(context.table)
        , m_column(column)
    {}

    const InventoryTable &m_table;
    const ColumnIndex m_column;
};

/// nullptr: none of the words can be a number that this column has.
[[nodiscard]] std::unique_ptr<CellMatcher> makeNumberMatcher(const CellMatcher::Context &context,
                                                             const FilterTerm &term, ColumnIndex column);
/// Of a column of addresses, for Within and Equals: a word that is none is found as text. Never nullptr.
[[nodiscard]] std::unique_ptr<CellMatcher> makeAddressMatcher(const CellMatcher::Context &context,
                                                              const FilterTerm &term, ColumnIndex column);
/// nullptr: none of the words is a time.
[[nodiscard]] std::unique_ptr<CellMatcher> makeTimeMatcher(const CellMatcher::Context &context,
                                                           const FilterTerm &term, ColumnIndex column);

template<class Matcher>
std::unique_ptr<CellMatcher> makeIfUseful(const CellMatcher::Context &context, const FilterTerm &term,
                                          ColumnIndex column)
{
    auto matcher = std::make_unique<Matcher>(context, term, column);
    return matcher->canMatch() ? std::move(matcher) : nullptr;
}

} // namespace layerscope
