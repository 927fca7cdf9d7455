// SPDX-License-Identifier: GPL-3.0-or-later
#include "inventory/textpool.h"

#include <algorithm>
#include <optional>

namespace layerscope {

TextPool::TextPool()
{
    intern(QString());
}

quint32 TextPool::append(const QString &text, bool isSentApart)
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
        std::copy_n(former.isSentApart.begin(), place, own->isSentApart.begin());
        own->used = place + 1;
        m_chunks.last() = std::move(own);
    }
    m_chunks.constLast()->texts[place] = text;
    m_chunks.constLast()->isSentApart[place] = isSentApart;
    return m_size++;
}

quint32 TextPool::add(const QString &shown, const QString &sent)
{
    if (shown == sent)
        return append(shown, false);
    const quint32 number = append(shown, true);
    append(sent, false);
    return number;
}

quint32 TextPool::intern(const QString &shown, const QString &sent)
{
    const std::size_t hash = qHash(sent, std::size_t{0});
    const std::optional<int> known = m_interned.find(hash, [&](int candidate) {
        const auto number = static_cast<quint32>(candidate);
        return at(number) == shown && sentAt(number) == sent;
    });
    if (known)
        return static_cast<quint32>(*known);
    const quint32 number = add(shown, sent);
    m_interned.insert(hash, static_cast<int>(number));
    return number;
}

} // namespace layerscope
