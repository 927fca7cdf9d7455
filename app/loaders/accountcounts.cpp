// SPDX-License-Identifier: GPL-3.0-or-later
#include "loaders/accountcounts.h"

#include "inventory/columncatalogue.h"

namespace layerscope {

namespace {

/// A strange count is not worth the account: it is read with issues of its own.
std::optional<qint64> count(const JsonReader &account, RowKind kind)
{
    JsonIssues ignored;
    const std::optional<qint64> number = account.withIssues(ignored)[namesOf(kind).countProperty].integer();
    return number && *number >= 0 ? number : std::nullopt;
}

AccountSummary decodeAccount(const JsonReader &account)
{
    return {account["id"].integer().value_or(0), account["companyName"].text().value_or(QString()),
            count(account, RowKind::BareMetal), count(account, RowKind::Virtual)};
}

} // namespace

ApiCall accountCountsCall(std::function<void(Result<Reply<AccountSummary>>)> done)
{
    ApiRequest request;
    request.service = "SoftLayer_Account";
    request.method = "getObject";
    request.mask = ObjectMask{"id", "companyName", namesOf(RowKind::BareMetal).countProperty,
                              namesOf(RowKind::Virtual).countProperty};
    return ApiCall::make<AccountSummary>(std::move(request), Priority::Visible, decodeAccount,
                                         std::move(done));
}

bool makesListsHopeless(const ApiError &error)
{
    return error.stopsEverything() || error.kind == ApiError::Kind::Cancelled ||
           error.kind == ApiError::Kind::Storage;
}

} // namespace layerscope
