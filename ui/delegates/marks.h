// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/inventoryroles.h"
#include "widgets/tones.h"

#include <QColor>
#include <QFontMetrics>
#include <QRect>

class QPainter;

namespace layerscope {

/// The shapes that carry a state beside its word (look/README): ● running or over, ■ stopped, ◐ working, ▲
/// projected over, ⚠ failed, ○ any other state. Drawn, not written: fonts disagree about the size and the
/// baseline of these characters.
namespace Marks {

[[nodiscard]] int size(const QFontMetrics &metrics);
/// Between a mark and its word.
[[nodiscard]] int gap(const QFontMetrics &metrics);

/// What the state means as a colour on this background.
[[nodiscard]] const QColor &colorOf(StateMark mark, const Tones &tones);

void paintState(QPainter *painter, const QRect &rect, StateMark mark, const QColor &color);
/// A triangle with an exclamation mark in the background's colour.
void paintWarning(QPainter *painter, const QRect &rect, const QColor &color, const QColor &background);

} // namespace Marks

} // namespace layerscope
