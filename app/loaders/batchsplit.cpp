// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/batchsplit.h"

namespace layerscope {

namespace {

using Verdict = AfterFailure::Verdict;

/// Too big an answer ends as Internal Error, in a timeout, or cut off on the way; half of it may come.
bool mayBeTooMuch(const ApiError &error)
{
    return error.kind == ApiError::Kind::TooMuch || error.isTransient();
}

/// Nothing in the question itself is to blame.
bool isOutsideTheQuestion(const ApiError &error)
{
    return error.kind == ApiError::Kind::Offline || error.kind == ApiError::Kind::RateLimited;
}

QList<DetailAsk> halves(const DetailAsk &ask)
{
    DetailAsk first = ask;
    DetailAsk second = ask;
    first.ids = ask.ids.first(ask.ids.size() / 2);
    second.ids = ask.ids.sliced(first.ids.size());
    return {first, second};
}

} // namespace

AfterFailure afterFailure(const DetailAsk &ask, const ApiError &error)
{
    if (error.kind == ApiError::Kind::Cancelled || error.stopsEverything())
        return {Verdict::GiveBack, {}, {}};
    const CellState state = error.isRefusal() ? CellState::Refused : CellState::Failed;
    if (isOutsideTheQuestion(error))
        return {Verdict::Settle, state, {}};

    if (ask.form == DetailAsk::Form::Batch) {
        if (mayBeTooMuch(error) && ask.ids.size() > 1)
            return {Verdict::AskAgain, state, halves(ask)};
        return {Verdict::AskAgain, state, askEachRow(ask, ask.ids, ask.reason)};
    }
    if (ask.reason == DetailAsk::Reason::Missing && error.kind == ApiError::Kind::NotFound)
        return {Verdict::Gone, state, {}};
    if (ask.groups.count() > 1)
        return {Verdict::AskAgain, state, askEachGroup(ask)};
    if (ask.doubts < doubtsBeforeRefused) {
        DetailAsk confirm = ask;
        ++confirm.doubts;
        return {Verdict::AskAgain, state, {confirm}};
    }
    return {Verdict::Settle, state, {}};
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

QList<DetailAsk> askEachRow(const DetailAsk &ask, const QList<qint64> &ids, DetailAsk::Reason reason)
{
    QList<DetailAsk> asks;
    for (const qint64 id : ids) {
        DetailAsk single = ask;
        single.form = DetailAsk::Form::Single;
        single.reason = reason;
        single.ids = {id};
        asks.append(single);
    }
    return asks;
}

QList<DetailAsk> askEachGroup(const DetailAsk &ask)
{
    QList<DetailAsk> asks;
    for (std::size_t group = 0; group < ask.groups.size(); ++group) {
        if (!ask.groups.test(group))
            continue;
        DetailAsk single = ask;
        single.groups = GroupSet().set(group);
        single.reason = DetailAsk::Reason::Wanted; // the row is there, or its 404 would have said so
        asks.append(single);
    }
    return asks;
}

} // namespace layerscope
