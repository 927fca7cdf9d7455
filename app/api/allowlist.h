// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>
#include <span>
#include <string_view>

namespace layerscope {

struct ApiRequest;

/// A method that Layerscope may call.
struct AllowedMethod
{
    std::string_view service;
    std::string_view method;
};

/// The one list of what can be sent at all. Layerscope only reads: each method is a get* one, which the
/// compiler checks. Add a line to allowedmethods.inc to allow one more.
[[nodiscard]] std::span<const AllowedMethod> allowedMethods();

/// Why this request must not leave the program, or nullopt if it may: a method that is not on the list, an id
/// that is no id, a mask that names passwords or other secrets, or would bring them unnamed. Untranslated,
/// since only a mistake in our own code comes here.
[[nodiscard]] std::optional<QString> refusalOf(const ApiRequest &request);

} // namespace layerscope
