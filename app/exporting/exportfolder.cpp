// SPDX-License-Identifier: GPL-3.0-or-later
#include "exporting/exportfolder.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>

#include <utility>

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct ExportFolderText
{
    Q_DECLARE_TR_FUNCTIONS(ExportFolder)
};

} // namespace

ExportFolder::ExportFolder(QString path)
    : m_path(std::move(path))
{}

Result<Done> ExportFolder::check() const
{
    const QFileInfo folder(m_path);
    const QString name = QDir::toNativeSeparators(m_path);
    if (folder.exists() && !folder.isDir()) {
        return failure(
            ApiError::Kind::Storage,
            ExportFolderText::tr("\"%1\" is a file. All files together need a folder; choose another name.")
                .arg(name));
    }
    if (folder.exists() && !folder.isWritable()) {
        return failure(
            ApiError::Kind::Storage,
            ExportFolderText::tr("Nothing can be written into \"%1\". Choose another folder, or ask for "
                                 "permission to write in this one.")
                .arg(name));
    }
    const QFileInfo parent(QFileInfo(QDir::cleanPath(folder.absoluteFilePath())).path());
    if (!folder.exists() && !parent.isDir()) {
        return failure(ApiError::Kind::Storage,
                       (parent.exists()
                            ? ExportFolderText::tr("\"%1\" is not a folder. Choose another one.")
                            : ExportFolderText::tr(
                                  "The folder \"%1\" does not exist. Create it, or choose another one."))
                           .arg(QDir::toNativeSeparators(parent.filePath())));
    }
    return Done();
}

Result<Done> ExportFolder::make()
{
    if (const Result<Done> checked = check(); !checked)
        return checked;
    if (QFileInfo::exists(m_path))
        return Done();
    m_wasMade = QDir().mkdir(m_path);
    if (m_wasMade)
        return Done();
    return failure(
        ApiError::Kind::Storage,
        ExportFolderText::tr("The folder \"%1\" cannot be made here. Choose another place, or ask for "
                             "permission to write in this one.")
            .arg(QDir::toNativeSeparators(m_path)));
}

void ExportFolder::removeIfUnused()
{
    if (std::exchange(m_wasMade, false))
        QDir().rmdir(m_path); // which leaves a folder with something in it
}

} // namespace layerscope
