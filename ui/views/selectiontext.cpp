// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/selectiontext.h"

#include "models/rowsmodel.h"

#include <QItemSelection>
#include <QStringList>

#include <algorithm>

namespace layerscope {

QList<int> tableRowsOf(const RowsModel &model, const QItemSelection &selection)
{
    const std::shared_ptr<const Arrangement> arrangement = model.arrangement();
    QList<int> rows;
    for (const QItemSelectionRange &range : selection) {
        for (int row = range.top(); row <= range.bottom(); ++row) {
            const QModelIndex index = model.index(row, 0, range.parent());
            if (const Arrangement::Group *group = model.group(index))
                rows += group->rows;
            else if (const std::optional<int> tableRow = model.tableRow(index))
                rows.append(*tableRow);
        }
    }
    const auto placeOf = [&arrangement](int row) {
        const Arrangement::Place place = arrangement->places.at(row);
        return std::pair(place.group, place.row);
    };
    std::sort(rows.begin(), rows.end(), [&placeOf](int a, int b) { return placeOf(a) < placeOf(b); });
    rows.erase(std::unique(rows.begin(), rows.end()), rows.end());
    return rows;
}

QString toTsv(const TableCells &cells, const Catalogue &catalogue, const QList<int> &rows,
              const QList<ColumnIndex> &columns)
{
    QString text;
    const auto addLine = [&text, &columns](const auto &field) {
        for (qsizetype i = 0; i < columns.size(); ++i) {
            if (i > 0)
                text += u'\t';
            text += field(columns.at(i));
        }
        text += u'\n';
    };
    addLine([&catalogue](ColumnIndex column) { return catalogue.column(column).translatedTitle(); });
    for (const int row : rows) {
        addLine([&cells, row](ColumnIndex column) {
            // One line already; a tab in a tag or a name would shift the columns.
            return cells.rowData(row, column, Qt::DisplayRole).toString().replace(u'\t', u' ');
        });
    }
    return text;
}

QString toOneLine(const TableCells &cells, const QList<int> &rows, ColumnIndex column)
{
    QStringList texts;
    for (const int row : rows) {
        const QString text = cells.rowData(row, column, RawTextRole).toString().simplified();
        if (!text.isEmpty())
            texts.append(text);
    }
    return texts.join(u' ');
}

} // namespace layerscope
