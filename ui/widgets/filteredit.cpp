// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/filteredit.h"

#include "widgets/fieldbuttons.h"
#include "widgets/fieldnote.h"
#include "widgets/icons.h"
#include "widgets/mutedplaceholder.h"
#include "widgets/plaintooltip.h"
#include "widgets/suggestionlist.h"
#include "widgets/tones.h"

#include <QAction>
#include <QApplication>
#include <QKeyEvent>
#include <QPainter>
#include <QPainterPath>
#include <QTextLayout>
#include <QToolButton>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int filterCharacters = 48;
constexpr int minFilterCharacters = 16;

/// Under X11 a line takes Ctrl+E for "end of line"; after typing a filter it means the window's Export, and
/// Ctrl+Shift+E that of everything.
bool isKeyOfWindow(const QKeyEvent &key)
{
    return key.key() == Qt::Key_E && key.modifiers().testFlag(Qt::ControlModifier);
}

} // namespace

FilterEdit::FilterEdit(QWidget *parent)
    : QLineEdit(parent)
    , m_clear(new QAction(fieldIconOf(IconName::Clear), tr("Clear filter"), this))
    , m_warning(new QAction(fieldIconOf(IconName::Warning), tr("What is not understood"), this))
    , m_note(new FieldNote(this))
    , m_suggestions(new SuggestionList(this))
{
    setObjectName(u"filterEdit"_s);
    setAccessibleName(tr("Filter"));
    //: Hint in the filter field. "dc:" and "ram>" are filter words and stay as they are.
    setPlaceholderText(tr("Filter by any word, or dc:dal10 ram>64"));
    new MutedPlaceholder(this);
    setToolTip(tr("Shows the rows that have every word. F1 lists the words there are."));
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);

    addSign(*this, fieldIconOf(IconName::Search), tr("Filter"));
    m_clear->setObjectName(u"clearFilterInside"_s);
    m_warning->setObjectName(u"filterWarning"_s);
    for (QAction *action : {m_clear, m_warning}) {
        addAction(action, QLineEdit::TrailingPosition);
        action->setVisible(false); // only now: the field overlooks what was hidden before
    }

    m_pause.setSingleShot(true);
    m_pause.setInterval(pause);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        announce();
        m_answer.reset(); // rows may have come
        if (m_isTyping)
            offerSuggestions();
    });
    connect(m_suggestions, &SuggestionList::taken, this, &FilterEdit::take);
    connect(m_clear, &QAction::triggered, this, &FilterEdit::clearFilter);
    connect(m_warning, &QAction::triggered, this, &FilterEdit::endTyping);
    connect(this, &QLineEdit::textEdited, this, [this] { m_isTyping = true; });
    connect(this, &QLineEdit::textChanged, this, [this](const QString &text) {
        m_clear->setVisible(!text.isEmpty());
        m_pause.start();
        if (isOffering())
            offerSuggestions();
        readMarks();
    });
    connect(this, &QLineEdit::cursorPositionChanged, this, [this] {
        if (isOffering())
            offerSuggestions();
    });
}

FilterEdit::~FilterEdit()
{
    delete m_note; // unless the window took it along
    delete m_suggestions;
}

void FilterEdit::setWords(const Marks &marks, const Suggest &suggest)
{
    m_readMarks = marks;
    m_suggest = suggest;
    m_answer.reset();
    hideSuggestions();
    readMarks();
}

void FilterEdit::showFilter(const QString &text)
{
    m_announced = text;
    if (text != this->text())
        endTyping();
    setText(text);
    m_pause.stop();
    showRemark();
}

void FilterEdit::clearFilter()
{
    clear();
    announce();
}

QString FilterEdit::remark() const
{
    const auto mark = std::find_if(m_marks.cbegin(), m_marks.cend(),
                                   [this](const FilterMark &each) { return isNews(each); });
    return mark != m_marks.cend() ? mark->sentence : QString();
}

QSize FilterEdit::sizeHint() const
{
    return {fontMetrics().averageCharWidth() * filterCharacters, QLineEdit::sizeHint().height()};
}

QSize FilterEdit::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * minFilterCharacters, QLineEdit::minimumSizeHint().height()};
}

// ---- keys
// ---------------------------------------------------------------------------------------------------

