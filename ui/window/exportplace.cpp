// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/exportplace.h"

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// Its buttons and the beginning of its words, and in the narrowest window its buttons.
constexpr int usualPlaceCharacters = 40;
constexpr int leastPlaceCharacters = 14;

} // namespace

ExportPlace::ExportPlace(QWidget *parent)
    : QStackedWidget(parent)
{
    setObjectName(u"exportPlace"_s);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Ignored);
    addWidget(new QWidget);
}

void ExportPlace::showPage(QWidget *page)
{
    setCurrentWidget(page != nullptr ? page : widget(0));
}

QSize ExportPlace::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * usualPlaceCharacters, 0};
}

QSize ExportPlace::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * leastPlaceCharacters, 0};
}

} // namespace layerscope
