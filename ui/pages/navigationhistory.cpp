// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/navigationhistory.h"

namespace layerscope {

void NavigationHistory::go(const NavigationPlace &from, const NavigationPlace &to)
{
    if (from == to)
        return;
    m_places.resize(m_places.isEmpty() ? 0 : m_at);
    m_places.append(from);
    m_places.append(to);
    while (m_places.size() > maxPlaces)
        m_places.removeFirst();
    m_at = m_places.size() - 1;
}

NavigationPlace NavigationHistory::back(const NavigationPlace &from)
{
    Q_ASSERT(canGoBack());
    m_places[m_at] = from;
    return m_places.at(--m_at);
}

NavigationPlace NavigationHistory::forward(const NavigationPlace &from)
{
    Q_ASSERT(canGoForward());
    m_places[m_at] = from;
    return m_places.at(++m_at);
}

void NavigationHistory::clear()
{
    m_places.clear();
    m_at = 0;
}

} // namespace layerscope
