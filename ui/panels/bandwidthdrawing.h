// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/bandwidthhistory.h"
#include "panels/chartlegend.h"
#include "panels/chartscale.h"
#include "panels/usagefacts.h"

#include <QCoreApplication>
#include <QPointF>

namespace layerscope {

struct Tones;

/// What a BandwidthPlot draws of one cycle, as values: x counts days of the cycle from 0, y is in the unit().
///
/// Daily: out above the line of zero, in below it, so that both can be told apart without colours; allocation
/// and projection as what they mean for one day, the even pace at which they would be reached.
/// Cumulative: out and in since the cycle began, the allocation, and a line from today to the projection.
/// An allocation or projection that is so high that the traffic could not be seen below it stands at the
/// upper edge, and the legend says so: each is a line in either.
class BandwidthDrawing
{
    Q_DECLARE_TR_FUNCTIONS(layerscope::BandwidthPlot) // whose contents these are

public:
    enum class Mode { Daily, Cumulative };

    /// From one point to the next.
    struct Line
    {
        ChartMark mark;
        QColor color;
        QString name;
        QList<QPointF> points;
        /// It is higher than all that is drawn: its place at the upper edge says no more than that.
        bool isAbove = false;
    };
    /// One for each day, from the line of zero to its amount; below 0 downwards.
    struct Bars
    {
        QColor color;
        QList<double> amounts;
    };

    /// Of nothing.
    BandwidthDrawing() = default;
    BandwidthDrawing(const BandwidthHistory &history, const UsageFacts &facts, Mode mode, const Tones &tones);

    [[nodiscard]] TrafficUnit unit() const { return m_unit; }
    /// From the left edge of the first day to the right edge of the last one of the cycle.
    [[nodiscard]] double firstDay() const { return -0.5; }
    [[nodiscard]] double lastDay() const { return firstDay() + m_days; }
    /// From the lowest amount, at most 0, to the highest, above it. There is something of room above what is
    /// drawn.
    [[nodiscard]] double lowest() const { return m_lowest; }
    [[nodiscard]] double highest() const { return m_highest; }

    /// Out, then in; none in Mode::Cumulative and without days.
    [[nodiscard]] const QList<Bars> &bars() const { return m_bars; }
    /// In the order in which they are drawn.
    [[nodiscard]] const QList<Line> &lines() const { return m_lines; }
    /// What is drawn, in the order of its importance.
    [[nodiscard]] const QList<ChartLegend::Entry> &legend() const { return m_legend; }

private:
    struct Source;

    void scale(const Source &of);
    void addDaily(const Source &of);
    void addCumulative(const Source &of);
    void addLimits(const Source &of);
    void addLine(const Line &line);
    [[nodiscard]] double inUnit(double bytes) const { return bytes / m_unit.bytes; }

    TrafficUnit m_unit;
    int m_days = 1; ///< Of the whole cycle.
    double m_lowest = 0;
    double m_highest = 1;
    QList<Bars> m_bars;
    QList<Line> m_lines;
    QList<ChartLegend::Entry> m_legend;
};

} // namespace layerscope
