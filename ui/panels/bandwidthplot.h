// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/bandwidthhistory.h"
#include "panels/chartlegend.h"
#include "panels/chartscale.h"
#include "panels/usagefacts.h"

#include <QChartView>

#include <optional>

class QCategoryAxis;
class QLineSeries;
class QXYSeries;

namespace layerscope {

/// The drawing inside a BandwidthChart: bars or lines over the days of one cycle, with one day that can be
/// chosen by mouse or keyboard. x counts days of the cycle from 0, y is in the unit().
///
/// Daily: out above the line of zero, in below it, so that both can be told apart without colours; allocation
/// and projection as what they mean for one day, the even pace at which they would be reached.
/// Cumulative: out and in since the cycle began, the allocation, and a line from today to the projection.
class BandwidthPlot final : public QChartView
{
    Q_OBJECT

public:
    enum class Mode { Daily, Cumulative };

    explicit BandwidthPlot(QWidget *parent = nullptr);

    void setContents(const BandwidthHistory &history, const UsageFacts &facts, Mode mode);
    [[nodiscard]] const BandwidthHistory &history() const { return m_history; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] TrafficUnit unit() const { return m_unit; }
    /// What is drawn, for a legend: in the order of their importance.
    [[nodiscard]] const QList<ChartLegend::Entry> &legend() const { return m_legend; }

    /// Index into history().days; -1: none.
    [[nodiscard]] int chosenDay() const { return m_chosen; }
    /// Out of range: none.
    void chooseDay(int day);

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void dayChosen(int day);
    /// Legend and unit may be others now: the palette changed.
    void restyled();

protected:
    void drawBackground(QPainter *painter, const QRectF &area) override;
    void drawForeground(QPainter *painter, const QRectF &area) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void addDailySeries();
    void addCumulativeSeries();
    void addLimits();
    void addLine(ChartMark mark, const QColor &color, const QString &name, const QList<QPointF> &points);
    void scale();
    void labelDays();
    void labelAmounts();
    [[nodiscard]] QRectF columnOf(int day) const;
    [[nodiscard]] double heightOf(double amount) const;
    [[nodiscard]] double inUnit(double bytes) const { return bytes / m_unit.bytes; }
    [[nodiscard]] double largestAmount() const;
    [[nodiscard]] double daysBilled() const;
    [[nodiscard]] bool fits(double bytes) const;

    BandwidthHistory m_history;
    UsageFacts m_facts;
    Mode m_mode = Mode::Daily;
    TrafficUnit m_unit;
    double m_highest = 1; ///< Of the value axis, in the unit.
    double m_lowest = 0;
    QList<ChartLegend::Entry> m_legend;
    QCategoryAxis *m_days;
    QCategoryAxis *m_amounts;
    QList<double> m_ticks; ///< Of m_amounts, in the unit.
    int m_chosen = -1;
    bool m_showsFocus = false; ///< It came by keyboard.
};

} // namespace layerscope
