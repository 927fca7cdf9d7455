// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/flattabbar.h"

#include "widgets/tones.h"

#include <QEvent>
#include <QPainter>
#include <QToolButton>

namespace layerscope {

namespace {

constexpr double focusTint = 0.16; // of the accent behind the tab that has the focus

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
    m_texts.append({text, shortText});
    const int index = QTabBar::addTab(text);
    setTabToolTip(index, text == shortText ? QString() : text);
    chooseTexts();
    return index;
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
        painter.fillRect(0, height() - 1, width(), 1, tones.hairline);
    for (int index = 0; index < count(); ++index) {
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
        painter.drawText(tab, Qt::AlignCenter | Qt::TextSingleLine, tabText(index));
        if (!isChosen)
            continue;
        const QRect line(tab.left() + padding(), height() - strength, tab.width() - 2 * padding(), strength);
        painter.fillRect(line, hasFocus() ? tones.accent : tones.text);
    }
}

void FlatTabBar::resizeEvent(QResizeEvent *event)
{
    QTabBar::resizeEvent(event);
    chooseTexts();
}

void FlatTabBar::changeEvent(QEvent *event)
{
    QTabBar::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        chooseTexts();
}

QSize FlatTabBar::tabSizeHint(int index) const
{
    // As wide as when chosen, so that nothing moves.
    const int width = QFontMetrics(chosenFont()).horizontalAdvance(tabText(index));
    return {width + 2 * padding(), fontMetrics().height() * 2};
}

QSize FlatTabBar::minimumTabSizeHint(int index) const
{
    return tabSizeHint(index);
}

void FlatTabBar::chooseTexts()
{
    const QFontMetrics metrics(chosenFont());
    int whole = 0;
    for (const Texts &texts : std::as_const(m_texts))
        whole += metrics.horizontalAdvance(texts.whole) + 2 * padding();
    const bool fits = whole <= width();
    for (int index = 0; index < m_texts.size(); ++index) {
        const QString &text = fits ? m_texts.at(index).whole : m_texts.at(index).brief;
        if (tabText(index) != text)
            setTabText(index, text);
    }
}

int FlatTabBar::padding() const
{
    return fontMetrics().averageCharWidth();
}

QFont FlatTabBar::chosenFont() const
{
    QFont chosen = font();
    chosen.setWeight(QFont::DemiBold);
    return chosen;
}

} // namespace layerscope
