// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/numberfinder.h"
#include "inventory/numberword.h"
#include "inventory/texttest.h"
#include "inventory/valuematcher.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace layerscope {

namespace {

class NumberContains final : public ValueMatcher
{
public:
    NumberContains(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_shownDecimals(m_table.catalogue().column(column).shownDecimals)
    {
        for (const QString &word : term.words) {
            NumberFinder finder(word, context.locale);
            if (finder.canMatch())
                m_finders.push_back(std::move(finder));
        }
    }

    [[nodiscard]] bool canMatch() const { return !m_finders.empty(); }

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const Decimal number = m_table.decimal(row, m_column);
        return std::any_of(m_finders.begin(), m_finders.end(),
                           [&](NumberFinder &finder) { return finder.isIn(number, m_shownDecimals); });
    }

private:
    int m_shownDecimals;
    std::vector<NumberFinder> m_finders;
};

class NumberCompare final : public ValueMatcher
{
public:
    NumberCompare(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_compare(term.compare)
    {
        const ColumnSpec &spec = m_table.catalogue().column(column);
        for (const QString &word : term.words) {
            if (const std::optional<NumberWord> bound = NumberWord::read(word, spec, context.locale))
                m_bounds.push_back(bound->value);
        }
    }

    [[nodiscard]] bool canMatch() const { return !m_bounds.empty(); }

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const Decimal number = m_table.decimal(row, m_column);
        return std::any_of(m_bounds.cbegin(), m_bounds.cend(),
                           [&](Decimal bound) { return holds(number <=> bound, m_compare); });
    }

private:
    FilterTerm::Compare m_compare;
    std::vector<Decimal> m_bounds;
};

} // namespace

std::unique_ptr<CellMatcher> makeNumberMatcher(const CellMatcher::Context &context, const FilterTerm &term,
                                               ColumnIndex column)
{
    return term.compare == FilterTerm::Compare::Contains ? makeIfUseful<NumberContains>(context, term, column)
                                                         : makeIfUseful<NumberCompare>(context, term, column);
}

} // namespace layerscope
