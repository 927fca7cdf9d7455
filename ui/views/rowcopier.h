// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "views/shownrow.h"

#include <QAction>
#include <QList>
#include <QObject>

class QTreeView;

namespace layerscope {

class ColumnLayout;
class RowSelection;
class RowsModel;

/// Copies what is selected in a view, by its actions: rows as a table, one column as one line, one cell. The
/// selection's text may take its time: many rows are written out on a worker, and a newer copy overtakes it.
/// GUI thread; child of the view, which gets the actions.
class RowCopier : public QObject
{
    Q_OBJECT

public:
    explicit RowCopier(QTreeView *view);

    /// Of the view; all nullptr: none.
    void setModel(const RowsModel *model, const ColumnLayout *columns, const RowSelection *selection);

    /// Selected rows, shown columns, with titles, tab separated, as on screen.
    [[nodiscard]] QString selectionAsTsv() const;
    /// The current column of the selected rows as one line, separated by blanks. A selected row stands for
    /// those below it where they alone have the column: an address is one of a pool's members.
    [[nodiscard]] QString selectionAsOneLine() const;
    /// The column that "copy cell" and "one line" mean: the current one, or the name if that is hidden. Only
    /// with a model.
    [[nodiscard]] ColumnIndex copiedColumn() const;

    /// Has the actions name that column. To be called when another row or cell may be the current one without
    /// word of it: a new layout takes it away silently.
    void nameColumn();

    QAction *const copyRows;
    QAction *const copyAsOneLine;
    QAction *const copyCell;
    /// All three.
    [[nodiscard]] QList<QAction *> actions() const { return {copyRows, copyAsOneLine, copyCell}; }

private:
    [[nodiscard]] QList<ShownRow> rowsWith(ColumnIndex column) const;
    void copy(bool asOneLine);
    void copyCurrentCell();

    QTreeView &m_view;
    const RowsModel *m_model = nullptr;
    const ColumnLayout *m_columns = nullptr;
    const RowSelection *m_selection = nullptr;
    int m_copyNumber = 0; ///< A newer copy overtakes one that is still being written
};

} // namespace layerscope
