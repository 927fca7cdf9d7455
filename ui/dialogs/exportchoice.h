// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

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
    bool hasAllColumns = false;  ///< Else those on screen, in their order.
    bool isForExcel = false;     ///< Else the Plain preset.
    bool hasTitles = false;      ///< As the header; else the keys.
    bool guardsFormulas = false; ///< Of Plain; always on for Excel.
    bool waitsForValues = false; ///< Load what is missing first.
    QString path;

    bool operator==(const ExportChoice &) const = default;
};

} // namespace layerscope
