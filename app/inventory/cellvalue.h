// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonreader.h"
#include "core/decimal.h"

#include <QMetaType>
#include <QString>

#include <variant>

namespace layerscope {

/// One value of a cell outside the table's own storage. monostate: nothing there.
using CellValue = std::variant<std::monostate, QString, qint64, Decimal, bool, Timestamp>;

/// What is known about a cell (product §2). Unknown is never 0 and never blank without a mark.
enum class CellState : quint8 {
    NotAsked, ///< No call has asked for it in this load, and no older value stands.
    Loading,  ///< A call that asks for it is queued at the server or on its way.
    Value,
    Empty,   ///< Asked, and truly nothing there; also what a kind does not have.
    Refused, ///< The key may not see it, and nothing is known of it from before.
    Failed,  ///< Could not be loaded; InventoryTable::failure says why. Nothing is known of it from before.
    Gone,    ///< The server vanished while loading.
    Stale,   ///< A value from before this load; if this load could not have it, there is a failure, too.
};

/// What a row as a whole came to: the CSV's row_state.
enum class RowState : quint8 {
    Complete, ///< Each wanted cell is Value or Empty.
    Partial,  ///< Some wanted cells are not there yet, were not asked for or are stale.
    Refused,  ///< At least one wanted cell was refused, none failed. It may show what was known before.
    Failed,   ///< At least one wanted cell could not be loaded. It may show what was known before.
    Gone,
};

/// The word in files: "complete", "partial", "refused", "failed", "gone".
[[nodiscard]] QByteArray toText(RowState state);

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::CellState)
