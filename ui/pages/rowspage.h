// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "pages/tablepage.h"

#include <optional>

namespace layerscope {

class RowsModel;
class RowsView;
struct TableSpec;

/// One table without children of an account: its servers, or a table beside them.
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
    void setGroup(std::optional<ColumnIndex> column);
    [[nodiscard]] std::optional<ColumnIndex> group() const;
    /// Makes it the current row, on screen. False: it is not among the rows.
    bool showRow(RowKey key);

    /// In view order.
    [[nodiscard]] QList<RowKey> selectedKeys() const;

    [[nodiscard]] QString filterHint() const override;
    [[nodiscard]] qint64 totalRows() const override;
    [[nodiscard]] int filteredRows() const override;
    [[nodiscard]] qsizetype selectedRows() const override;
    [[nodiscard]] QString selectionText() const override;
    [[nodiscard]] std::shared_ptr<ExportSubject> exportSubject() const override;
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
