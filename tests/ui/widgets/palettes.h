// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>
#include <QTest>

namespace layerscope {

/// Palettes of desktops as people have them, light, dark and odd.
inline void addPalettes()
{
    QTest::addColumn<QPalette>("palette");
    const auto add = [](const char *name, QRgb window, QRgb base, QRgb text, QRgb highlight) {
        QPalette palette;
        palette.setColor(QPalette::Window, QColor(window));
        palette.setColor(QPalette::Base, QColor(base));
        palette.setColor(QPalette::Text, QColor(text));
        palette.setColor(QPalette::WindowText, QColor(text));
        palette.setColor(QPalette::Highlight, QColor(highlight));
        QTest::newRow(name) << palette;
    };
    add("Fusion", 0xefefef, 0xffffff, 0x000000, 0x308cc6);
    add("Breeze", 0xeff0f1, 0xfcfcfc, 0x232629, 0x3daee9);
    add("Breeze dark", 0x2a2e32, 0x1b1e20, 0xfcfcfc, 0x3daee9);
    add("Adwaita dark", 0x353535, 0x2d2d2d, 0xffffff, 0x15539e);
    add("Solarized", 0xeee8d5, 0xfdf6e3, 0x657b83, 0x268bd2);
    add("high contrast black", 0x000000, 0x000000, 0xffff00, 0x00ff00);
    add("high contrast white", 0xffffff, 0xffffff, 0x000000, 0x000000);
    add("middle grey", 0x808080, 0x777777, 0x000000, 0xffffff);
}

} // namespace layerscope
