// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/window/loadedaccount.h"

#include "inventory/kinds.h"
#include "pages/accountpage.h"
#include "pages/rowspage.h"
#include "session/accountsession.h"
#include "views/navigatorview.h"
#include "views/rowsview.h"
#include "widgets/filteredit.h"

#include <QAction>
#include <QContextMenuEvent>
#include <QTest>

namespace layerscope {

LoadedAccount::LoadedAccount(const QString &node)
    : WindowFixture(servers, std::chrono::milliseconds(0), {}, pools)
{
    startAt(node);
    liftLimits();
    open();
    window->activateWindow();
}

bool LoadedAccount::stands() const
{
    const bool isLoaded = QTest::qWaitFor(
        [this] {
            return isFinished() && page().rows(poolsTable).totalRows() == pools &&
                   poolsModel().arrangement()->children->rows.size() ==
                       window->session()->members().table().rowCount() &&
                   rowsModel().rowCount() > 0;
        },
        patience);
    return isLoaded && QTest::qWaitForWindowActive(window.get());
}

AccountPage &LoadedAccount::page() const
{
    return *window->page();
}

RowsModel &LoadedAccount::poolsModel() const
{
    return window->session()->poolsModel();
}

RowsModel &LoadedAccount::rowsModel() const
{
    return window->session()->servers();
}

RowsView &LoadedAccount::poolsView() const
{
    return *page().rows(poolsTable).view();
}

RowsView &LoadedAccount::serversView() const
{
    return *page().rows(serversTable).view();
}

QString LoadedAccount::node() const
{
    return page().navigator().currentNode();
}

FilterEdit &LoadedAccount::filter() const
{
    return *window->findChild<FilterEdit *>();
}

QAction &LoadedAccount::action(const QString &name) const
{
    return *window->findChild<QAction *>(name);
}

void LoadedAccount::type(const QString &words) const
{
    filter().setText(words);
    QTest::keyClick(&filter(), Qt::Key_Return);
}

QModelIndex LoadedAccount::pooledServer() const
{
    for (int row = 0; row < rowsModel().rowCount(); ++row) {
        const QModelIndex cell = rowsModel().index(row, ServerColumn::Pool);
        if (!cell.data().toString().isEmpty())
            return cell;
    }
    return {};
}

qint64 LoadedAccount::poolOf(const QModelIndex &serverCell)
{
    return serverCell.siblingAtColumn(ServerColumn::PoolId).data(SortRole).toLongLong();
}

QModelIndex LoadedAccount::member(RowKind kind) const
{
    for (int place = 0; place < poolsModel().rowCount(); ++place) {
        const QModelIndex parent = poolsModel().index(place, 0);
        for (int row = 0; row < poolsModel().rowCount(parent); ++row) {
            const QModelIndex name = poolsModel().index(row, PoolColumn::Name, parent);
            if (name.data(KeyRole).value<RowKey>().kind == kind)
                return name;
        }
    }
    return {};
}

RowKey LoadedAccount::currentServer() const
{
    return serversView().currentIndex().data(KeyRole).value<RowKey>();
}

RowKey LoadedAccount::currentPoolRow() const
{
    return poolsView().currentIndex().data(KeyRole).value<RowKey>();
}

void LoadedAccount::doubleClick(const TreeTableView &view, const QModelIndex &cell)
{
    const QPoint place = view.visualRect(cell).center();
    QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, place);
    QTest::mouseDClick(view.viewport(), Qt::LeftButton, {}, place);
}

void LoadedAccount::openContextMenu(TreeTableView &view)
{
    QContextMenuEvent event(QContextMenuEvent::Keyboard, QPoint(), QPoint());
    QCoreApplication::sendEvent(view.viewport(), &event);
}

} // namespace layerscope
