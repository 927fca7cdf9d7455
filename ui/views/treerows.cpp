// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/treerows.h"

#include <QTreeView>

namespace layerscope {

int TreeRows::count() const
{
    const QAbstractItemModel *model = m_view.model();
    if (model == nullptr)
        return 0;
    int rows = model->rowCount();
    if (hasOneLevel())
        return rows;
    for (int top = model->rowCount() - 1; top >= 0; --top)
        rows += rowsBelow(top);
    return rows;
}

QModelIndex TreeRows::at(int number) const
{
    const QAbstractItemModel *model = m_view.model();
    if (model == nullptr || number < 0)
        return {};
    if (hasOneLevel())
        return model->hasIndex(number, 0) ? model->index(number, 0) : QModelIndex();
    int left = number;
    for (int top = 0; top < model->rowCount(); ++top) {
        const QModelIndex index = model->index(top, 0);
        if (left == 0)
            return index;
        --left;
        const int below = rowsBelow(top);
        if (left < below)
            return model->index(left, 0, index);
        left -= below;
    }
    return {};
}

int TreeRows::numberOf(const QModelIndex &index) const
{
    const QAbstractItemModel *model = m_view.model();
    if (model == nullptr || !index.isValid() || index.model() != model)
        return -1;
    const QModelIndex parent = index.parent();
    if (!parent.isValid() && hasOneLevel())
        return index.row();
    if (parent.isValid() && !m_view.isExpanded(parent.siblingAtColumn(0)))
        return -1;
    const int top = parent.isValid() ? parent.row() : index.row();
    int number = top;
    for (int before = 0; before < top; ++before)
        number += rowsBelow(before);
    return parent.isValid() ? number + 1 + index.row() : number;
}

QList<int> TreeRows::numbersWhere(const std::function<bool(const QModelIndex &)> &isMeant) const
{
    QList<int> numbers;
    const QAbstractItemModel *model = m_view.model();
    int number = 0;
    const auto look = [&](const QModelIndex &index) {
        if (isMeant(index))
            numbers.append(number);
        ++number;
    };
    for (int top = 0; model != nullptr && top < model->rowCount(); ++top) {
        const QModelIndex index = model->index(top, 0);
        look(index);
        const int below = hasOneLevel() ? 0 : rowsBelow(top);
        for (int row = 0; row < below; ++row)
            look(model->index(row, 0, index));
    }
    return numbers;
}

QItemSelection TreeRows::all() const
{
    const QAbstractItemModel *model = m_view.model();
    QItemSelection all;
    const auto addBelow = [&](const QModelIndex &parent) {
        const int rows = model->rowCount(parent);
        if (rows > 0)
            all.append(
                {model->index(0, 0, parent), model->index(rows - 1, model->columnCount(parent) - 1, parent)});
    };
    if (model == nullptr)
        return all;
    addBelow({});
    if (hasOneLevel())
        return all;
    for (int top = 0; top < model->rowCount(); ++top) {
        if (rowsBelow(top) > 0)
            addBelow(model->index(top, 0));
    }
    return all;
}

bool TreeRows::hasOneLevel() const
{
    const QAbstractItemModel *model = m_view.model();
    // If one row of a level has none below it for good, nor has any other.
    return model->rowCount() == 0 || model->index(0, 0).flags().testFlag(Qt::ItemNeverHasChildren);
}

int TreeRows::rowsBelow(int top) const
{
    const QModelIndex index = m_view.model()->index(top, 0);
    return m_view.isExpanded(index) ? m_view.model()->rowCount(index) : 0;
}

} // namespace layerscope
