// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace layerscope {

/// Widgets one above the other that scroll where a low window has less room for them. On the window's ground,
/// and never with the focus: what is in it has that.
class ScrolledColumn final : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the widgets over; the Tab key goes through them in this order.
    ScrolledColumn(const QList<QWidget *> &widgets, const QMargins &margins, int spacing, QWidget *parent);
};

} // namespace layerscope
