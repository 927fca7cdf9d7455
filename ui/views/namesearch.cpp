// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/namesearch.h"

#include "models/rowsmodel.h"
#include "views/shownrow.h"

#include <QTreeView>

#include <algorithm>

namespace layerscope {

namespace {

/// A row at one of the places where it stands.
struct PlacedRow
{
    ShownRow row;
    int parent = -1; ///< Of what is below another one: the place of that
    int place = -1;
};

/// Those that can be seen, groups and what stands in left out.
QList<PlacedRow> rowsInSight(const QTreeView &view, const RowsModel &model)
{
    const std::shared_ptr<const Arrangement> arrangement = model.arrangement();
    QList<PlacedRow> rows;
    rows.reserve(arrangement->visibleRows);
    for (int g = 0; g < arrangement->groups.size(); ++g) {
        if (arrangement->isGrouped && !view.isExpanded(model.index(g, 0)))
            continue;
        const QList<int> &ofGroup = arrangement->groups.at(g).rows;
        for (int place = 0; place < ofGroup.size(); ++place) {
            rows.append({{ofGroup.at(place), false}, arrangement->isGrouped ? g : -1, place});
            if (!arrangement->children || arrangement->children->countBelow(place) == 0 ||
                !view.isExpanded(model.index(place, 0)))
                continue;
            const QList<int> below = arrangement->children->rowsBelow(place);
            for (int at = 0; at < below.size(); ++at)
                rows.append({{below.at(at), true}, place, at});
        }
    }
    return rows;
}

} // namespace

QModelIndex NameSearch::find(const QString &letters, const QTreeView &view, const RowsModel &model)
{
    m_typed.type(letters);
    const QList<PlacedRow> rows = rowsInSight(view, model);
    const QModelIndex currentIndex = view.currentIndex();
    const auto current =
        std::find_if(rows.cbegin(), rows.cend(),
                     [place = currentIndex.row(), parent = currentIndex.parent().row()](
                         const PlacedRow &row) { return row.place == place && row.parent == parent; });
    // -1: out of sight, no place to start from
    const qsizetype found = current != rows.cend() ? current - rows.cbegin() : -1;
    const qsizetype start =
        found >= 0 && m_typed.startsAfterCurrent() ? found + 1 : std::max<qsizetype>(found, 0);
    const ColumnIndex nameColumn = model.catalogue().nameColumn();
    const auto nameOf = [&model, nameColumn](ShownRow row) -> const QString & {
        const InventoryTable &table = row.isChild ? *model.children() : model.table();
        return table.text(row.row, row.isChild ? table.catalogue().nameColumn() : nameColumn);
    };
    for (qsizetype i = 0; i < rows.size(); ++i) {
        const PlacedRow &row = rows.at((start + i) % rows.size());
        if (nameOf(row.row).startsWith(m_typed.word(), Qt::CaseInsensitive))
            return model.index(row.place, nameColumn,
                               row.parent >= 0 ? model.index(row.parent, 0) : QModelIndex());
    }
    return {};
}

} // namespace layerscope
