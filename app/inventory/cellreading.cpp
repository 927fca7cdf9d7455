// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/cellreading.h"

#include <cmath>

namespace layerscope {

std::optional<qint64> amountOf(const JsonReader &reader)
{
    constexpr qint64 limit = 100'000'000'000'000'000;
    const std::optional<qint64> number = reader.integer();
    if (number && (*number >= limit || *number <= -limit)) {
        reader.reportWrongType(u"whole number of at most 17 digits");
        return std::nullopt;
    }
    return number;
}

CellValue joined(const QStringList &texts)
{
    return texts.isEmpty() ? CellValue() : texts.join(u';');
}

CellValue tagNames(const JsonReader &row)
{
    QStringList names;
    row["tagReferences"].forEach([&names](const JsonReader &reference) {
        if (const std::optional<QString> name = reference["tag"]["name"].rawText())
            names.append(*name);
    });
    return joined(names);
}

CellValue monthlyFee(const JsonReader &row)
{
    return cell(row["billingItem"]["nextInvoiceTotalRecurringAmount"].decimal());
}

std::optional<Decimal> percentage(std::optional<Decimal> part, std::optional<Decimal> whole)
{
    constexpr int decimals = 2;
    if (!part || !whole || whole->isZero() || whole->isNegative())
        return std::nullopt;
    // Twice, so that a half is one: 1.965 may come out of the division as 1.9649999999999999.
    constexpr int reliableDecimals = 10;
    const std::optional<Decimal> percent = Decimal::fromDouble(part->toDouble() / whole->toDouble() * 100.0);
    return percent ? std::optional(percent->rounded(reliableDecimals).rounded(decimals)) : std::nullopt;
}

} // namespace layerscope
