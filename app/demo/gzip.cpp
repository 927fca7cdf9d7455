// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/gzip.h"

#include <zlib.h>

namespace layerscope::demo {

QByteArray gzip(const QByteArray &bytes)
{
    constexpr int gzipFormat = 16; // zlib's mark in windowBits for a gzip header
    constexpr int memoryLevel = 8;
    z_stream stream{};
    deflateInit2(&stream, Z_BEST_SPEED, Z_DEFLATED, MAX_WBITS + gzipFormat, memoryLevel, Z_DEFAULT_STRATEGY);
    QByteArray packed(static_cast<qsizetype>(deflateBound(&stream, static_cast<uLong>(bytes.size()))),
                      Qt::Uninitialized);
    // zlib does not write through next_in, its declaration is older than const.
    stream.next_in = reinterpret_cast<Bytef *>(const_cast<char *>(bytes.constData()));
    stream.avail_in = static_cast<uInt>(bytes.size());
    stream.next_out = reinterpret_cast<Bytef *>(packed.data());
    stream.avail_out = static_cast<uInt>(packed.size());
    deflate(&stream, Z_FINISH);
    packed.truncate(static_cast<qsizetype>(stream.total_out));
    deflateEnd(&stream);
    return packed;
}

} // namespace layerscope::demo
