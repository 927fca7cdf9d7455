// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/jsonreader.h"
#include "inventory/cellvalue.h"

#include <QStringList>

#include <optional>
#include <utility>

namespace layerscope {

/// What the tables of columns (inventory/kinds) decode with. Pure; for worker threads.

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

/// Joined as they came: for people the table sorts them. Nothing of none.
[[nodiscard]] CellValue joined(const QStringList &texts);

/// The names of a row's tags, and what they are asked for by (softlayer-api §6.9).
[[nodiscard]] CellValue tagNames(const JsonReader &row);
constexpr const char *tagsMask = "tagReferences.id,tagReferences.tag.id,tagReferences.tag.name";

/// What the next invoice charges for a row and its parts, in US dollars. A row without a billing item is
/// free, or part of another: nothing, not 0.
[[nodiscard]] CellValue monthlyFee(const JsonReader &row);
constexpr const char *feeMask = "billingItem.id,billingItem.nextInvoiceTotalRecurringAmount";

/// `part` of `whole` in percent, to two decimals, rounded half away from zero. nullopt if either is unknown,
/// or of nothing at all: unknown stays unknown.
[[nodiscard]] std::optional<Decimal> percentage(std::optional<Decimal> part, std::optional<Decimal> whole);

} // namespace layerscope
