// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowvalues.h"

#include <optional>

namespace layerscope {

/// Finds numbers by what they stand for, as a hash does: rows by their keys, texts by themselves. What a
/// number stands for it asks its owner. Holds 8 bytes for each of up to four times as many slots as there are
/// numbers, in blocks that copies share as those of RowValues do: an insertion after a copy costs a block and
/// not the whole, as it would with QHash. Numbers do not go one by one.
class NumberIndex
{
public:
    [[nodiscard]] int size() const { return m_size; }

    /// The number with this hash of which `isMeant` says so.
    template<class IsMeant>
    [[nodiscard]] std::optional<int> find(std::size_t hash, IsMeant isMeant) const
    {
        const quint32 wanted = shortened(hash);
        for (quint32 place = wanted; m_size > 0; ++place) {
            const quint64 slot = m_slots.at(slotAt(place));
            if (slot == emptySlot)
                break;
            if (hashIn(slot) == wanted && isMeant(numberIn(slot)))
                return numberIn(slot);
        }
        return std::nullopt;
    }

    /// `number`: not below 0, and not in it yet. Cost: O(1); that of all of them where their count comes to a
    /// power of two.
    void insert(std::size_t hash, int number);
    void clear();

private:
    static constexpr quint64 emptySlot = ~quint64{0}; // its number would be -1

    [[nodiscard]] static quint32 shortened(std::size_t hash)
    {
        return static_cast<quint32>(hash ^ (quint64{hash} >> 32));
    }
    [[nodiscard]] static quint32 hashIn(quint64 slot) { return static_cast<quint32>(slot >> 32); }
    [[nodiscard]] static int numberIn(quint64 slot) { return static_cast<int>(slot & 0xffff'ffff); }
    [[nodiscard]] int slotAt(quint32 place) const { return static_cast<int>(place & (m_slotCount - 1)); }
    void put(quint64 slot);

    RowValues<quint64> m_slots{emptySlot}; // hash and number; where one is taken already, the next one
    quint32 m_slotCount = 0;               // a power of two
    int m_size = 0;
};

} // namespace layerscope
