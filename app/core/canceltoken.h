// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <atomic>
#include <memory>

namespace layerscope {

/// Tells work on another thread that its result is no longer wanted. Copies share one flag; any thread may
/// set or read it.
class CancelToken
{
public:
    /// Workers look at it at least every so many items.
    static constexpr int checkInterval = 1000;

    CancelToken()
        : m_cancelled(std::make_shared<std::atomic_bool>(false))
    {}

    void cancel() const { m_cancelled->store(true, std::memory_order_relaxed); }
    [[nodiscard]] bool isCancelled() const { return m_cancelled->load(std::memory_order_relaxed); }

private:
    std::shared_ptr<std::atomic_bool> m_cancelled;
};

} // namespace layerscope
