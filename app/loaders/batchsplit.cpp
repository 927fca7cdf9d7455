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
