// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "csv/csvformat.h"
#include "dialogs/exportchoice.h"

#include <QList>
#include <QObject>

class QCheckBox;
class QComboBox;
class QFormLayout;
class QWidget;

namespace layerscope {

class LayoutSettings;

/// How the files of this choice are written.
[[nodiscard]] CsvFormat formatOf(const ExportChoice &choice);
/// Format and header as the person chose them last.
void recallFormat(const LayoutSettings &settings, ExportChoice &choice);
void rememberFormat(LayoutSettings &settings, const ExportChoice &choice);

/// Tab goes through these widgets in this order.
void setTabOrderOf(const QList<QWidget *> &widgets);

/// The lines of a dialog that ask how a file is written: format, header, and whether formulas are guarded.
/// Belongs to the dialog.
class ExportFormatLines final : public QObject
{
    Q_OBJECT

public:
    /// `exampleKey`: one that nobody takes for the title of a column.
    ExportFormatLines(const ExportChoice &choice, const QString &exampleKey, QWidget *dialog);

    void addTo(QFormLayout &form);
    /// In their order, for that of Tab.
    [[nodiscard]] QList<QWidget *> widgets() const;
    /// What they say now, into the parts of a choice that they are about.
    void fill(ExportChoice &choice) const;

Q_SIGNALS:
    void formatChanged(layerscope::FileFormat format);

private:
    void addFormats();
    [[nodiscard]] FileFormat format() const;
    void showFormat();

    QComboBox *m_preset;
    QComboBox *m_header;
    QCheckBox *m_guard;
    bool m_plainGuard; ///< The person's own choice, kept while Excel forces it.
};

} // namespace layerscope
