// SPDX-License-Identifier: GPL-3.0-or-later
#include "tables/ziparchive.h"

#include <QtEndian>

#include <algorithm>
#include <array>

#include <zlib.h>

namespace layerscope {

namespace {

// The numbers are those of PKWARE's APPNOTE, 4.3 and 4.5.3.
constexpr quint32 directoryEndMark = 0x06054b50;
constexpr quint32 largeLocatorMark = 0x07064b50;
constexpr quint32 largeEndMark = 0x06064b50;
constexpr quint32 directoryMark = 0x02014b50;
constexpr quint32 entryMark = 0x04034b50;
constexpr qint64 directoryEndSize = 22;
constexpr qint64 largeLocatorSize = 20;
constexpr qint64 largeEndSize = 56;
constexpr qint64 directoryEntrySize = 46;
constexpr qint64 entryHeaderSize = 30;
constexpr qint64 longestComment = 0xffff;
constexpr quint64 isInExtra = 0xffffffff;
constexpr quint16 largeExtra = 1;
constexpr quint16 stored = 0;
constexpr quint16 deflated = 8;
constexpr qint64 pieceSize = 1 << 16;

/// 0 beyond the end.
template<class Number>
Number numberAt(const QByteArray &bytes, qsizetype at)
{
    if (at < 0 || at + qsizetype(sizeof(Number)) > bytes.size())
        return 0;
    return qFromLittleEndian<Number>(bytes.constData() + at);
}

/// What did not fit into an entry of the directory, in this order.
void readLargeExtra(const QByteArray &extra, ZipArchive::Entry &entry)
{
    for (qsizetype at = 0; at + 4 <= extra.size();) {
        const auto id = numberAt<quint16>(extra, at);
        const auto size = numberAt<quint16>(extra, at + 2);
        if (id == largeExtra) {
            qsizetype value = at + 4;
            for (quint64 *number : {&entry.size, &entry.packedSize, &entry.offset}) {
                if (*number == isInExtra) {
                    *number = numberAt<quint64>(extra, value);
                    value += 8;
                }
            }
            return;
        }
        at += 4 + size;
    }
}

/// zlib's state of an unpacking, which ends with this.
class Inflation
{
public:
    Inflation() { m_isFine = inflateInit2(&m_stream, -MAX_WBITS) == Z_OK; }
    ~Inflation() { inflateEnd(&m_stream); }
    Inflation(const Inflation &) = delete;
    Inflation &operator=(const Inflation &) = delete;

    [[nodiscard]] bool isOver() const { return m_isOver; }

