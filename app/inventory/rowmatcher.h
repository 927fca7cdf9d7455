// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cellmatcher.h"
#include "inventory/rowfilter.h"

#include <QLocale>

#include <memory>
#include <vector>

namespace layerscope {

/// A RowFilter prepared for one table, to be asked about many of its rows. The table must outlive it and stay
/// as it is, as snapshots do. One thread at a time.
class RowMatcher
{
public:
    /// `searched`: where plain words look. `shown`: what row_state is about.
    RowMatcher(const RowFilter &filter, const InventoryTable &table, const ColumnSet &searched,
               const ColumnSet &shown, const QLocale &locale = QLocale());
    /// With the same columns for both.
    RowMatcher(const RowFilter &filter, const InventoryTable &table, const ColumnSet &searched,
               const QLocale &locale = QLocale())
        : RowMatcher(filter, table, searched, searched, locale)
    {}

    struct Verdict
    {
        bool isMatch = false; ///< As far as is known: a cell whose value is not known holds no word.
        /// Values that are not known (yet) may turn the answer: a word may be found in them.
        bool isUndecided = false;

        bool operator==(const Verdict &) const = default;
    };
    [[nodiscard]] Verdict verdict(int row);
    [[nodiscard]] bool matches(int row) { return verdict(row).isMatch; }

private:
    enum class Answer { No, Undecided, Yes }; // "or" is the most of several
    /// One question about the cells of a row.
    struct Question
    {
        bool needsAll = false; ///< Every column has to match instead of any
        std::vector<std::unique_ptr<CellMatcher>> cells;

        [[nodiscard]] Answer answer(int row);
    };
    /// A FilterTerm: either of its questions.
    struct Term
    {
        bool isNegated = false;
        std::vector<Question> questions;

        [[nodiscard]] Answer answer(int row);
    };
    using Terms = std::vector<Term>;
    [[nodiscard]] static Term prepared(const FilterTerm &term, const ColumnSet &searched,
                                       const CellMatcher::Context &context);
    [[nodiscard]] static Verdict verdictOf(Terms &terms, int row);

    std::vector<Terms> m_alternatives;
};

/// Those of these columns in which some plain word of the filter can be found, whatever rows have there: no
/// number has a "web" in it. `locale` as in RowMatcher. O(words × columns).
[[nodiscard]] ColumnSet columnsForPlainWords(const RowFilter &filter, const Catalogue &catalogue,
                                             const ColumnSet &among, const QLocale &locale = QLocale());

} // namespace layerscope
