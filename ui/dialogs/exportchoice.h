// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tables/fileformat.h"

#include <QString>

namespace layerscope {

/// Which rows go into the file.
enum class ExportScope {
    All,      ///< The account's, in the order of the screen.
    Filtered, ///< Those on screen: node and filter.
    Selected,
};

/// What the person asked for in the export dialog. A value.
struct ExportChoice
{
    ExportScope scope = ExportScope::Filtered;
    bool hasAllColumns = false; ///< Else those on screen, in their order.
    FileFormat format = FileFormat::Csv;
    bool isForExcel = false;     ///< Of CSV; else the Plain preset.
    bool hasTitles = false;      ///< As the header; else the keys, which JSON has always.
    bool guardsFormulas = false; ///< Of Plain; always on for Excel.
    bool waitsForValues = false; ///< Load what is missing first.
    QString path;

    bool operator==(const ExportChoice &) const = default;
    /// One file, however many tables.
    [[nodiscard]] bool isDocument() const { return format != FileFormat::Csv; }
};

} // namespace layerscope
