// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/decimal.h"

#include <array>
#include <string_view>

namespace layerscope {

/// Numbers as text without touching the heap: for searching in, and writing, millions of them. The views stay
/// valid until the next call. One thread at a time.
class NumberText
{
public:
    std::string_view whole(qint64 number);
    /// As Decimal::toText(): "1250.1987".
    std::string_view plain(Decimal number);
    /// Rounded, with exactly this many decimals: "412.50". Up to 17 are added.
    std::string_view fixed(Decimal number, int decimals);
    /// The same text with ',' between groups of three digits before the point, as in en-US. `text` is one of
    /// the above.
    std::string_view grouped(std::string_view text);

private:
    std::array<char, 80> m_text;    // sign, 17 digits, point, up to 31 decimals and the added ones
    std::array<char, 96> m_grouped; // and six separators
};

} // namespace layerscope
