// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/onetimebody.h"

#include <algorithm>
#include <cstring>
#include <utility>

namespace layerscope {

OneTimeBody::OneTimeBody(QByteArray bytes, QObject *parent)
    : QIODevice(parent)
    , m_bytes(std::move(bytes))
{
    open(QIODevice::ReadOnly | QIODevice::Unbuffered);
}

qint64 OneTimeBody::readData(char *data, qint64 most)
{
    const qint64 count = std::min(most, m_bytes.size() - m_read);
    if (count <= 0)
        return -1;
    std::memcpy(data, m_bytes.constData() + m_read, static_cast<std::size_t>(count));
    m_read += count;
    return count;
}

} // namespace layerscope
