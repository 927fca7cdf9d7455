// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/openaccounts.h"

#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "views/rowsview.h"

#include <QStackedWidget>

#include <algorithm>
#include <utility>

namespace layerscope {

OpenAccounts::OpenAccounts(const OpenAccount::Place &place, QObject *parent)
    : QObject(parent)
    , m_place(place)
{}

OpenAccounts::~OpenAccounts()
{
    closeAll();
}

QList<OpenAccount *> OpenAccounts::all() const
{
    QList<OpenAccount *> accounts;
    for (const std::unique_ptr<OpenAccount> &account : m_accounts)
        accounts.append(account.get());
    return accounts;
}

OpenAccount *OpenAccounts::find(const QString &id) const
{
    const auto found = std::find_if(m_accounts.cbegin(), m_accounts.cend(),
                                    [&id](const auto &account) { return account->id() == id; });
    return found == m_accounts.cend() ? nullptr : found->get();
}

QStringList OpenAccounts::unfinished() const
{
    QStringList sentences;
    for (const std::unique_ptr<OpenAccount> &account : m_accounts) {
        if (const QString sentence = account->unfinished(); !sentence.isEmpty())
            sentences.append(sentence);
    }
    return sentences;
}

void OpenAccounts::open(const AccountToOpen &account, bool isToBeShown)
{
    if (OpenAccount *former = find(account.id)) {
        if (former->isConnectedBy(account.connection)) {
            former->setName(account.name);
            if (isToBeShown)
                show(account.id);
            return;
        }
        isToBeShown = isToBeShown || former == m_shown;
        close(account.id);
    }
    m_accounts.push_back(std::make_unique<OpenAccount>(account, m_place));
    OpenAccount *added = m_accounts.back().get();
    connect(added, &OpenAccount::titleChanged, this, &OpenAccounts::changed);
    connect(added, &OpenAccount::activityChanged, this, &OpenAccounts::changed);
    Q_EMIT opened(added);
    if (isToBeShown || m_shown == nullptr) {
        show(account.id);
        added->page().currentPage().view()->setFocus();
    } else {
        Q_EMIT changed();
    }
}

void OpenAccounts::show(const QString &id)
{
    OpenAccount *account = find(id);
    if (account == nullptr || account == m_shown)
        return;
    m_formerlyShown.removeAll(id);
    m_formerlyShown.append(id);
    m_shown = account;
    m_place.pages.setCurrentWidget(&account->page()); // which also cares for the focus
    Q_EMIT shownChanged(account);
    Q_EMIT changed();
}

void OpenAccounts::showNext()
{
    showAt(1);
}

void OpenAccounts::showPrevious()
{
    showAt(-1);
}

void OpenAccounts::showAt(qsizetype step)
{
    const QList<OpenAccount *> accounts = all();
    if (m_shown != nullptr)
        show(accounts[(accounts.indexOf(m_shown) + step + accounts.size()) % accounts.size()]->id());
}

void OpenAccounts::close(const QString &id)
{
    const auto found = std::find_if(m_accounts.begin(), m_accounts.end(),
                                    [&id](const auto &account) { return account->id() == id; });
    if (found == m_accounts.end())
        return;
    (*found)->keepLayout();
    std::unique_ptr<OpenAccount> closing = std::move(*found);
    m_accounts.erase(found);
    m_formerlyShown.removeAll(id);
    if (m_shown == closing.get()) {
        // Those who look at it look away before it goes.
        m_shown = nullptr;
        if (!m_formerlyShown.isEmpty())
            show(m_formerlyShown.constLast());
        else if (!m_accounts.empty())
            show(m_accounts.back()->id());
        else
            Q_EMIT shownChanged(nullptr);
    }
    closing->disconnect(this);
    closing.reset();
    Q_EMIT changed();
}

void OpenAccounts::closeAll()
{
    if (m_accounts.empty())
        return;
    for (const std::unique_ptr<OpenAccount> &account : m_accounts)
        account->keepLayout();
    std::vector<std::unique_ptr<OpenAccount>> closing = std::exchange(m_accounts, {});
    m_formerlyShown.clear();
    m_shown = nullptr;
    Q_EMIT shownChanged(nullptr);
    for (const std::unique_ptr<OpenAccount> &account : closing)
        account->disconnect(this);
    closing.clear();
    Q_EMIT changed();
}

} // namespace layerscope
