// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowfilter.h"

#include <QStringView>

#include <optional>
#include <vector>

namespace layerscope {

/// Reads what is typed into the filter field; the grammar stands at RowFilter. Never fails: what is no key is
/// a plain word, what is not finished is left out. Used once; O(length).
class FilterParser
{
public:
    FilterParser(QStringView text, const Catalogue &catalogue);

    [[nodiscard]] std::vector<FilterTerm> parse();

private:
    [[nodiscard]] bool atEnd() const { return m_at >= m_text.size(); }
    [[nodiscard]] bool atBlank() const { return !atEnd() && m_text[m_at].isSpace(); }
    void readTerm();
    /// The columns of a key with its operator, and the reading place behind them; nullopt leaves the place as
    /// it is.
    [[nodiscard]] std::optional<FilterTerm> readKey();
    [[nodiscard]] FilterTerm::Compare readOperator();
    /// Up to a blank or, in lists, a comma; quoted parts taken whole.
    [[nodiscard]] QString readWord(bool endsAtComma);
    [[nodiscard]] ColumnSet columnsOf(QStringView key) const;

    QStringView m_text;
    const Catalogue &m_catalogue;
    qsizetype m_at = 0;
    bool m_wasQuoted = false; ///< The last word had quotes: "?" and "-" are then plain text
    std::vector<FilterTerm> m_terms;
};

} // namespace layerscope
