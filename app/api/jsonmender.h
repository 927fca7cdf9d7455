// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <optional>

namespace layerscope {

/// JSON that was refused, made readable.
struct MendedJson
{
    QByteArray text;
    bool hadInvalidUtf8 = false; ///< Bytes that are no UTF-8 stand as U+FFFD now.
};

/// What PHP and databases let through although it is no JSON, so that one bad value costs itself and not the
/// answer that it came in: bytes that are no UTF-8 become U+FFFD, each ill-formed stretch one; a bare NaN or
/// Infinity becomes a list with that word in it, which is a wrong type wherever a value is declared. nullopt:
/// there is nothing of the sort, so something else is wrong with it. Pure; any thread. O(bytes); only for
/// text that a parser refused, so that a good answer pays nothing.
[[nodiscard]] std::optional<MendedJson> mendedJson(const QByteArray &json);

} // namespace layerscope
