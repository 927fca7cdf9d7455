// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/numberindex.h"

#include <algorithm>
#include <utility>

namespace layerscope {

void NumberIndex::insert(std::size_t hash, int number)
{
    constexpr quint32 fewestSlots = 64;
    if (const quint32 former = m_slotCount; 2 * static_cast<quint32>(m_size + 1) > former) {
        const RowValues<quint64> slots = std::exchange(m_slots, RowValues(emptySlot));
        m_slotCount = std::max(fewestSlots, 2 * former);
        for (quint32 place = 0; place < former; ++place) {
            if (const quint64 slot = slots.at(static_cast<int>(place)); slot != emptySlot)
                put(slot);
        }
    }
    put(quint64{shortened(hash)} << 32 | static_cast<quint32>(number));
    ++m_size;
}

void NumberIndex::put(quint64 slot)
{
    quint32 place = hashIn(slot);
    while (m_slots.at(slotAt(place)) != emptySlot)
        ++place;
    m_slots.set(slotAt(place), slot);
}

void NumberIndex::clear()
{
    *this = NumberIndex();
}

} // namespace layerscope
