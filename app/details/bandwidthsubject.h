// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowkey.h"

namespace layerscope {

/// Whose traffic: a server, or a bandwidth pool. Ids are number spaces of their kind.
struct BandwidthSubject
{
    enum class Kind : quint8 { BareMetal, Virtual, Pool };

    Kind kind = Kind::BareMetal;
    qint64 id = 0;

    bool operator==(const BandwidthSubject &) const = default;
    friend size_t qHash(BandwidthSubject subject, size_t seed = 0)
    {
        return qHashMulti(seed, static_cast<quint8>(subject.kind), subject.id);
    }

    [[nodiscard]] static BandwidthSubject server(RowKey key)
    {
        return {key.kind == RowKind::BareMetal ? Kind::BareMetal : Kind::Virtual, key.id};
    }
    [[nodiscard]] static BandwidthSubject pool(qint64 id) { return {Kind::Pool, id}; }
};

} // namespace layerscope
