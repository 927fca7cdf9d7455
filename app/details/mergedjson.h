// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QJsonValue>

namespace layerscope {

/// What several answers say of one thing, laid over each other: objects property by property, lists row by
/// row by their ids; of lists the rows that `a` does not have are left out. Where both say something else `a`
/// counts. O(size), of lists that of both multiplied.
[[nodiscard]] QJsonValue mergedJson(const QJsonValue &a, const QJsonValue &b);
/// The same of objects.
[[nodiscard]] QJsonObject mergedJson(QJsonObject into, const QJsonObject &from);

} // namespace layerscope
