// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "cli/exportplan.h"
#include "core/result.h"

#include <QCommandLineParser>
#include <QString>

namespace layerscope {

/// Reads --format into the plan, and refuses what goes with CSV only. Errors as of CommandLine::parse().
[[nodiscard]] Result<Done, QString> readFormatOptions(const QCommandLineParser &parser, ExportPlan &plan);
/// Reads where the whole account goes to: one document, or files in a folder.
[[nodiscard]] Result<Done, QString> readWholeAccountPlace(const QCommandLineParser &parser, ExportPlan &plan);

} // namespace layerscope
