// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/startpage.h"

#include "accounts/accountbook.h"
#include "models/accountsmodel.h"
#include "pages/startcard.h"
#include "views/accountlist.h"
#include "widgets/mutedlabel.h"

#include <QHBoxLayout>
#include <QPushButton>
#include <QScrollArea>
#include <QShowEvent>
#include <QVBoxLayout>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

constexpr double headlineScale = 1.8;
constexpr int charactersOfANote = 80;

} // namespace

StartPage::StartPage(const QList<AccountChoice> &choices, AccountBook *book, QWidget *parent)
    : QWidget(parent)
    , m_headline(new QLabel(this))
    , m_promise(new MutedLabel(
          tr("Servers, bandwidth pools, networks and more, in seconds. Layerscope only reads."), this))
    , m_note(new MutedLabel(this))
{
    setObjectName(u"startPage"_s);
    const int line = fontMetrics().height();

    QFont large = m_headline->font();
    large.setPointSizeF(large.pointSizeF() * headlineScale);
    large.setWeight(QFont::DemiBold);
    m_headline->setObjectName(u"startHeadline"_s);
    m_headline->setFont(large);
    m_headline->setAlignment(Qt::AlignCenter);
    m_promise->setAlignment(Qt::AlignCenter);
    m_note->setObjectName(u"startNote"_s);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->setWordWrap(true);
    m_note->setFixedWidth(fontMetrics().averageCharWidth() * charactersOfANote);

    auto *cards = new QHBoxLayout;
    cards->setSpacing(line);
    cards->addStretch(1);
    if (book != nullptr) {
        m_accounts = makeAccounts(*book);
        addCard(*cards, u"connect"_s, tr("Connect an account"),
                tr("With a classic API key or an IBM Cloud API key."), tr("Connect …"),
                [this] { Q_EMIT connectWanted(); });
    }
    for (const AccountChoice &choice : choices)
        addCard(*cards, choice.id, choice.title, choice.text,
                choice.action.isEmpty() ? tr("Open") : choice.action,
                [this, id = choice.id] { Q_EMIT accountWanted(id); });
    cards->addStretch(1);

    QWidget *content = makeContent();
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(line, line, line, line);
    column->setSpacing(line / 2);
    column->addStretch(4);
    column->addWidget(m_headline);
    column->addWidget(m_promise);
    column->addSpacing(line);
    if (m_accounts != nullptr)
        column->addWidget(m_accounts, 0, Qt::AlignHCenter);
    column->addLayout(cards);
    column->addSpacing(line);
    column->addWidget(m_note, 0, Qt::AlignHCenter);
    column->addStretch(5); // a little above the middle looks centred

    showAccounts();
}

/// Empty yet: the area asks it for its size, and to lay out all that is in it takes as long as to paint it.
QWidget *StartPage::makeContent()
{
    // For windows that are too small for all of it; else it does not show.
    auto *scroll = new QScrollArea(this);
    auto *content = new QWidget;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setWidget(content);
    scroll->viewport()->setAutoFillBackground(false);
    content->setAutoFillBackground(false);
    auto *whole = new QVBoxLayout(this);
    whole->setContentsMargins(0, 0, 0, 0);
    whole->addWidget(scroll);
    return content;
}

QWidget *StartPage::makeAccounts(AccountBook &book)
{
    const int line = fontMetrics().height();
    auto *model = new AccountsModel(book, this);
    auto *accounts = new QWidget(this);
    auto *surface = new Surface(accounts);
    m_list = new AccountList(surface);
    m_list->setObjectName(u"startAccounts"_s);
    m_list->setAccessibleName(tr("Your accounts"));
    m_list->setModel(model);
    if (const QModelIndex last = model->indexOf(book.lastShownId()); last.isValid())
        m_list->setCurrentIndex(last);
    auto *inside = new QVBoxLayout(surface);
    inside->setContentsMargins(1, surface->radius(), 1, surface->radius()); // free of the round corners
    inside->addWidget(m_list);

    auto *manage = new QPushButton(tr("Manage accounts …"), accounts);
    manage->setObjectName(u"startManage"_s);
    manage->setAutoDefault(true);
    auto *column = new QVBoxLayout(accounts);
    column->setContentsMargins(0, 0, 0, line);
    column->setSpacing(line / 2);
    column->addWidget(surface, 1);
    column->addWidget(manage, 0, Qt::AlignRight);

    connect(m_list, &AccountList::accountChosen, this, &StartPage::accountWanted);
    connect(manage, &QPushButton::clicked, this, &StartPage::manageWanted);
    for (const auto changed : {&QAbstractItemModel::rowsInserted, &QAbstractItemModel::rowsRemoved})
        connect(model, changed, this, &StartPage::showAccounts);
    return accounts;
}

void StartPage::addCard(QHBoxLayout &cards, const QString &name, const QString &title, const QString &text,
                        const QString &action, const std::function<void()> &chosen)
{
    auto *card = new StartCard(title, text, action, this);
    card->button()->setObjectName(u"choose_"_s + name);
    connect(card->button(), &QPushButton::clicked, this, chosen);
    cards.addWidget(card, 100); // before the stretches at both sides
    if (m_first == nullptr)
        m_first = card->button();
}

void StartPage::setNote(const QString &sentence)
{
    m_note->setText(sentence);
    m_note->setVisible(!sentence.isEmpty());
    if (!sentence.isEmpty()) // a centred label would get one line from the layout
        m_note->setFixedHeight(m_note->heightForWidth(m_note->width()));
}

void StartPage::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    if (event->spontaneous()) // only taken out of the task bar again
        return;
    // Whoever has accounts wants one of them; else the first card is the way to begin.
    if (m_accounts != nullptr && !m_accounts->isHidden())
        m_list->setFocus(Qt::OtherFocusReason);
    else if (m_first != nullptr)
        m_first->setFocus(Qt::OtherFocusReason);
}

void StartPage::showAccounts()
{
    const bool hasAccounts = m_list != nullptr && m_list->model()->rowCount() > 0;
    m_headline->setText(hasAccounts ? tr("Your accounts") : tr("See your whole SoftLayer account"));
    if (m_accounts != nullptr) {
        m_accounts->setVisible(hasAccounts);
        m_list->updateGeometry();
    }
    if (m_first != nullptr)
        m_first->setDefault(!hasAccounts);
}

} // namespace layerscope
