// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>
#include <QLocale>
#include <QString>

namespace layerscope {

// How dates and times are written wherever a person reads one, so that a moment looks the same in a table, in
// a panel and in the status bar: short, by the locale, to the minute. The C locale adds weekdays and seconds,
// which say nothing here, and gets the ISO form instead. Any thread.

[[nodiscard]] QString dateText(QDate day, const QLocale &locale);
[[nodiscard]] QString timeOfDayText(QTime time, const QLocale &locale);
/// The date and the time, in the zone of `moment`: give toLocalTime() of what is in UTC.
[[nodiscard]] QString momentText(const QDateTime &moment, const QLocale &locale);

} // namespace layerscope
