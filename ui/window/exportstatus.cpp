// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/exportstatus.h"

#include "core/plural.h"
#include "dialogs/accountexport.h"
#include "dialogs/exportflow.h"
#include "dialogs/fileopener.h"
#include "widgets/announcer.h"
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

/// How much of what was written is not there.
struct Missing
{
    qint64 incompleteRows;
    qint64 undecidedRows;
    qint64 unlistedRows;
    qint64 cutTexts;
};

/// Behind what was written: that it is not all.
QString withMissing(const QString &text, const Missing &missing)
{
    QStringList parts{text};
    if (missing.incompleteRows > 0) {
        parts.append(QCoreApplication::translate("ExportStatus", "%Ln of them not complete", nullptr,
                                                 pluralOf(missing.incompleteRows)));
    }
    if (missing.undecidedRows > 0) {
        parts.append(QCoreApplication::translate("ExportStatus", "%Ln row(s) undecided by the filter",
                                                 nullptr, pluralOf(missing.undecidedRows)));
    }
    if (missing.unlistedRows > 0) {
        parts.append(QCoreApplication::translate("ExportStatus", "%Ln row(s) of the account not listed",
                                                 nullptr, pluralOf(missing.unlistedRows)));
    }
    if (missing.cutTexts > 0) {
        parts.append(QCoreApplication::translate("ExportStatus", "%Ln text(s) cut", nullptr,
                                                 pluralOf(missing.cutTexts)));
    }
    return parts.join(u" · "_s);
}

} // namespace

QString writtenText(const QString &path, const CsvSummary &summary)
{
    const QString text = QCoreApplication::translate("ExportStatus", "%Ln row(s) written to %1", nullptr,
                                                     pluralOf(summary.rows))
                             .arg(QFileInfo(path).fileName());
    return withMissing(text, {summary.rows - summary.completeRows, summary.undecidedRows,
                              summary.unlistedRows, summary.cutTexts});
}

QString writtenText(const WrittenAccount &account)
{
    const Missing missing{account.incompleteRows, 0, account.unlistedRows, account.cutTexts};
    const QString name = QFileInfo(account.folder).fileName();
    QStringList parts;
    if (account.isDocument) {
        parts.append(QCoreApplication::translate("ExportStatus", "%Ln row(s) written to %1", nullptr,
                                                 pluralOf(account.rows))
                         .arg(name));
        if (!account.missing.isEmpty()) {
            //: Tables. %1: "pools, vlans"
            parts.append(
                QCoreApplication::translate("ExportStatus", "without %1").arg(account.missing.join(u", "_s)));
        }
        return withMissing(parts.join(u" · "_s), missing);
    }
    parts.append(QCoreApplication::translate("ExportStatus", "%Ln file(s) written to %1", nullptr,
                                             pluralOf(account.files.size()))
                     .arg(name));
    if (!account.missing.isEmpty()) {
        parts.append(QCoreApplication::translate("ExportStatus", "%Ln file(s) not written", nullptr,
                                                 pluralOf(account.missing.size())));
    }
    parts.append(QCoreApplication::translate("ExportStatus", "%Ln row(s)", nullptr, pluralOf(account.rows)));
    return withMissing(parts.join(u" · "_s), missing);
}

