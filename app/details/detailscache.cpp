// SPDX-License-Identifier: GPL-3.0-or-later
#include "details/detailscache.h"

#include <algorithm>
#include <utility>

namespace layerscope {

DetailsCache::DetailsCache(int capacity)
    : m_capacity(std::max(1, capacity))
{}

void DetailsCache::put(RowKey server, ServerPart part, Seen seen)
{
    if (!m_servers.contains(server) && m_servers.size() >= m_capacity)
        dropOldest();
    Entry &entry = m_servers[server];
    entry.parts[static_cast<std::size_t>(part)] = std::move(seen);
    entry.lastUse = ++m_uses;
}

std::optional<DetailsCache::Seen> DetailsCache::find(RowKey server, ServerPart part)
{
    const auto entry = m_servers.find(server);
    if (entry == m_servers.end())
        return std::nullopt;
    entry->lastUse = ++m_uses;
    return entry->parts[static_cast<std::size_t>(part)];
}

void DetailsCache::forget(RowKey server, ServerPart part)
{
    const auto entry = m_servers.find(server);
    if (entry != m_servers.end())
        entry->parts[static_cast<std::size_t>(part)].reset();
}

void DetailsCache::dropOldest()
{
    const auto oldest =
        std::min_element(m_servers.begin(), m_servers.end(),
                         [](const Entry &a, const Entry &b) { return a.lastUse < b.lastUse; });
    m_servers.erase(oldest);
}

} // namespace layerscope
