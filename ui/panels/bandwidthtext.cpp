// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/bandwidthtext.h"

#include "core/utc.h"

#include <QDateTime>
#include <QStringList>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

const QString separator = u" · "_s;

constexpr double leastTotal = 0.01; // GB, with the decimals of number()

} // namespace

BandwidthText::BandwidthText(const QLocale &locale)
    : m_locale(locale)
{
    // The C locale writes 1337 where everyone else's has separators.
    m_locale.setNumberOptions(m_locale.numberOptions() & ~QLocale::OmitGroupSeparator);
    const QString order = m_locale.dateFormat(QLocale::ShortFormat);
    m_dayFormat = order.indexOf(u'M') < order.indexOf(u'd') ? u"MMM d"_s : u"d MMM"_s;
}

QString BandwidthText::number(double value) const
{
    const double size = std::abs(value);
    int decimals = size < 9.995 ? 2 : (size < 999.95 ? 1 : 0);
    const double scale = std::pow(10, decimals);
    const double shown = std::round(value * scale) / scale;
    // "2.50" says no more than "2.5".
    for (double coarser = scale / 10; decimals > 0 && std::round(shown * coarser) / coarser == shown;
         coarser /= 10)
        --decimals;
    return m_locale.toString(shown, 'f', decimals);
}

QString BandwidthText::unit(TrafficUnit unit)
{
    switch (unit.name) {
    case TrafficUnit::Name::Bytes:
        //: Bytes
        return tr("B");
    case TrafficUnit::Name::Kilobytes:
        //: Kilobytes
        return tr("KB");
    case TrafficUnit::Name::Megabytes:
        //: Megabytes
        return tr("MB");
    case TrafficUnit::Name::Gigabytes:
        break;
    }
    //: Gigabytes
    return tr("GB");
}

QString BandwidthText::amount(double bytes) const
{
    const TrafficUnit own = TrafficUnit::forAmount(bytes);
    //: An amount and its unit: 81.2 GB
    return tr("%1 %2").arg(number(bytes / own.bytes), unit(own));
}

QString BandwidthText::total(double bytes) const
{
    const QString gb = unit(TrafficUnit());
    if (bytes > 0 && bytes < leastTotal * bytesPerGb)
        //: Less than so much of a unit: < 0.01 GB
        return tr("< %1 %2").arg(number(leastTotal), gb);
    return tr("%1 %2").arg(number(bytes / bytesPerGb), gb);
}

QString BandwidthText::atLeast(qint64 bytes) const
{
    const auto sum = static_cast<double>(bytes);
    //: A sum of which some parts are not known: at least this much.
    return tr("≥ %1").arg(sum < leastTotal * bytesPerGb ? amount(sum) : total(sum));
}

QString BandwidthText::day(Timestamp begin) const
{
    return m_locale.toString(utcFromMSecs(begin.msecsUtc).date(), m_dayFormat);
}

QString BandwidthText::known(std::optional<qint64> bytes) const
{
    //: Instead of an amount
    return bytes ? amount(static_cast<double>(*bytes)) : tr("no data");
}

QString BandwidthText::dayLine(const BandwidthDay &day) const
{
    const QString name = this->day(day.begin);
    if (!day.isKnown())
        //: A day, of whose traffic nothing is known: 22 Jan · no data
        return tr("%1 · no data").arg(name);
    //: Traffic of a day: 22 Jan · out 81.2 GB · in 12.5 GB
    return tr("%1 · out %2 · in %3").arg(name, known(day.outBytes), known(day.inBytes));
}

QString BandwidthText::cumulativeLine(const BandwidthHistory &history, int day) const
{
    const TrafficSum sum = sumOf(history, day + 1);
    const auto text = [&](qint64 bytes) {
        return sum.isWhole ? total(static_cast<double>(bytes)) : atLeast(bytes);
    };
    //: Traffic since the cycle began: By 22 Jan · out 812 GB · in 125 GB
    return tr("By %1 · out %2 · in %3")
        .arg(this->day(history.days.at(day).begin), text(sum.outBytes), text(sum.inBytes));
}

QString BandwidthText::summary(const UsageFacts &facts, const std::optional<BandwidthHistory> &history) const
{
    QStringList parts;
    if (facts.outGb) {
        parts += tr("%1 out").arg(total(*facts.outGb));
    } else if (history && history->hasData()) {
        const TrafficSum sum = sumOf(*history, history->days.size());
        // Not the number that the account bills by, which is not told.
        //: Traffic: 775.1 GB out by day
        parts += tr("%1 out, summed by day")
                     .arg(sum.isWhole ? total(static_cast<double>(sum.outBytes)) : atLeast(sum.outBytes));
    }
    if (facts.projectedGb)
        parts += tr("projected %1").arg(total(*facts.projectedGb));
    if (facts.isLimit())
        //: Of an allocation: of 20,000 GB
        parts += tr("of %1").arg(total(*facts.allocationGb));
    else if (facts.allocationGb)
        parts += tr("pay as you go");
    for (QString &part : parts)
        part.replace(u' ', QChar(QChar::Nbsp)); // lines may break between the parts only
    return parts.join(separator);
}

QString BandwidthText::description(const BandwidthHistory &history) const
{
    if (!history.hasData())
        return tr("No traffic was recorded.");
    const TrafficSum sum = sumOf(history, history.days.size());
    QStringList sentences{
        tr("From %1 to %2, days in UTC.")
            .arg(day(history.days.first().begin), day(history.days.last().begin)),
        tr("Out %1, in %2.")
            .arg(total(static_cast<double>(sum.outBytes)), total(static_cast<double>(sum.inBytes)))};
    const auto most = std::max_element(
        history.days.cbegin(), history.days.cend(),
        [](const BandwidthDay &a, const BandwidthDay &b) { return a.outBytes < b.outBytes; });
    if (most->outBytes)
        sentences += tr("Most went out on %1: %2.").arg(day(most->begin), known(most->outBytes));
    const auto unknown = std::count_if(history.days.cbegin(), history.days.cend(),
                                       [](const BandwidthDay &day) { return !day.isKnown(); });
    if (unknown > 0)
        sentences += tr("Days without data: %1.").arg(m_locale.toString(static_cast<qint64>(unknown)));
    return sentences.join(u' ');
}

} // namespace layerscope
