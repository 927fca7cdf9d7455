// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/result.h"
#include "demo/jsonvalue.h"
#include "demo/wireerror.h"

#include <QJsonObject>
#include <QList>

#include <functional>
#include <optional>

namespace layerscope::demo {

/// What an objectFilter says about one property.
struct Predicate
{
    /// Undefined and null alike mean that the row has no value there.
    std::function<bool(const JsonValue &)> test;
    /// The only numbers that can pass, for equals and "in": lets ids be looked up instead of searched.
    std::optional<QList<qint64>> numbers;
};

/// Reads {"operation": …, "options": …} with the operations of softlayer-api §3.2 and §3.3, but for orderBy.
/// Errors: operations with options that name none.
[[nodiscard]] Result<Predicate, WireError> readPredicate(const QJsonObject &operation);

} // namespace layerscope::demo
