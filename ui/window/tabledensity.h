// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/rowdensity.h"

#include <QObject>

class QAction;

namespace layerscope {

class LayoutSettings;
class OpenAccount;
class OpenAccounts;
class RowsPage;
class WindowActions;

/// How much room rows have: one choice for every table of every account, which is kept for the next start.
/// GUI thread; what it is given outlives it.
class TableDensity : public QObject
{
    Q_OBJECT

public:
    TableDensity(const WindowActions &actions, OpenAccounts &accounts, LayoutSettings &settings,
                 QObject *parent = nullptr);

private:
    void choose(RowDensity density);
    void followAccount(const OpenAccount &account);
    void apply(const RowsPage &page) const;

    OpenAccounts &m_accounts;
    LayoutSettings &m_settings;
    RowDensity m_density;
};

} // namespace layerscope
