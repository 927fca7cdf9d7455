// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/bandwidthdrawing.h"

#include "panels/bandwidthtext.h"
#include "widgets/tones.h"

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr double headroom = 1.06; // so that nothing touches the edge
// A limit that would press the traffic below this share of the height is drawn at the upper edge: bars of
// days are to be compared, while lines that only add up can be read when they are low, too.
constexpr double minShareDaily = 0.3;
constexpr double minShareCumulative = 0.05;
// From one such limit to the next, of the height: all of it lies in the headroom, above the traffic.
constexpr double stepAtEdge = 0.025;

} // namespace

/// What the drawing is made of.
struct BandwidthDrawing::Source
{
    const BandwidthHistory &history;
    const UsageFacts &facts;
    Mode mode;
    const Tones &tones;

    [[nodiscard]] bool isDaily() const { return mode == Mode::Daily; }

    /// In bytes.
    [[nodiscard]] double largestAmount() const
    {
        qint64 largest = 0;
        if (!isDaily()) {
            const TrafficSum sum = sumOf(history, history.days.size());
            largest = std::max(sum.outBytes, sum.inBytes);
        } else {
            for (const BandwidthDay &day : history.days)
                largest = std::max({largest, day.outBytes.value_or(0), day.inBytes.value_or(0)});
        }
        return static_cast<double>(largest);
    }

    /// Of a limit, or what it is for one day.
    [[nodiscard]] double bytesOf(Decimal gb) const
    {
        const double bytes = gb.toDouble() * bytesPerGb;
        if (!isDaily())
            return bytes;
        const qint64 msecsBilled = history.cycle.end.msecsUtc - history.cycle.begin.msecsUtc;
        return bytes * static_cast<double>(msecsPerDay) / static_cast<double>(msecsBilled);
    }

    /// False: a line there would press the traffic flat.
    [[nodiscard]] bool fits(double bytes) const
    {
        const double largest = largestAmount();
        const double minShare = isDaily() ? minShareDaily : minShareCumulative;
        return largest > 0 ? largest >= minShare * bytes : bytes <= 0;
    }

    [[nodiscard]] bool hasHoles() const
    {
        return std::any_of(history.days.cbegin(), history.days.cend(),
                           [](const BandwidthDay &day) { return !day.isKnown(); });
    }
};

BandwidthDrawing::BandwidthDrawing(const BandwidthHistory &history, const UsageFacts &facts, Mode mode,
                                   const Tones &tones)
    : m_days(std::max(1, history.daysOfCycle()))
{
    const Source source{history, facts, mode, tones};
    m_unit = TrafficUnit::forAmount(source.largestAmount());
    scale(source);
    if (source.isDaily())
        addDaily(source);
    else
        addCumulative(source);
    addLimits(source);
    if (source.hasHoles())
        m_legend.append({ChartMark::Hatch, tones.muted, tr("No data")});
}

void BandwidthDrawing::scale(const Source &of)
{
    double highest = of.isDaily() ? 0 : of.largestAmount();
    double lowest = 0;
    if (of.isDaily()) {
        for (const BandwidthDay &day : of.history.days) {
            highest = std::max(highest, double(day.outBytes.value_or(0)));
            lowest = std::min(lowest, -double(day.inBytes.value_or(0)));
        }
    }
    for (const std::optional<Decimal> &limit :
         {of.facts.projectedGb, of.facts.isLimit() ? of.facts.allocationGb : std::nullopt}) {
        const double bytes = of.bytesOf(limit.value_or(Decimal()));
        if (limit && of.fits(bytes))
            highest = std::max(highest, bytes);
    }
    m_highest = inUnit(highest) * headroom;
    m_lowest = inUnit(lowest) * headroom;
    if (m_highest <= 0 && m_lowest >= 0)
        m_highest = 1; // nothing sent yet: an axis all the same
    // A line of zero at the very top would look like the frame.
    m_highest = std::max(m_highest, -m_lowest * 0.05);
}

