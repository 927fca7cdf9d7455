// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QLocale>
#include <QMetaType>

namespace layerscope {

enum class CsvPreset {
    Plain, ///< RFC 4180 for programs; the command line's default
    Excel, ///< Opens right by a double click, in the person's locale
};

/// How a CSV file is written (product §5). A value. Always UTF-8, CRLF, quotes where needed; never a "sep="
/// line.
struct CsvFormat
{
    char separator = ',';
    QByteArray decimalSign = QByteArrayLiteral("."); ///< UTF-8
    bool hasByteOrderMark = false;
    /// Puts a ' before text cells that a spreadsheet would take for a formula. Never touches numbers.
    bool guardsFormulas = false;
    bool hasTitlesAsHeader = false; ///< Else the columns' keys, which never change.
    /// For a terminal: what would be a command to it (terminaltext.h) becomes U+FFFD.
    bool hidesControls = false;

    bool operator==(const CsvFormat &) const = default;

    /// Excel takes its separators from the system: with a decimal comma, lists are separated by ';'.
    [[nodiscard]] static CsvFormat of(CsvPreset preset, const QLocale &locale = QLocale());
};

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::CsvFormat)
