// SPDX-License-Identifier: GPL-3.0-or-later
#include "window/tabledensity.h"

#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/layoutsettings.h"
#include "views/rowsview.h"
#include "window/openaccounts.h"
#include "window/windowactions.h"

#include <QAction>

namespace layerscope {

TableDensity::TableDensity(const WindowActions &actions, OpenAccounts &accounts, LayoutSettings &settings,
                           QObject *parent)
    : QObject(parent)
    , m_accounts(accounts)
    , m_settings(settings)
    , m_density(settings.rowDensity())
{
    actions.compactRows->setChecked(m_density == RowDensity::Compact);
    connect(actions.compactRows, &QAction::toggled, this,
            [this](bool isCompact) { choose(isCompact ? RowDensity::Compact : RowDensity::Comfortable); });
    connect(&accounts, &OpenAccounts::opened, this,
            [this](const OpenAccount *account) { followAccount(*account); });
}

void TableDensity::choose(RowDensity density)
{
    m_density = density;
    m_settings.setRowDensity(density);
    for (const OpenAccount *account : m_accounts.all()) {
        for (const RowsPage *page : account->page().pages())
            apply(*page);
    }
}

void TableDensity::followAccount(const OpenAccount &account)
{
    const AccountPage &accountPage = account.page();
    for (const RowsPage *page : accountPage.pages())
        apply(*page);
    connect(&accountPage, &AccountPage::pageMade, this, [this](const RowsPage *page) { apply(*page); });
}

void TableDensity::apply(const RowsPage &page) const
{
    page.view()->setDensity(m_density);
}

} // namespace layerscope