void BandwidthDrawing::addDaily(const Source &of)
{
    const BandwidthText text;
    const TrafficSum sum = sumOf(of.history, of.history.days.size());
    const QColor inColor = Tones::mix(of.tones.muted, of.tones.background, 0.25);
    m_legend.append({ChartMark::Bar, of.tones.accent, tr("Out %1").arg(text.total(double(sum.outBytes)))});
    m_legend.append({ChartMark::BarBelow, inColor, tr("In %1").arg(text.total(double(sum.inBytes)))});
    if (of.history.days.isEmpty())
        return;
    Bars out{of.tones.accent, {}};
    Bars in{inColor, {}};
    for (const BandwidthDay &day : of.history.days) {
        out.amounts.append(inUnit(double(day.outBytes.value_or(0))));
        in.amounts.append(-inUnit(double(day.inBytes.value_or(0))));
    }
    m_bars = {out, in};
}

void BandwidthDrawing::addCumulative(const Source &of)
{
    const BandwidthText text;
    QList<QPointF> out{{firstDay(), 0}};
    QList<QPointF> in{{firstDay(), 0}};
    TrafficSum sum;
    for (qsizetype day = 0; day < of.history.days.size(); ++day) {
        sum = sumOf(of.history, day + 1);
        const double evening = static_cast<double>(day) + 0.5;
        out.append({evening, inUnit(double(sum.outBytes))});
        in.append({evening, inUnit(double(sum.inBytes))});
    }
    addLine({ChartMark::Line, of.tones.accent, tr("Out %1").arg(text.total(double(sum.outBytes))), out});
    addLine({ChartMark::DottedLine, of.tones.muted, tr("In %1").arg(text.total(double(sum.inBytes))), in});
}

void BandwidthDrawing::addLimits(const Source &of)
{
    const BandwidthText text;
    const auto add = [&](ChartMark mark, const QColor &color, const QString &name, Decimal gb, int fromEdge) {
        const double bytes = of.bytesOf(gb);
        const QString amount = of.isDaily() ? text.amount(bytes) : text.total(bytes);
        //: An amount of traffic: 43 GB a day
        const QString shown = of.isDaily() ? tr("%1 a day").arg(amount) : amount;
        const QString label = u"%1 %2"_s.arg(name, shown);
        if (!of.fits(bytes)) {
            // Else there would be nothing but a line to see.
            const double edge = m_highest * (1 - fromEdge * stepAtEdge);
            //: A line that is higher than the chart: Allocation 645 GB a day (above)
            addLine(
                {mark, color, tr("%1 (above)").arg(label), {{firstDay(), edge}, {lastDay(), edge}}, true});
            return;
        }
        const double y = inUnit(bytes);
        QList<QPointF> points{{firstDay(), y}, {lastDay(), y}};
        if (mark == ChartMark::DashedLine && !of.isDaily()) {
            const auto days = of.history.days.size();
            points[0] = {firstDay() + static_cast<double>(days),
                         inUnit(double(sumOf(of.history, days).outBytes))};
        }
        addLine({mark, color, label, points});
    };
    const QColor asExpected = of.isDaily() ? of.tones.text : of.tones.accent;
    const QColor projectionTone = of.facts.isOver()            ? of.tones.red
                                  : of.facts.isProjectedOver() ? of.tones.amber
                                                               : asExpected;
    // If both are above, the higher one stands above the other there, too.
    const bool isHigher = of.facts.isProjectedOver();
    if (of.facts.projectedGb)
        add(ChartMark::DashedLine, projectionTone, tr("Projected"), *of.facts.projectedGb, isHigher ? 1 : 2);
    if (of.facts.isLimit())
        add(ChartMark::DashDotLine, of.tones.text, tr("Allocation"), *of.facts.allocationGb,
            isHigher ? 2 : 1);
}

void BandwidthDrawing::addLine(const Line &line)
{
    m_lines.append(line);
    m_legend.append({line.mark, line.color, line.name});
}

} // namespace layerscope
