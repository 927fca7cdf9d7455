// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <QList>
#include <QString>

#include <optional>

namespace layerscope {

/// Where in an account a person was: a node of the navigator, the row they stood on, and what its table was
/// filtered by. A value.
struct NavigationPlace
{
    QString nodeId;
    std::optional<RowKey> row = {};
    QString filter = {};

    bool operator==(const NavigationPlace &) const = default;
};

/// The places a person came through, as a web browser keeps them: going somewhere forgets what was ahead.
/// Pure.
class NavigationHistory
{
public:
    static constexpr qsizetype maxPlaces = 100;

    /// The person goes from `from`, as it is left, to another place. Going where one is changes nothing.
    void go(const NavigationPlace &from, const NavigationPlace &to);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const { return m_at + 1 < m_places.size(); }
    /// The place to go to; `from` is remembered as it is left. Only if it can.
    [[nodiscard]] NavigationPlace back(const NavigationPlace &from);
    [[nodiscard]] NavigationPlace forward(const NavigationPlace &from);
    void clear();

private:
    QList<NavigationPlace> m_places;
    qsizetype m_at = 0;
};

} // namespace layerscope
