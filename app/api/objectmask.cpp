// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/objectmask.h"

#include <QtGlobal>

#include <algorithm>

namespace layerscope {

ObjectMask::ObjectMask(std::initializer_list<QByteArrayView> paths)
{
    for (const QByteArrayView path : paths)
        add(path);
}

ObjectMask &ObjectMask::add(QByteArrayView dottedPath)
{
    std::vector<Node> *level = &m_children;
    while (!dottedPath.isEmpty()) {
        const qsizetype dot = dottedPath.indexOf('.');
        const QByteArrayView name = (dot < 0 ? dottedPath : dottedPath.first(dot)).trimmed();
        dottedPath = dot < 0 ? QByteArrayView() : dottedPath.sliced(dot + 1);
        Q_ASSERT_X(!name.isEmpty(), "ObjectMask::add", "an empty name in the path");

        auto node =
            std::find_if(level->begin(), level->end(), [name](const Node &n) { return n.name == name; });
        if (node == level->end())
            node = level->insert(level->end(), Node{name.toByteArray(), {}});
        level = &node->children;
    }
    return *this;
}

ObjectMask &ObjectMask::addAll(QByteArrayView commaSeparatedPaths)
{
    while (!commaSeparatedPaths.isEmpty()) {
        const qsizetype comma = commaSeparatedPaths.indexOf(',');
        add(comma < 0 ? commaSeparatedPaths : commaSeparatedPaths.first(comma));
        commaSeparatedPaths = comma < 0 ? QByteArrayView() : commaSeparatedPaths.sliced(comma + 1);
    }
    return *this;
}

ObjectMask &ObjectMask::merge(const ObjectMask &other)
{
    mergeInto(m_children, other.m_children);
    if (!other.m_cast.isEmpty())
        castTo(other.m_cast);
    return *this;
}

ObjectMask &ObjectMask::castTo(QByteArrayView type)
{
    Q_ASSERT_X(m_cast.isEmpty() || m_cast == type, "ObjectMask::castTo", "the root can have one type only");
    m_cast = type.toByteArray();
    return *this;
}

int ObjectMask::relationCount() const
{
    return countRelations(m_children);
}

QByteArray ObjectMask::toText() const
{
    if (isEmpty())
        return {};
    QByteArray text("mask");
    if (!m_cast.isEmpty())
        text.append('(').append(m_cast).append(')');
    write(m_children, text);
    return text;
}

void ObjectMask::mergeInto(std::vector<Node> &into, const std::vector<Node> &from)
{
    for (const Node &node : from) {
        const auto known =
            std::find_if(into.begin(), into.end(), [&node](const Node &n) { return n.name == node.name; });
        if (known == into.end())
            into.push_back(node);
        else
            mergeInto(known->children, node.children);
    }
}

void ObjectMask::write(const std::vector<Node> &nodes, QByteArray &out)
{
    char separator = '[';
    for (const Node &node : nodes) {
        out += separator;
        out += node.name;
        if (!node.children.empty())
            write(node.children, out);
        separator = ',';
    }
    out += ']';
}

int ObjectMask::countRelations(const std::vector<Node> &nodes)
{
    int count = 0;
    for (const Node &node : nodes) {
        if (!node.children.empty())
            count += 1 + countRelations(node.children);
    }
    return count;
}

} // namespace layerscope
