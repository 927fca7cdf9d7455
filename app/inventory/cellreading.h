// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonreader.h"
#include "inventory/cellvalue.h"

#include <optional>
#include <utility>

namespace layerscope {

/// What the tables of columns (servercolumns.cpp and its neighbours) decode with. Pure; for worker threads.

/// Nothing stays nothing.
template<class T>
[[nodiscard]] CellValue cell(std::optional<T> value)
{
    return value ? CellValue(std::move(*value)) : CellValue();
}

/// A whole number that may also be added up: a Decimal holds 17 digits, and nothing real has more. A larger
/// one is a wrong type.
[[nodiscard]] std::optional<qint64> amountOf(const JsonReader &reader);
[[nodiscard]] inline CellValue amount(const JsonReader &reader)
{
    return cell(amountOf(reader));
}

/// `part` of `whole` in percent, to two decimals, rounded half away from zero. nullopt if either is unknown,
/// or of nothing at all: unknown stays unknown.
[[nodiscard]] std::optional<Decimal> percentage(std::optional<Decimal> part, std::optional<Decimal> whole);

} // namespace layerscope
