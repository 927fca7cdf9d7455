// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/rowscope.h"

#include "inventory/celltext.h"

#include <QStringList>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

RowScope::RowScope(const InventoryTable &table, const ArrangementSpec &spec)
    : m_table(table)
    , m_spec(spec)
{
    if (spec.scopeColumn)
        m_isRowState = QLatin1StringView(table.catalogue().column(*spec.scopeColumn).key) == "row_state"_L1;
    m_stateGroups =
        table.catalogue().groupsOf(spec.stateColumns.any() ? spec.stateColumns : spec.shownColumns);
}

bool RowScope::contains(int row)
{
    if (m_spec.kind && m_table.key(row).kind != *m_spec.kind)
        return false;
    return !m_spec.scopeColumn || hasText(row);
}

bool RowScope::isUndecided(int row) const
{
    return m_spec.scopeColumn && !m_isRowState && (!m_spec.kind || m_table.key(row).kind == *m_spec.kind) &&
           !m_table.isKnown(row, *m_spec.scopeColumn);
}

bool RowScope::hasText(int row)
{
    const ColumnIndex column = *m_spec.scopeColumn;
    if (m_spec.scopeIsAnyValue)
        return m_table.hasValue(row, column);
    if (m_isRowState) {
        return m_spec.scopeText == QLatin1StringView(toText(m_table.rowState(row, m_stateGroups)));
    }
    if (!m_table.hasValue(row, column))
        return m_spec.scopeText.isEmpty() && m_table.cellState(row, column) == CellState::Empty;

    const qint64 bits = m_table.bits(row, column);
    auto known = m_verdictOfBits.constFind(bits);
    if (known == m_verdictOfBits.cend()) {
        const ColumnSpec &spec = m_table.catalogue().column(column);
        const QString text =
            spec.type == ColumnType::Text ? m_table.text(row, column) : rawText(m_table, row, column);
        const bool isItem = spec.isList && text.split(u';').contains(m_spec.scopeText);
        known = m_verdictOfBits.insert(bits, isItem || text == m_spec.scopeText);
    }
    return *known;
}

} // namespace layerscope
