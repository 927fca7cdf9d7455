// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "views/visiblerows.h"

#include <QTimer>
#include <QTreeView>

namespace layerscope {

class CellDelegate;
class TableHeader;

/// A tree of two levels that looks and is handled like a table, for any model with the roles of
/// inventoryroles.h: one look for rows, groups and what is open, a header to match, the tree in whichever
/// column it is put. Shows keyboard users where they are: Ctrl+Left and Ctrl+Right move the current cell.
/// Cuts dataChanged down to what is on screen, once a frame, and selectionChanged to one repaint, since a
/// wide or frequent one costs QTreeView too much (limits §3). What the rows are, and what can be done with
/// them, RowsView knows.
class TreeTableView : public QTreeView
{
    Q_OBJECT

public:
    /// Widths are those of this catalogue's columns.
    explicit TreeTableView(const Catalogue &catalogue, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    void selectAll() override;
    /// Of the shown columns, by places to the right or, below 0, to the left in their order; shows the
    /// current cell first, as far as it was not.
    void moveCurrentColumn(int step);
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;

protected:
    [[nodiscard]] TableHeader &tableHeader() const { return *m_header; }
    /// Asked for each row that is painted.
    [[nodiscard]] virtual bool isRowSelected(const QModelIndex &index) const;

    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    void paintDirtyRows();
    void drawCursor(QPainter *painter, const QRect &rect, const QModelIndex &index,
                    const QColor &color) const;
    [[nodiscard]] int columnWidthOf(int column) const;
    [[nodiscard]] QRect emptyCellsBehind(int place, const QModelIndex &index, const QRect &cell) const;

    CellDelegate *m_delegate;
    TableHeader *m_header;
    DirtyRows m_dirty;
    QTimer m_frameTimer;
    bool m_showsCellCursor = false; ///< Only for those who move it with the keys
};

} // namespace layerscope
