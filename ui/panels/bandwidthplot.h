// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/bandwidthdrawing.h"

#include <QWidget>

namespace layerscope {

/// The drawing inside a BandwidthChart: bars or lines over the days of one cycle, with one day that can be
/// chosen by mouse or keyboard. BandwidthDrawing says what is drawn; this gives it a place, labels its axes
/// and paints it.
class BandwidthPlot final : public QWidget
{
    Q_OBJECT

public:
    using Mode = BandwidthDrawing::Mode;

    /// Of an axis.
    struct Label
    {
        double at; ///< In the numbers of drawing().
        QString text;
        QRectF place; ///< In the widget; has room for the whole text.
    };

    explicit BandwidthPlot(QWidget *parent = nullptr);

    void setContents(const BandwidthHistory &history, const UsageFacts &facts, Mode mode);
    [[nodiscard]] const BandwidthHistory &history() const { return m_history; }
    [[nodiscard]] Mode mode() const { return m_mode; }
    [[nodiscard]] const BandwidthDrawing &drawing() const { return m_drawing; }

    /// Where bars and lines are, in the widget. Follows its size.
    [[nodiscard]] QRectF plotArea() const { return m_plot; }
    /// Left to right, and from the lowest up; as many as there is room for.
    [[nodiscard]] const QList<Label> &dayLabels() const { return m_dayLabels; }
    [[nodiscard]] const QList<Label> &amountLabels() const { return m_amountLabels; }

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
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void rebuild();
    void layOut();
    void labelAmounts(double top, double bottom);
    void labelDays();
    void paintDays(QPainter &painter) const;
    void paintGrid(QPainter &painter) const;
    void paintLevel(QPainter &painter, double amount, const QColor &color) const;
    void paintTraffic(QPainter &painter) const;
    void paintArrows(QPainter &painter) const;
    void paintFrontLines(QPainter &painter) const;
    [[nodiscard]] Tones tones() const;
    [[nodiscard]] QRectF columnOf(int day) const;
    [[nodiscard]] double xOf(double day) const;
    [[nodiscard]] double yOf(double amount) const;

    BandwidthHistory m_history;
    UsageFacts m_facts;
    Mode m_mode = Mode::Daily;
    BandwidthDrawing m_drawing;
    QRectF m_plot;
    QList<Label> m_dayLabels;
    QList<Label> m_amountLabels;
    int m_chosen = -1;
    bool m_showsFocus = false; ///< It came by keyboard.
};

} // namespace layerscope
