// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/accountfiles.h"

#include <QDialog>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;
class QTreeWidget;

namespace layerscope {

class ExportFormatLines;
class FileChooser;

/// Into which folder a whole account is written, or into which document, and how; below that each file or
/// table with what it will hold and what is missing in it. Offers to load that first. Changes nothing itself.
class AccountExportDialog final : public QDialog
{
    Q_OBJECT

public:
    /// The path of `choice` is that of the folder, or of the document.
    AccountExportDialog(const AccountFiles &files, FileChooser &chooser, const ExportChoice &choice,
                        QWidget *parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;
    /// "7 files · 5,812 rows"
    [[nodiscard]] QString summary() const;

private:
    void makeList();
    void changeFormat(FileFormat format);
    void showFormat();
    void showFiles();
    void showSummary();
    void browse();

    AccountFiles m_files;
    FileChooser &m_chooser;
    QList<AccountFiles::File> m_shown;
    ExportFormatLines *m_format;
    QLineEdit *m_path;
    QLabel *m_pathLabel;
    QPushButton *m_browse;
    QComboBox *m_columns;
    QTreeWidget *m_list;
    QLabel *m_summary;
    QCheckBox *m_wait;
    QPushButton *m_write;
};

} // namespace layerscope