bool FilterEdit::event(QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride) {
        const auto &key = *static_cast<QKeyEvent *>(event);
        if (isKeyOfWindow(key)) {
            event->ignore();
            return false;
        }
        // Esc is also the window's "Stop"; while there is something to clear it is ours.
        if (key.key() == Qt::Key_Escape && !text().isEmpty()) {
            event->accept();
            return true;
        }
    }
    // Before it goes to the next widget.
    if (event->type() == QEvent::KeyPress && static_cast<QKeyEvent *>(event)->key() == Qt::Key_Tab &&
        takeKeyOfSuggestions(*static_cast<QKeyEvent *>(event))) {
        event->accept();
        return true;
    }
    return QLineEdit::event(event);
}

void FilterEdit::keyPressEvent(QKeyEvent *event)
{
    if (takeKeyOfSuggestions(*event))
        return;
    switch (event->key()) {
    case Qt::Key_Escape:
        if (text().isEmpty())
            event->ignore();
        else
            clearFilter();
        return;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        endTyping();
        announce();
        return;
    case Qt::Key_Down:
        announce();
        Q_EMIT leaveDown();
        return;
    default:
        QLineEdit::keyPressEvent(event);
    }
}

void FilterEdit::focusInEvent(QFocusEvent *event)
{
    QLineEdit::focusInEvent(event);
    showRemark();
}

void FilterEdit::focusOutEvent(QFocusEvent *event)
{
    QLineEdit::focusOutEvent(event);
    if (event->reason() != Qt::PopupFocusReason) // of the field's own menu
        endTyping();
}

void FilterEdit::announce()
{
    m_pause.stop();
    if (text() == m_announced)
        return;
    m_announced = text();
    Q_EMIT filterChanged(m_announced);
}

void FilterEdit::endTyping()
{
    m_isTyping = false;
    hideSuggestions();
    showRemark();
}

// ---- what the text may go on with
// -----------------------------------------------------------------------------

bool FilterEdit::isOffering() const
{
    return m_suggestions != nullptr && !m_suggestions->isHidden();
}

bool FilterEdit::haveSuggestionsCome() const
{
    return m_answer && m_answer->text == text() && m_answer->cursor == cursorPosition() &&
           m_answer->suggestions;
}

void FilterEdit::offerSuggestions()
{
    if (m_suggestions == nullptr)
        return; // its window is going
    if (!m_suggest || !hasFocus() || hasSelectedText())
        showSuggestions({});
    else if (haveSuggestionsCome())
        showSuggestions(m_answer->suggestions->words);
    else
        askForSuggestions();
}

void FilterEdit::askForSuggestions()
{
    const QString asked = text();
    const int cursor = cursorPosition();
    if (m_answer && m_answer->text == asked && m_answer->cursor == cursor)
        return; // they are on their way
    m_answer = Answer{asked, cursor, std::nullopt};
    m_suggest(asked, cursor, [self = QPointer(this), asked, cursor](const FilterSuggestions &suggestions) {
        if (!self || !self->m_answer || self->m_answer->text != asked || self->m_answer->cursor != cursor)
            return; // they were put away meanwhile
        self->m_answer->suggestions = suggestions;
        if (self->haveSuggestionsCome())
            self->offerSuggestions();
    });
}

void FilterEdit::showSuggestions(const QStringList &words)
{
    m_suggestions->offer(words, *this);
    watchPointer();
    showNote(); // at the same place
}

void FilterEdit::hideSuggestions()
{
    m_answer.reset(); // nor are those to be shown that are on their way
    if (!isOffering())
        return;
    m_suggestions->hide();
    watchPointer();
    showNote();
}

/// A click on what takes no focus leaves it here, and means that the person is elsewhere all the same.
void FilterEdit::watchPointer()
{
    if (isOffering())
        qApp->installEventFilter(this);
    else
        qApp->removeEventFilter(this);
}

bool FilterEdit::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType() && isOffering()) {
        const auto *pressed = static_cast<QWidget *>(watched);
        const auto isWithin = [pressed](const QWidget *widget) {
            return pressed == widget || widget->isAncestorOf(pressed);
        };
        if (!isWithin(this) && !isWithin(m_suggestions))
            hideSuggestions();
    }
    return QLineEdit::eventFilter(watched, event);
}

