// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "window/pagemessage.h"

#include <QModelIndex>
#include <QWidget>

#include <optional>

class QLabel;

namespace layerscope {

class AccountSession;
class Banner;
class EmptyState;
class MutedLabel;
class ServersView;

/// The servers of one account: what is looked at and how many there are, the table, and what stands in its
/// place or above it when there is something to say. Keeps the model's view of what is to be seen (node,
/// filter, group), and tells the account which columns that needs. Messages' buttons are answered by whoever
/// listens to actionWanted.
class ServersPage : public QWidget
{
    Q_OBJECT

public:
    explicit ServersPage(AccountSession &session, QWidget *parent = nullptr);
    ~ServersPage() override;

    [[nodiscard]] ServersView *view() const { return m_view; }

    /// A node of the account's NavigatorModel.
    void setScope(const QModelIndex &node);
    void setFilter(const QString &text);
    void setGroup(std::optional<ColumnIndex> column);

    /// A message above the rows that is not about the load (an export that failed); stays until hidden or
    /// replaced.
    void showBanner(const PageMessage &message);
    /// Rows on screen after node and filter.
    [[nodiscard]] int filteredRows() const;
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void actionWanted(layerscope::PageAction action);
    /// Node, filter, group, sort or columns led to other rows or another order.
    void arranged();

private:
    void askForColumns();
    void showState();
    void showRows();
    [[nodiscard]] PageFacts facts() const;

    AccountSession &m_session;
    QLabel *m_title;
    MutedLabel *m_count;
    Banner *m_banner;
    ServersView *m_view;
    EmptyState *m_empty;
    LoadOutcome m_outcome;
    QString m_filter;
    PageAction m_emptyAction = PageAction::None;
    PageAction m_bannerAction = PageAction::None;
    PageMessage m_loadBanner; // what the load last said, so that a message the person hid does not come back
};

} // namespace layerscope
