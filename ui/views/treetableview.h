// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowsmodel.h"

#include <QTreeView>

#include <memory>

class QAction;
class QDataStream;
class QMenu;

namespace layerscope {

/// A tree of inventory rows: header menu (show, hide, move, reset columns), multi-selection, copy, one look.
/// Cuts dataChanged down to what is on screen, once a frame, since a wide or frequent one costs QTreeView too
/// much (limits §3). Keeps scroll position, selection and current row over a new arrangement. The name is
/// always shown, and always first: it carries the tree. Ctrl+Left and Ctrl+Right move the current cell, which
/// "copy cell" and "one line" mean. Tells the model which columns are shown, and to hold its order while the
/// person points or types. What the rows are, RowsView knows.
class TreeTableView : public QTreeView
{
    Q_OBJECT

public:
    ~TreeTableView() override;

    [[nodiscard]] RowsModel *rowsModel() const;

    /// Columns shown, in the order on screen.
    [[nodiscard]] QList<ColumnIndex> shownColumns() const;
    [[nodiscard]] ColumnSet shownColumnSet() const;
    void setColumnShown(ColumnIndex column, bool shown);
    /// One place to the left or to the right, past hidden ones; nothing moves past the name.
    void moveColumn(ColumnIndex column, int places);
    void resetColumns();
    /// A menu with a checkable action for each column and "Reset columns"; rebuilt at each call, owned by
    /// `parent`.
    [[nodiscard]] QMenu *makeColumnsMenu(QWidget *parent);

    /// Selected rows, shown columns, with titles, tab separated, as on screen.
    [[nodiscard]] virtual QString selectionAsTsv() const = 0;
    /// The current column of the selected rows as one line, separated by spaces (IPs, names).
    [[nodiscard]] virtual QString selectionAsOneLine() const = 0;

    /// For the window's Edit menu. Work while the view has the focus; enabled as the selection allows.
    [[nodiscard]] QAction *copyAction() const;
    [[nodiscard]] QAction *copyAsOneLineAction() const;
    [[nodiscard]] QAction *copyCellAction() const;
    [[nodiscard]] QAction *retryAction() const;

    /// Header layout, sort and what its kind remembers as bytes for the settings; restore ignores what does
    /// not fit.
    [[nodiscard]] QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    void shownColumnsChanged(const QList<layerscope::ColumnIndex> &columns);
    /// Selection changed; at most once a turn of the event loop.
    void selectedRowsChanged();

public:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;

protected:
    /// `layoutMagic` begins the bytes of saveLayout: those of another kind or make start with another number.
    TreeTableView(const Catalogue &catalogue, quint32 layoutMagic, QWidget *parent);

    void setRowsModel(RowsModel *model);

    /// Tells who asked which rows are on screen. Debounced (50 ms) on scroll, resize, expand, arrange; not
    /// called while hidden.
    virtual void reportOrder() = 0;
    /// After a new arrangement, before its layout is made: open what should be open.
    virtual void openAfterArranging() {}
    /// Puts the selection's text on the clipboard; may take its time elsewhere if it is long.
    virtual void copySelection(bool asOneLine);
    /// Whether "retry" has something to do for the selection, and doing it.
    [[nodiscard]] virtual bool canRetrySelection() const = 0;
    virtual void retrySelection() = 0;
    /// A failed cell was clicked.
    virtual void retryIndex(const QModelIndex &index) = 0;
    /// What its rows can do besides, for the context menu.
    virtual void addRowActions(QMenu *menu);
    virtual void saveOwn(QDataStream &out) const;
    /// False if the stream does not hold it.
    virtual bool restoreOwn(QDataStream &in);

    void scheduleReport();
    /// The column that "copy cell" and "one line" mean.
    [[nodiscard]] ColumnIndex copiedColumn() const;
    /// A text put on the clipboard by a worker is overtaken by a newer copy.
    [[nodiscard]] int nextCopyNumber();
    [[nodiscard]] bool isNewestCopy(int number) const;

    void drawRow(QPainter *painter, const QStyleOptionViewItem &option,
                 const QModelIndex &index) const override;
    bool viewportEvent(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;

private:
    void drawCursor(QPainter *painter, const QRect &rect, const QModelIndex &index,
                    const QColor &color) const;
    [[nodiscard]] int columnWidthOf(int column) const;
    [[nodiscard]] QRect emptyCellsBehind(int place, const QModelIndex &index, const QRect &cell) const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
