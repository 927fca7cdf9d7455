// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/kinds.h"
#include "inventory/relations.h"

#include <QList>
#include <QObject>

#include <functional>

namespace layerscope {

class AccountSession;

/// What is selected among the tables. A value.
struct PanelSelection
{
    const TableSpec *table = nullptr; ///< The one on screen; nullptr: none.
    /// The first ones in view order, `mostRows` at most: to name 100 000 takes longer than a key that is held
    /// down has. Where several tables stand in one view not necessarily of `table`, but all of one table.
    QList<RowKey> rows;
    qsizetype count = 0; ///< Of all.

    /// More than any panel shows.
    static constexpr qsizetype mostRows = 100;
};

/// What a panel knows of the account it stands beside, and how it asks for something there. GUI thread;
/// outlives its panels.
class PanelContext final : public QObject
{
    Q_OBJECT

public:
    PanelContext(AccountSession &session, std::function<PanelSelection()> selection,
                 QObject *parent = nullptr);

    [[nodiscard]] AccountSession &session() const { return m_session; }
    /// Cost: O(selected rows) of rows below others, else O(1) but for rows that come before those selected.
    [[nodiscard]] PanelSelection selection() const { return m_selection(); }

Q_SIGNALS:
    /// selection() is another one, or another table is on screen. Comes with each key held down in a table.
    void selectionChanged();
    /// The account on screen is loaded anew: what is shown of it is to be asked for again.
    void loadedAnew();
    /// For panels to say: the person wants to see this row among its table.
    void rowWanted(layerscope::RowKey key);
    /// The same of all rows that a row leads to.
    void jumpWanted(const layerscope::Jump &jump);

private:
    AccountSession &m_session;
    std::function<PanelSelection()> m_selection;
};

} // namespace layerscope
