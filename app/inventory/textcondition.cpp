// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/textcondition.h"

#include "inventory/naturalorder.h"

namespace layerscope {

TextCondition::TextCondition(const FilterTerm &term, bool isList)
    : m_compare(term.compare)
    , m_isList(isList)
{
    for (const QString &word : term.words) {
        m_finders.emplace_back(word);
        m_keys.push_back(naturalKey(word));
    }
}

bool TextCondition::isAnyItem(QStringView text) const
{
    const auto items = text.split(u';');
    return std::any_of(items.cbegin(), items.cend(),
                       [this](QStringView item) { return any(item, &TextFinder::isAllOf); });
}

bool TextCondition::isInOrder(QStringView text) const
{
    const std::string key = naturalKey(text);
    return std::any_of(m_keys.cbegin(), m_keys.cend(),
                       [&](const std::string &bound) { return FilterTerm::holds(key <=> bound, m_compare); });
}

} // namespace layerscope
