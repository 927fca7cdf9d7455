// SPDX-License-Identifier: GPL-3.0-or-later
#include "csv/wholefile.h"

#include "csv/streamdevice.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>

#include <cstdio>
#include <optional>

#ifdef Q_OS_UNIX
#    include <fcntl.h>
#    include <unistd.h>
#endif

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct CsvFileText
{
    Q_DECLARE_TR_FUNCTIONS(CsvFile)
};

bool isFull(const QFileDevice &file)
{
    return file.error() == QFileDevice::ResourceError;
}

Unexpected<ApiError> openError(const QString &path, const QIODevice &file)
{
    return failure(
        ApiError::Kind::Storage,
        CsvFileText::tr(
            "\"%1\" cannot be written here. Choose another folder, or ask for permission to write in "
            "this one.")
            .arg(QDir::toNativeSeparators(path)),
        file.errorString());
}

QString writeSentence(const QString &path, bool isFull)
{
    const QString name = QDir::toNativeSeparators(path);
    return isFull
               ? CsvFileText::tr("There is no room left for \"%1\". Free some space, or choose another disk.")
                     .arg(name)
               : CsvFileText::tr(
                     "\"%1\" could not be written to its end. Check the disk and the folder, then try again.")
                     .arg(name);
}

/// What went wrong was not the device's fault, and is told already.
bool hasOwnSentence(const Result<Done> &written)
{
    return !written && written.error().message != sentence(ApiError::Kind::Storage);
}

/// What can be said in better words than the system's.
std::optional<Unexpected<ApiError>> checkPath(const QString &path)
{
    if (path.isEmpty())
        return failure(ApiError::Kind::Storage, CsvFileText::tr("The file has no name. Choose one."));
    const QFileInfo file(path);
    if (file.isDir())
        return failure(ApiError::Kind::Storage,
                       CsvFileText::tr("\"%1\" is a folder. Choose a file name in it.")
                           .arg(QDir::toNativeSeparators(path)));
    const QFileInfo folder(file.absolutePath());
    const QString folderName = QDir::toNativeSeparators(folder.filePath());
    if (!folder.exists())
        return failure(ApiError::Kind::Storage,
                       CsvFileText::tr("The folder \"%1\" does not exist. Create it, or choose another one.")
                           .arg(folderName));
    if (!folder.isDir())
        return failure(ApiError::Kind::Storage,
                       CsvFileText::tr("\"%1\" is not a folder. Choose another one.").arg(folderName));
    return std::nullopt;
}

Unexpected<ApiError> terminalError()
{
    return failure(
        ApiError::Kind::Storage,
        CsvFileText::tr("A terminal cannot show this kind of file. Give it a name with --output."));
}

/// A file that somebody else opened: standard output into a file.
Result<Done> writeToOpenFile(const QString &name, QFile &file, const WriteInto &write)
{
    const Result<Done> written = write(file, false);
    if (!written && (written.error().kind != ApiError::Kind::Storage || hasOwnSentence(written)))
        return written;
    if (!written || !file.flush())
        return failure(ApiError::Kind::Storage, writeSentence(name, isFull(file)), file.errorString());
    return written;
}

Result<Done> writeToStream(const QString &name, FileContent content, StreamDevice &stream,
                           const WriteInto &write)
{
    if (content == FileContent::Binary && stream.isTerminal())
        return terminalError();
    const Result<Done> written = write(stream, stream.isTerminal());
    if (!written && written.error().kind == ApiError::Kind::Storage)
        return hasOwnSentence(written) ? written
                                       : failure(ApiError::Kind::Storage,
                                                 writeSentence(name, stream.isFull()), stream.errorString());
    if (!written && stream.bytesTaken() > 0) // it cannot be called back
        return failure(ApiError::Kind::Storage,
                       CsvFileText::tr("Stopped. \"%1\" has only the first rows.").arg(name));
    return written;
}

Result<Done> writeToStandardOutput(FileContent content, const CancelToken &cancel, const WriteInto &write)
{
    const QString name = CsvFileText::tr("standard output");
#ifdef Q_OS_UNIX
    if (StreamDevice::isStream(STDOUT_FILENO)) {
        StreamDevice stream(cancel);
        if (!stream.openDescriptor(STDOUT_FILENO))
            return openError(name, stream);
        return writeToStream(name, content, stream, write);
    }
#endif
    QFile file;
    if (!file.open(stdout, QIODevice::WriteOnly))
        return openError(name, file);
    return writeToOpenFile(name, file, write);
}

Result<Done> checkStandardOutput(FileContent content)
{
#ifdef Q_OS_UNIX
    const int flags = ::fcntl(STDOUT_FILENO, F_GETFL);
    if (flags < 0 || (flags & O_ACCMODE) == O_RDONLY)
        return failure(ApiError::Kind::Storage,
                       CsvFileText::tr("Standard output is closed. Give the file a name with --output."));
    if (content == FileContent::Binary && ::isatty(STDOUT_FILENO) != 0)
        return terminalError();
#endif
    return Done();
}

} // namespace

Result<Done> checkWholeFile(const QString &path, FileContent content)
{
    if (path == "-"_L1)
        return checkStandardOutput(content);
    if (const std::optional<Unexpected<ApiError>> error = checkPath(path))
        return *error;
    if (StreamDevice::isStream(path)) { // opening it would be noticed at its other end
        if (QFileInfo(path).isWritable())
            return Done();
        return openError(path, QFile(path));
    }
    // Not by its permissions, of which there is more than a few bits tell. What it makes goes away with it.
    QSaveFile probe(path);
    if (!probe.open(QIODevice::WriteOnly))
        return openError(path, probe);
    probe.cancelWriting();
    return Done();
}

Result<Done> writeWholeFile(const QString &path, FileContent content, const CancelToken &cancel,
                            const WriteInto &write)
{
    if (path == "-"_L1)
        return writeToStandardOutput(content, cancel, write);

    if (const std::optional<Unexpected<ApiError>> error = checkPath(path))
        return *error;
    if (StreamDevice::isStream(path)) { // there is nothing to put in its place
        StreamDevice stream(cancel);
        if (stream.openPath(path))
            return writeToStream(path, content, stream, write);
        if (cancel.isCancelled())
            return Unexpected(ApiError::make(ApiError::Kind::Cancelled));
        return openError(path, stream);
    }

    QSaveFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        return openError(path, file);
    const Result<Done> written = write(file, false);
    if (!written && written.error().kind != ApiError::Kind::Storage)
        return written; // the destructor throws away what is in the file
    if (!written || !file.commit()) {
        const QString why =
            hasOwnSentence(written) ? written.error().message : writeSentence(path, isFull(file));
        return failure(ApiError::Kind::Storage,
                       why % u' ' % CsvFileText::tr("What was there before is unchanged."),
                       file.errorString());
    }
    return written;
}

} // namespace layerscope
