// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/accountloader.h"

#include <QString>

namespace layerscope {

/// The words for where a load stands, for the status bar. Pure; numbers in the locale's form.

/// "Details 1,198 of 1,516", with the true denominator once there is one; empty when nothing runs.
[[nodiscard]] QString progressText(AccountLoader::State state, const LoadProgress &progress);
/// "12 calls · 4 s left", without what is not known.
[[nodiscard]] QString callsText(const LoadProgress &progress);
/// How far the state's own work is, 0 to 1; nullopt: cannot be told.
[[nodiscard]] std::optional<double> progressShare(AccountLoader::State state, const LoadProgress &progress);
/// What is missing, in a few words: "6 not permitted · 2 failed". Empty if nothing is. While the lists are
/// still coming, what they lack is no problem.
[[nodiscard]] QString problemsText(AccountLoader::State state, const LoadOutcome &outcome);

} // namespace layerscope
