// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exportsubject.h"

#include <QDialog>

#include <memory>

class QCheckBox;
class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace layerscope {

class ExportFormatLines;
class FileChooser;

/// What to write, how and where, with a sentence that says what the file will hold. Says so if values are
/// missing, and offers to load them first. Changes nothing itself.
class ExportDialog : public QDialog
{
    Q_OBJECT

public:
    ExportDialog(std::shared_ptr<const ExportSubject> subject, FileChooser &files, const ExportChoice &choice,
                 QWidget *parent = nullptr);

    [[nodiscard]] ExportChoice choice() const;
    /// "132 rows × 12 columns"
    [[nodiscard]] QString summary() const;

private:
    void showSummary();
    void enableWriting();
    void renamePath(FileFormat format);
    void browse();

    std::shared_ptr<const ExportSubject> m_subject;
    FileChooser &m_files;
    QComboBox *m_scope;
    QComboBox *m_columns;
    ExportFormatLines *m_format;
    QLineEdit *m_path;
    QLabel *m_summary;
    QLabel *m_gaps;
    QCheckBox *m_wait;
    QPushButton *m_write;
};

} // namespace layerscope
