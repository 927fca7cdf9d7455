// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/relations.h"
#include "pages/kepttables.h"
#include "pages/navigationhistory.h"
#include "session/layoutsettings.h"

#include <QHash>
#include <QList>
#include <QWidget>

#include <optional>

class QHBoxLayout;
class QStackedWidget;

namespace layerscope {

class AccountSession;
class FlatTabBar;
class MissingRowNote;
class NavigatorView;
class PanelContext;
class PanelDocks;
class SelectionDetails;
class RowsPage;
struct PanelSelection;
struct TableSpec;

/// One open account: its tables, servers, bandwidth pools and what else there is, with the panels around
/// them, the navigator among them. Its chosen node says which of them is seen, and what of it. Pages of
/// tables beside servers and pools are made when they are first seen. Jumps from one table to the other, and
/// back. GUI thread; goes before its session does.
class AccountPage : public QWidget
{
    Q_OBJECT

public:
    explicit AccountPage(AccountSession &session, QWidget *parent = nullptr);
    ~AccountPage() override;

    [[nodiscard]] AccountSession &session() const { return m_session; }
    /// Of a table without a parent: made now if it was not seen before.
    [[nodiscard]] RowsPage &rows(const TableSpec &table);
    /// Those that were made.
    [[nodiscard]] QList<RowsPage *> pages() const;
    /// The one that is seen.
    [[nodiscard]] RowsPage &currentPage() const;
    [[nodiscard]] const TableSpec &currentTable() const;
    [[nodiscard]] NavigatorView &navigator() const { return *m_navigator; }

    /// Shows this row among all of its table, without a filter; a pool opened. Says so if it is not listed,
    /// or not yet. Nothing for a row that has no page, as some members of pools.
    void goToRow(RowKey key);
    /// To one row as goToRow(); to many by the filter of their table, in all of it. The way back leads to
    /// what the table was filtered by before.
    void goTo(const Jump &jump);
    [[nodiscard]] const NavigationHistory &history() const { return m_history; }
    void goBack();
    void goForward();

    [[nodiscard]] PanelDocks &panels() const { return *m_panels; }
    [[nodiscard]] SelectionDetails &details() const;
    /// Moves the focus to the next of the table and the open panels, or to the one before.
    void goToNextPane(bool forward);

    [[nodiscard]] AccountLayout layoutToKeep() const;
    void restoreLayout(const AccountLayout &layout);

Q_SIGNALS:
    /// Another page is seen, or its filter is another one without the person having typed it.
    void pageChanged();
    /// What history() can do changed.
    void historyChanged();
    /// A table is seen for the first time.
    void pageMade(layerscope::RowsPage *page);

private:
    void chooseNode(const QModelIndex &node);
    void makeRows(const TableSpec &table);
    /// nullptr: it was not made yet.
    [[nodiscard]] RowsPage *pageOf(const TableSpec &table) const;
    void showPage(RowsPage *page);
    /// Rows come later than the node that has them: what was wished is shown when it is there, else what was
    /// selected the last time.
    void showWishedRow();
    /// The person chose another row meanwhile.
    void dropOvertakenWish();
    /// Nodes of rows go with them.
    [[nodiscard]] QString nodeOrWholeTable(const QString &nodeId, const TableSpec &table) const;
    /// What is to be seen at a node besides what belongs to it.
    struct Wish
    {
        std::optional<RowKey> row = {};
        std::optional<QString> filter = {}; ///< nullopt: that which its table has.
    };
    /// As soon as it is there.
    void goToNode(const QString &nodeId, const Wish &wish);
    /// The person is at this node of the page now, if `isStep` by a step of theirs.
    void arrive(const QString &nodeId, RowsPage &page, const Wish &wish, bool isStep);
    [[nodiscard]] PanelSelection selection() const;
    [[nodiscard]] NavigationPlace place() const;
    void travelTo(const NavigationPlace &place);

    AccountSession &m_session;
    FlatTabBar *m_tabs;
    QHBoxLayout *m_heading; ///< The tabs, and beside them that of the page that is seen
    MissingRowNote *m_missing;
    QStackedWidget *m_stack;
    QList<const TableSpec *> m_tables; ///< In the order of the tabs
    QHash<const TableSpec *, RowsPage *> m_rows;
    PanelContext *m_panelContext;
    QWidget *m_centre; ///< Between the panels
    PanelDocks *m_panels;
    NavigatorView *m_navigator; ///< One of the panels
    NavigationHistory m_history;
    QString m_node;                                ///< What is seen
    QHash<const TableSpec *, QString> m_lastNodes; ///< Where a tab leads
    KeptTables m_kept;                             ///< Of the last session
    Wish m_nextWish;                               ///< For the node that is about to be chosen
    std::optional<RowKey> m_wishedRow;             ///< At m_node; not shown yet
    const RowsPage *m_wishedIn = nullptr;          ///< The page that it is a row of
    bool m_isWishAboveFilter = false;              ///< A filter that hides it goes.
    QString m_restoredNode;      ///< Of the last session; may come late, and is kept meanwhile
    bool m_isTravelling = false; ///< Through the history, which does not make history.
};

} // namespace layerscope
