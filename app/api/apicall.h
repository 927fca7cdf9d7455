// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/apirequest.h"
#include "api/jsonreader.h"
#include "api/requestscheduler.h"
#include "core/result.h"

#include <chrono>
#include <functional>
#include <memory>
#include <optional>

namespace layerscope {

/// What a successful call brought.
template<class T>
struct Reply
{
    T value;
    std::optional<qint64>
        totalItems;   ///< The SoftLayer-Total-Items header: rows that match before the limit; a hint.
    qint64 bytes = 0; ///< Body size after decompression.
    std::chrono::milliseconds duration{0}; ///< The last attempt, sent to done.
    int attempts = 1;
};

/// Turns the answer's JSON into values. Runs on a worker thread: pure, no QObject, nothing shared. Wrong
/// types are reported to the reader's issues; if any are left there when it returns, the call fails as
/// BadResponse.
template<class T>
using Decode = std::function<T(const JsonReader &root)>;

/// One call with what to do with its answer, its type erased so that queues can hold any. Made by
/// ApiCall::make.
struct ApiCall
{
    using ErasedValue = std::shared_ptr<void>;

    ApiRequest request;
    Priority priority = Priority::Sweep;
    /// Whoever asks can ask for less: if nothing comes in all the time that a call has, that is told at once
    /// instead of spending as much again on the same.
    bool isTriedOnceInSilence = false;
    std::function<ErasedValue(const JsonReader &)> decode;
    /// On the client's thread, exactly once, also for Cancelled; never from inside submit() or dispatch().
    std::function<void(Result<Reply<ErasedValue>>)> done;

    template<class T>
    [[nodiscard]] static ApiCall make(ApiRequest request, Priority priority, Decode<T> decode,
                                      std::function<void(Result<Reply<T>>)> done)
    {
        ApiCall call;
        call.request = std::move(request);
        call.priority = priority;
        call.decode = [decode = std::move(decode)](const JsonReader &root) -> ErasedValue {
            return std::make_shared<T>(decode(root));
        };
        call.done = [done = std::move(done)](Result<Reply<ErasedValue>> erased) {
            if (!erased) {
                done(Unexpected(std::move(erased).error()));
                return;
            }
            Reply<ErasedValue> &reply = *erased;
            // The worker is done with it and nobody else ever held it: moving out is safe.
            done(Reply<T>{std::move(*std::static_pointer_cast<T>(reply.value)), reply.totalItems, reply.bytes,
                          reply.duration, reply.attempts});
        };
        return call;
    }
};

} // namespace layerscope
