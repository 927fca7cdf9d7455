// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/pageheading.h"

#include "widgets/mutedlabel.h"
#include "widgets/plainlabel.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QLabel>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr int wholeCharacters = 30; // "1,204 of 20,000 · 312 loading"

} // namespace

PageHeading::PageHeading(QWidget *parent)
    : QWidget(parent)
    , m_title(plainLabel(u"scopeTitle"_s, this))
    , m_count(new MutedLabel(this))
{
    QFont semibold = m_title->font();
    semibold.setWeight(QFont::DemiBold);
    m_title->setFont(semibold);
    m_count->setObjectName(u"rowCount"_s);
    m_count->setAlignment(Qt::AlignRight | Qt::AlignVCenter); // at the edge, also where a longer one stood

    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(fontMetrics().height() / 2);
    row->addStretch(1);
    row->addWidget(m_title);
    row->addWidget(m_count);
}

QString PageHeading::title() const
{
    return m_title->text();
}

void PageHeading::setTitle(const QString &title, bool isSaidByTab)
{
    m_title->setText(title);
    m_title->setVisible(!isSaidByTab);
}

QString PageHeading::countText() const
{
    return m_count->text();
}

void PageHeading::setCountText(const QString &text)
{
    m_count->setText(text);
    m_count->setVisible(!text.isEmpty());
    keepCountWhole();
}

void PageHeading::keepCountWhole()
{
    const int most = fontMetrics().averageCharWidth() * wholeCharacters;
    m_count->setMinimumWidth(qMin(m_count->sizeHint().width(), most));
}

void PageHeading::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::FontChange)
        keepCountWhole();
}

} // namespace layerscope
