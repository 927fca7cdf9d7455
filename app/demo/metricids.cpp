// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/metricids.h"

namespace layerscope::demo {

namespace {

// Devices start at the id of the sample in softlayer-api §10.4, both kinds by turns. Pools lie below them:
// there is room for twelve million.
constexpr qint64 firstPoolMetricId = 21445566;
constexpr qint64 firstDeviceMetricId = 33445566;

} // namespace

qint64 metricIdOf(DeviceKind kind, int index)
{
    return firstDeviceMetricId + qint64{index} * 2 + (kind == DeviceKind::Hardware ? 0 : 1);
}

qint64 metricIdOfPool(int number)
{
    return firstPoolMetricId + number;
}

std::optional<MetricOwner> metricOwner(const AccountShape &shape, qint64 id)
{
    if (id >= firstDeviceMetricId) {
        const bool isHardware = (id - firstDeviceMetricId) % 2 == 0;
        const qint64 index = (id - firstDeviceMetricId) / 2;
        if (index >= shape.deviceCount(isHardware ? DeviceKind::Hardware : DeviceKind::Guest))
            return std::nullopt;
        return MetricOwner{isHardware ? MetricOwner::Kind::Hardware : MetricOwner::Kind::Guest,
                           static_cast<int>(index)};
    }
    // The default rack exists where there are pools.
    if (id < firstPoolMetricId || shape.poolCount() == 0 || id - firstPoolMetricId > shape.poolCount())
        return std::nullopt;
    return MetricOwner{MetricOwner::Kind::Pool, static_cast<int>(id - firstPoolMetricId)};
}

} // namespace layerscope::demo
