// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/comparisonmodel.h"

#include <algorithm>
#include <optional>

namespace layerscope {

namespace {

std::size_t bit(ColumnIndex column)
{
    return static_cast<std::size_t>(column);
}

} // namespace

ComparisonModel::ComparisonModel(const InventoryStore &store, QObject *parent)
    : FlatModel(parent)
    , m_store(store)
    , m_cells(store.table())
    , m_servers(store.table().rowCount())
{
    for (ColumnIndex column = 0; column < table().catalogue().columnCount(); ++column)
        m_differing.set(bit(column), differs(column));
    m_properties = orderNow();
    connect(&store, &InventoryStore::rowsChanged, this, &ComparisonModel::takeChanges);
    connect(&store, &InventoryStore::rowsAppended, this, &ComparisonModel::takeChanges);
}

void ComparisonModel::arrange()
{
    for (ColumnIndex column = 0; column < table().catalogue().columnCount(); ++column)
        m_differing.set(bit(column), differs(column));
    const QList<ColumnIndex> properties = orderNow();
    if (properties == m_properties)
        return;
    beginResetModel();
    m_properties = properties;
    endResetModel();
}

void ComparisonModel::setOnlyDifferences(bool only)
{
    if (only == m_onlyDifferences)
        return;
    m_onlyDifferences = only;
    arrange();
}

int ComparisonModel::differingCount() const
{
    return static_cast<int>(m_differing.count());
}

int ComparisonModel::sameCount() const
{
    int same = 0;
    for (ColumnIndex column = 0; column < table().catalogue().columnCount(); ++column)
        same += isShown(column) && !m_differing.test(bit(column)) ? 1 : 0;
    return same;
}

QVariant ComparisonModel::cell(int row, int column, int role) const
{
    const ColumnIndex property = m_properties.at(row);
    if (role == DiffersRole)
        return m_differing.test(bit(property));
    return m_cells.rowData(column, property, role);
}

QVariant ComparisonModel::headerData(int section, Qt::Orientation orientation, int role) const
{
    if (section < 0 || section >= (orientation == Qt::Vertical ? rowCount() : columnCount()))
        return {};
    if (orientation == Qt::Vertical) {
        const ColumnSpec &column = table().catalogue().column(m_properties.at(section));
        switch (role) {
        case Qt::DisplayRole:
            return column.translatedTitle();
        case Qt::ToolTipRole:
            return column.translatedDescription();
        case DiffersRole:
            return m_differing.test(bit(m_properties.at(section)));
        default:
            return {};
        }
    }
    if (role == Qt::DisplayRole || role == Qt::ToolTipRole) {
        const QString &name = table().text(section, ServerColumn::Fqdn);
        return name.isEmpty() ? QString::number(table().key(section).id) : name;
    }
    return {};
}

bool ComparisonModel::differs(ColumnIndex column) const
{
    if (!isShown(column))
        return false;
    std::optional<QString> first;
    for (int row = 0; row < table().rowCount(); ++row) {
        const bool isKnown =
            table().hasValue(row, column) || table().cellState(row, column) == CellState::Empty;
        if (!isKnown)
            continue;
        const QString raw = m_cells.format().raw(table(), row, column);
        if (first && *first != raw)
            return true;
        first = raw;
    }
    return false;
}

bool ComparisonModel::isShown(ColumnIndex column) const
{
    if (column == ServerColumn::RowState)
        return false;
    // Empty everywhere says nothing; what is to come, or was refused, is shown.
    for (int row = 0; row < table().rowCount(); ++row) {
        if (table().cellState(row, column) != CellState::Empty)
            return true;
    }
    return false;
}

QList<ColumnIndex> ComparisonModel::orderNow() const
{
    QList<ColumnIndex> order;
    for (const bool isDiffering : {true, false}) {
        for (const ColumnIndex column : table().catalogue().allColumns()) {
            if (isShown(column) && m_differing.test(bit(column)) == isDiffering &&
                (isDiffering || !m_onlyDifferences))
                order.append(column);
        }
    }
    return order;
}

void ComparisonModel::takeChanges()
{
    for (ColumnIndex column = 0; column < table().catalogue().columnCount(); ++column)
        m_differing.set(bit(column), differs(column));
    if (rowCount() > 0 && columnCount() > 0) {
        Q_EMIT dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
        Q_EMIT headerDataChanged(Qt::Horizontal, 0, columnCount() - 1);
    }
}

} // namespace layerscope
