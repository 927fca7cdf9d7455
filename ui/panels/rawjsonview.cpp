// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/rawjsonview.h"

#include "widgets/cuttext.h"
#include "widgets/icons.h"
#include "widgets/menukeys.h"
#include "widgets/mutedlabel.h"
#include "widgets/searchedit.h"
#include "widgets/tones.h"

#include <QAction>
#include <QClipboard>
#include <QEvent>
#include <QFontDatabase>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPlainTextEdit>
#include <QScrollBar>
#include <QTextBlock>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// More marks than this are not painted; the count still tells all.
constexpr int maxMarks = 1000;
constexpr qsizetype mostOfLine = 5000; // characters
constexpr double matchTint = 0.28;     // of amber over the surface

} // namespace

RawJsonView::RawJsonView(QWidget *parent)
    : QWidget(parent)
    , m_search(new SearchEdit(this))
    , m_found(new MutedLabel(this))
    , m_remark(new MutedLabel(this))
    , m_text(new QPlainTextEdit(this))
    , m_path(new MutedLabel(this))
    , m_copyPath(new QAction(tr("Copy property path"), this))
    , m_copyValue(new QAction(tr("Copy value"), this))
    , m_copyAll(new QAction(tr("Copy all"), this))
{
    m_search->setObjectName(u"rawSearch"_s);
    m_search->setAccessibleName(tr("Search in the raw JSON"));
    m_found->setObjectName(u"rawFound"_s);
    m_remark->setWordWrap(true);
    m_remark->hide();
    m_text->setObjectName(u"rawText"_s);
    m_text->setAccessibleName(tr("Raw JSON"));
    m_text->setReadOnly(true);
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_text->setLineWrapMode(QPlainTextEdit::NoWrap);
    m_text->setTabChangesFocus(true);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setFont(QFontDatabase::systemFont(QFontDatabase::FixedFont));
    m_text->setContextMenuPolicy(Qt::CustomContextMenu);
    m_path->setObjectName(u"rawPath"_s);
    m_copyPath->setObjectName(u"copyPropertyPath"_s);
    m_copyPath->setShortcut(QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_C));
    m_copyPath->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    m_copyPath->setIcon(iconOf(IconName::Copy));
    addAction(m_copyPath);
    auto *copyPath = new QToolButton(this);
    copyPath->setDefaultAction(m_copyPath);
    copyPath->setToolButtonStyle(Qt::ToolButtonIconOnly); // the path needs the room
    copyPath->setAutoRaise(true);
    copyPath->setFocusPolicy(Qt::TabFocus);

    const int line = fontMetrics().height();
    m_text->document()->setDocumentMargin(line); // below the heading and the search, not left of them
    auto *searchRow = new QHBoxLayout;
    searchRow->setContentsMargins(line, line / 2, line, line / 2);
    searchRow->addWidget(m_search, 1);
    searchRow->addWidget(m_found);
    auto *pathRow = new QHBoxLayout;
    pathRow->setContentsMargins(line, 0, line / 2, 0);
    pathRow->addWidget(m_path, 1);
    pathRow->addWidget(copyPath);
    auto *remarkRow = new QHBoxLayout;
    remarkRow->setContentsMargins(line, 0, line, 0);
    remarkRow->addWidget(m_remark);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(line / 4);
    column->addLayout(searchRow);
    column->addLayout(remarkRow);
    column->addWidget(m_text, 1);
    column->addLayout(pathRow);

    connect(m_search, &QLineEdit::textChanged, this, &RawJsonView::search);
    connect(m_search, &SearchEdit::nextWanted, this, &RawJsonView::findNext);
    connect(m_search, &SearchEdit::previousWanted, this, &RawJsonView::findPrevious);
    connect(m_search, &SearchEdit::leaveWanted, m_text, qOverload<>(&QWidget::setFocus));
    connect(m_text, &QPlainTextEdit::cursorPositionChanged, this, &RawJsonView::showPlace);
    connect(m_text, &QWidget::customContextMenuRequested, this, &RawJsonView::openMenu);
    connect(m_copyPath, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(currentPath()); });
    connect(m_copyValue, &QAction::triggered, this, [this] {
        const int place = currentLine();
        if (place < m_lines.size())
            QGuiApplication::clipboard()->setText(m_lines.at(place).value);
    });
    connect(m_copyAll, &QAction::triggered, this,
            [this] { QGuiApplication::clipboard()->setText(wholeText()); });
    showPlace();
}

