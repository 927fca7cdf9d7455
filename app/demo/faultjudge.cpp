// SPDX-License-Identifier: GPL-3.0-or-later
#include "demo/faultjudge.h"

#include "demo/draw.h"

#include <algorithm>
#include <utility>

namespace layerscope::demo {

namespace {

/// `call` counts from 1, within the window.
bool isStruck(const Fault &fault, int call)
{
    const FaultScope &scope = fault.scope;
    if (scope.everyNth > 0 && call % scope.everyNth == 0)
        return true;
    if (scope.firstCalls > 0 && call <= scope.firstCalls)
        return true;
    if (scope.perMille > 0) {
        // The kind takes part, so that faults with the same seed do not all strike the same calls.
        const Draw draw(scramble(scope.seed) ^ scramble(static_cast<quint64>(fault.kind)));
        return draw.perMille(scope.perMille, Trait::Fault, static_cast<quint64>(call));
    }
    return scope.everyNth <= 0 && scope.firstCalls <= 0;
}

} // namespace

FaultJudge::FaultJudge(FaultPlan plan)
    : m_plan(std::move(plan))
    , m_courses(static_cast<std::size_t>(m_plan.faults.size()))
{}

QList<Fault> FaultJudge::judge(const QString &method, const QString &mask, const QString &id,
                               std::chrono::milliseconds now)
{
    QList<Fault> struck;
    for (qsizetype i = 0; i < m_plan.faults.size(); ++i) {
        const Fault &fault = m_plan.faults.at(i);
        if (!method.contains(fault.scope.method) || !mask.contains(fault.scope.mask))
            continue;
        if (fault.scope.id != 0 && id != QString::number(fault.scope.id))
            continue;
        Course &course = m_courses[static_cast<std::size_t>(i)];
        const int call = ++course.calls - fault.scope.afterCalls;
        if (call <= 0 || (fault.scope.forCalls > 0 && call > fault.scope.forCalls))
            continue;
        if (!course.firstMet)
            course.firstMet = now;
        if (fault.scope.forMs > 0 && now - *course.firstMet >= std::chrono::milliseconds(fault.scope.forMs))
            continue;
        if (isStruck(fault, call))
            struck.append(fault);
    }
    return struck;
}

const Fault *find(const QList<Fault> &faults, Fault::Kind kind)
{
    const auto found = std::find_if(faults.cbegin(), faults.cend(),
                                    [kind](const Fault &fault) { return fault.kind == kind; });
    return found == faults.cend() ? nullptr : &*found;
}

} // namespace layerscope::demo
