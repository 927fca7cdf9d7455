// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apiclient.h"
#include "inventory/inventorystore.h"
#include "inventory/kinds.h"
#include "loaders/parentcounts.h"
#include "loaders/queuedcall.h"
#include "loaders/remainder.h"
#include "loaders/restrows.h"
#include "loaders/rowsofparents.h"
#include "loaders/standingrows.h"
#include "loaders/tablelists.h"

#include <QHash>
#include <QSet>

#include <array>
#include <bitset>
#include <deque>
#include <memory>
#include <vector>

namespace layerscope {

class ListsOfParent;

/// The lists of the rows below those of another table (Nesting), some parents at once, those that somebody
/// opened first. What the lists could not bring may be asked for row by row when all parents were asked. A
/// parent that counts more than its lists show gets one more row that stands for the others
/// (Nesting::restKind). A row that lists of several parents bring stands below one of them (RowsOfParents),
/// and the others' rest stands for it; when all parents were asked, those that had it before are asked once
/// more whether they still do. Rows of an earlier load go when the list of their parent and kind came
/// whole without them, or when their parent went; until then they stay. Writes the rows below, and of the
/// parents the counts that its lists know better; GUI thread; client and stores outlive it.
class ListsBelow : public TableLists
{
    Q_OBJECT

public:
    ListsBelow(ApiClient &client, InventoryStore &parents, InventoryStore &store, QObject *parent = nullptr);
    ~ListsBelow() override;

    /// Parents that other rows name: these have rows below them whatever they count. Until clear(). Those
    /// that were believed to have none are asked now. While it may ask.
    void setNamed(const NamedParents &names);
    /// Those of a higher priority first; one that was asked in this load is not asked again.
    void ask(const QList<qint64> &parentIds, Priority priority);
    /// There will be no further parents: what is left over can be asked for row by row, and rows that
    /// vanished can go.
    void setAllAsked();
    /// Asks again for lists of these that failed or brought less than the parent counts.
    void retryOf(const QList<qint64> &parentIds);
    /// Parents may have got other counts since their lists ended: those that the lists know better.
    /// O(parents).
    void completeCounts();

    /// Parents asked and answered in this load, whatever the answer.
    [[nodiscard]] int settledParents() const { return static_cast<int>(m_settled.size()); }
    /// Whether the rows below this one stand: none of its lists waits or is in flight.
    [[nodiscard]] bool isSettledOf(qint64 parentId) const { return m_settled.contains(parentId); }
    [[nodiscard]] bool wasAsked(qint64 parentId) const { return m_asked.contains(parentId); }
    /// The rows that are there, without those that stand for others. O(rows).
    [[nodiscard]] QList<int> rowsBelow(const QList<qint64> &parentIds) const;
    /// Why lists did not bring all that trying again may bring, each sentence once. O(parents).
    [[nodiscard]] QList<ApiError> errors() const;

    void setWanted(GroupSet groups) override { m_groups = groups; }
    void begin(const QList<RowKind> &kinds) override;
    void announce(const std::optional<AccountSummary> &) override {}
    void start(const QList<RowKind> &kinds, const std::optional<AccountSummary> &account) override;
    /// Parents whose lists are not through count as not asked.
    void stop() override;
    /// Nothing: whoever asked asks again.
    void resume() override {}
    void retry() override;
    void clear() override;
    /// Nothing waits, nothing is in flight.
    [[nodiscard]] bool areOver() const override { return m_isOver; }
    [[nodiscard]] qint64 listed() const override { return m_listed; }
    [[nodiscard]] std::optional<qint64> expected() const override { return std::nullopt; }
    /// None: a parent without its list has a row that stands for it.
    [[nodiscard]] QList<LoadOutcome::List> outcome() const override { return {}; }
    [[nodiscard]] RestTally rest(GroupSet wanted) const override { return m_rests.tally(wanted); }
    [[nodiscard]] bool areDetailsFree() const override { return m_isAllAsked; }
    [[nodiscard]] QList<int> rowsToRetry() const override { return rowsBelow(allParents()); }
    void complete(RowPatch &answer) const override;
    void setUnsettled() override { m_isSettled = false; }
    void settle() override;
    [[nodiscard]] bool isSettled() const override { return m_isSettled; }

Q_SIGNALS:
    /// The lists of this one are finished.
    void parentSettled(qint64 parentId);

private:
    void startSome();
    void startParent(qint64 parentId, Priority priority);
    void askAgain(const QList<qint64> &parentIds, Priority priority);
    void receive(const ListsOfParent &lists, const QList<RowPatch> &rows);
    [[nodiscard]] bool takeRow(const ListsOfParent &lists, const RowPatch &patch);
    void rememberWhoIsElsewhere(const ListsOfParent &lists);
    void endParent(const ListsOfParent &lists);
    void askWhoIsBelievedNoMore();
    [[nodiscard]] Remainder remainderOf(qint64 parentId, qint64 known = 0) const;
    void putRemainder(qint64 parentId, const QList<int> &rowsOfParent);
    void lookSoon();
    [[nodiscard]] bool askWhoIsInDoubt();
    void look();

    [[nodiscard]] QList<qint64> allParents() const;
    /// Whether a list that is whole would have brought this row, or its parent is no more.
    [[nodiscard]] bool hasVanished(int row) const;
    [[nodiscard]] QHash<qint64, QList<int>> rowsByParent(const QSet<qint64> &parentIds) const;

    /// As many as there are calls at once: each parent is some lists, most of them of one page.
    static constexpr std::size_t maxParentsAtOnce = 30;

    ApiClient &m_client;
    InventoryStore &m_parents;
    InventoryStore &m_store;
    const TableSpec &m_spec; ///< Of the rows below.
    const Nesting &m_nesting;
    ParentCounts m_counts;
    GroupSet m_groups;
    std::array<std::deque<qint64>, 3> m_waiting; ///< By priority
    QSet<qint64> m_asked;
    QSet<qint64> m_settled;
    QHash<qint64, QList<const ListBelow *>> m_believed; ///< By parent: not asked, since it counts none.
    QHash<qint64, QList<Remainder::List>> m_came;       ///< Of this load, by parent.
    RowsOfParents m_rows;
    StandingRows m_standing;
    RestRows m_rests;
    QSet<qint64> m_cleared;                                ///< Asked once more for rows in doubt.
    QHash<qint64, std::bitset<rowKindCount>> m_wholeKinds; ///< By parent, of this load's lists
    std::vector<std::unique_ptr<ListsOfParent>> m_runs;
    qint64 m_listed = 0;
    bool m_isAllAsked = false;
    bool m_isOver = true;
    bool m_isSettled = true;
    QueuedCall m_look;
};

} // namespace layerscope
