// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/numbertext.h"

#include <QLocale>
#include <QString>

#include <string>
#include <vector>

namespace layerscope {

/// Whether this is what was typed for a separator of a locale: blanks stand for the narrow and no-break
/// spaces that some group with.
[[nodiscard]] bool isTypedFor(QChar typed, QStringView separator);

/// Finds a word in numbers as they stand in a file ("1250.1987") and on screen ("1,250.2", "412.50"), with
/// the separators of en-US or of the locale. One thread at a time.
class NumberFinder
{
public:
    /// `word` is case-folded.
    NumberFinder(const QString &word, const QLocale &locale);

    /// False for words no number can contain: then there is no need to look.
    [[nodiscard]] bool canMatch() const { return !m_readings.empty(); }
    /// `shownDecimals` as in ColumnSpec.
    [[nodiscard]] bool isIn(Decimal number, int shownDecimals);

private:
    /// The word in en-US notation. A word with a group separator is to be found in grouped text only.
    struct Reading
    {
        std::string text;
        bool isGrouped = false;
        bool operator==(const Reading &) const = default;
    };
    void addReading(const QString &word, QStringView decimalPoint, QStringView groupSeparator);
    [[nodiscard]] bool isInText(std::string_view text, bool mayBeGrouped);

    std::vector<Reading> m_readings;
    NumberText m_text;
};

} // namespace layerscope
