// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/startcard.h"

#include "widgets/mutedlabel.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace layerscope {

namespace {

constexpr int cardCharacters = 34;
constexpr int minCardCharacters = 22; ///< Where three cards have to stand side by side in a small window

} // namespace

StartCard::StartCard(const QString &title, const QString &text, const QString &action, QWidget *parent)
    : Surface(parent)
    , m_button(new QPushButton(action, this))
{
    const int line = fontMetrics().height();
    auto *heading = new QLabel(title, this);
    QFont semibold = heading->font();
    semibold.setWeight(QFont::DemiBold);
    semibold.setPointSizeF(semibold.pointSizeF() * 1.1);
    heading->setFont(semibold);
    heading->setForegroundRole(QPalette::Text);
    heading->setWordWrap(true);
    auto *words = new MutedLabel(text, this);
    words->setBackgroundRole(QPalette::Base);
    words->setAutoFillBackground(false);
    words->setWordWrap(true);
    words->setAlignment(Qt::AlignLeading | Qt::AlignTop);
    words->setMinimumHeight(2 * fontMetrics().lineSpacing());
    m_button->setAutoDefault(true);
    m_button->setAccessibleName(title); // which says it once more, and what with
    m_button->setAccessibleDescription(text);
    const auto widthOf = [this, line](int characters) {
        return fontMetrics().averageCharWidth() * characters + 2 * line;
    };
    setMinimumWidth(widthOf(minCardCharacters));
    setMaximumWidth(widthOf(cardCharacters));

    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(line * 5 / 4, line * 5 / 4, line * 5 / 4, line * 5 / 4);
    column->setSpacing(line / 2);
    column->addWidget(heading);
    column->addWidget(words);
    column->addStretch(1);
    column->addSpacing(line);
    column->addWidget(m_button, 0, Qt::AlignLeft);
}

} // namespace layerscope
