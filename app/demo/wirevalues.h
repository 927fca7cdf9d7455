// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/jsonvalue.h"

#include <QString>

namespace layerscope::demo {

struct Datacenter;

/// "Now" of every simulated account, 2026-02-03T10:00:00-06:00 in seconds of the epoch: a fixed moment, so
/// that the same size gives the same account for ever.
constexpr qint64 accountNow = 1770134400;
constexpr qint64 secondsADay = 86400;
/// When every billing cycle of the account began: midnight of a day, in its own zone.
constexpr qint64 cycleStart = accountNow - 12 * secondsADay - 36000;
/// When all of them are billed next.
constexpr qint64 nextBill = cycleStart + 31 * secondsADay;

/// The billing cycle that "now" lies in.
constexpr qint64 daysOfCycle = 30;
constexpr qint64 daysPassed = 12;
constexpr qint64 daysLeft = daysOfCycle - daysPassed;

/// An ISO date with the offset -06:00 in summer and winter alike (softlayer-api §5).
[[nodiscard]] QString wireDate(qint64 epochSeconds);

/// A metadata `decimal`: no zero before the point, no trailing zeros: ".23208", "12.5", "0", "-.5".
/// The value is mantissa × 10^-decimals.
[[nodiscard]] QString wireDecimal(qint64 mantissa, int decimals);

/// A version 4 UUID in lower case, from 128 bits.
[[nodiscard]] QString wireUuid(quint64 high, quint64 low);

/// Dotted text of an IPv4 address.
[[nodiscard]] QString wireAddress(quint32 address);

/// A SoftLayer_Location.
[[nodiscard]] JsonObject wireLocation(const Datacenter &datacenter);

/// Where the API leaves out the key.
inline const JsonValue absent = JsonValue::undefined();

} // namespace layerscope::demo
