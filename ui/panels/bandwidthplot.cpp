// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/bandwidthplot.h"

#include "panels/bandwidthtext.h"
#include "widgets/tones.h"

#include <QBarSet>
#include <QCategoryAxis>
#include <QChart>
#include <QGraphicsLayout>
#include <QKeyEvent>
#include <QLineSeries>
#include <QMouseEvent>
#include <QStackedBarSeries>
#include <QWheelEvent>

#include <algorithm>
#include <cmath>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr double barShare = 0.74; // of a day's width
constexpr double headroom = 1.06; // so that nothing touches the edge
// A line that would press the traffic below this share of the height is named but not drawn.
constexpr double minShare = 0.3;

} // namespace

BandwidthPlot::BandwidthPlot(QWidget *parent)
    : QChartView(new QChart, parent)
    , m_days(new QCategoryAxis(this))
    , m_amounts(new QCategoryAxis(this))
{
    setFrameShape(QFrame::NoFrame);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setMouseTracking(true);
    setRenderHint(QPainter::Antialiasing);
    setViewportUpdateMode(FullViewportUpdate);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Traffic by day"));

    chart()->legend()->hide();
    chart()->setMargins(QMargins());
    chart()->layout()->setContentsMargins(0, 0, 0, 0);
    chart()->setBackgroundVisible(false);
    chart()->setAnimationOptions(QChart::NoAnimation);
    for (QCategoryAxis *axis : {m_days, m_amounts})
        axis->setLabelsPosition(QCategoryAxis::AxisLabelsPositionOnValue);
    chart()->addAxis(m_days, Qt::AlignBottom);
    chart()->addAxis(m_amounts, Qt::AlignLeft);
}

void BandwidthPlot::setContents(const BandwidthHistory &history, const UsageFacts &facts, Mode mode)
{
    if (m_history == history && m_facts == facts && m_mode == mode)
        return;
    m_history = history;
    m_facts = facts;
    m_mode = mode;
    rebuild();
    chooseDay(std::min(m_chosen, static_cast<int>(history.days.size()) - 1));
}

void BandwidthPlot::chooseDay(int day)
{
    const int chosen = day >= 0 && day < m_history.days.size() ? day : -1;
    if (chosen == m_chosen)
        return;
    m_chosen = chosen;
    viewport()->update();
    Q_EMIT dayChosen(chosen);
}

QSize BandwidthPlot::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * 60, fontMetrics().height() * 11};
}

QSize BandwidthPlot::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 24, fontMetrics().height() * 7};
}

void BandwidthPlot::rebuild()
{
    chart()->removeAllSeries();
    m_legend.clear();
    m_unit = TrafficUnit::forAmount(largestAmount());
    scale();
    m_days->setRange(-0.5, m_history.daysOfCycle() - 0.5);
    m_amounts->setRange(m_lowest, m_highest);
    if (m_mode == Mode::Daily)
        addDailySeries();
    else
        addCumulativeSeries();
    addLimits();

    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    const bool hasHoles = std::any_of(m_history.days.cbegin(), m_history.days.cend(),
                                      [](const BandwidthDay &day) { return !day.isKnown(); });
    if (hasHoles)
        m_legend.append({ChartMark::Hatch, tones.muted, tr("No data")});

    for (QAbstractSeries *series : chart()->series()) {
        series->attachAxis(m_days);
        series->attachAxis(m_amounts);
    }
    for (QCategoryAxis *axis : {m_days, m_amounts}) {
        axis->setLabelsFont(font());
        axis->setLabelsBrush(tones.muted);
        axis->setLineVisible(false);
        axis->setGridLineVisible(false); // drawn in drawBackground(): Qt's has one at the edge too
    }
    labelDays();
    labelAmounts();
    viewport()->update();
}

