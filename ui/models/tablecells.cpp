// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/tablecells.h"

#include "core/utc.h"
#include "inventory/kinds.h"

#include <QDateTime>

namespace layerscope {

TableCells::TableCells(const InventoryTable &table)
    : m_table(table)
    , m_summable(summableColumns(table.catalogue()))
{}

TableCells::TableCells(const InventoryTable &table, const TableCells &other)
    : m_table(table)
    , m_format(other.m_format)
    , m_shown(other.m_shown)
    , m_summable(other.m_summable)
    , m_isLoadRunning(other.m_isLoadRunning)
{}

QVariant TableCells::groupData(const Arrangement::Group &group, std::optional<ColumnIndex> groupColumn,
                               ColumnIndex column, int role) const
{
    if (role == IsGroupRole)
        return true;
    if (column == catalogue().nameColumn()) {
        const QString name = m_format.groupName(group, catalogue().column(groupColumn.value_or(column)));
        switch (role) {
        case Qt::DisplayRole:
            return name;
        case GroupDetailRole:
            return m_format.groupDetail(group, tableSpec(catalogue()));
        case Qt::ToolTipRole:
        case Qt::AccessibleTextRole:
            return QString(name % u", " % m_format.groupDetail(group, tableSpec(catalogue())));
        default:
            return {};
        }
    }
    const auto sum = m_summable.indexOf(column);
    if (sum < 0 || sum >= group.sums.size())
        return {};
    switch (role) {
    case Qt::DisplayRole:
    case Qt::AccessibleTextRole:
        return m_format.sum(group.sums.at(sum), catalogue().column(column));
    case Qt::ToolTipRole: {
        const ColumnSum &parts = group.sums.at(sum);
        if (parts.known == parts.total)
            return QString();
        const QString sentence = &catalogue() == &serverCatalogue()
                                     ? tr("Sum of the %1 servers of %2 for which it is known.")
                                     : tr("Sum of the %1 rows of %2 for which it is known.");
        return sentence.arg(m_format.count(parts.known), m_format.count(parts.total));
    }
    default:
        return {};
    }
}

QVariant TableCells::rowData(int row, ColumnIndex column, int role) const
{
    switch (role) {
    case Qt::DisplayRole:
        return display(row, column);
    case Qt::AccessibleTextRole:
        return spoken(row, column);
    case Qt::ToolTipRole:
        return toolTip(row, column);
    case SortRole:
        return sortValue(row, column);
    case KeyRole:
        return QVariant::fromValue(m_table.key(row));
    case CellStateRole:
        return QVariant::fromValue(column == catalogue().rowStateColumn() ? CellState::Value
                                                                          : m_table.cellState(row, column));
    case ErrorRole:
        return error(row, column);
    case IsGroupRole:
        return false;
    case RawTextRole:
        return column == catalogue().rowStateColumn() ? rowState(row) : m_format.raw(m_table, row, column);
    case StateMarkRole:
        return column == stateColumn() ? QVariant(static_cast<int>(CellFormat::mark(m_table, row)))
                                       : QVariant();
    default:
        return {};
    }
}

ColumnIndex TableCells::stateColumn() const
{
    if (&catalogue() == &serverCatalogue())
        return ServerColumn::State;
    return &catalogue() == &poolCatalogue() ? ColumnIndex(PoolColumn::Over) : ColumnIndex(-1);
}

QString TableCells::rowState(int row) const
{
    return QString::fromLatin1(toText(m_table.rowState(row, catalogue().groupsOf(m_shown))));
}

QString TableCells::display(int row, ColumnIndex column) const
{
    if (column == catalogue().rowStateColumn())
        return CellFormat::word(rowState(row));
    if (m_table.hasValue(row, column))
        return m_format.display(m_table, row, column);
    if (!m_isLoadRunning && m_table.cellState(row, column) == CellState::NotAsked)
        return tr("not loaded");
    return m_format.stateText(m_table, row, column);
}

QString TableCells::spoken(int row, ColumnIndex column) const
{
    switch (column == catalogue().rowStateColumn() ? CellState::Value : m_table.cellState(row, column)) {
    case CellState::NotAsked:
        return m_isLoadRunning ? tr("waiting to be loaded") : tr("not loaded");
    case CellState::Loading:
        return m_table.hasValue(row, column) ? tr("%1, loading again").arg(display(row, column))
                                             : tr("loading");
    case CellState::Failed:
        return tr("failed, can be tried again");
    case CellState::Stale: {
        const QString text = display(row, column);
        return tr("%1, from an earlier load").arg(text.isEmpty() ? tr("none") : text);
    }
    case CellState::Empty: {
        const QString text = display(row, column);
        return text.isEmpty() ? tr("none") : text;
    }
    case CellState::Value:
    case CellState::Refused:
    case CellState::Gone:
        break;
    }
    return display(row, column);
}

QString TableCells::error(int row, ColumnIndex column) const
{
    const ApiError *error = m_table.failure(row, catalogue().column(column).group);
    return error != nullptr ? error->message : QString();
}

/// Of a value that the last load did not bring again, and why it did not.
QString TableCells::age(int row, ColumnIndex column) const
{
    const QString when = CellFormat::moment(m_table.loadTime(row, catalogue().column(column).group),
                                            QDateTime::currentDateTimeUtc());
    const QString age = when.isEmpty() ? tr("From an earlier load") : tr("As of %1").arg(when);
    const QString sentence = error(row, column);
    //: %1 is "As of 14:02", %2 a sentence that says why
    return sentence.isEmpty() ? age : tr("%1; the refresh failed: %2").arg(age, sentence);
}

QString TableCells::toolTip(int row, ColumnIndex column) const
{
    if (column != catalogue().rowStateColumn() && m_table.cellState(row, column) == CellState::Stale) {
        const QString full = m_format.full(m_table, row, column);
        return full.isEmpty() ? age(row, column) : QString(full % u'\n' % age(row, column));
    }
    if (const QString sentence = error(row, column); !sentence.isEmpty())
        return sentence;
    if (&catalogue() == &serverCatalogue() && column == ServerColumn::State) {
        const QString &transaction = m_table.text(row, ServerColumn::Transaction);
        if (!transaction.isEmpty())
            return display(row, column) % u" · " % transaction;
    }
    return m_format.full(m_table, row, column);
}

QVariant TableCells::sortValue(int row, ColumnIndex column) const
{
    if (column == catalogue().rowStateColumn())
        return rowState(row);
    if (!m_table.hasValue(row, column))
        return {};
    switch (catalogue().column(column).type) {
    case ColumnType::Text:
        return m_table.text(row, column);
    case ColumnType::Integer:
        return m_table.bits(row, column);
    case ColumnType::Decimal:
        return m_table.decimal(row, column).toDouble();
    case ColumnType::Flag:
        return m_table.bits(row, column) != 0;
    case ColumnType::Timestamp:
        return utcFromMSecs(m_table.bits(row, column));
    }
    return {};
}

} // namespace layerscope
