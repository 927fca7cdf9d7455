// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/selectiontext.h"

#include "models/inventoryroles.h"

#include <QStringList>

namespace layerscope {

namespace {

QVariant cellOf(const RowCells &cells, ShownRow row, ColumnIndex column, int role)
{
    return row.isChild ? cells.childData(row.row, column, role) : cells.rowData(row.row, column, role);
}

} // namespace

QString toTsv(const RowCells &cells, const Catalogue &catalogue, const QList<ShownRow> &rows,
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
    for (const ShownRow &row : rows) {
        addLine([&cells, row](ColumnIndex column) {
            // One line already; a tab in a tag or a name would shift the columns.
            return cellOf(cells, row, column, Qt::DisplayRole).toString().replace(u'\t', u' ');
        });
    }
    return text;
}

QString toOneLine(const RowCells &cells, const QList<ShownRow> &rows, ColumnIndex column)
{
    QStringList texts;
    for (const ShownRow &row : rows) {
        const QString text = cellOf(cells, row, column, RawTextRole).toString().simplified();
        if (!text.isEmpty())
            texts.append(text);
    }
    return texts.join(u' ');
}

} // namespace layerscope
