// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/arrivalmeter.h"

#include <QByteArray>
#include <QFile>

#include <utility>

namespace layerscope {

ArrivalMeter::ArrivalMeter(Source source)
    : m_source(std::move(source))
{}

std::optional<qint64> ArrivalMeter::unclaimed() const
{
    const std::optional<qint64> read = m_source();
    return read ? std::optional(*read - m_claimed) : std::nullopt;
}

std::optional<qint64> ArrivalMeter::readBySystem()
{
    QFile file(QStringLiteral("/proc/self/io"));
    if (!file.open(QIODevice::ReadOnly))
        return std::nullopt;
    const QByteArray name = "rchar: ";
    for (const QByteArray &line : file.readAll().split('\n')) {
        bool isNumber = false;
        const qint64 bytes = line.startsWith(name) ? line.mid(name.size()).toLongLong(&isNumber) : 0;
        if (isNumber)
            return bytes;
    }
    return std::nullopt;
}

} // namespace layerscope
