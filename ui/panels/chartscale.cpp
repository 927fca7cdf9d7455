// SPDX-License-Identifier: GPL-3.0-or-later
#include "panels/chartscale.h"

#include <algorithm>
#include <cmath>

namespace layerscope {

TrafficUnit TrafficUnit::forAmount(double bytes)
{
    constexpr double step = 1024;
    constexpr double worthwhile = 0.1;
    if (bytes <= 0 || bytes >= worthwhile * bytesPerGb)
        return {};
    if (bytes >= worthwhile * bytesPerGb / step)
        return {Name::Megabytes, bytesPerGb / step};
    if (bytes >= worthwhile * bytesPerGb / step / step)
        return {Name::Kilobytes, step};
    return {Name::Bytes, 1};
}

QList<double> niceTicks(double lowest, double highest, int wanted)
{
    const double rough = (highest - lowest) / std::max(wanted, 1);
    const double power = std::pow(10, std::floor(std::log10(rough)));
    double step = 10 * power;
    for (const double factor : {1.0, 2.0, 5.0}) {
        if (factor * power >= rough) {
            step = factor * power;
            break;
        }
    }
    QList<double> ticks;
    const auto last = static_cast<int>(std::floor(highest / step));
    for (auto i = static_cast<int>(std::ceil(lowest / step)); i <= last; ++i)
        ticks.append(i * step);
    return ticks;
}

int labelStep(double width, int days, double labelWidth)
{
    constexpr int week = 7;
    const auto fits = [&](int step) {
        const int labels = (days + step - 1) / step;
        return width >= (labels + 1) * labelWidth; // half of one at either end
    };
    for (const int step : {1, 2}) {
        if (fits(step))
            return step;
    }
    int step = week;
    while (!fits(step) && step < 10 * week)
        step += week;
    return step;
}

} // namespace layerscope
