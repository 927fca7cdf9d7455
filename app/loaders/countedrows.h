// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/loadoutcome.h"

#include <QList>

#include <array>
#include <optional>

namespace layerscope {

/// The rows of one table, counted for a load: by kind, and by what they came to. Several ask at once when a
/// load has come to something, so it counts again only when the answer may be another one. A value; one
/// thread.
class CountedRows
{
public:
    struct Count
    {
        /// Rows of the kinds that are loaded.
        RowTally tally;
        std::array<qint64, rowKindCount> rows{}; ///< Of each kind, those that are not loaded included.

        [[nodiscard]] qint64 rowsOf(RowKind kind) const { return rows[static_cast<std::size_t>(kind)]; }
    };

    /// As the table is now: rows of `kinds` as far as these groups go. Until the next call. O(rows × groups)
    /// if anything changed, else O(1).
    [[nodiscard]] const Count &of(const InventoryTable &table, GroupSet wanted, const QList<RowKind> &kinds);

private:
    /// What was counted last.
    struct Question
    {
        quint64 revision = 0; ///< Of the table.
        GroupSet wanted;
        QList<RowKind> kinds;

        bool operator==(const Question &) const = default;
    };
    std::optional<Question> m_answered;
    Count m_count;
};

} // namespace layerscope
