// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatornodes.h"

#include "models/navigatormodel.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Node = NavigatorNode;

Node poolNode(const QString &id, const QString &title)
{
    Node node{id, title};
    node.table = &poolsTable;
    return node;
}

Node poolStateNode(const QString &id, const QString &title, const QString &state, StateMark mark)
{
    Node node = poolNode(id, title);
    node.scopeColumn = PoolColumn::Over;
    node.scopeText = state;
    node.mark = mark;
    return node;
}

} // namespace

/// While the lists come in, the larger of what was announced and what is there; partial if nothing was
/// announced.
NavigatorNodes::Count NavigatorNodes::countOf(RowKind kind, qint64 listed, bool isListing) const
{
    const std::optional<qint64> atLeast = listed > 0 ? std::optional(listed) : std::nullopt;
    if (!isListing && m_facts.incomplete.contains(kind))
        return {atLeast, true};
    if (!isListing)
        return {listed, false};
    // What the account says of its pools counts others among them (KindSpec::isCounted).
    const std::optional<qint64> announced =
        m_facts.account && kind != RowKind::Pool ? m_facts.account->count(kind) : std::nullopt;
    if (announced)
        return {std::max(*announced, listed), false};
    return {atLeast, true};
}

void NavigatorNodes::setCount(Node &node, const QList<Count> &parts, bool isListing)
{
    for (const Count &part : parts) {
        if (part.rows)
            node.count = node.count.value_or(0) + *part.rows;
        node.isPartial = node.isPartial || part.isPartial;
    }
    node.isUnknown = !isListing && !node.count;
}

Node NavigatorNodes::allServers() const
{
    Node all{u"servers"_s, serversTable.translatedTitle()};
    setCount(all,
             {countOf(RowKind::BareMetal, m_counts.bareMetal, m_facts.isListing),
              countOf(RowKind::Virtual, m_counts.virtualGuests, m_facts.isListing)},
             m_facts.isListing);
    return all;
}

Node NavigatorNodes::wholeTable(const TableSpec &table) const
{
    Node node{QString::fromLatin1(table.key), table.translatedTitle()};
    node.table = &table;
    const bool isListing = m_facts.listing.contains(&table);
    QList<Count> parts;
    for (const RowKind kind : table.kinds)
        parts.append(countOf(kind, m_counts.beside[static_cast<std::size_t>(kind)], isListing));
    setCount(node, parts, isListing);
    return node;
}

QList<NavigatorNode> NavigatorNodes::ofAccount() const
{
    Node bareMetal{u"bare_metal"_s, NavigatorModel::tr("Bare metal"), 1};
    bareMetal.kind = RowKind::BareMetal;
    setCount(bareMetal, {countOf(RowKind::BareMetal, m_counts.bareMetal, m_facts.isListing)},
             m_facts.isListing);
    Node guests{u"virtual"_s, NavigatorModel::tr("Virtual"), 1};
    guests.kind = RowKind::Virtual;
    setCount(guests, {countOf(RowKind::Virtual, m_counts.virtualGuests, m_facts.isListing)},
             m_facts.isListing);
    Node allPools = poolNode(u"pools"_s, poolsTable.translatedTitle());
    setCount(allPools, {countOf(RowKind::Pool, m_counts.pools, m_facts.isListing)}, m_facts.isListing);
    QList<Node> nodes{allServers(), bareMetal, guests, allPools};
    for (const TableSpec *table : m_facts.beside)
        nodes.append(wholeTable(*table));
    return nodes;
}

qint64 NavigatorNodes::listedServers() const
{
    return m_counts.bareMetal + m_counts.virtualGuests;
}

QList<NavigatorNode> NavigatorNodes::ofAttention() const
{
    if (listedServers() == 0 && m_counts.pools == 0)
        return {};
    Node over = poolStateNode(u"over"_s, NavigatorModel::tr("Over allocation"), u"now"_s, StateMark::Over);
    const bool arePoolsCut = !m_facts.isListing && m_facts.incomplete.contains(RowKind::Pool);
    const auto count = [&](Node &node, const auto &counted) {
        node.isPartial = counted.isPartial || m_facts.isListing || arePoolsCut;
        node.isUnknown = arePoolsCut && counted.rows == 0;
        if (!node.isUnknown)
            node.count = counted.rows;
    };
    count(over, m_counts.over);
    Node projected = poolStateNode(u"projected_over"_s, NavigatorModel::tr("Projected over"), u"projected"_s,
                                   StateMark::ProjectedOver);
    count(projected, m_counts.projectedOver);
    Node leaving = poolNode(u"leaving"_s, NavigatorModel::tr("Leaving pools"));
    leaving.scopeColumn = PoolColumn::Ends;
    leaving.scopeIsAnyValue = true;
    leaving.childScopeColumn = MemberColumn::Leaves;
    count(leaving, m_counts.leaving);

    Node transactions{u"transactions"_s, NavigatorModel::tr("In transaction")};
    transactions.scopeColumn = ServerColumn::Transaction;
    transactions.scopeIsAnyValue = true;
    transactions.count = m_counts.transactions.rows;
    transactions.isPartial = m_counts.transactions.isPartial || m_facts.isListing;
    Node refused{u"refused"_s, NavigatorModel::tr("Not permitted")};
    refused.scopeColumn = ServerColumn::RowState;
    refused.scopeText = u"refused"_s;
    refused.count = m_counts.refused;
    refused.isPartial = m_facts.isListing;
    return {over, projected, transactions, leaving, refused};
}

QList<NavigatorNode> NavigatorNodes::ofDatacenters() const
{
    const Node servers = allServers();
    const bool moreServersCome = servers.isPartial || servers.count.value_or(0) > listedServers();
    const bool arePartial = m_counts.areDatacentersPartial || moreServersCome;
    QList<Node> nodes;
    for (auto count = m_counts.datacenters.cbegin(); count != m_counts.datacenters.cend(); ++count) {
        Node node{u"datacenter:"_s + count.key(), count.key()};
        node.scopeColumn = ServerColumn::Datacenter;
        node.scopeText = count.key();
        node.count = count.value();
        node.isPartial = arePartial;
        nodes.append(node);
    }
    return nodes;
}

QList<NavigatorNode> NavigatorNodes::ofPools() const
{
    QList<Node> nodes;
    for (auto pool = m_counts.poolsByName.cbegin(); pool != m_counts.poolsByName.cend(); ++pool) {
        Node node = poolNode(u"pool:"_s + QString::number(pool->id), pool.key().first);
        node.poolId = pool->id;
        node.count = pool->devices;
        nodes.append(node);
    }
    return nodes;
}

} // namespace layerscope
