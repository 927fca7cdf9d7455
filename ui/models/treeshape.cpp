// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/treeshape.h"

#include <algorithm>

namespace layerscope {

namespace {

/// QList compares two that are empty by memcmp() of null pointers, which is not defined.
bool areSame(const QList<int> &a, const QList<int> &b)
{
    return a.size() == b.size() && (a.isEmpty() || a == b);
}

bool areSameRows(const Arrangement::Group &a, const Arrangement::Group &b)
{
    return a.key == b.key && a.isUnknown == b.isUnknown && a.isEmpty == b.isEmpty && areSame(a.rows, b.rows);
}

bool areSameChildren(const Arrangement &a, const Arrangement &b)
{
    if (!a.children || !b.children)
        return a.children.has_value() == b.children.has_value();
    return areSame(a.children->firsts, b.children->firsts) && areSame(a.children->rows, b.children->rows) &&
           a.children->areToCome == b.children->areToCome;
}

int newNumber(const QList<int> *newOfOld, int row)
{
    return newOfOld != nullptr ? newOfOld->value(row, -1) : row;
}

} // namespace

int TreeShape::countBelow(int row) const
{
    if (row < 0 || row >= countAtTop())
        return 0;
    if (m_arrangement->isGrouped)
        return static_cast<int>(m_arrangement->groups.at(row).rows.size());
    if (!m_arrangement->children)
        return 0;
    return m_arrangement->children->areToCome.testBit(row) ? 1 : m_arrangement->children->countBelow(row);
}

TreeNode TreeShape::nodeAt(TreePlace place) const
{
    using Kind = TreeNode::Kind;
    const bool isTop = place.id == ParentId::top;
    const int top = isTop ? place.row : ParentId::numberOf(place.id);
    if (place.row < 0 || top >= countAtTop() || (!isTop && place.row >= countBelow(top)))
        return {};
    if (m_arrangement->isGrouped)
        return isTop ? TreeNode{Kind::Group, top}
                     : TreeNode{Kind::Row, m_arrangement->groups.at(top).rows.at(place.row)};
    if (isTop)
        return {Kind::Row, m_arrangement->groups.constFirst().rows.at(top)};
    const Arrangement::Children &children = *m_arrangement->children;
    if (children.areToCome.testBit(top))
        return {Kind::StandIn, top};
    return {Kind::Child, children.rows.at(children.firsts.at(top) + place.row)};
}

TreePlace TreeShape::placeOfRow(int tableRow) const
{
    const Arrangement::Place place = m_arrangement->places.value(tableRow); // {-1, -1} outside
    if (place.group < 0)
        return {};
    return {place.row, m_arrangement->isGrouped ? ParentId::of(place.group) : ParentId::top};
}

TreePlaces TreeShape::placesOfRow(int tableRow) const
{
    TreePlaces places;
    for (const Arrangement::Place &place : m_arrangement->placesOf(tableRow))
        places.append({place.row, m_arrangement->isGrouped ? ParentId::of(place.group) : ParentId::top});
    return places;
}

TreePlace TreeShape::placeOfChild(int childRow) const
{
    if (!m_arrangement->children)
        return {};
    const Arrangement::Place place = m_arrangement->children->places.value(childRow);
    return place.group >= 0 ? TreePlace{place.row, ParentId::of(place.group)} : TreePlace();
}

bool TreeShape::hasSameOrder(const TreeShape &other) const
{
    const Arrangement &a = *m_arrangement;
    const Arrangement &b = *other.m_arrangement;
    return a.isGrouped == b.isGrouped && a.spec.groupColumn == b.spec.groupColumn &&
           std::equal(a.groups.cbegin(), a.groups.cend(), b.groups.cbegin(), b.groups.cend(), areSameRows) &&
           areSameChildren(a, b);
}

TreeMove::TreeMove(const TreeShape &from, const TreeShape &to, const QList<int> *newRowOfOld,
                   const QList<int> *newChildOfOld)
    : m_from(from)
    , m_to(to)
    , m_newRowOfOld(newRowOfOld)
    , m_newChildOfOld(newChildOfOld)
{
    const Arrangement &next = *to.arrangement();
    if (!next.isGrouped || next.spec.groupColumn != from.arrangement()->spec.groupColumn)
        return;
    for (int place = 0; place < next.groups.size(); ++place) {
        const Arrangement::Group &group = next.groups.at(place);
        if (group.isUnknown)
            m_unknownGroup = place;
        else if (group.isEmpty)
            m_emptyGroup = place;
        else
            m_groupOfKey.insert(group.key, place);
    }
}

TreePlace TreeMove::operator()(TreePlace former) const
{
    const TreeNode node = m_from.nodeAt(former);
    switch (node.kind) {
    case TreeNode::Kind::Nothing:
        break;
    case TreeNode::Kind::Group:
        return {groupNow(node.number), ParentId::top};
    case TreeNode::Kind::Row:
        return placeOfRowNow(newNumber(m_newRowOfOld, node.number), former);
    case TreeNode::Kind::Child:
        return m_to.placeOfChild(newNumber(m_newChildOfOld, node.number));
    case TreeNode::Kind::StandIn: {
        const int row = m_from.arrangement()->groups.constFirst().rows.at(node.number);
        const TreePlace above = m_to.placeOfRow(newNumber(m_newRowOfOld, row));
        if (above.isValid() && m_to.countBelow(above.row) > 0)
            return {0, ParentId::of(above.row)};
        break;
    }
    }
    return {};
}

int TreeMove::groupNow(int former) const
{
    const Arrangement::Group &group = m_from.arrangement()->groups.at(former);
    return group.isUnknown ? m_unknownGroup
           : group.isEmpty ? m_emptyGroup
                           : m_groupOfKey.value(group.key, -1);
}

TreePlace TreeMove::placeOfRowNow(int row, TreePlace former) const
{
    const TreePlaces places = m_to.placesOfRow(row);
    if (places.size() > 1 && former.id != ParentId::top) {
        const quintptr group = ParentId::of(groupNow(ParentId::numberOf(former.id)));
        const auto same = std::find_if(places.cbegin(), places.cend(),
                                       [group](const TreePlace &place) { return place.id == group; });
        if (same != places.cend())
            return *same;
    }
    return places.isEmpty() ? TreePlace() : places.first();
}

int TreeMove::rowNow(int former) const
{
    const int row = newNumber(m_newRowOfOld, former);
    return m_to.placeOfRow(row).isValid() ? row : -1;
}

int TreeMove::childNow(int former) const
{
    const int row = newNumber(m_newChildOfOld, former);
    return m_to.placeOfChild(row).isValid() ? row : -1;
}

} // namespace layerscope
