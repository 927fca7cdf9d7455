// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "panels/bandwidthplot.h"

#include <QWidget>

class QButtonGroup;
class QLabel;

namespace layerscope {

class MutedLabel;

/// Public traffic of one cycle by day: what the axis counts, the choice of daily or cumulative, the plot, the
/// values of the day under the mouse or chosen with the arrow keys, and what is drawn how. Shows values only;
/// BandwidthPanel loads them.
class BandwidthChart final : public QWidget
{
    Q_OBJECT

public:
    explicit BandwidthChart(QWidget *parent = nullptr);

    void setContents(const BandwidthHistory &history, const UsageFacts &facts);
    void setMode(BandwidthPlot::Mode mode);
    [[nodiscard]] BandwidthPlot::Mode mode() const { return m_mode; }

    [[nodiscard]] BandwidthPlot *plot() const { return m_plot; }
    [[nodiscard]] ChartLegend *legend() const { return m_legend; }
    /// The values of the chosen day, as they stand below the plot; empty if none is.
    [[nodiscard]] QString readout() const;

private:
    void show();
    void updateTexts();
    void showDay(int day);

    BandwidthHistory m_history;
    UsageFacts m_facts;
    BandwidthPlot::Mode m_mode = BandwidthPlot::Mode::Daily;
    MutedLabel *m_caption;
    QButtonGroup *m_modes;
    BandwidthPlot *m_plot;
    QLabel *m_readout;
    MutedLabel *m_hint; ///< In its place while no day is chosen.
    ChartLegend *m_legend;
};

} // namespace layerscope
