// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/bandwidthplot.h"

#include "panels/bandwidthtext.h"
#include "widgets/hairline.h"
#include "widgets/readingorder.h"
#include "widgets/tones.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>
#include <cmath>

namespace layerscope {

namespace {

constexpr double barShare = 0.74; // of a day's width

} // namespace

BandwidthPlot::BandwidthPlot(QWidget *parent)
    : QWidget(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setMouseTracking(true);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Expanding);
    setAccessibleName(tr("Traffic by day"));
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
    update();
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
    m_drawing = BandwidthDrawing(m_history, m_facts, m_mode, tones());
    layOut();
}

/// The labels take what they need, at the left and below; the rest is for the plot.
void BandwidthPlot::layOut()
{
    const int line = fontMetrics().height();
    const double bottom = std::max(1.0, height() - 1.5 * line); // half a label of amounts fits between
    labelAmounts(0, bottom);
    double widest = 0;
    for (const Label &label : std::as_const(m_amountLabels))
        widest = std::max(widest, label.place.width());
    const double left = widest + line / 3.0;
    m_plot = QRectF(left, 0, std::max(1.0, width() - left), bottom);
    for (Label &label : m_amountLabels)
        label.place.moveRight(widest);
    labelDays();
    update();
}

void BandwidthPlot::labelAmounts(double top, double bottom)
{
    m_plot = QRectF(0, top, 1, bottom - top); // its width needs the labels
    m_amountLabels.clear();
    const BandwidthText text;
    const int line = fontMetrics().height();
    constexpr int linesATick = 3;
    const int wanted = std::clamp(height() / (line * linesATick), 2, 6);
    QList<double> ticks = niceTicks(m_drawing.lowest(), m_drawing.highest(), wanted);
    // Half a label's height must stay below the upper edge.
    while (ticks.size() > 2 && yOf(ticks.last()) < top + line / 2.0)
        ticks.removeLast();
    for (const double tick : std::as_const(ticks)) {
        const QString label = text.number(std::abs(tick));
        QRectF place(0, 0, fontMetrics().horizontalAdvance(label), line);
        place.moveCenter({0, yOf(tick)});
        m_amountLabels.append({tick, label, place});
    }
}

void BandwidthPlot::labelDays()
{
    m_dayLabels.clear();
    const int count = m_history.daysOfCycle();
    if (m_history.cycle.end <= m_history.cycle.begin || count <= 0)
        return;
    const BandwidthText text;
    const auto first =
        static_cast<qint64>(std::floor(double(m_history.cycle.begin.msecsUtc) / double(msecsPerDay)));
    const auto labelOf = [&](int day) { return text.day({(first + day) * msecsPerDay}); };
    int widest = 0;
    for (int day = 0; day < count; ++day)
        widest = std::max(widest, fontMetrics().horizontalAdvance(labelOf(day)));
    const int line = fontMetrics().height(); // at least between two labels
    const int step = labelStep(m_plot.width(), count, widest + line);
    for (int day = 0; day < count; day += step) {
        const QString label = labelOf(day);
        QRectF place(0, height() - line, fontMetrics().horizontalAdvance(label), line);
        place.moveLeft(xOf(day) - place.width() / 2);
        // At the edges below the day, if not in its middle.
        place.moveLeft(std::clamp(place.left(), 0.0, std::max(0.0, width() - place.width())));
        m_dayLabels.append({static_cast<double>(day), label, place});
    }
}

Tones BandwidthPlot::tones() const
{
    return Tones::on(palette().color(QPalette::Window), palette());
}

QRectF BandwidthPlot::columnOf(int day) const
{
    return {QPointF(xOf(day - 0.5), m_plot.top()), QPointF(xOf(day + 0.5), m_plot.bottom())};
}

double BandwidthPlot::xOf(double day) const
{
    const double days = m_drawing.lastDay() - m_drawing.firstDay();
    return m_plot.left() + m_plot.width() * (day - m_drawing.firstDay()) / days;
}

double BandwidthPlot::yOf(double amount) const
{
    const double amounts = m_drawing.highest() - m_drawing.lowest();
    return m_plot.bottom() - m_plot.height() * (amount - m_drawing.lowest()) / amounts;
}

void BandwidthPlot::paintEvent(QPaintEvent *)
{
    QPainter painter(this);
    painter.fillRect(rect(), tones().background);
    paintDays(painter);
    paintGrid(painter);
    paintTraffic(painter);
    paintFrontLines(painter);
}

