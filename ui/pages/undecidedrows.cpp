// SPDX-License-Identifier: GPL-3.0-or-later
#include "pages/undecidedrows.h"

#include <QCoreApplication>
#include <QLocale>
#include <QStringList>

#include <algorithm>

using namespace Qt::Literals::StringLiterals;

namespace layerscope {

namespace {

using Why = PageFacts::Undecided;

constexpr qsizetype maxRowsLookedAt = 1'000; // enough to tell why; they are mostly alike
constexpr qsizetype maxTitles = 4;

/// Why a cell that is not known is not.
Why whyOf(CellState state, bool isRunning)
{
    switch (state) {
    case CellState::Refused:
        return Why::NotPermitted;
    case CellState::Gone:
        return Why::Gone;
    case CellState::Failed:
        return Why::Failed;
    default:
        return isRunning ? Why::Coming : Why::NotLoaded;
    }
}

ColumnSet decidingColumns(const ArrangementSpec &spec)
{
    ColumnSet columns = spec.filter.namedColumns();
    if (spec.filter.hasPlainWords())
        columns |= spec.searchedColumns;
    if (spec.scopeColumn)
        columns.set(static_cast<std::size_t>(*spec.scopeColumn));
    return columns;
}

} // namespace

UndecidedRows UndecidedRows::of(const InventoryTable &table, const Arrangement &arrangement, bool isRunning)
{
    QList<int> unseen;
    unseen.reserve(arrangement.undecidedRows.size());
    for (const int row : arrangement.undecidedRows) {
        if (row < table.rowCount() && arrangement.places.value(row).group < 0)
            unseen.append(row);
    }
    if (arrangement.visibleRows > 0) { // then nobody asks why
        UndecidedRows counted;
        counted.rows = static_cast<int>(unseen.size());
        return counted;
    }
    return of(table, unseen, decidingColumns(arrangement.spec), isRunning);
}

UndecidedRows UndecidedRows::of(const InventoryTable &table, const QList<int> &rows,
                                const ColumnSet &deciding, bool isRunning)
{
    UndecidedRows undecided;
    undecided.rows = static_cast<int>(rows.size());
    if (rows.isEmpty())
        return undecided;
    undecided.why = Why::Gone;
    const QList<int> some = rows.first(std::min(rows.size(), maxRowsLookedAt));
    QStringList titles;
    for (const ColumnIndex column : table.catalogue().allColumns()) {
        if (!deciding.test(static_cast<std::size_t>(column)) || column == table.catalogue().rowStateColumn())
            continue;
        bool isMissing = false;
        for (const int row : some) {
            if (table.isKnown(row, column))
                continue;
            isMissing = true;
            undecided.why = std::min(undecided.why, whyOf(table.cellState(row, column), isRunning));
        }
        if (isMissing)
            titles.append(table.catalogue().column(column).translatedTitle());
    }
    if (titles.isEmpty()) // not of its own: what else there is of it is still to come
        undecided.why = isRunning ? Why::Coming : Why::NotLoaded;
    if (titles.size() > maxTitles)
        titles = titles.first(maxTitles) << u"…"_s;
    undecided.columns = titles.join(u", "_s);
    return undecided;
}

QString UndecidedRows::text(bool isRunning) const
{
    if (rows == 0)
        return {};
    const QString text = isRunning ? QCoreApplication::translate("UndecidedRows", "%1 not decided yet")
                                   : QCoreApplication::translate("UndecidedRows", "%1 cannot be decided");
    return text.arg(QLocale().toString(rows));
}

} // namespace layerscope
