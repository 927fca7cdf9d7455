// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/numberindex.h"

#include <QList>
#include <QString>

#include <array>
#include <atomic>
#include <memory>

namespace layerscope {

/// Texts by number, each in the form that people see and, where that is another one, in the form in which it
/// was sent. Grows in chunks that never move, so that a copy (O(chunks)) can be read on another thread
/// while the original goes on growing: a reader only looks at numbers that existed when the copy was made.
/// Copies may grow on their own; the first to write into a chunk they share keeps it, the other gets its own.
/// Number 0 is the empty text.
class TextPool
{
public:
    TextPool();

    [[nodiscard]] const QString &at(quint32 number) const
    {
        return m_chunks[number / chunkSize]->texts[number % chunkSize];
    }
    /// As it was sent; at() is what people see.
    [[nodiscard]] const QString &sentAt(quint32 number) const
    {
        return m_chunks[number / chunkSize]->isSentApart[number % chunkSize] ? at(number + 1) : at(number);
    }
    [[nodiscard]] quint32 size() const { return m_size; }
    /// Adds without looking for an equal one: for texts that are almost never repeated (names, IPs).
    quint32 add(const QString &text) { return add(text, text); }
    quint32 add(const QString &shown, const QString &sent);
    /// The number of an equal text, or a new one: for texts that repeat (datacenters, systems, owners).
    quint32 intern(const QString &text) { return intern(text, text); }
    quint32 intern(const QString &shown, const QString &sent);

private:
    static constexpr quint32 chunkSize = 4096; // 96 kB of QString headers a chunk

    struct Chunk
    {
        /// Not a vector: readers must not look at a size that the writer changes.
        std::array<QString, chunkSize> texts;
        /// The form in which it was sent is the next text. Bytes, since readers look at their neighbours.
        std::array<bool, chunkSize> isSentApart{};
        std::atomic<quint32> used{0};
    };
    quint32 append(const QString &text, bool isSentApart);

    QList<std::shared_ptr<Chunk>> m_chunks;
    quint32 m_size = 0;
    NumberIndex m_interned; ///< By the form in which they were sent.
};

} // namespace layerscope
