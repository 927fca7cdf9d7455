// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/startpage.h"

#include "window/mutedlabel.h"
#include "window/startcard.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr double headlineScale = 1.8;
constexpr int charactersOfANote = 80;

} // namespace

StartPage::StartPage(const QList<AccountChoice> &choices, QWidget *parent)
    : QWidget(parent)
    , m_note(new MutedLabel(this))
{
    setObjectName(u"startPage"_s);
    const int line = fontMetrics().height();

    auto *headline = new QLabel(tr("See your whole SoftLayer account"), this);
    QFont large = headline->font();
    large.setPointSizeF(large.pointSizeF() * headlineScale);
    large.setWeight(QFont::DemiBold);
    headline->setFont(large);
    headline->setAlignment(Qt::AlignCenter);
    auto *promise = new MutedLabel(tr("All servers, in seconds. Layerscope only reads."), this);
    promise->setAlignment(Qt::AlignCenter);
    m_note->setObjectName(u"startNote"_s);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setFixedWidth(fontMetrics().averageCharWidth() * charactersOfANote);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(line);
    cards->addStretch(1);
    for (const AccountChoice &choice : choices) {
        auto *card = new StartCard(choice.title, choice.text, this);
        card->button()->setObjectName(u"choose_"_s + choice.id);
        connect(card->button(), &QPushButton::clicked, this,
                [this, id = choice.id] { Q_EMIT accountWanted(id); });
        if (&choice == &choices.first())
            card->button()->setDefault(true);
        cards->addWidget(card);
    }
    cards->addStretch(1);

    auto *column = new QVBoxLayout(this);
    column->setSpacing(line / 2);
    column->addStretch(4);
    column->addWidget(headline);
    column->addWidget(promise);
    column->addSpacing(line);
    column->addLayout(cards);
    column->addSpacing(line);
    column->addWidget(m_note, 0, Qt::AlignHCenter);
    column->addStretch(5); // a little above the middle looks centred
}

void StartPage::setNote(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) // a centred label would get one line from the layout
        m_note->setFixedHeight(m_note->heightForWidth(m_note->width()));
}

} // namespace layerscope
