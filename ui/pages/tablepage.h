// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exportsubject.h"
#include "loaders/loadoutcome.h"
#include "pages/pagemessage.h"

#include <QWidget>

#include <memory>
#include <optional>

class QLabel;

namespace layerscope {

class AccountSession;
class Banner;
class EmptyState;
class MutedLabel;
class TreeTableView;

/// A table of one account: what is looked at and how many there are, the rows, and what stands in their place
/// or above them when there is something to say. RowsPage keeps its model's view of what is to be seen, and
/// tells the account which columns that needs. Messages' buttons are answered by whoever listens to
/// actionWanted.
class TablePage : public QWidget
{
    Q_OBJECT

public:
    ~TablePage() override;

    [[nodiscard]] TreeTableView *tableView() const { return m_view; }
    /// Title and count. Whoever shows the page puts it above the page, beside what else belongs there.
    [[nodiscard]] QWidget *heading() const { return m_heading; }

    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &text);
    /// A hint for the filter field.
    [[nodiscard]] virtual QString filterHint() const = 0;

    [[nodiscard]] virtual qint64 totalRows() const = 0;
    /// Rows on screen after node and filter.
    [[nodiscard]] virtual int filteredRows() const = 0;
    [[nodiscard]] virtual qsizetype selectedRows() const = 0;
    /// "12 selected · 384 cores …", or empty.
    [[nodiscard]] virtual QString selectionText() const = 0;
    [[nodiscard]] virtual std::shared_ptr<ExportSubject> exportSubject() const = 0;
    virtual void openAll() = 0;
    virtual void closeAll() = 0;

    /// A message above the rows that is not about the load (an export that failed); stays until hidden or
    /// replaced.
    void showBanner(const PageMessage &message);
    [[nodiscard]] QString countText() const;

Q_SIGNALS:
    void actionWanted(layerscope::PageAction action);
    /// Node, filter, group, sort or columns led to other rows or another order.
    void arranged();

protected:
    TablePage(AccountSession &session, TreeTableView *view, QWidget *parent);

    [[nodiscard]] AccountSession &session() const { return m_session; }
    [[nodiscard]] QString title() const;
    /// As it stood when the load's state changed: to count it anew costs O(rows).
    [[nodiscard]] const LoadOutcome &outcome() const { return m_outcome; }
    /// How old the rows are, and whether nothing gets through.
    void addOutage(PageFacts &facts) const;
    /// What is looked at; not shown again where the table's tab says the same.
    void setTitle(const QString &title, bool isSaidByTab);
    void setCountText(const QString &text);

    virtual void applyFilter(const QString &text) = 0;
    /// What is shown or used by filter, sort or group must be loaded.
    virtual void askForColumns() = 0;
    /// What decides between rows, a sentence and a banner. `outcome` is only about what this page shows.
    [[nodiscard]] virtual PageFacts facts() const = 0;
    /// The rows that will be seen are not known yet: no flicker in between.
    [[nodiscard]] virtual bool isBehind() const = 0;
    virtual void showCount() = 0;

    /// To be called by the kind when it is complete, and when the load or the rows changed.
    void showState();
    void showRows();

private:
    AccountSession &m_session;
    TreeTableView *m_view;
    QWidget *m_heading;
    QLabel *m_title;
    MutedLabel *m_count;
    Banner *m_banner;
    EmptyState *m_empty;
    QString m_filter;
    LoadOutcome m_outcome;
    std::optional<Outage> m_outage; // as it began: what the tries since then met is no news
    PageAction m_emptyAction = PageAction::None;
    PageAction m_bannerAction = PageAction::None;
    PageMessage m_loadBanner; // what the load last said, so that a message the person hid does not come back
};

} // namespace layerscope
