// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/troublenotice.h"

#include "widgets/tones.h"

#include <QEvent>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr auto retryLink = "retry"_L1;

} // namespace

TroubleNotice::TroubleNotice(QWidget *parent)
    : QLabel(parent)
{
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                            Qt::LinksAccessibleByKeyboard);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) {
        if (link == retryLink)
            Q_EMIT retryChosen();
        else
            Q_EMIT copyChosen();
    });
}

void TroubleNotice::setTrouble(const QString &trouble)
{
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    setAccessibleName(trouble);
    showText();
}

void TroubleNotice::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showText();
}

void TroubleNotice::showText()
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    const auto link = [&tones](QLatin1StringView target, const QString &text) {
        return u"<a href=\"%1\" style=\"color:%2\">%3</a>"_s.arg(
            target, tones.accent.name(), text.toHtmlEscaped().replace(u' ', "&nbsp;"_L1));
    };
    setText(u"<span style=\"color:%1\">%2</span> %3&nbsp; %4"_s.arg(
        tones.muted.name(), m_trouble.toHtmlEscaped(), link(retryLink, tr("Retry")),
        link("copy"_L1, tr("Copy request"))));
}

} // namespace layerscope
