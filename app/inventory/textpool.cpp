// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/textpool.h"

#include <algorithm>

namespace layerscope {

TextPool::TextPool()
{
    intern(QString());
}

quint32 TextPool::add(const QString &text)
{
    const quint32 place = m_size % chunkSize;
    if (place == 0)
        m_chunks.append(std::make_shared<Chunk>());

    quint32 expected = place;
    if (!m_chunks.constLast()->used.compare_exchange_strong(expected, place + 1)) {
        // A copy of this pool has already written here: go on in a chunk of our own.
        auto own = std::make_shared<Chunk>();
        const Chunk &former = *m_chunks.constLast();
        std::copy_n(former.texts.begin(), place, own->texts.begin());
        own->used = place + 1;
        m_chunks.last() = std::move(own);
    }
    m_chunks.constLast()->texts[place] = text;
    return m_size++;
}

quint32 TextPool::intern(const QString &text)
{
    const auto known = m_interned.constFind(text);
    if (known != m_interned.cend())
        return *known;
    const quint32 number = add(text);
    m_interned.insert(text, number);
    return number;
}

} // namespace layerscope
