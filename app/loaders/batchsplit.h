// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/cellvalue.h"
#include "loaders/detailrequest.h"

#include <QList>
#include <QSet>

namespace layerscope {

/// What is known when a question fails.
struct Circumstances
{
    bool othersCome = true;   ///< Its groups came for other rows lately.
    bool isExplained = false; ///< Some of its groups are suspect or given up: the others come without them.
    bool isApart = false;     ///< It is about groups that come for some rows only: rows are to blame.
    bool isBadDay = false;    ///< What was refused came when it was asked for once more.
    bool isOther = false;     ///< An answer came, and not of the object that was asked for.
    bool isSearching = false; ///< It is being found out which groups are refused, and all else waits.
    int rowsAtOnce = 300;     ///< Where it is apart: more rows are hardly refused for none of them.
    int again = 1;            ///< How often a row is asked for once more before it is settled.
};

/// What becomes of a question that failed.
struct AfterFailure
{
    enum class Verdict {
        AskAgain,     ///< In the questions of `again`.
        SearchGroups, ///< Which of its groups are refused; everything else waits, it would fail just so.
        SearchCells,  ///< Which of its groups are refused to this one row.
        Settle,       ///< The cells are Refused or Failed, see `state`.
        Gone,         ///< The row does not exist any more.
        GiveBack,     ///< As if it had never been asked.
    };
    Verdict verdict = Verdict::Settle;
    CellState state = CellState::Failed;
    QList<DetailRequest> again;
};

/// A call that was lost or met the rate limit, after all its attempts, is asked for so often again.
constexpr int maxConfirmations = 5;

/// The policy, so that in the end only that is missing which cannot be loaded, and that it costs few
/// questions: if nothing of the sort comes, groups are to blame, and which ones is found out once for the
/// account. If others come, it may have been an accident: the same is asked for once more, or in halves if it
/// may have been too much. If it fails again, rows are to blame: halves of it, and halves of those, down to
/// the row that is refused; of that, the cells; and these once more before it counts. Of groups that are
/// known to come for some rows only, no batch is asked for twice, halves are asked for of small batches only,
/// since larger ones have many such rows, and of the row that is refused each group by itself at once: no
/// search is made. Pure. Not for probes and trials.
[[nodiscard]] AfterFailure afterFailure(const DetailRequest &ask, const ApiError &error,
                                        const Circumstances &known);
/// Nothing in the question itself is to blame: it was lost, never reached the server, or met the rate limit.
[[nodiscard]] bool isOutsideTheQuestion(const ApiError &error);
/// Both halves of a batch, or its only row, to find out which rows are to blame.
[[nodiscard]] QList<DetailRequest> narrowed(const DetailRequest &ask);
/// Of one row, each of its groups by itself.
[[nodiscard]] QList<DetailRequest> cellsOf(const DetailRequest &ask);
/// Of one row, once more before it counts.
[[nodiscard]] DetailRequest confirmed(const DetailRequest &ask, GroupSet groups);

/// What the ids of a batch's answer say about it.
struct BatchCheck
{
    bool isFilterIgnored = false; ///< There were rows nobody had asked for.
    QList<qint64> missing;        ///< Asked for, and not there; in the order asked.
};
[[nodiscard]] BatchCheck checkBatch(const QList<qint64> &asked, const QSet<qint64> &came);

/// The same question for each of these ids by itself.
[[nodiscard]] QList<DetailRequest> askEachRow(const DetailRequest &ask, const QList<qint64> &ids,
                                              DetailRequest::Reason reason);

} // namespace layerscope
