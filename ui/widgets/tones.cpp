// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/tones.h"

#include <algorithm>
#include <cmath>

namespace layerscope {

namespace {

double linear(double channel)
{
    return channel <= 0.04045 ? channel / 12.92 : std::pow((channel + 0.055) / 1.055, 2.4);
}

/// Relative luminance of WCAG 2.1.
double luminance(const QColor &color)
{
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

// Hues of the states, from the drawings; legible() moves them to where they can be read.
constexpr QRgb greenOnLight = 0x1a7f4b;
constexpr QRgb greenOnDark = 0x47c08a;
constexpr QRgb amberOnLight = 0xa55a00;
constexpr QRgb amberOnDark = 0xf0b145;
constexpr QRgb redOnLight = 0xc4262e;
constexpr QRgb redOnDark = 0xff7b72;

/// A soft fill keeps the text and the state colours in a selected row, which the full highlight would drown.
/// More of the highlight where it is close to the surface, and of the text where even that does not show.
QColor selectionFill(const QColor &surface, const QColor &highlight, const QColor &text)
{
    constexpr double usualShare = 0.24;
    constexpr double visibleContrast = 1.15;
    for (const QColor &color : {highlight, text}) {
        for (double share = usualShare; share < 0.7; share += 0.08) {
            const QColor fill = Tones::mix(surface, color, share);
            if (Tones::contrast(fill, surface) >= visibleContrast)
                return fill;
        }
    }
    return highlight;
}

} // namespace

double Tones::contrast(const QColor &a, const QColor &b)
{
    const auto [darker, lighter] = std::minmax({luminance(a), luminance(b)});
    return (lighter + 0.05) / (darker + 0.05);
}

QColor Tones::mix(const QColor &a, const QColor &b, double share)
{
    const auto channel = [share](float from, float to) {
        return static_cast<float>(from + (to - from) * static_cast<float>(share));
    };
    return QColor::fromRgbF(channel(a.redF(), b.redF()), channel(a.greenF(), b.greenF()),
                            channel(a.blueF(), b.blueF()));
}

QColor Tones::legible(const QColor &wanted, const QColor &background)
{
    const QColor goal =
        contrast(Qt::black, background) > contrast(Qt::white, background) ? Qt::black : Qt::white;
    constexpr int steps = 20; // of 5 %: the smallest step that can be seen
    for (int step = 0; step < steps; ++step) {
        const QColor color = mix(wanted, goal, static_cast<double>(step) / steps);
        if (contrast(color, background) >= minimumContrast)
            return color;
    }
    return goal; // at least 4.58 on any background
}

Tones Tones::on(const QColor &background, const QPalette &palette)
{
    const QColor text = legible(palette.color(QPalette::Text), background);
    const bool isDark = luminance(background) < luminance(text);
    const auto tone = [&](QRgb onLight, QRgb onDark) {
        return legible(QColor(isDark ? onDark : onLight), background);
    };
    return {background,
            text,
            legible(mix(text, background, 0.38), background),
            legible(palette.color(QPalette::Highlight), background),
            tone(greenOnLight, greenOnDark),
            tone(amberOnLight, amberOnDark),
            tone(redOnLight, redOnDark),
            mix(background, text, 0.13),
            mix(background, text, 0.10)};
}

TableTones::TableTones(const QPalette &palette)
{
    const QColor base = palette.color(QPalette::Base);
    const QColor surface = palette.color(QPalette::Window);
    const QColor highlight = palette.color(QPalette::Active, QPalette::Highlight);
    const QColor text = palette.color(QPalette::Text);
    constexpr double inactiveShare = 0.13;
    table = Tones::on(base, palette);
    selected = Tones::on(selectionFill(base, highlight, text), palette);
    selectedInactive = Tones::on(Tones::mix(base, text, inactiveShare), palette);
    group = Tones::on(Tones::mix(base, text, 0.04), palette);
    window = Tones::on(surface, palette);
    windowSelected = Tones::on(selectionFill(surface, highlight, text), palette);
    windowSelectedInactive = Tones::on(Tones::mix(surface, text, inactiveShare), palette);
}

const TableTones &RememberedTones::of(const QPalette &palette)
{
    if (!m_tones || palette.cacheKey() != m_paletteKey) {
        m_tones.emplace(palette);
        m_paletteKey = palette.cacheKey();
    }
    return *m_tones;
}

} // namespace layerscope
