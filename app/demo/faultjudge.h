// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "demo/faultplan.h"

#include <chrono>
#include <optional>
#include <vector>

namespace layerscope::demo {

/// Decides which faults of a plan strike a call, keeping count. One thread at a time.
class FaultJudge
{
public:
    explicit FaultJudge(FaultPlan plan);

    [[nodiscard]] const FaultPlan &plan() const { return m_plan; }
    /// To be asked once a call. `method` as in "SoftLayer_Account::getHardware", `id` as in the URL, `now`
    /// monotonic.
    [[nodiscard]] QList<Fault> judge(const QString &method, const QString &mask, const QString &id = {},
                                     std::chrono::milliseconds now = {});

private:
    /// How far a fault has come.
    struct Course
    {
        int calls = 0;                                     ///< That matched.
        std::optional<std::chrono::milliseconds> firstMet; ///< When its window opened.
    };

    FaultPlan m_plan;
    std::vector<Course> m_courses; ///< By fault.
};

/// The first fault of a kind, or nullptr.
[[nodiscard]] const Fault *find(const QList<Fault> &faults, Fault::Kind kind);

} // namespace layerscope::demo
