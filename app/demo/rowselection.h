// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/rowsource.h"
#include "demo/wirefilter.h"

namespace layerscope::demo {

/// A resultLimit: offset and number of rows.
struct ResultLimit
{
    qint64 offset = 0;
    std::optional<qint64> count; ///< nullopt: all

    /// "offset,limit", or "limit" alone. Empty text: no limit. Errors: anything else.
    [[nodiscard]] static Result<ResultLimit, WireError> parse(const QString &text);

    bool operator==(const ResultLimit &) const = default;
};

/// The page a call returns.
struct RowSelection
{
    int total = 0;   ///< Rows that match, before the limit: SoftLayer-Total-Items.
    QList<int> rows; ///< Positions in the source, in the order of the answer.
};

/// Filters, sorts and cuts. Without orderBy the order is another for each `callNumber`, as a database may do
/// it. Cost: O(page) if nothing is filtered and the order is by id or none, or if ids are named; else
/// O(rows).
[[nodiscard]] RowSelection selectRows(const RowSource &source, const WireFilter &filter,
                                      const ResultLimit &limit, quint64 callNumber);

} // namespace layerscope::demo
