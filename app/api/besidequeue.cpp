// SPDX-License-Identifier: GPL-3.0-or-later
#include "api/besidequeue.h"

#include "api/apijob.h"

namespace layerscope {

BesideQueue::BesideQueue(RequestScheduler &scheduler)
    : m_scheduler(scheduler)
{
    m_scheduler.addSource(this, RequestScheduler::Room::Beside);
}

BesideQueue::~BesideQueue()
{
    m_scheduler.removeSource(this);
}

void BesideQueue::add(ApiJob *job)
{
    m_jobs.push_back(job);
    m_scheduler.wake();
}

bool BesideQueue::remove(ApiJob *job)
{
    return std::erase(m_jobs, job) > 0;
}

std::optional<Priority> BesideQueue::mostUrgent() const
{
    return m_jobs.empty() ? std::nullopt : std::optional(Priority::Visible);
}

void BesideQueue::startOne()
{
    ApiJob *job = m_jobs.front();
    m_jobs.pop_front();
    job->askBeside();
}

} // namespace layerscope
