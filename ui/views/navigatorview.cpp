// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/navigatorview.h"

#include "delegates/celldelegate.h"
#include "delegates/navigatordelegate.h"

#include <QPainter>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

NavigatorView::NavigatorView(QWidget *parent)
    : QTreeView(parent)
    , m_delegate(new NavigatorDelegate(this))
    , m_wishedNode(u"servers"_s)
{
    setItemDelegate(m_delegate);
    setHeaderHidden(true);
    setRootIsDecorated(false);
    setItemsExpandable(false);
    setIndentation(0);
    setSelectionMode(SingleSelection);
    setEditTriggers(NoEditTriggers);
    setFrameShape(NoFrame);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    setTextElideMode(Qt::ElideRight);
    // A quiet place beside the table, not another table.
    viewport()->setBackgroundRole(QPalette::Window);
}

void NavigatorView::setNavigatorModel(NavigatorModel *model)
{
    if (m_model != nullptr)
        disconnect(m_model, nullptr, this, nullptr);
    m_model = model;
    if (model != nullptr) { // before Qt hears of it
        connect(model, &QAbstractItemModel::rowsAboutToBeRemoved, this, [this] { m_isLosingNodes = true; });
    }
    setModel(model);
    if (model == nullptr)
        return;
    connect(model, &QAbstractItemModel::rowsInserted, this, &NavigatorView::keepChoice);
    connect(model, &QAbstractItemModel::rowsRemoved, this, [this] {
        m_isLosingNodes = false;
        keepChoice();
    });
    connect(model, &QAbstractItemModel::modelReset, this, &NavigatorView::keepChoice);
    keepChoice();
}

QString NavigatorView::currentNode() const
{
    const QString node = currentIndex().data(NavigatorModel::NodeIdRole).toString();
    return node.isEmpty() ? u"servers"_s : node;
}

bool NavigatorView::hasNode(const QString &nodeId) const
{
    return m_model != nullptr && m_model->indexOfNode(nodeId).isValid();
}

void NavigatorView::setCurrentNode(const QString &nodeId)
{
    m_wishedNode = nodeId;
    keepChoice();
}

void NavigatorView::keepChoice()
{
    if (m_model == nullptr)
        return;
    for (int section = 0; section < m_model->rowCount(); ++section) {
        // One by one: expandAll() lays all of it out anew each time that a node comes.
        if (const QModelIndex index = m_model->index(section, 0); !isExpanded(index))
            expand(index);
    }
    QModelIndex node = m_model->indexOfNode(m_wishedNode);
    const QString current = currentIndex().data(NavigatorModel::NodeIdRole).toString();
    if (!node.isValid() && (current.isEmpty() || current != m_announcedNode)) // the chosen one is gone
        node = standIn();
    if (!node.isValid())
        return;
    const QString wish = m_wishedNode;
    if (node != currentIndex())
        setCurrentIndex(node);
    m_wishedNode = wish; // a stand-in does not replace what is wished
    announce(node);      // Qt may have been there already
}

/// The whole table that the person was at.
QModelIndex NavigatorView::standIn() const
{
    const QModelIndex table = m_model->indexOfNode(m_announcedTable);
    return table.isValid() ? table : m_model->indexOfNode(u"servers"_s);
}

void NavigatorView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTreeView::currentChanged(current, previous);
    const QString node = current.data(NavigatorModel::NodeIdRole).toString();
    if (m_isLosingNodes || node.isEmpty() || node == m_announcedNode)
        return;
    m_wishedNode = node;
    announce(current);
}

void NavigatorView::announce(const QModelIndex &node)
{
    const QString id = node.data(NavigatorModel::NodeIdRole).toString();
    if (id == m_announcedNode)
        return;
    m_announcedNode = id;
    m_announcedTable = node.data(NavigatorModel::TableRole).toString();
    Q_EMIT nodeChosen(node);
}

QSize NavigatorView::sizeHint() const
{
    constexpr int usualNodes = 12;
    const QFontMetrics metrics = fontMetrics();
    const int usual =
        metrics.horizontalAdvance(u"Bandwidth pools  1,204"_s) + 4 * CellDelegate::padding(metrics);
    const int width = m_model != nullptr ? std::max(usual, sizeHintForColumn(0)) : usual;
    return {std::min(width, 2 * usual), usualNodes * CellDelegate::rowHeight(metrics)};
}

void NavigatorView::drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                            const QModelIndex &index) const
{
    const TableTones &tones = m_delegate->tones(option.palette);
    const bool isSelected = selectionModel()->isSelected(index);
    const bool isActive = isActiveWindow();
    QStyleOptionViewItem item(option);
    item.state.setFlag(QStyle::State_Selected, isSelected);
    item.state.setFlag(QStyle::State_Active, isActive);
    item.rect.setLeft(0);
    item.rect.setWidth(viewport()->width());
    if (isSelected) {
        const Tones &chosen = isActive ? tones.windowSelected : tones.windowSelectedInactive;
        painter->fillRect(item.rect, chosen.background);
        if (hasFocus()) {
            const int thickness = std::max(2, fontMetrics().height() / 7);
            const bool isRightToLeft = layoutDirection() == Qt::RightToLeft;
            painter->fillRect(isRightToLeft ? item.rect.right() + 1 - thickness : 0, item.rect.top(),
                              thickness, item.rect.height(), chosen.accent);
        }
    }
    m_delegate->paint(painter, item, index);
}

} // namespace layerscope
