// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonValue>
#include <QList>
#include <QString>

namespace layerscope {

/// One line of JSON written for people.
struct JsonLine
{
    QString text;  ///< Indented by two blanks a level.
    QString path;  ///< "networkComponents[1].primarySubnet.gateway"; "" is the whole.
    QString value; ///< Of a single value, as it is, without quotes; empty for objects and arrays.

    bool operator==(const JsonLine &) const = default;
};

/// The value as lines, each with its path, keys in alphabetical order; joined by line breaks they are valid
/// JSON. Keys that are no plain names stand in quotes in a path: `tags["a.b"]`. Redact before. O(size).
[[nodiscard]] QList<JsonLine> jsonLines(const QJsonValue &value);

} // namespace layerscope
