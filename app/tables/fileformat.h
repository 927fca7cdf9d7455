// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QMetaType>
#include <QString>
#include <QStringView>

#include <optional>

namespace layerscope {

/// What an export is written as. All but CSV are documents: one file, however many tables.
enum class FileFormat : quint8 {
    Csv,
    Xlsx,      ///< A workbook with a sheet for each table.
    Json,      ///< One object with an array for each table.
    JsonLines, ///< An object for each row, in a line of its own.
};

/// "xlsx": on the command line and in settings. Never changes.
[[nodiscard]] QString keyOf(FileFormat format);
/// ".xlsx"
[[nodiscard]] QString suffixOf(FileFormat format);
[[nodiscard]] std::optional<FileFormat> formatOfKey(QStringView key);
/// Those that this build can write: all, or all but workbooks (LAYERSCOPE_XLSX).
[[nodiscard]] const QList<FileFormat> &writableFormats();
/// The path with the ending of the format in the place of that of any other format; behind a path that has
/// none.
[[nodiscard]] QString withSuffixOf(FileFormat format, const QString &path);
/// The same path without the ending of any format.
[[nodiscard]] QString withoutSuffix(const QString &path);

} // namespace layerscope

Q_DECLARE_METATYPE(layerscope::FileFormat)
