// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <initializer_list>
#include <vector>

namespace layerscope {

/// Which properties an answer shall carry: a tree of names, written as "mask[id,datacenter[id,name]]".
/// Every property that is needed is named on every level, since the API's rule for unnamed ones is not to be
/// relied on (softlayer-api §0.3). The order of first mention is kept, so the same mask always gives the same
/// URL. A value; safe on any thread. Adding costs O(names on the level).
class ObjectMask
{
public:
    ObjectMask() = default;
    /// Dotted paths from the type the method returns: {"id", "datacenter.name"}.
    ObjectMask(std::initializer_list<QByteArrayView> paths);

    /// Adds one dotted path, e.g. "billingItem.orderItem.order.userRecord.username". Naming it twice changes
    /// nothing.
    ObjectMask &add(QByteArrayView dottedPath);
    /// Adds comma-separated dotted paths, e.g. "id,tagReferences.id,tagReferences.tag.name".
    ObjectMask &addAll(QByteArrayView commaSeparatedPaths);
    ObjectMask &merge(const ObjectMask &other);
    /// Casts the root, e.g. "SoftLayer_Hardware_Server" on Account::getHardware (softlayer-api §2.1).
    ObjectMask &castTo(QByteArrayView type);

    [[nodiscard]] bool isEmpty() const { return m_children.empty(); }
    /// How many properties at any level have properties below them: what makes a call slow on the server.
    [[nodiscard]] int relationCount() const;
    /// "mask[…]", "mask(Type)[…]", or empty.
    [[nodiscard]] QByteArray toText() const;

    bool operator==(const ObjectMask &) const = default;

private:
    struct Node
    {
        QByteArray name;
        std::vector<Node> children;
        bool operator==(const Node &) const = default;
    };

    static void mergeInto(std::vector<Node> &into, const std::vector<Node> &from);
    static void write(const std::vector<Node> &nodes, QByteArray &out);
    static int countRelations(const std::vector<Node> &nodes);

    QByteArray m_cast;
    std::vector<Node> m_children;
};

} // namespace layerscope
