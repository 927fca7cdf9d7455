// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/detailsheading.h"

#include "models/cellformat.h"
#include "panels/statepill.h"
#include "widgets/cuttext.h"
#include "widgets/mutedlabel.h"
#include "widgets/plainlabel.h"
#include "widgets/plaintooltip.h"

#include <QLabel>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr qsizetype mostOfName = 300; // characters: more never fits

} // namespace

DetailsHeading::DetailsHeading(QWidget *parent)
    : QWidget(parent)
    , m_name(plainLabel(u"detailsName"_s, this))
    , m_place(new MutedLabel(this))
    , m_state(new StatePill(this))
{
    setObjectName(u"detailsHeading"_s);
    m_name->setTextInteractionFlags(Qt::TextSelectableByMouse);
    m_name->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
    QFont font = m_name->font();
    font.setWeight(QFont::DemiBold);
    font.setPointSizeF(font.pointSizeF() * 1.15);
    m_name->setFont(font);
    m_place->setObjectName(u"detailsPlace"_s);
    m_state->setObjectName(u"detailsState"_s);

    const int line = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line / 2);
    column->setSpacing(line / 4);
    column->addWidget(m_name);
    column->addWidget(m_place);
    column->addSpacing(line / 4);
    column->addWidget(m_state);
}

void DetailsHeading::show(const Facts &facts)
{
    if (facts == m_facts)
        return;
    m_facts = facts;
    m_place->setText(facts.place);
    // The pill keeps its place while the state is to come.
    const QString state = facts.state.isEmpty() ? u"…"_s : facts.state;
    m_state->setState(state, facts.activity, CellFormat::stateInFull(state, facts.transaction));
    m_state->setVisible(facts.hasState);
    fitName();
}

void DetailsHeading::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitName();
}

void DetailsHeading::fitName()
{
    const QString fitting = m_name->fontMetrics().elidedText(cutText(m_facts.name, mostOfName),
                                                             Qt::ElideMiddle, m_name->contentsRect().width());
    m_name->setText(fitting);
    m_name->setToolTip(fitting == m_facts.name ? QString() : plainToolTip(m_facts.name));
}

} // namespace layerscope
