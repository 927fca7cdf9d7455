// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/poolssubject.h"

#include "views/poolsview.h"
#include "window/accountsession.h"

#include <QCoreApplication>

#include <numeric>

namespace layerscope {

namespace {

QList<int> allRows(const InventoryTable &table)
{
    QList<int> rows(table.rowCount());
    std::iota(rows.begin(), rows.end(), 0);
    return rows;
}

QList<int> poolsOf(const PoolTree &tree)
{
    QList<int> rows;
    rows.reserve(tree.pools.size());
    for (const PoolTree::Pool &pool : tree.pools)
        rows.append(pool.row);
    return rows;
}

QList<int> membersOf(const PoolTree &tree)
{
    QList<int> rows;
    rows.reserve(tree.visibleMembers);
    for (const PoolTree::Pool &pool : tree.pools)
        rows += pool.members;
    return rows;
}

/// Makes the tree of a model's pools and members anew, on a worker; empty if cancelled.
std::function<PoolTree(const CancelToken &)> treeOf(const PoolsModel &model, ExportScope scope)
{
    const ArrangementSpec poolSpec = model.spec();
    const ArrangementSpec memberSpec = model.memberSpec();
    const PoolScope wanted = scope == ExportScope::Filtered ? model.scope() : PoolScope();
    return [pools = model.pools(), members = model.members(), poolSpec, memberSpec,
            wanted](const CancelToken &token) {
        const auto poolOrder = arrange(pools, poolSpec, token);
        const auto memberOrder = arrange(members, memberSpec, token);
        return poolOrder && memberOrder ? PoolTree::make(pools, *poolOrder, members, *memberOrder, wanted)
                                        : PoolTree();
    };
}

} // namespace

// --- pools
// ------------------------------------------------------------------------------------------------------

PoolsSubject::PoolsSubject(AccountSession &session, const PoolsView &view)
    : ExportSubject(session)
    , m_view(view)
{}

ExportSubject::Words PoolsSubject::words() const
{
    return {QCoreApplication::translate("ExportDialog", "Export bandwidth pools"),
            QCoreApplication::translate("ExportDialog", "All pools (%1)"),
            QCoreApplication::translate("ExportDialog", "Filtered, as on screen (%1)"),
            QCoreApplication::translate("ExportDialog", "Selected (%1)")};
}

QString PoolsSubject::fileStem() const
{
    return QStringLiteral("pools");
}

const InventoryTable &PoolsSubject::table() const
{
    return session().poolsModel().pools();
}

QList<ColumnIndex> PoolsSubject::shownColumns() const
{
    return m_view.shownColumns();
}

QList<int> PoolsSubject::rows(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All:
        return allRows(table());
    case ExportScope::Filtered:
        return poolsOf(session().poolsModel().tree());
    case ExportScope::Selected:
        return m_view.selectedPools();
    }
    return {};
}

qsizetype PoolsSubject::rowCount(ExportScope scope) const
{
    return scope == ExportScope::All ? table().rowCount() : rows(scope).size();
}

ExportSubject::Arrange PoolsSubject::arrange(ExportScope scope) const
{
    return [tree = treeOf(session().poolsModel(), scope)](const CancelToken &token) {
        return poolsOf(tree(token));
    };
}

void PoolsSubject::setExportColumns(const ColumnSet &columns) const
{
    session().setPoolExportColumns(columns, {});
}

// --- members
// ----------------------------------------------------------------------------------------------------

MembersSubject::MembersSubject(AccountSession &session, const PoolsView &view)
    : ExportSubject(session)
    , m_view(view)
{}

ExportSubject::Words MembersSubject::words() const
{
    return {QCoreApplication::translate("ExportDialog", "Export pool members"),
            QCoreApplication::translate("ExportDialog", "Members of all pools (%1)"),
            QCoreApplication::translate("ExportDialog", "Of the pools on screen (%1)"),
            QCoreApplication::translate("ExportDialog", "Selected, and all of selected pools (%1)")};
}

QString MembersSubject::fileStem() const
{
    return QStringLiteral("pool-members");
}

const InventoryTable &MembersSubject::table() const
{
    return session().poolsModel().members();
}

/// A tree of pools shows its members in its own columns; a file of them has theirs.
QList<ColumnIndex> MembersSubject::shownColumns() const
{
    return memberCatalogue().defaultColumns();
}

QList<int> MembersSubject::rows(ExportScope scope) const
{
    switch (scope) {
    case ExportScope::All:
        return allRows(table());
    case ExportScope::Filtered:
        return membersOf(session().poolsModel().tree());
    case ExportScope::Selected:
        return m_view.selectedMembers();
    }
    return {};
}

qsizetype MembersSubject::rowCount(ExportScope scope) const
{
    return scope == ExportScope::All ? table().rowCount() : rows(scope).size();
}

ExportSubject::Arrange MembersSubject::arrange(ExportScope scope) const
{
    return [tree = treeOf(session().poolsModel(), scope)](const CancelToken &token) {
        return membersOf(tree(token));
    };
}

void MembersSubject::setExportColumns(const ColumnSet &columns) const
{
    session().setPoolExportColumns({}, columns);
}

} // namespace layerscope
