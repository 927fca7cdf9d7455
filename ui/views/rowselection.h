// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/treeshape.h"
#include "views/rowset.h"

#include <QItemSelectionModel>
#include <QList>

#include <optional>

class QTreeView;

namespace layerscope {

class RowsModel;

/// What is selected in a view of a RowsModel: rows, and not places. It changes when the person selects
/// something else, and loses rows that are gone or that node and filter hide; nothing else makes it gain or
/// lose one. What a person points at is a row, or a group row, which then stands for the rows that are in
/// the group at that moment; it looks selected while all rows of the group are. A group row in a stretch of
/// rows that goes on into its own rows stands for none.
///
/// What a QItemSelectionModel holds of it, for Qt's views and for screen readers, are the places where these
/// rows stand now: ranges of whole rows that are written anew with each change and taken back before the
/// layout changes. Qt's own way through a new layout selects whatever is there if all was selected, has the
/// model keep an index for each row, and between two selections compares each range with each (limits §11).
/// Rows of a closed group of which all are selected are told by the group row alone. And of rows that lie
/// scattered only the first `mostRanges` ranges are told: each of them has two indexes that the model must
/// keep, and a row stands in the group of each of its tags. So whoever asks about one row asks isSelectedIn()
/// or contains().
///
/// selectionChanged says exactly what came and went, as far as its ranges go, but not what a new layout hid.
/// GUI thread; child of the view. The model outlives its use.
class RowSelection : public QItemSelectionModel
{
    Q_OBJECT

public:
    RowSelection(RowsModel &model, QTreeView &view);

    /// More than a person selects by pointing at rows one by one.
    static constexpr qsizetype mostRanges = 4'000;

    /// Of any view: whether the row that an index is in is selected there. As contains(), where it is one of
    /// these selections.
    [[nodiscard]] static bool isSelectedIn(const QTreeView &view, const QModelIndex &index);

    [[nodiscard]] bool isEmpty() const { return m_selected.isEmpty(); }
    /// Whether the row that an index is in is selected; of a group row: all of its rows. O(1), which
    /// isSelected() is not.
    [[nodiscard]] bool contains(const QModelIndex &index) const;
    /// In view order, each once, wherever and how often it stands. O(rows seen) after a change, else O(1).
    [[nodiscard]] const QList<ShownRow> &rows() const;
    /// Those of them that are rows of the table.
    [[nodiscard]] QList<int> tableRows() const;
    /// The first of those, so many at most. To stop early costs less than all of them.
    [[nodiscard]] QList<int> firstTableRows(qsizetype most) const;
    /// How many those are, and which, in the order of the table: for who needs no other. O(rows / 64) and
    /// O(rows / 8).
    [[nodiscard]] qsizetype tableRowCount() const { return m_selected.countOfTable(); }
    [[nodiscard]] QList<int> tableRowsByNumber() const;
    /// Rows of the table below: those of them, and all that are seen below the others.
    [[nodiscard]] QList<int> childRows() const;

    using QItemSelectionModel::select;
    /// A cell stands for its row, with or without the flag Rows. O(rows seen).
    void select(const QItemSelection &selection, SelectionFlags command) override;

    /// Before the layout changes: nothing is left for Qt to carry over.
    void beginMove();
    /// After it changed. Silent. O(rows seen). The current row stays the current one as long as it is seen.
    void endMove(const TreeMove &move);

private:
    [[nodiscard]] RowSet changed(const RowSet &before, const QItemSelection &selection,
                                 SelectionFlags command) const;
    [[nodiscard]] QBitArray groupsOfSelected() const;
    [[nodiscard]] QItemSelection placesOf(const RowSet &rows, const QBitArray &groups) const;
    void appendPlacesOfFew(const RowSet &rows, const QBitArray &groups, QItemSelection &places) const;
    [[nodiscard]] QList<ShownRow> inOrder() const;
    void hold(const QItemSelection &places);
    void keepCurrent(const TreeMove &move);
    void onExpanded(const QModelIndex &index);

    RowsModel &m_model;
    QTreeView &m_view;
    RowSet m_selected;
    RowSet m_base;      ///< Without what was selected last, which a selection with Current replaces.
    QBitArray m_groups; ///< Groups that look selected, by their places. None if there are no groups.
    mutable std::optional<QList<ShownRow>> m_inOrder; ///< Of m_selected, once somebody asked.
    TreePlace m_formerCurrent;                        ///< Of the current cell, before the layout changed
    int m_formerCurrentColumn = -1;
    bool m_isHeldAnewSoon = false;
};

} // namespace layerscope