bool FilterEdit::takeKeyOfSuggestions(const QKeyEvent &key)
{
    if (!isOffering() || (key.modifiers() & ~Qt::KeypadModifier) != Qt::NoModifier)
        return false;
    const QString chosen = m_suggestions->chosen();
    switch (key.key()) {
    case Qt::Key_Down:
        m_suggestions->step(1);
        return true;
    case Qt::Key_Up:
        m_suggestions->step(-1);
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Tab:
        if (chosen.isEmpty() || !haveSuggestionsCome())
            return false; // what is typed is meant as it is
        take(chosen);
        return true;
    case Qt::Key_Escape:
        hideSuggestions();
        return true;
    default:
        return false;
    }
}

/// As if it had been typed, so that it can be undone. Behind a key there is more to choose from.
void FilterEdit::take(const QString &word)
{
    if (!haveSuggestionsCome())
        return;
    const FilterSuggestions part = *m_answer->suggestions;
    m_suggestions->hide(); // what is inserted asks for no other words
    setSelection(static_cast<int>(part.from), static_cast<int>(part.length));
    insert(word);
    m_isTyping = true;
    offerSuggestions();
    announce();
}

// ---- what is not understood
// ---------------------------------------------------------------------------------

void FilterEdit::readMarks()
{
    m_marks = m_readMarks ? m_readMarks(text()) : QList<FilterMark>();
    showRemark();
}

void FilterEdit::showRemark()
{
    const QString sentence = remark();
    m_warning->setVisible(!sentence.isEmpty());
    m_warning->setToolTip(plainToolTip(sentence));
    setAccessibleDescription(sentence.isEmpty() ? toolTip() : sentence);
    showNote();
    update();
}

void FilterEdit::showNote()
{
    if (m_note == nullptr)
        return; // its window is going
    if (const QString sentence = remark(); hasFocus() && !sentence.isEmpty() && !isOffering())
        m_note->say(sentence, *this);
    else
        m_note->hide();
}

void FilterEdit::resizeEvent(QResizeEvent *event)
{
    QLineEdit::resizeEvent(event);
    if (isOffering())
        offerSuggestions();
    showNote();
}

void FilterEdit::paintEvent(QPaintEvent *event)
{
    QLineEdit::paintEvent(event);
    if (remark().isEmpty())
        return;
    QRegion room = contentsRect();
    for (const QToolButton *button : findChildren<QToolButton *>(Qt::FindDirectChildrenOnly)) {
        if (button->isVisible())
            room -= button->geometry();
    }
    QPainter painter(this);
    painter.setClipRegion(room);
    painter.setRenderHint(QPainter::Antialiasing);
    const Tones tones = Tones::on(palette().color(QPalette::Base), palette());
    painter.setPen(QPen(tones.amber, qMax(1.0, fontMetrics().height() / 12.0)));
    for (const FilterMark &mark : m_marks) {
        if (isNews(mark))
            drawWave(painter, mark);
    }
}

/// A line has no place for formats of its text; where its letters are follows from where its cursor is.
void FilterEdit::drawWave(QPainter &painter, const FilterMark &mark) const
{
    QTextLayout layout(text(), font());
    QTextOption option;
    option.setTextDirection(layoutDirection());
    option.setFlags(QTextOption::IncludeTrailingSpaces);
    layout.setTextOption(option);
    layout.beginLayout();
    const QTextLine line = layout.createLine();
    layout.endLayout();
    const QRect cursor = cursorRect();
    const qreal origin = cursor.center().x() - line.cursorToX(cursorPosition());
    const qreal from = origin + line.cursorToX(static_cast<int>(mark.from));
    const qreal to = origin + line.cursorToX(static_cast<int>(mark.from + mark.length));

    const qreal half = fontMetrics().height() / 10.0;
    const qreal middle = cursor.bottom() - half;
    const qreal end = qMax(from, to);
    QPainterPath wave(QPointF(qMin(from, to), middle));
    for (int step = 0; wave.currentPosition().x() < end; ++step) {
        const QPointF before = wave.currentPosition();
        const qreal height = step % 2 == 0 ? -2 * half : 2 * half;
        wave.quadTo(before + QPointF(half, height), before + QPointF(2 * half, 0));
    }
    painter.drawPath(wave);
}

} // namespace layerscope
