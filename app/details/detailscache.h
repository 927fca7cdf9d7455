// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/partvalues.h"

#include <QHash>

#include <array>

namespace layerscope {

/// Servers seen in full lately, so that one that is looked at again stands at once. Holds the answers with
/// their times, never errors. Bounded: the server that was not looked at for the longest time goes first. One
/// thread.
class DetailsCache
{
public:
    /// A server takes 30 to 200 kB.
    static constexpr int usualCapacity = 64;

    struct Seen
    {
        QJsonValue value;
        QDateTime asOf; ///< UTC
        std::chrono::milliseconds duration{0};
    };

    explicit DetailsCache(int capacity = usualCapacity);

    void put(RowKey server, ServerPart part, Seen seen);
    /// What is remembered, or nullopt. Counts as a look at the server.
    [[nodiscard]] std::optional<Seen> find(RowKey server, ServerPart part);
    /// The key may not see this part any more.
    void forget(RowKey server, ServerPart part);
    void clear() { m_servers.clear(); }
    [[nodiscard]] int size() const { return static_cast<int>(m_servers.size()); }

private:
    struct Entry
    {
        std::array<std::optional<Seen>, serverPartCount> parts;
        quint64 lastUse = 0;
    };

    void dropOldest();

    int m_capacity;
    QHash<RowKey, Entry> m_servers;
    quint64 m_uses = 0;
};

} // namespace layerscope
