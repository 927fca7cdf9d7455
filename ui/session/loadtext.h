// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "loaders/accountloader.h"

#include <QString>

#include <chrono>
#include <optional>

namespace layerscope {

/// The words for where a load stands, for the status bar. Pure; numbers in the locale's form.

/// "Details 1,198 of 1,516", with the true denominator once there is one; empty when nothing runs.
[[nodiscard]] QString progressText(AccountLoader::State state, const LoadProgress &progress);
/// "12 calls · 4 s left", without what is not known.
[[nodiscard]] QString callsText(const LoadProgress &progress);
/// How far the state's own work is, 0 to 1; nullopt: cannot be told.
[[nodiscard]] std::optional<double> progressShare(AccountLoader::State state, const LoadProgress &progress);
/// What a load that ended came to: "Loaded in 2.0 s", "Stopped: 550 of 3,500 loaded". Empty while it runs.
/// What is missing of that many, problemsText() adds up.
[[nodiscard]] QString resultText(AccountLoader::State state, const LoadOutcome &outcome,
                                 std::optional<std::chrono::milliseconds> loadTime);
/// Servers and pools that have all that the account lets this key see, of all that there are.
struct LoadedRows
{
    qint64 loaded = 0;
    qint64 all = 0;
    bool isAllKnown = true; ///< Else there are at least so many.
};
[[nodiscard]] LoadedRows loadedRows(const LoadOutcome &outcome);
/// What is missing, in a few words: "6 not permitted · 2 failed · 1,914 not loaded". Empty if nothing is.
/// While the lists are still coming, what they lack is no problem; nor, while anything is, what is to come.
/// Of servers if it does not say else.
[[nodiscard]] QString problemsText(AccountLoader::State state, const LoadOutcome &outcome);

} // namespace layerscope
