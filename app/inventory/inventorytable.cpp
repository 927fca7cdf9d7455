// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/inventorytable.h"
#include "inventory/kinds.h"

#include <QSet>

#include <algorithm>
#include <array>

namespace layerscope {

namespace {

constexpr quint8 goneFlag = 1;
constexpr quint8 listedFlag = 2;

constexpr quint8 storedMask = 0x0f;
constexpr quint8 knownBit = 0x10;
constexpr int ageShift = 5;
constexpr quint8 oneAge = 1 << ageShift;

/// What people see of a text: the API may send blanks around it (softlayer-api §5), and the items of a list
/// in another order from call to call.
QString shownText(const ColumnSpec &column, const QString &sent)
{
    if (!column.isList || !sent.contains(u';'))
        return sent.front().isSpace() || sent.back().isSpace() ? sent.trimmed() : sent;
    QStringList items;
    for (const QStringView item : QStringView(sent).split(u';')) {
        if (const QStringView trimmed = item.trimmed(); !trimmed.isEmpty())
            items.append(trimmed.toString());
    }
    std::sort(items.begin(), items.end(), [](const QString &a, const QString &b) {
        const int order = a.compare(b, Qt::CaseInsensitive);
        return order != 0 ? order < 0 : a < b;
    });
    items.removeDuplicates();
    return items.join(u';');
}

} // namespace

InventoryTable::InventoryTable(const Catalogue &catalogue)
    : m_catalogue(&catalogue)
    , m_kindColumn(catalogue.find(u"kind"))
    , m_idColumn(catalogue.find(u"id"))
    , m_cells(static_cast<std::size_t>(catalogue.columnCount()), RowValues(noValue))
    , m_groupStates(static_cast<std::size_t>(catalogue.groupCount()))
    , m_columnRevisions(catalogue.columnCount())
    , m_groupRevisions(catalogue.groupCount())
{}

// ---- reading ----------------------------------------------------------------------------------------------

std::optional<int> InventoryTable::find(RowKey key) const
{
    const int *row = m_rowOfKey.find(key);
    return row != nullptr ? std::optional(*row) : std::nullopt;
}

InventoryTable::GroupByte InventoryTable::groupByte(int row, int group) const
{
    const quint8 byte = m_groupStates[static_cast<std::size_t>(group)].at(row);
    return {static_cast<Stored>(byte & storedMask), (byte & knownBit) != 0,
            static_cast<quint8>(byte >> ageShift)};
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

/// Whether values of this group are to be seen.
bool InventoryTable::isShown(int row, int group) const
{
    const GroupByte byte = groupByte(row, group);
    switch (byte.stored) {
    case Stored::Value:
    case Stored::Unreadable:
    case Stored::Partly:
        return true;
    case Stored::Stale:
    case Stored::Loading:
    case Stored::Refused:
    case Stored::Failed:
        return byte.isKnown && !isGone(row);
    case Stored::NotAsked:
        break;
    }
    return false;
}

qint64 InventoryTable::storedBits(int row, ColumnIndex column) const
{
    return m_cells[static_cast<std::size_t>(column)].at(row);
}

bool InventoryTable::hasValue(int row, ColumnIndex column) const
{
    const qint64 stored = storedBits(row, column);
    if (stored == noValue || stored == wrongValue)
        return false;
    return column == m_kindColumn || column == m_idColumn || isShown(row, m_catalogue->column(column).group);
}

bool InventoryTable::isKnown(int row, ColumnIndex column) const
{
    const int group = m_catalogue->column(column).group;
    return !kindHasGroup(row, group) || hasValue(row, column) ||
           (isShown(row, group) && storedBits(row, column) != wrongValue);
}

qint64 InventoryTable::bits(int row, ColumnIndex column) const
{
    return storedBits(row, column);
}

CellValue InventoryTable::value(int row, ColumnIndex column) const
{
    if (!hasValue(row, column))
        return {};
    const qint64 stored = storedBits(row, column);
    switch (m_catalogue->column(column).type) {
    case ColumnType::Text:
        return sentTextOfHandle(stored);
    case ColumnType::Integer:
        return stored;
    case ColumnType::Decimal:
        return Decimal::fromBits(stored);
    case ColumnType::Flag:
        return stored != 0;
    case ColumnType::Timestamp:
        return Timestamp{stored};
    }
    return {};
}

const QString &InventoryTable::text(int row, ColumnIndex column) const
{
    return m_texts.at(hasValue(row, column) ? static_cast<quint32>(storedBits(row, column)) : 0);
}

Decimal InventoryTable::decimal(int row, ColumnIndex column) const
{
    const qint64 stored = storedBits(row, column);
    return m_catalogue->column(column).type == ColumnType::Decimal ? Decimal::fromBits(stored)
                                                                   : Decimal(stored, 0);
}

bool InventoryTable::isGone(int row) const
{
    return (m_rowFlags.at(row) & goneFlag) != 0;
}

CellState InventoryTable::groupState(int row, int group) const
{
    if (!kindHasGroup(row, group))
        return CellState::Value;
    const GroupByte byte = groupByte(row, group);
    if (byte.stored == Stored::Value || byte.stored == Stored::Unreadable)
        return CellState::Value;
    if (isGone(row))
        return CellState::Gone;
    switch (byte.stored) {
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
        return byte.isKnown ? CellState::Stale : CellState::Refused;
    case Stored::Failed:
        return byte.isKnown ? CellState::Stale : CellState::Failed;
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
        groupByte(row, spec.group).stored == Stored::Partly && storedBits(row, column) != wrongValue;
    if (state != CellState::Value && !cameAllTheSame)
        return state;
    // Blanks alone are something in a file, and nothing to see.
    const bool isEmpty =
        !hasValue(row, column) || (spec.type == ColumnType::Text && text(row, column).isEmpty());
    return isEmpty ? CellState::Empty : CellState::Value;
}

QDateTime InventoryTable::loadTime(int row, int group) const
{
    const GroupByte byte = groupByte(row, group);
    return byte.isKnown ? m_loadTimes.value(byte.age) : QDateTime();
}

bool InventoryTable::isListed(int row) const
{
    return (m_rowFlags.at(row) & listedFlag) != 0;
}

const ApiError *InventoryTable::failure(int row, int group) const
{
    const int *place = m_failures.find(failureKey(row, group));
    return place != nullptr ? &m_errors[*place] : nullptr;
}

QList<int> InventoryTable::rowsWithFailures() const
{
    QSet<int> rows;
    m_failures.forEach([&rows](quint64 key, int) { rows.insert(static_cast<int>(key / GroupSet().size())); });
    return {rows.cbegin(), rows.cend()};
}

RowState InventoryTable::rowState(int row, GroupSet wanted) const
{
    if (isGone(row))
        return RowState::Gone;
    if (key(row).kind == RowKind::NotVisible)
        wanted.set(); // whatever was asked for: it stands for rows that did not come
    wanted &= groupsOf(row) & ~m_wholeGroups.at(row);
    if (wanted.none())
        return RowState::Complete;
    if ((wanted & m_answeredGroups.at(row)).none())
        return RowState::Partial; // all of it is still to be asked for
    bool isRefused = false;
    bool isPartial = false;
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (!wanted.test(static_cast<std::size_t>(group)))
            continue;
        switch (groupByte(row, group).stored) {
        case Stored::Failed:
        case Stored::Partly:
            return RowState::Failed;
        case Stored::Refused:
            isRefused = true;
            break;
        case Stored::Value:
            break;
        case Stored::Unreadable:
        case Stored::NotAsked:
        case Stored::Loading:
        case Stored::Stale:
            isPartial = true;
            break;
        }
    }
    if (isRefused)
        return RowState::Refused;
    return isPartial ? RowState::Partial : RowState::Complete;
}

bool InventoryTable::hasUnreadableText(int row, GroupSet wanted) const
{
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (wanted.test(static_cast<std::size_t>(group)) &&
            groupByte(row, group).stored == Stored::Unreadable)
            return true;
    }
    return false;
}

GroupSet InventoryTable::missingGroups(int row, GroupSet wanted) const
{
    return isGone(row) ? GroupSet() : wanted & groupsOf(row) & ~m_answeredGroups.at(row);
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

quint64 InventoryTable::failureKey(int row, int group)
{
    return static_cast<quint64>(row) * GroupSet().size() + static_cast<quint64>(group);
}

void InventoryTable::setGroupByte(int row, int group, GroupByte byte)
{
    const bool wasShown = isShown(row, group);
    const auto bit = static_cast<std::size_t>(group);
    m_groupStates[bit].set(row, static_cast<quint8>(static_cast<quint8>(byte.stored) |
                                                    (byte.isKnown ? knownBit : 0) | (byte.age << ageShift)));
    m_answeredGroups.own(row).set(bit, byte.stored != Stored::NotAsked && byte.stored != Stored::Stale);
    m_wholeGroups.own(row).set(bit, byte.stored == Stored::Value);
    ++m_revision;
    if (isShown(row, group) != wasShown)
        m_groupRevisions[group] = m_revision;
}

void InventoryTable::setStored(int row, int group, Stored stored)
{
    GroupByte byte = groupByte(row, group);
    byte.stored = stored;
    setGroupByte(row, group, byte);
}

void InventoryTable::putBits(int row, ColumnIndex column, qint64 bits)
{
    if (storedBits(row, column) == bits)
        return; // spares copying a block that a snapshot shares
    m_cells[static_cast<std::size_t>(column)].set(row, bits);
    m_columnRevisions[column] = ++m_revision;
}

qint64 InventoryTable::toBits(int row, ColumnIndex column, const CellValue &value)
{
    const ColumnSpec &spec = m_catalogue->column(column);
    switch (spec.type) {
    case ColumnType::Text:
        if (const QString *text = std::get_if<QString>(&value); text != nullptr && !text->isEmpty()) {
            const qint64 former = storedBits(row, column);
            if (former != noValue && former != wrongValue && sentTextOfHandle(former) == *text)
                return former; // a refresh brings mostly what is there: the pool must not grow by it
            const QString shown = shownText(spec, *text);
            return spec.repeats ? m_texts.intern(shown, *text) : m_texts.add(shown, *text);
        }
        break;
    case ColumnType::Integer:
        if (const qint64 *number = std::get_if<qint64>(&value))
            return *number;
        break;
    case ColumnType::Decimal:
        if (const Decimal *number = std::get_if<Decimal>(&value))
            return number->toBits();
        break;
    case ColumnType::Flag:
        if (const bool *flag = std::get_if<bool>(&value))
            return *flag ? 1 : 0;
        break;
    case ColumnType::Timestamp:
        if (const Timestamp *time = std::get_if<Timestamp>(&value))
            return time->msecsUtc;
        break;
    }
    Q_ASSERT_X(spec.type == ColumnType::Text || std::holds_alternative<std::monostate>(value), spec.key,
               "a value of another type than its column's");
    return noValue;
}

void InventoryTable::put(int row, ColumnIndex column, const CellValue &value)
{
    putBits(row, column, toBits(row, column, value));
}

void InventoryTable::beginLoad(const QDateTime &now)
{
    for (RowValues<quint8> &states : m_groupStates) {
        states.changeAll([](quint8 byte) {
            if ((byte & knownBit) == 0)
                return quint8(Stored::NotAsked);
            const bool isOldest = (byte >> ageShift) == oldestAge;
            const auto stale = static_cast<quint8>((byte & ~storedMask) | quint8(Stored::Stale));
            return static_cast<quint8>(stale + (isOldest ? 0 : oneAge));
        });
    }
    m_loadTimes.prepend(now);
    m_loadTimes.resize(std::min<qsizetype>(m_loadTimes.size(), oldestAge + 1));
    m_answeredGroups.clear();
    m_wholeGroups.clear();
    m_rowFlags.clear();
    m_failures.clear();
    m_errors.clear();
    touchRows(); // what was hidden by a failure or a vanished row is to be seen again
}

int InventoryTable::listRow(const RowPatch &patch, bool *isNew)
{
    std::optional<int> known = find(patch.key);
    if (isNew != nullptr)
        *isNew = !known;
    if (!known) {
        known = m_rowCount++;
        m_keys.set(*known, patch.key);
        m_rowOfKey.insert(patch.key, *known);
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
        setGroupByte(row, group, {isUnreadable ? Stored::Unreadable : Stored::Value, true, 0});
        m_failures.remove(failureKey(row, group));
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
        if (isWrong)
            putBits(row, column, wrongValue);
        else
            put(row, column, value != patch.values.cend() ? value->second : CellValue());
    }
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (groups.test(static_cast<std::size_t>(group)) && groupByte(row, group).stored == Stored::Failed)
            setGroupByte(row, group, {Stored::Partly, true, 0});
    }
}

void InventoryTable::setLoading(int row, GroupSet groups)
{
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (!groups.test(static_cast<std::size_t>(group)))
            continue;
        setStored(row, group, Stored::Loading);
        m_failures.remove(failureKey(row, group));
    }
}

