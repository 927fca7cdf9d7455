// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportformatlines.h"

#include "session/layoutsettings.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QFormLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

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
    choice.isForExcel = settings.exportsForExcel();
    choice.hasTitles = settings.exportsTitles();
}

void rememberFormat(LayoutSettings &settings, const ExportChoice &choice)
{
    settings.setExportsForExcel(choice.isForExcel);
    settings.setExportsTitles(choice.hasTitles);
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
    m_preset->addItems({ExportFormatText::tr("Plain: comma, point, UTF-8"),
                        ExportFormatText::tr("Excel: separators of this computer's language")});
    m_preset->setCurrentIndex(choice.isForExcel ? 1 : 0);
    m_header->setObjectName(u"exportHeader"_s);
    m_header->addItems({//: %1: public_ip
                        ExportFormatText::tr("Keys, such as %1").arg(exampleKey),
                        ExportFormatText::tr("Titles, as on screen")});
    m_header->setCurrentIndex(choice.hasTitles ? 1 : 0);
    m_guard->setObjectName(u"exportGuard"_s);
    connect(m_preset, &QComboBox::currentIndexChanged, this, &ExportFormatLines::showGuard);
    connect(m_guard, &QCheckBox::clicked, this, [this](bool on) { m_plainGuard = on; });
    showGuard();
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
    choice.isForExcel = m_preset->currentIndex() == 1;
    choice.hasTitles = m_header->currentIndex() == 1;
    choice.guardsFormulas = choice.isForExcel || m_plainGuard;
}

void ExportFormatLines::showGuard()
{
    ExportChoice now;
    fill(now);
    m_guard->setEnabled(!now.isForExcel);
    m_guard->setChecked(now.guardsFormulas);
}

} // namespace layerscope
