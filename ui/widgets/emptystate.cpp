// SPDX-License-Identifier: GPL-3.0-or-later
#include "widgets/emptystate.h"

#include "widgets/mutedlabel.h"
#include "widgets/plainlabel.h"

#include <QAbstractScrollArea>
#include <QEvent>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

// Lines longer than this are hard to read.
constexpr int readableCharacters = 64;

} // namespace

EmptyState::EmptyState(QAbstractScrollArea *table)
    : QWidget(table)
    , m_table(table)
    , m_sentence(plainLabel(u"emptySentence"_s, this))
    , m_detail(new MutedLabel(this))
    , m_action(new QPushButton(this))
{
    setObjectName(u"emptyState"_s);
    setBackgroundRole(QPalette::Base);
    setAutoFillBackground(true);

    m_detail->setBackgroundRole(QPalette::Base);
    m_action->setObjectName(u"emptyAction"_s);
    for (QLabel *label : {m_sentence, m_detail}) {
        label->setWordWrap(true);
        label->setAlignment(Qt::AlignCenter);
        label->setFixedWidth(fontMetrics().averageCharWidth() * readableCharacters);
    }

    auto *column = new QVBoxLayout(this);
    column->setSpacing(fontMetrics().height() / 2);
    column->addStretch(2);
    column->addWidget(m_sentence, 0, Qt::AlignHCenter);
    column->addWidget(m_detail, 0, Qt::AlignHCenter);
    column->addSpacing(fontMetrics().height() / 2);
    column->addWidget(m_action, 0, Qt::AlignHCenter);
    column->addStretch(3); // a little above the middle looks centred

    connect(m_action, &QPushButton::clicked, this, &EmptyState::actionChosen);
    m_table->viewport()->installEventFilter(this);
    coverRows();
    hide();
}

void EmptyState::say(const QString &sentence, const QString &detail, const QString &action)
{
    m_sentence->setText(sentence);
    m_detail->setText(detail);
    m_detail->setVisible(!detail.isEmpty());
    for (QLabel *label : {m_sentence, m_detail}) {
        if (!label->text().isEmpty()) // a centred label would get one line from the layout
            label->setFixedHeight(label->heightForWidth(label->width()));
    }
    m_action->setText(action);
    m_action->setVisible(!action.isEmpty());
    coverRows();
    show();
    raise();
}

QString EmptyState::sentence() const
{
    return m_sentence->text();
}

bool EmptyState::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::Resize || event->type() == QEvent::Move)
        coverRows();
    return QWidget::eventFilter(watched, event);
}

void EmptyState::coverRows()
{
    setGeometry(m_table->viewport()->geometry());
}

} // namespace layerscope
