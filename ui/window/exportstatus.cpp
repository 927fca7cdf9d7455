// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/exportstatus.h"

#include "dialogs/exportflow.h"
#include "widgets/icons.h"
#include "widgets/mutedlabel.h"
#include "widgets/plaintooltip.h"
#include "widgets/thinbar.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QToolButton>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

QString writtenText(const QString &path, const CsvSummary &summary)
{
    const auto plural = [](qint64 count) { return static_cast<int>(qMin<qint64>(count, INT_MAX)); };
    const QString file = QFileInfo(path).fileName();
    QString text =
        QCoreApplication::translate("ExportStatus", "%Ln row(s) written to %1", nullptr, plural(summary.rows))
            .arg(file);
    if (const qint64 incomplete = summary.rows - summary.completeRows; incomplete > 0) {
        text += u" · "_s + QCoreApplication::translate("ExportStatus", "%Ln of them not complete", nullptr,
                                                       plural(incomplete));
    }
    if (summary.undecidedRows > 0) {
        text += u" · "_s + QCoreApplication::translate("ExportStatus", "%Ln row(s) undecided by the filter",
                                                       nullptr, plural(summary.undecidedRows));
    }
    if (summary.unlistedRows > 0) {
        text += u" · "_s + QCoreApplication::translate("ExportStatus", "%Ln row(s) of the account not listed",
                                                       nullptr, plural(summary.unlistedRows));
    }
    return text;
}

ExportStatus::ExportStatus(ExportFlow &flow, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_label(new MutedLabel(this))
    , m_bar(new ThinBar(this))
    , m_end(new QToolButton(this))
{
    setObjectName(u"exportStatus"_s);
    m_end->setObjectName(u"endExport"_s);
    m_end->setAutoRaise(true);
    m_end->setFocusPolicy(Qt::TabFocus);
    m_bar->setAccessibleName(tr("Export"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 2);
    row->addWidget(m_label, 1);
    row->addWidget(m_bar);
    row->addWidget(m_end);

    connect(&m_flow, &ExportFlow::progressed, this, &ExportStatus::showProgress);
    connect(&m_flow, &ExportFlow::written, this, &ExportStatus::showWritten);
    connect(m_end, &QToolButton::clicked, this, [this] {
        hide();
        m_flow.cancel();
    });
    hide();
}

QString ExportStatus::text() const
{
    return m_label->text();
}

void ExportStatus::showProgress()
{
    const QLocale locale;
    switch (m_flow.state()) {
    case ExportFlow::State::Idle:
    case ExportFlow::State::Asking:
        hide();
        return;
    case ExportFlow::State::Loading:
        m_label->setText(tr("Export waits for values"));
        m_bar->hide();
        break;
    case ExportFlow::State::Writing:
        m_label->setText(
            tr("Exported %1 of %2")
                .arg(locale.toString(m_flow.writtenRows()), locale.toString(m_flow.totalRows())));
        m_bar->setShare(m_flow.totalRows() > 0
                            ? std::optional(double(m_flow.writtenRows()) / double(m_flow.totalRows()))
                            : std::nullopt);
        m_bar->show();
        break;
    }
    m_label->setToolTip({});
    m_end->setIcon(iconOf(IconName::Stop));
    m_end->setToolTip(tr("Give up this export; no file is left behind"));
    m_end->setAccessibleName(tr("Cancel export"));
    show();
}

void ExportStatus::showWritten(const QString &path, const CsvSummary &summary)
{
    m_label->setText(writtenText(path, summary));
    // A narrow bar elides it.
    m_label->setToolTip(plainToolTip(m_label->text() + u'\n' + QDir::toNativeSeparators(path)));
    m_bar->hide();
    m_end->setIcon(iconOf(IconName::Clear));
    m_end->setToolTip(tr("Hide"));
    m_end->setAccessibleName(tr("Hide"));
    show();
}

} // namespace layerscope
