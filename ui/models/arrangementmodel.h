// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "models/treeshape.h"

#include <QAbstractItemModel>

#include <memory>
#include <optional>

namespace layerscope {

/// An arrangement as Qt's views want a tree: which index stands for which row or group, and how the next
/// arrangement takes the place of the one on screen. Knows neither tables nor cells. Persistent indexes are
/// remapped by row (groups by their key), so selection, current row, expansion and scroll survive. GUI
/// thread.
class ArrangementModel : public QAbstractItemModel
{
    Q_OBJECT

public:
    ~ArrangementModel() override;

    QModelIndex index(int row, int column, const QModelIndex &parent = {}) const override;
    QModelIndex parent(const QModelIndex &child) const override;
    int rowCount(const QModelIndex &parent = {}) const final;
    int columnCount(const QModelIndex &parent = {}) const final;
    bool hasChildren(const QModelIndex &parent = {}) const override;
    Qt::ItemFlags flags(const QModelIndex &index) const override; ///< ItemNeverHasChildren on the last level.

    /// The arrangement on screen; never null.
    [[nodiscard]] std::shared_ptr<const Arrangement> arrangement() const;
    /// What it was made for.
    [[nodiscard]] const ArrangementSpec &arrangedSpec() const;

    /// Rows in groups, or with those of another table below them.
    [[nodiscard]] bool hasTwoLevels() const { return m_shape.hasTwoLevels(); }
    /// Table row of an index; nullopt for group rows, rows below others and invalid indexes.
    [[nodiscard]] std::optional<int> tableRow(const QModelIndex &index) const;
    /// The same of the table below; nullopt also for the row that stands in for others.
    [[nodiscard]] std::optional<int> childRow(const QModelIndex &index) const;
    /// The table row of an index, or of the row that it is below.
    [[nodiscard]] std::optional<int> tableRowAtOrAbove(const QModelIndex &index) const;
    /// The first one, where several groups have the row.
    [[nodiscard]] QModelIndex indexOfTableRow(int row, int column = 0) const;
    [[nodiscard]] QModelIndex indexOfChildRow(int row, int column = 0) const;
    /// nullptr for rows and invalid indexes.
    [[nodiscard]] const Arrangement::Group *group(const QModelIndex &index) const;

Q_SIGNALS:
    /// Before a layoutAboutToBeChanged.
    void aboutToMove();
    /// After the layoutChanged that came of it: where what stood somewhere stands now. Only for direct
    /// connections.
    void moved(const layerscope::TreeMove &move);

protected:
    ArrangementModel(std::shared_ptr<const Arrangement> first, int columns, QObject *parent);

    [[nodiscard]] const Arrangement &shown() const { return *m_shape.arrangement(); }
    [[nodiscard]] TreeNode nodeAt(const QModelIndex &index) const;

    /// Puts an arrangement in place in one layoutChanged; with the new numbers of rows if those are other
    /// ones. Rows may come and go with it.
    void replace(std::shared_ptr<const Arrangement> next, const QList<int> *newRowOfOld = nullptr,
                 const QList<int> *newChildOfOld = nullptr);
    /// The same, but says nothing and returns true if all stands where it stood.
    [[nodiscard]] bool putIfSameOrder(const std::shared_ptr<const Arrangement> &next);
    /// One that has more rows at its end, and is else that on screen (withRowsAtEnd()).
    void grow(std::shared_ptr<const Arrangement> next);
    void reset(std::shared_ptr<const Arrangement> next);

    /// Says of rows of the tables, by their numbers, that they changed; of those that are seen, wherever they
    /// are.
    void announceTableRows(const QList<int> &rows, const QList<int> &roles);
    void announceChildren(const QList<int> &rows, const QList<int> &roles);
    /// The same of rows of the table below, with all that are below the same rows: once for each of those.
    void announceSiblings(const QList<int> &rows, const QList<int> &roles);
    void announceGroups(const QList<int> &roles);
    /// All rows, but no groups.
    void announceAll(const QList<int> &roles);

private:
    [[nodiscard]] QModelIndex makeIndex(TreePlace place, int column) const;
    void announceBelow(const QModelIndex &parent, const QList<int> &roles);

    TreeShape m_shape;
    int m_columns;
};

} // namespace layerscope
