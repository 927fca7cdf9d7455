// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/addressrange.h"
#include "inventory/texttest.h"
#include "inventory/valuematcher.h"

#include <algorithm>
#include <optional>
#include <vector>

namespace layerscope {

namespace {

/// Blanks around it are none of the address.
std::optional<AddressRange> rangeOf(const QString &typed, FilterTerm::Compare compare)
{
    const QString word = typed.trimmed();
    const std::optional<AddressRange> range = AddressRange::fromText(word);
    return range || compare != FilterTerm::Compare::Within ? range : AddressRange::fromBeginning(word);
}

/// With the words only that are no addresses.
FilterTerm restOf(const FilterTerm &term)
{
    FilterTerm rest = term;
    rest.words.removeIf([&term](const QString &word) { return rangeOf(word, term.compare).has_value(); });
    return rest;
}

class AddressMatcher final : public ValueMatcher
{
public:
    AddressMatcher(const Context &context, const FilterTerm &term, ColumnIndex column)
        : ValueMatcher(context, column)
        , m_asText(term, false)
        , m_noAddresses(restOf(term), false)
    {
        for (const QString &word : term.words) {
            if (const std::optional<AddressRange> range = rangeOf(word, term.compare))
                m_ranges.push_back(*range);
        }
    }

    bool matches(int row) override
    {
        if (!m_table.hasValue(row, m_column))
            return false;
        const qint64 handle = m_table.bits(row, m_column);
        const QString &text = m_table.textOfHandle(handle);
        const std::optional<IpAddress> address = IpAddress::fromText(text);
        if (!address)
            return m_asText.isTrueForEither(text, m_table.sentTextOfHandle(handle));
        return std::any_of(m_ranges.cbegin(), m_ranges.cend(),
                           [&](const AddressRange &range) { return range.contains(*address); }) ||
               m_noAddresses.isTrueFor(text);
    }

private:
    std::vector<AddressRange> m_ranges;
    TextTest m_asText;      ///< Of all words, where a cell does not hold an address after all
    TextTest m_noAddresses; ///< Of the words that are none
};

} // namespace

std::unique_ptr<CellMatcher> makeAddressMatcher(const CellMatcher::Context &context, const FilterTerm &term,
                                                ColumnIndex column)
{
    return std::make_unique<AddressMatcher>(context, term, column);
}

} // namespace layerscope
