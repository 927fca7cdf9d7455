// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/accountexportdialog.h"

#include "core/plural.h"
#include "dialogs/exportformatlines.h"
#include "dialogs/filechooser.h"
#include "widgets/plaintooltip.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QTreeWidget>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int charactersOfAFolder = 56;
constexpr int charactersOfAFile = 20;
constexpr int charactersOfACount = 10;
/// Of the list; beyond them it scrolls.
constexpr int mostLines = 10;

enum ListColumn { FileColumn, RowsColumn, MissingColumn };

} // namespace

AccountExportDialog::AccountExportDialog(const AccountFiles &files, FileChooser &chooser,
                                         const ExportChoice &choice, QWidget *parent)
    : QDialog(parent)
    , m_files(files)
    , m_chooser(chooser)
    , m_format(new ExportFormatLines(choice, u"row_state"_s, this))
    , m_path(new QLineEdit(QDir::toNativeSeparators(choice.path), this))
    , m_pathLabel(new QLabel(this))
    , m_browse(new QPushButton(tr("Choose …"), this))
    , m_columns(new QComboBox(this))
    , m_list(new QTreeWidget(this))
    , m_summary(new QLabel(this))
    , m_wait(new QCheckBox(tr("Load what is missing first, then write"), this))
{
    setObjectName(u"accountExportDialog"_s);
    setWindowTitle(tr("Export the whole account"));
    m_path->setObjectName(u"exportPath"_s);
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * charactersOfAFolder);
    m_columns->setObjectName(u"exportColumns"_s);
    m_columns->addItems({tr("The usual ones, with ids"), tr("All")});
    m_columns->setCurrentIndex(choice.hasAllColumns ? 1 : 0);
    m_summary->setObjectName(u"exportSummary"_s);
    QFont semibold = m_summary->font();
    semibold.setWeight(QFont::DemiBold);
    m_summary->setFont(semibold);
    m_wait->setObjectName(u"exportWait"_s);
    m_wait->setChecked(true);
    makeList();

    m_browse->setObjectName(u"exportBrowse"_s);
    m_browse->setAutoDefault(false);
    auto *pathLine = new QHBoxLayout;
    pathLine->addWidget(m_path, 1);
    pathLine->addWidget(m_browse);

    auto *form = new QFormLayout;
    form->addRow(m_pathLabel, pathLine);
    m_pathLabel->setBuddy(m_path);
    form->addRow(tr("&Columns:"), m_columns);
    m_format->addTo(*form);

    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Cancel, this);
    buttons->button(QDialogButtonBox::Cancel)
        ->setIcon({}); // without a theme Qt would bring a red cross of its own
    m_write = buttons->addButton(tr("Export"), QDialogButtonBox::AcceptRole);
    m_write->setObjectName(u"exportWrite"_s);
    m_write->setDefault(true);

    const int line = fontMetrics().height();
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addLayout(form);
    column->addSpacing(line / 2);
    column->addWidget(m_list, 1);
    column->addWidget(m_summary);
    column->addWidget(m_wait);
    column->addSpacing(line / 2);
    column->addWidget(buttons);
    setTabOrderOf(QList<QWidget *>{m_path, m_browse, m_columns} + m_format->widgets() +
                  QList<QWidget *>{m_list, m_wait});

    connect(m_columns, &QComboBox::currentIndexChanged, this, &AccountExportDialog::showFiles);
    connect(m_format, &ExportFormatLines::formatChanged, this, &AccountExportDialog::changeFormat);
    connect(m_path, &QLineEdit::textChanged, this, &AccountExportDialog::showSummary);
    connect(m_browse, &QPushButton::clicked, this, &AccountExportDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showFormat();
    showFiles();
    m_path->setFocus();
}

void AccountExportDialog::makeList()
{
    m_list->setObjectName(u"exportFiles"_s);
    m_list->setHeaderLabels({tr("File"), tr("Rows"), tr("Missing")});
    m_list->headerItem()->setTextAlignment(RowsColumn, Qt::AlignRight | Qt::AlignVCenter);
    m_list->setRootIsDecorated(false);
    m_list->setUniformRowHeights(true);
    m_list->header()->setSectionsMovable(false);
    m_list->header()->resizeSection(FileColumn, fontMetrics().averageCharWidth() * charactersOfAFile);
    m_list->header()->resizeSection(RowsColumn, fontMetrics().averageCharWidth() * charactersOfACount);
}

