// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace layerscope {

struct Connection;

/// No secret in a line of the log, whoever writes it: ours, Qt's or a library's, on whatever thread. Knows
/// the secrets of the connections of this process (each ApiClient tells its own) and what looks like one; see
/// Redactor. All functions are safe on any thread.
namespace LogRedaction {

/// So many connections are remembered; of more, the last ones. A person has a few accounts.
constexpr int maxConnections = 64;

/// From here on every line of Qt's log goes through the redactor and then to stderr, in Qt's own format
/// (QT_MESSAGE_PATTERN). Nothing else hears of it. Once, before the first connection.
void install();

/// Remembers the connection's secrets until the process ends: a late line may still hold them.
void learn(const Connection &connection);

/// What would be written for a text.
[[nodiscard]] QString redacted(const QString &text);

} // namespace LogRedaction

} // namespace layerscope
