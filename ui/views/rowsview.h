// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"
#include "loaders/vieworder.h"
#include "models/rowsmodel.h"
#include "views/namesearch.h"
#include "views/scrollanchor.h"
#include "views/treetableview.h"

#include <memory>

class QAction;

namespace layerscope {

class ColumnActions;
class ColumnLayout;
class GroupExpansion;
class OrderHold;
class RowCopier;
class RowRetrier;
class RowSelection;
class RowsLayout;
class ScreenReport;

/// The tree of one table: flat, in groups, or with the rows of the table below it. Puts together what can be
/// done with rows: choosing columns (ColumnLayout, ColumnActions), copying (RowCopier), going where they lead
/// (linkOf: by a double click, the Enter key or the menu), asking again for what failed (RowRetrier), finding
/// a name by typing (NameSearch). Keeps scroll position, current row and the set of selected rows
/// (RowSelection) over a new arrangement, and the model's order while the person points or types (OrderHold).
/// Reports which rows are on screen, so that their details come first, and which are open, so that what is
/// below them does (ScreenReport). The name is always shown, and always first: it carries the tree.
class RowsView : public TreeTableView
{
    Q_OBJECT

public:
    /// Of this table; its model comes by setRowsModel().
    explicit RowsView(const TableSpec &table, QWidget *parent = nullptr);
    ~RowsView() override;

    void setRowsModel(RowsModel *model);
    [[nodiscard]] RowsModel *rowsModel() const { return m_model; }

    // ---- columns
    // -----------------------------------------------------------------------------------------------------
    /// Columns shown, in the order on screen.
    [[nodiscard]] QList<ColumnIndex> shownColumns() const;
    [[nodiscard]] ColumnSet shownColumnSet() const;
    /// The same with one that is hidden only because all rows are of one kind.
    [[nodiscard]] QList<ColumnIndex> wantedColumns() const;
    void setColumnShown(ColumnIndex column, bool shown);
    /// One place to the left or to the right, past hidden ones; nothing moves past the name.
    void moveColumn(ColumnIndex column, int places);
    void resetColumns();
    /// All rows are of one kind, or may be of several: a column that tells them apart is shown only then.
    void setOneKind(bool isOne);
    /// Has the person choose, below this widget or, if it is not seen, below the header.
    void chooseColumns(const QWidget &anchor);
    /// What can be done with the current cell's column, for the window's View menu (ColumnActions).
    [[nodiscard]] QList<QAction *> columnActions() const;

    // ---- the selection
    // --------------------------------------------------------------------------------------------------
    /// Table rows selected, in view order, each once; a group row that is selected selects its rows.
    [[nodiscard]] QList<int> selectedTableRows() const;
    /// What else can be asked of the selection. nullptr: there is no model.
    [[nodiscard]] const RowSelection *rowSelection() const { return m_selection; }
    /// Rows of the table below: those selected, and all below selected rows; in view order.
    [[nodiscard]] QList<int> selectedChildRows() const;
    /// Selected rows, shown columns, with titles, tab separated, as on screen.
    [[nodiscard]] QString selectionAsTsv() const;
    /// The current column of the selected rows as one line, separated by spaces (IPs, names).
    [[nodiscard]] QString selectionAsOneLine() const;

    /// For the window's Edit menu. Work while the view has the focus; enabled as the selection allows.
    [[nodiscard]] QAction *copyAction() const;
    [[nodiscard]] QAction *copyAsOneLineAction() const;
    [[nodiscard]] QAction *copyCellAction() const;
    [[nodiscard]] QAction *retryAction() const;

    // ---- rows
    // --------------------------------------------------------------------------------------------------------
    void openAll();
    void closeAll();
    /// Makes the row with this key the current one, on screen; one with rows below it is opened. False: it is
    /// not among the rows.
    bool showRow(RowKey key);
    void keyboardSearch(const QString &search) override; ///< In the names of rows that can be seen.

    /// Header layout, sort and what its table remembers as bytes for the settings; restore ignores what does
    /// not fit.
    [[nodiscard]] QByteArray saveLayout() const;
    bool restoreLayout(const QByteArray &layout);

Q_SIGNALS:
    void shownColumnsChanged(const QList<layerscope::ColumnIndex> &columns);
    /// Selection changed; at most once a turn of the event loop.
    void selectedRowsChanged();
    /// Debounced (50 ms) on scroll, resize, expand, arrange; nothing while hidden.
    void viewOrderChanged(const layerscope::ViewOrder &order);
    /// The numbers of rows that are open, in view order. As above.
    void openRowsChanged(const QList<qint64> &ids);
    /// "retry" was clicked or chosen for these rows, or rows below them.
    void retryRequested(const QList<int> &tableRows);
    /// The person wants to see the row that a cell (ColumnSpec::link) or a row below another one leads to.
    void rowWanted(layerscope::RowKey key);
    /// The same of what a row leads to (TableSpec::relations).
    void jumpWanted(const layerscope::Jump &jump);

protected:
    bool viewportEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void showEvent(QShowEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void selectionChanged(const QItemSelection &selected, const QItemSelection &deselected) override;
    [[nodiscard]] bool isRowSelected(const QModelIndex &index) const override;

private:
    void makeSelection();
    void connectModel();
    void onArranged();
    void showHeaderMenu(const QPoint &position);
    void tellSelectionLater();
    void tellSelection();

    RowsModel *m_model = nullptr;
    RowSelection *m_selection = nullptr; ///< With a model
    RowCopier *m_copier;
    ColumnActions *m_columnActions;
    RowRetrier *m_retrier;
    OrderHold *m_hold;
    ScreenReport *m_report;
    NameSearch m_names;
    std::unique_ptr<ColumnLayout> m_columns;  ///< With a model
    std::unique_ptr<GroupExpansion> m_groups; ///< With a model
    std::unique_ptr<RowsLayout> m_layout;     ///< With a model
    ScrollAnchor m_anchor;
    ArrangementSpec m_shownSpec;
    bool m_hasMoved = false; ///< Since the last arrangement was in place
    bool m_isSelectionPending = false;
};

} // namespace layerscope
