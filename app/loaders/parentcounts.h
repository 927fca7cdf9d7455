// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/inventorystore.h"
#include "inventory/kinds.h"
#include "loaders/namedparents.h"
#include "loaders/remainder.h"

#include <QByteArray>
#include <QList>
#include <QSet>

#include <optional>

namespace layerscope {

/// What the rows of one table count below them, list by list (Nesting::lists): when a 0 is believed, and what
/// stands there once the lists have come and know better, or that nobody knows. GUI thread; the store
/// outlives it.
class ParentCounts
{
public:
    /// `below`: the table of the rows that are counted.
    ParentCounts(InventoryStore &parents, const TableSpec &below);

    /// Who says of itself that it is below a parent.
    void setNames(const NamedParents &names) { m_names = names; }
    [[nodiscard]] const NamedParents &names() const { return m_names; }
    /// As before the first load.
    void clear();

    /// nullopt: the parent did not tell.
    [[nodiscard]] std::optional<qint64> of(qint64 parentId, const ListBelow &list) const;
    /// A list of which the parent counts none need not be asked: nothing says that there is somebody, neither
    /// of this parent nor, of this list, of another one.
    [[nodiscard]] bool isNoneBelieved(qint64 parentId, const ListBelow &list) const;
    [[nodiscard]] bool areNoneBelieved(qint64 parentId, const QList<const ListBelow *> &lists) const;
    /// Lists ended: before complete(). Where one brought more than the parent counts, what others count of
    /// that list is not believed from now on. True: of some list it was until now.
    [[nodiscard]] bool doubtLike(qint64 parentId, const QList<Remainder::List> &came);
    /// Its lists ended, and all that they brought, these rows below it, are known. Where the parent has more
    /// than they account for (hasMoreThan()), no count of none of its own is believed from now on; true:
    /// until now some was. O(rows).
    [[nodiscard]] bool doubtOwn(qint64 parentId, const QList<int> &rows, const InventoryTable &table);
    /// Lists whose parent told only after they ended what it counts may lack some of those.
    void compare(qint64 parentId, QList<Remainder::List> &came) const;
    /// The lists ended and brought so many distinct rows, in this load: their numbers stand where a count
    /// said less or nothing, and a row that several lists have counts once in the sum. Rows that came before
    /// a stop, and are in no list now, count for nothing. Counts of what a key may not see stay, and so do
    /// all if the parent's own could not be loaded. A count that neither the parent nor its list told has
    /// failed, for the list's reason.
    void complete(qint64 parentId, const QList<Remainder::List> &came, qint64 rows);

private:
    [[nodiscard]] std::optional<int> rowOf(qint64 parentId) const;
    [[nodiscard]] bool haveCountsCome(int row) const;
    void put(RowPatch &patch, const RowPatch &known, const std::optional<ApiError> &reason);
    [[nodiscard]] bool isAnyNoneBelieved(qint64 parentId) const;
    [[nodiscard]] bool isNamedBeyondCounts(qint64 parentId, RowKind kind) const;
    [[nodiscard]] bool isKnownToBeEmpty(qint64 parentId) const;

    InventoryStore &m_parents;
    const TableSpec &m_below;
    const Nesting &m_nesting;
    NamedParents m_names;
    QSet<QByteArray> m_doubted; ///< Methods of lists that some parent counts too few of.
    QSet<qint64> m_belied;      ///< By what else they have.
    QSet<qint64> m_unknown;     ///< Some count of theirs failed, because a list did.
};

} // namespace layerscope
