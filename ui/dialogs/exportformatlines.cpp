// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportformatlines.h"

#include "session/layoutsettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// In the choice of a format: CSV is there twice.
constexpr int plainIndex = 0;
constexpr int excelIndex = 1;

/// The texts of this file, which are those of a dialog; a struct, so that lupdate knows their context.
struct ExportFormatText
{
    Q_DECLARE_TR_FUNCTIONS(ExportDialog)
};

} // namespace

CsvFormat formatOf(const ExportChoice &choice)
{
    CsvFormat format = CsvFormat::of(choice.isForExcel ? CsvPreset::Excel : CsvPreset::Plain);
    format.guardsFormulas = choice.guardsFormulas;
    format.hasTitlesAsHeader = choice.hasTitles;
    return format;
}

void recallFormat(const LayoutSettings &settings, ExportChoice &choice)
{
    const FileFormat format = formatOfKey(settings.exportFormat()).value_or(FileFormat::Csv);
    choice.format = writableFormats().contains(format) ? format : FileFormat::Csv;
    choice.isForExcel = settings.exportsForExcel();
    choice.hasTitles = settings.exportsTitles();
}

void rememberFormat(LayoutSettings &settings, const ExportChoice &choice)
{
    settings.setExportFormat(keyOf(choice.format));
    settings.setExportsTitles(choice.hasTitles);
    if (!choice.isDocument())
        settings.setExportsForExcel(choice.isForExcel);
}

void setTabOrderOf(const QList<QWidget *> &widgets)
{
    for (qsizetype at = 1; at < widgets.size(); ++at)
        QWidget::setTabOrder(widgets.at(at - 1), widgets.at(at));
}

ExportFormatLines::ExportFormatLines(const ExportChoice &choice, const QString &exampleKey, QWidget *dialog)
    : QObject(dialog)
    , m_preset(new QComboBox(dialog))
    , m_header(new QComboBox(dialog))
    , m_guard(new QCheckBox(ExportFormatText::tr("Guard text that a spreadsheet would take for a formula"),
                            dialog))
    , m_plainGuard(choice.guardsFormulas && !choice.isForExcel)
{
    m_preset->setObjectName(u"exportPreset"_s);
    addFormats();
    m_preset->setCurrentIndex(choice.isDocument() ? std::max(m_preset->findData(int(choice.format)), 0)
                              : choice.isForExcel ? excelIndex
                                                  : plainIndex);
    m_header->setObjectName(u"exportHeader"_s);
    m_header->addItems({//: %1: public_ip
                        ExportFormatText::tr("Keys, such as %1").arg(exampleKey),
                        ExportFormatText::tr("Titles, as on screen")});
    m_header->setCurrentIndex(choice.hasTitles ? 1 : 0);
    m_guard->setObjectName(u"exportGuard"_s);
    connect(m_preset, &QComboBox::currentIndexChanged, this, [this] {
        showFormat();
        Q_EMIT formatChanged(format());
    });
    connect(m_guard, &QCheckBox::clicked, this, [this](bool on) { m_plainGuard = on; });
    showFormat();
}

void ExportFormatLines::addFormats()
{
    for (const FileFormat format : writableFormats()) {
        switch (format) {
        case FileFormat::Csv:
            m_preset->addItem(ExportFormatText::tr("Plain: comma, point, UTF-8"), int(format));
            m_preset->addItem(ExportFormatText::tr("Excel: separators of this computer's language"),
                              int(format));
            break;
        case FileFormat::Xlsx:
            m_preset->addItem(ExportFormatText::tr("Workbook (XLSX): numbers and dates as such"),
                              int(format));
            break;
        case FileFormat::Json:
            m_preset->addItem(ExportFormatText::tr("JSON: one object with all rows"), int(format));
            break;
        case FileFormat::JsonLines:
            m_preset->addItem(ExportFormatText::tr("JSON lines: an object a row"), int(format));
            break;
        }
    }
}

FileFormat ExportFormatLines::format() const
{
    return static_cast<FileFormat>(m_preset->currentData().toInt());
}

void ExportFormatLines::addTo(QFormLayout &form)
{
    form.addRow(ExportFormatText::tr("For&mat:"), m_preset);
    form.addRow(ExportFormatText::tr("&Header:"), m_header);
    form.addRow(QString(), m_guard);
}

QList<QWidget *> ExportFormatLines::widgets() const
{
    return {m_preset, m_header, m_guard};
}

void ExportFormatLines::fill(ExportChoice &choice) const
{
    choice.format = format();
    choice.isForExcel = m_preset->currentIndex() == excelIndex;
    choice.hasTitles = m_header->currentIndex() == 1;
    choice.guardsFormulas = choice.isForExcel || m_plainGuard;
}

/// What means nothing to the format cannot be chosen.
void ExportFormatLines::showFormat()
{
    ExportChoice now;
    fill(now);
    m_header->setEnabled(now.format == FileFormat::Csv || now.format == FileFormat::Xlsx);
    m_guard->setEnabled(!now.isDocument() && !now.isForExcel);
    m_guard->setChecked(!now.isDocument() && now.guardsFormulas);
}

} // namespace layerscope
