// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/partnotice.h"

#include "widgets/tones.h"

#include <QEvent>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr auto retryLink = "retry"_L1;

} // namespace

PartNotice::PartNotice(QWidget *parent)
    : QLabel(parent)
{
    setObjectName(u"partNotice"_s);
    setTextFormat(Qt::RichText);
    setWordWrap(true);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse |
                            Qt::LinksAccessibleByKeyboard);
    connect(this, &QLabel::linkActivated, this, [this](const QString &link) {
        if (link != retryLink) {
            Q_EMIT requestCopyWanted(m_parts);
            return;
        }
        const QList<ServerPart> parts = m_parts; // may say something else meanwhile
        for (const ServerPart part : parts)
            Q_EMIT retryWanted(part);
    });
}

void PartNotice::say(const QList<ServerPart> &parts, const QString &trouble)
{
    m_parts = parts;
    if (trouble == m_trouble)
        return;
    m_trouble = trouble;
    setAccessibleName(trouble);
    showText();
}

void PartNotice::changeEvent(QEvent *event)
{
    QLabel::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        showText();
}

void PartNotice::showText()
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
