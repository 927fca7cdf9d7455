// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "dialogs/exportchoice.h"
#include "inventory/inventorytable.h"

#include <QList>

namespace layerscope {

class AccountSession;
class ServersView;

/// What could be written of a table on screen, as it stands at the moment of asking. Owns nothing; GUI
/// thread.
class ExportSubject
{
public:
    ExportSubject(AccountSession &session, const ServersView &view);

    [[nodiscard]] AccountSession &session() const { return m_session; }

    /// Of the screen in their order, or all of the catalogue: first those of the screen, then the others.
    [[nodiscard]] QList<ColumnIndex> columns(bool all) const;
    /// Table rows; of ExportScope::All in table order, else in screen order. O(rows).
    [[nodiscard]] QList<int> rows(ExportScope scope) const;
    [[nodiscard]] qsizetype rowCount(ExportScope scope) const;

    /// How much of it is not there.
    struct Gaps
    {
        int waiting = 0; ///< Rows with values that a load would still bring
        int denied = 0;  ///< Rows with values that are refused, failed or gone
    };
    /// O(rows × cell groups).
    [[nodiscard]] Gaps gaps(ExportScope scope, bool allColumns) const;

private:
    AccountSession &m_session;
    const ServersView &m_view;
};

} // namespace layerscope
