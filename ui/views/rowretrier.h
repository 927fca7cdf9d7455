// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAction>
#include <QList>
#include <QObject>

class QTreeView;

namespace layerscope {

class ColumnLayout;
class RowSelection;
class RowsModel;

/// Asks again for what failed: by a click on a cell that says so, or by its action for the rows selected.
/// GUI thread; child of the view, which gets the action.
class RowRetrier : public QObject
{
    Q_OBJECT

public:
    explicit RowRetrier(QTreeView *view);

    /// Of the view; all nullptr: none.
    void setModel(const RowsModel *model, const ColumnLayout *columns, const RowSelection *selection);
    /// Rows of the table that the action is about now.
    [[nodiscard]] QList<int> rows() const;

    QAction *const retry;

Q_SIGNALS:
    /// For these rows of the table, or rows below them.
    void wanted(const QList<int> &tableRows);

private:
    void retryCell(const QModelIndex &index);
    void retrySelection();

    const RowsModel *m_model = nullptr;
    const ColumnLayout *m_columns = nullptr;
    const RowSelection *m_selection = nullptr;
};

} // namespace layerscope
