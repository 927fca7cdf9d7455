// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/rowselection.h"

#include "models/rowsmodel.h"

#include <QSet>
#include <QSignalBlocker>
#include <QTreeView>

#include <algorithm>
#include <utility>

namespace layerscope {

namespace {

bool isSet(const QBitArray &bits, int bit)
{
    return bit >= 0 && bit < bits.size() && bits.testBit(bit);
}

/// Calls `act` with what stands at each place of a selection; without what has gone since, or to different
/// parents, and without group rows of which rows are there themselves.
template<class Act>
void forEachNode(const TreeShape &shape, const QItemSelection &selection, const Act &act)
{
    QSet<int> entered; // groups
    for (const QItemSelectionRange &range : selection) {
        if (range.isValid() && range.parent().isValid())
            entered.insert(range.parent().row());
    }
    for (const QItemSelectionRange &range : selection) {
        if (!range.isValid())
            continue;
        const quintptr id = QModelIndex(range.topLeft()).internalId();
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const TreeNode node = shape.nodeAt({row, id});
            if (node.kind != TreeNode::Kind::Group || !entered.contains(row))
                act(node);
        }
    }
}

/// Calls `act` with each row that a node stands for.
template<class Act>
void forEachRow(const Arrangement &shown, const TreeNode &node, const Act &act)
{
    switch (node.kind) {
    case TreeNode::Kind::Nothing:
    case TreeNode::Kind::StandIn: // is no row
        break;
    case TreeNode::Kind::Group:
        for (const int row : shown.groups.at(node.number).rows)
            act(ShownRow{row, false});
        break;
    case TreeNode::Kind::Row:
        act(ShownRow{node.number, false});
        break;
    case TreeNode::Kind::Child:
        act(ShownRow{node.number, true});
        break;
    }
}

/// So few are looked up one by one; to find them all groups would be gone through.
constexpr qsizetype fewRows = 100;

/// Those of the rows below a parent for which `isSelected` says so, by their places there; as many as there
/// is room for.
template<class IsSelected>
void appendRanges(QItemSelection &ranges, const QAbstractItemModel &model, const QModelIndex &parent,
                  qsizetype count, const IsSelected &isSelected)
{
    const int lastColumn = model.columnCount(parent) - 1;
    for (int row = 0; row < count && ranges.size() < RowSelection::mostRanges; ++row) {
        if (!isSelected(row))
            continue;
        const int first = row;
        while (row + 1 < count && isSelected(row + 1))
            ++row;
        ranges.append(
            QItemSelectionRange(model.index(first, 0, parent), model.index(row, lastColumn, parent)));
    }
}

} // namespace

RowSelection::RowSelection(RowsModel &model, QTreeView &view)
    : QItemSelectionModel(&model, &view)
    , m_model(model)
    , m_view(view)
{
    connect(&view, &QTreeView::expanded, this, &RowSelection::onExpanded);
}

// ---- what is selected
// ------------------------------------------------------------------------------------------------

bool RowSelection::contains(const QModelIndex &index) const
{
    if (const std::optional<int> row = m_model.tableRow(index))
        return m_selected.contains({*row, false});
    if (const std::optional<int> row = m_model.childRow(index))
        return m_selected.contains({*row, true});
    return m_model.group(index) != nullptr && isSet(m_groups, index.row());
}

bool RowSelection::isSelectedIn(const QTreeView &view, const QModelIndex &index)
{
    const QItemSelectionModel *selection = view.selectionModel();
    if (const auto *rows = qobject_cast<const RowSelection *>(selection))
        return rows->contains(index);
    return selection != nullptr && selection->isSelected(index);
}

const QList<ShownRow> &RowSelection::rows() const
{
    if (!m_inOrder)
        m_inOrder = inOrder();
    return *m_inOrder;
}

QList<ShownRow> RowSelection::inOrder() const
{
    const std::shared_ptr<const Arrangement> shown = m_model.arrangement();
    RowSet left = m_selected;
    QList<ShownRow> rows;
    rows.reserve(left.size());
    const auto take = [&](ShownRow row) {
        if (left.remove(row))
            rows.append(row);
    };
    for (const Arrangement::Group &group : shown->groups) {
        for (int place = 0; place < group.rows.size() && !left.isEmpty(); ++place) {
            take({group.rows.at(place), false});
            if (!shown->children)
                continue;
            const Arrangement::Children &children = *shown->children;
            for (int at = children.firsts.at(place); at < children.firsts.at(place + 1); ++at)
                take({children.rows.at(at), true});
        }
    }
    return rows;
}

