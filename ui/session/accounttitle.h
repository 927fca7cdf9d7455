// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/loadoutcome.h"

#include <QString>

#include <optional>

namespace layerscope {

/// "Acme – Example Corp (1234567)": what the person calls the account, whose it is and its number, each said
/// once; "Acme" until it has answered.
[[nodiscard]] QString accountTitle(const QString &name, const std::optional<AccountSummary> &summary);

/// "Acme – Example Corp (1234567) · api.softlayer.com · read-only"
[[nodiscard]] QString accountAndEndpoint(const QString &accountTitle, const QString &endpoint);

} // namespace layerscope
