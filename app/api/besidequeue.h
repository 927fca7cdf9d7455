// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/requestscheduler.h"

#include <deque>

namespace layerscope {

class ApiJob;

/// The calls of one account that wait to be asked again beside an attempt that takes too long. They go before
/// what was never asked, and find room when the window is full of lost answers. Client's thread.
class BesideQueue final : public CallSource
{
public:
    explicit BesideQueue(RequestScheduler &scheduler);
    ~BesideQueue() override;

    void add(ApiJob *job);
    /// False: it did not wait.
    bool remove(ApiJob *job);

    std::optional<Priority> mostUrgent() const override;
    void startOne() override;

private:
    RequestScheduler &m_scheduler;
    std::deque<ApiJob *> m_jobs;
};

} // namespace layerscope