QList<int> RowSelection::tableRows() const
{
    QList<int> numbers;
    numbers.reserve(rows().size());
    for (const ShownRow &row : rows()) {
        if (!row.isChild)
            numbers.append(row.row);
    }
    return numbers;
}

QList<int> RowSelection::firstTableRows(qsizetype most) const
{
    QList<int> numbers;
    const std::shared_ptr<const Arrangement> shown = m_model.arrangement();
    RowSet taken; // a row stands in the group of each of its tags
    for (const Arrangement::Group &group : shown->groups) {
        for (qsizetype place = 0; place < group.rows.size() && numbers.size() < most; ++place) {
            const ShownRow row{group.rows.at(place), false};
            if (!m_selected.contains(row) || taken.contains(row))
                continue;
            taken.insert(row);
            numbers.append(row.row);
        }
        if (numbers.size() == std::min(most, tableRowCount()))
            break;
    }
    return numbers;
}

QList<int> RowSelection::tableRowsByNumber() const
{
    QList<int> numbers;
    for (const ShownRow &row : m_selected.members()) {
        if (!row.isChild)
            numbers.append(row.row);
    }
    return numbers;
}

QList<int> RowSelection::childRows() const
{
    const std::shared_ptr<const Arrangement> shown = m_model.arrangement();
    if (!shown->children)
        return {};
    QList<int> numbers;
    int whole = -1; // the place of the last row that is selected itself: all below it are there already
    for (const ShownRow &row : rows()) {
        if (!row.isChild) {
            whole = shown->places.at(row.row).row;
            numbers += shown->children->rowsBelow(whole);
        } else if (shown->children->places.at(row.row).group != whole) {
            numbers.append(row.row);
        }
    }
    return numbers;
}

// ---- what the person does
// ----------------------------------------------------------------------------------------------

void RowSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    const bool isClearing = command.testFlag(Clear);
    if (model() == nullptr || (!isClearing && !(command & (Select | Deselect | Toggle))))
        return;
    if (isClearing)
        m_base = {};
    else if (!command.testFlag(Current))
        m_base = m_selected;
    const RowSet former = std::exchange(m_selected, changed(m_base, selection, command));
    const RowSet added = m_selected.without(former);
    const RowSet removed = former.without(m_selected);
    if (added.isEmpty() && removed.isEmpty())
        return;
    m_inOrder.reset();
    const QBitArray formerGroups = std::exchange(m_groups, groupsOfSelected());
    hold(placesOf(m_selected, m_groups));
    Q_EMIT selectionChanged(placesOf(added, withoutBits(m_groups, formerGroups)),
                            placesOf(removed, withoutBits(formerGroups, m_groups)));
}

/// A group row is taken as one: it comes or goes with all of its rows.
RowSet RowSelection::changed(const RowSet &before, const QItemSelection &selection,
                             SelectionFlags command) const
{
    RowSet rows = before;
    const TreeShape shape(m_model.arrangement());
    const Arrangement &shown = *shape.arrangement();
    forEachNode(shape, selection, [&](const TreeNode &node) {
        bool wasIn = true;
        if (!command.testFlag(Select))
            forEachRow(shown, node, [&](ShownRow row) { wasIn = wasIn && before.contains(row); });
        if (command.testFlag(Select) || (command.testFlag(Toggle) && !wasIn))
            forEachRow(shown, node, [&rows](ShownRow row) { rows.insert(row); });
        else if (wasIn && (command & (Deselect | Toggle)))
            forEachRow(shown, node, [&rows](ShownRow row) { rows.remove(row); });
    });
    return rows;
}

// ---- where it stands
// --------------------------------------------------------------------------------------------------

void RowSelection::beginMove()
{
    const QModelIndex current = currentIndex();
    m_formerCurrent = current.isValid() ? TreePlace{current.row(), current.internalId()} : TreePlace();
    m_formerCurrentColumn = current.column();
    hold({});
}

void RowSelection::endMove(const TreeMove &move)
{
    m_selected = m_selected.after(move);
    m_base = m_base.after(move);
    m_inOrder.reset();
    m_groups = groupsOfSelected();
    hold(placesOf(m_selected, m_groups));
    keepCurrent(move);
}

/// Of the places of a row that stood in several groups and stands in one now, the model can carry over one:
/// any that somebody holds, and not just the current one.
void RowSelection::keepCurrent(const TreeMove &move)
{
    const TreePlace now = currentIndex().isValid() ? TreePlace() : move(m_formerCurrent);
    if (!now.isValid())
        return;
    const QModelIndex above = m_model.index(ParentId::numberOf(now.id), 0); // none of what is at the top
    const QSignalBlocker silence(this);                                     // it is the same row
    setCurrentIndex(m_model.index(now.row, m_formerCurrentColumn, above), NoUpdate);
}

