// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "pages/tablepage.h"

#include <optional>

namespace layerscope {

class RowsModel;
class RowsView;
struct TableSpec;

/// One table of an account that has no parent, with the rows of the table below it if there is one.
class RowsPage : public TablePage
{
    Q_OBJECT

public:
    RowsPage(AccountSession &session, const TableSpec &table, QWidget *parent = nullptr);
    ~RowsPage() override;

    [[nodiscard]] const TableSpec &table() const { return m_table; }
    [[nodiscard]] RowsView *view() const { return m_view; }

    /// A node of the account's NavigatorModel.
    void setScope(const QModelIndex &node);
    /// A table with another one below it has two levels already.
    [[nodiscard]] bool canGroup() const;
    void setGroup(std::optional<ColumnIndex> column);
    [[nodiscard]] std::optional<ColumnIndex> group() const;
    /// Makes it the current row, on screen; of either table. False: it is not among the rows.
    bool showRow(RowKey key);

    /// In view order.
    [[nodiscard]] QList<RowKey> selectedKeys() const;
    /// Of the table below: those selected, and all below selected rows.
    [[nodiscard]] QList<RowKey> selectedChildKeys() const;

    [[nodiscard]] QString filterHint() const override;
    [[nodiscard]] qint64 totalRows() const override;
    [[nodiscard]] int filteredRows() const override;
    [[nodiscard]] qsizetype selectedRows() const override;
    [[nodiscard]] QString selectionText() const override;
    [[nodiscard]] std::shared_ptr<ExportSubject> exportSubject() const override;
    /// The rows of the table below instead, a line each; nullptr: there is none.
    [[nodiscard]] std::shared_ptr<ExportSubject> childrenSubject() const;
    void openAll() override;
    void closeAll() override;

protected:
    void applyFilter(const QString &text) override;
    void askForColumns() override;
    [[nodiscard]] PageFacts facts() const override;
    [[nodiscard]] bool isBehind() const override;
    void showCount() override;

private:
    RowsPage(AccountSession &session, const TableSpec &table, RowsView *view, QWidget *parent);
    [[nodiscard]] RowsModel &model() const;

    const TableSpec &m_table;
    RowsView *m_view;
    bool m_isListOver = false; ///< As it was last told of.
};

} // namespace layerscope
