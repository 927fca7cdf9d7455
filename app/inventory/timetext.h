// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/timestamp.h"

#include <QStringView>

#include <array>
#include <optional>
#include <string_view>

namespace layerscope {

/// Moments as text without touching the heap. The view stays valid until the next call. One thread at a time.
class TimeText
{
public:
    /// In UTC, to the second: "2026-11-22T14:02:00Z".
    std::string_view iso(Timestamp time);

private:
    std::array<char, 40> m_text;
};

/// A span of time, its end not included.
struct TimeSpan
{
    Timestamp begin;
    Timestamp end;

    /// Reads "2026", "2026-11", "2026-11-22" or a full ISO 8601 time (a second long), in UTC. nullopt: none
    /// of these.
    [[nodiscard]] static std::optional<TimeSpan> fromText(QStringView text);
};

} // namespace layerscope
