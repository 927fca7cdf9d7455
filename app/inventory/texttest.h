// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/naturalorder.h"
#include "inventory/rowfilter.h"
#include "inventory/textfinder.h"

#include <QStringView>

#include <algorithm>
#include <compare>
#include <string>
#include <vector>

namespace layerscope {

/// Whether a value that is so ordered beside the one that was typed is let through. False for what compares
/// nothing.
[[nodiscard]] inline bool holds(std::strong_ordering order, FilterTerm::Compare compare)
{
    switch (compare) {
    case FilterTerm::Compare::Equals:
        return order == 0;
    case FilterTerm::Compare::Less:
        return order < 0;
    case FilterTerm::Compare::LessOrEqual:
        return order <= 0;
    case FilterTerm::Compare::Greater:
        return order > 0;
    case FilterTerm::Compare::GreaterOrEqual:
        return order >= 0;
    case FilterTerm::Compare::Contains:
    case FilterTerm::Compare::Within:
        break;
    }
    return false;
}

/// One term of a filter on texts that are at hand: contains, equals and order. All in the header: it is
/// called for each cell that a keystroke looks at.
class TextTest
{
public:
    TextTest(const FilterTerm &term, bool isList)
        : m_compare(term.compare)
        , m_isList(isList)
    {
        // What people see has no blanks around it, what files have may have some: a whole value is the same.
        const bool areWholeValues =
            m_compare != FilterTerm::Compare::Contains && m_compare != FilterTerm::Compare::Within;
        for (const QString &word : term.words) {
            const QString compared = areWholeValues ? word.trimmed() : word;
            m_finders.emplace_back(compared);
            m_keys.push_back(naturalKey(compared));
        }
    }

    /// `shown`: as people see it, by which it is ordered; `sent`: as files have it, the same object if there
    /// is no other form.
    [[nodiscard]] bool isTrueForEither(const QString &shown, const QString &sent) const
    {
        return isTrueFor(shown) || (&shown != &sent && !isOrdering() && isTrueFor(sent));
    }

    [[nodiscard]] bool isTrueFor(QStringView text) const
    {
        switch (m_compare) {
        case FilterTerm::Compare::Contains:
        case FilterTerm::Compare::Within:
            return any(text, &TextFinder::isIn);
        case FilterTerm::Compare::Equals:
            return any(text, &TextFinder::isAllOf) || (m_isList && isAnyItem(text));
        default:
            break;
        }
        const std::string key = naturalKey(text);
        return std::any_of(m_keys.cbegin(), m_keys.cend(),
                           [&](const std::string &bound) { return holds(key <=> bound, m_compare); });
    }

private:
    [[nodiscard]] bool isOrdering() const
    {
        return m_compare != FilterTerm::Compare::Contains && m_compare != FilterTerm::Compare::Within &&
               m_compare != FilterTerm::Compare::Equals;
    }

    [[nodiscard]] bool any(QStringView text, bool (TextFinder::*test)(QStringView) const) const
    {
        return std::any_of(m_finders.cbegin(), m_finders.cend(),
                           [&](const TextFinder &finder) { return (finder.*test)(text); });
    }

    [[nodiscard]] bool isAnyItem(QStringView text) const
    {
        const auto items = text.split(u';');
        return std::any_of(items.cbegin(), items.cend(),
                           [this](QStringView item) { return any(item, &TextFinder::isAllOf); });
    }

    FilterTerm::Compare m_compare;
    bool m_isList;
    std::vector<TextFinder> m_finders;
    std::vector<std::string> m_keys;
};

/// The same for a flag: "true" as in files, "yes" as on screen.
[[nodiscard]] inline bool isTrueForFlag(const FilterTerm &term, bool flag)
{
    const TextTest test(term, false);
    return flag ? test.isTrueFor(u"true") || test.isTrueFor(u"yes")
                : test.isTrueFor(u"false") || test.isTrueFor(u"no");
}

} // namespace layerscope
