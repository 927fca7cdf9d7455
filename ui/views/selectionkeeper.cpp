// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/selectionkeeper.h"

#include "models/arrangementmodel.h"

#include <QAbstractItemView>
#include <QItemSelectionModel>
#include <QSignalBlocker>

#include <utility>
#include <vector>

namespace layerscope {

namespace {

constexpr int fewRows = 1000; // Qt carries them over in a millisecond or two

/// Rows below one parent, marked as selected or not.
class MarkedRows
{
public:
    void mark(int row, int count)
    {
        m_isMarked.resize(static_cast<std::size_t>(count));
        m_isMarked[static_cast<std::size_t>(row)] = true;
    }
    void addRangesTo(QItemSelection &selection, const QAbstractItemModel &model,
                     const QModelIndex &parent) const
    {
        const auto end = static_cast<int>(m_isMarked.size());
        const int lastColumn = model.columnCount(parent) - 1;
        for (int row = 0; row < end; ++row) {
            if (!isMarked(row))
                continue;
            const int first = row;
            while (row + 1 < end && isMarked(row + 1))
                ++row;
            selection.append(
                QItemSelectionRange(model.index(first, 0, parent), model.index(row, lastColumn, parent)));
        }
    }

private:
    [[nodiscard]] bool isMarked(int row) const { return m_isMarked[static_cast<std::size_t>(row)]; }

    std::vector<bool> m_isMarked;
};

} // namespace

void SelectionKeeper::take(QAbstractItemView &view)
{
    m_taken.clear();
    QList<Range> ranges;
    int rows = 0;
    const QItemSelection selection = view.selectionModel()->selection();
    for (const QItemSelectionRange &range : selection) {
        if (!range.isValid())
            continue;
        ranges.append({range.topLeft().internalId(), range.top(), range.bottom()});
        rows += range.height();
    }
    if (rows <= fewRows)
        return;
    m_taken = ranges;
    const QSignalBlocker silence(view.selectionModel());
    view.selectionModel()->select(QItemSelection(), QItemSelectionModel::Clear);
}

void SelectionKeeper::giveBack(QAbstractItemView &view, const ArrangementModel &model, const TreeMove &move)
{
    const QList<Range> taken = std::exchange(m_taken, {});
    if (taken.isEmpty())
        return;
    const int atTop = model.rowCount();
    MarkedRows top;
    std::vector<MarkedRows> below; // each parent; empty if nothing below one was selected
    for (const Range &range : taken) {
        for (int row = range.first; row <= range.last; ++row) {
            const TreePlace place = move({row, range.id});
            if (!place.isValid())
                continue;
            if (place.id == ParentId::top) {
                top.mark(place.row, atTop);
                continue;
            }
            const int parent = ParentId::numberOf(place.id);
            below.resize(static_cast<std::size_t>(atTop));
            below[static_cast<std::size_t>(parent)].mark(place.row, model.rowCount(model.index(parent, 0)));
        }
    }
    QItemSelection selection;
    top.addRangesTo(selection, model, {});
    for (std::size_t parent = 0; parent < below.size(); ++parent)
        below[parent].addRangesTo(selection, model, model.index(static_cast<int>(parent), 0));
    const QSignalBlocker silence(view.selectionModel());
    view.selectionModel()->select(selection, QItemSelectionModel::Select);
}

} // namespace layerscope
