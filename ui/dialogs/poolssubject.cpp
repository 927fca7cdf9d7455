// SPDX-License-Identifier: GPL-3.0-or-later
#include "dialogs/poolssubject.h"

#include "session/accountsession.h"
#include "views/poolsview.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>
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

/// Makes the tree anew, of order, filter and scope as they are now and the tables of then; `rowsOf` picks
/// what is wanted of it, on a worker. Nothing if cancelled.
template<class RowsOf>
ExportSubject::Agreement agreeOn(const AccountSession &session, const PoolsModel &model, ExportScope scope,
                                 RowsOf rowsOf)
{
    const PoolScope wanted = scope == ExportScope::Filtered ? model.scope() : PoolScope();
    return [&poolStore = session.pools(), &memberStore = session.members(), poolSpec = model.spec(),
            memberSpec = model.memberSpec(), wanted, rowsOf]() -> ExportSubject::Arrange {
        return [pools = poolStore.table(), members = memberStore.table(), poolSpec, memberSpec, wanted,
                rowsOf](const CancelToken &token) -> ExportSubject::Rows {
            const auto poolOrder = arrange(pools, poolSpec, token);
            const auto memberOrder = arrange(members, memberSpec, token);
            if (!poolOrder || !memberOrder)
                return {};
            return rowsOf(PoolTree::make(pools, *poolOrder, members, *memberOrder, wanted));
        };
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

QList<int> PoolsSubject::undecidedRows(ExportScope scope) const
{
    return scope == ExportScope::Filtered ? session().poolsModel().tree().undecidedPools : QList<int>();
}

qint64 PoolsSubject::unlistedRows() const
{
    return unlistedOf([](RowKind kind) { return kind == RowKind::Pool; });
}

ExportSubject::Agreement PoolsSubject::agree(ExportScope scope) const
{
    return agreeOn(session(), session().poolsModel(), scope, [](const PoolTree &tree) {
        return Rows{poolsOf(tree), tree.undecidedPools.size()};
    });
}

ColumnSet PoolsSubject::decidingColumns() const
{
    return session().poolsModel().usedPoolColumns();
}

void PoolsSubject::setExportColumns(const ColumnSet &columns) const
{
    if (columns.none()) {
        session().setPoolExportColumns({}, {});
        return;
    }
    const PoolsModel &model = session().poolsModel();
    session().setPoolExportColumns(columns | model.usedPoolColumns(), model.usedMemberColumns());
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

QList<int> MembersSubject::undecidedRows(ExportScope scope) const
{
    return scope == ExportScope::Filtered ? session().poolsModel().tree().undecidedMembers : QList<int>();
}

/// By the pools' counts; of a pool whose count is not known at least one.
qint64 MembersSubject::unlistedRows() const
{
    const InventoryTable &pools = session().poolsModel().pools();
    QHash<qint64, qint64> listed;
    for (int row = 0; row < table().rowCount(); ++row) {
        if (table().hasValue(row, MemberColumn::PoolId))
            ++listed[table().bits(row, MemberColumn::PoolId)];
    }
    qint64 unlisted = 0;
    for (int row = 0; row < pools.rowCount(); ++row) {
        const qint64 id = pools.key(row).id;
        if (session().poolsLoader().isMemberListSettled(id))
            continue;
        const qint64 devices =
            pools.hasValue(row, PoolColumn::Devices) ? pools.bits(row, PoolColumn::Devices) : 1;
        unlisted += std::max<qint64>(0, devices - listed.value(id));
    }
    return unlisted;
}

ExportSubject::Agreement MembersSubject::agree(ExportScope scope) const
{
    return agreeOn(session(), session().poolsModel(), scope, [](const PoolTree &tree) {
        return Rows{membersOf(tree), tree.undecidedMembers.size()};
    });
}

ColumnSet MembersSubject::decidingColumns() const
{
    return session().poolsModel().usedMemberColumns();
}

void MembersSubject::setExportColumns(const ColumnSet &columns) const
{
    if (columns.none()) {
        session().setPoolExportColumns({}, {});
        return;
    }
    const PoolsModel &model = session().poolsModel();
    session().setPoolExportColumns(model.usedPoolColumns(), columns | model.usedMemberColumns());
}

} // namespace layerscope
