// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/scrolledcolumn.h"

#include <QVBoxLayout>

namespace layerscope {

ScrolledColumn::ScrolledColumn(const QList<QWidget *> &widgets, const QMargins &margins, int spacing,
                               QWidget *parent)
    : QScrollArea(parent)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(margins);
    column->setSpacing(spacing);
    for (QWidget *widget : widgets)
        column->addWidget(widget);
    column->addStretch(1);
    setWidget(content);
    viewport()->setBackgroundRole(QPalette::Window);
}

} // namespace layerscope
