// SPDX-License-Identifier: GPL-3.0-or-later
#include "docks/panelspec.h"

#include <QCoreApplication>

namespace layerscope {

QString PanelSpec::translatedTitle() const
{
    return translatedMenuText().remove(u'&');
}

QString PanelSpec::translatedMenuText() const
{
    return QCoreApplication::translate("Panels", title);
}

} // namespace layerscope
