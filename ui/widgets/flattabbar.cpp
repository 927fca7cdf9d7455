// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flattabbar.h"

#include "widgets/hairline.h"
#include "widgets/plaintooltip.h"
#include "widgets/tones.h"

#include <QEvent>
#include <QPainter>
#include <QToolButton>

#include <algorithm>
#include <numeric>
#include <utility>

namespace layerscope {

namespace {

constexpr double focusTint = 0.16; // of the accent behind the tab that has the focus
constexpr int leastCharacters = 5; // of a text that is cut short; nobody reads fewer

/// How wide a text may be at most, so that all of them have room together: the shorter ones stay whole.
int widestThatFits(QList<int> widths, int room)
{
    std::sort(widths.begin(), widths.end());
    for (qsizetype at = 0; at < widths.size(); ++at) {
        const auto share = static_cast<int>(room / (widths.size() - at));
        if (widths[at] > share)
            return share;
        room -= widths[at];
    }
    return widths.value(widths.size() - 1);
}

} // namespace

FlatTabBar::FlatTabBar(QWidget *parent)
    : QTabBar(parent)
{
    setExpanding(false);
    setElideMode(Qt::ElideNone);
    setFocusPolicy(Qt::TabFocus); // a click does not take the focus from the list
    for (QToolButton *scroller : findChildren<QToolButton *>()) { // where not even the short texts have room
        scroller->setAutoRaise(true);
        scroller->setFocusPolicy(Qt::NoFocus); // the arrow keys do the same
        scroller->setAutoFillBackground(true);
        scroller->setBackgroundRole(QPalette::Window);
    }
}

int FlatTabBar::addTab(const QString &text, const QString &shortText)
{
    m_texts.append({text, shortText, true});
    chooseTexts();
    const int index = QTabBar::addTab(text);
    setAccessibleTabName(index, text);
    showTexts();
    return index;
}

void FlatTabBar::setTabShown(int index, bool isShown)
{
    if (std::exchange(m_texts[index].isShown, isShown) == isShown)
        return;
    chooseTexts(); // by which Qt then places the tabs
    setTabVisible(index, isShown);
    showTexts();
    updateGeometry();
}

int FlatTabBar::briefWidth() const
{
    const QFontMetrics metrics(chosenFont());
    const int sides = 2 * fontMetrics().averageCharWidth();
    int width = 0;
    for (const Texts &texts : m_texts)
        width += texts.isShown ? sides + metrics.horizontalAdvance(texts.brief) : 0;
    return width;
}

QSize FlatTabBar::sizeHint() const
{
    return {m_wholeWidth, QTabBar::sizeHint().height()};
}

QSize FlatTabBar::minimumSizeHint() const
{
    return {fontMetrics().averageCharWidth() * 8, QTabBar::minimumSizeHint().height()};
}

void FlatTabBar::paintEvent(QPaintEvent *)
{
    const Tones tones = Tones::on(palette().color(QPalette::Window), palette());
    const int strength = qMax(1, fontMetrics().height() / 9);
    QPainter painter(this);
    if (drawBase())
        Hairline::paint(painter, rect(), Qt::BottomEdge, tones.hairline);
    for (int index = 0; index < count(); ++index) {
        if (!m_texts.at(index).isShown)
            continue;
        const QRect tab = tabRect(index);
        const bool isChosen = index == currentIndex();
        const bool isHovered = tab.contains(mapFromGlobal(QCursor::pos())) && underMouse();
        painter.setFont(isChosen ? chosenFont() : font());
        painter.setPen(isChosen || isHovered ? tones.text : tones.muted);
        if (isChosen && hasFocus()) {
            const QColor fill = Tones::mix(tones.background, tones.accent, focusTint);
            painter.fillRect(tab, fill);
            painter.setPen(Tones::on(fill, palette()).text);
        }
        painter.drawText(tab, Qt::AlignCenter | Qt::TextSingleLine, shownText(index));
        if (!isChosen)
            continue;
        const QRect line(tab.left() + m_padding, height() - strength, tab.width() - 2 * m_padding, strength);
        painter.fillRect(line, hasFocus() ? tones.accent : tones.text);
    }
}

QString FlatTabBar::shownText(int index) const
{
    const QFontMetrics metrics(index == currentIndex() ? chosenFont() : font());
    const int room = tabRect(index).width() - 2 * m_padding;
    // elidedText() compares the width before it is rounded, by which half of all texts had too little room.
    const QString text = tabText(index);
    return metrics.horizontalAdvance(text) <= room ? text : metrics.elidedText(text, Qt::ElideRight, room);
}

void FlatTabBar::resizeEvent(QResizeEvent *event)
{
    chooseTexts(); // by which Qt then places the tabs
    QTabBar::resizeEvent(event);
    showTexts();
}

void FlatTabBar::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::FontChange)
        chooseTexts();
    QTabBar::changeEvent(event);
    showTexts();
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    // As wide as when chosen, so that nothing moves.
    const int width = QFontMetrics(chosenFont()).horizontalAdvance(tabText(index));
    return {std::min(width, m_widestText) + 2 * m_padding, fontMetrics().height() * 2};
}

QSize FlatTabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void FlatTabBar::chooseTexts()
{
    const QFontMetrics metrics(chosenFont());
    QList<int> whole;
    QList<int> brief;
    for (const Texts &texts : std::as_const(m_texts)) {
        if (!texts.isShown)
            continue;
        whole.append(metrics.horizontalAdvance(texts.whole));
        brief.append(metrics.horizontalAdvance(texts.brief));
    }
    const int usual = fontMetrics().averageCharWidth();
    const int sides = 2 * static_cast<int>(whole.size());
    m_wholeWidth = std::accumulate(whole.cbegin(), whole.cend(), usual * sides);
    m_areBrief = m_wholeWidth > width();
    m_padding = usual;
    const QList<int> &widths = m_areBrief ? brief : whole;
    if (m_areBrief) {
        const int free = width() - std::accumulate(brief.cbegin(), brief.cend(), 0);
        m_padding = std::clamp(free / sides, usual / 2, usual);
    }
    m_widestText = widestThatFits(widths, width() - m_padding * sides);
    if (m_widestText >= metrics.averageCharWidth() * leastCharacters || widths.isEmpty())
        return;
    m_widestText = *std::max_element(widths.cbegin(), widths.cend()); // they are scrolled, and none is cut
    m_padding = usual;
}

void FlatTabBar::showTexts()
{
    const QFontMetrics metrics(chosenFont());
    for (int index = 0; index < count(); ++index) {
        const QString &whole = m_texts.at(index).whole;
        const QString &brief = m_texts.at(index).brief;
        const QString &text = m_areBrief ? brief : whole;
        if (tabText(index) != text)
            setTabText(index, text);
        const bool isAllThere = whole == brief && metrics.horizontalAdvance(text) <= m_widestText;
        if (const QString tip = isAllThere ? QString() : whole; tabToolTip(index) != plainToolTip(tip))
            setTabToolTip(index, plainToolTip(tip));
    }
}

QFont FlatTabBar::chosenFont() const
{
    QFont chosen = font();
    chosen.setWeight(QFont::DemiBold);
    return chosen;
}

} // namespace layerscope
