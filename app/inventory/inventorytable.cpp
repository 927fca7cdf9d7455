// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"

#include <algorithm>
#include <array>

namespace layerscope {

namespace {

constexpr quint8 goneFlag = 1;
constexpr quint8 listedFlag = 2;

} // namespace

InventoryTable::InventoryTable(const Catalogue &catalogue)
    : m_catalogue(&catalogue)
    , m_kindColumn(catalogue.find(u"kind"))
    , m_idColumn(catalogue.find(u"id"))
    , m_cells(catalogue)
    , m_states(catalogue.groupCount())
    , m_failures(catalogue.groupCount())
    , m_columnRevisions(catalogue.columnCount())
    , m_groupRevisions(catalogue.groupCount())
{}

// ---- reading ----------------------------------------------------------------------------------------------

std::optional<int> InventoryTable::find(RowKey key) const
{
    return m_rowOfKey.find(qHash(key), [this, key](int row) { return m_keys.at(row) == key; });
}

bool InventoryTable::kindHasGroup(int row, int group) const
{
    return group == m_catalogue->column(0).group // the identity, which each row has
           || m_catalogue->groupsOfKind(m_keys.at(row).kind).test(static_cast<std::size_t>(group));
}

GroupSet InventoryTable::groupsOf(int row) const
{
    GroupSet groups = m_catalogue->groupsOfKind(m_keys.at(row).kind);
    return groups.set(static_cast<std::size_t>(m_catalogue->column(0).group)); // the identity, as above
}

bool InventoryTable::hasValue(int row, ColumnIndex column) const
{
    return m_cells.hasValue(row, column) && (column == m_kindColumn || column == m_idColumn ||
                                             isShown(row, m_catalogue->column(column).group));
}

bool InventoryTable::isKnown(int row, ColumnIndex column) const
{
    const int group = m_catalogue->column(column).group;
    return !kindHasGroup(row, group) || hasValue(row, column) ||
           (isShown(row, group) && !m_cells.isWrong(row, column));
}

CellValue InventoryTable::value(int row, ColumnIndex column) const
{
    return hasValue(row, column) ? m_cells.value(row, column) : CellValue();
}

const QString &InventoryTable::text(int row, ColumnIndex column) const
{
    return m_cells.texts().at(hasValue(row, column) ? static_cast<quint32>(m_cells.bits(row, column)) : 0);
}

bool InventoryTable::isGone(int row) const
{
    return (m_rowFlags.at(row) & goneFlag) != 0;
}

CellState InventoryTable::groupState(int row, int group) const
{
    if (!kindHasGroup(row, group))
        return CellState::Value;
    const GroupStates::State state = m_states.at(row, group);
    if (state.stored == Stored::Value || state.stored == Stored::Unreadable)
        return CellState::Value;
    if (isGone(row))
        return CellState::Gone;
    switch (state.stored) {
    case Stored::NotAsked:
        return CellState::NotAsked;
    case Stored::Loading:
        return CellState::Loading;
    case Stored::Value:
    case Stored::Unreadable:
        return CellState::Value;
    case Stored::Partly:
        return CellState::Failed;
    case Stored::Refused:
        return state.isKnown ? CellState::Stale : CellState::Refused;
    case Stored::Failed:
        return state.isKnown ? CellState::Stale : CellState::Failed;
    case Stored::Stale:
        return CellState::Stale;
    }
    return CellState::NotAsked;
}

CellState InventoryTable::cellState(int row, ColumnIndex column) const
{
    const ColumnSpec &spec = m_catalogue->column(column);
    const CellState state = groupState(row, spec.group);
    const bool cameAllTheSame =
        m_states.at(row, spec.group).stored == Stored::Partly && !m_cells.isWrong(row, column);
    if (state != CellState::Value && !cameAllTheSame)
        return state;
    // Blanks alone are something in a file, and nothing to see.
    const bool isEmpty =
        !hasValue(row, column) || (spec.type == ColumnType::Text && text(row, column).isEmpty());
    return isEmpty ? CellState::Empty : CellState::Value;
}

QDateTime InventoryTable::loadTime(int row, int group) const
{
    const GroupStates::State state = m_states.at(row, group);
    return state.isKnown ? m_loadTimes.value(state.age) : QDateTime();
}

bool InventoryTable::isListed(int row) const
{
    return (m_rowFlags.at(row) & listedFlag) != 0;
}

RowState InventoryTable::rowState(int row, GroupSet wanted) const
{
    if (isGone(row))
        return RowState::Gone;
    if (key(row).kind == RowKind::NotVisible)
        wanted.set(); // whatever was asked for: it stands for rows that did not come
    return m_states.rowState(row, wanted & groupsOf(row));
}

GroupSet InventoryTable::missingGroups(int row, GroupSet wanted) const
{
    return isGone(row) ? GroupSet() : wanted & groupsOf(row) & ~m_states.answered(row);
}

quint64 InventoryTable::revision(ColumnIndex column) const
{
    return std::max(
        {m_rowsRevision, m_columnRevisions[column], m_groupRevisions[m_catalogue->column(column).group]});
}

quint64 InventoryTable::revision(const ColumnSet &columns) const
{
    quint64 newest = m_rowsRevision;
    for (ColumnIndex column = 0; column < m_catalogue->columnCount(); ++column) {
        if (columns.test(static_cast<std::size_t>(column)))
            newest = std::max(newest, revision(column));
    }
    return newest;
}

// ---- writing ----------------------------------------------------------------------------------------------

void InventoryTable::setState(int row, int group, GroupStates::State state)
{
    const auto bit = static_cast<std::size_t>(group);
    const bool wasShown = isShown(row, group);
    const bool wasAnswered = m_states.answered(row).test(bit);
    m_states.set(row, group, state);
    ++m_revision;
    if (wasAnswered && !m_states.answered(row).test(bit))
        m_lackRevision = m_revision;
    if (isShown(row, group) != wasShown)
        m_groupRevisions[group] = m_revision;
}

void InventoryTable::setStored(int row, int group, Stored stored)
{
    GroupStates::State state = m_states.at(row, group);
    state.stored = stored;
    setState(row, group, state);
}

void InventoryTable::put(int row, ColumnIndex column, const CellValue &value)
{
    if (m_cells.put(row, column, value))
        m_columnRevisions[column] = ++m_revision;
}

void InventoryTable::beginLoad(const QDateTime &now)
{
    m_states.beginLoad();
    m_loadTimes.prepend(now);
    m_loadTimes.resize(std::min<qsizetype>(m_loadTimes.size(), GroupStates::oldestAge + 1));
    m_rowFlags.clear();
    m_failures.clear();
    touchRows(); // what was hidden by a failure or a vanished row is to be seen again
    m_lackRevision = m_revision;
}

int InventoryTable::listRow(const RowPatch &patch, bool *isNew)
{
    std::optional<int> known = find(patch.key);
    if (isNew != nullptr)
        *isNew = !known;
    if (!known) {
        known = m_rowCount++;
        m_keys.set(*known, patch.key);
        m_rowOfKey.insert(qHash(patch.key), *known);
        if (m_kindColumn)
            put(*known, *m_kindColumn, QString::fromLatin1(kindSpec(patch.key.kind).key));
        if (m_idColumn && patch.key.kind != RowKind::NotVisible) // that is the number of its pool
            put(*known, *m_idColumn, patch.key.id);
        touchRows();
    }
    putPatch(*known, patch);
    m_rowFlags.own(*known) |= listedFlag;
    return *known;
}

std::optional<int> InventoryTable::apply(const RowPatch &patch)
{
    const std::optional<int> row = find(patch.key);
    if (row)
        putPatch(*row, patch);
    return row;
}

void InventoryTable::putPatch(int row, const RowPatch &patch)
{
    if (isGone(row)) {
        m_rowFlags.own(row) &= static_cast<quint8>(~goneFlag);
        touchRows();
        m_lackRevision = m_revision;
    }

    std::array<const CellValue *, ColumnSet().size()> values{};
    for (const auto &[column, value] : patch.values)
        values[static_cast<std::size_t>(column)] = &value;

    static const CellValue nothing;
    for (ColumnIndex column = 0; column < m_catalogue->columnCount(); ++column) {
        const int group = m_catalogue->column(column).group;
        if (!patch.loaded.test(static_cast<std::size_t>(group)) || column == m_kindColumn ||
            column == m_idColumn)
            continue;
        const CellValue *value = values[static_cast<std::size_t>(column)];
        put(row, column, value != nullptr ? *value : nothing);
    }
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (!patch.loaded.test(static_cast<std::size_t>(group)))
            continue;
        const bool isUnreadable = patch.unreadable.test(static_cast<std::size_t>(group));
        setState(row, group, {isUnreadable ? Stored::Unreadable : Stored::Value, true, 0});
        m_failures.remove(row, group);
    }
    for (const auto &[group, error] : patch.failed)
        setFailure(row, GroupSet().set(static_cast<std::size_t>(group)),
                   error.isRefusal() ? CellState::Refused : CellState::Failed, error);
    if (!patch.wrong.empty())
        putPartly(row, patch);
}

