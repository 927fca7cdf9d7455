// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "api/callwindow.h"
#include "core/result.h"
#include "inventory/columncatalogue.h"

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
    CallLimits limits;

    // export and columns
    QString kind;               ///< "servers", "bare-metal" or "virtual".
    QList<RowKind> rowKinds;    ///< What the kind means.
    QList<ColumnIndex> columns; ///< In the order of the file.
    QString filter;
    ColumnIndex sortColumn = ServerColumn::Fqdn;
    Qt::SortOrder sortOrder = Qt::AscendingOrder;
    bool isExcelPreset = false;
    QString output = QStringLiteral("-"); ///< "-" is standard output.
    bool isQuiet = false;

    /// Errors: a sentence that says what is wrong and what would be right. `arguments` without the program's
    /// name.
    [[nodiscard]] static Result<CommandLine, QString> parse(const QStringList &arguments);
    [[nodiscard]] static QString help();

    /// The columns of an export that names none: those of the window's default view, the id, so that each row
    /// can be found again, and row_state, which says why a field is empty.
    [[nodiscard]] static QList<ColumnIndex> defaultExportColumns();
};

} // namespace layerscope
