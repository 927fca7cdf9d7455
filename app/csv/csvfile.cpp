// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/csvfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct Text
{
    Q_DECLARE_TR_FUNCTIONS(CsvFile)
};

Unexpected<ApiError> storageError(const QString &message, const QString &detail = {})
{
    ApiError error = ApiError::make(ApiError::Kind::Storage, detail);
    error.message = message;
    return Unexpected(std::move(error));
}

Unexpected<ApiError> openError(const QString &path, const QFileDevice &file)
{
    return storageError(
        Text::tr("\"%1\" cannot be written here. Choose another folder, or ask for permission to write in "
                 "this one.")
            .arg(QDir::toNativeSeparators(path)),
        file.errorString());
}

QString writeSentence(const QString &path, const QFileDevice &file)
{
    const QString name = QDir::toNativeSeparators(path);
    return file.error() == QFileDevice::ResourceError
               ? Text::tr("There is no room left for \"%1\". Free some space, or choose another disk.")
                     .arg(name)
               : Text::tr(
                     "\"%1\" could not be written to its end. Check the disk and the folder, then try again.")
                     .arg(name);
}

/// What can be said in better words than the system's.
std::optional<Unexpected<ApiError>> checkPath(const QString &path)
{
    if (path.isEmpty())
        return storageError(Text::tr("The file has no name. Choose one."));
    const QFileInfo file(path);
    if (file.isDir())
        return storageError(
            Text::tr("\"%1\" is a folder. Choose a file name in it.").arg(QDir::toNativeSeparators(path)));
    const QFileInfo folder(file.absolutePath());
    const QString folderName = QDir::toNativeSeparators(folder.filePath());
    if (!folder.exists())
        return storageError(
            Text::tr("The folder \"%1\" does not exist. Create it, or choose another one.").arg(folderName));
    if (!folder.isDir())
        return storageError(Text::tr("\"%1\" is not a folder. Choose another one.").arg(folderName));
    return std::nullopt;
}

Result<CsvSummary> writeToOpenFile(const InventoryCsv &csv, const QString &name, QFile &file,
                                   const CancelToken &cancel, const CsvProgress &progress)
{
    const Result<CsvSummary> written = writeInventoryCsv(csv, file, cancel, progress);
    if (!written && written.error().kind != ApiError::Kind::Storage)
        return written;
    if (!written || !file.flush())
        return storageError(writeSentence(name, file), file.errorString());
    return written;
}

} // namespace

Result<CsvSummary> writeCsvFile(const InventoryCsv &csv, const QString &path, const CancelToken &cancel,
                                const CsvProgress &progress)
{
    if (path == "-"_L1) {
        QFile standardOutput;
        if (!standardOutput.open(stdout, QIODevice::WriteOnly))
            return openError(Text::tr("standard output"), standardOutput);
        return writeToOpenFile(csv, Text::tr("standard output"), standardOutput, cancel, progress);
    }

    if (const std::optional<Unexpected<ApiError>> error = checkPath(path))
        return *error;
    const QFileInfo info(path);
    if (info.exists() && !info.isFile()) { // a pipe or a device: there is nothing to put in its place
        QFile device(path);
        if (!device.open(QIODevice::WriteOnly | QIODevice::Unbuffered))
            return openError(path, device);
        return writeToOpenFile(csv, path, device, cancel, progress);
    }

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return openError(path, file);
    const Result<CsvSummary> written = writeInventoryCsv(csv, file, cancel, progress);
    if (!written && written.error().kind != ApiError::Kind::Storage)
        return written; // the destructor throws away what is in the file
    if (!written || !file.commit()) {
        return storageError(writeSentence(path, file) % u' ' %
                                Text::tr("What was there before is unchanged."),
                            file.errorString());
    }
    return written;
}

} // namespace layerscope
