// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chartmessage.h"

#include "widgets/mutedlabel.h"
#include "widgets/plainlabel.h"
#include "widgets/tones.h"

#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QVBoxLayout>

#include <array>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

ChartMessage::ChartMessage(QWidget *parent)
    : QWidget(parent)
    , m_sentence(plainLabel(u"chartSentence"_s, this))
    , m_detail(new MutedLabel(this))
    , m_action(new QPushButton(this))
{
    m_detail->setObjectName(u"chartDetail"_s);
    m_action->setObjectName(u"chartAction"_s);
    for (QLabel *label : std::initializer_list<QLabel *>{m_sentence, m_detail}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
    }
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(fontMetrics().height() / 2);
    column->addStretch(2);
    column->addWidget(m_sentence);
    column->addWidget(m_detail);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3); // a little above the middle looks centred
    connect(m_action, &QPushButton::clicked, this, &ChartMessage::actionChosen);
    sayLoading({});
}

void ChartMessage::sayLoading(const QString &sentence)
{
    say(sentence, {});
    m_isLoading = true;
    update();
}

void ChartMessage::say(const QString &sentence, const QString &detail, const QString &action)
{
    m_isLoading = false;
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    update();
}

QString ChartMessage::sentence() const
{
    return m_sentence->text();
}

QString ChartMessage::detail() const
{
    return m_detail->text();
}

void ChartMessage::paintEvent(QPaintEvent *)
{
    if (!m_isLoading)
        return;
    // Two calm weeks, in per cent of the height, below the sentence: a shape to expect, not a value.
    static constexpr std::array heights{28, 36, 32, 40, 35, 23, 20, 31, 39, 33, 41, 36, 24, 21};
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(Qt::NoPen);
    painter.setBrush(tones.softBar);
    const double day = static_cast<double>(width()) / heights.size();
    for (size_t i = 0; i < heights.size(); ++i) {
        const double high = height() * heights[i] / 100.0;
        const QRectF bar(static_cast<double>(i) * day + day * 0.13, height() - high, day * 0.74, high);
        painter.drawRoundedRect(bar, 2, 2);
    }
}

} // namespace layerscope
