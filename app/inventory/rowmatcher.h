// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cellmatcher.h"
#include "inventory/rowfilter.h"

#include <QLocale>

#include <memory>
#include <vector>

namespace layerscope {

/// A RowFilter prepared for one table, to be asked about many of its rows. The table must outlive it and stay
/// as it is, as snapshots do. One thread at a time.
class RowMatcher
{
public:
    RowMatcher(const RowFilter &filter, const InventoryTable &table, const ColumnSet &searched,
               const QLocale &locale = QLocale());

    [[nodiscard]] bool matches(int row);

private:
    struct Term
    {
        bool isNegated = false;
        bool needsAll = false; ///< Every column has to match instead of any
        std::vector<std::unique_ptr<CellMatcher>> cells;

        [[nodiscard]] bool matches(int row);
    };
    std::vector<Term> m_terms;
};

} // namespace layerscope