QBitArray RowSelection::groupsOfSelected() const
{
    const std::shared_ptr<const Arrangement> shown = m_model.arrangement();
    if (!shown->isGrouped)
        return {};
    QBitArray groups(shown->groups.size());
    for (int group = 0; group < groups.size(); ++group) {
        const QList<int> &rows = shown->groups.at(group).rows;
        groups.setBit(group, std::all_of(rows.cbegin(), rows.cend(), [this](int row) {
                          return m_selected.contains({row, false});
                      }));
    }
    return groups;
}

/// In view order but for groups, which come before all rows.
QItemSelection RowSelection::placesOf(const RowSet &rows, const QBitArray &groups) const
{
    QItemSelection places;
    if (rows.isEmpty())
        return places;
    const std::shared_ptr<const Arrangement> shown = m_model.arrangement();
    if (shown->isGrouped) {
        appendRanges(places, m_model, {}, shown->groups.size(),
                     [&groups](int group) { return isSet(groups, group); });
        if (rows.size() <= fewRows) {
            appendPlacesOfFew(rows, groups, places);
            return places;
        }
        for (int group = 0; group < shown->groups.size(); ++group) {
            const QModelIndex top = m_model.index(group, 0);
            if (isSet(groups, group) && !m_view.isExpanded(top))
                continue;
            const QList<int> &below = shown->groups.at(group).rows;
            appendRanges(places, m_model, top, below.size(), [&](int place) {
                return rows.contains({below.at(place), false});
            });
        }
        return places;
    }
    if (rows.size() <= fewRows) {
        appendPlacesOfFew(rows, groups, places);
        return places;
    }
    const QList<int> &tops = shown->groups.constFirst().rows;
    appendRanges(places, m_model, {}, tops.size(), [&](int place) {
        return rows.contains({tops.at(place), false});
    });
    for (int top = 0; shown->children && top < tops.size(); ++top) {
        const Arrangement::Children &children = *shown->children;
        const int first = children.firsts.at(top);
        appendRanges(places, m_model, m_model.index(top, 0), children.countBelow(top), [&](int place) {
            return rows.contains({children.rows.at(first + place), true});
        });
    }
    return places;
}

/// The same without group rows.
void RowSelection::appendPlacesOfFew(const RowSet &rows, const QBitArray &groups,
                                     QItemSelection &places) const
{
    const TreeShape shape(m_model.arrangement());
    QList<std::pair<int, int>> all; // the number of what is above, -1 at the top, and the place below it
    const auto add = [&](TreePlace place) {
        if (place.isValid())
            all.append({ParentId::numberOf(place.id), place.row});
    };
    for (const ShownRow &row : rows.members()) {
        if (row.isChild) {
            add(shape.placeOfChild(row.row));
            continue;
        }
        for (const TreePlace place : shape.placesOfRow(row.row))
            add(place);
    }
    std::sort(all.begin(), all.end());
    const int lastColumn = m_model.columnCount() - 1;
    for (qsizetype at = 0; at < all.size(); ++at) {
        const auto [above, first] = all.at(at);
        qsizetype last = at;
        while (last + 1 < all.size() && all.at(last + 1) == std::pair(above, all.at(last).second + 1))
            ++last;
        const QModelIndex parent = m_model.index(above, 0); // none of what is at the top
        at = last;
        if (isSet(groups, above) && !m_view.isExpanded(parent))
            continue;
        places.append(QItemSelectionRange(m_model.index(first, 0, parent),
                                          m_model.index(all.at(last).second, lastColumn, parent)));
    }
}

/// Has Qt's selection be these places, without a word of it.
void RowSelection::hold(const QItemSelection &places)
{
    const QSignalBlocker silence(this);
    if (hasSelection()) // to have it compared with another one would take the product of their ranges
        QItemSelectionModel::select(QItemSelection(), Clear);
    if (!places.isEmpty())
        QItemSelectionModel::select(places, Select);
}

/// The rows of a group that was told by its group row alone are to be told now. Many are opened at once.
void RowSelection::onExpanded(const QModelIndex &index)
{
    if (!isSet(m_groups, index.row()) || std::exchange(m_isHeldAnewSoon, true))
        return;
    const auto holdAnew = [this] {
        m_isHeldAnewSoon = false;
        hold(placesOf(m_selected, m_groups));
    };
    QMetaObject::invokeMethod(this, holdAnew, Qt::QueuedConnection);
}

} // namespace layerscope