ExportChoice AccountExportDialog::choice() const
{
    ExportChoice choice;
    choice.scope = ExportScope::All;
    choice.hasAllColumns = m_columns->currentIndex() == 1;
    m_format->fill(choice);
    choice.waitsForValues = !m_wait->isHidden() && m_wait->isChecked();
    choice.path = QDir::fromNativeSeparators(m_path->text().trimmed());
    return choice;
}

QString AccountExportDialog::summary() const
{
    return m_summary->text();
}

/// A document is a file with an ending, a folder has none.
void AccountExportDialog::changeFormat(FileFormat format)
{
    const QString path = m_path->text().trimmed();
    m_path->setText(format == FileFormat::Csv ? withoutSuffix(path) : withSuffixOf(format, path));
    showFormat();
    showFiles();
}

void AccountExportDialog::showFormat()
{
    const bool isDocument = choice().isDocument();
    m_pathLabel->setText(isDocument ? tr("&File:") : tr("&Folder:"));
    m_browse->setAccessibleName(isDocument ? tr("Choose a file") : tr("Choose a folder"));
    m_list->setAccessibleName(isDocument ? tr("Tables") : tr("Files"));
    m_list->headerItem()->setText(FileColumn, isDocument ? tr("Table") : tr("File"));
}

void AccountExportDialog::showFiles()
{
    const bool isDocument = choice().isDocument();
    m_shown = m_files.files(choice().hasAllColumns);
    m_list->clear();
    for (const AccountFiles::File &file : std::as_const(m_shown)) {
        QStringList missing;
        if (file.unlisted > 0)
            missing.append(tr("%Ln row(s) not listed", nullptr, pluralOf(file.unlisted)));
        if (file.waiting > 0)
            missing.append(tr("%Ln row(s) with values not loaded yet", nullptr, file.waiting));
        if (file.denied > 0)
            missing.append(tr("%Ln row(s) with values that could not be loaded", nullptr, file.denied));
        const QString lacks = missing.join(u" · "_s);
        auto *item = new QTreeWidgetItem(
            m_list, {isDocument ? file.table : file.name, QLocale().toString(file.rows), lacks});
        item->setToolTip(MissingColumn, plainToolTip(lacks)); // it may be cut
        item->setTextAlignment(RowsColumn, Qt::AlignRight | Qt::AlignVCenter);
    }
    const auto lines = static_cast<int>(std::min<qsizetype>(m_shown.size(), mostLines));
    m_list->setMinimumHeight(m_list->header()->sizeHint().height() + lines * m_list->sizeHintForRow(0) +
                             2 * m_list->frameWidth());
    m_wait->setVisible(m_files.canLoadMore(m_shown));
    showSummary();
}

void AccountExportDialog::showSummary()
{
    const ExportChoice now = choice();
    qint64 rows = 0;
    int replaced = 0;
    for (const AccountFiles::File &file : std::as_const(m_shown)) {
        rows += file.rows;
        if (!now.path.isEmpty() && !now.isDocument() && QFileInfo(QDir(now.path), file.name).isFile())
            ++replaced;
    }
    if (now.isDocument() && QFileInfo(now.path).isFile())
        ++replaced;
    const auto files = now.isDocument() ? 1 : static_cast<int>(m_shown.size());
    QString summary =
        tr("%Ln file(s)", nullptr, files) + u" · "_s + tr("%Ln row(s)", nullptr, pluralOf(rows));
    if (replaced > 0)
        summary += u" · "_s + tr("replaces %Ln file(s) there", nullptr, replaced);
    m_summary->setText(summary);
    m_write->setEnabled(!now.path.isEmpty());
}

void AccountExportDialog::browse()
{
    const QString path = QDir::fromNativeSeparators(m_path->text());
    const auto take = [this](const QString &chosen) { m_path->setText(QDir::toNativeSeparators(chosen)); };
    const ExportChoice now = choice();
    if (now.isDocument())
        m_chooser.chooseFileToWrite(this, windowTitle(), now.format, path, take);
    else
        m_chooser.chooseFolder(this, windowTitle(), path, take);
}

} // namespace layerscope
