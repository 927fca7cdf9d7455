// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/vieworder.h"
#include "models/serversmodel.h"

#include <QTreeView>

#include <memory>

class QAction;
class QMenu;

namespace layerscope {

/// The servers tree: header menu (show, hide, move, reset columns), multi-selection, copy, visible rows
/// reported. Cuts dataChanged down to what is on screen, once a frame, since a wide or frequent one costs
/// QTreeView too much (limits §3). Keeps scroll position, selection and current row over a new arrangement.
/// The name is always shown, and always first: it carries the tree. Ctrl+Left and Ctrl+Right move the current
/// cell, which "copy cell" and "one line" mean. Tells the model which columns are shown, and to hold its
/// order while the person points or types.
class ServersView : public QTreeView
{
    Q_OBJECT

public:
    explicit ServersView(QWidget *parent = nullptr);
    ~ServersView() override;

    void setServersModel(ServersModel *model);
    [[nodiscard]] ServersModel *serversModel() const;

    /// Columns shown, in the order on screen.
    [[nodiscard]] QList<ColumnIndex> shownColumns() const;
    void setColumnShown(ColumnIndex column, bool shown);
    /// One place to the left or to the right, past hidden ones; nothing moves past the name.
    void moveColumn(ColumnIndex column, int places);
    void resetColumns();
    /// A menu with a checkable action for each column and "Reset columns"; rebuilt at each call, owned by
    /// `parent`.
    [[nodiscard]] QMenu *makeColumnsMenu(QWidget *parent);

    /// Table rows selected, in view order; a selected group row stands for its rows.
    [[nodiscard]] QList<int> selectedTableRows() const;
    /// Selected rows, shown columns, with titles, tab separated, as on screen.
    [[nodiscard]] QString selectionAsTsv() const;
    /// The current column of the selected rows as one line, separated by spaces (IPs, names).
    [[nodiscard]] QString selectionAsOneLine() const;

    /// For the window's Edit menu. Work while the view has the focus; enabled as the selection allows.
    [[nodiscard]] QAction *copyAction() const;
    [[nodiscard]] QAction *copyAsOneLineAction() const;
    [[nodiscard]] QAction *copyCellAction() const;
    [[nodiscard]] QAction *retryAction() const;

    /// Header layout, sort and open groups as bytes for the settings; restore ignores what does not fit.
    [[nodiscard]] QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    void shownColumnsChanged(const QList<layerscope::ColumnIndex> &columns);
    /// Debounced (50 ms) on scroll, resize, expand, arrange; nothing while hidden.
    void viewOrderChanged(const layerscope::ViewOrder &order);
    /// Selection changed; at most once a turn of the event loop.
    void selectedRowsChanged();
    /// "retry" was clicked or chosen for these rows.
    void retryRequested(const QList<int> &tableRows);

public:
    void dataChanged(const QModelIndex &topLeft, const QModelIndex &bottomRight,
                     const QList<int> &roles = {}) override;
    void keyboardSearch(const QString &search) override; ///< In the names of rows that can be seen.

protected:
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

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
