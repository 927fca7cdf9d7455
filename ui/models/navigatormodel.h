// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/arrangement.h"
#include "inventory/inventorystore.h"
#include "loaders/loadoutcome.h"

#include <QAbstractItemModel>
#include <QSet>
#include <QThreadPool>

#include <chrono>
#include <memory>

namespace layerscope {

struct TableSpec;

/// The navigator: sections with nodes, each node a filter on one of the tables beside it with a live count.
/// Account › Servers, Bare metal, Virtual, Bandwidth pools, and each table beside them; Attention › what
/// somebody should look at; Datacenters › each, by name; Pools › each, by name. Counts come from the
/// account's first answer until the rows themselves are there; they are counted again at most every
/// `countInterval`, and of a large account on a worker. Two levels: section (not selectable), node. A node
/// stays the same index while its count or its name changes; datacenters and pools come by rowsInserted and
/// go by rowsRemoved. GUI thread; the stores outlive it.
class NavigatorModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    static constexpr std::chrono::milliseconds countInterval{250};

    enum Role : int {
        CountRole = Qt::UserRole, ///< qint64; invalid: not known yet
        KindRole,                 ///< int(RowKind) or invalid
        ScopeColumnRole,          ///< ColumnIndex or invalid
        ScopeTextRole,            ///< QString
        IsSectionRole,            ///< bool
        NodeIdRole,    ///< QString, stable over sessions: "servers", "virtual", "datacenter:dal10",
                       ///< "pool:309001"
        IndentRole,    ///< int, levels below the section
        IsPartialRole, ///< bool: the count is of the rows known so far, there may be more
        CountTextRole, ///< QString: "1 204", "≥ 120", "…"
        TableRole,     ///< QString, the key of the table that a node is about: "servers", "pools"
        RowRole,       ///< RowKey, of a node for a single row; invalid: of none
        NodeMarkRole,  ///< int(StateMark), of nodes that have a shape
    };

    /// `beside`: of the other tables that have nodes, in their order.
    NavigatorModel(const InventoryStore &servers, const InventoryStore &pools, const InventoryStore &members,
                   const QList<const InventoryStore *> &beside = {},
                   QThreadPool *workers = QThreadPool::globalInstance(), QObject *parent = nullptr);
    ~NavigatorModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const override;
    int columnCount(const QModelIndex &parent = {}) const override;
    QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override;

    void setAccount(const AccountSummary &account);
    void clearAccount();
    /// True at first. Once the lists are finished, counts are of the rows that came, even if the account
    /// announced more.
    void setListingRunning(bool running);
    /// Those of the tables beside whose lists are not finished; all of them at first.
    void setTablesListing(const QList<const TableSpec *> &tables);
    /// Kinds whose lists, now that they are finished, did not come whole: refused, failed or stopped. Then
    /// there are at least as many as came, and of none nobody knows.
    void setIncompleteKinds(const QSet<RowKind> &kinds);
    /// Cells that the table of servers shows: what "not permitted" is about.
    void setWantedGroups(GroupSet groups);
    /// Invalid if it does not stand (yet).
    [[nodiscard]] QModelIndex indexOfNode(const QString &nodeId) const;
    /// The node that leads to this row: its own if it has one, else that of its table.
    [[nodiscard]] static QString nodeIdOf(RowKey key);
    /// Makes this node the scope of `spec`; all rows for an invalid index.
    void applyScope(const QModelIndex &node, ArrangementSpec &spec) const;

private:
    class Private;
    std::unique_ptr<Private> d;
};

} // namespace layerscope
