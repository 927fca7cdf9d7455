// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventorystore.h"

#include <utility>

namespace layerscope {

namespace {

/// Ascending, each once. By marking: sorting 100 000 numbers would take longer.
QList<int> uniqueRows(const QList<int> &rows, int below)
{
    std::vector<bool> isMarked(static_cast<std::size_t>(below));
    for (const int row : rows) {
        if (row < below)
            isMarked[static_cast<std::size_t>(row)] = true;
    }
    QList<int> unique;
    for (int row = 0; row < below; ++row) {
        if (isMarked[static_cast<std::size_t>(row)])
            unique.append(row);
    }
    return unique;
}

} // namespace

InventoryStore::InventoryStore(const Catalogue &catalogue, Clock &clock, QObject *parent)
    : QObject(parent)
    , m_table(catalogue)
    , m_clock(clock)
{}

void InventoryStore::beginLoad()
{
    m_table.beginLoad(m_clock.utcNow());
    const GroupSet all = GroupSet().set();
    for (int row = 0; row < m_table.rowCount(); ++row)
        markChanged(row, all);
}

void InventoryStore::listRows(const QList<RowPatch> &patches)
{
    for (const RowPatch &patch : patches) {
        bool isNew = false;
        const int row = m_table.listRow(patch, &isNew);
        if (!isNew)
            markChanged(row, patch.loaded);
        for (const auto &[group, error] : patch.failed)
            markChanged(row, GroupSet().set(static_cast<std::size_t>(group)));
    }
    scheduleFlush();
}

void InventoryStore::apply(const QList<RowPatch> &patches)
{
    for (const RowPatch &patch : patches) {
        const std::optional<int> row = m_table.apply(patch);
        if (!row)
            continue;
        markChanged(*row, patch.loaded);
        for (const auto &[group, error] : patch.failed)
            markChanged(*row, GroupSet().set(static_cast<std::size_t>(group)));
    }
}

void InventoryStore::setLoading(const QList<int> &rows, GroupSet groups)
{
    for (const int row : rows) {
        m_table.setLoading(row, groups);
        markChanged(row, groups);
    }
}

void InventoryStore::clearLoading(const QList<int> &rows, GroupSet groups)
{
    for (const int row : rows) {
        m_table.clearLoading(row, groups);
        markChanged(row, groups);
    }
}

void InventoryStore::setFailure(const QList<int> &rows, GroupSet groups, CellState state,
                                const ApiError &error)
{
    for (const int row : rows) {
        m_table.setFailure(row, groups, state, error);
        markChanged(row, groups);
    }
}

void InventoryStore::clearFailures(const QList<int> &rows, GroupSet groups)
{
    for (const int row : rows) {
        if (m_table.clearFailures(row, groups))
            markChanged(row, groups);
    }
}

void InventoryStore::setGone(const QList<int> &rows)
{
    const GroupSet all = GroupSet().set();
    for (const int row : rows) {
        m_table.setGone(row);
        markChanged(row, all);
    }
}

void InventoryStore::removeRowsNotListed(RowKind kind)
{
    removeRowsNotListed([this, kind](int row) { return m_table.key(row).kind == kind; });
}

void InventoryStore::removeRowsNotListed(const std::function<bool(int row)> &wasListWhole)
{
    const auto gone = [&] {
        QList<int> rows;
        for (int row = 0; row < m_table.rowCount(); ++row) {
            if (!m_table.isListed(row) && wasListWhole(row))
                rows.append(row);
        }
        return rows;
    };
    if (gone().isEmpty())
        return;
    flush(); // who hears of it may list some of them after all
    removeRows(gone());
}

void InventoryStore::removeRows(const QList<int> &rows)
{
    if (rows.isEmpty())
        return;
    flush(); // what was pending speaks of the old numbers
    const QList<int> newRowOfOld = m_table.removeRows(rows);
    m_announcedRows = m_table.rowCount();
    Q_EMIT rowsRemapped(newRowOfOld);
}

void InventoryStore::clear()
{
    m_table.clear();
    m_changedRows.clear();
    m_changedGroups.reset();
    m_announcedRows = 0;
    Q_EMIT cleared();
}

void InventoryStore::flush()
{
    const int announced = m_announcedRows;
    const int count = m_table.rowCount() - announced;
    const QList<int> changed = uniqueRows(std::exchange(m_changedRows, {}), announced);
    const GroupSet groups = std::exchange(m_changedGroups, {});
    m_announcedRows = m_table.rowCount();

    if (count > 0)
        Q_EMIT rowsAppended(announced, count);
    if (!changed.isEmpty())
        Q_EMIT rowsChanged(changed, groups);
}

void InventoryStore::markChanged(int row, GroupSet groups)
{
    m_changedRows.append(row);
    m_changedGroups |= groups;
    scheduleFlush();
}

void InventoryStore::scheduleFlush()
{
    if (m_flushPending)
        return;
    m_flushPending = true;
    m_clock.callAfter(batchInterval, this, [this] {
        m_flushPending = false;
        flush();
    });
}

} // namespace layerscope