ExportStatus::ExportStatus(ExportFlow &table, AccountExport &account, FileOpener &opener, QWidget *parent)
    : QWidget(parent)
    , m_table(table)
    , m_account(account)
    , m_opener(opener)
    , m_label(new MutedLabel(this))
    , m_bar(new ThinBar(this))
    , m_open(addButton(new ElidedButton(this), u"openExport"_s, tr("Open")))
    , m_openFolder(addButton(new ElidedButton(this), u"openExportFolder"_s, tr("Show in folder")))
    , m_end(addButton(new QToolButton(this), u"endExport"_s, {}))
{
    setObjectName(u"exportStatus"_s);
    m_bar->setAccessibleName(tr("Export"));
    m_open->setAccessibleName(tr("Open what was written"));
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

    connect(&m_table, &ExportFlow::progressed, this, &ExportStatus::showTable);
    connect(&m_table, &ExportFlow::written, this, [this](const QString &path, const CsvSummary &summary) {
        sayWritten(writtenText(path, summary), {}, path);
    });
    connect(&m_account, &AccountExport::progressed, this, &ExportStatus::showAccount);
    connect(&m_account, &AccountExport::written, this, [this](const WrittenAccount &written) {
        const QString detail = written.missing.isEmpty() || written.isDocument
                                   ? QString()
                                   //: %1: "pools.csv, vlans.csv"
                                   : tr("Not written: %1").arg(written.missing.join(u", "_s));
        sayWritten(writtenText(written), detail, written.folder);
    });
    connect(m_open, &QToolButton::clicked, this, [this] { open(m_path); });
    connect(m_openFolder, &QToolButton::clicked, this, [this] { open(QFileInfo(m_path).absolutePath()); });
    connect(m_end, &QToolButton::clicked, this, [this] {
        hide();
        m_table.cancel();
        m_account.cancel();
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

void ExportStatus::showTable()
{
    const qint64 written = m_table.writtenRows();
    const qint64 all = m_table.totalRows();
    switch (m_table.state()) {
    case ExportFlow::State::Idle:
    case ExportFlow::State::Asking:
        hide();
        break;
    case ExportFlow::State::Loading:
        sayWaiting();
        break;
    case ExportFlow::State::Writing:
        sayRows(written, all);
        break;
    }
}

void ExportStatus::showAccount()
{
    const QLocale locale;
    const FilesExport &writing = m_account.writing();
    switch (m_account.state()) {
    case AccountExport::State::Idle:
    case AccountExport::State::Asking:
        hide();
        break;
    case AccountExport::State::Loading:
        sayWaiting();
        break;
    case AccountExport::State::Writing:
        if (m_account.isDocument()) {
            sayRows(m_account.writingDocument().writtenRows(), m_account.writingDocument().totalRows());
            break;
        }
        //: Files
        sayProgress(tr("Exported %1 of %2 files")
                        .arg(locale.toString(writing.endedFiles()), locale.toString(writing.fileCount())),
                    writing.share());
        break;
    }
}

void ExportStatus::sayRows(qint64 written, qint64 all)
{
    const QLocale locale;
    sayProgress(tr("Exported %1 of %2").arg(locale.toString(written), locale.toString(all)),
                all > 0 ? std::optional(double(written) / double(all)) : std::nullopt);
}

void ExportStatus::sayWaiting()
{
    say(tr("Export waits for values"), false);
    m_bar->hide();
}

void ExportStatus::sayProgress(const QString &text, std::optional<double> share)
{
    say(text, false);
    m_bar->setShare(share);
    m_bar->show();
}

void ExportStatus::sayWritten(const QString &text, const QString &detail, const QString &path)
{
    say(text, true);
    Announcer::say(*this, text);
    m_path = path;
    m_bar->hide();
    m_openFolder->setVisible(!QFileInfo(path).isDir()); // else it is the folder that is opened
    QStringList lines{text, QDir::toNativeSeparators(path)};
    if (!detail.isEmpty())
        lines.append(detail);
    m_label->setToolTip(plainToolTip(lines.join(u'\n'))); // a narrow bar elides it
}

void ExportStatus::say(const QString &text, bool isOver)
{
    m_label->setText(text);
    m_label->setToolTip({});
    m_open->setVisible(isOver);
    m_openFolder->setVisible(isOver);
    m_end->setIcon(iconOf(isOver ? IconName::Clear : IconName::Stop));
    m_end->setToolTip(isOver ? tr("Hide") : tr("Give up this export; no file is left half written"));
    m_end->setAccessibleName(isOver ? tr("Hide") : tr("Cancel export"));
    show();
}

void ExportStatus::open(const QString &path)
{
    const QString name = QDir::toNativeSeparators(path);
    QString why;
    if (!QFileInfo::exists(path))
        why = tr("%1 is not there any more.").arg(name);
    else if (!m_opener.open(path))
        why = tr("There is no program here that opens %1.").arg(name);
    if (why.isEmpty())
        return;
    m_label->setText(why);
    Announcer::say(*this, why);
}

} // namespace layerscope
