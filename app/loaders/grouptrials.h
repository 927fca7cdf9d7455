// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/inventorytable.h"
#include "loaders/detailrequest.h"
#include "loaders/grouphealth.h"

#include <QHash>
#include <QSet>

#include <array>
#include <optional>
#include <vector>

namespace layerscope {

/// Which suspect groups are tried on which rows: one row at a time for each, from all over the table, so that
/// a stretch of rows that this key may not see does not speak for all others; and of those that are only in
/// doubt (GroupHealth) several rows at a time, beginning elsewhere for each, so that one row cannot speak for
/// all of them. Also whether a kind is refused altogether: then rows are tried with their bare id. Pure but
/// for the table it reads.
class GroupTrials
{
public:
    /// To be tried from now on. Groups that belong together are tried together, until it comes to proving.
    void add(RowKind kind, GroupSet groups);
    void doubtAll(RowKind kind);
    [[nodiscard]] bool isAllDoubted(RowKind kind) const { return of(kind).isAllDoubted; }
    /// It came of a trial that not all of this kind is refused. After that, it is not doubted again.
    [[nodiscard]] bool wasAllDoubted(RowKind kind) const { return of(kind).wasAllDoubted; }

    /// The questions to ask now. Those whose groups are no suspects any more are forgotten. O(rows) for each
    /// that has no question under way.
    [[nodiscard]] QList<DetailRequest> due(const InventoryTable &table, const GroupHealth &health,
                                           GroupSet wanted);
    /// So many different rows have to be refused before they speak for all of their kind.
    static constexpr int enoughRows = GroupHealth::onGoodDays.rows;
    /// To be told of each that due() gave away. True: it settled that all of the kind is refused, or all rows
    /// that there are, if rowsTried() are fewer than enoughRows.
    bool ended(const DetailRequest &trial, bool came, const GroupHealth &health);
    /// It was asked because its groups were in doubt, whatever became of them since. Before ended().
    [[nodiscard]] bool isOfDoubt(const DetailRequest &trial) const { return m_doubts.contains(trial.search); }
    /// Which of these groups the rows speak for that had no answer for what is in doubt, since one had: all
    /// if they are several rows, else those that no other row lacks. O(rows).
    [[nodiscard]] GroupSet silentForAll(const InventoryTable &table, RowKind kind, GroupSet groups) const;
    /// So few rows are left that were not tried that it is cheaper to try them all than to go by some. Before
    /// ended(). O(rows).
    [[nodiscard]] bool areFewLeft(const InventoryTable &table, const DetailRequest &trial) const;
    /// The rows that it was asked for so far, each once, be they refused or on their way.
    [[nodiscard]] QList<qint64> rowsTried(const DetailRequest &trial) const;
    /// What a row by itself had instead of a group by itself, silence aside.
    struct Refusal
    {
        int times = 0;
        ApiError error; ///< The last that it is not permitted, if there was such, else the last.
    };
    /// To be told that the row of this trial had an error, which was no silence: how often by now. Not at all
    /// if it was asked for groups together, for each of them may be permitted. Before ended().
    Refusal rowWasRefused(const DetailRequest &trial, const ApiError &error);
    /// A row of this kind came: not all of it is refused. True: that was in doubt.
    bool came(RowKind kind);
    /// Some have no question under way: due() may have one as soon as a cell changes.
    [[nodiscard]] bool isWaiting() const;
    /// It will not be asked after all: as if due() had not given it away.
    void recall(const DetailRequest &trial);
    /// None is under way any more; what is heard of one after all counts for nothing, and its row is as if it
    /// had not been tried.
    void interrupt();
    void forget() { m_kinds = {}; }

private:
    struct Question
    {
        quint64 number = 0;
        qint64 row = 0;
    };
    struct Trial
    {
        GroupSet groups = {};     ///< None: the bare id.
        QList<qint64> tried = {}; ///< The rows so far.
        int refused = 0;          ///< How often it was.
        QList<Question> underWay = {};
        QHash<qint64, Refusal> refusals = {}; ///< By row.

        [[nodiscard]] bool isAsking(quint64 number) const;
        [[nodiscard]] bool isAskingFor(qint64 row) const;
    };
    struct Kind
    {
        std::vector<Trial> trials;
        bool isAllDoubted = false;
        bool wasAllDoubted = false;
        /// Of what is in doubt, one had no answer. What is under way besides will tell whether it is worth
        /// to ask for more, each of which may take as long again.
        bool isGoingSilent = false;
        QSet<qint64> silentRows = {}; ///< See silentForAll().
    };
    [[nodiscard]] bool isAnyDoubtUnderWay(const Kind &kind) const;
    [[nodiscard]] bool isTriedElsewhere(RowKind kind, GroupSet groups) const;
    [[nodiscard]] std::optional<DetailRequest> next(RowKind kind, Trial &trial, const InventoryTable &table,
                                                    const GroupHealth &health, GroupSet wanted);
    static void partJointTrials(std::vector<Trial> &trials, const GroupHealth &health);
    [[nodiscard]] Kind &of(RowKind kind) { return m_kinds[static_cast<std::size_t>(kind)]; }
    [[nodiscard]] const Kind &of(RowKind kind) const { return m_kinds[static_cast<std::size_t>(kind)]; }

    /// What has to be refused by its bare id, more than of a group: far more is given up for it.
    static constexpr int moreRowsIfAll = 2;
    static constexpr int fewRows = 5;

    std::array<Kind, rowKindCount> m_kinds;
    QSet<quint64> m_doubts; ///< Questions: see isOfDoubt(). Those of them that are asked in vain stay.
    quint64 m_last = 0;
};

} // namespace layerscope
