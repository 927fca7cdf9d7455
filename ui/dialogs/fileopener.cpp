// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/fileopener.h"

#include <QDesktopServices>
#include <QUrl>

namespace layerscope {

bool DesktopFileOpener::open(const QString &path)
{
    return QDesktopServices::openUrl(QUrl::fromLocalFile(path));
}

} // namespace layerscope
