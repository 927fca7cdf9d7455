// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QIODevice>
#include <QList>

#include <functional>
#include <optional>
#include <string_view>

namespace layerscope {

/// Reads a ZIP archive, as far as workbooks need it: stored or deflated entries, ZIP64 included. To look
/// through what was just written, and for tests. Blocking, one thread.
class ZipArchive
{
public:
    struct Entry
    {
        QByteArray name;
        quint64 size = 0;
        quint64 packedSize = 0;
        quint64 offset = 0; ///< Of its own header.
        quint32 checksum = 0;
        quint16 method = 0;
    };

    /// `device`: open for reading, not sequential; outlives this.
    explicit ZipArchive(QIODevice &device);

    /// Nothing of it can be read if there are none.
    [[nodiscard]] const QList<Entry> &entries() const { return m_entries; }
    /// Hands over the bytes of an entry in pieces. False: they are damaged, or not as many as they should be.
    [[nodiscard]] bool read(const Entry &entry, const std::function<void(std::string_view)> &take);
    /// All at once; nullopt: there is none, or it is damaged.
    [[nodiscard]] std::optional<QByteArray> contents(const QByteArray &name);

private:
    void readDirectory();
    [[nodiscard]] QByteArray bytesAt(quint64 offset, qint64 size);

    QIODevice &m_device;
    QList<Entry> m_entries;
};

} // namespace layerscope
