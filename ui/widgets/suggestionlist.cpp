// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/suggestionlist.h"

#include "widgets/belowfield.h"

#include <QAccessible>
#include <QScrollBar>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int mostSuggestionsSeen = 10;

} // namespace

SuggestionList::SuggestionList(QWidget *parent)
    : QListWidget(parent)
{
    setObjectName(u"suggestions"_s);
    setAccessibleName(tr("Suggestions"));
    setFocusPolicy(Qt::NoFocus);
    setUniformItemSizes(true);
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
    showBelow(*this, field,
              {sizeHintForColumn(0) + fontMetrics().averageCharWidth() + bar + around,
               rows * sizeHintForRow(0) + around});
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
