// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/cellvalue.h"
#include "inventory/columncatalogue.h"
#include "inventory/rowvalues.h"

#include <vector>

namespace layerscope {

/// How each group of cells of each row stands: a byte each. A part of an InventoryTable, and a value as that
/// is.
class GroupStates
{
public:
    enum class Stored : quint8 {
        NotAsked,
        Loading,
        Value,
        Refused,
        Failed,
        Stale,
        Partly,     ///< Failed, but only the cells that are marked as wrong; the others came.
        Unreadable, ///< Value, but a text in it was not valid UTF-8.
    };
    struct State
    {
        Stored stored = Stored::NotAsked;
        bool isKnown = false; ///< Its values were loaded once: Stale is what it falls back to.
        quint8 age = 0;       ///< How many loads ago that was, up to oldestAge.

        /// Whether its values are to be seen. What was known before goes with a row that is gone.
        [[nodiscard]] bool hasValues(bool isRowGone) const;
    };
    static constexpr quint8 oldestAge = 7; // three bits

    explicit GroupStates(int groups)
        : m_bytes(static_cast<std::size_t>(groups))
    {}

    [[nodiscard]] State at(int row, int group) const
    {
        const quint8 byte = m_bytes[static_cast<std::size_t>(group)].at(row);
        return {static_cast<Stored>(byte & storedMask), (byte & knownBit) != 0,
                static_cast<quint8>(byte >> ageShift)};
    }
    void set(int row, int group, State state);
    /// Groups of this row that are neither to be asked for nor stale.
    [[nodiscard]] GroupSet answered(int row) const { return m_answered.at(row); }
    /// What these groups of a row come to that is not gone.
    [[nodiscard]] RowState rowState(int row, GroupSet groups) const;
    [[nodiscard]] bool hasUnreadableText(int row, GroupSet groups) const;

    /// What is known becomes Stale and a load older, all else NotAsked. O(rows × groups).
    void beginLoad();
    /// As in RowValues.
    void renumber(const QList<int> &newRowOfOld);

private:
    static constexpr quint8 storedMask = 0x0f;
    static constexpr quint8 knownBit = 0x10;
    static constexpr int ageShift = 5;
    static constexpr quint8 oneAge = 1 << ageShift;

    std::vector<RowValues<quint8>> m_bytes; // of each group
    // The same once more by row, since whole tables are asked what they lack: groups that are neither to be
    // asked for nor stale, and those that came well.
    RowValues<GroupSet> m_answered;
    RowValues<GroupSet> m_whole;
};

inline bool GroupStates::State::hasValues(bool isRowGone) const
{
    switch (stored) {
    case Stored::Value:
    case Stored::Unreadable:
    case Stored::Partly:
        return true;
    case Stored::Stale:
    case Stored::Loading:
    case Stored::Refused:
    case Stored::Failed:
        return isKnown && !isRowGone;
    case Stored::NotAsked:
        break;
    }
    return false;
}

} // namespace layerscope
