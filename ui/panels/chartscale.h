// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QtGlobal>

namespace layerscope {

constexpr double bytesPerGb = 1024.0 * 1024.0 * 1024.0;

/// The unit of traffic that makes the largest amount of a chart readable.
struct TrafficUnit
{
    enum class Name : quint8 { Bytes, Kilobytes, Megabytes, Gigabytes };

    Name name = Name::Gigabytes;
    double bytes = bytesPerGb; ///< How many bytes one is.

    bool operator==(const TrafficUnit &) const = default;

    /// Gigabytes from a tenth of one on, since the table has gigabytes everywhere; 0 is 0 GB.
    [[nodiscard]] static TrafficUnit forAmount(double bytes);
};

/// Where the lines of a value axis stand: 1, 2 or 5 times a power of ten apart, about `wanted` of them
/// between `lowest` and `highest`, 0 among them. Ascending. Precondition: lowest <= 0 < highest.
[[nodiscard]] QList<double> niceTicks(double lowest, double highest, int wanted);

/// Each how many-th of `days` on an axis of this width has a label, so that labels of `labelWidth` fit, with
/// half of one to spare at either end: 1, 2, 7, 14 …, whole weeks above 2.
[[nodiscard]] int labelStep(double width, int days, double labelWidth);

} // namespace layerscope
