// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/exportdialog.h"

#include "core/plural.h"
#include "dialogs/exportformatlines.h"
#include "dialogs/filechooser.h"

#include <QCheckBox>
#include <QComboBox>
#include <QDialogButtonBox>
#include <QDir>
#include <QFileInfo>
#include <QFormLayout>
#include <QHBoxLayout>
#include <QLabel>
#include <QLineEdit>
#include <QLocale>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int charactersOfAPath = 56;

QComboBox *makeChoice(const QString &name, const QStringList &texts, int current)
{
    auto *box = new QComboBox;
    box->setObjectName(name);
    box->addItems(texts);
    box->setCurrentIndex(current);
    return box;
}

/// A key of the file that nobody takes for the title of a column; of those on screen if they have one.
QString exampleKey(const ExportSubject &subject)
{
    for (const ColumnIndex column : subject.columns(true)) {
        const auto key = QString::fromLatin1(subject.table().catalogue().column(column).key);
        if (key.contains(u'_'))
            return key;
    }
    return u"row_state"_s;
}

} // namespace

ExportDialog::ExportDialog(std::shared_ptr<const ExportSubject> subject, FileChooser &files,
                           const ExportChoice &choice, QWidget *parent)
    : QDialog(parent)
    , m_subject(std::move(subject))
    , m_files(files)
    , m_format(new ExportFormatLines(choice, exampleKey(*m_subject), this))
    , m_path(new QLineEdit(QDir::toNativeSeparators(choice.path), this))
    , m_summary(new QLabel(this))
    , m_gaps(new QLabel(this))
    , m_wait(new QCheckBox(tr("Load what is missing first, then write"), this))
{
    setObjectName(u"exportDialog"_s);
    const ExportSubject::Words words = m_subject->words();
    setWindowTitle(words.title);
    const auto counted = [this](const QString &text, ExportScope scope) {
        return text.arg(QLocale().toString(m_subject->rowCount(scope)));
    };
    m_scope =
        makeChoice(u"exportScope"_s,
                   {counted(words.all, ExportScope::All), counted(words.filtered, ExportScope::Filtered),
                    counted(words.selected, ExportScope::Selected)},
                   int(choice.scope));
    const auto columnCount = [this](bool all) { return QLocale().toString(m_subject->columns(all).size()); };
    m_columns = makeChoice(
        u"exportColumns"_s,
        {tr("Shown, as on screen (%1)").arg(columnCount(false)), tr("All (%1)").arg(columnCount(true))},
        choice.hasAllColumns ? 1 : 0);
    m_path->setObjectName(u"exportPath"_s);
    m_path->setMinimumWidth(fontMetrics().averageCharWidth() * charactersOfAPath);
    m_summary->setObjectName(u"exportSummary"_s);
    m_gaps->setObjectName(u"exportGaps"_s);
    m_gaps->setWordWrap(true);
    m_wait->setObjectName(u"exportWait"_s);
    m_wait->setChecked(true);
    QFont semibold = m_summary->font();
    semibold.setWeight(QFont::DemiBold);
    m_summary->setFont(semibold);

    auto *browseButton = new QPushButton(tr("Choose …"), this);
    browseButton->setObjectName(u"exportBrowse"_s);
    browseButton->setAutoDefault(false);
    auto *pathLine = new QHBoxLayout;
    pathLine->addWidget(m_path, 1);
    pathLine->addWidget(browseButton);

    auto *form = new QFormLayout;
    form->addRow(tr("&Rows:"), m_scope);
    form->addRow(tr("&Columns:"), m_columns);
    m_format->addTo(*form);
    form->addRow(tr("&File:"), pathLine);
    if (auto *label = qobject_cast<QLabel *>(form->labelForField(pathLine)))
        label->setBuddy(m_path);

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
    column->addWidget(m_summary);
    column->addWidget(m_gaps);
    column->addWidget(m_wait);
    column->addSpacing(line / 2);
    column->addWidget(buttons);
    column->setSizeConstraint(QLayout::SetFixedSize); // it grows and shrinks with what there is to say
    setTabOrderOf(QList<QWidget *>{m_scope, m_columns} + m_format->widgets() +
                  QList<QWidget *>{m_path, browseButton, m_wait});

    for (QComboBox *box : {m_scope, m_columns})
        connect(box, &QComboBox::currentIndexChanged, this, &ExportDialog::showSummary);
    connect(m_wait, &QCheckBox::toggled, this, &ExportDialog::enableWriting);
    connect(m_path, &QLineEdit::textChanged, this, &ExportDialog::showSummary);
    connect(m_format, &ExportFormatLines::formatChanged, this, &ExportDialog::renamePath);
    connect(browseButton, &QPushButton::clicked, this, &ExportDialog::browse);
    connect(buttons, &QDialogButtonBox::accepted, this, &QDialog::accept);
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::reject);
    showSummary();
}

