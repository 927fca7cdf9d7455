// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/fileformat.h"

#include <QString>
#include <QStringList>

#include <functional>

class QWidget;

namespace layerscope {

/// Asks the person for a file name. An interface, so that tests can answer.
class FileChooser
{
public:
    /// An absolute path; not called if the person cancels.
    using Chosen = std::function<void(const QString &path)>;

    virtual ~FileChooser() = default;
    /// Returns at once; `chosen` is called later unless `parent` is gone by then. A name without an ending
    /// gets that of the format.
    virtual void chooseFileToWrite(QWidget *parent, const QString &title, FileFormat format,
                                   const QString &suggestion, Chosen chosen) = 0;
    /// The same for a file that is there. `filters`: "Certificates (*.pem)".
    virtual void chooseFileToRead(QWidget *parent, const QString &title, const QStringList &filters,
                                  Chosen chosen) = 0;
    /// The same for a folder, which may be a new one.
    virtual void chooseFolder(QWidget *parent, const QString &title, const QString &suggestion,
                              Chosen chosen) = 0;
};

/// The desktop's own file dialog; asks before a file is replaced.
class NativeFileChooser final : public FileChooser
{
public:
    void chooseFileToWrite(QWidget *parent, const QString &title, FileFormat format,
                           const QString &suggestion, Chosen chosen) override;
    void chooseFileToRead(QWidget *parent, const QString &title, const QStringList &filters,
                          Chosen chosen) override;
    void chooseFolder(QWidget *parent, const QString &title, const QString &suggestion,
                      Chosen chosen) override;
};

} // namespace layerscope
