// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/httpanswer.h"
#include "api/redactor.h"
#include "core/result.h"

#include <QJsonValue>

#include <optional>

namespace layerscope {

/// An answer that is what the API promises: JSON, and no error in disguise.
struct JsonAnswer
{
    QJsonValue root; ///< May be a bare number, text or null (softlayer-api §2.3).
    std::optional<qint64> totalItems;
    bool hadInvalidUtf8 = false; ///< What was no UTF-8 stands as U+FFFD in its texts and keys.
};

/// Decides what an answer is, by status, shape of the body and the server's own code (softlayer-api §4):
/// JSON, or an ApiError with a sentence for people and a short redacted detail. A success status proves
/// nothing: errors come with it too. Pure; any thread. Cost: parsing the body, unless it is an error's.
[[nodiscard]] Result<JsonAnswer> classify(const HttpAnswer &answer, const Redactor &redactor);

} // namespace layerscope