void RawJsonView::setValue(const QJsonValue &value)
{
    if (value == m_value)
        return;
    const QString path = currentPath();
    const int scrolled = m_text->verticalScrollBar()->value();
    m_value = value;
    m_lines = jsonLines(value);
    QStringList texts;
    texts.reserve(m_lines.size());
    for (const JsonLine &line : std::as_const(m_lines))
        texts.append(cutText(line.text, mostOfLine));
    m_text->setPlainText(texts.join(u'\n'));
    const auto same = std::find_if(m_lines.cbegin(), m_lines.cend(),
                                   [&path](const JsonLine &line) { return line.path == path; });
    if (!path.isEmpty() && same != m_lines.cend())
        goToLine(static_cast<int>(same - m_lines.cbegin()));
    m_text->verticalScrollBar()->setValue(scrolled);
    m_match = -1;
    search();
    showPlace();
}

void RawJsonView::setRemark(const QString &remark)
{
    m_remark->setText(remark);
    m_remark->setVisible(!remark.isEmpty());
}

void RawJsonView::setSearch(const QString &words)
{
    m_search->setText(words);
}

QString RawJsonView::currentPath() const
{
    const int place = currentLine();
    return place < m_lines.size() ? m_lines.at(place).path : QString();
}

void RawJsonView::findNext()
{
    step(1);
}

void RawJsonView::findPrevious()
{
    step(-1);
}

void RawJsonView::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::PaletteChange)
        markMatches();
}

void RawJsonView::step(int direction)
{
    const auto count = static_cast<int>(m_matches.size());
    if (count == 0)
        return;
    if (m_match < 0) { // from where the cursor is
        const auto next = std::lower_bound(m_matches.cbegin(), m_matches.cend(), currentLine());
        const auto position = static_cast<int>(next - m_matches.cbegin());
        m_match = direction > 0 ? position % count : (position + count - 1) % count;
    } else {
        m_match = (m_match + direction + count) % count;
    }
    goToLine(m_matches.at(m_match));
    m_text->centerCursor();
    markMatches();
}

void RawJsonView::search()
{
    m_matches.clear();
    m_match = -1;
    const QString words = m_search->text().trimmed();
    if (!words.isEmpty()) {
        for (int line = 0; line < m_lines.size(); ++line) {
            const JsonLine &candidate = m_lines.at(line);
            if (candidate.text.contains(words, Qt::CaseInsensitive) ||
                (!candidate.value.isEmpty() && candidate.path.contains(words, Qt::CaseInsensitive)))
                m_matches.append(line);
        }
    }
    markMatches();
}

void RawJsonView::markMatches()
{
    const Tones tones = Tones::on(palette().color(QPalette::Base), palette());
    QList<QTextEdit::ExtraSelection> marks;
    for (int i = 0; i < qMin<qsizetype>(m_matches.size(), maxMarks); ++i) {
        QTextEdit::ExtraSelection mark;
        const double tint = i == m_match ? 2 * matchTint : matchTint;
        mark.format.setBackground(Tones::mix(tones.background, tones.amber, tint));
        mark.format.setProperty(QTextFormat::FullWidthSelection, true);
        mark.cursor = QTextCursor(m_text->document()->findBlockByNumber(m_matches.at(i)));
        marks.append(mark);
    }
    m_text->setExtraSelections(marks);

    const QLocale locale;
    const QString count = locale.toString(m_matches.size());
    if (m_search->text().trimmed().isEmpty())
        m_found->clear();
    else if (m_matches.isEmpty())
        m_found->setText(tr("not found"));
    else if (m_match < 0)
        m_found->setText(tr("%Ln line(s)", nullptr, matchCount()));
    else
        //: The match that is shown, of all matches
        m_found->setText(tr("%1 of %2").arg(locale.toString(m_match + 1), count));
}

void RawJsonView::showPlace()
{
    const QString path = currentPath();
    m_path->setText(path.isEmpty() ? tr("Click a line to see its property path") : path);
    m_copyPath->setEnabled(!path.isEmpty());
    const int place = currentLine();
    m_copyValue->setEnabled(place < m_lines.size() && !m_lines.at(place).value.isEmpty());
}

void RawJsonView::goToLine(int line)
{
    m_text->setTextCursor(QTextCursor(m_text->document()->findBlockByNumber(line)));
}

int RawJsonView::currentLine() const
{
    return m_text->textCursor().blockNumber();
}

QString RawJsonView::wholeText() const
{
    QStringList texts;
    texts.reserve(m_lines.size());
    for (const JsonLine &line : m_lines)
        texts.append(line.text);
    return texts.join(u'\n');
}

void RawJsonView::openMenu(const QPoint &position)
{
    const QTextCursor place = m_text->cursorForPosition(position);
    if (!m_text->textCursor().hasSelection())
        m_text->setTextCursor(place);
    auto *menu = new QMenu(this);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    MenuKeys::installOn(*menu);
    QAction *copy = menu->addAction(tr("Copy selection"), m_text, &QPlainTextEdit::copy);
    copy->setEnabled(m_text->textCursor().hasSelection());
    menu->addAction(m_copyPath);
    menu->addAction(m_copyValue);
    menu->addAction(m_copyAll);
    menu->popup(m_text->viewport()->mapToGlobal(position));
}

} // namespace layerscope