void BandwidthPlot::addDailySeries()
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    const BandwidthText text;
    const TrafficSum sum = sumOf(m_history, m_history.days.size());
    const QColor inColor = Tones::mix(tones.muted, tones.background, 0.25);
    m_legend.append({ChartMark::Bar, tones.accent, tr("Out %1").arg(text.total(double(sum.outBytes)))});
    m_legend.append({ChartMark::BarBelow, inColor, tr("In %1").arg(text.total(double(sum.inBytes)))});
    if (m_history.days.isEmpty())
        return;

    auto *out = new QBarSet(tr("Out"));
    auto *in = new QBarSet(tr("In"));
    for (const BandwidthDay &day : m_history.days) {
        out->append(inUnit(double(day.outBytes.value_or(0))));
        in->append(-inUnit(double(day.inBytes.value_or(0))));
    }
    out->setColor(tones.accent);
    in->setColor(inColor);
    auto *bars = new QStackedBarSeries;
    for (QBarSet *set : {out, in}) {
        set->setPen(Qt::NoPen);
        bars->append(set);
    }
    bars->setBarWidth(barShare);
    chart()->addSeries(bars);
}

void BandwidthPlot::addCumulativeSeries()
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    const BandwidthText text;
    QList<QPointF> out{{-0.5, 0}};
    QList<QPointF> in{{-0.5, 0}};
    TrafficSum sum;
    for (qsizetype day = 0; day < m_history.days.size(); ++day) {
        sum = sumOf(m_history, day + 1);
        const double evening = static_cast<double>(day) + 0.5;
        out.append({evening, inUnit(double(sum.outBytes))});
        in.append({evening, inUnit(double(sum.inBytes))});
    }
    addLine(ChartMark::Line, tones.accent, tr("Out %1").arg(text.total(double(sum.outBytes))), out);
    addLine(ChartMark::DottedLine, tones.muted, tr("In %1").arg(text.total(double(sum.inBytes))), in);
}

void BandwidthPlot::addLimits()
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    const BandwidthText text;
    const double end = m_history.daysOfCycle() - 0.5;
    const bool isDaily = m_mode == Mode::Daily;
    // What is far beyond the traffic is only named: else there would be nothing but a line to see.
    const auto add = [&](ChartMark mark, const QColor &color, const QString &name, Decimal gb) {
        const double bytes = gb.toDouble() * bytesPerGb / (isDaily ? daysBilled() : 1);
        const QString amount = isDaily ? text.amount(bytes) : text.total(bytes);
        //: An amount of traffic: 43 GB a day
        const QString shown = isDaily ? tr("%1 a day").arg(amount) : amount;
        const QString label = u"%1 %2"_s.arg(name, shown);
        if (!fits(bytes)) {
            //: A line that is higher than the chart: Allocation 645 GB a day (above)
            m_legend.append({mark, color, tr("%1 (above)").arg(label)});
            return;
        }
        const double y = inUnit(bytes);
        QList<QPointF> points{{-0.5, y}, {end, y}};
        if (mark == ChartMark::DashedLine && !isDaily) {
            const auto days = m_history.days.size();
            points[0] = {static_cast<double>(days) - 0.5, inUnit(double(sumOf(m_history, days).outBytes))};
        }
        addLine(mark, color, label, points);
    };
    const QColor projectionTone =
        m_facts.isOver() ? tones.red
                         : (m_facts.isProjectedOver() ? tones.amber : (isDaily ? tones.text : tones.accent));
    if (m_facts.projectedGb)
        add(ChartMark::DashedLine, projectionTone, tr("Projected"), *m_facts.projectedGb);
    if (m_facts.isLimit())
        add(ChartMark::DashDotLine, tones.text, tr("Allocation"), *m_facts.allocationGb);
}

void BandwidthPlot::addLine(ChartMark mark, const QColor &color, const QString &name,
                            const QList<QPointF> &points)
{
    auto *line = new QLineSeries;
    line->setName(name);
    line->replace(points);
    chart()->addSeries(line);
    line->setPen(penOf(mark, color)); // after addSeries(), which dresses it in the chart's theme
    m_legend.append({mark, color, name});
}

