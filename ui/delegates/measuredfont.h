// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QStaticText>
#include <QString>

#include <utility>

class QPainter;

namespace layerscope {

/// A font with its measures, and what texts look like in it, which is remembered: where each letter stands
/// costs as much to find out as to paint them, and most of what is on a screen stays there from one repaint
/// to the next.
class MeasuredFont
{
public:
    explicit MeasuredFont(const QFont &font)
        : m_font(font)
        , m_metrics(font)
        , m_ascent(QFontMetricsF(font).ascent())
    {}

    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] const QFontMetrics &metrics() const { return m_metrics; }
    /// QFontMetrics::horizontalAdvance().
    [[nodiscard]] int widthOf(const QString &text) const;
    /// QFontMetrics::elidedText() with ElideRight.
    [[nodiscard]] QString elided(const QString &text, int width) const;
    /// As QPainter::drawText() with this font and the text's own direction, with the painter's pen.
    void paint(QPainter &painter, const QPoint &baseline, const QString &text) const;

    static constexpr qsizetype mostRemembered = 4096; ///< Some screens of texts. Then it begins anew.
    static constexpr qsizetype mostLines = 1024;      ///< The same where each takes a kilobyte.

private:
    QFont m_font;
    QFontMetrics m_metrics;
    double m_ascent; ///< Not rounded, as layouts place their lines by it.
    mutable QHash<QString, int> m_widths;
    mutable QHash<std::pair<QString, int>, QString> m_elided;
    mutable QHash<QString, QStaticText> m_lines;
};

} // namespace layerscope
