// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsplit.h"

#include <algorithm>

namespace layerscope {

namespace {

using Purpose = DetailRequest::Purpose;
using Verdict = AfterFailure::Verdict;

/// Another object than the one asked for is hardly an accident, so such a row is soon believed.
constexpr int againIfOther = 3;

DetailRequest sameAgain(const DetailRequest &ask)
{
    DetailRequest again = ask;
    ++again.confirmations;
    return again;
}

AfterFailure afterFailureOfBatch(const DetailRequest &ask, const ApiError &error, CellState state)
{
    const bool mayBeAccident = ask.purpose != Purpose::Narrow && ask.confirmations == 0;
    if (mayBeAccident && !(error.mayBeTooMuch() && ask.ids.size() > 1))
        return {Verdict::AskAgain, state, {sameAgain(ask)}};
    return {Verdict::AskAgain, state, narrowed(ask)};
}

AfterFailure afterFailureOfRow(const DetailRequest &ask, CellState state, int again)
{
    if (ask.purpose == Purpose::Cell)
        return {Verdict::AskAgain, state, {confirmed(ask, ask.groups)}};
    if (ask.purpose == Purpose::Confirm) {
        if (ask.confirmations < again)
            return {Verdict::AskAgain, state, {sameAgain(ask)}};
        return {Verdict::Settle, state, {}};
    }
    if (ask.purpose != Purpose::Narrow && ask.confirmations == 0)
        return {Verdict::AskAgain, state, {sameAgain(ask)}};
    if (ask.groups.count() > 1)
        return {Verdict::SearchCells, state, {}};
    return {Verdict::AskAgain, state, {confirmed(ask, ask.groups)}};
}

/// Of groups that come for some rows only: an accident is found out by the halves, or by the row.
AfterFailure afterFailureOfMixed(const DetailRequest &ask, CellState state, int rowsAtOnce)
{
    if (ask.ids.size() > 4 * rowsAtOnce)
        return {Verdict::GiveBack, state, {}};
    if (ask.ids.size() > 1)
        return {Verdict::AskAgain, state, narrowed(ask)};
    if (ask.groups.count() > 1)
        return {Verdict::AskAgain, state, cellsOf(ask)};
    DetailRequest confirm = confirmed(ask, ask.groups);
    confirm.form = DetailRequest::Form::Single;
    return {Verdict::AskAgain, state, {confirm}};
}

} // namespace

bool isOutsideTheQuestion(const ApiError &error)
{
    return error.kind == ApiError::Kind::Offline || error.kind == ApiError::Kind::RateLimited ||
           error.isUnreached;
}

QList<DetailRequest> narrowed(const DetailRequest &ask)
{
    DetailRequest first = ask;
    first.purpose = Purpose::Narrow;
    first.confirmations = 0;
    if (ask.ids.size() <= 1) {
        first.form = DetailRequest::Form::Single;
        return {first};
    }
    DetailRequest second = first;
    first.ids = ask.ids.first(ask.ids.size() / 2);
    second.ids = ask.ids.sliced(first.ids.size());
    return {first, second};
}

QList<DetailRequest> cellsOf(const DetailRequest &ask)
{
    QList<DetailRequest> cells;
    for (std::size_t group = 0; group < ask.groups.size(); ++group) {
        if (!ask.groups.test(group))
            continue;
        DetailRequest cell = ask;
        cell.groups = GroupSet().set(group);
        cell.form = DetailRequest::Form::Single;
        cell.purpose = Purpose::Cell;
        cell.confirmations = 0;
        cells.append(cell);
    }
    return cells;
}

DetailRequest confirmed(const DetailRequest &ask, GroupSet groups)
{
    DetailRequest confirm = ask;
    confirm.groups = groups;
    confirm.purpose = Purpose::Confirm;
    confirm.confirmations = 1;
    return confirm;
}

AfterFailure afterFailure(const DetailRequest &ask, const ApiError &error, const Circumstances &known)
{
    if (error.kind == ApiError::Kind::Cancelled || error.stopsEverything())
        return {Verdict::GiveBack, {}, {}};
    const CellState state = error.isRefusal() ? CellState::Refused : CellState::Failed;
    if (isOutsideTheQuestion(error)) {
        if (ask.confirmations < maxConfirmations)
            return {Verdict::AskAgain, state, {sameAgain(ask)}};
        return {Verdict::Settle, state, {}};
    }
    const bool isSingle = ask.form == DetailRequest::Form::Single;
    const bool isMissing = ask.reason != DetailRequest::Reason::Wanted;
    if (isSingle && isMissing && error.kind == ApiError::Kind::NotFound)
        return {Verdict::Gone, state, {}};
    if (isSingle && known.isOther && ask.purpose != Purpose::Confirm) // no group is to blame for that
        return {Verdict::AskAgain, state, {confirmed(ask, ask.groups)}};

    if (ask.purpose == Purpose::Details && !known.isApart) {
        if (known.isExplained || known.isSearching)
            return {Verdict::GiveBack, state, {}};
        if (!known.othersCome)
            return {Verdict::SearchGroups, state, {}};
    } else if (known.isExplained) {
        return {Verdict::GiveBack, state, {}};
    }
    const bool isOfDetails = ask.purpose == Purpose::Details || ask.purpose == Purpose::Narrow;
    if (isOfDetails && known.isApart && !known.isBadDay && !known.isOther && !error.isSilence())
        return afterFailureOfMixed(ask, state, known.rowsAtOnce);
    if (!isSingle)
        return afterFailureOfBatch(ask, error, state);
    return afterFailureOfRow(ask, state, known.isOther ? std::min(known.again, againIfOther) : known.again);
}

BatchCheck checkBatch(const QList<qint64> &asked, const QSet<qint64> &came)
{
    BatchCheck check;
    for (const qint64 id : asked) {
        if (!came.contains(id))
            check.missing.append(id);
    }
    check.isFilterIgnored = came.size() > asked.size() - check.missing.size();
    return check;
}

QList<DetailRequest> askEachRow(const DetailRequest &ask, const QList<qint64> &ids,
                                DetailRequest::Reason reason)
{
    QList<DetailRequest> asks;
    for (const qint64 id : ids) {
        DetailRequest single = ask;
        single.form = DetailRequest::Form::Single;
        single.reason = reason;
        single.ids = {id};
        asks.append(single);
    }
    return asks;
}

} // namespace layerscope