double BandwidthPlot::largestAmount() const
{
    qint64 largest = 0;
    if (m_mode == Mode::Cumulative) {
        const TrafficSum sum = sumOf(m_history, m_history.days.size());
        largest = std::max(sum.outBytes, sum.inBytes);
    } else {
        for (const BandwidthDay &day : m_history.days)
            largest = std::max({largest, day.outBytes.value_or(0), day.inBytes.value_or(0)});
    }
    return static_cast<double>(largest);
}

double BandwidthPlot::daysBilled() const
{
    return static_cast<double>(m_history.cycle.end.msecsUtc - m_history.cycle.begin.msecsUtc) /
           static_cast<double>(msecsPerDay);
}

bool BandwidthPlot::fits(double bytes) const
{
    const double largest = largestAmount();
    return largest > 0 ? largest >= minShare * bytes : bytes <= 0;
}

void BandwidthPlot::scale()
{
    double highest = 0;
    double lowest = 0;
    const bool isDaily = m_mode == Mode::Daily;
    for (const BandwidthDay &day : m_history.days) {
        highest = std::max(highest, double(day.outBytes.value_or(0)));
        if (isDaily)
            lowest = std::min(lowest, -double(day.inBytes.value_or(0)));
    }
    if (!isDaily)
        highest = largestAmount();
    for (const std::optional<Decimal> &limit :
         {m_facts.projectedGb, m_facts.isLimit() ? m_facts.allocationGb : std::nullopt}) {
        const double bytes = limit.value_or(Decimal()).toDouble() * bytesPerGb / (isDaily ? daysBilled() : 1);
        if (limit && fits(bytes))
            highest = std::max(highest, bytes);
    }
    m_highest = inUnit(highest) * headroom;
    m_lowest = inUnit(lowest) * headroom;
    if (m_highest <= 0 && m_lowest >= 0)
        m_highest = 1; // nothing sent yet: an axis all the same
    // A line of zero at the very top would look like the frame.
    m_highest = std::max(m_highest, -m_lowest * 0.05);
}

void BandwidthPlot::labelDays()
{
    for (const QString &label : m_days->categoriesLabels())
        m_days->remove(label);
    const int count = m_history.daysOfCycle();
    if (m_history.cycle.end <= m_history.cycle.begin || count <= 0)
        return;
    const BandwidthText text;
    const auto first =
        static_cast<qint64>(std::floor(double(m_history.cycle.begin.msecsUtc) / double(msecsPerDay)));
    const auto labelOf = [&](int day) { return text.day({(first + day) * msecsPerDay}); };
    const double room = chart()->plotArea().width() > 0 ? chart()->plotArea().width() : width();
    int widest = 0;
    for (int day = 0; day < count; ++day)
        widest = std::max(widest, fontMetrics().horizontalAdvance(labelOf(day)));
    // With less between them Qt Charts would cut them short.
    const int gap = fontMetrics().height();
    const int step = labelStep(room, count, widest + gap);
    for (int day = 0; day < count; day += step)
        m_days->append(labelOf(day), day);
}

void BandwidthPlot::labelAmounts()
{
    for (const QString &label : m_amounts->categoriesLabels())
        m_amounts->remove(label);
    const BandwidthText text;
    constexpr int linesATick = 3;
    const int wanted = std::clamp(viewport()->height() / (fontMetrics().height() * linesATick), 2, 6);
    // Half a label's height must stay below the upper edge.
    const double shownUp = m_highest - (m_highest - m_lowest) * fontMetrics().height() / 2 /
                                           std::max(1.0, chart()->plotArea().height());
    m_ticks = niceTicks(m_lowest, m_highest, wanted);
    while (m_ticks.size() > 2 && m_ticks.last() > shownUp)
        m_ticks.removeLast();
    for (const double tick : std::as_const(m_ticks)) {
        QString label = text.number(std::abs(tick));
        if (tick < 0)
            label += u' '; // labels must differ; the blank is not drawn
        m_amounts->append(label, tick);
    }
    chart()->layout()->invalidate(); // the labels may need another width
}

QRectF BandwidthPlot::columnOf(int day) const
{
    const QRectF plot = chart()->plotArea();
    const double width = plot.width() / m_history.daysOfCycle();
    return {plot.left() + day * width, plot.top(), width, plot.height()};
}

