// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/momenttext.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

QString dateText(QDate day, const QLocale &locale)
{
    return locale.language() == QLocale::C ? day.toString(u"yyyy-MM-dd")
                                           : locale.toString(day, QLocale::ShortFormat);
}

QString timeOfDayText(QTime time, const QLocale &locale)
{
    return locale.language() == QLocale::C ? time.toString(u"HH:mm")
                                           : locale.toString(time, QLocale::ShortFormat);
}

QString momentText(const QDateTime &moment, const QLocale &locale)
{
    return dateText(moment.date(), locale) + u' ' + timeOfDayText(moment.time(), locale);
}

} // namespace layerscope
