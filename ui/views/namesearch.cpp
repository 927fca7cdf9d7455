// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/namesearch.h"

#include "models/rowsmodel.h"
#include "views/shownrow.h"

#include <QTreeView>

#include <algorithm>

namespace layerscope {

namespace {

/// Those that can be seen, groups and what stands in left out.
QList<ShownRow> rowsInSight(const QTreeView &view, const RowsModel &model)
{
    const std::shared_ptr<const Arrangement> arrangement = model.arrangement();
    QList<ShownRow> rows;
    rows.reserve(arrangement->visibleRows);
    for (int g = 0; g < arrangement->groups.size(); ++g) {
        if (arrangement->isGrouped && !view.isExpanded(model.index(g, 0)))
            continue;
        const QList<int> &ofGroup = arrangement->groups.at(g).rows;
        for (int place = 0; place < ofGroup.size(); ++place) {
            rows.append({ofGroup.at(place), false});
            if (!arrangement->children || arrangement->children->countBelow(place) == 0 ||
                !view.isExpanded(model.index(place, 0)))
                continue;
            for (const int child : arrangement->children->rowsBelow(place))
                rows.append({child, true});
        }
    }
    return rows;
}

} // namespace

QModelIndex NameSearch::find(const QString &letters, const QTreeView &view, const RowsModel &model)
{
    m_typed.type(letters);
    const QList<ShownRow> rows = rowsInSight(view, model);
    const std::optional<int> ownCurrent = model.tableRow(view.currentIndex());
    const std::optional<int> childCurrent = model.childRow(view.currentIndex());
    const ShownRow current{ownCurrent.value_or(childCurrent.value_or(-1)), childCurrent.has_value()};
    const qsizetype found = rows.indexOf(current); // -1: out of sight, no place to start from
    const qsizetype start =
        found >= 0 && m_typed.startsAfterCurrent() ? found + 1 : std::max<qsizetype>(found, 0);
    const ColumnIndex nameColumn = model.catalogue().nameColumn();
    const auto nameOf = [&model, nameColumn](ShownRow row) -> const QString & {
        const InventoryTable &table = row.isChild ? *model.children() : model.table();
        return table.text(row.row, row.isChild ? table.catalogue().nameColumn() : nameColumn);
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const ShownRow row = rows.at((start + i) % rows.size());
        if (nameOf(row).startsWith(m_typed.word(), Qt::CaseInsensitive))
            return row.isChild ? model.indexOfChildRow(row.row, nameColumn)
                               : model.indexOfTableRow(row.row, nameColumn);
    }
    return {};
}

} // namespace layerscope
