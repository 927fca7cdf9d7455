// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/accountshape.h"

#include <QJsonObject>

namespace layerscope::demo {

/// A bandwidth pool of the simulated account, or its default rack. A cheap value: everything is computed on
/// demand.
class Pool
{
public:
    /// number 0 is the default rack (type 1, not a pool); 1 to shape.poolCount() are the pools (type 2).
    Pool(const AccountShape &shape, int number);

    [[nodiscard]] qint64 id() const;
    [[nodiscard]] QString name() const;
    /// 1: default rack, 2: bandwidth pool.
    [[nodiscard]] int typeId() const { return m_number == 0 ? 1 : 2; }

    /// All locals of SoftLayer_Network_Bandwidth_Version1_Allotment and its small relations, without members.
    [[nodiscard]] QJsonObject summary() const;

private:
    int m_number;
    Draw m_draw;
};

} // namespace layerscope::demo
