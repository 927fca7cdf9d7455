// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "inventory/inventorystore.h"
#include "inventory/rowpatch.h"
#include "loaders/detailanswers.h"
#include "loaders/detailbacklog.h"
#include "loaders/detailexperience.h"
#include "loaders/detailrequest.h"
#include "loaders/groupinquiry.h"
#include "loaders/vieworder.h"

#include <chrono>
#include <functional>
#include <map>
#include <optional>

namespace layerscope {

/// What to ask next of the details of rows that stand already, and what its answer means: all that
/// RowDetailsLoader decides, without calls, signals or an event loop. A driver asks it two things: next(),
/// when a call may be started, and answered(), when one has ended; in whatever order they end.
///
///   what is to be asked        DetailBacklog: rows that lack something, and what failed questions turned
///   into what an answer means       DetailAnswers: into the store, once more, in halves, settled, gone which
///   groups are to blame  GroupInquiry: searches, trials, what is held back meanwhile what was learned
///   DetailExperience: the health of groups, sizes of batches, filters not kept
///
/// Nothing is asked for before start(), and nothing after stop(); which questions are in flight is known
/// here. GUI thread; the store outlives it.
class DetailsPolicy
{
public:
    /// What a change of state comes to.
    enum class Outlook {
        MayAsk, ///< There may be something to ask for, or something more urgent.
        Done,   ///< Nothing more is to be asked for, and nothing is in flight.
    };
    /// Called at the end of each function that changed anything, while started. Done is told once of each
    /// run: after start(), and again when there was something to ask for since. Must not call back.
    using Listener = std::function<void(Outlook)>;

    DetailsPolicy(InventoryStore &store, Listener listener);

    void start();
    /// What is in flight is heard of no more, and its cells go back to what they were.
    void stop();
    [[nodiscard]] bool isStarted() const { return m_isStarted; }

    // ---- the two questions --------------------------------------------------------------------------------
    /// nullopt: nothing is to be asked now. Cheap.
    [[nodiscard]] std::optional<Priority> mostUrgent();

    /// What the driver knows when a call may be started.
    struct Calls
    {
        int atOnce = 1;          ///< How many may be in flight.
        int free = 1;            ///< Of these.
        int startsPerSecond = 1; ///< The most.
        /// Whether a question is too long for a request. If it has one row only, it is asked all the same.
        std::function<bool(const DetailRequest &)> isTooLong;
    };
    struct Next
    {
        quint64 number = 0; ///< For answered(). Never the same again.
        DetailRequest ask;
    };
    /// The next question, which is in flight from now on. Only while started, and after mostUrgent() named a
    /// priority.
    [[nodiscard]] Next next(const Calls &calls);

    /// The end of that question: its rows, or why there are none. `duration`: what the server took for it.
    /// What stops everything (ApiError::stopsEverything) stops the policy. Of a question that is not in
    /// flight any more: nothing.
    void answered(quint64 number, const Result<RowPatches> &result, std::chrono::milliseconds duration);

    // ---- what it is about ---------------------------------------------------------------------------------
    // See the functions of RowDetailsLoader.
    void setWanted(GroupSet groups);
    [[nodiscard]] GroupSet wanted() const { return m_backlog.wanted(); }
    void setViewOrder(const ViewOrder &order);
    void setExpectedRows(std::optional<qint64> rows) { m_expectedRows = rows.value_or(0); }
    void setSweepHeld(bool held);
    void setCompletion(std::function<void(RowPatch &)> completion);
    void retry(const QList<int> &rows);
    /// Rows were added, or lack something again.
    void wake();
    /// Rows have new numbers (InventoryStore::rowsRemapped); all are gone: none.
    void remap(const QList<int> &newRowOfOld);

    /// How large batches of this kind may be: as an earlier load found out, before start(); and as it is
    /// known now.
    void recallSize(RowKind kind, RowsBorne known) { m_experience.recallSize(kind, known); }
    [[nodiscard]] RowsBorne sizeBorne(RowKind kind) { return m_experience.sizer(kind).borne(); }

    /// What was refused for all rows of this kind when they were loaded last (refusals()): a few rows are
    /// tried with it, and it is asked for with all else only if it comes. Of what is wanted now; before
    /// start().
    void recallRefusals(RowKind kind, GroupSet groups);
    /// To be recalled by the next load.
    [[nodiscard]] GroupSet refusals(RowKind kind) const { return m_experience.health.refusals(kind); }

    [[nodiscard]] bool isDone();
    [[nodiscard]] int settledRows() const { return m_backlog.settledRows(); }

private:
    void changed();
    void holdBack();
    [[nodiscard]] int maxRowsOf(DetailQueue::Front front, const Calls &calls);
    [[nodiscard]] qint64 rowsAhead() const;

    InventoryStore &m_store;
    Listener m_listener;
    DetailExperience m_experience;
    DetailBacklog m_backlog;
    GroupInquiry m_inquiry;
    DetailAnswers m_answers;
    std::map<quint64, DetailRequest> m_inFlight; ///< By number.
    quint64 m_lastNumber = 0;
    qint64 m_expectedRows = 0; ///< Those that are still to be listed included.
    bool m_isStarted = false;
    bool m_isSweepHeld = false;
    bool m_isDoneTold = false;
};

} // namespace layerscope
