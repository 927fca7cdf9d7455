// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "inventory/rowfilter.h"

#include <QString>
#include <QStringView>

#include <span>
#include <vector>

namespace layerscope {

/// What is typed into the filter field up to a blank, taken apart: a key, how it compares, and the words
/// behind it. What its words mean is not looked at. Places are those in the text.
struct FilterToken
{
    struct Word
    {
        QString text; ///< Without its quotes, case-folded; never empty
        qsizetype from = 0;
        qsizetype length = 0;
        bool wasQuoted = false; ///< Then "?" and "-" are plain text

        /// It is just this sign.
        [[nodiscard]] bool is(QChar sign) const
        {
            return !wasQuoted && text.size() == 1 && text.front() == sign;
        }
    };

    qsizetype from = 0; ///< With the '-' before it
    qsizetype length = 0;
    bool isNegated = false;
    QString key; ///< As typed; empty: a plain word
    FilterTerm::Compare compare = FilterTerm::Compare::Contains;
    std::vector<Word> words; ///< At most one behind no key; none: it is not finished
    bool isOr = false;       ///< The word "or" among others
    bool isOpen = false;     ///< Its last quote is not closed, so it goes on to the end of the text.

    [[nodiscard]] qsizetype end() const { return from + length; }
};

/// Takes a filter's text apart; the grammar stands at RowFilter. A key is what one of these tables has; all
/// else is a plain word. Never fails. O(length × columns).
[[nodiscard]] std::vector<FilterToken> filterTokens(QStringView text,
                                                    std::span<const Catalogue *const> catalogues);

} // namespace layerscope
