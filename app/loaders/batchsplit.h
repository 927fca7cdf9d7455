// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/cellvalue.h"
#include "loaders/detailask.h"

#include <QList>
#include <QSet>

namespace layerscope {

/// A cell that is refused even by itself is asked for once more before that counts: on a bad day anything
/// fails once.
constexpr int doubtsBeforeRefused = 1;
/// Wrong types come in whole answers, each of which costs one call to look at again.
constexpr int doubtsBeforeWrongType = 3;

/// What becomes of a question that failed.
struct AfterFailure
{
    enum class Verdict {
        AskAgain, ///< In the smaller questions of `again`.
        Settle,   ///< The cells are Refused or Failed, see `state`.
        Gone,     ///< The row does not exist any more.
        GiveBack, ///< Nothing was learned: as if it had never been asked.
    };
    Verdict verdict = Verdict::Settle;
    CellState state = CellState::Failed;
    QList<DetailAsk> again;
};

/// The policy: a batch that was too much is halved; one that was refused is asked row by row; a row that was
/// refused or too much is asked group by group, and that once more before it counts; so that in the end only
/// that is missing which cannot be had. What no smaller question can mend (no network, the rate limit) is
/// settled at once. Pure.
[[nodiscard]] AfterFailure afterFailure(const DetailAsk &ask, const ApiError &error);

/// What the ids of a batch's answer say about it.
struct BatchCheck
{
    bool isFilterIgnored = false; ///< There were rows nobody had asked for.
    QList<qint64> missing;        ///< Asked for, and not there; in the order asked.
};
[[nodiscard]] BatchCheck checkBatch(const QList<qint64> &asked, const QSet<qint64> &came);

/// The same question for each of these ids by itself.
[[nodiscard]] QList<DetailAsk> askEachRow(const DetailAsk &ask, const QList<qint64> &ids,
                                          DetailAsk::Reason reason);
/// The same question for each of its groups by itself.
[[nodiscard]] QList<DetailAsk> askEachGroup(const DetailAsk &ask);

} // namespace layerscope
