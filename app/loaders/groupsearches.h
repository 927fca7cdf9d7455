// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "loaders/detailrequest.h"
#include "loaders/groupsearch.h"

#include <map>
#include <optional>

namespace layerscope {

/// The searches for guilty groups that are under way, each with the question that it is about. Pure.
class GroupSearches
{
public:
    struct Search
    {
        /// What was refused, less what came meanwhile. Its cells are on their way until the search is over.
        DetailRequest ask;
        ApiError error;
        bool holdsTheRest = false; ///< Nothing else is asked for meanwhile: it would fail just so.
        GroupSearch groups;
    };

    /// Returns its first question.
    [[nodiscard]] DetailRequest begin(const Catalogue &catalogue, const DetailRequest &ask,
                                      const ApiError &error, bool holdsTheRest);
    /// Whether anybody waits for the answer to this question; else its search was dropped.
    [[nodiscard]] bool isAwaited(const DetailRequest &probe) const
    {
        return m_searches.count(probe.search) > 0;
    }
    /// Its question is asked for these rows only, and so are all that follow. Returns what of it is about
    /// others: that is the search's no more.
    [[nodiscard]] std::optional<DetailRequest> narrow(const DetailRequest &probe);
    /// Its question was answered: the next one, or nullopt when it is over or was dropped; then take() it.
    [[nodiscard]] std::optional<DetailRequest> answered(const DetailRequest &probe, bool came);
    /// Only a search that is over; nullopt: it was dropped.
    [[nodiscard]] std::optional<Search> take(const DetailRequest &probe);
    /// Drops all and returns what they were about.
    [[nodiscard]] QList<DetailRequest> takeAll();

    [[nodiscard]] bool isEmpty() const { return m_searches.empty(); }
    [[nodiscard]] bool isRestHeld() const;

private:
    [[nodiscard]] static DetailRequest probeOf(quint64 number, const Search &search);

    std::map<quint64, Search> m_searches;
    quint64 m_last = 0;
};

} // namespace layerscope
