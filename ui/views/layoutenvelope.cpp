// SPDX-License-Identifier: GPL-3.0-or-later
#include "views/layoutenvelope.h"

#include <QIODevice>

namespace layerscope::LayoutEnvelope {

QByteArray close(quint32 magic, const QByteArray &content)
{
    QByteArray envelope;
    QDataStream out(&envelope, QIODevice::WriteOnly);
    out.setVersion(streamVersion);
    out << magic << qChecksum(content) << content;
    return envelope;
}

std::optional<QByteArray> open(quint32 magic, const QByteArray &envelope)
{
    QDataStream in(envelope);
    in.setVersion(streamVersion);
    quint32 itsMagic = 0;
    in >> itsMagic;
    if (itsMagic != magic)
        return std::nullopt;
    quint16 checksum = 0;
    QByteArray content;
    in >> checksum >> content;
    if (in.status() != QDataStream::Ok || checksum != qChecksum(content))
        return std::nullopt;
    return content;
}

} // namespace layerscope::LayoutEnvelope
