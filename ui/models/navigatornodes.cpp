// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/navigatornodes.h"

#include "models/cellformat.h"
#include "models/tablewords.h"

#include <QMap>

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

/// Each of its rows has a node of its own: there are few, with many others below them.
bool haveRowsNodes(const TableSpec &table)
{
    return childTable(table) != nullptr;
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
        const std::optional<QString> title = TableWords::nodeOfKind(kind);
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
    for (const TableSpec *table : m_facts.tables)
        nodes << wholeTable(*table) << kindsOf(*table);
    return nodes;
}

QString NavigatorNodes::idOf(RowKey key)
{
    const TableSpec &table = tableOf(key.kind);
    return haveRowsNodes(table) ? QLatin1StringView(kindSpec(key.kind).key) + u':' + QString::number(key.id)
                                : QString::fromLatin1(table.key);
}

NavigatorNode NavigatorNodes::attentionNode(const TableSpec &table, const AttentionNode &attention) const
{
    Node node = nodeOf(table, QString::fromLatin1(attention.id), attention.translatedTitle());
    node.description = attention.translatedDescription();
    node.scopeColumn = attention.column;
    node.scopeText = QString::fromLatin1(attention.text);
    node.scopeIsAnyValue = node.scopeText.isEmpty();
    if (attention.childColumn >= 0)
        node.childScopeColumn = attention.childColumn;
    node.mark = CellFormat::markOf(table.catalogue(), attention.column, node.scopeText);

    const NavigatorCounts::Count counted = m_counts.attention.value(node.id);
    const bool isCut =
        !isListing(table) && std::any_of(table.kinds.begin(), table.kinds.end(),
                                         [this](RowKind kind) { return m_facts.incomplete.contains(kind); });
    node.isPartial = counted.isPartial || isListing(table) || isCut;
    node.isUnknown = isCut && counted.rows == 0;
    if (!node.isUnknown)
        node.count = counted.rows;
    return node;
}

QList<NavigatorNode> NavigatorNodes::ofAttention() const
{
    QMap<int, Node> nodes;
    qint64 rows = 0;
    for (const TableSpec *table : m_facts.tables) {
        for (const AttentionNode &attention : table->attention) {
            nodes.insert(attention.place, attentionNode(*table, attention));
            rows += m_counts.of(*table);
        }
    }
    return rows > 0 ? nodes.values() : QList<Node>();
}

QList<NavigatorNode> NavigatorNodes::ofDatacenters() const
{
    QList<Node> nodes;
    for (const TableSpec *table : m_facts.tables) {
        if (table->placeColumn < 0)
            continue;
        const Node all = wholeTable(*table);
        const bool moreRowsCome = all.isPartial || all.count.value_or(0) > m_counts.of(*table);
        const QString key = QString::fromLatin1(table->catalogue().column(table->placeColumn).key);
        for (auto count = m_counts.places.cbegin(); count != m_counts.places.cend(); ++count) {
            Node node = nodeOf(*table, key + u':' + count.key(), count.key());
            node.scopeColumn = table->placeColumn;
            node.scopeText = count.key();
            node.count = count.value();
            node.isPartial = m_counts.arePlacesPartial || moreRowsCome;
            nodes.append(node);
        }
    }
    return nodes;
}

QList<NavigatorNode> NavigatorNodes::ofPools() const
{
    const auto table = std::find_if(m_facts.tables.cbegin(), m_facts.tables.cend(),
                                    [](const TableSpec *known) { return haveRowsNodes(*known); });
    QList<Node> nodes;
    if (table == m_facts.tables.cend())
        return nodes;
    for (auto pool = m_counts.poolsByName.cbegin(); pool != m_counts.poolsByName.cend(); ++pool) {
        const RowKey key{(*table)->kinds.front(), pool->id};
        Node node = nodeOf(**table, idOf(key), pool.key().first);
        node.row = key;
        node.count = pool->devices;
        nodes.append(node);
    }
    return nodes;
}

} // namespace layerscope
