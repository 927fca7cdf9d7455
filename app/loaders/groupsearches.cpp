// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/groupsearches.h"

#include <algorithm>
#include <utility>

namespace layerscope {

DetailRequest GroupSearches::begin(const Catalogue &catalogue, const DetailRequest &ask,
                                   const ApiError &error, bool holdsTheRest)
{
    // Rows that were told apart already are more likely to blame than any group.
    const bool startsWithId = ask.purpose == DetailRequest::Purpose::Narrow || ask.groups.count() == 1;
    const quint64 number = ++m_last;
    const auto place = m_searches.emplace(
        number, Search{ask, error, holdsTheRest, GroupSearch(catalogue, ask.kind, ask.groups, startsWithId)});
    return probeOf(number, place.first->second);
}

std::optional<DetailRequest> GroupSearches::narrow(const DetailRequest &probe)
{
    const auto search = m_searches.find(probe.search);
    if (search == m_searches.end())
        return std::nullopt;
    DetailRequest rest = search->second.ask;
    rest.ids.removeIf([&probe](qint64 id) { return probe.ids.contains(id); });
    search->second.ask.ids = probe.ids;
    return rest;
}

std::optional<DetailRequest> GroupSearches::answered(const DetailRequest &probe, bool came)
{
    const auto search = m_searches.find(probe.search);
    if (search == m_searches.end() || !search->second.groups.probe())
        return std::nullopt;
    search->second.groups.answered(came);
    if (came) // who came without them, or with a wrong type, is asked for apart from this
        search->second.ask.groups &= ~probe.groups;
    if (!search->second.groups.probe())
        return std::nullopt;
    return probeOf(search->first, search->second);
}

std::optional<GroupSearches::Search> GroupSearches::take(const DetailRequest &probe)
{
    auto node = m_searches.extract(probe.search);
    return node ? std::optional(std::move(node.mapped())) : std::nullopt;
}

QList<DetailRequest> GroupSearches::takeAll()
{
    QList<DetailRequest> asks;
    for (const auto &[number, search] : std::exchange(m_searches, {}))
        asks.append(search.ask);
    return asks;
}

bool GroupSearches::isRestHeld() const
{
    return std::any_of(m_searches.cbegin(), m_searches.cend(),
                       [](const auto &search) { return search.second.holdsTheRest; });
}

DetailRequest GroupSearches::probeOf(quint64 number, const Search &search)
{
    DetailRequest probe = search.ask;
    probe.groups = *search.groups.probe();
    probe.purpose = DetailRequest::Purpose::Probe;
    probe.search = number;
    probe.confirmations = 0;
    if (search.holdsTheRest)
        probe.priority = Priority::Visible; // rows on the screen wait for it
    return probe;
}

} // namespace layerscope