    /// False: the bytes are damaged.
    bool add(QByteArray packed, const std::function<void(std::string_view)> &take)
    {
        m_stream.next_in = reinterpret_cast<Bytef *>(packed.data());
        m_stream.avail_in = static_cast<uInt>(packed.size());
        while (m_isFine && !m_isOver) {
            m_stream.next_out = m_piece.data();
            m_stream.avail_out = static_cast<uInt>(m_piece.size());
            const int result = inflate(&m_stream, Z_NO_FLUSH);
            const std::size_t size = m_piece.size() - m_stream.avail_out;
            take({reinterpret_cast<const char *>(m_piece.data()), size});
            m_isOver = result == Z_STREAM_END;
            if (result == Z_BUF_ERROR || (result == Z_OK && size < m_piece.size()))
                break; // it wants more
            m_isFine = result == Z_OK || result == Z_STREAM_END;
        }
        return m_isFine;
    }

private:
    z_stream m_stream{};
    std::array<Bytef, pieceSize> m_piece;
    bool m_isFine = false;
    bool m_isOver = false;
};

} // namespace

ZipArchive::ZipArchive(QIODevice &device)
    : m_device(device)
{
    readDirectory();
}

QByteArray ZipArchive::bytesAt(quint64 offset, qint64 size)
{
    if (offset > static_cast<quint64>(m_device.size()) || !m_device.seek(static_cast<qint64>(offset)))
        return {};
    return m_device.read(size);
}

void ZipArchive::readDirectory()
{
    const qint64 tailSize = std::min(m_device.size(), directoryEndSize + largeLocatorSize + longestComment);
    const QByteArray tail = bytesAt(static_cast<quint64>(m_device.size() - tailSize), tailSize);
    qsizetype end = tail.size() - directoryEndSize;
    while (end >= 0 && numberAt<quint32>(tail, end) != directoryEndMark)
        --end;
    if (end < 0)
        return;
    quint64 count = numberAt<quint16>(tail, end + 10);
    quint64 offset = numberAt<quint32>(tail, end + 16);
    const qsizetype locator = end - largeLocatorSize;
    if (numberAt<quint32>(tail, locator) == largeLocatorMark) {
        const QByteArray large = bytesAt(numberAt<quint64>(tail, locator + 8), largeEndSize);
        if (numberAt<quint32>(large, 0) != largeEndMark)
            return;
        count = numberAt<quint64>(large, 32);
        offset = numberAt<quint64>(large, 48);
    }
    for (quint64 i = 0; i < count; ++i) {
        const QByteArray header = bytesAt(offset, directoryEntrySize);
        if (numberAt<quint32>(header, 0) != directoryMark)
            break;
        const auto nameSize = numberAt<quint16>(header, 28);
        const auto extraSize = numberAt<quint16>(header, 30);
        const auto commentSize = numberAt<quint16>(header, 32);
        const quint64 nameOffset = offset + directoryEntrySize;
        Entry entry;
        entry.method = numberAt<quint16>(header, 10);
        entry.checksum = numberAt<quint32>(header, 16);
        entry.packedSize = numberAt<quint32>(header, 20);
        entry.size = numberAt<quint32>(header, 24);
        entry.offset = numberAt<quint32>(header, 42);
        entry.name = bytesAt(nameOffset, nameSize);
        readLargeExtra(bytesAt(nameOffset + nameSize, extraSize), entry);
        m_entries.append(entry);
        offset = nameOffset + nameSize + extraSize + commentSize;
    }
}

bool ZipArchive::read(const Entry &entry, const std::function<void(std::string_view)> &take)
{
    const QByteArray header = bytesAt(entry.offset, entryHeaderSize);
    if (numberAt<quint32>(header, 0) != entryMark)
        return false;
    const quint64 begin =
        entry.offset + entryHeaderSize + numberAt<quint16>(header, 26) + numberAt<quint16>(header, 28);
    quint64 size = 0;
    uLong checksum = crc32(0, nullptr, 0);
    const auto count = [&](std::string_view piece) {
        size += piece.size();
        checksum =
            crc32(checksum, reinterpret_cast<const Bytef *>(piece.data()), static_cast<uInt>(piece.size()));
        take(piece);
    };
    Inflation inflation;
    for (quint64 done = 0; done < entry.packedSize;) {
        const auto wanted = std::min<quint64>(entry.packedSize - done, pieceSize);
        const QByteArray piece = bytesAt(begin + done, static_cast<qint64>(wanted));
        if (piece.size() != static_cast<qsizetype>(wanted))
            return false;
        done += wanted;
        if (entry.method == stored)
            count({piece.constData(), static_cast<std::size_t>(piece.size())});
        else if (entry.method != deflated || !inflation.add(piece, count))
            return false;
    }
    return size == entry.size && checksum == entry.checksum && (entry.method == stored || inflation.isOver());
}

std::optional<QByteArray> ZipArchive::contents(const QByteArray &name)
{
    for (const Entry &entry : std::as_const(m_entries)) {
        if (entry.name != name)
            continue;
        QByteArray bytes;
        const bool isWhole = read(entry, [&bytes](std::string_view piece) {
            bytes.append(piece.data(), static_cast<qsizetype>(piece.size()));
        });
        return isWhole ? std::optional(bytes) : std::nullopt;
    }
    return std::nullopt;
}

} // namespace layerscope
