// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apicall.h"
#include "loaders/callgroup.h"
#include "loaders/loadoutcome.h"

#include <functional>

namespace layerscope {

/// The first call of a load: who the account is and how many rows it has of those of these kinds that it
/// counts, so that there are true denominators before any list. A count that is missing, or is no number, is
/// unknown.
[[nodiscard]] ApiCall accountCountsCall(const QList<RowKind> &kinds,
                                        std::function<void(Result<Reply<AccountSummary>>)> done);

/// Makes that call in `calls`. One count that is refused, or that the API does not know, fails the whole of
/// it (softlayer-kinds §0.2): then those of the kinds of `first` are asked for by themselves, which tell who
/// the account is.
void askForCounts(CallGroup &calls, const QList<RowKind> &kinds, const TableSpec &first,
                  std::function<void(const Result<Reply<AccountSummary>> &)> done);

/// Asks for the counts of further kinds, in calls of which none costs another: things apart from what
/// billing, support and the account have. `answered`: once for each call that was answered, with its kinds;
/// no call, no answer of a kind that is not counted.
void askForCountsBeside(CallGroup &calls, const QList<RowKind> &kinds,
                        const std::function<void(const QList<RowKind> &, const AccountSummary &)> &answered);

/// After this error of the first call there is no use in asking for the lists: a wrong key, say. A mere
/// refusal, or a call that was lost, only costs the denominators.
[[nodiscard]] bool makesListsHopeless(const ApiError &error);

} // namespace layerscope
