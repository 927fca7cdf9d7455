// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowfilter.h"

#include <QLocale>

#include <memory>

namespace layerscope {

/// Says of one column's cells whether one term of a filter matches them; negation is not its business.
/// Prepared once for many rows: words are understood, verdicts on repeated texts are kept. Looks at the table
/// it was made for, which must outlive it and stay as it is. One thread at a time.
class CellMatcher
{
public:
    virtual ~CellMatcher() = default;

    [[nodiscard]] virtual bool matches(int row) = 0;
    /// Whether the answer waits for a value: this row's is not known, and the term is about values.
    [[nodiscard]] virtual bool isUndecided(int row) const = 0;

    struct Context
    {
        const InventoryTable &table;
        ColumnSet shown; ///< What row_state is about
        QLocale locale;
    };
    /// For the words of the term. nullptr: no cell of this column can match, so none need be looked at.
    [[nodiscard]] static std::unique_ptr<CellMatcher> make(const Context &context, const FilterTerm &term,
                                                           ColumnIndex column);

    enum class State {
        Empty,   ///< There is nothing, for certain.
        Unknown, ///< There is no value, and nobody knows that there is none.
    };
    /// For what is known of the cells. Never nullptr.
    [[nodiscard]] static std::unique_ptr<CellMatcher> makeForState(const Context &context, State state,
                                                                   ColumnIndex column);
};

} // namespace layerscope
