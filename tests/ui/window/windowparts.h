// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/window/windowfixture.h"

#include "dialogs/exportdialog.h"
#include "inventory/kinds.h"
#include "models/rowsmodel.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "views/rowsview.h"
#include "widgets/emptystate.h"

#include <QTest>

namespace layerscope {

/// What tests look at in a window with an account.

[[nodiscard]] inline RowsModel &serversModel(const WindowFixture &fixture)
{
    return fixture.window->session()->servers();
}

[[nodiscard]] inline RowsView &serversView(const WindowFixture &fixture)
{
    return *fixture.window->page()->rows(serversTable).view();
}

[[nodiscard]] inline RowsModel &poolsModel(const WindowFixture &fixture)
{
    return fixture.window->session()->poolsModel();
}

[[nodiscard]] inline RowsView &poolsView(const WindowFixture &fixture)
{
    return *fixture.window->page()->rows(poolsTable).view();
}

[[nodiscard]] inline AccountLoader::State loadState(const WindowFixture &fixture)
{
    return fixture.window->session()->loader().state();
}

/// What stands in the place of the servers where there are none to see.
[[nodiscard]] inline EmptyState *emptyServers(const WindowFixture &fixture)
{
    return fixture.window->page()->rows(serversTable).findChild<EmptyState *>();
}

/// Null while no dialog for an export is open.
[[nodiscard]] inline ExportDialog *exportDialog(const WindowFixture &fixture)
{
    return fixture.window->findChild<ExportDialog *>();
}

/// Of the dialog that is open.
template<class Widget>
[[nodiscard]] Widget *exportPart(const WindowFixture &fixture, const QString &name)
{
    return exportDialog(fixture)->findChild<Widget *>(name);
}

/// Opens the account on its pools.
inline void openPools(WindowFixture &fixture)
{
    fixture.liftLimits();
    fixture.startAt(QStringLiteral("pools"));
    fixture.open();
}

/// Waits until every pool and member is there, and put in its order.
[[nodiscard]] inline bool poolsStand(const WindowFixture &fixture, int timeout = loadTimeout)
{
    return QTest::qWaitFor(
        [&fixture] {
            const RowsModel &model = poolsModel(fixture);
            return fixture.isFinished() && model.arrangement()->visibleRows == model.table().rowCount() &&
                   model.arrangement()->children->rows.size() == model.children()->rowCount();
        },
        timeout);
}

} // namespace layerscope
