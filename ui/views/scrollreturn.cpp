// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/scrollreturn.h"

#include "models/inventoryroles.h"
#include "models/rowsmodel.h"
#include "views/rowsview.h"
#include "views/visiblerows.h"

#include <QScrollBar>

#include <cmath>

namespace layerscope {

namespace {

constexpr int thousandths = 1000; // of a row's height
constexpr int hundredths = 100;   // of the font's height

int sidewaysOf(const RowsView &view)
{
    const double unit = double(view.fontMetrics().height()) / hundredths;
    return static_cast<int>(std::lround(view.horizontalScrollBar()->value() / unit));
}

void setSideways(RowsView &view, int sideways)
{
    const double unit = double(view.fontMetrics().height()) / hundredths;
    view.horizontalScrollBar()->setValue(static_cast<int>(std::lround(sideways * unit)));
}

} // namespace

std::optional<ScrollPlace> ScrollReturn::placeOf(const RowsView &view)
{
    const RowsModel *model = view.rowsModel();
    if (model == nullptr || model->rowCount() == 0)
        return std::nullopt;
    ScrollPlace place;
    place.sideways = sidewaysOf(view);
    if (view.verticalScrollBar()->value() == 0)
        return place;
    for (const QModelIndex &index : indexesBetween(view, 0, view.viewport()->height())) {
        const QVariant key = index.data(KeyRole);
        if (!key.isValid() || model->indexOfKey(key.value<RowKey>()) != index)
            continue;
        const QRect rect = view.visualRect(index.siblingAtColumn(view.treePosition()));
        place.row = key.value<RowKey>();
        place.offset = static_cast<int>(std::lround(double(thousandths) * rect.top() / rect.height()));
        return place;
    }
    return std::nullopt;
}

bool ScrollReturn::go(RowsView &view)
{
    const RowsModel &model = *view.rowsModel();
    QScrollBar &bar = *view.verticalScrollBar();
    // A place sideways needs the layout that says how far one can go.
    const QModelIndex index = m_place.row ? model.indexOfKey(*m_place.row, view.treePosition())
                                          : model.index(0, view.treePosition());
    if (!index.isValid())
        return false;
    const bool isWhereItWas = index.row() == m_row && bar.value() == m_value && !model.hasTwoLevels();
    if (isWhereItWas)
        return true;
    const QRect rect = view.visualRect(index); // lays out what is due
    if (!rect.isValid())
        return false; // in a row that is closed
    setSideways(view, m_place.sideways);
    const double offset = double(m_place.offset) * rect.height() / thousandths;
    bar.setValue(m_place.row ? bar.value() + rect.top() - static_cast<int>(std::lround(offset)) : 0);
    // Where too few rows have come to scroll as far, the next ones may do.
    const bool isReached = !m_place.row || bar.value() < bar.maximum();
    m_row = isReached ? index.row() : -1;
    m_value = bar.value();
    return true;
}

} // namespace layerscope