ExportChoice ExportDialog::choice() const
{
    ExportChoice choice;
    choice.scope = static_cast<ExportScope>(m_scope->currentIndex());
    choice.hasAllColumns = m_columns->currentIndex() == 1;
    m_format->fill(choice);
    choice.waitsForValues = !m_wait->isHidden() && m_wait->isChecked();
    choice.path = QDir::fromNativeSeparators(m_path->text().trimmed());
    return choice;
}

QString ExportDialog::summary() const
{
    return m_summary->text();
}

void ExportDialog::showSummary()
{
    const ExportChoice now = choice();
    const auto rows = static_cast<int>(m_subject->rowCount(now.scope));
    const auto columns = static_cast<int>(m_subject->columns(now.hasAllColumns).size());
    QString summary = tr("%Ln row(s)", nullptr, rows) + u" × "_s + tr("%Ln column(s)", nullptr, columns);
    const QFileInfo file(now.path);
    if (!now.path.isEmpty() && file.isFile())
        summary += u" · "_s + tr("replaces the file that is there");
    m_summary->setText(summary);

    const ExportSubject::Gaps gaps = m_subject->gaps(now.scope, now.hasAllColumns);
    QStringList sentences;
    if (gaps.unlisted > 0)
        sentences.append(tr("%Ln row(s) of the account are not listed.", nullptr, pluralOf(gaps.unlisted)));
    if (gaps.undecided > 0) {
        sentences.append(tr("%Ln row(s) may belong to these or not: the values that the filter needs are not "
                            "known.",
                            nullptr, gaps.undecided));
    }
    if (gaps.waiting > 0)
        sentences.append(tr("%Ln row(s) have values that are not loaded yet.", nullptr, gaps.waiting));
    if (gaps.denied > 0) {
        sentences.append(
            tr("%Ln row(s) have values that could not be loaded; their fields stay empty, and the column "
               "row_state says why.",
               nullptr, gaps.denied));
    }
    m_gaps->setText(sentences.join(u'\n'));
    m_gaps->setVisible(!sentences.isEmpty());
    m_wait->setVisible(gaps.waiting > 0 || gaps.canDecide || gaps.canList);
    enableWriting();
}

/// The ending goes with the format, unless the person chose one of their own.
void ExportDialog::renamePath(FileFormat format)
{
    const QString path = m_path->text().trimmed();
    if (withoutSuffix(path) != path)
        m_path->setText(withSuffixOf(format, path));
}

/// Not without a row, unless a load may bring one.
void ExportDialog::enableWriting()
{
    const ExportChoice now = choice();
    m_write->setEnabled((m_subject->rowCount(now.scope) > 0 || now.waitsForValues) &&
                        !QFileInfo(now.path).fileName().isEmpty());
}

void ExportDialog::browse()
{
    m_files.chooseFileToWrite(
        this, windowTitle(), choice().format, QDir::fromNativeSeparators(m_path->text()),
        [this](const QString &path) { m_path->setText(QDir::toNativeSeparators(path)); });
}

} // namespace layerscope
