// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QPalette>

#include <optional>

namespace layerscope {

/// The colours of text and marks on one background. Each reaches `Tones::minimumContrast` on it, except the
/// decorations (hairline, softBar), which carry no meaning alone. Values, computed from the person's palette
/// (look/README).
struct Tones
{
    static constexpr double minimumContrast = 4.5; ///< WCAG 2.1, level AA, for text of normal size.

    QColor background;
    QColor text;
    QColor muted;  ///< Secondary facts: units, counts, "not permitted".
    QColor accent; ///< The palette's highlight, made legible.
    QColor green;  ///< Running.
    QColor amber;  ///< Working, failed, projected over.
    QColor red;    ///< Over.
    QColor hairline;
    QColor softBar; ///< Where a value will stand.

    [[nodiscard]] static Tones on(const QColor &background, const QPalette &palette);
    /// (lighter + 0.05) / (darker + 0.05) of the relative luminances: 1 to 21.
    [[nodiscard]] static double contrast(const QColor &a, const QColor &b);
    /// `wanted`, moved towards black or white until it reaches the contrast on `background`.
    [[nodiscard]] static QColor legible(const QColor &wanted, const QColor &background);
    /// `share` of `b` over `a`, 0 to 1.
    [[nodiscard]] static QColor mix(const QColor &a, const QColor &b, double share);
};

/// All tones of a table or list, for each background that occurs. Made anew when the palette changes.
struct TableTones
{
    Tones table;            ///< On QPalette::Base
    Tones selected;         ///< On a selected row, window active
    Tones selectedInactive; ///< On a selected row, window inactive
    Tones group;            ///< On a group row
    Tones window;           ///< On QPalette::Window: header, navigator
    Tones windowSelected;   ///< On a chosen node of the navigator
    Tones windowSelectedInactive;

    explicit TableTones(const QPalette &palette);
};

/// The tones of the palette that was asked for last: to make them for each cell would cost too much.
class RememberedTones
{
public:
    /// Stays until another palette is asked for.
    [[nodiscard]] const TableTones &of(const QPalette &palette);

private:
    std::optional<TableTones> m_tones;
    qint64 m_paletteKey = 0;
};

} // namespace layerscope
