// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatornodes.h"

#include "models/navigatormodel.h"
#include "models/tablewords.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Node = NavigatorNode;

Node nodeOf(const TableSpec &table, const QString &id, const QString &title)
{
    Node node{id, title};
    node.table = &table;
    return node;
}

Node poolStateNode(const QString &id, const QString &title, const QString &state, StateMark mark)
{
    Node node = nodeOf(poolsTable, id, title);
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
    // What the account says of some kinds is not how long their lists are.
    const std::optional<qint64> announced =
        m_facts.account && kindSpec(kind).isCounted ? m_facts.account->count(kind) : std::nullopt;
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

bool NavigatorNodes::isListing(const TableSpec &table) const
{
    return m_facts.beside.contains(&table) ? m_facts.listing.contains(&table) : m_facts.isListing;
}

Node NavigatorNodes::wholeTable(const TableSpec &table) const
{
    Node node = nodeOf(table, QString::fromLatin1(table.key), table.translatedTitle());
    QList<Count> parts;
    for (const RowKind kind : table.kinds)
        parts.append(countOf(kind, m_counts.of(kind), isListing(table)));
    setCount(node, parts, isListing(table));
    return node;
}

QList<NavigatorNode> NavigatorNodes::kindsOf(const TableSpec &table) const
{
    QList<Node> nodes;
    for (const RowKind kind : table.kinds) {
        const std::optional<QString> title = TableWords(table).nodeOfKind(kind);
        if (!title)
            continue;
        Node node = nodeOf(table, QString::fromLatin1(kindSpec(kind).key), *title);
        node.indent = 1;
        node.kind = kind;
        setCount(node, {countOf(kind, m_counts.of(kind), isListing(table))}, isListing(table));
        nodes.append(node);
    }
    return nodes;
}

QList<NavigatorNode> NavigatorNodes::ofAccount() const
{
    QList<Node> nodes;
    for (const TableSpec *table : QList<const TableSpec *>{&serversTable, &poolsTable} + m_facts.beside)
        nodes << wholeTable(*table) << kindsOf(*table);
    return nodes;
}

QString NavigatorNodes::idOf(RowKey key)
{
    const TableSpec &table = tableOf(key.kind);
    return &table == &poolsTable ? QLatin1StringView(kindSpec(key.kind).key) + u':' + QString::number(key.id)
                                 : QString::fromLatin1(table.key);
}

QList<NavigatorNode> NavigatorNodes::ofAttention() const
{
    if (m_counts.of(serversTable) == 0 && m_counts.of(poolsTable) == 0)
        return {};
    Node over = poolStateNode(u"over"_s, NavigatorModel::tr("Over allocation"), u"now"_s, StateMark::Over);
    const bool arePoolsCut = !m_facts.isListing && m_facts.incomplete.contains(poolsTable.kinds.front());
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
    Node leaving = nodeOf(poolsTable, u"leaving"_s, NavigatorModel::tr("Leaving pools"));
    leaving.scopeColumn = PoolColumn::Ends;
    leaving.scopeIsAnyValue = true;
    leaving.childScopeColumn = MemberColumn::Leaves;
    count(leaving, m_counts.leaving);

    Node transactions = nodeOf(serversTable, u"transactions"_s, NavigatorModel::tr("In transaction"));
    transactions.scopeColumn = ServerColumn::Transaction;
    transactions.scopeIsAnyValue = true;
    transactions.count = m_counts.transactions.rows;
    transactions.isPartial = m_counts.transactions.isPartial || m_facts.isListing;
    Node refused = nodeOf(serversTable, u"refused"_s, NavigatorModel::tr("Not permitted"));
    refused.scopeColumn = ServerColumn::RowState;
    refused.scopeText = u"refused"_s;
    refused.count = m_counts.refused;
    refused.isPartial = m_facts.isListing;
    return {over, projected, transactions, leaving, refused};
}

QList<NavigatorNode> NavigatorNodes::ofDatacenters() const
{
    const Node servers = wholeTable(serversTable);
    const bool moreServersCome = servers.isPartial || servers.count.value_or(0) > m_counts.of(serversTable);
    const bool arePartial = m_counts.areDatacentersPartial || moreServersCome;
    QList<Node> nodes;
    for (auto count = m_counts.datacenters.cbegin(); count != m_counts.datacenters.cend(); ++count) {
        Node node = nodeOf(serversTable, u"datacenter:"_s + count.key(), count.key());
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
        const RowKey key{poolsTable.kinds.front(), pool->id};
        Node node = nodeOf(poolsTable, idOf(key), pool.key().first);
        node.row = key;
        node.count = pool->devices;
        nodes.append(node);
    }
    return nodes;
}

} // namespace layerscope
