// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "details/factlist.h"
#include "details/serversections.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <chrono>

namespace layerscope {

/// A call that takes longer than this gets a word and an offer to try again: something hangs.
inline constexpr std::chrono::seconds slowAfter{10};

/// "just now", "12 s ago", "3 min ago", "2 h ago", else the date.
[[nodiscard]] QString ageText(const QDateTime &asOfUtc, const QDateTime &nowUtc);

/// What stands at the right of a section's title, told from these parts of it: "loading…", "not permitted",
/// "failed", "3 min ago", "3 min ago · loading…". Empty for what has just come: how long its call took is for
/// who looks at calls.
[[nodiscard]] QString sectionNote(const PartValues &values, const QList<ServerPart> &parts,
                                  const QDateTime &nowUtc);

/// Why a part is missing, or does not come, and what would help; empty: there is nothing to say.
[[nodiscard]] QString partTrouble(const PartValues &values, ServerPart part, const QDateTime &nowUtc);

/// That a server is not there any more, with what can be done.
[[nodiscard]] QString goneText();

/// "CPU: 2 × Xeon 6248"; a heading is its title.
[[nodiscard]] QString factLine(const Fact &fact);
/// The title and a line for each fact that has come, each ended by a line break.
[[nodiscard]] QString factsAsText(const QString &title, const QList<Fact> &facts);

} // namespace layerscope