void InventoryTable::clearLoading(int row, GroupSet groups)
{
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        const GroupByte byte = groupByte(row, group);
        if (groups.test(static_cast<std::size_t>(group)) && byte.stored == Stored::Loading)
            setStored(row, group, byte.isKnown ? Stored::Stale : Stored::NotAsked);
    }
}

void InventoryTable::setFailure(int row, GroupSet groups, CellState state, const ApiError &error)
{
    Q_ASSERT(state == CellState::Refused || state == CellState::Failed);
    if (groups.none())
        return;
    if (m_errors.isEmpty() || m_errors.constLast() != error)
        m_errors.append(error);
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        if (!groups.test(static_cast<std::size_t>(group)))
            continue;
        setStored(row, group, state == CellState::Refused ? Stored::Refused : Stored::Failed);
        m_failures.insert(failureKey(row, group), static_cast<int>(m_errors.size()) - 1);
    }
}

bool InventoryTable::clearFailures(int row, GroupSet groups)
{
    bool anyCleared = false;
    for (int group = 0; group < m_catalogue->groupCount(); ++group) {
        const GroupByte byte = groupByte(row, group);
        if (!groups.test(static_cast<std::size_t>(group)) ||
            (byte.stored != Stored::Failed && byte.stored != Stored::Partly &&
             byte.stored != Stored::Refused))
            continue;
        setStored(row, group, byte.isKnown ? Stored::Stale : Stored::NotAsked);
        m_failures.remove(failureKey(row, group));
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
    m_answeredGroups.renumber(newRowOfOld);
    m_wholeGroups.renumber(newRowOfOld);
    for (RowValues<qint64> &cells : m_cells)
        cells.renumber(newRowOfOld);
    for (RowValues<quint8> &states : m_groupStates)
        states.renumber(newRowOfOld);

    m_rowCount = next;
    m_rowOfKey.clear();
    for (int row = 0; row < m_rowCount; ++row)
        m_rowOfKey.insert(key(row), row);

    SharedHash<quint64, int> failures;
    m_failures.forEach([&](quint64 key, int error) {
        const int group = static_cast<int>(key % GroupSet().size());
        const int row = newRowOfOld[static_cast<qsizetype>(key / GroupSet().size())];
        if (row >= 0)
            failures.insert(failureKey(row, group), error);
    });
    m_failures = failures;
    touchRows();
    return newRowOfOld;
}

void InventoryTable::clear()
{
    const quint64 revision = m_revision;
    *this = InventoryTable(*m_catalogue);
    m_revision = revision; // numbers of what was must not come again
    touchRows();
}

} // namespace layerscope
