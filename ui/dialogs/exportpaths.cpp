// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportpaths.h"

#include "session/layoutsettings.h"

#include <QDate>
#include <QDir>
#include <QFileInfo>
#include <QStandardPaths>

namespace layerscope {

QString usualExportFolder(const LayoutSettings &settings)
{
    QString folder = settings.exportFolder();
    if (folder.isEmpty() || !QFileInfo(folder).isDir())
        folder = QStandardPaths::writableLocation(QStandardPaths::DocumentsLocation);
    return QFileInfo(folder).isDir() ? folder : QDir::homePath();
}

QString withToday(const QString &stem)
{
    return stem + u'-' + QDate::currentDate().toString(Qt::ISODate);
}

QString fileNameOf(const QString &name)
{
    QString file;
    for (const QChar letter : name) {
        const bool isPlain = letter.isLetterOrNumber() || letter == u'_' || letter == u'.';
        if (isPlain && !(letter == u'.' && file.isEmpty())) // which would hide it
            file += letter;
        else if (!file.isEmpty() && !file.endsWith(u'-'))
            file += u'-';
    }
    while (file.endsWith(u'-') || file.endsWith(u'.'))
        file.chop(1);
    return file;
}

} // namespace layerscope
