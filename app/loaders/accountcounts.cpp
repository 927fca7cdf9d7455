// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountcounts.h"

#include "inventory/kinds.h"

#include <utility>

namespace layerscope {

namespace {

/// A strange count is not worth the account: it is read with issues of its own.
std::optional<qint64> announcedRows(const JsonReader &account, const KindSpec &kind)
{
    JsonIssues ignored;
    const std::optional<qint64> number = account.withIssues(ignored)[kind.list.countProperty].integer();
    return number && *number >= 0 ? number : std::nullopt;
}

AccountSummary decodeSummary(const QList<RowKind> &kinds, const JsonReader &account)
{
    AccountSummary summary;
    summary.id = account["id"].integer().value_or(0);
    summary.companyName = account["companyName"].text().value_or(QString());
    for (const RowKind kind : kinds)
        summary.setCount(kind, announcedRows(account, kindSpec(kind)));
    return summary;
}

} // namespace

ApiCall accountCountsCall(const QList<RowKind> &kinds,
                          std::function<void(Result<Reply<AccountSummary>>)> done)
{
    QList<RowKind> counted = kinds;
    counted.removeIf([](RowKind kind) { return !kindSpec(kind).isCounted; });
    ApiRequest request;
    request.service = "SoftLayer_Account";
    request.method = "getObject";
    request.mask = ObjectMask{"id", "companyName"};
    for (const RowKind kind : std::as_const(counted))
        request.mask.add(kindSpec(kind).list.countProperty);
    return ApiCall::make<AccountSummary>(
        std::move(request), Priority::Visible,
        [counted](const JsonReader &account) { return decodeSummary(counted, account); }, std::move(done));
}

void askForCounts(CallGroup &calls, const QList<RowKind> &kinds, const TableSpec &first,
                  std::function<void(const Result<Reply<AccountSummary>> &)> done)
{
    calls.add(accountCountsCall(
        kinds, [&calls, &first, kinds, done = std::move(done)](const Result<Reply<AccountSummary>> &reply) {
            const bool isForNames =
                !reply && !makesListsHopeless(reply.error()) &&
                (reply.error().isRefusal() || reply.error().kind == ApiError::Kind::InvalidRequest);
            QList<RowKind> ofFirst = kinds;
            ofFirst.removeIf([&first](RowKind kind) { return &tableOf(kind) != &first; });
            if (isForNames && ofFirst != kinds)
                askForCounts(calls, ofFirst, first, done);
            else
                done(reply);
        }));
}

void askForCountsBeside(CallGroup &calls, const QList<RowKind> &kinds,
                        const std::function<void(const QList<RowKind> &, const AccountSummary &)> &answered)
{
    QList<RowKind> things;
    QList<RowKind> papers; // counts of them may be slow, or refused
    for (const RowKind kind : kinds) {
        if (kindSpec(kind).isCounted)
            (tableOf(kind).category >= Category::Billing ? papers : things).append(kind);
    }
    for (const QList<RowKind> &asked : {things, papers}) {
        if (asked.isEmpty())
            continue;
        calls.add(accountCountsCall(asked, [asked, answered](const Result<Reply<AccountSummary>> &reply) {
            if (reply)
                answered(asked, reply->value);
        }));
    }
}

bool makesListsHopeless(const ApiError &error)
{
    return error.stopsEverything() || error.kind == ApiError::Kind::Cancelled ||
           error.kind == ApiError::Kind::Storage;
}

} // namespace layerscope
