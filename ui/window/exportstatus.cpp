// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/exportstatus.h"

#include "dialogs/exportflow.h"
#include "dialogs/fileopener.h"
#include "widgets/elidedbutton.h"
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

namespace {

/// Of a button's text, in the narrowest window.
constexpr int minButtonCharacters = 3;

} // namespace

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

ExportStatus::ExportStatus(ExportFlow &flow, FileOpener &opener, QWidget *parent)
    : QWidget(parent)
    , m_flow(flow)
    , m_opener(opener)
    , m_label(new MutedLabel(this))
    , m_bar(new ThinBar(this))
    , m_open(addButton(new ElidedButton(this), u"openExport"_s, tr("Open")))
    , m_openFolder(addButton(new ElidedButton(this), u"openExportFolder"_s, tr("Show in folder")))
    , m_end(addButton(new QToolButton(this), u"endExport"_s, {}))
{
    setObjectName(u"exportStatus"_s);
    m_bar->setAccessibleName(tr("Export"));
    m_open->setAccessibleName(tr("Open the file that was written"));
    m_openFolder->setAccessibleName(tr("Show the file that was written in its folder"));
    m_label->setMinimumWidth(1);                              // before the buttons go, the words do
    m_label->setAlignment(Qt::AlignRight | Qt::AlignVCenter); // beside what can be done with it
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 2);
    row->addWidget(m_label, 1);
    row->addWidget(m_bar);
    row->addWidget(m_open);
    row->addWidget(m_openFolder);
    row->addWidget(m_end);

    connect(&m_flow, &ExportFlow::progressed, this, &ExportStatus::showProgress);
    connect(&m_flow, &ExportFlow::written, this, &ExportStatus::showWritten);
    connect(m_open, &QToolButton::clicked, this, [this] { open(m_path); });
    connect(m_openFolder, &QToolButton::clicked, this, [this] { open(QFileInfo(m_path).absolutePath()); });
    connect(m_end, &QToolButton::clicked, this, [this] {
        hide();
        m_flow.cancel();
    });
    hide();
}

QToolButton *ExportStatus::addButton(QToolButton *button, const QString &name, const QString &text)
{
    button->setObjectName(name);
    button->setText(text);
    button->setAutoRaise(true);
    button->setFocusPolicy(Qt::TabFocus);
    button->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Ignored);
    if (!text.isEmpty())
        button->setMinimumWidth(fontMetrics().averageCharWidth() * minButtonCharacters);
    return button;
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
        say(tr("Export waits for values"), {});
        break;
    case ExportFlow::State::Writing:
        m_bar->setShare(m_flow.totalRows() > 0
                            ? std::optional(double(m_flow.writtenRows()) / double(m_flow.totalRows()))
                            : std::nullopt);
        say(tr("Exported %1 of %2")
                .arg(locale.toString(m_flow.writtenRows()), locale.toString(m_flow.totalRows())),
            {});
        break;
    }
    m_bar->setVisible(m_flow.state() == ExportFlow::State::Writing);
}

void ExportStatus::showWritten(const QString &path, const CsvSummary &summary)
{
    say(writtenText(path, summary), path);
}

void ExportStatus::say(const QString &text, const QString &path)
{
    const bool isOver = !path.isEmpty();
    m_path = path;
    m_label->setText(text);
    // A narrow bar elides it.
    m_label->setToolTip(isOver ? plainToolTip(text + u'\n' + QDir::toNativeSeparators(path)) : QString());
    m_bar->hide();
    m_open->setVisible(isOver);
    m_openFolder->setVisible(isOver);
    m_end->setIcon(iconOf(isOver ? IconName::Clear : IconName::Stop));
    m_end->setToolTip(isOver ? tr("Hide") : tr("Give up this export; no file is left behind"));
    m_end->setAccessibleName(isOver ? tr("Hide") : tr("Cancel export"));
    show();
}

void ExportStatus::open(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    if (!QFileInfo::exists(path))
        m_label->setText(tr("%1 is not there any more.").arg(name));
    else if (!m_opener.open(path))
        m_label->setText(tr("There is no program here that opens %1.").arg(name));
}

} // namespace layerscope
