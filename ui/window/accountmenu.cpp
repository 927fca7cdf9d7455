// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/accountmenu.h"

#include "session/knownaccounts.h"
#include "window/openaccounts.h"
#include "window/windowactions.h"

#include <QActionGroup>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

AccountMenu::AccountMenu(const WindowActions &actions, const KnownAccounts &known, const OpenAccounts &open,
                         QWidget *parent)
    : QMenu(tr("&Account"), parent)
    , m_known(known)
    , m_open(open)
    , m_accounts(new QActionGroup(this))
{
    setObjectName(u"accountMenu"_s);
    // None is checked while none is on screen.
    m_accounts->setExclusionPolicy(QActionGroup::ExclusionPolicy::ExclusiveOptional);
    m_endOfAccounts = addSeparator();
    addActions({actions.nextAccount, actions.previousAccount});
    addSeparator();
    addActions({actions.connectAccount, actions.manageAccounts});
    addSeparator();
    addActions({actions.refresh, actions.goOn, actions.stop});
    addSeparator();
    addAction(actions.closeAccount);

    connect(m_accounts, &QActionGroup::triggered, this, [this](const QAction *action) {
        showLines(); // choosing the checked one took its mark away
        Q_EMIT accountChosen(action->data().toString());
    });
    connect(&m_known, &KnownAccounts::changed, this, &AccountMenu::showLines);
    connect(&m_open, &OpenAccounts::changed, this, &AccountMenu::showLines);
    showLines();
}

QList<AccountMenu::Line> AccountMenu::lines() const
{
    QList<Line> lines;
    for (const KnownAccounts::Entry &entry : m_known.entries())
        lines.append({entry.id, entry.name});
    for (const OpenAccount *account : m_open.all()) {
        if (m_known.nameOf(account->id()).isEmpty())
            lines.append({account->id(), account->title()});
    }
    return lines;
}

QString AccountMenu::activityOf(const QString &id) const
{
    const OpenAccount *account = m_open.find(id);
    if (account == nullptr)
        //: An account in a menu: its key is being fetched
        return m_known.isOpening(id) ? tr("opening") : QString();
    if (account->isExporting())
        //: An account in a menu: a file is being written
        return tr("exporting");
    if (account->isLoading())
        //: An account in a menu: it loads
        return tr("loading");
    // The one on screen has its mark.
    //: An account in a menu: it is open, but another one is on screen
    return account == m_open.shown() ? QString() : tr("open");
}

/// In place, for the menu may be on screen.
void AccountMenu::showLines()
{
    const QList<Line> accounts = lines();
    setCount(accounts.size());
    const QList<QAction *> actions = m_accounts->actions();
    for (qsizetype at = 0; at < accounts.size(); ++at) {
        const Line &line = accounts[at];
        QString text = QString(line.name).replace(u'&', u"&&"_s);
        if (at < maxNumbered)
            text = u'&' + QString::number(at + 1) + u"  "_s + text;
        if (const QString activity = activityOf(line.id); !activity.isEmpty())
            text += u" · "_s + activity;
        QAction *action = actions[at];
        action->setText(text);
        action->setData(line.id);
        action->setObjectName(u"account_"_s + line.id);
        action->setChecked(m_open.shown() != nullptr && m_open.shown()->id() == line.id);
    }
}

void AccountMenu::setCount(qsizetype count)
{
    QList<QAction *> actions = m_accounts->actions();
    while (actions.size() > count)
        delete actions.takeLast();
    while (actions.size() < count) {
        auto *action = new QAction(m_accounts);
        action->setCheckable(true);
        if (const int number = static_cast<int>(actions.size()) + 1; number <= maxNumbered)
            action->setShortcut(QKeySequence(QKeyCombination(Qt::ALT, Qt::Key(Qt::Key_0 + number))));
        m_accounts->addAction(action);
        insertAction(m_endOfAccounts, action);
        actions.append(action);
    }
}

} // namespace layerscope