/// The cells of failed groups that came all the same.
void InventoryTable::putPartly(int row, const RowPatch &patch)
{
    GroupSet groups;
    for (const ColumnIndex column : patch.wrong)
        groups.set(static_cast<std::size_t>(m_catalogue->column(column).group));
    for (ColumnIndex column = 0; column < m_catalogue->columnCount(); ++column) {
        const int group = m_catalogue->column(column).group;
        if (!groups.test(static_cast<std::size_t>(group)) || column == m_kindColumn || column == m_idColumn)
            continue;
        const bool isWrong =
            std::find(patch.wrong.cbegin(), patch.wrong.cend(), column) != patch.wrong.cend();
        const auto value = std::find_if(patch.values.cbegin(), patch.values.cend(),
                                        [column](const auto &cell) { return cell.first == column; });
        if (!isWrong)
            put(row, column, value != patch.values.cend() ? value->second : CellValue());
        else if (m_cells.putWrong(row, column))
            m_columnRevisions[column] = ++m_revision;
    }
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (groups.test(static_cast<std::size_t>(group)) && m_states.at(row, group).stored == Stored::Failed)
            setState(row, group, {Stored::Partly, true, 0});
    }
}

void InventoryTable::setLoading(int row, GroupSet groups)
{
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (!groups.test(static_cast<std::size_t>(group)))
            continue;
        setStored(row, group, Stored::Loading);
        m_failures.remove(row, group);
    }
}

