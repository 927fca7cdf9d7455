// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/groupstates.h"

namespace layerscope {

void GroupStates::set(int row, int group, State state)
{
    const auto bit = static_cast<std::size_t>(group);
    const auto byte = static_cast<quint8>(static_cast<quint8>(state.stored) | (state.isKnown ? knownBit : 0) |
                                          (state.age << ageShift));
    if (m_bytes[bit].at(row) == byte)
        return; // spares copying blocks that a snapshot shares
    m_bytes[bit].set(row, byte);
    m_answered.own(row).set(bit, state.stored != Stored::NotAsked && state.stored != Stored::Stale);
    m_whole.own(row).set(bit, state.stored == Stored::Value);
}

RowState GroupStates::rowState(int row, GroupSet groups) const
{
    groups &= ~m_whole.at(row);
    if (groups.none())
        return RowState::Complete;
    if ((groups & answered(row)).none())
        return RowState::Partial; // all of it is still to be asked for
    bool isRefused = false;
    bool isPartial = false;
    for (std::size_t group = 0; group < m_bytes.size(); ++group) {
        if (!groups.test(group))
            continue;
        switch (at(row, static_cast<int>(group)).stored) {
        case Stored::Failed:
        case Stored::Partly:
            return RowState::Failed;
        case Stored::Refused:
            isRefused = true;
            break;
        case Stored::Value:
            break;
        case Stored::Unreadable:
        case Stored::NotAsked:
        case Stored::Loading:
        case Stored::Stale:
            isPartial = true;
            break;
        }
    }
    if (isRefused)
        return RowState::Refused;
    return isPartial ? RowState::Partial : RowState::Complete;
}

bool GroupStates::hasUnreadableText(int row, GroupSet groups) const
{
    for (std::size_t group = 0; group < m_bytes.size(); ++group) {
        if (groups.test(group) && at(row, static_cast<int>(group)).stored == Stored::Unreadable)
            return true;
    }
    return false;
}

void GroupStates::beginLoad()
{
    for (RowValues<quint8> &bytes : m_bytes) {
        bytes.changeAll([](quint8 byte) {
            if ((byte & knownBit) == 0)
                return quint8(Stored::NotAsked);
            const bool isOldest = (byte >> ageShift) == oldestAge;
            const auto stale = static_cast<quint8>((byte & ~storedMask) | quint8(Stored::Stale));
            return static_cast<quint8>(stale + (isOldest ? 0 : oneAge));
        });
    }
    m_answered.clear();
    m_whole.clear();
}

void GroupStates::renumber(const QList<int> &newRowOfOld)
{
    for (RowValues<quint8> &bytes : m_bytes)
        bytes.renumber(newRowOfOld);
    m_answered.renumber(newRowOfOld);
    m_whole.renumber(newRowOfOld);
}

} // namespace layerscope
