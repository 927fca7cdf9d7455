// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/filechooser.h"

#include <QCoreApplication>
#include <QFileDialog>
#include <QFileInfo>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// "Workbooks (*.xlsx)"
QString nameFilterOf(FileFormat format)
{
    switch (format) {
    case FileFormat::Csv:
        break;
    case FileFormat::Xlsx:
        return QCoreApplication::translate("FileChooser", "Workbooks (*.xlsx)");
    case FileFormat::Json:
        return QCoreApplication::translate("FileChooser", "JSON files (*.json)");
    case FileFormat::JsonLines:
        return QCoreApplication::translate("FileChooser", "JSON lines (*.jsonl)");
    }
    return QCoreApplication::translate("FileChooser", "CSV files (*.csv)");
}

} // namespace

void NativeFileChooser::chooseFileToWrite(QWidget *parent, const QString &title, FileFormat format,
                                          const QString &suggestion, Chosen chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setNameFilters(
        {nameFilterOf(format), QCoreApplication::translate("FileChooser", "All files (*)")});
    dialog->setDefaultSuffix(suffixOf(format).sliced(1));
    dialog->selectFile(suggestion);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void NativeFileChooser::chooseFileToRead(QWidget *parent, const QString &title, const QStringList &filters,
                                         Chosen chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::ExistingFile);
    dialog->setNameFilters(filters);
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

void NativeFileChooser::chooseFolder(QWidget *parent, const QString &title, const QString &suggestion,
                                     Chosen chosen)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    // One that is not there yet cannot be shown; the one around it can.
    const QFileInfo suggested(suggestion);
    dialog->setDirectory(suggested.isDir() ? suggestion : suggested.absolutePath());
    QObject::connect(dialog, &QFileDialog::fileSelected, parent, chosen);
    dialog->open();
}

} // namespace layerscope
