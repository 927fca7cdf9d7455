// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFont>
#include <QFontMetrics>
#include <QHash>
#include <QString>

namespace layerscope {

/// A font with its measures, and how wide texts are in it, which is remembered: to find that out costs as
/// much as to paint them, and most of what is on a screen stays there from one repaint to the next.
class MeasuredFont
{
public:
    explicit MeasuredFont(const QFont &font)
        : m_font(font)
        , m_metrics(font)
    {}

    [[nodiscard]] const QFont &font() const { return m_font; }
    [[nodiscard]] const QFontMetrics &metrics() const { return m_metrics; }
    /// QFontMetrics::horizontalAdvance().
    [[nodiscard]] int widthOf(const QString &text) const;

    static constexpr qsizetype mostRemembered = 4096; ///< Some screens of texts. Then it begins anew.

private:
    QFont m_font;
    QFontMetrics m_metrics;
    mutable QHash<QString, int> m_widths;
};

} // namespace layerscope
