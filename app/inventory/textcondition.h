// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowfilter.h"
#include "inventory/textfinder.h"

#include <QStringView>

#include <algorithm>
#include <string>
#include <vector>

namespace layerscope {

/// What a term of a filter says of texts: that they contain, equal, or come before or after one of its words.
/// Made for looking through some hundred thousand at a keystroke. Const functions are safe on any thread.
class TextCondition
{
public:
    /// `isList`: the texts are lists with ';', of which each item counts by itself for "equals".
    TextCondition(const FilterTerm &term, bool isList);

    [[nodiscard]] bool isTrueFor(QStringView text) const
    {
        switch (m_compare) {
        case FilterTerm::Compare::Contains:
            return any(text, &TextFinder::isIn);
        case FilterTerm::Compare::Equals:
            return any(text, &TextFinder::isAllOf) || (m_isList && isAnyItem(text));
        default:
            return isInOrder(text);
        }
    }

private:
    [[nodiscard]] bool any(QStringView text, bool (TextFinder::*test)(QStringView) const) const
    {
        return std::any_of(m_finders.cbegin(), m_finders.cend(),
                           [&](const TextFinder &finder) { return (finder.*test)(text); });
    }
    [[nodiscard]] bool isAnyItem(QStringView text) const;
    [[nodiscard]] bool isInOrder(QStringView text) const;

    FilterTerm::Compare m_compare;
    bool m_isList;
    std::vector<TextFinder> m_finders;
    std::vector<std::string> m_keys; ///< Of the words, as people sort them.
};

} // namespace layerscope
