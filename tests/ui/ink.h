// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QApplication>
#include <QColor>
#include <QImage>
#include <QPalette>

#include <cstdlib>

namespace layerscope {

/// The colour of a drawing's most opaque pixel.
[[nodiscard]] inline QColor inkOf(const QImage &image)
{
    QColor ink(Qt::transparent);
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor pixel = image.pixelColor(x, y); pixel.alpha() > ink.alpha())
                ink = pixel;
        }
    }
    return ink;
}

/// How far two colours are apart; a few are a matter of rounding.
[[nodiscard]] inline int distance(const QColor &a, const QColor &b)
{
    return std::abs(a.red() - b.red()) + std::abs(a.green() - b.green()) + std::abs(a.blue() - b.blue());
}

/// What is least like the background.
[[nodiscard]] inline QColor strongestOf(const QImage &image, const QColor &background)
{
    QColor strongest = background;
    for (int y = 0; y < image.height(); ++y) {
        for (int x = 0; x < image.width(); ++x) {
            if (const QColor pixel = image.pixelColor(x, y);
                distance(pixel, background) > distance(strongest, background))
                strongest = pixel;
        }
    }
    return strongest;
}

/// The usual palette with other surfaces, and other text on all of them.
[[nodiscard]] inline QPalette paletteOf(const QPalette &usual, const QColor &surface, const QColor &text)
{
    QPalette palette = usual;
    for (const QPalette::ColorRole role : {QPalette::Window, QPalette::Button, QPalette::Base})
        palette.setColor(role, surface);
    for (const QPalette::ColorRole role : {QPalette::WindowText, QPalette::ButtonText, QPalette::Text})
        palette.setColor(role, text);
    return palette;
}

/// Gives the application other colours, and waits for widgets to know: Qt 6.4 tells them of it in the next
/// turn of the event loop.
inline void usePalette(const QPalette &palette)
{
    QApplication::setPalette(palette);
    QCoreApplication::sendPostedEvents();
}

inline const QColor lightSurface(0xef, 0xef, 0xef);
inline const QColor darkSurface(0x20, 0x23, 0x26);
inline const QColor lightInk(0xfc, 0xfc, 0xfc);
inline const QColor darkInk(0x10, 0x20, 0x30);

} // namespace layerscope
