// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/loadoutcome.h"
#include "models/navigatorcounts.h"
#include "models/navigatornode.h"

#include <QList>
#include <QSet>

#include <optional>

namespace layerscope {

/// Makes the nodes of the navigator's sections from what is counted and what is known of the load. Pure; what
/// it is given outlives it. O(nodes).
class NavigatorNodes
{
public:
    /// What is known besides the rows.
    struct Facts
    {
        std::optional<AccountSummary> account;
        bool isListing = true;                 ///< Servers and pools
        QList<const TableSpec *> tables = {};  ///< All that have nodes, in their order
        QList<const TableSpec *> beside = {};  ///< Those of them beside servers and pools
        QList<const TableSpec *> listing = {}; ///< Those of them whose lists are not finished
        QSet<RowKind> incomplete = {};         ///< Once their lists are finished
    };

    NavigatorNodes(const Facts &facts, const NavigatorCounts &counts)
        : m_facts(facts)
        , m_counts(counts)
    {}

    [[nodiscard]] QList<NavigatorNode> ofAccount() const;
    /// See NavigatorModel::nodeIdOf().
    [[nodiscard]] static QString idOf(RowKey key);

    /// TableSpec::attention; none as long as nothing is listed.
    [[nodiscard]] QList<NavigatorNode> ofAttention() const;
    /// TableSpec::placeColumn
    [[nodiscard]] QList<NavigatorNode> ofDatacenters() const;
    [[nodiscard]] QList<NavigatorNode> ofPools() const;

private:
    struct Count
    {
        std::optional<qint64> rows;
        bool isPartial = false;
    };

    [[nodiscard]] Count countOf(RowKind kind, qint64 listed, bool isListing) const;
    /// The sum of what is known of the parts.
    static void setCount(NavigatorNode &node, const QList<Count> &parts, bool isListing);
    [[nodiscard]] NavigatorNode wholeTable(const TableSpec &table) const;
    /// Of kinds that have one, each by itself.
    [[nodiscard]] QList<NavigatorNode> kindsOf(const TableSpec &table) const;
    [[nodiscard]] NavigatorNode attentionNode(const TableSpec &table, const AttentionNode &attention) const;
    /// Its lists are not through.
    [[nodiscard]] bool isListing(const TableSpec &table) const;

    const Facts &m_facts;
    const NavigatorCounts &m_counts;
};

} // namespace layerscope
