// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/bandwidthchart.h"

#include "panels/bandwidthtext.h"
#include "widgets/mutedlabel.h"
#include "widgets/plainlabel.h"
#include "widgets/plaintooltip.h"

#include <QButtonGroup>
#include <QHBoxLayout>
#include <QLabel>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

BandwidthChart::BandwidthChart(QWidget *parent)
    : QWidget(parent)
    , m_caption(new MutedLabel(this))
    , m_modes(new QButtonGroup(this))
    , m_plot(new BandwidthPlot(this))
    , m_readout(plainLabel(u"bandwidthReadout"_s, this))
    , m_hint(new MutedLabel(tr("Point at a day, or use the arrow keys."), this))
    , m_legend(new ChartLegend(this))
{
    setObjectName(u"bandwidthChart"_s);
    m_plot->setObjectName(u"bandwidthPlot"_s);
    m_readout->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_readout->setMinimumWidth(1); // a long line must not widen the panel
    m_readout->setFocusPolicy(Qt::NoFocus);

    const int space = fontMetrics().height() / 4;
    auto *head = new QHBoxLayout;
    head->setSpacing(0);
    head->addWidget(m_caption, 1);
    const auto addMode = [&](BandwidthPlot::Mode mode, const QString &text, const QString &name,
                             const QString &hint) {
        auto *button = new QToolButton(this);
        button->setObjectName(name);
        button->setText(text);
        button->setToolTip(plainToolTip(hint));
        button->setCheckable(true);
        button->setAutoRaise(true);
        button->setChecked(mode == m_mode);
        button->setFocusPolicy(Qt::TabFocus);
        m_modes->addButton(button, static_cast<int>(mode));
        head->addWidget(button);
    };
    addMode(BandwidthPlot::Mode::Daily, tr("Daily"), u"bandwidthDaily"_s, tr("What each day has seen"));
    addMode(BandwidthPlot::Mode::Cumulative, tr("Cumulative"), u"bandwidthCumulative"_s,
            tr("How it adds up since the cycle began"));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(space);
    column->addLayout(head);
    column->addWidget(m_plot, 1);
    column->addWidget(m_readout);
    column->addWidget(m_hint);
    column->addWidget(m_legend);

    connect(m_modes, &QButtonGroup::idClicked, this,
            [this](int mode) { setMode(static_cast<BandwidthPlot::Mode>(mode)); });
    connect(m_plot, &BandwidthPlot::dayChosen, this, &BandwidthChart::showDay);
    connect(m_plot, &BandwidthPlot::restyled, this, &BandwidthChart::updateTexts);
    updateTexts();
}

void BandwidthChart::setContents(const BandwidthHistory &history, const UsageFacts &facts)
{
    m_history = history;
    m_facts = facts;
    show();
}

void BandwidthChart::setMode(BandwidthPlot::Mode mode)
{
    m_mode = mode;
    m_modes->button(static_cast<int>(mode))->setChecked(true);
    show();
}

QString BandwidthChart::readout() const
{
    return m_readout->text();
}

void BandwidthChart::show()
{
    m_plot->setContents(m_history, m_facts, m_mode);
    updateTexts();
}

void BandwidthChart::updateTexts()
{
    const BandwidthText text;
    const QString unit = BandwidthText::unit(m_plot->drawing().unit());
    if (m_mode == BandwidthPlot::Mode::Daily)
        //: Heading of a chart, %1: GB
        m_caption->setText(tr("Public traffic in %1 a day (UTC)").arg(unit));
    else
        //: Heading of a chart, %1: GB, %2: 22 Jan
        m_caption->setText(
            tr("Public traffic in %1 since %2 (UTC)").arg(unit, text.day(m_history.cycle.begin)));
    m_legend->setEntries(m_plot->drawing().legend());
    showDay(m_plot->chosenDay());
}

void BandwidthChart::showDay(int day)
{
    const BandwidthText text;
    m_readout->setVisible(day >= 0);
    m_hint->setVisible(day < 0);
    if (day < 0) {
        m_readout->clear();
        m_plot->setAccessibleDescription(text.description(m_history));
        return;
    }
    m_readout->setText(m_mode == BandwidthPlot::Mode::Daily ? text.dayLine(m_history.days.at(day))
                                                            : text.cumulativeLine(m_history, day));
    m_plot->setAccessibleDescription(m_readout->text());
}

} // namespace layerscope