void InventoryTable::clearLoading(int row, GroupSet groups)
{
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        const GroupStates::State state = m_states.at(row, group);
        if (groups.test(static_cast<std::size_t>(group)) && state.stored == Stored::Loading)
            setStored(row, group, state.isKnown ? Stored::Stale : Stored::NotAsked);
    }
}

void InventoryTable::setFailure(int row, GroupSet groups, CellState state, const ApiError &error)
{
    Q_ASSERT(state == CellState::Refused || state == CellState::Failed);
    if (groups.none())
        return;
    m_failures.set(row, groups, error);
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (groups.test(static_cast<std::size_t>(group)))
            setStored(row, group, state == CellState::Refused ? Stored::Refused : Stored::Failed);
    }
}

bool InventoryTable::clearFailures(int row, GroupSet groups)
{
    bool anyCleared = false;
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        const GroupStates::State state = m_states.at(row, group);
        if (!groups.test(static_cast<std::size_t>(group)) ||
            (state.stored != Stored::Failed && state.stored != Stored::Partly &&
             state.stored != Stored::Refused))
            continue;
        setStored(row, group, state.isKnown ? Stored::Stale : Stored::NotAsked);
        m_failures.remove(row, group);
        anyCleared = true;
    }
    return anyCleared;
}

void InventoryTable::setGone(int row)
{
    m_rowFlags.own(row) |= goneFlag;
    touchRows();
}

QList<int> InventoryTable::rowsNotListed(RowKind kind) const
{
    QList<int> rows;
    for (int row = 0; row < rowCount(); ++row) {
        if (key(row).kind == kind && !isListed(row))
            rows.append(row);
    }
    return rows;
}

QList<int> InventoryTable::removeRows(const QList<int> &rows)
{
    QList<int> newRowOfOld(rowCount());
    for (const int row : rows)
        newRowOfOld[row] = -1;
    int next = 0;
    for (int &row : newRowOfOld) {
        if (row >= 0)
            row = next++;
    }

    m_keys.renumber(newRowOfOld);
    m_rowFlags.renumber(newRowOfOld);
    m_cells.renumber(newRowOfOld);
    m_states.renumber(newRowOfOld);
    m_failures.renumber(newRowOfOld);

    m_rowCount = next;
    m_rowOfKey.clear();
    for (int row = 0; row < m_rowCount; ++row)
        m_rowOfKey.insert(qHash(key(row)), row);

    touchRows();
    m_lackRevision = m_revision; // of other numbers
    return newRowOfOld;
}

void InventoryTable::clear()
{
    const quint64 revision = m_revision;
    *this = InventoryTable(*m_catalogue);
    m_revision = revision; // numbers of what was must not come again
    touchRows();
    m_lackRevision = m_revision;
}

} // namespace layerscope
