// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exportsubject.h"
#include "inventory/columncatalogue.h"
#include "inventory/filtercompletion.h"
#include "inventory/filterremark.h"
#include "loaders/loadoutcome.h"
#include "pages/pagemessage.h"
#include "pages/selectionstatus.h"

#include <QWidget>

#include <functional>
#include <memory>
#include <optional>

class QThreadPool;

namespace layerscope {

class AccountSession;
class PageHeading;
class PageNotices;
class RowsModel;
class RowsView;
struct TableSpec;

/// One table of an account that has no parent, with the rows of the table below it if there is one: what is
/// looked at and how many there are, the rows, and what stands in their place or above them when there is
/// something to say. Keeps its model's view of what is to be seen, and tells the account which columns that
/// needs. Messages' buttons are answered by whoever listens to actionWanted.
class RowsPage : public QWidget
{
    Q_OBJECT

public:
    RowsPage(AccountSession &session, const TableSpec &table, QWidget *parent = nullptr);
    ~RowsPage() override;

    [[nodiscard]] const TableSpec &table() const { return m_table; }
    [[nodiscard]] RowsView *view() const { return m_view; }
    /// Title and count. Whoever shows the page puts it above the page, beside what else belongs there.
    [[nodiscard]] QWidget *heading() const;

    // ---- what is looked at
    // ----------------------------------------------------------------------------------------------
    /// A node of the account's NavigatorModel.
    void setScope(const QModelIndex &node);
    [[nodiscard]] const QString &filter() const { return m_filter; }
    void setFilter(const QString &text);
    /// What of such a filter is probably a mistake: of either table no word.
    [[nodiscard]] QList<FilterRemark> filterRemarks(const QString &text) const;
    /// What such a filter may go on with at this place, by what is in the rows.
    /// On a worker, over the rows as they are now; `give` gets it on this thread, if the page is still there.
    void completeFilter(const QString &text, qsizetype cursor,
                        const std::function<void(const FilterCompletion &)> &give);
    /// A hint for the filter field.
    [[nodiscard]] QString filterHint() const;
    /// A table with another one below it has two levels already.
    [[nodiscard]] bool canGroup() const;
    void setGroup(std::optional<ColumnIndex> column);
    [[nodiscard]] std::optional<ColumnIndex> group() const;
    void openAll();
    void closeAll();
    /// Makes it the current row, on screen; of either table. False: it is not among the rows.
    bool showRow(RowKey key);

    // ---- what there is
    // --------------------------------------------------------------------------------------------------
    [[nodiscard]] qint64 totalRows() const;
    /// Of the table itself, whether it is among the rows or not.
    [[nodiscard]] bool hasRow(RowKey key) const;
    /// All that came until now is among the rows, or was left out of them by node and filter.
    [[nodiscard]] bool isUpToDate() const;
    /// Rows on screen after node and filter.
    [[nodiscard]] int filteredRows() const;
    [[nodiscard]] qsizetype selectedRows() const;
    /// In view order.
    [[nodiscard]] QList<RowKey> selectedKeys() const;
    /// The first of them, so many at most.
    [[nodiscard]] QList<RowKey> firstSelectedKeys(qsizetype most) const;
    /// Of the table below: those selected, and all below selected rows.
    [[nodiscard]] QList<RowKey> selectedChildKeys() const;
    /// What is selected: rows of the table, or of that below it if none of those is. In no order.
    [[nodiscard]] SelectedRows selection() const;
    /// For what takes long about them.
    [[nodiscard]] QThreadPool &workers() const;
    [[nodiscard]] QString countText() const;
    [[nodiscard]] std::shared_ptr<ExportSubject> exportSubject() const;
    /// The rows of the table below instead, a line each; nullptr: there is none.
    [[nodiscard]] std::shared_ptr<ExportSubject> childrenSubject() const;

    /// A message above the rows that is not about the load (an export that failed); stays until hidden or
    /// replaced.
    void showBanner(const PageMessage &message);

Q_SIGNALS:
    void actionWanted(layerscope::PageAction action);
    /// Node, filter, group, sort or columns led to other rows or another order.
    void arranged();

private:
    void connectView();
    void connectLoader();
    [[nodiscard]] QList<RowKey> keysOf(const QList<int> &rows) const;
    /// What is shown or used by filter, sort or group must be loaded.
    void askForColumns();
    /// The load or the rows changed.
    void showState();
    void showRows();
    void showCount(const PageFacts &now);
    /// To who listens: what another filter has left.
    void tellMatches();
    /// What decides between rows, a sentence and a banner.
    [[nodiscard]] PageFacts facts() const;
    /// The rows that will be seen are not known yet: no flicker in between.
    [[nodiscard]] bool isBehind() const;
    [[nodiscard]] RowsModel &model() const;

    AccountSession &m_session;
    const TableSpec &m_table;
    const TableSpec *m_children; ///< The table below it, or nullptr.
    RowsView *m_view;
    PageHeading *m_heading;
    PageNotices *m_notices;
    QString m_filter;
    bool m_isFilterNews = false; ///< Nobody was told yet what it leaves.
    LoadOutcome m_outcome; ///< As it stood when the load's state changed: to count it anew costs O(rows).
    std::optional<Outage> m_outage; ///< As it began: what the tries since then met is no news
    bool m_isListOver;              ///< As it was last told of.
};

} // namespace layerscope
