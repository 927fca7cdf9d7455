// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/apierror.h"
#include "inventory/cellvalue.h"
#include "inventory/rowkey.h"

#include <array>
#include <optional>

namespace layerscope {

/// Whether batches that come empty are to be believed: each row of them is asked for by itself, but when some
/// in a row came to nothing, too, the key has lost sight of them, and the others are not asked for one by
/// one, which would cost a call each. What the last one came to is what all come to. Pure.
class MissingRows
{
public:
    static constexpr int rowsUntilBelieved = 10;

    /// What a row came to by itself.
    struct Fate
    {
        bool isGone = false;
        CellState state = CellState::Failed; ///< If it is not gone.
        ApiError error;
    };

    /// A row of this kind came, in a batch or by itself.
    void came(RowKind kind) { of(kind) = {}; }
    /// A row of a batch that came empty came to nothing. True: from now on that is believed of the others.
    [[nodiscard]] bool missed(RowKind kind, const Fate &fate)
    {
        Kind &known = of(kind);
        known.fate = fate;
        return ++known.inARow == rowsUntilBelieved;
    }
    /// nullopt: they are still to be asked for.
    [[nodiscard]] std::optional<Fate> believed(RowKind kind) const
    {
        const Kind &known = m_kinds[static_cast<std::size_t>(kind)];
        return known.inARow >= rowsUntilBelieved ? std::optional(known.fate) : std::nullopt;
    }
    void forget() { m_kinds = {}; }

private:
    struct Kind
    {
        int inARow = 0;
        Fate fate;
    };
    [[nodiscard]] Kind &of(RowKind kind) { return m_kinds[static_cast<std::size_t>(kind)]; }

    std::array<Kind, rowKindCount> m_kinds;
};

} // namespace layerscope
