// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/banner.h"

#include "widgets/announcer.h"
#include "widgets/hairline.h"
#include "widgets/icons.h"
#include "widgets/tones.h"

#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>
#include <QShowEvent>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// Of amber over the window colour: to be noticed, not to shout.
constexpr double tint = 0.14;

} // namespace

Banner::Banner(QWidget *parent)
    : QFrame(parent)
    , m_sign(new QLabel(this))
    , m_sentence(new QLabel(this))
    , m_detail(new QLabel(this))
    , m_unfold(new QToolButton(this))
    , m_action(new QPushButton(this))
{
    setObjectName(u"banner"_s);
    m_sign->setObjectName(u"bannerSign"_s);
    m_sentence->setObjectName(u"bannerSentence"_s);
    m_action->setObjectName(u"bannerAction"_s);
    for (QLabel *label : {m_sentence, m_detail}) {
        label->setTextFormat(Qt::PlainText);
        label->setWordWrap(true);
        label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    }
    m_unfold->setText(tr("Details"));
    m_unfold->setCheckable(true);
    m_unfold->setAutoRaise(true);
    m_unfold->setFocusPolicy(Qt::TabFocus);
    auto *close = new QToolButton(this);
    close->setObjectName(u"bannerClose"_s);
    close->setIcon(iconOf(IconName::Clear));
    close->setText(u"×"_s);
    close->setAutoRaise(true);
    close->setFocusPolicy(Qt::TabFocus);
    close->setToolTip(tr("Hide this message"));
    close->setAccessibleName(tr("Hide this message"));

    auto *line = new QHBoxLayout;
    line->setSpacing(fontMetrics().height() / 2);
    line->addWidget(m_sign);
    line->addWidget(m_sentence, 1);
    line->addWidget(m_unfold);
    line->addWidget(m_action);
    line->addWidget(close);
    auto *column = new QVBoxLayout(this);
    const int margin = fontMetrics().height() / 3;
    column->setContentsMargins(2 * margin, margin, margin, margin);
    column->addLayout(line);
    column->addWidget(m_detail);

    connect(m_unfold, &QToolButton::toggled, m_detail, &QWidget::setVisible);
    connect(m_action, &QPushButton::clicked, this, &Banner::actionChosen);
    connect(close, &QToolButton::clicked, this, [this] {
        hide();
        Q_EMIT closed();
    });
    hide();
}

void Banner::say(const QString &sentence, const QString &detail, const QString &action)
{
    drawSign();
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_unfold->setVisible(!detail.isEmpty());
    m_detail->setVisible(!detail.isEmpty() && m_unfold->isChecked());
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    setAccessibleName(sentence);
    if (isVisible())
        Announcer::say(*this, sentence);
    else
        show();
}

/// Also one that waited on a page.
void Banner::showEvent(QShowEvent *event)
{
    QFrame::showEvent(event);
    if (!event->spontaneous())
        Announcer::say(*this, sentence());
}

/// Not before there is something to say: to look through a theme of icons takes long, and most banners are
/// never seen.
void Banner::drawSign()
{
    const int size = fontMetrics().height();
    m_sign->setPixmap(iconOf(IconName::Warning).pixmap(QSize(size, size), devicePixelRatioF()));
}

QString Banner::sentence() const
{
    return m_sentence->text();
}

void Banner::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::PaletteChange && !isHidden())
        drawSign();
    QFrame::changeEvent(event);
}

void Banner::paintEvent(QPaintEvent *)
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    QPainter painter(this);
    painter.fillRect(rect(), Tones::mix(tones.background, tones.amber, tint));
    Hairline::paint(painter, rect(), Qt::BottomEdge, tones.hairline);
}

} // namespace layerscope