double BandwidthPlot::heightOf(double amount) const
{
    const QRectF plot = chart()->plotArea();
    return plot.bottom() - plot.height() * (amount - m_lowest) / (m_highest - m_lowest);
}

void BandwidthPlot::drawBackground(QPainter *painter, const QRectF &area)
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    painter->fillRect(area, tones.background);
    if (m_history.days.isEmpty())
        return;
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    for (int day = 0; day < m_history.days.size(); ++day) {
        if (!m_history.days.at(day).isKnown()) {
            painter->fillRect(columnOf(day),
                              QBrush(Tones::mix(tones.background, tones.muted, 0.55), Qt::BDiagPattern));
        }
    }
    if (m_chosen >= 0)
        painter->fillRect(columnOf(m_chosen), tones.softBar);
    painter->setPen(QPen(tones.hairline, 1));
    const QRectF plot = chart()->plotArea();
    for (const double tick : m_ticks)
        painter->drawLine(QPointF(plot.left(), heightOf(tick)), QPointF(plot.right(), heightOf(tick)));
    painter->restore();
}

void BandwidthPlot::drawForeground(QPainter *painter, const QRectF &area)
{
    QChartView::drawForeground(painter, area);
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing, false);
    // The line of zero, which parts out from in.
    const QRectF plot = chart()->plotArea();
    painter->setPen(QPen(tones.muted, 1));
    painter->drawLine(QPointF(plot.left(), heightOf(0)), QPointF(plot.right(), heightOf(0)));
    if (m_showsFocus) {
        painter->setPen(QPen(tones.accent, 1));
        painter->drawRect(plot.adjusted(0, 0, -1, -1));
    }
    painter->restore();
}

void BandwidthPlot::resizeEvent(QResizeEvent *event)
{
    QChartView::resizeEvent(event);
    labelAmounts();
    labelDays();
}

void BandwidthPlot::changeEvent(QEvent *event)
{
    QChartView::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LocaleChange) {
        rebuild();
        Q_EMIT restyled();
    }
}

void BandwidthPlot::mouseMoveEvent(QMouseEvent *event)
{
    const QRectF plot = chart()->plotArea();
    const QPointF at = mapToScene(event->position().toPoint());
    const bool isInside = plot.contains(at) && plot.width() > 0;
    chooseDay(isInside ? static_cast<int>((at.x() - plot.left()) / plot.width() * m_history.daysOfCycle())
                       : -1);
}

void BandwidthPlot::leaveEvent(QEvent *event)
{
    QChartView::leaveEvent(event);
    if (!hasFocus())
        chooseDay(-1);
}

void BandwidthPlot::wheelEvent(QWheelEvent *event)
{
    event->ignore(); // there is nothing to scroll in here, but perhaps around it
}

void BandwidthPlot::keyPressEvent(QKeyEvent *event)
{
    const int last = static_cast<int>(m_history.days.size()) - 1;
    switch (event->key()) {
    case Qt::Key_Left:
        chooseDay(m_chosen < 0 ? last : std::max(m_chosen - 1, 0));
        break;
    case Qt::Key_Right:
        chooseDay(m_chosen < 0 ? 0 : std::min(m_chosen + 1, last));
        break;
    case Qt::Key_Home:
        chooseDay(0);
        break;
    case Qt::Key_End:
        chooseDay(last);
        break;
    default:
        // Escape and all others belong to the window.
        event->ignore();
        return;
    }
    event->accept();
}

void BandwidthPlot::focusInEvent(QFocusEvent *event)
{
    QChartView::focusInEvent(event);
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    if (m_showsFocus && m_chosen < 0)
        chooseDay(static_cast<int>(m_history.days.size()) - 1);
    viewport()->update();
}

void BandwidthPlot::focusOutEvent(QFocusEvent *event)
{
    QChartView::focusOutEvent(event);
    m_showsFocus = false;
    chooseDay(-1);
    viewport()->update();
}

} // namespace layerscope
