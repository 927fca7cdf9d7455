// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/sharedblock.h"

#include <QHash>

#include <limits>
#include <vector>

namespace layerscope {

/// A hash in parts that copies share until they are written: the first write after a copy costs a part and
/// not the whole, and so does growing. A copy costs O(1); it may be read and dropped on any thread while the
/// original is written.
template<class Key, class Value>
class SharedHash
{
public:
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] bool isEmpty() const { return m_size == 0; }

    /// nullptr if there is none. Valid until the next write.
    [[nodiscard]] const Value *find(const Key &key) const
    {
        const QHash<Key, Value> &hash = m_parts[partOf(key)]->hash;
        const auto place = hash.constFind(key);
        return place != hash.cend() ? &*place : nullptr;
    }

    void insert(const Key &key, const Value &value)
    {
        QHash<Key, Value> &hash = m_parts[partOf(key)].own().hash;
        const qsizetype former = hash.size();
        hash.insert(key, value);
        m_size += hash.size() - former;
    }

    void remove(const Key &key)
    {
        if (m_size == 0 || find(key) == nullptr)
            return; // without copying anything
        m_parts[partOf(key)].own().hash.remove(key);
        --m_size;
    }

    void clear() { *this = SharedHash(); }

    /// `look(key, value)` for each, in no particular order.
    template<class Look>
    void forEach(Look look) const
    {
        for (const SharedBlock<Part> &part : m_parts) {
            for (auto place = part->hash.cbegin(); place != part->hash.cend(); ++place)
                look(place.key(), place.value());
        }
    }

private:
    struct Part
    {
        Part() = default;
        Part(const Part &other)
            : hash(other.hash)
        {
            hash.detach(); // as long as the other one is held
        }
        QHash<Key, Value> hash;
    };

    static constexpr int partBits = 8; // 400 keys a part where there are 100 000
    static constexpr std::size_t partCount = std::size_t{1} << partBits;

    /// By the upper bits of the hash: QHash goes by the lower ones.
    [[nodiscard]] static std::size_t partOf(const Key &key)
    {
        return qHash(key, std::size_t{0}) >> (std::numeric_limits<std::size_t>::digits - partBits);
    }

    std::vector<SharedBlock<Part>> m_parts = std::vector(partCount, SharedBlock<Part>());
    qsizetype m_size = 0;
};

} // namespace layerscope
