// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/columncatalogue.h"
#include "pages/tablepage.h"

#include <optional>

namespace layerscope {

class RowsView;

/// The servers of one account.
class ServersPage : public TablePage
{
    Q_OBJECT

public:
    explicit ServersPage(AccountSession &session, QWidget *parent = nullptr);
    ~ServersPage() override;

    [[nodiscard]] RowsView *view() const { return m_view; }

    /// A node of the account's NavigatorModel.
    void setScope(const QModelIndex &node);
    void setGroup(std::optional<ColumnIndex> column);
    [[nodiscard]] std::optional<ColumnIndex> group() const;
    /// Makes it the current row, on screen. False: it is not among the rows.
    bool showServer(RowKey key);

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
    ServersPage(AccountSession &session, RowsView *view, QWidget *parent);

    RowsView *m_view;
};

} // namespace layerscope
