// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/cellfact.h"

#include "models/cellformat.h"

#include <QCoreApplication>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

/// The texts of this file; a struct, so that lupdate knows their context.
struct CellFactText
{
    Q_DECLARE_TR_FUNCTIONS(CellFact)
};

bool isAmount(const ColumnSpec &column)
{
    const bool isNumber =
        column.type == ColumnType::Decimal || column.type == ColumnType::Integer || column.holdsNumbers;
    return isNumber && !QLatin1StringView(column.key).endsWith("_id"_L1);
}

} // namespace

Fact factOfCell(const InventoryTable &table, int row, ColumnIndex column, const QString &shown)
{
    const ColumnSpec &spec = table.catalogue().column(column);
    const CellState state = table.cellState(row, column);
    Fact fact;
    fact.label = spec.translatedTitle();
    fact.value = shown;
    switch (state) {
    case CellState::Value:
    case CellState::Stale:
        break;
    case CellState::Loading:
    case CellState::NotAsked:
        if (shown.isEmpty())
            fact.kind = Fact::Kind::Pending;
        else if (!table.hasValue(row, column))
            fact.kind = Fact::Kind::None;
        break;
    case CellState::Empty:
        fact.kind = Fact::Kind::None;
        if (shown.isEmpty()) // an amount that the API does not tell: "none" would read as 0
            fact.value = isAmount(spec) ? CellFactText::tr("no data") : CellFactText::tr("none");
        break;
    case CellState::Failed:
        return factOfUnknownCell(spec, state);
    case CellState::Refused:
    case CellState::Gone:
        fact.kind = Fact::Kind::None;
        break;
    }
    if (spec.link && fact.kind == Fact::Kind::Value && table.hasValue(row, spec.link->idColumn))
        fact.target = RowKey{spec.link->kind, table.bits(row, spec.link->idColumn)};
    return fact;
}

Fact factOfUnknownCell(const ColumnSpec &column, CellState state)
{
    Fact fact;
    fact.label = column.translatedTitle();
    fact.kind = state == CellState::Loading ? Fact::Kind::Pending : Fact::Kind::None;
    if (state == CellState::Failed)
        fact.value = CellFactText::tr("unavailable"); // where the table offers to try again
    else if (state == CellState::Refused)
        fact.value = CellFormat::whyUnknown(state, false);
    return fact;
}

} // namespace layerscope
