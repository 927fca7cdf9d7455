// SPDX-License-Identifier: GPL-3.0-or-later
#include "delegates/measuredfont.h"

#include "widgets/readingorder.h"

#include <QPainter>

#include <algorithm>

namespace layerscope {

namespace {

/// What a layout would begin another line at, or go to the next stop at.
bool staysOnOneLine(const QString &text)
{
    return std::none_of(text.cbegin(), text.cend(), [](QChar letter) {
        return letter < u' ' || letter == QChar::LineSeparator || letter == QChar::ParagraphSeparator;
    });
}

/// What `make` makes of a key, once.
template<class Key, class Value, class Make>
const Value &remembered(QHash<Key, Value> &known, const Key &key, const Make &make,
                        qsizetype most = MeasuredFont::mostRemembered)
{
    if (const auto found = known.constFind(key); found != known.cend())
        return *found;
    if (known.size() >= most)
        known.clear();
    return *known.insert(key, make());
}

} // namespace

int MeasuredFont::widthOf(const QString &text) const
{
    return remembered(m_widths, text, [&] { return m_metrics.horizontalAdvance(text); });
}

QString MeasuredFont::elided(const QString &text, int width) const
{
    return remembered(m_elided, std::pair(text, width),
                      [&] { return m_metrics.elidedText(text, Qt::ElideRight, width); });
}

void MeasuredFont::paint(QPainter &painter, const QPoint &baseline, const QString &text) const
{
    painter.setFont(m_font);
    readInOwnOrder(painter, text);
    if (!staysOnOneLine(text)) {
        painter.drawText(baseline, text);
        return;
    }
    const auto layOut = [&] {
        QStaticText made(text);
        made.setTextFormat(Qt::PlainText);
        QTextOption option;
        option.setWrapMode(QTextOption::NoWrap);
        option.setTextDirection(painter.layoutDirection());
        made.setTextOption(option);
        return made;
    };
    const QStaticText &line = remembered(m_lines, text, layOut, mostLines);
    // A baseline between two rows of dots, as at a scale of 1.5, is rounded down by drawText() alone.
    constexpr double nudge = 1.0 / 64;
    painter.drawStaticText(QPointF(baseline.x(), baseline.y() - m_ascent + nudge), line);
}

} // namespace layerscope