/// Those without data, and the chosen one.
void BandwidthPlot::paintDays(QPainter &painter) const
{
    const Tones tones = this->tones();
    const QBrush hatch(Tones::mix(tones.background, tones.muted, 0.55), Qt::BDiagPattern);
    for (int day = 0; day < m_history.days.size(); ++day) {
        if (!m_history.days.at(day).isKnown())
            painter.fillRect(columnOf(day), hatch);
    }
    if (m_chosen >= 0)
        painter.fillRect(columnOf(m_chosen), tones.softBar);
}

void BandwidthPlot::paintGrid(QPainter &painter) const
{
    const Tones tones = this->tones();
    if (!m_history.days.isEmpty()) {
        for (const Label &label : m_amountLabels)
            paintLevel(painter, label.at, tones.hairline);
    }
    painter.setPen(tones.muted);
    for (const QList<Label> *labels : {&m_dayLabels, &m_amountLabels}) {
        for (const Label &label : *labels) {
            readInOwnOrder(painter, label.text);
            painter.drawText(label.place, Qt::AlignCenter, label.text);
        }
    }
}

/// All of one thickness, whatever the scale of the screen.
void BandwidthPlot::paintLevel(QPainter &painter, double amount, const QColor &color) const
{
    const QRectF line(m_plot.left(), yOf(amount), m_plot.width(), 1);
    Hairline::paint(painter, line, Qt::TopEdge, color);
}

void BandwidthPlot::paintTraffic(QPainter &painter) const
{
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setClipRect(m_plot);
    for (const BandwidthDrawing::Bars &bars : m_drawing.bars()) {
        for (qsizetype day = 0; day < bars.amounts.size(); ++day) {
            const auto middle = static_cast<double>(day);
            const QRectF bar(QPointF(xOf(middle - barShare / 2), yOf(bars.amounts.at(day))),
                             QPointF(xOf(middle + barShare / 2), yOf(0)));
            painter.fillRect(bar.normalized(), bars.color);
        }
    }
    for (const BandwidthDrawing::Line &line : m_drawing.lines()) {
        QPolygonF points;
        for (const QPointF &point : line.points)
            points.append({xOf(point.x()), yOf(point.y())});
        painter.setPen(penOf(line.mark, line.color));
        painter.drawPolyline(points);
    }
    paintArrows(painter);
    painter.restore();
}

/// Upwards, from lines that should stand higher than there is room: side by side, at the end of the days.
void BandwidthPlot::paintArrows(QPainter &painter) const
{
    const double line = fontMetrics().height();
    double x = m_plot.right();
    for (const BandwidthDrawing::Line &above : m_drawing.lines()) {
        if (!above.isAbove)
            continue;
        x -= line;
        const double y = yOf(above.points.last().y());
        const double half = line / 4;
        painter.setPen(Qt::NoPen);
        painter.setBrush(above.color);
        painter.drawPolygon(QPolygonF({{x, m_plot.top()}, {x - half, y}, {x + half, y}}));
    }
}

/// The line of zero, which parts out from in, and the frame of the focus.
void BandwidthPlot::paintFrontLines(QPainter &painter) const
{
    const Tones tones = this->tones();
    paintLevel(painter, 0, tones.muted);
    if (m_showsFocus) {
        painter.setPen(QPen(tones.accent, 1));
        painter.drawRect(m_plot.adjusted(0, 0, -1, -1));
    }
}

void BandwidthPlot::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    layOut();
}

void BandwidthPlot::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::FontChange ||
        event->type() == QEvent::LocaleChange) {
        rebuild();
        Q_EMIT restyled();
    }
}

void BandwidthPlot::mouseMoveEvent(QMouseEvent *event)
{
    const QPointF at = event->position();
    const bool isInside = m_plot.contains(at);
    chooseDay(isInside ? static_cast<int>((at.x() - m_plot.left()) / m_plot.width() * m_history.daysOfCycle())
                       : -1);
}

void BandwidthPlot::leaveEvent(QEvent *event)
{
    QWidget::leaveEvent(event);
    if (!hasFocus())
        chooseDay(-1);
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
    QWidget::focusInEvent(event);
    m_showsFocus = event->reason() == Qt::TabFocusReason || event->reason() == Qt::BacktabFocusReason ||
                   event->reason() == Qt::ShortcutFocusReason;
    if (m_showsFocus && m_chosen < 0)
        chooseDay(static_cast<int>(m_history.days.size()) - 1);
    update();
}

void BandwidthPlot::focusOutEvent(QFocusEvent *event)
{
    QWidget::focusOutEvent(event);
    m_showsFocus = false;
    chooseDay(-1);
    update();
}

} // namespace layerscope
