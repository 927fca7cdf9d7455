// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/callwindow.h"
#include "cli/exportplan.h"
#include "core/result.h"

#include <QString>
#include <QStringList>

#include <chrono>
#include <optional>

namespace layerscope {

/// The program's exit codes (product §6).
enum ExitCode : int {
    ExitComplete = 0,
    ExitNothingWritten = 1,
    ExitWrongUsage = 2,
    ExitIncomplete = 3, ///< Written, but something of the account is missing in it.
};

/// What the person asked for on the command line, checked and understood. A value.
struct CommandLine
{
    enum class Action { Window, Export, Columns, Help, Version };

    Action action = Action::Window;

    // Where from
    std::optional<int> demoServers; ///< The demo account with so many servers.
    std::optional<std::chrono::milliseconds> demoLatency;
    QString accountName; ///< As AccountBook::findByName() takes it; empty: none was named.
    CallLimits limits;

    // export and columns
    QList<ExportKind> kinds; ///< One; of "all" several.
    ExportPlan plan;         ///< A file for each of the kinds.
    bool isQuiet = false;

    /// Errors: a sentence that says what is wrong and what would be right. `arguments` without the program's
    /// name.
    [[nodiscard]] static Result<CommandLine, QString> parse(const QStringList &arguments);
};

} // namespace layerscope
