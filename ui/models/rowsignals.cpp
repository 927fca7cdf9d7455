// SPDX-License-Identifier: GPL-3.0-or-later
#include "models/rowsignals.h"

#include <QHash>

#include <algorithm>

namespace layerscope {

namespace {

struct Span
{
    QModelIndex first;
    QModelIndex last;
};

void announce(QAbstractItemModel &model, const Span &span, const QList<int> &roles)
{
    const int lastColumn = model.columnCount(span.first.parent()) - 1;
    Q_EMIT model.dataChanged(span.first.siblingAtColumn(0), span.last.siblingAtColumn(lastColumn), roles);
}

/// In the order in which their parents come up.
QList<Span> spansByParent(const QModelIndexList &rows)
{
    QList<Span> spans;
    QHash<quintptr, qsizetype> placeOfParent;
    for (const QModelIndex &row : rows) {
        if (!row.isValid())
            continue;
        const auto place = placeOfParent.constFind(row.internalId());
        if (place == placeOfParent.cend()) {
            placeOfParent.insert(row.internalId(), spans.size());
            spans.append({row, row});
            continue;
        }
        Span &span = spans[*place];
        if (row.row() < span.first.row())
            span.first = row;
        else if (row.row() > span.last.row())
            span.last = row;
    }
    return spans;
}

} // namespace

void announceRows(QAbstractItemModel &model, const QModelIndexList &rows, const QList<int> &roles)
{
    const auto count =
        std::count_if(rows.cbegin(), rows.cend(), [](const QModelIndex &row) { return row.isValid(); });
    if (count > maxRowSignals) {
        for (const Span &span : spansByParent(rows))
            announce(model, span, roles);
        return;
    }
    for (const QModelIndex &row : rows) {
        if (row.isValid())
            announce(model, {row, row}, roles);
    }
}

} // namespace layerscope
