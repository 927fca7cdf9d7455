// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/pooltree.h"
#include "pages/tablepage.h"

namespace layerscope {

class PoolsView;

/// The bandwidth pools of one account, with their members.
class PoolsPage : public TablePage
{
    Q_OBJECT

public:
    explicit PoolsPage(AccountSession &session, QWidget *parent = nullptr);
    ~PoolsPage() override;

    [[nodiscard]] PoolsView *view() const { return m_view; }

    /// A node of the account's NavigatorModel.
    void setScope(const QModelIndex &node);

    [[nodiscard]] QString filterHint() const override;
    [[nodiscard]] qint64 totalRows() const override;
    [[nodiscard]] int filteredRows() const override;
    [[nodiscard]] qsizetype selectedRows() const override;
    [[nodiscard]] QString selectionText() const override;
    [[nodiscard]] std::shared_ptr<ExportSubject> exportSubject() const override;
    /// The members instead of the pools: a row for each device.
    [[nodiscard]] std::shared_ptr<ExportSubject> membersSubject() const;
    void openAll() override;
    void closeAll() override;

protected:
    void applyFilter(const QString &text) override;
    void askForColumns() override;
    [[nodiscard]] PageFacts facts() const override;
    [[nodiscard]] bool isBehind() const override;
    void showCount() override;

private:
    PoolsPage(AccountSession &session, PoolsView *view, QWidget *parent);

    PoolsView *m_view;
};

} // namespace layerscope
