// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

#include <QHash>
#include <QList>
#include <QSet>

#include <optional>

namespace layerscope {

/// Which rows the lists of parents brought in one load: how many each has, and below which one a row stands
/// that lists of several have. A device shares one pool at a time (softlayer-api §6.2: one virtualRackId,
/// one allotment detail), so such a row went from one to the other while loading, or the lists say more than
/// the device does. Only the first one's lists can tell, when they are asked once more. A value.
class RowsOfParents
{
public:
    struct Arrival
    {
        RowKey key;
        std::optional<qint64> standsBelow;   ///< Where a list put it before, in this load.
        std::optional<qint64> named;         ///< By the row itself: the one that it belongs to.
        bool isConfirmed = false;            ///< It stood elsewhere, and the list was asked once more for it.
        std::optional<RowKey> standsAs = {}; ///< There; nullopt: under the same key.
    };
    /// A list of this parent brought it. Whether it stands below that one now: in several for good it does
    /// below the one that it names itself, else below that with the lowest number, so that each load of the
    /// same account ends alike. O(1).
    bool take(qint64 parentId, const Arrival &row);

    /// Distinct ones that its lists brought.
    [[nodiscard]] qint64 count(qint64 parentId) const { return m_rows.value(parentId); }
    /// Those of them that stand below another one.
    [[nodiscard]] qint64 elsewhere(qint64 parentId) const { return m_elsewhere.value(parentId).size(); }
    /// As its lists have them. Not in order.
    [[nodiscard]] QList<RowKey> keysElsewhere(qint64 parentId) const
    {
        return m_elsewhere.value(parentId).values();
    }
    /// And of those the ones that are known to be in the lists of both.
    [[nodiscard]] qint64 shared(qint64 parentId) const;
    [[nodiscard]] bool isInDoubt(qint64 parentId) const { return shared(parentId) < elsewhere(parentId); }
    /// Those with rows elsewhere of which nobody knows whether they still have them. In order.
    [[nodiscard]] QList<qint64> inDoubt() const;

    /// Takes out those of which that is not known, since its lists are to be asked again: they bring them, or
    /// not.
    [[nodiscard]] QSet<RowKey> takeDoubtful(qint64 parentId);
    /// Puts one of them back: its list failed, and told nothing.
    void putBack(qint64 parentId, RowKey key);

    void clear() { *this = {}; }

private:
    QHash<qint64, qint64> m_rows;
    /// By the thing that it is, whatever kind of row its list makes of it (rowOfOwnTable()).
    using Elsewhere = QHash<RowKey, RowKey>;
    QHash<qint64, Elsewhere> m_elsewhere;
    QSet<RowKey> m_shared; ///< In the lists of several parents, by what they are.
};

} // namespace layerscope
