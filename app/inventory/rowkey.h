// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QMetaType>

namespace layerscope {

/// Hardware and guest ids are separate number spaces (softlayer-api §9.35), so a row is known by both.
enum class RowKind : quint8 { BareMetal, Virtual };

struct RowKey
{
    RowKind kind = RowKind::BareMetal;
    qint64 id = 0;

    auto operator<=>(const RowKey &) const = default;
    friend size_t qHash(RowKey key, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<quint8>(key.kind), key.id);
    }
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::RowKey)
