// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/arrangementmodel.h"

#include "models/rowsignals.h"

#include <QSet>

#include <utility>

namespace layerscope {

namespace {

TreePlace placeOf(const QModelIndex &index)
{
    return index.isValid() ? TreePlace{index.row(), index.internalId()} : TreePlace();
}

} // namespace

ArrangementModel::ArrangementModel(std::shared_ptr<const Arrangement> first, int columns, QObject *parent)
    : QAbstractItemModel(parent)
    , m_shape(std::move(first))
    , m_columns(columns)
{}

ArrangementModel::~ArrangementModel() = default;

// ---- indexes
// ---------------------------------------------------------------------------------------------------------

// An index's internal id is that of the top on what stands there, and below that of the row above it.

QModelIndex ArrangementModel::index(int row, int column, const QModelIndex &parent) const
{
    // A view that lays out all rows asks for each of them.
    if (row < 0 || column < 0 || row >= rowCount(parent) || column >= m_columns)
        return {};
    return createIndex(row, column, ParentId::of(parent.row()));
}

QModelIndex ArrangementModel::parent(const QModelIndex &child) const
{
    if (ParentId::isTop(child))
        return {};
    return createIndex(ParentId::numberOf(child), 0, ParentId::top);
}

int ArrangementModel::rowCount(const QModelIndex &parent) const
{
    if (!parent.isValid())
        return m_shape.countAtTop();
    return parent.column() == 0 && ParentId::isTop(parent) ? m_shape.countBelow(parent.row()) : 0;
}

int ArrangementModel::columnCount(const QModelIndex &parent) const
{
    Q_UNUSED(parent)
    return m_columns;
}

bool ArrangementModel::hasChildren(const QModelIndex &parent) const
{
    return rowCount(parent) > 0;
}

Qt::ItemFlags ArrangementModel::flags(const QModelIndex &index) const
{
    if (!index.isValid())
        return Qt::NoItemFlags;
    const bool isLast = !m_shape.hasTwoLevels() || !ParentId::isTop(index);
    Qt::ItemFlags flags = Qt::ItemIsEnabled;
    flags.setFlag(Qt::ItemNeverHasChildren, isLast);
    const bool isStandIn = shown().children && nodeAt(index).kind == TreeNode::Kind::StandIn;
    flags.setFlag(Qt::ItemIsSelectable, !isStandIn);
    return flags;
}

QModelIndex ArrangementModel::makeIndex(TreePlace place, int column) const
{
    return place.isValid() ? createIndex(place.row, column, place.id) : QModelIndex();
}

// ---- between indexes and rows
// ----------------------------------------------------------------------------------------

std::shared_ptr<const Arrangement> ArrangementModel::arrangement() const
{
    return m_shape.arrangement();
}

const ArrangementSpec &ArrangementModel::arrangedSpec() const
{
    return shown().spec;
}

TreeNode ArrangementModel::nodeAt(const QModelIndex &index) const
{
    return m_shape.nodeAt(placeOf(index));
}

std::optional<int> ArrangementModel::tableRow(const QModelIndex &index) const
{
    const TreeNode node = nodeAt(index);
    return node.kind == TreeNode::Kind::Row ? std::optional(node.number) : std::nullopt;
}

std::optional<int> ArrangementModel::childRow(const QModelIndex &index) const
{
    const TreeNode node = nodeAt(index);
    return node.kind == TreeNode::Kind::Child ? std::optional(node.number) : std::nullopt;
}

std::optional<int> ArrangementModel::tableRowAtOrAbove(const QModelIndex &index) const
{
    const std::optional<int> row = tableRow(index);
    return row ? row : tableRow(index.parent());
}

const Arrangement::Group *ArrangementModel::group(const QModelIndex &index) const
{
    const TreeNode node = nodeAt(index);
    return node.kind == TreeNode::Kind::Group ? &shown().groups.at(node.number) : nullptr;
}

QModelIndex ArrangementModel::indexOfTableRow(int row, int column) const
{
    return makeIndex(m_shape.placeOfRow(row), column);
}

QModelIndex ArrangementModel::indexOfChildRow(int row, int column) const
{
    return makeIndex(m_shape.placeOfChild(row), column);
}

// ---- the next arrangement
// --------------------------------------------------------------------------------------------

void ArrangementModel::replace(std::shared_ptr<const Arrangement> next, const QList<int> *newRowOfOld,
                               const QList<int> *newChildOfOld)
{
    Q_EMIT aboutToMove();
    // Only rows move. Without this hint a selection model keeps each cell of each selected row by itself.
    Q_EMIT layoutAboutToBeChanged({}, VerticalSortHint);
    const TreeShape former = std::exchange(m_shape, TreeShape(std::move(next)));
    const TreeMove move(former, m_shape, newRowOfOld, newChildOfOld);
    const QModelIndexList from = persistentIndexList();
    QModelIndexList to;
    to.reserve(from.size());
    QSet<QModelIndex> taken; // where one row stood twice and stands once now, Qt would lose track of both
    for (const QModelIndex &index : from) {
        const QModelIndex now = makeIndex(move(placeOf(index)), index.column());
        to.append(taken.contains(now) ? QModelIndex() : now);
        taken.insert(now);
    }
    changePersistentIndexList(from, to);
    Q_EMIT layoutChanged({}, VerticalSortHint);
    Q_EMIT moved(move);
}

bool ArrangementModel::putIfSameOrder(const std::shared_ptr<const Arrangement> &next)
{
    TreeShape shape(next);
    const bool isSame = m_shape.hasSameOrder(shape);
    if (isSame)
        m_shape = std::move(shape);
    return isSame;
}

void ArrangementModel::grow(std::shared_ptr<const Arrangement> next)
{
    beginInsertRows({}, shown().visibleRows, next->visibleRows - 1);
    m_shape = TreeShape(std::move(next));
    endInsertRows();
}

void ArrangementModel::reset(std::shared_ptr<const Arrangement> next)
{
    beginResetModel();
    m_shape = TreeShape(std::move(next));
    endResetModel();
}

// ---- what changed
// ----------------------------------------------------------------------------------------------------

void ArrangementModel::announceTableRows(const QList<int> &rows, const QList<int> &roles)
{
    QModelIndexList indexes;
    indexes.reserve(rows.size());
    for (const int row : rows) {
        for (const TreePlace &place : m_shape.placesOfRow(row))
            indexes.append(makeIndex(place, 0));
    }
    announceRows(*this, indexes, roles);
}

void ArrangementModel::announceChildren(const QList<int> &rows, const QList<int> &roles)
{
    QModelIndexList indexes;
    indexes.reserve(rows.size());
    for (const int row : rows)
        indexes.append(makeIndex(m_shape.placeOfChild(row), 0));
    announceRows(*this, indexes, roles);
}

void ArrangementModel::announceSiblings(const QList<int> &rows, const QList<int> &roles)
{
    QSet<quintptr> told;
    for (const int row : rows) {
        const TreePlace place = m_shape.placeOfChild(row);
        if (!place.isValid() || told.contains(place.id))
            continue;
        told.insert(place.id);
        announceBelow(parent(makeIndex(place, 0)), roles);
    }
}

void ArrangementModel::announceGroups(const QList<int> &roles)
{
    QModelIndexList indexes;
    for (int g = 0; shown().isGrouped && g < shown().groups.size(); ++g)
        indexes.append(index(g, 0));
    announceRows(*this, indexes, roles);
}

void ArrangementModel::announceAll(const QList<int> &roles)
{
    if (!shown().isGrouped)
        announceBelow({}, roles);
    for (int top = 0; m_shape.hasTwoLevels() && top < m_shape.countAtTop(); ++top)
        announceBelow(index(top, 0), roles);
}

void ArrangementModel::announceBelow(const QModelIndex &parent, const QList<int> &roles)
{
    if (const int rows = rowCount(parent); rows > 0)
        Q_EMIT dataChanged(index(0, 0, parent), index(rows - 1, columnCount() - 1, parent), roles);
}

} // namespace layerscope
