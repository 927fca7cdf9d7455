// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/suggestionlist.h"

#include "widgets/belowfield.h"

#include <QAccessible>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int mostSuggestionsSeen = 10;
constexpr int leastCharacters = 12;

} // namespace

SuggestionList::SuggestionList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"suggestions"_s);
    setAccessibleName(tr("Suggestions"));
    setFocusPolicy(Qt::NoFocus);
    setUniformItemSizes(true);
    setSpacing(fontMetrics().height() / 6);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setTextElideMode(Qt::ElideRight);
    connect(this, &QListWidget::itemClicked, this,
            [this](const QListWidgetItem *item) { Q_EMIT taken(item->text()); });
    hide();
}

void SuggestionList::offer(const QStringList &words, const QWidget &field)
{
    clear();
    if (words.isEmpty()) {
        hide();
        return;
    }
    addItems(words);
    setCurrentRow(-1);
    const int around = 2 * frameWidth();
    const int rows = qMin(count(), mostSuggestionsSeen);
    const int bar = count() > rows ? verticalScrollBar()->sizeHint().width() : 0;
    const int character = fontMetrics().averageCharWidth();
    const int width = qMax(sizeHintForColumn(0) + character, leastCharacters * character);
    const int height = sizeHintForRow(0) + 2 * spacing();
    showBelow(*this, field, {width + 2 * spacing() + bar + around, rows * height + around});
}

void SuggestionList::step(int by)
{
    setCurrentRow(qBound(-1, currentRow() + by, count() - 1));
    if (currentRow() < 0 || !QAccessible::isActive())
        return;
    QAccessibleEvent focus(this, QAccessible::Focus); // as far as it goes without having it
    focus.setChild(currentRow());
    QAccessible::updateAccessibility(&focus);
}

QString SuggestionList::chosen() const
{
    const QListWidgetItem *item = isHidden() ? nullptr : currentItem();
    return item != nullptr ? item->text() : QString();
}

} // namespace layerscope
