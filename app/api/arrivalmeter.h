// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

#include <functional>
#include <optional>

namespace layerscope {

/// What this process has read that turned up in no answer. Qt (6.4) collects the head of an answer without a
/// bound, up to 25 MB a second over TLS, and tells nothing of it before its end; but the system counts what a
/// process reads. Files count as well, so only far more than those explain means something. Client's thread.
class ArrivalMeter
{
public:
    /// All bytes read since the process began; nullopt: the system does not tell.
    using Source = std::function<std::optional<qint64>()>;

    explicit ArrivalMeter(Source source = &readBySystem);

    /// These bytes belong to an answer's body.
    void claim(qint64 bytes) { m_claimed += bytes; }
    /// Only differences have a meaning. nullopt: unknown.
    [[nodiscard]] std::optional<qint64> unclaimed() const;

    /// From /proc/self/io, some 20 µs.
    [[nodiscard]] static std::optional<qint64> readBySystem();

private:
    Source m_source;
    qint64 m_claimed = 0;
};

} // namespace layerscope
