// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"
#include "ui/window/windowfixture.h"

#include <QModelIndex>

class QAction;

namespace layerscope {

class AccountPage;
class FilterEdit;
class RowsModel;
class RowsView;
class TreeTableView;

/// A window on an account with servers in pools, and what tests of its tables do there.
class LoadedAccount : public WindowFixture
{
public:
    static constexpr int servers = 120;
    static constexpr int pools = 8;
    static constexpr int patience = 60'000; ///< Of a test, in ms; sanitizers are slow.

    /// `node`: where the former session was left.
    explicit LoadedAccount(const QString &node = {});

    /// Waits until all of it is there and on screen. False: it does not come.
    [[nodiscard]] bool stands() const;

    [[nodiscard]] AccountPage &page() const;
    [[nodiscard]] RowsModel &poolsModel() const;
    [[nodiscard]] RowsModel &rowsModel() const;
    [[nodiscard]] RowsView &poolsView() const;
    [[nodiscard]] RowsView &serversView() const;
    [[nodiscard]] QString node() const;
    [[nodiscard]] FilterEdit &filter() const;
    [[nodiscard]] QAction &action(const QString &name) const;

    void type(const QString &words) const;
    /// The pool cell of the first server that is in a pool.
    [[nodiscard]] QModelIndex pooledServer() const;
    [[nodiscard]] static qint64 poolOf(const QModelIndex &serverCell);
    /// The first member of this kind, by name.
    [[nodiscard]] QModelIndex member(RowKind kind) const;
    [[nodiscard]] RowKey currentServer() const;
    [[nodiscard]] RowKey currentPoolRow() const;

    static void doubleClick(const TreeTableView &view, const QModelIndex &cell);
    static void openContextMenu(TreeTableView &view);
};

} // namespace layerscope
