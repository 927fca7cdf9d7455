// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "models/rowdensity.h"
#include "views/scrollanchor.h"

#include <QTreeView>

#include <optional>

namespace layerscope {

class CellDelegate;
class PaintHold;
class RowRepaints;
class TableHeader;

/// A tree of two levels that looks and is handled like a table, for any model with the roles of
/// inventoryroles.h: one look for rows, groups and what is open, a header to match, the tree in whichever
/// column it is put. The first column stays in place when it is scrolled sideways (PinnedColumn). Shows
/// keyboard users where they are: Ctrl+Left and Ctrl+Right move the current cell. Cuts dataChanged down to
/// what is on screen, once a frame, and selectionChanged to one repaint, since a wide or frequent one costs
/// QTreeView too much (limits §3), and paints many rows in another turn of the event loop than it lays them
/// out. Screen readers find what is shown of it (TableAccessible). What the rows are, and what can be done
/// with them, RowsView knows.
class TreeTableView : public QTreeView
{
    Q_OBJECT

public:
    /// Widths are those of this catalogue's columns.
    explicit TreeTableView(const Catalogue &catalogue, QWidget *parent = nullptr);

    void setModel(QAbstractItemModel *model) override;
    /// Comfortable at first. What one looks at stays where it is.
    void setDensity(RowDensity density);
    void selectAll() override;
    /// Of the shown columns, by places to the right or, below 0, to the left in their order; shows the
    /// current cell first, as far as it was not.
    void moveCurrentColumn(int step);
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;
    [[nodiscard]] QModelIndex indexAt(const QPoint &point) const override;
    [[nodiscard]] QRect visualRect(const QModelIndex &index) const override;
    /// Sideways only as far as it takes to see the cell; one of the first column is seen already.
    void scrollTo(const QModelIndex &index, ScrollHint hint = EnsureVisible) override;
    void doItemsLayout() override;

protected:
    [[nodiscard]] TableHeader &tableHeader() const { return *m_header; }
    /// Asked for each row that is painted.
    [[nodiscard]] virtual bool isRowSelected(const QModelIndex &index) const;

    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    void currentChanged(const QModelIndex &current, const QModelIndex &previous) override;
    void focusInEvent(QFocusEvent *event) override;
    bool viewportEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void changeEvent(QEvent *event) override;
    void rowsInserted(const QModelIndex &parent, int start, int end) override;
    void keyPressEvent(QKeyEvent *event) override;

private:
    [[nodiscard]] int heightOfRows() const;
    void drawCell(QPainter *painter, QStyleOptionViewItem &cell, int place, const QModelIndex &index,
                  const QRect &room) const;
    [[nodiscard]] QRect besideBranch(QPainter *painter, const QRect &cell, const QModelIndex &index) const;
    void drawCursor(QPainter *painter, const QRect &rect, const QColor &color) const;
    [[nodiscard]] bool isCurrentRow(const QModelIndex &index) const;
    [[nodiscard]] int columnWidthOf(int column) const;
    void bringOut(int column);
    void repaintRowOf(const QModelIndex &index);

    CellDelegate *m_delegate;
    TableHeader *m_header;
    std::optional<ScrollAnchor> m_placeToKeep; ///< Until rows of another height are laid out
    RowRepaints *m_repaints;
    PaintHold *m_paintHold;
    bool m_showsCellCursor = false; ///< Only for those who move it with the keys
};

} // namespace layerscope
